// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/overview/attentionlist.h"
#include "ui/pages/overview/counttile.h"
#include "ui/pages/overview/failurereader.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/overview/rangechoice.h"
#include "ui/pages/overview/runreader.h"

#include <QToolButton>
#include <QUrl>

#include <numeric>

using namespace podium;
using namespace Qt::StringLiterals;

class TestOverviewPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void failuresInGroups();
    void aFailureOpensTheListBehindIt();
    void aBarOpensItsOwnList();
    void olderFailuresAreOneClickAway();
    void saysWhenNotAllWereLookedAt();
    void tellsWhatIsNew();
    void remembersWhatWasLookedAt();
    void runsThatTakeTooLong();
    void overdueJobsLeadToTheirPage();
    void workflowsThatCannotRun();
    void whatWasDone();
    void whatIsTooMuchToLookAtIsCounted();
    void rangeIsAsked();
    void tilesOpenTheListBehindThem();
    void serversThatDoNotCount();
    void allIsWell();
    void failureIsSaid();
    void nothingCouldBeRead();
    void liveChangesAreRead();
    void hiddenItAsksNothing();
    void everyNumberHasAName();

private:
    static CountTile *tile(const OverviewPage &page, const QString &name)
    {
        for (CountTile *each : page.findChildren<CountTile *>()) {
            if (each->text() == name)
                return each;
        }
        return nullptr;
    }
    static AttentionRow *row(const AttentionList *list, const QString &title)
    {
        for (AttentionRow *each : list->rows()) {
            if (each->content().title.contains(title))
                return each;
        }
        return nullptr;
    }
    static void expand(const AttentionList *list)
    {
        for (QPushButton *button : list->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().startsWith("Show"_L1))
                button->click();
        }
    }
    static QString filterOf(const Location &location)
    {
        const QString prefix = u"filter="_s;
        return location.kind == "instances"_L1 && location.id.startsWith(prefix)
                   ? QUrl::fromPercentEncoding(location.id.mid(prefix.size()).toLatin1())
                   : QString();
    }
    static WorkflowInstance finishedRun(const QString &workflow, int number, const QDateTime &end, qint64 tookMs)
    {
        WorkflowInstance run;
        run.id = u"%1-done-%2"_s.arg(workflow).arg(number);
        run.workflowId = workflow;
        run.workflowName = workflow;
        run.state = InstanceState::Completed;
        run.end = end;
        run.start = end.addMSecs(-tookMs);
        run.lastUpdate = end;
        return run;
    }
    static WorkflowInstance failedRun(const QString &id, const QString &message, const QDateTime &start)
    {
        WorkflowInstance run;
        run.id = id;
        run.workflowId = u"billing"_s;
        run.workflowName = u"Billing"_s;
        run.version = u"1"_s;
        run.state = InstanceState::Error;
        run.start = start;
        run.error = InstanceError{u"n1"_s, {}, message};
        return run;
    }
    static WorkflowInstance activeRun(const QString &workflow, const QDateTime &start)
    {
        WorkflowInstance run = finishedRun(workflow, 999, start, 0);
        run.state = InstanceState::Active;
        run.end = {};
        return run;
    }
    /// A server on which nothing is wrong.
    static void calm(PageTest &test)
    {
        test.fake.instances.setGenerated(2); // one runs, one completed
        test.fake.jobs.setGenerated(0);
        test.fake.catalog.workflows = {fakeWorkflows().constFirst()};
    }
    const Location m_here{u"overview"_s, {}, {}};
};

void TestOverviewPage::failuresInGroups()
{
    PageTest test;
    auto page = test.open<OverviewPage>(m_here);
    QTRY_VERIFY(!page->failures()->rows().isEmpty());
    QTRY_COMPARE(tile(*page, u"Failed"_s)->value(), u"20"_s);
    expand(page->failures());
    int failed = 0;
    for (const AttentionRow *each : page->failures()->rows()) {
        failed += each->content().number.toInt();
        QVERIFY(each->accessibleName().contains(each->content().number + u" failed"_s));
        QCOMPARE(std::accumulate(each->content().steps.cbegin(), each->content().steps.cend(), qint64(0)),
                 each->content().number.toInt());
    }
    QCOMPARE(failed, 20);
    // With the node's name, once its definition was read.
    QTRY_VERIFY(row(page->failures(), u"Fulfil an order · send invoice"_s));
    QVERIFY(row(page->failures(), u"Fulfil an order"_s)->content().detail.contains(u"Service Unavailable"_s));
    for (const InstanceQuery &query : std::as_const(test.fake.instances.queries))
        QVERIFY(query.limit <= 1000);
}

