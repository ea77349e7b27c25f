// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakeproxy.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

namespace podium {

FakeProxy::FakeProxy(const QUrl &server, QObject *parent)
    : QObject(parent)
    , m_target(server)
{
    connect(&m_server, &QTcpServer::newConnection, this, &FakeProxy::accept);
    m_server.listen(QHostAddress::LocalHost);
    m_port = m_server.serverPort();
}

FakeProxy::~FakeProxy()
{
    m_server.close();
    drop();
}

QUrl FakeProxy::url(const QUrl &server) const
{
    QUrl own = server;
    own.setHost(QStringLiteral("127.0.0.1"));
    own.setPort(m_port);
    return own;
}

void FakeProxy::setFault(Fault fault)
{
    m_fault = fault;
    if (fault == Fault::Refuse) {
        m_server.close();
        drop();
    } else if (!m_server.isListening()) {
        m_server.listen(QHostAddress::LocalHost, m_port);
    }
}

void FakeProxy::drop()
{
    for (QTcpSocket *client : m_pairs.keys())
        remove(client);
}

void FakeProxy::remove(QTcpSocket *client)
{
    QTcpSocket *server = m_pairs.take(client);
    for (QTcpSocket *socket : {client, server}) {
        if (!socket)
            continue;
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

void FakeProxy::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        client->setParent(this);
        auto *server = new QTcpSocket(this);
        m_pairs.insert(client, server);
        connect(client, &QTcpSocket::readyRead, this, [this, client, server] { forward(client, server); });
        connect(server, &QTcpSocket::readyRead, this, [this, client, server] { answer(client, server); });
        connect(client, &QTcpSocket::disconnected, this, [this, client] { remove(client); });
        connect(server, &QTcpSocket::disconnected, this, [this, client, server] {
            answer(client, server);
            client->disconnectFromHost(); // once what it was told is on its way
        });
        connect(server, &QTcpSocket::errorOccurred, this, [this, client, server] {
            if (server->state() == QAbstractSocket::UnconnectedState && client->bytesToWrite() == 0)
                remove(client);
        });
        server->connectToHost(m_target.host(), static_cast<quint16>(m_target.port(80)));
    }
}

void FakeProxy::forward(QTcpSocket *client, QTcpSocket *server)
{
    if (m_fault == Fault::Freeze)
        return;
    const QByteArray bytes = client->readAll();
    requests += static_cast<int>(bytes.count(" HTTP/1.1\r\n"));
    sentBytes += bytes.size();
    server->write(bytes);
}

void FakeProxy::answer(QTcpSocket *client, QTcpSocket *server)
{
    if (m_fault == Fault::Freeze || server->bytesAvailable() == 0)
        return;
    QByteArray bytes = server->readAll();
    receivedBytes += bytes.size();
    const bool isHit = (m_fault == Fault::Cut || m_fault == Fault::Corrupt) && ++m_answers % every == 0;
    faults += isHit ? 1 : 0;
    if (isHit && m_fault == Fault::Cut) {
        client->write(bytes.first(bytes.size() / 2));
        client->flush();
        return remove(client);
    }
    if (isHit) {
        // Behind the head: a client that cannot even read that learns nothing more by it.
        for (qsizetype i = qMax<qsizetype>(bytes.indexOf("\r\n\r\n") + 4, 0); i < bytes.size(); i += 97)
            bytes[i] = '\x7f';
    }
    if (m_fault != Fault::Delay) {
        client->write(bytes);
        return;
    }
    const QPointer<QTcpSocket> later(client);
    QTimer::singleShot(delayMs, client, [later, bytes] {
        if (later)
            later->write(bytes);
    });
}

} // namespace podium
