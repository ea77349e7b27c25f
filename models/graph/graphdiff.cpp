// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphdiff.h"

#include "models/graph/graphdiffparts.h"
#include "models/workflow/workflowdocument.h"

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace podium {

namespace {

class GraphComparison
{
public:
    GraphComparison(const GraphModel &before, const GraphModel &after)
        : m_before(before)
        , m_after(after)
        , m_newOf(static_cast<size_t>(before.nodes.size()), -1)
        , m_oldOf(static_cast<size_t>(after.nodes.size()), -1)
        , m_placeOfOld(m_newOf.size(), -1)
        , m_placeOfNew(m_oldOf.size(), -1)
    {
    }

    GraphDifference run()
    {
        matchNodes();
        mergeNodes();
        mergeEdges(m_before, m_after, {m_placeOfOld, m_placeOfNew}, m_result);
        m_result.model.title = m_after.title.isEmpty() ? m_before.title : m_after.title;
        tellGroups();
        return std::move(m_result);
    }

private:
    /// A node of either version: its index in there.
    struct Source
    {
        bool old = false;
        int index = -1;
    };

    void matchNodes()
    {
        for (int i = 0; i < m_before.nodes.size(); ++i) {
            const int other = m_after.indexOf(m_before.nodes.at(i).id);
            if (other >= 0 && sameParent(i, other))
                match(i, other);
        }
        // The id of an end says what it does. The first one of a state that has no partner takes the first such one.
        QHash<QString, QList<int>> ends;
        for (int i = 0; i < m_after.nodes.size(); ++i) {
            if (m_after.nodes.at(i).kind == GraphNode::Kind::End && m_oldOf[static_cast<size_t>(i)] < 0)
                ends[m_after.nodes.at(i).stateName].append(i);
        }
        for (int i = 0; i < m_before.nodes.size(); ++i) {
            if (m_before.nodes.at(i).kind != GraphNode::Kind::End || m_newOf[static_cast<size_t>(i)] >= 0)
                continue;
            if (const auto it = ends.find(m_before.nodes.at(i).stateName); it != ends.end() && !it->isEmpty())
                match(i, it->takeFirst());
        }
    }

    void tellGroups()
    {
        const GraphModel &model = m_result.model;
        for (qsizetype e = 0; e < model.edges.size(); ++e) {
            const int parent = model.nodes.at(model.edges.at(e).from).parent;
            if (parent >= 0 && m_result.edges.at(e).change != GraphChange::Same)
                m_result.nodes[parent].inside = true;
        }
        for (auto i = m_result.nodes.size() - 1; i >= 0; --i) {
            const GraphDifferenceItem &item = m_result.nodes.at(i);
            const int parent = model.nodes.at(i).parent;
            if (parent >= 0 && (item.inside || item.change != GraphChange::Same))
                m_result.nodes[parent].inside = true;
        }
    }

    // Names can be made so that the id of a state looks like the one of an action.
    bool sameParent(int old, int other) const
    {
        const int oldParent = m_before.nodes.at(old).parent;
        const int newParent = m_after.nodes.at(other).parent;
        return oldParent < 0 ? newParent < 0 : m_newOf[static_cast<size_t>(oldParent)] == newParent && newParent >= 0;
    }

    void match(int old, int other)
    {
        m_newOf[static_cast<size_t>(old)] = other;
        m_oldOf[static_cast<size_t>(other)] = old;
    }

    static std::vector<std::vector<int>> childrenOf(const GraphModel &model)
    {
        std::vector<std::vector<int>> children(static_cast<size_t>(model.nodes.size()) + 1);
        for (int i = 0; i < model.nodes.size(); ++i)
            children[static_cast<size_t>(model.nodes.at(i).parent + 1)].push_back(i);
        return children;
    }

    // Every group after its siblings before it, then its content: the order in which a graph is built.
    void mergeNodes()
    {
        const auto oldChildren = childrenOf(m_before);
        const auto newChildren = childrenOf(m_after);
        std::vector<std::pair<Source, int>> stack; // with the place of the parent
        const auto push = [&](int oldParent, int newParent, int place) {
            static const std::vector<int> none;
            const std::vector<Source> items =
                merged(oldParent < -1 ? none : oldChildren[static_cast<size_t>(oldParent + 1)],
                       newParent < -1 ? none : newChildren[static_cast<size_t>(newParent + 1)]);
            for (auto it = items.rbegin(); it != items.rend(); ++it)
                stack.emplace_back(*it, place);
        };
        push(-1, -1, -1);
        while (!stack.empty()) {
            const auto [source, parent] = stack.back();
            stack.pop_back();
            const int place = add(source, parent);
            if (source.old) {
                push(source.index, -2, place);
            } else {
                const int old = m_oldOf[static_cast<size_t>(source.index)];
                push(old < 0 ? -2 : old, source.index, place);
            }
        }
    }

    // What was removed follows the sibling that it followed before.
    std::vector<Source> merged(const std::vector<int> &old, const std::vector<int> &current) const
    {
        QHash<int, std::vector<int>> removedAfter; // by index of the sibling in the new version, -1: none before
        int anchor = -1;
        for (const int i : old) {
            if (const int other = m_newOf[static_cast<size_t>(i)]; other >= 0)
                anchor = other;
            else
                removedAfter[anchor].push_back(i);
        }
        std::vector<Source> items;
        const auto take = [&](int after) {
            if (const auto it = removedAfter.constFind(after); it != removedAfter.constEnd()) {
                for (const int i : *it)
                    items.push_back({true, i});
            }
        };
        take(-1);
        for (const int i : current) {
            items.push_back({false, i});
            take(i);
        }
        return items;
    }

    int add(const Source &source, int parent)
    {
        GraphModel &model = m_result.model;
        const auto place = static_cast<int>(model.nodes.size());
        GraphNode node = source.old ? m_before.nodes.at(source.index) : m_after.nodes.at(source.index);
        GraphDifferenceItem item;
        if (source.old) {
            item.change = GraphChange::Removed;
            m_placeOfOld[static_cast<size_t>(source.index)] = place;
        } else {
            m_placeOfNew[static_cast<size_t>(source.index)] = place;
            const int old = m_oldOf[static_cast<size_t>(source.index)];
            item = old < 0 ? GraphDifferenceItem{GraphChange::Added, {}, {}, false}
                           : compared(m_before.nodes.at(old), node);
            if (old >= 0)
                keepContent(node, old, place);
        }
        const QString base = node.id;
        for (int copy = 2; model.indexOfId.contains(node.id) || (source.old && m_after.indexOf(node.id) >= 0); ++copy)
            node.id = base + u'#' + QString::number(copy);
        node.parent = parent;
        node.parentGroup = parent < 0 ? QString() : model.nodes.at(parent).id;
        model.indexOfId.insert(node.id, place);
        model.nodes.append(std::move(node));
        m_result.nodes.append(std::move(item));
        return place;
    }

    // A state that held several actions stays a group, so that the removed ones have a place.
    void keepContent(GraphNode &node, int old, int place)
    {
        m_placeOfOld[static_cast<size_t>(old)] = place;
        const GraphNode &before = m_before.nodes.at(old);
        if (before.isGroup && !node.isGroup) {
            node.isGroup = true;
            node.arrangement = before.arrangement;
        }
    }

    const GraphModel &m_before;
    const GraphModel &m_after;
    std::vector<int> m_newOf;      ///< by node of the old version; -1: removed
    std::vector<int> m_oldOf;      ///< by node of the new version; -1: added
    std::vector<int> m_placeOfOld; ///< index in the merged model
    std::vector<int> m_placeOfNew;
    GraphDifference m_result;
};

} // namespace

bool GraphDifference::isEmpty() const
{
    const auto same = [](const GraphDifferenceItem &item) { return item.change == GraphChange::Same; };
    return std::all_of(nodes.begin(), nodes.end(), same) && std::all_of(edges.begin(), edges.end(), same);
}

int GraphDifference::count(GraphChange change) const
{
    int number = 0;
    for (const GraphDifferenceItem &item : nodes)
        number += item.change == change ? 1 : 0;
    for (qsizetype e = 0; e < edges.size(); ++e)
        number += edges.at(e).change == change && model.edges.at(e).kind != GraphEdge::Kind::Inner ? 1 : 0;
    return number;
}

GraphDifference compareGraphs(const GraphModel &before, const GraphModel &after)
{
    return GraphComparison(before, after).run();
}

GraphDifference compareDefinitions(const WorkflowDocument &before, const WorkflowDocument &after)
{
    return compareGraphs(buildGraph(before), buildGraph(after));
}

} // namespace podium
