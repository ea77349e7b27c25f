// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"

#include <QUrl>

#include <chrono>

/// Every message of the sign-in: what failed, why, and what helps. In one place, so that they speak with one voice.
namespace podium::signinerrors {

// The way to the issuer
Error insecureIssuer(const QUrl &issuer);
Error unreachable(const QUrl &issuer, const Error &cause); ///< keeps the cause's kind and reason
Error wrongRealm(const QUrl &issuer);
Error notAnIssuer(const QUrl &issuer, const QString &why);
Error otherIssuer(const QUrl &issuer, const QString &told);
Error foreignEndpoint(const QUrl &issuer, const QString &endpoint, const QString &address);
Error serverFailed(const QUrl &issuer, int status);

// The browser
Error cannotListen(const QString &reason);
Error noBrowserHint();
Error noAnswerHint(const QString &clientId);
Error noAnswer(const QString &clientId);
Error denied();
Error refusedInBrowser(const QString &code, const QString &description); ///< "error" of the callback
Error answerOfOtherIssuer(const QString &told);
Error answerWithoutCode();

// The tokens
Error refused(const QString &code, const QString &description, int status); ///< "error" of the token endpoint
Error badTokenAnswer(const QString &why);
Error badIdToken(const QString &why);
Error clockOff(std::chrono::seconds offset); ///< positive: this computer is ahead
Error sessionEnded();
Error notSignedIn();

// The device grant
Error deviceUnsupported(const QUrl &issuer);
Error deviceExpired();
Error deviceDenied();

// Sign-out
Error notEndedAtServer(const QUrl &issuer, const Error &cause);
Error noSignOut(const QUrl &issuer, const QString &why); ///< the server would not

/// Text of a server, fit to be shown: one line, no control characters, no token, not too long.
QString shown(const QString &serverText);

} // namespace podium::signinerrors
