// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/jobservice.h"

namespace podium {

class ActionWatch;

/// Jobs of another service; what is done to them gets into the journal.
class JournaledJobs : public JobService
{
public:
    JournaledJobs(JobService &jobs, ActionWatch &watch);

    Async<QList<Job>> jobsOf(const QString &instanceId) override;
    Async<JobPage> page(const JobQuery &query) override;
    Async<qint64> count(const JobQuery &query) override;
    Async<DueCounts> countDue(const JobQuery &query, const QList<DueRange> &ranges) override;
    Async<QList<JobHost>> hosts(const QStringList &instanceIds) override;
    Async<Done> cancel(const Job &job) override;
    Async<Done> reschedule(const Job &job, const QDateTime &when) override;

private:
    JobService &m_jobs;
    ActionWatch &m_watch;
};

} // namespace podium
