// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/idtoken.h"

#include "app/auth/signinerrors.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SignIn)
};

/// Seconds since 1970; std::nullopt where absent or not a sensible number.
std::optional<qint64> timeAt(const Json &claims, const char *name)
{
    const Json *member = memberAt(claims, name);
    if (!member || !member->is_number())
        return std::nullopt;
    const auto seconds = member->get<double>();
    if (!(seconds >= 0 && seconds < 1e11))
        return std::nullopt;
    return static_cast<qint64>(seconds);
}

bool hasAudience(const Json &claims, const QString &clientId)
{
    const Json *audience = memberAt(claims, "aud");
    if (!audience)
        return false;
    if (!audience->is_array())
        return toQString(*audience) == clientId;
    const bool listed =
        std::any_of(audience->begin(), audience->end(), [&](const Json &item) { return toQString(item) == clientId; });
    return listed && (audience->size() == 1 || stringAt(claims, "azp") == clientId);
}

std::optional<Error> timeProblem(const Json &claims, const QDateTime &now)
{
    const auto expires = timeAt(claims, "exp");
    const auto issued = timeAt(claims, "iat");
    if (!expires || !issued)
        return signinerrors::badIdToken(Text::tr("it does not say how long it is valid."));
    const qint64 seconds = now.toSecsSinceEpoch();
    const qint64 leeway = kClockLeeway.count();
    // It was issued a moment ago: the distance to now is how far the clocks are apart.
    const bool early = *issued > seconds + leeway || timeAt(claims, "nbf").value_or(0) > seconds + leeway;
    const bool late = *expires < seconds - leeway;
    if (early || late)
        return signinerrors::clockOff(std::chrono::seconds(seconds - *issued));
    return std::nullopt;
}

User userFrom(const Json &claims)
{
    User user;
    user.id = stringAt(claims, "sub");
    user.username = stringAt(claims, "preferred_username");
    if (user.username.isEmpty())
        user.username = user.id;
    user.displayName = stringAt(claims, "name");
    if (user.displayName.isEmpty())
        user.displayName = user.username;
    user.email = stringAt(claims, "email");
    user.roles = realmRoles(claims);
    return user;
}

} // namespace

QStringList realmRoles(const Json &claims)
{
    QStringList roles;
    const Json *access = memberAt(claims, "realm_access");
    const Json *list = access ? memberAt(*access, "roles") : nullptr;
    if (list && list->is_array()) {
        for (const Json &role : *list) {
            if (role.is_string())
                roles << toQString(role);
        }
    }
    return roles;
}

Result<User> checkIdToken(const Json &claims, const IdTokenExpectation &expected, const QDateTime &now)
{
    using signinerrors::badIdToken;
    if (stringAt(claims, "iss") != expected.issuer)
        return badIdToken(Text::tr("another server issued it."));
    if (!hasAudience(claims, expected.clientId))
        return badIdToken(Text::tr("it was issued for another program."));
    const QString authorized = stringAt(claims, "azp");
    if (!authorized.isEmpty() && authorized != expected.clientId)
        return badIdToken(Text::tr("it was issued for another program."));
    if (stringAt(claims, "sub").isEmpty())
        return badIdToken(Text::tr("it names nobody."));
    if (!expected.subject.isEmpty() && stringAt(claims, "sub") != expected.subject)
        return badIdToken(Text::tr("it names another user than before."));
    if (!expected.nonce.isEmpty() && stringAt(claims, "nonce").toUtf8() != expected.nonce)
        return badIdToken(Text::tr("it answers another sign-in."));
    if (expected.checkTimes) {
        if (const auto problem = timeProblem(claims, now))
            return *problem;
    }
    return userFrom(claims);
}

} // namespace podium
