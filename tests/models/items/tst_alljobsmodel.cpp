// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/alljobsmodel.h"
#include "models/items/itemroles.h"
#include "tests/fakes/fakeconsole.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Phase = PagedModel::Phase;

class TestAllJobsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lateOnesAreMarkedByWord();
    void onesThatBecomeLateAreMarked();
    void anyNumberOfRows();
    void nodesAreReadForWhatIsShown();
    void nodesThatNobodyKnowsAreNotAskedForForEver();
    void selectionFollowsAJobThatFires();
    void refreshKeepsWhatTimeMoves();
    void answersToEarlierQueriesAreDropped();
    void openEndedWithoutCounts();
    void sortAsksTheServer();
    void badValuesAreSaid();

private:
    static QString cell(const AllJobsModel &model, int row, JobColumn column, int role = Qt::DisplayRole)
    {
        return model.index(row, static_cast<int>(column)).data(role).toString();
    }
};

#define WITH_MODEL(generated)                                                                                          \
    FakeConsole fake;                                                                                                  \
    fake.jobs.setGenerated(generated);                                                                                 \
    AllJobsModel model(fake.jobs, fake.clock);                                                                         \
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);             \
    model.setQuery({});                                                                                                \
    QTRY_COMPARE(model.phase(), Phase::Ready);                                                                         \
    model.showRows(0, 20)

void TestAllJobsModel::lateOnesAreMarkedByWord()
{
    WITH_MODEL(40);
    QCOMPARE(model.rowCount(), 40);
    QCOMPARE(cell(model, 0, JobColumn::Status), u"Overdue"_s);
    QVERIFY(model.index(0, 0).data(JobOverdueRole).toBool());
    QCOMPARE(cell(model, 0, JobColumn::Status, ItemExportRole), u"SCHEDULED"_s);
    QVERIFY(cell(model, 0, JobColumn::Due, Qt::ToolTipRole).contains("Late by"_L1));
    QCOMPARE(cell(model, 5, JobColumn::Status), u"Scheduled"_s);
    QVERIFY(!model.index(5, 0).data(JobOverdueRole).toBool());
    for (int row = 0; row + 1 < 20; ++row)
        QVERIFY(model.jobAt(row)->expirationTime <= model.jobAt(row + 1)->expirationTime);
}

void TestAllJobsModel::onesThatBecomeLateAreMarked()
{
    WITH_MODEL(40);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.tick();
    QCOMPARE(changed.count(), 0);
    fake.clock.advance(700'000);
    model.tick();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell(model, 3, JobColumn::Status), u"Overdue"_s);
}

