// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/events/eventtracker.h"

#include <algorithm>

namespace podium {

namespace {

constexpr int kLookedAt = 50; // newest runs of the workflow

} // namespace

EventTracker::EventTracker(InstanceService &instances, QObject *parent)
    : QObject(parent)
    , m_instances(instances)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &EventTracker::ask);
}

InstanceQuery EventTracker::query() const
{
    InstanceQuery query;
    query.workflowIds = {m_workflowId};
    query.limit = kLookedAt;
    return query;
}

Async<Done> EventTracker::note(const QString &workflowId, const QString &businessKey, const QString &instanceId)
{
    stop();
    m_workflowId = workflowId;
    m_businessKey = businessKey;
    m_instanceId = instanceId;
    m_known.clear();
    m_before = {};
    m_isNoted = false;
    AsyncSource<Done> source;
    if (!instanceId.isEmpty()) {
        deliverTo(this, m_instances.instance(instanceId), [this, source](const Result<WorkflowInstance> &now) {
            m_isNoted = now.ok();
            if (now)
                m_before = *now;
            source.finish(Done());
        });
    } else {
        deliverTo(this, m_instances.page(query()), [this, source](const Result<InstancePage> &page) {
            m_isNoted = page.ok();
            if (page) {
                for (const WorkflowInstance &row : page->rows)
                    m_known.insert(row.id);
            }
            source.finish(Done());
        });
    }
    return source.future();
}

void EventTracker::look()
{
    m_next = 0;
    m_isAnswered = false;
    again(false);
}

void EventTracker::stop()
{
    m_timer.stop();
    m_reading.cancel();
    m_isAsking = false;
}

void EventTracker::ask()
{
    m_isAsking = true;
    if (m_instanceId.isEmpty())
        m_reading =
            deliver(m_instances.page(query()), this, [this](const Result<InstancePage> &page) { takeRuns(page); });
    else
        m_reading = deliver(m_instances.instance(m_instanceId), this,
                            [this](const Result<WorkflowInstance> &now) { takeInstance(now); });
}

void EventTracker::takeRuns(const Result<InstancePage> &page)
{
    if (!page)
        return again(false);
    const auto isNew = [this](const WorkflowInstance &row) {
        const bool isOurs = m_businessKey.isEmpty() ? m_isNoted : row.businessKey == m_businessKey;
        return isOurs && !m_known.contains(row.id);
    };
    const auto found = std::find_if(page->rows.cbegin(), page->rows.cend(), isNew);
    if (found == page->rows.cend())
        return again(true);
    end(Finding::Started, *found);
}

void EventTracker::takeInstance(const Result<WorkflowInstance> &now)
{
    if (!now)
        return again(false);
    if (!m_isNoted || !wentOn(*now))
        return again(m_isNoted);
    end(Finding::WentOn, *now);
}

bool EventTracker::wentOn(const WorkflowInstance &now) const
{
    if (now.state != m_before.state || now.nodes.size() > m_before.nodes.size())
        return true;
    const auto isOpen = [](const WorkflowInstance &instance) {
        return std::count_if(instance.nodes.cbegin(), instance.nodes.cend(),
                             [](const NodeInstance &visit) { return !visit.exit.isValid(); });
    };
    return isOpen(now) < isOpen(m_before);
}

void EventTracker::again(bool answered)
{
    m_isAsking = false;
    m_isAnswered = m_isAnswered || answered;
    if (m_next >= m_delays.size())
        return end(m_isAnswered ? Finding::Nothing : Finding::NotAsked);
    m_timer.start(m_delays.at(m_next++));
}

void EventTracker::end(Finding finding, const WorkflowInstance &instance)
{
    m_isAsking = false;
    Q_EMIT found(finding, instance);
}

} // namespace podium
