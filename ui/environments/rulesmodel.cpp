// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/environments/rulesmodel.h"

namespace podium {

void RulesModel::setRules(const QList<ServiceUrlRule> &rules)
{
    beginResetModel();
    m_rules = rules;
    endResetModel();
}

void RulesModel::remove(int row)
{
    if (row < 0 || row >= m_rules.size())
        return;
    beginRemoveRows({}, row, row);
    m_rules.removeAt(row);
    endRemoveRows();
    Q_EMIT edited();
}

int RulesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rules.size()) + 1;
}

int RulesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant RulesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ServiceUrlRule rule = m_rules.value(index.row());
    const QString text = index.column() == From ? rule.from : rule.to;
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return text;
    if (role == Qt::AccessibleTextRole)
        return text.isEmpty() ? tr("empty") : text;
    return {};
}

QVariant RulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return section == From ? tr("Address the server tells") : tr("Address that works from here");
}

bool RulesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString text = value.toString().trimmed();
    if (index.row() == m_rules.size()) {
        if (text.isEmpty())
            return false;
        beginInsertRows({}, index.row() + 1, index.row() + 1);
        m_rules.append(ServiceUrlRule());
        endInsertRows();
    }
    QString &place = index.column() == From ? m_rules[index.row()].from : m_rules[index.row()].to;
    if (place == text)
        return true;
    place = text;
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags RulesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

} // namespace podium
