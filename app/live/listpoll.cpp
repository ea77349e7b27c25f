// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/listpoll.h"

#include "models/domain/instancechanges.h"

#include <algorithm>

namespace podium {

namespace {

/// A runtime whose clock is wrong by more than this does not move the watermark: it would hide everything after it.
constexpr qint64 kAbsurdFutureSeconds = 3600;

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
    m_newest = m_watermark;
    askPage(0);
}

void ListPoll::askPage(int number)
{
    InstanceQuery query;
    query.order = InstanceQuery::Order::LastUpdateDescending;
    query.offset = number * options().pageSize;
    query.limit = options().pageSize;
    if (m_watermark.isValid())
        query.updatedSince = m_watermark.addMSecs(-options().overlapMs);
    m_pending = deliver(m_instances.page(query), this, [this, number](const Result<InstancePage> &page) {
        page ? takePage(number, *page) : fail(page.error());
    });
}

void ListPoll::takePage(int number, const InstancePage &page)
{
    take(page.rows);
    moveWatermark(page.rows);
    // Without a watermark this is the first answer: it only tells where to go on from.
    const bool more =
        m_watermark.isValid() && page.rows.size() >= options().pageSize && number + 1 < options().maxPages;
    if (more)
        return askPage(number + 1);
    m_watermark = m_newest; // only now: an answer cut short is read again from where the last whole one ended
    askOpenRows();
}

void ListPoll::askOpenRows()
{
    const QStringList ids = openIds();
    if (ids.isEmpty())
        return finish();
    InstanceQuery query;
    query.ids = ids;
    query.limit = static_cast<int>(ids.size());
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

QStringList ListPoll::openIds() const
{
    QStringList ids;
    QSet<QString> taken = m_answered;
    const auto add = [&](const QString &id) {
        if (ids.size() >= options().maxOpenRows || taken.contains(id))
            return;
        taken.insert(id);
        const auto known = m_known.constFind(id);
        if (known == m_known.cend() || !known->isSettled())
            ids << id;
    };
    for (const QStringList &rows : m_rows)
        std::for_each(rows.cbegin(), rows.cend(), add);
    return ids;
}

void ListPoll::finish()
{
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
    QSet<QString> onScreen;
    for (const QStringList &rows : std::as_const(m_rows))
        onScreen += QSet<QString>(rows.cbegin(), rows.cend());
    const QDateTime since = m_watermark.addMSecs(-options().overlapMs);
    m_known.removeIf([&](const std::pair<const QString &, WorkflowInstance &> &entry) {
        const bool returns = !since.isValid() || entry.second.lastUpdate >= since;
        return !returns && !onScreen.contains(entry.first);
    });
}

} // namespace podium
