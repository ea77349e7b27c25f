// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/listpoll.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakeservices.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// What one answer of the list poll finds, without the feed's timing.
class tst_ListPoll : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void findsNewInstances();
    void tellsEachChangeOnce();
    void findsASecondChangeInTheSameMillisecond();
    void findsLateEventsWithinTheOverlap();
    void usesTheServersTimesOnly();
    void isNotBlindedByATimeInTheFuture();
    void readsOpenRowsById();
    void forgetsRowsOfAListThatIsGone();
    void readsAllPagesOfAStorm();
    void losesNothingWhenAnAnswerIsCutShort();
    void losesNothingWhenStoppedHalfWay();
    void startsOnAnEmptyServer();

private:
    WorkflowInstance make(const QString &id, int lastUpdateMs, InstanceState state = InstanceState::Active) const;
    /// Asks once; the ids that were told, in order.
    QStringList ask();

    FakeClock m_clock;
    PollingOptions m_options;
    std::unique_ptr<FakeInstances> m_server;
    std::unique_ptr<ListPoll> m_poll;
    QStringList m_told;
};

void tst_ListPoll::init()
{
    m_options = {};
    m_options.pageSize = 3;
    m_options.maxPages = 4;
    m_poll.reset();
    m_server = std::make_unique<FakeInstances>(m_clock.now(), 0);
    m_poll = std::make_unique<ListPoll>(*m_server, m_options, nullptr);
    connect(m_poll.get(), &ListPoll::changed, this, [this](const QList<WorkflowInstance> &rows) {
        for (const WorkflowInstance &row : rows)
            m_told << row.id;
    });
    m_told.clear();
}

WorkflowInstance tst_ListPoll::make(const QString &id, int lastUpdateMs, InstanceState state) const
{
    WorkflowInstance instance;
    instance.id = id;
    instance.state = state;
    instance.start = m_clock.now();
    instance.lastUpdate = m_clock.now().addMSecs(lastUpdateMs);
    return instance;
}

QStringList tst_ListPoll::ask()
{
    m_told.clear();
    QSignalSpy answered(m_poll.get(), &Poll::answered);
    QSignalSpy failed(m_poll.get(), &Poll::failed);
    m_poll->setNow(m_clock.now());
    m_poll->ask();
    if (!QTest::qWaitFor([&] { return answered.size() + failed.size() > 0; }))
        return {u"no answer"_s};
    if (!answered.isEmpty() && answered.constFirst().constFirst().toBool() == m_told.isEmpty())
        return {u"told something else than it answered"_s};
    return m_told;
}

void tst_ListPoll::findsNewInstances()
{
    m_server->put(make(u"a"_s, 0));
    QCOMPARE(ask(), {u"a"_s});
    m_server->put(make(u"b"_s, 500));
    QCOMPARE(ask(), {u"b"_s});
    m_server->put(make(u"a"_s, 900, InstanceState::Completed));
    QCOMPARE(ask(), {u"a"_s});
}

void tst_ListPoll::tellsEachChangeOnce()
{
    m_server->put(make(u"a"_s, 0));
    m_server->put(make(u"b"_s, 100));
    QCOMPARE(ask().size(), 2);
    QCOMPARE(ask(), {});
    QCOMPARE(ask(), {});
    for (const InstanceQuery &query : m_server->queries)
        QVERIFY(query.limit > 0);
}

void tst_ListPoll::findsASecondChangeInTheSameMillisecond()
{
    m_server->put(make(u"a"_s, 0));
    QCOMPARE(ask(), {u"a"_s});
    m_server->put(make(u"b"_s, 0));
    QCOMPARE(ask(), {u"b"_s});
    m_server->put(make(u"a"_s, 0, InstanceState::Completed));
    QCOMPARE(ask(), {u"a"_s});
}

void tst_ListPoll::findsLateEventsWithinTheOverlap()
{
    m_server->put(make(u"a"_s, 0));
    QCOMPARE(ask(), {u"a"_s});
    m_server->put(make(u"late"_s, -m_options.overlapMs));
    QCOMPARE(ask(), {u"late"_s});
}

void tst_ListPoll::usesTheServersTimesOnly()
{
    // This computer is ten minutes ahead.
    const int behind = -600'000;
    m_server->put(make(u"a"_s, behind));
    QCOMPARE(ask(), {u"a"_s});
    m_server->put(make(u"b"_s, behind + 20));
    QCOMPARE(ask(), {u"b"_s});
    QCOMPARE(m_server->queries.constLast().updatedSince, m_clock.now().addMSecs(behind - m_options.overlapMs));
}

