// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphmodel.h"
#include "models/graph/overlay.h"
#include "models/graph/textmetrics.h"
#include "ui/widgets/theme.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace podium {

QString iconOf(const GraphNode &node);
QString iconOf(GraphBadge::Kind kind);
QString iconOf(NodeState state);
Tone toneOf(NodeState state);
/// What the layout has to know of the font the graph is painted with.
TextMetrics textMetrics(const QFont &font);

/// Colours and fonts of the graph, from palette and font of the widget.
struct GraphStyle
{
    GraphStyle() = default;
    GraphStyle(const QPalette &palette, const QFont &font);

    QColor hue(const GraphNode &node) const;  ///< of the icon
    QColor tile(const GraphNode &node) const; ///< behind the icon
    QColor edge(GraphEdge::Kind kind) const;
    QColor mixed(const QColor &base, const QColor &other, double share) const;

    QPalette palette;
    bool dark = false;
    QColor canvas;
    QColor dots;
    QColor card;
    QColor group; ///< inside a group
    QColor border;
    QColor text;
    QColor muted;
    QColor line;   ///< an edge
    QColor taken;  ///< an edge the run followed
    QColor accent; ///< selection
    QColor match;  ///< what a search found
    QColor shadow;
    QFont title;
    QFont body;
    QFont small;
};

} // namespace podium
