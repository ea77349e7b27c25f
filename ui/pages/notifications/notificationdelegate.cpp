// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/notifications/notificationdelegate.h"

#include "models/items/itemroles.h"
#include "models/notifications/notificationlistmodel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/statebadge.h"

#include <QApplication>
#include <QPainter>

namespace podium {

using namespace Qt::StringLiterals;
using Model = NotificationListModel;

namespace {

constexpr int kDot = 8;

void paintBackground(QPainter *painter, QStyleOptionViewItem option)
{
    option.text.clear();
    option.icon = {};
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
}

void paintDot(QPainter *painter, const QPoint &center, const QPalette &palette)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(toneColor(Tone::Info, palette));
    painter->drawEllipse(QRectF(center.x() - kDot / 2.0, center.y() - kDot / 2.0, kDot, kDot));
    painter->restore();
}

QColor textColor(const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    return option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
}

void paintLine(QPainter *painter, const QRect &rect, const QFont &font, const QColor &color, const QString &text)
{
    painter->save();
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    painter->restore();
}

} // namespace

Tone toneOf(Notification::Severity severity)
{
    switch (severity) {
    case Notification::Severity::Critical:
        return Tone::Danger;
    case Notification::Severity::High:
        return Tone::Warning;
    case Notification::Severity::Normal:
        return Tone::Info;
    case Notification::Severity::Low:
        break;
    }
    return Tone::Neutral;
}

QString iconOf(Notification::Severity severity)
{
    switch (severity) {
    case Notification::Severity::Critical:
        return u"error"_s;
    case Notification::Severity::High:
        return u"warning"_s;
    case Notification::Severity::Normal:
    case Notification::Severity::Low:
        break;
    }
    return u"info"_s;
}

void NotificationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool own = index.column() == Model::SeverityColumn || index.column() == Model::TitleColumn ||
                     index.column() == Model::SavedColumn;
    if (!own || !index.data(LoadedRole).toBool())
        return InstanceDelegate::paint(painter, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintBackground(painter, cell);
    const QRect inner = option.rect.adjusted(space::s, 0, -space::s, 0);
    if (index.column() == Model::SeverityColumn) {
        const auto severity = static_cast<Notification::Severity>(index.data(Model::SeverityRole).toInt());
        paintBadge(painter, inner, option.palette, option.font, toneOf(severity), iconOf(severity), cell.text);
    } else if (index.column() == Model::SavedColumn) {
        const QRect star(inner.left(), inner.center().y() - 8, 16, 16);
        if (index.data(Model::SavedRole).toBool())
            paintIcon(painter, star, u"star"_s, toneColor(Tone::Warning, option.palette));
    } else {
        const bool unread = index.data(Model::UnreadRole).toBool();
        if (unread)
            paintDot(painter, {inner.left() + kDot / 2, inner.center().y()}, option.palette);
        paintLine(painter, inner.adjusted(kDot + space::s, 0, 0, 0), unread ? strongFont(option.font) : option.font,
                  textColor(cell), cell.text);
    }
}

void NotificationLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintBackground(painter, cell);
    if (!index.data(LoadedRole).toBool())
        return;
    const auto text = [&index](int column) { return index.siblingAtColumn(column).data().toString(); };
    const bool unread = index.data(Model::UnreadRole).toBool();
    const auto severity = static_cast<Notification::Severity>(index.data(Model::SeverityRole).toInt());
    QRect rest = option.rect.adjusted(space::m, space::s, -space::m, -space::s);
    paintIcon(painter, QRect(rest.left(), rest.top() + 2, 16, 16), iconOf(severity),
              toneColor(toneOf(severity), option.palette));
    rest.setLeft(rest.left() + 16 + space::s);
    if (unread)
        paintDot(painter, {rest.right() - kDot / 2, rest.top() + 10}, option.palette);
    rest.setRight(rest.right() - kDot - space::s);
    const int line = rest.height() / 2;
    paintLine(painter, {rest.left(), rest.top(), rest.width(), line}, unread ? strongFont(option.font) : option.font,
              textColor(cell), cell.text);
    const QString second = text(Model::SourceColumn) % u" · "_s % text(Model::TimeColumn);
    paintLine(painter, {rest.left(), rest.top() + line, rest.width(), line}, option.font,
              cell.state.testFlag(QStyle::State_Selected) ? textColor(cell) : mutedColor(option.palette), second);
}

QSize NotificationLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, 2 * option.fontMetrics.height() + 2 * space::s + space::xs};
}

} // namespace podium
