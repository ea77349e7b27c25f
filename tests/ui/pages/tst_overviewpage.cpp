// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/instances/instancelist.h"
#include "ui/pages/overview/counttile.h"
#include "ui/pages/overview/overviewpage.h"

using namespace podium;
using namespace Qt::StringLiterals;

class TestOverviewPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsAndLists();
    void tilesOpenTheListBehindThem();
    void serversThatDoNotCount();
    void allIsWell();
    void overdueJobsLeadToTheirPage();
    void failureIsSaid();
    void liveChangesCountAgain();

private:
    static CountTile *tile(const OverviewPage &page, const QString &name)
    {
        for (CountTile *each : page.findChildren<CountTile *>()) {
            if (each->text() == name)
                return each;
        }
        return nullptr;
    }
    const Location m_here{u"overview"_s, {}, {}};
};

void TestOverviewPage::countsAndLists()
{
    PageTest test;
    auto page = test.open<OverviewPage>(m_here);
    QTRY_COMPARE(tile(*page, u"Failed"_s)->value(), u"20"_s);
    QTRY_COMPARE(tile(*page, u"Workflows unavailable"_s)->value(), u"1"_s);
    QTRY_VERIFY(page->failed()->model()->rowCount() > 0);
    QCOMPARE(page->failed()->model()->instanceAt(0)->state, InstanceState::Error);
    QTRY_VERIFY(page->running()->model()->rowCount() > 0);
    QCOMPARE(page->running()->model()->instanceAt(0)->state, InstanceState::Active);
    QVERIFY(tile(*page, u"Failed"_s)->accessibleName().contains(u"20"_s));
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
    QTRY_COMPARE(tile(*page, u"Completed"_s)->value(), u"100+"_s);
}

void TestOverviewPage::allIsWell()
{
    PageTest test;
    test.fake.instances.setGenerated(2); // one runs, one completed
    test.fake.jobs.setGenerated(0);
    test.fake.catalog.workflows = {fakeWorkflows().constFirst()};
    auto page = test.open<OverviewPage>(m_here);
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"All is well"_s));
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"Nothing failed"_s));
}

void TestOverviewPage::overdueJobsLeadToTheirPage()
{
    PageTest test;
    auto page = test.open<OverviewPage>(m_here);
    QTRY_COMPARE(tile(*page, u"Jobs overdue"_s)->value(), u"3"_s);
    tile(*page, u"Jobs overdue"_s)->click();
    QCOMPARE(test.navigator.opened.constLast().toText(), u"jobs:due=overdue"_s);
    test.fake.jobs.canCount = false;
    page->refresh();
    QTRY_COMPARE(test.fake.jobs.pages.calls, 1);
    QCOMPARE(tile(*page, u"Jobs overdue"_s)->value(), u"3"_s);
}

void TestOverviewPage::failureIsSaid()
{
    PageTest test;
    test.fake.instances.counts.error = fakeError();
    auto page = test.open<OverviewPage>(m_here);
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(fakeError().what));
    QVERIFY(!PageTest::visibleText(page.get()).contains(u"All is well"_s));
}

void TestOverviewPage::liveChangesCountAgain()
{
    PageTest test;
    auto page = test.open<OverviewPage>(m_here);
    QTRY_COMPARE(tile(*page, u"Running"_s)->value(), u"40"_s);
    WorkflowInstance added = test.newest(InstanceState::Active);
    added.id = u"added"_s;
    added.start = test.fake.clock.now();
    test.fake.change(added);
    QTRY_COMPARE(tile(*page, u"Running"_s)->value(), u"41"_s);
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
