// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// Everything that can go wrong on the way in: each ends with a message that names cause and remedy, and leaves the
// session where it was.

#include "tests/app/auth/sessionfixture.h"

#include <QLoggingCategory>
#include <QTcpServer>

using namespace podium;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = SessionService::State;
using Kind = Error::Kind;
using Fault = FakeAnswer::Fault;

Q_DECLARE_METATYPE(FakeAnswer)

class TestSignInProblems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<SessionFixture>(); }
    void cleanup() { m.reset(); }

    void userDenies();
    void serverRefusesInTheBrowser();
    void browserClosed();
    void answerAfterCancelGetsACalmPage();
    void noAnswerInTime();
    void noBrowser();
    void portTaken();
    void stateMismatch();
    void secondCallback();
    void answerOfAnotherIssuer_data();
    void answerOfAnotherIssuer();
    void answerWithoutCode();
    void clockOff_data();
    void clockOff();
    void badIdToken_data();
    void badIdToken();
    void badTokenAnswer_data();
    void badTokenAnswer();
    void noSecretInLogsErrorsOrAddresses();

private:
    std::unique_ptr<SessionFixture> m;
};

void TestSignInProblems::userDenies()
{
    m->browser.edit = [](QUrlQuery &query) {
        query.removeQueryItem(u"code"_s);
        query.addQueryItem(u"error"_s, u"access_denied"_s);
    };
    const Error error = m->failedSignIn();
    QCOMPARE(error.kind, Kind::Forbidden);
    QVERIFY(error.why.contains("refused in the browser"_L1));
    QTRY_VERIFY(m->browser.page.contains("refused in the browser"_L1));
}

void TestSignInProblems::serverRefusesInTheBrowser()
{
    m->browser.edit = [](QUrlQuery &query) {
        query.addQueryItem(u"error"_s, u"invalid_request"_s);
        query.addQueryItem(u"error_description"_s, u"<img src=x> Missing+parameter"_s);
    };
    const Error error = m->failedSignIn();
    QVERIFY(error.why.contains("Missing parameter"_L1));
    QTRY_VERIFY(!m->browser.page.isEmpty());
    QVERIFY(!m->browser.page.contains("<img"_L1));
}

void TestSignInProblems::browserClosed()
{
    m->browser.answers = false;
    OidcSession &session = m->start();
    session.signIn();
    QVERIFY(m->reaches(State::WaitingBrowser));
    QVERIFY(!session.signInUrl().isEmpty());
    session.cancelSignIn();
    QCOMPARE(session.state(), State::SignedOut);
    QVERIFY(session.signInUrl().isEmpty());
    QVERIFY(m->failures->isEmpty());
    m->browser.answers = true;
    QVERIFY(m->signIn());
}

void TestSignInProblems::answerAfterCancelGetsACalmPage()
{
    m->browser.answers = false;
    OidcSession &session = m->start();
    session.signIn();
    QVERIFY(m->reaches(State::WaitingBrowser));
    session.cancelSignIn();
    m->browser.get(m->issuer.callbackFor(m->browser.signInUrl));
    QTRY_COMPARE(m->browser.pages, 1);
    QVERIFY(m->browser.page.contains("cancelled"_L1));
    QCOMPARE(session.state(), State::SignedOut);
}

void TestSignInProblems::noAnswerInTime()
{
    m->browser.answers = false;
    m->timings.browserHint = 30ms;
    m->timings.browserTimeout = 200ms;
    const Error error = m->failedSignIn();
    QCOMPARE(error.kind, Kind::Timeout);
    QVERIFY(error.why.contains("browser"_L1));
    QCOMPARE(m->hints->count(), 1);
    QVERIFY(isWhole(m->hint()));
    QVERIFY(m->hint().remedy.contains("client id \"podium\""_L1)); // the wrong client shows in the browser only
}

void TestSignInProblems::noBrowser()
{
    m->browser.starts = false;
    OidcSession &session = m->start();
    session.signIn();
    const Error hint = m->hint();
    QVERIFY(isWhole(hint));
    QVERIFY(hint.remedy.contains("Copy the link"_L1));
    QCOMPARE(session.state(), State::WaitingBrowser);
    // The user takes the link to a browser by hand.
    m->browser.get(m->issuer.callbackFor(session.signInUrl()));
    QVERIFY(m->reaches(State::SignedIn));
}

void TestSignInProblems::portTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    m->timings.listenPort = other.serverPort();
    const Error error = m->failedSignIn();
    QVERIFY(error.why.contains("port"_L1));
    QVERIFY(error.remedy.contains("firewall"_L1));
    QVERIFY(m->browser.signInUrl.isEmpty());
}

