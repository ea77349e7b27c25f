// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QHash>
#include <QList>
#include <QStringList>
#include <QTcpServer>
#include <QUrl>
#include <QWebSocketServer>

class QWebSocket;

namespace podium {

/// The WebSocket of a Data Index that has subscriptions, which no released image has: speaks graphql-ws as Vert.x does,
/// or graphql-transport-ws, and breaks in every way a test says. Lives in the test's own thread.
class FakeSubscriptions : public QObject
{
    Q_OBJECT
public:
    enum class Upgrade {
        Accept,
        Hang,    ///< takes the connection, says nothing
        Drop,    ///< closes it without a byte
        Garbage, ///< bytes that are not HTTP
        Status,  ///< answers with `status`
    };

    explicit FakeSubscriptions(QObject *parent = nullptr);
    ~FakeSubscriptions() override;

    QUrl url() const; ///< http://127.0.0.1:port/graphql
    void setSubprotocols(const QStringList &names) { m_sockets.setSupportedSubprotocols(names); }

    void push(const QString &field, const Json &row); ///< to everyone who subscribed to it
    void sendAll(const QString &text);                ///< as it is
    void completeAll();                               ///< every subscription, as a server that shuts down does
    void drop();                                      ///< all connections
    void stop();                                      ///< as if killed; the port refuses
    bool start();                                     ///< again on the same port
    int connections() const { return static_cast<int>(m_open.size()); }
    int subscriptions() const; ///< of all connections

    Upgrade upgrade = Upgrade::Accept;
    int status = 500;
    QString token;            ///< with another one an upgrade is 401; "" for any
    bool speaksNewer = false; ///< graphql-transport-ws
    bool acknowledges = true; ///< else it never answers connection_init
    QString refusal;          ///< why it has no subscriptions; "" when it has
    int upgrades = 0;         ///< asked for
    QStringList tokens;       ///< of the upgrades, in their order
    QStringList seen;         ///< types of the messages it got

private:
    void greet(QTcpSocket *socket);
    void serve();
    void read(QWebSocket *socket, const QString &text);
    void subscribe(QWebSocket *socket, const QString &id, const QString &document);

    QTcpServer m_server;
    QWebSocketServer m_sockets;
    quint16 m_port = 0;
    QHash<QWebSocket *, QHash<QString, QString>> m_open; ///< fields of the subscriptions by their id
};

/// A row as Data Index tells it, started at `start` and last updated `seconds` later.
Json pushedInstance(const QString &id, const QString &state, const QDateTime &start, int seconds = 0);

} // namespace podium
