// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/layered.h"

#include <algorithm>

namespace podium::layered {

namespace {

/// The lines that all edges of one bundle to one target share: the nearer to the target, the more edges.
struct Trunk
{
    int key = 0;
    int next = -1;         ///< another one of the same target
    std::vector<int> line; ///< by distance to the target
    std::vector<int> link; ///< from each of them on towards the target
};

class Cutting
{
public:
    Cutting(const Input &input, const Table<int> &ranks, const Table<char> &back)
        : m_input(input)
        , m_ranks(ranks)
        , m_count(ranks.size())
    {
        m_layers.chains.resize(back.size());
        for (int e = 0; e < back.size(); ++e)
            m_layers.chains[e].back = back[e];
    }

    Layers run()
    {
        makeLayers();
        makeChains();
        const auto links = [this](bool below) {
            return [this, below](const auto &add) {
                for (const auto *table : {&m_layers.links, &m_turns}) {
                    for (const Link &link : *table)
                        add(below ? link.upper : link.lower, below ? link.lower : link.upper);
                }
            };
        };
        m_layers.below.fill(m_layers.vertices.size(), links(true));
        m_layers.above.fill(m_layers.vertices.size(), links(false));
        return std::move(m_layers);
    }

private:
    const Input::Edge &edge(int e) const { return m_input.edges[static_cast<size_t>(e)]; }
    int layer(int v) const { return m_layers.vertices[v].layer; }

    // Labels get layers of their own, below the layer their edge starts from; for a back edge above it.
    void makeLayers()
    {
        const int ranks = m_count == 0 ? 0 : *std::max_element(m_ranks.begin(), m_ranks.end()) + 1;
        Table<char> labelled(ranks + 1, 0);
        for (int e = 0; e < m_layers.chains.size(); ++e) {
            if (!edge(e).label.isEmpty() && edge(e).from != edge(e).to)
                labelled[m_ranks[edge(e).from] - (m_layers.chains[e].back ? 1 : 0)] = 1;
        }
        Table<int> layerOf(ranks);
        m_layers.labelRow.add(0); // room for turns above the first layer
        for (int r = 0; r < ranks; ++r) {
            layerOf[r] = m_layers.labelRow.add(0);
            if (labelled[r])
                m_layers.labelRow.add(1);
        }
        m_layers.labelRow.add(0); // and below the last
        m_layers.vertices.reserve(m_count * 3);
        for (int v = 0; v < m_count; ++v) {
            const QSizeF size = m_input.nodes[static_cast<size_t>(v)].size;
            add(VertexKind::Box, layerOf[m_ranks[v]], size.width(), size.height());
        }
    }

    int add(VertexKind kind, int atLayer, double width = 0, double height = 0)
    {
        return m_layers.vertices.add({kind, atLayer, false, 0, width, height, 0});
    }
    int add(const QSizeF &label, int atLayer) { return add(VertexKind::Label, atLayer, label.width(), label.height()); }
    // The label of a loop from a box to itself stands beside the line.
    int addOwnLabel(const QSizeF &label, int atLayer)
    {
        return add(VertexKind::Label, atLayer, label.width() + kBesideLine, label.height());
    }
    int link(int up, int down) { return m_layers.links.add({up, down}); }

    void makeChains()
    {
        // So many line vertices at most; edges beyond are drawn straight, so that no definition costs quadratic time.
        m_budget = 200'000 + 10LL * m_count;
        m_firstTrunk.assign(m_count, -1);
        m_turnOf.assign(2 * m_count, -1);
        Lists<int> edges;
        edges.fill(m_count, [this](const auto &addEdge) {
            for (int e = 0; e < m_layers.chains.size(); ++e)
                addEdge(edge(e).from, e);
        });
        m_linked.assign(m_count, {-1, -1});
        for (int v = 0; v < m_count; ++v) {
            for (const int e : edges[v]) {
                Chain &chain = m_layers.chains[e];
                if (m_budget < 0 && std::abs(layer(edge(e).to) - layer(v)) > 4) {
                    chain.direct = true;
                    continue;
                }
                chain.begin = m_layers.steps.size();
                if (chain.back)
                    makeBackChain(edge(e), chain);
                else
                    makeChain(edge(e), chain);
                chain.end = m_layers.steps.size();
            }
        }
    }

    Trunk &trunk(const Input::Edge &edge, bool back)
    {
        const int key = edge.bundle * 2 + (back ? 1 : 0);
        int at = m_firstTrunk[edge.to];
        while (at >= 0 && m_trunks[at].key != key)
            at = m_trunks[at].next;
        if (at < 0)
            at = m_firstTrunk[edge.to] = m_trunks.add({key, m_firstTrunk[edge.to], {}, {}});
        return m_trunks[at];
    }

