// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/overduereader.h"

#include "ui/pages/jobs/jobfilters.h"

#include <algorithm>

namespace podium {

OverdueReader::OverdueReader(JobService &jobs, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
{
}

void OverdueReader::read(const QDateTime &nowUtc)
{
    JobFilters filters;
    filters.due = DueFilter::Overdue;
    JobQuery query = filters.query(nowUtc, true);
    query.order = JobQuery::Order::DueAscending;
    query.limit = kMost;
    m_pending = deliver(m_jobs.page(query), this, [this](const Result<JobPage> &page) {
        if (page)
            return take(*page);
        Q_EMIT failed(page.error());
    });
}

void OverdueReader::take(const JobPage &page)
{
    m_hasRead = true;
    m_count = page.total.value_or(page.rows.size());
    m_atLeast = !page.total && page.rows.size() >= kMost;
    m_isCut = m_atLeast || m_count > page.rows.size();
    m_groups.clear();
    for (const Job &job : page.rows) {
        const auto known = std::find_if(m_groups.begin(), m_groups.end(),
                                        [&](const Group &group) { return group.workflowId == job.workflowId; });
        if (known == m_groups.end()) {
            m_groups << Group{job.workflowId, 1, job.expirationTime};
            continue;
        }
        ++known->count;
        if (job.expirationTime.isValid() && (!known->dueSince.isValid() || job.expirationTime < known->dueSince))
            known->dueSince = job.expirationTime;
    }
    std::stable_sort(m_groups.begin(), m_groups.end(),
                     [](const Group &a, const Group &b) { return a.dueSince < b.dueSince; });
    Q_EMIT changed();
}

} // namespace podium
