// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/statebadge.h"

#include "ui/widgets/icons.h"

#include <QApplication>
#include <QPainter>

namespace podium {

namespace {

constexpr int kIcon = 14;

QFont badgeFont(const QFont &font)
{
    QFont badge = font;
    badge.setPointSizeF(font.pointSizeF() * 0.92);
    badge.setWeight(QFont::Medium);
    return badge;
}

} // namespace

QSize badgeSize(const QFont &font, const QString &iconName, const QString &text)
{
    const QFontMetrics metrics(badgeFont(font));
    const int icon = iconName.isEmpty() ? 0 : kIcon + space::xs;
    return {2 * space::s + icon + metrics.horizontalAdvance(text) + 2, metrics.height() + space::xs};
}

void paintBadge(QPainter *painter, const QRect &rect, const QPalette &palette, const QFont &font, Tone tone,
                const QString &iconName, const QString &text)
{
    QSize size = badgeSize(font, iconName, text);
    size.setWidth(qMin(size.width(), rect.width()));
    QRect pill(QPoint(rect.x(), rect.y() + (rect.height() - size.height()) / 2), size);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(toneFill(tone, palette));
    painter->drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    const QColor color = toneColor(tone, palette);
    QRect inner = pill.adjusted(space::s, 0, -space::s, 0);
    if (!iconName.isEmpty()) {
        const QRect icon(inner.x(), inner.y() + (inner.height() - kIcon) / 2, kIcon, kIcon);
        paintIcon(painter, icon, iconName, color);
        inner.setLeft(icon.right() + 1 + space::xs);
    }
    painter->setFont(badgeFont(font));
    painter->setPen(color);
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, inner.width());
    painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    painter->restore();
}

StateBadge::StateBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateBadge::setState(InstanceState state)
{
    setBadge(toneOf(state), iconOf(state), displayName(state));
}

void StateBadge::setBadge(Tone tone, const QString &iconName, const QString &text)
{
    m_tone = tone;
    m_icon = iconName;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize StateBadge::sizeHint() const
{
    return badgeSize(font(), m_icon, m_text);
}

void StateBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(&painter, rect(), palette(), font(), m_tone, m_icon, m_text);
}

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant tone = index.data(BadgeToneRole);
    if (!tone.isValid())
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    QString text = index.data(BadgeTextRole).toString();
    if (text.isEmpty())
        text = cell.text;
    cell.text.clear();
    cell.icon = {};
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    paintBadge(painter, cell.rect.adjusted(space::s + 3, 0, -space::s, 0), cell.palette, cell.font, Tone(tone.toInt()),
               index.data(BadgeIconRole).toString(), text);
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!index.data(BadgeToneRole).isValid())
        return QStyledItemDelegate::sizeHint(option, index);
    QString text = index.data(BadgeTextRole).toString();
    if (text.isEmpty())
        text = index.data().toString();
    return badgeSize(option.font, index.data(BadgeIconRole).toString(), text) + QSize(2 * space::s, space::s);
}

} // namespace podium
