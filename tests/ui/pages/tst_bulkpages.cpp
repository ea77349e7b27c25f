// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/bulkreportmodel.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/bulk/bulkactions.h"
#include "ui/pages/bulk/bulkbutton.h"
#include "ui/pages/bulk/bulkdialog.h"
#include "ui/pages/bulk/bulkpage.h"
#include "ui/pages/bulk/bulkspage.h"
#include "ui/pages/instances/instancelist.h"
#include "ui/pages/instances/instancespage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chiprow.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

class TestBulkPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fromTheSelectionToTheReport();
    void nothingSelectedIsSaid();
    void followsWhatBecomesOfTheSelection();
    void whatAppliesToNoneIsDisabled();
    void dryRunTellsWhatIsLeftAlone();
    void dryRunThatFailsCanBeTriedAgain();
    void productionAsksInWords();
    void reportFillsWhileItRuns();
    void pausesResumesAndStops();
    void pauseOfItsOwnIsExplained();
    void interruptedOneGoesOnWhenAsked();
    void failedOnesAreTriedAgain();
    void filtersAndExports();
    void listOfAllLeadsToEach();
    void unknownReportIsSaid();

private:
    template <typename Dialog = QDialog>
    static Dialog *dialog()
    {
        return qobject_cast<Dialog *>(QApplication::activeModalWidget());
    }
    static QPushButton *button(const QWidget *parent, const QString &start)
    {
        for (auto *each : parent->findChildren<QPushButton *>()) {
            if (each->isVisible() && each->text().startsWith(start))
                return each;
        }
        return nullptr;
    }
    static Batch::Options quick()
    {
        Batch::Options options;
        options.confirmAfterMs = {1, 1, 1};
        options.pauseAfter = 3;
        return options;
    }
    static QList<WorkflowInstance> ones(PageTest &test, InstanceState state, int count)
    {
        QList<WorkflowInstance> rows;
        for (int i = 0; rows.size() < count; ++i) {
            const WorkflowInstance row = fakeInstance(i, test.fake.clock.now().addSecs(-42));
            if (row.state == state)
                rows << row;
        }
        return rows;
    }
    static QString start(PageTest &test, BulkVerb verb, const QList<WorkflowInstance> &rows)
    {
        test.fake.bulks.setOptions(quick());
        return test.fake.bulks.start(verb, rows, u"chosen by the test"_s);
    }
    static QString cell(const BulkPage &page, int row, int column)
    {
        return page.view()->model()->index(row, column).data().toString();
    }
};

void TestBulkPages::fromTheSelectionToTheReport()
{
    PageTest test;
    test.fake.bulks.setOptions(quick());
    auto page = test.open<InstancesPage>({u"instances"_s, {}, {}});
    QTRY_COMPARE(page->list()->model()->phase(), InstanceListModel::Phase::Ready);
    auto *actions = page->findChild<BulkButton *>();
    QVERIFY(actions && !actions->isEnabled());
    page->list()->view()->selectAll(); // the generated ones: all states
    QTRY_VERIFY(actions->isEnabled());
    QVERIFY(actions->text().contains(QLocale().toString(page->list()->selection().rows.size())));
    page->bulkActions()->action(BulkVerb::Retry)->trigger();
    QTRY_VERIFY(dialog<BulkDialog>() && button(dialog(), u"Retry"_s));
    QTRY_VERIFY(button(dialog(), u"Retry"_s)->isEnabled());
    QVERIFY(test.fake.instances.actionLog.isEmpty()); // a dry run
    QCOMPARE(unnamedControls(dialog()), QStringList());
    const auto applicable = dialog<BulkDialog>()->applicable().size();
    QVERIFY(applicable > 0);
    button(dialog(), u"Retry"_s)->click();
    QTRY_COMPARE(test.navigator.opened.size(), 1);
    QCOMPARE(test.navigator.opened.constFirst().kind, u"bulk"_s);
    const QString id = test.navigator.opened.constFirst().id;
    QTRY_VERIFY(test.fake.bulks.running().isEmpty());
    QCOMPARE(test.fake.bulks.report(id)->countOf(BatchOutcome::Done), applicable);
}

void TestBulkPages::nothingSelectedIsSaid()
{
    PageTest test;
    auto page = test.open<InstancesPage>({u"instances"_s, {}, {}});
    QTRY_COMPARE(page->list()->model()->phase(), InstanceListModel::Phase::Ready);
    page->list()->view()->clearSelection();
    QTRY_VERIFY(!page->bulkActions()->action(BulkVerb::Abort)->isEnabled());
    QVERIFY(page->bulkActions()->action(BulkVerb::Abort)->toolTip().contains(u"Select"_s));
    QVERIFY(!page->findChild<BulkButton *>()->toolTip().isEmpty());
}

