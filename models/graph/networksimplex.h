// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/layered.h"

namespace podium::layered {

/// Asks that `to` lies at least `length` behind `from`; costs `weight` for each step that it lies further.
struct SpringArc
{
    int from = 0;
    int to = 0;
    int length = 1;
    int weight = 1;
};

/// Moves `places`, which have to keep all lengths already, until the sum of weight x distance is least, or until
/// `pivots` exchanges are done: each state between is good, too. The network simplex of layout.h.
void settle(Table<int> &places, const Table<SpringArc> &arcs, int pivots);

} // namespace podium::layered
