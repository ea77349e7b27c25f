// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/loopbacklistener.h"

#include "app/auth/signinerrors.h"
#include "models/core/logging.h"

#include <QTcpSocket>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxConnections = 32;
constexpr auto kRequestTimeout = std::chrono::seconds(15);
constexpr char kCallbackPath[] = "/callback";
constexpr char kClosingPath[] = "/done";
// Nothing is loaded, framed, kept or passed on.
constexpr char kPageHeaders[] =
    "Content-Type: text/html; charset=utf-8\r\n"
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'\r\n";

QByteArray statusLineOf(int status)
{
    switch (status) {
    case 200:
        return "200 OK";
    case 404:
        return "404 Not Found";
    case 405:
        return "405 Method Not Allowed";
    case 431:
        return "431 Request Header Fields Too Large";
    default:
        return "400 Bad Request";
    }
}

/// Without a hint of how much of it was right.
bool sameSecret(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size() || a.isEmpty())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a.at(i) ^ b.at(i);
    return difference == 0;
}

} // namespace

LoopbackListener::LoopbackListener(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackListener::accept);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, &m_server, &QTcpServer::close);
}

LoopbackListener::~LoopbackListener()
{
    // A browser that still waits hears why nothing comes.
    if (!m_page)
        finish(ClosingPage::givenUp(), std::chrono::milliseconds(0));
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>()) {
        socket->disconnect(this);
        socket->flush();
    }
}

Result<QUrl> LoopbackListener::listen(quint16 port, const QByteArray &state)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return signinerrors::cannotListen(m_server.errorString());
    m_state = state;
    m_host = "127.0.0.1:" + QByteArray::number(m_server.serverPort());
    return QUrl(QString::fromLatin1("http://" + m_host + kCallbackPath), QUrl::StrictMode);
}

void LoopbackListener::finish(const ClosingPage &page, std::chrono::milliseconds linger)
{
    m_page = page;
    for (const QPointer<QTcpSocket> &socket : std::exchange(m_waiting, {})) {
        if (socket)
            show(socket, 200, page);
    }
    m_end.start(linger);
}

void LoopbackListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_server.findChildren<QTcpSocket *>().size() > kMaxConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        socket->setReadBufferSize(kMaxCallbackBytes + 1024);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(kRequestTimeout, socket, [this, socket] {
            if (!m_waiting.contains(socket))
                socket->abort();
        });
        read(socket); // what came with the connection
    }
}

void LoopbackListener::read(QTcpSocket *socket)
{
    const QByteArray bytes = socket->peek(kMaxCallbackBytes + 1024);
    const CallbackRequest request = parseCallbackRequest(bytes);
    if (request.status == CallbackRequest::Status::Incomplete)
        return;
    socket->disconnect(this); // one request a connection
    socket->skip(bytes.size());
    handle(socket, request);
}

void LoopbackListener::handle(QTcpSocket *socket, const CallbackRequest &request)
{
    if (request.status == CallbackRequest::Status::TooLarge)
        return show(socket, 431, ClosingPage::notOurs());
    // A page on the web could have its host name resolve to 127.0.0.1: only requests that mean this address are heard.
    if (request.status == CallbackRequest::Status::Bad || request.host != m_host)
        return show(socket, 400, ClosingPage::notOurs());
    if (request.method != "GET")
        return show(socket, 405, ClosingPage::notOurs());
    if (request.path == kCallbackPath)
        return handleCallback(socket, request);
    if (request.path != kClosingPath || !m_answered)
        return show(socket, 404, ClosingPage::notOurs());
    if (m_page)
        return show(socket, 200, *m_page);
    m_waiting << socket;
}

void LoopbackListener::handleCallback(QTcpSocket *socket, const CallbackRequest &request)
{
    if (m_answered)
        return show(socket, 200, ClosingPage::answeredAlready());
    if (m_page) // given up before an answer came
        return show(socket, 200, *m_page);
    if (!sameSecret(request.parameters.value(u"state"_s).toUtf8(), m_state)) {
        qCWarning(logAuth) << "Refused a callback with another state";
        return show(socket, 400, ClosingPage::notOurs());
    }
    m_answered = true;
    reply(socket, "303 See Other", QByteArray("Location: ") + kClosingPath + "\r\n", {});
    const auto &given = request.parameters;
    Q_EMIT answered(
        {given.value(u"code"_s), given.value(u"iss"_s), given.value(u"error"_s), given.value(u"error_description"_s)});
}

void LoopbackListener::show(QTcpSocket *socket, int status, const ClosingPage &page)
{
    reply(socket, statusLineOf(status), kPageHeaders, page.toHtml());
}

void LoopbackListener::reply(QTcpSocket *socket, const QByteArray &statusLine, const QByteArray &headers,
                             const QByteArray &body)
{
    socket->write("HTTP/1.1 " + statusLine + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) +
                  "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
                  "Connection: close\r\n\r\n" +
                  body);
    socket->disconnectFromHost();
}

} // namespace podium
