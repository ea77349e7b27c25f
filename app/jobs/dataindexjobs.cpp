// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/jobs/dataindexjobs.h"

#include "app/dataindex/decodejob.h"
#include "app/dataindex/jobrequest.h"
#include "app/dataindex/tolerant.h"

#include <numeric>

namespace podium {

namespace {

constexpr int kMostDueTimes = 1000; ///< read where the server does not count

/// One list of several: as much as fits in from each, one after the other.
JobPage joined(const JobSections &sections, int limit)
{
    JobPage page;
    page.total = std::accumulate(sections.counts.cbegin(), sections.counts.cend(), qint64(0));
    for (const QList<Job> &rows : sections.rows)
        page.rows << rows.first(qMin<qsizetype>(rows.size(), limit - page.rows.size()));
    return page;
}

/// What each section has to give for rows `offset` … of all of them one after the other.
QList<JobQuery> cutSections(QList<JobQuery> sections, const QList<qint64> &counts, qint64 offset, qint64 limit)
{
    for (qsizetype i = 0; i < sections.size(); ++i) {
        const qint64 count = counts.value(i);
        const qint64 rows = offset < count ? qMin(limit, count - offset) : 0;
        sections[i].offset = static_cast<int>(qMin(offset, count));
        sections[i].limit = static_cast<int>(rows);
        limit -= rows;
        offset = qMax<qint64>(0, offset - count);
    }
    return sections;
}

} // namespace

DataIndexJobs::DataIndexJobs(GraphqlClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

Async<QList<Job>> DataIndexJobs::jobsOf(const QString &instanceId)
{
    const auto request = [instanceId](const ServerCapabilities &server) { return jobsRequest(instanceId, server); };
    return askTolerantly<QList<Job>>(this, m_client, request, decodeJobs);
}

Async<JobPage> DataIndexJobs::page(const JobQuery &query)
{
    if (query.order != JobQuery::Order::Urgency)
        return simplePage(query);
    return chain<JobPage>(this, m_client.capabilities(), [this, query](const ServerCapabilities &server) {
        const QList<JobQuery> sections = jobSections(query);
        if (sections.size() == 1)
            return simplePage(sections.first());
        if (!server.countsJobs())
            return simplePage(query); // where one part ends and the next begins could only be found by reading all
        return query.offset == 0 ? firstPage(sections, query) : laterPage(sections, query);
    });
}

Async<JobPage> DataIndexJobs::simplePage(const JobQuery &query)
{
    const auto request = [query](const ServerCapabilities &server) { return jobPageRequest(query, server); };
    return askTolerantly<JobPage>(this, m_client, request, decodeJobPage);
}

/// How much of each section is needed is not known yet: a page of each at most, so that one request is enough.
Async<JobPage> DataIndexJobs::firstPage(const QList<JobQuery> &sections, const JobQuery &query)
{
    const auto request = [sections](const ServerCapabilities &server) { return jobSectionsRequest(sections, server); };
    const auto decode = [parts = static_cast<int>(sections.size()),
                         limit = query.limit](GraphqlAnswer &answer) -> Result<JobPage> {
        const auto all = decodeJobSections(answer, parts);
        return all ? Result<JobPage>(joined(*all, limit)) : Result<JobPage>(all.error());
    };
    return askTolerantly<JobPage>(this, m_client, request, decode);
}

Async<JobPage> DataIndexJobs::laterPage(const QList<JobQuery> &sections, const JobQuery &query)
{
    QList<JobQuery> countOnly = sections;
    for (JobQuery &section : countOnly)
        section.limit = 0;
    const int parts = static_cast<int>(sections.size());
    const auto request = [countOnly](const ServerCapabilities &server) {
        return jobSectionsRequest(countOnly, server);
    };
    const auto counted = askTolerantly<JobSections>(
        this, m_client, request, [parts](GraphqlAnswer &answer) { return decodeJobSections(answer, parts); });
    return chain<JobPage>(this, counted, [this, sections, query](const JobSections &all) {
        return firstPage(cutSections(sections, all.counts, query.offset, query.limit), query);
    });
}

Async<qint64> DataIndexJobs::count(const JobQuery &query)
{
    return chain<qint64>(this, m_client.capabilities(), [this, query](const ServerCapabilities &server) {
        if (server.countsJobs())
            return m_client.ask<qint64>(jobCountRequest(query), decodeJobCount);
        Error error;
        error.kind = Error::Kind::NotFound;
        error.what = tr("The jobs could not be counted.");
        error.why = tr("This version of Data Index does not count.");
        return ready<qint64>(error);
    });
}

Async<DueCounts> DataIndexJobs::countDue(const JobQuery &query, const QList<DueRange> &ranges)
{
    return chain<DueCounts>(this, m_client.capabilities(), [this, query, ranges](const ServerCapabilities &server) {
        if (server.countsJobs())
            return m_client.ask<DueCounts>(dueCountsRequest(query, ranges),
                                           [parts = static_cast<int>(ranges.size())](GraphqlAnswer &answer) {
                                               return decodeDueCounts(answer, parts);
                                           });
        return m_client.ask<DueCounts>(dueTimesRequest(query, kMostDueTimes), [ranges](GraphqlAnswer &answer) {
            return countDueTimes(answer, ranges, kMostDueTimes);
        });
    });
}

Async<QList<JobHost>> DataIndexJobs::hosts(const QStringList &instanceIds)
{
    if (instanceIds.isEmpty())
        return ready<QList<JobHost>>(QList<JobHost>()); // an empty `in` would ask for all of them
    const auto request = [instanceIds](const ServerCapabilities &server) {
        return jobHostsRequest(instanceIds, server);
    };
    return askTolerantly<QList<JobHost>>(this, m_client, request, decodeJobHosts);
}

Async<Done> DataIndexJobs::cancel(const Job &job)
{
    return m_client.act(jobCancelRequest(job.id));
}

Async<Done> DataIndexJobs::reschedule(const Job &job, const QDateTime &when)
{
    return m_client.act(jobRescheduleRequest(job.id, when));
}

} // namespace podium
