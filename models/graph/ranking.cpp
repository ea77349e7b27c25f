// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/layered.h"

#include <algorithm>
#include <unordered_map>

namespace podium::layered {

namespace {

/// The edges as they run down the layers.
struct Down
{
    int from;
    int to;
    int edge;
};

class Ranking
{
public:
    explicit Ranking(const Input &input)
        : m_input(input)
        , m_count(static_cast<int>(input.nodes.size()))
    {
    }

    Layers run()
    {
        removeCycles();
        longestPaths();
        tighten();
        makeLayers();
        makeLinks();
        return std::move(m_layers);
    }

private:
    // Depth first from the first node, which is the start of the workflow, then from nodes nobody leads to, then from
    // what is left. An edge to a node that is still open closes a cycle.
    void removeCycles()
    {
        std::vector<std::vector<int>> out(static_cast<size_t>(m_count));
        std::vector<int> incoming(static_cast<size_t>(m_count), 0);
        for (int e = 0; e < static_cast<int>(m_input.edges.size()); ++e) {
            const Input::Edge &edge = m_input.edges[static_cast<size_t>(e)];
            out[static_cast<size_t>(edge.from)].push_back(e);
            if (edge.from != edge.to)
                ++incoming[static_cast<size_t>(edge.to)];
        }
        m_layers.chains.resize(m_input.edges.size());
        std::vector<int> roots;
        if (m_count > 0)
            roots.push_back(0);
        for (int v = 1; v < m_count; ++v) {
            if (incoming[static_cast<size_t>(v)] == 0)
                roots.push_back(v);
        }
        for (int v = 1; v < m_count; ++v) {
            if (incoming[static_cast<size_t>(v)] != 0)
                roots.push_back(v);
        }
        m_state.assign(static_cast<size_t>(m_count), 0);
        m_reached.assign(static_cast<size_t>(m_count), false);
        for (const int root : roots) {
            if (m_state[static_cast<size_t>(root)] != 0)
                continue;
            search(root, out);
            if (root == 0) {
                for (const int v : m_order)
                    m_reached[static_cast<size_t>(v)] = true;
            }
        }
        std::reverse(m_order.begin(), m_order.end());

        m_outDown.resize(static_cast<size_t>(m_count));
        m_inDown.resize(static_cast<size_t>(m_count));
        for (int e = 0; e < static_cast<int>(m_input.edges.size()); ++e) {
            const Input::Edge &edge = m_input.edges[static_cast<size_t>(e)];
            if (edge.from == edge.to)
                continue;
            const bool back = m_layers.chains[static_cast<size_t>(e)].back;
            const Down down{back ? edge.to : edge.from, back ? edge.from : edge.to, e};
            m_outDown[static_cast<size_t>(down.from)].push_back(down);
            m_inDown[static_cast<size_t>(down.to)].push_back(down);
        }
    }

    void search(int root, const std::vector<std::vector<int>> &out)
    {
        std::vector<std::pair<int, size_t>> stack{{root, 0}};
        m_state[static_cast<size_t>(root)] = 1;
        while (!stack.empty()) {
            auto &[v, next] = stack.back();
            const std::vector<int> &edges = out[static_cast<size_t>(v)];
            if (next == edges.size()) {
                m_state[static_cast<size_t>(v)] = 2;
                m_order.push_back(v);
                stack.pop_back();
                continue;
            }
            const int e = edges[next++];
            const int to = m_input.edges[static_cast<size_t>(e)].to;
            if (m_state[static_cast<size_t>(to)] == 1)
                m_layers.chains[static_cast<size_t>(e)].back = true;
            else if (m_state[static_cast<size_t>(to)] == 0) {
                m_state[static_cast<size_t>(to)] = 1;
                stack.emplace_back(to, 0);
            }
        }
    }

    void longestPaths()
    {
        m_rank.assign(static_cast<size_t>(m_count), 0);
        for (const int v : m_order) {
            for (const Down &down : m_outDown[static_cast<size_t>(v)]) {
                int &rank = m_rank[static_cast<size_t>(down.to)];
                rank = std::max(rank, m_rank[static_cast<size_t>(v)] + 1);
            }
        }
    }

    // A node with more edges below than above moves down, towards them; this shortens edges and never lengthens their sum.
    // What the start does not reach lies just above what it leads to.
    void tighten()
    {
        for (int pass = 0; pass < 2; ++pass) {
            for (auto it = m_order.rbegin(); it != m_order.rend(); ++it) {
                const auto &out = m_outDown[static_cast<size_t>(*it)];
                const bool fewer = out.size() <= m_inDown[static_cast<size_t>(*it)].size();
                if (out.empty() || (fewer && m_reached[static_cast<size_t>(*it)]))
                    continue;
                int lowest = m_rank[static_cast<size_t>(out.front().to)] - 1;
                for (const Down &down : out)
                    lowest = std::min(lowest, m_rank[static_cast<size_t>(down.to)] - 1);
                m_rank[static_cast<size_t>(*it)] = lowest;
            }
        }
        if (m_rank.empty())
            return;
        const int top = *std::min_element(m_rank.begin(), m_rank.end());
        for (int &rank : m_rank)
            rank -= top;
    }

