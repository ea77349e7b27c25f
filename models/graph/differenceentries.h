// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphdiff.h"

namespace podium {

/// A node or an edge of the merged graph, as an entry of the list of what differs.
struct DifferenceEntry
{
    int node = -1; ///< of an edge: the node that it leaves
    int edge = -1;
    GraphChange change = GraphChange::Same;
    bool reordered = false; ///< its parts run in another order, or beside each other instead; part of `change`
    /// A difference of its own: what came or went together with the state around it is not one.
    bool counts = false;
    bool operator==(const DifferenceEntry &) const = default;
};

/// All of it in the order of the definition: a state, its parts, then its transitions. Lines inside lists are told by
/// the state that holds them.
QList<DifferenceEntry> differenceEntries(const GraphDifference &difference);

/// How much of what differs.
struct DifferenceCounts
{
    struct Count
    {
        int added = 0;
        int removed = 0;
        int changed = 0;
        int all() const { return added + removed + changed; }
        bool operator==(const Count &) const = default;
    };
    Count states; ///< changed ones: in themselves, or something in them
    Count transitions;
    Count others; ///< start, ends, and what stands for missing states
    bool operator==(const DifferenceCounts &) const = default;
};
DifferenceCounts countDifferences(const GraphDifference &difference);

} // namespace podium
