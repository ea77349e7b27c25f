// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/layered.h"
#include "models/graph/networksimplex.h"

#include <algorithm>

namespace podium::layered {

namespace {

class Ranking
{
public:
    Ranking(const Input &input, Table<char> &back)
        : m_input(input)
        , m_back(back)
        , m_count(static_cast<int>(input.nodes.size()))
        , m_edges(static_cast<int>(input.edges.size()))
    {
    }

    Table<int> run()
    {
        removeCycles();
        longestPaths();
        tighten();
        if (m_input.careful)
            shortenEdges();
        if (!m_rank.isEmpty()) {
            const int top = *std::min_element(m_rank.begin(), m_rank.end());
            for (int &rank : m_rank)
                rank -= top;
        }
        return std::move(m_rank);
    }

private:
    const Input::Edge &edge(int e) const { return m_input.edges[static_cast<size_t>(e)]; }
    // The ends as the edge runs down the layers.
    int upper(int e) const { return m_back[e] ? edge(e).to : edge(e).from; }
    int lower(int e) const { return m_back[e] ? edge(e).from : edge(e).to; }

    // Depth first from the first node, which is the start of the workflow, then from nodes nobody leads to, then from
    // what is left. An edge to a node that is still open closes a cycle.
    void removeCycles()
    {
        m_back.assign(m_edges, 0);
        m_out.fill(m_count, [this](const auto &add) {
            for (int e = 0; e < m_edges; ++e)
                add(edge(e).from, e);
        });
        Table<char> led(m_count, 0);
        for (int e = 0; e < m_edges; ++e) {
            if (edge(e).from != edge(e).to)
                led[edge(e).to] = 1;
        }
        m_state.assign(m_count, State::New);
        m_reached.assign(m_count, 0);
        m_order.reserve(m_count);
        if (m_count > 0)
            search(0);
        for (const int v : m_order)
            m_reached[v] = 1;
        for (const bool hasWay : {false, true}) {
            for (int v = 1; v < m_count; ++v) {
                if ((led[v] != 0) == hasWay)
                    search(v);
            }
        }
        std::reverse(m_order.begin(), m_order.end());

        const auto run = [this](bool down) {
            return [this, down](const auto &add) {
                for (int e = 0; e < m_edges; ++e) {
                    if (edge(e).from != edge(e).to)
                        add(down ? upper(e) : lower(e), down ? lower(e) : upper(e));
                }
            };
        };
        m_below.fill(m_count, run(true));
        m_above.fill(m_count, run(false));
    }

    void search(int root)
    {
        if (m_state[root] != State::New)
            return;
        m_stack.assign(1, {root, 0});
        m_state[root] = State::Open;
        while (!m_stack.empty()) {
            auto &[v, next] = m_stack.back();
            const auto edges = m_out[v];
            if (next == edges.size()) {
                m_state[v] = State::Done;
                m_order.add(v);
                m_stack.pop_back();
                continue;
            }
            const int e = edges[next++];
            const int to = edge(e).to;
            if (m_state[to] == State::Open) {
                m_back[e] = 1;
            } else if (m_state[to] == State::New) {
                m_state[to] = State::Open;
                m_stack.emplace_back(to, 0);
            }
        }
    }

    void longestPaths()
    {
        m_rank.assign(m_count, 0);
        for (const int v : m_order) {
            for (const int w : m_below[v])
                m_rank[w] = std::max(m_rank[w], m_rank[v] + 1);
        }
    }

    // A node with more edges below than above moves down, towards them; this shortens edges and never lengthens their
    // sum. What the start does not reach lies just above what it leads to.
    void tighten()
    {
        for (int pass = 0; pass < 2; ++pass) {
            for (int i = m_count - 1; i >= 0; --i) {
                const int v = m_order[i];
                const auto below = m_below[v];
                if (below.empty() || (below.size() <= m_above[v].size() && m_reached[v]))
                    continue;
                int lowest = m_rank[below.front()] - 1;
                for (const int w : below)
                    lowest = std::min(lowest, m_rank[w] - 1);
                m_rank[v] = lowest;
            }
        }
    }

    // Where there is time for it, as short as can be.
    void shortenEdges()
    {
        Table<SpringArc> arcs;
        arcs.reserve(m_edges);
        for (int e = 0; e < m_edges; ++e) {
            if (edge(e).from != edge(e).to)
                arcs.add({upper(e), lower(e), 1, 1});
        }
        settle(m_rank, arcs, 2 * m_count);
    }

    enum class State : char { New, Open, Done };

    const Input &m_input;
    Table<char> &m_back;
    const int m_count;
    const int m_edges;
    Lists<int> m_out; ///< edges by node
    Lists<int> m_above;
    Lists<int> m_below;
    Table<State> m_state;
    std::vector<std::pair<int, size_t>> m_stack;
    Table<char> m_reached; ///< from the start
    Table<int> m_order;    ///< topological, once the search is done
    Table<int> m_rank;
};

} // namespace

Table<int> rank(const Input &input, Table<char> &back)
{
    return Ranking(input, back).run();
}

} // namespace podium::layered
