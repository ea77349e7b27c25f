// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphoutline.h"

#include "models/graph/graphtexts.h"
#include "ui/graph/graphdescription.h"
#include "ui/graph/graphstyle.h"
#include "ui/widgets/icons.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongest = 160;

// An item is a node (even ids) or an edge (odd ones).
quintptr idOfNode(int node)
{
    return static_cast<quintptr>(node) * 2;
}
quintptr idOfEdge(int edge)
{
    return static_cast<quintptr>(edge) * 2 + 1;
}
int indexIn(const QModelIndex &index)
{
    return static_cast<int>(index.internalId() / 2);
}

} // namespace

void GraphOutlineModel::setGraph(SharedWhole whole)
{
    if (whole == m_whole)
        return;
    beginResetModel();
    m_whole = std::move(whole);
    m_top.clear();
    const qsizetype nodes = m_whole ? m_whole->model.nodes.size() : 0;
    m_rows.assign(static_cast<size_t>(nodes), 0);
    m_edges.assign(static_cast<size_t>(nodes), {});
    m_edgeRows.assign(static_cast<size_t>(m_whole ? m_whole->model.edges.size() : 0), 0);
    for (int i = 0; i < nodes; ++i) {
        const auto at = static_cast<size_t>(i);
        if (m_whole->model.nodes.at(i).parent < 0) {
            m_rows[at] = static_cast<int>(m_top.size());
            m_top.push_back(i);
        }
        int row = 0;
        for (const int part : m_whole->parts[at])
            m_rows[static_cast<size_t>(part)] = row++;
        for (const int edge : m_whole->outgoing[at]) {
            if (m_whole->model.edges.at(edge).kind == GraphEdge::Kind::Inner)
                continue;
            m_edgeRows[static_cast<size_t>(edge)] = row++;
            m_edges[at].push_back(edge);
        }
    }
    endResetModel();
}

void GraphOutlineModel::setOverlay(const GraphOverlay &overlay)
{
    if (overlay.nodes == m_states)
        return;
    const QHash<QString, NodeOverlay> before = std::exchange(m_states, overlay.nodes);
    const auto tell = [this](const QString &id) {
        const QModelIndex at = m_whole ? indexOf(m_whole->model.indexOf(id)) : QModelIndex();
        if (at.isValid())
            Q_EMIT dataChanged(at, at);
    };
    for (auto it = m_states.cbegin(); it != m_states.cend(); ++it) {
        if (const auto old = before.constFind(it.key()); old == before.constEnd() || *old != *it)
            tell(it.key());
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (!m_states.contains(it.key()))
            tell(it.key());
    }
}

QModelIndex GraphOutlineModel::nodeIndex(int node) const
{
    return createIndex(m_rows[static_cast<size_t>(node)], 0, idOfNode(node));
}

QModelIndex GraphOutlineModel::indexOf(int node) const
{
    return node >= 0 && node < static_cast<int>(m_rows.size()) ? nodeIndex(node) : QModelIndex();
}

int GraphOutlineModel::targetOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return -1;
    return isTransition(index) ? m_whole->model.edges.at(indexIn(index)).to : indexIn(index);
}

QModelIndex GraphOutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto at = static_cast<size_t>(row);
    if (!parent.isValid())
        return createIndex(row, 0, idOfNode(m_top[at]));
    const auto node = static_cast<size_t>(indexIn(parent));
    const auto &parts = m_whole->parts[node];
    return at < parts.size() ? createIndex(row, 0, idOfNode(parts[at]))
                             : createIndex(row, 0, idOfEdge(m_edges[node][at - parts.size()]));
}

QModelIndex GraphOutlineModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (isTransition(index))
        return nodeIndex(m_whole->model.edges.at(indexIn(index)).from);
    const int above = m_whole->model.nodes.at(indexIn(index)).parent;
    return above < 0 ? QModelIndex() : nodeIndex(above);
}

int GraphOutlineModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_top.size());
    if (isTransition(parent) || parent.column() > 0)
        return 0;
    const auto node = static_cast<size_t>(indexIn(parent));
    return static_cast<int>(m_whole->parts[node].size() + m_edges[node].size());
}

int GraphOutlineModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QString GraphOutlineModel::nodeText(int node) const
{
    const GraphNode &item = m_whole->model.nodes.at(node);
    const QString title = clipped(item.title.simplified(), kLongest);
    const auto state = m_states.constFind(item.id);
    return state == m_states.constEnd() ? title : tr("%1 · %2", "state of the graph · what the run did there")
                                                      .arg(title, displayName(state->state));
}

QString GraphOutlineModel::edgeText(int edge) const
{
    const GraphEdge &item = m_whole->model.edges.at(edge);
    const QString target = clipped(m_whole->model.nodes.at(item.to).title.simplified(), kLongest);
    const QString label = clipped(item.label.simplified(), kLongest);
    return label.isEmpty() ? target : tr("%1 (%2)", "target of a transition (its condition)").arg(target, label);
}

QVariant GraphOutlineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int item = indexIn(index);
    if (isTransition(index)) {
        switch (role) {
        case Qt::DisplayRole:
            return edgeText(item);
        case Qt::DecorationRole:
            return themedIcon(u"forward"_s);
        case Qt::AccessibleTextRole:
            return tr("Leads to %1").arg(edgeText(item));
        default:
            return {};
        }
    }
    const GraphNode &node = m_whole->model.nodes.at(item);
    switch (role) {
    case Qt::DisplayRole:
        return nodeText(item);
    case Qt::DecorationRole:
        return themedIcon(iconOf(node));
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "state of the graph, its type").arg(nodeText(item), displayName(node.kind));
    default:
        return {};
    }
}

} // namespace podium
