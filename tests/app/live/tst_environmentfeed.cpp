// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/environmentfeed.h"
#include "models/domain/instancechanges.h"
#include "tests/app/live/subscriptionfixture.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakejobs.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// Tells what the test says.
class ScriptedSource : public PushSource
{
    Q_OBJECT
public:
    Kinds live() const override { return m_live; }
    QString reason() const override { return why; }
    void setWanted(bool on) override { wanted = on; }
    void reconnect() override { ++reconnects; }
    void distrust() override
    {
        ++distrusts;
        setLive({});
    }

    void setLive(Kinds kinds)
    {
        m_live = kinds;
        Q_EMIT liveChanged();
    }

    bool wanted = false;
    int reconnects = 0;
    int distrusts = 0;
    QString why = u"It does not push."_s;

private:
    Kinds m_live;
};

} // namespace

/// What is told and what is asked for, as one: nothing twice, nothing missed, and a status that is true.
class tst_EnvironmentFeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void saysWhichWayIsInUse();
    void isPushedOnlyWhenAllThatIsWatchedIs();
    void tellsEachChangeOnce();
    void asksCalmlyWhilePushed();
    void catchesUpWhenPushingBegins();
    void catchesUpWhenPushingEnds();
    void openInstancesAreReadOn();
    void manyPushesAreFewQuestions();
    void latePushesDoNotTurnBack();
    void answersUnderWayDoNotTurnBack();
    void believesTheServerWhoseClockWasSetBack();
    void jobsJoinInToo();
    void readsAgainWhatWasLost();
    void distrustsAServerThatLeavesOut();
    void reconnectsAfterSleepAndInAnotherNetwork();
    void isNotWantedSignedOut();
    void countsInTheBackground();
    void saysWhenItWasOvertaken();
    void keepsLittleInMind();
    void twoEnvironmentsMayHaveTheSameIds();

private:
    void make();
    WorkflowInstance change(const QString &id, InstanceState state, int seconds);
    int pages() const { return m_server->pages.calls; }
    QList<WorkflowInstance> told(const QString &id) const;
    void push(const WorkflowInstance &instance) { Q_EMIT m_source->instancesPushed({rowOf(instance)}); }

    FakeClock m_clock;
    Tracer m_tracer;
    PollingOptions m_options;
    std::unique_ptr<FakeInstances> m_server;
    std::unique_ptr<FakeJobs> m_jobs;
    std::unique_ptr<EnvironmentFeed> m_feed;
    std::unique_ptr<QSignalSpy> m_rows;
    ScriptedSource *m_source = nullptr;
    QString m_active;
};

void tst_EnvironmentFeed::init()
{
    m_clock = FakeClock();
    m_options = {};
    m_options.instanceSteps = {5};
    m_options.listSteps = {5};
    m_options.countSteps = {5};
    m_options.calmMs = 3'600'000;
    m_options.nudgeGapMs = 0;
    m_options.backgroundMs = 20;
    m_options.firstRetryMs = 4;
    m_options.heartbeatMs = 10;
    m_server = std::make_unique<FakeInstances>(m_clock.now(), 20);
    m_jobs = std::make_unique<FakeJobs>(*m_server, m_clock.now());
    m_active = fakeInstance(0, m_clock.now()).id;
    make();
}

void tst_EnvironmentFeed::make()
{
    m_feed.reset();
    auto source = std::make_unique<ScriptedSource>();
    m_source = source.get();
    m_feed = std::make_unique<EnvironmentFeed>(EnvironmentFeed::Services{*m_server, *m_jobs, m_clock, m_tracer},
                                               std::move(source), m_options);
    m_rows = std::make_unique<QSignalSpy>(m_feed.get(), &LiveFeed::instancesChanged);
}

void tst_EnvironmentFeed::cleanup()
{
    m_feed.reset();
}