void TestBulkPages::followsWhatBecomesOfTheSelection()
{
    PageTest test;
    auto page = test.open<InstancesPage>({u"instances"_s, {}, {}});
    QTRY_COMPARE(page->list()->model()->phase(), InstanceListModel::Phase::Ready);
    WorkflowInstance running = test.newest(InstanceState::Active);
    page->list()->selectId(running.id);
    QTRY_VERIFY(page->bulkActions()->action(BulkVerb::Abort)->isEnabled());
    QVERIFY(!page->bulkActions()->action(BulkVerb::Retry)->isEnabled());
    running.state = InstanceState::Error;
    test.fake.change(running);
    QTRY_VERIFY(page->bulkActions()->action(BulkVerb::Retry)->isEnabled());
}

void TestBulkPages::whatAppliesToNoneIsDisabled()
{
    PageTest test;
    QWidget owner;
    InstanceSelection selection;
    selection.rows = ones(test, InstanceState::Completed, 2);
    BulkActions actions(test.context, &owner, [&] { return selection; });
    QVERIFY(!actions.action(BulkVerb::Retry)->isEnabled());
    QVERIFY(actions.action(BulkVerb::Retry)->toolTip().contains(u"failed"_s));
    QVERIFY(!actions.action(BulkVerb::Abort)->isEnabled());
    QVERIFY(actions.action(BulkVerb::Rerun)->isEnabled());
    selection.rows += ones(test, InstanceState::Error, 1);
    actions.takeSelection();
    QVERIFY(actions.action(BulkVerb::Retry)->isEnabled());
    selection = {};
    selection.everything = true;
    selection.query.filter.setStates({InstanceState::Error});
    actions.takeSelection();
    QCOMPARE(actions.count(), -1); // the server does not count
    QVERIFY(actions.action(BulkVerb::Retry)->isEnabled());
    QVERIFY(aboutText(selection).contains(u"state:error"_s));
    QCOMPARE(owner.actions().size(), 4); // for the palette
}

void TestBulkPages::dryRunTellsWhatIsLeftAlone()
{
    PageTest test;
    InstanceSelection selection;
    selection.rows = ones(test, InstanceState::Error, 3) + ones(test, InstanceState::Completed, 2);
    WorkflowInstance gone = selection.rows.constLast();
    gone.id = u"gone"_s;
    selection.rows << gone;
    BulkDialog ask(test.fake.instances, BulkVerb::Retry, selection);
    ask.show();
    QTRY_VERIFY(button(&ask, u"Retry"_s) && button(&ask, u"Retry"_s)->isEnabled());
    const QString text = PageTest::visibleText(&ask);
    QVERIFY2(text.contains(u"2 instance"_s) && text.contains(u"left alone"_s), qPrintable(text));
    QVERIFY2(text.contains(u"not on the server any more"_s), qPrintable(text));
    auto *table = ask.findChild<ListView *>();
    int counted = 0;
    bool saysWhy = false;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        counted += table->model()->index(row, 2).data().toString().toInt();
        saysWhy = saysWhy || table->model()->index(row, 3).data().toString().contains(u"has not failed"_s);
    }
    QCOMPARE(counted, 5);
    QVERIFY(saysWhy);
    QVERIFY(!button(&ask, u"Retry"_s)->isDefault()); // Enter on its own does nothing to many

    selection.rows = ones(test, InstanceState::Completed, 2);
    BulkDialog none(test.fake.instances, BulkVerb::Retry, selection);
    none.show();
    QTRY_VERIFY(PageTest::visibleText(&none).contains(u"None of these"_s));
    QVERIFY(!button(&none, u"Retry"_s));
}

void TestBulkPages::dryRunThatFailsCanBeTriedAgain()
{
    PageTest test;
    test.fake.instances.pages.error = fakeError();
    InstanceSelection selection;
    selection.everything = true;
    BulkDialog ask(test.fake.instances, BulkVerb::Abort, selection);
    ask.show();
    QTRY_VERIFY(PageTest::visibleText(&ask).contains(fakeError().why));
    QVERIFY(!button(&ask, u"Abort"_s)->isEnabled());
    test.fake.instances.pages.error.reset();
    button(&ask, u"Try again"_s)->click();
    QTRY_VERIFY(button(&ask, u"Abort"_s) && button(&ask, u"Abort"_s)->isEnabled());
    QVERIFY(!button(&ask, u"Try again"_s));
}

