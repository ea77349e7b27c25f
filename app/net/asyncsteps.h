// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"

namespace podium {

/// upstream, then `next(Result<T>) -> Async<U>` in the current thread, whether it failed or not.
template <typename U, typename T, typename Next>
Async<U> thenAlways(QObject *context, Async<T> upstream, Next next)
{
    AsyncSource<U> source;
    auto pending = std::make_shared<Pending>();
    auto second = std::make_shared<Pending>();
    *pending = deliver(
        std::move(upstream), context, [source, context, second, next = std::move(next)](Result<T> result) mutable {
            *second =
                deliver(next(std::move(result)), context, [source](Result<U> last) { source.finish(std::move(last)); });
        });
    source.onCancel(context, [pending, second] {
        pending->cancel();
        second->cancel();
    });
    return source.future();
}

/// upstream, or `next(Error) -> Async<T>` in the current thread when it fails. Cancelling the answer cancels whichever
/// step is under way.
template <typename T, typename Next>
Async<T> orElse(QObject *context, Async<T> upstream, Next next)
{
    return thenAlways<T>(context, std::move(upstream), [next = std::move(next)](Result<T> result) mutable {
        return result || result.error().isCancelled() ? ready<T>(std::move(result)) : next(result.error());
    });
}

} // namespace podium
