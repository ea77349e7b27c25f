// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/live/poll.h"
#include "models/services/instanceservice.h"

namespace podium {

/// One instance that is open somewhere, read in full. Compared with the answer before on a worker thread.
class InstancePoll : public Poll
{
    Q_OBJECT
public:
    InstancePoll(InstanceService &instances, const QString &id, const PollingOptions &options, QObject *parent);

    QString id() const { return m_id; }
    /// The last answer; null before the first.
    std::shared_ptr<const WorkflowInstance> last() const { return m_last; }

    int watchers = 0;

Q_SIGNALS:
    void changed(const podium::WorkflowInstance &instance); ///< before answered()

protected:
    void start() override;
    void abandon() override { m_pending.cancel(); }

private:
    void take(Result<std::shared_ptr<const WorkflowInstance>> result);

    InstanceService &m_instances;
    QString m_id;
    std::shared_ptr<const WorkflowInstance> m_last;
    Pending m_pending;
};

} // namespace podium
