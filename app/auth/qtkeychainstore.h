// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/keychainstore.h"

#include <QObject>

namespace QKeychain {
class Job;
}

namespace podium {

/// The keychain of the desktop (Secret Service, KWallet) through QtKeychain, service name "podium".
/// A keychain may wait for its user to unlock it: an operation that has no answer after `timeoutMs` counts as failed.
class QtKeychainStore : public QObject, public KeychainStore
{
    Q_OBJECT
public:
    explicit QtKeychainStore(QObject *parent = nullptr);

    Async<QByteArray> read(const QString &key) override;
    Async<Done> write(const QString &key, const QByteArray &secret) override;
    Async<Done> remove(const QString &key) override;

    void setTimeout(int timeoutMs) { m_timeoutMs = timeoutMs; }

private:
    template <typename T, typename Outcome>
    Async<T> run(QKeychain::Job *job, const QString &key, Outcome outcome);

    int m_timeoutMs = 60000;
};

} // namespace podium
