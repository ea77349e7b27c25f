// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/railbutton.h"

#include "ui/pages/notifications/notificationbell.h"

#include <QLocale>
#include <QPainter>

namespace podium {

RailButton::RailButton(const QString &name, QWidget *parent)
    : QToolButton(parent)
    , m_name(name)
{
    setBadge(0);
}

void RailButton::setBadge(qint64 number)
{
    m_badge = NotificationBell::badgeText(number);
    setAccessibleName(number > 0 ? tr("%1, %2 unread").arg(m_name, QLocale().toString(number)) : m_name);
    update();
}

void RailButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (m_badge.isEmpty())
        return;
    QPainter painter(this);
    const bool compact = toolButtonStyle() == Qt::ToolButtonIconOnly;
    const int top = compact ? 2 : (height() - painter.fontMetrics().height()) / 2 + 2;
    paintBadgeNumber(&painter, {width() - (compact ? 2 : 8), top}, palette(), font(), m_badge);
}

} // namespace podium
