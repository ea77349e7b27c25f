// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphmodel.h"

#include <QList>
#include <QStringList>

namespace podium {

struct WorkflowDocument;

enum class GraphChange { Same, Added, Removed, Changed };

QString displayName(GraphChange change); ///< translated

/// All that is compared of a node or an edge, line by line, the title first: what an added or removed one says.
QStringList comparedLines(const GraphNode &node);
QStringList comparedLines(const GraphEdge &edge);

/// How one node or edge of the merged graph differs. Plain text.
struct GraphDifferenceItem
{
    GraphChange change = GraphChange::Same;
    /// What the old version says and the new one does not ("Only if: .n > 3"), and the other way round. Of a Changed
    /// item at least one is not empty. Of an edge that leads elsewhere now, the Removed one says in `newLines` where,
    /// and the Added one in `oldLines` where it led before.
    QStringList oldLines;
    QStringList newLines;
    bool inside = false; ///< of a group: something in it is not Same
    bool operator==(const GraphDifferenceItem &) const = default;
};

/// Two versions of a workflow as one graph. What both have is as in the new one, what was removed stays where it was
/// among its neighbours: its `span` and `sourceLine` are places in the old text, all others in the new text. Where
/// nothing was removed, the model is the one of the new version.
struct GraphDifference
{
    GraphModel model;
    QList<GraphDifferenceItem> nodes; ///< index by index as in the model
    QList<GraphDifferenceItem> edges;

    bool isEmpty() const; ///< both versions draw and say the same
    /// Nodes and edges of that kind, the lines inside lists not counted.
    int count(GraphChange change) const;
};

/// Nodes are the same when they have one id, which is made of names: a renamed state is one removed and one added.
/// Ends of one state are paired, whatever they say. Time is about linear in the size of both. Never fails. Any thread.
GraphDifference compareGraphs(const GraphModel &before, const GraphModel &after);
/// The same for definitions, broken ones included. Of texts that are shown cut, changes beyond the cut are found, too.
GraphDifference compareDefinitions(const WorkflowDocument &before, const WorkflowDocument &after);

} // namespace podium
