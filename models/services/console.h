// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/environment.h"

#include <QString>

namespace podium {

class ActionJournal;
class BulkRuns;
class Clock;
class FormDataService;
class EventService;
class InputMemory;
class HubService;
class InstanceService;
class JobService;
class LiveFeed;
class NotificationCentre;
class NotificationService;
class RunService;
class SavedViews;
class SessionService;
class Tracer;
class WatchRules;
class WorkflowCatalog;
struct Desktop;

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
    FormDataService &formData;
    const Clock &clock;
    Tracer &tracer;
    NotificationCentre *notifications = nullptr; ///< what the user is told, from all sources
    HubService *hub = nullptr;                   ///< nullptr where the environment has none
    WatchRules *watch = nullptr;            ///< "tell me when"; nullptr where nothing is watched
    NotificationService *notices = nullptr; ///< what Podium itself has told; nullptr where nothing is
    Desktop *desktop = nullptr;             ///< nullptr without one around
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
