// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/jsonchangemodel.h"

#include "models/items/itemtexts.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostShown = 4000; ///< bytes of a value; a cell never needs more

/// Whether dumping it would be cheap, as far as can be told without doing it.
bool isSmall(const Json &value, int &budget)
{
    if (--budget < 0)
        return false;
    if (const auto *text = value.get_ptr<const Json::string_t *>())
        return text->size() < kMostShown;
    return !value.is_structured() ||
           std::all_of(value.begin(), value.end(), [&budget](const Json &each) { return isSmall(each, budget); });
}

QString cellText(const Json &value)
{
    if (const auto *text = value.get_ptr<const Json::string_t *>())
        return singleLine(u'"' % QString::fromUtf8(text->data(), qsizetype(std::min(text->size(), kMostShown))) % u'"');
    int budget = 100;
    if (isSmall(value, budget))
        return singleLine(QString::fromUtf8(toBytes(value)));
    return value.is_array() ? JsonChangeModel::tr("[%n item(s)]", nullptr, static_cast<int>(value.size()))
                            : JsonChangeModel::tr("{%n member(s)}", nullptr, static_cast<int>(value.size()));
}

} // namespace

void JsonChangeModel::setNames(const QString &left, const QString &right)
{
    m_left = left;
    m_right = right;
    Q_EMIT headerDataChanged(Qt::Horizontal, LeftColumn, RightColumn);
}

void JsonChangeModel::setChanges(const QList<JsonChange> &changes)
{
    if (changes == m_changes)
        return; // whoever reads in it stays where he is
    beginResetModel();
    m_changes = changes;
    endResetModel();
}

int JsonChangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int JsonChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JsonChangeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const JsonChange &change = m_changes.at(index.row());
    if (role == KindRole)
        return static_cast<int>(change.kind);
    if (role == PointerRole)
        return change.pointer;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const auto shown = [role](const QString &text) { return role == Qt::ToolTipRole ? plainToolTip(text) : text; };
    switch (index.column()) {
    case ChangeColumn:
        return shown(displayName(change.kind));
    case PathColumn:
        return shown(singleLine(change.pointer.isEmpty() ? tr("everything") : change.pointer));
    case LeftColumn:
        return change.kind == JsonChange::Kind::Added ? QString() : shown(cellText(change.left));
    default:
        return change.kind == JsonChange::Kind::Removed ? QString() : shown(cellText(change.right));
    }
}

QVariant JsonChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ChangeColumn:
        return tr("Change");
    case PathColumn:
        return tr("Path");
    case LeftColumn:
        return m_left.isEmpty() ? tr("Before") : m_left;
    case RightColumn:
        return m_right.isEmpty() ? tr("After") : m_right;
    default:
        return {};
    }
}

QString displayName(JsonChange::Kind kind)
{
    switch (kind) {
    case JsonChange::Kind::Added:
        return JsonChangeModel::tr("Added");
    case JsonChange::Kind::Removed:
        return JsonChangeModel::tr("Removed");
    case JsonChange::Kind::Changed:
        break;
    }
    return JsonChangeModel::tr("Changed");
}

QString summaryOf(const QList<JsonChange> &changes)
{
    const auto count = [&changes](JsonChange::Kind kind) {
        return static_cast<int>(std::count_if(changes.cbegin(), changes.cend(),
                                              [kind](const JsonChange &change) { return change.kind == kind; }));
    };
    QStringList parts;
    if (const int added = count(JsonChange::Kind::Added))
        parts << JsonChangeModel::tr("%n added", nullptr, added);
    if (const int removed = count(JsonChange::Kind::Removed))
        parts << JsonChangeModel::tr("%n removed", nullptr, removed);
    if (const int changed = count(JsonChange::Kind::Changed))
        parts << JsonChangeModel::tr("%n changed", nullptr, changed);
    return parts.isEmpty() ? JsonChangeModel::tr("No differences") : parts.join(u", "_s);
}

} // namespace podium
