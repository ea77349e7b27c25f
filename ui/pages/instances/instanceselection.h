// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"
#include "models/services/instanceservice.h"

#include <QList>

#include <optional>

namespace podium {

/// What of a list of instances is chosen.
struct InstanceSelection
{
    QList<WorkflowInstance> rows; ///< chosen one by one, as last read, in the order of the list; empty for `everything`
    bool everything = false;      ///< every match of `query`, also those that were never read
    InstanceQuery query;          ///< what the list shows; offset and limit mean nothing
    std::optional<qint64> total;  ///< matches of `query`, where they can be told

    bool isEmpty() const { return rows.isEmpty() && !everything; }
};

} // namespace podium
