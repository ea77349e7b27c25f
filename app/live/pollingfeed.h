// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/live/pace.h"
#include "app/live/pushsource.h"
#include "models/core/clock.h"
#include "models/services/livefeed.h"

#include <QElapsedTimer>
#include <QTimer>

#include <map>
#include <memory>

namespace podium {

class CountPoll;
class InstancePoll;
class InstanceService;
class JobPoll;
class JobService;
class ListPoll;
class Poll;
class Tracer;

/// Live data by asking again: the whole of it for servers that do not push, and for those that do what they do not
/// tell, and to be sure. Open instances every second while they move, lists by watermark (see ListPoll), both slower
/// while nothing changes and while the window is in the background.
///
/// While the server cannot be reached only one question is on its way at a time, after 1, 2, 4… 30 s, and the status is
/// Offline; the first answer brings everything else up to date. The same happens after the computer slept.
/// Without a valid token nothing is asked until setSignedIn(true) or refreshNow().
class PollingFeed : public LiveFeed
{
    Q_OBJECT
public:
    /// References outlive the feed.
    PollingFeed(InstanceService &instances, JobService &jobs, const Clock &clock, Tracer &tracer,
                QObject *parent = nullptr);
    PollingFeed(InstanceService &instances, JobService &jobs, const Clock &clock, Tracer &tracer,
                const PollingOptions &options, QObject *parent = nullptr);
    ~PollingFeed() override;

    LiveStatus status() const override { return m_status; }
    void watchInstance(const QString &id) override;
    void unwatchInstance(const QString &id) override;
    void watchList() override;
    void unwatchList() override;
    void watchRows(const QObject *list, const QStringList &ids) override;
    void watchJobs() override;
    void unwatchJobs() override;
    void watchCounts(const QList<InstanceQuery> &queries) override;
    void watchCountsOf(const QObject *watcher, const QList<InstanceQuery> &queries) override;
    void setForeground(bool foreground) override;
    void setAlert(bool alert) override;
    void refreshNow() override;

    /// What the server tells by itself from now on: lists of it are asked for calmly.
    void setPushed(PushSource::Kinds kinds);
    void takePushed(const QList<WorkflowInstance> &rows);
    void takePushed(const QList<Job> &jobs);
    /// Something that the server told was lost.
    void readAgain();
    /// The network is another one: what is on its way will not be answered.
    void catchUp();
    bool watchesInstances() const;
    bool watchesJobs() const;

Q_SIGNALS:
    void slept();      ///< the computer did, and what was missed is asked for
    void cameBack();   ///< the first answer after an outage
    void distrusted(); ///< changes are found that the server should have told

public Q_SLOTS:
    /// false stops asking; true goes on, also after the server refused the token. Signed in from the start.
    void setSignedIn(bool signedIn);

private:
    void connectPoll(Poll &poll);
    void forgetRows(const QObject *list);
    void forgetCountsOf(const QObject *watcher);
    void wake(Poll &poll);
    void tick();
    void noticeSleep();
    void askDue();
    void onAnswered(Poll &poll, bool changed);
    void onFailed(Poll &poll, const Error &error);
    void schedule(Poll &poll);
    void askAllNow();
    void arm();
    void updateStatus();
    void tellInstance(const WorkflowInstance &instance);
    void tellRows(const QList<WorkflowInstance> &rows);
    void nudge(const QString &id);
    qint64 earliest(const Poll &poll) const;
    void onListAnswered(bool changed);
    QList<Poll *> polls() const;
    bool isSeen(const Poll &poll) const;
    bool isPaused() const { return !m_signedIn || m_refused; }
    double random() const;

    InstanceService &m_instances;
    const Clock &m_clock;
    Tracer &m_tracer;
    PollingOptions m_options;
    std::map<QString, std::unique_ptr<InstancePoll>> m_instancePolls;
    std::unique_ptr<ListPoll> m_list;
    std::unique_ptr<JobPoll> m_jobs;
    std::unique_ptr<CountPoll> m_counts;
    std::map<const QObject *, std::unique_ptr<CountPoll>> m_countsOf;
    QTimer m_timer;
    QElapsedTimer m_sinceStart; // feed time: stands still while the computer sleeps, and nobody can set it
    QDateTime m_wallAtTick;
    qint64 m_feedTimeAtTick = 0;
    bool m_foreground = true;
    bool m_alert = false;
    bool m_signedIn = true;
    bool m_refused = false;   // the server did not take the token
    int m_outages = 0;        // questions in a row that did not reach the server
    qint64 m_retryAt = 0;     // feed time, during an outage
    qint64 m_answeredAt = -1; // feed time of the last answer to anything
    QString m_problem;
    LiveStatus m_status;
    PushSource::Kinds m_pushed;
    bool m_isToldOf = false; // the server told something since the last list was read
    int m_untold = 0;        // lists in a row that had what it did not tell
};

} // namespace podium
