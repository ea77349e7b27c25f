// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/live/subscriptionfixture.h"
#include "tests/fakes/fakeproxy.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

static const QDateTime kStart(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC);

/// What Data Index tells by itself, and every way in which it does not.
class tst_SubscriptionSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void connectsOnlyWhileWanted();
    void tellsRowsAndJobs();
    void speaksTheNewerProtocol();
    void seesThroughAWrongSubprotocol();
    void answersPings();
    void restsWhereTheSchemaHasNone();
    void restsWhereTheServerRefuses();
    void triesAgainAfterAFailingUpgrade();
    void restsAfterManyFailingUpgrades();
    void survivesSilenceAndGarbage_data();
    void survivesSilenceAndGarbage();
    void survivesARestart();
    void comesBackWhenSubscriptionsEnd();
    void backsOffWhenClosedAtOnce();
    void tellsWhatCouldNotBeRead();
    void givesUpAFloodOfGarbage();
    void tellsAFloodInFewBatches();
    void dropsWhatItCannotHold();
    void movesToANewerToken();
    void keepsTheOldConnectionUntilTheNewOneWorks();
    void reconnectsAtOnceWhenToldTo();
    void goesWithoutJobs();
    void notTrustedItRests();

private:
    bool becomesLive()
    {
        return QTest::qWaitFor([this] { return m_source->live().instances; }, 5000);
    }
    QList<WorkflowInstance> toldRows() const;

    std::unique_ptr<SubscriptionFixture> m_fixture;
    FakeSubscriptions *m_server = nullptr;
    std::unique_ptr<SubscriptionSource> m_source;
    std::unique_ptr<QSignalSpy> m_rows;
    std::unique_ptr<QSignalSpy> m_lost;
};

void tst_SubscriptionSource::init()
{
    m_fixture = std::make_unique<SubscriptionFixture>();
    m_server = &m_fixture->server;
    m_source = m_fixture->source();
    m_rows = std::make_unique<QSignalSpy>(m_source.get(), &PushSource::instancesPushed);
    m_lost = std::make_unique<QSignalSpy>(m_source.get(), &PushSource::lost);
}

void tst_SubscriptionSource::cleanup()
{
    m_source.reset();
    m_fixture.reset();
}

QList<WorkflowInstance> tst_SubscriptionSource::toldRows() const
{
    QList<WorkflowInstance> all;
    for (const QList<QVariant> &arguments : *m_rows)
        all << arguments.constFirst().value<QList<WorkflowInstance>>();
    return all;
}

void tst_SubscriptionSource::connectsOnlyWhileWanted()
{
    QTest::qWait(30);
    QCOMPARE(m_server->upgrades, 0);
    m_source->setWanted(true);
    QVERIFY(becomesLive());
    QVERIFY(m_source->live().jobs);
    QVERIFY(m_source->reason().isEmpty());
    QCOMPARE(m_server->subscriptions(), 4);
    QCOMPARE(m_server->tokens, QStringList{u"token-1"_s});
    m_source->setWanted(false);
    QVERIFY(!m_source->live().instances);
    QTRY_COMPARE(m_server->connections(), 0);
    QTest::qWait(30);
    QCOMPARE(m_server->upgrades, 1);
    QCOMPARE(m_server->seen.count(u"stop"_s), 4);
    m_source->setWanted(true);
    QVERIFY(becomesLive());
}

void tst_SubscriptionSource::tellsRowsAndJobs()
{
    QSignalSpy jobs(m_source.get(), &PushSource::jobsPushed);
    m_source->setWanted(true);
    QVERIFY(becomesLive());
    m_server->push(u"ProcessInstanceAdded"_s, pushedInstance(u"a"_s, u"ACTIVE"_s, kStart));
    QTRY_COMPARE(m_rows->count(), 1);
    QCOMPARE(toldRows().constFirst().state, InstanceState::Active);
    QCOMPARE(toldRows().constFirst().workflowId, u"greet_team"_s);
    m_server->push(u"JobUpdated"_s, {{"id", "j"}, {"status", "EXECUTED"}});
    QTRY_COMPARE(jobs.count(), 1);
    QCOMPARE(jobs.constFirst().constFirst().value<QList<Job>>().constFirst().status, JobStatus::Executed);
}

