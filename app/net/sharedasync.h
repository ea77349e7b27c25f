// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"

#include <QElapsedTimer>

#include <optional>
#include <vector>

namespace podium {

/// One answer for everyone who asks while it is on its way or fresh. Failures are told to those who wait and not kept:
/// the next one asks again. One who cancels leaves the others waiting. UI thread.
template <typename T>
class SharedAsync
{
public:
    static constexpr qint64 kForEver = -1;
    explicit SharedAsync(qint64 freshMs = kForEver)
        : m_freshMs(freshMs)
    {
    }

    /// `start() -> Async<T>` is called when there is nothing fresh and nothing on its way.
    template <typename Start>
    Async<T> ask(QObject *context, Start start)
    {
        if (m_value && (m_freshMs == kForEver || m_age.elapsed() < m_freshMs))
            return ready<T>(*m_value);
        const AsyncSource<T> mine;
        m_waiting.push_back(mine);
        if (m_waiting.size() == 1)
            m_work = deliver(start(), context, [this](const Result<T> &result) { arrived(result); });
        return mine.future();
    }

    void forget() { m_value.reset(); }

private:
    void arrived(const Result<T> &result)
    {
        m_value.reset();
        if (result) {
            m_value = *result;
            m_age.start();
        }
        for (const AsyncSource<T> &each : std::exchange(m_waiting, {}))
            each.finish(result);
    }

    qint64 m_freshMs;
    QElapsedTimer m_age;
    std::optional<T> m_value;
    std::vector<AsyncSource<T>> m_waiting;
    Pending m_work;
};

} // namespace podium
