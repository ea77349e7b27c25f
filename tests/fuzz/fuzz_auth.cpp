// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// What strangers may send to the sign-in: any program on this computer to the loopback listener, and the answers of an
// issuer. The first byte chooses the reader.

#include "app/auth/callbackrequest.h"
#include "app/auth/closingpage.h"
#include "app/auth/idtoken.h"
#include "app/auth/jwks.h"
#include "app/auth/providermetadata.h"
#include "app/auth/signinerrors.h"

#include <cstdlib>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

void require(bool good)
{
    if (!good)
        std::abort();
}

void fuzzCallback(QByteArrayView bytes)
{
    const CallbackRequest request = parseCallbackRequest(bytes);
    if (request.status == CallbackRequest::Status::Complete)
        require(request.path.startsWith('/') && bytes.size() > 0);
    const Error error = signinerrors::refusedInBrowser(request.parameters.value(u"error"_s),
                                                       request.parameters.value(u"error_description"_s));
    require(error.why.size() < 400);
    const QByteArray html = ClosingPage::failed(error).toHtml();
    require(html.count('<') == ClosingPage::failed(signinerrors::answerWithoutCode()).toHtml().count('<'));
}

void fuzzJwt(QByteArrayView bytes)
{
    static const Jwks keys =
        Jwks::fromJson(R"({"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
                       R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})")
            .value();
    if (const auto jwt = parseJwt(bytes)) {
        require(keys.verify(*jwt) != Jwks::Verdict::Good);
        (void)checkIdToken(jwt->claims, {u"i"_s, u"c"_s, "n", {}, true},
                           QDateTime::fromSecsSinceEpoch(1700000000, Qt::UTC));
    }
}

void fuzzClaims(QByteArrayView bytes)
{
    if (const auto claims = parseJson(bytes))
        (void)checkIdToken(*claims, {u"i"_s, u"c"_s, {}, {}, true}, QDateTime::fromSecsSinceEpoch(1700000000, Qt::UTC));
}

void fuzzProvider(QByteArrayView bytes)
{
    const QUrl issuer(u"https://sso.example/realms/r"_s);
    if (const auto metadata = readProviderMetadata(bytes, issuer))
        require(metadata->token.host() == issuer.host() && metadata->token.scheme() == "https"_L1);
    (void)Jwks::fromJson(bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(data + 1, static_cast<qsizetype>(size - 1));
    switch (data[0] % 4) {
    case 0:
        fuzzCallback(bytes);
        break;
    case 1:
        fuzzJwt(bytes);
        break;
    case 2:
        fuzzClaims(bytes);
        break;
    default:
        fuzzProvider(bytes);
        break;
    }
    return 0;
}
