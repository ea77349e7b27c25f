// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/instancebatch.h"

#include "models/domain/runinput.h"
#include "models/services/instanceservice.h"
#include "models/services/runservice.h"
#include "models/services/workflowcatalog.h"

namespace podium {

namespace {

InstanceQuery queryFor(const QStringList &ids)
{
    InstanceQuery query;
    query.ids = ids;
    query.limit = static_cast<int>(ids.size());
    return query;
}

QHash<QString, WorkflowInstance> byId(const InstancePage &page)
{
    QHash<QString, WorkflowInstance> rows;
    for (const WorkflowInstance &row : page.rows)
        rows.insert(row.id, row);
    return rows;
}

Error noInput()
{
    Error error;
    error.kind = Error::Kind::NotFound;
    error.what = InstanceBatch::tr("The run was not started.");
    error.why = InstanceBatch::tr("The server does not keep what the earlier run was started with.");
    return error;
}

} // namespace

InstanceBatch::InstanceBatch(const Services &services, BulkVerb verb, const QList<WorkflowInstance> &rows,
                             const Options &options, QObject *parent)
    : Batch(static_cast<int>(rows.size()), options, parent)
    , m_services(services)
    , m_verb(verb)
    , m_rows(rows)
{
}

Batch::Options InstanceBatch::gentle()
{
    Options options;
    options.perSecond = 40;
    options.pauseAfter = 5;
    options.confirmAfterMs = {150, 400, 1000, 2000, 3000, 5000};
    return options;
}

void InstanceBatch::setNewInstanceId(int index, const QString &id)
{
    if (!id.isEmpty())
        m_newIds.insert(index, id);
}

Async<QList<BatchLook>> InstanceBatch::look(const QList<int> &indexes, bool acted)
{
    if (acted && startsRuns())
        return lookAtNew(indexes);
    if (m_verb == BulkVerb::Start) // there is nothing yet that could have moved on
        return ready<QList<BatchLook>>(QList<BatchLook>(indexes.size(), BatchLook{BatchLook::Kind::Open, {}}));
    QStringList ids;
    for (const int index : indexes)
        ids << m_rows.at(index).id;
    return chain<QList<BatchLook>>(this, m_services.instances.page(queryFor(ids)),
                                   [this, indexes, acted](const InstancePage &page) {
                                       const auto rows = byId(page);
                                       QList<BatchLook> looks;
                                       for (const int index : indexes) {
                                           const auto now = rows.constFind(m_rows.at(index).id);
                                           looks << (now == rows.cend() ? BatchLook() : lookOf(index, *now, acted));
                                           if (now != rows.cend())
                                               m_rows[index] = *now;
                                       }
                                       return ready<QList<BatchLook>>(looks);
                                   });
}

BatchLook InstanceBatch::lookOf(int index, const WorkflowInstance &now, bool acted) const
{
    using Kind = BatchLook::Kind;
    const QString state = displayName(now.state).toLower();
    const bool applies = whyNot(m_verb, now.state).isEmpty();
    if (!acted)
        return {applies ? Kind::Open : Kind::MovedOn, state};
    if (m_verb == BulkVerb::Abort) {
        if (now.state == InstanceState::Aborted)
            return {Kind::Shown, state};
        return {applies ? Kind::Open : Kind::MovedOn, state};
    }
    if (!applies) // it left the state of error, by a retry or a skip
        return {Kind::Shown, state};
    // Its state moved, and is error again.
    const QDateTime before = m_sentAt.value(index);
    const bool moved = before.isValid() && now.lastUpdate.isValid() && now.lastUpdate > before;
    return {moved ? Kind::FailedAgain : Kind::Open, state};
}

Async<QList<BatchLook>> InstanceBatch::lookAtNew(const QList<int> &indexes)
{
    QStringList ids;
    for (const int index : indexes) {
        if (const QString id = m_newIds.value(index); !id.isEmpty())
            ids << id;
    }
    if (ids.isEmpty()) // an empty list of ids would ask for everything
        return ready<QList<BatchLook>>(QList<BatchLook>(indexes.size()));
    return chain<QList<BatchLook>>(
        this, m_services.instances.page(queryFor(ids)), [this, indexes](const InstancePage &page) {
            const auto rows = byId(page);
            QList<BatchLook> looks;
            for (const int index : indexes) {
                const auto now = rows.constFind(m_newIds.value(index));
                if (now != rows.cend() && m_verb == BulkVerb::Start)
                    m_rows[index] = *now;
                looks << (now == rows.cend() ? BatchLook()
                                             : BatchLook{BatchLook::Kind::Shown, displayName(now->state).toLower()});
            }
            return ready<QList<BatchLook>>(looks);
        });
}

Async<Done> InstanceBatch::act(int index)
{
    const WorkflowInstance &instance = m_rows.at(index);
    m_sentAt.insert(index, instance.lastUpdate);
    switch (m_verb) {
    case BulkVerb::Retry:
        return m_services.instances.retry(instance);
    case BulkVerb::Skip:
        return m_services.instances.skip(instance);
    case BulkVerb::Abort:
        return m_services.instances.abort(instance);
    case BulkVerb::Start:
        return startNew(index);
    case BulkVerb::Rerun:
        break;
    }
    return rerun(index);
}

Async<Done> InstanceBatch::startNew(int index)
{
    const SharedJson input = m_inputs.value(index);
    if (!input) {
        m_withoutInput.insert(index);
        Error error = noInput();
        error.why = tr("What it was to be started with is not kept. Choose the file again.");
        return ready<Done>(error);
    }
    const WorkflowInstance row = m_rows.at(index);
    return chain<Done>(this, definitionOf(row), [this, index, input, row](const WorkflowDefinition &workflow) {
        return startRun(index, {workflow, input, row.businessKey});
    });
}

Async<Done> InstanceBatch::startRun(int index, const RunRequest &request)
{
    AsyncSource<Done> source;
    deliverTo(this, m_services.runs.start(request), [this, index, source](const Result<RunStarted> &run) {
        // A run that failed while starting exists, too.
        const QString id = run ? run->instanceId : run.error().instanceId;
        if (!id.isEmpty())
            m_newIds.insert(index, id);
        if (!id.isEmpty() && m_verb == BulkVerb::Start)
            m_rows[index].id = id;
        source.finish(run ? Result<Done>(Done()) : Result<Done>(run.error()));
    });
    return source.future();
}

Async<Done> InstanceBatch::rerun(int index)
{
    const auto details = m_services.instances.instance(m_rows.at(index).id);
    return chain<Done>(this, details, [this, index](const WorkflowInstance &instance) {
        const SharedJson input = inputOf(instance.variables);
        if (!input) {
            m_withoutInput.insert(index);
            return ready<Done>(noInput());
        }
        const QString key = isFinal(instance.state) ? instance.businessKey : QString();
        return chain<Done>(this, definitionOf(instance), [this, index, input, key](const WorkflowDefinition &workflow) {
            return startRun(index, {workflow, input, key});
        });
    });
}

Async<WorkflowDefinition> InstanceBatch::definitionOf(const WorkflowInstance &instance)
{
    const QString key = instance.workflowId + QLatin1Char('\n') + instance.version;
    if (const auto known = m_definitions.constFind(key); known != m_definitions.cend())
        return ready<WorkflowDefinition>(*known);
    const auto asked = m_services.catalog.definition(instance.workflowId, instance.version);
    return chain<WorkflowDefinition>(this, asked, [this, key](const WorkflowDefinition &definition) {
        m_definitions.insert(key, definition);
        return ready<WorkflowDefinition>(definition);
    });
}

QString InstanceBatch::skipReason(int index, const Error &error) const
{
    return error.kind == Error::Kind::NotFound && m_withoutInput.contains(index) ? error.why : QString();
}

} // namespace podium
