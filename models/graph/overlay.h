// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"
#include "models/graph/graphmodel.h"
#include "models/graph/nodemapping.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QString>

namespace podium {

enum class NodeState { Pending, Running, Waiting, Done, Failed, Skipped, Aborted };

QString displayName(NodeState state); ///< translated

/// What an instance did at one node of the graph. Times are UTC.
struct NodeOverlay
{
    NodeState state = NodeState::Pending;
    int visits = 0;         ///< how often it was entered (iterations, loops)
    int retriggers = 0;     ///< how many of them repeated one that had failed or hung
    QDateTime enter;        ///< of the last visit
    QDateTime exit;         ///< invalid while it is open
    qint64 durationMs = -1; ///< of the last visit; -1 when unknown or still open
    qint64 totalMs = -1;    ///< of all visits that ended, repetitions left out; -1 when none did
    QString error;          ///< plain text of the server
    bool current = false;   ///< the instance is here now
    bool operator==(const NodeOverlay &) const = default;
};

/// The state of an instance laid over a graph. Nodes that are not listed were never reached.
struct GraphOverlay
{
    QHash<QString, NodeOverlay> nodes; ///< by node id
    QSet<int> taken;                   ///< indexes of the edges that the run followed
    QHash<QString, NodeOverlay> after; ///< by node id: of the states that a fold hides behind it, see foldOverlay()
    bool operator==(const GraphOverlay &) const = default;
};

/// Maps node instances onto the graph through NodeInstance::definitionId = NodeDefinition::uniqueId and then state,
/// branch and action: never by a node's name alone. Any thread.
GraphOverlay overlayFor(const GraphModel &model, const QList<NodeDefinition> &definitions,
                        const WorkflowInstance &instance);
/// The same with mapNodes() done before: for many runs of one workflow, or one run at many times.
GraphOverlay overlayOfTargets(const GraphModel &model, const QHash<QString, NodeTarget> &targets,
                              const WorkflowInstance &instance);

} // namespace podium
