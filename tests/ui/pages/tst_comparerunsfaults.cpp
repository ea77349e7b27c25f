// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/pages/comparerunstest.h"

using namespace podium;

/// What the comparison of two runs says where something is missing, or not alike.
class TestCompareRunsFaults : public CompareRunsTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { m_test.reset(); }
    void otherVersion();
    void differentWorkflows();
    void runThatIsGone();
    void offlineAndAgain();
    void noDefinition();
    void goesAwayWhileItReads();
};

void TestCompareRunsFaults::otherVersion()
{
    QByteArray later = graphruns::kOrder;
    later.replace("name: Refuse", "name: Decline").replace("transition: Refuse", "transition: Decline");
    QList<NodeDefinition> nodes = graphruns::definitions();
    nodes.last().state = u"Decline"_s;
    addVersion(u"1.1"_s, later, nodes);
    put(u"newer"_s, m_test->fake.instances.current(u"refused"_s), "{}", u"1.1"_s);
    auto page = opened(u"refused..newer"_s);
    QTRY_VERIFY(rows(page.get()).contains(u"Decline: Only B"_s));
    QVERIFY(rows(page.get()).contains(u"Refuse: Only A"_s));
    QVERIFY(PageTest::visibleText(page.get()).contains(u"different versions, 1.0 and 1.1"_s));
    PageTest::buttonWithText<QAbstractButton>(page.get(), u"Compare the versions"_s)->click();
    QCOMPARE(m_test->navigator.opened.last().toText(), u"compare:order@1.0..1.1"_s);
}

void TestCompareRunsFaults::differentWorkflows()
{
    WorkflowInstance other = m_test->fake.instances.current(u"sent"_s);
    other.id = u"other"_s;
    other.workflowId = u"billing"_s;
    m_test->fake.instances.put(other);
    auto page = open(u"sent..other"_s);
    QTRY_COMPARE(page->stateView()->shown(), StateView::Shown::Empty);
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"runs of different workflows"_s));
}

void TestCompareRunsFaults::runThatIsGone()
{
    auto page = open(u"sent..gone"_s);
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"Run B is not there"_s));
    auto same = open(u"sent..sent"_s);
    QTRY_VERIFY(PageTest::visibleText(same.get()).contains(u"It is one run"_s));
}

void TestCompareRunsFaults::offlineAndAgain()
{
    m_test->fake.instances.details.error = fakeError();
    auto page = open();
    QTRY_COMPARE(page->stateView()->shown(), StateView::Shown::Error);
    m_test->fake.instances.details.error.reset();
    page->refresh();
    waitFor(page.get());
    // What is on screen stays when reading it again fails.
    m_test->fake.instances.details.error = fakeError();
    page->refresh();
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"could not be read"_s));
    QCOMPARE(page->stateView()->shown(), StateView::Shown::Content);
}

void TestCompareRunsFaults::noDefinition()
{
    m_test->fake.catalog.workflows.first().source.text.clear();
    auto page = opened();
    QVERIFY(rows(page.get()).contains(u"Pack: Only A"_s));
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"There is no graph to draw"_s));
    m_test->fake.catalog.workflows.clear();
    auto none = opened();
    QCOMPARE(none->view()->states()->rowCount(), 4); // by their visits
}

void TestCompareRunsFaults::goesAwayWhileItReads()
{
    m_test->fake.instances.details.hang = true;
    auto page = open();
    page.reset();
    QCOMPARE(m_test->fake.instances.details.cancelled(), 2);
    m_test->fake.instances.details.release();
    auto other = opened();
    other.reset(); // with the graph on its way
}

QTEST_MAIN(TestCompareRunsFaults)
#include "tst_comparerunsfaults.moc"
