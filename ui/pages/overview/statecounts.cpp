// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/statecounts.h"

#include <algorithm>

namespace podium {

StateCounts::StateCounts(InstanceService &instances, QObject *parent)
    : QObject(parent)
    , m_instances(instances)
{
    m_counts[0].state = InstanceState::Error;
    m_counts[1].state = InstanceState::Active;
    m_counts[2].state = InstanceState::Suspended;
}

void StateCounts::read()
{
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        readOne(i);
}

void StateCounts::cancel()
{
    for (Pending &pending : m_pending)
        pending.cancel();
}

const StateCounts::Count &StateCounts::of(InstanceState state) const
{
    return *std::find_if(m_counts.cbegin(), m_counts.cend() - 1,
                         [&](const Count &each) { return each.state == state; });
}

void StateCounts::readOne(std::size_t index)
{
    InstanceQuery query;
    query.states = {m_counts.at(index).state};
    m_pending.at(index) = deliver(m_instances.count(query), this, [this, index](const Result<qint64> &count) {
        if (count) {
            m_counts.at(index).value = *count;
            m_counts.at(index).isAtLeast = false;
            Q_EMIT changed();
        } else if (count.error().kind == Error::Kind::NotFound) {
            readPage(index); // the server does not count
        } else {
            Q_EMIT failed(count.error());
        }
    });
}

void StateCounts::readPage(std::size_t index)
{
    InstanceQuery query;
    query.states = {m_counts.at(index).state};
    m_pending.at(index) =
        deliver(m_instances.page(query), this, [this, index, limit = query.limit](const Result<InstancePage> &page) {
            if (!page) {
                Q_EMIT failed(page.error());
                return;
            }
            m_counts.at(index).value = page->rows.size();
            m_counts.at(index).isAtLeast = page->rows.size() >= limit;
            Q_EMIT changed();
        });
}

} // namespace podium
