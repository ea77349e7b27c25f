// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphmodel.h"

namespace podium {

/// A workflow-like graph of `states` states: mostly a chain with branches that join again, loops back, error edges to a
/// common handler, labels on the conditions. The same for the same arguments.
GraphModel syntheticGraph(int states, unsigned seed = 1);
/// One switch with `branches` conditions that all lead to one state.
GraphModel fanGraph(int branches);
/// The same with links between any two states: more than anybody can follow.
GraphModel thicketGraph(int states, int links, unsigned seed = 1);

} // namespace podium
