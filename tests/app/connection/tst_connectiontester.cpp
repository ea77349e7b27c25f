// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/connection/connectionfindings.h"
#include "app/connection/connectiontester.h"
#include "tests/app/dataindex/fakedataindex.h"
#include "tests/fakes/await.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

using Service = ConnectionCheck::Service;
using Outcome = ConnectionCheck::Outcome;

class tst_ConnectionTester : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksTheIssuer_data();
    void checksTheIssuer();
    void checksDataIndex();
    void tellsWhatIsNotDataIndex();
    void checksWithoutSignIn();
    void checksRuntimes();
    void checksJobService();
    void checksNotifications();
    void skipsWhatIsNotUsed();
    void tellsTlsProblems();
    void cancels();

private:
    ConnectionCheck check(const Environment &environment, Service service, AccessTokens *tokens = nullptr)
    {
        ConnectionTester tester(m_tracer);
        const auto found = await(tester.check(environment, service, tokens));
        return found ? *found : ConnectionCheck{service, Outcome::Failed, u"no finding"_s, {}, {}};
    }

    Tracer m_tracer;
    FakeTokens m_tokens;
};

void tst_ConnectionTester::checksTheIssuer_data()
{
    QTest::addColumn<FakeAnswer>("answer"); // ISSUER is replaced
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("summary"); // a part of it
    const QByteArray good =
        R"({"issuer":"ISSUER","authorization_endpoint":"ISSUER/auth","token_endpoint":"ISSUER/token",
        "device_authorization_endpoint":"ISSUER/device","code_challenge_methods_supported":["plain","S256"]})";
    QTest::newRow("good") << FakeAnswer::json(good) << Outcome::Ok << u"device code"_s;
    QTest::newRow("other issuer") << FakeAnswer::json(QByteArray(good).replace("\"ISSUER\"", "\"http://other\""))
                                  << Outcome::Failed << u"http://other"_s;
    QTest::newRow("no S256") << FakeAnswer::json(QByteArray(good).replace("S256", "none")) << Outcome::Warning
                             << u"Reachable"_s;
    QTest::newRow("html") << FakeAnswer::html("<html>") << Outcome::Failed << u"not what this service"_s;
    QTest::newRow("wrong realm") << FakeAnswer::json("{}", 404) << Outcome::Failed << u"no such realm"_s;
    QTest::newRow("dropped") << FakeAnswer::broken(FakeAnswer::Fault::Drop) << Outcome::Failed
                             << u"closed the connection"_s;
}

void tst_ConnectionTester::checksTheIssuer()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(Outcome, outcome);
    QFETCH(QString, summary);
    FakeHttpServer server;
    Environment environment;
    environment.issuer = server.url(u"/realms/flows"_s);
    answer.body.replace("ISSUER", environment.issuer.toEncoded());
    server.answer(u"/realms/flows/.well-known/openid-configuration"_s, answer);
    const ConnectionCheck found = check(environment, Service::Issuer, &m_tokens);
    QVERIFY2(found.outcome == outcome, qPrintable(found.summary));
    QVERIFY2(found.summary.contains(summary), qPrintable(found.summary));
    QCOMPARE(found.remedy.isEmpty(), outcome == Outcome::Ok);
    for (const FakeRequest &request : server.requests())
        QVERIFY(request.header("authorization").isEmpty());
}

void tst_ConnectionTester::checksDataIndex()
{
    FakeDataIndex index;
    index.schema.nodeInstanceFields << u"retrigger"_s;
    const ConnectionCheck found = check(index.environment, Service::DataIndex, &m_tokens);
    QCOMPARE(found.outcome, Outcome::Ok);
    QVERIFY2(found.summary.contains("token accepted, version 10.1, counts instances"_L1), qPrintable(found.summary));
    QVERIFY(found.details.contains("ProcessInstanceAbort"_L1));
}

void tst_ConnectionTester::tellsWhatIsNotDataIndex()
{
    FakeDataIndex index;
    index.schema.queries = {u"pets"_s};
    QVERIFY(check(index.environment, Service::DataIndex, &m_tokens).summary.contains("not Data Index"_L1));
    index.server.answer(u"/graphql"_s, FakeAnswer::html("<html>"));
    QCOMPARE(check(index.environment, Service::DataIndex, &m_tokens).outcome, Outcome::Failed);
    index.server.answer(u"/graphql"_s, FakeAnswer::json("", 401));
    const ConnectionCheck refused = check(index.environment, Service::DataIndex, &m_tokens);
    QCOMPARE(refused.outcome, Outcome::Failed);
    QVERIFY(refused.summary.contains("does not accept your token"_L1));
    index.server.stop();
    QVERIFY(check(index.environment, Service::DataIndex, &m_tokens).summary.contains("refused the connection"_L1));
}

