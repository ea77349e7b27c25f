// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/ports.h"

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
    Shortening(const Input &input, const PortRanges &ranges, Layers &layers)
        : m_layers(layers)
        , m_ranges(ranges)
        , m_spacing(input.spacing)
        , m_count(layers.vertices.size())
    {
    }

    void run(int passes)
    {
        m_links.fill(m_count, [this](const auto &add) {
            for (int l = 0; l < m_layers.links.size(); ++l) {
                add(m_layers.links[l].upper, l);
                add(m_layers.links[l].lower, l);
            }
        });
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
        m_centres.clear();
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
            for (const int l : m_links[v])
                addWishes(v, l);
        }
        if (m_wishes.empty())
            return false;
        std::sort(m_wishes.begin(), m_wishes.end());
        std::sort(m_centres.begin(), m_centres.end());
        // Anywhere between the two middle wishes is as short: there, as near as can be to the neighbours' centres.
        const double wish = std::clamp(nearest(m_centres, 0), middle(m_wishes, false), middle(m_wishes, true));
        const double by = std::clamp(wish, std::min(least, 0.0), std::max(most, 0.0));
        if (std::abs(by) < 0.5)
            return false;
        for (const int v : m_members.part(m_begin[block], m_begin[block + 1]))
            vertex(v).x += by;
        return true;
    }

    // A line is straight as long as the ports at both ends can have one place: from the first wish to the second.
    void addWishes(int v, int l)
    {
        const Link &link = m_layers.links[l];
        const bool isUpper = link.upper == v;
        const int w = isUpper ? link.lower : link.upper;
        if (m_block[w] == m_block[v])
            return;
        const PortRange &here = (isUpper ? m_ranges.upper : m_ranges.lower)[l];
        const PortRange &there = (isUpper ? m_ranges.lower : m_ranges.upper)[l];
        const double way = vertex(w).x - vertex(v).x;
        m_wishes.push_back(way + there.low - here.high);
        m_wishes.push_back(way + there.high - here.low);
        m_centres.push_back(way);
    }

    static double middle(const std::vector<double> &sorted, bool upper)
    {
        return sorted[upper ? sorted.size() / 2 : (sorted.size() - 1) / 2];
    }

    // What lies between the two middle ones already stays.
    static double nearest(const std::vector<double> &sorted, double to)
    {
        return std::clamp(to, middle(sorted, false), middle(sorted, true));
    }

    Layers &m_layers;
    const PortRanges &m_ranges;
    const Spacing &m_spacing;
    const int m_count;
    Table<int> m_block;           ///< by vertex
    Table<int> m_members;         ///< vertices, block by block
    Table<int> m_begin;           ///< of each block in m_members, and the end
    Lists<int> m_links;           ///< by vertex
    std::vector<double> m_wishes; ///< how far each line would have the block move, to be straight
    std::vector<double> m_centres;
};

} // namespace

void shorten(const Input &input, const PortRanges &ranges, Layers &layers)
{
    constexpr int kMoves = 400'000; // some 50 ms
    const int passes = input.careful ? std::clamp(kMoves / std::max(1, layers.vertices.size()), 1, 12) : 3;
    Shortening(input, ranges, layers).run(passes);
}

} // namespace podium::layered
