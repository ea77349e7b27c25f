// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"
#include "models/domain/session.h"

#include <QObject>

namespace podium {

/// The sign-in of one environment. UI thread. Never shows or hands out tokens.
class SessionService : public QObject
{
    Q_OBJECT
public:
    enum class State {
        SignedOut,
        Restoring,      ///< trying the refresh token of the keychain
        WaitingBrowser, ///< the browser is open at the sign-in page
        WaitingDevice,  ///< a device code waits for confirmation
        SigningIn,      ///< exchanging the answer for tokens
        SignedIn,
        Expired, ///< was signed in; the session ended: keep everything open and offer "Sign in again"
        SigningOut,
    };
    Q_ENUM(State)

    using QObject::QObject;

    virtual State state() const = 0;
    virtual User user() const = 0;           ///< of the last sign-in; also while Expired
    virtual TokenStorage storage() const = 0;
    virtual QUrl signInUrl() const = 0;      ///< while WaitingBrowser: for "Copy link" when no browser came up
    virtual DeviceCode deviceCode() const = 0; ///< while WaitingDevice

    virtual void restore() = 0;          ///< silent: from the keychain, else SignedOut
    virtual void signIn() = 0;           ///< authorization code + PKCE in the desktop's browser
    virtual void signInWithDevice() = 0; ///< RFC 8628, where no browser can open
    virtual void cancelSignIn() = 0;
    virtual void signOut() = 0; ///< ends the session at the server too

Q_SIGNALS:
    void stateChanged(podium::SessionService::State state);
    void signInFailed(const podium::Error &error); ///< the state is back to SignedOut or Expired
    void signInHinted(const podium::Error &hint);  ///< the attempt goes on, but here is what may hold it up
    void storageChanged();
};

} // namespace podium
