// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/bulkplanner.h"
#include "tests/fakes/await.h"
#include "tests/fakes/fakeconsole.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestBulkRuns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEachOutcomeAsItHappens();
    void aKillLosesNothingAndRepeatsNothing();
    void neverResumesByItself();
    void tellsWhatIsNotKept();
    void hidesTokens();
    void reportsNewestFirst();

    void plansWhatIsChosen();
    void plansAWholeQuery();
    void takesShiftedPagesOnce();
    void plansUpToALimit();
    void tellsWhyItCannotPlan();

private:
    static Batch::Options quick()
    {
        Batch::Options options;
        options.confirmAfterMs = {1, 1, 1};
        options.pauseAfter = 3;
        options.parallel = 1;
        return options;
    }
    static QList<WorkflowInstance> failedOnes(FakeConsole &fake, int count)
    {
        QList<WorkflowInstance> rows;
        for (int i = 0; rows.size() < count; ++i) {
            const WorkflowInstance row = fakeInstance(i, fake.clock.now().addSecs(-42));
            if (row.state == InstanceState::Error)
                rows << row;
        }
        return rows;
    }
    static std::unique_ptr<BulkRuns> nextStart(FakeConsole &fake)
    {
        auto runs = std::make_unique<BulkRuns>(InstanceBatch::Services{fake.instances, fake.runs, fake.catalog},
                                               fake.bulkStore, fake.session, fake.live, fake.clock);
        runs->setOptions(quick());
        return runs;
    }
};

void TestBulkRuns::keepsEachOutcomeAsItHappens()
{
    FakeConsole fake;
    fake.bulks.setOptions(quick());
    QSignalSpy finished(&fake.bulks, &BulkRuns::finished);
    const QList<WorkflowInstance> rows = failedOnes(fake, 3);
    fake.instances.refused.insert(rows.at(1).id, fakeError(Error::Kind::Forbidden));
    const QString id = fake.bulks.start(BulkVerb::Retry, rows, u"3 selected instances"_s);
    QCOMPARE(fake.bulks.running(), QStringList{id});
    auto kept = bulkReportFromLines(fake.bulkStore.files.value(id));
    QVERIFY(kept); // the plan is there before anything is sent
    QCOMPARE(kept->items.size(), 3);
    QCOMPARE(kept->user, u"operator"_s);
    QVERIFY(fake.instances.actionLog.isEmpty());
    QTRY_COMPARE(finished.count(), 1);
    kept = bulkReportFromLines(fake.bulkStore.files.value(id));
    QVERIFY(kept->ended.isValid());
    QCOMPARE(kept->countOf(BatchOutcome::Done), 2);
    QCOMPARE(kept->items.at(1).outcome, BatchOutcome::Failed);
    QVERIFY(kept->items.at(1).reason.contains(fakeError().why));
    QVERIFY(fake.bulks.running().isEmpty());
    QVERIFY(!fake.bulks.batch(id));
    QCOMPARE(fake.bulks.report(id)->countOf(BatchOutcome::Done), 2);
    QVERIFY(fake.live.refreshes > 0);
}

void TestBulkRuns::aKillLosesNothingAndRepeatsNothing()
{
    FakeConsole fake;
    const QList<WorkflowInstance> rows = failedOnes(fake, 5);
    auto first = nextStart(fake);
    const QString id = first->start(BulkVerb::Retry, rows, {});
    connect(first.get(), &BulkRuns::itemChanged, this, [&fake] {
        if (fake.instances.actionLog.size() == 2)
            fake.instances.actions.hang = true;
    });
    QTRY_COMPARE(fake.instances.actions.waiting(), 1); // the third is sent, its answer is not there yet
    QTRY_COMPARE(first->report(id)->countOf(BatchOutcome::Done), 2);
    first.reset(); // killed
    fake.instances.actions.release();

    auto second = nextStart(fake);
    QVERIFY(!second->report(id));
    const Result<BulkReport> found = await(second->readReport(id));
    QVERIFY(found);
    QVERIFY(!found->ended.isValid());
    QVERIFY(found->isResumable());
    QVERIFY(found->countOf(BatchOutcome::Unconfirmed) >= 1);
    QVERIFY(found->countOf(BatchOutcome::NotTried) >= 1);
    QSignalSpy finished(second.get(), &BulkRuns::finished);
    second->resume(*found);
    QTRY_COMPARE(finished.count(), 1);
    const auto kept = bulkReportFromLines(fake.bulkStore.files.value(id));
    QVERIFY(kept->ended.isValid());
    QCOMPARE(kept->countOf(BatchOutcome::Done), 5);
    QCOMPARE(fake.instances.actionLog.size(), 5); // each once
    QCOMPARE(QSet<QString>(fake.instances.actionLog.cbegin(), fake.instances.actionLog.cend()).size(), 5);
}

void TestBulkRuns::neverResumesByItself()
{
    FakeConsole fake;
    fake.instances.actions.hang = true;
    auto first = nextStart(fake);
    (void)first->start(BulkVerb::Abort, failedOnes(fake, 3), {});
    QTRY_COMPARE(fake.instances.actions.waiting(), 1);
    first.reset();
    fake.instances.actions.release();
    auto second = nextStart(fake);
    QCOMPARE(await(second->reports())->size(), 1);
    QTest::qWait(30);
    QVERIFY(second->running().isEmpty());
    QCOMPARE(fake.instances.actionLog.size(), 1);
}

