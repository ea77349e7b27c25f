// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/httpclient.h"
#include "models/domain/workflowinstance.h"

namespace podium {

/// InstanceService::liveVariables(): GET /{workflow}/{id}. `context` as in chain(). UI thread.
Async<SharedJson> readVariables(QObject *context, HttpClient &http, const WorkflowInstance &instance);
/// What that answers. Any bytes, any thread.
Result<SharedJson> decodeVariables(QByteArrayView body);

/// InstanceService::setVariables() at the service that runs the instance: PATCH /{workflow}/{id}. UI thread.
Async<Done> mergeVariables(QObject *context, HttpClient &http, const WorkflowInstance &instance,
                           const SharedJson &patch);

} // namespace podium
