// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/browseropener.h"
#include "app/auth/loopbacklistener.h"
#include "app/auth/pkce.h"
#include "app/auth/signintimings.h"
#include "app/hub/hubauth.h"

namespace podium {

/// One attempt to sign in at the hub in the user's browser (RFC 8252, RFC 7636): listener, registration for its
/// address, browser, code for tokens. Ends with exactly one of succeeded() and failed(), or silently after cancel(). UI
/// thread.
class HubSignIn : public QObject
{
    Q_OBJECT
public:
    HubSignIn(HubAuth &auth, BrowserOpener browser, const SignInTimings &timings, QObject *parent = nullptr);

    void start();
    void cancel();

Q_SIGNALS:
    void browserOpened(const QUrl &signInUrl);
    void succeeded(const podium::HubCredential &credential, const podium::HubIdentity &identity);
    void failed(const podium::Error &error);

private:
    void openBrowser(const HubClient &client);
    void receive(const CallbackAnswer &answer);
    void fail(const Error &error);

    HubAuth &m_auth;
    BrowserOpener m_browser;
    const SignInTimings &m_timings;
    const Pkce m_pkce = Pkce::generate();
    const QByteArray m_state = randomUrlToken();
    LoopbackListener m_listener;
    HubClient m_client;
    QUrl m_redirect;
    QTimer m_timeout;
    Pending m_step;
};

} // namespace podium
