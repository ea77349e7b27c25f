// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/jwt.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

std::optional<Json> objectFrom(QByteArrayView part)
{
    const auto bytes = fromBase64Url(part);
    if (!bytes)
        return std::nullopt;
    auto parsed = parseJson(*bytes);
    if (!parsed || !parsed->is_object())
        return std::nullopt;
    return std::move(parsed).value();
}

} // namespace

std::optional<QByteArray> fromBase64Url(QByteArrayView text)
{
    auto decoded = QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::Base64UrlEncoding |
                                                                          QByteArray::OmitTrailingEquals |
                                                                          QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    return std::move(decoded.decoded);
}

std::optional<Jwt> parseJwt(QByteArrayView text)
{
    if (text.size() > kMaxJwtBytes)
        return std::nullopt;
    const qsizetype first = text.indexOf('.');
    const qsizetype second = first < 0 ? -1 : text.indexOf('.', first + 1);
    if (second < 0 || text.indexOf('.', second + 1) >= 0)
        return std::nullopt;

    const auto header = objectFrom(text.first(first));
    auto claims = objectFrom(text.sliced(first + 1, second - first - 1));
    auto signature = fromBase64Url(text.sliced(second + 1));
    if (!header || !claims || !signature || memberAt(*header, "crit"))
        return std::nullopt;

    Jwt jwt;
    jwt.algorithm = stringAt(*header, "alg");
    if (jwt.algorithm.isEmpty())
        return std::nullopt;
    jwt.keyId = stringAt(*header, "kid");
    jwt.claims = std::move(*claims);
    jwt.signedPart = text.first(second).toByteArray();
    jwt.signature = std::move(*signature);
    return jwt;
}

} // namespace podium
