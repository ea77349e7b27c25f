// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/hub/hubauth.h"

#include "app/auth/jwt.h"
#include "app/auth/signinerrors.h"
#include "app/hub/hubaddress.h"
#include "app/net/httperror.h"
#include "app/net/jsonvalues.h"
#include "models/core/clock.h"

#include <QUrlQuery>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxAnswerBytes = 256 << 10;

const QString kKinds[] = {QString(), u"guest"_s, u"token"_s, u"oauth"_s};

/// A hub without this way to sign in answers 404; one that does not want this user, 400 to 403.
Error refusal(const HttpRequest &request, const HttpResponse &response)
{
    Error error = errorFromStatus(request, response);
    if (response.status == 400 || response.status == 401 || response.status == 403)
        error.kind = Error::Kind::Unauthorized;
    const auto parsed = parseJson(response.body);
    const QString description = parsed ? stringAt(*parsed, "error_description") : QString();
    if (!description.isEmpty())
        error.why = signinerrors::shown(description);
    error.details.clear(); // an answer of a sign-in server is shown nowhere as a whole
    return error;
}

} // namespace

QString HubCredential::toText() const
{
    const Json object{{"kind", kKinds[static_cast<int>(kind)].toStdString()},
                      {"token", token.toStdString()},
                      {"clientId", client.id.toStdString()},
                      {"clientSecret", client.secret.toStdString()}};
    return QString::fromUtf8(toBytes(object));
}

HubCredential HubCredential::fromText(const QString &text)
{
    const auto parsed = parseJson(text.toUtf8());
    if (!parsed)
        return {};
    HubCredential credential;
    const QString kind = stringAt(*parsed, "kind");
    if (kind == kKinds[static_cast<int>(Kind::Token)])
        credential.kind = Kind::Token;
    else if (kind == kKinds[static_cast<int>(Kind::OAuth)])
        credential.kind = Kind::OAuth;
    credential.token = stringAt(*parsed, "token");
    credential.client = {stringAt(*parsed, "clientId"), stringAt(*parsed, "clientSecret")};
    return credential.token.isEmpty() ? HubCredential() : credential;
}

