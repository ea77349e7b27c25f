// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview/workflowload.h"
#include "models/services/instanceservice.h"
#include "ui/pages/overview/endedcounts.h"

#include <QObject>
#include <QSet>

#include <map>
#include <optional>

namespace podium {

/// Reads what runs, the oldest first, and the runs of each workflow that completed last: from these comes how long runs
/// usually take, and what was done in a time. UI thread.
class RunReader : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostRunning = 500;  ///< running instances that are looked at, the oldest
    static constexpr int kFinished = 200;     ///< completed runs that are looked at, for each workflow
    static constexpr int kMostWorkflows = 40; ///< that are looked at; those that run come first

    explicit RunReader(InstanceService &instances, QObject *parent = nullptr);

    void readRunning();
    /// Which workflows there are. Reads the completed runs of those that were not read yet.
    void setWorkflows(const QStringList &ids);
    /// A run of them ended: what is known is old.
    void forget(const QSet<QString> &workflowIds);
    void forgetAll();
    void cancel();

    bool hasRead() const { return m_hasRunning && m_queue.isEmpty() && m_pending.empty(); }
    bool hasRunning() const { return m_hasRunning; }
    const QList<WorkflowInstance> &running() const { return m_running; }
    bool isCut() const { return m_isCut; } ///< there are more running instances than were looked at
    qsizetype workflowsLeftOut() const { return m_leftOut; }

    StuckRadar radar(const QDateTime &nowUtc) const;
    /// By the id of the workflow; those of which nothing was read yet are not in it. What is too much to be looked at
    /// is counted by the server, where it can: changed() follows.
    QHash<QString, WorkflowLoad> loads(const Series &series, const QDateTime &nowUtc);

Q_SIGNALS:
    void changed();
    void failed(const podium::Error &error);

private:
    struct Finished
    {
        QList<WorkflowInstance> rows; ///< only what figures are made of
        bool hasMore = false;
        UsualDuration usual;
    };

    void enqueue();
    void readNext();
    void take(const QString &workflowId, const InstancePage &page);

    InstanceService &m_instances;
    EndedCounts *m_counts;
    QStringList m_workflows;
    QList<WorkflowInstance> m_running;
    bool m_hasRunning = false;
    bool m_isCut = false;
    qsizetype m_leftOut = 0;
    QHash<QString, Finished> m_finished;
    Series m_loadedFor;
    QHash<QString, WorkflowLoad>
        m_loads;         ///< of m_finished in m_loadedFor: thousands of rows are not gone through again
    QSet<QString> m_old; ///< of m_finished: to be read again
    QStringList m_queue;
    std::map<QString, Pending> m_pending;
    Pending m_runningPending;
};

} // namespace podium
