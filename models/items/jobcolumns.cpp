// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/jobcolumns.h"

#include "models/items/itemroles.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct JobColumns
{
    Q_DECLARE_TR_FUNCTIONS(JobColumns)
};

QString workflowText(const Job &job, const JobHost *host)
{
    return host && !host->workflowName.isEmpty() ? host->workflowName : job.workflowId;
}

/// Timers of a whole instance (its timeout) belong to no node that is known.
QString nodeText(const Job &job, const JobHost *host)
{
    if (!host)
        return {};
    return host->nodeNames.value(job.nodeInstanceId, JobColumns::tr("Whole instance"));
}

QString instanceText(const Job &job, const JobHost *host)
{
    return host && !host->businessKey.isEmpty() ? host->businessKey : job.instanceId;
}

QString statusText(const Job &job, const QDateTime &nowUtc)
{
    return isOverdue(job, nowUtc) ? JobColumns::tr("Overdue") : displayName(job.status);
}

QString repeatText(const Job &job, const ItemTexts &texts)
{
    const qint64 interval = job.repeatInterval.value_or(0);
    return interval > 0 ? JobColumns::tr("every %1").arg(texts.durationOf(interval)) : JobColumns::tr("once");
}

QString displayText(const Job &job, const JobHost *host, JobColumn column, const ItemTexts &texts,
                    const QDateTime &nowUtc)
{
    switch (column) {
    case JobColumn::Workflow:
        return singleLine(workflowText(job, host));
    case JobColumn::Node:
        return singleLine(nodeText(job, host));
    case JobColumn::Instance:
        return singleLine(instanceText(job, host));
    case JobColumn::Status:
        return statusText(job, nowUtc);
    case JobColumn::Due:
        return texts.timeOf(job.expirationTime);
    case JobColumn::Repeat:
        return repeatText(job, texts);
    case JobColumn::Retries:
        return QString::number(job.retries);
    case JobColumn::LastUpdate:
        return texts.timeOf(job.lastUpdate);
    case JobColumn::Id:
        return singleLine(job.id);
    }
    return {};
}

QString dueToolTip(const Job &job, const ItemTexts &texts, const QDateTime &nowUtc)
{
    if (!job.expirationTime.isValid())
        return plainToolTip(isFinal(job.status) ? JobColumns::tr("The server keeps no due time of what is over.")
                                                : JobColumns::tr("The server does not say when it is due."));
    const QString due = job.expirationTime.toString(Qt::ISODateWithMs);
    if (!isOverdue(job, nowUtc))
        return due;
    return plainToolTip(due + u'\n' +
                        JobColumns::tr("Late by %1.").arg(texts.durationOf(job.expirationTime.msecsTo(nowUtc))));
}

QString toolTip(const Job &job, const JobHost *host, JobColumn column, const ItemTexts &texts, const QDateTime &nowUtc)
{
    switch (column) {
    case JobColumn::Workflow:
        return plainToolTip(workflowText(job, host) + u'\n' + job.workflowId);
    case JobColumn::Instance:
        return plainToolTip(host && !host->businessKey.isEmpty() ? host->businessKey + u'\n' + job.instanceId
                                                                 : job.instanceId);
    case JobColumn::Status:
        return plainToolTip(job.exceptionMessage.isEmpty() ? statusText(job, nowUtc) : job.exceptionMessage);
    case JobColumn::Due:
        return dueToolTip(job, texts, nowUtc);
    case JobColumn::LastUpdate:
        return job.lastUpdate.toString(Qt::ISODateWithMs);
    case JobColumn::Node:
    case JobColumn::Repeat:
    case JobColumn::Retries:
    case JobColumn::Id:
        break;
    }
    return plainToolTip(displayText(job, host, column, texts, nowUtc));
}

/// What is copied: times as ISO 8601 in UTC, intervals in milliseconds, states in the server's words, ids whole.
QVariant exported(const Job &job, const JobHost *host, JobColumn column)
{
    switch (column) {
    case JobColumn::Workflow:
        return job.workflowId;
    case JobColumn::Node:
        return nodeText(job, host);
    case JobColumn::Instance:
        return job.instanceId;
    case JobColumn::Status:
        return wordOf(job.status);
    case JobColumn::Due:
        return job.expirationTime.toString(Qt::ISODateWithMs);
    case JobColumn::Repeat:
        return job.repeatInterval.value_or(0) > 0 ? QVariant(*job.repeatInterval) : QVariant(QString());
    case JobColumn::Retries:
        return job.retries;
    case JobColumn::LastUpdate:
        return job.lastUpdate.toString(Qt::ISODateWithMs);
    case JobColumn::Id:
        return job.id;
    }
    return {};
}

