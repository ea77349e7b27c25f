// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/runreader.h"

namespace podium {

namespace {

constexpr std::size_t kAtOnce = 3;

bool hasMore(const InstancePage &page, int limit)
{
    return page.total ? *page.total > page.rows.size() : page.rows.size() >= limit;
}

} // namespace

RunReader::RunReader(InstanceService &instances, QObject *parent)
    : QObject(parent)
    , m_instances(instances)
    , m_counts(new EndedCounts(instances, this))
{
    connect(m_counts, &EndedCounts::changed, this, &RunReader::changed);
}

void RunReader::readRunning()
{
    InstanceQuery query;
    query.states = {InstanceState::Active};
    query.order = InstanceQuery::Order::StartAscending;
    query.limit = kMostRunning;
    m_runningPending = deliver(m_instances.page(query), this, [this](const Result<InstancePage> &page) {
        if (!page) {
            Q_EMIT failed(page.error());
            return;
        }
        m_running = page->rows;
        m_isCut = hasMore(*page, kMostRunning);
        m_hasRunning = true;
        enqueue();
        Q_EMIT changed();
    });
}

void RunReader::setWorkflows(const QStringList &ids)
{
    m_workflows = ids;
    enqueue();
}

void RunReader::forget(const QSet<QString> &workflowIds)
{
    m_old.unite(workflowIds);
    enqueue();
}

void RunReader::forgetAll()
{
    for (auto it = m_finished.cbegin(); it != m_finished.cend(); ++it)
        m_old.insert(it.key());
    enqueue();
}

void RunReader::cancel()
{
    m_runningPending.cancel();
    m_pending.clear();
    m_queue.clear();
    m_counts->cancel();
}

/// Those that run come first: whether they run for too long is what is asked at night.
void RunReader::enqueue()
{
    QStringList wanted;
    for (const WorkflowInstance &run : std::as_const(m_running)) {
        if (!wanted.contains(run.workflowId))
            wanted << run.workflowId;
    }
    for (const QString &id : std::as_const(m_workflows)) {
        if (!wanted.contains(id))
            wanted << id;
    }
    m_leftOut = qMax<qsizetype>(0, wanted.size() - kMostWorkflows);
    wanted = wanted.mid(0, kMostWorkflows);
    m_queue.clear();
    for (const QString &id : std::as_const(wanted)) {
        if (!m_pending.contains(id) && (!m_finished.contains(id) || m_old.contains(id)))
            m_queue << id;
    }
    readNext();
}

void RunReader::readNext()
{
    while (m_pending.size() < kAtOnce && !m_queue.isEmpty()) {
        const QString id = m_queue.takeFirst();
        m_old.remove(id);
        InstanceQuery query;
        query.workflowIds = {id};
        query.states = {InstanceState::Completed};
        query.order = InstanceQuery::Order::EndDescending;
        query.limit = kFinished;
        // The answer erases what this line puts in: it never comes before the event loop runs again.
        m_pending[id] = deliver(m_instances.page(query), this, [this, id](const Result<InstancePage> &page) {
            m_pending.erase(id);
            if (page)
                take(id, *page);
            else
                Q_EMIT failed(page.error());
            readNext();
            Q_EMIT changed();
        });
    }
}

void RunReader::take(const QString &workflowId, const InstancePage &page)
{
    Finished finished;
    finished.hasMore = hasMore(page, kFinished);
    for (const WorkflowInstance &row : page.rows) {
        WorkflowInstance slim;
        slim.state = row.state;
        slim.start = row.start;
        slim.end = row.end;
        finished.rows << slim;
    }
    finished.usual = usualDuration(finished.rows);
    m_finished.insert(workflowId, finished);
    m_loads.remove(workflowId);
}

StuckRadar RunReader::radar(const QDateTime &nowUtc) const
{
    QHash<QString, UsualDuration> usual;
    for (auto it = m_finished.cbegin(); it != m_finished.cend(); ++it)
        usual.insert(it.key(), it->usual);
    return stuckRadar(m_running, usual, nowUtc);
}

QHash<QString, WorkflowLoad> RunReader::loads(const Series &series, const QDateTime &nowUtc)
{
    if (series != m_loadedFor)
        m_loads.clear();
    m_loadedFor = series;
    for (auto it = m_finished.cbegin(); it != m_finished.cend(); ++it) {
        if (!m_loads.contains(it.key()))
            m_loads.insert(it.key(), workflowLoad(it->rows, it->hasMore, series));
    }
    QHash<QString, WorkflowLoad> loads = m_loads;
    for (auto load = loads.begin(); load != loads.end(); ++load) {
        if (!load->atLeast)
            continue;
        m_counts->want(load.key(), series, load->covered, nowUtc);
        load->complete(m_counts->known(load.key(), series));
    }
    return loads;
}

} // namespace podium
