// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/graph/graphmodel.h"

#include <QHash>

namespace podium {

/// Which node of the graph a compiled node belongs to.
struct NodeTarget
{
    int node = -1;          ///< index into GraphModel::nodes; -1: means nothing to an operator
    bool principal = false; ///< its visits are the visits of `node`; others are parts of one
    bool caught = false;    ///< entered when an error of `node` led on to another state
};

/// By NodeDefinition::uniqueId. State, branch and action lead to the node. Four kinds of compiled nodes carry no state
/// (as observed on Kogito 10.1): the composite of a branch is named STATE-BRANCH; an event node is named after its
/// event; the timer of an action's sleep follows the action in the numbering; the timer of an event switch stands
/// alone.
QHash<QString, NodeTarget> mapNodes(const GraphModel &model, const QList<NodeDefinition> &definitions);

} // namespace podium
