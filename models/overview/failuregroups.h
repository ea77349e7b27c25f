// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/failurekey.h"
#include "models/domain/workflowinstance.h"
#include "models/overview/series.h"

#include <QSet>

namespace podium {

/// Which failed instances the user has seen: short marks of their ids, so that a thousand fit into a saved state. Two
/// ids can share a mark: then a new failure is taken for a known one, about once in four million.
class SeenFailures
{
public:
    static constexpr qsizetype kMost = 5000; ///< marks; the oldest knowledge goes when there would be more

    /// All failed runs that started at or after `from` were looked at, and these are they.
    void add(const QStringList &ids, const QDateTime &from);
    /// A run that started before anything was looked at is not new: nobody knows.
    bool isNew(const WorkflowInstance &run) const;

    QString toText() const;
    static SeenFailures fromText(const QString &text); ///< any text

private:
    static quint32 markOf(const QString &id);

    QDateTime m_from;
    QSet<quint32> m_marks;
};

/// Failed runs of one workflow that failed at the same node with the same message, apart from ids, numbers and times.
struct FailureGroup
{
    FailureKey key;
    QString workflowName;
    QString version; ///< of the newest run
    QString message; ///< of the newest run, whole
    QString literal; ///< what a server can search for to find the others, see searchablePart(); may be ""
    qint64 count = 0;
    qint64 fresh = 0;    ///< not seen before
    QDateTime first;     ///< start of the oldest run; invalid where no start is known
    QDateTime last;      ///< start of the newest run
    QList<qint64> steps; ///< by when they started: servers do not tell when a run failed
};

/// Instances in state Error with their errors, in groups: those with new failures first, then the largest. `seen` is
/// null when nothing was ever looked at: then nothing is new. An instance that is listed twice counts once.
/// Normalising a thousand messages can take longer than a frame: for worker threads.
QList<FailureGroup> failureGroups(const QList<WorkflowInstance> &failed, const Series &series,
                                  const SeenFailures *seen);

} // namespace podium