void tst_ConnectionTester::checksWithoutSignIn()
{
    FakeDataIndex index;
    index.server.answer(u"/graphql"_s, FakeAnswer::json("", 401));
    index.environment.jobServiceUrl = index.server.url();
    FakeTokens signedOut;
    signedOut.error = Error{Error::Kind::Unauthorized, {}, {}, {}, {}, 0, {}, {}};
    for (AccessTokens *tokens : {static_cast<AccessTokens *>(nullptr), static_cast<AccessTokens *>(&signedOut)}) {
        for (const Service service : {Service::DataIndex, Service::Runtime, Service::JobService}) {
            const ConnectionCheck found = check(index.environment, service, tokens);
            QCOMPARE(found.outcome, Outcome::Warning);
            QVERIFY2(found.summary.contains("token was not tried"_L1), qPrintable(found.summary));
            QCOMPARE(found.service, service);
        }
    }
}

void tst_ConnectionTester::checksRuntimes()
{
    FakeHttpServer good;
    good.answer(u"/management/processes"_s, FakeAnswer::json(R"(["a","b"])"));
    FakeHttpServer gone;
    gone.stop();
    Environment environment;
    environment.runtimeUrls = {good.url()};
    ConnectionCheck found = check(environment, Service::Runtime, &m_tokens);
    QCOMPARE(found.outcome, Outcome::Ok);
    QVERIFY2(found.summary.contains(u'2'), qPrintable(found.summary));
    environment.runtimeUrls = {good.url(), gone.url()};
    found = check(environment, Service::Runtime, &m_tokens);
    QCOMPARE(found.outcome, Outcome::Failed);
    QVERIFY(found.summary.contains("Reachable"_L1) && found.summary.contains("refused"_L1));
    QVERIFY(!found.remedy.isEmpty());

    good.answer(u"/management/processes"_s, FakeAnswer::json("", 404));
    environment.runtimeUrls = {good.url()};
    QCOMPARE(check(environment, Service::Runtime, &m_tokens).outcome, Outcome::Warning);
    good.answer(u"/management/processes"_s, FakeAnswer::json("", 403));
    QCOMPARE(check(environment, Service::Runtime, &m_tokens).outcome, Outcome::Warning);
    good.answer(u"/management/processes"_s, FakeAnswer::json("{}"));
    QCOMPARE(check(environment, Service::Runtime, &m_tokens).outcome, Outcome::Failed);
}

void tst_ConnectionTester::checksJobService()
{
    FakeHttpServer server;
    Environment environment;
    environment.jobServiceUrl = server.url();
    QCOMPARE(check(environment, Service::JobService, &m_tokens).outcome, Outcome::Ok); // 404: no such job
    server.handleRest([](const FakeRequest &) { return FakeAnswer::json("", 500); });
    QCOMPARE(check(environment, Service::JobService, &m_tokens).outcome, Outcome::Failed);
}

void tst_ConnectionTester::checksNotifications()
{
    FakeHttpServer server;
    Environment environment;
    environment.notificationsUrl = server.url();
    QCOMPARE(check(environment, Service::Notifications).outcome, Outcome::Warning);
    server.answer(u"/api/notifications/status"_s, FakeAnswer::json("{}", 401));
    QCOMPARE(check(environment, Service::Notifications, &m_tokens).outcome, Outcome::Ok);
    QVERIFY(server.requests().constLast().header("authorization").isEmpty());
}

void tst_ConnectionTester::skipsWhatIsNotUsed()
{
    for (const Service service : {Service::Runtime, Service::JobService, Service::Notifications}) {
        const ConnectionCheck found = check({}, service);
        QCOMPARE(found.outcome, Outcome::Skipped);
        QVERIFY(!found.summary.isEmpty());
    }
    QCOMPARE(check({}, Service::Issuer).outcome, Outcome::Failed);
    QCOMPARE(check({}, Service::DataIndex).outcome, Outcome::Failed);
}

void tst_ConnectionTester::tellsTlsProblems()
{
    FakeHttpServer server(FakeCertificate::valid());
    Environment environment;
    environment.issuer = server.url(u"/realms/flows"_s);
    const ConnectionCheck found = check(environment, Service::Issuer);
    QCOMPARE(found.outcome, Outcome::Failed);
    QVERIFY(found.summary.contains("certificate"_L1));
    QVERIFY(found.remedy.contains("authority"_L1));
}

void tst_ConnectionTester::cancels()
{
    FakeHttpServer server;
    server.handleRest([](const FakeRequest &) { return FakeAnswer::broken(FakeAnswer::Fault::Hang); });
    Environment environment;
    environment.issuer = server.url();
    ConnectionTester tester(m_tracer);
    auto finding = tester.check(environment, Service::Issuer, nullptr);
    QTRY_COMPARE(server.openConnections(), 1);
    finding.cancel();
    QTRY_COMPARE(server.openConnections(), 0);
    QTRY_VERIFY(tester.children().isEmpty()); // nothing stays behind
}

QTEST_GUILESS_MAIN(tst_ConnectionTester)
#include "tst_connectiontester.moc"