    // Labels get layers of their own, below the layer their edge starts from; for a back edge above it.
    void makeLayers()
    {
        const int ranks = m_rank.empty() ? 0 : *std::max_element(m_rank.begin(), m_rank.end()) + 1;
        std::vector<bool> labelled(static_cast<size_t>(ranks + 1), false);
        for (size_t e = 0; e < m_input.edges.size(); ++e) {
            const Input::Edge &edge = m_input.edges[e];
            if (edge.label.isEmpty() || edge.from == edge.to)
                continue;
            const int rank = m_rank[static_cast<size_t>(edge.from)];
            labelled[static_cast<size_t>(m_layers.chains[e].back ? rank - 1 : rank)] = true;
        }
        std::vector<int> layerOf(static_cast<size_t>(ranks));
        m_layers.labelRow.push_back(false); // room for turns above the first layer
        for (int r = 0; r < ranks; ++r) {
            layerOf[static_cast<size_t>(r)] = static_cast<int>(m_layers.labelRow.size());
            m_layers.labelRow.push_back(false);
            if (labelled[static_cast<size_t>(r)])
                m_layers.labelRow.push_back(true);
        }
        m_layers.labelRow.push_back(false); // and below the last
        m_layers.rows.resize(m_layers.labelRow.size());
        const auto guess = static_cast<size_t>(m_count) * 3;
        m_layers.vertices.reserve(guess);
        m_layers.above.reserve(guess);
        m_layers.below.reserve(guess);
        m_trunks.reserve(guess);
        for (int v = 0; v < m_count; ++v) {
            const QSizeF size = m_input.nodes[static_cast<size_t>(v)].size;
            add(VertexKind::Box, layerOf[static_cast<size_t>(m_rank[static_cast<size_t>(v)])], size.width(),
                size.height());
        }
    }

    int add(VertexKind kind, int layer, double width = 0, double height = 0)
    {
        Vertex vertex;
        vertex.kind = kind;
        vertex.layer = layer;
        vertex.width = width;
        vertex.height = height;
        m_layers.vertices.push_back(vertex);
        m_layers.above.emplace_back();
        m_layers.below.emplace_back();
        return static_cast<int>(m_layers.vertices.size() - 1);
    }

    void link(int up, int down)
    {
        std::vector<int> &below = m_layers.below[static_cast<size_t>(up)];
        if (std::find(below.begin(), below.end(), down) != below.end())
            return;
        below.push_back(down);
        m_layers.above[static_cast<size_t>(down)].push_back(up);
    }

    int layer(int v) const { return m_layers.vertices[static_cast<size_t>(v)].layer; }

    void makeLinks()
    {
        // So many line vertices at most; edges beyond are drawn straight, so that no definition costs quadratic time.
        m_budget = 200'000 + 10LL * m_count;
        for (size_t e = 0; e < m_input.edges.size(); ++e) {
            const Input::Edge &edge = m_input.edges[e];
            Chain &chain = m_layers.chains[e];
            const bool loop = edge.from == edge.to;
            const long long span = std::abs(layer(edge.to) - layer(edge.from));
            if (m_budget < 0 && span > 4) {
                chain.direct = true;
                continue;
            }
            if (loop || chain.back)
                makeBackChain(edge, chain);
            else
                makeChain(edge, chain);
        }
    }

    // The line of a bundle at a layer: made once, shared by all edges to its target.
    int trunk(const Input::Edge &edge, int atLayer, bool back)
    {
        const long long key =
            ((static_cast<long long>(edge.to) * 8 + edge.bundle % 4 * 2 + (back ? 1 : 0)) << 32) | atLayer;
        const auto [it, isNew] = m_trunks.try_emplace(key, -1);
        if (isNew) {
            it->second = add(VertexKind::Line, atLayer);
            --m_budget;
        }
        return it->second;
    }

    void makeChain(const Input::Edge &edge, Chain &chain)
    {
        const int last = layer(edge.to);
        int at = layer(edge.from) + 1;
        chain.vertices.push_back(edge.from);
        if (!edge.label.isEmpty()) {
            chain.label = add(VertexKind::Label, at++, edge.label.width(), edge.label.height());
            chain.vertices.push_back(chain.label);
        }
        for (; at < last; ++at)
            chain.vertices.push_back(trunk(edge, at, false));
        chain.vertices.push_back(edge.to);
        for (size_t i = 1; i < chain.vertices.size(); ++i)
            link(chain.vertices[i - 1], chain.vertices[i]);
    }

    // A back edge passes the layers of both its ends beside them, so that it can leave below and enter above.
    void makeBackChain(const Input::Edge &edge, Chain &chain)
    {
        chain.back = true;
        const int first = layer(edge.to);
        const int last = layer(edge.from);
        for (int at = first; at <= last; ++at) {
            const bool ownLabel = !edge.label.isEmpty() && (at == last - 1 || first == last);
            if (ownLabel) {
                chain.label = add(VertexKind::Label, at, edge.label.width(), edge.label.height());
                chain.vertices.push_back(chain.label);
            } else {
                chain.vertices.push_back(at == last ? add(VertexKind::Line, at) : trunk(edge, at, true));
            }
            if (chain.vertices.size() > 1)
                link(chain.vertices[chain.vertices.size() - 2], chain.vertices.back());
        }
        turn(first - 1, edge.to, chain.vertices.front(), true);
        turn(last + 1, edge.from, chain.vertices.back(), false);
    }

    void turn(int atLayer, int box, int line, bool above)
    {
        const int vertex = add(VertexKind::Turn, atLayer);
        for (const int end : {box, line}) {
            if (above)
                link(vertex, end);
            else
                link(end, vertex);
        }
    }

    const Input &m_input;
    const int m_count;
    Layers m_layers;
    std::vector<char> m_state;
    std::vector<bool> m_reached; ///< from the start
    std::vector<int> m_order; ///< topological, once the search is done
    std::vector<std::vector<Down>> m_outDown;
    std::vector<std::vector<Down>> m_inDown;
    std::vector<int> m_rank;
    std::unordered_map<long long, int> m_trunks;
    long long m_budget = 0;
};

} // namespace

Layers rank(const Input &input)
{
    return Ranking(input).run();
}

} // namespace podium::layered
