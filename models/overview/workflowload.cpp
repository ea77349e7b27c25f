// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/overview/workflowload.h"

#include <numeric>

namespace podium {

WorkflowLoad workflowLoad(const QList<WorkflowInstance> &newest, bool hasMore, const Series &series)
{
    WorkflowLoad load;
    QList<QDateTime> ends;
    QList<WorkflowInstance> inTime;
    QDateTime oldest;
    for (const WorkflowInstance &run : newest) {
        if (run.state != InstanceState::Completed || !run.end.isValid())
            continue;
        if (!oldest.isValid() || run.end < oldest)
            oldest = run.end;
        if (series.stepOf(run.end) < 0)
            continue;
        ends << run.end;
        inTime << run;
    }
    load.finished = ends.size();
    load.steps = countIn(series, ends);
    load.durations = usualDuration(inTime);
    // Those that ended in the same step as the oldest one were not all looked at.
    const bool reachesBack = !hasMore || (oldest.isValid() && oldest < series.from());
    load.covered = reachesBack ? 0 : oldest.isValid() ? series.stepOf(oldest) + 1 : series.steps();
    load.atLeast = load.covered > 0;
    return load;
}

void WorkflowLoad::complete(const QHash<qsizetype, qint64> &counted)
{
    atLeast = false;
    for (qsizetype i = 0; i < covered && i < steps.size(); ++i) {
        if (const auto count = counted.constFind(i); count != counted.cend())
            steps[i] = qMax(steps.at(i), *count); // a run that ended since it was counted
        else
            atLeast = true;
    }
    finished = std::accumulate(steps.cbegin(), steps.cend(), qint64(0));
}

} // namespace podium
