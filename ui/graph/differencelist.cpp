// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/differencelist.h"

#include "models/graph/graphtexts.h"
#include "ui/graph/differencemarks.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongest = 160;
constexpr int kBadgeRoom = 26;
constexpr int kIndent = 14;
constexpr int kDeepest = 6;

QString displayName(GraphEdge::Kind kind)
{
    switch (kind) {
    case GraphEdge::Kind::Transition:
    case GraphEdge::Kind::Inner:
        break;
    case GraphEdge::Kind::Condition:
        return DifferenceListModel::tr("Condition");
    case GraphEdge::Kind::EventCondition:
        return DifferenceListModel::tr("Event condition");
    case GraphEdge::Kind::Default:
        return DifferenceListModel::tr("Default");
    case GraphEdge::Kind::Error:
        return DifferenceListModel::tr("Error");
    case GraphEdge::Kind::Compensation:
        return DifferenceListModel::tr("Compensation");
    }
    return DifferenceListModel::tr("Transition");
}

} // namespace

void DifferenceListModel::setComparison(SharedComparison comparison)
{
    if (comparison == m_comparison)
        return;
    beginResetModel();
    m_comparison = std::move(comparison);
    rebuild();
    endResetModel();
}

void DifferenceListModel::setChangesOnly(bool on)
{
    if (on == m_changesOnly)
        return;
    beginResetModel();
    m_changesOnly = on;
    rebuild();
    endResetModel();
}

void DifferenceListModel::rebuild()
{
    m_rows.clear();
    m_changeRows.clear();
    const qsizetype count = m_comparison ? m_comparison->entries.size() : 0;
    for (qsizetype i = 0; i < count; ++i) {
        const bool counts = m_comparison->entries.at(i).counts;
        if (m_changesOnly && !counts)
            continue;
        if (counts)
            m_changeRows.push_back(static_cast<int>(m_rows.size()));
        m_rows.push_back(i);
    }
}

int DifferenceListModel::rowOf(int node, int edge) const
{
    for (size_t row = 0; row < m_rows.size(); ++row) {
        const DifferenceEntry &entry = m_comparison->entries.at(m_rows[row]);
        if (entry.node == node && entry.edge == edge)
            return static_cast<int>(row);
    }
    return -1;
}

int DifferenceListModel::changeAt(int row) const
{
    const auto it = std::lower_bound(m_changeRows.begin(), m_changeRows.end(), row);
    return it != m_changeRows.end() && *it == row ? static_cast<int>(it - m_changeRows.begin()) : -1;
}

int DifferenceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString DifferenceListModel::title(const DifferenceEntry &entry) const
{
    const GraphModel &model = m_comparison->whole->model;
    const QString from = clipped(model.nodes.at(entry.node).title, kLongest);
    if (entry.edge < 0)
        return from;
    return tr("%1 \u2192 %2").arg(from, clipped(model.nodes.at(model.edges.at(entry.edge).to).title, kLongest));
}

QString DifferenceListModel::subtitle(const DifferenceEntry &entry) const
{
    const GraphModel &model = m_comparison->whole->model;
    const GraphNode &node = model.nodes.at(entry.node);
    if (entry.edge >= 0) {
        const GraphEdge &edge = model.edges.at(entry.edge);
        const QString label = clipped(edge.label, kLongest);
        return label.isEmpty() ? displayName(edge.kind) : tr("%1 \u00B7 %2").arg(displayName(edge.kind), label);
    }
    const QString kind = podium::displayName(node.kind);
    if (node.parent < 0)
        return kind;
    return tr("%1 in %2").arg(kind, clipped(model.nodes.at(node.parent).title, kLongest));
}

int DifferenceListModel::depth(int node) const
{
    int deep = 0;
    const auto &nodes = m_comparison->whole->model.nodes;
    for (int at = nodes.at(node).parent; at >= 0 && deep < kDeepest; at = nodes.at(at).parent)
        ++deep;
    return deep;
}

QVariant DifferenceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DifferenceEntry &entry = entryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return title(entry);
    case SubtitleRole:
        return subtitle(entry);
    case ChangeRole:
        return static_cast<int>(entry.change);
    case DepthRole:
        // Alone, without what is around it, an indent would say nothing.
        return m_changesOnly ? 0 : depth(entry.node) + (entry.edge >= 0 ? 1 : 0);
    case Qt::AccessibleTextRole:
        return tr("%1: %2. %3").arg(displayName(entry.change), title(entry), subtitle(entry));
    default:
        return {};
    }
}

void DifferenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);

    const auto change = static_cast<GraphChange>(index.data(DifferenceListModel::ChangeRole).toInt());
    QRect room = option.rect.adjusted(space::s, space::xs, -space::s, -space::xs);
    room.setLeft(room.left() + kIndent * index.data(DifferenceListModel::DepthRole).toInt());
    paintChangeBadge(*painter, QPointF(room.left() + 10, option.rect.center().y() + 0.5), 8.5, change, option.palette);
    room.setLeft(room.left() + kBadgeRoom);
    painter->save();
    const auto line = [&](const QRect &rect, const QString &text, const QFont &font, const QColor &color) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    };
    const int half = room.height() / 2;
    const QFont title = change == GraphChange::Same ? option.font : strongFont(option.font);
    line({room.left(), room.top(), room.width(), half}, index.data().toString(), title,
         option.palette.color(QPalette::Text));
    line({room.left(), room.top() + half, room.width(), room.height() - half},
         index.data(DifferenceListModel::SubtitleRole).toString(), option.font, mutedColor(option.palette));
    painter->restore();
}

QSize DifferenceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {160, 2 * QFontMetrics(strongFont(option.font)).height() + 2 * space::xs + 2};
}

} // namespace podium
