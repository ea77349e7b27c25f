// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/trayicon.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestTrayIcon : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void badgeShowsTheNumber();
    void menuLeadsOn();
    void isNotThereWithoutATray();

private:
    static QImage image(qint64 unread) { return TrayIcon::badged(unread).pixmap(22).toImage(); }
};

void TestTrayIcon::badgeShowsTheNumber()
{
    QVERIFY(!image(0).isNull());
    QVERIFY(image(0) != image(1));
    QVERIFY(image(1) != image(7));
    QCOMPARE(image(100), image(50'000)); // 99+
}

void TestTrayIcon::menuLeadsOn()
{
    TrayIcon tray;
    tray.setUnread(3);
    QStringList texts;
    const QList<QAction *> actions = tray.menu()->actions();
    for (const QAction *action : actions)
        texts << action->text();
    texts.removeAll(QString());
    QCOMPARE(texts.join(u", "_s), u"Open Podium, Notifications (3), No messages for 1 hour, Quit"_s);
    const QSignalSpy opened(&tray, &TrayIcon::openWanted);
    const QSignalSpy silent(&tray, &TrayIcon::silenceWanted);
    actions.at(0)->trigger();
    actions.at(2)->trigger();
    actions.at(2)->trigger();
    QCOMPARE(opened.count(), 1);
    QCOMPARE(silent.value(0), QVariantList{true});
    QCOMPARE(silent.value(1), QVariantList{false});
    tray.setUnread(0);
    QCOMPARE(actions.at(1)->text(), u"Notifications"_s);
}

void TestTrayIcon::isNotThereWithoutATray()
{
    TrayIcon tray;
    tray.setShown(true);
    QCOMPARE(tray.isThere(), QSystemTrayIcon::isSystemTrayAvailable());
    tray.setShown(false);
    QVERIFY(!tray.isThere());
}

QTEST_MAIN(TestTrayIcon)
#include "tst_trayicon.moc"
