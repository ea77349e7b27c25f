// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/listpoll.h"

#include "models/domain/instancechanges.h"

#include <algorithm>

namespace podium {

namespace {

/// A runtime whose clock is wrong by more than this does not move the watermark: it would hide everything after it.
constexpr qint64 kAbsurdFutureSeconds = 3600;

/// Rows that are remembered beside those on screen: more than one answer can bring again.
constexpr qsizetype kMostKnown = 4000;

bool isOlder(const WorkflowInstance &row, const WorkflowInstance &than)
{
    return row.lastUpdate.isValid() && than.lastUpdate.isValid() && row.lastUpdate < than.lastUpdate;
}

} // namespace

ListPoll::ListPoll(InstanceService &instances, const PollingOptions &options, QObject *parent)
    : Poll(options.listSteps, options, parent)
    , m_instances(instances)
{
}

void ListPoll::setRows(const QObject *list, const QStringList &ids)
{
    if (ids.isEmpty())
        m_rows.remove(list);
    else
        m_rows.insert(list, ids);
}

bool ListPoll::knowsState(const WorkflowInstance &row) const
{
    const auto known = m_known.constFind(row.id);
    return known != m_known.cend() && known->state == row.state;
}

void ListPoll::start()
{
    m_answered.clear();
    m_pushed.clear();
    m_newest = m_watermark;
    m_settling += std::exchange(m_doubtful, {});
    m_open = openIds();
    askPage(0);
}

void ListPoll::askPage(int number)
{
    InstanceQuery query;
    query.order = InstanceQuery::Order::LastUpdateDescending;
    query.limit = options().pageSize;
    if (m_watermark.isValid()) {
        query.updatedSince = m_watermark.addMSecs(-options().overlapMs);
        query.orIds = m_open;
        query.limit += static_cast<int>(m_open.size());
    }
    query.offset = number * query.limit;
    m_pending = deliver(m_instances.page(query), this, [this, number](const Result<InstancePage> &page) {
        page ? takePage(number, *page) : fail(page.error());
    });
}

void ListPoll::takePage(int number, const InstancePage &page)
{
    take(page.rows);
    moveWatermark(page.rows);
    // Without a watermark this is the first answer: it only tells where to go on from.
    const bool isFirst = !m_watermark.isValid();
    const bool isFull = !isFirst && page.rows.size() >= options().pageSize + m_open.size();
    if (isFull && number + 1 < options().maxPages)
        return askPage(number + 1);
    if (isFull)
        Q_EMIT overtaken();
    m_watermark = m_newest; // only now: an answer cut short is read again from where the last whole one ended
    isFirst ? askOpenRows() : finish();
}

/// After the first answer, which had no place for them.
void ListPoll::askOpenRows()
{
    m_open.removeIf([this](const QString &id) { return m_answered.contains(id); });
    if (m_open.isEmpty())
        return finish();
    InstanceQuery query;
    query.ids = m_open;
    query.limit = static_cast<int>(m_open.size());
    m_pending = deliver(m_instances.page(query), this, [this](const Result<InstancePage> &page) {
        if (!page)
            return fail(page.error());
        take(page->rows);
        finish();
    });
}

void ListPoll::take(const QList<WorkflowInstance> &rows)
{
    for (const WorkflowInstance &row : rows) {
        m_answered.insert(row.id);
        const auto known = m_known.constFind(row.id);
        if (known != m_known.cend() && sameRow(*known, row))
            continue;
        if (m_pushed.contains(row.id) && known != m_known.cend() && !isOlder(*known, row)) {
            m_doubtful.insert(row.id);
            continue;
        }
        m_known.insert(row.id, row);
        m_fresh.removeIf([&](const WorkflowInstance &earlier) { return earlier.id == row.id; });
        m_fresh << row;
    }
}

void ListPoll::moveWatermark(const QList<WorkflowInstance> &rows)
{
    const QDateTime latest = m_now.addSecs(kAbsurdFutureSeconds);
    for (const WorkflowInstance &row : rows) {
        const bool believable = row.lastUpdate.isValid() && (!m_now.isValid() || row.lastUpdate <= latest);
        if (believable && (!m_newest.isValid() || row.lastUpdate > m_newest))
            m_newest = row.lastUpdate;
    }
}

void ListPoll::push(const QList<WorkflowInstance> &rows)
{
    QList<WorkflowInstance> fresh;
    for (const WorkflowInstance &row : rows) {
        const auto known = m_known.constFind(row.id);
        if (known != m_known.cend() && sameRow(*known, row))
            continue;
        if (known != m_known.cend() && isOlder(row, *known)) {
            m_doubtful.insert(row.id); // late, or the clock of its runtime was set back
            continue;
        }
        m_known.insert(row.id, row);
        m_pushed.insert(row.id);
        m_fresh.removeIf([&](const WorkflowInstance &earlier) { return earlier.id == row.id; });
        fresh << row;
    }
    forgetMany();
    if (!fresh.isEmpty())
        Q_EMIT changed(fresh);
}

/// Doubts first, then what is open on screen.
QStringList ListPoll::openIds() const
{
    QStringList ids;
    QSet<QString> taken;
    const auto add = [&](const QString &id) {
        if (ids.size() < options().maxOpenRows && !taken.contains(id))
            ids << id;
        taken.insert(id);
    };
    std::for_each(m_settling.cbegin(), m_settling.cend(), add);
    for (const QStringList &rows : m_rows) {
        for (const QString &id : rows) {
            const auto known = m_known.constFind(id);
            if (known == m_known.cend() || !known->isSettled())
                add(id);
        }
    }
    return ids;
}

void ListPoll::finish()
{
    m_settling.clear();
    forgetOld();
    const bool isNews = !m_fresh.isEmpty();
    tellFresh();
    endAnswered(isNews);
}

void ListPoll::fail(const Error &error)
{
    tellFresh(); // what did arrive is true all the same
    endFailed(error);
}

void ListPoll::tellFresh()
{
    if (const QList<WorkflowInstance> fresh = std::exchange(m_fresh, {}); !fresh.isEmpty())
        Q_EMIT changed(fresh);
}

/// Keeps what the next answer can bring again: the overlap, and the rows on screen.
void ListPoll::forgetOld()
{
    const QSet<QString> kept = onScreen();
    const QDateTime since = m_watermark.addMSecs(-options().overlapMs);
    m_known.removeIf([&](const std::pair<const QString &, WorkflowInstance &> &entry) {
        const bool returns = !since.isValid() || entry.second.lastUpdate >= since;
        return !returns && !kept.contains(entry.first);
    });
    forgetMany();
}

/// Of thousands of updates within one interval, the newest half is kept.
void ListPoll::forgetMany()
{
    if (m_pushed.size() > kMostKnown)
        m_pushed.clear();
    if (m_known.size() <= kMostKnown)
        return;
    QList<QDateTime> times;
    times.reserve(m_known.size());
    for (const WorkflowInstance &row : std::as_const(m_known))
        times << row.lastUpdate;
    const auto middle = times.begin() + times.size() / 2;
    std::nth_element(times.begin(), middle, times.end());
    const QSet<QString> kept = onScreen();
    m_known.removeIf([&](const std::pair<const QString &, WorkflowInstance &> &entry) {
        return entry.second.lastUpdate <= *middle && !kept.contains(entry.first);
    });
}

QSet<QString> ListPoll::onScreen() const
{
    QSet<QString> ids;
    for (const QStringList &rows : m_rows)
        ids += QSet<QString>(rows.cbegin(), rows.cend());
    return ids;
}

} // namespace podium
