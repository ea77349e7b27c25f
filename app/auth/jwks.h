// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/jwt.h"
#include "models/core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

struct evp_pkey_st; // EVP_PKEY of OpenSSL

namespace podium {

/// A public key of the issuer (RFC 7517) that can check signatures.
class Jwk
{
public:
    /// Keys of other kinds, private keys, keys for encryption and RSA keys under 2048 bits give std::nullopt.
    static std::optional<Jwk> fromJson(const Json &object);

    QString keyId() const { return m_keyId; }
    /// Whether the key is made for the algorithm; the rest is never tried.
    bool fits(const QString &algorithm) const;
    bool verifies(const Jwt &jwt) const;

private:
    enum class Type { Rsa, EcP256 };
    Jwk() = default;

    Type m_type = Type::Rsa;
    QString m_keyId;
    QString m_algorithm; ///< the only one the key may be used with; "" for any that fits
    std::shared_ptr<evp_pkey_st> m_key;
};

/// The issuer's key set. Value type, any thread.
class Jwks
{
public:
    enum class Verdict {
        Good,
        UnknownKey, ///< no key of that id: the issuer may have changed its keys
        BadSignature,
        BadAlgorithm, ///< "none", a shared-secret algorithm, or one that Podium does not know
    };

    Jwks() = default;
    /// Kind::Protocol when the text is no key set. Keys that cannot be used are left out.
    static Result<Jwks> fromJson(QByteArrayView text);

    /// By RS256, RS384, RS512, PS256 or ES256 (RFC 7518); everything else is refused. A token without a key id is
    /// checked against every key that fits.
    Verdict verify(const Jwt &jwt) const;
    bool isEmpty() const { return m_keys.isEmpty(); }

private:
    QList<Jwk> m_keys;
};

} // namespace podium
