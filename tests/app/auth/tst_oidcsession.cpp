// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/auth/sessionfixture.h"

#include <QTemporaryFile>

using namespace podium;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = SessionService::State;

class TestOidcSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<SessionFixture>(); }
    void cleanup() { m.reset(); }

    void signsIn();
    void signsInOverTlsWithItsOwnAuthority();
    void oneAttemptAtATime();
    void canTryAgainFromWithinTheFailure();
    void restoresWithoutAskingTheUser();
    void restoresNothingWhereNothingIsStored();
    void restoreWithoutNetworkKeepsTheSession();
    void restoreRefusesAnotherUser();
    void restoreCanBeCancelled();
    void oneRefreshForAllWhoAsk();
    void revokedRefreshTokenExpiresTheSession();
    void anExpiredSessionGoesOnAfterSignIn();
    void aRefreshWithoutNetworkKeepsTheSession();
    void aRefreshThatNamesAnotherUserEndsTheSession();
    void newKeysOfTheIssuerAreRead();
    void keychainThatIsLockedMeansThisSessionOnly();
    void keychainThatHangsDoesNotHoldUpSignIn();
    void foreignKeychainContentIsHarmless_data();
    void foreignKeychainContentIsHarmless();
    void signOutEndsTheSessionAtTheServer();
    void signOutWithoutNetworkSaysSo();
    void signOutOfAnExpiredSession();
    void closingWhileWaitingIsSilent();

private:
    std::unique_ptr<SessionFixture> m;
};

void TestOidcSession::signsIn()
{
    OidcSession &session = m->start();
    QCOMPARE(session.state(), State::SignedOut);
    QVERIFY(!SessionFixture::waitFor(session.accessToken()));
    QVERIFY(m->signIn());
    QCOMPARE(session.user().displayName, u"Olga Operator"_s);
    QVERIFY(m->token().startsWith("secret-access-"_L1));
    QVERIFY(m->browser.page.contains("You are signed in"_L1));
    QTRY_VERIFY(session.storage().persistent);
    QVERIFY(m->stored().contains("secret-refresh-"));
    QVERIFY(m->keychain.entries.keys().constFirst().contains(m->environment.issuer.toString()));
    QVERIFY(m->failures->isEmpty());
    QCOMPARE(m->issuer.problems(), QStringList());
}

void TestOidcSession::signsInOverTlsWithItsOwnAuthority()
{
    m = std::make_unique<SessionFixture>(std::make_unique<FakeHttpServer>(FakeCertificate::valid()));
    QTemporaryFile authority;
    QVERIFY(authority.open());
    authority.write(m->issuer.server().certificatePem());
    authority.close();
    m->environment.caFile = authority.fileName();
    m->start();
    QVERIFY(m->signIn());
}

void TestOidcSession::oneAttemptAtATime()
{
    OidcSession &session = m->start();
    m->browser.answers = false;
    session.signIn();
    session.signIn();
    QVERIFY(m->reaches(State::WaitingBrowser));
    const QUrl url = session.signInUrl();
    session.signInWithDevice();
    session.restore();
    session.signOut();
    QCOMPARE(session.state(), State::WaitingBrowser);
    QCOMPARE(session.signInUrl(), url);
    QCOMPARE(m->issuer.server().requestCount(QString::fromLatin1(FakeIssuer::kDiscovery)), 1);
}

void TestOidcSession::canTryAgainFromWithinTheFailure()
{
    OidcSession &session = m->start();
    m->issuer.tokenAnswer = FakeAnswer::json(R"({"error":"invalid_grant"})", 400);
    connect(&session, &SessionService::signInFailed, this, [&] {
        m->issuer.tokenAnswer.reset();
        session.signIn();
    });
    session.signIn();
    QVERIFY(m->reaches(State::SignedIn));
    QCOMPARE(m->failures->count(), 1);
}

void TestOidcSession::restoresWithoutAskingTheUser()
{
    m->start();
    QVERIFY(m->signIn());
    QTRY_VERIFY(!m->stored().isEmpty());
    const QByteArray before = m->stored();
    m->browser.signInUrl.clear();

    OidcSession &session = m->start();
    session.restore();
    QCOMPARE(session.state(), State::Restoring);
    QVERIFY(m->reaches(State::SignedIn));
    QCOMPARE(session.user().username, u"olga"_s);
    QVERIFY(m->browser.signInUrl.isEmpty());
    QTRY_VERIFY(m->stored() != before); // the refresh token is a new one
    QVERIFY(!m->token().isEmpty());
}

void TestOidcSession::restoresNothingWhereNothingIsStored()
{
    OidcSession &session = m->start();
    session.restore();
    QVERIFY(m->reaches(State::SignedOut));
    QVERIFY(m->failures->isEmpty());
    QVERIFY(m->issuer.server().requests().isEmpty());
}

