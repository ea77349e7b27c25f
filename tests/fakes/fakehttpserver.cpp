// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakehttpserver.h"

#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kEndlessPiece = 64 * 1024;

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 302:
        return "Found";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    default:
        return "Fake";
    }
}

bool hasHeader(const FakeHeaders &headers, const QByteArray &name)
{
    return std::any_of(headers.cbegin(), headers.cend(),
                       [&](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

/// Hands each accepted socket on, with TLS started where asked for.
class FakeHttpServer::Listener : public QTcpServer
{
public:
    explicit Listener(FakeHttpServer &server)
        : m_server(server)
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    FakeHttpServer &m_server;
};

/// One connection: reads requests one after the other and writes what the script says.
class FakeHttpServer::Connection : public QObject
{
public:
    Connection(FakeHttpServer &server, QTcpSocket *socket, int number, QObject *parent)
        : QObject(parent)
        , m_server(server)
        , m_socket(socket)
        , m_number(number)
    {
        m_socket->setParent(this);
        connect(m_socket, &QTcpSocket::readyRead, this, &Connection::read);
        connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::writeEndless);
    }

    void drop()
    {
        m_socket->disconnect(this);
        m_socket->abort();
        deleteLater();
    }
    bool isOpen() const { return m_socket->state() == QAbstractSocket::ConnectedState; }

private:
    void read();
    bool takeRequest(FakeRequest &request);
    void write(const FakeAnswer &answer);
    void writeHead(const FakeAnswer &answer, qint64 length);
    void drip(QByteArray rest, int intervalMs);
    void writeEndless();

    FakeHttpServer &m_server;
    QTcpSocket *m_socket;
    int m_number;
    QByteArray m_input;
    bool m_busy = false; // an answer is due: further requests wait, as HTTP/1.1 demands
    qint64 m_endlessLeft = 0;
};

void FakeHttpServer::Listener::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket;
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    const FakeCertificate &certificate = m_server.m_certificate;
    if (!certificate.isNull()) {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(certificate.certificatePem));
        configuration.setPrivateKey(QSslKey(certificate.keyPem, QSsl::Ec));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket->setSslConfiguration(configuration);
        socket->startServerEncryption();
    }
    new Connection(m_server, socket, ++m_server.m_connectionCount, this);
}

void FakeHttpServer::Connection::read()
{
    m_input += m_socket->readAll();
    FakeRequest request;
    if (m_busy || !takeRequest(request))
        return;
    m_busy = true;
    // The test may end the server or this connection while it looks at the request.
    const QPointer<Connection> self(this);
    const FakeAnswer answer = m_server.answerFor(request);
    if (self)
        QTimer::singleShot(answer.delayMs, this, [this, answer] { write(answer); });
}

bool FakeHttpServer::Connection::takeRequest(FakeRequest &request)
{
    const qsizetype headEnd = m_input.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    QList<QByteArray> lines = m_input.first(headEnd).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> start = lines.takeFirst().split(' ');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.first(qMax<qsizetype>(colon, 0)).trimmed().toLower(),
                               line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.header("content-length").toLongLong();
    const qsizetype total = headEnd + 4 + length;
    if (m_input.size() < total)
        return false;
    const QUrl target = QUrl::fromEncoded(start.value(1));
    request.method = start.value(0);
    request.path = target.path(QUrl::FullyDecoded);
    request.query = QUrlQuery(target);
    request.body = m_input.sliced(headEnd + 4, length);
    request.connection = m_number;
    m_input.remove(0, total);
    return true;
}

