// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowinstance.h"

#include <optional>

namespace podium {

/// Which instances, in which order, from where. Empty lists mean "any".
struct InstanceQuery {
    QStringList ids;
    QStringList workflowIds;
    QList<InstanceState> states;
    QString businessKey;        ///< part of it, case as the server has it
    QString parentId;
    QDateTime updatedSince;     ///< lastUpdate at or after it; invalid for any
    QDateTime startedFrom;      ///< start at or after it; invalid for any
    bool withErrors = false;    ///< page() tells the error of each row too: costs the server a query for each
    enum class Order { StartDescending, StartAscending, LastUpdateDescending, EndDescending, StateAscending,
                       WorkflowAscending, WorkflowDescending, BusinessKeyAscending } order = Order::StartDescending;
    int offset = 0;
    int limit = 100; ///< always sent: without one the server would answer with everything

    bool operator==(const InstanceQuery &) const = default;
};

struct InstancePage {
    QList<WorkflowInstance> rows; ///< not detailed, unless asked for with nodes; ids unique within the page
    std::optional<qint64> total;  ///< rows of the whole query, where the server counts
};

/// A time in which instances ended: `from` belongs to it, `before` does not.
struct EndedRange {
    QDateTime from;
    QDateTime before;
};

/// Instances and what can be done to them. All calls from the UI thread; answers by deliver().
/// Actions answer once the server accepted them; its state follows: read the instance again.
class InstanceService
{
public:
    static constexpr int kMostWithNodes = 50;

    virtual ~InstanceService() = default;

    virtual Async<InstancePage> page(const InstanceQuery &query) = 0;
    /// The same with the nodes and the error of each row, for figures over many runs. Costly: no more than
    /// kMostWithNodes rows an answer.
    virtual Async<InstancePage> pageWithNodes(const InstanceQuery &query) = 0;
    /// How many instances match (offset and limit do not count); Kind::NotFound where the server cannot count.
    virtual Async<qint64> count(const InstanceQuery &query) = 0;
    /// How many of the matching instances ended in each range, in one request; Kind::NotFound as count().
    virtual Async<QList<qint64>> countEnded(const InstanceQuery &query, const QList<EndedRange> &ranges) = 0;
    /// With nodes, variables, error, parent and children.
    virtual Async<WorkflowInstance> instance(const QString &id) = 0;

    virtual Async<Done> abort(const WorkflowInstance &instance) = 0;
    virtual Async<Done> retry(const WorkflowInstance &instance) = 0; ///< only in state Error
    virtual Async<Done> skip(const WorkflowInstance &instance) = 0;  ///< only in state Error
};

} // namespace podium
