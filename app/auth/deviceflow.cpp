// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/deviceflow.h"

#include "app/auth/idtokenverifier.h"
#include "app/auth/signinerrors.h"
#include "models/core/clock.h"
#include "models/core/logging.h"

namespace podium {

DeviceFlow::DeviceFlow(TokenClient &tokens, IdTokenVerifier &verifier, const Clock &clock, const SignInTimings &timings,
                       QObject *parent)
    : SignInFlow(parent)
    , m_tokens(tokens)
    , m_verifier(verifier)
    , m_clock(clock)
    , m_timings(timings)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &DeviceFlow::poll);
}

void DeviceFlow::start()
{
    m_step = deliver(m_tokens.startDevice(m_pkce.challenge), this, [this](const Result<DeviceGrant> &grant) {
        if (grant)
            begin(*grant);
        else
            Q_EMIT failed(grant.error());
    });
}

void DeviceFlow::cancel()
{
    m_next.stop();
    m_step.cancel();
}

void DeviceFlow::begin(const DeviceGrant &grant)
{
    m_grant = grant;
    m_interval = std::max(grant.interval, m_timings.deviceMinInterval);
    Q_EMIT codeReady(grant.shown);
    m_next.start(m_interval);
}

void DeviceFlow::poll()
{
    if (m_clock.now() >= m_grant.shown.expiresAt) {
        Q_EMIT failed(signinerrors::deviceExpired());
        return;
    }
    m_step = deliver(m_tokens.pollDevice(m_grant.deviceCode, m_pkce.verifier), this,
                     [this](const Result<DevicePoll> &outcome) { handle(outcome); });
}

void DeviceFlow::handle(const Result<DevicePoll> &outcome)
{
    using Answer = DevicePoll::Answer;
    if (!outcome) {
        const Error &error = outcome.error();
        if (!error.isTransient() && error.kind != Error::Kind::Server) {
            Q_EMIT failed(error);
            return;
        }
        // RFC 8628, 3.5: after a failure on the way ask less often.
        qCInfo(logAuth) << "Asking for the device's confirmation failed:" << error.why;
        m_interval = std::min(m_interval * 2, std::max(m_timings.retryMost, m_interval));
        m_next.start(m_interval);
        return;
    }
    switch (outcome->answer) {
    case Answer::Granted:
        verify(outcome->tokens);
        return;
    case Answer::Denied:
        Q_EMIT failed(signinerrors::deviceDenied());
        return;
    case Answer::Expired:
        Q_EMIT failed(signinerrors::deviceExpired());
        return;
    case Answer::SlowDown:
        m_interval += m_timings.deviceSlowDown;
        break;
    case Answer::Pending:
        break;
    }
    m_next.start(m_interval);
}

void DeviceFlow::verify(const TokenSet &tokens)
{
    m_step = deliver(m_verifier.verify(tokens, {}), this, [this, tokens](const Result<User> &user) {
        if (user)
            Q_EMIT succeeded({tokens, *user});
        else
            Q_EMIT failed(user.error());
    });
}

} // namespace podium
