// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/runservice.h"

namespace podium {

class ActionWatch;

/// Starts runs by another service, and notes them in the journal: never what they were started with.
class JournaledRuns : public RunService
{
public:
    JournaledRuns(RunService &runs, ActionWatch &watch);

    Async<RunStarted> start(const RunRequest &request) override;
    QUrl address(const RunRequest &request) const override { return m_runs.address(request); }

private:
    RunService &m_runs;
    ActionWatch &m_watch;
};

} // namespace podium
