// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/accesstokens.h"
#include "models/core/async.h"
#include "models/domain/environment.h"

#include <QByteArray>
#include <QHash>
#include <QNetworkAccessManager>
#include <QUrl>

namespace podium {

class Tracer;

struct HttpRequest {
    QByteArray verb = "GET";
    QUrl url;
    QByteArray body;
    QByteArray contentType;                ///< sent when there is a body
    QByteArray accept = "application/json";
    QList<QPair<QByteArray, QByteArray>> headers;
    bool withToken = true;      ///< send the access token; refused for an origin that the environment does not list
    int timeoutMs = 15000;      ///< from send to the last byte
    qint64 maxBytes = 64 << 20; ///< a longer answer is a Protocol error
    QString label;              ///< for traces: "ProcessInstances"
};

struct HttpResponse {
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    bool isSuccess() const { return status >= 200 && status < 300; }
};

/// All HTTP of one environment: tokens to listed origins only, no redirects followed (they could carry a token away), own
/// certificate authority, time and size limits, one retry with a renewed token after a 401, TLS errors stop the request.
/// UI thread; the answers' bytes are for mapOnWorker(). Any HTTP status except a repeated 401 is an answer, not an Error.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    /// `tokens` may be null: then requests with a token fail as Unauthorized.
    HttpClient(const Environment &environment, AccessTokens *tokens, Tracer &tracer, QObject *parent = nullptr);

    Async<HttpResponse> send(const HttpRequest &request);
    void setTokens(AccessTokens *tokens) { m_tokens = tokens; }
    /// Answers from elsewhere, for tests: a fake manager, not owned.
    void setNetwork(QNetworkAccessManager *network) { m_network = network; }

private:
    Environment m_environment;
    AccessTokens *m_tokens = nullptr;
    Tracer &m_tracer;
    QNetworkAccessManager m_ownNetwork;
    QNetworkAccessManager *m_network = &m_ownNetwork;
};

} // namespace podium
