// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/runpath.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace podium {

namespace {

constexpr int kMostLooked = 200; ///< nodes, to tell the order of those entered in one millisecond

bool leadsOn(const GraphEdge &edge)
{
    return edge.kind != GraphEdge::Kind::Compensation && edge.kind != GraphEdge::Kind::Inner;
}

class Walk
{
public:
    Walk(const GraphModel &model, const RunFacts &facts)
        : m_model(model)
        , m_facts(facts)
        , m_out(facts.entered.size())
        , m_used(facts.entered.size(), 0)
    {
        for (int e = 0; e < model.edges.size(); ++e) {
            if (leadsOn(model.edges.at(e)))
                m_out[static_cast<size_t>(model.edges.at(e).from)].push_back(e);
        }
    }

    RunPath run()
    {
        size_t steps = 1;
        for (const std::vector<qint64> &times : m_facts.entered)
            steps += times.size();
        int at = m_model.indexOf(u"start"_s);
        while (at >= 0 && steps-- > 0)
            at = step(at);
        return std::move(m_path);
    }

private:
    /// When a node was entered next; the maximum when it was not.
    qint64 next(int node) const
    {
        const auto i = static_cast<size_t>(node);
        return m_used[i] < m_facts.entered[i].size() ? m_facts.entered[i][m_used[i]]
                                                     : std::numeric_limits<qint64>::max();
    }

    int step(int at)
    {
        const int to = chooseNext(at);
        if (to < 0)
            return -1;
        const std::vector<int> &edges = m_out[static_cast<size_t>(at)];
        const bool failed = m_facts.failed[static_cast<size_t>(at)];
        const auto isError = [this](int e) { return m_model.edges.at(e).kind == GraphEdge::Kind::Error; };
        const bool mixed =
            std::any_of(edges.begin(), edges.end(), [&](int e) { return m_model.edges.at(e).to == to && !isError(e); });
        for (const int e : edges) {
            if (m_model.edges.at(e).to != to || (mixed && isError(e) && !failed))
                continue;
            m_path.taken.insert(e);
            if (isError(e))
                m_path.handled.insert(at);
        }
        m_path.left.insert(at);
        ++m_used[static_cast<size_t>(to)];
        return to;
    }

    int chooseNext(int at) const
    {
        qint64 earliest = std::numeric_limits<qint64>::max();
        std::vector<int> first; // edges to what was entered first
        for (const int e : m_out[static_cast<size_t>(at)]) {
            const qint64 time = next(m_model.edges.at(e).to);
            if (time < earliest)
                first.clear();
            if (time <= earliest && time != std::numeric_limits<qint64>::max()) {
                earliest = time;
                first.push_back(e);
            }
        }
        if (first.empty())
            return -1;
        if (first.size() > 1)
            sortByLikelihood(at, first, earliest);
        return m_model.edges.at(first.front()).to;
    }

    void sortByLikelihood(int at, std::vector<int> &edges, qint64 time) const
    {
        const bool failed = m_facts.failed[static_cast<size_t>(at)];
        const auto fits = [&](int e) { return (m_model.edges.at(e).kind == GraphEdge::Kind::Error) == failed; };
        std::vector<std::pair<int, int>> ranked; // the less, the likelier
        for (const int e : edges) {
            const int reached = reachedFrom(m_model.edges.at(e).to, edges, time);
            ranked.emplace_back(-2 * reached - (fits(e) ? 1 : 0), e);
        }
        std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        for (size_t i = 0; i < edges.size(); ++i)
            edges[i] = ranked[i].second;
    }

    /// How many targets of `edges` a walk from `from` reaches over nodes that were entered at `time`.
    int reachedFrom(int from, const std::vector<int> &edges, qint64 time) const
    {
        std::vector<int> open{from};
        QSet<int> seen{from};
        while (!open.empty() && seen.size() < kMostLooked) {
            const int at = open.back();
            open.pop_back();
            for (const int e : m_out[static_cast<size_t>(at)]) {
                const int to = m_model.edges.at(e).to;
                if (next(to) == time && !seen.contains(to)) {
                    seen.insert(to);
                    open.push_back(to);
                }
            }
        }
        QSet<int> targets;
        for (const int e : edges)
            targets.insert(m_model.edges.at(e).to);
        return static_cast<int>((targets & seen).size());
    }

    const GraphModel &m_model;
    const RunFacts &m_facts;
    RunPath m_path;
    std::vector<std::vector<int>> m_out; ///< edges by node
    std::vector<size_t> m_used;          ///< visits of a node that the walk has come to
};

} // namespace

RunPath followRun(const GraphModel &model, const RunFacts &facts)
{
    return Walk(model, facts).run();
}

} // namespace podium
