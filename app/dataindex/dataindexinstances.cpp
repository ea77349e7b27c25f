// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/dataindexinstances.h"

#include "app/dataindex/decodeinstance.h"
#include "app/dataindex/instancerequest.h"
#include "app/dataindex/tolerant.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

Error cannotCount()
{
    Error error;
    error.kind = Error::Kind::NotFound;
    error.what = DataIndexInstances::tr("The instances could not be counted.");
    error.why = DataIndexInstances::tr("This version of Data Index does not count.");
    return error;
}

} // namespace

DataIndexInstances::DataIndexInstances(GraphqlClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

Async<InstancePage> DataIndexInstances::page(const InstanceQuery &query)
{
    const auto request = [query](const ServerCapabilities &server) { return instancePageRequest(query, server); };
    return askTolerantly<InstancePage>(this, m_client, request, decodeInstancePage);
}

Async<InstancePage> DataIndexInstances::pageWithNodes(const InstanceQuery &query)
{
    const auto request = [query](const ServerCapabilities &server) { return instanceNodesRequest(query, server); };
    return askTolerantly<InstancePage>(this, m_client, request, decodeInstanceNodesPage);
}

Async<qint64> DataIndexInstances::count(const InstanceQuery &query)
{
    return chain<qint64>(this, m_client.capabilities(), [this, query](const ServerCapabilities &server) {
        if (server.countsInstances())
            return m_client.ask<qint64>(instanceCountRequest(query), decodeInstanceCount);
        return ready<qint64>(cannotCount());
    });
}

Async<QList<qint64>> DataIndexInstances::countEnded(const InstanceQuery &query, const QList<EndedRange> &ranges)
{
    using Counts = QList<qint64>;
    if (ranges.isEmpty())
        return ready<Counts>(Counts());
    return chain<Counts>(this, m_client.capabilities(), [this, query, ranges](const ServerCapabilities &server) {
        if (!server.countsInstances())
            return ready<Counts>(cannotCount());
        const auto decode = [parts = static_cast<int>(ranges.size())](GraphqlAnswer &answer) {
            return decodeEndedCounts(answer, parts);
        };
        return m_client.ask<Counts>(endedCountsRequest(query, ranges), decode);
    });
}

Async<WorkflowInstance> DataIndexInstances::instance(const QString &id)
{
    const auto request = [id](const ServerCapabilities &server) { return instanceRequest(id, server); };
    return askTolerantly<WorkflowInstance>(this, m_client, request, decodeInstanceDetail);
}

Async<Done> DataIndexInstances::abort(const WorkflowInstance &instance)
{
    return m_client.act(
        instanceActionRequest(u"ProcessInstanceAbort"_s, instance.id, tr("The instance was not aborted.")));
}

Async<Done> DataIndexInstances::retry(const WorkflowInstance &instance)
{
    return m_client.act(
        instanceActionRequest(u"ProcessInstanceRetry"_s, instance.id, tr("The failed step was not retried.")));
}

Async<Done> DataIndexInstances::skip(const WorkflowInstance &instance)
{
    return m_client.act(
        instanceActionRequest(u"ProcessInstanceSkip"_s, instance.id, tr("The failed step was not skipped.")));
}

} // namespace podium