void TestOverviewPage::aFailureOpensTheListBehindIt()
{
    PageTest test;
    auto page = test.open<OverviewPage>(m_here);
    QTRY_VERIFY(!page->failures()->rows().isEmpty());
    expand(page->failures());
    row(page->failures(), u"Fulfil an order"_s)->click();
    const QString filter = filterOf(test.navigator.opened.constLast());
    QVERIFY2(filter.contains("state:error workflow:order-fulfilment errornode:"_L1), qPrintable(filter));
    QVERIFY2(filter.contains("error:\""_L1), qPrintable(filter));
    QVERIFY2(filter.contains("started:>=2026-03-01T15:00:00.000Z"_L1), qPrintable(filter));
    QCOMPARE(Location::fromText(test.navigator.opened.constLast().toText()), test.navigator.opened.constLast());
}

void TestOverviewPage::aBarOpensItsOwnList()
{
    PageTest test;
    calm(test);
    test.fake.instances.put(failedRun(u"a"_s, u"down"_s, test.fake.clock.now().addSecs(-5400)));
    auto page = test.open<OverviewPage>(m_here);
    QTRY_VERIFY(row(page->failures(), u"Billing"_s));
    AttentionRow *billing = row(page->failures(), u"Billing"_s);
    billing->setFocus();
    QTest::keyClick(billing, Qt::Key_Left); // the hour that is running
    QCOMPARE(billing->chosenStep(), 23);
    QVERIFY2(billing->accessibleName().startsWith(u"15:00–16:00: 0 failed"_s), qPrintable(billing->accessibleName()));
    QTest::keyClick(billing, Qt::Key_Left);
    QVERIFY2(billing->accessibleName().startsWith(u"14:00–15:00: 1 failed"_s), qPrintable(billing->accessibleName()));
    QTest::keyClick(billing, Qt::Key_Return);
    const QString filter = filterOf(test.navigator.opened.constLast());
    QVERIFY2(filter.endsWith("started:2026-03-02T13:00:00.000Z..2026-03-02T13:59:59.999Z"_L1), qPrintable(filter));
    QTest::keyClick(billing, Qt::Key_Escape);
    QCOMPARE(billing->chosenStep(), -1);
}

void TestOverviewPage::olderFailuresAreOneClickAway()
{
    PageTest test;
    calm(test);
    test.fake.instances.put(failedRun(u"a"_s, u"down"_s, test.fake.clock.now().addSecs(-60)));
    test.fake.instances.put(failedRun(u"b"_s, u"down"_s, test.fake.clock.now().addDays(-3)));
    auto page = test.open<OverviewPage>(m_here);
    QTRY_VERIFY(PageTest::buttonWithText<QPushButton>(page.get(), u"1 failed run(s) started earlier"_s) ||
                PageTest::buttonWithText<QPushButton>(page.get(), u"1 failed run started earlier"_s));
    QCOMPARE(row(page->failures(), u"Billing"_s)->content().number, u"1"_s);
    for (QPushButton *button : page->failures()->findChildren<QPushButton *>()) {
        if (button->text().contains("earlier"_L1))
            button->click();
    }
    QCOMPARE(filterOf(test.navigator.opened.constLast()), u"state:error started:<2026-03-01T15:00:00.000Z"_s);
}

void TestOverviewPage::saysWhenNotAllWereLookedAt()
{
    PageTest test;
    calm(test);
    for (int i = 0; i < FailureReader::kMost + 1; ++i)
        test.fake.instances.put(failedRun(u"f%1"_s.arg(i), u"down"_s, test.fake.clock.now().addSecs(-60 - i)));
    auto page = test.open<OverviewPage>(m_here);
    QTRY_VERIFY(row(page->failures(), u"Billing"_s));
    QCOMPARE(row(page->failures(), u"Billing"_s)->content().number, u"1,000+"_s);
    QVERIFY(PageTest::visibleText(page.get()).contains(u"Only the newest 1,000"_s));
    QVERIFY(row(page->failures(), u"Billing"_s)->accessibleName().contains(u"at least 1,000"_s));
}

