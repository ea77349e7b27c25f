// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/restoreflow.h"

#include "app/auth/idtokenverifier.h"
#include "app/auth/tokenclient.h"
#include "models/core/logging.h"

namespace podium {

RestoreFlow::RestoreFlow(SessionVault &vault, TokenClient &tokens, IdTokenVerifier &verifier, QObject *parent)
    : SignInFlow(parent)
    , m_vault(vault)
    , m_tokens(tokens)
    , m_verifier(verifier)
{
}

void RestoreFlow::start()
{
    m_step = deliver(m_vault.load(), this, [this](const Result<std::optional<StoredSession>> &loaded) {
        if (loaded && *loaded)
            refresh(**loaded);
        else
            Q_EMIT failed(Error::cancelled());
    });
}

void RestoreFlow::cancel()
{
    m_step.cancel();
}

void RestoreFlow::refresh(const StoredSession &stored)
{
    m_step = deliver(m_tokens.refresh(stored.refreshToken), this,
                     [this, stored](const Result<TokenSet> &outcome) { handle(outcome, stored); });
}

void RestoreFlow::handle(const Result<TokenSet> &outcome, const StoredSession &stored)
{
    if (!outcome) {
        const bool ended = outcome.error().kind == Error::Kind::Unauthorized;
        if (ended) {
            qCInfo(logAuth) << "The stored session has ended:" << outcome.error().why;
            m_vault.clear();
        }
        Q_EMIT failed(ended ? Error::cancelled() : outcome.error());
        return;
    }
    // Whatever the check brings: from now on only the new refresh token may be good.
    m_vault.save({outcome->refreshToken, stored.subject});
    m_step = deliver(m_verifier.verify(*outcome, {{}, stored.subject, true}), this,
                     [this, tokens = *outcome](const Result<User> &user) {
                         if (user)
                             Q_EMIT succeeded({tokens, *user});
                         else
                             Q_EMIT failed(user.error());
                     });
}

} // namespace podium
