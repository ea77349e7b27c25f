// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/idtoken.h"
#include "app/auth/jwks.h"
#include "app/auth/jwt.h"
#include "app/auth/pkce.h"
#include "tests/app/auth/signingkey.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Verdict = Jwks::Verdict;

namespace {

const QDateTime kNow(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC);

Json goodClaims()
{
    const qint64 now = kNow.toSecsSinceEpoch();
    return {{"iss", "https://sso.example/realms/r"},
            {"aud", "podium"},
            {"sub", "u-1"},
            {"nonce", "n-1"},
            {"iat", now},
            {"exp", now + 60},
            {"preferred_username", "olga"},
            {"name", "Olga Operator"},
            {"email", "olga@example.org"},
            {"realm_access", {{"roles", {"operator", 7, "viewer"}}}}};
}

IdTokenExpectation expectation()
{
    return {u"https://sso.example/realms/r"_s, u"podium"_s, "n-1", {}, true};
}

Json with(const char *name, const Json &value)
{
    Json claims = goodClaims();
    claims[name] = value;
    return claims;
}

Verdict verdictOf(const QByteArray &token, const QByteArray &keys)
{
    const auto jwt = parseJwt(token);
    const auto set = Jwks::fromJson(keys);
    return jwt && set ? set->verify(*jwt) : Verdict::BadSignature;
}

} // namespace

class TestJwt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pkceIsTheOneOfTheStandard();
    void randomTokensDiffer();
    void refusesWhatIsNoToken_data();
    void refusesWhatIsNoToken();
    void verifiesEveryAlgorithm_data();
    void verifiesEveryAlgorithm();
    void refusesChangedTokens();
    void refusesNoneAndSharedSecrets();
    void refusesTheWrongKindOfKey();
    void asksForUnknownKeys();
    void leavesOutKeysThatAreNoUse_data();
    void leavesOutKeysThatAreNoUse();
    void refusesWhatIsNoKeySet();
    void readsTheUser();
    void refusesWrongClaims_data();
    void refusesWrongClaims();
    void namesTheClockThatIsOff();
    void leewayOfTwoMinutes();
    void severalAudiencesNeedTheRightParty();
    void refreshNeedsTheSameUserButNoTimes();

private:
    SigningKey m_rsa = SigningKey::rsa(u"rsa"_s);
    SigningKey m_ec = SigningKey::p256(u"ec"_s);
    QByteArray m_keys;
};

void TestJwt::initTestCase()
{
    m_keys = keySet({m_rsa, m_ec});
}

void TestJwt::pkceIsTheOneOfTheStandard()
{
    // RFC 7636, appendix B.
    QCOMPARE(Pkce::challengeFor("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
             QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    const Pkce pkce = Pkce::generate();
    QCOMPARE(pkce.verifier.size(), 43);
    QCOMPARE(pkce.challenge, Pkce::challengeFor(pkce.verifier));
}

void TestJwt::randomTokensDiffer()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 100; ++i)
        seen << randomUrlToken();
    QCOMPARE(seen.size(), 100);
    for (const QByteArray &token : seen)
        QVERIFY(fromBase64Url(token));
}

void TestJwt::refusesWhatIsNoToken_data()
{
    const QByteArray header = toBase64Url(R"({"alg":"RS256"})");
    const QByteArray claims = toBase64Url("{}");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("dots") << QByteArray("..");
    QTest::newRow("two parts") << header + '.' + claims;
    QTest::newRow("four parts") << header + '.' + claims + ".AA.AA";
    QTest::newRow("header is no JSON") << toBase64Url("alg") + '.' + claims + ".AA";
    QTest::newRow("header is a list") << toBase64Url("[1]") + '.' + claims + ".AA";
    QTest::newRow("no algorithm") << toBase64Url("{}") + '.' + claims + ".AA";
    QTest::newRow("algorithm is a number") << toBase64Url(R"({"alg":1})") + '.' + claims + ".AA";
    QTest::newRow("claims are a string") << header + '.' + toBase64Url("\"x\"") + ".AA";
    QTest::newRow("not base64url") << header + '.' + claims + ".A+A";
    QTest::newRow("spaces") << header + '.' + claims + ".A A";
    QTest::newRow("critical extension") << toBase64Url(R"({"alg":"RS256","crit":["b64"],"b64":false})") + '.' + claims +
                                               ".AA";
    QTest::newRow("too long") << header + '.' + claims + '.' + QByteArray(kMaxJwtBytes, 'A');
    QTest::newRow("nested without end") << header + '.' + toBase64Url(QByteArray(20000, '[')) + ".AA";
}

void TestJwt::refusesWhatIsNoToken()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseJwt(text));
}

