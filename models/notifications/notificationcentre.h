// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/notifications/notificationmerge.h"
#include "models/services/notificationservice.h"

#include <QTimer>

namespace podium {

/// All that a user of one environment is told, from every source as one: the hub's notifications and Podium's own.
/// Changes go back to the source they came from. A source that fails is left out as long as another one answers. UI
/// thread.
class NotificationCentre : public QObject
{
    Q_OBJECT
public:
    using Origin = Notification::Origin;

    explicit NotificationCentre(QObject *parent = nullptr);

    /// `source` outlives the centre. One for each origin.
    void addSource(NotificationService &source);
    QList<Origin> origins() const;

    /// From one origin, or all of them, newest first.
    Async<NotificationPage> list(const NotificationQuery &query, std::optional<Origin> from = {});
    Async<QStringList> topics(); ///< of all sources, each once, in the order of the language
    Async<Done> setRead(const QList<Notification> &notifications, bool read);
    Async<Done> setSaved(const QList<Notification> &notifications, bool saved);
    /// Everything unread that the query finds, whatever its offset and limit; the answer says how many it were. Reads
    /// and marks by the hundred: what was marked when it fails or is cancelled, stays so.
    Async<qint64> markAllRead(NotificationQuery query, std::optional<Origin> from = {});

    /// Of all sources, as they said last; 0 before the first answer. Asked for again whenever a source says that
    /// something changed: a flood of changes is one question.
    qint64 unread() const;
    void refreshUnread();

Q_SIGNALS:
    void added(const podium::Notification &notification);
    void changed();
    void unreadChanged(qint64 unread);

private:
    struct Source
    {
        NotificationService *service = nullptr;
        qint64 unread = 0;
        Pending counting;
    };
    using Parts = QList<NotificationPart>;

    QList<NotificationService *> chosen(std::optional<Origin> from) const;
    NotificationService *of(Origin origin) const;
    Async<Parts> parts(const QList<NotificationService *> &services, const QList<NotificationQuery> &queries);
    Async<NotificationPage> deep(const QList<NotificationService *> &services, const NotificationQuery &query,
                                 const Parts &heads);
    Async<Done> onEach(const QList<Notification> &notifications,
                       const std::function<Async<Done>(NotificationService &, const QStringList &)> &change);
    void count(Source &source);

    std::vector<std::unique_ptr<Source>> m_sources;
    QTimer m_countLater;
};

} // namespace podium
