// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/notifications/hubservice.h"
#include "models/notifications/notificationmerge.h"
#include "tests/fakes/fakereplies.h"

#include <algorithm>

namespace podium {

/// Notifications in memory, as a source has them.
class FakeNotifications : public HubService
{
    Q_OBJECT
public:
    explicit FakeNotifications(Notification::Origin origin = Notification::Origin::Hub)
        : m_origin(origin)
    {
    }

    /// The `number`th, a minute older than the one before; every third is read.
    Notification make(int number) const
    {
        static const QDateTime kNewest(QDate(2026, 3, 2), QTime(14, 0), Qt::UTC);
        Notification row;
        row.id = QStringLiteral("n%1").arg(number, 6, 10, QLatin1Char('0'));
        row.origin = m_origin;
        row.title = QStringLiteral("Title %1").arg(number);
        row.description = QStringLiteral("What happened, number %1").arg(number);
        row.topic = number % 2 ? QStringLiteral("Storage") : QStringLiteral("Handover");
        row.source = QStringLiteral("plugin:orchestrator");
        row.severity = static_cast<Notification::Severity>(number % 4);
        row.created = kNewest.addSecs(-60 * number);
        if (number % 3 == 0)
            row.read = row.created.addSecs(5);
        return row;
    }
    void fill(int count)
    {
        rows.clear();
        for (int i = 0; i < count; ++i)
            rows << make(i);
    }
    /// A new one arrives.
    void add(const Notification &notification)
    {
        const auto place = std::find_if(rows.begin(), rows.end(),
                                        [&](const Notification &row) { return row.created <= notification.created; });
        rows.insert(place, notification);
        Q_EMIT added(notification);
    }

    Notification::Origin origin() const override { return m_origin; }
    Async<NotificationPage> list(const NotificationQuery &query) override
    {
        lastQuery = query;
        mostRead = qMax(mostRead, query.limit);
        QList<Notification> found;
        for (const Notification &row : std::as_const(rows)) {
            if (matches(row, query))
                found << row;
        }
        return lists.reply<NotificationPage>(NotificationPage{found.mid(query.offset, query.limit), found.size()});
    }
    Async<qint64> unreadCount() override
    {
        const auto unread = [](const Notification &row) { return !row.read.isValid(); };
        return counts.reply<qint64>(qint64(std::count_if(rows.cbegin(), rows.cend(), unread)));
    }
    Async<QStringList> topics() override
    {
        QStringList all;
        for (const Notification &row : std::as_const(rows))
            all << row.topic;
        all.removeDuplicates();
        return ready<QStringList>(all);
    }
    Async<Done> setRead(const QStringList &ids, bool read) override
    {
        return change(ids, [read](Notification &row) { row.read = read ? row.created.addSecs(9) : QDateTime(); });
    }
    Async<Done> setSaved(const QStringList &ids, bool saved) override
    {
        return change(ids, [saved](Notification &row) { row.saved = saved ? row.created.addSecs(9) : QDateTime(); });
    }

    State state() const override { return m_state; }
    QString user() const override { return QStringLiteral("user:default/olivia"); }
    TokenStorage storage() const override { return {true, {}}; }
    QUrl signInUrl() const override { return QUrl(QStringLiteral("http://127.0.0.1/authorize")); }
    LiveStatus live() const override { return m_live; }
    void signIn() override { setState(State::WaitingBrowser); }
    void cancelSignIn() override { setState(State::SignedOut); }
    void useToken(const QString &token) override { tokens << token; }
    void signOut() override { setState(State::SignedOut); }
    void reconnect() override { ++reconnects; }
    Async<NotificationSettings> settings() override { return settingsReplies.reply<NotificationSettings>(chosen); }
    Async<NotificationSettings> saveSettings(const NotificationSettings &settings) override
    {
        if (!settingsReplies.error)
            chosen = settings;
        return settingsReplies.reply<NotificationSettings>(chosen);
    }
    void setForeground(bool) override {}

    void setState(State state)
    {
        m_state = state;
        Q_EMIT stateChanged(state);
    }
    void setLive(const LiveStatus &live)
    {
        m_live = live;
        Q_EMIT liveChanged(live);
    }

    QList<Notification> rows; ///< newest first
    NotificationQuery lastQuery;
    int mostRead = 0; ///< the largest page that was asked for
    FakeReplies lists;
    FakeReplies counts;
    FakeReplies changes;
    FakeReplies settingsReplies;
    NotificationSettings chosen;
    QStringList tokens;
    int reconnects = 0;

private:
    Async<Done> change(const QStringList &ids, const std::function<void(Notification &)> &run)
    {
        if (!changes.error) {
            for (Notification &row : rows) {
                if (ids.contains(row.id))
                    run(row);
            }
            Q_EMIT changed();
        }
        return changes.reply<Done>(Done{});
    }

    const Notification::Origin m_origin;
    State m_state = State::SignedIn;
    LiveStatus m_live{LiveStatus::Mode::Pushed, 0, {}, {}};
};

} // namespace podium
