// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/redactionmodel.h"

#include "models/items/jsontreemodel.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// Calls `visit(pointer)` for what holds a value, the innermost first.
template <typename Visit>
void forEachHolder(const QString &pointer, Visit visit)
{
    for (qsizetype at = pointer.lastIndexOf(u'/'); at >= 0; at = at > 0 ? pointer.lastIndexOf(u'/', at - 1) : -1)
        visit(pointer.left(at));
}

} // namespace

RedactionModel::RedactionModel(JsonTreeModel *tree, QObject *parent)
    : QIdentityProxyModel(parent)
{
    setSourceModel(tree);
}

bool RedactionModel::isWithinChosen(const QString &pointer) const
{
    bool found = false;
    forEachHolder(pointer, [&](const QString &holder) { found = found || m_chosen.contains(holder); });
    return found;
}

bool RedactionModel::holdsChosen(const QString &pointer) const
{
    return m_holders.contains(pointer);
}

void RedactionModel::setChosen(const QStringList &pointers)
{
    m_chosen = QSet<QString>(pointers.cbegin(), pointers.cend());
    for (const QString &pointer : pointers) {
        if (isWithinChosen(pointer))
            m_chosen.remove(pointer);
    }
    m_holders.clear();
    for (const QString &pointer : std::as_const(m_chosen))
        forEachHolder(pointer, [this](const QString &holder) { m_holders.insert(holder); });
    tell({});
    Q_EMIT chosenChanged();
}

QStringList RedactionModel::chosen() const
{
    QStringList sorted(m_chosen.cbegin(), m_chosen.cend());
    sorted.sort();
    return sorted;
}

Qt::ItemFlags RedactionModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QIdentityProxyModel::flags(index);
    const auto kind = static_cast<JsonTreeModel::Kind>(index.data(JsonTreeModel::KindRole).toInt());
    if (index.isValid() && index.column() == JsonTreeModel::NameColumn && kind != JsonTreeModel::Kind::Group)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant RedactionModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::CheckStateRole)
        return QIdentityProxyModel::data(index, role);
    if (!(flags(index) & Qt::ItemIsUserCheckable))
        return {};
    const QString pointer = index.data(JsonTreeModel::PointerRole).toString();
    if (m_chosen.contains(pointer) || isWithinChosen(pointer))
        return Qt::Checked;
    return holdsChosen(pointer) ? Qt::PartiallyChecked : Qt::Unchecked;
}

bool RedactionModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const QString pointer = index.data(JsonTreeModel::PointerRole).toString();
    QStringList pointers = chosen();
    if (value.toInt() != Qt::Unchecked) {
        pointers << pointer;
    } else {
        if (isWithinChosen(pointer))
            return false; // what holds it is chosen as a whole
        const QString below = pointer + u'/';
        pointers.erase(std::remove_if(pointers.begin(), pointers.end(),
                                      [&](const QString &each) { return each == pointer || each.startsWith(below); }),
                       pointers.end());
    }
    setChosen(pointers);
    return true;
}

void RedactionModel::tell(const QModelIndex &parent)
{
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, 0, parent), {Qt::CheckStateRole});
    for (int row = 0; row < rows; ++row)
        tell(index(row, 0, parent));
}

} // namespace podium
