// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace podium {

/// A message about one place of an input document.
struct FieldError {
    QString pointer; ///< JSON pointer into the input, "" for the whole document
    QString message; ///< in the user's words, translated
    bool operator==(const FieldError &) const = default;
};

/// What went wrong, in the three parts every message to the user has: what failed, why, and what helps.
/// All texts are plain text (never markup) and translated, except `details`.
struct Error {
    enum class Kind {
        Cancelled,    ///< the caller, or the end of the program, stopped it: say nothing
        Network,      ///< no connection, name not found, connection dropped
        Timeout,      ///< no answer in time
        Tls,          ///< certificate or handshake: the connection was stopped
        Unauthorized, ///< no valid token: sign in again
        Forbidden,    ///< signed in, but not allowed; or an origin that the environment does not list
        NotFound,
        Conflict,
        Validation, ///< input was refused; see `fields`
        Server,     ///< the service answered that it failed
        Protocol,   ///< an answer that is not what the contract says (HTML, truncated, too large)
        Storage,    ///< file or database
        Keychain,
        Internal,
    };

    Kind kind = Kind::Internal;
    QString what;    ///< what failed: "The list of workflows could not be read."
    QString why;     ///< the cause: "127.0.0.1:8080 refused the connection."
    QString remedy;  ///< the action that helps: "Check that the service runs, then try again."
    QString details; ///< technical text for the "Details" part; never holds tokens
    int httpStatus = 0;
    QString instanceId;       ///< set when the failure left an instance behind (a run that failed while starting)
    QList<FieldError> fields; ///< for Validation

    bool isCancelled() const { return kind == Kind::Cancelled; }
    /// Worth asking again without the user changing anything.
    bool isTransient() const { return kind == Kind::Network || kind == Kind::Timeout; }
    /// what, why and remedy as one paragraph.
    QString text() const;

    static Error cancelled();
};

} // namespace podium
