// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/live/feedfixture.h"
#include "tests/app/live/subscriptionfixture.h"

using namespace podium;
using namespace Qt::StringLiterals;

/// Two ways to the same data, as one feed: which one is in use, and what happens when one begins, ends or fails.
class tst_EnvironmentFeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_f = std::make_unique<FeedFixture>(); }
    void cleanup() { m_f.reset(); }

    void saysWhichWayIsInUse();
    void isPushedOnlyWhenAllThatIsWatchedIs();
    void catchesUpWhenPushingBegins();
    void catchesUpWhenPushingEnds();
    void distrustsAServerThatLeavesOut();
    void reconnectsAfterSleepAndInAnotherNetwork();
    void isNotWantedSignedOut();
    void countsInTheBackground();
    void isAlertInTheBackground();
    void twoEnvironmentsMayHaveTheSameIds();

private:
    std::unique_ptr<FeedFixture> m_f;
};

void tst_EnvironmentFeed::saysWhichWayIsInUse()
{
    QCOMPARE(m_f->feed->status().mode, LiveStatus::Mode::Idle);
    QVERIFY(!m_f->source->wanted);
    m_f->feed->watchList();
    QVERIFY(m_f->source->wanted);
    QTRY_COMPARE(m_f->feed->status().mode, LiveStatus::Mode::Polling);
    QCOMPARE(m_f->feed->status().reason, u"It does not push."_s);
    m_f->source->setLive({true, true});
    QCOMPARE(m_f->feed->status().mode, LiveStatus::Mode::Pushed);
    QVERIFY(m_f->feed->status().reason.isEmpty());
    QCOMPARE(m_f->feed->status().intervalMs, m_f->options.calmMs);

    m_f->server.pages.error = fakeError(); // what is told is not everything: without answers it is no live data
    m_f->feed->refreshNow();
    QTRY_COMPARE(m_f->feed->status().mode, LiveStatus::Mode::Offline);
    m_f->server.pages.error.reset();
    QTRY_COMPARE(m_f->feed->status().mode, LiveStatus::Mode::Pushed);
    m_f->source->setLive({});
    QCOMPARE(m_f->feed->status().mode, LiveStatus::Mode::Polling);
    m_f->feed->unwatchList();
    QCOMPARE(m_f->feed->status().mode, LiveStatus::Mode::Idle);
    QVERIFY(m_f->source->wanted); // another page may open
}

void tst_EnvironmentFeed::isPushedOnlyWhenAllThatIsWatchedIs()
{
    m_f->feed->watchList();
    m_f->source->setLive({true, false});
    QCOMPARE(m_f->feed->status().mode, LiveStatus::Mode::Pushed);
    m_f->feed->watchJobs();
    QTRY_COMPARE(m_f->feed->status().mode, LiveStatus::Mode::Polling);
    m_f->feed->unwatchJobs();
    QTRY_COMPARE(m_f->feed->status().mode, LiveStatus::Mode::Pushed);
}

void tst_EnvironmentFeed::catchesUpWhenPushingBegins()
{
    m_f->options.listSteps = {3'600'000};
    m_f->make();
    m_f->feed->watchList();
    QTRY_COMPARE(m_f->pages(), 1);
    (void)m_f->change(m_f->active, InstanceState::Error, 5); // before the subscription was there
    m_f->source->setLive({true, true});
    QTRY_COMPARE(m_f->told(m_f->active).constLast().state, InstanceState::Error);
}

void tst_EnvironmentFeed::catchesUpWhenPushingEnds()
{
    m_f->feed->watchList();
    m_f->source->setLive({true, true});
    QTRY_VERIFY(m_f->pages() > 0);
    QTest::qWait(20);
    (void)m_f->change(m_f->active, InstanceState::Error, 5); // and the connection is lost
    m_f->source->setLive({});
    QTRY_VERIFY(!m_f->told(m_f->active).isEmpty() && m_f->told(m_f->active).constLast().state == InstanceState::Error);
}

void tst_EnvironmentFeed::distrustsAServerThatLeavesOut()
{
    m_f->options.calmMs = 5;
    m_f->make();
    m_f->feed->watchList();
    m_f->source->setLive({true, true});
    QTRY_VERIFY(m_f->pages() > 3);
    QCOMPARE(m_f->source->distrusts, 0);
    int seconds = 0;
    const auto goesOn = [&] {
        (void)m_f->change(m_f->active, InstanceState::Active, ++seconds);
        return m_f->source->distrusts > 0;
    };
    QVERIFY(QTest::qWaitFor(goesOn, 5000));
    QCOMPARE(m_f->feed->status().mode, LiveStatus::Mode::Polling);
}

