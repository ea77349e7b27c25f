// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace podium {

class GraphCanvas;

/// Makes every GraphCanvas a list to screen readers: one item per node, in the order of the definition, with its state
/// and where it leads. Call once or often.
void installGraphAccessibility();
/// Tells screen readers that the selection moved; -1: nothing is selected.
void notifyGraphSelection(GraphCanvas *canvas, int node);

} // namespace podium
