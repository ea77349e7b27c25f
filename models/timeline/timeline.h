// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"
#include "models/timeline/nodeplaces.h"
#include "models/timeline/timeaxis.h"

#include <memory>

namespace podium {

/// One lane of the timeline: a visit of a node, or what holds several of them. Times are milliseconds since 1970, UTC.
struct TimelineRow
{
    enum class Kind { State, Branch, Iteration, Action, Part, Caught, Boundary, Internal, Unknown };
    enum class Status {
        Running,
        Waiting,
        Done,
        Failed,
        Skipped,
        Aborted,
        Repeated, ///< a later visit took its place; such a visit never gets an end
        Open,     ///< no end was told, and nothing moves any more
    };

    QString key;    ///< the same over updates: NodeInstance::id, or made of the place where no visit stands behind it
    int visit = -1; ///< index into Timeline::visits; -1: none
    int parent = -1;
    int depth = 0;
    int end = 0; ///< rows from the next one up to here, exclusive, lie in it
    Kind kind = Kind::Unknown;
    Status status = Status::Done;
    QString title;    ///< as the server names it: may hold anything
    QString subtitle; ///< where it belongs, where lanes around it do not say it
    QString type;
    QString definitionId;
    QString state; ///< "" for nodes that belong to none
    QString branch;
    QString action;
    QString error;
    qint64 from = 0;
    qint64 to = 0;         ///< where the bar ends; not the end of the visit unless `ended`
    bool timed = false;    ///< false: the server told no time
    bool ended = false;    ///< the server told when it was left
    bool grows = false;    ///< it goes on: `to` is the time of the last setting, now is later
    bool frame = false;    ///< holds others: its time is theirs
    bool waits = false;    ///< a timer, event or callback
    bool internal = false; ///< means nothing to an operator
    int attempt = 1;       ///< 2 and more: triggered again
    int iteration = 0;     ///< of a loop over a collection, from 1
    int retries = 0;       ///< repeated visits in it

    bool operator==(const TimelineRow &) const = default;
    bool holds(int self, int row) const { return row > self && row < end; }
};

/// A run over time: lanes in the order of a tree, states at the top, each in the order of its beginning.
struct Timeline
{
    QString instanceId;
    QList<NodeInstance> visits;
    QList<TimelineRow> rows;
    QHash<QString, int> rowOfKey;
    QList<TimeSpan> work; ///< in which something was worked on, and single moments; merged, sorted; without what grows
    qint64 workingSince = -1; ///< something is worked on from then until now; -1: nothing
    qint64 begin = 0;
    qint64 end = 0;     ///< last time known; of a run under way it is now that ends it
    bool timed = false; ///< false: the server told no times at all
    bool moves = false; ///< something grows
    qint64 waiting = 0; ///< ms in which only waiting nodes were open, up to `end`

    /// The axis for now (ms); long waits take little room where `collapse` says so.
    TimeAxis axis(qint64 now, bool collapse) const;
    qint64 toOf(const TimelineRow &row, qint64 now) const { return row.grows ? qMax(row.to, now) : row.to; }
    /// Of a visit; -1 when it did not pass.
    int rowOfVisit(const QString &nodeInstanceId) const { return rowOfKey.value(nodeInstanceId, -1); }
    int rowOfState(const QString &state) const;             ///< the last visit, -1 when it was not reached
    int rowOfDefinition(const QString &definitionId) const; ///< the last visit
};

using SharedTimeline = std::shared_ptr<const Timeline>;

/// Any instance gives a timeline: without times, without definitions, with ids that repeat. What is open is running
/// only where the instance is active and without an end, and no later visit of the node took its place; in a loop over
/// a collection several visits may be open at a time. Any thread; O(n log n) in the visits.
Timeline buildTimeline(const QHash<QString, NodePlace> &places, const WorkflowInstance &instance);

QString displayName(TimelineRow::Status status); ///< translated

} // namespace podium
