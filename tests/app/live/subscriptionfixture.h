// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/live/subscriptionsource.h"
#include "tests/app/dataindex/fakedataindex.h"
#include "tests/fakes/fakesubscriptions.h"

namespace podium {

/// A Data Index that has subscriptions, and a client of it that is signed in.
struct SubscriptionFixture
{
    SubscriptionFixture()
    {
        index.schema.subscriptions = {QStringLiteral("ProcessInstanceAdded"), QStringLiteral("ProcessInstanceUpdated"),
                                      QStringLiteral("JobAdded"), QStringLiteral("JobUpdated")};
        options.upgradeMs = 200;
        options.acknowledgeMs = 100;
        options.settleMs = 30;
        options.firstRetryMs = 4;
        options.lastRetryMs = 16;
        options.stableMs = 20;
        options.frameMs = 1;
        connectTo(server.url());
    }

    /// Instead of straight to the server, e.g. through a proxy.
    void connectTo(const QUrl &url)
    {
        Environment environment = index.environment;
        environment.runtimeUrls << url;
        http = std::make_unique<HttpClient>(environment, &index.tokens, index.tracer);
        client = std::make_unique<GraphqlClient>(*http, index.environment.dataIndexUrl);
        endpoint = url;
    }

    std::unique_ptr<SubscriptionSource> source() const
    {
        return std::make_unique<SubscriptionSource>(*client, endpoint, options);
    }

    FakeDataIndex index;
    FakeSubscriptions server;
    PushOptions options;
    std::unique_ptr<HttpClient> http;
    std::unique_ptr<GraphqlClient> client;
    QUrl endpoint;
};

} // namespace podium
