// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphmodel.h"
#include "models/graph/layered.h"
#include "models/graph/textmetrics.h"

#include <QRectF>
#include <QSizeF>

#include <cmath>

/// How large the parts of the graph are: shared by the layout, which needs it, and the painter, which must keep to it.
namespace podium::boxes {

inline constexpr double kPadding = 12;       ///< inside a group
inline constexpr double kStackGap = 8;       ///< between rows of a list
inline constexpr double kRowGap = 12;        ///< between what stands side by side
inline constexpr double kRowWidth = 900;     ///< side by side up to this width, then in lines
inline constexpr double kColumnHeight = 700; ///< the same for what stands one above the other
inline constexpr double kRowLineX = 18;      ///< where the line between two rows runs
inline constexpr double kIconTile = 32;      ///< icon of a state, with its tile
inline constexpr double kRowIcon = 16;       ///< icon of a row
inline constexpr double kCardHeight = 52;
inline constexpr double kRowHeight = 30;
inline constexpr double kTerminal = 28; ///< start and end
inline constexpr double kSlope = 16;    ///< how far the sides of a switch point out

inline constexpr double kFold = 20;     ///< the mark that folds a group, without its count

inline double even(double size)
{
    return 2 * std::ceil(size / 2);
}

/// A row inside a group, as against a card of its own.
bool isRow(const GraphNode &node);
QSizeF leafSize(const GraphNode &node, const TextMetrics &metrics);
double headerHeight(const GraphNode &node);
double headerWidth(const GraphNode &node, const TextMetrics &metrics);
QSizeF labelSize(const QString &label, const TextMetrics &metrics); ///< empty for an empty label
double portReach(const GraphNode &node, const QSizeF &size, bool turned);
/// Where the mark is that folds or unfolds a group; header: of the group, 0 when it is folded.
QRectF foldRect(const GraphNode &node, const QRectF &rect, double header);
/// The mark of what a fold hides behind a node.
QRectF branchFoldRect(const GraphNode &node, const QRectF &rect);
int bundle(GraphEdge::Kind kind);
void turnSpacing(layered::Spacing &spacing); ///< from top-down to left-right

} // namespace podium::boxes