void TestSignInProblems::stateMismatch()
{
    m->browser.edit = [](QUrlQuery &query) {
        query.removeQueryItem(u"state"_s);
        query.addQueryItem(u"state"_s, u"forged"_s);
    };
    OidcSession &session = m->start();
    session.signIn();
    QTRY_COMPARE(m->browser.pages, 1);
    QCOMPARE(m->browser.status, 400);
    QCOMPARE(session.state(), State::WaitingBrowser); // a forged answer ends nothing
    QCOMPARE(m->issuer.server().requestCount(QString::fromLatin1(FakeIssuer::kToken)), 0);
    m->browser.get(m->issuer.callbackFor(session.signInUrl()));
    QVERIFY(m->reaches(State::SignedIn));
}

void TestSignInProblems::secondCallback()
{
    OidcSession &session = m->start();
    QVERIFY(m->signIn());
    const QString token = m->token();
    m->browser.get(m->browser.callback);
    QTRY_COMPARE(m->browser.pages, 2);
    QCOMPARE(m->browser.status, 200);
    QVERIFY(m->browser.page.contains("This sign-in is over"_L1));
    QCOMPARE(session.state(), State::SignedIn);
    QCOMPARE(m->token(), token);
    QCOMPARE(m->issuer.server().requestCount(QString::fromLatin1(FakeIssuer::kToken)), 1);
}

void TestSignInProblems::answerOfAnotherIssuer_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::newRow("another") << u"https://evil.example/realms/r"_s;
    QTest::newRow("none") << QString();
}

void TestSignInProblems::answerOfAnotherIssuer()
{
    QFETCH(QString, issuer);
    m->browser.edit = [issuer](QUrlQuery &query) {
        query.removeQueryItem(u"iss"_s);
        if (!issuer.isEmpty())
            query.addQueryItem(u"iss"_s, issuer);
    };
    QVERIFY(m->failedSignIn().why.contains("does not come from the sign-in server"_L1));
    QCOMPARE(m->issuer.server().requestCount(QString::fromLatin1(FakeIssuer::kToken)), 0);
}

void TestSignInProblems::answerWithoutCode()
{
    m->browser.edit = [](QUrlQuery &query) { query.removeQueryItem(u"code"_s); };
    QVERIFY(m->failedSignIn().why.contains("no sign-in code"_L1));
}

void TestSignInProblems::clockOff_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("says");
    QTest::newRow("ahead") << -600 << u"10 minute(s) ahead"_s;
    QTest::newRow("behind") << 600 << u"10 minute(s) behind"_s;
}

void TestSignInProblems::clockOff()
{
    QFETCH(int, seconds);
    QFETCH(QString, says);
    m->issuer.editClaims = [seconds](Json &claims) {
        for (const char *name : {"iat", "exp"})
            claims[name] = claims[name].get<qint64>() + seconds;
    };
    const Error error = m->failedSignIn();
    QVERIFY2(error.why.contains(says), qPrintable(error.why));
    QVERIFY(error.remedy.contains("date and time"_L1));
    QTRY_VERIFY(m->browser.page.contains(says)); // and the browser does not tell another story
}

void TestSignInProblems::badIdToken_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"nonce", "audience", "issuer", "missing", "no token", "other key", "unknown key", "none"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestSignInProblems::badIdToken()
{
    QFETCH(QString, what);
    if (what == "nonce"_L1)
        m->issuer.editClaims = [](Json &claims) { claims["nonce"] = "of-another-sign-in"; };
    if (what == "audience"_L1)
        m->issuer.editClaims = [](Json &claims) { claims["aud"] = "account"; };
    if (what == "issuer"_L1)
        m->issuer.editClaims = [](Json &claims) { claims["iss"] = "https://evil.example"; };
    if (what == "missing"_L1)
        m->issuer.makeToken = [](const Json &) { return QByteArray(); };
    if (what == "no token"_L1)
        m->issuer.makeToken = [](const Json &) { return QByteArray("a.b.c"); };
    if (what == "other key"_L1)
        m->issuer.makeToken = [key = SigningKey::rsa(u"first"_s)](const Json &claims) {
            return key.jwt(claims, u"RS256"_s); // made beforehand: it takes a while
        };
    if (what == "unknown key"_L1)
        m->issuer.makeToken = [](const Json &claims) {
            return SigningKey::p256(u"unpublished"_s).jwt(claims, u"ES256"_s);
        };
    if (what == "none"_L1)
        m->issuer.makeToken = [](const Json &claims) {
            const QByteArray unsignedToken =
                toBase64Url(R"({"alg":"none"})") + '.' + toBase64Url(toBytes(claims)) + '.';
            return unsignedToken;
        };
    const Error error = m->failedSignIn();
    QCOMPARE(error.kind, Kind::Protocol);
    QVERIFY(error.why.contains("cannot be trusted"_L1));
    const qsizetype fetches = m->issuer.server().requestCount(QString::fromLatin1(FakeIssuer::kKeys));
    QVERIFY(fetches <= (what == "unknown key"_L1 ? 2 : 1)); // asked once more for a new key, and not again
}

