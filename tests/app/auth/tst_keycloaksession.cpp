// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// The sign-in against the real Keycloak of the sandbox.

#include "app/auth/oidcsession.h"
#include "models/core/clock.h"
#include "models/core/json.h"
#include "models/core/trace.h"
#include "tests/app/auth/keycloaklogin.h"
#include "tests/app/auth/memorykeychain.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace podium;
using namespace Qt::StringLiterals;
using State = SessionService::State;

namespace {

constexpr int kWait = 20000;

/// The real time, and what it is off by.
class OffsetClock : public Clock
{
public:
    QDateTime now() const override { return Clock::now().addSecs(offset); }
    qint64 offset = 0;
};

class Watched
{
public:
    explicit Watched(OidcSession &session)
        : failures(&session, &SessionService::signInFailed)
        , hints(&session, &SessionService::signInHinted)
    {
    }
    Error failure() const { return failures.isEmpty() ? Error() : failures.last().first().value<Error>(); }
    Error hint() const { return hints.isEmpty() ? Error() : hints.last().first().value<Error>(); }
    QSignalSpy failures;
    QSignalSpy hints;
};

} // namespace

class TestKeycloakSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void signsInThroughTheLoginForm();
    void tellsRolesOfTheUser();
    void restoresFromTheKeychain();
    void refreshesOnceForManyRequests();
    void renewsOnceAfterARejection();
    void refreshesAheadOfExpiryByItself();
    void signOutEndsTheSessionAtTheServer();
    void revokedSessionExpiresAndCanBeSignedInAgain();
    void endedSessionIsNotRestored();
    void deviceCodeSignsIn();
    void deviceCodeRefusedByTheUser();
    void wrongClientGivesAHintWhereToLook();
    void wrongRealmIsNamed();
    void clockThatIsOffIsNamed_data();
    void clockThatIsOffIsNamed();

private:
    std::unique_ptr<OidcSession> make();
    void signIn();
    Result<QString> token(Async<QString> future);
    int statusWith(const QString &token);
    int postForm(const QString &path, const QUrlQuery &form, QByteArray *body = nullptr);
    QString storedRefreshToken() const;

    Environment m_environment;
    OffsetClock m_clock;
    Tracer m_tracer;
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<KeycloakLogin> m_browser;
    std::unique_ptr<OidcSession> m_session;
};

void TestKeycloakSession::initTestCase()
{
    qRegisterMetaType<Error>();
    m_environment.name = u"Sandbox"_s;
    m_environment.issuer = sandboxIssuer();
    m_environment.clientId = u"podium-desktop"_s;
    if (m_environment.issuer.isEmpty())
        QSKIP(kNoSandbox);
}

void TestKeycloakSession::init()
{
    m_clock.offset = 0;
    m_environment.clientId = u"podium-desktop"_s;
    m_environment.issuer = sandboxRealm(u"podium"_s);
    m_keychain = std::make_unique<MemoryKeychain>();
    m_browser = std::make_unique<KeycloakLogin>(m_environment.issuer, u"operator"_s, u"operator"_s);
    m_session = make();
}

void TestKeycloakSession::cleanup()
{
    m_session.reset();
    m_browser.reset();
    m_keychain.reset();
}

std::unique_ptr<OidcSession> TestKeycloakSession::make()
{
    return std::make_unique<OidcSession>(m_environment, *m_keychain, m_browser->opener(), m_clock, m_tracer);
}

void TestKeycloakSession::signIn()
{
    QSignalSpy page(m_browser.get(), &KeycloakLogin::finished);
    m_session->signIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::SignedIn, kWait);
    QTRY_COMPARE_WITH_TIMEOUT(page.count(), 1, kWait);
}

Result<QString> TestKeycloakSession::token(Async<QString> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, kWait) || future.resultCount() == 0)
        return Error::cancelled();
    return future.result();
}

