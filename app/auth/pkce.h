// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace podium {

/// 256 random bits from the system's generator in base64url: 43 characters, fit for a verifier, a state or a nonce.
QByteArray randomUrlToken();

/// Proof Key for Code Exchange (RFC 7636), method S256. The verifier stays here; the challenge goes to the issuer.
struct Pkce
{
    QByteArray verifier;
    QByteArray challenge;

    static Pkce generate();
    static QByteArray challengeFor(const QByteArray &verifier);
};

} // namespace podium
