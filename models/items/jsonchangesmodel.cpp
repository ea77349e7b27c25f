// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/jsonchangesmodel.h"

#include "models/items/itemroles.h"
#include "models/items/itemtexts.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostShown = 2000; ///< members and letters of a value: more than a cell could show

/// Whether writing it costs no more than `budget`, so that a row is painted as quickly whatever its values.
bool isSmall(const Json &value, int &budget)
{
    if (const auto *text = value.get_ptr<const Json::string_t *>())
        budget -= static_cast<int>(std::min<std::size_t>(text->size(), kMostShown));
    if (--budget < 0)
        return false;
    if (!value.is_structured())
        return true;
    return std::all_of(value.begin(), value.end(), [&budget](const Json &each) { return isSmall(each, budget); });
}

/// As JSON in one line; of large values only how many there are, which costs the same whatever their size.
QString shortText(const Json &value)
{
    int budget = kMostShown;
    if (value.is_structured() && !isSmall(value, budget))
        return value.is_array() ? JsonChangesModel::tr("%n element(s)", nullptr, static_cast<int>(value.size()))
                                : JsonChangesModel::tr("%n member(s)", nullptr, static_cast<int>(value.size()));
    if (const auto *text = value.get_ptr<const Json::string_t *>())
        return u'"' +
               singleLine(QString::fromUtf8(text->data(), qsizetype(std::min<std::size_t>(text->size(), kMostShown)))) +
               u'"';
    return singleLine(QString::fromUtf8(toBytes(value)));
}

bool has(const JsonChange &change, int column)
{
    return change.kind !=
           (column == JsonChangesModel::LeftColumn ? JsonChange::Kind::Added : JsonChange::Kind::Removed);
}

QString valueText(const JsonChange &change, int column)
{
    return has(change, column) ? shortText(column == JsonChangesModel::LeftColumn ? change.left : change.right)
                               : QString();
}

QString wholeValue(const JsonChange &change, int column)
{
    if (!has(change, column))
        return {};
    return QString::fromUtf8(toBytes(column == JsonChangesModel::LeftColumn ? change.left : change.right));
}

} // namespace

JsonSides JsonSides::beforeAndAfter()
{
    return {JsonChangesModel::tr("Before"), JsonChangesModel::tr("After"), JsonChangesModel::tr("Added"),
            JsonChangesModel::tr("Removed"), JsonChangesModel::tr("Changed")};
}

QString JsonSides::nameOf(JsonChange::Kind kind) const
{
    return kind == JsonChange::Kind::Added ? added : kind == JsonChange::Kind::Removed ? removed : changed;
}

QString summaryOf(const QList<JsonChange> &changes)
{
    const auto count = [&changes](JsonChange::Kind kind) {
        return static_cast<int>(std::count_if(changes.cbegin(), changes.cend(),
                                              [kind](const JsonChange &change) { return change.kind == kind; }));
    };
    QStringList parts;
    if (const int added = count(JsonChange::Kind::Added))
        parts << JsonChangesModel::tr("%n added", nullptr, added);
    if (const int removed = count(JsonChange::Kind::Removed))
        parts << JsonChangesModel::tr("%n removed", nullptr, removed);
    if (const int changed = count(JsonChange::Kind::Changed))
        parts << JsonChangesModel::tr("%n changed", nullptr, changed);
    return parts.isEmpty() ? JsonChangesModel::tr("No differences") : parts.join(u", "_s);
}

JsonChangesModel::JsonChangesModel(const JsonSides &sides, QObject *parent)
    : QAbstractTableModel(parent)
    , m_sides(sides)
{
}

void JsonChangesModel::setSides(const JsonSides &sides)
{
    m_sides = sides;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, KindColumn), index(rowCount() - 1, KindColumn));
}

void JsonChangesModel::setChanges(const QList<JsonChange> &changes)
{
    // What stayed at the beginning keeps its rows, and with them selection and place.
    const auto kept =
        static_cast<int>(std::mismatch(m_changes.cbegin(), m_changes.cend(), changes.cbegin(), changes.cend(),
                                       [](const JsonChange &a, const JsonChange &b) {
                                           return a.kind == b.kind && a.pointer == b.pointer;
                                       })
                             .first -
                         m_changes.cbegin());
    if (kept < rowCount()) {
        beginRemoveRows({}, kept, rowCount() - 1);
        m_changes.resize(kept);
        endRemoveRows();
    }
    for (int row = 0; row < kept; ++row) {
        if (m_changes.at(row) == changes.at(row))
            continue;
        m_changes[row] = changes.at(row);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (kept < changes.size()) {
        beginInsertRows({}, kept, static_cast<int>(changes.size()) - 1);
        m_changes = changes;
        endInsertRows();
    }
}

int JsonChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int JsonChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant JsonChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const JsonChange &change = m_changes.at(index.row());
    const bool value = index.column() == LeftColumn || index.column() == RightColumn;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        const QString text = value                          ? valueText(change, index.column())
                             : index.column() == KindColumn ? m_sides.nameOf(change.kind)
                             : change.pointer.isEmpty()     ? tr("The whole")
                                                            : singleLine(change.pointer);
        return role == Qt::DisplayRole ? text : plainToolTip(text);
    }
    case ItemExportRole:
        return value                          ? wholeValue(change, index.column())
               : index.column() == KindColumn ? m_sides.nameOf(change.kind)
                                              : change.pointer;
    case KindRole:
        return static_cast<int>(change.kind);
    default:
        return {};
    }
}

QVariant JsonChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static constexpr const char *kKeys[] = {"path", "kind", "left", "right"};
    static_assert(std::size(kKeys) == ColumnCount);
    return columnHeader(section, orientation, role, kKeys, [&] {
        return QStringList{tr("Path"), tr("Change"), m_sides.left, m_sides.right};
    });
}

} // namespace podium
