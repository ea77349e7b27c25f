// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/jwks.h"

#include <QCoreApplication>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMaxKeys = 64;
constexpr int kMinRsaBits = 2048;
constexpr int kMaxRsaBits = 8192; // larger ones only cost time
constexpr qsizetype kP256Bytes = 32;

template <typename T, void (*Free)(T *)>
struct Freed
{
    void operator()(T *object) const { Free(object); }
};
template <typename T, void (*Free)(T *)>
using Owned = std::unique_ptr<T, Freed<T, Free>>;

using OwnedKey = Owned<EVP_PKEY, EVP_PKEY_free>;
using OwnedKeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using OwnedDigest = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using OwnedNumber = Owned<BIGNUM, BN_free>;
using OwnedBuilder = Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using OwnedParams = Owned<OSSL_PARAM, OSSL_PARAM_free>;
using OwnedEcSignature = Owned<ECDSA_SIG, ECDSA_SIG_free>;

const unsigned char *bytesOf(const QByteArray &data)
{
    return reinterpret_cast<const unsigned char *>(data.constData());
}

std::optional<QByteArray> bytesAt(const Json &object, const char *key)
{
    auto bytes = fromBase64Url(stringAt(object, key).toLatin1());
    return bytes && !bytes->isEmpty() ? bytes : std::nullopt;
}

OwnedNumber numberAt(const Json &object, const char *key)
{
    const auto bytes = bytesAt(object, key);
    if (!bytes || bytes->size() > kMaxRsaBits / 8 + 1)
        return nullptr;
    return OwnedNumber(BN_bin2bn(bytesOf(*bytes), static_cast<int>(bytes->size()), nullptr));
}

OwnedKey keyFrom(const char *type, OSSL_PARAM_BLD *builder)
{
    const OwnedParams params(OSSL_PARAM_BLD_to_param(builder));
    const OwnedKeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return nullptr;
    return OwnedKey(key);
}

OwnedKey rsaKey(const Json &object)
{
    const OwnedNumber modulus = numberAt(object, "n");
    const OwnedNumber exponent = numberAt(object, "e");
    if (!modulus || !exponent || BN_num_bits(modulus.get()) < kMinRsaBits || BN_num_bits(modulus.get()) > kMaxRsaBits ||
        BN_num_bits(exponent.get()) > 64)
        return nullptr;
    const OwnedBuilder builder(OSSL_PARAM_BLD_new());
    if (!builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1)
        return nullptr;
    return keyFrom("RSA", builder.get());
}

OwnedKey p256Key(const Json &object)
{
    const auto x = bytesAt(object, "x");
    const auto y = bytesAt(object, "y");
    if (!x || !y || x->size() != kP256Bytes || y->size() != kP256Bytes)
        return nullptr;
    const QByteArray point = QByteArray(1, '\x04') + *x + *y; // the uncompressed form of SEC 1, 2.3.3
    const OwnedBuilder builder(OSSL_PARAM_BLD_new());
    if (!builder || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                         static_cast<std::size_t>(point.size())) != 1)
        return nullptr;
    return keyFrom("EC", builder.get());
}

const EVP_MD *digestFor(const QString &algorithm)
{
    if (algorithm.endsWith("256"_L1))
        return EVP_sha256();
    return algorithm.endsWith("384"_L1) ? EVP_sha384() : EVP_sha512();
}

/// JWS has r and s one after the other (RFC 7518, 3.4), OpenSSL wants them in DER.
QByteArray derFromRaw(const QByteArray &raw)
{
    if (raw.size() != 2 * kP256Bytes)
        return {};
    const OwnedEcSignature signature(ECDSA_SIG_new());
    OwnedNumber r(BN_bin2bn(bytesOf(raw), kP256Bytes, nullptr));
    OwnedNumber s(BN_bin2bn(bytesOf(raw) + kP256Bytes, kP256Bytes, nullptr));
    if (!signature || !r || !s || ECDSA_SIG_set0(signature.get(), r.get(), s.get()) != 1)
        return {};
    (void)r.release(); // now the signature's
    (void)s.release();
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(signature.get(), &der);
    if (size <= 0)
        return {};
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return bytes;
}

} // namespace

std::optional<Jwk> Jwk::fromJson(const Json &object)
{
    const QString use = stringAt(object, "use");
    if (!use.isEmpty() && use != "sig"_L1)
        return std::nullopt;
    Jwk jwk;
    OwnedKey key;
    const QString type = stringAt(object, "kty");
    if (type == "RSA"_L1) {
        jwk.m_type = Type::Rsa;
        key = rsaKey(object);
    } else if (type == "EC"_L1 && stringAt(object, "crv") == "P-256"_L1) {
        jwk.m_type = Type::EcP256;
        key = p256Key(object);
    }
    if (!key)
        return std::nullopt;
    jwk.m_key = std::shared_ptr<EVP_PKEY>(key.release(), EVP_PKEY_free);
    jwk.m_keyId = stringAt(object, "kid");
    jwk.m_algorithm = stringAt(object, "alg");
    return jwk;
}

bool Jwk::fits(const QString &algorithm) const
{
    if (!m_algorithm.isEmpty() && m_algorithm != algorithm)
        return false;
    return algorithm == "ES256"_L1 ? m_type == Type::EcP256 : m_type == Type::Rsa;
}

bool Jwk::verifies(const Jwt &jwt) const
{
    const QByteArray signature = m_type == Type::EcP256 ? derFromRaw(jwt.signature) : jwt.signature;
    if (signature.isEmpty())
        return false;
    const OwnedDigest context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *keyContext = nullptr; // belongs to context
    if (!context ||
        EVP_DigestVerifyInit(context.get(), &keyContext, digestFor(jwt.algorithm), nullptr, m_key.get()) != 1)
        return false;
    if (jwt.algorithm.startsWith("PS"_L1) &&
        (EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) != 1 ||
         EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST) != 1))
        return false;
    return EVP_DigestVerify(context.get(), bytesOf(signature), static_cast<std::size_t>(signature.size()),
                            bytesOf(jwt.signedPart), static_cast<std::size_t>(jwt.signedPart.size())) == 1;
}

Result<Jwks> Jwks::fromJson(QByteArrayView text)
{
    const auto parsed = parseJson(text);
    const Json *keys = parsed ? memberAt(*parsed, "keys") : nullptr;
    if (!keys || !keys->is_array() || keys->size() > kMaxKeys) {
        Error error;
        error.kind = Error::Kind::Protocol;
        error.what = QCoreApplication::translate("SignIn", "The keys of the sign-in server could not be read.");
        error.why = QCoreApplication::translate("SignIn", "Its answer is not a key set.");
        return error;
    }
    Jwks set;
    for (const Json &object : *keys) {
        if (auto key = Jwk::fromJson(object))
            set.m_keys << std::move(*key);
    }
    return set;
}

Jwks::Verdict Jwks::verify(const Jwt &jwt) const
{
    static const QStringList known{u"RS256"_s, u"RS384"_s, u"RS512"_s, u"PS256"_s, u"ES256"_s};
    if (!known.contains(jwt.algorithm))
        return Verdict::BadAlgorithm;
    bool tried = false;
    for (const Jwk &key : m_keys) {
        if (!key.fits(jwt.algorithm) || (!jwt.keyId.isEmpty() && key.keyId() != jwt.keyId))
            continue;
        tried = true;
        if (key.verifies(jwt))
            return Verdict::Good;
    }
    return tried ? Verdict::BadSignature : Verdict::UnknownKey;
}

} // namespace podium
