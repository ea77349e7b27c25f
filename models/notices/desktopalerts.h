// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/notification.h"
#include "models/services/desktop.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <map>

namespace podium {

class AlertSettings;
class Clock;
class NotificationService;

/// Where notifications come from, and what is known about them there.
struct AlertSource
{
    QString environment; ///< its name
    bool isProduction = false;
    NotificationService *service = nullptr; ///< may go at any time
    std::function<bool(const Notification &)> isMuted = {};
    /// Whether it is about an instance that failed, which "retry" could go on with.
    std::function<bool(const Notification &)> isRetryable = {};
    bool isWatched = false; ///< its notifications are those of watch rules, and can be muted by these
};

/// Tells the desktop of notifications as they come, unless the user wants quiet: one message for each rule or sender,
/// which is replaced while it is shown, and one for all the rest when many come at once. Counts what is unread. UI
/// thread.
class DesktopAlerts : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostAtOnce = 4; ///< messages within kCalmMs; more become one
    static constexpr qint64 kCalmMs = 10'000;
    static constexpr qsizetype kMostTitle = 120; ///< characters
    static constexpr qsizetype kMostBody = 400;

    DesktopAlerts(AlertSettings &settings, DesktopNotifier &notifier, const Clock &clock, QObject *parent = nullptr);
    ~DesktopAlerts() override;

    void follow(const AlertSource &source);
    /// Of all sources.
    qint64 unread() const { return m_unread; }

Q_SIGNALS:
    void unreadChanged(qint64 unread);
    void openWanted(const QString &environment, const QString &target); ///< "" for the window itself
    void retryWanted(const QString &environment, const QString &instanceId);
    void muteWanted(const QString &environment, const QString &ruleId);

private:
    struct Shown
    {
        QString environment;
        Notification notification;
        QPointer<NotificationService> service;
        QDateTime at;
    };

    void take(const AlertSource &source, const Notification &notification);
    bool isQuiet(const Notification &notification) const;
    bool isCrowded(const QString &key);
    void showSummary(const Shown &newest);
    void onActivated(const QString &key, const QString &actionId);
    void countSoon();
    void count();

    AlertSettings &m_settings;
    DesktopNotifier &m_notifier;
    const Clock &m_clock;
    std::map<QObject *, AlertSource> m_sources;
    QHash<QString, Shown> m_shown; ///< by the key of the message
    int m_summed = 0;
    QTimer m_countDelay;
    std::map<QObject *, qint64> m_counts;
    std::map<QObject *, Pending> m_counting;
    qint64 m_unread = 0;
};

} // namespace podium
