// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/page.h"

#include <QFrame>

class QLabel;
class QListView;
class QPushButton;

namespace podium {

class NotificationActions;
class NotificationListModel;
class StateView;

/// The latest notifications, in a popup below the bell.
class NotificationPanel : public QFrame
{
    Q_OBJECT
public:
    NotificationPanel(Console &console, Navigator &navigator, DisplaySettings &display, QWidget *parent = nullptr);

    QListView *view() const { return m_view; }

private:
    QWidget *makeFooter(Navigator &navigator);
    void openCurrent();
    void update();

    Console &m_console;
    Navigator &m_navigator;
    NotificationListModel *m_model;
    NotificationActions *m_actions;
    QListView *m_view;
    StateView *m_states;
    QPushButton *m_markAll;
};

} // namespace podium
