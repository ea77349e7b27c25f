// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/journaledruns.h"

#include "app/journal/actionwatch.h"

namespace podium {

JournaledRuns::JournaledRuns(RunService &runs, ActionWatch &watch)
    : m_runs(runs)
    , m_watch(watch)
{
}

Async<RunStarted> JournaledRuns::start(const RunRequest &request)
{
    ActionRecord record;
    record.action = ActionRecord::Action::StartRun;
    record.workflowId = request.definition.id;
    record.businessKey = request.businessKey;
    record.detail = request.definition.version;
    const auto fill = [](ActionRecord &open, const Result<RunStarted> &result) {
        // Also of a run that failed while starting: it exists.
        open.instanceId = result ? result->instanceId : result.error().instanceId;
    };
    return m_watch.follow<RunStarted>(record, m_runs.start(request), fill);
}

} // namespace podium
