// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/job.h"
#include "models/domain/workflowinstance.h"
#include "models/overview/stuckradar.h"
#include "models/watch/firing.h"
#include "models/watch/rulememory.h"

#include <variant>

namespace podium {

// What was seen of an environment. All rows are as lists have them: not detailed.

/// Instances that are new or changed.
struct RowsSeen
{
    QList<WorkflowInstance> rows;
    bool isCatchUp = false;  ///< read after a time in which nobody looked, not just happened
    bool isComplete = false; ///< all that changed in that time, or the newest of all
};
/// Those in state Error now.
struct FailedSeen
{
    QList<WorkflowInstance> rows;
    bool isWhole = true; ///< false: there are more than these, the last started
};
/// Those that run now, and how long runs of their workflows usually take, where that is known.
struct RunningSeen
{
    QList<WorkflowInstance> rows;
    QHash<QString, UsualDuration> usual;
    bool isWhole = true; ///< false: there are more than these, the first started
};
/// Jobs that are overdue now.
struct OverdueSeen
{
    QList<Job> jobs;
    bool isWhole = true;
};
struct RuntimesSeen
{
    struct Runtime
    {
        QString address; ///< as definitions name it
        QStringList workflowIds;
        bool isAway = false;
        QString reason; ///< translated, why it counts as away
    };
    QList<Runtime> runtimes;
};
struct CountSeen
{
    QString ruleId;
    qint64 count = 0;
};
using Observation = std::variant<RowsSeen, FailedSeen, RunningSeen, OverdueSeen, RuntimesSeen, CountSeen>;

struct WatchContext
{
    QDateTime now; ///< UTC, of this computer
    QString user;  ///< as instances name who created them
};

/// What the rule has to tell of an observation; `memory` is what it knows from before, and is brought up to date: the
/// same observation again tells nothing. Numbers and failures that were there at the first look are no news; what still
/// goes on (a long run, an overdue job, a runtime that is away) is. Pure; any thread.
QList<Firing> evaluate(const WatchRule &rule, RuleMemory &memory, const Observation &observation,
                       const WatchContext &context);

/// An instance that it was about is over: there is nothing more to come.
bool isSpent(const WatchRule &rule, const RuleMemory &memory);

} // namespace podium
