// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/collapse.h"

#include "models/graph/dominators.h"

#include <QMap>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace podium {

namespace {

constexpr qsizetype kLongestDetail = 2000;

std::vector<int> sizesOf(const GraphModel &whole, const Dominators &dominators)
{
    std::vector<int> sizes(static_cast<size_t>(whole.nodes.size()), 0);
    for (auto it = dominators.order.rbegin(); it != dominators.order.rend(); ++it) {
        const int dominator = dominators.of[static_cast<size_t>(*it)];
        if (dominator >= 0)
            sizes[static_cast<size_t>(dominator)] +=
                sizes[static_cast<size_t>(*it)] + (whole.nodes.at(*it).isState ? 1 : 0);
    }
    return sizes;
}

class Folder
{
public:
    Folder(const GraphModel &whole, const GraphFolds &folds)
        : m_whole(whole)
        , m_folds(folds)
        , m_hides(static_cast<size_t>(whole.nodes.size()))
    {
        std::iota(m_hides.begin(), m_hides.end(), 0);
        m_result.map.after.assign(m_hides.size(), false);
    }

    FoldedGraph run()
    {
        foldBranches();
        foldGroups();
        addNodes();
        for (const GraphEdge &edge : m_whole.edges)
            m_result.map.edgeAs.push_back(addEdge(edge));
        return std::move(m_result);
    }

private:
    int &hides(int node) { return m_hides[static_cast<size_t>(node)]; }

    void foldBranches()
    {
        if (m_folds.branches.isEmpty())
            return;
        const Dominators dominators = dominatorsOf(m_whole);
        const std::vector<int> sizes = sizesOf(m_whole, dominators);
        for (const int node : dominators.order) {
            const int before = dominators.of[static_cast<size_t>(node)];
            if (before < 0)
                continue;
            if (hides(before) != before)
                hides(node) = hides(before);
            else if (sizes[static_cast<size_t>(before)] > 0 && m_folds.branches.contains(m_whole.nodes.at(before).id))
                hides(node) = before;
            m_result.map.after[static_cast<size_t>(node)] = hides(node) != node;
        }
    }

    // Groups come before their content.
    void foldGroups()
    {
        for (int i = 0; i < m_whole.nodes.size(); ++i) {
            const int parent = m_whole.nodes.at(i).parent;
            if (parent < 0)
                continue;
            if (hides(parent) != parent) {
                hides(i) = hides(parent);
                m_result.map.after[static_cast<size_t>(i)] = m_result.map.after[static_cast<size_t>(parent)];
            } else if (m_folds.groups.contains(m_whole.nodes.at(parent).id)) {
                hides(i) = parent;
            }
        }
    }

    void addNodes()
    {
        FoldMap &map = m_result.map;
        GraphModel &model = m_result.model;
        model.title = m_whole.title;
        map.shownAs.assign(m_hides.size(), -1);
        for (int i = 0; i < m_whole.nodes.size(); ++i) {
            if (hides(i) != i)
                continue;
            GraphNode node = m_whole.nodes.at(i);
            if (node.parent >= 0)
                node.parent = map.shownAs[static_cast<size_t>(node.parent)];
            const auto shown = static_cast<int>(model.nodes.size());
            map.shownAs[static_cast<size_t>(i)] = shown;
            map.wholeOf.push_back(i);
            model.indexOfId.insert(node.id, shown);
            model.nodes.append(std::move(node));
        }
        for (int i = 0; i < m_whole.nodes.size(); ++i) {
            if (hides(i) == i)
                continue;
            const int shown = map.shownAs[static_cast<size_t>(hides(i))];
            map.shownAs[static_cast<size_t>(i)] = shown;
            GraphNode &node = model.nodes[shown];
            if (map.after[static_cast<size_t>(i)]) {
                node.hiddenAfter += m_whole.nodes.at(i).isState ? 1 : 0;
            } else {
                node.hiddenInside += m_whole.nodes.at(i).isGroup ? 0 : 1;
                node.isGroup = false;
            }
        }
    }

    int addEdge(GraphEdge edge)
    {
        const int from = m_result.map.shownAs[static_cast<size_t>(edge.from)];
        const int to = m_result.map.shownAs[static_cast<size_t>(edge.to)];
        const bool moved = hides(edge.from) != edge.from || hides(edge.to) != edge.to;
        if (moved && from == to)
            return -1; // all of it is hidden
        edge.from = from;
        edge.to = to;
        const auto next = static_cast<int>(m_result.model.edges.size());
        if (moved) {
            const std::tuple key(from, to, static_cast<int>(edge.kind));
            if (const auto known = m_moved.constFind(key); known != m_moved.constEnd()) {
                merge(m_result.model.edges[*known], edge);
                return *known;
            }
            m_moved.insert(key, next);
        }
        m_result.model.edges.append(std::move(edge));
        return next;
    }

