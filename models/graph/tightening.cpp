// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/networksimplex.h"
#include "models/graph/ports.h"

#include <algorithm>
#include <cmath>

// E. Gansner et al., section 4.2: the least sum of horizontal distances is a network simplex, too, over the vertices
// and one or two helpers for each link. Here a link costs nothing as long as it can be straight, which takes the width
// of the boxes at its ends into account: what a line needs at its port, not the distance between two centres.
namespace podium::layered {

namespace {

constexpr int kAcross = 8;      ///< a unit across, of a line
constexpr int kAcrossLong = 16; ///< the same, where a long line would bend on its way
constexpr int kInLine = 9;      ///< between two boxes with no other line there: before it, all else is equal
constexpr int kOffCentre = 1;   ///< a unit between the centres of two boxes that a straight line joins

class Tightening
{
public:
    Tightening(const Input &input, const PortRanges &ranges, Layers &layers)
        : m_input(input)
        , m_ranges(ranges)
        , m_layers(layers)
        , m_spacing(input.spacing)
    {
    }

    void run()
    {
        takeOver();
        for (int l = 0; l < m_layers.links.size(); ++l)
            addLink(l);
        addLoops();
        settle(m_x, m_arcs, 4 * m_x.size());
        for (int v = 0; v < m_layers.vertices.size(); ++v)
            m_layers.vertices[v].x = m_x[v];
    }

private:
    const Vertex &vertex(int v) const { return m_layers.vertices[v]; }

    // Whole units, from left to right in each row.
    void takeOver()
    {
        for (const Vertex &item : m_layers.vertices)
            m_x.add(static_cast<int>(std::lround(item.x)));
        for (int r = 0; r < m_layers.rows.size(); ++r) {
            const auto row = m_layers.rows[r];
            for (size_t k = 1; k < row.size(); ++k) {
                const int left = row[k - 1];
                const int right = row[k];
                const auto apart =
                    static_cast<int>(std::ceil(separation(m_spacing, vertex(left), vertex(right)) - 0.001));
                m_x[right] = std::max(m_x[right], m_x[left] + apart);
                m_arcs.add({left, right, apart, 0});
            }
        }
    }

    void addLink(int l)
    {
        const auto [upper, lower] = m_layers.links[l];
        const PortRange &up = m_ranges.upper[l];
        const PortRange &low = m_ranges.lower[l];
        const bool bound = up.low == up.high && low.low == low.high;
        if (!bound) {
            addSpring(upper, lower, up.low - low.high);
            addSpring(lower, upper, low.low - up.high);
        }
        const int helper = m_x.add(std::min(m_x[upper], m_x[lower]));
        const bool isLong = vertex(upper).kind != VertexKind::Box && vertex(lower).kind != VertexKind::Box;
        for (const int end : {upper, lower})
            m_arcs.add({helper, end, 0, !bound ? kOffCentre : isLong ? kAcrossLong : kInLine});
    }

    // Costs as much as `right` + `length` is right of `left`.
    void addSpring(int right, int left, int length)
    {
        const int helper = m_x.add(std::max(m_x[right] + length, m_x[left]));
        m_arcs.add({right, helper, length, 0});
        m_arcs.add({left, helper, 0, kAcross});
    }

    // The line of a loop keeps close to the boxes at its ends.
    void addLoops()
    {
        for (int e = 0; e < m_layers.chains.size(); ++e) {
            const Chain &chain = m_layers.chains[e];
            if (!chain.back || chain.direct)
                continue;
            const Input::Edge &edge = m_input.edges[static_cast<size_t>(e)];
            for (const auto &[box, line] : {std::pair(edge.to, chain.top), std::pair(edge.from, chain.bottom)}) {
                const bool isLeft = vertex(line).position < vertex(box).position;
                m_arcs.add({isLeft ? line : box, isLeft ? box : line, 0, kAcross});
            }
        }
    }

    const Input &m_input;
    const PortRanges &m_ranges;
    Layers &m_layers;
    const Spacing &m_spacing;
    Table<int> m_x;
    Table<SpringArc> m_arcs;
};

} // namespace

void tighten(const Input &input, const PortRanges &ranges, Layers &layers)
{
    Tightening(input, ranges, layers).run();
}

} // namespace podium::layered
