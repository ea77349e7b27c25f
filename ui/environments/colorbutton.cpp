// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/environments/colorbutton.h"

#include <QColorDialog>
#include <QMenu>
#include <QPainter>

namespace podium {

namespace {

struct NamedColor
{
    QRgb rgb;
    const char *name;
};
constexpr NamedColor kColors[] = {
    {0xff4263eb, QT_TRANSLATE_NOOP("ColorButton", "Blue")},   {0xff1098ad, QT_TRANSLATE_NOOP("ColorButton", "Teal")},
    {0xff2b8a3e, QT_TRANSLATE_NOOP("ColorButton", "Green")},  {0xfff08c00, QT_TRANSLATE_NOOP("ColorButton", "Orange")},
    {0xffc92a2a, QT_TRANSLATE_NOOP("ColorButton", "Red")},    {0xffc2255c, QT_TRANSLATE_NOOP("ColorButton", "Pink")},
    {0xff7048e8, QT_TRANSLATE_NOOP("ColorButton", "Violet")}, {0xff6c757d, QT_TRANSLATE_NOOP("ColorButton", "Grey")},
};

QString nameOf(const QColor &color)
{
    for (const NamedColor &known : kColors) {
        if (known.rgb == color.rgb())
            return ColorButton::tr(known.name);
    }
    return color.name();
}

} // namespace

ColorButton::ColorButton(QWidget *parent)
    : QPushButton(parent)
{
    setObjectName(QStringLiteral("ColorButton"));
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &ColorButton::fillMenu);
    fillMenu();
}

void ColorButton::setColor(const QColor &color)
{
    if (m_color == color || !color.isValid())
        return;
    m_color = color;
    setIcon(swatch(color));
    setText(u' ' % nameOf(color));
    setAccessibleName(tr("Colour: %1").arg(nameOf(color)));
    Q_EMIT colorChanged();
}

QIcon ColorButton::swatch(const QColor &color) const
{
    QPixmap pixmap(QSize(16, 16) * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(1, 1, 14, 14), 4, 4);
    painter.end();
    return pixmap;
}

void ColorButton::fillMenu()
{
    menu()->clear();
    for (const NamedColor &known : kColors) {
        const QColor color(known.rgb);
        menu()->addAction(swatch(color), nameOf(color), this, [this, color] { setColor(color); });
    }
    menu()->addSeparator();
    menu()->addAction(tr("Other…"), this, [this] {
        auto *dialog = new QColorDialog(m_color, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QColorDialog::colorSelected, this, &ColorButton::setColor);
        dialog->open();
    });
}

} // namespace podium
