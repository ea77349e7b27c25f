// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/settings/singleinstance.h"

#include "models/core/json.h"
#include "models/core/logging.h"

#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QStandardPaths>
#include <QTimer>
#include <QtEndian>

#include <optional>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kConnectMs = 500;
constexpr int kAnswerMs = 2000;
constexpr qsizetype kHeaderBytes = sizeof(quint32);
constexpr int kMaxArguments = 64;

QByteArray toMessage(const QStringList &arguments)
{
    Json array = Json::array();
    for (const QString &argument : arguments)
        array.push_back(argument.toStdString());
    const QByteArray body = toBytes(array);
    QByteArray message(kHeaderBytes, '\0');
    qToBigEndian(static_cast<quint32>(body.size()), message.data());
    return message + body;
}

std::optional<QStringList> fromBody(const QByteArray &body)
{
    const Result<Json> parsed = parseJson(body);
    if (!parsed || !parsed->is_array() || parsed->size() > kMaxArguments)
        return {};
    QStringList arguments;
    for (const Json &item : *parsed) {
        if (!item.is_string())
            return {};
        arguments << toQString(item);
    }
    return arguments;
}

} // namespace

QString SingleInstance::defaultSocketPath()
{
    // A second display of the same user gets its own window: nobody looks at the other one.
    QString display = qEnvironmentVariable("WAYLAND_DISPLAY", qEnvironmentVariable("DISPLAY"));
    for (QChar &c : display) {
        if (!c.isLetterOrNumber() || c.unicode() > 0x7f)
            c = u'-';
    }
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) % u"/podium" % display.left(32) %
           u".socket";
}

SingleInstance::SingleInstance(QObject *parent)
    : SingleInstance(defaultSocketPath(), parent)
{
}

SingleInstance::SingleInstance(const QString &socketPath, QObject *parent)
    : QObject(parent)
    , m_path(socketPath)
{
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::handOver(const QStringList &arguments)
{
    const QByteArray message = toMessage(arguments);
    if (message.size() > kMaxMessageBytes)
        return false;
    QLocalSocket socket;
    socket.connectToServer(m_path);
    if (!socket.waitForConnected(kConnectMs))
        return false;
    socket.write(message);
    return socket.waitForBytesWritten(kAnswerMs) && socket.waitForReadyRead(kAnswerMs) && socket.readAll() == "ok";
}

bool SingleInstance::listen()
{
    if (m_server)
        return true;
    QDir().mkpath(QFileInfo(m_path).path());
    auto lock = std::make_unique<QLockFile>(m_path + u".lock"_s);
    lock->setStaleLockTime(0); // a Podium may run for months; a dead owner is noticed by its process id
    if (!lock->tryLock(0)) {
        qCInfo(logApp, "Another Podium takes second starts");
        return false;
    }
    // Whoever holds the lock owns the socket: what lies there is left from a crash.
    QLocalServer::removeServer(m_path);
    auto server = std::make_unique<QLocalServer>();
    server->setSocketOptions(QLocalServer::UserAccessOption);
    if (!server->listen(m_path)) {
        qCWarning(logApp, "Second starts cannot be taken: %s", qUtf8Printable(server->errorString()));
        return false;
    }
    connect(server.get(), &QLocalServer::newConnection, this, &SingleInstance::accept);
    m_lock = std::move(lock);
    m_server = std::move(server);
    return true;
}

void SingleInstance::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        socket->setReadBufferSize(kMaxMessageBytes);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(kAnswerMs, socket, &QLocalSocket::abort);
        read(socket);
    }
}

void SingleInstance::read(QLocalSocket *socket)
{
    const QByteArray seen = socket->peek(kMaxMessageBytes);
    if (seen.size() < kHeaderBytes)
        return;
    const qint64 length = qFromBigEndian<quint32>(seen.constData());
    const bool tooLong = length + kHeaderBytes > kMaxMessageBytes;
    if (!tooLong && seen.size() < kHeaderBytes + length)
        return;
    disconnect(socket, &QLocalSocket::readyRead, this, nullptr);
    const auto arguments = tooLong ? std::nullopt : fromBody(seen.sliced(kHeaderBytes, length));
    if (!arguments) {
        qCWarning(logApp, "A message that is no command line was dropped");
        socket->abort();
        return;
    }
    socket->write("ok");
    socket->disconnectFromServer();
    Q_EMIT received(*arguments);
}

} // namespace podium
