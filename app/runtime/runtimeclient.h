// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/httpclient.h"
#include "app/net/sharedasync.h"
#include "models/domain/workflowdefinition.h"

#include <map>
#include <memory>

namespace podium {

/// What the services that run the workflows tell about their definitions and themselves. UI thread.
class RuntimeClient : public QObject
{
    Q_OBJECT
public:
    explicit RuntimeClient(HttpClient &http, QObject *parent = nullptr);

    /// The input schema holds what it refers to at origins that the environment lists; other documents are not fetched.
    Async<WorkflowSchemas> schemas(const WorkflowDefinition &definition);
    /// An Error where the service does not keep it or is away.
    Async<WorkflowSource> source(const WorkflowDefinition &definition);
    /// An Error only when nothing can be said (not signed in).
    Async<Availability> probe(const WorkflowDefinition &definition);

private:
    using Health = SharedAsync<Availability>;

    Async<WorkflowSchemas> withDocuments(const WorkflowSchemas &schemas, const QList<QUrl> &asked = {});

    HttpRequest managementRequest(const WorkflowDefinition &definition, const QStringList &parts,
                                  const QString &what) const;
    /// Asked once for all workflows of a service; nothing is cached longer than a look at a list takes.
    Async<Availability> health(const QUrl &base);
    Async<Availability> knows(const WorkflowDefinition &definition);

    HttpClient &m_http;
    std::map<QString, std::unique_ptr<Health>> m_health; ///< by address of the service
};

} // namespace podium
