// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/httpclient.h"
#include "models/core/trace.h"
#include "tests/fakes/await.h"
#include "tests/fakes/fakehttpserver.h"
#include "tests/fakes/faketokens.h"

#include <memory>

namespace podium {

/// A runtime made of a fake server, signed in, and one of its clients; all new with each reset().
template <typename Client>
struct RuntimeFixture
{
    void reset()
    {
        client.reset();
        http.reset();
        tokens = FakeTokens();
        server = std::make_unique<FakeHttpServer>();
        Environment environment;
        environment.runtimeUrls = {server->url()};
        http = std::make_unique<HttpClient>(environment, &tokens, tracer);
        client = std::make_unique<Client>(*http);
    }

    FakeTokens tokens;
    Tracer tracer;
    std::unique_ptr<FakeHttpServer> server;
    std::unique_ptr<HttpClient> http;
    std::unique_ptr<Client> client;
};

} // namespace podium
