// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/networksimplex.h"

#include <queue>

#include <algorithm>
#include <functional>

namespace podium::layered {

namespace {

// A solution is a spanning tree of arcs without slack. An exchange of two arcs moves the smaller part of the tree that
// the leaving arc cuts off, and looks at no node of the other one but those on the ring that the entering arc closes.
class NetworkSimplex
{
public:
    NetworkSimplex(Table<int> &places, const Table<SpringArc> &arcs)
        : m_places(places)
        , m_arcs(arcs)
        , m_count(places.size())
    {
    }

    void run(int pivots)
    {
        m_at.fill(m_count, [this](const auto &add) {
            for (int a = 0; a < m_arcs.size(); ++a) {
                add(m_arcs[a].from, a);
                add(m_arcs[a].to, a);
            }
        });
        growTrees();
        findCosts();
        m_mark.assign(m_count, 0);
        for (int leaving = worst(); leaving >= 0 && pivots > 0; leaving = worst(), --pivots) {
            collect(leaving);
            const int entering = findEntering(leaving);
            if (entering < 0)
                return; // cannot be: what gains without end has no arc that bounds it
            exchange(leaving, entering);
        }
    }

private:
    struct Node
    {
        int parent = -1; ///< tree arc towards the root; -1 at it
        int depth = 0;   ///< less than that of its children
        int cost = 0;    ///< of a step of the subtree away from its parent; below 0: it pays
        bool reached = false;
    };

    int slack(int a) const { return m_places[m_arcs[a].to] - m_places[m_arcs[a].from] - m_arcs[a].length; }
    int other(int a, int v) const { return m_arcs[a].from == v ? m_arcs[a].to : m_arcs[a].from; }

    // A tree takes in all it reaches by arcs without slack; then it moves by the least slack there is around it. It is
    // the rest that moves, by m_shift, so that the arcs around the tree keep their order in the two queues.
    void growTrees()
    {
        m_nodes.assign(m_count, {});
        for (int root = 0; root < m_count; ++root) {
            if (m_nodes[root].reached)
                continue;
            const int begin = m_order.size();
            m_shift = 0;
            reach(root, -1);
            for (int a = nearest(); a >= 0; a = nearest()) {
                const bool leadsOut = m_nodes[m_arcs[a].from].reached;
                m_shift += leadsOut ? slack(a) - m_shift : -(slack(a) + m_shift);
                reach(leadsOut ? m_arcs[a].to : m_arcs[a].from, a);
            }
            for (const int v : m_order.part(begin, m_order.size()))
                m_places[v] += m_shift;
        }
    }

    void reach(int start, int by)
    {
        enter(start, by);
        for (int i = m_order.size() - 1; i < m_order.size(); ++i) {
            const int v = m_order[i];
            for (const int a : m_at[v]) {
                const int w = other(a, v);
                if (m_nodes[w].reached)
                    continue;
                const bool leadsOut = m_arcs[a].from == v;
                if (const int free = slack(a); free != (leadsOut ? m_shift : -m_shift))
                    (leadsOut ? m_out : m_in).emplace(free, a);
                else
                    enter(w, a);
            }
        }
    }

    void enter(int v, int by)
    {
        Node &node = m_nodes[v];
        node.reached = true;
        node.parent = by;
        node.depth = by < 0 ? 0 : m_nodes[other(by, v)].depth + 1;
        m_places[v] -= m_shift;
        m_order.add(v);
    }

    // Of the arcs between the tree and the rest the one with the least slack; -1 when there is none.
    int nearest()
    {
        for (const auto &[queue, inside] : {std::pair(&m_out, &SpringArc::to), std::pair(&m_in, &SpringArc::from)}) {
            while (!queue->empty() && m_nodes[m_arcs[queue->top().second].*inside].reached)
                queue->pop();
        }
        if (m_out.empty() || m_in.empty())
            return !m_out.empty() ? m_out.top().second : !m_in.empty() ? m_in.top().second : -1;
        return m_out.top().first - m_shift <= m_in.top().first + m_shift ? m_out.top().second : m_in.top().second;
    }

    // What it costs to move a subtree up is the sum over its nodes: arcs within it cancel out.
    void findCosts()
    {
        for (int i = m_count - 1; i >= 0; --i) {
            const int v = m_order[i];
            int up = 0;
            for (const int a : m_at[v]) {
                const int w = other(a, v);
                if (m_nodes[w].parent == a)
                    up += m_arcs[a].to == w ? m_nodes[w].cost : -m_nodes[w].cost;
                up += m_arcs[a].to == v ? m_arcs[a].weight : -m_arcs[a].weight;
            }
            const int parent = m_nodes[v].parent;
            m_nodes[v].cost = parent < 0 || m_arcs[parent].to == v ? up : -up;
        }
    }

    // Goes round, and takes the worst of the first few found: asking all each time costs more than it saves.
    int worst()
    {
        constexpr int kEnough = 30;
        int found = -1;
        int seen = 0;
        for (int i = 0; i < m_count && seen < kEnough; ++i) {
            m_from = m_from + 1 < m_count ? m_from + 1 : 0;
            if (m_nodes[m_from].parent < 0 || m_nodes[m_from].cost >= 0)
                continue;
            ++seen;
            if (found < 0 || m_nodes[m_from].cost < m_nodes[found].cost)
                found = m_from;
        }
        return found;
    }

