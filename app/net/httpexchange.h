// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/httpclient.h"

#include <QNetworkReply>
#include <QPointer>
#include <QSslError>
#include <QTimer>

namespace podium {

/// One request of an HttpClient, from the token to the last byte, with the one retry after a 401. Deletes itself.
class HttpExchange : public QObject
{
    Q_OBJECT
public:
    HttpExchange(HttpClient &client, const HttpRequest &request);
    ~HttpExchange() override;

    Async<HttpResponse> start();

private:
    void askToken();
    void gotToken(const Result<QString> &token);
    void transmit();
    QNetworkRequest networkRequest(const QSslConfiguration &tls) const;
    void readAvailable();
    void onTimeout();
    void onReplyFinished();
    bool retryWithNewToken(int status);
    void abortReply();
    HttpResponse response() const;
    void finish(Result<HttpResponse> result);

    HttpClient &m_client;
    HttpRequest m_request;
    AsyncSource<HttpResponse> m_source;
    Pending m_tokenWait;
    QString m_token;
    bool m_renewed = false;
    QPointer<QNetworkReply> m_reply;
    QList<QSslError> m_tlsErrors;
    QByteArray m_body;
    QTimer m_timeout;
    qint64 m_startedAt = 0; ///< microseconds of the tracer
    bool m_done = false;
};

} // namespace podium