void TestOverviewPage::tellsWhatIsNew()
{
    PageTest test;
    calm(test);
    const QDateTime now = test.fake.clock.now();
    test.fake.instances.put(failedRun(u"a"_s, u"down"_s, now.addSecs(-600)));
    auto page = test.open<OverviewPage>(m_here);
    QTRY_VERIFY(row(page->failures(), u"Billing"_s));
    QCOMPARE(row(page->failures(), u"Billing"_s)->content().badge, QString()); // to who never looked
    page->hide();
    test.fake.instances.put(failedRun(u"b"_s, u"down"_s, now.addSecs(-30)));
    page->show();
    QTRY_COMPARE(row(page->failures(), u"Billing"_s)->content().badge, u"1 new"_s);
    QVERIFY(row(page->failures(), u"Billing"_s)->accessibleName().contains(u"new since you last looked"_s));
    PageTest::buttonWithText<QPushButton>(page.get(), u"Mark all as seen"_s)->click();
    QTRY_COMPARE(row(page->failures(), u"Billing"_s)->content().badge, QString());
    QTRY_VERIFY(!PageTest::buttonWithText<QPushButton>(page.get(), u"Mark all as seen"_s));
}

void TestOverviewPage::remembersWhatWasLookedAt()
{
    PageTest test;
    calm(test);
    const QDateTime now = test.fake.clock.now();
    test.fake.instances.put(failedRun(u"a"_s, u"down"_s, now.addSecs(-600)));
    auto page = test.open<OverviewPage>(m_here);
    QTRY_VERIFY(row(page->failures(), u"Billing"_s));
    page->findChildren<RangeChoice *>().constFirst()->findChildren<QToolButton *>().constLast()->click();
    const QJsonObject state = page->saveState();
    page.reset();
    test.fake.instances.put(failedRun(u"b"_s, u"down"_s, now.addSecs(-30)));
    auto again = std::make_unique<OverviewPage>(test.context, m_here);
    again->restoreState(state);
    again->resize(1100, 760);
    again->QWidget::show();
    QTRY_VERIFY(row(again->failures(), u"Billing"_s));
    QCOMPARE(row(again->failures(), u"Billing"_s)->content().badge, u"1 new"_s);
    QCOMPARE(row(again->failures(), u"Billing"_s)->content().steps.size(), 30);
}

