// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/pollingfeed.h"
#include "models/core/trace.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakejobs.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// The feed with intervals of some milliseconds: what the ui gets to see, and what the server is spared.
class tst_PollingFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void asksNothingUnwatched();
    void tellsAnInstanceOnlyWhenItChanged();
    void countsWatches();
    void aSecondViewGetsWhatIsKnown();
    void followsAnInstanceThatIsNotVisibleYet();
    void letsSettledInstancesRest();
    void neverAsksTwiceAtATime();
    void dropsLateAnswers();
    void mayBeUnwatchedWhileTelling();
    void listsTellNewAndChangedRows();
    void listsLearnFromOpenInstances();
    void jobsTellNewAndChangedOnes();
    void goesOfflineAndComesBack();
    void probesWithOneQuestionWhileOffline();
    void oneBadInstanceIsNoOutage();
    void saysSoWhenEverythingIsRefused();
    void stopsWithoutToken();
    void isSlowInTheBackground();
    void refreshAsksAgainAfterTheAnswerUnderWay();
    void catchesUpAfterSleep();
    void survivesTheDestructionOfEverything();

private:
    void change(const QString &id, InstanceState state);
    int details() const { return m_server->details.calls; }
    int pages() const { return m_server->pages.calls; }

    FakeClock m_clock;
    Tracer m_tracer;
    PollingOptions m_options;
    std::unique_ptr<FakeInstances> m_server;
    std::unique_ptr<FakeJobs> m_timers;
    std::unique_ptr<PollingFeed> m_feed;
    std::unique_ptr<QSignalSpy> m_instances;
    std::unique_ptr<QSignalSpy> m_rows;
    std::unique_ptr<QSignalSpy> m_statuses;
    QString m_active; // an instance that runs
    QString m_ended;  // one that is completed
};

void tst_PollingFeed::init()
{
    m_options = {};
    m_options.instanceSteps = {5, 10};
    m_options.listSteps = {5};
    m_options.settledMs = 3'600'000;
    m_options.backgroundMs = 3'600'000;
    m_options.firstRetryMs = 4;
    m_options.lastRetryMs = 16;
    m_options.heartbeatMs = 10;
    m_server = std::make_unique<FakeInstances>(m_clock.now(), 20);
    m_timers = std::make_unique<FakeJobs>(*m_server, m_clock.now());
    m_feed = std::make_unique<PollingFeed>(*m_server, *m_timers, m_clock, m_tracer, m_options);
    m_instances = std::make_unique<QSignalSpy>(m_feed.get(), &LiveFeed::instanceChanged);
    m_rows = std::make_unique<QSignalSpy>(m_feed.get(), &LiveFeed::instancesChanged);
    m_statuses = std::make_unique<QSignalSpy>(m_feed.get(), &LiveFeed::statusChanged);
    m_active = fakeInstance(0, m_clock.now()).id;
    m_ended = fakeInstance(1, m_clock.now()).id;
}

void tst_PollingFeed::cleanup()
{
    m_feed.reset();
    m_server.reset();
}

void tst_PollingFeed::change(const QString &id, InstanceState state)
{
    WorkflowInstance instance = m_server->current(id);
    instance.state = state;
    m_server->put(instance);
}

void tst_PollingFeed::asksNothingUnwatched()
{
    m_feed->refreshNow();
    QTest::qWait(30);
    QCOMPARE(details() + pages(), 0);
    QCOMPARE(m_feed->status().mode, LiveStatus::Mode::Idle);
}

void tst_PollingFeed::tellsAnInstanceOnlyWhenItChanged()
{
    m_feed->watchInstance(m_active);
    QTRY_VERIFY(details() > 5);
    QCOMPARE(m_instances->size(), 1);
    QCOMPARE(m_feed->status().mode, LiveStatus::Mode::Polling);
    QVERIFY(m_feed->status().lastAnswer.isValid());

    change(m_active, InstanceState::Error);
    QTRY_COMPARE(m_instances->size(), 2);
    QCOMPARE(m_instances->constLast().constFirst().value<WorkflowInstance>().state, InstanceState::Error);

    // A node was entered, nothing else: the state and lastUpdate stay as they are.
    WorkflowInstance moved = m_server->current(m_active);
    moved.nodes.last().exit = m_clock.now();
    m_server->put(moved);
    QTRY_COMPARE(m_instances->size(), 3);

    WorkflowInstance edited = m_server->current(m_active);
    edited.variables = std::make_shared<const Json>(Json{{"workflowdata", {{"changed", true}}}});
    m_server->put(edited);
    QTRY_COMPARE(m_instances->size(), 4);
}