void tst_SubscriptionSource::speaksTheNewerProtocol()
{
    m_server->speaksNewer = true;
    m_server->setSubprotocols({u"graphql-transport-ws"_s});
    m_source->setWanted(true);
    QVERIFY(becomesLive());
    QCOMPARE(m_server->subscriptions(), 4);
    m_server->push(u"ProcessInstanceUpdated"_s, pushedInstance(u"a"_s, u"ERROR"_s, kStart));
    QTRY_COMPARE(m_rows->count(), 1);
}

/// Quarkus 3.15 agrees to any subprotocol, and hands over to Vert.x, which speaks the older one only.
void tst_SubscriptionSource::seesThroughAWrongSubprotocol()
{
    m_server->setSubprotocols({u"graphql-transport-ws"_s});
    m_source->setWanted(true);
    QTRY_COMPARE(m_server->subscriptions(), 4);
    QVERIFY(becomesLive());
    m_server->push(u"ProcessInstanceUpdated"_s, pushedInstance(u"a"_s, u"ERROR"_s, kStart));
    QTRY_COMPARE(m_rows->count(), 1);
}

void tst_SubscriptionSource::answersPings()
{
    m_source->setWanted(true);
    QVERIFY(becomesLive());
    m_server->sendAll(uR"({"type":"ping"})"_s);
    QTRY_VERIFY(m_server->seen.contains(u"pong"_s));
}

void tst_SubscriptionSource::restsWhereTheSchemaHasNone()
{
    m_fixture->index.schema.subscriptions.clear();
    m_source->setWanted(true);
    QTRY_VERIFY(!m_source->reason().isEmpty());
    QTest::qWait(50);
    QCOMPARE(m_server->upgrades, 0);
    QVERIFY(!m_source->live().instances);
}

void tst_SubscriptionSource::restsWhereTheServerRefuses()
{
    m_server->refusal = u"Schema is not configured for subscriptions."_s;
    QSignalSpy changes(m_source.get(), &PushSource::liveChanged);
    m_source->setWanted(true);
    QTRY_VERIFY(!m_source->reason().isEmpty());
    QTest::qWait(60);
    QCOMPARE(m_server->upgrades, 1);
    QCOMPARE(m_server->connections(), 0);
    QCOMPARE(changes.count(), 1);
    QVERIFY(!m_source->live().instances);
    // Leaving and coming back does not ask again.
    m_source->setWanted(false);
    m_source->setWanted(true);
    QTest::qWait(30);
    QCOMPARE(m_server->upgrades, 1);
}

void tst_SubscriptionSource::triesAgainAfterAFailingUpgrade()
{
    m_server->upgrade = FakeSubscriptions::Upgrade::Status; // 500, as every few upgrades of 10.1.0
    m_source->setWanted(true);
    QTRY_VERIFY(m_server->upgrades >= 2);
    QVERIFY(m_source->reason().contains(u"500"_s));
    m_server->upgrade = FakeSubscriptions::Upgrade::Accept;
    QVERIFY(becomesLive());
    QVERIFY(m_source->reason().isEmpty());
}

void tst_SubscriptionSource::restsAfterManyFailingUpgrades()
{
    m_server->upgrade = FakeSubscriptions::Upgrade::Status;
    m_source->setWanted(true);
    QTRY_COMPARE(m_server->upgrades, m_fixture->options.failuresUntilRest);
    QTest::qWait(60);
    QCOMPARE(m_server->upgrades, m_fixture->options.failuresUntilRest);
    QCOMPARE(m_source->reason(), u"The server does not tell changes by itself."_s);
}

void tst_SubscriptionSource::survivesSilenceAndGarbage_data()
{
    using Upgrade = FakeSubscriptions::Upgrade;
    QTest::addColumn<Upgrade>("upgrade");
    QTest::addColumn<bool>("acknowledges");
    QTest::newRow("hangs on upgrade") << Upgrade::Hang << true;
    QTest::newRow("closes at once") << Upgrade::Drop << true;
    QTest::newRow("garbage for an upgrade") << Upgrade::Garbage << true;
    QTest::newRow("never acknowledges") << Upgrade::Accept << false;
}

void tst_SubscriptionSource::survivesSilenceAndGarbage()
{
    QFETCH(FakeSubscriptions::Upgrade, upgrade);
    QFETCH(bool, acknowledges);
    m_server->upgrade = upgrade;
    m_server->acknowledges = acknowledges;
    m_source->setWanted(true);
    QTRY_VERIFY(m_server->upgrades >= 2);
    QVERIFY(!m_source->live().instances);
    QVERIFY(!m_source->reason().isEmpty());
    m_server->upgrade = FakeSubscriptions::Upgrade::Accept;
    m_server->acknowledges = true;
    QVERIFY(becomesLive());
}

