// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/dbusnotifier.h"
#include "tests/app/desktop/notificationdaemon.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// Messages over the real session bus to a server of notifications that remembers them.
class TestDBusNotifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_daemon.reset(); }
    void tellsAndIsPressed();
    void replacesWhatIsShown();
    void aFloodIsSentOneAfterTheOther();
    void markupIsEscapedWhereItWouldCount();
    void actionsOnlyWhereThereAreAny();
    void waitsForTheServer();
    void withoutAServer();
    void theServerGoesAndComesBack();
    void withoutABus();

private:
    void start(const QStringList &capabilities = {u"body"_s, u"actions"_s, u"body-markup"_s})
    {
        m_daemon = std::make_unique<NotificationDaemon>(capabilities);
        QVERIFY(m_daemon->isThere());
    }
    static DesktopMessage message(const QString &key, const QString &title = u"Order failed"_s)
    {
        DesktopMessage message;
        message.key = key;
        message.title = title;
        message.body = u"A-17"_s;
        message.actions = {{u"open"_s, u"Open"_s}, {u"retry"_s, u"Retry"_s}};
        return message;
    }

    std::unique_ptr<NotificationDaemon> m_daemon;
};

void TestDBusNotifier::tellsAndIsPressed()
{
    start();
    DBusNotifier notifier(QDBusConnection::sessionBus());
    const QSignalSpy activated(&notifier, &DesktopNotifier::activated);
    QTRY_VERIFY(notifier.isAvailable());
    DesktopMessage critical = message(u"a"_s);
    critical.severity = Notification::Severity::Critical;
    notifier.show(critical);
    QTRY_COMPARE(m_daemon->calls.size(), 1);
    const NotificationDaemon::Call call = m_daemon->calls.constFirst();
    QCOMPARE(call.title, u"Order failed"_s);
    QCOMPARE(call.urgency, 2);
    QCOMPARE(call.actions, (QStringList{u"default"_s, u"Open"_s, u"open"_s, u"Open"_s, u"retry"_s, u"Retry"_s}));
    QTest::qWait(50); // its id is on its way
    m_daemon->press(call.id, u"retry"_s);
    QTRY_COMPARE(activated.count(), 1);
    QCOMPARE(activated.value(0), (QVariantList{u"a"_s, u"retry"_s}));
    m_daemon->press(call.id, u"default"_s);
    QTRY_COMPARE(activated.value(1), (QVariantList{u"a"_s, u"open"_s}));
    m_daemon->press(call.id + 1000, u"default"_s); // another program's
    m_daemon->close(call.id);
    QTest::qWait(50);
    m_daemon->press(call.id, u"default"_s);
    QTest::qWait(50);
    QCOMPARE(activated.count(), 2);
}

void TestDBusNotifier::replacesWhatIsShown()
{
    start();
    DBusNotifier notifier(QDBusConnection::sessionBus());
    QTRY_VERIFY(notifier.isAvailable());
    notifier.show(message(u"a"_s, u"one"_s));
    QTRY_COMPARE(m_daemon->calls.size(), 1);
    QTest::qWait(50);
    notifier.show(message(u"a"_s, u"two"_s));
    notifier.show(message(u"b"_s, u"other"_s));
    QTRY_COMPARE(m_daemon->calls.size(), 3);
    QCOMPARE(m_daemon->calls.at(1).replaces, m_daemon->calls.at(0).id);
    QCOMPARE(m_daemon->calls.at(2).replaces, 0u);
    QTest::qWait(50);
    m_daemon->close(m_daemon->calls.at(0).id);
    QTest::qWait(50);
    notifier.show(message(u"a"_s, u"three"_s));
    QTRY_COMPARE(m_daemon->calls.size(), 4);
    QCOMPARE(m_daemon->calls.at(3).replaces, 0u);
    notifier.withdraw(u"b"_s);
    QTRY_COMPARE(m_daemon->closed, QList<uint>{m_daemon->calls.at(2).id});
}

