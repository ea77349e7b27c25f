// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/jobservice.h"
#include "tests/fakes/fakeservices.h"

namespace podium {

/// Serves as many generated jobs as asked for (a hundred thousand cost nothing in the default order without a filter):
/// half of them wait, the first three are late, some failed, the rest is over. And what a test put on top. An instance
/// that has none of these has a waiting timer as long as it runs.
class FakeJobs : public JobService
{
public:
    FakeJobs(FakeInstances &instances, const QDateTime &now)
        : m_instances(instances)
        , m_now(now)
    {
    }

    Async<QList<Job>> jobsOf(const QString &instanceId) override;
    Async<JobPage> page(const JobQuery &query) override;
    Async<qint64> count(const JobQuery &query) override;
    Async<DueCounts> countDue(const JobQuery &query, const QList<DueRange> &ranges) override;
    Async<QList<JobHost>> hosts(const QStringList &instanceIds) override;
    Async<Done> cancel(const Job &job) override;
    Async<Done> reschedule(const Job &job, const QDateTime &when) override;

    /// Adds a job, or replaces the one of that id.
    void put(const Job &job);
    /// The server forgets it.
    void remove(const QString &id);
    /// How many are generated; 0 for an empty server.
    void setGenerated(int count) { m_generated = count; }
    /// Generated job number `index`.
    Job generated(int index) const;
    /// What the server has now; an empty id when there is none.
    Job current(const QString &id) const;

    FakeReplies lists, pages, counts, dueCounts, hostReplies, actions;
    bool canCount = true;          ///< false: as servers before 10.1
    bool showsActions = true;      ///< false: accepts actions and does not show them
    QHash<QString, Error> refused; ///< by job id: actions on these fail
    QList<JobQuery> queries;
    QList<QStringList> askedHosts;
    QStringList actionLog; ///< "cancel ID", "reschedule ID TIME"

private:
    QList<Job> matching(const JobQuery &query) const;
    Async<Done> act(Job job);

    FakeInstances &m_instances;
    QDateTime m_now;
    int m_generated = 40;
    QHash<QString, Job> m_put;
    QStringList m_added; // ids of m_put that no generated job has
    QStringList m_removed;
};

} // namespace podium
