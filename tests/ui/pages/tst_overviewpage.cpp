// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "tests/ui/pages/overviewtest.h"
#include "ui/pages/overview/failurereader.h"
#include "ui/pages/overview/rangechoice.h"

#include <QToolButton>

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
    void tilesOpenTheListBehindThem();
    void serversThatDoNotCount();
    void allIsWell();
    void failureIsSaid();
    void nothingCouldBeRead();
    void liveChangesAreRead();
    void hiddenItAsksNothing();
    void everyNumberHasAName();
};

void TestOverviewPage::failuresInGroups()
{
    OverviewTest test;
    auto page = test.openOverview();
    QTRY_VERIFY(!page->failures()->rows().isEmpty());
    QTRY_COMPARE(test.tile(*page, u"Failed"_s)->value(), u"20"_s);
    test.expand(page->failures());
    int failed = 0;
    for (const AttentionRow *each : page->failures()->rows()) {
        failed += each->content().number.toInt();
        QVERIFY(each->accessibleName().contains(each->content().number + u" failed"_s));
        QCOMPARE(std::accumulate(each->content().steps.cbegin(), each->content().steps.cend(), qint64(0)),
                 each->content().number.toInt());
    }
    QCOMPARE(failed, 20);
    // With the node's name, once its definition was read.
    QTRY_VERIFY(test.row(page->failures(), u"Fulfil an order · send invoice"_s));
    QVERIFY(test.row(page->failures(), u"Fulfil an order"_s)->content().detail.contains(u"Service Unavailable"_s));
    for (const InstanceQuery &query : std::as_const(test.fake.instances.queries))
        QVERIFY(query.limit <= 1000);
}

void TestOverviewPage::aFailureOpensTheListBehindIt()
{
    OverviewTest test;
    auto page = test.openOverview();
    QTRY_VERIFY(!page->failures()->rows().isEmpty());
    test.expand(page->failures());
    test.row(page->failures(), u"Fulfil an order"_s)->click();
    const QString filter = test.filterOf(test.navigator.opened.constLast());
    QVERIFY2(filter.contains("state:error workflow:order-fulfilment errornode:"_L1), qPrintable(filter));
    QVERIFY2(filter.contains("error:\""_L1), qPrintable(filter));
    QVERIFY2(filter.contains("started:>=2026-03-01T15:00:00.000Z"_L1), qPrintable(filter));
    QCOMPARE(Location::fromText(test.navigator.opened.constLast().toText()), test.navigator.opened.constLast());
}

void TestOverviewPage::aBarOpensItsOwnList()
{
    OverviewTest test;
    test.calm();
    test.fake.instances.put(test.failedRun(u"a"_s, u"down"_s, test.fake.clock.now().addSecs(-5400)));
    auto page = test.openOverview();
    QTRY_VERIFY(test.row(page->failures(), u"Billing"_s));
    AttentionRow *billing = test.row(page->failures(), u"Billing"_s);
    billing->setFocus();
    QTest::keyClick(billing, Qt::Key_Left); // the hour that is running
    QCOMPARE(billing->chosenStep(), 23);
    QVERIFY2(billing->accessibleName().startsWith(u"15:00–16:00: 0 failed"_s), qPrintable(billing->accessibleName()));
    QTest::keyClick(billing, Qt::Key_Left);
    QVERIFY2(billing->accessibleName().startsWith(u"14:00–15:00: 1 failed"_s), qPrintable(billing->accessibleName()));
    QTest::keyClick(billing, Qt::Key_Return);
    const QString filter = test.filterOf(test.navigator.opened.constLast());
    QVERIFY2(filter.endsWith("started:2026-03-02T13:00:00.000Z..2026-03-02T13:59:59.999Z"_L1), qPrintable(filter));
    QTest::keyClick(billing, Qt::Key_Escape);
    QCOMPARE(billing->chosenStep(), -1);
}