void TestBulkPages::productionAsksInWords()
{
    PageTest test(u"Production"_s);
    test.fake.bulks.setOptions(quick());
    QWidget owner;
    owner.show();
    BulkActions actions(test.context, &owner, {});
    InstanceSelection selection;
    selection.rows = ones(test, InstanceState::Active, 2);
    actions.ask(BulkVerb::Abort, selection, u"two"_s);
    QTRY_VERIFY(dialog<BulkDialog>() && button(dialog(), u"Abort"_s)->isEnabled());
    button(dialog(), u"Abort"_s)->click();
    QTRY_VERIFY(dialog() && !dialog<BulkDialog>());
    QVERIFY(!button(dialog(), u"Abort"_s)->isEnabled()); // the word is to be typed first
    QVERIFY(test.fake.bulks.running().isEmpty());
    QTest::keyClicks(dialog()->findChild<QLineEdit *>(), u"Production"_s);
    button(dialog(), u"Abort"_s)->click();
    QTRY_COMPARE(test.fake.instances.actionLog.size(), 2);
}

void TestBulkPages::reportFillsWhileItRuns()
{
    PageTest test;
    const QList<WorkflowInstance> rows = ones(test, InstanceState::Error, 6);
    test.fake.instances.refused.insert(rows.at(2).id, fakeError(Error::Kind::Forbidden));
    test.fake.instances.actions.hang = true;
    const QString id = start(test, BulkVerb::Retry, rows);
    auto page = test.open<BulkPage>({u"bulk"_s, id, {}});
    QTRY_COMPARE(page->view()->model()->rowCount(), 6);
    QVERIFY(page->title().contains(u"6"_s));
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"Retrying"_s));
    page->view()->selectRow(4);
    test.fake.instances.actions.release();
    QTRY_VERIFY(test.fake.bulks.running().isEmpty());
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"5 done"_s));
    QTRY_COMPARE(cell(*page, 2, BulkReportModel::OutcomeColumn), displayName(BatchOutcome::Failed));
    QVERIFY(cell(*page, 2, BulkReportModel::ReasonColumn).contains(fakeError().why));
    QCOMPARE(page->view()->selectedRows(), QList<int>{4});
    QVERIFY(!PageTest::visibleText(page.get()).contains(u"Retrying"_s));
    QVERIFY(button(page.get(), u"Retry the failed"_s));
    QVERIFY(!button(page.get(), u"Pause"_s));
    QCOMPARE(unnamedControls(page.get()), QStringList());
    page->view()->setCurrentIndex(page->view()->model()->index(2, 0));
    QTest::keyClick(page->view(), Qt::Key_Return);
    QCOMPARE(test.navigator.opened.constLast(), (Location{u"instance"_s, rows.at(2).id, {}}));
}

void TestBulkPages::pausesResumesAndStops()
{
    PageTest test;
    test.fake.instances.actions.hang = true;
    const QString id = start(test, BulkVerb::Abort, ones(test, InstanceState::Active, 12));
    auto page = test.open<BulkPage>({u"bulk"_s, id, {}});
    QTRY_COMPARE(test.fake.instances.actions.waiting(), 4);
    QTRY_VERIFY(button(page.get(), u"Pause"_s));
    button(page.get(), u"Pause"_s)->click();
    test.fake.instances.actions.release();
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"Paused: 4 of 12"_s));
    QCOMPARE(test.fake.instances.actionLog.size(), 4);
    button(page.get(), u"Resume"_s)->click();
    QTRY_VERIFY(test.fake.instances.actionLog.size() > 4);
    if (QPushButton *stop = button(page.get(), u"Stop"_s))
        stop->click();
    QTRY_VERIFY(test.fake.bulks.running().isEmpty());
    const BulkReport *report = test.fake.bulks.report(id);
    QVERIFY(report->ended.isValid());
    QCOMPARE(report->countOf(BatchOutcome::Done) + report->countOf(BatchOutcome::NotTried), 12);
}

void TestBulkPages::pauseOfItsOwnIsExplained()
{
    PageTest test;
    test.fake.instances.pages.error = fakeError();
    const QString id = start(test, BulkVerb::Abort, ones(test, InstanceState::Active, 3));
    auto page = test.open<BulkPage>({u"bulk"_s, id, {}});
    QTRY_VERIFY(page->findChild<Banner *>()->text().contains(fakeError().why));
    QVERIFY(page->findChild<Banner *>()->text().contains(u"paused by itself"_s));
    test.fake.instances.pages.error.reset();
    button(page.get(), u"Resume"_s)->click();
    QTRY_VERIFY(test.fake.bulks.running().isEmpty());
    QTRY_VERIFY(page->findChild<Banner *>()->text().isEmpty() || !page->findChild<Banner *>()->isVisible());
    QCOMPARE(test.fake.bulks.report(id)->countOf(BatchOutcome::Done), 3);
}

