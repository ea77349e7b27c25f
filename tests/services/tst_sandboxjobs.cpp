// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/pollingfeed.h"
#include "models/items/alljobsmodel.h"
#include "models/services/jobbatch.h"
#include "tests/fakes/await.h"
#include "tests/services/sandboxconsole.h"

#include <QSignalSpy>
#include <QTest>
#include <QUuid>

#include <numeric>

using namespace podium;
using namespace Qt::StringLiterals;
using Outcome = JobBatch::Outcome;

/// The jobs of all instances as the services really tell and change them. Each test starts its own runs.
class tst_SandboxJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyFilterAndOrderIsUnderstood();
    void urgencyHoldsOverPages();
    void countsByRangeAddUp();
    void findsANewTimerAndItsNode();
    void rescheduledToNowTheInstanceMovesOn();
    void cancelledIsReadBack();
    void manyWithSomeThatMovedOn();
    void theFeedTellsOfJobs();

private:
    QString start(const QString &workflowId);
    Job timerOf(const QString &instanceId);
    static void run(JobBatch &batch);

    std::unique_ptr<SandboxConsole> m_operator;
    Clock m_clock;
    QString m_key;
    QStringList m_started;
};

void tst_SandboxJobs::initTestCase()
{
    m_operator = std::make_unique<SandboxConsole>(u"operator"_s);
    if (!await(m_operator->client.capabilities(), 30000))
        QSKIP("The sandbox is not up: installer/sandbox/sandbox up");
    m_key = u"jobs-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
}

void tst_SandboxJobs::cleanupTestCase()
{
    for (const QString &id : std::as_const(m_started)) {
        if (const auto instance = await(m_operator->instances.instance(id)); instance && !isFinal(instance->state))
            (void)await(m_operator->instances.abort(*instance));
    }
}

QString tst_SandboxJobs::start(const QString &workflowId)
{
    const auto definition = await(m_operator->catalog.definition(workflowId, {}));
    if (!definition)
        return {};
    const auto input = std::make_shared<const Json>(Json::object());
    const QString key = u"%1-%2"_s.arg(m_key).arg(m_started.size());
    const auto run = await(m_operator->runs.start({*definition, input, key}), 30000);
    if (!run)
        return {};
    m_started << run->instanceId;
    return run->instanceId;
}

Job tst_SandboxJobs::timerOf(const QString &instanceId)
{
    Job found;
    (void)QTest::qWaitFor(
        [&] {
            JobQuery query;
            query.id = instanceId;
            query.statuses = {JobStatus::Scheduled};
            const auto page = await(m_operator->jobs.page(query));
            if (page && !page->rows.isEmpty())
                found = page->rows.constFirst();
            return !found.id.isEmpty();
        },
        20000);
    return found;
}

void tst_SandboxJobs::run(JobBatch &batch)
{
    QSignalSpy finished(&batch, &JobBatch::finished);
    batch.start();
    QVERIFY(finished.count() == 1 || finished.wait(30000));
}

void tst_SandboxJobs::everyFilterAndOrderIsUnderstood()
{
    JobQuery query;
    query.ids = {u"no-such-job"_s};
    query.instanceIds = {u"no-such-instance"_s};
    query.workflowIds = {u"nightly_backup"_s};
    query.id = u"no-such"_s;
    query.dueFrom = QDateTime::currentDateTimeUtc();
    query.dueBefore = query.dueFrom.addSecs(60);
    query.updatedSince = query.dueFrom;
    for (int order = 0; order <= int(JobQuery::Order::LastUpdateDescending); ++order) {
        query.order = JobQuery::Order(order);
        const auto page = await(m_operator->jobs.page(query));
        QVERIFY2(page.ok(), page.ok() ? "" : qPrintable(page.error().details));
        QCOMPARE(page->rows.size(), 0);
        QCOMPARE(page->total.value_or(0), 0);
    }
    // Also those whose word this server does not know.
    for (const JobStatus status : kJobStatuses) {
        JobQuery one;
        one.statuses = {status};
        const auto page = await(m_operator->jobs.page(one));
        QVERIFY2(page.ok(), page.ok() ? "" : qPrintable(page.error().details));
        for (const Job &job : page->rows)
            QCOMPARE(job.status, status);
        // 10.1.0 has CountJobs, and answers null.
        const auto count = await(m_operator->jobs.count(one));
        QVERIFY(count || count.error().kind == Error::Kind::NotFound);
        QCOMPARE(count.ok(), page->total.has_value());
    }
    QVERIFY(await(m_operator->jobs.hosts({}))->isEmpty());
}

