// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/jobs/duestrip.h"
#include "ui/pages/jobs/jobactions.h"
#include "ui/pages/jobs/joblist.h"
#include "ui/pages/jobs/jobspage.h"
#include "ui/widgets/chiprow.h"

#include <QClipboard>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

class TestJobsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lateOnesComeFirst();
    void oneRequestForTheFirstRows();
    void loadingEmptyAndErrorAreDesigned();
    void filtersAskTheServer();
    void idsAreSearchedWhole();
    void locationSetsFilters();
    void stripFiltersTheList();
    void overdueGoesOnWithTime();
    void changesKeepSelectionAndScroll();
    void watchesOnlyWhileShown();
    void enterOpensTheInstanceAtItsNode();
    void disabledActionsSayWhy();
    void tooManyAreNotActedOn();
    void stateIsRemembered();
    void everyControlHasAName();
    void keyboardReachesEverything();

private:
    const Location m_here{u"jobs"_s, {}, {}};
};

#define OPEN_PAGE                                                                                                      \
    auto page = test.open<JobsPage>(m_here);                                                                           \
    AllJobsModel *model = page->list()->model();                                                                       \
    ListView *view = page->list()->view();                                                                             \
    QTRY_COMPARE(model->phase(), PagedModel::Phase::Ready);                                                            \
    Q_UNUSED(view)

void TestJobsPage::lateOnesComeFirst()
{
    PageTest test;
    OPEN_PAGE;
    QCOMPARE(model->rowCount(), 40);
    QVERIFY(PageTest::visibleText(page.get()).contains(u"40"_s));
    const auto status = [&](int row) { return model->index(row, int(JobColumn::Status)).data().toString(); };
    QCOMPARE(status(0), u"Overdue"_s);
    QCOMPARE(status(2), u"Overdue"_s);
    QCOMPARE(status(3), u"Scheduled"_s);
    QCOMPARE(status(39), u"Executed"_s);
    QTRY_VERIFY(page->strip()->overdue() == 3);
    QTRY_VERIFY(!model->index(0, int(JobColumn::Node)).data().toString().isEmpty());
}

void TestJobsPage::oneRequestForTheFirstRows()
{
    PageTest test;
    auto page = std::make_unique<JobsPage>(test.context, m_here);
    page->restoreState({{u"due"_s, u"overdue"_s}});
    QCOMPARE(test.fake.jobs.pages.calls, 0);
    page->show();
    QTRY_COMPARE(page->list()->model()->phase(), PagedModel::Phase::Ready);
    QCOMPARE(test.fake.jobs.pages.calls, 1);
    QCOMPARE(page->list()->model()->rowCount(), 3);
}

void TestJobsPage::loadingEmptyAndErrorAreDesigned()
{
    PageTest test;
    test.fake.jobs.pages.hang = true;
    auto page = test.open<JobsPage>(m_here);
    QCOMPARE(page->list()->stateView()->shown(), StateView::Shown::Loading);
    test.fake.jobs.pages.release();
    QTRY_COMPARE(page->list()->stateView()->shown(), StateView::Shown::Content);

    test.fake.jobs.setGenerated(0);
    page->refresh();
    QTRY_COMPARE(page->list()->stateView()->shown(), StateView::Shown::Empty);
    auto *action = PageTest::buttonWithText<QAbstractButton>(page.get(), u"Go to Workflows"_s);
    QVERIFY(action);
    action->click();
    QCOMPARE(test.navigator.opened.constLast().kind, u"workflows"_s);

    page->go(Location{u"jobs"_s, u"due=overdue"_s, {}});
    QTRY_VERIFY(PageTest::visibleText(page->list()).contains(u"Nothing is overdue"_s));

    test.fake.jobs.pages.error = fakeError();
    page->go(Location{u"jobs"_s, u"state=ERROR"_s, {}});
    QTRY_COMPARE(page->list()->stateView()->shown(), StateView::Shown::Error);
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(fakeError().why));
    test.fake.jobs.pages.error.reset();
    test.fake.jobs.setGenerated(40);
    auto *retry = PageTest::buttonWithText<QAbstractButton>(page->list(), u"Try again"_s);
    QVERIFY(retry);
    retry->click();
    QTRY_COMPARE(page->list()->stateView()->shown(), StateView::Shown::Content);

    test.fake.live.setStatus({LiveStatus::Mode::Offline, 0, test.fake.clock.now(), u"<b>no route</b>"_s});
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"<b>no route</b>"_s)); // as text
    QVERIFY(page->list()->view()->isVisible());                                    // the old data stays
}

