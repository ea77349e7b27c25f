// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/ports.h"

#include <algorithm>
#include <cmath>

namespace podium::layered {

namespace {

constexpr double kFar = 1e9;

class Ports
{
public:
    Ports(const Input &input, const Layers &layers, Table<Segment> &segments)
        : m_input(input)
        , m_layers(layers)
        , m_segments(segments)
    {
    }

    void run()
    {
        for (Segment &segment : m_segments) {
            segment.upperX = vertex(segment.upper).x;
            segment.lowerX = vertex(segment.lower).x;
        }
        collect();
        // First towards where the other end could be, then to where it came to lie between its neighbours.
        constexpr int kRounds = 3;
        for (int round = 0; round < kRounds; ++round) {
            for (int side = 0; side < m_ends.size(); ++side)
                spread(side, round == 0);
        }
    }

private:
    struct End
    {
        int segment;
        bool upper; ///< of the segment
        double key; ///< their order
    };

    const Vertex &vertex(int v) const { return m_layers.vertices[v]; }
    bool isBox(int v) const { return vertex(v).kind == VertexKind::Box; }
    double reach(int box) const { return m_input.nodes[static_cast<size_t>(box)].portReach; }
    static int below(int box) { return 2 * box + 1; }
    static int above(int box) { return 2 * box; }

    void collect()
    {
        m_ends.fill(2 * static_cast<int>(m_input.nodes.size()), [this](const auto &add) {
            for (int s = 0; s < m_segments.size(); ++s) {
                const Segment &segment = m_segments[s];
                const double upperX = vertex(segment.upper).x;
                const double lowerX = vertex(segment.lower).x;
                if (segment.shape == TrackLine::Shape::TurnAbove) {
                    add(above(segment.lower), End{s, false, outermost(lowerX, upperX)});
                } else if (segment.shape == TrackLine::Shape::TurnBelow) {
                    add(below(segment.upper), End{s, true, outermost(upperX, lowerX)});
                } else {
                    if (isBox(segment.upper))
                        add(below(segment.upper), End{s, true, lowerX});
                    if (isBox(segment.lower))
                        add(above(segment.lower), End{s, false, upperX});
                }
            }
        });
        for (int side = 0; side < m_ends.size(); ++side) {
            const auto ends = m_ends[side];
            if (ends.size() > 1)
                std::stable_sort(ends.begin(), ends.end(), [](const End &a, const End &b) { return a.key < b.key; });
        }
    }

    // Loops leave and enter outside of all other lines, the narrow one outermost: so they cross none of them.
    static double outermost(double center, double line)
    {
        return line < center ? (center - line) - kFar : kFar - (line - center);
    }

    double &at(const End &end) const
    {
        Segment &segment = m_segments[end.segment];
        return end.upper ? segment.upperX : segment.lowerX;
    }

    double wish(const End &end, bool first) const
    {
        const Segment &segment = m_segments[end.segment];
        const int other = end.upper ? segment.lower : segment.upper;
        if (!first || segment.shape != TrackLine::Shape::Through || !isBox(other))
            return end.upper ? segment.lowerX : segment.upperX;
        const int upper = segment.upper;
        const int lower = segment.lower;
        // A box with one line has it in its middle, where the other box reaches so far; two of a kind meet halfway.
        const bool aloneAbove = m_ends.sizeOf(below(upper)) == 1;
        const bool aloneBelow = m_ends.sizeOf(above(lower)) == 1;
        double x = (vertex(upper).x + vertex(lower).x) / 2;
        if (aloneAbove || aloneBelow)
            x = aloneAbove ? vertex(upper).x : vertex(lower).x;
        const double low = std::max(vertex(upper).x - reach(upper), vertex(lower).x - reach(lower));
        const double high = std::min(vertex(upper).x + reach(upper), vertex(lower).x + reach(lower));
        return low <= high ? std::clamp(x, low, high) : vertex(other).x;
    }

    // The least sum of distances to the wishes that keeps the order and the distances between: ends that would come
    // too close move as a block, to the median of what its members wish.
    void spread(int side, bool first)
    {
        const auto ends = m_ends[side];
        const int box = side / 2;
        if (ends.empty() || reach(box) <= 0)
            return;
        const auto count = static_cast<double>(ends.size());
        const double step = std::min(m_input.spacing.port, 2 * reach(box) / count);
        const double low = vertex(box).x - reach(box);
        const double high = vertex(box).x + reach(box) - (count - 1) * step;
        const double middle = (low + high) / 2;
        m_wishes.clear();
        m_blocks.clear();
        constexpr size_t kMany = 40; // no room for wishes
        for (size_t i = 0; i < ends.size(); ++i) {
            m_wishes.push_back(ends.size() > kMany ? middle : wish(ends[i], first) - static_cast<double>(i) * step);
            m_blocks.push_back({i, i + 1, m_wishes.back()});
            while (m_blocks.size() > 1 && m_blocks[m_blocks.size() - 2].place > m_blocks.back().place)
                merge(middle);
        }
        for (const Block &block : m_blocks) {
            for (size_t i = block.begin; i < block.end; ++i)
                at(ends[i]) = std::clamp(block.place, low, high) + static_cast<double>(i) * step;
        }
    }

