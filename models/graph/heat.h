// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"
#include "models/graph/graphmodel.h"

#include <QHash>
#include <QString>

namespace podium {

/// What many runs did at one node of the graph.
struct NodeHeat
{
    int runs = 0;         ///< runs that reached it
    int visits = 0;       ///< by all of them: iterations and loops count, repetitions of a failed visit do not
    int failures = 0;     ///< runs in which it failed, even if it was repaired, skipped or handled then
    qint64 medianMs = -1; ///< of the visits that ended; -1 when none did. Of two in the middle the mean, cut to ms
    double failureRate() const { return runs > 0 ? static_cast<double>(failures) / runs : 0; } ///< 0 to 1
    bool operator==(const NodeHeat &) const = default;
};

struct GraphHeat
{
    QHash<QString, NodeHeat> nodes; ///< by node id; nodes that no run reached are not listed
    int runs = 0;                   ///< that were looked at
    bool operator==(const GraphHeat &) const = default;
};

/// Runs of one workflow with their node instances, mapped as overlayFor() does. Visits that are open, were aborted or
/// skipped, lack a time or end before they begin have no duration. A run that is listed twice counts once. Any thread.
GraphHeat heatOf(const GraphModel &model, const QList<NodeDefinition> &definitions,
                 const QList<WorkflowInstance> &instances);

} // namespace podium
