// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/idtokenverifier.h"

#include "app/auth/oidcprovider.h"
#include "app/auth/signinerrors.h"
#include "models/core/clock.h"
#include "models/core/logging.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SignIn)
};

/// Keycloak leaves the roles out of the ID token unless its realm says otherwise; the access token, which came over the
/// same connection, has them. They only decide what Podium offers: the services decide what is allowed.
void addRoles(User &user, const TokenSet &tokens)
{
    if (!user.roles.isEmpty())
        return;
    if (const auto access = parseJwt(tokens.accessToken.toLatin1()))
        user.roles = realmRoles(access->claims);
}

} // namespace

IdTokenVerifier::IdTokenVerifier(OidcProvider &provider, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_clock(clock)
{
}

Async<User> IdTokenVerifier::verify(const TokenSet &tokens, const IdTokenContext &context)
{
    const auto jwt = parseJwt(tokens.idToken.toLatin1());
    if (!jwt) {
        return ready<User>(signinerrors::badIdToken(tokens.idToken.isEmpty() ? Text::tr("it is missing.")
                                                                             : Text::tr("it is not readable.")));
    }
    const auto withMetadata = [this, jwt = *jwt, context](const ProviderMetadata &metadata) {
        const IdTokenExpectation expected{metadata.issuer, m_provider.clientId(), context.nonce, context.subject,
                                          context.checkTimes};
        return chain<User>(this, keys(), [this, jwt, expected](const Jwks &keys) {
            const auto verdict = keys.verify(jwt);
            if (verdict == Jwks::Verdict::UnknownKey)
                return verifyAgain(jwt, expected);
            return ready<User>(judge(jwt, verdict, expected));
        });
    };
    return chain<User>(this, chain<User>(this, m_provider.metadata(), withMetadata), [tokens](User user) {
        addRoles(user, tokens);
        return ready<User>(std::move(user));
    });
}

Async<User> IdTokenVerifier::verifyAgain(const Jwt &jwt, const IdTokenExpectation &expected)
{
    qCInfo(logAuth) << "The ID token is signed with a new key: reading the keys again";
    m_keys.forget();
    return chain<User>(this, keys(), [this, jwt, expected](const Jwks &keys) {
        return ready<User>(judge(jwt, keys.verify(jwt), expected));
    });
}

Result<User> IdTokenVerifier::judge(const Jwt &jwt, Jwks::Verdict verdict, const IdTokenExpectation &expected) const
{
    switch (verdict) {
    case Jwks::Verdict::Good:
        return checkIdToken(jwt.claims, expected, m_clock.now());
    case Jwks::Verdict::UnknownKey:
        return signinerrors::badIdToken(Text::tr("it is signed with a key that the server does not publish."));
    case Jwks::Verdict::BadAlgorithm:
        return signinerrors::badIdToken(Text::tr("its kind of signature is not accepted."));
    case Jwks::Verdict::BadSignature:
        break;
    }
    return signinerrors::badIdToken(Text::tr("its signature is wrong."));
}

Async<Jwks> IdTokenVerifier::keys()
{
    const auto read = [this](const HttpResponse &response) {
        if (!response.isSuccess())
            return ready<Jwks>(signinerrors::serverFailed(m_provider.issuer(), response.status));
        return ready<Jwks>(Jwks::fromJson(response.body));
    };
    const auto fetch = [this, read](const ProviderMetadata &metadata) {
        return chain<Jwks>(this, m_provider.get(metadata.jwks, u"keys"_s), read);
    };
    return m_keys.ask(this, [this, fetch] { return chain<Jwks>(this, m_provider.metadata(), fetch); });
}

} // namespace podium
