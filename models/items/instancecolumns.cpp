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
    static constexpr const char *kKeys[] = {"workflow", "id",       "businessKey", "state",
                                            "start",    "duration", "lastUpdate"};
    static constexpr const char *kTitles[] = {
        QT_TRANSLATE_NOOP("InstanceColumns", "Workflow"),     QT_TRANSLATE_NOOP("InstanceColumns", "Id"),
        QT_TRANSLATE_NOOP("InstanceColumns", "Business key"), QT_TRANSLATE_NOOP("InstanceColumns", "State"),
        QT_TRANSLATE_NOOP("InstanceColumns", "Started"),      QT_TRANSLATE_NOOP("InstanceColumns", "Duration"),
        QT_TRANSLATE_NOOP("InstanceColumns", "Last update")};
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

std::optional<InstanceQuery::Order> orderFor(InstanceColumn column, Qt::SortOrder wanted)
{
    using Order = InstanceQuery::Order;
    switch (column) {
    case InstanceColumn::Workflow:
        return wanted == Qt::AscendingOrder ? Order::WorkflowAscending : Order::WorkflowDescending;
    case InstanceColumn::BusinessKey:
        return Order::BusinessKeyAscending;
    case InstanceColumn::State:
        return Order::StateAscending;
    case InstanceColumn::Started:
        return wanted == Qt::AscendingOrder ? Order::StartAscending : Order::StartDescending;
    case InstanceColumn::LastUpdate:
        return Order::LastUpdateDescending;
    case InstanceColumn::Id:
    case InstanceColumn::Duration:
        break;
    }
    return {};
}

InstanceColumn columnOf(InstanceQuery::Order order)
{
    using Order = InstanceQuery::Order;
    switch (order) {
    case Order::WorkflowAscending:
    case Order::WorkflowDescending:
        return InstanceColumn::Workflow;
    case Order::BusinessKeyAscending:
        return InstanceColumn::BusinessKey;
    case Order::StateAscending:
        return InstanceColumn::State;
    case Order::LastUpdateDescending:
        return InstanceColumn::LastUpdate;
    case Order::EndDescending:
        return InstanceColumn::Duration;
    case Order::StartDescending:
    case Order::StartAscending:
        break;
    }
    return InstanceColumn::Started;
}

Qt::SortOrder directionOf(InstanceQuery::Order order)
{
    using Order = InstanceQuery::Order;
    return order == Order::StartDescending || order == Order::WorkflowDescending ||
                   order == Order::LastUpdateDescending || order == Order::EndDescending
               ? Qt::DescendingOrder
               : Qt::AscendingOrder;
}

bool matches(const WorkflowInstance &instance, const InstanceQuery &query)
{
    return (query.ids.isEmpty() || query.ids.contains(instance.id)) &&
           (query.workflowIds.isEmpty() || query.workflowIds.contains(instance.workflowId)) &&
           (query.states.isEmpty() || query.states.contains(instance.state)) &&
           (query.businessKey.isEmpty() || instance.businessKey.contains(query.businessKey)) &&
           (query.parentId.isEmpty() || instance.parentId == query.parentId) &&
           (!query.updatedSince.isValid() || instance.lastUpdate >= query.updatedSince) &&
           (!query.startedFrom.isValid() || instance.start >= query.startedFrom);
}

} // namespace podium
