// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/connection/connectiontester.h"

#include "app/connection/connectionfindings.h"
#include "app/dataindex/graphqlclient.h"
#include "app/net/asyncsteps.h"
#include "models/domain/runtimeaddress.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

using Service = ConnectionCheck::Service;

HttpRequest question(const QUrl &url, bool withToken)
{
    HttpRequest request;
    request.url = url;
    request.withToken = withToken;
    request.timeoutMs = 10'000;
    request.maxBytes = 4 << 20;
    request.label = u"connection test"_s;
    return request;
}

/// Nobody is signed in (the kinds of a token the server refused carry the status 401).
bool isSignedOut(const Error &error)
{
    return error.kind == Error::Kind::Unauthorized && error.httpStatus == 0;
}

} // namespace

ConnectionTester::ConnectionTester(Tracer &tracer, QObject *parent)
    : QObject(parent)
    , m_tracer(tracer)
{
}

Async<ConnectionCheck> ConnectionTester::check(const Environment &environment, Service service, AccessTokens *tokens)
{
    auto *http = new HttpClient(environment, tokens, m_tracer, this);
    const auto finding =
        thenAlways<ConnectionCheck>(this, run(*http, service), [service](const Result<ConnectionCheck> &result) {
            return result || result.error().isCancelled() ? ready<ConnectionCheck>(result)
                                                          : ready<ConnectionCheck>(failed(service, result.error()));
        });
    // Answered or cancelled: the client made for it is not needed any more.
    auto *watcher = new QFutureWatcher<Result<ConnectionCheck>>(http);
    connect(watcher, &QFutureWatcherBase::finished, http, &QObject::deleteLater);
    watcher->setFuture(finding);
    return finding;
}

Async<ConnectionCheck> ConnectionTester::run(HttpClient &http, Service service)
{
    switch (service) {
    case Service::Issuer:
        return checkIssuer(http);
    case Service::DataIndex:
        return checkDataIndex(http);
    case Service::Runtime:
        if (http.environment().runtimeUrls.isEmpty())
            return ready<ConnectionCheck>(skipped(service, tr("No address of a runtime is listed.")));
        return checkRuntimes(http, 0, {});
    case Service::JobService:
        return http.environment().jobServiceUrl.isEmpty() ? ready<ConnectionCheck>(skipped(service, tr("Not used.")))
                                                          : checkJobService(http);
    case Service::Notifications:
        return http.environment().notificationsUrl.isEmpty() ? ready<ConnectionCheck>(skipped(service, tr("Not used.")))
                                                             : checkNotifications(http);
    }
    return ready<ConnectionCheck>(skipped(service, {}));
}

Async<ConnectionCheck> ConnectionTester::checkIssuer(HttpClient &http)
{
    const Environment environment = http.environment();
    const QUrl url = withPath(environment.issuer, {u".well-known"_s, u"openid-configuration"_s});
    return chain<ConnectionCheck>(this, http.send(question(url, false)), [environment](const HttpResponse &response) {
        return ready<ConnectionCheck>(issuerFinding(environment, response));
    });
}

Async<ConnectionCheck> ConnectionTester::checkDataIndex(HttpClient &http)
{
    const QUrl url = http.environment().dataIndexUrl;
    auto *client = new GraphqlClient(http, url, &http);
    return thenAlways<ConnectionCheck>(
        this, client->capabilities(), [this, &http, url](const Result<ServerCapabilities> &server) {
            if (server)
                return ready<ConnectionCheck>(dataIndexFinding(url, *server));
            return isSignedOut(server.error()) ? checkReachable(http, Service::DataIndex, url)
                                               : ready<ConnectionCheck>(failed(Service::DataIndex, server.error()));
        });
}

Async<ConnectionCheck> ConnectionTester::checkRuntimes(HttpClient &http, qsizetype index,
                                                       const QList<ConnectionCheck> &before)
{
    return thenAlways<ConnectionCheck>(
        this, checkRuntime(http, http.environment().runtimeUrls.at(index)),
        [this, &http, index, before](const Result<ConnectionCheck> &result) {
            if (!result && result.error().isCancelled())
                return ready<ConnectionCheck>(result);
            const auto all = before + QList{result ? *result : failed(Service::Runtime, result.error())};
            return index + 1 == http.environment().runtimeUrls.size() ? ready<ConnectionCheck>(joined(all))
                                                                      : checkRuntimes(http, index + 1, all);
        });
}

Async<ConnectionCheck> ConnectionTester::checkRuntime(HttpClient &http, const QUrl &base)
{
    const QUrl url = withPath(base, {u"management"_s, u"processes"_s});
    return thenAlways<ConnectionCheck>(
        this, http.send(question(url, true)), [this, &http, base](const Result<HttpResponse> &answer) {
            if (answer)
                return ready<ConnectionCheck>(runtimeFinding(base, *answer));
            return isSignedOut(answer.error()) ? checkReachable(http, Service::Runtime, base)
                                               : ready<ConnectionCheck>(answer.error());
        });
}

Async<ConnectionCheck> ConnectionTester::checkJobService(HttpClient &http)
{
    const QUrl base = http.environment().jobServiceUrl;
    const QUrl url = withPath(base, {u"jobs"_s, u"podium-connection-test"_s});
    return thenAlways<ConnectionCheck>(
        this, http.send(question(url, true)), [this, &http, base](const Result<HttpResponse> &answer) {
            if (answer)
                return ready<ConnectionCheck>(jobServiceFinding(base, *answer));
            return isSignedOut(answer.error()) ? checkReachable(http, Service::JobService, base)
                                               : ready<ConnectionCheck>(answer.error());
        });
}

Async<ConnectionCheck> ConnectionTester::checkNotifications(HttpClient &http)
{
    const QUrl base = http.environment().notificationsUrl;
    const QUrl url = withPath(base, {u"api"_s, u"notifications"_s, u"status"_s});
    return chain<ConnectionCheck>(this, http.send(question(url, false)), [base](const HttpResponse &response) {
        return ready<ConnectionCheck>(notificationsFinding(base, response));
    });
}

Async<ConnectionCheck> ConnectionTester::checkReachable(HttpClient &http, Service service, const QUrl &url)
{
    return chain<ConnectionCheck>(this, http.send(question(url, false)), [service, url](const HttpResponse &) {
        return ready<ConnectionCheck>(reachableOnly(service, url));
    });
}

} // namespace podium
