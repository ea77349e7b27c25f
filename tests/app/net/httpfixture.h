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

/// Clients of fake servers, signed in.
struct HttpFixture
{
    Environment environmentFor(const FakeHttpServer &server) const
    {
        Environment environment;
        environment.name = QStringLiteral("Test");
        environment.dataIndexUrl = server.url(QStringLiteral("/graphql"));
        return environment;
    }

    HttpRequest get(const QUrl &url) const
    {
        HttpRequest request;
        request.url = url;
        request.what = QStringLiteral("The list could not be read.");
        return request;
    }

    std::unique_ptr<HttpClient> client(const Environment &environment)
    {
        return std::make_unique<HttpClient>(environment, &m_tokens, m_tracer);
    }

    FakeTokens m_tokens;
    Tracer m_tracer;
};

} // namespace podium
