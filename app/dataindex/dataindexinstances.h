// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/distinctrows.h"
#include "app/dataindex/graphqlclient.h"
#include "models/services/instanceservice.h"

namespace podium {

class RuntimeManagement;

/// Instances of a Data Index; actions go through its mutations, which it forwards to the runtime with the user's token.
/// Those that it does not offer go to the runtime itself, where `management` is given.
class DataIndexInstances : public QObject, public InstanceService
{
    Q_OBJECT
public:
    explicit DataIndexInstances(GraphqlClient &client, RuntimeManagement *management = nullptr,
                                QObject *parent = nullptr);

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

private:
    /// The same action at the runtime.
    struct Direct
    {
        QByteArray verb;
        QStringList parts;
    };
    Async<Done> act(const QString &mutation, const GraphqlRequest &request, const WorkflowInstance &instance,
                    const Direct &direct);

    Async<InstancePage> serverPage(const InstanceQuery &query);
    /// What the server cannot be asked; it would refuse the query, or answer it without the condition.
    Async<Done> checked(const InstanceQuery &query, const QString &what);

    GraphqlClient &m_client;
    RuntimeManagement *m_management;
    DistinctRows m_distinct;
};

} // namespace podium
