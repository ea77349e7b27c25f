// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/auth/sessionfixture.h"

using namespace podium;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = SessionService::State;
using Kind = Error::Kind;

class TestDeviceSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<SessionFixture>(); }
    void cleanup() { m.reset(); }

    void showsTheCodeAndWaits();
    void asksLessOftenWhenTold();
    void goesOnAfterFailuresOnTheWay();
    void refusedByTheUser();
    void codeRunsOut_data();
    void codeRunsOut();
    void serverWithoutDeviceGrant();
    void badAnswers_data();
    void badAnswers();
    void cancelStopsAsking();

private:
    qsizetype polls() const { return m->issuer.server().requestCount(QString::fromLatin1(FakeIssuer::kToken)); }
    std::unique_ptr<SessionFixture> m;
};

void TestDeviceSignIn::showsTheCodeAndWaits()
{
    m->issuer.devicePolls = QStringList(3, u"authorization_pending"_s);
    OidcSession &session = m->start();
    DeviceCode code;
    connect(&session, &SessionService::stateChanged, this, [&](State state) {
        if (state == State::WaitingDevice)
            code = session.deviceCode();
    });
    session.signInWithDevice();
    QVERIFY(m->reaches(State::SignedIn));
    QCOMPARE(code.userCode, u"ABCD-EFGH"_s);
    QCOMPARE(code.verificationUri.path(), u"/realms/r/confirm"_s);
    QVERIFY(code.verificationUriComplete.query().contains("ABCD-EFGH"_L1));
    QCOMPARE(code.expiresAt, m->clock.now().addSecs(600));
    QVERIFY(session.deviceCode().userCode.isEmpty());
    QCOMPARE(polls(), 4);
    QCOMPARE(session.user().username, u"olga"_s);
    QVERIFY(!m->token().isEmpty());
    QVERIFY(m->browser.signInUrl.isEmpty());
    QCOMPARE(m->issuer.problems(), QStringList());
}

void TestDeviceSignIn::asksLessOftenWhenTold()
{
    m->timings.deviceSlowDown = 400ms;
    m->issuer.devicePolls = {u"slow_down"_s};
    QElapsedTimer timer;
    timer.start();
    m->start().signInWithDevice();
    QVERIFY(m->reaches(State::SignedIn));
    QVERIFY(timer.elapsed() >= 400);
    QCOMPARE(polls(), 2);
}

void TestDeviceSignIn::goesOnAfterFailuresOnTheWay()
{
    m->issuer.tokenAnswer = FakeAnswer::html("<h1>restarting</h1>", 503);
    OidcSession &session = m->start();
    session.signInWithDevice();
    QTRY_VERIFY(polls() >= 2);
    QCOMPARE(session.state(), State::WaitingDevice);
    m->issuer.tokenAnswer = FakeAnswer::broken(FakeAnswer::Fault::Drop);
    const qsizetype before = polls();
    QTRY_VERIFY(polls() > before);
    QCOMPARE(session.state(), State::WaitingDevice);
    m->issuer.tokenAnswer.reset();
    QVERIFY(m->reaches(State::SignedIn));
}

void TestDeviceSignIn::refusedByTheUser()
{
    m->issuer.devicePolls = {u"authorization_pending"_s, u"access_denied"_s};
    OidcSession &session = m->start();
    session.signInWithDevice();
    const Error error = m->failure();
    QCOMPARE(error.kind, Kind::Forbidden);
    QVERIFY(isWhole(error));
    QCOMPARE(session.state(), State::SignedOut);
}

void TestDeviceSignIn::codeRunsOut_data()
{
    QTest::addColumn<bool>("serverSays");
    QTest::newRow("the server says so") << true;
    QTest::newRow("by the clock") << false;
}

void TestDeviceSignIn::codeRunsOut()
{
    QFETCH(bool, serverSays);
    m->issuer.devicePolls = QStringList(1000, serverSays ? u"expired_token"_s : u"authorization_pending"_s);
    OidcSession &session = m->start();
    session.signInWithDevice();
    QVERIFY(serverSays || m->reaches(State::WaitingDevice));
    m->clock.advance(601000);
    const Error error = m->failure();
    QCOMPARE(error.kind, Kind::Timeout);
    QVERIFY(isWhole(error));
    QVERIFY(error.remedy.contains("new code"_L1));
    QCOMPARE(session.state(), State::SignedOut);
}

void TestDeviceSignIn::serverWithoutDeviceGrant()
{
    Json metadata = m->issuer.metadata();
    metadata.erase("device_authorization_endpoint");
    m->issuer.setMetadata(metadata);
    m->start().signInWithDevice();
    const Error error = m->failure();
    QVERIFY(isWhole(error));
    QVERIFY(error.remedy.contains("browser"_L1));
}

void TestDeviceSignIn::badAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("page") << QByteArray("<html>") << 200;
    QTest::newRow("empty") << QByteArray("{}") << 200;
    QTest::newRow("script address")
        << QByteArray(R"j({"device_code":"d","user_code":"u","verification_uri":"javascript:alert(1)"})j") << 200;
    QTest::newRow("plain http elsewhere")
        << QByteArray(R"({"device_code":"d","user_code":"u","verification_uri":"http://evil.example/"})") << 200;
    QTest::newRow("refused") << QByteArray(R"({"error":"unauthorized_client","error_description":"not enabled"})")
                             << 400;
}

void TestDeviceSignIn::badAnswers()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    m->issuer.server().answer(QString::fromLatin1(FakeIssuer::kDevice), FakeAnswer::json(body, status));
    OidcSession &session = m->start();
    session.signInWithDevice();
    QVERIFY(isWhole(m->failure()));
    QCOMPARE(session.state(), State::SignedOut);
}

void TestDeviceSignIn::cancelStopsAsking()
{
    m->issuer.devicePolls = QStringList(1000, u"authorization_pending"_s);
    OidcSession &session = m->start();
    session.signInWithDevice();
    QTRY_VERIFY(polls() >= 2);
    session.cancelSignIn();
    QCOMPARE(session.state(), State::SignedOut);
    QVERIFY(session.deviceCode().userCode.isEmpty());
    const qsizetype asked = polls();
    QVERIFY(m->signIn());          // takes longer than several intervals
    QVERIFY(polls() <= asked + 2); // one may have been on its way, one is the sign-in's
    QVERIFY(m->failures->isEmpty());
}

QTEST_GUILESS_MAIN(TestDeviceSignIn)
#include "tst_devicesignin.moc"
