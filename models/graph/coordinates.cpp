// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/layered.h"
#include "models/graph/ports.h"

#include <algorithm>
#include <array>
#include <limits>

// U. Brandes, B. Köpf: vertices are aligned with their median neighbours into blocks, in four ways; each way is
// compacted, and a vertex gets the mean of the two middle results. Blocks are compacted by longest paths over the graph
// of blocks rather than by classes and shifts, which is where the original needs its erratum.
namespace podium::layered {

namespace {

constexpr double kMost = std::numeric_limits<double>::max();
constexpr double kLeast = std::numeric_limits<double>::lowest();

class Placement
{
public:
    Placement(const Input &input, Layers &layers)
        : m_layers(layers)
        , m_spacing(input.spacing)
        , m_count(layers.vertices.size())
    {
    }

    void run()
    {
        markConflicts();
        m_apart.assign(m_count, 0);
        for (int r = 0; r < m_layers.rows.size(); ++r) {
            const auto row = m_layers.rows[r];
            for (size_t k = 1; k < row.size(); ++k)
                m_apart[row[k]] = separation(m_spacing, vertex(row[k - 1]), vertex(row[k]));
        }
        std::array<Table<double>, 4> results;
        for (int way = 0; way < 4; ++way) {
            m_down = way < 2;
            m_left = way % 2 == 0;
            align();
            results[static_cast<size_t>(way)] = compact();
        }
        balance(results);
    }

private:
    const Vertex &vertex(int v) const { return m_layers.vertices[v]; }
    bool isLine(int v) const { return vertex(v).kind != VertexKind::Box; }

    // A link that crosses one between two line vertices gives way: long edges stay straight.
    void markConflicts()
    {
        std::vector<Link> conflicts;
        for (int r = 0; r + 1 < m_layers.rows.size(); ++r) {
            const int upper = m_layers.rows.sizeOf(r);
            const auto lower = m_layers.rows[r + 1];
            int left = 0;
            size_t scanned = 0;
            for (size_t i = 0; i < lower.size(); ++i) {
                const int innerUpper = innerNeighbour(lower[i]);
                if (i + 1 != lower.size() && innerUpper < 0)
                    continue;
                const int right = innerUpper >= 0 ? vertex(innerUpper).position : upper - 1;
                for (; scanned <= i; ++scanned) {
                    const int w = lower[scanned];
                    for (const int u : m_layers.above[w]) {
                        const int p = vertex(u).position;
                        if ((p < left || p > right) && !(isLine(u) && isLine(w)))
                            conflicts.push_back({u, w});
                    }
                }
                left = right;
            }
        }
        m_conflicts.fill(m_count, [&conflicts](const auto &add) {
            for (const Link &link : conflicts)
                add(link.lower, link.upper);
        });
    }

    int innerNeighbour(int v) const
    {
        if (!isLine(v))
            return -1;
        for (const int u : m_layers.above[v]) {
            if (isLine(u))
                return u;
        }
        return -1;
    }

    bool conflict(int upper, int lower) const
    {
        const auto list = m_conflicts[lower];
        return std::find(list.begin(), list.end(), upper) != list.end();
    }

    void align()
    {
        m_root.resize(m_count);
        m_next.resize(m_count);
        for (int v = 0; v < m_count; ++v)
            m_root[v] = m_next[v] = v;
        const auto &neighbours = m_down ? m_layers.above : m_layers.below;
        const int rows = m_layers.rows.size();
        for (int i = 0; i < rows; ++i) {
            const auto row = m_layers.rows[m_down ? i : rows - 1 - i];
            int reached = m_left ? -1 : std::numeric_limits<int>::max();
            for (size_t k = 0; k < row.size(); ++k) {
                const int v = m_left ? row[k] : row[row.size() - 1 - k];
                alignOne(v, neighbours[v], reached);
            }
        }
    }

    void alignOne(int v, std::span<const int> unsorted, int &reached)
    {
        if (unsorted.empty())
            return;
        m_sorted.assign(unsorted.begin(), unsorted.end());
        if (m_sorted.size() > 1) {
            std::sort(m_sorted.begin(), m_sorted.end(),
                      [this](int a, int b) { return vertex(a).position < vertex(b).position; });
        }
        const size_t low = (m_sorted.size() - 1) / 2;
        const size_t high = m_sorted.size() / 2;
        for (const size_t m : {m_left ? low : high, m_left ? high : low}) {
            const int u = m_sorted[m];
            const int p = vertex(u).position;
            const bool free = m_left ? reached < p : reached > p;
            if (m_next[v] != v || !free || (m_down ? conflict(u, v) : conflict(v, u)))
                continue;
            m_next[u] = v;
            m_root[v] = m_root[u];
            m_next[v] = m_root[v];
            reached = p;
        }
    }

    struct Arc
    {
        int block;
        double length;
    };

