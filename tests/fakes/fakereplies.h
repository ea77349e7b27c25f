// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"

#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace podium {

/// How a fake service answers: at once, late, with an error, or only when the test says so.
class FakeReplies
{
public:
    std::optional<Error> error; ///< every call fails with it
    bool hang = false;          ///< answers wait for release()
    int delayMs = 0;
    int calls = 0;

    template <typename T>
    Async<T> reply(Result<T> result)
    {
        ++calls;
        if (error)
            result = *error;
        if (!hang && delayMs == 0)
            return ready<T>(std::move(result));
        AsyncSource<T> source;
        if (hang) {
            m_waiting.push_back(
                {[source, result] { source.finish(result); }, [source] { return source.isCanceled(); }});
        } else {
            QTimer::singleShot(delayMs, &m_context, [source, result] { source.finish(result); });
        }
        return source.future();
    }

    /// Lets the answers out that wait, with what they were when asked for.
    void release()
    {
        hang = false;
        for (const Waiting &waiting : std::exchange(m_waiting, {}))
            waiting.finish();
    }
    qsizetype waiting() const { return static_cast<qsizetype>(m_waiting.size()); }
    /// How many of the waiting answers nobody wants any more.
    qsizetype cancelled() const
    {
        return std::count_if(m_waiting.cbegin(), m_waiting.cend(),
                             [](const Waiting &one) { return one.isCancelled(); });
    }

private:
    struct Waiting
    {
        std::function<void()> finish;
        std::function<bool()> isCancelled;
    };
    std::vector<Waiting> m_waiting;
    QObject m_context; // timers die with the fake
};

/// A plausible failure, for error states.
inline Error fakeError(Error::Kind kind = Error::Kind::Network)
{
    Error error;
    error.kind = kind;
    error.what = QStringLiteral("The instances could not be read.");
    error.why = QStringLiteral("127.0.0.1:8180 refused the connection.");
    error.remedy = QStringLiteral("Check that the service runs, then try again.");
    error.details = QStringLiteral("POST http://127.0.0.1:8180/graphql: connection refused");
    return error;
}

} // namespace podium
