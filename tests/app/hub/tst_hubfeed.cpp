// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/hub/hubnotifications.h"
#include "models/core/clock.h"
#include "models/core/trace.h"
#include "tests/app/auth/memorykeychain.h"
#include "tests/app/hub/fakehub.h"
#include "tests/fakes/await.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Mode = LiveStatus::Mode;
using State = HubService::State;

/// What is told of a hub that misbehaves: nothing is missed, nothing is told twice, and it is not asked without end.
class TestHubFeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void isToldBySignals();
    void upgradeThatHangs();
    void hubWithoutSignals();
    void closedAtOnce();
    void garbageOnTheLine();
    void floodIsOneQuestion();
    void toldOnceAfterACut();
    void tokenThatIsRefused();
    void tokenThatEndsMeanwhile();
    void hubThatGoesAway();
    void nothingWhileSignedOut();

private:
    bool start(FakeHub::Upgrade upgrade = FakeHub::Upgrade::Accept, int spoiled = -1);
    bool reaches(Mode mode)
    {
        return QTest::qWaitFor([this, mode] { return m_user->live().mode == mode; }, 5000);
    }

    std::unique_ptr<FakeHub> m_hub;
    MemoryKeychain m_keychain;
    Clock m_clock;
    Tracer m_tracer;
    std::unique_ptr<HubNotifications> m_user;
    std::unique_ptr<QSignalSpy> m_added;
    std::unique_ptr<QSignalSpy> m_changed;
    QDateTime m_time;
};

void TestHubFeed::init()
{
    m_hub = std::make_unique<FakeHub>();
    m_time = QDateTime(QDate(2020, 1, 1), QTime(12, 0), Qt::UTC); // the hub's clock is off: it counts only for itself
    for (int i = 0; i < 3; ++i)
        m_hub->add(u"old%1"_s.arg(i), u"Old"_s, m_time.addSecs(i));
    Environment environment;
    environment.name = u"Test"_s;
    environment.notificationsUrl = m_hub->url();
    m_user = std::make_unique<HubNotifications>(
        environment, m_keychain, [](const QUrl &) { return false; }, m_clock, m_tracer);
    PollingOptions polling = HubFeed::defaultOptions();
    polling.listSteps = {50};
    polling.firstRetryMs = 50;
    polling.lastRetryMs = 200;
    m_user->feed().setOptions(polling);
    SignalTimings timings;
    timings.upgradeMs = 200;
    timings.firstRetryMs = 50;
    timings.lastRetryMs = 400;
    m_user->socket().setTimings(timings);
    m_added = std::make_unique<QSignalSpy>(m_user.get(), &NotificationService::added);
    m_changed = std::make_unique<QSignalSpy>(m_user.get(), &NotificationService::changed);
}

void TestHubFeed::cleanup()
{
    m_user.reset();
    m_hub.reset();
}

bool TestHubFeed::start(FakeHub::Upgrade upgrade, int spoiled)
{
    m_hub->upgrade = upgrade;
    m_hub->upgradesToSpoil = spoiled;
    m_user->setActive(true);
    return QTest::qWaitFor(
        [this] { return m_user->state() == State::SignedIn && m_user->live().lastAnswer.isValid(); });
}

void TestHubFeed::isToldBySignals()
{
    QVERIFY(start());
    QVERIFY(reaches(Mode::Pushed));
    QCOMPARE(m_added->count(), 0); // what was there before is no news
    QTRY_COMPARE(m_hub->lastSubscription, QByteArray(R"({"action":"subscribe","channel":"notifications"})"));
    QVERIFY(m_hub->protocols.constFirst().startsWith("ey"_L1)); // the token, as the only one
    m_hub->add(u"new"_s, u"New"_s, m_time.addSecs(60));
    m_hub->signalNew(u"new"_s);
    QTRY_COMPARE(m_added->count(), 1);
    QCOMPARE(m_added->constFirst().constFirst().value<Notification>().title, u"New"_s);
    const auto changes = m_changed->count();
    m_hub->signal(
        R"({"channel":"notifications","message":{"action":"notification_read","notification_ids":["old1"]}})");
    QTRY_VERIFY(m_changed->count() > changes);
}

void TestHubFeed::upgradeThatHangs()
{
    QVERIFY(start(FakeHub::Upgrade::Hang, 1));
    QVERIFY(reaches(Mode::Polling)); // meanwhile
    QVERIFY(reaches(Mode::Pushed));
    QCOMPARE(m_hub->upgrades, 2);
}

void TestHubFeed::hubWithoutSignals()
{
    QVERIFY(start(FakeHub::Upgrade::NotFound));
    QVERIFY(reaches(Mode::Polling));
    m_hub->add(u"new"_s, u"New"_s, m_time.addSecs(60));
    QTRY_COMPARE(m_added->count(), 1);
    QTest::qWait(300);
    QCOMPARE(m_added->count(), 1);
    QVERIFY(m_hub->upgrades <= 10); // ever more seldom
}

