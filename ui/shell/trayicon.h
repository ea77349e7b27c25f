// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSystemTrayIcon>

class QAction;
class QMenu;

namespace podium {

/// Podium beside the clock: its icon with the number of unread notifications, and a menu. Where the desktop shows no
/// such icons it is simply not there; it comes when the desktop does.
class TrayIcon : public QObject
{
    Q_OBJECT
public:
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;

    void setShown(bool shown);
    bool isThere() const; ///< shown, and on a desktop that shows it
    void setUnread(qint64 unread);
    void setSilent(bool silent);

    QIcon icon() const { return m_icon.icon(); }
    QMenu *menu() const { return m_menu; }

    /// The application's icon with a number on it; none for 0.
    static QIcon badged(qint64 unread);

Q_SIGNALS:
    void openWanted();
    void notificationsWanted();
    void silenceWanted(bool silent); ///< no messages on the desktop for an hour, or again
    void quitWanted();

private:
    QSystemTrayIcon m_icon;
    QMenu *m_menu;
    QAction *m_unreadAction;
    QAction *m_silent;
};

} // namespace podium
