// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/itemroles.h"
#include "models/items/workflowlistmodel.h"
#include "tests/fakes/fakeworkflows.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestWorkflowListModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatIsKnownOverANewList();
    void liveRunsBecomeTheLastRun();
    void filterTakesAllWords();
    void sortsByColumn();
    void hostileTexts();

private:
    static QList<WorkflowDefinition> definitions()
    {
        QList<WorkflowDefinition> list;
        for (const FakeWorkflow &workflow : fakeWorkflows())
            list << workflow.definition;
        return list;
    }
};

void TestWorkflowListModel::keepsWhatIsKnownOverANewList()
{
    WorkflowListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<WorkflowDefinition> list = definitions();
    model.setDefinitions(list);
    QCOMPARE(model.rowCount(), list.size());
    const QString key = u"order-fulfilment@1.2"_s;
    model.setAvailability(key, {Availability::State::Unavailable, u"gone <b>"_s});
    const QModelIndex cell = model.index(model.rowOf(key), WorkflowListModel::AvailabilityColumn);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains("gone &lt;b&gt;"_L1));
    const QPersistentModelIndex row = cell;

    list.removeIf([](const WorkflowDefinition &each) { return each.id == "invoice-batch"_L1; });
    WorkflowDefinition added;
    added.id = u"added"_s;
    list.prepend(added);
    model.setDefinitions(list);
    QCOMPARE(model.rowCount(), list.size());
    QVERIFY(row.isValid());
    QCOMPARE(row.data(AvailabilityRole).toInt(), static_cast<int>(Availability::State::Unavailable));
    QCOMPARE(model.rowOf(u"invoice-batch@2.1"_s), -1);
    QVERIFY(model.rowOf(u"added@"_s) >= 0);
}

void TestWorkflowListModel::liveRunsBecomeTheLastRun()
{
    WorkflowListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDefinitions(definitions());
    const QString key = u"quarterly-report@1.1"_s;
    const int row = model.rowOf(key);
    const QModelIndex state = model.index(row, WorkflowListModel::LastStateColumn);
    QVERIFY(model.index(row, WorkflowListModel::LastRunColumn).data().toString().isEmpty()); // not known yet
    model.setLastRun(key, std::nullopt);
    QVERIFY(!model.index(row, WorkflowListModel::LastRunColumn).data().toString().isEmpty()); // "never"

    WorkflowInstance run;
    run.id = u"r1"_s;
    run.workflowId = u"quarterly-report"_s;
    run.version = u"1.1"_s;
    run.state = InstanceState::Active;
    run.start = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    model.applyLive({run});
    QCOMPARE(state.data(StateRole).toInt(), static_cast<int>(InstanceState::Active));
    WorkflowInstance older = run;
    older.id = u"r0"_s;
    older.state = InstanceState::Error;
    older.start = run.start.addSecs(-5);
    model.applyLive({older});
    QCOMPARE(state.data(StateRole).toInt(), static_cast<int>(InstanceState::Active));
    run.state = InstanceState::Completed;
    model.applyLive({run});
    QCOMPARE(state.data(StateRole).toInt(), static_cast<int>(InstanceState::Completed));
    // The other version of the same workflow did not run.
    const int other = model.rowOf(u"quarterly-report@1.0"_s);
    QVERIFY(!model.entryAt(other).lastRun);
}

void TestWorkflowListModel::filterTakesAllWords()
{
    WorkflowListModel model;
    WorkflowFilterModel filter(model);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDefinitions(definitions());
    filter.setText(u"ORDER courier"_s); // name and description, any case
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.entryAt(0).definition.id, u"order-fulfilment"_s);
    filter.setText(u"shop"_s); // an annotation
    QCOMPARE(filter.rowCount(), 1);
    filter.setText(u"order zebra"_s);
    QCOMPARE(filter.rowCount(), 0);
    filter.setText({});
    QCOMPARE(filter.rowCount(), model.rowCount());
}

void TestWorkflowListModel::sortsByColumn()
{
    WorkflowListModel model;
    WorkflowFilterModel filter(model);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDefinitions(definitions());
    filter.sort(WorkflowListModel::NameColumn, Qt::AscendingOrder);
    for (int row = 1; row < filter.rowCount(); ++row)
        QVERIFY(QString::localeAwareCompare(filter.index(row - 1, 0).data().toString(),
                                            filter.index(row, 0).data().toString()) <= 0);
    WorkflowInstance run;
    run.start = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    model.setLastRun(u"nightly-backup@1.0"_s, run);
    filter.sort(WorkflowListModel::LastRunColumn, Qt::DescendingOrder);
    QCOMPARE(filter.entryAt(0).definition.id, u"nightly-backup"_s);
}

void TestWorkflowListModel::hostileTexts()
{
    WorkflowDefinition hostile;
    hostile.id = u"x"_s;
    hostile.name = u"<h1>big</h1>\n"_s + QString(10'000, u'n');
    hostile.description = u"<a href='file:///etc/passwd'>click</a>"_s;
    WorkflowListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDefinitions({hostile, {}});
    QVERIFY(model.index(0, 0).data().toString().size() < 1000);
    for (int column = 0; column < WorkflowListModel::ColumnCount; ++column) {
        const QString tip = model.index(0, column).data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains("<h1>"_L1) && !tip.contains("<a "_L1));
    }
    QCOMPARE(model.rowCount(), 2); // one without anything is still a row
}

QTEST_GUILESS_MAIN(TestWorkflowListModel)
#include "tst_workflowlistmodel.moc"
