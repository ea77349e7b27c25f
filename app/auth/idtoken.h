// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/jwt.h"
#include "models/core/result.h"
#include "models/domain/session.h"

#include <QDateTime>

#include <chrono>

namespace podium {

/// How far this computer's clock and the issuer's may be apart.
inline constexpr std::chrono::seconds kClockLeeway{120};

/// What the claims of an ID token must say.
struct IdTokenExpectation
{
    QString issuer;
    QString clientId;
    QByteArray nonce;       ///< of the sign-in that asked for it; empty: none was sent
    QString subject;        ///< of the session that is refreshed; empty: any
    bool checkTimes = true; ///< off for a refresh in a running session, where the token only updates the profile
    bool operator==(const IdTokenExpectation &) const = default;
};

/// Who the claims name, after the checks of OpenID Connect Core 3.1.3.7 and 12.2 (without the signature: see Jwks).
/// Kind::Protocol where a claim is wrong, with its own message for a clock that is off. Any thread.
Result<User> checkIdToken(const Json &claims, const IdTokenExpectation &expected, const QDateTime &now);

/// Keycloak's realm roles ("realm_access.roles"); empty where there are none.
QStringList realmRoles(const Json &claims);

} // namespace podium
