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
using State = HubService::State;

/// Ways in to a hub, and what the keychain has of them.
class TestHubSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_user.reset(); }
    void aGuestLeavesNothing();
    void aTokenIsKept();
    void aTokenThatIsNone_data();
    void aTokenThatIsNone();
    void aTokenOfYesterdayIsForgotten();
    void withoutAKeychain();
    void aHubThatIsAwayIsTriedAgain();
    void withoutRegistration();
    void signOutForgets();

private:
    std::unique_ptr<FakeHub> m_hub;
    MemoryKeychain m_keychain;
    Clock m_clock;
    Tracer m_tracer;
    std::unique_ptr<HubNotifications> m_user;
    Environment m_environment;
    QStringList m_problems;
    void make();
};

void TestHubSession::init()
{
    m_keychain = {};
    m_hub = std::make_unique<FakeHub>();
    m_hub->upgrade = FakeHub::Upgrade::NotFound;
    m_environment.name = u"Test"_s;
    m_environment.notificationsUrl = m_hub->url();
    make();
}

void TestHubSession::make()
{
    m_problems.clear();
    m_user = std::make_unique<HubNotifications>(
        m_environment, m_keychain, [](const QUrl &) { return true; }, m_clock, m_tracer);
    connect(m_user.get(), &HubService::signInFailed, this, [this](const Error &error) { m_problems << error.text(); });
}

void TestHubSession::aGuestLeavesNothing()
{
    m_user->setActive(true);
    QTRY_COMPARE(m_user->state(), State::SignedIn);
    QCOMPARE(m_user->user(), u"user:default/guest"_s);
    QVERIFY(m_keychain.entries.isEmpty());
}

void TestHubSession::aTokenIsKept()
{
    m_hub->guests = false;
    m_user->setActive(true);
    QTRY_COMPARE(m_user->state(), State::SignedOut);
    const QString token = FakeHub::token(3600, u"user:default/olivia"_s);
    m_hub->accepted = {token};
    m_user->useToken(u"  "_s + token + u'\n');
    QCOMPARE(m_user->state(), State::SignedIn);
    QCOMPARE(m_user->user(), u"user:default/olivia"_s);
    QVERIFY(await(m_user->list({})).ok());
    QCOMPARE(m_keychain.entries.size(), 1);
    make(); // the next start
    m_user->setActive(true);
    QTRY_COMPARE(m_user->state(), State::SignedIn);
    QCOMPARE(m_user->user(), u"user:default/olivia"_s);
}

void TestHubSession::aTokenThatIsNone_data()
{
    QTest::addColumn<QString>("token");
    QTest::newRow("nothing") << QString();
    QTest::newRow("words") << u"let me in"_s;
    QTest::newRow("dots") << u"a.b.c"_s;
    QTest::newRow("expired") << FakeHub::token(-10);
}

void TestHubSession::aTokenThatIsNone()
{
    QFETCH(QString, token);
    m_user->useToken(token);
    QCOMPARE(m_user->state(), State::SignedOut);
    QCOMPARE(m_problems.size(), 1);
    QVERIFY(token.isEmpty() || !m_problems.constFirst().contains(token));
    QVERIFY(m_keychain.entries.isEmpty());
}

void TestHubSession::aTokenOfYesterdayIsForgotten()
{
    m_hub->guests = false;
    m_user->useToken(FakeHub::token(1));
    QCOMPARE(m_keychain.entries.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_user->state(), State::Expired, 10000);
    QTRY_VERIFY(m_keychain.entries.isEmpty());
}

void TestHubSession::withoutAKeychain()
{
    m_keychain.error = MemoryKeychain::locked();
    m_user->setActive(true);
    QTRY_COMPARE(m_user->state(), State::SignedIn); // as a guest
    m_user->useToken(FakeHub::token());
    QTRY_COMPARE(m_user->storage().persistent, false);
    QVERIFY(!m_user->storage().reason.isEmpty());
}

void TestHubSession::aHubThatIsAwayIsTriedAgain()
{
    const QUrl gone = m_hub->url();
    m_hub.reset();
    m_user->setActive(true);
    QTRY_COMPARE(m_user->live().mode, LiveStatus::Mode::Offline);
    QCOMPARE(m_user->state(), State::Connecting);
    QVERIFY(!m_user->live().problem.isEmpty());
}

void TestHubSession::withoutRegistration()
{
    m_user->signIn();
    QCOMPARE(m_user->state(), State::WaitingBrowser);
    QTRY_COMPARE(m_user->state(), State::SignedOut);
    QCOMPARE(m_problems.size(), 1);
    QVERIFY(!m_problems.constFirst().isEmpty());
}

void TestHubSession::signOutForgets()
{
    m_user->useToken(FakeHub::token());
    QCOMPARE(m_keychain.entries.size(), 1);
    m_user->signOut();
    QCOMPARE(m_user->state(), State::SignedOut);
    QTRY_VERIFY(m_keychain.entries.isEmpty());
    QCOMPARE(await(m_user->list({}))->rows.size(), 0);
}

QTEST_GUILESS_MAIN(TestHubSession)
#include "tst_hubsession.moc"
