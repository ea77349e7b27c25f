// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/jobbatch.h"
#include "tests/fakes/fakeconsole.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Outcome = JobBatch::Outcome;
using Verb = JobBatch::Verb;

class TestJobBatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysDoneOnlyOnceTheServerShowsIt();
    void leavesAloneWhatMovedOn();
    void goesOnAfterARefusal();
    void tellsALateRefusalFromAFailure();
    void isStoppedHalfWay();
    void isStoppedWhileItReads();
    void sendsOnlyAFewAtATime();
    void reschedulesToATimeThatHasCome();
    void cannotReadThemFirst();
    void nothingToDo();

private:
    static JobBatch::Options quick()
    {
        JobBatch::Options options;
        options.confirmAfterMs = {1, 1, 1};
        return options;
    }
    static QList<Job> jobs(const FakeConsole &fake, int count)
    {
        QList<Job> list;
        for (int i = 0; i < count; ++i)
            list << fake.jobs.generated(i);
        return list;
    }
    static void run(JobBatch &batch)
    {
        QSignalSpy finished(&batch, &JobBatch::finished);
        batch.start();
        QTRY_COMPARE(finished.count(), 1);
        QTest::qWait(10);
        QCOMPARE(finished.count(), 1);
    }
};

void TestJobBatch::saysDoneOnlyOnceTheServerShowsIt()
{
    FakeConsole fake;
    JobBatch batch(fake.jobs, Verb::Cancel, jobs(fake, 3), {}, quick());
    run(batch);
    QCOMPARE(batch.countOf(Outcome::Done), 3);
    QCOMPARE(batch.jobs().constFirst().status, JobStatus::Canceled); // as read again

    fake.jobs.showsActions = false;
    JobBatch unseen(fake.jobs, Verb::Reschedule, {fake.jobs.generated(5)}, fake.clock.now().addSecs(60), quick());
    run(unseen);
    QCOMPARE(unseen.countOf(Outcome::Done), 0);
    QCOMPARE(unseen.countOf(Outcome::Unconfirmed), 1);
    QVERIFY(!unseen.items().constFirst().reason.isEmpty());
}

void TestJobBatch::leavesAloneWhatMovedOn()
{
    FakeConsole fake;
    const QList<Job> list = jobs(fake, 3);
    Job fired = list.at(0);
    fired.status = JobStatus::Executed;
    fake.jobs.put(fired);
    fake.jobs.remove(list.at(1).id);
    JobBatch batch(fake.jobs, Verb::Cancel, list, {}, quick());
    run(batch);
    QCOMPARE(batch.countOf(Outcome::Skipped), 2);
    QCOMPARE(batch.countOf(Outcome::Done), 1);
    QVERIFY(batch.items().at(0).reason.contains("executed"_L1));
    QCOMPARE(fake.jobs.actionLog, QStringList{u"cancel "_s + list.at(2).id});
}

void TestJobBatch::goesOnAfterARefusal()
{
    FakeConsole fake;
    const QList<Job> list = jobs(fake, 8);
    fake.jobs.refused.insert(list.at(3).id, fakeError(Error::Kind::Forbidden));
    JobBatch batch(fake.jobs, Verb::Cancel, list, {}, quick());
    run(batch);
    QCOMPARE(batch.countOf(Outcome::Failed), 1);
    QCOMPARE(batch.countOf(Outcome::Done), 7);
    QCOMPARE(batch.items().at(3).outcome, Outcome::Failed);
    QVERIFY(batch.items().at(3).reason.contains(fakeError().why));
    QCOMPARE(batch.items().at(3).error.kind, Error::Kind::Forbidden);
}

/// Fires its jobs between the question and the answer.
class RacingJobs : public FakeJobs
{
public:
    using FakeJobs::FakeJobs;
    Async<Done> cancel(const Job &job) override
    {
        Job fired = current(job.id);
        fired.status = JobStatus::Executed;
        put(fired);
        refused.insert(job.id, fakeError(Error::Kind::Server)); // as the Job Service answers for a dead job
        return FakeJobs::cancel(job);
    }
};

