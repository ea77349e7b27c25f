// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/keychainstore.h"

#include <QHash>

#include <optional>

namespace podium {

/// A keychain in memory, which may also refuse, or never answer.
class MemoryKeychain : public KeychainStore
{
public:
    QHash<QString, QByteArray> entries;
    std::optional<Error> error; ///< of every call
    bool hang = false;
    int writes = 0;

    Async<QByteArray> read(const QString &key) override { return answer<QByteArray>(entries.value(key)); }

    Async<Done> write(const QString &key, const QByteArray &secret) override
    {
        if (!error && !hang) {
            ++writes;
            entries.insert(key, secret);
        }
        return answer<Done>({});
    }

    Async<Done> remove(const QString &key) override
    {
        if (!error && !hang)
            entries.remove(key);
        return answer<Done>({});
    }

    static Error locked()
    {
        Error error;
        error.kind = Error::Kind::Keychain;
        error.what = QStringLiteral("The desktop's keychain could not be used.");
        error.why = QStringLiteral("The keychain is locked.");
        return error;
    }

private:
    template <typename T>
    Async<T> answer(T value)
    {
        if (hang) {
            m_unanswered.push_back(std::make_shared<AsyncSource<T>>());
            return std::static_pointer_cast<AsyncSource<T>>(m_unanswered.back())->future();
        }
        return ready<T>(error ? Result<T>(*error) : Result<T>(std::move(value)));
    }

    std::vector<std::shared_ptr<void>> m_unanswered;
};

} // namespace podium
