// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/dataindexinstances.h"

#include "app/dataindex/decodeinstance.h"
#include "app/dataindex/instancerequest.h"
#include "app/dataindex/instancewhere.h"
#include "app/dataindex/tolerant.h"
#include "models/filter/filtertexts.h"

namespace podium {

using namespace Qt::StringLiterals;

DataIndexInstances::DataIndexInstances(GraphqlClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
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
        Error error;
        error.kind = Error::Kind::NotFound;
        error.what = what;
        error.why = server.countsInstances() ? tr("Data Index counts an instance again for each node that fits.")
                                             : tr("This version of Data Index does not count.");
        return ready<qint64>(error);
    };
    return chain<qint64>(this, checked(query, what),
                         [this, counted](Done) { return chain<qint64>(this, m_client.capabilities(), counted); });
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