void FakeHttpServer::Connection::writeHead(const FakeAnswer &answer, qint64 length)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reason(answer.status) + "\r\n";
    for (const auto &[name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    if (length < 0)
        head += "Connection: close\r\n";
    else if (!hasHeader(answer.headers, "Content-Length") && answer.status != 204 && answer.status != 304)
        head += "Content-Length: " + QByteArray::number(length) + "\r\n";
    m_socket->write(head + "\r\n");
}

void FakeHttpServer::Connection::write(const FakeAnswer &answer)
{
    switch (answer.fault) {
    case FakeAnswer::Fault::Hang:
        return;
    case FakeAnswer::Fault::Drop:
        m_socket->abort();
        return;
    case FakeAnswer::Fault::Garbage:
        m_socket->write(QByteArray("\x00\xff\x16\x03\x01 not http at all\n\n", 24) + answer.body);
        m_socket->disconnectFromHost();
        return;
    case FakeAnswer::Fault::Truncate:
        writeHead(answer, answer.body.size() + 1000);
        m_socket->write(answer.body);
        m_socket->disconnectFromHost();
        return;
    case FakeAnswer::Fault::Endless:
        writeHead(answer, -1);
        m_endlessLeft = answer.endlessBytes;
        writeEndless();
        return;
    case FakeAnswer::Fault::Drip:
        writeHead(answer, answer.body.size());
        drip(answer.body, answer.intervalMs);
        return;
    case FakeAnswer::Fault::None:
        break;
    }
    writeHead(answer, answer.body.size());
    m_socket->write(answer.body);
    m_busy = false;
    read(); // a request that came meanwhile
}

void FakeHttpServer::Connection::drip(QByteArray rest, int intervalMs)
{
    if (rest.isEmpty()) {
        m_busy = false;
        return;
    }
    m_socket->write(rest.first(1));
    rest.remove(0, 1);
    QTimer::singleShot(intervalMs, this, [this, rest, intervalMs] { drip(rest, intervalMs); });
}

void FakeHttpServer::Connection::writeEndless()
{
    // Keeps little in the buffer, so that a client which stops reading does not make the test grow.
    while (m_endlessLeft > 0 && m_socket->bytesToWrite() < kEndlessPiece) {
        const qsizetype piece = static_cast<qsizetype>(qMin<qint64>(m_endlessLeft, kEndlessPiece));
        m_socket->write(QByteArray(piece, ' '));
        m_endlessLeft -= piece;
        if (m_endlessLeft == 0)
            m_socket->disconnectFromHost();
    }
}

FakeHttpServer::FakeHttpServer(QObject *parent)
    : FakeHttpServer(FakeCertificate(), parent)
{
}

FakeHttpServer::FakeHttpServer(const FakeCertificate &certificate, QObject *parent)
    : QObject(parent)
    , m_certificate(certificate)
    , m_listener(std::make_unique<Listener>(*this))
{
    start();
}

FakeHttpServer::~FakeHttpServer() = default;

bool FakeHttpServer::start()
{
    if (m_listener->isListening())
        return true;
    if (!m_listener->listen(QHostAddress::LocalHost, m_port))
        qFatal("The fake server could not listen: %s", qPrintable(m_listener->errorString()));
    m_port = m_listener->serverPort();
    return true;
}

void FakeHttpServer::stop()
{
    m_listener->close();
    dropConnections();
}

void FakeHttpServer::dropConnections()
{
    const auto connections = m_listener->findChildren<QObject *>(QString(), Qt::FindDirectChildrenOnly);
    for (QObject *child : connections) {
        if (auto *connection = dynamic_cast<Connection *>(child))
            connection->drop();
    }
}

int FakeHttpServer::openConnections() const
{
    int count = 0;
    const auto connections = m_listener->findChildren<QObject *>(QString(), Qt::FindDirectChildrenOnly);
    for (QObject *child : connections) {
        const auto *connection = dynamic_cast<Connection *>(child);
        count += connection && connection->isOpen() ? 1 : 0;
    }
    return count;
}

quint16 FakeHttpServer::port() const
{
    return m_port;
}

QUrl FakeHttpServer::url(const QString &path) const
{
    QUrl url(u"%1://127.0.0.1:%2"_s.arg(m_certificate.isNull() ? u"http"_s : u"https"_s).arg(m_port));
    url.setPath(path);
    return url;
}

QByteArray FakeHttpServer::certificatePem() const
{
    return m_certificate.certificatePem;
}

void FakeHttpServer::answer(const QString &path, const FakeAnswer &answer)
{
    handle(path, [answer](const FakeRequest &) { return answer; });
}

void FakeHttpServer::answer(const QString &path, int status, const FakeHeaders &headers, const QByteArray &body)
{
    FakeAnswer whole;
    whole.status = status;
    whole.headers = headers;
    whole.body = body;
    answer(path, whole);
}

void FakeHttpServer::answerInTurn(const QString &path, const QList<FakeAnswer> &answers)
{
    handle(path, [left = answers](const FakeRequest &) mutable {
        return left.size() > 1 ? left.takeFirst() : left.constFirst();
    });
}

void FakeHttpServer::handle(const QString &path, Handler handler)
{
    m_handlers.insert(path, std::move(handler));
}

void FakeHttpServer::handleRest(Handler handler)
{
    m_rest = std::move(handler);
}

QList<FakeRequest> FakeHttpServer::requests() const
{
    return m_requests;
}

QList<FakeRequest> FakeHttpServer::requests(const QString &path) const
{
    QList<FakeRequest> found;
    std::copy_if(m_requests.cbegin(), m_requests.cend(), std::back_inserter(found),
                 [&](const FakeRequest &request) { return request.path == path; });
    return found;
}

void FakeHttpServer::clearRequests()
{
    m_requests.clear();
}

FakeAnswer FakeHttpServer::answerFor(const FakeRequest &request)
{
    m_requests << request;
    const auto found = m_handlers.find(request.path);
    FakeAnswer answer = FakeAnswer::json(R"({"message":"No such path"})", 404);
    if (found != m_handlers.end())
        answer = (*found)(request);
    else if (m_rest)
        answer = m_rest(request);
    Q_EMIT requestReceived(request);
    return answer;
}

} // namespace podium
