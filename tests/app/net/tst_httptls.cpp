// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/net/httperror.h"
#include "tests/app/net/httpfixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// Which servers HttpClient trusts.
class tst_HttpTls : public QObject, HttpFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_tokens = FakeTokens(); }
    void stopsAtUnknownCertificates();
    void acceptsTheEnvironmentsAuthority();
    void stopsAtBadCertificates_data();
    void stopsAtBadCertificates();
    void tellsUnreadableCaFiles_data();
    void tellsUnreadableCaFiles();
    void readsTheCaFileAgainAfterAFailure();
};

void tst_HttpTls::stopsAtUnknownCertificates()
{
    FakeHttpServer server(FakeCertificate::valid());
    server.answer(u"/x"_s, FakeAnswer::json("{}"));
    const auto http = client(environmentFor(server));
    const auto answer = await(http->send(get(server.url(u"/x"_s))));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Tls);
    QVERIFY2(answer.error().why.contains("signed by itself"_L1), qPrintable(answer.error().why));
    QVERIFY(answer.error().remedy.contains("authority"_L1));
    QCOMPARE(server.requests().size(), 0);
}

void tst_HttpTls::acceptsTheEnvironmentsAuthority()
{
    QTemporaryDir folder;
    FakeHttpServer server(FakeCertificate::valid());
    server.answer(u"/x"_s, FakeAnswer::json("{}"));
    Environment environment = environmentFor(server);
    environment.caFile = folder.filePath(u"ca.pem"_s);
    QFile file(environment.caFile);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(server.certificatePem()) > 0);
    file.close();
    const auto http = client(environment);
    const auto answer = await(http->send(get(server.url(u"/x"_s))));
    QVERIFY2(answer.ok(), answer.ok() ? "" : qPrintable(answer.error().text()));
    QCOMPARE(server.requests().constFirst().header("authorization"), "Bearer token-1");
}

void tst_HttpTls::stopsAtBadCertificates_data()
{
    QTest::addColumn<bool>("expired");
    QTest::newRow("expired") << true;
    QTest::newRow("made for another host") << false;
}

void tst_HttpTls::stopsAtBadCertificates()
{
    QFETCH(bool, expired);
    QTemporaryDir folder;
    FakeHttpServer server(expired ? FakeCertificate::expired() : FakeCertificate::forOtherHost());
    Environment environment = environmentFor(server);
    environment.caFile = folder.filePath(u"ca.pem"_s);
    QFile file(environment.caFile);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(server.certificatePem()) > 0);
    file.close();
    const auto http = client(environment);
    const auto answer = await(http->send(get(server.url(u"/x"_s))));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Tls);
    QVERIFY2(answer.error().why.contains(expired ? "expired on"_L1 : "another name"_L1),
             qPrintable(answer.error().why));
    QCOMPARE(server.requests().size(), 0);
}

void tst_HttpTls::tellsUnreadableCaFiles_data()
{
    QTest::addColumn<bool>("exists");
    QTest::newRow("missing") << false;
    QTest::newRow("not a certificate") << true;
}

void tst_HttpTls::tellsUnreadableCaFiles()
{
    QFETCH(bool, exists);
    QTemporaryDir folder;
    FakeHttpServer server(FakeCertificate::valid());
    Environment environment = environmentFor(server);
    environment.caFile = folder.filePath(u"ca.pem"_s);
    QFile file(environment.caFile);
    QVERIFY(!exists || (file.open(QIODevice::WriteOnly) && file.write("hello") > 0));
    file.close();
    const auto http = client(environment);
    const auto answer = await(http->send(get(server.url(u"/x"_s))));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Tls);
    QVERIFY(answer.error().why.contains("ca.pem"_L1));
    QVERIFY(!answer.error().remedy.isEmpty());
}

void tst_HttpTls::readsTheCaFileAgainAfterAFailure()
{
    QTemporaryDir folder;
    FakeHttpServer server(FakeCertificate::valid());
    Environment environment = environmentFor(server);
    environment.caFile = folder.filePath(u"ca.pem"_s);
    const auto http = client(environment);
    QVERIFY(!await(http->send(get(server.url(u"/x"_s)))));
    QFile file(environment.caFile);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(server.certificatePem()) > 0);
    file.close();
    QVERIFY(await(http->send(get(server.url(u"/x"_s)))));
}

QTEST_GUILESS_MAIN(tst_HttpTls)
#include "tst_httptls.moc"