void TestBulkRuns::tellsWhatIsNotKept()
{
    FakeConsole fake;
    QSignalSpy changed(&fake.bulks, &BulkRuns::problemChanged);
    fake.bulkStore.setProblem(u"The disk is full."_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(fake.bulks.problem(), u"The disk is full."_s);
}

void TestBulkRuns::hidesTokens()
{
    FakeConsole fake;
    fake.bulks.setOptions(quick());
    QSignalSpy finished(&fake.bulks, &BulkRuns::finished);
    const QList<WorkflowInstance> rows = failedOnes(fake, 1);
    Error error = fakeError(Error::Kind::Server);
    error.why = u"Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln was refused"_s;
    fake.instances.refused.insert(rows.at(0).id, error);
    const QString id = fake.bulks.start(BulkVerb::Retry, rows, {});
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!fake.bulkStore.files.value(id).contains("eyJhbGci"));
}

void TestBulkRuns::reportsNewestFirst()
{
    FakeConsole fake;
    fake.bulks.setOptions(quick());
    QSignalSpy finished(&fake.bulks, &BulkRuns::finished);
    const QString older = fake.bulks.start(BulkVerb::Retry, failedOnes(fake, 1), {});
    fake.clock.advance(1000);
    const QString newer = fake.bulks.start(BulkVerb::Abort, failedOnes(fake, 2).mid(1), {});
    QTRY_COMPARE(finished.count(), 2);
    const auto reports = await(fake.bulks.reports());
    QVERIFY(reports);
    QCOMPARE(reports->size(), 2);
    QCOMPARE(reports->at(0).id, newer);
    QCOMPARE(reports->at(1).id, older);
}

void TestBulkRuns::plansWhatIsChosen()
{
    FakeConsole fake;
    QList<WorkflowInstance> rows = failedOnes(fake, 4);
    WorkflowInstance repaired = fake.instances.current(rows.at(0).id);
    repaired.state = InstanceState::Completed; // the list does not know yet
    fake.instances.put(repaired);
    WorkflowInstance gone = rows.at(3);
    gone.id = u"gone"_s;
    rows[3] = gone;
    BulkPlanner planner(fake.instances);
    QSignalSpy finished(&planner, &BulkPlanner::finished);
    planner.readRows(rows);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(planner.rows().size(), 3);
    QCOMPARE(planner.missing(), 1);
    QCOMPARE(planner.applicable(BulkVerb::Retry).size(), 2);
    QCOMPARE(planner.applicable(BulkVerb::Abort).size(), 2);
    QCOMPARE(planner.applicable(BulkVerb::Rerun).size(), 3);
    int counted = 0;
    for (const BulkCount &one : planner.counts())
        counted += one.count;
    QCOMPARE(counted, 3);
    QVERIFY(fake.instances.actionLog.isEmpty());
}

void TestBulkRuns::plansAWholeQuery()
{
    FakeConsole fake;
    fake.instances.setGenerated(6000);
    InstanceQuery query;
    query.states = {InstanceState::Error};
    query.order = InstanceQuery::Order::BusinessKeyAscending; // not a stable one
    BulkPlanner planner(fake.instances);
    QSignalSpy finished(&planner, &BulkPlanner::finished);
    planner.readAll(query);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(planner.rows().size(), 500);
    QCOMPARE(planner.applicable(BulkVerb::Retry).size(), 500);
    QCOMPARE(fake.instances.queries.constLast().order, InstanceQuery::Order::StartDescending);
}

/// A new instance comes in front after each page: everything behind it shifts.
class GrowingInstances : public FakeInstances
{
public:
    using FakeInstances::FakeInstances;
    Async<InstancePage> page(const InstanceQuery &query) override
    {
        Async<InstancePage> answer = FakeInstances::page(query);
        if (calls++ < 4) {
            WorkflowInstance fresh = current(fakeInstance(2, newest).id);
            fresh.id = u"fresh-%1"_s.arg(calls);
            fresh.start = newest.addSecs(calls);
            put(fresh);
        }
        return answer;
    }
    QDateTime newest;
    int calls = 0;
};

void TestBulkRuns::takesShiftedPagesOnce()
{
    FakeConsole fake;
    GrowingInstances instances(fake.clock.now().addSecs(-42), 18'000);
    instances.newest = fake.clock.now().addSecs(-42);
    InstanceQuery query;
    query.states = {InstanceState::Error};
    BulkPlanner planner(instances);
    QSignalSpy finished(&planner, &BulkPlanner::finished);
    planner.readAll(query);
    QTRY_COMPARE(finished.count(), 1);
    QSet<QString> ids;
    for (const WorkflowInstance &row : planner.rows())
        ids.insert(row.id);
    QCOMPARE(ids.size(), planner.rows().size()); // none twice
    QVERIFY(planner.rows().size() >= 1500);      // and none of the old ones missing
    for (int i = 2; i < 18'000; i += 12)
        QVERIFY(ids.contains(fakeInstance(i, instances.newest).id));
}

void TestBulkRuns::plansUpToALimit()
{
    FakeConsole fake;
    fake.instances.setGenerated(BulkPlanner::kMost + 700);
    BulkPlanner planner(fake.instances);
    QSignalSpy finished(&planner, &BulkPlanner::finished);
    planner.readAll({});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20000);
    QCOMPARE(planner.rows().size(), BulkPlanner::kMost);
    QVERIFY(planner.isCut());
}

void TestBulkRuns::tellsWhyItCannotPlan()
{
    FakeConsole fake;
    fake.instances.pages.error = fakeError();
    BulkPlanner planner(fake.instances);
    QSignalSpy failed(&planner, &BulkPlanner::failed);
    QSignalSpy finished(&planner, &BulkPlanner::finished);
    planner.readAll({});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(finished.count(), 0);
}

QTEST_GUILESS_MAIN(TestBulkRuns)
#include "tst_bulkruns.moc"
