// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/instancerequest.h"

#include "app/dataindex/instancewhere.h"
#include "app/net/jsonvalues.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(InstanceRequest)
};

const QString kWhere = u"where"_s;

// Columns of one table only: nodes, source, definition… cost a query per row or make Data Index call the runtime.
const QStringList &rowFields()
{
    static const QStringList fields{u"id"_s,
                                    u"processId"_s,
                                    u"version"_s,
                                    u"processName"_s,
                                    u"state"_s,
                                    u"businessKey"_s,
                                    u"start"_s,
                                    u"end"_s,
                                    u"lastUpdate"_s,
                                    u"parentProcessInstanceId"_s,
                                    u"rootProcessInstanceId"_s,
                                    u"rootProcessId"_s,
                                    u"serviceUrl"_s,
                                    u"createdBy"_s,
                                    u"updatedBy"_s,
                                    u"slaDueDate"_s};
    return fields;
}

QString nested(const QString &name, const QSet<QString> &available, const QString &selection)
{
    return available.contains(name) && !selection.isEmpty() ? u' ' % name % u" { "_s % selection % u" }"_s : QString();
}

QString errorSelection(const ServerCapabilities &server)
{
    static const QStringList error{u"nodeDefinitionId"_s, u"nodeInstanceId"_s, u"message"_s};
    return nested(u"error"_s, server.instanceFields, selectionOf(error, server.instanceErrorFields));
}

QString detailSelection(const ServerCapabilities &server)
{
    static const QStringList plain{u"variables"_s,        u"identity"_s,     u"addons"_s,
                                   u"executionSummary"_s, u"cloudEventId"_s, u"cloudEventSource"_s};
    static const QStringList node{u"id"_s,        u"name"_s,       u"type"_s,       u"definitionId"_s,
                                  u"nodeId"_s,    u"enter"_s,      u"exit"_s,       u"errorMessage"_s,
                                  u"retrigger"_s, u"slaDueDate"_s, u"cancelType"_s, u"inputArgs"_s,
                                  u"outputArgs"_s};
    static const QStringList link{u"id"_s, u"processId"_s, u"processName"_s, u"state"_s};
    const QSet<QString> &fields = server.instanceFields;
    return selectionOf(rowFields() + plain, fields) %
           nested(u"nodes"_s, fields, selectionOf(node, server.nodeInstanceFields)) % errorSelection(server) %
           nested(u"parentProcessInstance"_s, fields, selectionOf(link, fields)) %
           nested(u"childProcessInstances"_s, fields, selectionOf(link, fields));
}

// Enough to lay a run over its graph: no variables, which may be megabytes, and no links, which cost a query each.
QString nodesSelection(const ServerCapabilities &server)
{
    static const QStringList plain{u"id"_s, u"processId"_s, u"version"_s, u"state"_s, u"start"_s, u"end"_s};
    static const QStringList node{u"id"_s,   u"name"_s,         u"type"_s,      u"definitionId"_s, u"enter"_s,
                                  u"exit"_s, u"errorMessage"_s, u"retrigger"_s, u"cancelType"_s};
    return selectionOf(plain, server.instanceFields) %
           nested(u"nodes"_s, server.instanceFields, selectionOf(node, server.nodeInstanceFields)) %
           errorSelection(server);
}

GraphqlRequest pageRequest(const InstanceQuery &query, const ServerCapabilities &server, int largest,
                           const QString &selection)
{
    GraphqlDocument document;
    document.variable(kWhere, u"ProcessInstanceArgument"_s, instanceFilter(query, QDateTime::currentDateTimeUtc()))
        .variable(u"orderBy"_s, u"ProcessInstanceOrderBy"_s, instanceOrder(query.order))
        .variable(u"pagination"_s, u"Pagination"_s, pagination(query.offset, qMin(query.limit, largest)))
        .field(u"ProcessInstances"_s, {kWhere, u"orderBy"_s, u"pagination"_s}, selection);
    if (server.countsInstances())
        document.field(u"CountProcessInstances"_s, {kWhere});
    return document.request(GraphqlDocument::Operation::Query, u"ProcessInstances"_s,
                            Texts::tr("The instances could not be read."));
}

} // namespace

Json instanceFilter(const InstanceQuery &query, const QDateTime &nowUtc)
{
    // An empty `in` would drop the whole condition at the server, so empty lists ask nothing.
    Json conditions = whereOf(query.filter, nowUtc);
    if (!query.ids.isEmpty())
        conditions.push_back({{"id", {{"in", jsonTexts(query.ids)}}}});
    if (!query.workflowIds.isEmpty())
        conditions.push_back({{"processId", {{"in", jsonTexts(query.workflowIds)}}}});
    if (!query.states.isEmpty()) {
        QStringList words;
        for (const InstanceState state : query.states)
            words << wordOf(state);
        conditions.push_back({{"state", {{"in", jsonTexts(words)}}}});
    }
    if (!query.parentId.isEmpty())
        conditions.push_back({{"parentProcessInstanceId", {{"equal", jsonText(query.parentId)}}}});
    if (query.updatedSince.isValid()) {
        const Json since{{"lastUpdate", {{"greaterThanEqual", jsonText(dataIndexTime(query.updatedSince))}}}};
        const Json these{{"id", {{"in", jsonTexts(query.orIds)}}}};
        conditions.push_back(query.orIds.isEmpty() ? since : Json{{"or", Json::array({since, these})}});
    }
    if (query.startedFrom.isValid())
        conditions.push_back({{"start", {{"greaterThanEqual", jsonText(dataIndexTime(query.startedFrom))}}}});
    if (conditions.empty())
        return nullptr;
    return conditions.size() == 1 ? conditions.front() : Json{{"and", conditions}};
}

