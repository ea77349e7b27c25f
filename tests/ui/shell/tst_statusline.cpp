// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "ui/shell/statusline.h"

#include <QMenu>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_StatusLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void liveTexts_data();
    void liveTexts();
    void saysWhichWayIsInUse();
    void clickRefreshes();
    void workShowsProgress();
    void workIsHeldFromTheMenu();
    void messagesPass();
};

void tst_StatusLine::liveTexts_data()
{
    QTest::addColumn<LiveStatus>("status");
    QTest::addColumn<QString>("text");
    const QDateTime answer(QDate(2026, 1, 10), QTime(8, 41), Qt::UTC);
    using Mode = LiveStatus::Mode;
    QTest::newRow("pushed") << LiveStatus{Mode::Pushed, 30000, answer, {}, {}} << u"Live"_s;
    QTest::newRow("polling") << LiveStatus{Mode::Polling, 2000, answer, {}, {}} << u"Polling every 2 s"_s;
    QTest::newRow("polling fast") << LiveStatus{Mode::Polling, 1500, answer, {}, {}} << u"Polling every 1.5 s"_s;
    QTest::newRow("offline") << LiveStatus{Mode::Offline, 0, answer, {}, {}} << u"Offline, data of 09:41:00"_s;
    QTest::newRow("offline from the start") << LiveStatus{Mode::Offline, 0, {}, {}, {}} << u"Offline, no data yet"_s;
    QTest::newRow("idle") << LiveStatus{} << u"Not watching"_s;
}

void tst_StatusLine::liveTexts()
{
    QFETCH(LiveStatus, status);
    // The tests run in Europe/Berlin.
    QTEST(liveText(status, TimeStyle::Local, QDateTime(QDate(2026, 1, 10), QTime(9, 0), Qt::UTC)), "text");
}

void tst_StatusLine::saysWhichWayIsInUse()
{
    StatusLine line;
    line.show();
    auto *button = line.findChild<QToolButton *>();
    line.setLive({LiveStatus::Mode::Pushed, 30'000, {}, {}, {}}, u"Live"_s);
    QVERIFY(button->toolTip().contains(u"tells changes by itself"_s));
    QVERIFY(button->toolTip().contains(u"every 30 s"_s));
    line.setLive({LiveStatus::Mode::Polling, 2000, {}, {}, u"The server does not tell changes by itself."_s},
                 u"Polling every 2 s"_s);
    QVERIFY(button->toolTip().contains(u"does not tell changes by itself"_s));
    QVERIFY(button->accessibleDescription().contains(u"does not tell changes by itself"_s));
    line.setLive({LiveStatus::Mode::Polling, 2000, {}, {}, {}}, u"Polling every 2 s"_s);
    QVERIFY(button->accessibleDescription().isEmpty());
}

void tst_StatusLine::clickRefreshes()
{
    StatusLine line;
    QSignalSpy wanted(&line, &StatusLine::refreshWanted);
    line.setLive({LiveStatus::Mode::Offline, 0, {}, u"<b>host</b> refused"_s, {}}, u"Offline"_s);
    line.show();
    auto *button = line.findChild<QToolButton *>();
    QCOMPARE(button->text().trimmed(), u"Offline"_s);
    QVERIFY(!button->toolTip().contains(u"<b>"_s));
    button->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(unnamedControls(&line), QStringList());
    line.setLive({}, {});
    QVERIFY(!button->isVisible());
}

void tst_StatusLine::workShowsProgress()
{
    StatusLine line;
    line.show();
    auto *progress = line.findChild<QProgressBar *>();
    QVERIFY(!progress->isVisible());
    const int id = line.work().begin(u"Reading"_s);
    QTRY_VERIFY(progress->isVisible());
    line.work().setProgress(id, 5, 20);
    QCOMPARE(progress->maximum(), 20);
    QCOMPARE(progress->value(), 5);
    line.work().end(id);
    QVERIFY(!progress->isVisible());
}

void tst_StatusLine::workIsHeldFromTheMenu()
{
    StatusLine line;
    line.show();
    const int id = line.work().begin(u"Retry 40 instances"_s);
    const auto menuTexts = [&line] {
        QStringList texts;
        for (QToolButton *button : line.findChildren<QToolButton *>()) {
            if (button->toolTip() == "Background work"_L1)
                button->click();
        }
        for (QMenu *menu : line.findChildren<QMenu *>()) {
            for (const QAction *action : menu->actions())
                texts << action->text();
            delete menu;
        }
        return texts;
    };
    QCOMPARE(menuTexts(), QStringList{u"Cancel: Retry 40 instances"_s}); // not all work can be held
    line.work().setPausable(id, [&line, id] { line.work().setPaused(id, true); });
    QVERIFY(menuTexts().contains(u"Pause: Retry 40 instances"_s));
    line.work().togglePause(0);
    QVERIFY(menuTexts().contains(u"Resume: Retry 40 instances"_s));
    const QList<QToolButton *> buttons = line.findChildren<QToolButton *>();
    QTRY_VERIFY(std::any_of(buttons.cbegin(), buttons.cend(),
                            [](const QToolButton *each) { return each->text() == "Paused: Retry 40 instances"_L1; }));
}

void tst_StatusLine::messagesPass()
{
    StatusLine line;
    line.showMessage(u"Retry accepted"_s);
    QCOMPARE(line.message(), u"Retry accepted"_s);
    line.showMessage(u"Copied"_s);
    QCOMPARE(line.message(), u"Copied"_s);
}

QTEST_MAIN(tst_StatusLine)
#include "tst_statusline.moc"
