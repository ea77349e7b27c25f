// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/dominators.h"

#include <algorithm>
#include <utility>

namespace podium {

namespace {

/// Works on the numbers of a depth-first search; 0 is a root above all entries.
class LengauerTarjan
{
public:
    explicit LengauerTarjan(const GraphModel &model)
        : m_model(model)
        , m_count(static_cast<size_t>(model.nodes.size()))
        , m_out(m_count)
        , m_in(m_count)
        , m_number(m_count, -1)
    {
        for (const GraphEdge &edge : model.edges) {
            if (model.nodes.at(edge.from).parent >= 0)
                continue;
            m_out[static_cast<size_t>(edge.from)].push_back(edge.to);
            m_in[static_cast<size_t>(edge.to)].push_back(edge.from);
        }
    }

    Dominators run()
    {
        number();
        const std::vector<int> idom = dominators();
        Dominators result;
        result.of.assign(m_count, -1);
        for (size_t i = 1; i < m_vertex.size(); ++i) {
            result.order.push_back(m_vertex[i]);
            result.of[static_cast<size_t>(m_vertex[i])] = m_vertex[static_cast<size_t>(idom[i])];
        }
        return result;
    }

private:
    void number()
    {
        m_vertex.push_back(-1);
        m_parent.push_back(-1);
        // The start first, then what nothing leads to, then loops that nothing leads into.
        for (const bool any : {false, true}) {
            for (int v = 0; v < static_cast<int>(m_count); ++v) {
                if (m_model.nodes.at(v).parent < 0 && (any || m_in[static_cast<size_t>(v)].empty()))
                    search(v);
            }
        }
    }

    void search(int entry)
    {
        std::vector<std::pair<int, int>> stack{{entry, 0}};
        if (m_number[static_cast<size_t>(entry)] >= 0)
            return;
        while (!stack.empty()) {
            const auto [v, parent] = stack.back();
            stack.pop_back();
            if (m_number[static_cast<size_t>(v)] >= 0)
                continue;
            const auto number = static_cast<int>(m_vertex.size());
            m_number[static_cast<size_t>(v)] = number;
            m_vertex.push_back(v);
            m_parent.push_back(parent);
            const auto &next = m_out[static_cast<size_t>(v)];
            for (auto it = next.rbegin(); it != next.rend(); ++it)
                stack.push_back({*it, number});
        }
    }

    int evaluate(int v)
    {
        if (m_ancestor[static_cast<size_t>(v)] < 0)
            return v;
        std::vector<int> path;
        for (int u = v; m_ancestor[static_cast<size_t>(m_ancestor[static_cast<size_t>(u)])] >= 0;
             u = m_ancestor[static_cast<size_t>(u)])
            path.push_back(u);
        for (auto it = path.rbegin(); it != path.rend(); ++it) {
            const auto u = static_cast<size_t>(*it);
            const auto above = static_cast<size_t>(m_ancestor[u]);
            if (semi(m_label[above]) < semi(m_label[u]))
                m_label[u] = m_label[above];
            m_ancestor[u] = m_ancestor[above];
        }
        return m_label[static_cast<size_t>(v)];
    }

    int &semi(int v) { return m_semi[static_cast<size_t>(v)]; }

    std::vector<int> dominators()
    {
        const size_t count = m_vertex.size();
        std::vector<int> idom(count, 0);
        std::vector<std::vector<int>> buckets(count);
        m_ancestor.assign(count, -1);
        for (int i = 0; i < static_cast<int>(count); ++i) {
            m_semi.push_back(i);
            m_label.push_back(i);
        }
        for (auto w = static_cast<int>(count) - 1; w > 0; --w) {
            for (const int before : m_in[static_cast<size_t>(m_vertex[static_cast<size_t>(w)])])
                semi(w) = std::min(semi(w), semi(evaluate(m_number[static_cast<size_t>(before)])));
            if (m_parent[static_cast<size_t>(w)] == 0)
                semi(w) = 0; // the root leads to the entries
            buckets[static_cast<size_t>(semi(w))].push_back(w);
            const int parent = m_parent[static_cast<size_t>(w)];
            m_ancestor[static_cast<size_t>(w)] = parent;
            for (const int v : std::exchange(buckets[static_cast<size_t>(parent)], {})) {
                const int u = evaluate(v);
                idom[static_cast<size_t>(v)] = semi(u) < semi(v) ? u : parent;
            }
        }
        for (size_t w = 1; w < count; ++w) {
            if (idom[w] != m_semi[w])
                idom[w] = idom[static_cast<size_t>(idom[w])];
        }
        return idom;
    }

    const GraphModel &m_model;
    size_t m_count;
    std::vector<std::vector<int>> m_out;
    std::vector<std::vector<int>> m_in;
    std::vector<int> m_number; ///< by node
    std::vector<int> m_vertex; ///< by number, as all below
    std::vector<int> m_parent;
    std::vector<int> m_semi;
    std::vector<int> m_label;
    std::vector<int> m_ancestor;
};

} // namespace

Dominators dominatorsOf(const GraphModel &model)
{
    return LengauerTarjan(model).run();
}

} // namespace podium
