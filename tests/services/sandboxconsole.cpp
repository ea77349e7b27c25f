// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/sandboxconsole.h"

#include "tests/fakes/await.h"

#include <QProcess>

namespace podium {

using namespace Qt::StringLiterals;

Async<QString> SandboxTokens::accessToken()
{
    return m_token.isEmpty() ? renewedToken({}) : ready<QString>(m_token);
}

Async<QString> SandboxTokens::renewedToken(const QString &)
{
    QProcess script;
    script.start(QStringLiteral(PODIUM_SOURCE_DIR "/installer/sandbox/sandbox"), {u"token"_s, m_user});
    script.waitForFinished(20000);
    m_token = QString::fromUtf8(script.readAllStandardOutput()).trimmed();
    if (script.exitCode() == 0 && !m_token.isEmpty())
        return ready<QString>(m_token);
    Error error;
    error.kind = Error::Kind::Unauthorized;
    error.why = QString::fromUtf8(script.readAllStandardError());
    return ready<QString>(error);
}

SandboxConsole::SandboxConsole(const QString &user)
    : tokens(user)
    , http(environment(), &tokens, tracer)
    , client(http, environment().dataIndexUrl)
    , runtime(http)
    , catalog(client, runtime)
    , instances(client)
    , jobs(client)
    , runs(http)
{
}

Environment SandboxConsole::environment()
{
    Environment sandbox;
    sandbox.name = u"Local sandbox"_s;
    sandbox.issuer = QUrl(u"http://127.0.0.1:8180/realms/podium"_s);
    sandbox.clientId = u"podium-desktop"_s;
    sandbox.dataIndexUrl = QUrl(u"http://127.0.0.1:8080/graphql"_s);
    sandbox.jobServiceUrl = QUrl(u"http://127.0.0.1:8080"_s);
    sandbox.runtimeUrls = {QUrl(u"http://127.0.0.1:8080"_s)};
    return sandbox;
}

void SandboxConsole::setHealthy(const QString &service, bool healthy)
{
    HttpRequest request;
    request.verb = "PUT";
    request.url = QUrl(u"http://127.0.0.1:8080/sandbox-services/state/"_s + service);
    request.body = healthy ? R"({"healthy":true})" : R"({"healthy":false})";
    request.contentType = "application/json";
    request.withToken = false;
    (void)await(http.send(request));
}

} // namespace podium
