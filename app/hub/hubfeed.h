// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/hub/hubapi.h"
#include "app/hub/signalsocket.h"
#include "app/live/pace.h"

#include <QHash>

namespace podium {

class Clock;

/// What is new at the hub: told by its signals where it has them, else found by asking. Each way is caught up with
/// after the other was lost, by a watermark on the hub's own times, so that nothing is missed; and nothing is told
/// twice. A flood of signals is one question. UI thread.
class HubFeed : public QObject
{
    Q_OBJECT
public:
    /// References outlive the feed.
    HubFeed(HubApi &api, SignalSocket &signals_, const Clock &clock, QObject *parent = nullptr);
    static PollingOptions defaultOptions(); ///< calmer than for instances: nobody waits for the next step here
    void setOptions(const PollingOptions &options);

    LiveStatus status() const { return m_status; }
    void setActive(bool active); ///< signed in
    void setForeground(bool foreground);
    void refreshNow();
    void setProblem(const Error &error); ///< of a sign-in that does not get through

Q_SIGNALS:
    void arrived(const podium::Notification &notification); ///< new, or told again by its scope
    void changed(); ///< read or unread elsewhere, or too many to tell one by one
    void statusChanged(const podium::LiveStatus &status);

private:
    void catchUp();
    void takeCounts(const Result<HubCounts> &counts);
    void takeNewest(const Result<NotificationPage> &page);
    void takeSignal(const HubSignal &signal);
    void askSignalled();
    bool note(const Notification &notification);
    void fail(const Error &error);
    void schedule();
    void setMode();

    HubApi &m_api;
    SignalSocket &m_signals;
    const Clock &m_clock;
    PollingOptions m_options;
    Pace m_pace;
    LiveStatus m_status;
    QTimer m_next;
    QTimer m_gather;
    QStringList m_signalled;
    bool m_changedElsewhere = false;
    std::vector<Pending> m_reading; ///< signalled ones
    Pending m_counting;
    Pending m_listing;
    std::optional<HubCounts> m_counts;
    QDateTime m_watermark;            ///< newest time of the hub that was seen; invalid before the first answer
    QHash<QString, QDateTime> m_seen; ///< by id, as far back as the next answer can reach
    bool m_isActive = false;
    bool m_foreground = true;
    bool m_news = false;
};

} // namespace podium
