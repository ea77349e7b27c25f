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
    Async<InstanceFields> filterable() override;
    Async<QList<qint64>> countEnded(const InstanceQuery &query, const QList<EndedRange> &ranges) override;
    Async<WorkflowInstance> instance(const QString &id) override;
    Async<Done> abort(const WorkflowInstance &instance) override;
    Async<Done> retry(const WorkflowInstance &instance) override;
    Async<Done> skip(const WorkflowInstance &instance) override;
    Async<SharedJson> liveVariables(const WorkflowInstance &instance) override;
    Async<Done> setVariables(const WorkflowInstance &instance, const SharedJson &patch) override;
    Async<Done> triggerNode(const WorkflowInstance &instance, const NodeDefinition &node) override;
    Async<Done> retriggerNode(const WorkflowInstance &instance, const NodeInstance &node) override;
    Async<Done> cancelNode(const WorkflowInstance &instance, const NodeInstance &node) override;

private:
    InstanceService &m_instances;
    ActionWatch &m_watch;
};

} // namespace podium
