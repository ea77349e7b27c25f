// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphmodel.h"

#include <vector>

namespace podium {

/// For the nodes at the top of a graph: the last one that every way to a node passes. By T. Lengauer, R. Tarjan, "A
/// Fast Algorithm for Finding Dominators in a Flowgraph", TOPLAS 1(1), 1979, the version in O(m log n).
struct Dominators
{
    std::vector<int> of;    ///< by node; -1 for an entry, for what several entries lead to, and for parts of groups
    std::vector<int> order; ///< nodes at the top, each after its dominator
};

Dominators dominatorsOf(const GraphModel &model);

} // namespace podium
