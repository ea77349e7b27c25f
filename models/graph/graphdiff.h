// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphmodel.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace podium {

enum class GraphChange { Same, Added, Removed, Changed };

QString displayName(GraphChange change); ///< translated

/// What became other at a node or an edge, line by line. Plain text.
struct ChangedText
{
    QStringList removed; ///< what only the version before says
    QStringList added;   ///< what only the version after says
    bool operator==(const ChangedText &) const = default;
};

/// Two versions of a workflow as one graph: all of the version after, and what it no longer has.
struct GraphDiff
{
    GraphModel model;         ///< source lines and spans are those of the version after; none for what was removed
    QList<GraphChange> nodes; ///< by index into model.nodes; a state is changed when anything inside it is
    QList<GraphChange> edges; ///< by index into model.edges
    QHash<int, ChangedText> nodeTexts; ///< by index, for nodes that say something else themselves
    QHash<int, ChangedText> edgeTexts; ///< likewise

    bool isSame() const; ///< nothing that a graph shows differs; layout and comments of the text may
};

/// A node is the same one in both when its id is: the names of state, branch and action. So a renamed state is one
/// removed and one added. An edge that leads elsewhere is one removed and one added; one with another condition is
/// changed. Pure; any thread.
GraphDiff diffGraphs(const GraphModel &before, const GraphModel &after);

} // namespace podium
