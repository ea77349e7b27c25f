// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/jobs/dataindexjobs.h"

#include "app/dataindex/decodejob.h"
#include "app/dataindex/jobrequest.h"
#include "app/dataindex/tolerant.h"

#include <algorithm>
#include <numeric>

namespace podium {

namespace {

constexpr int kMostDueTimes = 1000; ///< read where the server does not count
constexpr int kIdsAtOnce = 1000;
constexpr int kMostIds = 50'000; ///< read to find out how long a part is
constexpr qint64 kEndless = 1'000'000'000;

/// One list of several: as much as fits in from each, one after the other.
JobPage joined(const JobSections &sections, int limit)
{
    JobPage page;
    if (!sections.counts.isEmpty())
        page.total = std::accumulate(sections.counts.cbegin(), sections.counts.cend(), qint64(0));
    for (const QList<Job> &rows : sections.rows)
        page.rows << rows.first(qMin<qsizetype>(rows.size(), limit - page.rows.size()));
    return page;
}

Error cannotCount()
{
    Error error;
    error.kind = Error::Kind::NotFound;
    error.what = DataIndexJobs::tr("The jobs could not be counted.");
    error.why = DataIndexJobs::tr("This version of Data Index does not count.");
    return error;
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
        if (query.offset == 0)
            return joinedPage(sections, query.limit); // a page of each at most: one request is enough
        return counts(server) ? countedPage(sections, query) : uncountedPage(sections, query);
    });
}

Async<JobPage> DataIndexJobs::simplePage(const JobQuery &query)
{
    const auto request = [query](const ServerCapabilities &server) { return jobPageRequest(query, server); };
    return askTolerantly<JobPage>(this, m_client, request, decodeJobPage);
}

Async<JobPage> DataIndexJobs::joinedPage(const QList<JobQuery> &sections, int limit)
{
    const auto request = [sections](const ServerCapabilities &server) { return jobSectionsRequest(sections, server); };
    const auto decode = [parts = static_cast<int>(sections.size()), limit](GraphqlAnswer &answer) -> Result<JobPage> {
        const auto all = decodeJobSections(answer, parts);
        return all ? Result<JobPage>(joined(*all, limit)) : Result<JobPage>(all.error());
    };
    return askTolerantly<JobPage>(this, m_client, request, decode);
}

Async<JobPage> DataIndexJobs::countedPage(const QList<JobQuery> &sections, const JobQuery &query)
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
        m_answersNull = all.counts.isEmpty();
        if (m_answersNull)
            return uncountedPage(sections, query);
        const QList<JobQuery> cut = cutSections(sections, all.counts, query.offset, query.limit);
        const bool isBeyond =
            std::none_of(cut.cbegin(), cut.cend(), [](const JobQuery &part) { return part.limit > 0; });
        return isBeyond ? ready<JobPage>(joined({{}, all.counts}, 0)) : joinedPage(cut, query.limit);
    });
}

/// Where one part ends and the next begins has to be found by reading ids. How long the last one is nobody needs to
/// know.
Async<JobPage> DataIndexJobs::uncountedPage(const QList<JobQuery> &sections, const JobQuery &query)
{
    const auto sizes = sizesOf(sections.first(sections.size() - 1));
    return chain<JobPage>(this, sizes, [this, sections, query](const QList<qint64> &counts) {
        return joinedPage(cutSections(sections, counts + QList<qint64>{kEndless}, query.offset, query.limit),
                          query.limit);
    });
}

Async<QList<qint64>> DataIndexJobs::sizesOf(const QList<JobQuery> &sections, const QList<qint64> &known)
{
    if (known.size() == sections.size())
        return ready<QList<qint64>>(known);
    return chain<QList<qint64>>(this, sizeOf(sections.at(known.size())), [this, sections, known](qint64 size) {
        return sizesOf(sections, known + QList<qint64>{size});
    });
}

Async<qint64> DataIndexJobs::sizeOf(const JobQuery &section, int from)
{
    JobQuery query = section;
    query.offset = from;
    query.limit = kIdsAtOnce;
    const auto ids = m_client.ask<qint64>(jobIdsRequest(query), [](GraphqlAnswer &answer) -> Result<qint64> {
        const auto jobs = decodeJobs(answer);
        return jobs ? Result<qint64>(jobs->size()) : Result<qint64>(jobs.error());
    });
    return chain<qint64>(this, ids, [this, section, from](qint64 rows) {
        const int next = from + static_cast<int>(rows);
        return rows < kIdsAtOnce || next >= kMostIds ? ready<qint64>(next) : sizeOf(section, next);
    });
}

Async<qint64> DataIndexJobs::count(const JobQuery &query)
{
    return chain<qint64>(this, m_client.capabilities(), [this, query](const ServerCapabilities &server) {
        if (!counts(server))
            return ready<qint64>(cannotCount());
        return chain<qint64>(this, m_client.ask<std::optional<qint64>>(jobCountRequest(query), decodeJobCount),
                             [this](const std::optional<qint64> &count) {
                                 m_answersNull = !count;
                                 return ready<qint64>(count ? Result<qint64>(*count) : Result<qint64>(cannotCount()));
                             });
    });
}

Async<DueCounts> DataIndexJobs::countDue(const JobQuery &query, const QList<DueRange> &ranges)
{
    return chain<DueCounts>(this, m_client.capabilities(), [this, query, ranges](const ServerCapabilities &server) {
        if (!counts(server))
            return readDueTimes(query, ranges);
        using Counted = std::optional<DueCounts>;
        const auto decode = [parts = static_cast<int>(ranges.size())](GraphqlAnswer &answer) {
            return decodeDueCounts(answer, parts);
        };
        return chain<DueCounts>(this, m_client.ask<Counted>(dueCountsRequest(query, ranges), decode),
                                [this, query, ranges](const Counted &due) {
                                    m_answersNull = !due;
                                    return due ? ready<DueCounts>(*due) : readDueTimes(query, ranges);
                                });
    });
}

Async<DueCounts> DataIndexJobs::readDueTimes(const JobQuery &query, const QList<DueRange> &ranges)
{
    return m_client.ask<DueCounts>(dueTimesRequest(query, kMostDueTimes), [ranges](GraphqlAnswer &answer) {
        return countDueTimes(answer, ranges, kMostDueTimes);
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
