// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/accesstokens.h"
#include "models/services/environmentservice.h"

#include <QObject>

namespace podium {

class HttpClient;
class Tracer;

/// Asks the services of an environment whether they can be used: reachable, TLS, token, version, what they offer.
/// UI thread. What is wrong with a service is a finding, not an Error.
class ConnectionTester : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionTester(Tracer &tracer, QObject *parent = nullptr);

    /// `tokens` may be null or signed out: then the token is not tried. They must be of a session at the issuer of
    /// `environment`, for they are sent to the origins it lists.
    Async<ConnectionCheck> check(const Environment &environment, ConnectionCheck::Service service,
                                 AccessTokens *tokens);

private:
    Async<ConnectionCheck> run(HttpClient &http, ConnectionCheck::Service service);
    Async<ConnectionCheck> checkIssuer(HttpClient &http);
    Async<ConnectionCheck> checkDataIndex(HttpClient &http);
    Async<ConnectionCheck> checkRuntimes(HttpClient &http, qsizetype index, const QList<ConnectionCheck> &before);
    Async<ConnectionCheck> checkRuntime(HttpClient &http, const QUrl &base);
    Async<ConnectionCheck> checkJobService(HttpClient &http);
    Async<ConnectionCheck> checkNotifications(HttpClient &http);
    /// Whether it answers at all, without a token.
    Async<ConnectionCheck> checkReachable(HttpClient &http, ConnectionCheck::Service service, const QUrl &url);

    Tracer &m_tracer;
};

} // namespace podium
