// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/alljobsmodel.h"

#include "models/items/itemroles.h"

namespace podium {

using namespace std::chrono_literals;

namespace {

constexpr int kHostsAtOnce = 40;    ///< instances asked for in one request
constexpr int kHostsInMemory = 500; ///< instances; their nodes are small, but there may be a million of them

} // namespace

AllJobsModel::AllJobsModel(JobService &service, const Clock &clock, QObject *parent)
    : PagedModel(m_rows, parent)
    , m_service(service)
    , m_clock(clock)
    , m_ticked(clock.now())
{
    m_hostsLater.setSingleShot(true);
    m_hostsLater.setInterval(120ms);
    connect(&m_hostsLater, &QTimer::timeout, this, &AllJobsModel::askHosts);
    connect(this, &PagedModel::rowsArrived, &m_hostsLater, qOverload<>(&QTimer::start));
}

void AllJobsModel::setQuery(const JobQuery &query)
{
    m_withoutNode.clear();
    restart([this, &query] { m_query = query; });
}

void AllJobsModel::moveQuery(const JobQuery &query)
{
    m_query = query;
    refresh();
}

Pending AllJobsModel::ask(int number, int offset, int limit)
{
    JobQuery query = m_query;
    query.offset = offset;
    query.limit = limit;
    return take(number, m_service.page(query), m_rows);
}

void AllJobsModel::setTexts(const ItemTexts &texts)
{
    m_texts = texts;
    changed(0, rowCount() - 1, {Qt::DisplayRole});
}

void AllJobsModel::applyLive(const QList<Job> &jobs)
{
    if (phase() != Phase::Ready)
        return; // the answer under way has them
    forgetHoles();
    bool again = false;
    for (const Job &job : jobs) {
        const int row = m_rows.rowOf(job.id);
        if (row < 0) {
            again = again || matches(job, m_query);
        } else if (*m_rows.at(row) != job) {
            m_rows.put(row, job);
            changed(row, row);
            again = true; // its place may be another one now, or it leaves
        }
    }
    if (again)
        refreshSoon();
}

void AllJobsModel::tick()
{
    const QDateTime before = std::exchange(m_ticked, m_clock.now());
    const int last = qMin(lastShown(), rowCount() - 1);
    for (int row = firstShown(); row <= last; ++row) {
        const Job *job = m_rows.at(row);
        if (job && isOverdue(*job, before) != isOverdue(*job, m_ticked))
            changed(row, row);
    }
}

void AllJobsModel::showRows(int first, int last)
{
    showRange(first, last);
    m_hostsLater.start();
}

void AllJobsModel::askHosts()
{
    QStringList wanted;
    const int last = qMin(lastShown(), rowCount() - 1);
    for (int row = firstShown(); row <= last && wanted.size() < kHostsAtOnce; ++row) {
        const Job *job = m_rows.at(row);
        if (!job || job->instanceId.isEmpty() || wanted.contains(job->instanceId) || m_withoutNode.contains(job->id))
            continue;
        const JobHost *host = hostOf(*job);
        // The instance may be known from before it came to this node.
        if (!host || (!job->nodeInstanceId.isEmpty() && !host->nodeNames.contains(job->nodeInstanceId)))
            wanted << job->instanceId;
    }
    if (wanted.isEmpty())
        return;
    m_asking = deliver(m_service.hosts(wanted), this, [this, wanted](const Result<QList<JobHost>> &hosts) {
        if (hosts) // else they stay unknown; the list itself says what is wrong
            takeHosts(wanted, *hosts);
    });
}

void AllJobsModel::takeHosts(const QStringList &asked, const QList<JobHost> &hosts)
{
    if (m_hosts.size() > kHostsInMemory)
        m_hosts.clear();
    for (const JobHost &host : hosts)
        m_hosts.insert(host.instanceId, host);
    for (const QString &id : asked) {
        if (!m_hosts.contains(id))
            m_hosts.insert(id, {id, {}, {}, {}});
    }
    const int last = qMin(lastShown(), rowCount() - 1);
    for (int row = firstShown(); row <= last; ++row) {
        const Job *job = m_rows.at(row);
        if (job && asked.contains(job->instanceId) && !hostOf(*job)->nodeNames.contains(job->nodeInstanceId))
            m_withoutNode.insert(job->id);
    }
    if (last >= 0)
        changed(qMin(firstShown(), last), last, {Qt::DisplayRole, Qt::ToolTipRole});
    m_hostsLater.start(); // what did not fit in
}

const JobHost *AllJobsModel::hostOf(const Job &job) const
{
    const auto found = m_hosts.constFind(job.instanceId);
    return found == m_hosts.cend() ? nullptr : &*found;
}

QString AllJobsModel::countText() const
{
    //: %1 is a number as it is written in the language, such as "1,234" or "100+"
    return isCounted() ? tr("%1 job(s)", nullptr, rowCount()).arg(numberText()) : QString();
}

int AllJobsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kJobColumns;
}

QVariant AllJobsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Job *job = m_rows.at(index.row());
    if (!job) {
        if (role == LoadedRole)
            return false;
        return role == Qt::AccessibleTextRole ? QVariant(tr("Loading")) : QVariant();
    }
    return jobData(*job, hostOf(*job), static_cast<JobColumn>(index.column()), role, m_texts, m_clock.now());
}

QVariant AllJobsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kJobColumns)
        return {};
    return jobHeader(static_cast<JobColumn>(section), role);
}

void AllJobsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kJobColumns)
        return;
    const auto wanted = orderFor(static_cast<JobColumn>(column), order);
    if (!wanted || *wanted == m_query.order) {
        Q_EMIT queryChanged(); // the view may show an arrow that is not true
        return;
    }
    JobQuery query = m_query;
    query.order = *wanted;
    setQuery(query);
}

} // namespace podium
