// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <algorithm>
#include <functional>
#include <span>
#include <vector>

/// The layered drawing of one flat graph, top down; layout.h names the papers. The steps are one file each: ranking,
/// ordering, coordinates, routing. For layoutGraph() and its tests only.
namespace podium::layered {

inline constexpr double kBesideLine = 8; ///< between the line of a loop and a label that stands beside it

/// Distances in scene units.
struct Spacing
{
    double node = 36;  ///< between boxes side by side
    double line = 14;  ///< between a vertical line and its neighbours
    double layer = 44; ///< between layers, at least
    double label = 16; ///< between a layer and the labels above or below it, at least
    double track = 10; ///< between horizontal lines of one gap
    double port = 16;  ///< between lines at one side of a box
    double band = 52;  ///< boxes lower than this are centred on a strip of this height
};

struct Input
{
    struct Node
    {
        QSizeF size;
        double portReach = 0;  ///< how far from the centre a line may leave or enter
        double sideAt = 0;     ///< below the top: the middle of where loops may leave and enter at its sides
        double sideReach = -1; ///< how far above and below that; negative: nowhere
        double sideSlope = 0;  ///< how far the outline recedes for each unit away from the middle
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

/// A vector that is asked by the signed numbers of vertices, layers and edges.
template <typename T>
class Table
{
public:
    Table() = default;
    explicit Table(int size, const T &value = T())
        : m_items(static_cast<size_t>(size), value)
    {
    }

    T &operator[](int i) { return m_items[static_cast<size_t>(i)]; }
    const T &operator[](int i) const { return m_items[static_cast<size_t>(i)]; }
    int size() const { return static_cast<int>(m_items.size()); }
    bool isEmpty() const { return m_items.empty(); }
    int add(const T &item)
    {
        m_items.push_back(item);
        return size() - 1;
    }
    void assign(int size, const T &value) { m_items.assign(static_cast<size_t>(size), value); }
    void resize(int size, const T &value = T()) { m_items.resize(static_cast<size_t>(size), value); }
    void reserve(int size) { m_items.reserve(static_cast<size_t>(size)); }
    void clear() { m_items.clear(); }
    std::span<T> part(int begin, int end) { return {m_items.data() + begin, m_items.data() + end}; }
    std::span<const T> part(int begin, int end) const { return {m_items.data() + begin, m_items.data() + end}; }
    auto begin() { return m_items.begin(); }
    auto end() { return m_items.end(); }
    auto begin() const { return m_items.begin(); }
    auto end() const { return m_items.end(); }

private:
    std::vector<T> m_items;
};

/// Lists by number, in one piece of memory: a vector each would be most of the time of a large graph.
template <typename T>
class Lists
{
public:
    /// `visit` calls its argument with (list, item) for each item; twice the same.
    template <typename Visit>
    void fill(int lists, const Visit &visit)
    {
        m_begin.assign(lists + 1, 0);
        visit([this](int list, const T &) { ++m_begin[list + 1]; });
        for (int i = 0; i < lists; ++i)
            m_begin[i + 1] += m_begin[i];
        m_items.resize(m_begin[lists]);
        m_next = m_begin;
        visit([this](int list, const T &item) { m_items[m_next[list]++] = item; });
    }
    /// Takes out what `isOut` says.
    template <typename Predicate>
    void erase(const Predicate &isOut)
    {
        int kept = 0;
        for (int i = 0, at = 0; i < size(); ++i) {
            for (; at < m_begin[i + 1]; ++at) {
                if (!isOut(m_items[at]))
                    m_items[kept++] = m_items[at];
            }
            m_begin[i + 1] = kept;
        }
        m_items.resize(kept);
    }

    int size() const { return std::max(m_begin.size() - 1, 0); }
    int sizeOf(int list) const { return m_begin[list + 1] - m_begin[list]; }
    std::span<T> operator[](int list) { return m_items.part(m_begin[list], m_begin[list + 1]); }
    std::span<const T> operator[](int list) const { return m_items.part(m_begin[list], m_begin[list + 1]); }

private:
    Table<T> m_items;
    Table<int> m_begin; ///< of each list, and the end
    Table<int> m_next;  ///< while they are filled
};

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
    bool loopEnd = false; ///< of a line: a loop starts or ends beside its box here
    int position = 0;     ///< within the layer
    double width = 0;
    double height = 0;
    double x = 0; ///< of the centre
};

/// Between two vertices of neighbouring layers.
struct Link
{
    int upper = -1;
    int lower = -1;
};

/// How one edge of the input runs.
struct Chain
{
    bool back = false;   ///< runs against the layers: it starts at the target, turned round
    bool direct = false; ///< too long to be routed around boxes
    int label = -1;      ///< the Label vertex
    int begin = 0;       ///< in Layers::steps
    int end = 0;
    int top = -1;    ///< its highest vertex; of a back edge: without its ends, which are boxes of the same layers
    int bottom = -1; ///< its lowest
    bool entersAtSide = false; ///< of a back edge: else it runs around the box
    bool leavesAtSide = false;
    double enterAt = 0; ///< where, below the top of the box
    double leaveAt = 0;
};

/// The graph with every edge cut into links between neighbouring layers.
struct Layers
{
    Table<Vertex> vertices;
    Lists<int> rows;  ///< vertices by layer, in order
    Lists<int> above; ///< neighbours of a vertex in the layer above
    Lists<int> below;
    Table<Link> links;
    Table<Chain> chains;  ///< by edge
    Table<int> steps;     ///< links of the chains, from top to bottom
    Table<char> labelRow; ///< layers that hold labels only
};

/// Cycle removal and layers: the layer of each node, from 0. `back` is set for each edge that runs against them.
Table<int> rank(const Input &input, Table<char> &back);
/// Cuts the edges into links.
Layers cut(const Input &input, const Table<int> &ranks, const Table<char> &back);
/// Orders each row; answers the number of crossings. Turn vertices are taken out.
int order(const Input &input, Layers &layers, const std::function<bool()> &cancelled);
/// Chooses which loops leave and enter at the sides of their boxes, and where. For layers that are ordered.
void attachLoops(const Input &input, Layers &layers);
/// Sets Vertex::x.
void placeHorizontally(const Input &input, Layers &layers);
struct PortRanges;
/// Moves what is straight closer to its neighbours; the second step of placeHorizontally().
void shorten(const Input &input, const PortRanges &ranges, Layers &layers);
/// The same, as far as it goes: for graphs that leave time for it.
void tighten(const Input &input, const PortRanges &ranges, Layers &layers);
/// Least distance between the centres of two neighbours of a row.
double separation(const Spacing &spacing, const Vertex &left, const Vertex &right);
/// Ports, tracks, heights and the routes.
void route(const Input &input, const Layers &layers, Output &output);

/// Crossings between two rows: `lower` holds, for each link in the order of the upper row, the position of its lower
/// end.
long long countCrossings(const std::vector<int> &lower, int lowerSize);

} // namespace podium::layered
