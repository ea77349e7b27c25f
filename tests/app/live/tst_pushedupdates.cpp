// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/live/feedfixture.h"

using namespace podium;
using namespace Qt::StringLiterals;

/// What is told and what is asked for come together: nothing twice, nothing missed, nothing turned back.
class tst_PushedUpdates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_f = std::make_unique<FeedFixture>(); }
    void cleanup() { m_f.reset(); }

    void tellsEachChangeOnce();
    void asksCalmlyWhilePushed();
    void openInstancesAreReadOn();
    void manyPushesAreFewQuestions();
    void latePushesDoNotTurnBack();
    void answersUnderWayDoNotTurnBack();
    void believesTheServerWhoseClockWasSetBack();
    void jobsJoinInToo();
    void readsAgainWhatWasLost();
    void saysWhenItWasOvertaken();
    void keepsLittleInMind();

private:
    std::unique_ptr<FeedFixture> m_f;
};

void tst_PushedUpdates::tellsEachChangeOnce()
{
    m_f->options.calmMs = 5; // pushed and asked for at the same pace
    m_f->make();
    m_f->feed->watchList();
    m_f->source->setLive({true, true});
    QTRY_VERIFY(m_f->pages() > 3);
    m_f->rows->clear();
    const WorkflowInstance changed = m_f->change(m_f->active, InstanceState::Error, 5);
    m_f->push(changed);
    m_f->push(changed);
    const int before = m_f->pages();
    QTRY_VERIFY(m_f->pages() > before + 3);
    m_f->push(changed);
    QCOMPARE(m_f->told(m_f->active).size(), 1);
    // The other way round: asked for first.
    (void)m_f->change(m_f->active, InstanceState::Completed, 6);
    QTRY_COMPARE(m_f->told(m_f->active).size(), 2);
    m_f->push(m_f->server.current(m_f->active));
    QCOMPARE(m_f->told(m_f->active).size(), 2);
}

void tst_PushedUpdates::asksCalmlyWhilePushed()
{
    m_f->feed->watchList();
    QTRY_VERIFY(m_f->pages() > 3);
    m_f->source->setLive({true, true});
    QTest::qWait(30);
    const int before = m_f->pages();
    QTest::qWait(60);
    QCOMPARE(m_f->pages(), before);
    m_f->push(m_f->change(u"fresh"_s, InstanceState::Active, 1));
    QCOMPARE(m_f->told(u"fresh"_s).size(), 1); // without a question
    QCOMPARE(m_f->pages(), before);
}

void tst_PushedUpdates::openInstancesAreReadOn()
{
    QSignalSpy changes(m_f->feed.get(), &LiveFeed::instanceChanged);
    m_f->source->setLive({true, true});
    m_f->feed->watchInstance(m_f->active);
    QTRY_COMPARE(changes.count(), 1);
    QCOMPARE(m_f->feed->status().mode, LiveStatus::Mode::Pushed);
    // A node was entered: no row shows it, and lastUpdate does not move.
    WorkflowInstance moved = m_f->server.current(m_f->active);
    moved.nodes.last().exit = m_f->clock.now();
    m_f->server.put(moved);
    QTRY_COMPARE(changes.count(), 2);
}

void tst_PushedUpdates::manyPushesAreFewQuestions()
{
    m_f->options.instanceSteps = {3'600'000};
    m_f->options.nudgeGapMs = 50;
    m_f->make();
    m_f->source->setLive({true, true});
    m_f->feed->watchInstance(m_f->active);
    QTRY_COMPARE(m_f->server.details.calls, 1);
    for (int i = 0; i < 20; ++i) {
        m_f->push(m_f->change(m_f->active, InstanceState::Active, i));
        QTest::qWait(5);
    }
    QTRY_VERIFY(m_f->server.details.calls >= 2);
    QVERIFY2(m_f->server.details.calls <= 8, qPrintable(QString::number(m_f->server.details.calls)));
}

void tst_PushedUpdates::latePushesDoNotTurnBack()
{
    m_f->feed->watchList();
    m_f->source->setLive({true, true});
    QTRY_VERIFY(m_f->pages() > 0);
    const WorkflowInstance earlier = m_f->change(m_f->active, InstanceState::Active, 4);
    const WorkflowInstance ended = m_f->change(m_f->active, InstanceState::Completed, 5);
    m_f->push(ended);
    const int before = m_f->pages();
    m_f->push(earlier);
    QTRY_VERIFY(m_f->pages() > before); // asked whether it can be
    QTest::qWait(20);
    QCOMPARE(m_f->told(m_f->active).constLast().state, InstanceState::Completed);
}

