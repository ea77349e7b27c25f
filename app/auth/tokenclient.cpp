// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/tokenclient.h"

#include "app/auth/oidcprovider.h"
#include "app/auth/signinerrors.h"
#include "models/core/clock.h"
#include "models/core/json.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxTokenChars = 32 * 1024;
constexpr auto kDefaultLifetime = std::chrono::seconds(60); // where the answer does not say
constexpr auto kMostSeconds = 10.0 * 365 * 86400;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SignIn)
};

/// Visible ASCII only (RFC 6749, appendix A): a token becomes part of a header.
bool isToken(const QString &text)
{
    return text.size() <= kMaxTokenChars &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

/// Keycloak writes numbers, other servers strings.
std::optional<std::chrono::milliseconds> secondsAt(const Json &object, const char *name)
{
    const Json *member = memberAt(object, name);
    if (!member)
        return std::nullopt;
    const double seconds = member->is_number() ? member->get<double>() : toQString(*member).toDouble();
    if (!(seconds > 0))
        return std::nullopt;
    return std::chrono::milliseconds(static_cast<qint64>(qMin(seconds, kMostSeconds) * 1000));
}

QString errorCodeOf(const HttpResponse &response)
{
    const auto parsed = parseJson(response.body);
    return parsed ? stringAt(*parsed, "error") : QString();
}

Error refusalFrom(const HttpResponse &response, const QUrl &issuer)
{
    const auto parsed = parseJson(response.body);
    const QString code = parsed ? stringAt(*parsed, "error") : QString();
    const bool busy = response.status == 429 || code == "temporarily_unavailable"_L1 || code == "server_error"_L1;
    if (response.status >= 500 || busy)
        return signinerrors::serverFailed(issuer, response.status);
    if (code.isEmpty())
        return signinerrors::badTokenAnswer(Text::tr("The sign-in server answered with HTTP %1.").arg(response.status));
    return signinerrors::refused(code, stringAt(*parsed, "error_description"), response.status);
}

Result<DeviceGrant> deviceGrantFrom(const HttpResponse &response, const QUrl &issuer, const QDateTime &now)
{
    if (!response.isSuccess())
        return refusalFrom(response, issuer);
    const auto parsed = parseJson(response.body);
    const Json object = parsed ? *parsed : Json();
    DeviceGrant grant;
    grant.deviceCode = stringAt(object, "device_code").toUtf8();
    grant.shown.userCode = stringAt(object, "user_code");
    grant.shown.verificationUri = QUrl(stringAt(object, "verification_uri"), QUrl::StrictMode);
    grant.shown.verificationUriComplete = QUrl(stringAt(object, "verification_uri_complete"), QUrl::StrictMode);
    if (grant.deviceCode.isEmpty() || grant.shown.userCode.isEmpty() || !isSafeIssuer(grant.shown.verificationUri))
        return signinerrors::badTokenAnswer(Text::tr("The sign-in server's answer holds no usable device code."));
    if (!isSafeIssuer(grant.shown.verificationUriComplete))
        grant.shown.verificationUriComplete.clear();
    grant.shown.expiresAt = now.addMSecs(secondsAt(object, "expires_in").value_or(std::chrono::minutes(5)).count());
    grant.interval = secondsAt(object, "interval").value_or(std::chrono::seconds(5));
    return grant;
}

} // namespace

