// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/dataindexcatalog.h"
#include "app/dataindex/dataindexinstances.h"
#include "app/dataindex/graphqlclient.h"
#include "app/jobs/dataindexjobs.h"
#include "app/net/httpclient.h"
#include "app/runtime/runtimeclient.h"
#include "app/runtime/runtimeruns.h"
#include "models/core/trace.h"

namespace podium {

/// Tokens of a user of the sandbox, by its script.
class SandboxTokens : public AccessTokens
{
public:
    explicit SandboxTokens(const QString &user)
        : m_user(user)
    {
    }

    Async<QString> accessToken() override;
    Async<QString> renewedToken(const QString &rejected) override;

private:
    QString m_user;
    QString m_token;
};

/// The services of the sandbox, as one of its users; those of the full one where the environment variable
/// PODIUM_SANDBOX is "full".
class SandboxConsole
{
public:
    explicit SandboxConsole(const QString &user);

    static bool isFull();
    /// As the sandbox's script tells it; empty where that fails.
    static Environment environment();
    /// Makes one of the services that the sandbox's workflows call work or fail.
    void setHealthy(const QString &service, bool healthy);

    SandboxTokens tokens;
    Tracer tracer;
    HttpClient http;
    GraphqlClient client;
    RuntimeClient runtime;
    DataIndexCatalog catalog;
    DataIndexInstances instances;
    DataIndexJobs jobs;
    RuntimeRuns runs;
};

} // namespace podium
