// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/runinput.h"
#include "models/services/instancebatch.h"
#include "tests/fakes/fakeconsole.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Outcome = BatchOutcome;

class TestInstanceBatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void doneIsWhatTheServerShows();
    void leavesAloneWhatMovedOn();
    void aRefusalHalfWayStopsNothing();
    void failsAgain();
    void pausesWhenTheServerDies();
    void pausesWhenTheSessionEnds();
    void readsAgainAfterAPause();
    void isStoppedWhilePaused();
    void aLostAnswerIsLookedUp();
    void isNotFasterThanItShould();
    void onlyLooksAtWhatWasSent();
    void rerunsWithTheSameInput();
    void rerunThatFailsWhileStarting();

private:
    static Batch::Options quick()
    {
        Batch::Options options;
        options.confirmAfterMs = {1, 1, 1};
        options.pauseAfter = 3;
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
    static InstanceBatch::Services services(FakeConsole &fake) { return {fake.instances, fake.runs, fake.catalog}; }
    static void run(Batch &batch)
    {
        QSignalSpy finished(&batch, &Batch::finished);
        batch.start();
        QTRY_COMPARE(finished.count(), 1);
        QTest::qWait(10);
        QCOMPARE(finished.count(), 1);
    }
    static SharedJson withInput()
    {
        return std::make_shared<const Json>(
            Json{{"workflowdata", {{"a", 2}}}, {"workflowdatainput", {{"a", 1}, {"name", "Ada"}}}});
    }
};

void TestInstanceBatch::doneIsWhatTheServerShows()
{
    FakeConsole fake;
    InstanceBatch batch(services(fake), BulkVerb::Retry, failedOnes(fake, 3), quick());
    run(batch);
    QCOMPARE(batch.countOf(Outcome::Done), 3);
    QCOMPARE(batch.instance(0).state, InstanceState::Completed); // as read again
    fake.instances.showsActions = false;
    InstanceBatch unseen(services(fake), BulkVerb::Abort, failedOnes(fake, 5).mid(3), quick());
    run(unseen);
    QCOMPARE(unseen.countOf(Outcome::Unconfirmed), 2);
    QVERIFY(!unseen.items().constFirst().reason.isEmpty());
}

void TestInstanceBatch::leavesAloneWhatMovedOn()
{
    FakeConsole fake;
    const QList<WorkflowInstance> rows = failedOnes(fake, 3);
    WorkflowInstance repaired = fake.instances.current(rows.at(1).id);
    repaired.state = InstanceState::Completed;
    fake.instances.put(repaired);
    InstanceBatch batch(services(fake), BulkVerb::Skip, rows, quick());
    run(batch);
    QCOMPARE(batch.countOf(Outcome::Done), 2);
    QCOMPARE(batch.items().at(1).outcome, Outcome::Skipped);
    QVERIFY(batch.items().at(1).reason.contains(displayName(InstanceState::Completed).toLower()));
    QCOMPARE(fake.instances.actionLog, (QStringList{u"skip "_s + rows.at(0).id, u"skip "_s + rows.at(2).id}));
}

void TestInstanceBatch::aRefusalHalfWayStopsNothing()
{
    FakeConsole fake;
    const QList<WorkflowInstance> rows = failedOnes(fake, 6);
    fake.instances.refused.insert(rows.at(2).id, fakeError(Error::Kind::Server));
    InstanceBatch batch(services(fake), BulkVerb::Retry, rows, quick());
    run(batch);
    QCOMPARE(batch.countOf(Outcome::Done), 5);
    QCOMPARE(batch.items().at(2).outcome, Outcome::Failed);
    QVERIFY(batch.items().at(2).reason.contains(fakeError().why));
}

/// Accepts a retry, after which the instance fails once more.
class FailingAgain : public FakeInstances
{
public:
    using FakeInstances::FakeInstances;
    Async<Done> retry(const WorkflowInstance &instance) override
    {
        WorkflowInstance again = current(instance.id);
        again.lastUpdate = again.lastUpdate.addSecs(5);
        put(again);
        return ready<Done>(Done());
    }
};

void TestInstanceBatch::failsAgain()
{
    FakeConsole fake;
    FailingAgain instances(fake.clock.now().addSecs(-42));
    InstanceBatch batch({instances, fake.runs, fake.catalog}, BulkVerb::Retry, failedOnes(fake, 1), quick());
    run(batch);
    QCOMPARE(batch.countOf(Outcome::Failed), 1);
    QVERIFY(batch.items().constFirst().reason.contains(u"failed again"_s));
}