TokenClient::TokenClient(OidcProvider &provider, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_clock(clock)
{
}

Async<HttpResponse> TokenClient::post(QUrl ProviderMetadata::*endpoint, const Form &form, const QString &label)
{
    return chain<HttpResponse>(this, m_provider.metadata(),
                               [this, endpoint, form, label](const ProviderMetadata &metadata) {
                                   const Form withClient = Form{{"client_id", m_provider.clientId().toUtf8()}} + form;
                                   return m_provider.post(metadata.*endpoint, withClient, label);
                               });
}

Async<TokenSet> TokenClient::exchangeCode(const QByteArray &code, const QByteArray &verifier, const QUrl &redirect)
{
    const Form form{{"grant_type", "authorization_code"},
                    {"code", code},
                    {"code_verifier", verifier},
                    {"redirect_uri", redirect.toEncoded()}};
    return chain<TokenSet>(this, post(&ProviderMetadata::token, form, u"token"_s),
                           [this](const HttpResponse &response) { return ready<TokenSet>(tokensFrom(response)); });
}

Async<TokenSet> TokenClient::refresh(const QString &refreshToken)
{
    const Form form{{"grant_type", "refresh_token"}, {"refresh_token", refreshToken.toUtf8()}};
    return chain<TokenSet>(this, post(&ProviderMetadata::token, form, u"refresh"_s),
                           [this, refreshToken](const HttpResponse &response) {
                               auto tokens = tokensFrom(response);
                               // Without rotation the old one goes on.
                               if (tokens && tokens->refreshToken.isEmpty())
                                   tokens->refreshToken = refreshToken;
                               return ready<TokenSet>(std::move(tokens));
                           });
}

Async<DeviceGrant> TokenClient::startDevice(const QByteArray &challenge)
{
    return chain<DeviceGrant>(this, m_provider.metadata(), [this, challenge](const ProviderMetadata &metadata) {
        if (metadata.deviceAuthorization.isEmpty())
            return ready<DeviceGrant>(signinerrors::deviceUnsupported(m_provider.issuer()));
        const Form form{
            {"scope", m_provider.scope().toUtf8()}, {"code_challenge", challenge}, {"code_challenge_method", "S256"}};
        return chain<DeviceGrant>(this, post(&ProviderMetadata::deviceAuthorization, form, u"device"_s),
                                  [this](const HttpResponse &response) {
                                      return ready<DeviceGrant>(
                                          deviceGrantFrom(response, m_provider.issuer(), m_clock.now()));
                                  });
    });
}

Async<DevicePoll> TokenClient::pollDevice(const QByteArray &deviceCode, const QByteArray &verifier)
{
    const Form form{{"grant_type", "urn:ietf:params:oauth:grant-type:device_code"},
                    {"device_code", deviceCode},
                    {"code_verifier", verifier}};
    return chain<DevicePoll>(this, post(&ProviderMetadata::token, form, u"device poll"_s),
                             [this](const HttpResponse &response) {
                                 const QString code = response.isSuccess() ? QString() : errorCodeOf(response);
                                 if (code == "authorization_pending"_L1)
                                     return ready<DevicePoll>(DevicePoll{DevicePoll::Answer::Pending, {}});
                                 if (code == "slow_down"_L1)
                                     return ready<DevicePoll>(DevicePoll{DevicePoll::Answer::SlowDown, {}});
                                 if (code == "expired_token"_L1)
                                     return ready<DevicePoll>(DevicePoll{DevicePoll::Answer::Expired, {}});
                                 if (code == "access_denied"_L1)
                                     return ready<DevicePoll>(DevicePoll{DevicePoll::Answer::Denied, {}});
                                 auto tokens = tokensFrom(response);
                                 if (!tokens)
                                     return ready<DevicePoll>(tokens.error());
                                 return ready<DevicePoll>(DevicePoll{DevicePoll::Answer::Granted, std::move(*tokens)});
                             });
}

Async<Done> TokenClient::endSession(const QString &refreshToken)
{
    return chain<Done>(this, m_provider.metadata(), [this, refreshToken](const ProviderMetadata &metadata) {
        const QUrl &issuer = m_provider.issuer();
        if (metadata.endSession.isEmpty())
            return ready<Done>(signinerrors::noSignOut(issuer, Text::tr("The server offers no sign-out.")));
        return chain<Done>(
            this, post(&ProviderMetadata::endSession, {{"refresh_token", refreshToken.toUtf8()}}, u"sign-out"_s),
            [issuer](const HttpResponse &response) {
                // Refused as invalid: the session had ended already.
                if (response.isSuccess() || errorCodeOf(response) == "invalid_grant"_L1)
                    return ready<Done>(Done{});
                return ready<Done>(signinerrors::noSignOut(
                    issuer, Text::tr("The server answered with HTTP %1.").arg(response.status)));
            });
    });
}

Result<TokenSet> TokenClient::tokensFrom(const HttpResponse &response) const
{
    if (!response.isSuccess())
        return refusalFrom(response, m_provider.issuer());
    const auto parsed = parseJson(response.body);
    if (!parsed || !parsed->is_object())
        return signinerrors::badTokenAnswer(Text::tr("The sign-in server's answer holds no tokens."));
    TokenSet tokens;
    tokens.accessToken = stringAt(*parsed, "access_token");
    tokens.refreshToken = stringAt(*parsed, "refresh_token");
    tokens.idToken = stringAt(*parsed, "id_token");
    const bool bearer = stringAt(*parsed, "token_type").compare("bearer"_L1, Qt::CaseInsensitive) == 0;
    if (tokens.accessToken.isEmpty() || !bearer || !isToken(tokens.accessToken) || !isToken(tokens.refreshToken) ||
        !isToken(tokens.idToken))
        return signinerrors::badTokenAnswer(Text::tr("The sign-in server's answer holds no usable tokens."));
    const auto lifetime = secondsAt(*parsed, "expires_in").value_or(kDefaultLifetime);
    tokens.lifetimeMs = lifetime.count();
    tokens.expiresAt = m_clock.now().addMSecs(tokens.lifetimeMs);
    return tokens;
}

} // namespace podium
