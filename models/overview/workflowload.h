// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview/series.h"
#include "models/overview/stuckradar.h"

namespace podium {

/// What a workflow got done in a time.
struct WorkflowLoad
{
    qint64 finished = 0;     ///< completed runs that ended in the time
    bool atLeast = false;    ///< there are more than were looked at: the steps before `covered` are too low
    qsizetype covered = 0;   ///< from this step on all runs were looked at; the number of steps when in none
    QList<qint64> steps;     ///< of `finished`, by when they ended
    UsualDuration durations; ///< of the runs that were looked at

    /// Takes the numbers of steps before `covered` from who counted them.
    void complete(const QHash<qsizetype, qint64> &counted);
};

/// `newest` are completed runs of one workflow, the last to end first; `hasMore`: there are older ones than these. A
/// run without an end is passed over. Any thread.
WorkflowLoad workflowLoad(const QList<WorkflowInstance> &newest, bool hasMore, const Series &series);

} // namespace podium