void TestJobsPage::filtersAskTheServer()
{
    PageTest test;
    OPEN_PAGE;
    const auto chips = page->findChildren<ChipRow *>();
    QCOMPARE(chips.size(), 2);
    chips.at(0)->chip(3)->click(); // Failed
    QTRY_COMPARE(test.fake.jobs.queries.constLast().statuses, QList<JobStatus>{JobStatus::Error});
    QTRY_COMPARE(model->phase(), PagedModel::Phase::Ready);
    QVERIFY(model->rowCount() > 0);
    auto *clear = PageTest::buttonWithText<QPushButton>(page.get(), u"Clear filters"_s);
    QVERIFY(clear);
    clear->click();
    QTRY_COMPARE(model->rowCount(), 40);
    QVERIFY(!chips.at(0)->chip(3)->isChecked());

    chips.at(1)->chip(1)->click(); // Next hour: only what waits
    QTRY_COMPARE(test.fake.jobs.queries.constLast().statuses, QList<JobStatus>{JobStatus::Scheduled});
    QCOMPARE(test.fake.jobs.queries.constLast().dueBefore, test.fake.clock.now().addSecs(3600));
    chips.at(1)->chip(0)->click(); // Overdue puts the other one out
    QVERIFY(!chips.at(1)->chip(1)->isChecked());
    QTRY_COMPARE(model->rowCount(), 3);
    QVERIFY(page->strip()->blocks().constFirst()->isChecked());

    auto *workflow = page->findChild<QComboBox *>();
    QTRY_VERIFY(workflow->count() > 3);
    workflow->setCurrentIndex(2);
    Q_EMIT workflow->activated(2);
    QCOMPARE(test.fake.jobs.queries.constLast().workflowIds, QStringList{workflow->currentData().toString()});
}

void TestJobsPage::idsAreSearchedWhole()
{
    PageTest test;
    OPEN_PAGE;
    const Job job = *model->jobAt(7);
    auto *field = page->findChild<QLineEdit *>();
    QTest::keyClicks(field, u' ' + job.instanceId + u' ');
    QTRY_COMPARE(test.fake.jobs.queries.constLast().id, job.instanceId);
    QTRY_VERIFY(model->rowOf(job.id) >= 0);
    field->setText(job.instanceId.left(8));
    QTRY_COMPARE(page->list()->stateView()->shown(), StateView::Shown::Empty);
    QVERIFY(PageTest::visibleText(page->list()).contains(u"whole"_s));
}

void TestJobsPage::locationSetsFilters()
{
    PageTest test;
    JobFilters filters;
    filters.statuses = {JobStatus::Retry, JobStatus::Error};
    filters.workflow = u"a,b=c&d%"_s;
    filters.due = DueFilter::Today;
    filters.id = u"x=1,y@2"_s;
    const Location again = Location::fromText(filters.location().toText());
    QCOMPARE(again, filters.location());
    auto page = test.open<JobsPage>(again);
    QTRY_VERIFY(!test.fake.jobs.queries.isEmpty());
    const JobQuery query = test.fake.jobs.queries.constLast();
    QCOMPARE(query.workflowIds, QStringList{u"a,b=c&d%"_s});
    QCOMPARE(query.statuses.size(), 2);
    QCOMPARE(query.id, u"x=1,y@2"_s);
    QVERIFY(query.dueFrom.isValid() && query.dueBefore.isValid());
    page->go(Location{u"jobs"_s, u"state=NONSENSE,due=never,=,,"_s, {}});
    QTRY_COMPARE(test.fake.jobs.queries.constLast(), JobQuery());
}

