// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"
#include "models/services/instanceservice.h"

#include <QList>

#include <optional>

namespace podium {

/// What is chosen in a list of instances: some rows, or everything that matches its query.
struct InstanceSelection
{
    QList<WorkflowInstance> rows; ///< those in memory, when not everything
    bool everything = false;      ///< all that match `query`
    InstanceQuery query;
    std::optional<qint64> total; ///< of the query, where the server counts
};

} // namespace podium
