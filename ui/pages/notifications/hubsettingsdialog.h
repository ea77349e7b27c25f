// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/notifications/hubservice.h"

#include <QDialog>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace podium {

class Banner;
class StateView;

/// Which of the hub's notifications the user gets, for each channel, sender and topic.
class HubSettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit HubSettingsDialog(HubService &hub, QWidget *parent = nullptr);

    QTreeWidget *tree() const { return m_tree; }
    NotificationSettings chosen() const; ///< as the boxes say

public Q_SLOTS:
    void accept() override; ///< saves, and closes once the hub has taken it

private:
    void read();
    void fill(const NotificationSettings &settings);
    void updateTopics(QTreeWidgetItem *sender);

    HubService &m_hub;
    NotificationSettings m_settings;
    QTreeWidget *m_tree;
    StateView *m_states;
    Banner *m_banner;
    QPushButton *m_save;
    Pending m_pending;
};

} // namespace podium
