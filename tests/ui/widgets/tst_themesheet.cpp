// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/theme.h"
#include "ui/widgets/themesheet.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <QVBoxLayout>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_ThemeSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsSeenFollowsTheScheme();
    void whatIsHiddenFollowsWhenShown();
    void dialogsWearTheThemeOnce();

private:
    /// The colour a button has on its face, dark or light.
    static bool looksDark(QWidget *button)
    {
        const QImage image = button->grab().toImage();
        return image.pixelColor(8, image.height() / 2).lightness() < 128;
    }
};

void tst_ThemeSheet::init()
{
    applyTheme(*qApp, Scheme::Light);
}

void tst_ThemeSheet::whatIsSeenFollowsTheScheme()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    QList<QPushButton *> buttons;
    for (int i = 0; i < 3; ++i) {
        auto *part = new QWidget;
        auto *inside = new QVBoxLayout(part);
        buttons << new QPushButton;
        inside->addWidget(buttons.last());
        layout->addWidget(part);
        wearTheme(part);
    }
    window.show();
    for (QPushButton *button : std::as_const(buttons))
        QVERIFY(!looksDark(button));
    applyTheme(*qApp, Scheme::Dark);
    for (QPushButton *button : std::as_const(buttons))
        QTRY_VERIFY(looksDark(button));
    QTRY_VERIFY(window.updatesEnabled()); // else nothing is painted ever after
}

void tst_ThemeSheet::whatIsHiddenFollowsWhenShown()
{
    QStackedWidget window;
    auto *front = new QPushButton;
    auto *back = new QPushButton;
    for (QPushButton *part : {front, back}) {
        window.addWidget(part);
        wearTheme(part);
    }
    window.show();
    const QString light = back->styleSheet();
    applyTheme(*qApp, Scheme::Dark);
    QTRY_VERIFY(looksDark(front));
    QTRY_VERIFY(window.updatesEnabled());
    QCOMPARE(back->styleSheet(), light); // it costs time that nobody sees
    window.setCurrentWidget(back);
    QVERIFY(looksDark(back)); // at once: no flash of the old colours

    // There and back while hidden: as it was.
    applyTheme(*qApp, Scheme::Light);
    QTRY_VERIFY(!looksDark(back));
    window.setCurrentWidget(front);
    QVERIFY(!looksDark(front));
}

void tst_ThemeSheet::dialogsWearTheThemeOnce()
{
    QWidget window;
    auto *part = new QWidget(&window);
    wearTheme(part);
    QWidget ofWindow(&window, Qt::Dialog);
    QWidget ofPart(part, Qt::Dialog);
    for (QWidget *dialog : {&ofWindow, &ofPart})
        wearThemeAsWindow(dialog);
    QVERIFY(!ofWindow.styleSheet().isEmpty());
    QVERIFY(ofPart.styleSheet().isEmpty());
    QPushButton button(&ofPart);
    applyTheme(*qApp, Scheme::Dark);
    window.show();
    ofPart.show();
    QTRY_VERIFY(looksDark(&button));
}

QTEST_MAIN(tst_ThemeSheet)
#include "tst_themesheet.moc"
