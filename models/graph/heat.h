// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"
#include "models/graph/graphmodel.h"

#include <QHash>
#include <QList>
#include <QString>

namespace podium {

/// What several runs did at one node of the graph.
struct NodeHeat
{
    int runs = 0;          ///< how many of them came here
    int visits = 0;        ///< how often in all: loops and iterations count each
    int failures = 0;      ///< runs that have failed here, repaired ones not included
    int retriggers = 0;    ///< repeated visits in all
    qint64 medianMs = -1;  ///< of the last visit of each run that has ended; -1 when none has
    qint64 longestMs = -1; ///< likewise
    double failureRate() const { return runs > 0 ? double(failures) / runs : 0; }
    bool operator==(const NodeHeat &) const = default;
};

/// The last runs of one workflow laid over its graph.
struct GraphHeat
{
    QHash<QString, NodeHeat> nodes; ///< by node id; nodes that no run reached are missing
    int runs = 0;                   ///< how many were counted
    qint64 slowestMs = -1;          ///< the largest median of a state: the far end of a colour scale; -1 when there is none
    bool operator==(const GraphHeat &) const = default;
};

/// Runs of other versions count as far as their nodes are found in the graph. Instances without nodes (from a list) are
/// not counted. Any thread.
GraphHeat heatOf(const GraphModel &model, const QList<NodeDefinition> &definitions, const QList<WorkflowInstance> &runs);

} // namespace podium
