// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <QWebSocketServer>

namespace podium {

/// A hub that does what the real one will not: hangs, talks nonsense, floods, forgets. HTTP and signals at one address,
/// as the real one has them.
class FakeHub : public QObject
{
    Q_OBJECT
public:
    enum class Upgrade { Accept, Hang, Close, NotFound, Garbage };

    explicit FakeHub(QObject *parent = nullptr);
    ~FakeHub() override;

    QUrl url() const;
    /// A user token that is good for so long; nobody signed it.
    static QString token(int seconds = 3600, const QString &user = QStringLiteral("user:default/guest"));
    void add(const QString &id, const QString &title, const QDateTime &created);
    /// To everyone who is connected.
    void signal(const QByteArray &message);
    void signalNew(const QString &id);
    void cut(); ///< every connection
    int requests(const QString &path) const { return m_requests.value(path); }
    int connected() const { return int(m_connected.size()); }

    Upgrade upgrade = Upgrade::Accept;
    int upgrades = 0;
    int upgradesToSpoil = -1; ///< how many get `upgrade`; -1 for all
    bool guests = true;
    int tokenSeconds = 3600;
    int status = 200;        ///< of all answers to requests with a token
    QStringList accepted;    ///< tokens; empty: all
    QList<QJsonObject> rows; ///< newest first
    QStringList protocols;   ///< of the upgrades
    QByteArray lastSubscription;

private:
    void accept();
    void read(QTcpSocket *socket);
    void takeUpgrade(QTcpSocket *socket);
    QByteArray answer(const QString &path, const QByteArray &head, int *status);
    QByteArray list(const QUrl &url) const;

    QTcpServer m_server;
    QWebSocketServer m_signals;
    QList<QWebSocket *> m_connected;
    QHash<QString, int> m_requests;
};

} // namespace podium
