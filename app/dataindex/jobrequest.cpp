// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/jobrequest.h"

#include "app/net/jsonvalues.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(JobRequest)
};

constexpr int kMaxJobs = 500; // a foreach over timers; an instance rarely has more than a few
constexpr int kMaxRows = 1000;

const QStringList &jobFields()
{
    static const QStringList fields{u"id"_s,
                                    u"processId"_s,
                                    u"processInstanceId"_s,
                                    u"nodeInstanceId"_s,
                                    u"rootProcessInstanceId"_s,
                                    u"rootProcessId"_s,
                                    u"status"_s,
                                    u"priority"_s,
                                    u"expirationTime"_s,
                                    u"callbackEndpoint"_s,
                                    u"endpoint"_s,
                                    u"repeatInterval"_s,
                                    u"repeatLimit"_s,
                                    u"retries"_s,
                                    u"scheduledId"_s,
                                    u"executionCounter"_s,
                                    u"lastUpdate"_s,
                                    u"exceptionMessage"_s,
                                    u"exceptionDetails"_s};
    return fields;
}

QString notRead()
{
    return Texts::tr("The jobs could not be read.");
}

/// RUNNING is a word since 10.2 only, and an older server refuses a query that has it: it is told as what is none of
/// the other states. The same way, words of a later version are among the unknown.
Json statusFilter(const QList<JobStatus> &statuses)
{
    const bool others = statuses.contains(JobStatus::Running) || statuses.contains(JobStatus::Unknown);
    QStringList words;
    for (const JobStatus status : kJobStatuses) {
        if (status != JobStatus::Running && statuses.contains(status) != others)
            words << wordOf(status);
    }
    if (words.isEmpty())
        return nullptr; // none to leave out
    const Json in{{"status", {{"in", jsonTexts(words)}}}};
    return others ? Json{{"not", in}} : in;
}

/// An empty list in what is to be cut would mean "any".
std::optional<QList<JobStatus>> cut(const QList<JobStatus> &asked, const QList<JobStatus> &part)
{
    if (asked.isEmpty())
        return part;
    QList<JobStatus> both;
    for (const JobStatus status : part) {
        if (asked.contains(status))
            both << status;
    }
    return both.isEmpty() ? std::nullopt : std::optional(both);
}

QString numbered(const QString &name, qsizetype number)
{
    return number == 0 ? name : name + QString::number(number);
}

} // namespace

QString jobRowSelection(const ServerCapabilities &server)
{
    return selectionOf(jobFields(), server.jobFields);
}

Json jobFilter(const JobQuery &query)
{
    // An empty `in` would drop the whole condition at the server, so empty lists ask nothing.
    Json conditions = Json::array();
    if (!query.ids.isEmpty())
        conditions.push_back({{"id", {{"in", jsonTexts(query.ids)}}}});
    if (!query.instanceIds.isEmpty())
        conditions.push_back({{"processInstanceId", {{"in", jsonTexts(query.instanceIds)}}}});
    if (!query.workflowIds.isEmpty())
        conditions.push_back({{"processId", {{"in", jsonTexts(query.workflowIds)}}}});
    if (!query.statuses.isEmpty()) {
        if (Json status = statusFilter(query.statuses); !status.is_null())
            conditions.push_back(std::move(status));
    }
    if (!query.id.isEmpty()) {
        const Json either = Json::array(
            {{{"id", {{"equal", jsonText(query.id)}}}}, {{"processInstanceId", {{"equal", jsonText(query.id)}}}}});
        conditions.push_back({{"or", either}});
    }
    if (query.dueFrom.isValid())
        conditions.push_back({{"expirationTime", {{"greaterThanEqual", jsonText(dataIndexTime(query.dueFrom))}}}});
    if (query.dueBefore.isValid())
        conditions.push_back({{"expirationTime", {{"lessThan", jsonText(dataIndexTime(query.dueBefore))}}}});
    if (query.updatedSince.isValid())
        conditions.push_back({{"lastUpdate", {{"greaterThanEqual", jsonText(dataIndexTime(query.updatedSince))}}}});
    if (conditions.empty())
        return nullptr;
    return conditions.size() == 1 ? conditions.front() : Json{{"and", conditions}};
}

