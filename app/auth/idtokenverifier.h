// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/idtoken.h"
#include "app/auth/jwks.h"
#include "app/auth/tokens.h"
#include "app/net/sharedasync.h"

#include <QObject>

namespace podium {

class Clock;
class OidcProvider;

/// What the caller knows of the sign-in that an ID token must belong to.
struct IdTokenContext
{
    QByteArray nonce; ///< empty: none was sent
    QString subject;  ///< empty: any
    bool checkTimes = true;
};

/// Checks ID tokens against the issuer's keys, which it fetches once, and once more for a key it has not seen. UI
/// thread.
class IdTokenVerifier : public QObject
{
    Q_OBJECT
public:
    IdTokenVerifier(OidcProvider &provider, const Clock &clock, QObject *parent = nullptr);

    /// Whom the tokens name. Kind::Protocol when the ID token is missing or cannot be trusted.
    Async<User> verify(const TokenSet &tokens, const IdTokenContext &context);

private:
    Async<Jwks> keys();
    Async<User> verifyAgain(const Jwt &jwt, const IdTokenExpectation &expected);
    Result<User> judge(const Jwt &jwt, Jwks::Verdict verdict, const IdTokenExpectation &expected) const;

    OidcProvider &m_provider;
    const Clock &m_clock;
    SharedAsync<Jwks> m_keys;
};

} // namespace podium
