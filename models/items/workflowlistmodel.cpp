// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/workflowlistmodel.h"

#include "models/items/itemroles.h"

#include <QHash>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

WorkflowListModel::WorkflowListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void WorkflowListModel::setDefinitions(const QList<WorkflowDefinition> &definitions)
{
    QHash<QString, const WorkflowDefinition *> wanted;
    for (const WorkflowDefinition &definition : definitions)
        wanted.insert(definition.id + u'@' + definition.version, &definition);
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto found = wanted.constFind(m_entries.at(row).key());
        if (found == wanted.cend()) {
            beginRemoveRows({}, row, row);
            m_entries.removeAt(row);
            endRemoveRows();
            continue;
        }
        m_entries[row].definition = **found;
        wanted.erase(found);
        rowChanged(row);
    }
    QList<WorkflowEntry> added;
    for (const WorkflowDefinition &definition : definitions) {
        if (wanted.remove(definition.id + u'@' + definition.version) > 0)
            added.append({definition, {}, false, {}});
    }
    if (added.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    m_entries.append(added);
    endInsertRows();
}

int WorkflowListModel::rowOf(const QString &key) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&key](const WorkflowEntry &entry) { return entry.key() == key; });
    return found == m_entries.cend() ? -1 : static_cast<int>(found - m_entries.cbegin());
}

void WorkflowListModel::setAvailability(const QString &key, const Availability &availability)
{
    const int row = rowOf(key);
    if (row < 0 || m_entries.at(row).availability == availability)
        return;
    m_entries[row].availability = availability;
    rowChanged(row);
}

void WorkflowListModel::setLastRun(const QString &key, const std::optional<WorkflowInstance> &run)
{
    const int row = rowOf(key);
    if (row < 0)
        return;
    m_entries[row].lastRunKnown = true;
    m_entries[row].lastRun = run;
    rowChanged(row);
}

void WorkflowListModel::applyLive(const QList<WorkflowInstance> &rows)
{
    for (const WorkflowInstance &instance : rows) {
        for (int row = 0; row < m_entries.size(); ++row) {
            WorkflowEntry &entry = m_entries[row];
            const bool same = entry.definition.id == instance.workflowId &&
                              (instance.version.isEmpty() || entry.definition.version == instance.version);
            if (!same || !entry.lastRunKnown)
                continue;
            if (!entry.lastRun || entry.lastRun->id == instance.id || entry.lastRun->start < instance.start) {
                entry.lastRun = instance;
                rowChanged(row);
            }
        }
    }
}

void WorkflowListModel::setTexts(const ItemTexts &texts)
{
    m_texts = texts;
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void WorkflowListModel::rowChanged(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int WorkflowListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int WorkflowListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString WorkflowListModel::displayText(const WorkflowEntry &entry, int column) const
{
    switch (column) {
    case NameColumn:
        return singleLine(entry.definition.displayName());
    case DescriptionColumn:
        return singleLine(entry.definition.description);
    case VersionColumn:
        return singleLine(entry.definition.version);
    case AvailabilityColumn:
        switch (entry.availability.state) {
        case Availability::State::Unknown:
            return u"–"_s;
        case Availability::State::Checking:
            return tr("Checking…");
        case Availability::State::Available:
            return tr("Available");
        case Availability::State::Unavailable:
            return tr("Unavailable");
        }
        return {};
    case LastRunColumn:
        if (!entry.lastRunKnown)
            return {};
        return entry.lastRun ? m_texts.timeOf(entry.lastRun->start) : tr("never");
    case LastStateColumn:
        return entry.lastRun ? displayName(entry.lastRun->state) : QString();
    case IdColumn:
        return singleLine(entry.definition.id);
    default:
        return {};
    }
}

QString WorkflowListModel::toolTip(const WorkflowEntry &entry, int column) const
{
    switch (column) {
    case NameColumn:
        return plainToolTip(entry.definition.displayName() + u'\n' + entry.definition.id);
    case DescriptionColumn:
        return plainToolTip(entry.definition.description);
    case AvailabilityColumn:
        return plainToolTip(entry.availability.reason);
    default:
        return plainToolTip(displayText(entry, column));
    }
}

QVariant WorkflowListModel::sortValue(const WorkflowEntry &entry, int column) const
{
    if (column == LastRunColumn)
        return entry.lastRun ? entry.lastRun->start.toMSecsSinceEpoch() : -1;
    if (column == AvailabilityColumn)
        return static_cast<int>(entry.availability.state);
    return displayText(entry, column);
}

QVariant WorkflowListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const WorkflowEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(entry, index.column());
    case Qt::ToolTipRole:
        return toolTip(entry, index.column());
    case SortRole:
        return sortValue(entry, index.column());
    case ItemExportRole:
        if (index.column() == LastRunColumn)
            return entry.lastRun ? entry.lastRun->start.toString(Qt::ISODateWithMs) : QString();
        if (index.column() == AvailabilityColumn && !entry.availability.reason.isEmpty())
            return QString(displayText(entry, index.column()) + u": "_s + entry.availability.reason);
        return displayText(entry, index.column());
    case IdRole:
        return entry.key();
    case StateRole:
        return index.column() == LastStateColumn && entry.lastRun ? QVariant(static_cast<int>(entry.lastRun->state))
                                                                  : QVariant();
    case AvailabilityRole:
        return index.column() == AvailabilityColumn ? QVariant(static_cast<int>(entry.availability.state)) : QVariant();
    default:
        return {};
    }
}

QVariant WorkflowListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == ItemColumnKeyRole) {
        static constexpr const char *kKeys[] = {"name",    "description", "version", "availability",
                                                "lastRun", "lastState",   "id"};
        return QString::fromLatin1(kKeys[section]);
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Workflow");
    case DescriptionColumn:
        return tr("Description");
    case VersionColumn:
        return tr("Version");
    case AvailabilityColumn:
        return tr("Availability");
    case LastRunColumn:
        return tr("Last run");
    case LastStateColumn:
        return tr("Its state");
    default:
        return tr("Id");
    }
}

WorkflowFilterModel::WorkflowFilterModel(WorkflowListModel &model, QObject *parent)
    : WordFilterModel(model, parent)
    , m_model(model)
{
}

const WorkflowEntry &WorkflowFilterModel::entryAt(int row) const
{
    return m_model.entryAt(mapToSource(index(row, 0)).row());
}

QString WorkflowFilterModel::textOf(int row) const
{
    const WorkflowDefinition &definition = m_model.entryAt(row).definition;
    return definition.id + u'\n' + definition.name + u'\n' + definition.description + u'\n' +
           definition.annotations.join(u'\n');
}

bool WorkflowFilterModel::equalLessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return left.data(IdRole).toString() < right.data(IdRole).toString(); // equal rows stay where they are
}

} // namespace podium
