// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/eventservice.h"
#include "models/services/instanceservice.h"
#include "models/services/runservice.h"
#include "models/services/workflowcatalog.h"
#include "tests/fakes/fakereplies.h"
#include "tests/fakes/fakeworkflows.h"

#include <QDateTime>
#include <QHash>

namespace podium {

/// Serves fakeWorkflows(). Each kind of question can fail or hang on its own.
class FakeCatalog : public WorkflowCatalog
{
public:
    Async<QList<WorkflowDefinition>> list() override;
    Async<WorkflowDefinition> definition(const QString &id, const QString &version) override;
    Async<WorkflowSource> source(const WorkflowDefinition &definition) override;
    Async<WorkflowSchemas> schemas(const WorkflowDefinition &definition) override;
    Async<Availability> probe(const WorkflowDefinition &definition) override;

    QList<FakeWorkflow> workflows = fakeWorkflows();
    FakeReplies lists, definitions, sources, schemaReplies, probes;
};

/// Serves as many generated instances as asked for (millions cost nothing in the default order without a filter), and
/// what a test put on top.
class FakeInstances : public InstanceService
{
public:
    explicit FakeInstances(const QDateTime &newest, qint64 generated = 240)
        : m_newest(newest)
        , m_generated(generated)
    {
    }

    Async<InstancePage> page(const InstanceQuery &query) override;
    Async<InstancePage> pageWithNodes(const InstanceQuery &query) override;
    Async<qint64> count(const InstanceQuery &query) override;
    Async<InstanceFields> filterable() override;
    Async<QList<qint64>> countEnded(const InstanceQuery &query, const QList<EndedRange> &ranges) override;
    Async<WorkflowInstance> instance(const QString &id) override;
    Async<Done> abort(const WorkflowInstance &instance) override;
    Async<Done> retry(const WorkflowInstance &instance) override;
    Async<Done> skip(const WorkflowInstance &instance) override;
    Async<SharedJson> liveVariables(const WorkflowInstance &instance) override;
    Async<Done> setVariables(const WorkflowInstance &instance, const SharedJson &patch) override;
    Async<Done> triggerNode(const WorkflowInstance &instance, const NodeDefinition &node) override;
    Async<Done> retriggerNode(const WorkflowInstance &instance, const NodeInstance &node) override;
    Async<Done> cancelNode(const WorkflowInstance &instance, const NodeInstance &node) override;

    /// Adds an instance, or replaces the one of that id.
    void put(const WorkflowInstance &instance);
    /// How many are generated; 0 for an empty server.
    void setGenerated(qint64 count) { m_generated = count; }
    /// What instance(id) would answer now; an empty id when there is none.
    WorkflowInstance current(const QString &id) const;

    FakeReplies pages, nodePages, counts, endedCounts, details, actions, variables;
    InstanceFields fields = everyInstanceField(); ///< what it says it can filter by
    bool canCount = true;                         ///< false: as servers before 10.1
    QList<InstanceQuery> queries;
    QList<InstanceQuery> nodeQueries; ///< those of pageWithNodes()
    QList<SharedJson> patches;        ///< those of setVariables()
    bool showsActions = true;         ///< false: accepts actions and does not show them
    QHash<QString, Error> refused;    ///< by instance id: actions on these fail
    QStringList actionLog;            ///< "abort ID", "retry ID", "skip ID", "trigger ID NODE", "variables ID"…

private:
    bool meets(const WorkflowInstance &row, const InstanceFilter &filter) const;
    QList<WorkflowInstance> matching(const InstanceQuery &query) const;
    Async<Done> actOnNode(const QString &verb, const WorkflowInstance &instance, const QString &node);
    Async<Done> act(const QString &verb, const WorkflowInstance &instance, InstanceState outcome);

    QDateTime m_newest;
    qint64 m_generated;
    QHash<QString, WorkflowInstance> m_put;
    QStringList m_added; // ids of m_put that no generated instance has, newest last
};

/// Records what was started. By default a run starts and appears among the instances.
class FakeRuns : public RunService
{
public:
    explicit FakeRuns(FakeInstances &instances)
        : m_instances(instances)
    {
    }

    Async<RunStarted> start(const RunRequest &request) override;
    QUrl address(const RunRequest &request) const override;

    QList<RunRequest> requests;
    FakeReplies replies;
    /// Refuses the input as a runtime does: Kind::Validation with messages on fields.
    static Error refusal(const QList<FieldError> &fields);

private:
    FakeInstances &m_instances;
};

/// Takes every event, as a real server does. What it does to instances the test says.
class FakeEvents : public EventService
{
public:
    Async<EventAnswer> send(const EventRequest &request) override
    {
        requests << request;
        if (effect && !replies.error)
            effect(request.event);
        return replies.reply<EventAnswer>(EventAnswer{202, {}});
    }

    QList<EventRequest> requests;
    FakeReplies replies;
    std::function<void(const CloudEvent &)> effect;
};

} // namespace podium