    // m_part: the subtree of `top`, or all the rest of its tree where that is less; marked.
    void collect(int top)
    {
        const int outside = other(m_nodes[top].parent, top);
        m_mark[top] = ++m_stamp;
        m_mark[outside] = ++m_stamp;
        m_part.assign(1, top);
        m_rest.assign(1, outside);
        // Side by side, so that the smaller one decides how long it takes.
        for (int i = 0;; ++i) {
            if (i == m_part.size()) {
                m_partMark = m_stamp - 1;
                m_partIsBelow = true;
                return;
            }
            if (i == m_rest.size()) {
                m_partMark = m_stamp;
                m_partIsBelow = false;
                std::swap(m_part, m_rest);
                return;
            }
            take(m_part, i, m_stamp - 1);
            take(m_rest, i, m_stamp);
        }
    }

    void take(Table<int> &part, int i, int mark)
    {
        const int v = part[i];
        for (const int a : m_at[v]) {
            const int w = other(a, v);
            if (m_mark[w] < m_stamp - 1 && (m_nodes[w].parent == a || m_nodes[v].parent == a)) {
                m_mark[w] = mark;
                part.add(w);
            }
        }
    }

    bool isInPart(int v) const { return m_mark[v] == m_partMark; }

    // The arc that stops the part first when it moves away from the rest.
    int findEntering(int top) const
    {
        const bool up = (m_arcs[m_nodes[top].parent].to == top) == m_partIsBelow;
        int best = -1;
        for (const int v : m_part) {
            for (const int a : m_at[v]) {
                const bool stops = up ? m_arcs[a].from == v : m_arcs[a].to == v;
                if (stops && !isInPart(other(a, v)) && (best < 0 || slack(a) < slack(best)))
                    best = a;
            }
        }
        return best;
    }

    void exchange(int top, int entering)
    {
        const int leaving = m_nodes[top].parent;
        const bool up = (m_arcs[leaving].to == top) == m_partIsBelow;
        if (const int by = up ? slack(entering) : -slack(entering); by != 0) {
            for (const int v : m_part)
                m_places[v] += by;
        }
        const int inner = isInPart(m_arcs[entering].from) ? m_arcs[entering].from : m_arcs[entering].to;
        const int outer = other(entering, inner);
        const int cost = m_nodes[top].cost;
        payAlongRing(leaving, entering, cost);
        // The part hangs by `inner` now: the arcs from there to its old root turn round.
        const int oldRoot = m_partIsBelow ? top : -1;
        turnTowards(inner, oldRoot, entering, -cost);
        if (!m_partIsBelow)
            m_nodes[top].parent = -1;
        m_nodes[inner].depth = m_nodes[outer].depth + 1;
        deepen(inner);
    }

    // Along the ring that the entering arc closes each tree arc trades that cost, by its sense along the ring.
    void payAlongRing(int leaving, int entering, int cost)
    {
        int a = m_arcs[entering].from;
        int b = m_arcs[entering].to;
        while (a != b) {
            const bool fromStart = m_nodes[a].depth >= m_nodes[b].depth;
            int &v = fromStart ? a : b;
            const int arc = m_nodes[v].parent;
            // From the head of the entering arc the ring goes up, and down to its tail.
            const bool alike = (m_arcs[arc].to == v) == fromStart;
            if (arc != leaving)
                m_nodes[v].cost -= alike ? cost : -cost;
            v = other(arc, v);
        }
    }

    void turnTowards(int v, int oldRoot, int arc, int cost)
    {
        while (true) {
            const int oldArc = m_nodes[v].parent;
            const int oldCost = m_nodes[v].cost;
            m_nodes[v].parent = arc;
            m_nodes[v].cost = cost;
            if (v == oldRoot || oldArc < 0)
                return;
            v = other(oldArc, v);
            arc = oldArc;
            cost = oldCost;
        }
    }

    void deepen(int root)
    {
        m_rest.assign(1, root);
        for (int i = 0; i < m_rest.size(); ++i) {
            const int v = m_rest[i];
            for (const int a : m_at[v]) {
                const int w = other(a, v);
                if (m_nodes[w].parent == a) {
                    m_nodes[w].depth = m_nodes[v].depth + 1;
                    m_rest.add(w);
                }
            }
        }
    }

    Table<int> &m_places;
    const Table<SpringArc> &m_arcs;
    const int m_count;
    Lists<int> m_at; ///< arcs by node
    Table<Node> m_nodes;
    Table<int> m_order; ///< parents before their children, before the first exchange
    using Queue = std::priority_queue<std::pair<int, int>, std::vector<std::pair<int, int>>, std::greater<>>;
    Queue m_out; ///< arcs from the tree to the rest, by slack before the shift
    Queue m_in;
    int m_shift = 0;
    Table<int> m_part; ///< the nodes that an exchange moves
    Table<int> m_rest; ///< what else is looked at meanwhile
    Table<int> m_mark; ///< by node: the part it was last found in
    int m_stamp = 0;
    int m_partMark = 0;
    bool m_partIsBelow = true; ///< of the leaving arc
    int m_from = 0;
};

} // namespace

void settle(Table<int> &places, const Table<SpringArc> &arcs, int pivots)
{
    NetworkSimplex(places, arcs).run(pivots);
}

} // namespace podium::layered
