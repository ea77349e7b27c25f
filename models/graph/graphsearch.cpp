// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphsearch.h"

#include <algorithm>
#include <vector>

namespace podium {

namespace {

bool matches(const GraphNode &node, const QString &text)
{
    const auto has = [&text](const QString &where) { return where.contains(text, Qt::CaseInsensitive); };
    return has(node.title) || has(node.subtitle) || has(node.subWorkflow) || has(node.actionName) ||
           std::any_of(node.events.begin(), node.events.end(), has) ||
           std::any_of(node.details.begin(), node.details.end(), has) ||
           std::any_of(node.badges.begin(), node.badges.end(),
                       [&has](const GraphBadge &badge) { return has(badge.text); });
}

} // namespace

QList<GraphMatch> findInGraph(const GraphModel &model, const QString &text)
{
    QList<GraphMatch> found;
    if (text.isEmpty())
        return found;
    std::vector<std::vector<int>> edges(static_cast<size_t>(model.nodes.size()));
    for (int e = 0; e < model.edges.size(); ++e) {
        const GraphEdge &edge = model.edges.at(e);
        if (edge.label.contains(text, Qt::CaseInsensitive) || edge.detail.contains(text, Qt::CaseInsensitive))
            edges[static_cast<size_t>(edge.from)].push_back(e);
    }
    for (int i = 0; i < model.nodes.size(); ++i) {
        if (matches(model.nodes.at(i), text))
            found.append({i, -1});
        for (const int e : edges[static_cast<size_t>(i)])
            found.append({i, e});
    }
    return found;
}

} // namespace podium
