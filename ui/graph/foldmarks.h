// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphmodel.h"

#include <QRectF>

/// The marks that fold and unfold, as they are drawn and clicked at a zoom: from far away larger than their place in
/// the layout, so that they can be seen and hit.
namespace podium::foldmarks {

/// How much larger than in the layout; 1 where all can be read. header: of the group, else height of the box.
double scaleAt(double zoom, double header);
/// Whether the node has a mark that folds its content.
bool hasGroupMark(const GraphNode &node, double zoom);
/// Whether it has one that shows what follows.
bool hasBranchMark(const GraphNode &node, double zoom);
QRectF groupMark(const GraphNode &node, const QRectF &rect, double header, double zoom);
QRectF branchMark(const GraphNode &node, const QRectF &rect, double zoom);

} // namespace podium::foldmarks