void TestOverviewPage::runsThatTakeTooLong()
{
    PageTest test;
    calm(test);
    const QDateTime now = test.fake.clock.now();
    for (int i = 0; i < 20; ++i) {
        test.fake.instances.put(finishedRun(u"ship"_s, i, now.addSecs(-60 * (i + 1)), 2'000));
        if (i < 5)
            test.fake.instances.put(finishedRun(u"rare"_s, i, now.addSecs(-60 * (i + 1)), 2'000));
    }
    const auto run = [&](const QString &id, const QString &workflow, int minutes) {
        WorkflowInstance one = finishedRun(workflow, 0, now, 0);
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
    auto page = test.open<OverviewPage>(m_here);
    QTRY_COMPARE(tile(*page, u"Longer than usual"_s)->value(), u"1"_s);
    const AttentionRow *ship = row(page->stuck(), u"ship"_s);
    QVERIFY(ship);
    QCOMPARE(ship->content().title, u"ship · KEY-7"_s);
    QTRY_COMPARE(ship->content().detail, u"for 1 h 30 min, at Wait for courier; usually 2.0 s, 95 % within 2.0 s"_s);
    QVERIFY(test.fake.instances.nodeQueries.size() <= 2); // of those on screen only
    QVERIFY(PageTest::visibleText(page.get()).contains(u"Too few finished runs to say what is usual"_s));
    tile(*page, u"Longer than usual"_s)->click();
    QCOMPARE(test.navigator.opened.constLast().toText(), u"instance:stuck"_s);

    run(u"second"_s, u"ship"_s, 30);
    page->refresh();
    QTRY_COMPARE(tile(*page, u"Longer than usual"_s)->value(), u"2"_s);
    row(page->stuck(), u"ship"_s)->click();
    QCOMPARE(filterOf(test.navigator.opened.constLast()),
             u"state:active workflow:ship started:<2026-03-02T14:28:58.000Z"_s);
}

void TestOverviewPage::overdueJobsLeadToTheirPage()
{
    PageTest test;
    auto page = test.open<OverviewPage>(m_here);
    QTRY_COMPARE(tile(*page, u"Jobs overdue"_s)->value(), u"3"_s);
    tile(*page, u"Jobs overdue"_s)->click();
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
    QCOMPARE(tile(*page, u"Jobs overdue"_s)->value(), u"3"_s);
}

void TestOverviewPage::workflowsThatCannotRun()
{
    PageTest test;
    auto page = test.open<OverviewPage>(m_here);
    QTRY_COMPARE(tile(*page, u"Workflows unavailable"_s)->value(), u"1"_s);
    QTRY_COMPARE(page->unavailable()->rows().size(), 1);
    AttentionRow *gone = page->unavailable()->rows().constFirst();
    QVERIFY(!gone->content().detail.isEmpty());
    QVERIFY(gone->accessibleName().contains(gone->content().detail));
    gone->click();
    QCOMPARE(test.navigator.opened.constLast().kind, u"workflow"_s);
}

void TestOverviewPage::whatWasDone()
{
    PageTest test;
    calm(test);
    const QDateTime now = test.fake.clock.now();
    for (int i = 0; i < 20; ++i)
        test.fake.instances.put(finishedRun(u"ship"_s, i, now.addSecs(-5400), 2'000));
    test.fake.instances.put(activeRun(u"ship"_s, now));
    auto page = test.open<OverviewPage>(m_here);
    QTRY_VERIFY(row(page->loads(), u"ship"_s));
    AttentionRow *ship = row(page->loads(), u"ship"_s);
    QTRY_COMPARE(ship->content().number, u"20"_s);
    QCOMPARE(ship->content().steps.at(22), 20);
    QCOMPARE(ship->content().detail, u"half of them within 2.0 s, 95 % within 2.0 s"_s);
    QCOMPARE(ship->content().note, u"1 running"_s);
    ship->click();
    QCOMPARE(filterOf(test.navigator.opened.constLast()),
             u"state:completed workflow:ship ended:>=2026-03-01T15:00:00.000Z"_s);
}

void TestOverviewPage::whatIsTooMuchToLookAtIsCounted()
{
    PageTest test;
    calm(test);
    const QDateTime now = test.fake.clock.now();
    for (int i = 0; i < RunReader::kFinished + 100; ++i)
        test.fake.instances.put(finishedRun(u"ship"_s, i, now.addSecs(-60 * i), 2'000));
    test.fake.instances.put(activeRun(u"ship"_s, now));
    auto page = test.open<OverviewPage>(m_here);
    QTRY_VERIFY(row(page->loads(), u"ship"_s));
    QTRY_COMPARE(row(page->loads(), u"ship"_s)->content().number, u"300"_s);
    QCOMPARE(row(page->loads(), u"ship"_s)->content().steps.at(20), 60);
    QCOMPARE(test.fake.instances.endedCounts.calls, 1);
    page->refresh(); // what lies behind is known
    QTest::qWait(200);
    QCOMPARE(test.fake.instances.endedCounts.calls, 1);

    PageTest old;
    calm(old);
    old.fake.instances.canCount = false;
    for (int i = 0; i < RunReader::kFinished + 100; ++i)
        old.fake.instances.put(finishedRun(u"ship"_s, i, now.addSecs(-60 * i), 2'000));
    old.fake.instances.put(activeRun(u"ship"_s, now));
    auto oldPage = old.open<OverviewPage>(m_here);
    QTRY_VERIFY(row(oldPage->loads(), u"ship"_s));
    QCOMPARE(row(oldPage->loads(), u"ship"_s)->content().number, u"200+"_s);
    QVERIFY(row(oldPage->loads(), u"ship"_s)->accessibleName().contains(u"at least 200"_s));
}

void TestOverviewPage::rangeIsAsked()
{
    PageTest test;
    auto page = test.open<OverviewPage>(m_here);
    QTRY_VERIFY(!page->failures()->rows().isEmpty());
    page->findChildren<RangeChoice *>().constFirst()->findChildren<QToolButton *>().constFirst()->click();
    QTRY_COMPARE(page->failures()->rows().constFirst()->content().steps.size(), 12);
    int failed = 0;
    for (const AttentionRow *each : page->failures()->rows())
        failed += each->content().number.toInt();
    QVERIFY(failed > 0 && failed < 20);
    QCOMPARE(tile(*page, u"Failed"_s)->value(), u"20"_s); // now, whenever they started
}

void TestOverviewPage::tilesOpenTheListBehindThem()
{
    PageTest test;
    auto page = test.open<OverviewPage>(m_here);
    QTest::keyClick(tile(*page, u"Failed"_s), Qt::Key_Space);
    QCOMPARE(test.navigator.opened.constLast().toText(), u"instances:state=ERROR"_s);
    tile(*page, u"Workflows unavailable"_s)->click();
    QCOMPARE(test.navigator.opened.constLast().kind, u"workflows"_s);
}

void TestOverviewPage::serversThatDoNotCount()
{
    PageTest test;
    test.fake.instances.canCount = false;
    test.fake.instances.setGenerated(2400);
    auto page = test.open<OverviewPage>(m_here);
    QTRY_COMPARE(tile(*page, u"Running"_s)->value(), u"100+"_s);
    QCOMPARE(tile(*page, u"Failed"_s)->value(), u"100+"_s);
    QTRY_VERIFY(!page->failures()->rows().isEmpty());
}

void TestOverviewPage::allIsWell()
{
    PageTest test;
    calm(test);
    auto page = test.open<OverviewPage>(m_here);
    QTRY_VERIFY(PageTest::visibleText(page.get()).count(u"Nothing needs you"_s) == 2); // the panel, and the top line
    QVERIFY(!page->failures()->isVisible());
    QVERIFY(page->loads()->isVisible());
    test.fake.instances.put(failedRun(u"a"_s, u"down"_s, test.fake.clock.now()));
    page->refresh();
    QTRY_VERIFY(page->failures()->isVisible());
    QVERIFY(!PageTest::visibleText(page.get()).contains(u"Nothing needs you"_s));
}

void TestOverviewPage::failureIsSaid()
{
    PageTest test;
    calm(test);
    test.fake.instances.counts.error = fakeError();
    auto page = test.open<OverviewPage>(m_here);
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(fakeError().what));
    QTest::qWait(200);
    QVERIFY(!PageTest::visibleText(page.get()).contains(u"Nothing needs you"_s));
    test.fake.instances.counts.error.reset();
    page->refresh();
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"Nothing needs you"_s));
    QVERIFY(!PageTest::visibleText(page.get()).contains(fakeError().what));
}

void TestOverviewPage::nothingCouldBeRead()
{
    PageTest test;
    test.fake.instances.counts.error = fakeError();
    test.fake.instances.pages.error = fakeError();
    auto page = test.open<OverviewPage>(m_here);
    auto *states = page->findChild<StateView *>();
    QTRY_COMPARE(states->shown(), StateView::Shown::Error);
    QVERIFY(PageTest::visibleText(page.get()).contains(fakeError().why));
    QCOMPARE(tile(*page, u"Failed"_s)->value(), QString());
    test.fake.instances.counts.error.reset();
    test.fake.instances.pages.error.reset();
    PageTest::buttonWithText<QPushButton>(page.get(), u"Try again"_s)->click();
    QTRY_COMPARE(states->shown(), StateView::Shown::Content);
    QTRY_VERIFY(!page->failures()->rows().isEmpty());
}

void TestOverviewPage::liveChangesAreRead()
{
    PageTest test;
    auto page = test.open<OverviewPage>(m_here);
    QTRY_COMPARE(tile(*page, u"Running"_s)->value(), u"40"_s);
    WorkflowInstance added = test.newest(InstanceState::Active);
    added.id = u"added"_s;
    added.start = test.fake.clock.now();
    test.fake.change(added);
    QTRY_COMPARE_WITH_TIMEOUT(tile(*page, u"Running"_s)->value(), u"41"_s, 10'000);
}

void TestOverviewPage::hiddenItAsksNothing()
{
    PageTest test;
    auto page = test.open<OverviewPage>(m_here);
    QTRY_VERIFY(!page->failures()->rows().isEmpty());
    QCOMPARE(test.fake.live.listWatches, 1);
    QVERIFY(!test.fake.live.watchedRows.value(page.get()).isEmpty());
    page->hide();
    QCOMPARE(test.fake.live.listWatches, 0);
    QVERIFY(test.fake.live.watchedRows.value(page.get()).isEmpty());
    const qsizetype asked = test.fake.instances.queries.size();
    test.fake.change(test.newest(InstanceState::Active));
    QTest::qWait(1300);
    QCOMPARE(test.fake.instances.queries.size(), asked);
}

void TestOverviewPage::everyNumberHasAName()
{
    PageTest test;
    auto page = test.open<OverviewPage>(m_here);
    QTRY_COMPARE(tile(*page, u"Workflows unavailable"_s)->value(), u"1"_s);
    QTRY_VERIFY(!page->loads()->rows().isEmpty());
    QCOMPARE(unnamedControls(page.get()), QStringList());
    QVERIFY(tile(*page, u"Failed"_s)->accessibleName().contains(u"20"_s));
    const QList<QWidget *> chain = tabChain(page.get());
    qsizetype last = -1;
    for (const AttentionList *list : {page->failures(), page->stuck(), page->overdue(), page->loads()}) {
        int stops = 0;
        for (AttentionRow *each : list->rows()) {
            const qsizetype at = chain.indexOf(each);
            stops += at >= 0 ? 1 : 0;
            QVERIFY(at < 0 || at > last); // from the top
            last = qMax(last, at);
        }
        QCOMPARE(stops, list->rows().isEmpty() ? 0 : 1);
    }
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
