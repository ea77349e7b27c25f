// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/instancecolumns.h"

#include "models/items/itemroles.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct InstanceColumns
{
    Q_DECLARE_TR_FUNCTIONS(InstanceColumns)
};

QString workflowText(const WorkflowInstance &instance)
{
    return instance.workflowName.isEmpty() ? instance.workflowId : instance.workflowName;
}

QString displayText(const WorkflowInstance &instance, InstanceColumn column, const ItemTexts &texts,
                    const QDateTime &nowUtc)
{
    switch (column) {
    case InstanceColumn::Workflow:
        return singleLine(workflowText(instance));
    case InstanceColumn::Id:
        return singleLine(instance.id);
    case InstanceColumn::BusinessKey:
        return singleLine(instance.businessKey);
    case InstanceColumn::State:
        return displayName(instance.state);
    case InstanceColumn::Started:
        return texts.timeOf(instance.start);
    case InstanceColumn::Duration:
        return texts.durationOf(durationOf(instance, nowUtc));
    case InstanceColumn::LastUpdate:
        return texts.timeOf(instance.lastUpdate);
    case InstanceColumn::Ended:
        return texts.timeOf(instance.end);
    case InstanceColumn::Version:
        return singleLine(instance.version);
    case InstanceColumn::CreatedBy:
        return singleLine(instance.createdBy);
    case InstanceColumn::UpdatedBy:
        return singleLine(instance.updatedBy);
    case InstanceColumn::Parent:
        return singleLine(instance.parentId);
    case InstanceColumn::Root:
        return singleLine(instance.rootId);
    }
    return {};
}

QString toolTip(const WorkflowInstance &instance, InstanceColumn column)
{
    switch (column) {
    case InstanceColumn::Workflow: {
        const QString id = instance.version.isEmpty()
                               ? instance.workflowId
                               : InstanceColumns::tr("%1, version %2").arg(instance.workflowId, instance.version);
        return plainToolTip(workflowText(instance) + u'\n' + id);
    }
    case InstanceColumn::Id:
        return plainToolTip(instance.id);
    case InstanceColumn::BusinessKey:
        return plainToolTip(instance.businessKey);
    case InstanceColumn::State:
        if (instance.state == InstanceState::Active && instance.end.isValid())
            return plainToolTip(InstanceColumns::tr("It has an end time, but its state did not arrive yet."));
        return {};
    case InstanceColumn::Started:
        return instance.start.toString(Qt::ISODateWithMs);
    case InstanceColumn::Duration:
        return instance.end.isValid() ? InstanceColumns::tr("Ended %1").arg(instance.end.toString(Qt::ISODateWithMs))
                                      : QString();
    case InstanceColumn::LastUpdate:
        return instance.lastUpdate.toString(Qt::ISODateWithMs);
    case InstanceColumn::Ended:
        return instance.end.toString(Qt::ISODateWithMs);
    case InstanceColumn::CreatedBy:
        return plainToolTip(instance.createdBy);
    case InstanceColumn::UpdatedBy:
        return plainToolTip(instance.updatedBy);
    case InstanceColumn::Parent:
        return plainToolTip(instance.parentId);
    case InstanceColumn::Root:
        return plainToolTip(instance.rootId);
    case InstanceColumn::Version:
        break;
    }
    return {};
}

/// What is copied: times as ISO 8601 in UTC, durations in milliseconds, states in the server's words.
QVariant exported(const WorkflowInstance &instance, InstanceColumn column, const QDateTime &nowUtc)
{
    switch (column) {
    case InstanceColumn::Workflow:
        return instance.workflowId;
    case InstanceColumn::Id:
        return instance.id;
    case InstanceColumn::BusinessKey:
        return instance.businessKey;
    case InstanceColumn::State:
        return wordOf(instance.state);
    case InstanceColumn::Started:
        return instance.start.toString(Qt::ISODateWithMs);
    case InstanceColumn::Duration:
        return durationOf(instance, nowUtc);
    case InstanceColumn::LastUpdate:
        return instance.lastUpdate.toString(Qt::ISODateWithMs);
    case InstanceColumn::Ended:
        return instance.end.toString(Qt::ISODateWithMs);
    case InstanceColumn::Version:
        return instance.version;
    case InstanceColumn::CreatedBy:
        return instance.createdBy;
    case InstanceColumn::UpdatedBy:
        return instance.updatedBy;
    case InstanceColumn::Parent:
        return instance.parentId;
    case InstanceColumn::Root:
        return instance.rootId;
    }
    return {};
}

} // namespace

qint64 durationOf(const WorkflowInstance &instance, const QDateTime &nowUtc)
{
    if (!instance.start.isValid())
        return -1;
    if (instance.end.isValid())
        return qMax<qint64>(0, instance.start.msecsTo(instance.end));
    // A finished instance without an end: nobody knows how long it took.
    return isFinal(instance.state) || !nowUtc.isValid() ? -1 : qMax<qint64>(0, instance.start.msecsTo(nowUtc));
}

