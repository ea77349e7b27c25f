// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <chrono>

namespace podium {

/// The waits of the sign-in in one place, so that tests can shorten them.
struct SignInTimings
{
    using Ms = std::chrono::milliseconds;

    Ms request = std::chrono::seconds(15);        ///< for one answer of the issuer
    Ms browserHint = std::chrono::seconds(20);    ///< without an answer from the browser: say where to look
    Ms browserTimeout = std::chrono::minutes(10); ///< then the attempt ends
    Ms listenerLinger = std::chrono::minutes(2);  ///< how long reloads of the closing page are still answered
    Ms deviceMinInterval = std::chrono::seconds(1);
    Ms deviceSlowDown = std::chrono::seconds(5); ///< RFC 8628, 3.5
    Ms retryFirst = std::chrono::seconds(2);     ///< after a refresh that could not reach the issuer; doubles …
    Ms retryMost = std::chrono::minutes(1);      ///< … up to this
    Ms rejectedPause = std::chrono::seconds(10); ///< between refreshes that a rejected token causes

    quint16 listenPort = 0; ///< 0: any free one
};

} // namespace podium
