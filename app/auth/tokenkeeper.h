// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/signintimings.h"
#include "app/auth/tokens.h"
#include "models/core/async.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace podium {

class Clock;

/// Holds the tokens of a session and refreshes them: the only place that does. Ahead of expiry by a timer, and when
/// asked for a token that is spent or was rejected; everyone who asks meanwhile waits for the same refresh. A refresh
/// that does not get through is tried again, ever less often, and the session stays; one that is refused ends it. UI
/// thread.
class TokenKeeper : public QObject
{
    Q_OBJECT
public:
    /// Asks the issuer. Kind::Unauthorized means that it refused for good.
    using Refresh = std::function<Async<TokenSet>(const QString &refreshToken)>;

    TokenKeeper(Refresh refreshAtIssuer, const Clock &clock, const SignInTimings &timings, QObject *parent = nullptr);

    void hold(const TokenSet &tokens);
    /// Forgets the tokens; whoever waits for one gets Kind::Unauthorized.
    void drop(const Error &reason);
    bool isHolding() const { return m_tokens.has_value(); }
    QString refreshToken() const { return m_tokens ? m_tokens->refreshToken : QString(); }
    std::optional<qint64> remainingLifeMs() const;

    /// See AccessTokens.
    Async<QString> accessToken();
    Async<QString> renewedToken(const QString &rejected);

Q_SIGNALS:
    void refreshed(const podium::TokenSet &tokens);
    void ended(const podium::Error &reason); ///< the tokens are dropped

private:
    std::chrono::milliseconds remaining() const;
    void refresh();
    Async<QString> waitForRefresh(bool presentWillDo);
    void finishRefresh(const Result<TokenSet> &outcome);
    void postpone(const Error &error);
    void answer(const Result<QString> &outcome);
    void schedule();

    const Refresh m_refreshAtIssuer;
    const Clock &m_clock;
    const SignInTimings &m_timings;
    std::optional<TokenSet> m_tokens;
    /// Someone who waits for the refresh under way.
    struct Waiting
    {
        AsyncSource<QString> source;
        bool presentWillDo = false; ///< where the refresh does not get through, a token that still lives is as good
    };
    QList<Waiting> m_waiting;
    bool m_isRefreshing = false;
    Pending m_refreshUnderWay;
    QTimer m_timer;
    std::chrono::milliseconds m_retryDelay{};
    QElapsedTimer m_sinceRejection; ///< since the last refresh that a rejected token caused
};

} // namespace podium
