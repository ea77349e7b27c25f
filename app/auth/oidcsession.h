// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/browseropener.h"
#include "app/auth/signintimings.h"
#include "app/auth/tokens.h"
#include "app/net/accesstokens.h"
#include "models/domain/environment.h"
#include "models/services/sessionservice.h"

#include <memory>

namespace podium {

class Clock;
class HttpClient;
class IdTokenVerifier;
class KeychainStore;
class OidcProvider;
class SessionVault;
class SignInFlow;
class TokenClient;
class TokenKeeper;
class Tracer;

/// The sign-in of one environment by OpenID Connect (Keycloak): owns the state and who is signed in, and leaves each
/// step to its own class. UI thread.
class OidcSession : public SessionService, public AccessTokens
{
    Q_OBJECT
public:
    /// `keychain`, `clock` and `tracer` must outlive the session.
    OidcSession(const Environment &environment, KeychainStore &keychain, BrowserOpener browser, const Clock &clock,
                Tracer &tracer, QObject *parent = nullptr);
    ~OidcSession() override;

    void setTimings(const SignInTimings &timings); ///< for tests, before the first use

    State state() const override { return m_state; }
    User user() const override { return m_user; }
    TokenStorage storage() const override;
    QUrl signInUrl() const override { return m_signInUrl; }
    DeviceCode deviceCode() const override { return m_deviceCode; }

    void restore() override;
    void signIn() override;
    void signInWithDevice() override;
    void cancelSignIn() override;
    void signOut() override;

    Async<QString> accessToken() override;
    Async<QString> renewedToken(const QString &rejected) override;
    std::optional<qint64> remainingLifeMs() const override;

private:
    bool canBegin() const { return m_state == State::SignedOut || m_state == State::Expired; }
    void begin(std::unique_ptr<SignInFlow> flow, State state);
    void succeed(const SignedIn &signedIn);
    void fail(const Error &error);
    void rest(); ///< back to SignedOut or Expired
    void store(const TokenSet &tokens);
    void takeRefreshed(const TokenSet &tokens);
    void expire();
    void finishSignOut(const Result<Done> &outcome);
    void setState(State state);

    const Environment m_environment;
    const Clock &m_clock;
    Tracer &m_tracer;
    BrowserOpener m_browser;
    SignInTimings m_timings;

    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<OidcProvider> m_provider;
    std::unique_ptr<TokenClient> m_tokenClient;
    std::unique_ptr<IdTokenVerifier> m_verifier;
    std::unique_ptr<TokenKeeper> m_keeper;
    std::unique_ptr<SessionVault> m_vault;
    std::unique_ptr<SignInFlow> m_flow; ///< kept after its end: its listener still answers reloads of the closing page

    State m_state = State::SignedOut;
    State m_resting = State::SignedOut; ///< where a failed or cancelled attempt leads back to
    User m_user;
    QUrl m_signInUrl;
    DeviceCode m_deviceCode;
    Pending m_userCheck;
    Pending m_endingSession;
};

} // namespace podium
