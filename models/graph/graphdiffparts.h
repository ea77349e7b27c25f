// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphdiff.h"

#include <vector>

/// The steps behind compareGraphs(), for it only.
namespace podium {

/// Same or Changed, with the lines.
GraphDifferenceItem compared(const GraphNode &before, const GraphNode &after);
GraphDifferenceItem compared(const GraphEdge &before, const GraphEdge &after);
QString leadsToLine(const QString &title);
QString orderLine(int number);

/// Where the nodes of both versions are in the merged model, by their index.
struct MergedPlaces
{
    const std::vector<int> &old;
    const std::vector<int> &current;
};

/// Adds the edges to a difference that has its nodes.
void mergeEdges(const GraphModel &before, const GraphModel &after, const MergedPlaces &places, GraphDifference &result);

} // namespace podium
