// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palettemodel.h"

#include "ui/shell/fuzzymatch.h"

#include <algorithm>

namespace podium {

namespace {
constexpr qsizetype kShown = 200;
constexpr qsizetype kRecent = 8;
} // namespace

void PaletteModel::setItems(const QList<PaletteItem> &items)
{
    beginResetModel();
    m_items = items;
    rank();
    endResetModel();
}

void PaletteModel::setQuery(const QString &query)
{
    beginResetModel();
    m_query = query;
    rank();
    endResetModel();
}

void PaletteModel::rank()
{
    m_matches.clear();
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const PaletteItem &item = m_items.at(i);
        const FuzzyMatch match = fuzzyMatch(m_query, item.title);
        if (!match)
            continue;
        int score = match.score + item.bonus;
        if (const qsizetype recent = m_recent.indexOf(item.id); recent >= 0)
            score += m_query.isEmpty() ? 10'000 - int(recent) : 200;
        QVariantList positions;
        for (const qsizetype position : match.positions)
            positions << position;
        m_matches.append({i, score, positions});
    }
    std::stable_sort(m_matches.begin(), m_matches.end(),
                     [](const Match &a, const Match &b) { return a.score > b.score; });
    if (m_matches.size() > kShown)
        m_matches.resize(kShown);
}

std::function<void()> PaletteModel::use(int row)
{
    if (row < 0 || row >= m_matches.size())
        return {};
    const PaletteItem &item = m_items.at(m_matches.at(row).item);
    m_recent.removeAll(item.id);
    m_recent.prepend(item.id);
    if (m_recent.size() > kRecent)
        m_recent.removeLast();
    return item.run;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_matches.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Match &match = m_matches.at(index.row());
    const PaletteItem &item = m_items.at(match.item);
    switch (role) {
    case Qt::DisplayRole:
        return item.title;
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(item.title, item.category);
    case CategoryRole:
        return item.category;
    case HintRole:
        return item.hint;
    case IconRole:
        return item.iconName;
    case MatchRole:
        return match.positions;
    case IdRole:
        return item.id;
    default:
        return {};
    }
}

} // namespace podium
