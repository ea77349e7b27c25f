// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/async.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// What a callback got: how often, the value or the error.
struct Outcome
{
    int calls = 0;
    int value = 0;
    std::optional<Error> error;

    auto taker()
    {
        return [this](const Result<int> &result) {
            ++calls;
            if (result)
                value = *result;
            else
                error = result.error();
        };
    }
};

Error failure()
{
    Error error;
    error.kind = Error::Kind::Server;
    return error;
}

void runEventLoop()
{
    QCoreApplication::sendPostedEvents();
    QTest::qWait(5);
}

} // namespace

class tst_Async : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversInTheReceiversThread();
    void deliversOnceAndTheFirstAnswer();
    void deliversWhatWasReadyBefore();
    void isSilentOnceTheReceiverIsGone();
    void receiverMayDieInItsCallback();
    void cancellingPendingAbortsTheWork();
    void destroyingPendingAbortsTheWork();
    void replacingPendingAbortsTheOldWork();
    void deliversAnErrorWhenTheProducerIsGone();
    void cancelHandlerStaysSilentAfterAnAnswer();

    void chainsBothSteps();
    void chainStopsAtTheFirstError();
    void chainCancelsTheStepUnderWay_data();
    void chainCancelsTheStepUnderWay();
    void chainEndsWithItsContext();

    void mapsOnAWorker();
    void mapPassesErrorsOn();
    void mapCancelsUpstream();
    void mapDropsAResultNobodyWants();
};

void tst_Async::deliversInTheReceiversThread()
{
    QObject receiver;
    Outcome outcome;
    QThread *thread = nullptr;
    const Async<int> future = runOnWorker<int>([&] {
        thread = QThread::currentThread();
        return 7;
    });
    QThread *deliveredIn = nullptr;
    deliverTo<int>(&receiver, future, [&](const Result<int> &result) {
        deliveredIn = QThread::currentThread();
        outcome.taker()(result);
    });
    QTRY_COMPARE(outcome.calls, 1);
    QCOMPARE(outcome.value, 7);
    QVERIFY(thread != QThread::currentThread());
    QCOMPARE(deliveredIn, QThread::currentThread());
}

void tst_Async::deliversOnceAndTheFirstAnswer()
{
    QObject receiver;
    Outcome outcome;
    const AsyncSource<int> source;
    deliverTo<int>(&receiver, source.future(), outcome.taker());
    source.finish(1);
    source.finish(2);
    source.finish(failure());
    QTRY_COMPARE(outcome.calls, 1);
    runEventLoop();
    QCOMPARE(outcome.calls, 1);
    QCOMPARE(outcome.value, 1);
}

void tst_Async::deliversWhatWasReadyBefore()
{
    QObject receiver;
    Outcome outcome;
    const Pending pending = deliver<int>(ready<int>(5), &receiver, outcome.taker());
    QCOMPARE(outcome.calls, 0); // never before the caller has his Pending
    QTRY_COMPARE(outcome.value, 5);
}

void tst_Async::isSilentOnceTheReceiverIsGone()
{
    auto receiver = std::make_unique<QObject>();
    Outcome outcome;
    const AsyncSource<int> source;
    const Pending pending = deliver<int>(source.future(), receiver.get(), outcome.taker());
    receiver.reset();
    QVERIFY(source.isCanceled()); // and the work behind it stops
    source.finish(1);
    runEventLoop();
    QCOMPARE(outcome.calls, 0);
}

void tst_Async::receiverMayDieInItsCallback()
{
    auto *receiver = new QObject;
    int calls = 0;
    const AsyncSource<int> source;
    deliverTo<int>(receiver, source.future(), [&calls, receiver](const Result<int> &) {
        delete receiver;
        ++calls;
    });
    source.finish(1);
    QTRY_COMPARE(calls, 1);
}

void tst_Async::cancellingPendingAbortsTheWork()
{
    QObject receiver;
    QObject worker;
    Outcome outcome;
    int aborted = 0;
    const AsyncSource<int> source;
    source.onCancel(&worker, [&] { ++aborted; });
    Pending pending = deliver<int>(source.future(), &receiver, outcome.taker());
    pending.cancel();
    pending.cancel();
    QTRY_COMPARE(aborted, 1);
    source.finish(1);
    runEventLoop();
    QCOMPARE(outcome.calls, 0);
    QCOMPARE(aborted, 1);
}

void tst_Async::destroyingPendingAbortsTheWork()
{
    QObject receiver;
    Outcome outcome;
    const AsyncSource<int> source;
    {
        const Pending pending = deliver<int>(source.future(), &receiver, outcome.taker());
    }
    QVERIFY(source.isCanceled());
    runEventLoop();
    QCOMPARE(outcome.calls, 0);
}

void tst_Async::replacingPendingAbortsTheOldWork()
{
    QObject receiver;
    Outcome first, second;
    const AsyncSource<int> one, two;
    Pending pending = deliver<int>(one.future(), &receiver, first.taker());
    pending = deliver<int>(two.future(), &receiver, second.taker());
    QVERIFY(one.isCanceled());
    QVERIFY(!two.isCanceled());
    one.finish(1);
    two.finish(2);
    QTRY_COMPARE(second.value, 2);
    QCOMPARE(first.calls, 0);
}

void tst_Async::deliversAnErrorWhenTheProducerIsGone()
{
    QObject receiver;
    Outcome outcome;
    {
        const AsyncSource<int> source;
        deliverTo<int>(&receiver, source.future(), outcome.taker());
    }
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(outcome.error && outcome.error->isCancelled());
}

