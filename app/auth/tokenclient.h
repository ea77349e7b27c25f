// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/pkce.h"
#include "app/auth/providermetadata.h"
#include "app/auth/tokens.h"
#include "models/core/async.h"

#include <QObject>

namespace podium {

class Clock;
class OidcProvider;
struct HttpResponse;

/// The issuer's answer to a device authorization request (RFC 8628, 3.2).
struct DeviceGrant
{
    QByteArray deviceCode; ///< secret between Podium and the issuer
    DeviceCode shown;
    std::chrono::milliseconds interval{5000};
};

/// One poll of a device code (RFC 8628, 3.5).
struct DevicePoll
{
    enum class Answer { Pending, SlowDown, Expired, Denied, Granted };
    Answer answer = Answer::Pending;
    TokenSet tokens; ///< when Granted
};

/// The requests to the token, device and end-session endpoints of the issuer. Keeps nothing. UI thread.
/// A refusal by the issuer is Kind::Unauthorized; failures on the way keep their own kinds.
class TokenClient : public QObject
{
    Q_OBJECT
public:
    TokenClient(OidcProvider &provider, const Clock &clock, QObject *parent = nullptr);

    Async<TokenSet> exchangeCode(const QByteArray &code, const QByteArray &verifier, const QUrl &redirect);
    Async<TokenSet> refresh(const QString &refreshToken);
    Async<DeviceGrant> startDevice(const QByteArray &challenge);
    Async<DevicePoll> pollDevice(const QByteArray &deviceCode, const QByteArray &verifier);
    /// Ends the session at the server, single sign-on included, by the refresh token in a form (Keycloak): an
    /// id_token_hint would put a token into an address.
    Async<Done> endSession(const QString &refreshToken);

private:
    using Form = QList<QPair<QByteArray, QByteArray>>;
    Async<HttpResponse> post(QUrl ProviderMetadata::*endpoint, const Form &form, const QString &label);
    Result<TokenSet> tokensFrom(const HttpResponse &response) const;

    OidcProvider &m_provider;
    const Clock &m_clock;
};

} // namespace podium