void tst_EnvironmentFeed::reconnectsAfterSleepAndInAnotherNetwork()
{
    m_f->feed->watchList();
    m_f->source->setLive({true, true});
    QTRY_VERIFY(m_f->pages() > 0);
    QTest::qWait(20);
    const int before = m_f->pages();
    m_f->clock.advance(600'000);
    QTRY_COMPARE(m_f->source->reconnects, 1);
    QTRY_VERIFY(m_f->pages() > before);
    QTest::qWait(20);
    const int again = m_f->pages();
    m_f->feed->onNetworkChanged();
    QCOMPARE(m_f->source->reconnects, 2);
    QTRY_VERIFY(m_f->pages() > again);
}

void tst_EnvironmentFeed::isNotWantedSignedOut()
{
    m_f->feed->setSignedIn(false);
    m_f->feed->watchList();
    QVERIFY(!m_f->source->wanted);
    m_f->feed->setSignedIn(true);
    QVERIFY(m_f->source->wanted);
    m_f->feed->setSignedIn(false);
    QVERIFY(!m_f->source->wanted);
    QCOMPARE(m_f->feed->status().mode, LiveStatus::Mode::Idle);
}

void tst_EnvironmentFeed::countsInTheBackground()
{
    QSignalSpy told(m_f->feed.get(), &LiveFeed::countsOfChanged);
    auto rule = std::make_unique<QObject>();
    const QObject other;
    InstanceQuery failed;
    failed.states = {InstanceState::Error};
    m_f->feed->setForeground(false);
    m_f->feed->watchCountsOf(rule.get(), {failed});
    m_f->feed->watchCountsOf(&other, {InstanceQuery()});
    QTRY_COMPARE(told.count(), 2);
    told.clear();
    m_f->server.put(m_f->change(m_f->active, InstanceState::Error, 1));
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(told.constFirst().constFirst().value<const QObject *>(), rule.get());
    rule.reset();
    m_f->feed->watchCountsOf(&other, {});
    QTest::qWait(30);
    const int before = m_f->server.counts.calls;
    QTest::qWait(60);
    QCOMPARE(m_f->server.counts.calls, before);
}

void tst_EnvironmentFeed::isAlertInTheBackground()
{
    m_f->options.backgroundMs = 3'600'000;
    m_f->make();
    m_f->feed->watchList();
    m_f->feed->setForeground(false);
    QTest::qWait(20);
    const int before = m_f->pages();
    QTest::qWait(30);
    QCOMPARE(m_f->pages(), before);
    m_f->feed->setAlert(true); // somebody is to be told
    (void)m_f->change(m_f->active, InstanceState::Error, 5);
    QTRY_VERIFY(!m_f->told(m_f->active).isEmpty() && m_f->told(m_f->active).constLast().state == InstanceState::Error);
    m_f->feed->setAlert(false);
    QTest::qWait(20);
    const int last = m_f->pages();
    QTest::qWait(30);
    QCOMPARE(m_f->pages(), last);
}

void tst_EnvironmentFeed::twoEnvironmentsMayHaveTheSameIds()
{
    SubscriptionFixture first;
    SubscriptionFixture second;
    const EnvironmentFeed::Services services{m_f->server, m_f->jobs, m_f->clock, m_f->tracer};
    EnvironmentFeed one(services, first.source(), m_f->options);
    EnvironmentFeed two(services, second.source(), m_f->options);
    one.watchList();
    two.watchList();
    QTRY_COMPARE(one.status().mode, LiveStatus::Mode::Pushed);
    QTRY_COMPARE(two.status().mode, LiveStatus::Mode::Pushed);
    QTest::qWait(30);
    QSignalSpy toldOne(&one, &LiveFeed::instancesChanged);
    QSignalSpy toldTwo(&two, &LiveFeed::instancesChanged);
    first.server.push(u"ProcessInstanceUpdated"_s, pushedInstance(u"same"_s, u"ERROR"_s, m_f->clock.now()));
    QTRY_COMPARE(toldOne.count(), 1);
    second.server.push(u"ProcessInstanceUpdated"_s, pushedInstance(u"same"_s, u"COMPLETED"_s, m_f->clock.now()));
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
