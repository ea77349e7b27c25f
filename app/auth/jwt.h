// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace podium {

/// Longest token that is looked at.
inline constexpr qsizetype kMaxJwtBytes = 64 * 1024;

/// A JSON Web Token in compact form (RFC 7519, RFC 7515), taken apart and not yet trusted.
struct Jwt
{
    QString algorithm; ///< "alg" of the header
    QString keyId;     ///< "kid", "" where absent
    Json claims;       ///< an object
    QByteArray signedPart;
    QByteArray signature;
};

/// std::nullopt for anything but three strict base64url parts with JSON objects, an algorithm, and no "crit" header
/// (extensions that must be understood: none is). Any bytes, any thread.
std::optional<Jwt> parseJwt(QByteArrayView text);

/// Strict base64url without padding; std::nullopt for any other character.
std::optional<QByteArray> fromBase64Url(QByteArrayView text);

} // namespace podium
