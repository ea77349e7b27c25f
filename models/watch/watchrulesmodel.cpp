// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/watch/watchrulesmodel.h"

#include "models/items/itemroles.h"
#include "models/watch/watchtexts.h"

#include <algorithm>

namespace podium {

void WatchRulesModel::setRules(const QList<WatchRule> &rules, const QDateTime &nowUtc)
{
    const auto sameId = [](const WatchRule &a, const WatchRule &b) { return a.id == b.id; };
    const bool same = std::equal(rules.cbegin(), rules.cend(), m_rules.cbegin(), m_rules.cend(), sameId);
    if (!same)
        beginResetModel();
    m_rules = rules;
    m_now = nowUtc;
    if (!same)
        endResetModel();
    else if (!m_rules.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void WatchRulesModel::setTexts(const ItemTexts &texts)
{
    m_texts = texts;
    if (!m_rules.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const WatchRule *WatchRulesModel::ruleAt(int row) const
{
    return row >= 0 && row < m_rules.size() ? &m_rules.at(row) : nullptr;
}

int WatchRulesModel::rowOf(const QString &ruleId) const
{
    const auto found =
        std::find_if(m_rules.cbegin(), m_rules.cend(), [&](const WatchRule &rule) { return rule.id == ruleId; });
    return found == m_rules.cend() ? -1 : static_cast<int>(found - m_rules.cbegin());
}

int WatchRulesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

int WatchRulesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString WatchRulesModel::statusText(const WatchRule &rule) const
{
    if (rule.isDone)
        return tr("Over");
    if (rule.isPaused)
        return tr("Paused");
    if (rule.isMuted(m_now))
        return tr("Muted until %1").arg(m_texts.timeOf(rule.mutedUntil));
    return tr("Watching");
}

QString WatchRulesModel::displayText(const WatchRule &rule, int column) const
{
    switch (column) {
    case RuleColumn:
        return singleLine(ruleTitle(rule));
    case KindColumn:
        return rule.name.isEmpty() ? kindText(rule.kind) : singleLine(ruleSentence(rule));
    case StatusColumn:
        return statusText(rule);
    default:
        return m_texts.timeOf(rule.created);
    }
}

QVariant WatchRulesModel::data(const QModelIndex &index, int role) const
{
    const WatchRule *rule = index.isValid() ? ruleAt(index.row()) : nullptr;
    if (!rule)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return displayText(*rule, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(displayText(*rule, index.column()));
    case ItemExportRole:
        return index.column() == CreatedColumn ? rule->created.toString(Qt::ISODateWithMs)
                                               : displayText(*rule, index.column());
    case IdRole:
        return rule->id;
    default:
        return {};
    }
}

QVariant WatchRulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static constexpr const char *kKeys[] = {"rule", "kind", "status", "created"};
    static_assert(std::size(kKeys) == ColumnCount);
    return columnHeader(section, orientation, role, kKeys, [&] {
        return QStringList{tr("Tell me when"), tr("What is watched"), tr("Status"), tr("Made")};
    });
}

} // namespace podium
