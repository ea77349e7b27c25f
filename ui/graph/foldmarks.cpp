// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/foldmarks.h"

#include "models/graph/boxsizes.h"
#include "ui/graph/graphpainter.h"

#include <algorithm>

namespace podium::foldmarks {

namespace {

constexpr double kFullSize = 0.6; ///< from this zoom on the marks have the size of the layout

} // namespace

double scaleAt(double zoom, double header)
{
    const double room = std::max(1.0, (header - 4) / boxes::kFold);
    return std::clamp(kFullSize / std::max(zoom, 0.01), 1.0, room);
}

// From farther away a box is no larger than a mark, and a row shows no texts.
bool hasGroupMark(const GraphNode &node, double zoom)
{
    return node.canFold() && zoom >= (boxes::isRow(node) ? GraphPainter::kTextZoom : GraphPainter::kFineZoom);
}

bool hasBranchMark(const GraphNode &node, double zoom)
{
    return node.hiddenAfter > 0 && zoom >= GraphPainter::kFineZoom;
}

QRectF groupMark(const GraphNode &node, const QRectF &rect, double header, double zoom)
{
    const QRectF mark = boxes::foldRect(node, rect, header);
    const QSizeF size = mark.size() * scaleAt(zoom, header > 0 ? header : rect.height());
    // Its right edge stays, so that it grows into the box.
    return {mark.right() - size.width(), mark.center().y() - size.height() / 2, size.width(), size.height()};
}

QRectF branchMark(const GraphNode &node, const QRectF &rect, double zoom)
{
    const QRectF mark = boxes::branchFoldRect(node, rect);
    const QSizeF size = mark.size() * scaleAt(zoom, rect.height());
    return {mark.right() - size.width(), mark.top(), size.width(), size.height()};
}

} // namespace podium::foldmarks
