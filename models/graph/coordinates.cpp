// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/layered.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

// U. Brandes, B. Köpf: vertices are aligned with their median neighbours into blocks, in four ways; each way is
// compacted, and a vertex gets the mean of the two middle results. Blocks are compacted by longest paths over the graph
// of blocks rather than by classes and shifts, which is where the original needs its erratum.
namespace podium::layered {

namespace {

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
        std::array<std::vector<double>, 4> results;
        for (int way = 0; way < 4; ++way) {
            m_down = way < 2;
            m_left = way % 2 == 0;
            align();
            results[static_cast<size_t>(way)] = compact();
        }
        balance(results);
    }

private:
    const Vertex &vertex(int v) const { return m_layers.vertices[static_cast<size_t>(v)]; }
    bool isLine(int v) const { return vertex(v).kind != VertexKind::Box; }

    // A link that crosses one between two line vertices gives way: long edges stay straight.
    void markConflicts()
    {
        m_conflicts.assign(m_count, {});
        for (size_t r = 0; r + 1 < m_layers.rows.size(); ++r) {
            const auto &upper = m_layers.rows[r];
            const auto &lower = m_layers.rows[r + 1];
            int left = 0;
            size_t scanned = 0;
            for (size_t i = 0; i < lower.size(); ++i) {
                const int innerUpper = innerNeighbour(lower[i]);
                if (i + 1 != lower.size() && innerUpper < 0)
                    continue;
                const int right = innerUpper >= 0 ? vertex(innerUpper).position : static_cast<int>(upper.size()) - 1;
                for (; scanned <= i; ++scanned) {
                    const int w = lower[scanned];
                    for (const int u : m_layers.above[static_cast<size_t>(w)]) {
                        const int p = vertex(u).position;
                        if ((p < left || p > right) && !(isLine(u) && isLine(w)))
                            m_conflicts[static_cast<size_t>(w)].push_back(u);
                    }
                }
                left = right;
            }
        }
    }

    int innerNeighbour(int v) const
    {
        if (!isLine(v))
            return -1;
        for (const int u : m_layers.above[static_cast<size_t>(v)]) {
            if (isLine(u))
                return u;
        }
        return -1;
    }

    bool conflict(int upper, int lower) const
    {
        const auto &list = m_conflicts[static_cast<size_t>(lower)];
        return std::find(list.begin(), list.end(), upper) != list.end();
    }

    void align()
    {
        m_root.resize(m_count);
        m_next.resize(m_count);
        for (size_t v = 0; v < m_count; ++v)
            m_root[v] = m_next[v] = static_cast<int>(v);
        const auto &neighbours = m_down ? m_layers.above : m_layers.below;
        const auto rows = static_cast<int>(m_layers.rows.size());
        for (int i = 0; i < rows; ++i) {
            const auto &row = m_layers.rows[static_cast<size_t>(m_down ? i : rows - 1 - i)];
            int reached = m_left ? -1 : std::numeric_limits<int>::max();
            for (size_t k = 0; k < row.size(); ++k) {
                const int v = m_left ? row[k] : row[row.size() - 1 - k];
                alignOne(v, neighbours[static_cast<size_t>(v)], reached);
            }
        }
    }

    void alignOne(int v, const std::vector<int> &unsorted, int &reached)
    {
        if (unsorted.empty())
            return;
        m_sorted = unsorted;
        std::sort(m_sorted.begin(), m_sorted.end(),
                  [this](int a, int b) { return vertex(a).position < vertex(b).position; });
        const size_t low = (m_sorted.size() - 1) / 2;
        const size_t high = m_sorted.size() / 2;
        for (const size_t m : {m_left ? low : high, m_left ? high : low}) {
            const int u = m_sorted[m];
            const int p = vertex(u).position;
            const bool free = m_left ? reached < p : reached > p;
            if (m_next[static_cast<size_t>(v)] != v || !free || (m_down ? conflict(u, v) : conflict(v, u)))
                continue;
            m_next[static_cast<size_t>(u)] = v;
            m_root[static_cast<size_t>(v)] = m_root[static_cast<size_t>(u)];
            m_next[static_cast<size_t>(v)] = m_root[static_cast<size_t>(v)];
            reached = p;
        }
    }

    struct Arc
    {
        int block;
        double length;
    };

    /// The blocks right of each block, in one piece of memory: one vector each would be most of the time of large graphs.
    class Arcs
    {
    public:
        /// `visit` calls its argument with (from, Arc) for each arc; twice the same.
        template <typename Visit>
        void fill(size_t blocks, const Visit &visit)
        {
            m_begin.assign(blocks + 1, 0);
            visit([this](int from, const Arc &) { ++m_begin[static_cast<size_t>(from) + 1]; });
            for (size_t b = 0; b < blocks; ++b)
                m_begin[b + 1] += m_begin[b];
            m_arcs.resize(m_begin.back());
            m_next.assign(m_begin.cbegin(), m_begin.cend() - 1);
            visit([this](int from, const Arc &arc) { m_arcs[m_next[static_cast<size_t>(from)]++] = arc; });
        }
        std::span<const Arc> operator[](size_t block) const
        {
            return {m_arcs.data() + m_begin[block], m_begin[block + 1] - m_begin[block]};
        }

    private:
        std::vector<Arc> m_arcs;
        std::vector<size_t> m_begin; ///< by block
        std::vector<size_t> m_next;
    };