void tst_SubscriptionSource::survivesARestart()
{
    m_source->setWanted(true);
    QVERIFY(becomesLive());
    m_server->stop();
    QTRY_VERIFY(!m_source->live().instances);
    QTest::qWait(60);
    QVERIFY(m_source->reason().contains(u"refused"_s));
    QVERIFY(m_server->start());
    QVERIFY(becomesLive());
    m_server->push(u"ProcessInstanceUpdated"_s, pushedInstance(u"a"_s, u"ERROR"_s, kStart));
    QTRY_COMPARE(m_rows->count(), 1);
}

void tst_SubscriptionSource::comesBackWhenSubscriptionsEnd()
{
    m_source->setWanted(true);
    QVERIFY(becomesLive());
    m_server->completeAll();
    QTRY_COMPARE(m_server->upgrades, 2);
    QVERIFY(becomesLive());
    QTRY_COMPARE(m_server->connections(), 1);
}

void tst_SubscriptionSource::backsOffWhenClosedAtOnce()
{
    m_fixture->options.firstRetryMs = 20;
    m_fixture->options.lastRetryMs = 3'600'000;
    m_fixture->options.stableMs = 3'600'000;
    m_source = m_fixture->source();
    m_source->setWanted(true);
    for (int i = 1; i <= 3; ++i) {
        QTRY_COMPARE(m_server->upgrades, i);
        QVERIFY(becomesLive());
        m_server->drop();
        QTRY_VERIFY(!m_source->live().instances);
    }
    // 20, 40, 80 ms less a fifth: three in a row are not three at once.
    QTest::qWait(20);
    QCOMPARE(m_server->upgrades, 3);
}

void tst_SubscriptionSource::tellsWhatCouldNotBeRead()
{
    m_source->setWanted(true);
    QVERIFY(becomesLive());
    m_server->sendAll(uR"({"type":"data","id":"1","payl)"_s);
    QTRY_COMPARE(m_lost->count(), 1);
    QVERIFY(m_source->live().instances);
}

void tst_SubscriptionSource::givesUpAFloodOfGarbage()
{
    m_source->setWanted(true);
    QVERIFY(becomesLive());
    for (int i = 0; i < 500; ++i)
        m_server->sendAll(u"no message at all"_s);
    QTRY_COMPARE(m_server->upgrades, 2);
    QVERIFY(becomesLive());
}

void tst_SubscriptionSource::tellsAFloodInFewBatches()
{
    m_fixture->options.frameMs = 16;
    m_source = m_fixture->source();
    m_rows = std::make_unique<QSignalSpy>(m_source.get(), &PushSource::instancesPushed);
    m_source->setWanted(true);
    QVERIFY(becomesLive());
    for (int i = 0; i < 3000; ++i)
        m_server->push(u"ProcessInstanceUpdated"_s, pushedInstance(u"i%1"_s.arg(i % 50), u"ACTIVE"_s, kStart, i));
    const auto isTold = [this] {
        QHash<QString, QDateTime> last;
        for (const WorkflowInstance &row : toldRows())
            last[row.id] = row.lastUpdate;
        return last.size() == 50 && last.value(u"i49"_s) == kStart.addSecs(2999);
    };
    QTRY_VERIFY(isTold());
    QVERIFY2(m_rows->count() < 300, qPrintable(QString::number(m_rows->count())));
    for (const QList<QVariant> &arguments : std::as_const(*m_rows)) {
        QSet<QString> ids;
        const auto rows = arguments.constFirst().value<QList<WorkflowInstance>>();
        for (const WorkflowInstance &row : rows)
            ids.insert(row.id);
        QCOMPARE(ids.size(), rows.size());
    }
    QCOMPARE(m_lost->count(), 0);
}

