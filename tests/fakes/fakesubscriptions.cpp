// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakesubscriptions.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QWebSocket>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QString text(const Json &message)
{
    return QString::fromUtf8(toBytes(message));
}

QString bearerOf(const QByteArray &head)
{
    static const QRegularExpression pattern(uR"(\r\nAuthorization: Bearer ([^\r]*)\r\n)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(QString::fromLatin1(head)).captured(1);
}

} // namespace

FakeSubscriptions::FakeSubscriptions(QObject *parent)
    : QObject(parent)
    , m_sockets(u"fake"_s, QWebSocketServer::NonSecureMode)
{
    setSubprotocols({u"graphql-ws"_s});
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            socket->setParent(this);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { greet(socket); });
        }
    });
    connect(&m_sockets, &QWebSocketServer::newConnection, this, &FakeSubscriptions::serve);
    m_server.listen(QHostAddress::LocalHost);
    m_port = m_server.serverPort();
}

FakeSubscriptions::~FakeSubscriptions()
{
    stop();
}

QUrl FakeSubscriptions::url() const
{
    return QUrl(u"http://127.0.0.1:%1/graphql"_s.arg(m_port));
}

void FakeSubscriptions::greet(QTcpSocket *socket)
{
    const QByteArray head = socket->peek(16384);
    if (!head.contains("\r\n\r\n"))
        return;
    disconnect(socket, nullptr, this, nullptr);
    ++upgrades;
    tokens << bearerOf(head);
    const auto answer = [socket](int code) {
        socket->write("HTTP/1.1 " + QByteArray::number(code) + " No\r\nwww-authenticate: Bearer\r\ncontent-length: 0\r\n\r\n");
        socket->disconnectFromHost();
    };
    if (!token.isEmpty() && tokens.constLast() != token)
        return answer(401);
    switch (upgrade) {
    case Upgrade::Accept:
        return m_sockets.handleConnection(socket);
    case Upgrade::Hang:
        return;
    case Upgrade::Drop:
        return socket->abort();
    case Upgrade::Garbage:
        socket->write("\x01\x02 nothing of HTTP\r\n\r\n");
        return socket->disconnectFromHost();
    case Upgrade::Status:
        return answer(status);
    }
}

void FakeSubscriptions::serve()
{
    while (QWebSocket *socket = m_sockets.nextPendingConnection()) {
        socket->setParent(this);
        m_open.insert(socket, {});
        connect(socket, &QWebSocket::textMessageReceived, this,
                [this, socket](const QString &message) { read(socket, message); });
        connect(socket, &QWebSocket::disconnected, this, [this, socket] {
            m_open.remove(socket);
            socket->deleteLater();
        });
    }
}

void FakeSubscriptions::read(QWebSocket *socket, const QString &message)
{
    const auto json = parseJson(message.toUtf8());
    if (!json)
        return;
    const QString type = stringAt(*json, "type");
    const QString id = stringAt(*json, "id");
    seen << type;
    if (type == "connection_init"_L1 && acknowledges) {
        socket->sendTextMessage(text({{"type", "connection_ack"}}));
        if (!speaksNewer)
            socket->sendTextMessage(text({{"type", "ka"}}));
    } else if (type == (speaksNewer ? "subscribe"_L1 : "start"_L1)) {
        const Json *payload = memberAt(*json, "payload");
        subscribe(socket, id, payload ? stringAt(*payload, "query") : QString());
    } else if (type == (speaksNewer ? "complete"_L1 : "stop"_L1)) {
        m_open[socket].remove(id);
    }
}

void FakeSubscriptions::subscribe(QWebSocket *socket, const QString &id, const QString &document)
{
    static const QRegularExpression pattern(uR"(subscription \{ (\w+))"_s);
    const QString field = pattern.match(document).captured(1);
    if (refusal.isEmpty()) {
        m_open[socket].insert(id, field);
        return;
    }
    // As 10.1.0 says it.
    const Json error{{"message", refusal.toStdString()}};
    const Json payload{{"errors", Json::array({error})}};
    socket->sendTextMessage(text({{"id", id.toStdString()}, {"type", "data"}, {"payload", payload}}));
    socket->sendTextMessage(text({{"id", id.toStdString()}, {"type", "complete"}}));
}

void FakeSubscriptions::push(const QString &field, const Json &row)
{
    for (auto it = m_open.cbegin(); it != m_open.cend(); ++it) {
        for (auto entry = it->cbegin(); entry != it->cend(); ++entry) {
            if (*entry != field)
                continue;
            const Json payload{{"data", {{field.toStdString(), row}}}};
            it.key()->sendTextMessage(text(
                {{"type", speaksNewer ? "next" : "data"}, {"id", entry.key().toStdString()}, {"payload", payload}}));
        }
    }
}

void FakeSubscriptions::sendAll(const QString &message)
{
    for (QWebSocket *socket : m_open.keys())
        socket->sendTextMessage(message);
}

void FakeSubscriptions::completeAll()
{
    for (auto it = m_open.begin(); it != m_open.end(); ++it) {
        for (const QString &id : it->keys())
            it.key()->sendTextMessage(text({{"id", id.toStdString()}, {"type", "complete"}}));
        it->clear();
    }
}

void FakeSubscriptions::drop()
{
    for (QWebSocket *socket : m_open.keys()) {
        m_open.remove(socket);
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

void FakeSubscriptions::stop()
{
    m_server.close();
    drop();
}

bool FakeSubscriptions::start()
{
    return m_server.listen(QHostAddress::LocalHost, m_port);
}

int FakeSubscriptions::subscriptions() const
{
    qsizetype count = 0;
    for (const auto &fields : m_open)
        count += fields.size();
    return static_cast<int>(count);
}

Json pushedInstance(const QString &id, const QString &state, const QDateTime &start, int seconds)
{
    const auto time = [](const QDateTime &at) { return at.toUTC().toString(Qt::ISODateWithMs).toStdString(); };
    return {{"id", id.toStdString()},       {"processId", "greet_team"},
            {"processName", "Greet"},       {"version", "1.0"},
            {"state", state.toStdString()}, {"businessKey", "K"},
            {"start", time(start)},         {"lastUpdate", time(start.addSecs(seconds))}};
}

} // namespace podium