void TestJobBatch::tellsALateRefusalFromAFailure()
{
    FakeConsole fake;
    RacingJobs racing(fake.instances, fake.clock.now());
    JobBatch batch(racing, Verb::Cancel, jobs(fake, 2), {}, quick());
    run(batch);
    QCOMPARE(batch.countOf(Outcome::Skipped), 2);
    QCOMPARE(batch.countOf(Outcome::Failed), 0);
}

void TestJobBatch::isStoppedHalfWay()
{
    FakeConsole fake;
    JobBatch::Options options = quick();
    options.parallel = 2;
    fake.jobs.actions.hang = true;
    JobBatch batch(fake.jobs, Verb::Cancel, jobs(fake, 10), {}, options);
    QSignalSpy finished(&batch, &JobBatch::finished);
    batch.start();
    QTRY_COMPARE(fake.jobs.actions.waiting(), 2);
    batch.stop();
    QCOMPARE(finished.count(), 0); // what was sent is waited for
    fake.jobs.actions.release();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(batch.countOf(Outcome::Done), 2);
    QCOMPARE(batch.countOf(Outcome::NotTried), 8);
    QCOMPARE(fake.jobs.actionLog.size(), 2);
}

void TestJobBatch::isStoppedWhileItReads()
{
    FakeConsole fake;
    fake.jobs.pages.hang = true;
    JobBatch batch(fake.jobs, Verb::Cancel, jobs(fake, 3), {}, quick());
    QSignalSpy finished(&batch, &JobBatch::finished);
    batch.start();
    batch.stop();
    batch.stop();
    QCOMPARE(finished.count(), 1);
    fake.jobs.pages.release();
    QTest::qWait(10);
    QVERIFY(fake.jobs.actionLog.isEmpty());
    QCOMPARE(batch.countOf(Outcome::NotTried), 3);
}

void TestJobBatch::sendsOnlyAFewAtATime()
{
    FakeConsole fake;
    fake.jobs.setGenerated(200);
    JobBatch::Options options = quick();
    options.chunk = 30;
    fake.jobs.actions.hang = true;
    JobBatch batch(fake.jobs, Verb::Cancel, jobs(fake, 90), {}, options);
    QSignalSpy finished(&batch, &JobBatch::finished);
    batch.start();
    QTRY_COMPARE(fake.jobs.actions.waiting(), options.parallel);
    QTest::qWait(20);
    QCOMPARE(fake.jobs.actions.waiting(), options.parallel);
    fake.jobs.actions.release();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(batch.countOf(Outcome::Done), 90);
    QCOMPARE(batch.answered(), 90);
}

void TestJobBatch::reschedulesToATimeThatHasCome()
{
    FakeConsole fake;
    JobBatch batch(fake.jobs, Verb::Reschedule, jobs(fake, 1), fake.clock.now(), quick());
    run(batch);
    QCOMPARE(batch.countOf(Outcome::Done), 1);
    QCOMPARE(batch.jobs().constFirst().status, JobStatus::Executed);
}

void TestJobBatch::cannotReadThemFirst()
{
    FakeConsole fake;
    fake.jobs.pages.error = fakeError();
    JobBatch batch(fake.jobs, Verb::Cancel, jobs(fake, 2), {}, quick());
    run(batch);
    QCOMPARE(batch.countOf(Outcome::Failed), 2);
    QVERIFY(fake.jobs.actionLog.isEmpty());
}

void TestJobBatch::nothingToDo()
{
    FakeConsole fake;
    JobBatch batch(fake.jobs, Verb::Cancel, {}, {}, quick());
    QSignalSpy finished(&batch, &JobBatch::finished);
    batch.start();
    QCOMPARE(finished.count(), 1);
}

QTEST_GUILESS_MAIN(TestJobBatch)
#include "tst_jobbatch.moc"
