// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/pkce.h"
#include "app/auth/signinflow.h"
#include "app/auth/signintimings.h"
#include "app/auth/tokenclient.h"

#include <QTimer>

namespace podium {

class IdTokenVerifier;

/// Device authorization grant with PKCE (RFC 8628): the user confirms a code in any browser while Podium asks.
class DeviceFlow : public SignInFlow
{
    Q_OBJECT
public:
    DeviceFlow(TokenClient &tokens, IdTokenVerifier &verifier, const Clock &clock, const SignInTimings &timings,
               QObject *parent = nullptr);

    void start() override;
    void cancel() override;

Q_SIGNALS:
    void codeReady(const podium::DeviceCode &code);

private:
    void begin(const DeviceGrant &grant);
    void poll();
    void handle(const Result<DevicePoll> &outcome);
    void verify(const TokenSet &tokens);

    TokenClient &m_tokens;
    IdTokenVerifier &m_verifier;
    const Clock &m_clock;
    const SignInTimings &m_timings;

    const Pkce m_pkce = Pkce::generate();
    DeviceGrant m_grant;
    std::chrono::milliseconds m_interval{};
    QTimer m_next;
    Pending m_step;
};

} // namespace podium
