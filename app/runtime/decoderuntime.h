// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"
#include "models/domain/workflowdefinition.h"

namespace podium {

// What the management endpoints of a runtime answer. Any bytes, any thread.

/// inputSchema and outputSchema of `GET /management/processes/{id}`, as objects or as texts that hold one.
Result<WorkflowSchemas> decodeSchemas(QByteArrayView body);

/// The file of the workflow among `GET /management/processes/{id}/sources`; "" when none looks like one.
QString decodeSourceName(QByteArrayView body);

/// MicroProfile Health: names of the checks that are not UP, empty when all are; the status itself where none is named.
QStringList decodeUnhealthy(QByteArrayView body);

} // namespace podium
