// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowinstance.h"
#include "models/services/instanceservice.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace podium {

/// Finds out what an event did, by what Data Index shows before and after: the answer to an event says nothing of it.
/// One at a time. UI thread.
class EventTracker : public QObject
{
    Q_OBJECT
public:
    enum class Finding {
        Started,  ///< a new run has the business key, or started since
        WentOn,   ///< the instance left where it waited, or ended
        Nothing,  ///< nothing to be seen in time
        NotAsked, ///< nobody can tell: Data Index did not answer
    };

    explicit EventTracker(InstanceService &instances, QObject *parent = nullptr);

    /// How things are before the event. `instanceId` for one that is to go on, else the event starts runs of
    /// `workflowId`, the one with `businessKey` where there is one. Answers when the event may be sent; also where
    /// Data Index is away, because that is no reason not to send.
    Async<Done> note(const QString &workflowId, const QString &businessKey, const QString &instanceId);
    /// The event is accepted: looks until something shows, a few seconds at most.
    void look();
    void stop();
    bool isLooking() const { return m_timer.isActive() || m_isAsking; }
    void setDelays(const QList<int> &delaysMs) { m_delays = delaysMs; }

Q_SIGNALS:
    /// Once for each look(); `instance` is empty for Nothing and NotAsked.
    void found(podium::EventTracker::Finding finding, const podium::WorkflowInstance &instance);

private:
    InstanceQuery query() const;
    void ask();
    void takeRuns(const Result<InstancePage> &page);
    void takeInstance(const Result<WorkflowInstance> &now);
    bool wentOn(const WorkflowInstance &now) const;
    void again(bool answered);
    void end(Finding finding, const WorkflowInstance &instance = {});

    InstanceService &m_instances;
    QString m_workflowId;
    QString m_businessKey;
    QString m_instanceId;
    QSet<QString> m_known;     ///< runs there were
    WorkflowInstance m_before; ///< the instance as it waited; empty where it could not be read
    bool m_isNoted = false;
    QList<int> m_delays{150, 400, 1000, 2000, 3000, 5000};
    qsizetype m_next = 0;
    bool m_isAsking = false;
    bool m_isAnswered = false;
    QTimer m_timer;
    Pending m_reading;
};

} // namespace podium
