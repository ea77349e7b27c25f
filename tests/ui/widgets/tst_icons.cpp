// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/icons.h"
#include "ui/widgets/themecolors.h"

#include <QApplication>
#include <QDir>
#include <QTest>

#include <cmath>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_Icons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allNamesExist_data();
    void allNamesExist();
    void followThePalette();
    void disabledIsDimmed();
    void crispAtHighDpi();
    void unknownNamesDoNoHarm();
    void textIsReadable_data();
    void textIsReadable();

private:
    static QColor inkOf(const QIcon &icon, QIcon::Mode mode = QIcon::Normal);
};

/// The strongest colour of the drawing.
QColor tst_Icons::inkOf(const QIcon &icon, QIcon::Mode mode)
{
    const QImage image = icon.pixmap(QSize(64, 64), mode).toImage().convertToFormat(QImage::Format_ARGB32);
    QColor ink;
    int alpha = -1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor pixel = image.pixelColor(x, y); pixel.alpha() > alpha) {
                ink = pixel;
                alpha = pixel.alpha();
            }
        }
    }
    return ink;
}

void tst_Icons::allNamesExist_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names =
        u"podium overview workflow instance job notification workspace cluster search refresh run abort retry skip "
        u"copy "
        "close back forward warning error info check clock link user sign-in sign-out settings palette filter expand "
        "collapse zoom-in zoom-out fit minimap export document json timer event callback operation switch parallel "
        "foreach inject sleep subflow add remove up down edit star offline"_s.split(u' ');
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void tst_Icons::allNamesExist()
{
    QFETCH(QString, name);
    QVERIFY(inkOf(themedIcon(name)).alpha() > 200);
}

void tst_Icons::followThePalette()
{
    const QIcon icon = themedIcon(u"check"_s);
    QApplication::setPalette(themePalette(false));
    const QColor light = inkOf(icon);
    QApplication::setPalette(themePalette(true));
    const QColor dark = inkOf(icon);
    QVERIFY(light.lightness() < 80);
    QVERIFY(dark.lightness() > 180);
    QCOMPARE(dark.rgb(), QApplication::palette().color(QPalette::ButtonText).rgb());
}

void tst_Icons::disabledIsDimmed()
{
    QApplication::setPalette(themePalette(false));
    const QIcon icon = themedIcon(u"check"_s);
    QVERIFY(inkOf(icon, QIcon::Disabled).lightness() > inkOf(icon).lightness() + 60);
}

void tst_Icons::crispAtHighDpi()
{
    const QPixmap pixmap = themedIcon(u"check"_s).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    QCOMPARE(iconPixmap(u"check"_s, 16, Qt::black, 1.5).size(), QSize(24, 24));
}

void tst_Icons::unknownNamesDoNoHarm()
{
    QVERIFY(!themedIcon(u"../../no such icon"_s).pixmap(16, 16).isNull());
}

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// WCAG 2 contrast ratio.
double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

} // namespace

void tst_Icons::textIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void tst_Icons::textIsReadable()
{
    QFETCH(bool, dark);
    const QPalette palette = themePalette(dark);
    const QColor base = palette.color(QPalette::Base);
    const QColor window = palette.color(QPalette::Window);
    for (const QColor &ground : {base, window}) {
        QVERIFY(contrast(palette.color(QPalette::Text), ground) >= 7);
        QVERIFY(contrast(mutedColor(palette), ground) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Link), ground) >= 4.5);
    }
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    for (const Tone tone : {Tone::Neutral, Tone::Info, Tone::Success, Tone::Warning, Tone::Danger}) {
        const QColor color = toneColor(tone, palette);
        QVERIFY2(contrast(color, base) >= 4.5, qPrintable(QString::number(int(tone))));
        QVERIFY2(contrast(color, toneFill(tone, palette)) >= 4.5, qPrintable(QString::number(int(tone))));
        QVERIFY(contrast(palette.color(QPalette::Text), toneFill(tone, palette)) >= 4.5);
    }
}

QTEST_MAIN(tst_Icons)
#include "tst_icons.moc"
