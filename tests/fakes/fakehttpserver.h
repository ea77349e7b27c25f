// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fakes/fakecertificate.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPair>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <memory>

namespace podium {

using FakeHeaders = QList<QPair<QByteArray, QByteArray>>;

/// A request as the server read it.
struct FakeRequest
{
    QByteArray method; ///< "GET"
    QString path;      ///< decoded, without the query: "/graphql"
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    int connection = 0; ///< counts from 1: equal numbers were one kept-alive connection

    QByteArray header(const QByteArray &name) const { return headers.value(name.toLower()); }
};

/// An answer, or what a broken server does instead of one.
struct FakeAnswer
{
    enum class Fault {
        None,
        Hang,     ///< reads the request, never answers, keeps the connection open
        Drip,     ///< the body comes byte by byte, one every `intervalMs`
        Truncate, ///< promises more than it sends, then closes the connection
        Drop,     ///< closes the connection without a byte
        Garbage,  ///< bytes that are not HTTP
        Endless,  ///< a body of `endlessBytes` that is made while it is sent, without a Content-Length
    };

    int status = 200;
    QByteArray body;
    FakeHeaders headers;
    int delayMs = 0; ///< before the first byte
    Fault fault = Fault::None;
    int intervalMs = 20;
    qint64 endlessBytes = 0;

    static FakeAnswer json(const QByteArray &body, int status = 200);
    static FakeAnswer html(const QByteArray &body, int status = 200);
    static FakeAnswer redirect(const QUrl &to, int status = 302);
    static FakeAnswer broken(Fault fault, const QByteArray &body = "{\"data\":{}}");
    static FakeAnswer endless(qint64 bytes);
    FakeAnswer after(int ms) const; ///< the same, later
};

/// An HTTP/1.1 server on 127.0.0.1 with a free port that does what a test says, faults included. Lives in the test's
/// own thread, so it answers while the test waits by QTRY_* or QSignalSpy. A path without an answer is 404.
class FakeHttpServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<FakeAnswer(const FakeRequest &)>;

    explicit FakeHttpServer(QObject *parent = nullptr);
    /// Speaks TLS with `certificate`.
    explicit FakeHttpServer(const FakeCertificate &certificate, QObject *parent = nullptr);
    ~FakeHttpServer() override;

    quint16 port() const;
    QUrl url(const QString &path = {}) const; ///< http(s)://127.0.0.1:port/path
    QByteArray certificatePem() const;        ///< for an environment's caFile; empty without TLS

    /// The same answer each time.
    void answer(const QString &path, const FakeAnswer &answer);
    void answer(const QString &path, int status, const FakeHeaders &headers, const QByteArray &body);
    /// One after the other; the last one stays.
    void answerInTurn(const QString &path, const QList<FakeAnswer> &answers);
    void handle(const QString &path, Handler handler);
    void handleRest(Handler handler); ///< every path that has no answer of its own

    QList<FakeRequest> requests() const;
    QList<FakeRequest> requests(const QString &path) const;
    qsizetype requestCount(const QString &path) const { return requests(path).size(); }
    void clearRequests();

    void stop();            ///< as if the process was killed: connections drop, the port refuses
    bool start();           ///< again on the same port
    void dropConnections(); ///< but stays there for new ones
    int openConnections() const;

Q_SIGNALS:
    void requestReceived(const podium::FakeRequest &request);

private:
    class Listener;
    class Connection;

    FakeAnswer answerFor(const FakeRequest &request);

    FakeCertificate m_certificate;
    std::unique_ptr<Listener> m_listener;
    quint16 m_port = 0;
    int m_connectionCount = 0;
    QHash<QString, Handler> m_handlers;
    Handler m_rest;
    QList<FakeRequest> m_requests;
};

} // namespace podium
