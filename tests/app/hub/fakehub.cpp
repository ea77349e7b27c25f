// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/hub/fakehub.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QUrlQuery>
#include <QWebSocket>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QByteArray base64(const QJsonObject &object)
{
    return QJsonDocument(object)
        .toJson(QJsonDocument::Compact)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

FakeHub::FakeHub(QObject *parent)
    : QObject(parent)
    , m_signals(u"hub"_s, QWebSocketServer::NonSecureMode)
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, &FakeHub::accept);
    connect(&m_signals, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_signals.nextPendingConnection()) {
            m_connected << socket;
            connect(socket, &QWebSocket::textMessageReceived, this,
                    [this](const QString &message) { lastSubscription = message.toUtf8(); });
            connect(socket, &QWebSocket::disconnected, this, [this, socket] {
                m_connected.removeAll(socket);
                socket->deleteLater();
            });
        }
    });
}

FakeHub::~FakeHub()
{
    for (QWebSocket *socket : std::exchange(m_connected, {})) {
        socket->disconnect(this);
        delete socket;
    }
}

QUrl FakeHub::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

QString FakeHub::token(int seconds, const QString &user)
{
    static int number = 0;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QJsonObject claims{{u"sub"_s, user}, {u"exp"_s, now + seconds}, {u"jti"_s, ++number}};
    return QString::fromLatin1(base64({{u"alg"_s, u"ES256"_s}}) + '.' + base64(claims) + ".c2lnbmVk");
}

void FakeHub::add(const QString &id, const QString &title, const QDateTime &created)
{
    rows.prepend({{u"id"_s, id},
                  {u"user"_s, u"user:default/guest"_s},
                  {u"created"_s, created.toUTC().toString(Qt::ISODateWithMs)},
                  {u"payload"_s, QJsonObject{{u"title"_s, title}}}});
}

void FakeHub::signal(const QByteArray &message)
{
    for (QWebSocket *socket : std::as_const(m_connected))
        socket->sendTextMessage(QString::fromUtf8(message));
}

void FakeHub::signalNew(const QString &id)
{
    signal("{\"channel\":\"notifications\",\"message\":{\"action\":\"new_notification\",\"notification_id\":\"" +
           id.toUtf8() + "\"}}");
}

void FakeHub::cut()
{
    for (QWebSocket *socket : QList<QWebSocket *>(m_connected))
        socket->abort();
}

void FakeHub::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        socket->setParent(this);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    }
}

void FakeHub::read(QTcpSocket *socket)
{
    const QByteArray bytes = socket->peek(1 << 20);
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = bytes.left(end);
    if (head.toLower().contains("upgrade: websocket"))
        return takeUpgrade(socket);
    const qsizetype length = head.toLower().indexOf("content-length:");
    const qsizetype body = length < 0 ? 0 : head.mid(length + 15).split('\r').constFirst().trimmed().toInt();
    if (bytes.size() < end + 4 + body)
        return;
    socket->skip(end + 4 + body);
    const QByteArray target = head.split(' ').value(1);
    int code = 200;
    const QByteArray content = answer(QString::fromLatin1(target), head, &code);
    socket->write("HTTP/1.1 " + QByteArray::number(code) +
                  " Status\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(content.size()) +
                  "\r\nConnection: close\r\n\r\n" + content);
    socket->disconnectFromHost();
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

void FakeHub::takeUpgrade(QTcpSocket *socket)
{
    socket->disconnect(this);
    ++upgrades;
    const QByteArray head = socket->peek(1 << 16);
    const qsizetype at = head.toLower().indexOf("sec-websocket-protocol:");
    protocols << QString::fromLatin1(at < 0 ? QByteArray() : head.mid(at + 23).split('\r').constFirst().trimmed());
    Upgrade how = upgrade;
    if (upgradesToSpoil == 0)
        how = Upgrade::Accept;
    else if (upgradesToSpoil > 0)
        --upgradesToSpoil;
    switch (how) {
    case Upgrade::Accept:
        socket->setParent(nullptr);
        return m_signals.handleConnection(socket);
    case Upgrade::Hang:
        return;
    case Upgrade::Close:
        return socket->abort();
    case Upgrade::NotFound:
        socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        break;
    case Upgrade::Garbage:
        socket->write("\x00\xff nonsense\r\n\r\n");
        break;
    }
    socket->disconnectFromHost();
}

QByteArray FakeHub::answer(const QString &path, const QByteArray &head, int *code)
{
    const QUrl target(path);
    const QString name = target.path().section(u'/', 2);
    ++m_requests[name];
    if (name == "auth/guest/refresh"_L1) {
        *code = guests ? 200 : 404;
        return QJsonDocument(QJsonObject{{u"backstageIdentity"_s, QJsonObject{{u"token"_s, token(tokenSeconds)}}}})
            .toJson();
    }
    const qsizetype at = head.indexOf("Bearer ");
    const QString given = at < 0 ? QString() : QString::fromLatin1(head.mid(at + 7).split('\r').constFirst());
    *code = given.isEmpty() || (!accepted.isEmpty() && !accepted.contains(given)) ? 401 : status;
    if (*code != 200)
        return "{\"error\":{\"name\":\"NotAllowedError\"}}";
    if (name == "notifications/status"_L1)
        return "{\"unread\":" + QByteArray::number(rows.size()) + ",\"read\":0}";
    if (name == "notifications/notifications"_L1)
        return list(target);
    for (const QJsonObject &row : std::as_const(rows)) {
        if (name.endsWith(row.value("id"_L1).toString()))
            return QJsonDocument(row).toJson();
    }
    *code = 404;
    return "{}";
}

QByteArray FakeHub::list(const QUrl &target) const
{
    const QUrlQuery query(target);
    const QDateTime after =
        QDateTime::fromString(query.queryItemValue(u"createdAfter"_s, QUrl::FullyDecoded), Qt::ISODateWithMs);
    QJsonArray found;
    qsizetype total = 0;
    for (const QJsonObject &row : rows) {
        const auto created = QDateTime::fromString(row.value("created"_L1).toString(), Qt::ISODateWithMs);
        if (after.isValid() && created < after)
            continue;
        if (total++ < query.queryItemValue(u"limit"_s).toInt())
            found << row;
    }
    return QJsonDocument(QJsonObject{{u"totalCount"_s, total}, {u"notifications"_s, found}}).toJson();
}

} // namespace podium