std::optional<HubIdentity> identityOf(const QString &token, const QDateTime &now)
{
    const auto jwt = parseJwt(token.toLatin1());
    if (!jwt)
        return std::nullopt;
    HubIdentity identity;
    identity.user = stringAt(jwt->claims, "sub");
    const auto expires = integerAt(jwt->claims, "exp");
    if (identity.user.isEmpty() || !expires || *expires > 253'402'300'799)
        return std::nullopt;
    identity.tokens.accessToken = token;
    identity.tokens.expiresAt = QDateTime::fromSecsSinceEpoch(*expires, Qt::UTC);
    identity.tokens.lifetimeMs = qMax<qint64>(0, now.msecsTo(identity.tokens.expiresAt));
    return identity;
}

HubAuth::HubAuth(HttpClient &http, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
{
}

Async<HubIdentity> HubAuth::guest()
{
    HttpRequest request;
    request.url = hubApi(hub(), {u"auth"_s, u"guest"_s, u"refresh"_s});
    request.withToken = false;
    request.maxBytes = kMaxAnswerBytes;
    request.label = u"hub guest"_s;
    request.what = tr("The hub could not be entered as a guest.");
    return chain<HubIdentity>(this, m_http.send(request), [this, request](const HttpResponse &response) {
        if (!response.isSuccess())
            return ready<HubIdentity>(refusal(request, response));
        const auto parsed = parseJson(response.body);
        const Json *backstage = parsed ? memberAt(*parsed, "backstageIdentity") : nullptr;
        const auto identity = backstage ? identityOf(stringAt(*backstage, "token"), m_clock.now()) : std::nullopt;
        return ready<HubIdentity>(identity ? Result<HubIdentity>(*identity)
                                           : unexpectedAnswerError(request, response, u"no identity"_s));
    });
}

HttpRequest HubAuth::post(const QString &name, const Form &form, const QString &what) const
{
    HttpRequest request;
    request.verb = "POST";
    request.url = hubApi(hub(), {u"auth"_s, u"v1"_s, name});
    request.contentType = "application/json"; // the hub's token endpoint reads no form
    Json body = Json::object();
    for (const auto &[key, value] : form) {
        if (!value.isEmpty())
            body[key] = value.toStdString();
    }
    request.body = toBytes(body);
    request.withToken = false;
    request.once = true; // a code that comes twice is refused
    request.maxBytes = kMaxAnswerBytes;
    request.label = u"hub "_s % name;
    request.what = what;
    return request;
}

Async<HubClient> HubAuth::registerClient(const QUrl &redirect)
{
    HttpRequest request = post(u"register"_s, {}, tr("The sign-in at the hub could not begin."));
    request.body = toBytes(Json{{"client_name", "Podium"},
                                {"redirect_uris", {redirect.toString(QUrl::FullyEncoded).toStdString()}},
                                {"response_types", {"code"}},
                                {"grant_types", {"authorization_code", "refresh_token"}},
                                {"token_endpoint_auth_method", "client_secret_post"}});
    return chain<HubClient>(this, m_http.send(request), [request](const HttpResponse &response) {
        if (!response.isSuccess()) {
            Error error = refusal(request, response);
            if (error.kind == Error::Kind::NotFound) {
                error.why = tr("This hub registers no programs by themselves.");
                error.remedy = tr("Copy a user token from the hub and use it here, or ask its administrator to allow "
                                  "dynamic client registration for http://127.0.0.1.");
            }
            return ready<HubClient>(error);
        }
        const auto parsed = parseJson(response.body);
        const HubClient client =
            parsed ? HubClient{stringAt(*parsed, "client_id"), stringAt(*parsed, "client_secret")} : HubClient();
        return ready<HubClient>(client.id.isEmpty() ? unexpectedAnswerError(request, response, u"no client"_s)
                                                    : Result<HubClient>(client));
    });
}

QUrl HubAuth::authorizationUrl(const HubClient &client, const QUrl &redirect, const QByteArray &state,
                               const QByteArray &challenge) const
{
    QUrlQuery query;
    const auto add = [&query](const QString &name, const QString &value) {
        query.addQueryItem(name, QString::fromLatin1(value.toUtf8().toPercentEncoding()));
    };
    add(u"response_type"_s, u"code"_s);
    add(u"client_id"_s, client.id);
    add(u"redirect_uri"_s, redirect.toString());
    add(u"scope"_s, u"openid offline_access"_s);
    add(u"state"_s, QString::fromLatin1(state));
    add(u"code_challenge"_s, QString::fromLatin1(challenge));
    add(u"code_challenge_method"_s, u"S256"_s);
    QUrl url = hubApi(hub(), {u"auth"_s, u"v1"_s, u"authorize"_s});
    url.setQuery(query.query(QUrl::FullyEncoded), QUrl::StrictMode);
    return url;
}

Async<HubIdentity> HubAuth::tokens(const HttpRequest &request, const QString &refreshToken)
{
    return chain<HubIdentity>(this, m_http.send(request), [this, request, refreshToken](const HttpResponse &response) {
        if (!response.isSuccess())
            return ready<HubIdentity>(refusal(request, response));
        const auto parsed = parseJson(response.body);
        auto identity = parsed ? identityOf(stringAt(*parsed, "access_token"), m_clock.now()) : std::nullopt;
        if (!identity)
            return ready<HubIdentity>(unexpectedAnswerError(request, response, u"no token"_s));
        const QString renewed = stringAt(*parsed, "refresh_token");
        identity->tokens.refreshToken = renewed.isEmpty() ? refreshToken : renewed; // without rotation it goes on
        return ready<HubIdentity>(*identity);
    });
}

Async<HubIdentity> HubAuth::exchange(const HubClient &client, const QString &code, const QByteArray &verifier,
                                     const QUrl &redirect)
{
    return tokens(post(u"token"_s,
                       {{"grant_type", u"authorization_code"_s},
                        {"client_id", client.id},
                        {"client_secret", client.secret},
                        {"code", code},
                        {"code_verifier", QString::fromLatin1(verifier)},
                        {"redirect_uri", redirect.toString(QUrl::FullyEncoded)}},
                       tr("The sign-in at the hub failed.")),
                  {});
}

Async<HubIdentity> HubAuth::refresh(const HubClient &client, const QString &refreshToken)
{
    return tokens(post(u"token"_s,
                       {{"grant_type", u"refresh_token"_s},
                        {"client_id", client.id},
                        {"client_secret", client.secret},
                        {"refresh_token", refreshToken}},
                       tr("The sign-in at the hub could not be renewed.")),
                  refreshToken);
}

Async<Done> HubAuth::revoke(const HubClient &client, const QString &refreshToken)
{
    const HttpRequest request =
        post(u"revoke"_s, {{"token", refreshToken}, {"client_id", client.id}, {"client_secret", client.secret}},
             tr("The hub did not end the sign-in."));
    return chain<Done>(this, m_http.send(request), [request](const HttpResponse &response) {
        return ready<Done>(response.isSuccess() ? Result<Done>(Done{}) : refusal(request, response));
    });
}

} // namespace podium