void tst_PollingFeed::countsWatches()
{
    m_feed->watchInstance(m_active);
    m_feed->watchInstance(m_active);
    m_feed->unwatchInstance(m_active);
    QTRY_VERIFY(details() > 2);
    m_feed->unwatchInstance(m_active);
    m_feed->unwatchInstance(m_active); // one too many does no harm
    m_feed->unwatchInstance(u"never watched"_s);
    m_feed->unwatchList();
    QCOMPARE(m_feed->status().mode, LiveStatus::Mode::Idle);
    const int before = details();
    QTest::qWait(30);
    QCOMPARE(details(), before);
}

void tst_PollingFeed::aSecondViewGetsWhatIsKnown()
{
    m_feed->watchInstance(m_ended);
    QTRY_COMPARE(m_instances->size(), 1);
    m_feed->watchInstance(m_ended);
    QTRY_COMPARE(m_instances->size(), 2);
}

void tst_PollingFeed::followsAnInstanceThatIsNotVisibleYet()
{
    m_feed->watchInstance(u"just-started"_s);
    QTRY_VERIFY(details() > 3);
    QCOMPARE(m_feed->status().mode, LiveStatus::Mode::Polling);
    WorkflowInstance instance;
    instance.id = u"just-started"_s;
    instance.state = InstanceState::Active;
    m_server->put(instance);
    QTRY_COMPARE(m_instances->size(), 1);
}

void tst_PollingFeed::letsSettledInstancesRest()
{
    m_feed->watchInstance(m_ended);
    QTRY_COMPARE(m_feed->status().intervalMs, m_options.settledMs);
    const int before = details();
    QTest::qWait(40);
    QCOMPARE(details(), before);
    m_feed->refreshNow();
    QTRY_VERIFY(details() > before);
}

void tst_PollingFeed::neverAsksTwiceAtATime()
{
    m_server->details.hang = true;
    m_server->pages.hang = true;
    m_feed->watchInstance(m_active);
    m_feed->watchList();
    QTRY_COMPARE(details() + pages(), 2);
    m_feed->refreshNow();
    m_feed->watchInstance(m_active);
    QTest::qWait(40);
    QCOMPARE(details(), 1);
    QCOMPARE(pages(), 1);
    m_server->details.release();
    QTRY_VERIFY(details() > 3);
}

void tst_PollingFeed::dropsLateAnswers()
{
    m_server->details.hang = true;
    m_server->pages.hang = true;
    m_feed->watchInstance(m_active);
    m_feed->watchList();
    QTRY_COMPARE(details() + pages(), 2);
    m_feed->unwatchInstance(m_active);
    m_feed->unwatchList();
    QTRY_COMPARE(m_server->details.cancelled(), 1);
    QTRY_COMPARE(m_server->pages.cancelled(), 1);
    m_server->details.release();
    m_server->pages.release();
    QTest::qWait(20);
    QCOMPARE(m_instances->size() + m_rows->size(), 0);

    m_feed->watchInstance(m_active); // and it starts anew
    QTRY_COMPARE(m_instances->size(), 1);
}

void tst_PollingFeed::mayBeUnwatchedWhileTelling()
{
    connect(m_feed.get(), &LiveFeed::instanceChanged, this, [this] { m_feed->unwatchInstance(m_active); });
    connect(m_feed.get(), &LiveFeed::instancesChanged, this, [this] { m_feed->unwatchList(); });
    m_feed->watchInstance(m_active);
    m_feed->watchList();
    QTRY_COMPARE(m_feed->status().mode, LiveStatus::Mode::Idle);
    QCOMPARE(m_instances->size(), 1);
}