int TestKeycloakSession::postForm(const QString &path, const QUrlQuery &form, QByteArray *body)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_environment.issuer.toString() + u"/protocol/openid-connect/"_s + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    QNetworkReply *reply = network.post(request, form.query(QUrl::FullyEncoded).toUtf8());
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, kWait))
        return 0;
    if (body)
        *body = reply->readAll();
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// What Keycloak's user information says to a token.
int TestKeycloakSession::statusWith(const QString &token)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_environment.issuer.toString() + u"/protocol/openid-connect/userinfo"_s));
    request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    QNetworkReply *reply = network.get(request);
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, kWait))
        return 0;
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QString TestKeycloakSession::storedRefreshToken() const
{
    if (m_keychain->entries.size() != 1)
        return {};
    const auto parsed = parseJson(m_keychain->entries.cbegin().value());
    return parsed ? stringAt(*parsed, "refreshToken") : QString();
}

void TestKeycloakSession::signsInThroughTheLoginForm()
{
    QSignalSpy states(m_session.get(), &SessionService::stateChanged);
    QSignalSpy page(m_browser.get(), &KeycloakLogin::finished);
    m_session->signIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::SignedIn, kWait);

    const QUrlQuery query(m_browser->visited().first());
    QCOMPARE(query.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
    QVERIFY(QUrl(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded)).host() == "127.0.0.1"_L1);
    for (const QString &name : {u"state"_s, u"nonce"_s, u"code_challenge"_s})
        QCOMPARE(query.queryItemValue(name).size(), 43);

    QVERIFY(m_session->signInUrl().isEmpty());
    QCOMPARE(m_session->user().username, u"operator"_s);
    QCOMPARE(m_session->user().displayName, u"Olivia Operator"_s);
    QCOMPARE(m_session->user().email, u"olivia.operator@podium.example"_s);
    QVERIFY(!m_session->user().id.isEmpty());
    QTRY_VERIFY(m_session->storage().persistent);
    QVERIFY(!storedRefreshToken().isEmpty());

    // The browser ends at the closing page, and the code is not in its address bar.
    QTRY_COMPARE_WITH_TIMEOUT(page.count(), 1, kWait);
    QCOMPARE(m_browser->lastStatus(), 200);
    QVERIFY2(m_browser->lastPage().contains("You are signed in"_L1), qPrintable(m_browser->lastPage()));
    QVERIFY(!m_browser->lastUrl().hasQuery());

    const auto access = token(m_session->accessToken());
    QVERIFY(access);
    QCOMPARE(statusWith(*access), 200);
    // Every step was seen, none twice.
    QList<State> seen;
    for (const auto &change : states)
        seen << change.first().value<State>();
    QCOMPARE(seen, (QList<State>{State::SigningIn, State::WaitingBrowser, State::SigningIn, State::SignedIn}));
}

void TestKeycloakSession::tellsRolesOfTheUser()
{
    m_browser->setCredentials(u"viewer"_s, u"viewer"_s);
    signIn();
    QVERIFY(m_session->user().roles.contains("viewer"_L1));
    QVERIFY(!m_session->user().roles.contains("operator"_L1));
}

void TestKeycloakSession::restoresFromTheKeychain()
{
    signIn();
    QTRY_VERIFY(m_session->storage().persistent);
    m_session = make();
    m_session->restore();
    QCOMPARE(m_session->state(), State::Restoring);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::SignedIn, kWait);
    QCOMPARE(m_session->user().username, u"operator"_s);
    QCOMPARE(m_session->user().displayName, u"Olivia Operator"_s);
    const auto access = token(m_session->accessToken());
    QVERIFY(access);
    QCOMPARE(statusWith(*access), 200);
}

void TestKeycloakSession::refreshesOnceForManyRequests()
{
    signIn();
    const auto first = token(m_session->accessToken());
    QVERIFY(first);
    QTRY_VERIFY(m_session->storage().persistent);
    const int writes = m_keychain->writes;

    m_clock.offset = 58; // the token has two of its sixty seconds left
    QList<Async<QString>> asked;
    for (int i = 0; i < 30; ++i)
        asked << m_session->accessToken();
    QSet<QString> tokens;
    for (const auto &each : asked) {
        const auto got = token(each);
        QVERIFY(got);
        tokens << *got;
    }
    QCOMPARE(tokens.size(), 1);
    QVERIFY(!tokens.contains(*first));
    QCOMPARE(statusWith(*tokens.cbegin()), 200);
    QTRY_COMPARE(m_keychain->writes, writes + 1); // one new refresh token, so one refresh
    QCOMPARE(m_session->state(), State::SignedIn);
}

