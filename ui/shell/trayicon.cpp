// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/trayicon.h"

#include "ui/widgets/icons.h"

#include <QApplication>
#include <QMenu>
#include <QPainter>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostShown = 99;
constexpr int kSizes[] = {16, 22, 24, 32, 48, 64};
} // namespace

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent)
    , m_menu(new QMenu)
{
    m_menu->addAction(themedIcon(u"browser"_s), tr("Open Podium"), this, &TrayIcon::openWanted);
    m_unreadAction =
        m_menu->addAction(themedIcon(u"notification"_s), tr("Notifications"), this, &TrayIcon::notificationsWanted);
    m_silent = m_menu->addAction(themedIcon(u"sleep"_s), tr("No messages for 1 hour"));
    m_silent->setCheckable(true);
    m_menu->addSeparator();
    m_menu->addAction(themedIcon(u"close"_s), tr("Quit"), this, &TrayIcon::quitWanted);
    connect(m_silent, &QAction::triggered, this, &TrayIcon::silenceWanted);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT openWanted();
    });
    m_icon.setContextMenu(m_menu);
    setUnread(0);
}

TrayIcon::~TrayIcon()
{
    m_icon.hide();
    delete m_menu;
}

void TrayIcon::setShown(bool shown)
{
    m_icon.setVisible(shown);
}

bool TrayIcon::isThere() const
{
    return m_icon.isVisible() && QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::setUnread(qint64 unread)
{
    m_icon.setIcon(badged(unread));
    const auto n = static_cast<int>(qMin<qint64>(unread, 1'000'000'000));
    m_icon.setToolTip(unread > 0 ? tr("Podium: %n unread notification(s)", nullptr, n) : tr("Podium"));
    m_unreadAction->setText(unread > 0 ? tr("Notifications (%1)").arg(unread) : tr("Notifications"));
}

void TrayIcon::setSilent(bool silent)
{
    m_silent->setChecked(silent);
}

QIcon TrayIcon::badged(qint64 unread)
{
    const QIcon plain = applicationIcon();
    if (unread <= 0)
        return plain;
    const QString text = unread > kMostShown ? u"99+"_s : QString::number(unread);
    QIcon icon;
    for (const int size : kSizes) {
        QPixmap pixmap = plain.pixmap(size);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        QFont font = QApplication::font();
        font.setBold(true);
        font.setPixelSize(qMax(8, size / 2 - (text.size() > 2 ? size / 8 : 0)));
        const int height = qMax(9, size * 9 / 16);
        const int width = qMin(size, qMax(height, QFontMetrics(font).horizontalAdvance(text) + height / 3));
        const QRect badge(size - width, size - height, width, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0xc9, 0x2a, 0x2a));
        painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
        painter.setFont(font);
        painter.setPen(Qt::white);
        painter.drawText(badge, Qt::AlignCenter, text);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace podium
