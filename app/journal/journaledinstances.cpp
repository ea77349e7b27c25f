// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/journaledinstances.h"

#include "app/journal/actionwatch.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostNames = 10;
constexpr qsizetype kMostName = 60;

ActionRecord recordOf(ActionRecord::Action action, const WorkflowInstance &instance)
{
    ActionRecord record;
    record.action = action;
    record.workflowId = instance.workflowId;
    record.instanceId = instance.id;
    record.businessKey = instance.businessKey;
    return record;
}

/// Which variables, never what they hold.
QString namesIn(const SharedJson &patch)
{
    QStringList names;
    if (patch && patch->is_object()) {
        for (auto it = patch->begin(); it != patch->end() && names.size() < kMostNames; ++it)
            names << QString::fromStdString(it.key()).left(kMostName);
    }
    return names.join(u", "_s);
}

ActionRecord nodeRecord(ActionRecord::Action action, const WorkflowInstance &instance, const QString &name,
                        const QString &id)
{
    ActionRecord record = recordOf(action, instance);
    record.detail = name.isEmpty() ? id : name + u" ("_s + id + u')';
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

Async<InstanceFields> JournaledInstances::filterable()
{
    return m_instances.filterable();
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

Async<SharedJson> JournaledInstances::liveVariables(const WorkflowInstance &instance)
{
    return m_instances.liveVariables(instance);
}

Async<Done> JournaledInstances::setVariables(const WorkflowInstance &instance, const SharedJson &patch)
{
    ActionRecord record = recordOf(ActionRecord::Action::SetVariables, instance);
    record.detail = namesIn(patch);
    return m_watch.follow<Done>(record, m_instances.setVariables(instance, patch));
}

Async<Done> JournaledInstances::triggerNode(const WorkflowInstance &instance, const NodeDefinition &node)
{
    return m_watch.follow<Done>(nodeRecord(ActionRecord::Action::TriggerNode, instance, node.name, node.id),
                                m_instances.triggerNode(instance, node));
}

Async<Done> JournaledInstances::retriggerNode(const WorkflowInstance &instance, const NodeInstance &node)
{
    return m_watch.follow<Done>(nodeRecord(ActionRecord::Action::RetriggerNode, instance, node.name, node.id),
                                m_instances.retriggerNode(instance, node));
}

Async<Done> JournaledInstances::cancelNode(const WorkflowInstance &instance, const NodeInstance &node)
{
    return m_watch.follow<Done>(nodeRecord(ActionRecord::Action::CancelNode, instance, node.name, node.id),
                                m_instances.cancelNode(instance, node));
}

} // namespace podium
