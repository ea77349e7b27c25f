// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/graphqlclient.h"
#include "models/services/jobservice.h"

namespace podium {

/// Timers as Data Index lists them (the Job Service itself has no list); actions go through its mutations.
class DataIndexJobs : public QObject, public JobService
{
    Q_OBJECT
public:
    explicit DataIndexJobs(GraphqlClient &client, QObject *parent = nullptr);

    Async<QList<Job>> jobsOf(const QString &instanceId) override;
    Async<JobPage> page(const JobQuery &query) override;
    Async<qint64> count(const JobQuery &query) override;
    Async<DueCounts> countDue(const JobQuery &query, const QList<DueRange> &ranges) override;
    Async<QList<JobHost>> hosts(const QStringList &instanceIds) override;
    Async<Done> cancel(const Job &job) override;
    Async<Done> reschedule(const Job &job, const QDateTime &when) override;

private:
    Async<JobPage> simplePage(const JobQuery &query);
    Async<JobPage> joinedPage(const QList<JobQuery> &sections, int limit);
    Async<JobPage> countedPage(const QList<JobQuery> &sections, const JobQuery &query);
    Async<JobPage> uncountedPage(const QList<JobQuery> &sections, const JobQuery &query);
    Async<QList<qint64>> sizesOf(const QList<JobQuery> &sections, const QList<qint64> &known = {});
    Async<qint64> sizeOf(const JobQuery &section, int from = 0);
    Async<DueCounts> readDueTimes(const JobQuery &query, const QList<DueRange> &ranges);

    bool counts(const ServerCapabilities &server) const { return server.countsJobs() && !m_answersNull; }

    GraphqlClient &m_client;
    bool m_answersNull = false; ///< CountJobs is there, and answers null: found out once
};

} // namespace podium