void tst_PushedUpdates::answersUnderWayDoNotTurnBack()
{
    m_f->feed->watchList();
    QTRY_VERIFY(m_f->pages() > 2);
    (void)m_f->change(m_f->active, InstanceState::Active, 5);
    QTRY_VERIFY(!m_f->told(m_f->active).isEmpty());
    m_f->server.pages.hang = true;
    QTRY_COMPARE(m_f->server.pages.waiting(), 1);
    m_f->push(m_f->change(m_f->active, InstanceState::Error, 5)); // failing does not move lastUpdate
    QCOMPARE(m_f->told(m_f->active).constLast().state, InstanceState::Error);
    m_f->rows->clear();
    m_f->server.pages.release(); // says it is running
    const int before = m_f->pages();
    QTRY_VERIFY(m_f->pages() > before + 2);
    QVERIFY(m_f->told(m_f->active).isEmpty());
}

void tst_PushedUpdates::believesTheServerWhoseClockWasSetBack()
{
    m_f->feed->watchList();
    m_f->source->setLive({true, true});
    m_f->push(m_f->change(m_f->active, InstanceState::Active, 3600));
    QTRY_VERIFY(!m_f->told(m_f->active).isEmpty());
    m_f->push(m_f->change(m_f->active, InstanceState::Completed, 10));
    QTRY_COMPARE(m_f->told(m_f->active).constLast().state, InstanceState::Completed);
}

void tst_PushedUpdates::jobsJoinInToo()
{
    QSignalSpy told(m_f->feed.get(), &LiveFeed::jobsChanged);
    m_f->feed->watchJobs();
    m_f->source->setLive({true, true});
    QTRY_COMPARE(told.count(), 1); // where to go on from
    QTest::qWait(20);
    Job job = m_f->jobs.generated(2);
    job.status = JobStatus::Executed;
    job.lastUpdate = m_f->clock.now().addSecs(1);
    m_f->jobs.put(job);
    Q_EMIT m_f->source->jobsPushed({job});
    Q_EMIT m_f->source->jobsPushed({job});
    QCOMPARE(told.count(), 2);
    Job late = job;
    late.status = JobStatus::Scheduled;
    late.lastUpdate = m_f->clock.now();
    Q_EMIT m_f->source->jobsPushed({late});
    m_f->feed->refreshNow();
    QTest::qWait(30);
    QCOMPARE(told.count(), 2);
}

void tst_PushedUpdates::readsAgainWhatWasLost()
{
    QSignalSpy overtaken(m_f->feed.get(), &LiveFeed::overtaken);
    m_f->feed->watchList();
    m_f->source->setLive({true, true});
    QTRY_VERIFY(m_f->pages() > 0);
    QTest::qWait(20);
    (void)m_f->change(m_f->active, InstanceState::Error, 5); // its message came garbled
    Q_EMIT m_f->source->lost();
    QTRY_VERIFY(!m_f->told(m_f->active).isEmpty());
    QCOMPARE(overtaken.count(), 1);
}

void tst_PushedUpdates::saysWhenItWasOvertaken()
{
    m_f->options.pageSize = 5;
    m_f->options.maxPages = 2;
    m_f->make();
    QSignalSpy overtaken(m_f->feed.get(), &LiveFeed::overtaken);
    m_f->feed->watchList();
    QTRY_VERIFY(m_f->pages() > 3);
    QCOMPARE(overtaken.count(), 0);
    for (int i = 0; i < 15; ++i)
        (void)m_f->change(u"new-%1"_s.arg(i), InstanceState::Active, 20 + i);
    QTRY_VERIFY(overtaken.count() > 0);
}

void tst_PushedUpdates::keepsLittleInMind()
{
    m_f->feed->watchList();
    m_f->source->setLive({true, true});
    QTRY_VERIFY(m_f->pages() > 0);
    QList<WorkflowInstance> rows;
    for (int i = 0; i < 20'000; ++i) {
        WorkflowInstance row;
        row.id = u"flood-%1"_s.arg(i);
        row.lastUpdate = m_f->clock.now().addMSecs(i);
        rows << row;
        if (rows.size() == 100)
            Q_EMIT m_f->source->instancesPushed(std::exchange(rows, {}));
    }
    qsizetype all = 0;
    for (const QList<QVariant> &arguments : std::as_const(*m_f->rows))
        all += arguments.constFirst().value<QList<WorkflowInstance>>().size();
    QVERIFY(all >= 20'000);
    QCOMPARE(m_f->told(u"flood-19999"_s).size(), 1);
    WorkflowInstance again;
    again.id = u"flood-19999"_s;
    again.lastUpdate = m_f->clock.now().addMSecs(19'999);
    m_f->push(again); // the newest are known still
    QCOMPARE(m_f->told(u"flood-19999"_s).size(), 1);
}

QTEST_GUILESS_MAIN(tst_PushedUpdates)
#include "tst_pushedupdates.moc"
