// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/sandboxconsole.h"

#include "models/domain/runtimeaddress.h"
#include "tests/fakes/await.h"

#include <QProcess>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Answer
{
    QByteArray output;
    QString problem;
};

Answer sandbox(const QStringList &arguments)
{
    QProcess script;
    script.start(QStringLiteral(PODIUM_SOURCE_DIR "/installer/sandbox/sandbox"), arguments);
    const bool ended = script.waitForFinished(20000) && script.exitCode() == 0;
    return {script.readAllStandardOutput().trimmed(),
            ended ? QString() : QString::fromUtf8(script.readAllStandardError())};
}

} // namespace

Async<QString> SandboxTokens::accessToken()
{
    return m_token.isEmpty() ? renewedToken({}) : ready<QString>(m_token);
}

Async<QString> SandboxTokens::renewedToken(const QString &)
{
    const Answer answer = sandbox({u"token"_s, m_user});
    m_token = QString::fromUtf8(answer.output);
    if (answer.problem.isEmpty() && !m_token.isEmpty())
        return ready<QString>(m_token);
    Error error;
    error.kind = Error::Kind::Unauthorized;
    error.why = answer.problem;
    return ready<QString>(error);
}

SandboxConsole::SandboxConsole(const QString &user)
    : tokens(user)
    , http(environment(), &tokens, tracer)
    , client(http, http.environment().dataIndexUrl)
    , runtime(http)
    , catalog(client, runtime)
    , instances(client)
    , jobs(client)
    , runs(http)
{
}

bool SandboxConsole::isFull()
{
    return qEnvironmentVariable("PODIUM_SANDBOX") == "full"_L1;
}

Environment SandboxConsole::environment()
{
    QStringList arguments{u"environment"_s};
    if (isFull())
        arguments << u"--full"_s;
    const auto environment = environmentFromJson(sandbox(arguments).output);
    return environment ? *environment : Environment();
}

void SandboxConsole::setHealthy(const QString &service, bool healthy)
{
    HttpRequest request;
    request.verb = "PUT";
    request.url = withPath(http.environment().runtimeUrls.value(0), {u"sandbox-services"_s, u"state"_s, service});
    request.body = healthy ? R"({"healthy":true})" : R"({"healthy":false})";
    request.contentType = "application/json";
    request.withToken = false;
    (void)await(http.send(request));
}

} // namespace podium
