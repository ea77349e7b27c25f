// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/auth/signingkey.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

std::string number(EVP_PKEY *key, const char *name, int bytes = 0)
{
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(key, name, &value);
    QByteArray data(bytes > 0 ? bytes : BN_num_bytes(value), '\0');
    BN_bn2binpad(value, reinterpret_cast<unsigned char *>(data.data()), static_cast<int>(data.size()));
    BN_free(value);
    return toBase64Url(data).toStdString();
}

QByteArray rawFromDer(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    ECDSA_SIG *signature = d2i_ECDSA_SIG(nullptr, &bytes, der.size());
    QByteArray raw(64, '\0');
    auto *out = reinterpret_cast<unsigned char *>(raw.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(signature), out, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature), out + 32, 32);
    ECDSA_SIG_free(signature);
    return raw;
}

} // namespace

QByteArray toBase64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

SigningKey SigningKey::rsa(const QString &keyId, int bits)
{
    SigningKey key;
    key.m_keyId = keyId;
    key.m_key.reset(EVP_RSA_gen(static_cast<unsigned int>(bits)), EVP_PKEY_free);
    return key;
}

SigningKey SigningKey::p256(const QString &keyId)
{
    SigningKey key;
    key.m_keyId = keyId;
    key.m_isRsa = false;
    key.m_key.reset(EVP_EC_gen("prime256v1"), EVP_PKEY_free);
    return key;
}

Json SigningKey::jwk() const
{
    EVP_PKEY *key = m_key.get();
    Json object{{"kid", m_keyId.toStdString()}, {"use", "sig"}};
    if (m_isRsa) {
        object["kty"] = "RSA";
        object["n"] = number(key, OSSL_PKEY_PARAM_RSA_N);
        object["e"] = number(key, OSSL_PKEY_PARAM_RSA_E);
    } else {
        object["kty"] = "EC";
        object["crv"] = "P-256";
        object["x"] = number(key, OSSL_PKEY_PARAM_EC_PUB_X, 32);
        object["y"] = number(key, OSSL_PKEY_PARAM_EC_PUB_Y, 32);
    }
    return object;
}

QByteArray SigningKey::jwt(const Json &claims, const QString &algorithm) const
{
    return jwt({{"alg", algorithm.toStdString()}, {"typ", "JWT"}, {"kid", m_keyId.toStdString()}}, claims, algorithm);
}

QByteArray SigningKey::jwt(const Json &header, const Json &claims, const QString &algorithm) const
{
    const QByteArray data = toBase64Url(toBytes(header)) + '.' + toBase64Url(toBytes(claims));
    return data + '.' + toBase64Url(sign(data, algorithm));
}

QByteArray SigningKey::sign(const QByteArray &data, const QString &algorithm) const
{
    const EVP_MD *digest = algorithm.endsWith("512"_L1)   ? EVP_sha512()
                           : algorithm.endsWith("384"_L1) ? EVP_sha384()
                                                          : EVP_sha256();
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_PKEY_CTX *keyContext = nullptr;
    EVP_DigestSignInit(context.get(), &keyContext, digest, nullptr, m_key.get());
    if (algorithm.startsWith("PS"_L1)) {
        EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST);
    }
    const auto *bytes = reinterpret_cast<const unsigned char *>(data.constData());
    std::size_t size = 0;
    EVP_DigestSign(context.get(), nullptr, &size, bytes, static_cast<std::size_t>(data.size()));
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytes,
                   static_cast<std::size_t>(data.size()));
    signature.resize(static_cast<qsizetype>(size));
    return m_isRsa ? signature : rawFromDer(signature);
}

QByteArray keySet(const QList<SigningKey> &keys)
{
    Json list = Json::array();
    for (const SigningKey &key : keys)
        list.push_back(key.jwk());
    return toBytes({{"keys", list}});
}

} // namespace podium