void TestOverviewPage::olderFailuresAreOneClickAway()
{
    OverviewTest test;
    test.calm();
    test.fake.instances.put(test.failedRun(u"a"_s, u"down"_s, test.fake.clock.now().addSecs(-60)));
    test.fake.instances.put(test.failedRun(u"b"_s, u"down"_s, test.fake.clock.now().addDays(-3)));
    auto page = test.openOverview();
    QTRY_VERIFY(PageTest::buttonWithText<QPushButton>(page.get(), u"1 failed run(s) started earlier"_s) ||
                PageTest::buttonWithText<QPushButton>(page.get(), u"1 failed run started earlier"_s));
    QCOMPARE(test.row(page->failures(), u"Billing"_s)->content().number, u"1"_s);
    for (QPushButton *button : page->failures()->findChildren<QPushButton *>()) {
        if (button->text().contains("earlier"_L1))
            button->click();
    }
    QCOMPARE(test.filterOf(test.navigator.opened.constLast()), u"state:error started:<2026-03-01T15:00:00.000Z"_s);
}

void TestOverviewPage::saysWhenNotAllWereLookedAt()
{
    OverviewTest test;
    test.calm();
    for (int i = 0; i < FailureReader::kMost + 1; ++i)
        test.fake.instances.put(test.failedRun(u"f%1"_s.arg(i), u"down"_s, test.fake.clock.now().addSecs(-60 - i)));
    auto page = test.openOverview();
    QTRY_VERIFY(test.row(page->failures(), u"Billing"_s));
    QCOMPARE(test.row(page->failures(), u"Billing"_s)->content().number, u"1,000+"_s);
    QVERIFY(PageTest::visibleText(page.get()).contains(u"Only the newest 1,000"_s));
    QVERIFY(test.row(page->failures(), u"Billing"_s)->accessibleName().contains(u"at least 1,000"_s));
}

void TestOverviewPage::tellsWhatIsNew()
{
    OverviewTest test;
    test.calm();
    const QDateTime now = test.fake.clock.now();
    test.fake.instances.put(test.failedRun(u"a"_s, u"down"_s, now.addSecs(-600)));
    auto page = test.openOverview();
    QTRY_VERIFY(test.row(page->failures(), u"Billing"_s));
    QCOMPARE(test.row(page->failures(), u"Billing"_s)->content().badge, QString()); // to who never looked
    page->hide();
    test.fake.instances.put(test.failedRun(u"b"_s, u"down"_s, now.addSecs(-30)));
    page->show();
    QTRY_COMPARE(test.row(page->failures(), u"Billing"_s)->content().badge, u"1 new"_s);
    QVERIFY(test.row(page->failures(), u"Billing"_s)->accessibleName().contains(u"new since you last looked"_s));
    PageTest::buttonWithText<QPushButton>(page.get(), u"Mark all as seen"_s)->click();
    QTRY_COMPARE(test.row(page->failures(), u"Billing"_s)->content().badge, QString());
    QTRY_VERIFY(!PageTest::buttonWithText<QPushButton>(page.get(), u"Mark all as seen"_s));
}

void TestOverviewPage::remembersWhatWasLookedAt()
{
    OverviewTest test;
    test.calm();
    const QDateTime now = test.fake.clock.now();
    test.fake.instances.put(test.failedRun(u"a"_s, u"down"_s, now.addSecs(-600)));
    auto page = test.openOverview();
    QTRY_VERIFY(test.row(page->failures(), u"Billing"_s));
    page->findChildren<RangeChoice *>().constFirst()->findChildren<QToolButton *>().constLast()->click();
    const QJsonObject state = page->saveState();
    page.reset();
    test.fake.instances.put(test.failedRun(u"b"_s, u"down"_s, now.addSecs(-30)));
    auto again = std::make_unique<OverviewPage>(test.context, Location{u"overview"_s, {}, {}});
    again->restoreState(state);
    again->resize(1100, 760);
    again->QWidget::show();
    QTRY_VERIFY(test.row(again->failures(), u"Billing"_s));
    QCOMPARE(test.row(again->failures(), u"Billing"_s)->content().badge, u"1 new"_s);
    QCOMPARE(test.row(again->failures(), u"Billing"_s)->content().steps.size(), 30);
}

