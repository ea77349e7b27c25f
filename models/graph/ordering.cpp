// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/layered.h"

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

namespace {

class Ordering
{
public:
    Ordering(const Input &input, Layers &layers)
        : m_layers(layers)
        , m_careful(input.careful)
    {
    }

    long long run(const std::function<bool()> &cancelled)
    {
        firstOrder();
        m_best = crossings();
        m_bestRows = m_layers.rows;
        for (int turn = 0; turn < (m_careful ? 3 : 1) && m_best > 0; ++turn) {
            if (turn > 0)
                changeSides();
            if (!improve(cancelled))
                return m_best;
            m_layers.rows = m_bestRows;
        }
        removeTurns();
        return m_best;
    }

private:
    bool improve(const std::function<bool()> &cancelled)
    {
        const int rounds = m_careful ? 24 : 4;
        int stale = 0;
        for (int round = 0; round < rounds && m_best > 0 && stale < (m_careful ? 8 : 3); ++round) {
            if (cancelled && cancelled())
                return false;
            // Every other pair of sweeps turns round what is equal: that leads out of orders that are good only locally.
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
        const long long now = crossings();
        if (now >= m_best)
            return false;
        m_best = now;
        m_bestRows = m_layers.rows;
        return true;
    }

    void changeSides()
    {
        number();
        for (const Chain &chain : m_layers.chains) {
            if (chain.back && !chain.direct)
                changeSides(chain);
        }
        m_flip = false;
        transpose();
        keepIfBest();
    }

    Vertex &vertex(int v) { return m_layers.vertices[static_cast<size_t>(v)]; }
    int position(int v) const { return m_layers.vertices[static_cast<size_t>(v)].position; }

    // Depth first, so that what belongs together starts side by side, in the order of the definition.
    void firstOrder()
    {
        const int count = static_cast<int>(m_layers.vertices.size());
        std::vector<bool> seen(static_cast<size_t>(count), false);
        std::vector<int> roots;
        for (int v = 0; v < count; ++v) {
            if (m_layers.above[static_cast<size_t>(v)].empty())
                roots.push_back(v);
        }
        // The first node is the start; turns follow the boxes they belong to.
        std::stable_sort(roots.begin(), roots.end(), [this](int a, int b) {
            return (vertex(a).kind == VertexKind::Box) > (vertex(b).kind == VertexKind::Box);
        });
        for (const int root : roots) {
            std::vector<int> stack{root};
            while (!stack.empty()) {
                const int v = stack.back();
                stack.pop_back();
                if (seen[static_cast<size_t>(v)])
                    continue;
                seen[static_cast<size_t>(v)] = true;
                m_layers.rows[static_cast<size_t>(vertex(v).layer)].push_back(v);
                // A loop back to this box comes after all that lies below it: then it runs right beside that.
                for (const int turn : m_layers.above[static_cast<size_t>(v)]) {
                    if (vertex(turn).kind == VertexKind::Turn)
                        stack.push_back(turn);
                }
                const auto &below = m_layers.below[static_cast<size_t>(v)];
                for (auto it = below.rbegin(); it != below.rend(); ++it) {
                    if (!seen[static_cast<size_t>(*it)])
                        stack.push_back(*it);
                }
            }
        }
        number();
    }

    void number()
    {
        for (const auto &row : m_layers.rows)
            number(row);
    }
    void number(const std::vector<int> &row)
    {
        for (size_t i = 0; i < row.size(); ++i)
            vertex(row[i]).position = static_cast<int>(i);
    }

    // A loop as a whole moves to the left or right of everything, if it crosses less there: sweeps, which move a vertex
    // at a time, would first have to cross more.
    void changeSides(const Chain &chain)
    {
        std::vector<int> line = chain.vertices;
        for (const int v : {chain.vertices.front(), chain.vertices.back()}) {
            for (const auto *neighbours : {&m_layers.above, &m_layers.below}) {
                for (const int w : (*neighbours)[static_cast<size_t>(v)]) {
                    if (vertex(w).kind == VertexKind::Turn && std::find(line.cbegin(), line.cend(), w) == line.cend())
                        line.push_back(w);
                }
            }
        }
        const auto first = static_cast<size_t>(std::max(vertex(chain.vertices.front()).layer - 2, 0));
        const auto last =
            std::min(static_cast<size_t>(vertex(chain.vertices.back()).layer) + 2, m_layers.rows.size() - 1);
        const auto begin = m_layers.rows.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = m_layers.rows.begin() + static_cast<std::ptrdiff_t>(last) + 1;
        long long least = crossings(first, last);
        for (const bool right : {true, false}) {
            const std::vector<std::vector<int>> saved(begin, end);
            for (const int v : line) {
                auto &row = m_layers.rows[static_cast<size_t>(vertex(v).layer)];
                std::erase(row, v);
                row.insert(right ? row.end() : row.begin(), v);
                number(row);
            }
            if (const long long now = crossings(first, last); now < least) {
                least = now;
                continue;
            }
            std::copy(saved.cbegin(), saved.cend(), begin);
            for (auto row = begin; row != end; ++row)
                number(*row);
        }
    }

    long long crossings()
    {
        number();
        return crossings(0, m_layers.rows.size() - 1);
    }

    long long crossings(size_t first, size_t last)
    {
        long long sum = 0;
        std::vector<int> lower;
        for (size_t r = first; r < last; ++r) {
            lower.clear();
            for (const int v : m_layers.rows[r]) {
                const size_t begin = lower.size();
                for (const int w : m_layers.below[static_cast<size_t>(v)])
                    lower.push_back(position(w));
                std::sort(lower.begin() + static_cast<std::ptrdiff_t>(begin), lower.end());
            }
            sum += countCrossings(lower, static_cast<int>(m_layers.rows[r + 1].size()));
        }
        return sum;
    }

    void sweep(bool down)
    {
        const int count = static_cast<int>(m_layers.rows.size());
        for (int i = 1; i < count; ++i) {
            auto &row = m_layers.rows[static_cast<size_t>(down ? i : count - 1 - i)];
            sortByNeighbours(row, down ? m_layers.above : m_layers.below);
        }
    }

    // By the mean position of the neighbours; a vertex without any keeps its place.
    void sortByNeighbours(std::vector<int> &row, const std::vector<std::vector<int>> &neighbours)
    {
        m_keyed.clear();
        for (const int v : row) {
            const auto &list = neighbours[static_cast<size_t>(v)];
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
        if (m_keyed.size() > 1 && !std::is_sorted(m_keyed.cbegin(), m_keyed.cend(), before))
            std::stable_sort(m_keyed.begin(), m_keyed.end(), before); // asks for memory each time
        size_t next = 0;
        for (int &v : row) {
            if (!neighbours[static_cast<size_t>(v)].empty())
                v = m_keyed[next++].second;
        }
        number(row);
    }

    // Crossings between the links of two neighbours of a row, if `left` stands left of `right`.
    int between(int left, int right, const std::vector<std::vector<int>> &neighbours)
    {
        int sum = 0;
        for (const int a : neighbours[static_cast<size_t>(left)]) {
            for (const int b : neighbours[static_cast<size_t>(right)])
                sum += position(a) > position(b) ? 1 : 0;
        }
        return sum;
    }

    void transpose()
    {
        bool improved = true;
        for (int pass = 0; improved && pass < 4; ++pass) {
            improved = false;
            for (auto &row : m_layers.rows) {
                for (size_t i = 0; i + 1 < row.size(); ++i) {
                    const int a = row[i];
                    const int b = row[i + 1];
                    if (cost(a) * cost(b) > 4096)
                        continue;
                    const int now = between(a, b, m_layers.above) + between(a, b, m_layers.below);
                    const int swapped = between(b, a, m_layers.above) + between(b, a, m_layers.below);
                    if (swapped < now || (m_flip && pass == 0 && swapped == now && now > 0)) {
                        std::swap(row[i], row[i + 1]);
                        std::swap(vertex(a).position, vertex(b).position);
                        improved = true;
                    }
                }
            }
        }
    }

    size_t cost(int v) const
    {
        return std::max(m_layers.above[static_cast<size_t>(v)].size(), m_layers.below[static_cast<size_t>(v)].size());
    }

    void removeTurns()
    {
        const auto isTurn = [this](int v) { return vertex(v).kind == VertexKind::Turn; };
        for (auto &row : m_layers.rows)
            std::erase_if(row, isTurn);
        for (auto *lists : {&m_layers.above, &m_layers.below}) {
            for (auto &list : *lists)
                std::erase_if(list, isTurn);
        }
        number();
    }

    Layers &m_layers;
    const bool m_careful;
    bool m_flip = false;
    long long m_best = 0;
    std::vector<std::vector<int>> m_bestRows;
    std::vector<std::pair<double, int>> m_keyed;
};

// A loop from a box to itself runs right beside it.
void keepLoopsBesideTheirBox(const Input &input, Layers &layers)
{
    for (size_t e = 0; e < input.edges.size(); ++e) {
        if (input.edges[e].from != input.edges[e].to || layers.chains[e].direct)
            continue;
        const int box = input.edges[e].from;
        const int line = layers.chains[e].vertices.front();
        auto &row = layers.rows[static_cast<size_t>(layers.vertices[static_cast<size_t>(box)].layer)];
        std::erase(row, line);
        row.insert(std::find(row.begin(), row.end(), box) + 1, line);
    }
    for (const auto &row : layers.rows) {
        for (size_t i = 0; i < row.size(); ++i)
            layers.vertices[static_cast<size_t>(row[i])].position = static_cast<int>(i);
    }
}

} // namespace

int order(const Input &input, Layers &layers, const std::function<bool()> &cancelled)
{
    const long long crossings = Ordering(input, layers).run(cancelled);
    keepLoopsBesideTheirBox(input, layers);
    return static_cast<int>(std::min<long long>(crossings, std::numeric_limits<int>::max()));
}

} // namespace podium::layered
