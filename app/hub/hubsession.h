// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/browseropener.h"
#include "app/auth/signintimings.h"
#include "app/hub/hubauth.h"
#include "app/net/accesstokens.h"
#include "models/notifications/hubservice.h"

#include <QTimer>

#include <memory>

namespace podium {

class HubSignIn;
class KeychainStore;
class SessionVault;
class TokenKeeper;

/// The sign-in at the hub of one environment: what the keychain has, else as a guest where the hub takes guests, else
/// what the user does. UI thread.
class HubSession : public QObject, public AccessTokens
{
    Q_OBJECT
public:
    using State = HubService::State;

    /// `auth`, `keychain` and `clock` outlive the session.
    HubSession(HubAuth &auth, KeychainStore &keychain, BrowserOpener browser, const Clock &clock,
               QObject *parent = nullptr);
    ~HubSession() override;

    void setTimings(const SignInTimings &timings) { m_timings = timings; } ///< for tests, before the first use

    State state() const { return m_state; }
    QString user() const { return m_user; }
    TokenStorage storage() const;
    QUrl signInUrl() const { return m_signInUrl; }

    void start(); ///< from the keychain, or as a guest; nothing where it is signed in, or about to be
    void stop();  ///< forgets the tokens, not the keychain's
    void signIn();
    void cancelSignIn();
    void useToken(const QString &token);
    void signOut(); ///< the keychain's, too, and at the hub where it can

    Async<QString> accessToken() override;
    Async<QString> renewedToken(const QString &rejected) override;

Q_SIGNALS:
    void stateChanged(podium::HubService::State state);
    void signInFailed(const podium::Error &error);
    void unreachable(const podium::Error &error); ///< while Connecting: tried again later
    void storageChanged();

private:
    void restore(const HubCredential &credential);
    void tryGuest();
    void retryLater(const Error &error);
    void enter(const HubCredential &credential, const HubIdentity &identity);
    void leave(State state);
    void end();
    Async<TokenSet> refreshed(const QString &refreshToken);
    void setState(State state);

    HubAuth &m_auth;
    const Clock &m_clock;
    BrowserOpener m_browser;
    SignInTimings m_timings;
    std::unique_ptr<SessionVault> m_vault;
    std::unique_ptr<TokenKeeper> m_keeper;
    std::unique_ptr<HubSignIn> m_flow; ///< kept after its end: its listener still answers reloads of the closing page
    HubCredential m_credential;
    State m_state = State::SignedOut;
    State m_resting = State::SignedOut; ///< where a failed or cancelled attempt leads back to
    QString m_user;
    QUrl m_signInUrl;
    Pending m_step;
    Pending m_revoking;
    QTimer m_retry;
    int m_failures = 0;
};

} // namespace podium