void tst_PollingFeed::listsTellNewAndChangedRows()
{
    m_feed->watchList();
    QTRY_COMPARE(m_rows->size(), 1);
    QTRY_VERIFY(pages() > 5);
    QCOMPARE(m_rows->size(), 1);

    WorkflowInstance fresh = m_server->current(m_active);
    fresh.id = u"fresh"_s;
    fresh.lastUpdate = m_clock.now().addSecs(5);
    m_server->put(fresh);
    QTRY_COMPARE(m_rows->size(), 2);
    const auto rows = m_rows->constLast().constFirst().value<QList<WorkflowInstance>>();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.constFirst().id, u"fresh"_s);
    QVERIFY(!rows.constFirst().detailed);

    // A row on screen that fails.
    auto list = std::make_unique<QObject>();
    const QString old = fakeInstance(5, m_clock.now()).id;
    m_feed->watchRows(list.get(), {old});
    QTRY_VERIFY(m_server->queries.constLast().orIds.contains(old));
    m_rows->clear();
    change(old, InstanceState::Error);
    QTRY_COMPARE(m_rows->size(), 1);
    QCOMPARE(m_rows->constLast().constFirst().value<QList<WorkflowInstance>>().constFirst().state,
             InstanceState::Error);

    list.reset();
    m_server->queries.clear();
    QTRY_VERIFY(m_server->queries.size() > 3);
    for (const InstanceQuery &query : std::as_const(m_server->queries).mid(2))
        QVERIFY(query.orIds.isEmpty());
}

void tst_PollingFeed::listsLearnFromOpenInstances()
{
    m_feed->watchList();
    m_feed->watchInstance(m_active);
    QTRY_VERIFY(m_rows->size() > 0 && m_instances->size() > 0 && pages() > 2);
    m_rows->clear();
    change(m_active, InstanceState::Error);
    QTRY_COMPARE(m_rows->size(), 1);
    const auto rows = m_rows->constLast().constFirst().value<QList<WorkflowInstance>>();
    QCOMPARE(rows.constFirst().id, m_active);
    QVERIFY(!rows.constFirst().variables);
}

void tst_PollingFeed::jobsTellNewAndChangedOnes()
{
    QSignalSpy told(m_feed.get(), &LiveFeed::jobsChanged);
    QTest::qWait(20);
    QCOMPARE(m_timers->pages.calls, 0); // nobody looks
    m_feed->watchJobs();
    QTRY_COMPARE(told.count(), 1); // where to go on from
    const int calls = m_timers->pages.calls;
    QTRY_VERIFY(m_timers->pages.calls > calls + 2);
    QCOMPARE(told.count(), 1); // the overlap brings nothing new
    QVERIFY(m_timers->queries.constLast().updatedSince.isValid());
    Job job = m_timers->generated(2);
    job.status = JobStatus::Executed;
    job.lastUpdate = m_clock.now().addSecs(1);
    m_timers->put(job);
    QTRY_COMPARE(told.count(), 2);
    const auto jobs = told.constLast().constFirst().value<QList<Job>>();
    QCOMPARE(jobs.size(), 1);
    QCOMPARE(jobs.constFirst().id, job.id);

    m_feed->watchJobs();
    m_feed->unwatchJobs();
    const int before = m_timers->pages.calls;
    QTRY_VERIFY(m_timers->pages.calls > before); // one still looks
    m_feed->unwatchJobs();
    m_feed->unwatchJobs(); // once too often
    QTest::qWait(10);
    const int last = m_timers->pages.calls;
    QTest::qWait(30);
    QCOMPARE(m_timers->pages.calls, last);
}

void tst_PollingFeed::goesOfflineAndComesBack()
{
    m_feed->watchInstance(m_active);
    m_feed->watchList();
    QTRY_VERIFY(m_instances->size() == 1 && m_rows->size() == 1);
    m_server->details.error = fakeError();
    m_server->pages.error = fakeError();
    QTRY_COMPARE(m_feed->status().mode, LiveStatus::Mode::Offline);
    QVERIFY(m_feed->status().problem.contains(u"refused the connection"_s));
    QVERIFY(m_feed->status().lastAnswer.isValid());

    change(m_active, InstanceState::Error);
    m_server->details.error.reset();
    m_server->pages.error.reset();
    QTRY_COMPARE(m_feed->status().mode, LiveStatus::Mode::Polling);
    QVERIFY(m_feed->status().problem.isEmpty());
    QTRY_COMPARE(m_instances->size(), 2);
}

void tst_PollingFeed::probesWithOneQuestionWhileOffline()
{
    m_server->details.error = fakeError();
    m_feed->watchInstance(m_active);
    QTRY_COMPARE(m_feed->status().mode, LiveStatus::Mode::Offline);
    m_server->details.error.reset();
    m_server->details.hang = true;
    for (int i = 2; i < 10; ++i)
        m_feed->watchInstance(fakeInstance(i, m_clock.now()).id);
    QTRY_COMPARE(m_server->details.waiting(), 1);
    QTest::qWait(40);
    QCOMPARE(m_server->details.waiting(), 1);
    m_server->details.release();
    QTRY_COMPARE(m_instances->size(), 9);
}