QVariant instanceData(const WorkflowInstance &instance, InstanceColumn column, int role, const ItemTexts &texts,
                      const QDateTime &nowUtc)
{
    switch (role) {
    case Qt::DisplayRole:
        return displayText(instance, column, texts, nowUtc);
    case Qt::ToolTipRole:
        return toolTip(instance, column);
    case Qt::TextAlignmentRole:
        return column == InstanceColumn::Duration ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case ItemExportRole:
        return exported(instance, column, nowUtc);
    case IdRole:
        return instance.id;
    case StateRole:
        return static_cast<int>(instance.state);
    case LoadedRole:
        return true;
    default:
        return {};
    }
}

QVariant instanceHeader(InstanceColumn column, int role)
{
    static constexpr const char *kKeys[] = {"workflow",  "id",         "businessKey", "state",   "start",
                                            "duration",  "lastUpdate", "end",         "version", "createdBy",
                                            "updatedBy", "parent",     "root"};
    static constexpr const char *kTitles[] = {
        QT_TRANSLATE_NOOP("InstanceColumns", "Workflow"),     QT_TRANSLATE_NOOP("InstanceColumns", "Id"),
        QT_TRANSLATE_NOOP("InstanceColumns", "Business key"), QT_TRANSLATE_NOOP("InstanceColumns", "State"),
        QT_TRANSLATE_NOOP("InstanceColumns", "Started"),      QT_TRANSLATE_NOOP("InstanceColumns", "Duration"),
        QT_TRANSLATE_NOOP("InstanceColumns", "Last update"),  QT_TRANSLATE_NOOP("InstanceColumns", "Ended"),
        QT_TRANSLATE_NOOP("InstanceColumns", "Version"),      QT_TRANSLATE_NOOP("InstanceColumns", "Started by"),
        QT_TRANSLATE_NOOP("InstanceColumns", "Updated by"),   QT_TRANSLATE_NOOP("InstanceColumns", "Parent"),
        QT_TRANSLATE_NOOP("InstanceColumns", "Root")};
    const auto at = static_cast<std::size_t>(column);
    if (role == Qt::DisplayRole)
        return InstanceColumns::tr(kTitles[at]);
    if (role == ItemColumnKeyRole)
        return QString::fromLatin1(kKeys[at]);
    if (role == Qt::TextAlignmentRole)
        return column == InstanceColumn::Duration ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                  : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

namespace {

struct Sorting
{
    InstanceColumn column;
    InstanceQuery::Order ascending;
    InstanceQuery::Order descending;
};

using Order = InstanceQuery::Order;

constexpr Sorting kSortings[] = {
    {InstanceColumn::Started, Order::StartAscending, Order::StartDescending},
    {InstanceColumn::Workflow, Order::WorkflowAscending, Order::WorkflowDescending},
    {InstanceColumn::BusinessKey, Order::BusinessKeyAscending, Order::BusinessKeyDescending},
    {InstanceColumn::State, Order::StateAscending, Order::StateDescending},
    {InstanceColumn::LastUpdate, Order::LastUpdateAscending, Order::LastUpdateDescending},
    {InstanceColumn::Ended, Order::EndAscending, Order::EndDescending},
    {InstanceColumn::CreatedBy, Order::CreatedByAscending, Order::CreatedByDescending},
    {InstanceColumn::UpdatedBy, Order::UpdatedByAscending, Order::UpdatedByDescending},
};

const Sorting &sortingOf(Order order)
{
    for (const Sorting &sorting : kSortings) {
        if (sorting.ascending == order || sorting.descending == order)
            return sorting;
    }
    return kSortings[0];
}

} // namespace

std::optional<InstanceQuery::Order> orderFor(InstanceColumn column, Qt::SortOrder wanted)
{
    for (const Sorting &sorting : kSortings) {
        if (sorting.column == column)
            return wanted == Qt::AscendingOrder ? sorting.ascending : sorting.descending;
    }
    return {};
}

InstanceColumn columnOf(InstanceQuery::Order order)
{
    return sortingOf(order).column;
}

Qt::SortOrder directionOf(InstanceQuery::Order order)
{
    return sortingOf(order).descending == order ? Qt::DescendingOrder : Qt::AscendingOrder;
}

FilterMatch matchOf(const WorkflowInstance &instance, const InstanceQuery &query, const QDateTime &nowUtc)
{
    const bool asked = (query.ids.isEmpty() || query.ids.contains(instance.id)) &&
                       (query.workflowIds.isEmpty() || query.workflowIds.contains(instance.workflowId)) &&
                       (query.states.isEmpty() || query.states.contains(instance.state)) &&
                       (query.parentId.isEmpty() || instance.parentId == query.parentId) &&
                       (!query.updatedSince.isValid() || instance.lastUpdate >= query.updatedSince ||
                        query.orIds.contains(instance.id)) &&
                       (!query.startedFrom.isValid() || instance.start >= query.startedFrom);
    return asked ? matchOf(query.filter, instance, nowUtc) : FilterMatch::No;
}

} // namespace podium