void TestOidcSession::restoreWithoutNetworkKeepsTheSession()
{
    m->start();
    QVERIFY(m->signIn());
    QTRY_VERIFY(!m->stored().isEmpty());
    const QByteArray before = m->stored();
    m->issuer.server().stop();
    OidcSession &session = m->start();
    session.restore();
    QCOMPARE(m->failure().kind, Error::Kind::Network);
    QCOMPARE(session.state(), State::SignedOut);
    QCOMPARE(m->stored(), before);

    QVERIFY(m->issuer.server().start());
    session.restore();
    QVERIFY(m->reaches(State::SignedIn));
}

void TestOidcSession::restoreRefusesAnotherUser()
{
    m->start();
    QVERIFY(m->signIn());
    QTRY_VERIFY(!m->stored().isEmpty());
    m->issuer.subject = u"u-2"_s;
    OidcSession &session = m->start();
    session.restore();
    QVERIFY(m->failure().why.contains("another user"_L1));
    QCOMPARE(session.state(), State::SignedOut);
    QVERIFY(m->token().isEmpty());
}

void TestOidcSession::restoreCanBeCancelled()
{
    m->keychain.hang = true; // as one that waits for its user to unlock it
    OidcSession &session = m->start();
    session.restore();
    QCOMPARE(session.state(), State::Restoring);
    session.cancelSignIn();
    QCOMPARE(session.state(), State::SignedOut);
    QVERIFY(m->failures->isEmpty());
}

void TestOidcSession::oneRefreshForAllWhoAsk()
{
    OidcSession &session = m->start();
    QVERIFY(m->signIn());
    const QString first = m->token();
    m->clock.advance(59000);
    QList<Async<QString>> asked;
    for (int i = 0; i < 50; ++i)
        asked << (i % 2 ? session.accessToken() : session.renewedToken(first));
    asked[10].cancel(); // one who gives up takes nothing from the others
    QSet<QString> tokens;
    for (qsizetype i = 0; i < asked.size(); ++i) {
        if (i != 10)
            tokens << SessionFixture::waitFor(asked.at(i)).value();
    }
    QCOMPARE(tokens.size(), 1);
    QVERIFY(*tokens.cbegin() != first);
    QCOMPARE(m->issuer.refreshes(), 1);
}

void TestOidcSession::revokedRefreshTokenExpiresTheSession()
{
    OidcSession &session = m->start();
    QVERIFY(m->signIn());
    QTRY_VERIFY(!m->stored().isEmpty());
    m->issuer.revoked = true;
    m->clock.advance(59000);
    const auto refused = SessionFixture::waitFor(session.accessToken());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Unauthorized);
    QVERIFY(isWhole(refused.error()));
    QCOMPARE(session.state(), State::Expired);
    QCOMPARE(session.user().username, u"olga"_s);
    QTRY_VERIFY(m->stored().isEmpty());
    // Nobody asks the server again and again.
    QVERIFY(!SessionFixture::waitFor(session.accessToken()));
    QCOMPARE(m->issuer.refreshes(), 1);
}

void TestOidcSession::anExpiredSessionGoesOnAfterSignIn()
{
    OidcSession &session = m->start();
    QVERIFY(m->signIn());
    m->issuer.revoked = true;
    m->clock.advance(59000);
    (void)SessionFixture::waitFor(session.accessToken());
    QCOMPARE(session.state(), State::Expired);

    m->browser.answers = false;
    session.signIn();
    QVERIFY(m->reaches(State::WaitingBrowser));
    session.cancelSignIn();
    QCOMPARE(session.state(), State::Expired); // not signed out: what is open stays

    m->browser.answers = true;
    m->issuer.revoked = false;
    QVERIFY(m->signIn());
    QVERIFY(!m->token().isEmpty());
}

void TestOidcSession::aRefreshWithoutNetworkKeepsTheSession()
{
    OidcSession &session = m->start();
    QVERIFY(m->signIn());
    const QString first = m->token();
    m->issuer.server().stop();
    m->clock.advance(58000);
    QCOMPARE(m->token(), first); // two seconds are left: better than nothing
    m->clock.advance(10000);
    const auto refused = SessionFixture::waitFor(session.accessToken());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Network);
    QVERIFY(isWhole(refused.error()));
    QCOMPARE(session.state(), State::SignedIn);

    QVERIFY(m->issuer.server().start());
    QTRY_COMPARE(m->issuer.refreshes(), 1); // by itself
    QVERIFY(!m->token().isEmpty());
    QVERIFY(m->token() != first);
}

void TestOidcSession::aRefreshThatNamesAnotherUserEndsTheSession()
{
    OidcSession &session = m->start();
    QVERIFY(m->signIn());
    m->issuer.subject = u"u-2"_s;
    m->clock.advance(59000);
    (void)SessionFixture::waitFor(session.accessToken());
    QVERIFY(m->reaches(State::Expired));
    QVERIFY(m->failure().why.contains("another user"_L1));
    QVERIFY(m->token().isEmpty());
}

void TestOidcSession::newKeysOfTheIssuerAreRead()
{
    OidcSession &session = m->start();
    QVERIFY(m->signIn());
    const QString keys = QString::fromLatin1(FakeIssuer::kKeys);
    QCOMPARE(m->issuer.server().requestCount(keys), 1);
    m->issuer.changeKey(u"second"_s);
    m->clock.advance(59000);
    QVERIFY(!m->token().isEmpty());
    QTRY_COMPARE(m->issuer.server().requestCount(keys), 2);
    m->clock.advance(59000);
    QVERIFY(!m->token().isEmpty());
    QCOMPARE(session.state(), State::SignedIn);
    QCOMPARE(m->issuer.server().requestCount(keys), 2);
}

