// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/workflows/heatreader.h"

namespace podium {

namespace {

constexpr int kFarthest = 4; ///< times as many rows as wanted are looked at: servers cannot filter by version

} // namespace

HeatReader::HeatReader(InstanceService &instances, QObject *parent)
    : QObject(parent)
    , m_instances(instances)
{
}

void HeatReader::start(const QString &workflowId, const QString &version, int wanted)
{
    m_query = {};
    m_query.workflowIds = {workflowId};
    m_version = version;
    m_wanted = wanted;
    m_skipped = 0;
    m_runs.clear();
    m_seen.clear();
    m_reading = true;
    readPage();
    Q_EMIT progressed();
}

void HeatReader::readPage()
{
    m_query.limit = qMin(kPage, m_wanted);
    m_pending = deliver(m_instances.pageWithNodes(m_query), this, [this](Result<InstancePage> page) {
        if (page)
            return take(*page);
        m_reading = false;
        Q_EMIT failed(page.error());
    });
}

void HeatReader::take(const InstancePage &page)
{
    for (const WorkflowInstance &run : page.rows) {
        if (m_seen.contains(run.id) || m_runs.size() >= m_wanted)
            continue;
        m_seen.insert(run.id);
        if (run.version.isEmpty() || m_version.isEmpty() || run.version == m_version)
            m_runs << run;
        else
            ++m_skipped;
    }
    m_query.offset += m_query.limit;
    const bool last =
        page.rows.isEmpty() || (page.total ? m_query.offset >= *page.total : page.rows.size() < m_query.limit);
    if (last || m_runs.size() >= m_wanted || m_query.offset >= m_wanted * kFarthest)
        return end();
    Q_EMIT progressed();
    readPage();
}

void HeatReader::end()
{
    m_reading = false;
    Q_EMIT finished();
}

void HeatReader::stop()
{
    if (!m_reading)
        return;
    m_pending.cancel();
    end();
}

void HeatReader::cancel()
{
    m_pending.cancel();
    m_reading = false;
}

} // namespace podium