void TestHubFeed::closedAtOnce()
{
    QVERIFY(start(FakeHub::Upgrade::Close, 3));
    QVERIFY(reaches(Mode::Pushed));
    QCOMPARE(m_hub->upgrades, 4);
}

void TestHubFeed::garbageOnTheLine()
{
    QVERIFY(start(FakeHub::Upgrade::Garbage, 1));
    QVERIFY(reaches(Mode::Pushed));
    const int before = m_hub->requests(u"notifications/notifications"_s);
    for (const QByteArray &message : {QByteArray("{"), QByteArray("null"), QByteArray("[[[["), QByteArray(100'000, 'x'),
                                      QByteArray(R"({"channel":"notifications","message":{"action":"format_disk"}})")})
        m_hub->signal(message);
    m_hub->signalNew(u"old1"_s); // known: told again, once
    QTRY_COMPARE(m_added->count(), 1);
    QCOMPARE(m_hub->requests(u"notifications/notifications"_s), before);
    // More than a message can be: the line is dropped, and comes back.
    m_hub->signal(QByteArray(2'000'000, 'x'));
    QTRY_VERIFY(m_hub->upgrades >= 3);
    QVERIFY(reaches(Mode::Pushed));
}

void TestHubFeed::floodIsOneQuestion()
{
    QVERIFY(start());
    QVERIFY(reaches(Mode::Pushed));
    const int lists = m_hub->requests(u"notifications/notifications"_s);
    for (int i = 0; i < 10'000; ++i)
        m_hub->signalNew(u"flood%1"_s.arg(i));
    const auto changes = m_changed->count();
    for (int i = 0; i < 200; ++i)
        m_hub->add(u"flood%1"_s.arg(i), u"Flood"_s, m_time.addSecs(60 + i));
    QTRY_VERIFY(m_changed->count() > changes);
    QTest::qWait(300);
    QVERIFY2(m_hub->requests(u"notifications/notifications"_s) - lists < 100, "not one for each");
    QVERIFY(m_added->count() <= 5); // too many to tell one by one
}

void TestHubFeed::toldOnceAfterACut()
{
    QVERIFY(start());
    QVERIFY(reaches(Mode::Pushed));
    m_hub->upgrade = FakeHub::Upgrade::NotFound;
    m_hub->upgradesToSpoil = 2;
    m_hub->cut();
    m_hub->add(u"gap"_s, u"Gap"_s, m_time.addSecs(60));
    QTRY_COMPARE(m_added->count(), 1);
    QVERIFY(reaches(Mode::Pushed));
    QTest::qWait(200);
    QCOMPARE(m_added->count(), 1);
}

void TestHubFeed::tokenThatIsRefused()
{
    QVERIFY(start());
    m_hub->accepted = {u"another"_s};
    m_hub->guests = false;
    (void)await(m_user->list({}));
    QTRY_COMPARE(m_user->state(), State::Expired);
    QTRY_COMPARE(m_hub->connected(), 0);
    QCOMPARE(m_user->live().mode, Mode::Idle);
}

void TestHubFeed::tokenThatEndsMeanwhile()
{
    m_hub->tokenSeconds = 2;
    QVERIFY(start());
    QVERIFY(reaches(Mode::Pushed));
    QTRY_VERIFY_WITH_TIMEOUT(m_hub->requests(u"auth/guest/refresh"_s) >= 3, 10000);
    QVERIFY(await(m_user->list({})).ok());
    QCOMPARE(m_user->state(), State::SignedIn);
    QCOMPARE(m_hub->upgrades, 1); // the line goes on: the hub looks at the token only once
    m_hub->add(u"new"_s, u"New"_s, m_time.addSecs(60));
    m_hub->signalNew(u"new"_s);
    QTRY_COMPARE(m_added->count(), 1);
}

void TestHubFeed::hubThatGoesAway()
{
    QVERIFY(start(FakeHub::Upgrade::NotFound));
    m_hub->status = 503;
    QVERIFY(reaches(Mode::Offline));
    QVERIFY(!m_user->live().problem.isEmpty());
    m_hub->add(u"away"_s, u"Meanwhile"_s, m_time.addSecs(60));
    m_hub->status = 200;
    QVERIFY(reaches(Mode::Polling));
    QTRY_COMPARE(m_added->count(), 1);
}

void TestHubFeed::nothingWhileSignedOut()
{
    m_hub->guests = false;
    m_user->setActive(true);
    QTRY_COMPARE(m_user->state(), State::SignedOut);
    QCOMPARE(await(m_user->list({}))->rows.size(), 0);
    QCOMPARE(*await(m_user->unreadCount()), 0);
    QTest::qWait(200);
    QCOMPARE(m_hub->requests(u"notifications/notifications"_s), 0);
    QCOMPARE(m_hub->upgrades, 0);
}

QTEST_GUILESS_MAIN(TestHubFeed)
#include "tst_hubfeed.moc"
