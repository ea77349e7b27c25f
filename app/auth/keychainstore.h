// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"

#include <QByteArray>
#include <QString>

namespace podium {

/// The desktop's place for secrets. UI thread; never blocks. Every failure is Kind::Keychain with the reason in the
/// user's words: a caller goes on without the keychain and says so.
class KeychainStore
{
public:
    virtual ~KeychainStore() = default;

    virtual Async<QByteArray> read(const QString &key) = 0; ///< empty when nothing is stored under the key
    virtual Async<Done> write(const QString &key, const QByteArray &secret) = 0;
    virtual Async<Done> remove(const QString &key) = 0; ///< fine when nothing is stored
};

} // namespace podium
