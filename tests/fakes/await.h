// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"

#include <QTest>

namespace podium {

/// The answer, once it is there; an internal error when it takes longer than `timeoutMs`.
template <typename T>
Result<T> await(const Async<T> &future, int timeoutMs = 10000)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, timeoutMs)) {
        Error error;
        error.what = QStringLiteral("The test waited too long.");
        return error;
    }
    if (future.isCanceled() || future.resultCount() == 0)
        return Error::cancelled();
    return future.result();
}

} // namespace podium
