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
            for (size_t i = 0; i + 1 < m_begin.size(); ++i)
                moved = move(pass % 2 == 0 ? i : m_begin.size() - 2 - i) || moved;
            if (!moved && pass > 0)
                return;
        }
    }

private:
    Vertex &vertex(int v) { return m_layers.vertices[static_cast<size_t>(v)]; }
    int &blockOf(int v) { return m_block[static_cast<size_t>(v)]; }

    // What straight lines hold together, found by walking along them.
    void findBlocks()
    {
        m_block.assign(m_count, -1);
        m_members.clear();
        m_begin.clear();
        for (const auto &row : m_layers.rows) {
            for (const int v : row) {
                if (blockOf(v) >= 0)
                    continue;
                const auto block = static_cast<int>(m_begin.size());
                m_begin.push_back(m_members.size());
                blockOf(v) = block;
                m_members.push_back(v);
                for (size_t i = m_begin.back(); i < m_members.size(); ++i) {
                    const int at = m_members[i];
                    for (const auto *neighbours : {&m_layers.above, &m_layers.below}) {
                        for (const int w : (*neighbours)[static_cast<size_t>(at)]) {
                            if (blockOf(w) < 0 && std::abs(vertex(w).x - vertex(at).x) < 0.01) {
                                blockOf(w) = block;
                                m_members.push_back(w);
                            }
                        }
                    }
                }
            }
        }
        m_begin.push_back(m_members.size());
    }

    bool move(size_t block)
    {
        double least = std::numeric_limits<double>::lowest();
        double most = std::numeric_limits<double>::max();
        m_wishes.clear();
        for (size_t i = m_begin[block]; i < m_begin[block + 1]; ++i) {
            const int v = m_members[i];
            const Vertex &item = vertex(v);
            const auto &row = m_layers.rows[static_cast<size_t>(item.layer)];
            const auto at = static_cast<size_t>(item.position);
            if (at > 0 && blockOf(row[at - 1]) != static_cast<int>(block))
                least = std::max(least, vertex(row[at - 1]).x + separation(m_spacing, vertex(row[at - 1]), item) - item.x);
            if (at + 1 < row.size() && blockOf(row[at + 1]) != static_cast<int>(block))
                most = std::min(most, vertex(row[at + 1]).x - separation(m_spacing, item, vertex(row[at + 1])) - item.x);
            for (const auto *neighbours : {&m_layers.above, &m_layers.below}) {
                for (const int w : (*neighbours)[static_cast<size_t>(v)]) {
                    if (blockOf(w) != static_cast<int>(block))
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
        for (size_t i = m_begin[block]; i < m_begin[block + 1]; ++i)
            vertex(m_members[i]).x += by;
        return true;
    }

    Layers &m_layers;
    const Spacing &m_spacing;
    const size_t m_count;
    std::vector<int> m_block;     ///< by vertex
    std::vector<int> m_members;   ///< vertices, block by block
    std::vector<size_t> m_begin;  ///< of each block in m_members, and the end
    std::vector<double> m_wishes; ///< how far each line would have the block move
};

} // namespace

void shorten(const Input &input, Layers &layers)
{
    Shortening(input, layers).run(input.careful ? 12 : 3);
}

} // namespace podium::layered
