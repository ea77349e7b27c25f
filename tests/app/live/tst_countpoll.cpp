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

/// The numbers beside saved views, as the feed tells them.
class tst_CountPoll : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void tellsNumbersWhenTheyChange();
    void askedOneAfterTheOther();
    void whatCannotBeCountedHasNoNumber();
    void restsWhileNobodySeesTheWindow();
    void anotherSetOfQueriesBeginsAnew();

private:
    static InstanceQuery query(InstanceState state)
    {
        InstanceQuery query;
        query.filter.setStates({state});
        return query;
    }

    using Counts = QList<std::optional<qint64>>;
    Counts told() const { return m_counts->constLast().constFirst().value<Counts>(); }

    FakeClock m_clock;
    Tracer m_tracer;
    std::unique_ptr<FakeInstances> m_server;
    std::unique_ptr<FakeJobs> m_jobs;
    std::unique_ptr<PollingFeed> m_feed;
    std::unique_ptr<QSignalSpy> m_counts;
};

void tst_CountPoll::init()
{
    m_counts.reset();
    m_feed.reset();
    PollingOptions options;
    options.countSteps = {5};
    options.firstRetryMs = 4;
    options.lastRetryMs = 16;
    options.heartbeatMs = 10;
    m_server = std::make_unique<FakeInstances>(m_clock.now(), 24);
    m_jobs = std::make_unique<FakeJobs>(*m_server, m_clock.now());
    m_feed = std::make_unique<PollingFeed>(*m_server, *m_jobs, m_clock, m_tracer, options);
    m_counts = std::make_unique<QSignalSpy>(m_feed.get(), &LiveFeed::countsChanged);
}

void tst_CountPoll::tellsNumbersWhenTheyChange()
{
    m_feed->watchCounts({query(InstanceState::Error), query(InstanceState::Suspended)});
    QTRY_COMPARE(m_counts->count(), 1);
    QCOMPARE(told(), (Counts{2, 2}));
    const int asked = m_server->counts.calls;
    QTRY_VERIFY(m_server->counts.calls > asked + 4); // it goes on asking
    QCOMPARE(m_counts->count(), 1);                  // and says nothing
    WorkflowInstance failed = m_server->current(fakeInstance(0, m_clock.now()).id);
    failed.state = InstanceState::Error;
    m_server->put(failed);
    QTRY_COMPARE(m_counts->count(), 2);
    QCOMPARE(told(), (Counts{3, 2}));
}

void tst_CountPoll::askedOneAfterTheOther()
{
    m_server->counts.hang = true;
    m_feed->watchCounts({query(InstanceState::Error), query(InstanceState::Active)});
    QTRY_COMPARE(m_server->counts.waiting(), 1);
    QTest::qWait(30);
    QCOMPARE(m_server->counts.waiting(), 1);
}

void tst_CountPoll::whatCannotBeCountedHasNoNumber()
{
    m_server->canCount = false;
    m_feed->watchCounts({query(InstanceState::Error)});
    QTRY_COMPARE(m_counts->count(), 1);
    QCOMPARE(told(), (Counts{std::nullopt}));
    QVERIFY(m_feed->status().mode != LiveStatus::Mode::Offline);
}

void tst_CountPoll::restsWhileNobodySeesTheWindow()
{
    m_feed->setForeground(false);
    m_feed->watchCounts({query(InstanceState::Error)});
    QTest::qWait(40);
    QCOMPARE(m_server->counts.calls, 0);
    m_feed->setForeground(true);
    QTRY_COMPARE(m_counts->count(), 1);
    m_feed->watchCounts({});
    const int asked = m_server->counts.calls;
    QTest::qWait(40);
    QCOMPARE(m_server->counts.calls, asked);
}

void tst_CountPoll::anotherSetOfQueriesBeginsAnew()
{
    m_server->counts.hang = true;
    m_feed->watchCounts({query(InstanceState::Error)});
    QTRY_COMPARE(m_server->counts.waiting(), 1);
    m_feed->watchCounts({query(InstanceState::Suspended), query(InstanceState::Aborted), query(InstanceState::Error)});
    QCOMPARE(m_server->counts.cancelled(), 1);
    m_server->counts.release();
    QTRY_COMPARE(m_counts->count(), 1);
    QCOMPARE(told().size(), 3); // never an answer to the earlier ones
}

QTEST_GUILESS_MAIN(tst_CountPoll)
#include "tst_countpoll.moc"
