// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notices/desktopalerts.h"
#include "models/notices/noticestore.h"
#include "tests/fakes/fakeconsole.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// When the desktop is told, with what, and what its buttons do.
class TestDesktopAlerts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void tellsAndOpens();
    void retryOnlyWhereItMayBe();
    void muteIsToldWithItsRule();
    void quietHours_data();
    void quietHours();
    void silentAndOff();
    void aFloodIsAFewMessages();
    void countsUnread();
    void goesWithItsSource();

private:
    void follow(bool isProduction = false)
    {
        AlertSource source;
        source.environment = u"Sandbox"_s;
        source.isProduction = isProduction;
        source.service = m_store.get();
        source.isMuted = [this](const Notification &) { return m_isMuted; };
        source.isRetryable = [](const Notification &notice) { return notice.target.startsWith(u"instance:"_s); };
        source.isWatched = true;
        m_alerts->follow(source);
    }
    void tell(const QString &rule, const QString &title = u"Order failed"_s,
              Notification::Severity severity = Notification::Severity::High)
    {
        Notification notice;
        notice.title = title;
        notice.description = u"A-17"_s;
        notice.severity = severity;
        notice.target = u"instance:4711"_s;
        m_store->add(rule, notice);
    }
    QStringList actions(const DesktopMessage &message) const
    {
        QStringList ids;
        for (const DesktopMessage::Action &action : message.actions)
            ids << action.id;
        return ids;
    }

    FakeClock m_clock;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<NoticeStore> m_store;
    std::unique_ptr<DesktopAlerts> m_alerts;
    bool m_isMuted = false;
};

void TestDesktopAlerts::init()
{
    m_clock = FakeClock();
    m_isMuted = false;
    m_desktop = std::make_unique<FakeDesktop>();
    m_store = std::make_unique<NoticeStore>(QString(), u"Sandbox"_s, m_clock);
    m_alerts = std::make_unique<DesktopAlerts>(m_desktop->settings, m_desktop->notifier, m_clock);
}

void TestDesktopAlerts::cleanup()
{
    m_alerts.reset();
    m_store.reset();
}

void TestDesktopAlerts::tellsAndOpens()
{
    follow();
    const QSignalSpy opened(m_alerts.get(), &DesktopAlerts::openWanted);
    tell(u"rule"_s);
    QCOMPARE(m_desktop->notifier.shown.size(), 1);
    const DesktopMessage message = m_desktop->notifier.shown.constFirst();
    QCOMPARE(message.title, u"Order failed"_s);
    QCOMPARE(message.body, u"A-17\nSandbox"_s);
    Q_EMIT m_desktop->notifier.activated(message.key, u"open"_s);
    QCOMPARE(opened.value(0), (QVariantList{u"Sandbox"_s, u"instance:4711"_s}));
    QVERIFY(m_store->notices().constFirst().read.isValid());
}

void TestDesktopAlerts::retryOnlyWhereItMayBe()
{
    follow();
    const QSignalSpy retried(m_alerts.get(), &DesktopAlerts::retryWanted);
    tell(u"rule"_s);
    QCOMPARE(actions(m_desktop->notifier.shown.constLast()), (QStringList{u"open"_s, u"retry"_s, u"mute"_s}));
    Q_EMIT m_desktop->notifier.activated(m_desktop->notifier.shown.constLast().key, u"retry"_s);
    QCOMPARE(retried.value(0), (QVariantList{u"Sandbox"_s, u"4711"_s}));
    // In production the window asks first.
    cleanup();
    init();
    follow(true);
    tell(u"rule"_s);
    QCOMPARE(actions(m_desktop->notifier.shown.constLast()), (QStringList{u"open"_s, u"mute"_s}));
}

void TestDesktopAlerts::muteIsToldWithItsRule()
{
    follow();
    const QSignalSpy muted(m_alerts.get(), &DesktopAlerts::muteWanted);
    tell(u"rule-7"_s);
    Q_EMIT m_desktop->notifier.activated(m_desktop->notifier.shown.constLast().key, u"mute"_s);
    QCOMPARE(muted.value(0), (QVariantList{u"Sandbox"_s, u"rule-7"_s}));
    m_isMuted = true;
    tell(u"rule-7"_s);
    QCOMPARE(m_desktop->notifier.shown.size(), 1);
    QCOMPARE(m_store->notices().size(), 2); // listed all the same
}