void tst_SubscriptionSource::dropsWhatItCannotHold()
{
    m_fixture->options.queuedMessages = 50;
    m_fixture->options.frameMs = 50;
    m_source = m_fixture->source();
    m_lost = std::make_unique<QSignalSpy>(m_source.get(), &PushSource::lost);
    m_rows = std::make_unique<QSignalSpy>(m_source.get(), &PushSource::instancesPushed);
    m_source->setWanted(true);
    QVERIFY(becomesLive());
    for (int i = 0; i < 2000; ++i)
        m_server->push(u"ProcessInstanceUpdated"_s, pushedInstance(u"i%1"_s.arg(i), u"ACTIVE"_s, kStart, i));
    QTRY_VERIFY(m_lost->count() > 0);
    QTest::qWait(200);
    QVERIFY(toldRows().size() < 2000);
    // What comes after it is told, and the end of a subscription is not among what was dropped.
    m_server->push(u"ProcessInstanceUpdated"_s, pushedInstance(u"last"_s, u"ERROR"_s, kStart));
    QTRY_COMPARE(toldRows().constLast().id, u"last"_s);
}

void tst_SubscriptionSource::movesToANewerToken()
{
    m_fixture->index.tokens.lifeMs = 1000;
    m_source->setWanted(true);
    QVERIFY(becomesLive());
    QSignalSpy changes(m_source.get(), &PushSource::liveChanged);
    QTest::qWait(300);
    QCOMPARE(m_server->upgrades, 1);
    m_fixture->index.tokens.token = u"token-9"_s;
    m_fixture->index.tokens.lifeMs = 3'600'000;
    QTRY_COMPARE(m_server->upgrades, 2);
    QCOMPARE(m_server->tokens.constLast(), u"token-9"_s);
    QTRY_COMPARE(m_server->connections(), 1);
    QVERIFY(m_source->live().instances);
    QCOMPARE(changes.count(), 0); // it was live all the time
    m_server->push(u"ProcessInstanceUpdated"_s, pushedInstance(u"a"_s, u"ERROR"_s, kStart));
    QTRY_COMPARE(m_rows->count(), 1);
}

void tst_SubscriptionSource::keepsTheOldConnectionUntilTheNewOneWorks()
{
    m_fixture->index.tokens.lifeMs = 600;
    m_source->setWanted(true);
    QVERIFY(becomesLive());
    m_server->upgrade = FakeSubscriptions::Upgrade::Hang;
    m_fixture->index.tokens.lifeMs = 3'600'000;
    QTRY_COMPARE(m_server->upgrades, 2);
    m_server->push(u"ProcessInstanceUpdated"_s, pushedInstance(u"a"_s, u"ERROR"_s, kStart));
    QTRY_COMPARE(m_rows->count(), 1);
    m_server->upgrade = FakeSubscriptions::Upgrade::Accept;
    QTRY_VERIFY(m_server->upgrades >= 3);
    QTRY_COMPARE(m_server->connections(), 1);
    QVERIFY(m_source->live().instances);
}

void tst_SubscriptionSource::reconnectsAtOnceWhenToldTo()
{
    m_fixture->options.firstRetryMs = 3'600'000;
    m_fixture->options.lastRetryMs = 3'600'000;
    m_source = m_fixture->source();
    m_server->upgrade = FakeSubscriptions::Upgrade::Drop;
    m_source->setWanted(true);
    QTRY_VERIFY(!m_source->reason().isEmpty());
    m_server->upgrade = FakeSubscriptions::Upgrade::Accept;
    m_source->reconnect();
    QVERIFY(becomesLive());
    m_source->reconnect(); // after sleep: the connection of before is not trusted
    QTRY_COMPARE(m_server->upgrades, 3);
    QVERIFY(becomesLive());
    QTRY_COMPARE(m_server->connections(), 1);
}

void tst_SubscriptionSource::goesWithoutJobs()
{
    m_fixture->index.schema.subscriptions = {u"ProcessInstanceAdded"_s, u"ProcessInstanceUpdated"_s};
    m_source->setWanted(true);
    QVERIFY(becomesLive());
    QVERIFY(!m_source->live().jobs);
}

void tst_SubscriptionSource::notTrustedItRests()
{
    m_source->setWanted(true);
    QVERIFY(becomesLive());
    m_source->distrust();
    QVERIFY(!m_source->live().instances);
    QVERIFY(!m_source->reason().isEmpty());
    QTRY_COMPARE(m_server->connections(), 0);
    QTest::qWait(40);
    QCOMPARE(m_server->upgrades, 1);
}

QTEST_GUILESS_MAIN(tst_SubscriptionSource)
#include "tst_subscriptionsource.moc"
