// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"

namespace podium {

/// A made-up run of many visits: operation states one after the other, in rounds, with their composite, two actions and
/// what the compiler adds; each tenth state waits, each twentieth action failed and was repeated.
struct LongRun
{
    QList<NodeDefinition> definitions;
    WorkflowInstance instance;
};

LongRun longRun(int visits);

} // namespace podium
