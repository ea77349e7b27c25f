// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/collapse.h"
#include "models/graph/graphdiff.h"

#include <QColor>
#include <QList>
#include <QPalette>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;
class QPen;

namespace podium {

struct GraphPicture;
struct GraphStyle;

/// How the nodes and edges that are shown differ between two versions; empty in a graph of one version.
struct DifferenceMarks
{
    struct Node
    {
        GraphChange change = GraphChange::Same;
        bool inside = false; ///< something in it, or behind its fold, differs
    };
    std::vector<Node> nodes; ///< by shown node
    std::vector<GraphChange> edges;
    bool any = false; ///< something differs

    bool isEmpty() const { return nodes.empty(); }
    GraphChange edge(int index) const { return edges.empty() ? GraphChange::Same : edges[static_cast<size_t>(index)]; }
    /// The same in both, while other things differ: it may stand back.
    bool isQuiet(int node) const
    {
        return any && nodes[static_cast<size_t>(node)].change == GraphChange::Same &&
               !nodes[static_cast<size_t>(node)].inside;
    }
};

/// What is folded away counts for the node that hides it; edges that became one differ where one of them does.
DifferenceMarks marksFor(const GraphDifference &difference, const FoldMap &map, const GraphModel &shown);

/// Bluish green, vermilion, blue: told apart with every kind of colour vision, and readable as text. The sign says it,
/// too.
QColor changeColor(GraphChange change, const QPalette &palette);
/// Behind text.
QColor changeFill(GraphChange change, const QPalette &palette);
/// "+", "−", "~"; "" for what is the same.
QString changeSign(GraphChange change);
/// A filled disc with the sign.
void paintChangeBadge(QPainter &painter, const QPointF &center, double radius, GraphChange change,
                      const QPalette &palette);

/// The disc of a badge, for a sign of colour `ink` on it.
void paintBadgeDisc(QPainter &painter, const QPointF &center, double radius, const QColor &fill,
                    const QPalette &palette);
QColor badgeInk(const QPalette &palette);
/// The outline of a node in the colour of a mark; veil: tints its inside.
void paintMarkFrame(QPainter &painter, const GraphNode &node, const QRectF &rect, QPen pen, bool veil,
                    const GraphStyle &style, double zoom);
/// Where the badge of a node is: over the edge of the box, clear of what is written in it.
QPointF badgePlace(const GraphNode &node, const QRectF &rect);
/// Where a badge hides least of a line: the middle of its longest stretch.
QPointF middleOf(const QList<QPointF> &points);

/// Colour, width and dashes for the line of an edge; keeps those of one that is the same.
void markEdgePen(QPen &pen, GraphChange change, bool selected, double zoom, const QPalette &palette);
/// Frames and badges over what is painted already.
void paintDifferences(QPainter &painter, const GraphPicture &picture, const GraphStyle &style, const QRectF &reach,
                      double zoom);

} // namespace podium