    struct Block
    {
        size_t begin; ///< in m_wishes, sorted within the block
        size_t end;
        double place;
    };

    void merge(double middle)
    {
        m_blocks[m_blocks.size() - 2].end = m_blocks.back().end;
        m_blocks.pop_back();
        Block &block = m_blocks.back();
        const auto begin = m_wishes.begin() + static_cast<std::ptrdiff_t>(block.begin);
        const auto end = m_wishes.begin() + static_cast<std::ptrdiff_t>(block.end);
        std::sort(begin, end);
        const auto count = end - begin;
        block.place = std::clamp(middle, *(begin + (count - 1) / 2), *(begin + count / 2));
    }

    const Input &m_input;
    const Layers &m_layers;
    Table<Segment> &m_segments;
    Lists<End> m_ends; ///< by box and side, from left to right
    std::vector<double> m_wishes;
    std::vector<Block> m_blocks;
};

class Ranges
{
public:
    Ranges(const Input &input, const Layers &layers)
        : m_input(input)
        , m_layers(layers)
    {
    }

    PortRanges run()
    {
        m_ranges.upper.assign(m_layers.links.size(), {});
        m_ranges.lower = m_ranges.upper;
        m_aloneAbove.assign(m_layers.links.size(), 0);
        m_aloneBelow = m_aloneAbove;
        countLoops();
        Lists<End> ends;
        ends.fill(m_loopsLeft.size(), [this](const auto &add) {
            for (int l = 0; l < m_layers.links.size(); ++l) {
                const Link &link = m_layers.links[l];
                if (m_layers.vertices[link.upper].kind == VertexKind::Box)
                    add(2 * link.upper + 1, End{l, m_layers.vertices[link.lower].position});
                if (m_layers.vertices[link.lower].kind == VertexKind::Box)
                    add(2 * link.lower, End{l, m_layers.vertices[link.upper].position});
            }
        });
        for (int side = 0; side < ends.size(); ++side)
            share(side, ends[side]);
        // What leads to nothing else stands in line with it, centre below centre.
        for (int l = 0; l < m_layers.links.size(); ++l) {
            if (m_aloneAbove[l] && m_aloneBelow[l])
                m_ranges.upper[l] = m_ranges.lower[l] = {};
        }
        return std::move(m_ranges);
    }

private:
    struct End
    {
        int link;
        int place; ///< of the vertex at the other end
    };

    void countLoops()
    {
        m_loopsLeft.assign(2 * static_cast<int>(m_input.nodes.size()), 0);
        m_loopsRight = m_loopsLeft;
        const auto count = [this](int side, int line) {
            const bool isLeft = m_layers.vertices[line].position < m_layers.vertices[side / 2].position;
            ++(isLeft ? m_loopsLeft : m_loopsRight)[side];
        };
        for (int e = 0; e < m_layers.chains.size(); ++e) {
            const Chain &chain = m_layers.chains[e];
            if (!chain.back || chain.direct)
                continue;
            const Input::Edge &edge = m_input.edges[static_cast<size_t>(e)];
            if (!chain.entersAtSide)
                count(2 * edge.to, chain.top);
            if (!chain.leavesAtSide)
                count(2 * edge.from + 1, chain.bottom);
        }
    }

    void share(int side, std::span<End> ends)
    {
        if (ends.size() > 1)
            std::sort(ends.begin(), ends.end(), [](const End &a, const End &b) { return a.place < b.place; });
        if (ends.empty())
            return;
        const double reach = m_input.nodes[static_cast<size_t>(side / 2)].portReach;
        const int count = static_cast<int>(ends.size()) + m_loopsLeft[side] + m_loopsRight[side];
        const double step = std::min(m_input.spacing.port, 2 * reach / count);
        if (count == 1)
            (side % 2 == 0 ? m_aloneBelow : m_aloneAbove)[ends.front().link] = 1;
        int before = m_loopsLeft[side];
        for (const End &end : ends) {
            const double low = before * step - reach;
            const double high = reach - (count - 1 - before) * step;
            (side % 2 == 0 ? m_ranges.lower : m_ranges.upper)[end.link] = {static_cast<int>(std::ceil(low)),
                                                                           static_cast<int>(std::floor(high))};
            ++before;
        }
    }

    const Input &m_input;
    const Layers &m_layers;
    PortRanges m_ranges;
    Table<char> m_aloneAbove; ///< by link: whether its upper box has no other line below
    Table<char> m_aloneBelow;
    Table<int> m_loopsLeft; ///< by box and side
    Table<int> m_loopsRight;
};

} // namespace

PortRanges portRanges(const Input &input, const Layers &layers)
{
    return Ranges(input, layers).run();
}

void placePorts(const Input &input, const Layers &layers, Table<Segment> &segments)
{
    Ports(input, layers, segments).run();
}

} // namespace podium::layered