void TestOidcSession::keychainThatIsLockedMeansThisSessionOnly()
{
    m->keychain.error = MemoryKeychain::locked();
    OidcSession &session = m->start();
    QSignalSpy told(&session, &SessionService::storageChanged);
    session.restore();
    QVERIFY(m->reaches(State::SignedOut));
    QVERIFY(m->failures->isEmpty());
    QVERIFY(m->signIn());
    QVERIFY(!session.storage().persistent);
    QCOMPARE(session.storage().reason, u"The keychain is locked."_s);
    QVERIFY(!told.isEmpty());

    // Unlocked meanwhile: the next refresh is kept.
    m->keychain.error.reset();
    m->clock.advance(59000);
    QVERIFY(!m->token().isEmpty());
    QTRY_VERIFY(session.storage().persistent);
    QVERIFY(session.storage().reason.isEmpty());
}

void TestOidcSession::keychainThatHangsDoesNotHoldUpSignIn()
{
    m->keychain.hang = true;
    OidcSession &session = m->start();
    QVERIFY(m->signIn());
    QVERIFY(!m->token().isEmpty());
    QVERIFY(!session.storage().persistent);
    session.signOut();
    QVERIFY(m->reaches(State::SignedOut));
}

void TestOidcSession::foreignKeychainContentIsHarmless_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("bytes") << QByteArray("\xff\xfe\0\1", 4);
    QTest::newRow("list") << QByteArray("[1,2]");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("wrong kinds") << QByteArray(R"({"issuer":1,"clientId":[],"refreshToken":{}})");
    QTest::newRow("other issuer") << QByteArray(
        R"({"version":1,"issuer":"https://other","clientId":"podium","refreshToken":"x","subject":"u"})");
    QTest::newRow("huge") << QByteArray(4 << 20, '[');
}

void TestOidcSession::foreignKeychainContentIsHarmless()
{
    QFETCH(QByteArray, content);
    OidcSession &session = m->start();
    m->keychain.entries.insert(m->environment.issuer.toString() + u" podium"_s, content);
    session.restore();
    QVERIFY(m->reaches(State::SignedOut));
    QVERIFY(m->failures->isEmpty());
    QVERIFY(m->issuer.server().requests().isEmpty()); // nothing of it went to the server
    QVERIFY(m->signIn());
    QTRY_VERIFY(m->stored().contains("secret-refresh"));
}

void TestOidcSession::signOutEndsTheSessionAtTheServer()
{
    OidcSession &session = m->start();
    QVERIFY(m->signIn());
    QTRY_VERIFY(!m->stored().isEmpty());
    session.signOut();
    QCOMPARE(session.state(), State::SigningOut);
    QVERIFY(m->token().isEmpty()); // from the first moment on
    QVERIFY(m->reaches(State::SignedOut));
    QTRY_VERIFY(m->stored().isEmpty());
    QVERIFY(session.user().id.isEmpty());
    QVERIFY(m->issuer.revoked);
    QVERIFY(m->failures->isEmpty());
    QCOMPARE(m->issuer.problems(), QStringList());
    for (const FakeRequest &request : m->issuer.server().requests())
        QVERIFY(!request.query.toString().contains("secret"_L1));
}

void TestOidcSession::signOutWithoutNetworkSaysSo()
{
    OidcSession &session = m->start();
    QVERIFY(m->signIn());
    m->issuer.server().stop();
    session.signOut();
    const Error error = m->failure();
    QCOMPARE(session.state(), State::SignedOut);
    QVERIFY(isWhole(error));
    QVERIFY(error.what.contains("could not be ended"_L1));
    QVERIFY(m->token().isEmpty());
    QTRY_VERIFY(m->stored().isEmpty());
}

void TestOidcSession::signOutOfAnExpiredSession()
{
    OidcSession &session = m->start();
    QVERIFY(m->signIn());
    m->issuer.revoked = true;
    m->clock.advance(59000);
    (void)SessionFixture::waitFor(session.accessToken());
    QCOMPARE(session.state(), State::Expired);
    session.signOut();
    QVERIFY(m->reaches(State::SignedOut));
    QVERIFY(session.user().id.isEmpty());
    QVERIFY(m->failures->isEmpty());
}

void TestOidcSession::closingWhileWaitingIsSilent()
{
    OidcSession &session = m->start();
    QVERIFY(m->signIn());
    m->issuer.tokenAnswer = FakeAnswer::broken(FakeAnswer::Fault::Hang);
    m->clock.advance(59000);
    const auto asked = session.accessToken();
    m->session.reset();
    QTRY_VERIFY(asked.isFinished());
    QVERIFY(asked.isCanceled());
}

QTEST_GUILESS_MAIN(TestOidcSession)
#include "tst_oidcsession.moc"
