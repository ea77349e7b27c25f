// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/decodedefinition.h"
#include "app/dataindex/graphqlclient.h"
#include "models/services/workflowcatalog.h"

namespace podium {

class RuntimeClient;

/// Definitions as Data Index lists them; text, schemas and availability as their services tell them.
class DataIndexCatalog : public QObject, public WorkflowCatalog
{
    Q_OBJECT
public:
    DataIndexCatalog(GraphqlClient &client, RuntimeClient &runtime, QObject *parent = nullptr);

    Async<QList<WorkflowDefinition>> list() override;
    Async<WorkflowDefinition> definition(const QString &id, const QString &version) override;
    Async<WorkflowSource> source(const WorkflowDefinition &definition) override;
    Async<WorkflowSchemas> schemas(const WorkflowDefinition &definition) override;
    Async<Availability> probe(const WorkflowDefinition &definition) override;

private:
    Async<QList<WorkflowDefinition>> listFrom(int offset, QList<WorkflowDefinition> before);
    Async<WorkflowDefinition> one(const QString &id, const QString &version);
    Async<WorkflowSource> keptSource(const WorkflowDefinition &definition);

    GraphqlClient &m_client;
    RuntimeClient &m_runtime;
};

} // namespace podium