void TestInstanceBatch::pausesWhenTheServerDies()
{
    FakeConsole fake;
    Batch::Options options = quick();
    options.parallel = 1;
    options.chunk = 4;
    InstanceBatch batch(services(fake), BulkVerb::Retry, failedOnes(fake, 20), options);
    QSignalSpy finished(&batch, &Batch::finished);
    int accepted = 0;
    connect(&batch, &Batch::accepted, this, [&] {
        if (++accepted < 2)
            return;
        fake.instances.actions.error = fakeError(Error::Kind::Network);
        fake.instances.pages.error = fakeError(Error::Kind::Network);
    });
    batch.start();
    QTRY_VERIFY(batch.isPaused());
    accepted = -100; // it stays alive from now on
    QVERIFY(batch.pauseReason().contains(fakeError().why));
    QVERIFY(batch.countOf(Outcome::NotTried) > 10); // not sent into the void
    QCOMPARE(finished.count(), 0);

    fake.instances.actions.error.reset();
    fake.instances.pages.error.reset();
    batch.resume();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(batch.countOf(Outcome::NotTried), 0);
    QVERIFY(batch.countOf(Outcome::Failed) <= 3);
    QVERIFY(batch.countOf(Outcome::Done) >= 15); // what was accepted before it died may stay unconfirmed
    QCOMPARE(batch.countOf(Outcome::Failed) + batch.countOf(Outcome::Done) + batch.countOf(Outcome::Unconfirmed), 20);
}

void TestInstanceBatch::pausesWhenTheSessionEnds()
{
    FakeConsole fake;
    fake.instances.actions.error = fakeError(Error::Kind::Unauthorized);
    InstanceBatch batch(services(fake), BulkVerb::Retry, failedOnes(fake, 8), quick());
    QSignalSpy finished(&batch, &Batch::finished);
    batch.start();
    QTRY_VERIFY(batch.isPaused());
    QTRY_COMPARE(batch.countOf(Outcome::NotTried), 8); // a token that is not accepted did nothing
    fake.instances.actions.error.reset();
    batch.resume();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(batch.countOf(Outcome::Done), 8);
}

void TestInstanceBatch::readsAgainAfterAPause()
{
    FakeConsole fake;
    Batch::Options options = quick();
    options.parallel = 1;
    const QList<WorkflowInstance> rows = failedOnes(fake, 4);
    fake.instances.actions.hang = true;
    InstanceBatch batch(services(fake), BulkVerb::Abort, rows, options);
    QSignalSpy finished(&batch, &Batch::finished);
    batch.start();
    QTRY_COMPARE(fake.instances.actions.waiting(), 1);
    batch.pause();
    fake.instances.actions.release();
    QTRY_COMPARE(batch.countOf(Outcome::Done), 1); // what was sent is brought to its end
    QCOMPARE(batch.countOf(Outcome::NotTried), 3);
    WorkflowInstance over = fake.instances.current(rows.at(2).id); // it moves on while the user has lunch
    over.state = InstanceState::Completed;
    fake.instances.put(over);
    batch.resume();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(batch.countOf(Outcome::Done), 3);
    QCOMPARE(batch.items().at(2).outcome, Outcome::Skipped);
}

void TestInstanceBatch::isStoppedWhilePaused()
{
    FakeConsole fake;
    fake.instances.pages.hang = true;
    InstanceBatch batch(services(fake), BulkVerb::Abort, failedOnes(fake, 4), quick());
    QSignalSpy finished(&batch, &Batch::finished);
    batch.start();
    batch.pause();
    batch.pause();
    QCOMPARE(finished.count(), 0);
    batch.stop();
    QCOMPARE(finished.count(), 1);
    batch.resume();
    fake.instances.pages.release();
    QTest::qWait(10);
    QVERIFY(fake.instances.actionLog.isEmpty());
    QCOMPARE(batch.countOf(Outcome::NotTried), 4);
}

/// Does what it is asked for, and loses the answer.
class ForgetfulInstances : public FakeInstances
{
public:
    using FakeInstances::FakeInstances;
    Async<Done> abort(const WorkflowInstance &instance) override
    {
        (void)FakeInstances::abort(instance);
        return ready<Done>(fakeError(Error::Kind::Timeout));
    }
    Async<Done> retry(const WorkflowInstance &) override { return ready<Done>(fakeError(Error::Kind::Timeout)); }
};