void TestDBusNotifier::aFloodIsSentOneAfterTheOther()
{
    start();
    DBusNotifier notifier(QDBusConnection::sessionBus());
    QTRY_VERIFY(notifier.isAvailable());
    for (int i = 1; i <= 10'000; ++i)
        notifier.show(message(u"a"_s, QString::number(i)));
    QTRY_VERIFY(!m_daemon->calls.isEmpty() && m_daemon->calls.constLast().title == u"10000"_s);
    QVERIFY2(m_daemon->calls.size() <= 3, qPrintable(QString::number(m_daemon->calls.size())));
}

void TestDBusNotifier::markupIsEscapedWhereItWouldCount()
{
    start();
    DesktopMessage hostile = message(u"a"_s, u"<b>title</b>"_s);
    hostile.body = u"<a href=\"http://evil\">a & b</a>"_s;
    {
        DBusNotifier notifier(QDBusConnection::sessionBus());
        QTRY_VERIFY(notifier.isAvailable());
        notifier.show(hostile);
        QTRY_COMPARE(m_daemon->calls.size(), 1);
        QCOMPARE(m_daemon->calls.constFirst().body, u"&lt;a href=&quot;http://evil&quot;&gt;a &amp; b&lt;/a&gt;"_s);
        QCOMPARE(m_daemon->calls.constFirst().title, u"<b>title</b>"_s); // never markup
    }
    m_daemon.reset();
    start({u"body"_s});
    DBusNotifier notifier(QDBusConnection::sessionBus());
    QTRY_VERIFY(notifier.isAvailable());
    notifier.show(hostile);
    QTRY_COMPARE(m_daemon->calls.size(), 1);
    QCOMPARE(m_daemon->calls.constFirst().body, hostile.body);
}

void TestDBusNotifier::actionsOnlyWhereThereAreAny()
{
    start({u"body"_s});
    DBusNotifier notifier(QDBusConnection::sessionBus());
    notifier.show(message(u"a"_s));
    QTRY_COMPARE(m_daemon->calls.size(), 1);
    QVERIFY(m_daemon->calls.constFirst().actions.isEmpty());
}

void TestDBusNotifier::waitsForTheServer()
{
    start();
    DBusNotifier notifier(QDBusConnection::sessionBus());
    notifier.show(message(u"a"_s)); // before anything is known about the server
    QTRY_COMPARE(m_daemon->calls.size(), 1);
}

void TestDBusNotifier::withoutAServer()
{
    DBusNotifier notifier(QDBusConnection::sessionBus());
    notifier.show(message(u"a"_s));
    QTRY_VERIFY(!notifier.problem().isEmpty());
    QVERIFY(!notifier.isAvailable());
    notifier.show(message(u"b"_s));
    notifier.withdraw(u"b"_s);
    const QSignalSpy changed(&notifier, &DesktopNotifier::availabilityChanged);
    start();
    QTRY_COMPARE(changed.count(), 1);
    notifier.show(message(u"c"_s));
    QTRY_COMPARE(m_daemon->calls.size(), 1);
}

void TestDBusNotifier::theServerGoesAndComesBack()
{
    start();
    DBusNotifier notifier(QDBusConnection::sessionBus());
    QTRY_VERIFY(notifier.isAvailable());
    notifier.show(message(u"a"_s));
    QTRY_COMPARE(m_daemon->calls.size(), 1);
    m_daemon.reset();
    QTRY_VERIFY(!notifier.isAvailable());
    QVERIFY(notifier.problem().contains(u"went away"_s));
    start();
    QTRY_VERIFY(notifier.isAvailable());
    notifier.show(message(u"a"_s));
    QTRY_COMPARE(m_daemon->calls.size(), 1);
    QCOMPARE(m_daemon->calls.constFirst().replaces, 0u); // ids of the one before mean nothing
}

void TestDBusNotifier::withoutABus()
{
    DBusNotifier notifier(QDBusConnection::connectToBus(u"unix:path=/nonexistent/bus"_s, u"none"_s));
    QVERIFY(!notifier.isAvailable());
    QVERIFY(notifier.problem().contains(u"session bus"_s));
    notifier.show(message(u"a"_s));
}

QTEST_GUILESS_MAIN(TestDBusNotifier)
#include "tst_dbusnotifier.moc"
