// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/notification.h"
#include "models/services/console.h"
#include "ui/pages/navigator.h"

#include <QObject>
#include <QPointer>

namespace podium {

class NotificationListModel;

/// What can be done to notifications, wherever they are listed. A change is shown at once and put back when the source
/// refuses it. It goes on when the list is closed.
class NotificationActions : public QObject
{
    Q_OBJECT
public:
    /// `window` lives no longer than the navigator.
    NotificationActions(Console &console, Navigator &navigator, NotificationListModel &model, QObject *window,
                        QObject *parent);

    /// Opens what it is about, and marks it as read: an instance or workflow here, a page after the address was shown.
    void open(const Notification &notification);
    bool canOpen(const Notification &notification) const;
    /// "Open the instance", "Open the page…"; "" where there is nothing to open.
    QString openText(const Notification &notification) const;
    /// The address that would be opened, or the instance; for people who want to see it before.
    QString targetText(const Notification &notification) const;
    void setRead(const QList<Notification> &notifications, bool read);
    void setSaved(const QList<Notification> &notifications, bool saved);
    /// All that the model's query finds.
    void markAllRead();

private:
    void follow(Async<Done> change);

    Console &m_console;
    Navigator &m_navigator;
    NotificationListModel &m_model;
    QPointer<QObject> m_window;
};

} // namespace podium
