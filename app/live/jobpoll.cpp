// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/jobpoll.h"

namespace podium {

namespace {

/// A service whose clock is wrong by more than this does not move the watermark: it would hide everything after it.
constexpr qint64 kAbsurdFutureSeconds = 3600;

/// More than one answer can bring again.
constexpr qsizetype kMostKnown = 4000;

} // namespace

JobPoll::JobPoll(JobService &jobs, const PollingOptions &options, QObject *parent)
    : Poll(options.listSteps, options, parent)
    , m_jobs(jobs)
{
}

void JobPoll::start()
{
    m_pushed.clear();
    JobQuery query;
    query.order = JobQuery::Order::LastUpdateDescending;
    query.limit = options().pageSize;
    if (m_watermark.isValid())
        query.updatedSince = m_watermark.addMSecs(-options().overlapMs);
    m_pending = deliver(m_jobs.page(query), this, [this](const Result<JobPage> &page) {
        if (!page)
            return endFailed(page.error());
        take(page->rows);
    });
}

void JobPoll::take(const QList<Job> &rows)
{
    const QDateTime latest = m_now.addSecs(kAbsurdFutureSeconds);
    QHash<QString, Job> known;
    QList<Job> fresh;
    for (const Job &job : rows) {
        const auto before = m_known.constFind(job.id);
        // The answer may be from before what the server told meanwhile.
        const bool isOlder =
            before != m_known.cend() && m_pushed.contains(job.id) && job.lastUpdate <= before->lastUpdate;
        if (!isOlder && (before == m_known.cend() || *before != job))
            fresh << job;
        known.insert(job.id, isOlder ? *before : job);
        const bool believable = job.lastUpdate.isValid() && (!m_now.isValid() || job.lastUpdate <= latest);
        if (believable && (!m_watermark.isValid() || job.lastUpdate > m_watermark))
            m_watermark = job.lastUpdate;
    }
    m_known = known;
    if (!fresh.isEmpty())
        Q_EMIT changed(fresh);
    endAnswered(!fresh.isEmpty());
}

void JobPoll::push(const QList<Job> &jobs)
{
    QList<Job> fresh;
    for (const Job &job : jobs) {
        const auto before = m_known.constFind(job.id);
        const bool isNews = before == m_known.cend() || (*before != job && !(job.lastUpdate < before->lastUpdate));
        if (!isNews)
            continue;
        m_known.insert(job.id, job);
        m_pushed.insert(job.id);
        fresh << job;
    }
    if (m_known.size() > kMostKnown) {
        m_known.clear(); // told twice at worst
        m_pushed.clear();
    }
    if (!fresh.isEmpty())
        Q_EMIT changed(fresh);
}

} // namespace podium
