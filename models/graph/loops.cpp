// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/layered.h"

#include <algorithm>

// A loop reads best when it leaves and enters at the sides of its boxes, with its line beside them: it is short, and
// the top and bottom of a box are left to what leads onwards. That takes a clear way from the box to the line.
namespace podium::layered {

namespace {

constexpr double kClosest = 7; ///< between two lines at one side: what an arrow head needs

class Attachment
{
public:
    Attachment(const Input &input, Layers &layers)
        : m_input(input)
        , m_layers(layers)
    {
    }

    void run()
    {
        m_owner.assign(m_layers.vertices.size(), kNobody);
        forEachLoop([this](int, const Chain &chain, const Input::Edge &edge) {
            m_owner[chain.top] = edge.to;
            m_owner[chain.bottom] = edge.from;
        });
        Lists<End> sides;
        sides.fill(2 * static_cast<int>(m_input.nodes.size()), [this](const auto &add) {
            forEachLoop([this, &add](int e, const Chain &chain, const Input::Edge &edge) {
                add(side(edge.to, chain.top), End{e, chain.top, true});
                add(side(edge.from, chain.bottom), End{e, chain.bottom, false});
            });
        });
        for (int s = 0; s < sides.size(); ++s) {
            if (sides.sizeOf(s) > 0)
                attach(s / 2, sides[s]);
        }
    }

private:
    struct End
    {
        int edge;
        int line; ///< the vertex beside the box
        bool enters;
    };

    template <typename Visit>
    void forEachLoop(const Visit &visit) const
    {
        for (int e = 0; e < m_layers.chains.size(); ++e) {
            const Chain &chain = m_layers.chains[e];
            if (chain.back && !chain.direct)
                visit(e, chain, m_input.edges[static_cast<size_t>(e)]);
        }
    }

    const Vertex &vertex(int v) const { return m_layers.vertices[v]; }
    int side(int box, int line) const { return 2 * box + (vertex(line).position > vertex(box).position ? 1 : 0); }
    int away(int box, int line) const { return std::abs(vertex(line).position - vertex(box).position); }

    bool isOwn(const End &end) const
    {
        const Input::Edge &edge = m_input.edges[static_cast<size_t>(end.edge)];
        return edge.from == edge.to;
    }

    // How many places beside the box are free of boxes, labels, and lines that turn towards another box. Lines that
    // pass are crossed here or, on a way around the box, above or below.
    int freeWay(int box, std::span<const End> ends) const
    {
        const auto row = m_layers.rows[vertex(box).layer];
        const int step = vertex(ends.front().line).position > vertex(box).position ? 1 : -1;
        int last = 0;
        for (const End &end : ends)
            last = std::max(last, away(box, end.line));
        for (int i = 1; i <= last; ++i) {
            const int v = row[static_cast<size_t>(vertex(box).position + i * step)];
            if (vertex(v).kind == VertexKind::Box || (m_owner[v] != kNobody && m_owner[v] != box))
                return i - 1;
            if (vertex(v).kind == VertexKind::Label)
                return m_owner[v] == box ? i : i - 1;
        }
        return last;
    }

    // From top to bottom: what leaves, the inner lines first, as all of these lead up; loops to the box itself, which
    // nest; what enters from below, the outer lines first. So none crosses another.
    void attach(int box, std::span<const End> all)
    {
        const double reach = m_input.nodes[static_cast<size_t>(box)].sideReach;
        if (reach < 0)
            return;
        const int free = freeWay(box, all);
        m_ends.clear();
        for (const End &end : all) {
            if (away(box, end.line) <= free)
                m_ends.push_back(end);
        }
        const auto group = [this](const End &end) { return isOwn(end) ? (end.enters ? 1 : 2) : (end.enters ? 3 : 0); };
        std::stable_sort(m_ends.begin(), m_ends.end(), [&](const End &a, const End &b) {
            if (group(a) != group(b))
                return group(a) < group(b);
            const bool innerFirst = group(a) % 2 == 0;
            return innerFirst ? away(box, a.line) < away(box, b.line) : away(box, a.line) > away(box, b.line);
        });
        while (!m_ends.empty() && (places() - 1) * kClosest > 2 * reach)
            removeOutermost(box);
        spread(box, reach);
    }

    // Edges of one bundle enter as one line.
    bool isSame(size_t i) const
    {
        return i > 0 && m_ends[i].line == m_ends[i - 1].line && m_ends[i].enters == m_ends[i - 1].enters;
    }

    int places() const
    {
        int count = 0;
        for (size_t i = 0; i < m_ends.size(); ++i)
            count += isSame(i) ? 0 : 1;
        return count;
    }

    void removeOutermost(int box)
    {
        int most = 0;
        for (const End &end : m_ends)
            most = std::max(most, away(box, end.line));
        std::erase_if(m_ends, [&](const End &end) { return away(box, end.line) == most; });
    }

    void spread(int box, double reach)
    {
        const int count = places();
        const double step = count > 1 ? std::min(m_input.spacing.port, 2 * reach / (count - 1)) : 0;
        double at = m_input.nodes[static_cast<size_t>(box)].sideAt - step * (count - 1) / 2;
        for (size_t i = 0; i < m_ends.size(); ++i) {
            if (i > 0 && !isSame(i))
                at += step;
            Chain &chain = m_layers.chains[m_ends[i].edge];
            (m_ends[i].enters ? chain.entersAtSide : chain.leavesAtSide) = true;
            (m_ends[i].enters ? chain.enterAt : chain.leaveAt) = at;
        }
    }

    static constexpr int kNobody = -1;

    const Input &m_input;
    Layers &m_layers;
    Table<int> m_owner;      ///< by line: the box whose loop starts or ends there
    std::vector<End> m_ends; ///< at the side that is looked at, from top to bottom
};

} // namespace

void attachLoops(const Input &input, Layers &layers)
{
    Attachment(input, layers).run();
}

} // namespace podium::layered
