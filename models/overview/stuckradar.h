// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"

#include <QHash>
#include <QList>

namespace podium {

/// How long the runs of a workflow took.
struct UsualDuration
{
    /// With fewer finished runs nothing is said about what is usual: the 95th percentile would be one run's luck.
    static constexpr int kFewest = 10;

    int samples = 0;
    qint64 medianMs = -1; ///< -1 without samples; of two in the middle the mean, cut to ms
    qint64 p95Ms = -1;    ///< nearest rank: below 20 samples the longest

    bool isKnown() const { return samples >= kFewest; }
    /// From which age on a run is unusual: the 95th percentile and half of it more, at least one minute more. -1 while
    /// it is not known.
    qint64 unusualAfterMs() const;
    bool operator==(const UsualDuration &) const = default;
};

/// Of durations in milliseconds; negative ones do not count.
UsualDuration usualDuration(QList<qint64> durationsMs);
/// Of those runs that completed and have both times in order. Any thread.
UsualDuration usualDuration(const QList<WorkflowInstance> &finished);

/// A run that goes on for longer than runs of its workflow usually take.
struct StuckRun
{
    WorkflowInstance instance;
    qint64 ageMs = 0;
    UsualDuration usual;
};

struct StuckRadar
{
    QList<StuckRun> runs; ///< the longest over what is usual, in proportion, first
    int compared = 0;     ///< running instances about which something could be said
    QStringList unjudged; ///< ids of workflows that run, but of which too few runs finished; sorted
};

/// Compares what runs with what is usual for its workflow. Instances that are not ACTIVE, have an end, no start, or one
/// in the future are passed over. Any thread.
StuckRadar stuckRadar(const QList<WorkflowInstance> &running, const QHash<QString, UsualDuration> &usual,
                      const QDateTime &nowUtc);

} // namespace podium
