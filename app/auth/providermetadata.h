// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"

#include <QByteArrayView>
#include <QString>
#include <QUrl>

namespace podium {

/// What the issuer says about itself (OpenID Connect Discovery 1.0, section 3).
struct ProviderMetadata
{
    QString issuer; ///< as the server spells it: to compare "iss" with
    QUrl authorization;
    QUrl token;
    QUrl jwks;
    QUrl deviceAuthorization;         ///< empty where there is no device grant
    QUrl endSession;                  ///< empty where there is none
    bool namesIssuerInAnswer = false; ///< RFC 9207: every callback carries "iss"
};

/// Whether a sign-in may go to the address: https, or http on this computer.
bool isSafeIssuer(const QUrl &issuer);

/// Where the metadata lies: issuer + /.well-known/openid-configuration.
QUrl discoveryUrl(const QUrl &issuer);

/// The metadata out of the answer's body, or why it is no use: not JSON, another issuer, missing or foreign endpoints.
/// All endpoints must have the issuer's origin, since refresh tokens go there. Any thread.
Result<ProviderMetadata> readProviderMetadata(QByteArrayView body, const QUrl &issuer);

} // namespace podium
