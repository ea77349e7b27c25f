// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/networksimplex.h"

#include <algorithm>
#include <limits>

namespace podium::layered {

namespace {

// A solution is a spanning tree of arcs without slack. Its nodes stand in postorder, so that a subtree is a range: what
// an exchange of two arcs moves is found, moved and numbered anew without looking at the rest.
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
        number();
        findCosts();
        for (int leaving = worst(); leaving >= 0 && pivots > 0; leaving = worst(), --pivots) {
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
        int first = 0;   ///< the subtree in m_order: first … last, the node itself
        int last = 0;
        int cost = 0; ///< of a step of the subtree away from its parent; below 0: it pays
        bool reached = false;
    };

    int slack(int a) const { return m_places[m_arcs[a].to] - m_places[m_arcs[a].from] - m_arcs[a].length; }
    int other(int a, int v) const { return m_arcs[a].from == v ? m_arcs[a].to : m_arcs[a].from; }
    bool isAbove(int v, int u) const
    {
        return m_nodes[v].first <= m_nodes[u].last && m_nodes[u].last <= m_nodes[v].last;
    }

    // A tree takes in all it reaches by arcs without slack; then it moves by the least slack there is around it.
    void growTrees()
    {
        m_nodes.assign(m_count, {});
        for (int root = 0; root < m_count; ++root) {
            if (m_nodes[root].reached)
                continue;
            m_order.clear();
            reach(root);
            while (true) {
                int nearest = -1;
                for (const int v : m_order) {
                    for (const int a : m_at[v]) {
                        if (!m_nodes[other(a, v)].reached && (nearest < 0 || slack(a) < slack(nearest)))
                            nearest = a;
                    }
                }
                if (nearest < 0)
                    break;
                const bool fromTree = m_nodes[m_arcs[nearest].from].reached;
                const int by = fromTree ? slack(nearest) : -slack(nearest);
                for (const int v : m_order)
                    m_places[v] += by;
                const int next = fromTree ? m_arcs[nearest].to : m_arcs[nearest].from;
                m_nodes[next].parent = nearest;
                reach(next);
            }
        }
    }

    void reach(int start)
    {
        m_nodes[start].reached = true;
        for (int i = m_order.add(start); i < m_order.size(); ++i) {
            const int v = m_order[i];
            for (const int a : m_at[v]) {
                const int w = other(a, v);
                if (m_nodes[w].reached || slack(a) != 0)
                    continue;
                m_nodes[w].reached = true;
                m_nodes[w].parent = a;
                m_order.add(w);
            }
        }
    }

    void number()
    {
        m_order.assign(m_count, 0);
        int next = 0;
        for (int v = 0; v < m_count; ++v) {
            if (m_nodes[v].parent < 0)
                next = number(v, next);
        }
    }

    // The subtree of `root` in postorder from `next` on. Which arcs belong to the tree, the nodes at their ends know.
    int number(int root, int next)
    {
        m_stack.clear();
        m_stack.push_back({root, 0});
        m_nodes[root].first = next;
        while (!m_stack.empty()) {
            auto &[v, at] = m_stack.back();
            const auto arcs = m_at[v];
            if (at == static_cast<int>(arcs.size())) {
                m_nodes[v].last = next;
                m_order[next++] = v;
                m_stack.pop_back();
                continue;
            }
            const int a = arcs[static_cast<size_t>(at++)];
            const int w = other(a, v);
            if (m_nodes[w].parent == a) {
                m_nodes[w].first = next;
                m_stack.push_back({w, 0});
            }
        }
        return next;
    }

    // What it costs to move a subtree up is the sum over its nodes: arcs within it cancel out.
    void findCosts()
    {
        for (int i = 0; i < m_count; ++i) {
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

    // The arc that stops the subtree first when it moves away from its parent.
    int findEntering(int top) const
    {
        const bool up = m_arcs[m_nodes[top].parent].to == top;
        int best = -1;
        for (int i = m_nodes[top].first; i <= m_nodes[top].last; ++i) {
            const int v = m_order[i];
            for (const int a : m_at[v]) {
                const bool stops = up ? m_arcs[a].from == v : m_arcs[a].to == v;
                if (stops && !isAbove(top, other(a, v)) && (best < 0 || slack(a) < slack(best)))
                    best = a;
            }
        }
        return best;
    }

    void exchange(int top, int entering)
    {
        const int leaving = m_nodes[top].parent;
        const bool up = m_arcs[leaving].to == top;
        const int by = up ? slack(entering) : -slack(entering);
        if (by != 0) {
            for (int i = m_nodes[top].first; i <= m_nodes[top].last; ++i)
                m_places[m_order[i]] += by;
        }
        const int inner = isAbove(top, m_arcs[entering].from) ? m_arcs[entering].from : m_arcs[entering].to;
        const int outer = other(entering, inner);
        const int cost = m_nodes[top].cost;
        // Along the ring that the entering arc closes, each tree arc trades that cost, by its sense along the ring.
        int common = outer;
        while (!isAbove(common, inner)) {
            const int a = m_nodes[common].parent;
            const bool alike = (m_arcs[a].to == common) == (m_arcs[entering].from == outer);
            m_nodes[common].cost -= alike ? cost : -cost;
            common = other(a, common);
        }
        int above = inner;
        while (above != common) {
            const int a = m_nodes[above].parent;
            const bool alike = (m_arcs[a].to == above) == (m_arcs[entering].to == outer);
            if (a != leaving)
                m_nodes[above].cost -= alike ? cost : -cost;
            above = other(a, above);
        }
        turnTowards(top, inner, entering, -cost);
        const int next = m_nodes[common].first;
        number(common, next);
    }

    // The subtree hangs by another node now: the arcs between turn round.
    void turnTowards(int top, int inner, int entering, int cost)
    {
        int v = inner;
        int arc = entering;
        int value = cost;
        while (true) {
            const int oldArc = m_nodes[v].parent;
            const int oldValue = m_nodes[v].cost;
            const bool done = v == top;
            m_nodes[v].parent = arc;
            m_nodes[v].cost = value;
            if (done)
                return;
            v = other(oldArc, v);
            arc = oldArc;
            value = oldValue;
        }
    }

    Table<int> &m_places;
    const Table<SpringArc> &m_arcs;
    const int m_count;
    Lists<int> m_at; ///< arcs by node
    Table<Node> m_nodes;
    Table<int> m_order;
    std::vector<std::pair<int, int>> m_stack;
    int m_from = 0;
};

} // namespace

void settle(Table<int> &places, const Table<SpringArc> &arcs, int pivots)
{
    NetworkSimplex(places, arcs).run(pivots);
}

} // namespace podium::layered
