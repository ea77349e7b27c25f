// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakejobs.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLate = 3; ///< of the generated ones

int partOf(JobStatus status)
{
    switch (status) {
    case JobStatus::Scheduled:
        return 0;
    case JobStatus::Executed:
    case JobStatus::Canceled:
        return 2;
    default:
        return 1;
    }
}

bool before(const Job &a, const Job &b, JobQuery::Order order)
{
    using Order = JobQuery::Order;
    switch (order) {
    case Order::Urgency:
        if (partOf(a.status) != partOf(b.status))
            return partOf(a.status) < partOf(b.status);
        return partOf(a.status) == 0 ? a.expirationTime < b.expirationTime : a.lastUpdate > b.lastUpdate;
    case Order::DueAscending:
        return a.expirationTime < b.expirationTime;
    case Order::DueDescending:
        return a.expirationTime > b.expirationTime;
    case Order::WorkflowAscending:
        return a.workflowId < b.workflowId;
    case Order::WorkflowDescending:
        return a.workflowId > b.workflowId;
    case Order::RetriesDescending:
        return a.retries > b.retries;
    case Order::LastUpdateDescending:
        break;
    }
    return a.lastUpdate > b.lastUpdate;
}

bool isUnfiltered(JobQuery query)
{
    query.offset = 0;
    query.limit = JobQuery().limit;
    return query == JobQuery();
}

} // namespace

Job FakeJobs::generated(int index) const
{
    // Every twelfth instance runs, and every fifth after it.
    const WorkflowInstance instance =
        m_instances.current(fakeInstance(index / 2 * 12 + (index % 2) * 5, m_now.addSecs(-42)).id);
    const WorkflowInstance row =
        instance.id.isEmpty() ? fakeInstance(index / 2 * 12 + (index % 2) * 5, m_now.addSecs(-42)) : instance;
    Job job;
    job.id = u"6f1d2c3b-0000-4a00-9000-%1"_s.arg(index, 12, 16, QLatin1Char('0'));
    job.workflowId = row.workflowId;
    job.instanceId = row.id;
    if (!row.nodes.isEmpty())
        job.nodeInstanceId = row.nodes.constLast().id;
    job.retries = index % 7 == 4 ? 2 : 0;
    if (index % 9 == 5)
        job.repeatInterval = 600'000;
    const int waiting = qMax(m_generated / 2, qMin(kLate, m_generated));
    job.expirationTime = m_now.addSecs((index - kLate) * 1500 + 600);
    if (index < kLate)
        job.expirationTime = m_now.addSecs((index - kLate) * 700);
    job.lastUpdate = m_now.addSecs(-index * 60);
    if (index < waiting)
        job.status = JobStatus::Scheduled;
    else if (index < waiting + m_generated / 10)
        job.status = index % 2 ? JobStatus::Retry : JobStatus::Error;
    else
        job.status = index % 5 ? JobStatus::Executed : JobStatus::Canceled;
    if (index >= waiting)
        job.expirationTime = job.lastUpdate;
    if (job.status == JobStatus::Error)
        job.exceptionMessage = u"HTTP 500 from POST /management/jobs"_s;
    return job;
}

Job FakeJobs::current(const QString &id) const
{
    if (m_removed.contains(id))
        return {};
    if (const auto found = m_put.constFind(id); found != m_put.cend())
        return *found;
    bool good = false;
    const int index = id.mid(24).toInt(&good, 16);
    return good && index < m_generated && generated(index).id == id ? generated(index) : Job();
}

void FakeJobs::put(const Job &job)
{
    if (current(job.id).id.isEmpty())
        m_added << job.id;
    m_put.insert(job.id, job);
}

void FakeJobs::remove(const QString &id)
{
    m_added.removeAll(id);
    m_put.remove(id);
    m_removed << id;
}

QList<Job> FakeJobs::matching(const JobQuery &query) const
{
    QList<Job> rows;
    const auto take = [&](const Job &job) {
        if (!job.id.isEmpty() && matches(job, query))
            rows << job;
    };
    for (const QString &id : m_added)
        take(m_put.value(id));
    for (int i = 0; i < m_generated; ++i) {
        const Job job = generated(i);
        const bool isUntouched = m_put.isEmpty() && m_removed.isEmpty();
        take(isUntouched ? job : current(job.id));
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const auto &a, const auto &b) { return before(a, b, query.order); });
    return rows;
}