/// At the server; told by nobody yet.
WorkflowInstance tst_EnvironmentFeed::change(const QString &id, InstanceState state, int seconds)
{
    WorkflowInstance instance = m_server->current(id);
    instance.id = id;
    instance.state = state;
    instance.lastUpdate = m_clock.now().addSecs(seconds);
    m_server->put(instance);
    return instance;
}

QList<WorkflowInstance> tst_EnvironmentFeed::told(const QString &id) const
{
    QList<WorkflowInstance> all;
    for (const QList<QVariant> &arguments : *m_rows) {
        const auto rows = arguments.constFirst().value<QList<WorkflowInstance>>();
        std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(all),
                     [&](const auto &row) { return row.id == id; });
    }
    return all;
}

void tst_EnvironmentFeed::saysWhichWayIsInUse()
{
    QCOMPARE(m_feed->status().mode, LiveStatus::Mode::Idle);
    QVERIFY(!m_source->wanted);
    m_feed->watchList();
    QVERIFY(m_source->wanted);
    QTRY_COMPARE(m_feed->status().mode, LiveStatus::Mode::Polling);
    QCOMPARE(m_feed->status().reason, u"It does not push."_s);
    m_source->setLive({true, true});
    QCOMPARE(m_feed->status().mode, LiveStatus::Mode::Pushed);
    QVERIFY(m_feed->status().reason.isEmpty());
    QCOMPARE(m_feed->status().intervalMs, m_options.calmMs);

    m_server->pages.error = fakeError(); // what is told is not everything: without answers it is no live data
    m_feed->refreshNow();
    QTRY_COMPARE(m_feed->status().mode, LiveStatus::Mode::Offline);
    m_server->pages.error.reset();
    QTRY_COMPARE(m_feed->status().mode, LiveStatus::Mode::Pushed);
    m_source->setLive({});
    QCOMPARE(m_feed->status().mode, LiveStatus::Mode::Polling);
    m_feed->unwatchList();
    QCOMPARE(m_feed->status().mode, LiveStatus::Mode::Idle);
    QVERIFY(m_source->wanted); // another page may open
}

void tst_EnvironmentFeed::isPushedOnlyWhenAllThatIsWatchedIs()
{
    m_feed->watchList();
    m_source->setLive({true, false});
    QCOMPARE(m_feed->status().mode, LiveStatus::Mode::Pushed);
    m_feed->watchJobs();
    QTRY_COMPARE(m_feed->status().mode, LiveStatus::Mode::Polling);
    m_feed->unwatchJobs();
    QTRY_COMPARE(m_feed->status().mode, LiveStatus::Mode::Pushed);
}

void tst_EnvironmentFeed::tellsEachChangeOnce()
{
    m_options.calmMs = 5; // pushed and asked for at the same pace
    make();
    m_feed->watchList();
    m_source->setLive({true, true});
    QTRY_VERIFY(pages() > 3);
    m_rows->clear();
    const WorkflowInstance changed = change(m_active, InstanceState::Error, 5);
    push(changed);
    push(changed);
    const int before = pages();
    QTRY_VERIFY(pages() > before + 3);
    push(changed);
    QCOMPARE(told(m_active).size(), 1);
    // The other way round: asked for first.
    (void)change(m_active, InstanceState::Completed, 6);
    QTRY_COMPARE(told(m_active).size(), 2);
    push(m_server->current(m_active));
    QCOMPARE(told(m_active).size(), 2);
}

void tst_EnvironmentFeed::asksCalmlyWhilePushed()
{
    m_feed->watchList();
    QTRY_VERIFY(pages() > 3);
    m_source->setLive({true, true});
    QTest::qWait(30);
    const int before = pages();
    QTest::qWait(60);
    QCOMPARE(pages(), before);
    push(change(u"fresh"_s, InstanceState::Active, 1));
    QCOMPARE(told(u"fresh"_s).size(), 1); // without a question
    QCOMPARE(pages(), before);
}

