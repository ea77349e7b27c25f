// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/pages/overviewtest.h"
#include "ui/pages/overview/rangechoice.h"
#include "ui/pages/overview/runreader.h"

#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

/// What is beside the failures: runs that take too long, jobs, runtimes, and what was done.
class TestOverviewFigures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsThatTakeTooLong();
    void overdueJobsLeadToTheirPage();
    void workflowsThatCannotRun();
    void whatWasDone();
    void whatIsTooMuchToLookAtIsCounted();
    void rangeIsAsked();
};

void TestOverviewFigures::runsThatTakeTooLong()
{
    OverviewTest test;
    test.calm();
    const QDateTime now = test.fake.clock.now();
    for (int i = 0; i < 20; ++i) {
        test.fake.instances.put(test.finishedRun(u"ship"_s, i, now.addSecs(-60 * (i + 1)), 2'000));
        if (i < 5)
            test.fake.instances.put(test.finishedRun(u"rare"_s, i, now.addSecs(-60 * (i + 1)), 2'000));
    }
    const auto run = [&](const QString &id, const QString &workflow, int minutes) {
        WorkflowInstance one = test.finishedRun(workflow, 0, now, 0);
        one.id = id;
        one.state = InstanceState::Active;
        one.start = now.addSecs(-60 * minutes);
        one.end = {};
        one.businessKey = u"KEY-7"_s;
        NodeInstance left;
        left.name = u"Pack"_s;
        left.enter = one.start;
        left.exit = one.start.addSecs(1);
        NodeInstance waits;
        waits.name = u"Wait for courier"_s;
        waits.enter = left.exit;
        NodeInstance internal = waits;
        internal.name = u"EmbeddedStart"_s;
        one.nodes = {left, waits, internal};
        test.fake.instances.put(one);
    };
    run(u"stuck"_s, u"ship"_s, 90);
    run(u"young"_s, u"ship"_s, 1);
    run(u"unjudged"_s, u"rare"_s, 900);
    auto page = test.openOverview();
    QTRY_COMPARE(test.tile(*page, u"Longer than usual"_s)->value(), u"1"_s);
    const AttentionRow *ship = test.row(page->stuck(), u"ship"_s);
    QVERIFY(ship);
    QCOMPARE(ship->content().title, u"ship · KEY-7"_s);
    QTRY_COMPARE(ship->content().detail, u"for 1 h 30 min, at Wait for courier; usually 2.0 s, 95 % within 2.0 s"_s);
    QVERIFY(test.fake.instances.nodeQueries.size() <= 2); // of those on screen only
    QVERIFY(PageTest::visibleText(page.get()).contains(u"Too few finished runs to say what is usual"_s));
    test.tile(*page, u"Longer than usual"_s)->click();
    QCOMPARE(test.navigator.opened.constLast().toText(), u"instance:stuck"_s);

    run(u"second"_s, u"ship"_s, 30);
    page->refresh();
    QTRY_COMPARE(test.tile(*page, u"Longer than usual"_s)->value(), u"2"_s);
    test.row(page->stuck(), u"ship"_s)->click();
    QCOMPARE(test.filterOf(test.navigator.opened.constLast()),
             u"state:active workflow:ship started:<2026-03-02T14:28:58.000Z"_s);
}

void TestOverviewFigures::overdueJobsLeadToTheirPage()
{
    OverviewTest test;
    auto page = test.openOverview();
    QTRY_COMPARE(test.tile(*page, u"Jobs overdue"_s)->value(), u"3"_s);
    test.tile(*page, u"Jobs overdue"_s)->click();
    QCOMPARE(test.navigator.opened.constLast().toText(), u"jobs:due=overdue"_s);
    QTRY_VERIFY(!page->overdue()->rows().isEmpty());
    page->overdue()->rows().constFirst()->click();
    const QString opened = test.navigator.opened.constLast().toText();
    QVERIFY2(opened.startsWith("jobs:"_L1) && opened.contains("due=overdue"_L1) && opened.contains("workflow="_L1),
             qPrintable(opened));
    test.fake.jobs.canCount = false;
    const int asked = test.fake.jobs.pages.calls;
    page->refresh();
    QTRY_COMPARE(test.fake.jobs.pages.calls, asked + 1);
    QCOMPARE(test.tile(*page, u"Jobs overdue"_s)->value(), u"3"_s);
}

void TestOverviewFigures::workflowsThatCannotRun()
{
    OverviewTest test;
    auto page = test.openOverview();
    QTRY_COMPARE(test.tile(*page, u"Workflows unavailable"_s)->value(), u"1"_s);
    QTRY_COMPARE(page->unavailable()->rows().size(), 1);
    AttentionRow *gone = page->unavailable()->rows().constFirst();
    QVERIFY(!gone->content().detail.isEmpty());
    QVERIFY(gone->accessibleName().contains(gone->content().detail));
    gone->click();
    QCOMPARE(test.navigator.opened.constLast().kind, u"workflow"_s);
}

void TestOverviewFigures::whatWasDone()
{
    OverviewTest test;
    test.calm();
    const QDateTime now = test.fake.clock.now();
    for (int i = 0; i < 20; ++i)
        test.fake.instances.put(test.finishedRun(u"ship"_s, i, now.addSecs(-5400), 2'000));
    test.fake.instances.put(test.activeRun(u"ship"_s, now));
    auto page = test.openOverview();
    QTRY_VERIFY(test.row(page->loads(), u"ship"_s));
    AttentionRow *ship = test.row(page->loads(), u"ship"_s);
    QTRY_COMPARE(ship->content().number, u"20"_s);
    QCOMPARE(ship->content().steps.at(22), 20);
    QCOMPARE(ship->content().detail, u"half of them within 2.0 s, 95 % within 2.0 s"_s);
    QCOMPARE(ship->content().note, u"1 running"_s);
    ship->click();
    QCOMPARE(test.filterOf(test.navigator.opened.constLast()),
             u"state:completed workflow:ship ended:>=2026-03-01T15:00:00.000Z"_s);
}

void TestOverviewFigures::whatIsTooMuchToLookAtIsCounted()
{
    OverviewTest test;
    test.calm();
    const QDateTime now = test.fake.clock.now();
    for (int i = 0; i < RunReader::kFinished + 100; ++i)
        test.fake.instances.put(test.finishedRun(u"ship"_s, i, now.addSecs(-60 * i), 2'000));
    test.fake.instances.put(test.activeRun(u"ship"_s, now));
    auto page = test.openOverview();
    QTRY_VERIFY(test.row(page->loads(), u"ship"_s));
    QTRY_COMPARE(test.row(page->loads(), u"ship"_s)->content().number, u"300"_s);
    QCOMPARE(test.row(page->loads(), u"ship"_s)->content().steps.at(20), 60);
    QCOMPARE(test.fake.instances.endedCounts.calls, 1);
    page->refresh(); // what lies behind is known
    QTest::qWait(200);
    QCOMPARE(test.fake.instances.endedCounts.calls, 1);

    OverviewTest old;
    old.calm();
    old.fake.instances.canCount = false;
    for (int i = 0; i < RunReader::kFinished + 100; ++i)
        old.fake.instances.put(test.finishedRun(u"ship"_s, i, now.addSecs(-60 * i), 2'000));
    old.fake.instances.put(test.activeRun(u"ship"_s, now));
    auto oldPage = old.openOverview();
    QTRY_VERIFY(test.row(oldPage->loads(), u"ship"_s));
    QCOMPARE(test.row(oldPage->loads(), u"ship"_s)->content().number, u"200+"_s);
    QVERIFY(test.row(oldPage->loads(), u"ship"_s)->accessibleName().contains(u"at least 200"_s));
}

void TestOverviewFigures::rangeIsAsked()
{
    OverviewTest test;
    auto page = test.openOverview();
    QTRY_VERIFY(!page->failures()->rows().isEmpty());
    page->findChildren<RangeChoice *>().constFirst()->findChildren<QToolButton *>().constFirst()->click();
    QTRY_COMPARE(page->failures()->rows().constFirst()->content().steps.size(), 12);
    int failed = 0;
    for (const AttentionRow *each : page->failures()->rows())
        failed += each->content().number.toInt();
    QVERIFY(failed > 0 && failed < 20);
    QCOMPARE(test.tile(*page, u"Failed"_s)->value(), u"20"_s); // now, whenever they started
}

QTEST_MAIN(TestOverviewFigures)
#include "tst_overviewfigures.moc"
