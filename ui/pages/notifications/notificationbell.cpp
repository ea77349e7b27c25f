// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/notifications/notificationbell.h"

#include "ui/pages/notifications/notificationpanel.h"
#include "ui/widgets/icons.h"

#include <QFontInfo>
#include <QLocale>
#include <QPainter>

namespace podium {

using namespace Qt::StringLiterals;

void paintBadgeNumber(QPainter *painter, const QPoint &corner, const QPalette &palette, const QFont &font,
                      const QString &text)
{
    QFont small = strongFont(font);
    small.setPixelSize(qMax(9, qRound(QFontInfo(font).pixelSize() * 0.75)));
    const QFontMetrics metrics(small);
    const int height = metrics.height();
    const int width = qMax(height, metrics.horizontalAdvance(text) + space::s);
    const QRect ground(corner.x() - width, corner.y(), width, height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(toneColor(Tone::Danger, palette));
    painter->drawRoundedRect(ground, height / 2.0, height / 2.0);
    painter->setFont(small);
    painter->setPen(isDark(palette) ? QColor(Qt::black) : QColor(Qt::white)); // style sheets have a base of their own
    painter->drawText(ground, Qt::AlignCenter, text);
    painter->restore();
}

NotificationBell::NotificationBell(QWidget *parent)
    : QToolButton(parent)
{
    setIcon(themedIcon(u"notification"_s));
    setIconSize({20, 20});
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(u"NotificationBell"_s);
    connect(this, &QToolButton::clicked, this, &NotificationBell::openPanel);
    update();
}

void NotificationBell::setConsole(Console *console, Navigator *navigator, DisplaySettings *display)
{
    m_navigator = navigator;
    m_display = display;
    NotificationCentre *centre = console ? console->notifications : nullptr;
    if (m_console == console && m_centre == centre)
        return;
    delete m_panel;
    if (m_centre) // the environment may be gone
        m_centre->disconnect(this);
    m_console = console;
    m_centre = centre;
    if (centre)
        connect(centre, &NotificationCentre::unreadChanged, this, &NotificationBell::update);
    update();
}

void NotificationBell::update()
{
    const qint64 unread = m_centre ? m_centre->unread() : 0;
    m_badge = badgeText(unread);
    const QString name =
        unread > 0 ? tr("Notifications: %n unread", nullptr, static_cast<int>(qMin<qint64>(unread, 1'000'000)))
                   : tr("Notifications: all read");
    setAccessibleName(name);
    setToolTip(name);
    setVisible(m_centre);
    QToolButton::update();
}

NotificationPanel *NotificationBell::panel() const
{
    return m_panel;
}

QString NotificationBell::badgeText(qint64 unread)
{
    if (unread <= 0)
        return {};
    return unread > 99 ? u"99+"_s : QLocale().toString(unread);
}

void NotificationBell::openPanel()
{
    if (!m_centre || !m_navigator || !m_display)
        return;
    delete m_panel;
    m_panel = new NotificationPanel(*m_console, *m_navigator, *m_display, this);
    m_panel->setAttribute(Qt::WA_DeleteOnClose);
    const QPoint corner = mapToGlobal(rect().bottomRight());
    m_panel->move(corner.x() - m_panel->width(), corner.y() + space::xs);
    m_panel->show();
}

void NotificationBell::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (m_badge.isEmpty())
        return;
    QPainter painter(this);
    paintBadgeNumber(&painter, {width() - 1, 1}, palette(), font(), m_badge);
}

} // namespace podium