void tst_EnvironmentFeed::catchesUpWhenPushingBegins()
{
    m_options.listSteps = {3'600'000};
    make();
    m_feed->watchList();
    QTRY_COMPARE(pages(), 1);
    (void)change(m_active, InstanceState::Error, 5); // before the subscription was there
    m_source->setLive({true, true});
    QTRY_COMPARE(told(m_active).constLast().state, InstanceState::Error);
}

void tst_EnvironmentFeed::catchesUpWhenPushingEnds()
{
    m_feed->watchList();
    m_source->setLive({true, true});
    QTRY_VERIFY(pages() > 0);
    QTest::qWait(20);
    (void)change(m_active, InstanceState::Error, 5); // and the connection is lost
    m_source->setLive({});
    QTRY_VERIFY(!told(m_active).isEmpty() && told(m_active).constLast().state == InstanceState::Error);
}

void tst_EnvironmentFeed::openInstancesAreReadOn()
{
    QSignalSpy changes(m_feed.get(), &LiveFeed::instanceChanged);
    m_source->setLive({true, true});
    m_feed->watchInstance(m_active);
    QTRY_COMPARE(changes.count(), 1);
    QCOMPARE(m_feed->status().mode, LiveStatus::Mode::Pushed);
    // A node was entered: no row shows it, and lastUpdate does not move.
    WorkflowInstance moved = m_server->current(m_active);
    moved.nodes.last().exit = m_clock.now();
    m_server->put(moved);
    QTRY_COMPARE(changes.count(), 2);
}

void tst_EnvironmentFeed::manyPushesAreFewQuestions()
{
    m_options.instanceSteps = {3'600'000};
    m_options.nudgeGapMs = 50;
    make();
    m_source->setLive({true, true});
    m_feed->watchInstance(m_active);
    QTRY_COMPARE(m_server->details.calls, 1);
    for (int i = 0; i < 20; ++i) {
        push(change(m_active, InstanceState::Active, i));
        QTest::qWait(5);
    }
    QTRY_VERIFY(m_server->details.calls >= 2);
    QVERIFY2(m_server->details.calls <= 8, qPrintable(QString::number(m_server->details.calls)));
}

void tst_EnvironmentFeed::latePushesDoNotTurnBack()
{
    m_feed->watchList();
    m_source->setLive({true, true});
    QTRY_VERIFY(pages() > 0);
    const WorkflowInstance earlier = change(m_active, InstanceState::Active, 4);
    const WorkflowInstance ended = change(m_active, InstanceState::Completed, 5);
    push(ended);
    const int before = pages();
    push(earlier);
    QTRY_VERIFY(pages() > before); // asked whether it can be
    QTest::qWait(20);
    QCOMPARE(told(m_active).constLast().state, InstanceState::Completed);
}

void tst_EnvironmentFeed::answersUnderWayDoNotTurnBack()
{
    m_feed->watchList();
    QTRY_VERIFY(pages() > 2);
    (void)change(m_active, InstanceState::Active, 5);
    QTRY_VERIFY(!told(m_active).isEmpty());
    m_server->pages.hang = true;
    QTRY_COMPARE(m_server->pages.waiting(), 1);
    push(change(m_active, InstanceState::Error, 5)); // failing does not move lastUpdate
    QCOMPARE(told(m_active).constLast().state, InstanceState::Error);
    m_rows->clear();
    m_server->pages.release(); // says it is running
    const int before = pages();
    QTRY_VERIFY(pages() > before + 2);
    QVERIFY(told(m_active).isEmpty());
}

void tst_EnvironmentFeed::believesTheServerWhoseClockWasSetBack()
{
    m_feed->watchList();
    m_source->setLive({true, true});
    push(change(m_active, InstanceState::Active, 3600));
    QTRY_VERIFY(!told(m_active).isEmpty());
    push(change(m_active, InstanceState::Completed, 10));
    QTRY_COMPARE(told(m_active).constLast().state, InstanceState::Completed);
}

