// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/countpoll.h"

namespace podium {

CountPoll::CountPoll(InstanceService &instances, const PollingOptions &options, QObject *parent)
    : Poll(options.countSteps, options, parent)
    , m_instances(instances)
{
}

void CountPoll::setQueries(const QList<InstanceQuery> &queries)
{
    stop();
    m_queries = queries;
    m_told.clear();
}

void CountPoll::start()
{
    m_counts.clear();
    askNext();
}

void CountPoll::askNext()
{
    if (m_counts.size() == m_queries.size()) {
        const bool isNew = m_counts != m_told;
        m_told = m_counts;
        if (isNew)
            Q_EMIT changed(m_told);
        return endAnswered(isNew);
    }
    m_pending = deliver(m_instances.count(m_queries.at(m_counts.size())), this, [this](const Result<qint64> &count) {
        // A server that does not count, or not by this filter, answers; that is not a failure of the connection.
        const bool isRefused =
            !count && (count.error().kind == Error::Kind::NotFound || count.error().kind == Error::Kind::Validation);
        if (!count && !isRefused)
            return endFailed(count.error());
        m_counts << (count ? std::optional(*count) : std::nullopt);
        askNext();
    });
}

} // namespace podium
