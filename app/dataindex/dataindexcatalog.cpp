// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/dataindexcatalog.h"

#include "app/dataindex/definitionrequest.h"
#include "app/dataindex/tolerant.h"
#include "app/net/asyncsteps.h"
#include "app/runtime/runtimeclient.h"

#include <QSet>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPageSize = 500;
constexpr int kMaxDefinitions = 20'000; // a server that never ends a list is broken

/// Pages can overlap when a definition is deployed in between.
QList<WorkflowDefinition> eachOnce(const QList<WorkflowDefinition> &definitions)
{
    QList<WorkflowDefinition> unique;
    QSet<QPair<QString, QString>> seen;
    for (const WorkflowDefinition &each : definitions) {
        if (seen.contains({each.id, each.version}))
            continue;
        seen.insert({each.id, each.version});
        unique << each;
    }
    return unique;
}

} // namespace

DataIndexCatalog::DataIndexCatalog(GraphqlClient &client, RuntimeClient &runtime, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_runtime(runtime)
{
}

Async<QList<WorkflowDefinition>> DataIndexCatalog::list()
{
    return listFrom(0, {});
}

Async<QList<WorkflowDefinition>> DataIndexCatalog::listFrom(int offset, QList<WorkflowDefinition> before)
{
    using Definitions = QList<WorkflowDefinition>;
    const auto request = [offset](const ServerCapabilities &server) {
        return definitionPageRequest(offset, kPageSize, server);
    };
    return chain<Definitions>(this, askTolerantly<DefinitionPage>(this, m_client, request, decodeDefinitionPage),
                              [this, offset, before](const DefinitionPage &page) {
                                  const Definitions all = before + page.rows;
                                  if (page.received < kPageSize || offset >= kMaxDefinitions)
                                      return ready<Definitions>(eachOnce(all));
                                  return listFrom(offset + kPageSize, all);
                              });
}

Async<WorkflowDefinition> DataIndexCatalog::definition(const QString &id, const QString &version)
{
    if (version.isEmpty()) {
        return chain<WorkflowDefinition>(this,
                                         m_client.ask<QString>(definitionVersionsRequest(id), decodeNewestVersion),
                                         [this, id](const QString &newest) { return one(id, newest); });
    }
    return one(id, version);
}

Async<WorkflowDefinition> DataIndexCatalog::one(const QString &id, const QString &version)
{
    const auto request = [id, version](const ServerCapabilities &server) {
        return definitionRequest(id, version, server);
    };
    return askTolerantly<WorkflowDefinition>(this, m_client, request, decodeDefinitionDetail);
}

Async<WorkflowSource> DataIndexCatalog::source(const WorkflowDefinition &definition)
{
    return orElse<WorkflowSource>(this, m_runtime.source(definition),
                                  [this, definition](const Error &) { return keptSource(definition); });
}

Async<WorkflowSource> DataIndexCatalog::keptSource(const WorkflowDefinition &definition)
{
    return m_client.ask<WorkflowSource>(definitionSourceRequest(definition.id, definition.version),
                                        [](GraphqlAnswer &answer) -> Result<WorkflowSource> {
                                            const auto text = decodeDefinitionSource(answer);
                                            if (!text)
                                                return text.error();
                                            return WorkflowSource{{}, *text};
                                        });
}

Async<WorkflowSchemas> DataIndexCatalog::schemas(const WorkflowDefinition &definition)
{
    return m_runtime.schemas(definition);
}

Async<Availability> DataIndexCatalog::probe(const WorkflowDefinition &definition)
{
    return m_runtime.probe(definition);
}

} // namespace podium
