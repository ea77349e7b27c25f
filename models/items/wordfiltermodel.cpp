// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/wordfiltermodel.h"

#include "models/items/itemroles.h"

#include <algorithm>

namespace podium {

WordFilterModel::WordFilterModel(QAbstractItemModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSourceModel(&model);
    setSortRole(SortRole);
    setDynamicSortFilter(true);
}

void WordFilterModel::setText(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool WordFilterModel::isWanted(int) const
{
    return true;
}

bool WordFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    if (!isWanted(row))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = textOf(row);
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool WordFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(SortRole);
    const QVariant b = right.data(SortRole);
    if (a.typeId() == QMetaType::QString) {
        const int order = QString::localeAwareCompare(a.toString(), b.toString());
        if (order != 0)
            return order < 0;
    } else if (a != b) {
        return a.toLongLong() < b.toLongLong();
    }
    return equalLessThan(left, right);
}

} // namespace podium
