// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/browseropener.h"
#include "app/auth/loopbacklistener.h"
#include "app/auth/pkce.h"
#include "app/auth/providermetadata.h"
#include "app/auth/signinflow.h"
#include "app/auth/signintimings.h"
#include "models/core/async.h"

namespace podium {

class IdTokenVerifier;
class OidcProvider;
class TokenClient;

/// Authorization code with PKCE in the user's own browser (RFC 8252): discovery, listener, browser, code for tokens,
/// ID token. What the browser shows last is how it really ended.
class AuthorizationFlow : public SignInFlow
{
    Q_OBJECT
public:
    AuthorizationFlow(OidcProvider &provider, TokenClient &tokens, IdTokenVerifier &verifier, BrowserOpener browser,
                      const SignInTimings &timings, QObject *parent = nullptr);

    void start() override;
    void cancel() override;

Q_SIGNALS:
    void browserOpened(const QUrl &signInUrl); ///< waits for the browser now
    void answered();                           ///< the browser's answer came, the tokens are on the way

private:
    void openBrowser(const ProviderMetadata &metadata);
    QUrl authorizationUrl() const;
    void receive(const CallbackAnswer &answer);
    Result<QByteArray> codeFrom(const CallbackAnswer &answer) const;
    void verify(const TokenSet &tokens);
    void succeed(const SignedIn &signedIn);
    void fail(const Error &error);

    OidcProvider &m_provider;
    TokenClient &m_tokens;
    IdTokenVerifier &m_verifier;
    BrowserOpener m_browser;
    const SignInTimings &m_timings;

    ProviderMetadata m_metadata;
    const Pkce m_pkce = Pkce::generate();
    const QByteArray m_state = randomUrlToken();
    const QByteArray m_nonce = randomUrlToken();
    LoopbackListener m_listener;
    QUrl m_redirect;
    QTimer m_hint;
    QTimer m_timeout;
    Pending m_step; ///< the request under way
};

} // namespace podium
