// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/journaledinstances.h"

#include "app/journal/actionwatch.h"

namespace podium {

namespace {

ActionRecord recordOf(ActionRecord::Action action, const WorkflowInstance &instance)
{
    ActionRecord record;
    record.action = action;
    record.workflowId = instance.workflowId;
    record.instanceId = instance.id;
    record.businessKey = instance.businessKey;
    return record;
}

} // namespace

JournaledInstances::JournaledInstances(InstanceService &instances, ActionWatch &watch)
    : m_instances(instances)
    , m_watch(watch)
{
}

Async<InstancePage> JournaledInstances::page(const InstanceQuery &query)
{
    return m_instances.page(query);
}

Async<InstancePage> JournaledInstances::pageWithNodes(const InstanceQuery &query)
{
    return m_instances.pageWithNodes(query);
}

Async<qint64> JournaledInstances::count(const InstanceQuery &query)
{
    return m_instances.count(query);
}

Async<QList<qint64>> JournaledInstances::countEnded(const InstanceQuery &query, const QList<EndedRange> &ranges)
{
    return m_instances.countEnded(query, ranges);
}

Async<WorkflowInstance> JournaledInstances::instance(const QString &id)
{
    return m_instances.instance(id);
}

Async<Done> JournaledInstances::abort(const WorkflowInstance &instance)
{
    return m_watch.follow<Done>(recordOf(ActionRecord::Action::Abort, instance), m_instances.abort(instance));
}

Async<Done> JournaledInstances::retry(const WorkflowInstance &instance)
{
    return m_watch.follow<Done>(recordOf(ActionRecord::Action::Retry, instance), m_instances.retry(instance));
}

Async<Done> JournaledInstances::skip(const WorkflowInstance &instance)
{
    return m_watch.follow<Done>(recordOf(ActionRecord::Action::Skip, instance), m_instances.skip(instance));
}

} // namespace podium
