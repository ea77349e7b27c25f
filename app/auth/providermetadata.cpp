// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/providermetadata.h"

#include "app/auth/signinerrors.h"
#include "models/core/json.h"
#include "models/domain/environment.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SignIn)
};

QString withoutSlash(QString text)
{
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

} // namespace

bool isSafeIssuer(const QUrl &issuer)
{
    if (issuer.scheme() == "https"_L1)
        return !issuer.host().isEmpty();
    if (issuer.scheme() != "http"_L1)
        return false;
    return issuer.host() == "localhost"_L1 || QHostAddress(issuer.host()).isLoopback();
}

QUrl discoveryUrl(const QUrl &issuer)
{
    QUrl url = issuer;
    url.setQuery(QString());
    url.setFragment(QString());
    url.setPath(withoutSlash(issuer.path()) % u"/.well-known/openid-configuration");
    return url;
}

Result<ProviderMetadata> readProviderMetadata(QByteArrayView body, const QUrl &issuer)
{
    const auto parsed = parseJson(body);
    if (!parsed || !parsed->is_object()) {
        const bool page = body.trimmed().startsWith("<");
        return signinerrors::notAnIssuer(issuer, page ? Text::tr("It sent a web page instead of its sign-in settings.")
                                                      : Text::tr("Its sign-in settings are not valid JSON."));
    }
    const Json &object = *parsed;
    ProviderMetadata metadata;
    metadata.issuer = stringAt(object, "issuer");
    if (metadata.issuer.isEmpty())
        return signinerrors::notAnIssuer(issuer, Text::tr("Its sign-in settings name no issuer."));
    if (withoutSlash(metadata.issuer) != withoutSlash(issuer.toString()))
        return signinerrors::otherIssuer(issuer, metadata.issuer);

    struct Endpoint
    {
        const char *name;
        QUrl *url;
        bool required;
    };
    const Endpoint endpoints[] = {
        {"authorization_endpoint", &metadata.authorization, true},
        {"token_endpoint", &metadata.token, true},
        {"jwks_uri", &metadata.jwks, true},
        {"device_authorization_endpoint", &metadata.deviceAuthorization, false},
        {"end_session_endpoint", &metadata.endSession, false},
    };
    for (const Endpoint &endpoint : endpoints) {
        const QString address = stringAt(object, endpoint.name);
        *endpoint.url = QUrl(address, QUrl::StrictMode);
        if (address.isEmpty() && !endpoint.required)
            continue;
        if (address.isEmpty() || !endpoint.url->isValid())
            return signinerrors::notAnIssuer(
                issuer, Text::tr("Its sign-in settings lack \"%1\".").arg(QLatin1StringView(endpoint.name)));
        if (originOf(*endpoint.url) != originOf(issuer))
            return signinerrors::foreignEndpoint(issuer, QLatin1StringView(endpoint.name), address);
    }
    const Json *named = memberAt(object, "authorization_response_iss_parameter_supported");
    metadata.namesIssuerInAnswer = named && named->is_boolean() && named->get<bool>();
    return metadata;
}

} // namespace podium
