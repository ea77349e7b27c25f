// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

namespace podium {

/// The answer, once it is there; an internal error when it takes longer than `timeoutMs`.
template <typename T>
Result<T> await(const Async<T> &future, int timeoutMs = 10000)
{
    // An event loop rather than qWaitFor(), which sleeps between its looks.
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
    if (!future.isFinished())
        loop.exec();
    if (!future.isFinished()) {
        Error error;
        error.what = QStringLiteral("The test waited too long.");
        return error;
    }
    if (future.isCanceled() || future.resultCount() == 0)
        return Error::cancelled();
    return future.result();
}

} // namespace podium