void TestSignInProblems::badTokenAnswer_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<Kind>("kind");
    const auto json = [](const QByteArray &body, int status = 200) { return FakeAnswer::json(body, status); };
    QTest::newRow("code refused") << json(R"({"error":"invalid_grant","error_description":"Code not valid"})", 400)
                                  << Kind::Unauthorized;
    QTest::newRow("wrong client") << json(R"({"error":"invalid_client"})", 401) << Kind::Unauthorized;
    QTest::newRow("failing") << FakeAnswer::html("<h1>oops</h1>", 500) << Kind::Server;
    QTest::newRow("page") << FakeAnswer::html("<h1>hi</h1>") << Kind::Protocol;
    QTest::newRow("page 400") << FakeAnswer::html("<h1>hi</h1>", 400) << Kind::Protocol;
    QTest::newRow("empty object") << json("{}") << Kind::Protocol;
    QTest::newRow("other type") << json(R"({"access_token":"a","token_type":"mac"})") << Kind::Protocol;
    QTest::newRow("token with line break")
        << json(R"({"access_token":"a\r\nX-Evil: 1","token_type":"Bearer"})") << Kind::Protocol;
    QTest::newRow("token is a number") << json(R"({"access_token":1,"token_type":"Bearer"})") << Kind::Protocol;
    QTest::newRow("hanging") << FakeAnswer::broken(Fault::Hang) << Kind::Timeout;
    QTest::newRow("dropped") << FakeAnswer::broken(Fault::Drop) << Kind::Network;
    QTest::newRow("huge") << FakeAnswer::endless(64 << 20) << Kind::Protocol;
}

void TestSignInProblems::badTokenAnswer()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(Kind, kind);
    m->timings.request = 500ms;
    m->issuer.tokenAnswer = answer;
    QCOMPARE(m->failedSignIn().kind, kind);
    // Sent once: a code that comes twice would end the session at the server.
    QCOMPARE(m->issuer.server().requestCount(QString::fromLatin1(FakeIssuer::kToken)), 1);
}

namespace {

QStringList *g_log = nullptr;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &message)
{
    *g_log << message;
}

} // namespace

void TestSignInProblems::noSecretInLogsErrorsOrAddresses()
{
    QStringList log;
    g_log = &log;
    QLoggingCategory::setFilterRules(u"*=true\nqt.*=false"_s);
    const auto before = qInstallMessageHandler(keepLog);
    QList<Error> errors;
    const auto keepErrors = [&] {
        for (const QSignalSpy *spy : {m->failures.get(), m->hints.get()}) {
            for (const auto &call : *spy)
                errors << call.first().value<Error>();
        }
    };

    // In, refreshed, refused, out; then failures in every step that handles a secret.
    m->start();
    const bool in = m->signIn();
    m->clock.advance(59000);
    const QString access = m->token();
    m->session->signOut();
    const bool out = m->reaches(State::SignedOut);
    keepErrors();
    for (const QByteArray &body :
         {QByteArray(R"({"error":"invalid_grant","error_description":"code=secret-code-1 is bad"})"),
          QByteArray(R"({"access_token":"secret-access-0","token_type":"mac","id_token":"secret"})")}) {
        m->issuer.tokenAnswer = FakeAnswer::json(body, body.contains("error") ? 400 : 200);
        m->start().signIn();
        (void)m->failure();
        keepErrors();
    }
    m->issuer.tokenAnswer.reset();
    m->issuer.revoked = false;
    m->issuer.makeToken = [](Json claims) {
        claims["nonce"] = "wrong";
        return SigningKey::p256(u"x"_s).jwt(claims, u"ES256"_s);
    };
    m->start().signIn();
    (void)m->failure();
    keepErrors();
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});

    QVERIFY(in && out && !access.isEmpty());
    QVERIFY2(log.size() > 5, "The log is off: unset QT_LOGGING_RULES");
    QCOMPARE(errors.size(), 3);
    QVERIFY(m->issuer.secrets().size() >= 10);
    QStringList texts = log;
    for (const Error &error : errors)
        texts << error.what << error.why << error.remedy << error.details;
    for (const FakeRequest &request : m->issuer.server().requests())
        texts << request.path << request.query.toString();
    for (const QString &secret : m->issuer.secrets() + QStringList{u"secret-"_s}) {
        if (secret.isEmpty())
            continue;
        for (const QString &text : texts)
            QVERIFY2(!text.contains(secret), qPrintable(text));
    }
    QVERIFY(!m->browser.page.contains("secret-"_L1));
}

QTEST_GUILESS_MAIN(TestSignInProblems)
#include "tst_signinproblems.moc"
