// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/bulkplanner.h"

#include <algorithm>
#include <map>

namespace podium {

namespace {
constexpr int kMostPasses = 3;
}

BulkPlanner::BulkPlanner(InstanceService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
}

void BulkPlanner::readRows(const QList<WorkflowInstance> &rows)
{
    for (const WorkflowInstance &row : rows) {
        if (!m_ids.contains(row.id) || rows.size() > kPage) // long selections come from a list, which has each once
            m_ids << row.id;
    }
    m_isCut = m_ids.size() > kMost;
    m_ids = m_ids.first(qMin<qsizetype>(m_ids.size(), kMost));
    readNextIds();
}

void BulkPlanner::readNextIds()
{
    if (m_nextId >= m_ids.size()) {
        m_missing = static_cast<int>(m_ids.size() - m_rows.size());
        Q_EMIT finished();
        return;
    }
    InstanceQuery query;
    query.ids = m_ids.mid(m_nextId, kPage);
    query.limit = static_cast<int>(query.ids.size());
    m_nextId += query.limit;
    m_reading = deliver(m_service.page(query), this, [this](const Result<InstancePage> &page) {
        if (!page) {
            Q_EMIT failed(page.error());
            return;
        }
        take(page->rows);
        Q_EMIT progressed(static_cast<int>(m_rows.size()), static_cast<int>(m_ids.size()));
        readNextIds();
    });
}

void BulkPlanner::readAll(const InstanceQuery &query)
{
    m_query = query;
    m_query.order =
        InstanceQuery::Order::StartDescending; // what is new comes in front, and shifts rows to be seen twice
    m_query.offset = 0;
    m_query.limit = kPage;
    readNextPage();
}

void BulkPlanner::readNextPage()
{
    m_reading = deliver(m_service.page(m_query), this, [this](const Result<InstancePage> &page) {
        if (page)
            takePage(*page);
        else
            Q_EMIT failed(page.error());
    });
}

void BulkPlanner::takePage(const InstancePage &page)
{
    take(page.rows);
    Q_EMIT progressed(static_cast<int>(m_rows.size()), static_cast<int>(page.total.value_or(0)));
    m_query.offset += kPage;
    const bool isLast = page.rows.size() < kPage;
    if (!isLast && !m_isCut)
        return readNextPage();
    ++m_passes;
    const bool isMissing = !m_isCut && page.total.value_or(0) > m_rows.size();
    const bool wentOn = m_rows.size() > std::exchange(m_seenBefore, m_rows.size());
    if (isMissing && wentOn && m_passes < kMostPasses) {
        m_query.offset = 0;
        return readNextPage();
    }
    Q_EMIT finished();
}

void BulkPlanner::take(const QList<WorkflowInstance> &rows)
{
    for (const WorkflowInstance &row : rows) {
        if (m_seen.contains(row.id))
            continue;
        m_isCut = m_isCut || m_rows.size() >= kMost;
        if (m_rows.size() >= kMost)
            return;
        m_seen.insert(row.id);
        m_rows << row;
    }
}

QList<BulkCount> BulkPlanner::counts() const
{
    std::map<std::pair<QString, InstanceState>, BulkCount> counts;
    for (const WorkflowInstance &row : m_rows) {
        BulkCount &one = counts[{row.workflowId, row.state}];
        if (one.count++ == 0)
            one = {row.workflowId, row.workflowName, row.state, 1};
    }
    QList<BulkCount> list;
    for (const auto &[key, one] : counts)
        list << one;
    return list;
}

QList<WorkflowInstance> BulkPlanner::applicable(BulkVerb verb) const
{
    QList<WorkflowInstance> list;
    std::copy_if(m_rows.cbegin(), m_rows.cend(), std::back_inserter(list),
                 [verb](const WorkflowInstance &row) { return whyNot(verb, row.state).isEmpty(); });
    return list;
}

} // namespace podium