    Table<double> compact()
    {
        m_waiting.assign(m_count, 0);
        m_rightOf.fill(m_count, [this](const auto &add) {
            for (int r = 0; r < m_layers.rows.size(); ++r) {
                const auto row = m_layers.rows[r];
                for (size_t k = 1; k < row.size(); ++k)
                    add(m_root[row[k - 1]], Arc{m_root[row[k]], m_apart[row[k]]});
            }
        });
        for (int v = 0; v < m_count; ++v) {
            for (const Arc &arc : m_rightOf[v])
                ++m_waiting[arc.block];
        }
        m_order.clear();
        for (int v = 0; v < m_count; ++v) {
            if (m_root[v] == v && m_waiting[v] == 0)
                m_order.add(v);
        }
        Table<double> x(m_count, 0);
        for (int i = 0; i < m_order.size(); ++i) {
            const double here = x[m_order[i]];
            for (const Arc &arc : m_rightOf[m_order[i]]) {
                x[arc.block] = std::max(x[arc.block], here + arc.length);
                if (--m_waiting[arc.block] == 0)
                    m_order.add(arc.block);
            }
        }
        if (m_left)
            pullTogether(x);
        else
            pushRight(x);
        for (int v = 0; v < m_count; ++v)
            x[v] = x[m_root[v]]; // roots have theirs already
        return x;
    }

    // Blocks move right as far as the blocks right of them allow.
    void pullTogether(Table<double> &x) const
    {
        for (int i = m_order.size() - 1; i >= 0; --i) {
            const int block = m_order[i];
            double most = kMost;
            for (const Arc &arc : m_rightOf[block])
                most = std::min(most, x[arc.block] - arc.length);
            if (most != kMost)
                x[block] = std::max(x[block], most);
        }
    }

    // The mirror image: as far right as possible, then back left as far as the blocks left of them allow.
    void pushRight(Table<double> &x) const
    {
        double widest = 0;
        for (const int block : m_order)
            widest = std::max(widest, x[block]);
        for (int i = m_order.size() - 1; i >= 0; --i) {
            double most = widest;
            for (const Arc &arc : m_rightOf[m_order[i]])
                most = std::min(most, x[arc.block] - arc.length);
            x[m_order[i]] = most;
        }
        Table<double> least(x.size(), kLeast);
        for (const int block : m_order) {
            if (least[block] != kLeast)
                x[block] = std::min(x[block], least[block]);
            for (const Arc &arc : m_rightOf[block])
                least[arc.block] = std::max(least[arc.block], x[block] + arc.length);
        }
    }

    void balance(std::array<Table<double>, 4> &results)
    {
        std::array<double, 4> low;
        std::array<double, 4> high;
        size_t narrowest = 0;
        for (size_t way = 0; way < 4; ++way) {
            low[way] = kMost;
            high[way] = kLeast;
            for (int r = 0; r < m_layers.rows.size(); ++r) {
                for (const int v : m_layers.rows[r]) {
                    low[way] = std::min(low[way], results[way][v] - vertex(v).width / 2);
                    high[way] = std::max(high[way], results[way][v] + vertex(v).width / 2);
                }
            }
            if (high[way] - low[way] < high[narrowest] - low[narrowest])
                narrowest = way;
        }
        std::array<double, 4> shift;
        for (size_t way = 0; way < 4; ++way)
            shift[way] = way % 2 == 0 ? low[narrowest] - low[way] : high[narrowest] - high[way];
        for (int v = 0; v < m_count; ++v) {
            std::array<double, 4> xs;
            for (size_t way = 0; way < 4; ++way)
                xs[way] = results[way][v] + shift[way];
            std::sort(xs.begin(), xs.end());
            m_layers.vertices[v].x = (xs[1] + xs[2]) / 2;
        }
    }

    Layers &m_layers;
    const Spacing &m_spacing;
    const int m_count;
    bool m_down = true;
    bool m_left = true;
    Table<double> m_apart;  ///< by vertex: from its left neighbour
    Lists<int> m_conflicts; ///< by lower vertex: upper vertices it must not align with
    Table<int> m_root;
    Table<int> m_next;
    std::vector<int> m_sorted;
    Lists<Arc> m_rightOf; ///< the blocks right of each block
    Table<int> m_waiting; ///< by block: how many left of it have no place yet
    Table<int> m_order;   ///< blocks from left to right
};

} // namespace

double separation(const Spacing &spacing, const Vertex &left, const Vertex &right)
{
    const bool labels = left.kind == VertexKind::Label && right.kind == VertexKind::Label;
    const bool lines = left.kind != VertexKind::Box || right.kind != VertexKind::Box;
    // Between a box and the line of its loop there is room for an arrow head and a round corner.
    constexpr double kLoopRoom = 6;
    const bool loop =
        lines && ((left.loopEnd && right.kind == VertexKind::Box) || (right.loopEnd && left.kind == VertexKind::Box));
    return (left.width + right.width) / 2 + (loop ? kLoopRoom : 0) +
           (labels  ? spacing.label
            : lines ? spacing.line
                    : spacing.node);
}

void placeHorizontally(const Input &input, Layers &layers)
{
    Placement(input, layers).run();
    const PortRanges ranges = portRanges(input, layers);
    shorten(input, ranges, layers);
    constexpr int kTightUpTo = 1600; // vertices
    if (input.careful && layers.vertices.size() <= kTightUpTo)
        tighten(input, ranges, layers);
}

} // namespace podium::layered
