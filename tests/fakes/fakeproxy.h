// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace podium {

/// Stands between Podium and a real server, on 127.0.0.1 and a free port: passes bytes on, or breaks them as networks
/// do. Counts what goes through. Lives in the test's own thread.
class FakeProxy : public QObject
{
    Q_OBJECT
public:
    enum class Fault {
        None,
        Refuse,  ///< the port is closed, connections dropped: the server is away
        Freeze,  ///< takes connections and bytes, passes nothing on, in either direction
        Cut,     ///< drops a connection in the middle of an answer
        Corrupt, ///< changes bytes of the answers
        Delay,   ///< passes answers on `delayMs` later
    };

    explicit FakeProxy(const QUrl &server, QObject *parent = nullptr);
    ~FakeProxy() override;

    /// `server` with this proxy's address in its place.
    QUrl url(const QUrl &server) const;
    void setFault(Fault fault);
    void drop(); ///< all connections of now

    int delayMs = 300;
    int every = 1; ///< Cut and Corrupt hit one answer in so many

    int requests = 0; ///< of HTTP that went through
    qint64 sentBytes = 0;
    qint64 receivedBytes = 0; ///< from the server
    int faults = 0;           ///< answers that were cut or changed

private:
    void accept();
    void forward(QTcpSocket *client, QTcpSocket *server);
    void answer(QTcpSocket *client, QTcpSocket *server);
    void remove(QTcpSocket *client);

    QUrl m_target;
    QTcpServer m_server;
    quint16 m_port = 0;
    Fault m_fault = Fault::None;
    int m_answers = 0;
    QHash<QTcpSocket *, QTcpSocket *> m_pairs; ///< client → server
};

} // namespace podium
