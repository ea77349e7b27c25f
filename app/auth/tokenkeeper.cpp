// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/tokenkeeper.h"

#include "app/auth/signinerrors.h"
#include "models/core/clock.h"
#include "models/core/logging.h"

namespace podium {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// A token must live long enough to reach the service.
milliseconds leastLife(const TokenSet &tokens)
{
    return std::min(milliseconds(5000), milliseconds(tokens.lifetimeMs / 10));
}

/// How long before its end a token is refreshed: a quarter of its life, a minute at most.
milliseconds lead(const TokenSet &tokens)
{
    return std::min(milliseconds(60000), milliseconds(tokens.lifetimeMs / 4));
}

} // namespace

TokenKeeper::TokenKeeper(Refresh refreshAtIssuer, const Clock &clock, const SignInTimings &timings, QObject *parent)
    : QObject(parent)
    , m_refreshAtIssuer(std::move(refreshAtIssuer))
    , m_clock(clock)
    , m_timings(timings)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (remaining() <= lead(*m_tokens))
            refresh();
        else
            schedule();
    });
}

void TokenKeeper::hold(const TokenSet &tokens)
{
    m_tokens = tokens;
    m_retryDelay = m_timings.retryFirst;
    schedule();
}

void TokenKeeper::drop(const Error &reason)
{
    m_timer.stop();
    m_tokens.reset();
    m_sinceRejection.invalidate();
    m_isRefreshing = false;
    m_refreshUnderWay.cancel();
    answer(reason);
}

Async<QString> TokenKeeper::accessToken()
{
    if (!m_tokens)
        return ready<QString>(signinerrors::notSignedIn());
    if (!m_isRefreshing && remaining() > leastLife(*m_tokens))
        return ready<QString>(m_tokens->accessToken);
    return waitForRefresh(true);
}

Async<QString> TokenKeeper::renewedToken(const QString &rejected)
{
    if (!m_tokens)
        return ready<QString>(signinerrors::notSignedIn());
    // Another request was rejected before, and the tokens are new since; or a new token was just rejected too, and
    // yet another one would not help.
    const bool renewed = m_tokens->accessToken != rejected;
    const bool tooSoon = m_sinceRejection.isValid() && !m_sinceRejection.hasExpired(m_timings.rejectedPause.count());
    if (!m_isRefreshing && (renewed || tooSoon))
        return accessToken();
    m_sinceRejection.start();
    return waitForRefresh(false);
}

std::optional<qint64> TokenKeeper::remainingLifeMs() const
{
    return m_tokens ? std::optional<qint64>(remaining().count()) : std::nullopt;
}

milliseconds TokenKeeper::remaining() const
{
    return milliseconds(m_clock.now().msecsTo(m_tokens->expiresAt));
}

Async<QString> TokenKeeper::waitForRefresh(bool presentWillDo)
{
    const Waiting waiting{{}, presentWillDo};
    m_waiting << waiting;
    refresh();
    return waiting.source.future();
}

void TokenKeeper::refresh()
{
    if (m_isRefreshing)
        return;
    m_isRefreshing = true;
    m_timer.stop();
    const auto outcome = m_tokens->refreshToken.isEmpty() ? ready<TokenSet>(signinerrors::sessionEnded())
                                                          : m_refreshAtIssuer(m_tokens->refreshToken);
    m_refreshUnderWay = deliver(outcome, this, [this](const Result<TokenSet> &result) { finishRefresh(result); });
}

void TokenKeeper::finishRefresh(const Result<TokenSet> &outcome)
{
    m_isRefreshing = false;
    if (outcome) {
        hold(*outcome);
        answer(outcome->accessToken);
        Q_EMIT refreshed(*outcome);
    } else if (outcome.error().kind == Error::Kind::Unauthorized) {
        qCInfo(logAuth) << "The session has ended:" << outcome.error().why;
        drop(outcome.error());
        Q_EMIT ended(outcome.error());
    } else {
        postpone(outcome.error());
    }
}

void TokenKeeper::postpone(const Error &error)
{
    qCInfo(logAuth) << "The refresh did not get through, again in" << m_retryDelay.count() << "ms:" << error.why;
    m_timer.start(m_retryDelay);
    m_retryDelay = std::min(m_retryDelay * 2, m_timings.retryMost);
    const bool presentLives = remaining() > milliseconds(0);
    for (const Waiting &waiting : std::exchange(m_waiting, {})) {
        if (presentLives && waiting.presentWillDo)
            waiting.source.finish(m_tokens->accessToken);
        else
            waiting.source.finish(error);
    }
}

void TokenKeeper::answer(const Result<QString> &outcome)
{
    for (const Waiting &waiting : std::exchange(m_waiting, {}))
        waiting.source.finish(outcome);
}

void TokenKeeper::schedule()
{
    // A timer counts less than a day, and nothing while the computer sleeps: look again at least every ten minutes.
    const auto due = std::clamp<milliseconds>(remaining() - lead(*m_tokens), milliseconds(0), std::chrono::minutes(10));
    m_timer.start(due);
}

} // namespace podium
