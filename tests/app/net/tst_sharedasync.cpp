// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/net/sharedasync.h"
#include "tests/fakes/await.h"

#include <QTest>

using namespace podium;

class tst_SharedAsync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceForAll();
    void oneWhoCancelsLeavesTheOthers();
    void failuresAreNotKept();
    void forgets();
};

void tst_SharedAsync::asksOnceForAll()
{
    SharedAsync<int> shared;
    AsyncSource<int> work;
    int starts = 0;
    const auto start = [&] {
        ++starts;
        return work.future();
    };
    const auto first = shared.ask(this, start);
    const auto second = shared.ask(this, start);
    work.finish(7);
    QCOMPARE(await(first).value(), 7);
    QCOMPARE(await(second).value(), 7);
    QCOMPARE(await(shared.ask(this, start)).value(), 7);
    QCOMPARE(starts, 1);
}

void tst_SharedAsync::oneWhoCancelsLeavesTheOthers()
{
    SharedAsync<int> shared;
    AsyncSource<int> work;
    const auto start = [&] { return work.future(); };
    auto first = shared.ask(this, start);
    const auto second = shared.ask(this, start);
    first.cancel();
    work.finish(7);
    QCOMPARE(await(second).value(), 7);
    QVERIFY(await(first).error().isCancelled());
}

void tst_SharedAsync::failuresAreNotKept()
{
    SharedAsync<int> shared;
    int starts = 0;
    const auto start = [&] { return ++starts == 1 ? ready<int>(Error()) : ready<int>(7); };
    const auto first = shared.ask(this, start);
    const auto second = shared.ask(this, start);
    QVERIFY(!await(first));
    QVERIFY(!await(second));
    QCOMPARE(await(shared.ask(this, start)).value(), 7);
    QCOMPARE(starts, 2);
}

void tst_SharedAsync::forgets()
{
    SharedAsync<int> shared;
    int starts = 0;
    const auto start = [&] { return ready<int>(++starts); };
    QCOMPARE(await(shared.ask(this, start)).value(), 1);
    shared.forget();
    QCOMPARE(await(shared.ask(this, start)).value(), 2);

    SharedAsync<int> shortLived(0);
    QCOMPARE(await(shortLived.ask(this, start)).value(), 3);
    QCOMPARE(await(shortLived.ask(this, start)).value(), 4);
}

QTEST_GUILESS_MAIN(tst_SharedAsync)
#include "tst_sharedasync.moc"
