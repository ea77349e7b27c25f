// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphdiff.h"

#include "models/graph/graphtexts.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace podium {

QString displayName(GraphChange change)
{
    const auto text = [](const char *word) { return QCoreApplication::translate("podium::GraphChange", word); };
    switch (change) {
    case GraphChange::Same:
        return text(QT_TRANSLATE_NOOP("podium::GraphChange", "Unchanged"));
    case GraphChange::Added:
        return text(QT_TRANSLATE_NOOP("podium::GraphChange", "Added"));
    case GraphChange::Removed:
        return text(QT_TRANSLATE_NOOP("podium::GraphChange", "Removed"));
    case GraphChange::Changed:
        return text(QT_TRANSLATE_NOOP("podium::GraphChange", "Changed"));
    }
    return {};
}

bool GraphDiff::isSame() const
{
    const auto same = [](GraphChange change) { return change == GraphChange::Same; };
    return std::all_of(nodes.cbegin(), nodes.cend(), same) && std::all_of(edges.cbegin(), edges.cend(), same);
}

namespace {

/// The lines of each that the other lacks, in their order; a line that stands twice counts twice.
ChangedText difference(const QStringList &before, const QStringList &after)
{
    QHash<QString, int> left;
    for (const QString &line : before)
        ++left[line];
    ChangedText text;
    for (const QString &line : after) {
        if (int &count = left[line]; count > 0)
            --count;
        else
            text.added.append(line);
    }
    for (auto line = before.crbegin(); line != before.crend(); ++line) {
        if (int &count = left[*line]; count > 0) {
            --count;
            text.removed.prepend(*line);
        }
    }
    return text;
}

QStringList linesOf(const GraphNode &node)
{
    QStringList lines{displayName(node.kind), node.title};
    // A subtitle mostly sums up what the details say in full.
    if (!node.subtitle.isEmpty() && node.details.isEmpty())
        lines.append(node.subtitle);
    lines += node.details;
    for (const GraphBadge &badge : node.badges)
        lines.append(badge.text);
    lines.removeDuplicates();
    return lines;
}

QStringList linesOf(const GraphEdge &edge)
{
    return (edge.detail.isEmpty() ? edge.label : edge.detail).split(u'\n', Qt::SkipEmptyParts);
}

bool isSame(const ChangedText &text)
{
    return text.added.isEmpty() && text.removed.isEmpty();
}

class Merger
{
public:
    Merger(const GraphModel &before, const GraphModel &after)
        : m_before(before)
    {
        m_diff.model = after;
        m_diff.nodes.fill(GraphChange::Added, after.nodes.size());
        m_diff.edges.fill(GraphChange::Added, after.edges.size());
    }

    GraphDiff run()
    {
        for (int i = 0; i < m_before.nodes.size(); ++i)
            m_place.push_back(mergeNode(m_before.nodes.at(i)));
        std::vector<const GraphEdge *> rest;
        for (const GraphEdge &edge : m_before.edges) {
            if (!matchEdge(edge, true))
                rest.push_back(&edge);
        }
        for (const GraphEdge *edge : rest) {
            if (!matchEdge(*edge, false))
                addRemoved(*edge);
        }
        markStates();
        return std::move(m_diff);
    }

private:
    /// The node's index in the merged graph.
    int mergeNode(const GraphNode &node)
    {
        GraphModel &model = m_diff.model;
        if (const int known = model.indexOf(node.id); known >= 0) {
            const ChangedText text = difference(linesOf(node), linesOf(model.nodes.at(known)));
            m_diff.nodes[known] = isSame(text) ? GraphChange::Same : GraphChange::Changed;
            if (!isSame(text))
                m_diff.nodeTexts.insert(known, text);
            return known;
        }
        GraphNode removed = node;
        removed.sourceLine = 0;
        removed.span = {};
        removed.parent = model.indexOf(node.parentGroup);
        // A group of which nothing but removed parts are left is still one.
        if (removed.parent >= 0)
            model.nodes[removed.parent].isGroup = true;
        const int index = int(model.nodes.size());
        model.indexOfId.insert(removed.id, index);
        model.nodes.append(removed);
        m_diff.nodes.append(GraphChange::Removed);
        return index;
    }

    GraphEdge placed(const GraphEdge &edge) const
    {
        GraphEdge result = edge;
        result.from = m_place.at(size_t(edge.from));
        result.to = m_place.at(size_t(edge.to));
        return result;
    }

    /// Finds the edge among those of the version after: word by word, or between the same ends with another text.
    bool matchEdge(const GraphEdge &edge, bool literally)
    {
        const GraphEdge wanted = placed(edge);
        if (m_edgesFrom.isEmpty())
            indexEdges();
        for (const int e : m_edgesFrom.value(wanted.from)) {
            const GraphEdge &candidate = m_diff.model.edges.at(e);
            if (m_diff.edges.at(e) != GraphChange::Added || candidate.to != wanted.to || candidate.kind != wanted.kind)
                continue;
            const ChangedText text = difference(linesOf(wanted), linesOf(candidate));
            if (literally && !isSame(text))
                continue;
            m_diff.edges[e] = isSame(text) ? GraphChange::Same : GraphChange::Changed;
            if (!isSame(text))
                m_diff.edgeTexts.insert(e, text);
            return true;
        }
        return false;
    }

    void indexEdges()
    {
        for (int e = 0; e < m_diff.model.edges.size(); ++e)
            m_edgesFrom[m_diff.model.edges.at(e).from].append(e);
    }

    void addRemoved(const GraphEdge &edge)
    {
        GraphEdge removed = placed(edge);
        removed.sourceLine = 0;
        m_diff.model.edges.append(removed);
        m_diff.edges.append(GraphChange::Removed);
    }

    void markStates()
    {
        const QList<GraphNode> &nodes = m_diff.model.nodes;
        for (int i = 0; i < nodes.size(); ++i) {
            if (m_diff.nodes.at(i) == GraphChange::Same)
                continue;
            for (int p = nodes.at(i).parent; p >= 0; p = nodes.at(p).parent) {
                if (m_diff.nodes.at(p) == GraphChange::Same)
                    m_diff.nodes[p] = GraphChange::Changed;
            }
        }
    }

    const GraphModel &m_before;
    GraphDiff m_diff;
    std::vector<int> m_place; ///< of each node of the version before
    QHash<int, QList<int>> m_edgesFrom; ///< of the version after
};

} // namespace

GraphDiff diffGraphs(const GraphModel &before, const GraphModel &after)
{
    return Merger(before, after).run();
}

} // namespace podium