void tst_SandboxJobs::urgencyHoldsOverPages()
{
    QVERIFY(!timerOf(start(u"nightly_backup"_s)).id.isEmpty());
    QVERIFY(!timerOf(start(u"water_plants"_s)).id.isEmpty());
    JobQuery query;
    query.limit = 3;
    const auto partOf = [](const Job &job) {
        if (job.status == JobStatus::Scheduled)
            return 0;
        return job.status == JobStatus::Executed || job.status == JobStatus::Canceled ? 2 : 1;
    };
    QList<Job> rows;
    QSet<QString> ids;
    for (; query.offset < 30; query.offset += query.limit) {
        const auto page = await(m_operator->jobs.page(query));
        QVERIFY2(page.ok(), page.ok() ? "" : qPrintable(page.error().details));
        QVERIFY(page->total.value_or(1000) >= page->rows.size());
        rows << page->rows;
        if (page->rows.size() < query.limit)
            break;
    }
    QVERIFY(rows.size() >= 2);
    int wrong = 0; // others start and end jobs meanwhile: a row may come twice, once
    for (qsizetype i = 0; i < rows.size(); ++i) {
        wrong += ids.contains(rows.at(i).id) ? 1 : 0;
        ids.insert(rows.at(i).id);
        if (i == 0)
            continue;
        const Job &a = rows.at(i - 1);
        const Job &b = rows.at(i);
        const bool fine = partOf(a) < partOf(b) ||
                          (partOf(a) == partOf(b) &&
                           (partOf(a) == 0 ? a.expirationTime <= b.expirationTime : a.lastUpdate >= b.lastUpdate));
        wrong += fine ? 0 : 1;
    }
    QVERIFY2(wrong <= 2, qPrintable(QString::number(wrong)));
    QCOMPARE(rows.constFirst().status, JobStatus::Scheduled);
}

void tst_SandboxJobs::countsByRangeAddUp()
{
    JobQuery query;
    query.statuses = {JobStatus::Scheduled};
    // Ours only: others start and end jobs meanwhile, and of thousands only the first are counted.
    query.instanceIds = {start(u"nightly_backup"_s), start(u"nightly_backup"_s), start(u"water_plants"_s)};
    for (const QString &id : std::as_const(query.instanceIds))
        QVERIFY(!timerOf(id).id.isEmpty());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<DueRange> ranges{{{}, now}};
    for (int hour = 0; hour < 24; ++hour)
        ranges << DueRange{now.addSecs(hour * 3600), now.addSecs((hour + 1) * 3600)};
    ranges << DueRange{now.addSecs(24 * 3600), {}};
    const auto due = await(m_operator->jobs.countDue(query, ranges));
    QVERIFY2(due.ok(), due.ok() ? "" : qPrintable(due.error().details));
    QVERIFY(!due->capped);
    QCOMPARE(std::accumulate(due->counts.cbegin(), due->counts.cend(), qint64(0)), 3);
    QCOMPARE(due->counts.at(1), 3); // within the hour
    const auto all = await(m_operator->jobs.page(query));
    QVERIFY(all);
    QCOMPARE(all->rows.size(), 3);
}

void tst_SandboxJobs::findsANewTimerAndItsNode()
{
    const QString instance = start(u"nightly_backup"_s);
    QVERIFY(!instance.isEmpty());
    QVERIFY(!timerOf(instance).id.isEmpty());
    AllJobsModel model(m_operator->jobs, m_clock);
    JobQuery query;
    query.id = instance;
    model.setQuery(query);
    QTRY_COMPARE(model.rowCount(), 1);
    model.showRows(0, 10);
    QCOMPARE(model.jobAt(0)->instanceId, instance);
    const auto cell = [&](JobColumn column) { return model.index(0, int(column)).data().toString(); };
    QTRY_VERIFY(!cell(JobColumn::Node).isEmpty());
    QVERIFY(cell(JobColumn::Node) != u"Whole instance"_s);
    QVERIFY(cell(JobColumn::Instance).startsWith(m_key)); // its business key
    QCOMPARE(cell(JobColumn::Status), u"Scheduled"_s);
}

