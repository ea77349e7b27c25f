// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/accesstokens.h"
#include "models/core/async.h"
#include "models/domain/environment.h"

#include <QByteArray>
#include <QHash>
#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUrl>

#include <optional>

namespace podium {

class Tracer;

struct HttpRequest
{
    QByteArray verb = "GET";
    QUrl url; ///< http or https; user info and fragment are dropped
    QByteArray body;
    QByteArray contentType; ///< sent when there is a body
    QByteArray accept = "application/json";
    QList<QPair<QByteArray, QByteArray>> headers;
    bool withToken = true; ///< send the access token; refused for an origin that the environment does not list
    /// It changes something: when the connection breaks, it is not sent a second time behind the caller's back.
    bool once = false;
    int timeoutMs = 15000;      ///< from send to the last byte, for each of the at most two attempts
    qint64 maxBytes = 64 << 20; ///< a longer answer is a Protocol error
    QString label;              ///< for traces: "ProcessInstances"
    QString what;               ///< Error::what of a failure, translated: "The list of workflows could not be read."
};

struct HttpResponse
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    bool isSuccess() const { return status >= 200 && status < 300; }
};

/// All HTTP of one environment: tokens to listed origins only, no redirects followed (they could carry a token away),
/// own certificate authority, time and size limits, one retry with a renewed token after a 401, TLS errors stop the
/// request. UI thread; the answers' bytes are for mapOnWorker(). An HTTP status is an answer, not an Error, except
/// redirects and, for requests with a token, a repeated 401; errorFromStatus() in httperror.h turns unwelcome ones into
/// an Error.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    /// `tokens` may be null: then requests with a token fail as Unauthorized.
    HttpClient(const Environment &environment, AccessTokens *tokens, Tracer &tracer, QObject *parent = nullptr);
    ~HttpClient() override; ///< what is under way is aborted and ends as cancelled

    Async<HttpResponse> send(const HttpRequest &request);

    const Environment &environment() const { return m_environment; }
    AccessTokens *tokens() const { return m_tokens; }
    void setTokens(AccessTokens *tokens) { m_tokens = tokens; }
    /// The default, plus the environment's own authority; read again after a failure, so that a repaired file counts.
    Result<QSslConfiguration> tlsConfiguration(const QString &what);
    /// Answers from elsewhere, for tests: a fake manager, not owned.
    void setNetwork(QNetworkAccessManager *network) { m_network = network; }

private:
    friend class HttpExchange;
    friend class WebSocketLink;

    QNetworkAccessManager &networkFor(const HttpRequest &request);

    Environment m_environment;
    AccessTokens *m_tokens = nullptr;
    Tracer &m_tracer;
    QNetworkAccessManager m_ownNetwork;
    QNetworkAccessManager m_onceNetwork; ///< see HttpRequest::once
    QNetworkAccessManager *m_network = &m_ownNetwork;
    std::optional<QSslConfiguration> m_tls;
};

} // namespace podium
