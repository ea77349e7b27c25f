// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// Issuers that cannot be reached, trusted or understood: each ends with a message that names cause and remedy, before
// any browser opens.

#include "tests/app/auth/sessionfixture.h"

using namespace podium;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Fault = FakeAnswer::Fault;

Q_DECLARE_METATYPE(FakeAnswer)

class TestIssuerProblems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<SessionFixture>(); }
    void cleanup() { m.reset(); }

    void unreachableIssuer();
    void unknownHost();
    void untrustedCertificate();
    void insecureIssuer_data();
    void insecureIssuer();
    void badDiscovery_data();
    void badDiscovery();
    void badMetadata_data();
    void badMetadata();

private:
    std::unique_ptr<SessionFixture> m;
};

void TestIssuerProblems::unreachableIssuer()
{
    m->issuer.server().stop();
    const Error error = m->failedSignIn();
    QCOMPARE(error.kind, Kind::Network);
    QVERIFY(error.what.contains("127.0.0.1"_L1));
    QVERIFY(m->browser.signInUrl.isEmpty()); // no browser window for nothing

    QVERIFY(m->issuer.server().start());
    QVERIFY(m->signIn()); // tried again, it works
}

void TestIssuerProblems::unknownHost()
{
    m->environment.issuer = QUrl(u"https://sso.invalid/realms/r"_s);
    const Error error = m->failedSignIn();
    QCOMPARE(error.kind, Kind::Network);
    QVERIFY(error.text().contains("sso.invalid"_L1));
}

void TestIssuerProblems::untrustedCertificate()
{
    m = std::make_unique<SessionFixture>(std::make_unique<FakeHttpServer>(FakeCertificate::valid()));
    const Error error = m->failedSignIn();
    QCOMPARE(error.kind, Kind::Tls);
    QVERIFY(error.what.contains("not secure"_L1));
    QVERIFY(error.remedy.contains("authority"_L1));
    QVERIFY(m->issuer.server().requests().isEmpty());
}

void TestIssuerProblems::insecureIssuer_data()
{
    QTest::addColumn<QString>("issuer");
    for (const char *address :
         {"http://sso.example.org/realms/r", "http://127.0.0.1.example.org/realms/r", "http://10.0.0.1/r",
          "http://localhost.example.org/", "ftp://127.0.0.1/", "file:///etc/passwd", "", "https:///realms"})
        QTest::newRow(*address ? address : "empty") << QString::fromLatin1(address);
}

void TestIssuerProblems::insecureIssuer()
{
    QFETCH(QString, issuer);
    m->environment.issuer = QUrl(issuer);
    QCOMPARE(m->failedSignIn().kind, Kind::Tls);
}

void TestIssuerProblems::badDiscovery_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("says");
    const QByteArray page = "<!DOCTYPE html><html><body>Welcome</body></html>";
    QTest::newRow("wrong realm") << FakeAnswer::json(R"({"error":"Realm does not exist"})", 404) << Kind::NotFound
                                 << u"no realm at \"/realms/r\""_s;
    QTest::newRow("web page") << FakeAnswer::html(page) << Kind::Protocol << u"web page"_s;
    QTest::newRow("web page that lies about its type") << FakeAnswer::json(page) << Kind::Protocol << u"web page"_s;
    QTest::newRow("no JSON") << FakeAnswer::json("issuer: x") << Kind::Protocol << u"not valid JSON"_s;
    QTest::newRow("empty") << FakeAnswer::json("") << Kind::Protocol << u"not valid JSON"_s;
    QTest::newRow("list") << FakeAnswer::json("[]") << Kind::Protocol << u"not valid JSON"_s;
    QTest::newRow("huge") << FakeAnswer::endless(64 << 20) << Kind::Protocol << u"larger"_s;
    QTest::newRow("slow") << FakeAnswer::broken(Fault::Hang) << Kind::Timeout << u"did not answer"_s;
    QTest::newRow("dripping") << FakeAnswer::broken(Fault::Drip, QByteArray(10000, ' ')) << Kind::Timeout
                              << u"did not answer"_s;
    QTest::newRow("cut short") << FakeAnswer::broken(Fault::Truncate) << Kind::Network << u"closed the connection"_s;
    QTest::newRow("dropped") << FakeAnswer::broken(Fault::Drop) << Kind::Network << QString();
    QTest::newRow("garbage") << FakeAnswer::broken(Fault::Garbage) << Kind::Network << u"closed the connection"_s;
    QTest::newRow("redirect") << FakeAnswer::redirect(QUrl(u"https://other.example/"_s)) << Kind::Protocol
                              << u"other.example"_s;
    QTest::newRow("failing") << FakeAnswer::html(page, 503) << Kind::Server << u"503"_s;
    QTest::newRow("forbidden") << FakeAnswer::html(page, 403) << Kind::Protocol << u"403"_s;
}

void TestIssuerProblems::badDiscovery()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(Kind, kind);
    QFETCH(QString, says);
    m->timings.request = 500ms;
    m->issuer.server().answer(QString::fromLatin1(FakeIssuer::kDiscovery), answer);
    const Error error = m->failedSignIn();
    QVERIFY2(error.text().contains(says), qPrintable(error.text()));
    QCOMPARE(error.kind, kind);
    QVERIFY(m->browser.signInUrl.isEmpty());
}

void TestIssuerProblems::badMetadata_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("other issuer") << QByteArray("issuer") << QByteArray("\"https://evil.example/realms/r\"");
    QTest::newRow("no issuer") << QByteArray("issuer") << QByteArray("null");
    QTest::newRow("issuer with markup") << QByteArray("issuer") << QByteArray("\"<b>x</b>\\u0000\\n\"");
    for (const char *endpoint : {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
        QTest::addRow("no %s", endpoint) << QByteArray(endpoint) << QByteArray("null");
        QTest::addRow("%s is a number", endpoint) << QByteArray(endpoint) << QByteArray("7");
        QTest::addRow("%s elsewhere", endpoint) << QByteArray(endpoint) << QByteArray("\"https://evil.example/x\"");
        QTest::addRow("%s is a file", endpoint) << QByteArray(endpoint) << QByteArray("\"file:///etc/passwd\"");
    }
    QTest::newRow("end session elsewhere")
        << QByteArray("end_session_endpoint") << QByteArray("\"https://evil.example/x\"");
    QTest::newRow("device elsewhere") << QByteArray("device_authorization_endpoint")
                                      << QByteArray("\"https://evil.example/x\"");
}

void TestIssuerProblems::badMetadata()
{
    QFETCH(QByteArray, member);
    QFETCH(QByteArray, value);
    Json metadata = m->issuer.metadata();
    metadata[member.toStdString()] = *parseJson(value);
    m->issuer.setMetadata(metadata);
    const Error error = m->failedSignIn();
    QVERIFY(error.kind == Kind::Protocol || error.kind == Kind::Forbidden);
    QVERIFY(m->browser.signInUrl.isEmpty());
}

QTEST_GUILESS_MAIN(TestIssuerProblems)
#include "tst_issuerproblems.moc"
