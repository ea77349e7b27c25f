// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/httpclient.h"
#include "models/services/runservice.h"

namespace podium {

/// The runtime's answer to a start. 201 with {"id", "workflowdata"}; 400 → Validation; 500 with {"failedNodeId", "id"}
/// → the run exists and failed, `instanceId` tells it. Any bytes, any thread.
Result<RunStarted> decodeStart(const HttpRequest &request, const HttpResponse &response, const QString &businessKey);

/// "There are JsonSchema validation errors:\n$.a.b[0]: message…" as messages on fields. Written by networknt's
/// validator: paths as "$.a.b[0]" or "/a/b/0"; a missing member is told on the member itself or, in newer versions, on
/// its object.
QList<FieldError> decodeSchemaErrors(const QString &message);

/// "$.a.b[0]" or "$['a b']" → "/a/b/0".
QString pointerFromPath(const QString &path);

} // namespace podium
