// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/countpoll.h"
#include "app/live/instancepoll.h"
#include "app/live/jobpoll.h"
#include "app/live/listpoll.h"
#include "app/live/pollingfeed.h"

// Who watches what.
namespace podium {

void PollingFeed::watchInstance(const QString &id)
{
    auto &poll = m_instancePolls[id];
    if (!poll) {
        poll = std::make_unique<InstancePoll>(m_instances, id, m_options, nullptr);
        connectPoll(*poll);
        connect(poll.get(), &InstancePoll::changed, this, &PollingFeed::tellInstance);
    } else if (poll->last()) {
        // A second view of the same instance gets what is known; the next answer may well bring nothing new.
        QMetaObject::invokeMethod(
            poll.get(), [this, known = poll->last()] { Q_EMIT instanceChanged(*known); }, Qt::QueuedConnection);
    }
    ++poll->watchers;
    poll->due = m_sinceStart.elapsed();
    arm();
    updateStatus();
}

void PollingFeed::unwatchInstance(const QString &id)
{
    const auto found = m_instancePolls.find(id);
    if (found == m_instancePolls.end() || --found->second->watchers > 0)
        return;
    // It may be what is telling its change right now, so it goes when control is back in the event loop.
    found->second->stop();
    found->second->disconnect(this);
    found->second.release()->deleteLater();
    m_instancePolls.erase(found);
    arm();
    updateStatus();
}

void PollingFeed::watchList()
{
    ++m_list->watchers;
    wake(*m_list);
}

/// Somebody new looks: what it sees was read at another time than the last answer.
void PollingFeed::wake(Poll &poll)
{
    poll.due = m_sinceStart.elapsed();
    poll.pace.hurry();
    poll.askAgain();
    arm();
    updateStatus();
}

void PollingFeed::watchJobs()
{
    ++m_jobs->watchers;
    wake(*m_jobs);
}

void PollingFeed::unwatchJobs()
{
    if (m_jobs->watchers == 0 || --m_jobs->watchers > 0)
        return;
    m_jobs->stop();
    arm();
    updateStatus();
}

void PollingFeed::unwatchList()
{
    if (m_list->watchers == 0 || --m_list->watchers > 0)
        return;
    m_list->stop();
    arm();
    updateStatus();
}

void PollingFeed::watchRows(const QObject *list, const QStringList &ids)
{
    m_list->setRows(list, ids);
    // Forgets by address only: what is destroyed is a list no longer. One connection per list.
    disconnect(list, &QObject::destroyed, this, &PollingFeed::forgetRows);
    if (!ids.isEmpty())
        connect(list, &QObject::destroyed, this, &PollingFeed::forgetRows);
}

void PollingFeed::forgetRows(const QObject *list)
{
    m_list->forgetRows(list);
}

void PollingFeed::watchCounts(const QList<InstanceQuery> &queries)
{
    m_counts->setQueries(queries);
    wake(*m_counts);
}

void PollingFeed::watchCountsOf(const QObject *watcher, const QList<InstanceQuery> &queries)
{
    disconnect(watcher, &QObject::destroyed, this, &PollingFeed::forgetCountsOf);
    if (queries.isEmpty())
        return forgetCountsOf(watcher);
    std::unique_ptr<CountPoll> &poll = m_countsOf[watcher];
    if (!poll) {
        poll = std::make_unique<CountPoll>(m_instances, m_options, nullptr);
        connectPoll(*poll);
        connect(poll.get(), &CountPoll::changed, this, [this, watcher](const QList<std::optional<qint64>> &counts) {
            Q_EMIT countsOfChanged(watcher, counts);
        });
    }
    connect(watcher, &QObject::destroyed, this, &PollingFeed::forgetCountsOf);
    poll->setQueries(queries);
    wake(*poll);
}

void PollingFeed::forgetCountsOf(const QObject *watcher)
{
    const auto found = m_countsOf.find(watcher);
    if (found == m_countsOf.end())
        return;
    found->second->stop();
    found->second->disconnect(this);
    found->second.release()->deleteLater(); // it may be what is telling right now
    m_countsOf.erase(found);
    arm();
    updateStatus();
}

void PollingFeed::setForeground(bool foreground)
{
    if (m_foreground == foreground)
        return;
    m_foreground = foreground;
    for (Poll *poll : polls()) {
        if (foreground)
            poll->due = m_sinceStart.elapsed();
        else
            schedule(*poll);
    }
    if (!foreground)
        m_counts->stop(); // polls() has it only while somebody sees the window
    arm();
    updateStatus();
}

void PollingFeed::setAlert(bool alert)
{
    if (std::exchange(m_alert, alert) == alert)
        return;
    schedule(*m_list);
    arm();
    updateStatus();
}

bool PollingFeed::isSeen(const Poll &poll) const
{
    return m_foreground || (m_alert && &poll == m_list.get());
}

bool PollingFeed::watchesInstances() const
{
    return m_list->watchers > 0 || !m_instancePolls.empty();
}

bool PollingFeed::watchesJobs() const
{
    return m_jobs->watchers > 0;
}

QList<Poll *> PollingFeed::polls() const
{
    QList<Poll *> all;
    if (m_list->watchers > 0)
        all << m_list.get();
    if (m_jobs->watchers > 0)
        all << m_jobs.get();
    for (const auto &[id, poll] : m_instancePolls)
        all << poll.get();
    if (m_foreground && !m_counts->isEmpty())
        all << m_counts.get();
    for (const auto &[watcher, poll] : m_countsOf)
        all << poll.get();
    return all;
}

} // namespace podium
