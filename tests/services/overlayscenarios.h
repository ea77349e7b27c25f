// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"
#include "models/graph/overlay.h"
#include "tests/services/sandboxconsole.h"

#include <QMap>

#include <functional>

namespace podium {

/// A run of one of the sandbox's workflows, and what an operator must see on its graph when it stands still.
struct Scenario
{
    QString workflow = {};
    QByteArray input = {};
    InstanceState end = InstanceState::Completed;
    QStringList done = {};               ///< states, by name
    QMap<QString, NodeState> other = {}; ///< states that are neither done nor untouched
    QStringList path = {};               ///< "A>B": transitions that were followed
    QString event = {};                  ///< resumes the run where it waits
    QByteArray data = {};                ///< of that event
    bool failsWhileStarting = false;
    std::function<void(SandboxConsole &, const WorkflowInstance &)> act = {}; ///< once it was seen waiting or failed
};

/// One or more of each workflow of the sandbox that a user can start: those that run to their end, those that wait,
/// those that fail.
QList<QList<Scenario>> scenarioGroups();

} // namespace podium
