// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/dataindexinstances.h"

#include "app/dataindex/decodeinstance.h"
#include "app/dataindex/instancerequest.h"
#include "app/dataindex/instancewhere.h"
#include "app/dataindex/tolerant.h"
#include "app/net/asyncsteps.h"
#include "app/runtime/runtimemanagement.h"
#include "app/runtime/runtimevariables.h"
#include "models/filter/filtertexts.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

Error cannotCount(const QString &what, bool counts)
{
    Error error;
    error.kind = Error::Kind::NotFound;
    error.what = what;
    error.why = counts ? DataIndexInstances::tr("Data Index counts an instance again for each node that fits.")
                       : DataIndexInstances::tr("This version of Data Index does not count.");
    return error;
}

} // namespace

DataIndexInstances::DataIndexInstances(GraphqlClient &client, RuntimeManagement *management, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_management(management)
    , m_distinct([this](const InstanceQuery &query) { return serverPage(query); })
{
}

Async<Done> DataIndexInstances::checked(const InstanceQuery &query, const QString &what)
{
    return chain<Done>(this, m_client.capabilities(), [query, what](const ServerCapabilities &server) {
        const QList<InstanceField> refused = unsupported(query.filter, filterableFields(server));
        if (refused.isEmpty())
            return ready<Done>(Done());
        Error error;
        error.kind = Error::Kind::Validation;
        error.what = what;
        error.why = whyNot(refused.constFirst());
        error.remedy = tr("Take this condition out of the filter.");
        return ready<Done>(error);
    });
}

Async<InstancePage> DataIndexInstances::page(const InstanceQuery &query)
{
    if (query.filter.isEmpty())
        return serverPage(query);
    InstanceQuery bounded = query;
    bounded.limit = qBound(1, query.limit, kMaxPageSize);
    return chain<InstancePage>(this, checked(query, tr("The instances could not be read.")), [this, bounded](Done) {
        return repeatsRows(bounded.filter) ? m_distinct.page(bounded) : serverPage(bounded);
    });
}

Async<InstancePage> DataIndexInstances::serverPage(const InstanceQuery &query)
{
    const auto request = [query](const ServerCapabilities &server) { return instancePageRequest(query, server); };
    return askTolerantly<InstancePage>(this, m_client, request, decodeInstancePage);
}

Async<InstancePage> DataIndexInstances::pageWithNodes(const InstanceQuery &query)
{
    return chain<InstancePage>(this, checked(query, tr("The instances could not be read.")), [this, query](Done) {
        const auto request = [query](const ServerCapabilities &server) { return instanceNodesRequest(query, server); };
        const auto decode = [repeats = repeatsRows(query.filter)](GraphqlAnswer &answer) {
            Result<InstancePage> page = decodeInstanceNodesPage(answer);
            if (page && repeats)
                page->total.reset();
            return page;
        };
        return askTolerantly<InstancePage>(this, m_client, request, decode);
    });
}

Async<qint64> DataIndexInstances::count(const InstanceQuery &query)
{
    const QString what = tr("The instances could not be counted.");
    const auto counted = [this, query, what](const ServerCapabilities &server) {
        if (server.countsInstances() && !repeatsRows(query.filter))
            return m_client.ask<qint64>(instanceCountRequest(query), decodeInstanceCount);
        return ready<qint64>(cannotCount(what, server.countsInstances()));
    };
    return chain<qint64>(this, checked(query, what),
                         [this, counted](Done) { return chain<qint64>(this, m_client.capabilities(), counted); });
}

Async<QList<qint64>> DataIndexInstances::countEnded(const InstanceQuery &query, const QList<EndedRange> &ranges)
{
    using Counts = QList<qint64>;
    const QString what = tr("The instances could not be counted.");
    if (ranges.isEmpty())
        return ready<Counts>(Counts());
    const auto counted = [this, query, ranges, what](const ServerCapabilities &server) {
        if (!server.countsInstances() || repeatsRows(query.filter))
            return ready<Counts>(cannotCount(what, server.countsInstances()));
        const auto decode = [parts = static_cast<int>(ranges.size())](GraphqlAnswer &answer) {
            return decodeEndedCounts(answer, parts);
        };
        return m_client.ask<Counts>(endedCountsRequest(query, ranges), decode);
    };
    return chain<Counts>(this, checked(query, what),
                         [this, counted](Done) { return chain<Counts>(this, m_client.capabilities(), counted); });
}

Async<InstanceFields> DataIndexInstances::filterable()
{
    return chain<InstanceFields>(this, m_client.capabilities(), [](const ServerCapabilities &server) {
        return ready<InstanceFields>(filterableFields(server));
    });
}

Async<WorkflowInstance> DataIndexInstances::instance(const QString &id)
{
    const auto request = [id](const ServerCapabilities &server) { return instanceRequest(id, server); };
    return askTolerantly<WorkflowInstance>(this, m_client, request, decodeInstanceDetail);
}

Async<Done> DataIndexInstances::act(const QString &mutation, const GraphqlRequest &request,
                                    const WorkflowInstance &instance, const Direct &direct)
{
    if (!m_management)
        return m_client.act(request);
    // Where it cannot be found out what Data Index offers, it is asked all the same.
    return thenAlways<Done>(this, m_client.capabilities(),
                            [this, mutation, request, instance, direct](const Result<ServerCapabilities> &server) {
                                if (server && !server->mutations.contains(mutation))
                                    return m_management->act(instance, direct.verb, direct.parts, request.what);
                                return m_client.act(request);
                            });
}

Async<Done> DataIndexInstances::abort(const WorkflowInstance &instance)
{
    const QString mutation = u"ProcessInstanceAbort"_s;
    return act(mutation, instanceActionRequest(mutation, instance.id, tr("The instance was not aborted.")), instance,
               {"DELETE", {}});
}

Async<Done> DataIndexInstances::retry(const WorkflowInstance &instance)
{
    const QString mutation = u"ProcessInstanceRetry"_s;
    return act(mutation, instanceActionRequest(mutation, instance.id, tr("The failed step was not retried.")), instance,
               {"POST", {u"retrigger"_s}});
}

Async<Done> DataIndexInstances::skip(const WorkflowInstance &instance)
{
    const QString mutation = u"ProcessInstanceSkip"_s;
    return act(mutation, instanceActionRequest(mutation, instance.id, tr("The failed step was not skipped.")), instance,
               {"POST", {u"skip"_s}});
}

Async<Done> DataIndexInstances::triggerNode(const WorkflowInstance &instance, const NodeDefinition &node)
{
    const QString mutation = u"NodeInstanceTrigger"_s;
    return act(mutation,
               nodeActionRequest(mutation, instance.id, u"nodeId"_s, node.id, tr("The node was not triggered.")),
               instance, {"POST", {u"nodes"_s, node.id}});
}

Async<Done> DataIndexInstances::retriggerNode(const WorkflowInstance &instance, const NodeInstance &node)
{
    const QString mutation = u"NodeInstanceRetrigger"_s;
    return act(
        mutation,
        nodeActionRequest(mutation, instance.id, u"nodeInstanceId"_s, node.id, tr("The node was not triggered again.")),
        instance, {"POST", {u"nodeInstances"_s, node.id}});
}

Async<Done> DataIndexInstances::cancelNode(const WorkflowInstance &instance, const NodeInstance &node)
{
    const QString mutation = u"NodeInstanceCancel"_s;
    return act(
        mutation,
        nodeActionRequest(mutation, instance.id, u"nodeInstanceId"_s, node.id, tr("The node was not cancelled.")),
        instance, {"DELETE", {u"nodeInstances"_s, node.id}});
}

Async<SharedJson> DataIndexInstances::liveVariables(const WorkflowInstance &instance)
{
    return readVariables(this, m_client.http(), instance);
}

Async<Done> DataIndexInstances::setVariables(const WorkflowInstance &instance, const SharedJson &patch)
{
    // ProcessInstanceUpdateVariables changes the input that is kept, never the data that the workflow works with.
    return mergeVariables(this, m_client.http(), instance, patch);
}

} // namespace podium
