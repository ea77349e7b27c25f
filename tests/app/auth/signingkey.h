// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct evp_pkey_st;

namespace podium {

QByteArray toBase64Url(const QByteArray &bytes);

/// A key pair made at run time that signs JSON Web Tokens as an issuer does.
class SigningKey
{
public:
    static SigningKey rsa(const QString &keyId, int bits = 2048);
    static SigningKey p256(const QString &keyId);

    QString keyId() const { return m_keyId; }
    Json jwk() const; ///< the public half
    QByteArray jwt(const Json &claims, const QString &algorithm) const;
    QByteArray jwt(const Json &header, const Json &claims, const QString &algorithm) const;

private:
    QByteArray sign(const QByteArray &data, const QString &algorithm) const;

    QString m_keyId;
    bool m_isRsa = true;
    std::shared_ptr<evp_pkey_st> m_key;
};

/// { "keys": […] }
QByteArray keySet(const QList<SigningKey> &keys);

} // namespace podium
