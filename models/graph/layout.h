// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphmodel.h"
#include "models/graph/textmetrics.h"

#include <QList>
#include <QPointF>
#include <QRectF>

#include <functional>

/// A layered drawing of a GraphModel. The steps, and the papers they follow:
///  - the frame: K. Sugiyama, S. Tagawa, M. Toda, "Methods for Visual Understanding of Hierarchical System Structures",
///    IEEE Trans. SMC 11(2), 1981;
///  - cycles: back edges of a depth-first search from the start, in the order of the definition, so that a loop of the
///    definition is a loop of the drawing;
///  - layers: longest path, then nodes drawn towards the neighbours that shorten most edges; in graphs that leave time
///    for it, network simplex (E. Gansner, E. Koutsofios, S. North, K.-P. Vo, "A Technique for Drawing Directed
///    Graphs", IEEE TSE 19(3), 1993); labels are nodes of layers of their own (ibid., 5.2);
///  - crossings: barycenter sweeps (Sugiyama), counted by W. Barth, M. Jünger, P. Mutzel, "Simple and Efficient Bilayer
///    Cross Counting", GD 2002; then vertices, lines and loops are taken out and put back where they cross least, which
///    is the sifting of C. Matuszewski, R. Schönfeld, P. Molitor, "Using Sifting for k-Layer Straightline Crossing
///    Minimization", GD 1999, for whole paths;
///  - coordinates: U. Brandes, B. Köpf, "Fast and Simple Horizontal Coordinate Assignment", GD 2001, with the
///    corrections of U. Brandes, J. Walter, J. Zink, "Erratum", arXiv:2008.01252, and sizes as M. Rüegg, C. Schulze,
///    J. Carstens, R. von Hanxleden, "Size- and Port-Aware Horizontal Node Coordinate Assignment", GD 2015; then what
///    is straight moves to the median of its neighbours, and small graphs end with network simplex (Gansner et
///    al., 4.2);
///  - routes: orthogonal with rounded corners, from ports as near as can be to where a line goes; tracks between two
///    layers are ordered so that edges of one bundle nest; loops leave and enter at the sides of their boxes where the
///    way to the line beside them is clear, and run around the boxes where it is not.
/// A group is laid out first and takes part as one node of its size.
namespace podium {

enum class LayoutDirection { TopDown, LeftRight };

struct LayoutOptions
{
    LayoutDirection direction = LayoutDirection::TopDown;
    TextMetrics metrics;
    /// Above it, groups and ordering use cheaper steps.
    int carefulUpTo = 2000;
};

struct NodeGeometry
{
    QRectF rect;             ///< in scene units (pixels at zoom 1)
    double headerHeight = 0; ///< of a group: its title strip
};

struct EdgeGeometry
{
    QList<QPointF> points; ///< corners of the route from source to target; at least two
    QRectF label;          ///< where the label goes; empty without one
};

/// Plain geometry, index by index as in the model.
struct GraphLayout
{
    QList<NodeGeometry> nodes;
    QList<EdgeGeometry> edges;
    QRectF bounds;
    int crossings = 0;      ///< between edges of the top level
    bool cancelled = false; ///< then the rest is empty
};

/// Pure and deterministic. Ends early, with `cancelled` set, once `cancelled` says so. Any thread.
GraphLayout layoutGraph(const GraphModel &model, const LayoutOptions &options = {},
                        const std::function<bool()> &cancelled = {});

} // namespace podium