Async<QList<Job>> FakeJobs::jobsOf(const QString &instanceId)
{
    QList<Job> jobs;
    for (const Job &job : m_put) {
        if (job.instanceId == instanceId)
            jobs << job;
    }
    const WorkflowInstance instance = m_instances.current(instanceId);
    if (jobs.isEmpty() && instance.state == InstanceState::Active && !instance.nodes.isEmpty()) {
        Job job;
        job.id = u"job-"_s + instanceId.left(8);
        job.workflowId = instance.workflowId;
        job.instanceId = instanceId;
        job.nodeInstanceId = instance.nodes.constLast().id;
        job.status = JobStatus::Scheduled;
        job.expirationTime = instance.start.addSecs(3600);
        job.lastUpdate = instance.start;
        put(job); // it can be acted on
        jobs << job;
    }
    return lists.reply<QList<Job>>(jobs);
}

Async<JobPage> FakeJobs::page(const JobQuery &query)
{
    queries << query;
    JobPage page;
    if (isUnfiltered(query) && m_put.isEmpty() && m_removed.isEmpty()) {
        for (int i = query.offset; i < qMin(m_generated, query.offset + query.limit); ++i)
            page.rows << generated(i);
        page.total = m_generated;
    } else if (!query.ids.isEmpty()) {
        for (const QString &id : query.ids) {
            if (const Job job = current(id); !job.id.isEmpty() && matches(job, query))
                page.rows << job;
        }
        page.total = page.rows.size();
    } else {
        const QList<Job> all = matching(query);
        page.rows = all.mid(query.offset, query.limit);
        page.total = all.size();
    }
    if (!canCount)
        page.total.reset();
    return pages.reply<JobPage>(page);
}

Async<qint64> FakeJobs::count(const JobQuery &query)
{
    if (canCount)
        return counts.reply<qint64>(matching(query).size());
    Error error;
    error.kind = Error::Kind::NotFound;
    error.what = u"The server cannot count."_s;
    return counts.reply<qint64>(error);
}

Async<DueCounts> FakeJobs::countDue(const JobQuery &query, const QList<DueRange> &ranges)
{
    DueCounts due;
    const QList<Job> all = matching(query);
    for (const DueRange &range : ranges) {
        JobQuery part = query;
        part.dueFrom = range.from;
        part.dueBefore = range.before;
        due.counts << std::count_if(all.cbegin(), all.cend(), [&](const Job &job) { return matches(job, part); });
    }
    due.capped = !canCount;
    return dueCounts.reply<DueCounts>(due);
}

Async<QList<JobHost>> FakeJobs::hosts(const QStringList &instanceIds)
{
    askedHosts << instanceIds;
    QList<JobHost> hosts;
    for (const QString &id : instanceIds) {
        const WorkflowInstance instance = m_instances.current(id);
        if (instance.id.isEmpty())
            continue;
        JobHost host{id, instance.workflowName, instance.businessKey, {}};
        for (const NodeInstance &node : instance.nodes)
            host.nodeNames.insert(node.id, node.name);
        hosts << host;
    }
    return hostReplies.reply<QList<JobHost>>(hosts);
}

Async<Done> FakeJobs::act(Job job)
{
    if (const auto error = refused.constFind(job.id); error != refused.cend())
        return actions.reply<Done>(*error);
    if (!actions.error && showsActions) {
        job.lastUpdate = m_now.addSecs(1);
        put(job);
    }
    return actions.reply<Done>(Done());
}

Async<Done> FakeJobs::cancel(const Job &job)
{
    actionLog << u"cancel "_s + job.id;
    Job changed = current(job.id);
    changed.status = JobStatus::Canceled;
    return act(changed);
}

Async<Done> FakeJobs::reschedule(const Job &job, const QDateTime &when)
{
    actionLog << u"reschedule %1 %2"_s.arg(job.id, when.toString(Qt::ISODateWithMs));
    Job changed = current(job.id);
    changed.expirationTime = when;
    if (when <= m_now)
        changed.status = JobStatus::Executed;
    return act(changed);
}

} // namespace podium
