// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/auth/fakeissuer.h"

#include "app/auth/pkce.h"

#include <QNetworkReply>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

FakeAnswer refusal(const char *code, const char *description = "", int status = 400)
{
    return FakeAnswer::json(toBytes({{"error", code}, {"error_description", description}}), status);
}

QString path(const char *name)
{
    return QString::fromLatin1(name);
}

} // namespace

FakeIssuer::FakeIssuer(const Clock &clock, std::unique_ptr<FakeHttpServer> server)
    : m_clock(clock)
    , m_server(std::move(server))
{
    setMetadata(metadata());
    m_server->handle(path(kKeys), [this](const FakeRequest &) { return FakeAnswer::json(keySet({m_key})); });
    m_server->handle(path(kToken), [this](const FakeRequest &request) { return token(request); });
    m_server->handle(path(kDevice), [this](const FakeRequest &request) { return device(request); });
    m_server->handle(path(kLogout), [this](const FakeRequest &request) { return logout(request); });
}

Environment FakeIssuer::environment() const
{
    Environment environment;
    environment.name = u"Test"_s;
    environment.issuer = m_server->url(u"/realms/r"_s);
    environment.clientId = u"podium"_s;
    return environment;
}

Json FakeIssuer::metadata() const
{
    const auto url = [this](const QString &at) { return m_server->url(at).toString().toStdString(); };
    return {{"issuer", url(u"/realms/r"_s)},
            {"authorization_endpoint", url(u"/realms/r/auth"_s)},
            {"token_endpoint", url(path(kToken))},
            {"jwks_uri", url(path(kKeys))},
            {"device_authorization_endpoint", url(path(kDevice))},
            {"end_session_endpoint", url(path(kLogout))},
            {"authorization_response_iss_parameter_supported", true}};
}

void FakeIssuer::setMetadata(const Json &metadata)
{
    m_server->answer(path(kDiscovery), FakeAnswer::json(toBytes(metadata)));
}

SigningKey FakeIssuer::firstKey()
{
    static const SigningKey key = SigningKey::rsa(u"first"_s);
    return key;
}

void FakeIssuer::expect(bool good, const QString &problem)
{
    if (!good)
        m_problems << problem;
}

QString FakeIssuer::secret(const QString &kind)
{
    m_secrets << u"secret-%1-%2"_s.arg(kind).arg(++m_count);
    return m_secrets.last();
}

QUrlQuery FakeIssuer::formOf(const FakeRequest &request)
{
    expect(request.method == "POST", u"not posted: "_s + request.path);
    expect(request.query.isEmpty(), u"parameters in the address: "_s + request.path);
    expect(request.header("content-type") == "application/x-www-form-urlencoded", u"not a form"_s);
    const QUrlQuery form(QString::fromUtf8(request.body));
    expect(form.queryItemValue(u"client_id"_s) == "podium"_L1, u"client_id"_s);
    return form;
}

QUrl FakeIssuer::callbackFor(const QUrl &signInUrl)
{
    const QUrlQuery query(signInUrl);
    const auto value = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    expect(signInUrl.path() == "/realms/r/auth"_L1, u"authorization endpoint"_s);
    expect(value(u"response_type"_s) == "code"_L1, u"response_type"_s);
    expect(value(u"client_id"_s) == "podium"_L1, u"client_id"_s);
    expect(value(u"scope"_s).split(u' ').contains("openid"_L1), u"scope"_s);
    expect(value(u"code_challenge_method"_s) == "S256"_L1, u"code_challenge_method"_s);
    expect(value(u"state"_s).size() >= 32 && value(u"nonce"_s).size() >= 32, u"state or nonce"_s);
    m_challenge = value(u"code_challenge"_s);
    m_redirect = value(u"redirect_uri"_s);
    m_nonce = value(u"nonce"_s);
    m_code = secret(u"code"_s);
    QUrlQuery answer;
    answer.addQueryItem(u"state"_s, value(u"state"_s));
    answer.addQueryItem(u"code"_s, m_code);
    answer.addQueryItem(u"iss"_s, QString::fromLatin1(QUrl::toPercentEncoding(environment().issuer.toString())));
    QUrl url(m_redirect);
    url.setQuery(answer);
    return url;
}

FakeAnswer FakeIssuer::token(const FakeRequest &request)
{
    const QUrlQuery form = formOf(request);
    if (tokenAnswer)
        return *tokenAnswer;
    const QString grant = form.queryItemValue(u"grant_type"_s, QUrl::FullyDecoded);
    if (grant == "authorization_code"_L1)
        return exchange(form);
    if (grant == "refresh_token"_L1)
        return refresh(form);
    return pollDevice(form);
}

