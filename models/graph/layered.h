// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <functional>
#include <vector>

/// The layered drawing of one flat graph, top down; layout.h names the papers. The steps are one file each: ranking,
/// ordering, coordinates, routing. For layoutGraph() and its tests only.
namespace podium::layered {

/// Distances in scene units.
struct Spacing
{
    double node = 36;  ///< between boxes side by side
    double line = 14;  ///< between a vertical line and its neighbours
    double layer = 44; ///< between layers, at least
    double label = 18; ///< between a layer and the labels above or below it, at least
    double track = 10; ///< between horizontal lines of one gap
    double port = 16;  ///< between lines at one side of a box
    double band = 52;  ///< boxes lower than this are centred on a strip of this height
};

struct Input
{
    struct Node
    {
        QSizeF size;
        double portReach = 0; ///< how far from the centre a line may leave or enter
    };
    struct Edge
    {
        int from = 0;
        int to = 0;
        QSizeF label;   ///< empty: none
        int bundle = 0; ///< edges to one target share a trunk when their bundle is the same
    };
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    Spacing spacing;
    bool careful = true; ///< spend more on fewer crossings
};

struct Output
{
    std::vector<QRectF> nodes;
    std::vector<std::vector<QPointF>> routes; ///< from source to target
    std::vector<QRectF> labels;
    QSizeF size;
    int crossings = 0;
};

/// False when `cancelled` said so.
bool draw(const Input &input, Output &output, const std::function<bool()> &cancelled);

// ---- between the steps ----

enum class VertexKind : unsigned char {
    Box,   ///< a node of the input
    Line,  ///< where a long edge passes a layer
    Label, ///< where it passes with its label
    Turn,  ///< keeps the ends of a back edge together while layers are ordered; gone afterwards
};

struct Vertex
{
    VertexKind kind = VertexKind::Line;
    int layer = 0;
    int position = 0; ///< within the layer
    double width = 0;
    double height = 0;
    double x = 0; ///< of the centre
};

/// How one edge of the input runs.
struct Chain
{
    bool back = false;   ///< runs against the layers: `vertices` start at the target
    bool direct = false; ///< too long to be routed around boxes
    int label = -1;      ///< the Label vertex
    std::vector<int>
        vertices; ///< from top to bottom. A back edge: without its ends, which are boxes of the same layers
};

/// The graph with every edge cut into links between neighbouring layers.
struct Layers
{
    std::vector<Vertex> vertices;
    std::vector<std::vector<int>> rows;  ///< vertices by layer, in order
    std::vector<std::vector<int>> above; ///< neighbours of a vertex in the layer above
    std::vector<std::vector<int>> below;
    std::vector<Chain> chains;  ///< by edge
    std::vector<bool> labelRow; ///< layers that hold labels only
};

/// Cycle removal, layers, links.
Layers rank(const Input &input);
/// Orders each row; answers the number of crossings. Turn vertices are taken out.
int order(const Input &input, Layers &layers, const std::function<bool()> &cancelled);
/// Sets Vertex::x.
void placeHorizontally(const Input &input, Layers &layers);
/// Moves what is straight closer to its neighbours; the second step of placeHorizontally().
void shorten(const Input &input, Layers &layers);
/// Least distance between the centres of two neighbours of a row.
double separation(const Spacing &spacing, const Vertex &left, const Vertex &right);
/// Ports, tracks, heights and the routes.
void route(const Input &input, const Layers &layers, Output &output);

/// Crossings between two rows: `lower` holds, for each link in the order of the upper row, the position of its lower
/// end.
long long countCrossings(const std::vector<int> &lower, int lowerSize);

} // namespace podium::layered
