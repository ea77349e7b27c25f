// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/page.h"

class QLabel;
class QPushButton;
class QSplitter;

namespace podium {

class Banner;
class BusyBar;
class NotificationActions;
class NotificationDetail;
class NotificationFilterBar;
class NotificationList;

/// Everything the user was told: by the hub, and by Podium itself. A location with the part "notification=KEY" points
/// at one of them.
class NotificationsPage : public Page
{
    Q_OBJECT
public:
    NotificationsPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    NotificationList *list() const { return m_list; }
    NotificationFilterBar *filters() const { return m_filters; }
    NotificationActions *actions() const { return m_actions; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHeader();
    void connectParts();
    void applyFilters();
    void setEmptyText();
    void updateCount();
    void selectWanted();

    QLabel *m_count;
    QPushButton *m_markAll;
    NotificationFilterBar *m_filters;
    BusyBar *m_busy;
    Banner *m_banner;
    NotificationList *m_list;
    NotificationActions *m_actions;
    NotificationDetail *m_detail;
    QSplitter *m_splitter;
    bool m_shown = false;
};

} // namespace podium
