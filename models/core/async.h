// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QtConcurrentRun>

#include <atomic>
#include <functional>
#include <memory>

namespace podium {

/// A Result that arrives later. Cancelling it aborts the work behind it.
template <typename T>
using Async = QFuture<Result<T>>;

/// The producing side of an Async: copyable, thread-safe. When the last copy goes without finish(), the future is
/// cancelled, so that nobody waits for ever.
template <typename T>
class AsyncSource
{
public:
    AsyncSource() : m_state(std::make_shared<State>()) { m_state->promise.start(); }

    Async<T> future() const { return m_state->promise.future(); }
    bool isCanceled() const { return m_state->promise.isCanceled(); }

    /// The first call counts, later ones are ignored.
    void finish(Result<T> result) const
    {
        if (m_state->finished.exchange(true))
            return;
        m_state->promise.addResult(std::move(result));
        m_state->promise.finish();
    }

    /// Calls `handler` in the thread of `context` when the consumer cancels; never after `context` is gone.
    /// The handler must not keep a copy of this source alive by itself for longer than the work.
    template <typename Handler>
    void onCancel(QObject *context, Handler handler) const
    {
        auto *watcher = new QFutureWatcher<Result<T>>(context);
        QObject::connect(watcher, &QFutureWatcherBase::canceled, context, std::move(handler));
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
        watcher->setFuture(future());
    }

private:
    struct State {
        QPromise<Result<T>> promise;
        std::atomic_bool finished = false;
    };
    std::shared_ptr<State> m_state;
};

/// Holds a delivery that is under way. Destroying or cancelling it aborts the work and silences the callback.
class Pending
{
public:
    Pending() = default;
    explicit Pending(std::function<void()> cancel) : m_cancel(std::move(cancel)) {}
    Pending(Pending &&other) noexcept : m_cancel(std::exchange(other.m_cancel, nullptr)) {}
    Pending &operator=(Pending &&other) noexcept
    {
        if (this != &other) {
            cancel();
            m_cancel = std::exchange(other.m_cancel, nullptr);
        }
        return *this;
    }
    Pending(const Pending &) = delete;
    Pending &operator=(const Pending &) = delete;
    ~Pending() { cancel(); }

    void cancel()
    {
        if (auto run = std::exchange(m_cancel, nullptr))
            run();
    }

private:
    std::function<void()> m_cancel;
};

namespace detail {

template <typename T, typename Callback>
QPointer<QFutureWatcher<Result<T>>> startDelivery(Async<T> future, QObject *receiver, Callback callback)
{
    using Watcher = QFutureWatcher<Result<T>>;
    auto *watcher = new Watcher(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, callback = std::move(callback)]() mutable {
                         const Async<T> finished = watcher->future();
                         watcher->deleteLater();
                         if (finished.isCanceled() || finished.resultCount() == 0)
                             callback(Result<T>(Error::cancelled()));
                         else
                             callback(finished.result());
                     });
    // Whether the receiver went away or the delivery was cancelled: nobody wants the work any more.
    QObject::connect(watcher, &QObject::destroyed, [future]() mutable {
        if (!future.isFinished())
            future.cancel();
    });
    watcher->setFuture(future);
    return watcher;
}

} // namespace detail

/// Calls `callback(Result<T>)` once in the thread of `receiver`, which must be the current thread. Silent once the
/// receiver is gone or the returned Pending is cancelled; both also cancel `future`, and so abort the work behind it.
/// Work that ended without a result is delivered as Error::cancelled().
template <typename T, typename Callback>
[[nodiscard]] Pending deliver(Async<T> future, QObject *receiver, Callback callback)
{
    auto watcher = detail::startDelivery<T>(future, receiver, std::move(callback));
    return Pending([watcher, future]() mutable {
        if (!watcher)
            return;
        watcher->disconnect();
        if (!future.isFinished())
            future.cancel();
        watcher->deleteLater();
    });
}

/// As deliver(), for the life of the receiver: nothing else cancels it.
template <typename T, typename Callback>
void deliverTo(QObject *receiver, Async<T> future, Callback callback)
{
    detail::startDelivery<T>(std::move(future), receiver, std::move(callback));
}

/// Runs `work() -> Result<T>` on a worker thread.
template <typename T, typename Work>
Async<T> runOnWorker(Work work)
{
    return QtConcurrent::run([work = std::move(work)]() mutable -> Result<T> { return work(); });
}

/// upstream, then `work(T) -> Result<U>` on a worker thread. Cancelling the answer cancels upstream. `context` lives in
/// the current thread; when it goes, the answer is cancelled.
template <typename U, typename T, typename Work>
Async<U> mapOnWorker(QObject *context, Async<T> upstream, Work work)
{
    AsyncSource<U> source;
    auto pending = std::make_shared<Pending>();
    *pending = deliver(std::move(upstream), context, [source, work = std::move(work)](Result<T> result) mutable {
        if (!result)
            return source.finish(result.error());
        (void)QtConcurrent::run([source, work = std::move(work), value = std::move(*result)]() mutable {
            if (!source.isCanceled())
                source.finish(work(std::move(value)));
        });
    });
    source.onCancel(context, [pending] { pending->cancel(); });
    return source.future();
}

/// upstream, then `next(T) -> Async<U>` in the current thread. Cancelling the answer cancels whichever step is under way.
template <typename U, typename T, typename Next>
Async<U> chain(QObject *context, Async<T> upstream, Next next)
{
    AsyncSource<U> source;
    auto pending = std::make_shared<Pending>();
    auto second = std::make_shared<Pending>();
    *pending = deliver(std::move(upstream), context, [source, context, second, next = std::move(next)](Result<T> result) mutable {
        if (!result)
            return source.finish(result.error());
        *second = deliver(next(std::move(*result)), context, [source](Result<U> last) { source.finish(std::move(last)); });
    });
    source.onCancel(context, [pending, second] {
        pending->cancel();
        second->cancel();
    });
    return source.future();
}

/// An Async that has its answer already.
template <typename T>
Async<T> ready(Result<T> result)
{
    AsyncSource<T> source;
    source.finish(std::move(result));
    return source.future();
}

} // namespace podium
