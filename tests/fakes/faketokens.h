// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/accesstokens.h"

#include <QStringList>

#include <optional>

namespace podium {

/// A sign-in that always has a token, and another one when that was rejected.
class FakeTokens : public AccessTokens
{
public:
    Async<QString> accessToken() override { return error ? ready<QString>(*error) : ready<QString>(token); }
    Async<QString> renewedToken(const QString &rejected) override
    {
        rejectedTokens << rejected;
        if (error)
            return ready<QString>(*error);
        token = QStringLiteral("token-%1").arg(rejectedTokens.size() + 1);
        return ready<QString>(token);
    }

    std::optional<qint64> remainingLifeMs() const override { return lifeMs; }

    QString token = QStringLiteral("token-1");
    std::optional<qint64> lifeMs;
    QStringList rejectedTokens;
    std::optional<Error> error; ///< as when signed out
};

} // namespace podium