void TestOverviewPage::tilesOpenTheListBehindThem()
{
    OverviewTest test;
    auto page = test.openOverview();
    QTest::keyClick(test.tile(*page, u"Failed"_s), Qt::Key_Space);
    QCOMPARE(test.navigator.opened.constLast().toText(), u"instances:state=ERROR"_s);
    test.tile(*page, u"Workflows unavailable"_s)->click();
    QCOMPARE(test.navigator.opened.constLast().kind, u"workflows"_s);
}

void TestOverviewPage::serversThatDoNotCount()
{
    OverviewTest test;
    test.fake.instances.canCount = false;
    test.fake.instances.setGenerated(2400);
    auto page = test.openOverview();
    QTRY_COMPARE(test.tile(*page, u"Running"_s)->value(), u"100+"_s);
    QCOMPARE(test.tile(*page, u"Failed"_s)->value(), u"100+"_s);
    QTRY_VERIFY(!page->failures()->rows().isEmpty());
}

void TestOverviewPage::allIsWell()
{
    OverviewTest test;
    test.calm();
    auto page = test.openOverview();
    QTRY_VERIFY(PageTest::visibleText(page.get()).count(u"Nothing needs you"_s) == 2); // the panel, and the top line
    QVERIFY(!page->failures()->isVisible());
    QVERIFY(page->loads()->isVisible());
    test.fake.instances.put(test.failedRun(u"a"_s, u"down"_s, test.fake.clock.now()));
    page->refresh();
    QTRY_VERIFY(page->failures()->isVisible());
    QVERIFY(!PageTest::visibleText(page.get()).contains(u"Nothing needs you"_s));
}

void TestOverviewPage::failureIsSaid()
{
    OverviewTest test;
    test.calm();
    test.fake.instances.counts.error = fakeError();
    auto page = test.openOverview();
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
    OverviewTest test;
    test.fake.instances.counts.error = fakeError();
    test.fake.instances.pages.error = fakeError();
    auto page = test.openOverview();
    auto *states = page->findChild<StateView *>();
    QTRY_COMPARE(states->shown(), StateView::Shown::Error);
    QVERIFY(PageTest::visibleText(page.get()).contains(fakeError().why));
    QCOMPARE(test.tile(*page, u"Failed"_s)->value(), QString());
    test.fake.instances.counts.error.reset();
    test.fake.instances.pages.error.reset();
    PageTest::buttonWithText<QPushButton>(page.get(), u"Try again"_s)->click();
    QTRY_COMPARE(states->shown(), StateView::Shown::Content);
    QTRY_VERIFY(!page->failures()->rows().isEmpty());
}

void TestOverviewPage::liveChangesAreRead()
{
    OverviewTest test;
    auto page = test.openOverview();
    QTRY_COMPARE(test.tile(*page, u"Running"_s)->value(), u"40"_s);
    WorkflowInstance added = test.newest(InstanceState::Active);
    added.id = u"added"_s;
    added.start = test.fake.clock.now();
    test.fake.change(added);
    QTRY_COMPARE_WITH_TIMEOUT(test.tile(*page, u"Running"_s)->value(), u"41"_s, 10'000);
}

void TestOverviewPage::hiddenItAsksNothing()
{
    OverviewTest test;
    auto page = test.openOverview();
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
    OverviewTest test;
    auto page = test.openOverview();
    QTRY_COMPARE(test.tile(*page, u"Workflows unavailable"_s)->value(), u"1"_s);
    QTRY_VERIFY(!page->loads()->rows().isEmpty());
    QCOMPARE(unnamedControls(page.get()), QStringList());
    QVERIFY(test.tile(*page, u"Failed"_s)->accessibleName().contains(u"20"_s));
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
