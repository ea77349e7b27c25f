// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/sessionvault.h"
#include "app/auth/signinflow.h"
#include "models/core/async.h"

namespace podium {

class IdTokenVerifier;
class TokenClient;

/// Back into the session of the keychain without asking the user. Nothing stored, or a session that has ended since, is
/// failed() with Kind::Cancelled: there is nothing to tell.
class RestoreFlow : public SignInFlow
{
    Q_OBJECT
public:
    RestoreFlow(SessionVault &vault, TokenClient &tokens, IdTokenVerifier &verifier, QObject *parent = nullptr);

    void start() override;
    void cancel() override;

private:
    void refresh(const StoredSession &stored);
    void handle(const Result<TokenSet> &outcome, const StoredSession &stored);

    SessionVault &m_vault;
    TokenClient &m_tokens;
    IdTokenVerifier &m_verifier;
    Pending m_step;
};

} // namespace podium
