// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/notification.h"

#include <QObject>

#include <optional>

namespace podium {

struct NotificationQuery
{
    std::optional<bool> read;
    std::optional<bool> saved;
    QString topic; ///< empty: any
    QString text;  ///< searched in title and description
    std::optional<Notification::Severity> atLeast;
    QDateTime createdAfter; ///< invalid: any
    int offset = 0;
    int limit = 100;

    bool operator==(const NotificationQuery &) const = default;
};

/// Whether a notification is one of those that a query asks for, wherever it starts.
bool matches(const Notification &notification, const NotificationQuery &query);

struct NotificationPage
{
    QList<Notification> rows; ///< newest first
    std::optional<qint64> total;
};

/// One source of notifications: the hub's backend, or what Podium itself has to tell. UI thread.
class NotificationService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual Notification::Origin origin() const = 0;
    virtual Async<NotificationPage> list(const NotificationQuery &query) = 0;
    /// Those that nobody has read.
    virtual Async<qint64> unreadCount() = 0;
    virtual Async<QStringList> topics() = 0;
    virtual Async<Done> setRead(const QStringList &ids, bool read) = 0;
    virtual Async<Done> setSaved(const QStringList &ids, bool saved) = 0;

Q_SIGNALS:
    void added(const podium::Notification &notification);
    /// Read or unread elsewhere or here, or more than one was added: ask again.
    void changed();
};

} // namespace podium
