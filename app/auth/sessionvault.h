// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/keychainstore.h"
#include "models/domain/session.h"

#include <QObject>
#include <QUrl>

#include <optional>

namespace podium {

/// What outlives the program: the way back into a session.
struct StoredSession
{
    QString refreshToken;
    QString subject; ///< whose it is: a restored session must name the same user
};

/// Keeps the session of one issuer and client in the keychain, or says why it cannot. A keychain that is absent,
/// locked, or holds something else only means that the next start needs a sign-in. UI thread.
class SessionVault : public QObject
{
    Q_OBJECT
public:
    SessionVault(KeychainStore &keychain, const QUrl &issuer, const QString &clientId, QObject *parent = nullptr);

    const TokenStorage &storage() const { return m_storage; }

    /// The stored session, or none: nothing stored, unreadable, or the keychain refused (see storage()).
    Async<std::optional<StoredSession>> load();
    /// Later calls overtake earlier ones that have not begun.
    void save(const StoredSession &session);
    void clear();

Q_SIGNALS:
    void storageChanged();

private:
    void writeNext();
    std::optional<StoredSession> sessionFrom(const QByteArray &secret) const;
    void note(const Result<Done> &outcome, bool holds);

    KeychainStore &m_keychain;
    const QString m_issuer;
    const QString m_clientId;
    const QString m_key;
    TokenStorage m_storage;
    bool m_writing = false;
    std::optional<QByteArray> m_next; ///< to be written; empty: to be removed
};

} // namespace podium
