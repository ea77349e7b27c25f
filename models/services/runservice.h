// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowdefinition.h"

#include <QUrl>

namespace podium {

struct RunRequest {
    WorkflowDefinition definition;
    SharedJson input;    ///< an object; null sends {}
    QString businessKey; ///< "" for none
    /// Headers that carry the user's token to the workflow's own services, beside the one that starts the run.
    QStringList tokenHeaders = {};
};

struct RunStarted {
    QString instanceId;
    SharedJson data; ///< the answer's body: workflow data at the first wait state or at the end
};

/// Starts runs on the runtime. All calls from the UI thread; answers by deliver().
class RunService
{
public:
    virtual ~RunService() = default;

    /// Kind::Validation with `fields` when the input breaks the schema; any error with `instanceId` when the run exists
    /// all the same (it failed while starting).
    virtual Async<RunStarted> start(const RunRequest &request) = 0;
    /// Where start() would send it, business key included; empty where nothing tells.
    virtual QUrl address(const RunRequest &request) const = 0;
};

} // namespace podium
