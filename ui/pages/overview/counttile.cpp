// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/counttile.h"

#include "ui/widgets/icons.h"

#include <QPainter>

namespace podium {

namespace {
constexpr int kIcon = 18;
}

CountTile::CountTile(const QString &name, const QString &iconName, Tone tone, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(iconName)
    , m_tone(tone)
{
    setText(name);
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CountTile::setValue(const QString &value, bool loud)
{
    m_value = value;
    m_loud = loud;
    setAccessibleName(value.isEmpty() ? text() : tr("%1: %2").arg(text(), value));
    update();
}

QFont CountTile::numberFont() const
{
    QFont number = font();
    number.setPointSizeF(font().pointSizeF() * 1.9);
    number.setWeight(QFont::DemiBold);
    return number;
}

QSize CountTile::sizeHint() const
{
    return {150, QFontMetrics(numberFont()).height() + fontMetrics().height() + 2 * space::m + space::xs};
}

QSize CountTile::minimumSizeHint() const
{
    return {qMax(96, fontMetrics().horizontalAdvance(text()) + space::l + space::m + 1), sizeHint().height()};
}

void CountTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool hot = underMouse() || isDown();
    painter.setPen(QPen(hasFocus() ? palette().color(QPalette::Highlight) : lineColor(palette()), hasFocus() ? 2 : 1));
    painter.setBrush(m_loud ? toneFill(m_tone, palette()) : palette().color(QPalette::Base));
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    if (hot) {
        QColor veil = palette().color(QPalette::Text);
        veil.setAlphaF(isDown() ? 0.08f : 0.04f);
        painter.setPen(Qt::NoPen);
        painter.setBrush(veil);
        painter.drawRoundedRect(card, 8, 8);
    }
    const QRect inner = rect().adjusted(space::l, space::m, -space::m, -space::m);
    const QColor strong = m_loud ? toneColor(m_tone, palette()) : palette().color(QPalette::Text);
    painter.setPen(m_value.isEmpty() ? mutedColor(palette()) : strong);
    painter.setFont(numberFont());
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                     m_value.isEmpty() ? QStringLiteral("–") : m_value);
    painter.setFont(font());
    painter.setPen(m_loud ? strong : mutedColor(palette()));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, inner.width()));
    const QRect icon(inner.right() - kIcon + 1, inner.top() + space::xs, kIcon, kIcon);
    paintIcon(&painter, icon, m_icon, toneColor(m_loud ? m_tone : Tone::Neutral, palette()));
}

void CountTile::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void CountTile::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace podium
