// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/ordering.h"

#include <algorithm>
#include <limits>

namespace podium::layered {

// W. Barth, M. Jünger, P. Mutzel: an accumulator tree over the positions of the lower row; each link counts those
// before it that end further right.
long long countCrossings(const std::vector<int> &lower, int lowerSize)
{
    long long crossings = 0;
    if (lower.size() <= 12) { // most rows of a workflow: faster than the tree, and without memory of its own
        for (size_t i = 0; i < lower.size(); ++i) {
            for (size_t k = i + 1; k < lower.size(); ++k)
                crossings += lower[i] > lower[k] ? 1 : 0;
        }
        return crossings;
    }
    int first = 1;
    while (first < lowerSize)
        first *= 2;
    std::vector<int> tree(static_cast<size_t>(2 * first), 0);
    for (const int position : lower) {
        int index = position + first;
        ++tree[static_cast<size_t>(index)];
        while (index > 1) {
            if (index % 2 == 0)
                crossings += tree[static_cast<size_t>(index + 1)];
            index /= 2;
            ++tree[static_cast<size_t>(index)];
        }
    }
    return crossings;
}

long long Crossings::ofGap(int gap)
{
    m_lower.clear();
    for (const int v : m_layers.rows[gap]) {
        const auto begin = static_cast<std::ptrdiff_t>(m_lower.size());
        for (const int w : m_layers.below[v])
            m_lower.push_back(m_layers.vertices[w].position);
        std::sort(m_lower.begin() + begin, m_lower.end());
    }
    return m_lower.size() < 2 ? 0 : countCrossings(m_lower, m_layers.rows.sizeOf(gap + 1));
}

long long Crossings::ofGaps(int first, int last)
{
    long long sum = 0;
    for (int gap = first; gap <= last; ++gap)
        sum += ofGap(gap);
    return sum;
}

namespace {

constexpr long long kMostWork = 3'000'000; ///< comparisons of links: some 30 ms
constexpr int kSortWork = 4;               ///< the same for a vertex or link of a sweep

class Ordering
{
public:
    Ordering(const Input &input, Layers &layers)
        : m_layers(layers)
        , m_careful(input.careful)
        , m_crossings(layers)
    {
    }

    long long run(const std::function<bool()> &cancelled)
    {
        firstOrder();
        m_best = m_crossings.ofAll();
        m_bestRows = m_layers.rows;
        if (m_best > 0 && !improve(cancelled))
            return m_best;
        takeBest();
        if (m_careful && m_best > 0 && !reinsert(m_layers, m_best, cancelled))
            return m_best;
        removeTurns();
        return m_best;
    }

private:
    // Where all that was worth the time has been done: a thicket stays a thicket.
    bool isTired() const { return m_careful && m_work > kMostWork; }

    bool improve(const std::function<bool()> &cancelled)
    {
        const int rounds = m_careful ? 24 : 4;
        int stale = 0;
        for (int round = 0; round < rounds && m_best > 0 && stale < (m_careful ? 8 : 3) && !isTired(); ++round) {
            if (cancelled && cancelled())
                return false;
            // Every other pair of sweeps turns round what is equal: that leads out of orders that are good only
            // locally.
            m_flip = m_careful && round / 2 % 2 == 1;
            sweep(round % 2 == 0);
            if (m_careful)
                transpose();
            stale = keepIfBest() ? 0 : stale + 1;
        }
        return true;
    }

    bool keepIfBest()
    {
        const long long now = m_crossings.ofAll();
        if (now >= m_best)
            return false;
        m_best = now;
        m_bestRows = m_layers.rows;
        return true;
    }

    void takeBest()
    {
        m_layers.rows = m_bestRows;
        numberAll();
    }

    const Vertex &vertex(int v) const { return m_layers.vertices[v]; }
    int position(int v) const { return m_layers.vertices[v].position; }

    // Depth first, so that what belongs together starts side by side, in the order of the definition.
    void firstOrder()
    {
        const int count = m_layers.vertices.size();
        Table<char> seen(count, 0);
        Table<int> order;
        order.reserve(count);
        // The first node is the start; turns follow the boxes they belong to.
        for (const bool boxes : {true, false}) {
            for (int v = 0; v < count; ++v) {
                if (m_layers.above.sizeOf(v) == 0 && (vertex(v).kind == VertexKind::Box) == boxes)
                    follow(v, seen, order);
            }
        }
        m_layers.rows.fill(m_layers.labelRow.size(), [&](const auto &add) {
            for (const int v : order)
                add(vertex(v).layer, v);
        });
        numberAll();
    }

    void follow(int root, Table<char> &seen, Table<int> &order)
    {
        m_stack.assign(1, root);
        while (!m_stack.empty()) {
            const int v = m_stack.back();
            m_stack.pop_back();
            if (seen[v])
                continue;
            seen[v] = 1;
            order.add(v);
            // A loop back to this box comes after all that lies below it: then it runs right beside that.
            for (const int turn : m_layers.above[v]) {
                if (vertex(turn).kind == VertexKind::Turn)
                    m_stack.push_back(turn);
            }
            const auto below = m_layers.below[v];
            for (auto it = below.rbegin(); it != below.rend(); ++it) {
                if (!seen[*it])
                    m_stack.push_back(*it);
            }
        }
    }

    void numberAll()
    {
        for (int r = 0; r < m_layers.rows.size(); ++r)
            number(m_layers, r);
    }