Json instanceOrder(InstanceQuery::Order order)
{
    // A second key makes pages of equal first keys stable. It counts only where the schema names it after the first one
    // (the server takes them in the order of its schema, not of the query).
    using Order = InstanceQuery::Order;
    switch (order) {
    case Order::StartDescending:
        return {{"start", "DESC"}};
    case Order::StartAscending:
        return {{"start", "ASC"}};
    case Order::LastUpdateDescending:
        return {{"lastUpdate", "DESC"}};
    case Order::EndDescending:
        return {{"end", "DESC"}};
    case Order::StateAscending:
        return {{"state", "ASC"}, {"start", "DESC"}};
    case Order::WorkflowAscending:
        return {{"processId", "ASC"}, {"start", "DESC"}};
    case Order::WorkflowDescending:
        return {{"processId", "DESC"}, {"start", "DESC"}};
    case Order::BusinessKeyAscending:
        return {{"businessKey", "ASC"}};
    case Order::LastUpdateAscending:
        return {{"lastUpdate", "ASC"}};
    case Order::EndAscending:
        return {{"end", "ASC"}};
    case Order::StateDescending:
        return {{"state", "DESC"}, {"start", "DESC"}};
    case Order::BusinessKeyDescending:
        return {{"businessKey", "DESC"}};
    case Order::CreatedByAscending:
        return {{"createdBy", "ASC"}};
    case Order::CreatedByDescending:
        return {{"createdBy", "DESC"}};
    case Order::UpdatedByAscending:
        return {{"updatedBy", "ASC"}};
    case Order::UpdatedByDescending:
        return {{"updatedBy", "DESC"}};
    }
    return {{"start", "DESC"}};
}

QString instanceRowSelection(const ServerCapabilities &server)
{
    return selectionOf(rowFields(), server.instanceFields);
}

GraphqlRequest instancePageRequest(const InstanceQuery &query, const ServerCapabilities &server)
{
    const QString row = instanceRowSelection(server);
    return pageRequest(query, server, kMaxPageSize, query.withErrors ? row % errorSelection(server) : row);
}

GraphqlRequest instanceNodesRequest(const InstanceQuery &query, const ServerCapabilities &server)
{
    return pageRequest(query, server, InstanceService::kMostWithNodes, nodesSelection(server));
}

GraphqlRequest instanceCountRequest(const InstanceQuery &query)
{
    return GraphqlDocument()
        .variable(kWhere, u"ProcessInstanceArgument"_s, instanceFilter(query, QDateTime::currentDateTimeUtc()))
        .field(u"CountProcessInstances"_s, {kWhere})
        .request(GraphqlDocument::Operation::Query, u"CountProcessInstances"_s,
                 Texts::tr("The instances could not be counted."));
}

GraphqlRequest endedCountsRequest(const InstanceQuery &query, const QList<EndedRange> &ranges)
{
    GraphqlDocument document;
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        const auto end = [](const char *comparison, const QDateTime &time) -> Json {
            return {{"end", {{comparison, jsonText(dataIndexTime(time))}}}};
        };
        Json conditions =
            Json::array({end("greaterThanEqual", ranges.at(i).from), end("lessThan", ranges.at(i).before)});
        if (Json asked = instanceFilter(query, QDateTime::currentDateTimeUtc()); !asked.is_null())
            conditions.push_back(std::move(asked));
        const QString where = kWhere % QString::number(i);
        document.variable(where, u"ProcessInstanceArgument"_s, {{"and", conditions}})
            .aliased(u"CountProcessInstances"_s % QString::number(i), u"CountProcessInstances"_s, {{kWhere, where}});
    }
    return document.request(GraphqlDocument::Operation::Query, u"CountProcessInstances"_s,
                            Texts::tr("The instances could not be counted."));
}

GraphqlRequest instanceRequest(const QString &id, const ServerCapabilities &server)
{
    return GraphqlDocument()
        .variable(kWhere, u"ProcessInstanceArgument"_s, {{"id", {{"equal", jsonText(id)}}}})
        .variable(u"pagination"_s, u"Pagination"_s, pagination(0, 1))
        .field(u"ProcessInstances"_s, {kWhere, u"pagination"_s}, detailSelection(server))
        .request(GraphqlDocument::Operation::Query, u"ProcessInstance"_s, Texts::tr("The instance could not be read."));
}

GraphqlRequest instanceActionRequest(const QString &mutation, const QString &id, const QString &what)
{
    return GraphqlDocument()
        .variable(u"id"_s, u"String"_s, jsonText(id))
        .field(mutation, {u"id"_s})
        .request(GraphqlDocument::Operation::Mutation, mutation, what);
}

GraphqlRequest nodeActionRequest(const QString &mutation, const QString &id, const QString &argument,
                                 const QString &node, const QString &what)
{
    return GraphqlDocument()
        .variable(u"id"_s, u"String"_s, jsonText(id))
        .variable(argument, u"String"_s, jsonText(node))
        .field(mutation, {u"id"_s, argument})
        .request(GraphqlDocument::Operation::Mutation, mutation, what);
}

} // namespace podium