void TestAllJobsModel::anyNumberOfRows()
{
    FakeConsole fake;
    fake.jobs.setGenerated(500'000);
    AllJobsModel model(fake.jobs, fake.clock); // the tester walks over all rows at every change
    model.setQuery({});
    QTRY_COMPARE(model.phase(), Phase::Ready);
    QCOMPARE(model.rowCount(), 500'000);
    QVERIFY(!model.jobAt(400'000));
    QCOMPARE(model.index(400'000, 0).data(LoadedRole).toBool(), false);
    model.showRows(400'000, 400'020);
    QTRY_VERIFY(model.jobAt(400'010));
    QCOMPARE(model.jobAt(400'010)->id, fake.jobs.generated(400'010).id);
    for (int first = 400'000; first < 404'000; first += 100) {
        model.showRows(first, first + 30);
        QTRY_VERIFY(model.jobAt(first));
        QVERIFY(model.rowsInMemory() <= PagedModel::kWindow + 2 * PagedModel::kPage);
    }
}

void TestAllJobsModel::nodesAreReadForWhatIsShown()
{
    WITH_MODEL(40);
    QCOMPARE(cell(model, 4, JobColumn::Node), QString());
    QTRY_VERIFY(!cell(model, 4, JobColumn::Node).isEmpty());
    const WorkflowInstance instance = fake.instances.current(model.jobAt(4)->instanceId);
    QCOMPARE(cell(model, 4, JobColumn::Node), instance.nodes.constLast().name);
    QCOMPARE(cell(model, 4, JobColumn::Instance), instance.businessKey.isEmpty() ? instance.id : instance.businessKey);
    QCOMPARE(cell(model, 4, JobColumn::Instance, ItemExportRole), instance.id);
    QVERIFY(fake.jobs.askedHosts.constFirst().size() <= 40);
    QTest::qWait(300);
    const auto asked = fake.jobs.askedHosts.size();
    model.showRows(0, 20);
    QTest::qWait(200);
    QCOMPARE(fake.jobs.askedHosts.size(), asked); // known
}

void TestAllJobsModel::nodesThatNobodyKnowsAreNotAskedForForEver()
{
    FakeConsole fake;
    fake.jobs.setGenerated(0);
    Job orphan = fake.jobs.generated(3);
    orphan.id = u"orphan"_s;
    orphan.status = JobStatus::Scheduled;
    orphan.instanceId = u"gone"_s;
    orphan.nodeInstanceId = u"nobody"_s;
    fake.jobs.put(orphan);
    AllJobsModel model(fake.jobs, fake.clock);
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 1);
    model.showRows(0, 10);
    QTRY_COMPARE(cell(model, 0, JobColumn::Node), u"Whole instance"_s);
    QTest::qWait(400);
    QCOMPARE(fake.jobs.askedHosts.size(), 1);
}

void TestAllJobsModel::selectionFollowsAJobThatFires()
{
    WITH_MODEL(40);
    const QPersistentModelIndex chosen = model.index(1, 0);
    Job fired = *model.jobAt(1);
    fired.status = JobStatus::Executed;
    fired.lastUpdate = fake.clock.now().addSecs(5);
    fake.jobs.put(fired);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.applyLive({fired});
    QCOMPARE(cell(model, 1, JobColumn::Status), u"Executed"_s); // at once, in place
    model.showRows(0, 39);
    QTRY_VERIFY(chosen.row() > 20); // a moment later where it belongs
    QCOMPARE(chosen.data(IdRole).toString(), fired.id);
    QCOMPARE(model.rowCount(), 40);
    QCOMPARE(reset.count(), 0);
}

void TestAllJobsModel::refreshKeepsWhatTimeMoves()
{
    FakeConsole fake;
    AllJobsModel model(fake.jobs, fake.clock);
    JobQuery query;
    query.statuses = {JobStatus::Scheduled};
    query.dueBefore = fake.clock.now();
    model.setQuery(query);
    QTRY_COMPARE(model.rowCount(), 3);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    query.dueBefore = fake.clock.now().addSecs(3600);
    model.moveQuery(query);
    QTRY_VERIFY(model.rowCount() > 3);
    QCOMPARE(reset.count(), 0);
}

void TestAllJobsModel::answersToEarlierQueriesAreDropped()
{
    FakeConsole fake;
    AllJobsModel model(fake.jobs, fake.clock);
    fake.jobs.pages.hang = true;
    model.setQuery({});
    JobQuery failed;
    failed.statuses = {JobStatus::Error};
    model.setQuery(failed);
    QCOMPARE(fake.jobs.pages.cancelled(), 1);
    fake.jobs.pages.release();
    QTRY_COMPARE(model.phase(), Phase::Ready);
    QVERIFY(model.rowCount() > 0);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.jobAt(row)->status, JobStatus::Error);
}

void TestAllJobsModel::openEndedWithoutCounts()
{
    FakeConsole fake;
    fake.jobs.canCount = false;
    fake.jobs.setGenerated(150);
    AllJobsModel model(fake.jobs, fake.clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.showRows(0, 10);
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 100);
    QVERIFY(model.countText().startsWith("100+"_L1));
    model.showRows(90, 99);
    QTRY_COMPARE(model.rowCount(), 150);
    QVERIFY(!model.hasMore());
}

void TestAllJobsModel::sortAsksTheServer()
{
    WITH_MODEL(40);
    model.sort(static_cast<int>(JobColumn::Due), Qt::DescendingOrder);
    QTRY_COMPARE(model.phase(), Phase::Ready);
    QCOMPARE(fake.jobs.queries.constLast().order, JobQuery::Order::DueDescending);
    const auto asked = fake.jobs.queries.size();
    model.sort(static_cast<int>(JobColumn::Node), Qt::AscendingOrder); // no server sorts by it
    QCOMPARE(fake.jobs.queries.size(), asked);
    model.sort(static_cast<int>(JobColumn::Status), Qt::AscendingOrder);
    QCOMPARE(fake.jobs.queries.constLast().order, JobQuery::Order::Urgency);
}

void TestAllJobsModel::badValuesAreSaid()
{
    FakeConsole fake;
    fake.jobs.setGenerated(0);
    Job bad;
    bad.id = u"<b>job</b>\n"_s + QString(5000, u'x');
    bad.workflowId = u"<img src=x>"_s + QChar(0x202e);
    bad.status = JobStatus::Unknown;
    bad.repeatInterval = -5;
    bad.repeatLimit = -1;
    bad.retries = -3;
    fake.jobs.put(bad);
    AllJobsModel model(fake.jobs, fake.clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(cell(model, 0, JobColumn::Due), u"–"_s);
    QVERIFY(!cell(model, 0, JobColumn::Due, Qt::ToolTipRole).isEmpty());
    QCOMPARE(cell(model, 0, JobColumn::Status), u"Unknown"_s);
    QCOMPARE(cell(model, 0, JobColumn::Repeat), u"once"_s);
    QVERIFY(!cell(model, 0, JobColumn::Id).contains(u'\n'));
    QVERIFY(cell(model, 0, JobColumn::Id).size() < 1000);
    QVERIFY(!cell(model, 0, JobColumn::Workflow, Qt::ToolTipRole).contains("<img"_L1));
    for (int column = 0; column < kJobColumns; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, ItemColumnKeyRole).toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestAllJobsModel)
#include "tst_alljobsmodel.moc"
