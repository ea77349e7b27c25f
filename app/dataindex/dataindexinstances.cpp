// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/dataindexinstances.h"

#include "app/dataindex/decodeinstance.h"
#include "app/dataindex/instancerequest.h"
#include "app/dataindex/tolerant.h"
#include "app/runtime/runtimevariables.h"

namespace podium {

using namespace Qt::StringLiterals;

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
        Error error;
        error.kind = Error::Kind::NotFound;
        error.what = tr("The instances could not be counted.");
        error.why = tr("This version of Data Index does not count.");
        return ready<qint64>(error);
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