void tst_ListPoll::isNotBlindedByATimeInTheFuture()
{
    m_server->put(make(u"a"_s, 0));
    m_server->put(make(u"future"_s, 2'000'000'000));
    QCOMPARE(ask().size(), 2);
    m_server->put(make(u"b"_s, 1000));
    QCOMPARE(ask(), {u"b"_s});
}

void tst_ListPoll::readsOpenRowsById()
{
    const QObject list;
    m_server->put(make(u"a"_s, 0));
    m_server->put(make(u"old"_s, -3'600'000));
    m_server->put(make(u"done"_s, -3'600'000, InstanceState::Completed));
    m_poll->setRows(&list, {u"old"_s, u"a"_s, u"done"_s});
    (void)ask();
    // An error does not move lastUpdate.
    m_server->put(make(u"old"_s, -3'600'000, InstanceState::Error));
    QCOMPARE(ask(), {u"old"_s});
    QCOMPARE(m_server->queries.constLast().orIds, (QStringList{u"old"_s, u"a"_s})); // not what has ended
    QCOMPARE(m_server->queries.size(), 2); // one question for both
    QCOMPARE(ask(), {});
}

void tst_ListPoll::forgetsRowsOfAListThatIsGone()
{
    const QObject list;
    m_server->put(make(u"old"_s, -3'600'000));
    m_server->put(make(u"new"_s, 0));
    (void)ask();
    m_poll->setRows(&list, {u"old"_s});
    (void)ask();
    QCOMPARE(m_server->queries.constLast().orIds, {u"old"_s});
    m_poll->forgetRows(&list);
    (void)ask();
    QVERIFY(m_server->queries.constLast().orIds.isEmpty());
}

void tst_ListPoll::readsAllPagesOfAStorm()
{
    m_server->put(make(u"a"_s, 0));
    (void)ask();
    for (int i = 0; i < 8; ++i)
        m_server->put(make(QString::number(i), 100 + i));
    const QStringList found = ask();
    QCOMPARE(QSet<QString>(found.cbegin(), found.cend()).size(), 8);
    QCOMPARE(found.size(), 8);
    QCOMPARE(ask(), {});
}

void tst_ListPoll::losesNothingWhenAnAnswerIsCutShort()
{
    m_server->put(make(u"a"_s, 0));
    (void)ask();
    for (int i = 0; i < 8; ++i)
        m_server->put(make(QString::number(i), 60'000 + 20'000 * i));
    m_told.clear();
    // The second page does not come any more.
    QSet<QString> found;
    m_server->pages.hang = true;
    QSignalSpy failed(m_poll.get(), &Poll::failed);
    m_poll->ask();
    QTRY_COMPARE(m_server->pages.waiting(), 1);
    m_server->pages.release();
    m_server->pages.error = fakeError();
    QTRY_COMPARE(failed.size(), 1);
    found += QSet<QString>(m_told.cbegin(), m_told.cend());
    QCOMPARE(found.size(), 3);

    m_server->pages.error.reset();
    const QStringList rest = ask();
    QCOMPARE(rest.size(), 5);
    found += QSet<QString>(rest.cbegin(), rest.cend());
    QCOMPARE(found.size(), 8);
}

void tst_ListPoll::losesNothingWhenStoppedHalfWay()
{
    m_server->put(make(u"a"_s, 0));
    (void)ask();
    for (int i = 0; i < 5; ++i)
        m_server->put(make(QString::number(i), 60'000 + 20'000 * i));
    m_server->pages.hang = true;
    m_poll->ask();
    QTRY_COMPARE(m_server->pages.waiting(), 1);
    m_server->pages.release();
    m_server->pages.hang = true;
    QTRY_COMPARE(m_server->pages.waiting(), 1); // the second page
    m_poll->stop();
    QTRY_COMPARE(m_server->pages.cancelled(), 1);
    m_server->pages.release();
    QVERIFY(!m_poll->isAsking());

    const QStringList found = ask();
    QCOMPARE(QSet<QString>(found.cbegin(), found.cend()).size(), 5);
}

void tst_ListPoll::startsOnAnEmptyServer()
{
    QCOMPARE(ask(), {});
    m_server->put(make(u"first"_s, 0));
    QCOMPARE(ask(), {u"first"_s});
}

QTEST_GUILESS_MAIN(tst_ListPoll)
#include "tst_listpoll.moc"