    void sweep(bool down)
    {
        const int count = m_layers.rows.size();
        m_work += kSortWork * (m_layers.vertices.size() + m_layers.links.size());
        for (int i = 1; i < count; ++i)
            sortByNeighbours(down ? i : count - 1 - i, down ? m_layers.above : m_layers.below);
    }

    // By the mean position of the neighbours; a vertex without any keeps its place.
    void sortByNeighbours(int row, const Lists<int> &neighbours)
    {
        if (m_layers.rows.sizeOf(row) < 2)
            return;
        m_keyed.clear();
        for (const int v : m_layers.rows[row]) {
            const auto list = neighbours[v];
            if (list.empty())
                continue;
            double sum = 0;
            for (const int w : list)
                sum += position(w);
            m_keyed.emplace_back(sum / static_cast<double>(list.size()), v);
        }
        const auto before = [](const auto &a, const auto &b) { return a.first < b.first; };
        if (m_flip)
            std::reverse(m_keyed.begin(), m_keyed.end());
        if (std::is_sorted(m_keyed.cbegin(), m_keyed.cend(), before) && !m_flip)
            return;
        std::stable_sort(m_keyed.begin(), m_keyed.end(), before);
        size_t next = 0;
        for (int &v : m_layers.rows[row]) {
            if (neighbours.sizeOf(v) > 0)
                v = m_keyed[next++].second;
        }
        number(m_layers, row);
    }

    // Crossings between the links of two neighbours of a row, if `left` stands left of `right`.
    int between(int left, int right, const Lists<int> &neighbours) const
    {
        int sum = 0;
        for (const int a : neighbours[left]) {
            for (const int b : neighbours[right])
                sum += position(a) > position(b) ? 1 : 0;
        }
        return sum;
    }

    void transpose()
    {
        bool improved = true;
        for (int pass = 0; improved && pass < 4; ++pass) {
            improved = false;
            for (int r = 0; r < m_layers.rows.size() && !isTired(); ++r) {
                const auto row = m_layers.rows[r];
                for (size_t i = 0; i + 1 < row.size(); ++i)
                    improved = swapIfBetter(row[i], row[i + 1], pass == 0) || improved;
            }
        }
    }

    bool swapIfBetter(int &a, int &b, bool evenIfEqual)
    {
        if (cost(a) * cost(b) > 4096)
            return false;
        m_work += 1 + m_layers.above.sizeOf(a) * m_layers.above.sizeOf(b) +
                  m_layers.below.sizeOf(a) * m_layers.below.sizeOf(b);
        const int now = between(a, b, m_layers.above) + between(a, b, m_layers.below);
        if (now == 0)
            return false;
        const int swapped = between(b, a, m_layers.above) + between(b, a, m_layers.below);
        if (swapped > now || (swapped == now && !(m_flip && evenIfEqual)))
            return false;
        std::swap(m_layers.vertices[a].position, m_layers.vertices[b].position);
        std::swap(a, b);
        return true;
    }

    int cost(int v) const { return std::max(m_layers.above.sizeOf(v), m_layers.below.sizeOf(v)); }

    void removeTurns()
    {
        const auto isTurn = [this](int v) { return vertex(v).kind == VertexKind::Turn; };
        m_layers.rows.erase(isTurn);
        m_layers.above.erase(isTurn);
        m_layers.below.erase(isTurn);
        numberAll();
    }

    Layers &m_layers;
    const bool m_careful;
    Crossings m_crossings;
    bool m_flip = false;
    long long m_work = 0;
    long long m_best = 0;
    Lists<int> m_bestRows;
    std::vector<std::pair<double, int>> m_keyed;
    std::vector<int> m_stack;
};

// A loop from a box to itself runs right beside it, where it crosses nothing: at the side with fewer loops, so that it
// is in the way of none.
void keepLoopsBesideTheirBox(const Input &input, Layers &layers)
{
    Table<int> balance(static_cast<int>(input.nodes.size()), 0); // by box: loops on its right without those on its left
    const auto count = [&](int box, int line) {
        balance[box] += layers.vertices[line].position > layers.vertices[box].position ? 1 : -1;
    };
    const auto forEach = [&](bool own, const auto &visit) {
        for (int e = 0; e < layers.chains.size(); ++e) {
            const Input::Edge &edge = input.edges[static_cast<size_t>(e)];
            const Chain &chain = layers.chains[e];
            if (chain.back && !chain.direct && (edge.from == edge.to) == own)
                visit(edge, chain);
        }
    };
    forEach(false, [&](const Input::Edge &edge, const Chain &chain) {
        count(edge.to, chain.top);
        count(edge.from, chain.bottom);
    });
    forEach(true, [&](const Input::Edge &edge, const Chain &chain) {
        const int layer = layers.vertices[edge.from].layer;
        const auto row = layers.rows[layer];
        const auto line = row.begin() + layers.vertices[chain.top].position;
        const auto box = row.begin() + layers.vertices[edge.from].position;
        const bool right = balance[edge.from] != 0 ? balance[edge.from] < 0 : line > box;
        if (line < box)
            std::rotate(line, line + 1, right ? box + 1 : box);
        else
            std::rotate(right ? box + 1 : box, line, line + 1);
        number(layers, layer);
        count(edge.from, chain.top);
    });
}

} // namespace

int order(const Input &input, Layers &layers, const std::function<bool()> &cancelled)
{
    const long long crossings = Ordering(input, layers).run(cancelled);
    keepLoopsBesideTheirBox(input, layers);
    return static_cast<int>(std::min<long long>(crossings, std::numeric_limits<int>::max()));
}

} // namespace podium::layered