void tst_Async::cancelHandlerStaysSilentAfterAnAnswer()
{
    QObject receiver;
    QObject worker;
    int aborted = 0;
    Outcome outcome;
    const AsyncSource<int> source;
    source.onCancel(&worker, [&] { ++aborted; });
    Pending pending = deliver<int>(source.future(), &receiver, outcome.taker());
    source.finish(1);
    QTRY_COMPARE(outcome.calls, 1);
    pending.cancel();
    runEventLoop();
    QCOMPARE(aborted, 0);
}

void tst_Async::chainsBothSteps()
{
    QObject context;
    Outcome outcome;
    const AsyncSource<QString> first;
    const AsyncSource<int> second;
    QString given;
    const auto whole = chain<int>(&context, first.future(), [&](const QString &text) {
        given = text;
        return second.future();
    });
    deliverTo<int>(&context, whole, outcome.taker());
    first.finish(u"abc"_s);
    QTRY_COMPARE(given, u"abc"_s);
    QCOMPARE(outcome.calls, 0);
    second.finish(3);
    QTRY_COMPARE(outcome.value, 3);
}

void tst_Async::chainStopsAtTheFirstError()
{
    QObject context;
    Outcome outcome;
    bool called = false;
    const auto whole = chain<int>(&context, ready<QString>(failure()), [&](const QString &) {
        called = true;
        return ready<int>(1);
    });
    deliverTo<int>(&context, whole, outcome.taker());
    QTRY_COMPARE(outcome.calls, 1);
    QCOMPARE(outcome.error->kind, Error::Kind::Server);
    QVERIFY(!called);
}

void tst_Async::chainCancelsTheStepUnderWay_data()
{
    QTest::addColumn<bool>("inSecond");
    QTest::newRow("first") << false;
    QTest::newRow("second") << true;
}

void tst_Async::chainCancelsTheStepUnderWay()
{
    QFETCH(bool, inSecond);
    QObject context;
    Outcome outcome;
    const AsyncSource<QString> first;
    const AsyncSource<int> second;
    bool secondAsked = false;
    const auto whole = chain<int>(&context, first.future(), [&](const QString &) {
        secondAsked = true;
        return second.future();
    });
    Pending pending = deliver<int>(whole, &context, outcome.taker());
    if (inSecond) {
        first.finish(u"go"_s);
        QTRY_VERIFY(secondAsked);
    }
    pending.cancel();
    if (inSecond)
        QTRY_VERIFY(second.isCanceled());
    else
        QTRY_VERIFY(first.isCanceled());
    runEventLoop();
    QCOMPARE(secondAsked, inSecond);
    QCOMPARE(outcome.calls, 0);
}

void tst_Async::chainEndsWithItsContext()
{
    auto context = std::make_unique<QObject>();
    QObject receiver;
    Outcome outcome;
    const AsyncSource<QString> first;
    const auto whole = chain<int>(context.get(), first.future(), [](const QString &) { return ready<int>(1); });
    deliverTo<int>(&receiver, whole, outcome.taker());
    context.reset();
    QTRY_COMPARE(outcome.calls, 1); // told, not left waiting
    QVERIFY(outcome.error && outcome.error->isCancelled());
    QVERIFY(first.isCanceled());
}

void tst_Async::mapsOnAWorker()
{
    QObject context;
    Outcome outcome;
    QThread *thread = nullptr;
    const AsyncSource<QString> source;
    const auto mapped = mapOnWorker<int>(&context, source.future(), [&](const QString &text) -> Result<int> {
        thread = QThread::currentThread();
        return static_cast<int>(text.size());
    });
    deliverTo<int>(&context, mapped, outcome.taker());
    source.finish(u"four"_s);
    QTRY_COMPARE(outcome.value, 4);
    QVERIFY(thread != QThread::currentThread());
}

void tst_Async::mapPassesErrorsOn()
{
    QObject context;
    Outcome upstream, own;
    deliverTo<int>(&context, mapOnWorker<int>(&context, ready<int>(failure()), [](int) { return Result<int>(1); }),
                   upstream.taker());
    deliverTo<int>(&context, mapOnWorker<int>(&context, ready<int>(1), [](int) { return Result<int>(failure()); }),
                   own.taker());
    QTRY_COMPARE(upstream.calls + own.calls, 2);
    QCOMPARE(upstream.error->kind, Error::Kind::Server);
    QCOMPARE(own.error->kind, Error::Kind::Server);
}

void tst_Async::mapCancelsUpstream()
{
    QObject context;
    Outcome outcome;
    const AsyncSource<int> source;
    Pending pending = deliver<int>(mapOnWorker<int>(&context, source.future(), [](int i) { return Result<int>(i); }),
                                   &context, outcome.taker());
    pending.cancel();
    QTRY_VERIFY(source.isCanceled());
    QCOMPARE(outcome.calls, 0);
}

void tst_Async::mapDropsAResultNobodyWants()
{
    QObject context;
    Outcome outcome;
    QSemaphore started, goOn, done;
    Pending pending = deliver<int>(mapOnWorker<int>(&context, ready<int>(1),
                                                    [&](int i) {
                                                        started.release();
                                                        goOn.acquire();
                                                        done.release();
                                                        return Result<int>(i);
                                                    }),
                                   &context, outcome.taker());
    QTRY_COMPARE(started.available(), 1);
    pending.cancel();
    goOn.release();
    QTRY_COMPARE(done.available(), 1);
    runEventLoop();
    QCOMPARE(outcome.calls, 0);
}

QTEST_GUILESS_MAIN(tst_Async)
#include "tst_async.moc"