bool isNumber(JobColumn column)
{
    return column == JobColumn::Retries;
}

} // namespace

QVariant jobData(const Job &job, const JobHost *host, JobColumn column, int role, const ItemTexts &texts,
                 const QDateTime &nowUtc)
{
    switch (role) {
    case Qt::DisplayRole:
        return displayText(job, host, column, texts, nowUtc);
    case Qt::ToolTipRole:
        return toolTip(job, host, column, texts, nowUtc);
    case Qt::TextAlignmentRole:
        return isNumber(column) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case ItemExportRole:
        return exported(job, host, column);
    case IdRole:
        return job.id;
    case JobStatusRole:
        return static_cast<int>(job.status);
    case JobOverdueRole:
        return isOverdue(job, nowUtc);
    case LoadedRole:
        return true;
    default:
        return {};
    }
}

QVariant jobHeader(JobColumn column, int role)
{
    static constexpr const char *kKeys[] = {"workflow", "node",    "instance",   "status", "due",
                                            "repeat",   "retries", "lastUpdate", "id"};
    static constexpr const char *kTitles[] = {
        QT_TRANSLATE_NOOP("JobColumns", "Workflow"), QT_TRANSLATE_NOOP("JobColumns", "Node"),
        QT_TRANSLATE_NOOP("JobColumns", "Instance"), QT_TRANSLATE_NOOP("JobColumns", "Status"),
        QT_TRANSLATE_NOOP("JobColumns", "Due"),      QT_TRANSLATE_NOOP("JobColumns", "Repeats"),
        QT_TRANSLATE_NOOP("JobColumns", "Retries"),  QT_TRANSLATE_NOOP("JobColumns", "Last update"),
        QT_TRANSLATE_NOOP("JobColumns", "Id")};
    const auto at = static_cast<std::size_t>(column);
    if (role == Qt::DisplayRole)
        return JobColumns::tr(kTitles[at]);
    if (role == ItemColumnKeyRole)
        return QString::fromLatin1(kKeys[at]);
    if (role == Qt::TextAlignmentRole)
        return isNumber(column) ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

std::optional<JobQuery::Order> orderFor(JobColumn column, Qt::SortOrder wanted)
{
    using Order = JobQuery::Order;
    switch (column) {
    case JobColumn::Workflow:
        return wanted == Qt::AscendingOrder ? Order::WorkflowAscending : Order::WorkflowDescending;
    case JobColumn::Status:
        return Order::Urgency;
    case JobColumn::Due:
        return wanted == Qt::AscendingOrder ? Order::DueAscending : Order::DueDescending;
    case JobColumn::Retries:
        return Order::RetriesDescending;
    case JobColumn::LastUpdate:
        return Order::LastUpdateDescending;
    case JobColumn::Node:
    case JobColumn::Instance:
    case JobColumn::Repeat:
    case JobColumn::Id:
        break;
    }
    return {};
}

JobColumn columnOf(JobQuery::Order order)
{
    using Order = JobQuery::Order;
    switch (order) {
    case Order::Urgency:
        return JobColumn::Status;
    case Order::DueAscending:
    case Order::DueDescending:
        return JobColumn::Due;
    case Order::WorkflowAscending:
    case Order::WorkflowDescending:
        return JobColumn::Workflow;
    case Order::RetriesDescending:
        return JobColumn::Retries;
    case Order::LastUpdateDescending:
        return JobColumn::LastUpdate;
    }
    return JobColumn::Status;
}

Qt::SortOrder directionOf(JobQuery::Order order)
{
    using Order = JobQuery::Order;
    return order == Order::DueDescending || order == Order::WorkflowDescending || order == Order::RetriesDescending ||
                   order == Order::LastUpdateDescending
               ? Qt::DescendingOrder
               : Qt::AscendingOrder;
}

} // namespace podium