    std::vector<double> compact()
    {
        const Arcs &rightOf = m_arcs;
        std::vector<int> waiting(m_count, 0);
        m_arcs.fill(m_count, [this](const auto &add) {
            for (const auto &row : m_layers.rows) {
                for (size_t k = 1; k < row.size(); ++k)
                    add(m_root[static_cast<size_t>(row[k - 1])],
                        Arc{m_root[static_cast<size_t>(row[k])], separation(m_spacing, vertex(row[k - 1]), vertex(row[k]))});
            }
        });
        for (const auto &row : m_layers.rows) {
            for (size_t k = 1; k < row.size(); ++k)
                ++waiting[static_cast<size_t>(m_root[static_cast<size_t>(row[k])])];
        }
        std::vector<int> order;
        order.reserve(m_count);
        for (size_t v = 0; v < m_count; ++v) {
            if (m_root[v] == static_cast<int>(v) && waiting[v] == 0)
                order.push_back(static_cast<int>(v));
        }
        std::vector<double> x(m_count, 0);
        for (size_t i = 0; i < order.size(); ++i) {
            for (const Arc &arc : rightOf[static_cast<size_t>(order[i])]) {
                double &there = x[static_cast<size_t>(arc.block)];
                there = std::max(there, x[static_cast<size_t>(order[i])] + arc.length);
                if (--waiting[static_cast<size_t>(arc.block)] == 0)
                    order.push_back(arc.block);
            }
        }
        if (!m_left)
            pushRight(order, rightOf, x);
        else
            pullTogether(order, rightOf, x);
        std::vector<double> all(m_count);
        for (size_t v = 0; v < m_count; ++v)
            all[v] = x[static_cast<size_t>(m_root[v])];
        return all;
    }

    // Blocks move right as far as the blocks right of them allow.
    static void pullTogether(const std::vector<int> &order, const Arcs &rightOf, std::vector<double> &x)
    {
        for (auto it = order.rbegin(); it != order.rend(); ++it) {
            double most = std::numeric_limits<double>::max();
            for (const Arc &arc : rightOf[static_cast<size_t>(*it)])
                most = std::min(most, x[static_cast<size_t>(arc.block)] - arc.length);
            if (most != std::numeric_limits<double>::max())
                x[static_cast<size_t>(*it)] = std::max(x[static_cast<size_t>(*it)], most);
        }
    }

    // The mirror image: as far right as possible, then back left as far as the blocks left of them allow.
    static void pushRight(const std::vector<int> &order, const Arcs &rightOf, std::vector<double> &x)
    {
        double widest = 0;
        for (const int block : order)
            widest = std::max(widest, x[static_cast<size_t>(block)]);
        for (auto it = order.rbegin(); it != order.rend(); ++it) {
            double most = widest;
            for (const Arc &arc : rightOf[static_cast<size_t>(*it)])
                most = std::min(most, x[static_cast<size_t>(arc.block)] - arc.length);
            x[static_cast<size_t>(*it)] = most;
        }
        std::vector<double> least(x.size(), std::numeric_limits<double>::lowest());
        for (const int block : order) {
            double &here = x[static_cast<size_t>(block)];
            if (least[static_cast<size_t>(block)] != std::numeric_limits<double>::lowest())
                here = std::min(here, least[static_cast<size_t>(block)]);
            for (const Arc &arc : rightOf[static_cast<size_t>(block)])
                least[static_cast<size_t>(arc.block)] =
                    std::max(least[static_cast<size_t>(arc.block)], here + arc.length);
        }
    }

    void balance(std::array<std::vector<double>, 4> &results)
    {
        std::array<double, 4> low;
        std::array<double, 4> high;
        size_t narrowest = 0;
        for (size_t way = 0; way < 4; ++way) {
            low[way] = std::numeric_limits<double>::max();
            high[way] = std::numeric_limits<double>::lowest();
            for (const auto &row : m_layers.rows) {
                for (const int v : row) {
                    low[way] = std::min(low[way], results[way][static_cast<size_t>(v)] - vertex(v).width / 2);
                    high[way] = std::max(high[way], results[way][static_cast<size_t>(v)] + vertex(v).width / 2);
                }
            }
            if (high[way] - low[way] < high[narrowest] - low[narrowest])
                narrowest = way;
        }
        for (size_t way = 0; way < 4; ++way) {
            const double shift = way % 2 == 0 ? low[narrowest] - low[way] : high[narrowest] - high[way];
            for (double &x : results[way])
                x += shift;
        }
        for (size_t v = 0; v < m_count; ++v) {
            std::array<double, 4> xs{results[0][v], results[1][v], results[2][v], results[3][v]};
            std::sort(xs.begin(), xs.end());
            m_layers.vertices[v].x = (xs[1] + xs[2]) / 2;
        }
    }

    Layers &m_layers;
    const Spacing &m_spacing;
    const size_t m_count;
    bool m_down = true;
    bool m_left = true;
    std::vector<std::vector<int>> m_conflicts; ///< by lower vertex: upper vertices it must not align with
    std::vector<int> m_root;
    std::vector<int> m_next;
    std::vector<int> m_sorted;
    Arcs m_arcs;
};

} // namespace

double separation(const Spacing &spacing, const Vertex &left, const Vertex &right)
{
    const bool labels = left.kind == VertexKind::Label && right.kind == VertexKind::Label;
    const bool lines = left.kind != VertexKind::Box || right.kind != VertexKind::Box;
    return (left.width + right.width) / 2 + (labels ? spacing.label : lines ? spacing.line : spacing.node);
}

void placeHorizontally(const Input &input, Layers &layers)
{
    Placement(input, layers).run();
    shorten(input, layers);
}

} // namespace podium::layered