void TestInstanceBatch::aLostAnswerIsLookedUp()
{
    FakeConsole fake;
    ForgetfulInstances instances(fake.clock.now().addSecs(-42));
    InstanceBatch aborted({instances, fake.runs, fake.catalog}, BulkVerb::Abort, failedOnes(fake, 2), quick());
    run(aborted);
    QCOMPARE(aborted.countOf(Outcome::Done), 2);
    InstanceBatch unsure({instances, fake.runs, fake.catalog}, BulkVerb::Retry, failedOnes(fake, 4).mid(2), quick());
    run(unsure);
    QCOMPARE(unsure.countOf(Outcome::Unconfirmed), 2);
    QVERIFY(unsure.items().constFirst().reason.contains(u"may have done it"_s));
}

void TestInstanceBatch::isNotFasterThanItShould()
{
    FakeConsole fake;
    Batch::Options options = quick();
    options.perSecond = 50;
    InstanceBatch batch(services(fake), BulkVerb::Retry, failedOnes(fake, 6), options);
    QElapsedTimer timer;
    timer.start();
    run(batch);
    QCOMPARE(batch.countOf(Outcome::Done), 6);
    QVERIFY(timer.elapsed() >= 5 * 20); // a lower bound: no busy machine makes it faster
}

void TestInstanceBatch::onlyLooksAtWhatWasSent()
{
    FakeConsole fake;
    const QList<WorkflowInstance> rows = failedOnes(fake, 3);
    WorkflowInstance done = fake.instances.current(rows.at(0).id);
    done.state = InstanceState::Completed;
    fake.instances.put(done);
    InstanceBatch batch(services(fake), BulkVerb::Retry, rows, quick());
    QSignalSpy finished(&batch, &Batch::finished);
    batch.start({2}, {0, 1});
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(fake.instances.actionLog, QStringList{u"retry "_s + rows.at(2).id});
    QCOMPARE(batch.items().at(0).outcome, Outcome::Done);
    QCOMPARE(batch.items().at(1).outcome, Outcome::Unconfirmed);
    QCOMPARE(batch.items().at(2).outcome, Outcome::Done);
}

void TestInstanceBatch::rerunsWithTheSameInput()
{
    FakeConsole fake;
    QList<WorkflowInstance> rows = failedOnes(fake, 2);
    WorkflowInstance over = fakeInstance(1, fake.clock.now().addSecs(-42)); // completed, with a business key
    QCOMPARE(over.state, InstanceState::Completed);
    rows << over;
    for (const int i : {0, 2}) {
        WorkflowInstance kept = fake.instances.current(rows.at(i).id);
        kept.variables = withInput();
        fake.instances.put(kept);
    }
    InstanceBatch batch(services(fake), BulkVerb::Rerun, rows, quick());
    run(batch);
    QCOMPARE(batch.items().at(0).outcome, Outcome::Done);
    QCOMPARE(batch.items().at(1).outcome, Outcome::Skipped); // the server does not keep what it was started with
    QVERIFY(batch.items().at(1).reason.contains(u"does not keep"_s));
    QCOMPARE(batch.items().at(2).outcome, Outcome::Done);
    QCOMPARE(fake.runs.requests.size(), 2);
    QVERIFY(*fake.runs.requests.at(0).input == *inputOf(withInput()));
    QCOMPARE(fake.runs.requests.at(0).businessKey, QString()); // the failed run still has it
    QCOMPARE(fake.runs.requests.at(1).businessKey, over.businessKey);
    QCOMPARE(fake.runs.requests.at(1).definition.version, over.version);
    QVERIFY(!batch.newInstanceId(0).isEmpty());
    QVERIFY(fake.instances.current(batch.newInstanceId(0)).state == InstanceState::Active);
}

void TestInstanceBatch::rerunThatFailsWhileStarting()
{
    FakeConsole fake;
    const QList<WorkflowInstance> rows = failedOnes(fake, 1);
    WorkflowInstance kept = fake.instances.current(rows.at(0).id);
    kept.variables = withInput();
    fake.instances.put(kept);
    Error error = fakeError(Error::Kind::Server);
    error.instanceId = u"born-dead"_s;
    fake.runs.replies.error = error;
    InstanceBatch batch(services(fake), BulkVerb::Rerun, rows, quick());
    run(batch);
    QCOMPARE(batch.items().at(0).outcome, Outcome::Failed);
    QCOMPARE(batch.newInstanceId(0), u"born-dead"_s); // it exists, and can be opened
}

QTEST_GUILESS_MAIN(TestInstanceBatch)
#include "tst_instancebatch.moc"
