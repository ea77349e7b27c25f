// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workflow/workflowdocument.h"

namespace podium {

/// Adds a problem for every name of a state, function or event that the definition does not have. What a URI holds is
/// not known, so nothing is said about it.
void checkReferences(WorkflowDocument &document);

} // namespace podium