void tst_EnvironmentFeed::jobsJoinInToo()
{
    QSignalSpy told(m_feed.get(), &LiveFeed::jobsChanged);
    m_feed->watchJobs();
    m_source->setLive({true, true});
    QTRY_COMPARE(told.count(), 1); // where to go on from
    QTest::qWait(20);
    Job job = m_jobs->generated(2);
    job.status = JobStatus::Executed;
    job.lastUpdate = m_clock.now().addSecs(1);
    m_jobs->put(job);
    Q_EMIT m_source->jobsPushed({job});
    Q_EMIT m_source->jobsPushed({job});
    QCOMPARE(told.count(), 2);
    Job late = job;
    late.status = JobStatus::Scheduled;
    late.lastUpdate = m_clock.now();
    Q_EMIT m_source->jobsPushed({late});
    m_feed->refreshNow();
    QTest::qWait(30);
    QCOMPARE(told.count(), 2);
}

void tst_EnvironmentFeed::readsAgainWhatWasLost()
{
    QSignalSpy overtaken(m_feed.get(), &LiveFeed::overtaken);
    m_feed->watchList();
    m_source->setLive({true, true});
    QTRY_VERIFY(pages() > 0);
    QTest::qWait(20);
    (void)change(m_active, InstanceState::Error, 5); // its message came garbled
    Q_EMIT m_source->lost();
    QTRY_VERIFY(!told(m_active).isEmpty());
    QCOMPARE(overtaken.count(), 1);
}

void tst_EnvironmentFeed::distrustsAServerThatLeavesOut()
{
    m_options.calmMs = 5;
    make();
    m_feed->watchList();
    m_source->setLive({true, true});
    QTRY_VERIFY(pages() > 3);
    QCOMPARE(m_source->distrusts, 0);
    int seconds = 0;
    const auto goesOn = [&] {
        (void)change(m_active, InstanceState::Active, ++seconds);
        return m_source->distrusts > 0;
    };
    QVERIFY(QTest::qWaitFor(goesOn, 5000));
    QCOMPARE(m_feed->status().mode, LiveStatus::Mode::Polling);
}

