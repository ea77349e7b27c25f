// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace podium {

/// Who is signed in, as the ID token says.
struct User {
    QString id; ///< subject
    QString username;
    QString displayName; ///< full name, else the username
    QString email;
    QStringList roles; ///< realm roles
};

/// A device authorization (RFC 8628) that waits for the user to confirm it in any browser.
struct DeviceCode {
    QString userCode;
    QUrl verificationUri;
    QUrl verificationUriComplete; ///< with the code in it, for a QR code; may be empty
    QDateTime expiresAt;          ///< UTC
};

/// What the keychain does for the session.
struct TokenStorage {
    bool persistent = false; ///< false: signed in until Podium closes
    QString reason;          ///< translated, why not persistent
};

} // namespace podium
