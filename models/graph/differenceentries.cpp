// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/differenceentries.h"

#include <vector>

namespace podium {

namespace {

bool inBoth(const GraphDifferenceItem &item)
{
    return item.change == GraphChange::Same || item.change == GraphChange::Changed;
}

/// Groups in which parts of both versions follow each other otherwise.
std::vector<char> reorderedGroups(const GraphDifference &difference)
{
    std::vector<char> groups(static_cast<size_t>(difference.nodes.size()), 0);
    for (qsizetype e = 0; e < difference.edges.size(); ++e) {
        const GraphEdge &edge = difference.model.edges.at(e);
        const int parent = difference.model.nodes.at(edge.from).parent;
        if (edge.kind == GraphEdge::Kind::Inner && parent >= 0 && difference.edges.at(e).change != GraphChange::Same &&
            inBoth(difference.nodes.at(edge.from)) && inBoth(difference.nodes.at(edge.to)))
            groups[static_cast<size_t>(parent)] = 1;
    }
    return groups;
}

class EntryList
{
public:
    explicit EntryList(const GraphDifference &difference)
        : m_difference(difference)
        , m_reordered(reorderedGroups(difference))
        , m_edges(m_reordered.size())
    {
        for (int e = 0; e < difference.model.edges.size(); ++e) {
            const GraphEdge &edge = difference.model.edges.at(e);
            if (edge.kind != GraphEdge::Kind::Inner)
                m_edges[static_cast<size_t>(edge.from)].push_back(e);
        }
    }

    QList<DifferenceEntry> make()
    {
        const auto &nodes = m_difference.model.nodes;
        // Content follows its group, so the transitions of a group wait until its content has ended.
        std::vector<int> open;
        for (int i = 0; i < nodes.size(); ++i) {
            while (!open.empty() && open.back() != nodes.at(i).parent) {
                addEdges(open.back());
                open.pop_back();
            }
            addNode(i);
            open.push_back(i);
        }
        for (; !open.empty(); open.pop_back())
            addEdges(open.back());
        return m_entries;
    }

private:
    // What is in an added state is added with it.
    bool cameWith(int parent, GraphChange change) const
    {
        return parent >= 0 && (change == GraphChange::Added || change == GraphChange::Removed) &&
               m_difference.nodes.at(parent).change == change;
    }

    void addNode(int node)
    {
        DifferenceEntry entry{node, -1, m_difference.nodes.at(node).change, false, false};
        if (m_reordered[static_cast<size_t>(node)] && inBoth(m_difference.nodes.at(node))) {
            entry.change = GraphChange::Changed;
            entry.reordered = true;
        }
        entry.counts =
            entry.change != GraphChange::Same && !cameWith(m_difference.model.nodes.at(node).parent, entry.change);
        m_entries.append(entry);
    }

    void addEdges(int node)
    {
        for (const int e : m_edges[static_cast<size_t>(node)]) {
            const GraphChange change = m_difference.edges.at(e).change;
            const bool counts =
                change != GraphChange::Same && !cameWith(m_difference.model.nodes.at(node).parent, change);
            m_entries.append({node, e, change, false, counts});
        }
    }

    const GraphDifference &m_difference;
    std::vector<char> m_reordered;
    std::vector<std::vector<int>> m_edges; ///< by node that they leave
    QList<DifferenceEntry> m_entries;
};

void countOne(DifferenceCounts::Count &count, GraphChange change)
{
    count.added += change == GraphChange::Added ? 1 : 0;
    count.removed += change == GraphChange::Removed ? 1 : 0;
    count.changed += change == GraphChange::Changed ? 1 : 0;
}

} // namespace

QList<DifferenceEntry> differenceEntries(const GraphDifference &difference)
{
    return EntryList(difference).make();
}

DifferenceCounts countDifferences(const GraphDifference &difference)
{
    DifferenceCounts counts;
    const GraphModel &model = difference.model;
    for (qsizetype i = 0; i < model.nodes.size(); ++i) {
        const GraphNode &node = model.nodes.at(i);
        const GraphDifferenceItem &item = difference.nodes.at(i);
        if (node.parent >= 0)
            continue; // counts for its state
        const bool within = item.change == GraphChange::Same && item.inside;
        countOne(node.isState ? counts.states : counts.others, within ? GraphChange::Changed : item.change);
    }
    for (qsizetype e = 0; e < model.edges.size(); ++e) {
        if (model.nodes.at(model.edges.at(e).from).parent < 0)
            countOne(counts.transitions, difference.edges.at(e).change);
    }
    return counts;
}

} // namespace podium