FakeAnswer FakeIssuer::exchange(const QUrlQuery &form)
{
    const QString verifier = form.queryItemValue(u"code_verifier"_s);
    m_secrets << verifier;
    if (form.queryItemValue(u"code"_s) != m_code || m_code.isEmpty())
        return refusal("invalid_grant", "Code not valid");
    if (QString::fromLatin1(Pkce::challengeFor(verifier.toLatin1())) != m_challenge)
        return refusal("invalid_grant", "PKCE verification failed");
    if (form.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded) != m_redirect)
        return refusal("invalid_grant", "Incorrect redirect_uri");
    m_code.clear();
    return tokens(m_nonce);
}

FakeAnswer FakeIssuer::refresh(const QUrlQuery &form)
{
    ++m_refreshes;
    if (revoked || form.queryItemValue(u"refresh_token"_s) != m_refreshToken)
        return refusal("invalid_grant", "Session not active");
    return tokens({});
}

FakeAnswer FakeIssuer::device(const FakeRequest &request)
{
    const QUrlQuery form = formOf(request);
    m_challenge = form.queryItemValue(u"code_challenge"_s);
    expect(form.queryItemValue(u"code_challenge_method"_s) == "S256"_L1, u"device PKCE"_s);
    m_deviceCode = secret(u"device"_s);
    const std::string page = m_server->url(u"/realms/r/confirm"_s).toString().toStdString();
    return FakeAnswer::json(toBytes({{"device_code", m_deviceCode.toStdString()},
                                     {"user_code", "ABCD-EFGH"},
                                     {"verification_uri", page},
                                     {"verification_uri_complete", page + "?user_code=ABCD-EFGH"},
                                     {"expires_in", 600},
                                     {"interval", 0.01}}));
}

FakeAnswer FakeIssuer::pollDevice(const QUrlQuery &form)
{
    expect(form.queryItemValue(u"device_code"_s) == m_deviceCode, u"device_code"_s);
    const QString verifier = form.queryItemValue(u"code_verifier"_s);
    expect(QString::fromLatin1(Pkce::challengeFor(verifier.toLatin1())) == m_challenge, u"device verifier"_s);
    if (!devicePolls.isEmpty())
        return refusal(devicePolls.takeFirst().toLatin1().constData());
    return tokens({});
}

FakeAnswer FakeIssuer::logout(const FakeRequest &request)
{
    const QUrlQuery form = formOf(request);
    if (form.queryItemValue(u"refresh_token"_s) != m_refreshToken)
        return refusal("invalid_grant");
    revoked = true;
    return {204, {}, {}};
}

FakeAnswer FakeIssuer::tokens(const QString &nonce)
{
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    Json claims{{"iss", environment().issuer.toString().toStdString()},
                {"aud", "podium"},
                {"sub", subject.toStdString()},
                {"iat", now},
                {"exp", now + lifetime},
                {"preferred_username", "olga"},
                {"name", "Olga Operator"}};
    if (!nonce.isEmpty())
        claims["nonce"] = nonce.toStdString();
    if (editClaims)
        editClaims(claims);
    m_refreshToken = secret(u"refresh"_s);
    const QByteArray idToken = makeToken ? makeToken(claims) : m_key.jwt(claims, u"RS256"_s);
    m_secrets << QString::fromLatin1(idToken);
    Json answer{{"access_token", secret(u"access"_s).toStdString()},
                {"token_type", "Bearer"},
                {"expires_in", lifetime},
                {"refresh_token", m_refreshToken.toStdString()}};
    if (!idToken.isEmpty())
        answer["id_token"] = idToken.toStdString();
    return FakeAnswer::json(toBytes(answer));
}

BrowserOpener FakeBrowser::opener()
{
    return [this](const QUrl &url) {
        signInUrl = url;
        if (!starts || !answers)
            return starts;
        callback = m_issuer.callbackFor(url);
        QUrlQuery query(callback);
        if (edit)
            edit(query);
        callback.setQuery(query);
        QMetaObject::invokeMethod(
            this, [this] { get(callback); }, Qt::QueuedConnection);
        return true;
    };
}

void FakeBrowser::get(const QUrl &url)
{
    QNetworkReply *reply = m_network.get(QNetworkRequest(url));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        page = QString::fromUtf8(reply->readAll());
        status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        ++pages;
        reply->deleteLater();
        Q_EMIT arrived();
    });
}

} // namespace podium
