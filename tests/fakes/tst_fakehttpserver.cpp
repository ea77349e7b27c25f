// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakehttpserver.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// The fake is what other tests trust, so its faults are checked against Qt's own client.
class tst_FakeHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAndRecords();
    void answersInTurn();
    void keepsConnectionsAlive();
    void breaksAsTold_data();
    void breaksAsTold();
    void hangsUntilTheClientGivesUp();
    void stopsAndStartsOnTheSamePort();
    void speaksTls_data();
    void speaksTls();

private:
    std::unique_ptr<QNetworkReply> finished(const QNetworkRequest &request, const QByteArray &body = {});

    QNetworkAccessManager m_client;
};

std::unique_ptr<QNetworkReply> tst_FakeHttpServer::finished(const QNetworkRequest &request, const QByteArray &body)
{
    std::unique_ptr<QNetworkReply> reply(body.isNull() ? m_client.get(request) : m_client.post(request, body));
    QSignalSpy spy(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !spy.wait(10000))
        reply->abort();
    return reply;
}

void tst_FakeHttpServer::answersAndRecords()
{
    FakeHttpServer server;
    server.answer(u"/a b"_s, 201, {{"X-Test", "yes"}}, "made");
    QUrl url = server.url(u"/a b"_s);
    url.setQuery(u"key=one%20two"_s);
    QNetworkRequest request(url);
    request.setRawHeader("Content-Type", "text/plain");
    request.setRawHeader("Authorization", "Bearer abc");

    const auto reply = finished(request, "the body");
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 201);
    QCOMPARE(reply->rawHeader("X-Test"), "yes");
    QCOMPARE(reply->readAll(), "made");

    QCOMPARE(server.requestCount(u"/a b"_s), 1);
    const FakeRequest seen = server.requests().constFirst();
    QCOMPARE(seen.method, "POST");
    QCOMPARE(seen.body, "the body");
    QCOMPARE(seen.header("Authorization"), "Bearer abc");
    QCOMPARE(seen.query.queryItemValue(u"key"_s, QUrl::FullyDecoded), u"one two"_s);

    QCOMPARE(finished(QNetworkRequest(server.url(u"/none"_s)))->error(), QNetworkReply::ContentNotFoundError);
}

void tst_FakeHttpServer::answersInTurn()
{
    FakeHttpServer server;
    server.answerInTurn(u"/"_s, {FakeAnswer::json("1"), FakeAnswer::json("2").after(5)});
    QByteArrayList answers;
    for (int i = 0; i < 3; ++i)
        answers << finished(QNetworkRequest(server.url(u"/"_s)))->readAll();
    QCOMPARE(answers, QByteArrayList({"1", "2", "2"}));
}

void tst_FakeHttpServer::keepsConnectionsAlive()
{
    FakeHttpServer server;
    server.answer(u"/"_s, FakeAnswer::json("{}"));
    finished(QNetworkRequest(server.url(u"/"_s)));
    finished(QNetworkRequest(server.url(u"/"_s)));
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().at(0).connection, server.requests().at(1).connection);
    QCOMPARE(server.openConnections(), 1);
    server.dropConnections();
    QTRY_COMPARE(server.openConnections(), 0);
}

void tst_FakeHttpServer::breaksAsTold_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<bool>("fails");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("drip") << FakeAnswer::broken(FakeAnswer::Fault::Drip, "12345") << false << qint64(5);
    QTest::newRow("truncate") << FakeAnswer::broken(FakeAnswer::Fault::Truncate, "12345") << true << qint64(5);
    QTest::newRow("drop") << FakeAnswer::broken(FakeAnswer::Fault::Drop) << true << qint64(0);
    QTest::newRow("garbage") << FakeAnswer::broken(FakeAnswer::Fault::Garbage, {}) << true << qint64(-1);
    QTest::newRow("endless") << FakeAnswer::endless(3'000'000) << false << qint64(3'000'000);
    QTest::newRow("redirect") << FakeAnswer::redirect(QUrl(u"http://127.0.0.1:1/"_s)) << true << qint64(0);
}

void tst_FakeHttpServer::breaksAsTold()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(bool, fails);
    QFETCH(qint64, bytes);
    FakeHttpServer server;
    server.answer(u"/"_s, answer);
    const auto reply = finished(QNetworkRequest(server.url(u"/"_s)));
    QVERIFY(reply->error() != QNetworkReply::OperationCanceledError);
    QCOMPARE(reply->error() != QNetworkReply::NoError, fails);
    if (bytes >= 0)
        QCOMPARE(reply->readAll().size(), bytes);
}

void tst_FakeHttpServer::hangsUntilTheClientGivesUp()
{
    FakeHttpServer server;
    server.answer(u"/"_s, FakeAnswer::broken(FakeAnswer::Fault::Hang));
    QNetworkRequest request(server.url(u"/"_s));
    request.setTransferTimeout(100);
    QCOMPARE(finished(request)->error(), QNetworkReply::OperationCanceledError);
    QCOMPARE(server.requests().size(), 1);
}

void tst_FakeHttpServer::stopsAndStartsOnTheSamePort()
{
    FakeHttpServer server;
    server.answer(u"/"_s, FakeAnswer::json("{}"));
    QCOMPARE(finished(QNetworkRequest(server.url(u"/"_s)))->error(), QNetworkReply::NoError);
    const quint16 port = server.port();
    server.stop();
    QCOMPARE(finished(QNetworkRequest(server.url(u"/"_s)))->error(), QNetworkReply::ConnectionRefusedError);
    QVERIFY(server.start());
    QCOMPARE(server.port(), port);
    QCOMPARE(finished(QNetworkRequest(server.url(u"/"_s)))->error(), QNetworkReply::NoError);
}

void tst_FakeHttpServer::speaksTls_data()
{
    QTest::addColumn<FakeCertificate>("certificate");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<bool>("works");
    QTest::newRow("trusted") << FakeCertificate::valid() << true << true;
    QTest::newRow("unknown authority") << FakeCertificate::valid() << false << false;
    QTest::newRow("expired") << FakeCertificate::expired() << true << false;
    QTest::newRow("other host") << FakeCertificate::forOtherHost() << true << false;
}

void tst_FakeHttpServer::speaksTls()
{
    QFETCH(FakeCertificate, certificate);
    QFETCH(bool, trusted);
    QFETCH(bool, works);
    FakeHttpServer server(certificate);
    server.answer(u"/"_s, FakeAnswer::json("{}"));
    QNetworkRequest request(server.url(u"/"_s));
    if (trusted) {
        QSslConfiguration configuration = request.sslConfiguration();
        configuration.addCaCertificates(QSslCertificate::fromData(server.certificatePem()));
        request.setSslConfiguration(configuration);
    }
    const auto reply = finished(request);
    QCOMPARE(reply->error(), works ? QNetworkReply::NoError : QNetworkReply::SslHandshakeFailedError);
    QCOMPARE(server.requests().size(), works ? 1 : 0);
}

QTEST_GUILESS_MAIN(tst_FakeHttpServer)
#include "tst_fakehttpserver.moc"
