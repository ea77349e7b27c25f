// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"

namespace podium {

/// Whether a list would show the same. Any thread.
bool sameRow(const WorkflowInstance &a, const WorkflowInstance &b);
/// Whether a detail page would show the same. Compares variables by value, which takes time with large ones: for
/// worker threads.
bool sameDetails(const WorkflowInstance &a, const WorkflowInstance &b);
/// `instance` as a list tells it: without nodes, variables and what else only details have.
WorkflowInstance rowOf(const WorkflowInstance &instance);

} // namespace podium
