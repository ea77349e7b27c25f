// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/notifications/notificationlistmodel.h"
#include "ui/pages/page.h"
#include "ui/pages/parts/pagedlist.h"

namespace podium {

/// A live list of notifications; the page puts its filters and the reading pane around it.
class NotificationList : public PagedList
{
    Q_OBJECT
public:
    explicit NotificationList(const PageContext &context, QWidget *parent = nullptr);

    NotificationListModel *model() const { return m_model; }
    QList<Notification> selected() const; ///< those in memory
    const Notification *current() const;  ///< nullptr for none
    void restoreColumns(const QJsonObject &state);
    void select(const QString &key); ///< of NotificationListModel::keyOf(); nothing where it is not in memory

Q_SIGNALS:
    void selectionChanged(); ///< or what is selected has changed
    void opened(const podium::Notification &notification);
    void menuWanted(QMenu *menu);

protected:
    void rangeShown(int first, int last) override { m_model->showRange(first, last); }
    void watch(bool) override {}
    void tick() override {}
    void resizeEvent(QResizeEvent *event) override;

private:
    NotificationList(const PageContext &context, NotificationListModel *model, QWidget *parent);
    void makeColumns();

    const PageContext m_context;
    NotificationListModel *m_model;
    bool m_columnsAreSet = false;
};

} // namespace podium