    // Parallel edges without labels are one line: their links have the same ends.
    int linkOnce(int box, int down)
    {
        if (down >= m_linked.size())
            m_linked.resize(m_layers.vertices.size(), {-1, -1});
        auto &[upper, made] = m_linked[down];
        if (upper != box) {
            upper = box;
            made = link(box, down);
        }
        return made;
    }

    void makeChain(const Input::Edge &edge, Chain &chain)
    {
        chain.top = edge.from;
        chain.bottom = edge.to;
        if (!edge.label.isEmpty()) {
            chain.label = add(edge.label, layer(edge.from) + 1);
            m_layers.steps.add(link(edge.from, chain.label));
        }
        const int up = chain.label >= 0 ? chain.label : edge.from;
        const int lines = layer(edge.to) - layer(up) - 1;
        Trunk *shared = lines > 0 ? &trunk(edge, false) : nullptr;
        while (shared && static_cast<int>(shared->line.size()) < lines) {
            const int below = shared->line.empty() ? edge.to : shared->line.back();
            shared->line.push_back(add(VertexKind::Line, layer(below) - 1));
            shared->link.push_back(link(shared->line.back(), below));
            --m_budget;
        }
        const int next = shared ? shared->line[static_cast<size_t>(lines) - 1] : edge.to;
        m_layers.steps.add(chain.label >= 0 ? link(up, next) : linkOnce(up, next));
        for (int i = lines - 1; i >= 0; --i)
            m_layers.steps.add(shared->link[static_cast<size_t>(i)]);
    }

    // A back edge passes the layers of both its ends beside them, so that it can leave below and enter above.
    void makeBackChain(const Input::Edge &edge, Chain &chain)
    {
        const int first = layer(edge.to);
        const int last = layer(edge.from);
        const bool labelled = !edge.label.isEmpty();
        const int own = labelled && first < last ? last - 1 : last; // from here on it shares nothing
        Trunk *shared = own > first ? &trunk(edge, true) : nullptr;
        while (shared && static_cast<int>(shared->line.size()) < own - first) {
            const int above = shared->line.empty() ? -1 : shared->line.back();
            shared->line.push_back(add(VertexKind::Line, first + static_cast<int>(shared->line.size())));
            shared->link.push_back(above < 0 ? -1 : link(above, shared->line.back()));
            --m_budget;
        }
        for (int at = first; at <= last; ++at) {
            const auto distance = static_cast<size_t>(at - first);
            int v = -1;
            if (at < own)
                v = shared->line[distance];
            else if (labelled && at == own)
                v = chain.label = first < last ? add(edge.label, at) : addOwnLabel(edge.label, at);
            else
                v = add(VertexKind::Line, at);
            if (at > first)
                m_layers.steps.add(at < own ? shared->link[distance] : link(chain.bottom, v));
            else
                chain.top = v;
            chain.bottom = v;
        }
        for (const int end : {chain.top, chain.bottom})
            m_layers.vertices[end].loopEnd = true;
        turn(2 * edge.to, first - 1, chain.top);
        turn(2 * edge.from + 1, last + 1, chain.bottom);
    }

    // Loops of one box turn at one vertex: they nest, and would seem to cross if each had its own.
    void turn(int side, int atLayer, int line)
    {
        const auto linkTurn = [this, side](int vertex, int end) {
            m_turns.add(side % 2 == 0 ? Link{vertex, end} : Link{end, vertex});
        };
        int &vertex = m_turnOf[side];
        if (vertex < 0) {
            vertex = add(VertexKind::Turn, atLayer);
            linkTurn(vertex, side / 2);
        }
        if (line >= m_turned.size())
            m_turned.resize(m_layers.vertices.size(), -1);
        if (m_turned[line] != vertex) // edges of one bundle share it
            linkTurn(vertex, line);
        m_turned[line] = vertex;
    }

    const Input &m_input;
    const Table<int> &m_ranks;
    const int m_count;
    Layers m_layers;
    Table<Link> m_turns; ///< links of the turns: no edge takes them
    Table<int> m_turnOf; ///< turns by box and side
    Table<int> m_turned; ///< by line: the last turn that was linked with it
    Table<Trunk> m_trunks;
    Table<int> m_firstTrunk;             ///< by target
    Table<std::pair<int, int>> m_linked; ///< by lower vertex: the last box that was linked with it, and the link
    long long m_budget = 0;
};

} // namespace

Layers cut(const Input &input, const Table<int> &ranks, const Table<char> &back)
{
    return Cutting(input, ranks, back).run();
}

} // namespace podium::layered
