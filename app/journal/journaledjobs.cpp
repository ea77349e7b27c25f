// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/journaledjobs.h"

#include "app/journal/actionwatch.h"

namespace podium {

namespace {

ActionRecord recordOf(ActionRecord::Action action, const Job &job)
{
    ActionRecord record;
    record.action = action;
    record.workflowId = job.workflowId;
    record.instanceId = job.instanceId;
    record.jobId = job.id;
    return record;
}

} // namespace

JournaledJobs::JournaledJobs(JobService &jobs, ActionWatch &watch)
    : m_jobs(jobs)
    , m_watch(watch)
{
}

Async<QList<Job>> JournaledJobs::jobsOf(const QString &instanceId)
{
    return m_jobs.jobsOf(instanceId);
}

Async<JobPage> JournaledJobs::page(const JobQuery &query)
{
    return m_jobs.page(query);
}

Async<qint64> JournaledJobs::count(const JobQuery &query)
{
    return m_jobs.count(query);
}

Async<DueCounts> JournaledJobs::countDue(const JobQuery &query, const QList<DueRange> &ranges)
{
    return m_jobs.countDue(query, ranges);
}

Async<QList<JobHost>> JournaledJobs::hosts(const QStringList &instanceIds)
{
    return m_jobs.hosts(instanceIds);
}

Async<Done> JournaledJobs::cancel(const Job &job)
{
    return m_watch.follow<Done>(recordOf(ActionRecord::Action::CancelJob, job), m_jobs.cancel(job));
}

Async<Done> JournaledJobs::reschedule(const Job &job, const QDateTime &when)
{
    ActionRecord record = recordOf(ActionRecord::Action::RescheduleJob, job);
    record.detail = when.toUTC().toString(Qt::ISODateWithMs);
    return m_watch.follow<Done>(record, m_jobs.reschedule(job, when));
}

} // namespace podium
