// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/instanceservice.h"

namespace podium {

class ActionWatch;

/// Instances of another service; what is done to them gets into the journal.
class JournaledInstances : public InstanceService
{
public:
    JournaledInstances(InstanceService &instances, ActionWatch &watch);

    Async<InstancePage> page(const InstanceQuery &query) override;
    Async<InstancePage> pageWithNodes(const InstanceQuery &query) override;
    Async<qint64> count(const InstanceQuery &query) override;
    Async<QList<qint64>> countEnded(const InstanceQuery &query, const QList<EndedRange> &ranges) override;
    Async<WorkflowInstance> instance(const QString &id) override;
    Async<Done> abort(const WorkflowInstance &instance) override;
    Async<Done> retry(const WorkflowInstance &instance) override;
    Async<Done> skip(const WorkflowInstance &instance) override;

private:
    InstanceService &m_instances;
    ActionWatch &m_watch;
};

} // namespace podium