void TestJwt::verifiesEveryAlgorithm_data()
{
    QTest::addColumn<QString>("algorithm");
    for (const char *name : {"RS256", "RS384", "RS512", "PS256", "ES256"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestJwt::verifiesEveryAlgorithm()
{
    QFETCH(QString, algorithm);
    const SigningKey &key = algorithm == "ES256"_L1 ? m_ec : m_rsa;
    const QByteArray token = key.jwt(goodClaims(), algorithm);
    QCOMPARE(verdictOf(token, m_keys), Verdict::Good);

    // Another key under the same id must not do.
    const SigningKey other = algorithm == "ES256"_L1 ? SigningKey::p256(u"ec"_s) : SigningKey::rsa(u"rsa"_s);
    QCOMPARE(verdictOf(token, keySet({other})), Verdict::BadSignature);
}

void TestJwt::refusesChangedTokens()
{
    const QByteArray token = m_rsa.jwt(goodClaims(), u"RS256"_s);
    const QList<QByteArray> parts = token.split('.');
    const QByteArray otherClaims = toBase64Url(toBytes(with("sub", "somebody-else")));
    QCOMPARE(verdictOf(parts.at(0) + '.' + otherClaims + '.' + parts.at(2), m_keys), Verdict::BadSignature);
    QCOMPARE(verdictOf(parts.at(0) + '.' + parts.at(1) + '.', m_keys), Verdict::BadSignature);
    QCOMPARE(verdictOf(parts.at(0) + '.' + parts.at(1) + ".AAAA", m_keys), Verdict::BadSignature);
    const QByteArray ec = m_ec.jwt(goodClaims(), u"ES256"_s);
    QCOMPARE(verdictOf(ec.chopped(4), m_keys), Verdict::BadSignature);
}

void TestJwt::refusesNoneAndSharedSecrets()
{
    for (const QString &algorithm : {u"none"_s, u"None"_s, u"HS256"_s, u"HS512"_s, u"ES384"_s, u"EdDSA"_s}) {
        const Json header{{"alg", algorithm.toStdString()}, {"kid", "rsa"}};
        QCOMPARE(verdictOf(m_rsa.jwt(header, goodClaims(), u"RS256"_s), m_keys), Verdict::BadAlgorithm);
    }
    const QByteArray unsignedToken = toBase64Url(R"({"alg":"none"})") + '.' + toBase64Url(toBytes(goodClaims())) + '.';
    QCOMPARE(verdictOf(unsignedToken, m_keys), Verdict::BadAlgorithm);
}

void TestJwt::refusesTheWrongKindOfKey()
{
    // Says RSA, names the elliptic key: no key of that kind has the id.
    const Json header{{"alg", "RS256"}, {"kid", "ec"}};
    QCOMPARE(verdictOf(m_rsa.jwt(header, goodClaims(), u"RS256"_s), m_keys), Verdict::UnknownKey);
    // A key that its owner keeps for one algorithm is not used with another.
    Json jwk = m_rsa.jwk();
    jwk["alg"] = "RS256";
    const QByteArray set = toBytes({{"keys", {jwk}}});
    QCOMPARE(verdictOf(m_rsa.jwt(goodClaims(), u"RS256"_s), set), Verdict::Good);
    QCOMPARE(verdictOf(m_rsa.jwt(goodClaims(), u"PS256"_s), set), Verdict::UnknownKey);
}

void TestJwt::asksForUnknownKeys()
{
    const SigningKey fresh = SigningKey::rsa(u"new"_s);
    QCOMPARE(verdictOf(fresh.jwt(goodClaims(), u"RS256"_s), m_keys), Verdict::UnknownKey);
    // Without an id every fitting key is tried.
    const Json header{{"alg", "RS256"}};
    QCOMPARE(verdictOf(m_rsa.jwt(header, goodClaims(), u"RS256"_s), m_keys), Verdict::Good);
}

void TestJwt::leavesOutKeysThatAreNoUse_data()
{
    QTest::addColumn<QByteArray>("jwk");
    Json encryption = m_rsa.jwk();
    encryption["use"] = "enc";
    QTest::newRow("encryption") << toBytes(encryption);
    QTest::newRow("short RSA") << toBytes(SigningKey::rsa(u"rsa"_s, 1024).jwk());
    Json noModulus = m_rsa.jwk();
    noModulus.erase("n");
    QTest::newRow("no modulus") << toBytes(noModulus);
    Json offCurve = m_ec.jwk();
    offCurve["y"] = offCurve["x"];
    QTest::newRow("point off the curve") << toBytes(offCurve);
    Json shortPoint = m_ec.jwk();
    shortPoint["x"] = "AAAA";
    QTest::newRow("short point") << toBytes(shortPoint);
    QTest::newRow("shared secret") << QByteArray(R"({"kty":"oct","k":"AAAA"})");
    QTest::newRow("unknown kind") << QByteArray(R"({"kty":"OKP","crv":"Ed25519","x":"AAAA"})");
    QTest::newRow("number") << QByteArray("7");
    QTest::newRow("huge modulus") << toBytes({{"kty", "RSA"}, {"e", "AQAB"}, {"n", std::string(8000, 'A')}});
}

void TestJwt::leavesOutKeysThatAreNoUse()
{
    QFETCH(QByteArray, jwk);
    const QByteArray text = "{\"keys\":[" + jwk + "]}";
    const auto set = Jwks::fromJson(text);
    QVERIFY(set);
    QVERIFY(set->isEmpty());
}

void TestJwt::refusesWhatIsNoKeySet()
{
    for (const QByteArray &text : {QByteArray(), QByteArray("<html>"), QByteArray("{}"), QByteArray(R"({"keys":{}})"),
                                   QByteArray("{\"keys\":[" + QByteArray("1,").repeated(100) + "1]}")}) {
        const auto set = Jwks::fromJson(text);
        QVERIFY(!set);
        QCOMPARE(set.error().kind, Error::Kind::Protocol);
    }
}

void TestJwt::readsTheUser()
{
    const auto user = checkIdToken(goodClaims(), expectation(), kNow);
    QVERIFY(user);
    QCOMPARE(user->id, u"u-1"_s);
    QCOMPARE(user->username, u"olga"_s);
    QCOMPARE(user->displayName, u"Olga Operator"_s);
    QCOMPARE(user->email, u"olga@example.org"_s);
    QCOMPARE(user->roles, (QStringList{u"operator"_s, u"viewer"_s}));

    Json bare = goodClaims();
    for (const char *name : {"preferred_username", "name", "email", "realm_access"})
        bare.erase(name);
    const auto nameless = checkIdToken(bare, expectation(), kNow);
    QVERIFY(nameless);
    QCOMPARE(nameless->displayName, u"u-1"_s);
}

void TestJwt::refusesWrongClaims_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::newRow("other issuer") << toBytes(with("iss", "https://evil.example/realms/r"));
    QTest::newRow("issuer is a list") << toBytes(with("iss", Json::array({"https://sso.example/realms/r"})));
    QTest::newRow("other audience") << toBytes(with("aud", "other"));
    QTest::newRow("no audience") << toBytes(with("aud", nullptr));
    QTest::newRow("empty audience") << toBytes(with("aud", Json::array()));
    QTest::newRow("other party") << toBytes(with("azp", "other"));
    QTest::newRow("other nonce") << toBytes(with("nonce", "n-2"));
    QTest::newRow("no nonce") << toBytes(with("nonce", nullptr));
    QTest::newRow("nobody") << toBytes(with("sub", ""));
    QTest::newRow("no end") << toBytes(with("exp", nullptr));
    QTest::newRow("end is text") << toBytes(with("exp", "later"));
    QTest::newRow("end is huge") << toBytes(with("exp", 1e300));
    QTest::newRow("no start") << toBytes(with("iat", nullptr));
}

void TestJwt::refusesWrongClaims()
{
    QFETCH(QByteArray, claims);
    const auto user = checkIdToken(*parseJson(claims), expectation(), kNow);
    QVERIFY(!user);
    QCOMPARE(user.error().kind, Error::Kind::Protocol);
    QVERIFY(!user.error().what.isEmpty());
    QVERIFY(!user.error().why.isEmpty());
    QVERIFY(!user.error().remedy.isEmpty());
}

void TestJwt::namesTheClockThatIsOff()
{
    const auto ahead = checkIdToken(goodClaims(), expectation(), kNow.addSecs(600));
    QVERIFY(!ahead);
    QVERIFY2(ahead.error().why.contains("10 minute"_L1) && ahead.error().why.contains("ahead"_L1),
             qPrintable(ahead.error().why));
    const auto behind = checkIdToken(goodClaims(), expectation(), kNow.addSecs(-600));
    QVERIFY(!behind);
    QVERIFY2(behind.error().why.contains("10 minute"_L1) && behind.error().why.contains("behind"_L1),
             qPrintable(behind.error().why));
    QVERIFY(behind.error().remedy.contains("time"_L1));
    QVERIFY(!checkIdToken(with("nbf", kNow.toSecsSinceEpoch() + 600), expectation(), kNow));
}

void TestJwt::leewayOfTwoMinutes()
{
    QVERIFY(checkIdToken(goodClaims(), expectation(), kNow.addSecs(-119)));
    QVERIFY(!checkIdToken(goodClaims(), expectation(), kNow.addSecs(-121)));
    QVERIFY(checkIdToken(goodClaims(), expectation(), kNow.addSecs(60 + 119)));
    QVERIFY(!checkIdToken(goodClaims(), expectation(), kNow.addSecs(60 + 121)));
}

void TestJwt::severalAudiencesNeedTheRightParty()
{
    Json claims = with("aud", Json::array({"podium", "services"}));
    QVERIFY(!checkIdToken(claims, expectation(), kNow));
    claims["azp"] = "services";
    QVERIFY(!checkIdToken(claims, expectation(), kNow));
    claims["azp"] = "podium";
    QVERIFY(checkIdToken(claims, expectation(), kNow));
    QVERIFY(checkIdToken(with("aud", Json::array({"podium"})), expectation(), kNow));
}

void TestJwt::refreshNeedsTheSameUserButNoTimes()
{
    IdTokenExpectation expected = expectation();
    expected.nonce.clear();
    expected.subject = u"u-1"_s;
    expected.checkTimes = false;
    QVERIFY(checkIdToken(goodClaims(), expected, kNow.addDays(1)));
    expected.subject = u"u-2"_s;
    QVERIFY(!checkIdToken(goodClaims(), expected, kNow));
}

QTEST_GUILESS_MAIN(TestJwt)
#include "tst_jwt.moc"