void TestBulkPages::interruptedOneGoesOnWhenAsked()
{
    PageTest test;
    const QList<WorkflowInstance> rows = ones(test, InstanceState::Error, 3);
    BulkReport report;
    report.id = u"20260302-retry"_s;
    report.begun = test.fake.clock.now();
    for (const WorkflowInstance &row : rows)
        report.items << BulkItem{row, BatchOutcome::NotTried, {}, {}, {}};
    test.fake.bulkStore.begin(report); // by the Podium before
    test.fake.bulks.setOptions(quick());
    auto page = test.open<BulkPage>({u"bulk"_s, report.id, {}});
    QTRY_VERIFY(page->findChild<Banner *>()->text().contains(u"closed before this was through"_s));
    QTest::qWait(30);
    QVERIFY(test.fake.instances.actionLog.isEmpty());
    QVERIFY(button(page.get(), u"Go on"_s));
    button(page.get(), u"Go on"_s)->click();
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"3 done"_s));
    QVERIFY(!button(page.get(), u"Go on"_s));
}

void TestBulkPages::failedOnesAreTriedAgain()
{
    PageTest test;
    const QList<WorkflowInstance> rows = ones(test, InstanceState::Error, 4);
    test.fake.instances.refused.insert(rows.at(1).id, fakeError(Error::Kind::Server));
    const QString id = start(test, BulkVerb::Retry, rows);
    auto page = test.open<BulkPage>({u"bulk"_s, id, {}});
    QTRY_VERIFY(button(page.get(), u"Retry the failed"_s));
    test.fake.instances.refused.clear(); // repaired
    button(page.get(), u"Retry the failed"_s)->click();
    QTRY_VERIFY(dialog<BulkDialog>() && button(dialog(), u"Retry"_s) && button(dialog(), u"Retry"_s)->isEnabled());
    QCOMPARE(dialog<BulkDialog>()->applicable().size(), 1);
    button(dialog(), u"Retry"_s)->click();
    QTRY_COMPARE(test.navigator.opened.size(), 1);
    QTRY_VERIFY(test.fake.bulks.running().isEmpty());
    QCOMPARE(test.fake.bulks.report(test.navigator.opened.constLast().id)->countOf(BatchOutcome::Done), 1);
}

void TestBulkPages::filtersAndExports()
{
    PageTest test;
    const QList<WorkflowInstance> rows = ones(test, InstanceState::Error, 4);
    test.fake.instances.refused.insert(rows.at(1).id, fakeError(Error::Kind::Server));
    const QString id = start(test, BulkVerb::Retry, rows);
    auto page = test.open<BulkPage>({u"bulk"_s, id, {}});
    QTRY_VERIFY(test.fake.bulks.running().isEmpty());
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"3 done"_s));
    page->findChild<ChipRow *>()->chip(0)->click(); // failed
    QTRY_COMPARE(page->view()->model()->rowCount(), 1);
    QTemporaryDir dir;
    page->exportTo(dir.filePath(u"r.json"_s), RowFormat::AsJson);
    QTRY_COMPARE(test.navigator.messages.size(), 1);
    QFile json(dir.filePath(u"r.json"_s));
    QVERIFY(json.open(QIODevice::ReadOnly));
    const QJsonArray list = QJsonDocument::fromJson(json.readAll()).array();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.at(0)[u"id"_s].toString(), rows.at(1).id);
    QCOMPARE(list.at(0)[u"outcome"_s].toString(), u"failed"_s);
    QVERIFY(list.at(0)[u"reason"_s].toString().contains(fakeError().why));
    page->findChild<ChipRow *>()->chip(0)->click();
    page->exportTo(dir.filePath(u"r.csv"_s), RowFormat::AsCsv);
    QTRY_COMPARE(test.navigator.messages.size(), 2);
    QFile csv(dir.filePath(u"r.csv"_s));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count("\r\n"), 5);
    page->exportTo(dir.filePath(u"no/such/r.csv"_s), RowFormat::AsCsv);
    QTRY_COMPARE(test.navigator.errors.size(), 1);
}

void TestBulkPages::listOfAllLeadsToEach()
{
    PageTest test;
    auto page = test.open<BulksPage>({u"bulks"_s, {}, {}});
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"Nothing was done to many yet"_s));
    const QString id = start(test, BulkVerb::Retry, ones(test, InstanceState::Error, 2));
    QTRY_COMPARE(page->view()->model()->rowCount(), 1);
    QTRY_COMPARE(page->view()->model()->index(0, 3).data().toString(), u"Through"_s);
    page->view()->selectRow(0);
    QTest::keyClick(page->view(), Qt::Key_Return);
    QCOMPARE(test.navigator.opened.constLast(), (Location{u"bulk"_s, id, {}}));
    QCOMPARE(unnamedControls(page.get()), QStringList());
}

void TestBulkPages::unknownReportIsSaid()
{
    PageTest test;
    auto page = test.open<BulkPage>({u"bulk"_s, u"nope"_s, {}});
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"could not be read"_s));
}

QTEST_MAIN(TestBulkPages)
#include "tst_bulkpages.moc"
