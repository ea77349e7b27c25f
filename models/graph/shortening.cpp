// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/layered.h"

#include <algorithm>
#include <cmath>
#include <limits>

// Brandes and Köpf keep lines straight, but the mean of four drawings is wider than it need be. Here what is straight
// moves as one block to the median of its neighbours, as far as there is room: no line bends that did not, and the sum
// of the horizontal distances only falls (the "priority" idea of K. Sugiyama et al., with the blocks of Brandes–Köpf).
namespace podium::layered {

namespace {

class Shortening
{
public:
    Shortening(const Input &input, Layers &layers)
        : m_layers(layers)
        , m_spacing(input.spacing)
        , m_count(layers.vertices.size())
    {
    }

    void run(int passes)
    {
        for (int pass = 0; pass < passes; ++pass) {
            findBlocks();
            bool moved = false;
            for (int i = 0; i + 1 < m_begin.size(); ++i)
                moved = move(pass % 2 == 0 ? i : m_begin.size() - 2 - i) || moved;
            if (!moved && pass > 0)
                return;
        }
    }

private:
    Vertex &vertex(int v) { return m_layers.vertices[v]; }

    // What straight lines hold together, found by walking along them.
    void findBlocks()
    {
        m_block.assign(m_count, -1);
        m_members.clear();
        m_begin.clear();
        for (int r = 0; r < m_layers.rows.size(); ++r) {
            for (const int v : m_layers.rows[r]) {
                if (m_block[v] < 0)
                    walk(v);
            }
        }
        m_begin.add(m_members.size());
    }

    void walk(int start)
    {
        const int block = m_begin.add(m_members.size());
        m_block[start] = block;
        for (int i = m_members.add(start); i < m_members.size(); ++i) {
            const int at = m_members[i];
            for (const auto *neighbours : {&m_layers.above, &m_layers.below}) {
                for (const int w : (*neighbours)[at]) {
                    if (m_block[w] < 0 && std::abs(vertex(w).x - vertex(at).x) < 0.01) {
                        m_block[w] = block;
                        m_members.add(w);
                    }
                }
            }
        }
    }

    bool move(int block)
    {
        double least = std::numeric_limits<double>::lowest();
        double most = std::numeric_limits<double>::max();
        m_wishes.clear();
        for (const int v : m_members.part(m_begin[block], m_begin[block + 1])) {
            const Vertex &item = vertex(v);
            const auto row = m_layers.rows[item.layer];
            const auto at = static_cast<size_t>(item.position);
            if (at > 0 && m_block[row[at - 1]] != block) {
                const Vertex &left = vertex(row[at - 1]);
                least = std::max(least, left.x + separation(m_spacing, left, item) - item.x);
            }
            if (at + 1 < row.size() && m_block[row[at + 1]] != block) {
                const Vertex &right = vertex(row[at + 1]);
                most = std::min(most, right.x - separation(m_spacing, item, right) - item.x);
            }
            for (const auto *neighbours : {&m_layers.above, &m_layers.below}) {
                for (const int w : (*neighbours)[v]) {
                    if (m_block[w] != block)
                        m_wishes.push_back(vertex(w).x - item.x);
                }
            }
        }
        if (m_wishes.empty())
            return false;
        // Anywhere between the two middle wishes is as short: what lies there already stays.
        std::sort(m_wishes.begin(), m_wishes.end());
        const double low = m_wishes[(m_wishes.size() - 1) / 2];
        const double high = m_wishes[m_wishes.size() / 2];
        const double wish = low > 0 ? low : high < 0 ? high : 0;
        const double by = std::clamp(wish, std::min(least, 0.0), std::max(most, 0.0));
        if (std::abs(by) < 0.5)
            return false;
        for (const int v : m_members.part(m_begin[block], m_begin[block + 1]))
            vertex(v).x += by;
        return true;
    }

    Layers &m_layers;
    const Spacing &m_spacing;
    const int m_count;
    Table<int> m_block;           ///< by vertex
    Table<int> m_members;         ///< vertices, block by block
    Table<int> m_begin;           ///< of each block in m_members, and the end
    std::vector<double> m_wishes; ///< how far each line would have the block move
};

} // namespace

void shorten(const Input &input, Layers &layers)
{
    Shortening(input, layers).run(input.careful ? 12 : 3);
}

} // namespace podium::layered
