// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/jobbatch.h"

#include <algorithm>

namespace podium {

namespace {

/// The Data Index cuts times; nobody asks for a timer more exact than this.
constexpr qint64 kSameTimeMs = 1'000;

} // namespace

JobBatch::JobBatch(JobService &service, Verb verb, const QList<Job> &jobs, const QDateTime &when, QObject *parent)
    : JobBatch(service, verb, jobs, when, Options(), parent)
{
}

JobBatch::JobBatch(JobService &service, Verb verb, const QList<Job> &jobs, const QDateTime &when,
                   const Options &options, QObject *parent)
    : Batch(static_cast<int>(jobs.size()), options, parent)
    , m_service(service)
    , m_verb(verb)
    , m_when(when)
    , m_jobs(jobs)
{
}

Async<QList<BatchLook>> JobBatch::look(const QList<int> &indexes, bool acted)
{
    JobQuery query;
    query.order = JobQuery::Order::DueAscending;
    for (const int index : indexes)
        query.ids << m_jobs.at(index).id;
    query.limit = static_cast<int>(indexes.size());
    return chain<QList<BatchLook>>(this, m_service.page(query), [this, indexes, acted](const JobPage &page) {
        QList<BatchLook> looks;
        for (const int index : indexes) {
            const auto now = std::find_if(page.rows.cbegin(), page.rows.cend(),
                                          [&](const Job &job) { return job.id == m_jobs.at(index).id; });
            if (now == page.rows.cend()) {
                looks << BatchLook();
                continue;
            }
            m_jobs[index] = *now;
            looks << lookOf(*now, acted);
        }
        return ready<QList<BatchLook>>(looks);
    });
}

BatchLook JobBatch::lookOf(const Job &job, bool acted) const
{
    const QString state = displayName(job.status).toLower();
    const bool isMoved = job.expirationTime.isValid() && qAbs(job.expirationTime.msecsTo(m_when)) <= kSameTimeMs;
    const bool isShown = m_verb == Verb::Cancel ? job.status == JobStatus::Canceled
                                                : isMoved || job.status == JobStatus::Executed; // its new time has come
    if (acted && isShown)
        return {BatchLook::Kind::Shown, state};
    return {isFinal(job.status) ? BatchLook::Kind::MovedOn : BatchLook::Kind::Open, state};
}

Async<Done> JobBatch::act(int index)
{
    const Job &job = m_jobs.at(index);
    return m_verb == Verb::Cancel ? m_service.cancel(job) : m_service.reschedule(job, m_when);
}

} // namespace podium
