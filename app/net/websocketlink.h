// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/httpclient.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslError>
#include <QTimer>
#include <QWebSocket>

namespace podium {

struct WebSocketRequest
{
    QUrl url;                         ///< ws, wss, http or https; user info and fragment are dropped
    QStringList subprotocols;         ///< offered in this order
    bool withToken = true;            ///< the access token in the upgrade; refused for an origin that is not listed
    int openMs = 2000;                ///< from the connection's start to the finished upgrade
    int pingMs = 15000;               ///< silence after which the other side is asked whether it is there
    int pongMs = 5000;                ///< no answer for so long: the connection is dead
    qint64 maxMessageBytes = 1 << 20; ///< a longer message ends the connection
    QString label;                    ///< for logs: "subscriptions"
    QString what;                     ///< Error::what of a failure, translated
};

/// One WebSocket of an environment, under the rules of HttpClient: the token to listed origins only (RFC 6750, in the
/// Authorization header of the upgrade), own certificate authority, TLS errors stop it, one retry with a renewed token
/// after a 401, no redirects, limits for time and size. Never reconnects by itself. UI thread.
class WebSocketLink : public QObject
{
    Q_OBJECT
public:
    /// `http` outlives the link.
    WebSocketLink(HttpClient &http, const WebSocketRequest &request, QObject *parent = nullptr);
    ~WebSocketLink() override; ///< closes; closed() is not told

    void open(); ///< once; opened() or closed() follows
    void send(const QString &text);
    bool isOpen() const { return m_isOpen; }
    QString subprotocol() const { return m_socket ? m_socket->subprotocol() : QString(); } ///< the one the server chose; "" for none
    /// What is left of the life of the token it was opened with, in milliseconds; nothing where that is not known.
    std::optional<qint64> tokenLifeMs() const;

Q_SIGNALS:
    void opened();
    void received(const QString &text);
    /// The end, told once: why it did not open, or was lost. Error::httpStatus is set where the upgrade was answered.
    void closed(const podium::Error &error);

private:
    void makeSocket();
    void letGo();
    void connectTo(const Result<QString> &token);
    void onConnected();
    void onDisconnected();
    void onTlsErrors(const QList<QSslError> &errors);
    void onText(const QString &text);
    void checkAlive();
    void end(const Error &error);
    int upgradeStatus() const;
    Error lossError() const;
    HttpRequest asHttp() const;

    HttpClient &m_http;
    WebSocketRequest m_request;
    QWebSocket *m_socket = nullptr; ///< of the attempt under way
    QTimer m_timeout;
    QTimer m_alive;
    QElapsedTimer m_quiet; ///< since the other side was last heard
    QElapsedTimer m_tokenAge;
    std::optional<qint64> m_tokenLifeMs; ///< when it was opened
    Pending m_tokenWait;
    QString m_token;
    QList<QSslError> m_tlsErrors;
    bool m_renewed = false;
    bool m_isUsed = false; ///< the socket connects or is connected
    bool m_isOpen = false;
    bool m_isAsked = false; ///< a ping is on its way
    bool m_ended = false;
};

} // namespace podium
