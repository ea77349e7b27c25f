// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/environment.h"
#include "models/domain/workflowdefinition.h"

namespace podium {

// Addresses come from a server's data: they are mapped by the environment's rules, and HttpClient sends a token only
// where the environment lists the origin.

/// Where the service of a definition is reached: its serviceUrl, else its endpoint without the workflow, else the only
/// runtime of the environment; empty where nothing tells.
QUrl runtimeBase(const Environment &environment, const WorkflowDefinition &definition);
/// Where a run is started, with the business key.
QUrl startAddress(const Environment &environment, const WorkflowDefinition &definition, const QString &businessKey);
/// `base` with more path; every part is encoded, so that no id can lead elsewhere.
QUrl withPath(const QUrl &base, const QStringList &parts);

} // namespace podium