void tst_EnvironmentFeed::reconnectsAfterSleepAndInAnotherNetwork()
{
    m_feed->watchList();
    m_source->setLive({true, true});
    QTRY_VERIFY(pages() > 0);
    QTest::qWait(20);
    const int before = pages();
    m_clock.advance(600'000);
    QTRY_COMPARE(m_source->reconnects, 1);
    QTRY_VERIFY(pages() > before);
    QTest::qWait(20);
    const int again = pages();
    m_feed->onNetworkChanged();
    QCOMPARE(m_source->reconnects, 2);
    QTRY_VERIFY(pages() > again);
}

void tst_EnvironmentFeed::isNotWantedSignedOut()
{
    m_feed->setSignedIn(false);
    m_feed->watchList();
    QVERIFY(!m_source->wanted);
    m_feed->setSignedIn(true);
    QVERIFY(m_source->wanted);
    m_feed->setSignedIn(false);
    QVERIFY(!m_source->wanted);
    QCOMPARE(m_feed->status().mode, LiveStatus::Mode::Idle);
}

void tst_EnvironmentFeed::countsInTheBackground()
{
    QSignalSpy told(m_feed.get(), &LiveFeed::countsOfChanged);
    auto rule = std::make_unique<QObject>();
    const QObject other;
    InstanceQuery failed;
    failed.states = {InstanceState::Error};
    m_feed->setForeground(false);
    m_feed->watchCountsOf(rule.get(), {failed});
    m_feed->watchCountsOf(&other, {InstanceQuery()});
    QTRY_COMPARE(told.count(), 2);
    told.clear();
    m_server->put(change(m_active, InstanceState::Error, 1));
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(told.constFirst().constFirst().value<const QObject *>(), rule.get());
    rule.reset();
    m_feed->watchCountsOf(&other, {});
    QTest::qWait(30);
    const int before = m_server->counts.calls;
    QTest::qWait(60);
    QCOMPARE(m_server->counts.calls, before);
}

void tst_EnvironmentFeed::saysWhenItWasOvertaken()
{
    m_options.pageSize = 5;
    m_options.maxPages = 2;
    make();
    QSignalSpy overtaken(m_feed.get(), &LiveFeed::overtaken);
    m_feed->watchList();
    QTRY_VERIFY(pages() > 3);
    QCOMPARE(overtaken.count(), 0);
    for (int i = 0; i < 15; ++i)
        (void)change(u"new-%1"_s.arg(i), InstanceState::Active, 20 + i);
    QTRY_VERIFY(overtaken.count() > 0);
}

void tst_EnvironmentFeed::keepsLittleInMind()
{
    m_feed->watchList();
    m_source->setLive({true, true});
    QTRY_VERIFY(pages() > 0);
    QList<WorkflowInstance> rows;
    for (int i = 0; i < 20'000; ++i) {
        WorkflowInstance row;
        row.id = u"flood-%1"_s.arg(i);
        row.lastUpdate = m_clock.now().addMSecs(i);
        rows << row;
        if (rows.size() == 100)
            Q_EMIT m_source->instancesPushed(std::exchange(rows, {}));
    }
    qsizetype all = 0;
    for (const QList<QVariant> &arguments : std::as_const(*m_rows))
        all += arguments.constFirst().value<QList<WorkflowInstance>>().size();
    QVERIFY(all >= 20'000);
    QCOMPARE(told(u"flood-19999"_s).size(), 1);
    WorkflowInstance again;
    again.id = u"flood-19999"_s;
    again.lastUpdate = m_clock.now().addMSecs(19'999);
    push(again); // the newest are known still
    QCOMPARE(told(u"flood-19999"_s).size(), 1);
}

void tst_EnvironmentFeed::twoEnvironmentsMayHaveTheSameIds()
{
    SubscriptionFixture first;
    SubscriptionFixture second;
    const EnvironmentFeed::Services services{*m_server, *m_jobs, m_clock, m_tracer};
    EnvironmentFeed one(services, first.source(), m_options);
    EnvironmentFeed two(services, second.source(), m_options);
    one.watchList();
    two.watchList();
    QTRY_COMPARE(one.status().mode, LiveStatus::Mode::Pushed);
    QTRY_COMPARE(two.status().mode, LiveStatus::Mode::Pushed);
    QTest::qWait(30);
    QSignalSpy toldOne(&one, &LiveFeed::instancesChanged);
    QSignalSpy toldTwo(&two, &LiveFeed::instancesChanged);
    first.server.push(u"ProcessInstanceUpdated"_s, pushedInstance(u"same"_s, u"ERROR"_s, m_clock.now()));
    QTRY_COMPARE(toldOne.count(), 1);
    second.server.push(u"ProcessInstanceUpdated"_s, pushedInstance(u"same"_s, u"COMPLETED"_s, m_clock.now()));
    QTRY_COMPARE(toldTwo.count(), 1);
    const auto stateOf = [](const QSignalSpy &spy) {
        return spy.constFirst().constFirst().value<QList<WorkflowInstance>>().constFirst().state;
    };
    QCOMPARE(stateOf(toldOne), InstanceState::Error);
    QCOMPARE(stateOf(toldTwo), InstanceState::Completed);
    QCOMPARE(toldOne.count(), 1);
    second.server.stop();
    QTRY_COMPARE(two.status().mode, LiveStatus::Mode::Polling);
    QCOMPARE(one.status().mode, LiveStatus::Mode::Pushed);
}

QTEST_GUILESS_MAIN(tst_EnvironmentFeed)
#include "tst_environmentfeed.moc"
