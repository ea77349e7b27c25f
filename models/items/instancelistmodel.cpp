// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/instancelistmodel.h"

#include "models/items/itemroles.h"

#include <algorithm>

namespace podium {

InstanceListModel::InstanceListModel(InstanceService &service, const Clock &clock, QObject *parent)
    : PagedModel(m_rows, parent)
    , m_service(service)
    , m_clock(clock)
{
}

void InstanceListModel::setQuery(const InstanceQuery &query)
{
    restart([this, &query] { m_query = query; });
}

Pending InstanceListModel::ask(int number, int offset, int limit)
{
    InstanceQuery query = m_query;
    query.offset = offset;
    query.limit = limit;
    return take(number, m_service.page(query), m_rows);
}

void InstanceListModel::setTexts(const ItemTexts &texts)
{
    m_texts = texts;
    changed(0, rowCount() - 1, {Qt::DisplayRole});
}

namespace {

/// Whether an instance that goes on changes its place in this order.
bool movesWithUpdates(InstanceQuery::Order order)
{
    switch (columnOf(order)) {
    case InstanceColumn::LastUpdate:
    case InstanceColumn::State:
    case InstanceColumn::Ended:
    case InstanceColumn::UpdatedBy:
        return true;
    default:
        return false;
    }
}

} // namespace

void InstanceListModel::applyLive(const QList<WorkflowInstance> &rows)
{
    if (phase() != Phase::Ready)
        return; // the answer under way has them
    forgetHoles();
    QList<WorkflowInstance> sorted = rows;
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.start < b.start; });
    const bool byStart = m_query.order == InstanceQuery::Order::StartDescending;
    bool again = false;
    for (const WorkflowInstance &instance : std::as_const(sorted)) {
        const int row = m_rows.rowOf(instance.id);
        const FilterMatch match = matchOf(instance, m_query, m_clock.now());
        if (row >= 0 && match == FilterMatch::No) {
            removeAt(row);
        } else if (row >= 0) {
            m_rows.put(row, instance);
            changed(row, row);
            // Its place may be another one now, or it may not belong here any more.
            again = again || movesWithUpdates(m_query.order) || match == FilterMatch::Unsure;
        } else if (match == FilterMatch::Yes && byStart) {
            insertNew(instance);
        } else {
            again = again || match != FilterMatch::No;
        }
    }
    if (again)
        refreshSoon();
    Q_EMIT countChanged();
}

/// Newest first: a row that we do not have, and that belongs before one we have without a gap, is a new one. Anywhere
/// else it is a row that we just did not read yet.
void InstanceListModel::insertNew(const WorkflowInstance &instance)
{
    const int head = m_rows.headLength();
    int row = 0;
    while (row < head && m_rows.at(row)->start >= instance.start)
        ++row;
    if (row == head && (head < rowCount() || hasMore()))
        return;
    if (maximum() > 0 && row >= maximum())
        return;
    insertOne(row, [this, row, &instance] { m_rows.insert(row, instance); });
    if (maximum() > 0)
        setRowCount(qMin(rowCount(), maximum()));
    trim();
}

void InstanceListModel::tick()
{
    const auto column = static_cast<int>(InstanceColumn::Duration);
    const int last = qMin(lastShown(), rowCount() - 1);
    for (int row = firstShown(); row <= last; ++row) {
        const WorkflowInstance *instance = m_rows.at(row);
        if (instance && !isFinal(instance->state) && !instance->end.isValid())
            Q_EMIT dataChanged(index(row, column), index(row, column), {Qt::DisplayRole});
    }
}

QString InstanceListModel::countText() const
{
    //: %1 is a number as it is written in the language, such as "1,234" or "100+"
    return isCounted() ? tr("%1 instance(s)", nullptr, rowCount()).arg(numberText()) : QString();
}

int InstanceListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kInstanceColumns;
}

QVariant InstanceListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const WorkflowInstance *instance = m_rows.at(index.row());
    if (!instance) {
        if (role == LoadedRole)
            return false;
        return role == Qt::AccessibleTextRole ? QVariant(tr("Loading")) : QVariant();
    }
    return instanceData(*instance, static_cast<InstanceColumn>(index.column()), role, m_texts, m_clock.now());
}

QVariant InstanceListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kInstanceColumns)
        return {};
    return instanceHeader(static_cast<InstanceColumn>(section), role);
}

void InstanceListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kInstanceColumns)
        return;
    const auto wanted = orderFor(static_cast<InstanceColumn>(column), order);
    if (!wanted || *wanted == m_query.order) {
        Q_EMIT queryChanged(); // the view may show an arrow that is not true
        return;
    }
    InstanceQuery query = m_query;
    query.order = *wanted;
    setQuery(query);
}

} // namespace podium
