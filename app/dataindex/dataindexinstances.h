// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/graphqlclient.h"
#include "models/services/instanceservice.h"

namespace podium {

/// Instances of a Data Index; actions go through its mutations, which it forwards to the runtime with the user's token.
class DataIndexInstances : public QObject, public InstanceService
{
    Q_OBJECT
public:
    explicit DataIndexInstances(GraphqlClient &client, QObject *parent = nullptr);

    Async<InstancePage> page(const InstanceQuery &query) override;
    Async<InstancePage> pageWithNodes(const InstanceQuery &query) override;
    Async<qint64> count(const InstanceQuery &query) override;
    Async<QList<qint64>> countEnded(const InstanceQuery &query, const QList<EndedRange> &ranges) override;
    Async<WorkflowInstance> instance(const QString &id) override;
    Async<Done> abort(const WorkflowInstance &instance) override;
    Async<Done> retry(const WorkflowInstance &instance) override;
    Async<Done> skip(const WorkflowInstance &instance) override;

private:
    GraphqlClient &m_client;
};

} // namespace podium