void TestDesktopAlerts::quietHours_data()
{
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("to");
    QTest::addColumn<QTime>("now");
    QTest::addColumn<bool>("quiet");
    QTest::newRow("night, before midnight") << QTime(22, 0) << QTime(7, 0) << QTime(23, 30) << true;
    QTest::newRow("night, after midnight") << QTime(22, 0) << QTime(7, 0) << QTime(6, 59) << true;
    QTest::newRow("night is over") << QTime(22, 0) << QTime(7, 0) << QTime(7, 0) << false;
    QTest::newRow("day") << QTime(12, 0) << QTime(13, 0) << QTime(12, 30) << true;
    QTest::newRow("no time at all") << QTime(12, 0) << QTime(12, 0) << QTime(12, 0) << false;
}

void TestDesktopAlerts::quietHours()
{
    QFETCH(QTime, from);
    QFETCH(QTime, to);
    QFETCH(QTime, now);
    QFETCH(bool, quiet);
    follow();
    AlertSettings::Values values;
    values.quiet = {true, from, to, true};
    QVERIFY(m_desktop->settings.setValues(values));
    m_clock.set(QDateTime(QDate(2026, 3, 2), now, Qt::LocalTime).toUTC());
    tell(u"a"_s);
    QCOMPARE(m_desktop->notifier.shown.isEmpty(), quiet);
    tell(u"b"_s, u"All is lost"_s, Notification::Severity::Critical);
    QCOMPARE(m_desktop->notifier.shown.size(), quiet ? 1 : 2);
    QCOMPARE(m_store->notices().size(), 2);
}

void TestDesktopAlerts::silentAndOff()
{
    follow();
    AlertSettings::Values values;
    values.silentUntil = m_clock.now().addSecs(60);
    QVERIFY(m_desktop->settings.setValues(values));
    tell(u"a"_s, u"x"_s, Notification::Severity::Critical);
    QVERIFY(m_desktop->notifier.shown.isEmpty());
    m_clock.advance(61'000);
    tell(u"a"_s);
    QCOMPARE(m_desktop->notifier.shown.size(), 1);
    values.onDesktop = false;
    QVERIFY(m_desktop->settings.setValues(values));
    tell(u"b"_s);
    QCOMPARE(m_desktop->notifier.shown.size(), 1);
}

void TestDesktopAlerts::aFloodIsAFewMessages()
{
    follow();
    for (int i = 0; i < 1000; ++i)
        tell(u"rule-"_s + QString::number(i % 100));
    QSet<QString> keys;
    for (const DesktopMessage &message : std::as_const(m_desktop->notifier.shown))
        keys.insert(message.key);
    QCOMPARE(keys.size(), DesktopAlerts::kMostAtOnce + 1);
    QVERIFY(m_desktop->notifier.shown.constLast().title.contains(u"notification(s)"_s) ||
            keys.contains(m_desktop->notifier.shown.constLast().key));
    m_clock.advance(DesktopAlerts::kCalmMs + 1);
    tell(u"later"_s);
    QCOMPARE(m_desktop->notifier.shown.constLast().title, u"Order failed"_s);
}

void TestDesktopAlerts::countsUnread()
{
    follow();
    const QSignalSpy unread(m_alerts.get(), &DesktopAlerts::unreadChanged);
    tell(u"a"_s);
    tell(u"b"_s);
    QTRY_COMPARE(m_alerts->unread(), 2);
    (void)m_store->setRead({m_store->notices().constFirst().id}, true);
    QTRY_COMPARE(m_alerts->unread(), 1);
}

void TestDesktopAlerts::goesWithItsSource()
{
    follow();
    tell(u"a"_s);
    QTRY_COMPARE(m_alerts->unread(), 1);
    m_store.reset();
    QTRY_COMPARE(m_alerts->unread(), 0);
    Q_EMIT m_desktop->notifier.activated(m_desktop->notifier.shown.constFirst().key, u"open"_s);
}

QTEST_GUILESS_MAIN(TestDesktopAlerts)
#include "tst_desktopalerts.moc"
