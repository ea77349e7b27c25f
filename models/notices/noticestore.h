// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/jsonfile.h"
#include "models/services/notificationservice.h"

#include <QTimer>

namespace podium {

class Clock;

/// What Podium itself has told about one environment: kept in one file, newest first, the oldest forgotten (of those
/// that are not saved, first). A file that cannot be read is set aside under another name, and problem() says so. UI
/// thread.
class NoticeStore : public NotificationService
{
    Q_OBJECT
public:
    static constexpr qsizetype kMost = 500;

    /// "" keeps them in memory only.
    NoticeStore(const QString &path, const QString &environmentName, const Clock &clock, QObject *parent = nullptr);
    ~NoticeStore() override;

    /// Adds it under a new id, which it answers. `group` (letters, digits, hyphens) says who tells: see groupOf().
    QString add(const QString &group, Notification notice);
    /// Tells more in place of one that is there and unread; false for others.
    bool grow(const QString &id, const Notification &notice);
    /// The group of a notification of any store; "" for those of other sources.
    static QString groupOf(const Notification &notice);

    const QList<Notification> &notices() const { return m_notices; } ///< newest first
    /// Why they are not kept or were not read, translated plain text; "" when all is well.
    QString problem() const { return m_problem; }

    Notification::Origin origin() const override { return Notification::Origin::Podium; }
    Async<NotificationPage> list(const NotificationQuery &query) override;
    Async<qint64> unreadCount() override;
    Async<QStringList> topics() override;
    Async<Done> setRead(const QStringList &ids, bool read) override;
    Async<Done> setSaved(const QStringList &ids, bool saved) override;

Q_SIGNALS:
    void grown(const podium::Notification &notice); ///< changed() follows

private:
    void read();
    void keepSoon();
    void keep();
    void forgetOldest();
    template <typename Change>
    Async<Done> changeEach(const QStringList &ids, Change change);

    JsonFile m_file;
    QString m_environment;
    const Clock &m_clock;
    QList<Notification> m_notices;
    QString m_problem;
    QTimer m_keepDelay;
};

} // namespace podium
