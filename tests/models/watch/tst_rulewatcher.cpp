// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/watch/rulewatcher.h"
#include "tests/fakes/fakeconsole.h"

#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Kind = WatchRule::Kind;

/// The rules of one environment, looked after in the background: what is asked of the server, what is told, once.
class TestRuleWatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void asksNothingWithoutRules();
    void tellsOfAFailure();
    void groupsWhatComesTogether();
    void tellsOnceOverARestart();
    void tellsWhatHappenedWhileOffline();
    void pausedAndMuted();
    void anInstanceThatEndedIsOver();
    void countsOfAView();
    void overdueJobs();
    void stopsWithTheSession();
    void asksLessWhileTheServerIsAway();
    void sameIdsInTwoEnvironments();

private:
    WatchRule rule(Kind kind) const
    {
        WatchRule rule;
        rule.id = newRuleId();
        rule.kind = kind;
        return rule;
    }
    WorkflowInstance instance(const QString &id, InstanceState state) const
    {
        WorkflowInstance row;
        row.id = id;
        row.workflowId = u"order"_s;
        row.workflowName = u"Order"_s;
        row.state = state;
        row.start = m_fake->clock.now().addSecs(-1);
        row.lastUpdate = row.start;
        row.createdBy = u"operator"_s;
        return row;
    }
    void watch()
    {
        m_watcher.reset();
        RuleWatcher::Timing timing;
        timing.roundMs = 20;
        timing.countsMs = 5;
        m_watcher = std::make_unique<RuleWatcher>(m_fake->console, m_fake->watch, m_fake->notices,
                                                  m_folder->filePath(u"memory.json"_s), timing);
    }
    /// Until the first look was taken: two questions about what is failed.
    bool hasLooked()
    {
        const auto asked = m_fake->instances.queries.size();
        return QTest::qWaitFor([&] { return m_fake->instances.queries.size() > asked; }) && (QTest::qWait(60), true);
    }
    int told() const { return int(m_fake->notices.notices().size()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeConsole> m_fake;
    std::unique_ptr<RuleWatcher> m_watcher;
};

void TestRuleWatcher::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fake = std::make_unique<FakeConsole>();
    m_fake->instances.setGenerated(0);
}

void TestRuleWatcher::cleanup()
{
    m_watcher.reset();
    m_fake.reset();
}

void TestRuleWatcher::asksNothingWithoutRules()
{
    watch();
    QTest::qWait(80);
    QVERIFY(!m_watcher->isWatching());
    QVERIFY(m_fake->instances.queries.isEmpty());
    QCOMPARE(m_fake->live.listWatches, 0);
}

void TestRuleWatcher::tellsOfAFailure()
{
    QVERIFY(m_fake->watch.put(rule(Kind::WorkflowFails)));
    watch();
    QVERIFY(hasLooked());
    QCOMPARE(m_fake->live.listWatches, 1);
    m_fake->change(instance(u"a"_s, InstanceState::Active));
    QVERIFY(m_fake->live.watchedRows.value(m_watcher.get()).contains(u"a"_s)); // its failure moves no watermark
    m_fake->change(instance(u"a"_s, InstanceState::Error));
    QCOMPARE(told(), 1);
    const Notification notice = m_fake->notices.notices().constFirst();
    QCOMPARE(notice.title, u"Order failed"_s);
    QCOMPARE(notice.target, u"instance:a"_s);
    QCOMPARE(notice.environment, u"Local sandbox"_s);
    m_fake->change(instance(u"a"_s, InstanceState::Error));
    QTest::qWait(100); // rounds that look at all that are failed
    QCOMPARE(told(), 1);
    QVERIFY(m_fake->watch.remove(m_fake->watch.rules().constFirst().id));
    QCOMPARE(m_fake->live.listWatches, 0);
}