Json jobOrder(JobQuery::Order order)
{
    // The server takes keys in the order of its schema: processId, status, expirationTime, …, retries, lastUpdate.
    // Jobs that were moved together are due together: without a second key each page has them in another order.
    using Order = JobQuery::Order;
    switch (order) {
    case Order::Urgency: // SCHEDULED, RETRY, EXECUTED, ERROR, CANCELED
        return {{"status", "DESC"}, {"expirationTime", "ASC"}, {"lastUpdate", "DESC"}};
    case Order::DueAscending:
        return {{"expirationTime", "ASC"}, {"lastUpdate", "DESC"}};
    case Order::DueDescending:
        return {{"expirationTime", "DESC"}, {"lastUpdate", "DESC"}};
    case Order::WorkflowAscending:
        return {{"processId", "ASC"}, {"expirationTime", "ASC"}, {"lastUpdate", "DESC"}};
    case Order::WorkflowDescending:
        return {{"processId", "DESC"}, {"expirationTime", "ASC"}, {"lastUpdate", "DESC"}};
    case Order::RetriesDescending:
        return {{"retries", "DESC"}, {"lastUpdate", "DESC"}};
    case Order::LastUpdateDescending:
        break;
    }
    return {{"lastUpdate", "DESC"}};
}

GraphqlRequest jobsRequest(const QString &instanceId, const ServerCapabilities &server)
{
    JobQuery query;
    query.instanceIds = {instanceId};
    return GraphqlDocument()
        .variable(u"where"_s, u"JobArgument"_s, jobFilter(query))
        .variable(u"orderBy"_s, u"JobOrderBy"_s, jobOrder(JobQuery::Order::DueAscending))
        .variable(u"pagination"_s, u"Pagination"_s, pagination(0, kMaxJobs))
        .field(u"Jobs"_s, {u"where"_s, u"orderBy"_s, u"pagination"_s}, jobRowSelection(server))
        .request(GraphqlDocument::Operation::Query, u"Jobs"_s, notRead());
}

GraphqlRequest jobPageRequest(const JobQuery &query, const ServerCapabilities &server)
{
    GraphqlDocument document;
    document.variable(u"where"_s, u"JobArgument"_s, jobFilter(query))
        .variable(u"orderBy"_s, u"JobOrderBy"_s, jobOrder(query.order))
        .variable(u"pagination"_s, u"Pagination"_s, pagination(query.offset, qMin(query.limit, kMaxRows)))
        .field(u"Jobs"_s, {u"where"_s, u"orderBy"_s, u"pagination"_s}, jobRowSelection(server));
    if (server.countsJobs())
        document.field(u"CountJobs"_s, {u"where"_s});
    return document.request(GraphqlDocument::Operation::Query, u"Jobs"_s, notRead());
}

GraphqlRequest jobCountRequest(const JobQuery &query)
{
    return GraphqlDocument()
        .variable(u"where"_s, u"JobArgument"_s, jobFilter(query))
        .field(u"CountJobs"_s, {u"where"_s})
        .request(GraphqlDocument::Operation::Query, u"CountJobs"_s, Texts::tr("The jobs could not be counted."));
}

QList<JobQuery> jobSections(const JobQuery &query)
{
    using Order = JobQuery::Order;
    const std::pair<QList<JobStatus>, Order> parts[]{
        {{JobStatus::Scheduled}, Order::DueAscending},
        {{JobStatus::Running, JobStatus::Retry, JobStatus::Error, JobStatus::Unknown}, Order::LastUpdateDescending},
        {{JobStatus::Executed, JobStatus::Canceled}, Order::LastUpdateDescending}};
    QList<JobQuery> sections;
    for (const auto &[statuses, order] : parts) {
        const auto asked = cut(query.statuses, statuses);
        if (!asked)
            continue;
        JobQuery section = query;
        section.statuses = *asked;
        section.order = order;
        sections << section;
    }
    return sections;
}

GraphqlRequest jobSectionsRequest(const QList<JobQuery> &sections, const ServerCapabilities &server)
{
    GraphqlDocument document;
    const QString selection = jobRowSelection(server);
    for (qsizetype i = 0; i < sections.size(); ++i) {
        const JobQuery &section = sections.at(i);
        const QString where = numbered(u"where"_s, i);
        document.variable(where, u"JobArgument"_s, jobFilter(section));
        if (server.countsJobs())
            document.aliased(numbered(u"CountJobs"_s, i), u"CountJobs"_s, {{u"where"_s, where}});
        if (section.limit <= 0)
            continue;
        const QString order = numbered(u"orderBy"_s, i);
        const QString page = numbered(u"pagination"_s, i);
        document.variable(order, u"JobOrderBy"_s, jobOrder(section.order))
            .variable(page, u"Pagination"_s, pagination(section.offset, qMin(section.limit, kMaxRows)))
            .aliased(numbered(u"Jobs"_s, i), u"Jobs"_s,
                     {{u"where"_s, where}, {u"orderBy"_s, order}, {u"pagination"_s, page}}, selection);
    }
    return document.request(GraphqlDocument::Operation::Query, u"Jobs"_s, notRead());
}