void TestKeycloakSession::renewsOnceAfterARejection()
{
    signIn();
    const auto first = token(m_session->accessToken());
    QVERIFY(first);
    QTRY_VERIFY(m_session->storage().persistent);
    const int writes = m_keychain->writes;
    const auto one = m_session->renewedToken(*first);
    const auto two = m_session->renewedToken(*first);
    const auto renewed = token(one);
    QVERIFY(renewed);
    QVERIFY(*renewed != *first);
    QCOMPARE(*token(two), *renewed);
    // One more that was rejected with the old token gets the new one without another refresh.
    QCOMPARE(*token(m_session->renewedToken(*first)), *renewed);
    QTRY_COMPARE(m_keychain->writes, writes + 1);
}

void TestKeycloakSession::refreshesAheadOfExpiryByItself()
{
    m_clock.offset = 0;
    signIn();
    QTRY_VERIFY(m_session->storage().persistent);
    const int writes = m_keychain->writes;
    // Sixty seconds of life, a quarter of it ahead: nobody asks, and it is new by then.
    QTRY_COMPARE_WITH_TIMEOUT(m_keychain->writes, writes + 1, 50000);
    QCOMPARE(m_session->state(), State::SignedIn);
}

void TestKeycloakSession::signOutEndsTheSessionAtTheServer()
{
    signIn();
    QTRY_VERIFY(m_session->storage().persistent);
    m_session = make();
    signIn();
    QCOMPARE(m_browser->formsFilled(), 0); // single sign-on: the browser needs no password while the session lives

    QTRY_VERIFY(m_session->storage().persistent);
    const QString refreshToken = storedRefreshToken();
    m_session->signOut();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::SignedOut, kWait);
    QTRY_VERIFY(m_keychain->entries.isEmpty());
    QVERIFY(m_session->user().username.isEmpty());
    QVERIFY(!token(m_session->accessToken()));

    QByteArray answer;
    QUrlQuery form{{u"grant_type"_s, u"refresh_token"_s}, {u"client_id"_s, u"podium-desktop"_s}};
    form.addQueryItem(u"refresh_token"_s, refreshToken);
    QCOMPARE(postForm(u"token"_s, form, &answer), 400);
    QVERIFY2(answer.contains("invalid_grant"), answer.constData());

    // Single sign-on is over too: the same browser has to show its password again.
    signIn();
    QCOMPARE(m_browser->formsFilled(), 1);
}

void TestKeycloakSession::revokedSessionExpiresAndCanBeSignedInAgain()
{
    signIn();
    QTRY_VERIFY(m_session->storage().persistent);
    QUrlQuery form{{u"client_id"_s, u"podium-desktop"_s}};
    form.addQueryItem(u"refresh_token"_s, storedRefreshToken());
    QCOMPARE(postForm(u"logout"_s, form), 204); // as an administrator would

    m_clock.offset = 58;
    const auto refused = token(m_session->accessToken());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Unauthorized);
    QCOMPARE(m_session->state(), State::Expired);
    QCOMPARE(m_session->user().username, u"operator"_s); // what is open stays named
    QTRY_VERIFY(m_keychain->entries.isEmpty());

    m_clock.offset = 0;
    signIn();
    QVERIFY(token(m_session->accessToken()));
}

void TestKeycloakSession::endedSessionIsNotRestored()
{
    signIn();
    QTRY_VERIFY(m_session->storage().persistent);
    QUrlQuery form{{u"client_id"_s, u"podium-desktop"_s}};
    form.addQueryItem(u"refresh_token"_s, storedRefreshToken());
    QCOMPARE(postForm(u"logout"_s, form), 204);
    m_session = make();
    Watched watched(*m_session);
    m_session->restore();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::SignedOut, kWait);
    QTRY_VERIFY(m_keychain->entries.isEmpty());
    QVERIFY(watched.failures.isEmpty()); // just the sign-in page, no alarm
}

