// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/jobpoll.h"

namespace podium {

namespace {

/// A service whose clock is wrong by more than this does not move the watermark: it would hide everything after it.
constexpr qint64 kAbsurdFutureSeconds = 3600;

} // namespace

JobPoll::JobPoll(JobService &jobs, const PollingOptions &options, QObject *parent)
    : Poll(options.listSteps, options, parent)
    , m_jobs(jobs)
{
}

void JobPoll::start()
{
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
        if (const auto before = m_known.constFind(job.id); before == m_known.cend() || *before != job)
            fresh << job;
        known.insert(job.id, job);
        const bool believable = job.lastUpdate.isValid() && (!m_now.isValid() || job.lastUpdate <= latest);
        if (believable && (!m_watermark.isValid() || job.lastUpdate > m_watermark))
            m_watermark = job.lastUpdate;
    }
    m_known = known;
    if (!fresh.isEmpty())
        Q_EMIT changed(fresh);
    endAnswered(!fresh.isEmpty());
}

} // namespace podium
