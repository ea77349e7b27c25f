// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/instancepoll.h"

#include "models/domain/instancechanges.h"

namespace podium {

InstancePoll::InstancePoll(InstanceService &instances, const QString &id, const PollingOptions &options,
                           QObject *parent)
    : Poll(options.instanceSteps, options, parent)
    , m_instances(instances)
    , m_id(id)
{
}

void InstancePoll::start()
{
    using Seen = std::shared_ptr<const WorkflowInstance>;
    // Variables can be megabytes: neither the comparison nor freeing the copy that was not needed belongs on this
    // thread.
    Async<Seen> seen = mapOnWorker<Seen>(this, m_instances.instance(m_id), [last = m_last](WorkflowInstance now) {
        const bool same = last && sameDetails(*last, now);
        return Result<Seen>(same ? last : std::make_shared<const WorkflowInstance>(std::move(now)));
    });
    m_pending = deliver(seen, this, [this](Result<Seen> result) { take(std::move(result)); });
}

void InstancePoll::take(Result<std::shared_ptr<const WorkflowInstance>> result)
{
    if (!result) {
        // A run that has just started need not be visible yet, so this is an answer too.
        const bool unknown = result.error().kind == Error::Kind::NotFound;
        return unknown ? endAnswered(false) : endFailed(result.error());
    }
    const bool isNew = *result != m_last;
    m_last = *result;
    pace.setSettled(m_last->isSettled());
    if (isNew)
        Q_EMIT changed(*m_last);
    endAnswered(isNew);
}

} // namespace podium
