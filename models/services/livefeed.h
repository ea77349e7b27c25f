// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"
#include "models/domain/job.h"
#include "models/domain/workflowinstance.h"
#include "models/services/instanceservice.h"

#include <QObject>

#include <optional>

namespace podium {

/// How fresh the data on screen is.
struct LiveStatus
{
    enum class Mode {
        Idle,    ///< nothing is watched, or not signed in
        Polling, ///< asking every `intervalMs`
        Pushed,  ///< the server tells by itself; asked every `intervalMs` all the same, to be sure
        Offline, ///< no answer since `lastAnswer`
    } mode = Mode::Idle;
    int intervalMs = 0;
    QDateTime lastAnswer; ///< UTC; invalid before the first
    QString problem;      ///< translated, for Offline
    QString reason = {};  ///< translated: why it is Polling and not Pushed; "" where that is not known yet
    bool operator==(const LiveStatus &) const = default;
};

/// Keeps what is on screen up to date: the only component that asks again by itself. UI thread.
class LiveFeed : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual LiveStatus status() const = 0;

    /// Counted: each watch needs its unwatch. A watched instance is re-read every second while it moves.
    virtual void watchInstance(const QString &id) = 0;
    virtual void unwatchInstance(const QString &id) = 0;
    /// Counted: while any list is on screen, new and changed rows are asked for by watermark.
    virtual void watchList() = 0;
    virtual void unwatchList() = 0;
    /// The open (not final) instances that `list` has on screen, all of them each time it changes: they are re-read
    /// while lists are watched, because an instance that fails does not move the watermark. Forgotten when `list` is
    /// destroyed.
    virtual void watchRows(const QObject *list, const QStringList &ids) = 0;
    /// Counted: while a list of jobs is on screen, new and changed ones are asked for by watermark.
    virtual void watchJobs() = 0;
    virtual void unwatchJobs() = 0;
    /// Counts the matches of these queries, all of them each time they change: calmly, and not at all while nobody sees
    /// the window. Empty for none. One watcher.
    virtual void watchCounts(const QList<InstanceQuery> &queries) = 0;
    /// The same for any number of watchers, told by countsOfChanged(), and also while nobody sees the window: for what
    /// is to be noticed there. Forgotten when `watcher` is destroyed.
    virtual void watchCountsOf(const QObject *watcher, const QList<InstanceQuery> &queries) = 0;
    /// Slower while the window is hidden or in the background.
    virtual void setForeground(bool foreground) = 0;
    /// Somebody is to be told of changes in the list although nobody sees the window: it is asked for as if somebody
    /// did, as long as it is watched.
    virtual void setAlert(bool alert) = 0;
    /// Asks at once (after an action, or because the user said so).
    virtual void refreshNow() = 0;

Q_SIGNALS:
    void instanceChanged(const podium::WorkflowInstance &instance);     ///< detailed; only when something changed
    void instancesChanged(const QList<podium::WorkflowInstance> &rows); ///< new or changed, not detailed
    void jobsChanged(const QList<podium::Job> &jobs);                   ///< new or changed
    /// One for each query of watchCounts(); nothing where the server cannot count it. Only when one changed.
    void countsChanged(const QList<std::optional<qint64>> &counts);
    void countsOfChanged(const QObject *watcher, const QList<std::optional<qint64>> &counts);
    /// More happened than could be told one by one: what is shown or counted has to be read again.
    void overtaken();
    void statusChanged(const podium::LiveStatus &status);
};

} // namespace podium
