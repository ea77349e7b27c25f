// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphmodel.h"
#include "models/graph/overlay.h"

#include <QSet>
#include <QString>

#include <vector>

namespace podium {

/// What the user folded, by node id. Ids that the graph does not have do nothing.
struct GraphFolds
{
    QSet<QString> groups;   ///< groups whose content is hidden
    QSet<QString> branches; ///< states behind which everything is hidden that only they lead to

    bool isEmpty() const { return groups.isEmpty() && branches.isEmpty(); }
    bool operator==(const GraphFolds &) const = default;
};

/// From the whole graph to the folded one.
struct FoldMap
{
    std::vector<int> shownAs; ///< by node of the whole: its node, or the one that hides it
    std::vector<int> wholeOf; ///< by shown node
    std::vector<int> edgeAs;  ///< by edge of the whole: the edge that shows it; -1 for none
    std::vector<bool> after;  ///< by node of the whole: hidden behind its node, not inside it
};

struct FoldedGraph
{
    GraphModel model;
    FoldMap map;
};

/// The smaller graph: what is folded is left out, edges to it and from it lead to the node that hides it, several
/// between the same nodes become one. Pure. Any thread.
FoldedGraph foldGraph(const GraphModel &whole, const GraphFolds &folds);

/// By node: how many states only it leads to, and so what a fold behind it would hide. 0 inside groups.
std::vector<int> branchSizes(const GraphModel &whole);

/// Every group at the top.
GraphFolds allGroupsFolded(const GraphModel &whole);

/// Takes back the folds that hide the node.
void reveal(GraphFolds &folds, const GraphModel &whole, int node);

/// The overlay of the whole for what is shown. What is hidden in a group counts for the group: the worst state wins,
/// failed before running, waiting, aborted, done, skipped. What is hidden behind a state comes apart, in `after`.
GraphOverlay foldOverlay(const GraphOverlay &overlay, const GraphModel &whole, const FoldMap &map);

} // namespace podium