void tst_PollingFeed::oneBadInstanceIsNoOutage()
{
    m_server->details.error = fakeError(Error::Kind::Timeout);
    m_feed->watchList();
    QTRY_VERIFY(m_feed->status().lastAnswer.isValid());
    m_server->details.delayMs = 30; // the list is answered meanwhile
    m_feed->watchInstance(m_active);
    QTRY_VERIFY(details() > 1);
    const int before = pages();
    QTRY_VERIFY(pages() > before + 3);
    QCOMPARE(m_feed->status().mode, LiveStatus::Mode::Polling);
}

void tst_PollingFeed::saysSoWhenEverythingIsRefused()
{
    m_server->pages.error = fakeError(Error::Kind::Forbidden);
    m_feed->watchList();
    QTRY_COMPARE(m_feed->status().mode, LiveStatus::Mode::Offline);
    QVERIFY(!m_feed->status().problem.isEmpty());
    m_server->pages.error.reset();
    QTRY_COMPARE(m_feed->status().mode, LiveStatus::Mode::Polling);
}

void tst_PollingFeed::stopsWithoutToken()
{
    m_feed->watchInstance(m_active);
    QTRY_COMPARE(m_instances->size(), 1);
    m_server->details.error = fakeError(Error::Kind::Unauthorized);
    QTRY_COMPARE(m_feed->status().mode, LiveStatus::Mode::Idle);
    const int refused = details();
    QTest::qWait(40);
    QCOMPARE(details(), refused);

    m_server->details.error.reset();
    change(m_active, InstanceState::Completed);
    m_feed->setSignedIn(true);
    QTRY_COMPARE(m_instances->size(), 2);

    m_feed->setSignedIn(false);
    QCOMPARE(m_feed->status().mode, LiveStatus::Mode::Idle);
    const int before = details();
    m_feed->refreshNow();
    QTest::qWait(30);
    QCOMPARE(details(), before);
}

void tst_PollingFeed::isSlowInTheBackground()
{
    m_feed->watchInstance(m_active);
    QTRY_COMPARE(m_instances->size(), 1);
    m_feed->setForeground(false);
    QCOMPARE(m_feed->status().intervalMs, m_options.backgroundMs);
    QTest::qWait(20); // what was on its way
    const int before = details();
    change(m_active, InstanceState::Completed);
    QTest::qWait(40);
    QCOMPARE(details(), before);
    m_feed->setForeground(true);
    QTRY_COMPARE(m_instances->size(), 2);
}

void tst_PollingFeed::refreshAsksAgainAfterTheAnswerUnderWay()
{
    m_options.instanceSteps = {3'600'000};
    m_feed = std::make_unique<PollingFeed>(*m_server, *m_timers, m_clock, m_tracer, m_options);
    QSignalSpy changed(m_feed.get(), &LiveFeed::instanceChanged);
    m_server->details.hang = true;
    m_feed->watchInstance(m_active);
    QTRY_COMPARE(m_server->details.waiting(), 1);
    change(m_active, InstanceState::Aborted); // by an action; the answer under way is from before
    m_feed->refreshNow();
    m_server->details.release();
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(changed.constLast().constFirst().value<WorkflowInstance>().state, InstanceState::Aborted);
}

void tst_PollingFeed::catchesUpAfterSleep()
{
    m_options.instanceSteps = {3'600'000};
    m_feed = std::make_unique<PollingFeed>(*m_server, *m_timers, m_clock, m_tracer, m_options);
    m_feed->watchInstance(m_active);
    QTRY_COMPARE(details(), 1);
    QTest::qWait(30);
    QCOMPARE(details(), 1);
    m_server->details.hang = true;
    m_clock.advance(3'600'000); // the lid was closed for an hour
    QTRY_COMPARE(details(), 2);
    m_clock.advance(3'600'000); // and again: the answer under way never comes
    QTRY_COMPARE(details(), 3);
    QCOMPARE(m_server->details.cancelled(), 1);
}

void tst_PollingFeed::survivesTheDestructionOfEverything()
{
    m_server->details.hang = true;
    m_feed->watchInstance(m_active);
    m_feed->watchList();
    QTRY_COMPARE(details(), 1);
    auto list = std::make_unique<QObject>();
    m_feed->watchRows(list.get(), {m_active});
    m_feed.reset();
    list.reset();
    m_server->details.release();
    QTest::qWait(10);
}

QTEST_GUILESS_MAIN(tst_PollingFeed)
#include "tst_pollingfeed.moc"