void TestRuleWatcher::groupsWhatComesTogether()
{
    QVERIFY(m_fake->watch.put(rule(Kind::WorkflowFails)));
    watch();
    QVERIFY(hasLooked());
    for (int i = 0; i < 50; ++i)
        m_fake->change(instance(QString::number(i), InstanceState::Error));
    QCOMPARE(told(), 1);
    QCOMPARE(m_fake->notices.notices().constFirst().title, u"50 instance(s) failed"_s);
    // What was read is not told again as part of another.
    m_fake->notices.setRead({m_fake->notices.notices().constFirst().id}, true);
    m_fake->change(instance(u"later"_s, InstanceState::Error));
    QCOMPARE(told(), 2);
    QCOMPARE(m_fake->notices.notices().constFirst().title, u"Order failed"_s);
    m_fake->clock.advance(120'000);
    m_fake->change(instance(u"last"_s, InstanceState::Error));
    QCOMPARE(told(), 3);
}

void TestRuleWatcher::tellsOnceOverARestart()
{
    QVERIFY(m_fake->watch.put(rule(Kind::WorkflowFails)));
    watch();
    QVERIFY(hasLooked());
    m_fake->change(instance(u"a"_s, InstanceState::Error));
    QCOMPARE(told(), 1);
    m_watcher.reset();
    m_fake->instances.put(instance(u"b"_s, InstanceState::Error)); // while Podium is closed
    watch();
    QTRY_COMPARE(told(), 2);
    QCOMPARE(m_fake->notices.notices().constFirst().target, u"instance:b"_s);
    QTest::qWait(80);
    QCOMPARE(told(), 2);
}

void TestRuleWatcher::tellsWhatHappenedWhileOffline()
{
    QVERIFY(m_fake->watch.put(rule(Kind::WorkflowFails)));
    watch();
    QVERIFY(hasLooked());
    m_fake->live.setStatus({LiveStatus::Mode::Offline, 0, {}, u"gone"_s});
    m_fake->instances.put(instance(u"a"_s, InstanceState::Error));
    m_fake->live.setStatus({LiveStatus::Mode::Polling, 2000, {}, {}});
    QTRY_COMPARE(told(), 1);
}

void TestRuleWatcher::pausedAndMuted()
{
    WatchRule fails = rule(Kind::WorkflowFails);
    fails.isPaused = true;
    QVERIFY(m_fake->watch.put(fails));
    watch();
    QVERIFY(!m_watcher->isWatching());
    m_fake->change(instance(u"a"_s, InstanceState::Error));
    QVERIFY(m_fake->watch.setPaused(fails.id, false));
    QVERIFY(hasLooked());
    QCOMPARE(told(), 0); // what failed in the pause is no news
    QVERIFY(m_fake->watch.mute(fails.id, m_fake->clock.now().addSecs(60)));
    m_fake->change(instance(u"b"_s, InstanceState::Error));
    QCOMPARE(told(), 1); // listed, and quiet: see DesktopAlerts
}

void TestRuleWatcher::anInstanceThatEndedIsOver()
{
    WatchRule ends = rule(Kind::InstanceEnds);
    ends.instanceId = u"a"_s;
    m_fake->instances.put(instance(u"a"_s, InstanceState::Active));
    QVERIFY(m_fake->watch.put(ends));
    watch();
    QVERIFY(hasLooked());
    m_fake->change(instance(u"a"_s, InstanceState::Completed));
    QCOMPARE(told(), 1);
    QVERIFY(m_fake->watch.find(ends.id)->isDone);
    QVERIFY(!m_watcher->isWatching());
    QCOMPARE(m_fake->live.listWatches, 0);
}

void TestRuleWatcher::countsOfAView()
{
    m_fake->views.list = {SavedView{u"Broken"_s, u"state:error"_s, {}, {}}};
    WatchRule view = rule(Kind::ViewCrosses);
    view.view = u"Broken"_s;
    view.count = 1;
    QVERIFY(m_fake->watch.put(view));
    watch();
    QTest::qWait(100);
    m_fake->instances.put(instance(u"a"_s, InstanceState::Error));
    QTest::qWait(100);
    QCOMPARE(told(), 0);
    m_fake->change(instance(u"b"_s, InstanceState::Error)); // something moved: it is counted soon
    QTRY_COMPARE(told(), 1);
    QVERIFY(m_fake->notices.notices().constFirst().title.contains(u"Broken"_s));
    QCOMPARE(m_fake->notices.notices().constFirst().target, u"instances:view=Broken"_s);
}

void TestRuleWatcher::overdueJobs()
{
    QVERIFY(m_fake->watch.put(rule(Kind::JobOverdue)));
    watch();
    QTest::qWait(100);
    const int before = told(); // what the fake has of them is told at once, as one
    QVERIFY(before <= 1);
    m_fake->clock.advance(3600'000);
    QTRY_VERIFY(told() >= 1);
    QTest::qWait(100);
    QVERIFY(told() <= 2);
}

void TestRuleWatcher::stopsWithTheSession()
{
    QVERIFY(m_fake->watch.put(rule(Kind::WorkflowFails)));
    watch();
    QVERIFY(hasLooked());
    m_fake->session.setState(SessionService::State::Expired);
    QVERIFY(!m_watcher->isWatching());
    const auto asked = m_fake->instances.queries.size();
    QTest::qWait(80);
    QCOMPARE(m_fake->instances.queries.size(), asked);
    m_fake->instances.put(instance(u"a"_s, InstanceState::Error));
    m_fake->session.setState(SessionService::State::SignedIn);
    QTRY_COMPARE(told(), 1);
}

void TestRuleWatcher::asksLessWhileTheServerIsAway()
{
    Error away;
    away.kind = Error::Kind::Network;
    m_fake->instances.pages.error = away;
    m_fake->instances.counts.error = away;
    QVERIFY(m_fake->watch.put(rule(Kind::WorkflowFails)));
    watch();
    QTest::qWait(20 * 10);
    QVERIFY2(m_fake->instances.queries.size() <= 5, qPrintable(QString::number(m_fake->instances.queries.size())));
    QCOMPARE(told(), 0);
}

void TestRuleWatcher::sameIdsInTwoEnvironments()
{
    FakeConsole other(u"Production"_s);
    other.instances.setGenerated(0);
    RuleWatcher::Timing timing;
    timing.roundMs = 20;
    RuleWatcher second(other.console, other.watch, other.notices, {}, timing);
    const WatchRule same = rule(Kind::WorkflowFails);
    QVERIFY(m_fake->watch.put(same));
    QVERIFY(other.watch.put(same));
    watch();
    QVERIFY(hasLooked());
    QTest::qWait(60);
    m_fake->change(instance(u"a"_s, InstanceState::Error));
    QCOMPARE(other.notices.notices().size(), 0);
    other.change(instance(u"a"_s, InstanceState::Error));
    QCOMPARE(told(), 1);
    QCOMPARE(other.notices.notices().size(), 1);
    QCOMPARE(other.notices.notices().constFirst().environment, u"Production"_s);
}

QTEST_GUILESS_MAIN(TestRuleWatcher)
#include "tst_rulewatcher.moc"
