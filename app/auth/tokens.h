// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/session.h"

#include <QDateTime>
#include <QString>

namespace podium {

/// What a token endpoint gave. Lives in memory only; the refresh token also in the keychain. Never logged.
struct TokenSet
{
    QString accessToken;
    QString refreshToken; ///< "" where the issuer gives none
    QString idToken;      ///< "" where the issuer gives none (it may leave it out of a refresh)
    QDateTime expiresAt;  ///< of the access token, UTC, by this computer's clock
    qint64 lifetimeMs = 0;
};

/// The end of every way to sign in: tokens, and whom their verified ID token names.
struct SignedIn
{
    TokenSet tokens;
    User user;
};

} // namespace podium
