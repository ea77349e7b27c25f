// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/environment.h"

#include <QString>

namespace podium {

class ActionJournal;
class BulkRuns;
class Clock;
class EventService;
class InputMemory;
class InstanceService;
class JobService;
class LiveFeed;
class RunService;
class SavedViews;
class SessionService;
class Tracer;
class WorkflowCatalog;

/// Everything the ui can ask of one environment. The references live until the ConsoleProvider closes it.
struct Console
{
    Environment environment;
    SessionService &session;
    WorkflowCatalog &catalog;
    InstanceService &instances;
    RunService &runs;
    EventService &events;
    JobService &jobs;
    LiveFeed &live;
    ActionJournal &journal;
    BulkRuns &bulks;
    SavedViews &views;
    InputMemory &inputs;
    const Clock &clock;
    Tracer &tracer;
};

/// Makes and keeps the services of environments. UI thread.
class ConsoleProvider
{
public:
    virtual ~ConsoleProvider() = default;
    /// The console of an environment, made on the first call; nullptr for an unknown name.
    virtual Console *console(const QString &environmentName) = 0;
};

} // namespace podium