void TestKeycloakSession::deviceCodeSignsIn()
{
    m_session->signInWithDevice();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::WaitingDevice, kWait);
    const DeviceCode code = m_session->deviceCode();
    QVERIFY(!code.userCode.isEmpty());
    QVERIFY(code.verificationUri.isValid());
    QVERIFY(code.verificationUriComplete.toString().contains(code.userCode));
    QVERIFY(code.expiresAt > QDateTime::currentDateTimeUtc().addSecs(60));

    QSignalSpy page(m_browser.get(), &KeycloakLogin::finished);
    m_browser->visit(code.verificationUriComplete);
    QTRY_COMPARE_WITH_TIMEOUT(page.count(), 1, kWait);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::SignedIn, kWait);
    QCOMPARE(m_session->user().username, u"operator"_s);
    const auto access = token(m_session->accessToken());
    QVERIFY(access);
    QCOMPARE(statusWith(*access), 200);
}

void TestKeycloakSession::deviceCodeRefusedByTheUser()
{
    Watched watched(*m_session);
    m_session->signInWithDevice();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::WaitingDevice, kWait);
    m_browser->setConsent(false);
    m_browser->visit(m_session->deviceCode().verificationUriComplete);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::SignedOut, kWait);
    QCOMPARE(watched.failure().kind, Error::Kind::Forbidden);
    QVERIFY(!watched.failure().remedy.isEmpty());
}

void TestKeycloakSession::wrongClientGivesAHintWhereToLook()
{
    m_environment.clientId = u"no-such-client"_s;
    m_session = make();
    SignInTimings timings;
    timings.browserHint = std::chrono::milliseconds(500);
    m_session->setTimings(timings);
    Watched watched(*m_session);
    QSignalSpy page(m_browser.get(), &KeycloakLogin::finished);
    m_session->signIn();
    QTRY_COMPARE_WITH_TIMEOUT(page.count(), 1, kWait);
    QCOMPARE(m_browser->lastStatus(), 400); // only the browser hears of it
    QTRY_COMPARE_WITH_TIMEOUT(watched.hints.count(), 1, kWait);
    QVERIFY(watched.hint().remedy.contains("no-such-client"_L1));
    QVERIFY(watched.hint().remedy.contains("browser"_L1));
    QCOMPARE(m_session->state(), State::WaitingBrowser);
    m_session->cancelSignIn();
    QCOMPARE(m_session->state(), State::SignedOut);
}

void TestKeycloakSession::wrongRealmIsNamed()
{
    m_environment.issuer = sandboxRealm(u"nowhere"_s);
    m_session = make();
    Watched watched(*m_session);
    m_session->signIn();
    QTRY_COMPARE_WITH_TIMEOUT(watched.failures.count(), 1, kWait);
    QCOMPARE(watched.failure().kind, Error::Kind::NotFound);
    QVERIFY(watched.failure().why.contains("/realms/nowhere"_L1));
    QVERIFY(watched.failure().remedy.contains("realm"_L1));
    QVERIFY(m_browser->visited().isEmpty());
}

void TestKeycloakSession::clockThatIsOffIsNamed_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("direction");
    QTest::newRow("ahead") << 600 << u"ahead"_s;
    QTest::newRow("behind") << -600 << u"behind"_s;
}

void TestKeycloakSession::clockThatIsOffIsNamed()
{
    QFETCH(int, offset);
    QFETCH(QString, direction);
    m_clock.offset = offset;
    Watched watched(*m_session);
    QSignalSpy page(m_browser.get(), &KeycloakLogin::finished);
    m_session->signIn();
    QTRY_COMPARE_WITH_TIMEOUT(watched.failures.count(), 1, kWait);
    QVERIFY2(watched.failure().why.contains(direction), qPrintable(watched.failure().why));
    QVERIFY2(watched.failure().why.contains("10"_L1), qPrintable(watched.failure().why));
    QVERIFY(watched.failure().remedy.contains("time"_L1));
    QCOMPARE(m_session->state(), State::SignedOut);
    QVERIFY(m_keychain->entries.isEmpty());
    // The browser does not claim that all went well.
    QTRY_COMPARE_WITH_TIMEOUT(page.count(), 1, kWait);
    QVERIFY(m_browser->lastPage().contains(direction));
}

QTEST_GUILESS_MAIN(TestKeycloakSession)
#include "tst_keycloaksession.moc"
