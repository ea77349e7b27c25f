// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/notifications/notificationcentre.h"
#include "models/services/console.h"

#include <QPointer>
#include <QToolButton>

namespace podium {

class DisplaySettings;
class Navigator;
class NotificationPanel;

/// How many notifications are unread, always in sight; opens the latest ones below it.
class NotificationBell : public QToolButton
{
    Q_OBJECT
public:
    explicit NotificationBell(QWidget *parent = nullptr);

    /// nullptr for no environment, or while nobody is signed in: the bell is hidden then.
    void setConsole(Console *console, Navigator *navigator, DisplaySettings *display);
    void openPanel();
    NotificationPanel *panel() const; ///< nullptr while closed
    /// "12", "99+", "" for none.
    static QString badgeText(qint64 unread);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void update();

    Console *m_console = nullptr; ///< while m_centre is there
    QPointer<NotificationCentre> m_centre;
    Navigator *m_navigator = nullptr;
    DisplaySettings *m_display = nullptr;
    QPointer<NotificationPanel> m_panel;
    QString m_badge;
};

/// A number on a round ground, its right upper corner at `corner`.
void paintBadgeNumber(QPainter *painter, const QPoint &corner, const QPalette &palette, const QFont &font,
                      const QString &text);

} // namespace podium
