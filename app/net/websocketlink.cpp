// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/net/websocketlink.h"

#include "app/net/httperror.h"
#include "models/core/logging.h"

#include <QRegularExpression>
#include <QWebSocketHandshakeOptions>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// The status with which a server answered the upgrade; 0 for none. QWebSocket tells it in its error text only.
int statusOf(const QString &errorText)
{
    static const QRegularExpression pattern(uR"(status code: (\d{3}))"_s);
    return pattern.match(errorText).captured(1).toInt();
}

/// Whether the other side answered, but not as a WebSocket does: told by the text only, too (Qt 6.4).
bool isOfHandshake(const QString &errorText)
{
    static const QRegularExpression pattern(
        u"^(QWebSocket|WebSocket|Read handshake|Parsing handshake|Invalid|Accept-Key|Handshake|Header)"_s);
    return pattern.match(errorText).hasMatch();
}

QNetworkReply::NetworkError networkCode(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return QNetworkReply::ConnectionRefusedError;
    case QAbstractSocket::RemoteHostClosedError:
        return QNetworkReply::RemoteHostClosedError;
    case QAbstractSocket::HostNotFoundError:
        return QNetworkReply::HostNotFoundError;
    case QAbstractSocket::SocketTimeoutError:
        return QNetworkReply::TimeoutError;
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return QNetworkReply::ProxyConnectionRefusedError;
    default:
        return QNetworkReply::UnknownNetworkError;
    }
}

QUrl withScheme(QUrl url, bool isSocket)
{
    const QString scheme = url.scheme();
    const bool isSecure = scheme == "https"_L1 || scheme == "wss"_L1;
    if (isSecure || scheme == "http"_L1 || scheme == "ws"_L1)
        url.setScheme(isSocket ? (isSecure ? u"wss"_s : u"ws"_s) : (isSecure ? u"https"_s : u"http"_s));
    return url;
}

} // namespace

WebSocketLink::WebSocketLink(HttpClient &http, const WebSocketRequest &request, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_request(request)
{
    m_request.url.setUserInfo({});
    m_request.url.setFragment({});
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] { end(timeoutError(asHttp())); });
    connect(&m_alive, &QTimer::timeout, this, &WebSocketLink::checkAlive);
}

WebSocketLink::~WebSocketLink()
{
    letGo();
}

/// A socket for one attempt: a used one does not open again.
void WebSocketLink::makeSocket()
{
    letGo();
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingMessageSize(static_cast<quint64>(m_request.maxMessageBytes));
    m_socket->setMaxAllowedIncomingFrameSize(static_cast<quint64>(m_request.maxMessageBytes));
    connect(m_socket, &QWebSocket::connected, this, &WebSocketLink::onConnected);
    connect(m_socket, &QWebSocket::disconnected, this, &WebSocketLink::onDisconnected);
    connect(m_socket, &QWebSocket::sslErrors, this, &WebSocketLink::onTlsErrors);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &WebSocketLink::onText);
    connect(m_socket, &QWebSocket::pong, this, [this] {
        m_isAsked = false;
        m_quiet.start();
    });
    // A refused connection does not reach the state that disconnected() tells the end of. Late, it is of this attempt
    // only.
    connect(m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, [this, socket = m_socket] {
        const auto ended = [this, socket] {
            if (socket == m_socket)
                onDisconnected();
        };
        QMetaObject::invokeMethod(this, ended, Qt::QueuedConnection);
    });
}

void WebSocketLink::letGo()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    if (m_isOpen)
        m_socket->close(QWebSocketProtocol::CloseCodeGoingAway);
    else
        m_socket->abort();
    m_socket->deleteLater(); // it may be what is calling
    m_socket = nullptr;
}

HttpRequest WebSocketLink::asHttp() const
{
    HttpRequest request;
    request.url = withScheme(m_request.url, false);
    request.label = m_request.label;
    request.what = m_request.what;
    return request;
}

std::optional<qint64> WebSocketLink::tokenLifeMs() const
{
    return m_tokenLifeMs ? std::optional(*m_tokenLifeMs - m_tokenAge.elapsed()) : std::nullopt;
}

void WebSocketLink::open()
{
    const QUrl url = withScheme(m_request.url, true);
    if (!url.isValid() || url.host().isEmpty() || !url.scheme().startsWith("ws"_L1))
        return end(addressError(asHttp()));
    if (!m_request.withToken)
        return connectTo(QString());
    if (!m_http.environment().allowsToken(m_request.url))
        return end(unlistedOriginError(asHttp()));
    if (!m_http.tokens())
        return end(notSignedInError(asHttp()));
    m_tokenWait =
        deliver(m_http.tokens()->accessToken(), this, [this](const Result<QString> &token) { connectTo(token); });
}

