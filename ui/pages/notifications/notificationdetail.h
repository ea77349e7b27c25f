// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/notification.h"
#include "models/services/console.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace podium {

class DisplaySettings;
class NotificationActions;
class StateBadge;

/// One notification in full, as plain text, with what can be done to it.
class NotificationDetail : public QWidget
{
    Q_OBJECT
public:
    NotificationDetail(Console &console, DisplaySettings &display, NotificationActions &actions,
                       QWidget *parent = nullptr);

    void showThese(const QList<Notification> &selected, const Notification *current);

private:
    QWidget *makeButtons();
    void update();
    void showOne(const Notification &one);

    Console &m_console;
    DisplaySettings &m_display;
    NotificationActions &m_actions;
    QList<Notification> m_selected;
    QString m_shown; ///< key of the one on screen: its text keeps its place while it is updated
    QLabel *m_hint;
    QWidget *m_content;
    StateBadge *m_severity;
    QLabel *m_title;
    QLabel *m_meta;
    QPlainTextEdit *m_text;
    QLabel *m_target;
    QPushButton *m_open;
    QPushButton *m_read;
    QPushButton *m_save;
};

} // namespace podium