GraphqlRequest jobIdsRequest(const JobQuery &query)
{
    return GraphqlDocument()
        .variable(u"where"_s, u"JobArgument"_s, jobFilter(query))
        .variable(u"orderBy"_s, u"JobOrderBy"_s, jobOrder(query.order))
        .variable(u"pagination"_s, u"Pagination"_s, pagination(query.offset, query.limit))
        .field(u"Jobs"_s, {u"where"_s, u"orderBy"_s, u"pagination"_s}, u"id"_s)
        .request(GraphqlDocument::Operation::Query, u"Jobs"_s, notRead());
}

GraphqlRequest dueCountsRequest(const JobQuery &query, const QList<DueRange> &ranges)
{
    GraphqlDocument document;
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        JobQuery part = query;
        part.dueFrom = ranges.at(i).from;
        part.dueBefore = ranges.at(i).before;
        const QString where = numbered(u"where"_s, i);
        document.variable(where, u"JobArgument"_s, jobFilter(part))
            .aliased(numbered(u"CountJobs"_s, i), u"CountJobs"_s, {{u"where"_s, where}});
    }
    return document.request(GraphqlDocument::Operation::Query, u"CountJobs"_s,
                            Texts::tr("How many jobs fire when could not be read."));
}

GraphqlRequest dueTimesRequest(const JobQuery &query, int limit)
{
    return GraphqlDocument()
        .variable(u"where"_s, u"JobArgument"_s, jobFilter(query))
        .variable(u"orderBy"_s, u"JobOrderBy"_s, jobOrder(JobQuery::Order::DueAscending))
        .variable(u"pagination"_s, u"Pagination"_s, pagination(0, limit))
        .field(u"Jobs"_s, {u"where"_s, u"orderBy"_s, u"pagination"_s}, u"id expirationTime"_s)
        .request(GraphqlDocument::Operation::Query, u"Jobs"_s, Texts::tr("How many jobs fire when could not be read."));
}

GraphqlRequest jobHostsRequest(const QStringList &instanceIds, const ServerCapabilities &server)
{
    QString selection = selectionOf({u"id"_s, u"processName"_s, u"businessKey"_s}, server.instanceFields);
    if (server.instanceFields.contains(u"nodes"_s))
        selection += u" nodes { "_s % selectionOf({u"id"_s, u"name"_s}, server.nodeInstanceFields) % u" }"_s;
    return GraphqlDocument()
        .variable(u"where"_s, u"ProcessInstanceArgument"_s, {{"id", {{"in", jsonTexts(instanceIds)}}}})
        .variable(u"pagination"_s, u"Pagination"_s, pagination(0, static_cast<int>(instanceIds.size())))
        .field(u"ProcessInstances"_s, {u"where"_s, u"pagination"_s}, selection)
        .request(GraphqlDocument::Operation::Query, u"ProcessInstances"_s,
                 Texts::tr("The instances of the jobs could not be read."));
}

GraphqlRequest jobCancelRequest(const QString &id)
{
    return GraphqlDocument()
        .variable(u"id"_s, u"String"_s, jsonText(id))
        .field(u"JobCancel"_s, {u"id"_s})
        .request(GraphqlDocument::Operation::Mutation, u"JobCancel"_s, Texts::tr("The timer was not cancelled."));
}

GraphqlRequest jobRescheduleRequest(const QString &id, const QDateTime &when)
{
    const Json data{{"expirationTime", jsonText(dataIndexTime(when))}};
    return GraphqlDocument()
        .variable(u"id"_s, u"String"_s, jsonText(id))
        .variable(u"data"_s, u"String"_s, data.dump())
        .field(u"JobReschedule"_s, {u"id"_s, u"data"_s})
        .request(GraphqlDocument::Operation::Mutation, u"JobReschedule"_s, Texts::tr("The timer was not rescheduled."));
}

} // namespace podium