void tst_SandboxJobs::rescheduledToNowTheInstanceMovesOn()
{
    const QString instance = start(u"nightly_backup"_s); // sleeps for an hour
    const Job job = timerOf(instance);
    QVERIFY(!job.id.isEmpty());
    QVERIFY(job.expirationTime > QDateTime::currentDateTimeUtc().addSecs(1800));
    JobBatch batch(m_operator->jobs, JobBatch::Verb::Reschedule, {job}, QDateTime::currentDateTimeUtc());
    run(batch);
    QVERIFY2(batch.countOf(Outcome::Done) == 1, qPrintable(batch.items().constFirst().reason));
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto now = await(m_operator->instances.instance(instance));
            return now && isFinal(now->state);
        },
        20000));
    QVERIFY(QTest::qWaitFor([&] {
        JobQuery query;
        query.ids = {job.id};
        const auto page = await(m_operator->jobs.page(query));
        return page && page->rows.size() == 1 && page->rows.constFirst().status == JobStatus::Executed;
    }));
}

void tst_SandboxJobs::cancelledIsReadBack()
{
    const QString instance = start(u"nightly_backup"_s);
    const Job job = timerOf(instance);
    QVERIFY(!job.id.isEmpty());
    JobBatch batch(m_operator->jobs, JobBatch::Verb::Cancel, {job}, {});
    run(batch);
    QVERIFY2(batch.countOf(Outcome::Done) == 1, qPrintable(batch.items().constFirst().reason));
    JobQuery query;
    query.ids = {job.id};
    QCOMPARE(await(m_operator->jobs.page(query)).value().rows.constFirst().status, JobStatus::Canceled);
    QCOMPARE(await(m_operator->instances.instance(instance))->state, InstanceState::Active); // as the question says

    JobBatch again(m_operator->jobs, JobBatch::Verb::Cancel, {job}, {}); // as it was before
    run(again);
    QCOMPARE(again.countOf(Outcome::Skipped), 1);
}

void tst_SandboxJobs::manyWithSomeThatMovedOn()
{
    QList<Job> jobs;
    for (int i = 0; i < 5; ++i)
        jobs << timerOf(start(u"nightly_backup"_s));
    for (const Job &job : std::as_const(jobs))
        QVERIFY(!job.id.isEmpty());
    QVERIFY(await(m_operator->jobs.cancel(jobs.at(1))));
    QVERIFY(await(m_operator->instances.abort(*await(m_operator->instances.instance(jobs.at(2).instanceId)))));
    const QDateTime later = QDateTime::currentDateTimeUtc().addDays(2);
    QTRY_VERIFY(timerOf(jobs.at(0).instanceId).id == jobs.at(0).id);
    JobBatch batch(m_operator->jobs, JobBatch::Verb::Reschedule, jobs, later);
    run(batch);
    QStringList reasons;
    for (const JobBatch::Item &item : batch.items())
        reasons << item.reason;
    QVERIFY2(batch.countOf(Outcome::Done) == 3, qPrintable(reasons.join(u" | "_s)));
    QVERIFY2(batch.countOf(Outcome::Skipped) == 2, qPrintable(reasons.join(u" | "_s)));
    QVERIFY(qAbs(timerOf(jobs.at(4).instanceId).expirationTime.secsTo(later)) <= 1);
}

void tst_SandboxJobs::theFeedTellsOfJobs()
{
    PollingFeed feed(m_operator->instances, m_operator->jobs, m_clock, m_operator->tracer);
    QStringList told;
    connect(&feed, &LiveFeed::jobsChanged, this, [&told](const QList<Job> &jobs) {
        for (const Job &job : jobs)
            told << job.instanceId;
    });
    feed.watchJobs();
    QTRY_COMPARE_WITH_TIMEOUT(feed.status().mode, LiveStatus::Mode::Polling, 5000);
    QTest::qWait(500);
    told.clear();
    const QString instance = start(u"water_plants"_s);
    QTRY_VERIFY_WITH_TIMEOUT(told.contains(instance), 15000);
    feed.unwatchJobs();
}

QTEST_GUILESS_MAIN(tst_SandboxJobs)
#include "tst_sandboxjobs.moc"