void WebSocketLink::connectTo(const Result<QString> &token)
{
    if (!token)
        return end(token.error());
    m_token = *token;
    m_tokenAge.start();
    m_tokenLifeMs = m_request.withToken ? m_http.tokens()->remainingLifeMs() : std::nullopt;
    makeSocket();
    QNetworkRequest request(withScheme(m_request.url, true));
    if (request.url().scheme() == "wss"_L1) {
        const auto tls = m_http.tlsConfiguration(m_request.what);
        if (!tls)
            return end(tls.error());
        m_socket->setSslConfiguration(*tls);
    }
    request.setRawHeader("User-Agent", "Podium/" PODIUM_VERSION);
    if (m_request.withToken)
        request.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
    QWebSocketHandshakeOptions options;
    options.setSubprotocols(m_request.subprotocols);
    m_timeout.start(m_request.openMs);
    m_isUsed = true;
    m_socket->open(request, options);
}

void WebSocketLink::onConnected()
{
    m_timeout.stop();
    m_isOpen = true;
    m_quiet.start();
    m_alive.start(m_request.pongMs);
    Q_EMIT opened();
}

void WebSocketLink::onText(const QString &text)
{
    m_isAsked = false;
    m_quiet.start();
    if (!m_ended)
        Q_EMIT received(text);
}

/// A connection through a network that is gone stays open for hours: only an answer proves that it lives.
void WebSocketLink::checkAlive()
{
    if (m_isAsked)
        return end(timeoutError(asHttp()));
    if (m_quiet.elapsed() < m_request.pingMs)
        return;
    m_isAsked = true;
    m_socket->ping();
}

void WebSocketLink::onTlsErrors(const QList<QSslError> &errors)
{
    m_tlsErrors = errors;
    end(tlsError(asHttp(), errors, m_socket->sslConfiguration().peerCertificate()));
}

void WebSocketLink::onDisconnected()
{
    // Told by two signals, and maybe late.
    if (m_ended || !std::exchange(m_isUsed, false))
        return;
    if (!m_isOpen && upgradeStatus() == 401 && !m_renewed && m_http.tokens() && m_request.withToken) {
        m_renewed = true;
        m_timeout.stop();
        m_tokenWait = deliver(m_http.tokens()->renewedToken(m_token), this,
                              [this](const Result<QString> &token) { connectTo(token); });
        return;
    }
    end(lossError());
}

/// The status with which the upgrade was answered; 0 for none.
int WebSocketLink::upgradeStatus() const
{
    // After a 401 QWebSocket 6.4 would have somebody type a password, and without one it leaves without an error.
    const bool leftWithoutError =
        m_socket->error() == QAbstractSocket::UnknownSocketError && !isOfHandshake(m_socket->errorString());
    return leftWithoutError ? 401 : statusOf(m_socket->errorString());
}

Error WebSocketLink::lossError() const
{
    const HttpRequest request = asHttp();
    if (const int status = m_isOpen ? 0 : upgradeStatus(); status > 0) {
        if (status == 401)
            return rejectedTokenError(request);
        Error error = errorFromStatus(request, {status, {}, {}});
        error.httpStatus = status;
        return error;
    }
    const QAbstractSocket::SocketError code = m_socket->error();
    if (code == QAbstractSocket::SslHandshakeFailedError)
        return tlsError(request, m_tlsErrors, m_socket->sslConfiguration().peerCertificate());
    if (!m_isOpen && isOfHandshake(m_socket->errorString()))
        return unexpectedAnswerError(request, {}, m_socket->errorString());
    return networkError(request, m_isOpen ? QNetworkReply::RemoteHostClosedError : networkCode(code));
}

void WebSocketLink::send(const QString &text)
{
    if (m_isOpen && !m_ended) {
        m_socket->sendTextMessage(text);
        m_socket->flush();
    }
}

void WebSocketLink::end(const Error &error)
{
    if (std::exchange(m_ended, true))
        return;
    m_timeout.stop();
    m_alive.stop();
    m_tokenWait.cancel();
    qCDebug(logNet).noquote() << "WebSocket" << (m_socket ? m_socket->errorString() : QString()) << m_request.label
                              << originOf(m_request.url) << redacted(error.details);
    letGo();
    m_isOpen = false;
    // Nobody is told of the end within the call that began it.
    QMetaObject::invokeMethod(
        this, [this, error] { Q_EMIT closed(error); }, Qt::QueuedConnection);
}

} // namespace podium
