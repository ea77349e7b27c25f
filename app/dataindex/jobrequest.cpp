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

} // namespace

GraphqlRequest jobsRequest(const QString &instanceId, const ServerCapabilities &server)
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
    return GraphqlDocument()
        .variable(u"where"_s, u"JobArgument"_s, {{"processInstanceId", {{"equal", jsonText(instanceId)}}}})
        .variable(u"orderBy"_s, u"JobOrderBy"_s, {{"expirationTime", "ASC"}})
        .variable(u"pagination"_s, u"Pagination"_s, pagination(0, kMaxJobs))
        .field(u"Jobs"_s, {u"where"_s, u"orderBy"_s, u"pagination"_s}, selectionOf(fields, server.jobFields))
        .request(GraphqlDocument::Operation::Query, u"Jobs"_s, Texts::tr("The timers could not be read."));
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