void TestJobsPage::stripFiltersTheList()
{
    PageTest test;
    OPEN_PAGE;
    const auto blocks = page->strip()->blocks();
    QTRY_VERIFY(blocks.at(2)->count() > 0);
    blocks.at(2)->click();
    QTRY_COMPARE(qint64(model->rowCount()), blocks.at(2)->count());
    QCOMPARE(page->filters().due, DueFilter::Range);
    blocks.at(0)->click();
    QVERIFY(!blocks.at(2)->isChecked());
    QTRY_COMPARE(model->rowCount(), 3);
    blocks.at(0)->click(); // again puts it out
    QTRY_COMPARE(model->rowCount(), 40);
    QCOMPARE(page->filters().due, DueFilter::Any);
}

void TestJobsPage::overdueGoesOnWithTime()
{
    PageTest test;
    auto page = test.open<JobsPage>(Location{u"jobs"_s, u"due=overdue"_s, {}});
    AllJobsModel *model = page->list()->model();
    QTRY_COMPARE(model->rowCount(), 3);
    page->list()->view()->selectRow(1);
    test.fake.clock.advance(700'000);
    page->refresh();
    QTRY_COMPARE(model->rowCount(), 4);
    QCOMPARE(page->list()->view()->selectedRows(), QList<int>{1}); // not read from the start
}

void TestJobsPage::changesKeepSelectionAndScroll()
{
    PageTest test;
    test.fake.jobs.setGenerated(400);
    OPEN_PAGE;
    QApplication::setActiveWindow(page.get());
    view->setFocus();
    view->verticalScrollBar()->setValue(30 * view->rowHeight(0));
    QTRY_VERIFY(model->jobAt(45));
    const int first = view->rowAt(0);
    view->selectRow(first + 2);
    const QString chosen = model->jobAt(first + 2)->id;
    const int scrolled = view->verticalScrollBar()->value();
    Job fired = *model->jobAt(first + 1);
    fired.status = JobStatus::Executed;
    fired.lastUpdate = test.fake.clock.now().addSecs(1);
    test.fake.jobs.put(fired);
    Q_EMIT test.fake.live.jobsChanged({fired});
    QTRY_COMPARE(model->jobAt(view->rowAt(0) + 1)->status, JobStatus::Scheduled); // it went down the list
    QCOMPARE(view->currentIndex().data(IdRole).toString(), chosen);
    QCOMPARE(view->verticalScrollBar()->value(), scrolled);
    QVERIFY(view->hasFocus());
}

void TestJobsPage::watchesOnlyWhileShown()
{
    PageTest test;
    {
        OPEN_PAGE;
        QCOMPARE(test.fake.live.jobWatches, 1);
        page->hide();
        QCOMPARE(test.fake.live.jobWatches, 0);
        page->show();
        QCOMPARE(test.fake.live.jobWatches, 1);
    }
    QCOMPARE(test.fake.live.jobWatches, 0);
}

void TestJobsPage::enterOpensTheInstanceAtItsNode()
{
    PageTest test;
    OPEN_PAGE;
    view->setFocus();
    view->selectRow(4);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(test.navigator.opened.size(), 1);
    const Job job = *model->jobAt(4);
    QCOMPARE(test.navigator.opened.constFirst(), (Location{u"instance"_s, job.instanceId, {}}));
    QCOMPARE(test.navigator.opened.constFirst().part, u"node="_s + job.nodeInstanceId);
}

void TestJobsPage::disabledActionsSayWhy()
{
    PageTest test;
    OPEN_PAGE;
    auto *cancel = PageTest::buttonWithText<QPushButton>(page.get(), u"Cancel job…"_s);
    QVERIFY(cancel && !cancel->isEnabled());
    QVERIFY(!cancel->toolTip().isEmpty() && !cancel->accessibleDescription().isEmpty());
    view->selectRow(39); // executed
    QTRY_VERIFY(cancel->toolTip().contains(u"executed"_s));
    QVERIFY(!cancel->isEnabled());
    view->selectRow(5);
    QTRY_VERIFY(cancel->isEnabled());
    view->selectAll(); // those that are over are left out
    QTRY_COMPARE(cancel->text(), u"Cancel jobs…"_s);
    QVERIFY(cancel->isEnabled());
}

void TestJobsPage::tooManyAreNotActedOn()
{
    PageTest test;
    test.fake.jobs.setGenerated(100'000);
    OPEN_PAGE;
    auto *cancel = PageTest::buttonWithText<QPushButton>(page.get(), u"Cancel job…"_s);
    QElapsedTimer timer;
    timer.start();
    view->selectAll();
    QTRY_VERIFY(cancel->toolTip().contains(QString::number(JobActions::kMostAtOnce)));
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!cancel->isEnabled());
    // Rows that were never read cannot be told apart.
    view->selectionModel()->select(QItemSelection(model->index(90, 0), model->index(400, kJobColumns - 1)),
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QTRY_VERIFY(cancel->toolTip().contains(u"not read yet"_s));
    QVERIFY(!cancel->isEnabled());
}

void TestJobsPage::stateIsRemembered()
{
    PageTest test;
    OPEN_PAGE;
    page->go(Location{u"jobs"_s, u"due=week,state=SCHEDULED"_s, {}});
    page->strip()->setScale(DueScale::Week);
    model->sort(int(JobColumn::Workflow), Qt::DescendingOrder);
    view->setColumnHidden(int(JobColumn::Repeat), true);
    const QJsonObject state = page->saveState();
    auto second = std::make_unique<JobsPage>(test.context, m_here);
    second->restoreState(state); // as the window does it: before there is any size
    second->resize(1400, 800);
    second->show();
    QVERIFY(second->list()->view()->isColumnHidden(int(JobColumn::Repeat)));
    QCOMPARE(second->filters().due, DueFilter::Week);
    QCOMPARE(second->strip()->scale(), DueScale::Week);
    QCOMPARE(second->list()->model()->query().order, JobQuery::Order::WorkflowDescending);
    second->restoreState(
        {{u"states"_s, 5}, {u"list"_s, u"nonsense"_s}, {u"due"_s, QJsonObject()}, {u"order"_s, 99}}); // a damaged file
    QVERIFY(second->filters().isEmpty());
}

void TestJobsPage::everyControlHasAName()
{
    PageTest test;
    OPEN_PAGE;
    QCOMPARE(PageTest::namelessControls(page.get()), QStringList());
    QCOMPARE(unnamedControls(page.get()), QStringList());
}

void TestJobsPage::keyboardReachesEverything()
{
    PageTest test;
    OPEN_PAGE;
    view->selectRow(5);
    QTRY_VERIFY(PageTest::buttonWithText<QPushButton>(page.get(), u"Reschedule…"_s)->isEnabled());
    const QList<QWidget *> chain = tabChain(view);
    QVERIFY(chain.contains(PageTest::buttonWithText<QPushButton>(page.get(), u"Reschedule…"_s)));
    const auto blocks = page->strip()->blocks();
    const auto inChain = std::count_if(blocks.cbegin(), blocks.cend(),
                                       [&](DueBlock *block) { return chain.contains(static_cast<QWidget *>(block)); });
    QCOMPARE(inChain, 1); // one stop, then arrow keys
}

QTEST_MAIN(TestJobsPage)
#include "tst_jobspage.moc"
