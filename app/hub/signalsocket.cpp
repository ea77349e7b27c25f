// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/hub/signalsocket.h"

#include "app/hub/hubaddress.h"
#include "app/live/pace.h"
#include "models/core/logging.h"

#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QWebSocketHandshakeOptions>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr quint64 kMaxMessageBytes = 256 << 10;
}

SignalSocket::SignalSocket(HttpClient &http, QObject *parent)
    : QObject(parent)
    , m_http(http)
{
    for (QTimer *timer : {&m_upgrade, &m_pong, &m_retry})
        timer->setSingleShot(true);
    connect(&m_upgrade, &QTimer::timeout, this, [this] { lose("the upgrade hangs"); });
    connect(&m_pong, &QTimer::timeout, this, [this] { lose("no pong"); });
    connect(&m_ping, &QTimer::timeout, this, &SignalSocket::tryLine);
    connect(&m_retry, &QTimer::timeout, this, &SignalSocket::open);
}

SignalSocket::~SignalSocket()
{
    drop();
}

void SignalSocket::open()
{
    m_wanted = true;
    if (m_socket || !m_http.tokens())
        return;
    m_retry.stop();
    m_token = deliver(m_http.tokens()->accessToken(), this,
                      [this](const Result<QString> &token) { token ? connectWith(*token) : lose("no token"); });
}

void SignalSocket::connectWith(const QString &token)
{
    QUrl url = hubApi(m_http.environment().notificationsUrl, {u"signals"_s});
    const auto tls = m_http.tlsConfiguration({});
    if (!m_http.environment().allowsToken(url) || !tls)
        return lose("the address or its certificates");
    QNetworkRequest request;
    request.setSslConfiguration(*tls);
    request.setRawHeader("User-Agent", "Podium/" PODIUM_VERSION);
    url.setScheme(url.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    request.setUrl(url);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({token});

    drop();
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setMaxAllowedIncomingMessageSize(kMaxMessageBytes);
    m_socket->setMaxAllowedIncomingFrameSize(kMaxMessageBytes);
    connect(m_socket.get(), &QWebSocket::connected, this, [this] {
        m_upgrade.stop();
        m_failures = 0;
        m_isOpen = true;
        m_ping.start(m_timings.pingMs);
        m_socket->sendTextMessage(u"{\"action\":\"subscribe\",\"channel\":\"notifications\"}"_s);
        Q_EMIT opened();
    });
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &SignalSocket::take);
    connect(m_socket.get(), &QWebSocket::pong, &m_pong, &QTimer::stop);
    // An error comes with it, or before it: once is enough, and later, for the socket is at work.
    const auto broken = qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);
    const auto gone = [this] { lose("closed or broken"); };
    connect(m_socket.get(), &QWebSocket::disconnected, this, gone, Qt::QueuedConnection);
    connect(m_socket.get(), broken, this, gone, Qt::QueuedConnection);
    m_upgrade.start(m_timings.upgradeMs);
    m_socket->open(request, options);
}

void SignalSocket::take(const QString &message)
{
    if (const auto signal = decodeSignal(message.toUtf8()))
        Q_EMIT received(*signal);
}

void SignalSocket::tryLine()
{
    if (m_pong.isActive())
        return;
    m_pong.start(m_timings.pongMs);
    m_socket->ping();
}

void SignalSocket::close()
{
    m_wanted = false;
    m_failures = 0;
    m_token.cancel();
    m_retry.stop();
    drop();
    if (std::exchange(m_isOpen, false))
        Q_EMIT closed();
}

void SignalSocket::lose(const char *why)
{
    if (!m_wanted || m_retry.isActive())
        return;
    qCDebug(logLive) << "No signals of the hub:" << why;
    drop();
    PollingOptions pace;
    pace.firstRetryMs = m_timings.firstRetryMs;
    pace.lastRetryMs = m_timings.lastRetryMs;
    m_retry.start(Pace::retryMs(++m_failures, pace, QRandomGenerator::global()->generateDouble()));
    if (std::exchange(m_isOpen, false))
        Q_EMIT closed();
}

void SignalSocket::drop()
{
    m_upgrade.stop();
    m_ping.stop();
    m_pong.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater();
}

} // namespace podium