    static void merge(GraphEdge &into, const GraphEdge &edge)
    {
        if (into.label != edge.label)
            into.label.clear();
        const QString text = edge.detail.isEmpty() ? edge.label : edge.detail;
        if (!text.isEmpty() && into.detail.size() < kLongestDetail)
            into.detail += into.detail.isEmpty() ? text : QString(u'\n' + text);
    }

    const GraphModel &m_whole;
    const GraphFolds &m_folds;
    std::vector<int> m_hides; ///< by node: itself, or the node that hides it
    QMap<std::tuple<int, int, int>, int> m_moved;
    FoldedGraph m_result;
};

int weight(NodeState state)
{
    switch (state) {
    case NodeState::Failed:
        return 6;
    case NodeState::Running:
        return 5;
    case NodeState::Waiting:
        return 4;
    case NodeState::Aborted:
        return 3;
    case NodeState::Done:
        return 2;
    case NodeState::Skipped:
        return 1;
    case NodeState::Pending:
        break;
    }
    return 0;
}

// A group has its own times and counts; of what it hides it takes how bad it is and where the run is.
void rollUp(NodeOverlay &into, const NodeOverlay &hidden)
{
    if (weight(hidden.state) > weight(into.state)) {
        into.state = hidden.state;
        if (hidden.state == NodeState::Running || hidden.state == NodeState::Failed)
            into.durationMs = -1;
    }
    if (into.error.isEmpty())
        into.error = hidden.error;
    into.current = into.current || hidden.current;
}

} // namespace

FoldedGraph foldGraph(const GraphModel &whole, const GraphFolds &folds)
{
    if (!folds.isEmpty())
        return Folder(whole, folds).run();
    FoldedGraph same{whole, {}};
    same.map.shownAs.resize(static_cast<size_t>(whole.nodes.size()));
    std::iota(same.map.shownAs.begin(), same.map.shownAs.end(), 0);
    same.map.wholeOf = same.map.shownAs;
    same.map.edgeAs.resize(static_cast<size_t>(whole.edges.size()));
    std::iota(same.map.edgeAs.begin(), same.map.edgeAs.end(), 0);
    same.map.after.assign(same.map.shownAs.size(), false);
    return same;
}

std::vector<int> branchSizes(const GraphModel &whole)
{
    return sizesOf(whole, dominatorsOf(whole));
}

GraphFolds allGroupsFolded(const GraphModel &whole)
{
    GraphFolds folds;
    for (const GraphNode &node : whole.nodes) {
        if (node.isGroup && node.parent < 0)
            folds.groups.insert(node.id);
    }
    return folds;
}

void reveal(GraphFolds &folds, const GraphModel &whole, int node)
{
    int top = node;
    while (whole.nodes.at(top).parent >= 0) {
        top = whole.nodes.at(top).parent;
        folds.groups.remove(whole.nodes.at(top).id);
    }
    if (folds.branches.isEmpty())
        return;
    const Dominators dominators = dominatorsOf(whole);
    for (int at = dominators.of[static_cast<size_t>(top)]; at >= 0; at = dominators.of[static_cast<size_t>(at)])
        folds.branches.remove(whole.nodes.at(at).id);
}

GraphOverlay foldOverlay(const GraphOverlay &overlay, const GraphModel &whole, const FoldMap &map)
{
    if (map.wholeOf.size() == map.shownAs.size())
        return overlay;
    GraphOverlay folded;
    std::vector<int> hidden; // in the order of the definition, so that the same error is told every time
    for (auto it = overlay.nodes.cbegin(); it != overlay.nodes.cend(); ++it) {
        const int node = whole.indexOf(it.key());
        if (node < 0)
            continue;
        const int shown = map.shownAs[static_cast<size_t>(node)];
        if (map.wholeOf[static_cast<size_t>(shown)] == node)
            folded.nodes.insert(it.key(), *it);
        else
            hidden.push_back(node);
    }
    std::sort(hidden.begin(), hidden.end());
    for (const int node : hidden) {
        const int shown = map.shownAs[static_cast<size_t>(node)];
        const QString &id = whole.nodes.at(map.wholeOf[static_cast<size_t>(shown)]).id;
        auto &into = map.after[static_cast<size_t>(node)] ? folded.after : folded.nodes;
        rollUp(into[id], overlay.nodes.value(whole.nodes.at(node).id));
    }
    for (const int edge : overlay.taken) {
        if (const int shown = map.edgeAs[static_cast<size_t>(edge)]; shown >= 0)
            folded.taken.insert(shown);
    }
    return folded;
}

} // namespace podium
