// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"

#include <QString>

#include <optional>

namespace podium {

/// Where requests get their access token from. Implemented by the sign-in; the only way to a token. UI thread.
class AccessTokens
{
public:
    virtual ~AccessTokens() = default;

    /// A token with some life left; waits for a refresh that is under way or due. Kind::Unauthorized when signed out.
    virtual Async<QString> accessToken() = 0;
    /// After a 401 for `rejected`: a newer token, from one refresh for all who ask. Kind::Unauthorized when the session
    /// ended; the sign-in then tells the user.
    virtual Async<QString> renewedToken(const QString &rejected) = 0;
    /// How long the token of now lives on, in milliseconds by this computer's clock; nothing where that is not known.
    virtual std::optional<qint64> remainingLifeMs() const { return std::nullopt; }
};

} // namespace podium
