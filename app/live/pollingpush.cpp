// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/countpoll.h"
#include "app/live/instancepoll.h"
#include "app/live/jobpoll.h"
#include "app/live/listpoll.h"
#include "app/live/pollingfeed.h"

// How what the server tells by itself joins in.
namespace podium {

namespace {

/// Answers in a row that brought what was not told, before the server is not believed any more.
constexpr int kUntoldUntilDistrust = 3;

} // namespace

void PollingFeed::setPushed(PushSource::Kinds kinds)
{
    const PushSource::Kinds before = std::exchange(m_pushed, kinds);
    if (before == kinds)
        return;
    m_untold = 0;
    m_isToldOf = false;
    const auto change = [this](Poll &poll, bool was, bool is) {
        if (was == is)
            return;
        poll.pace.setCalm(is ? m_options.calmMs : 0);
        wake(poll); // what happened until it was told, or since it is not told any more
    };
    change(*m_list, before.instances, kinds.instances);
    change(*m_jobs, before.jobs, kinds.jobs);
}

void PollingFeed::takePushed(const QList<WorkflowInstance> &rows)
{
    m_isToldOf = true;
    if (m_list->watchers > 0)
        m_list->push(rows);
    // Nodes and variables move without a change that a row would show.
    for (const WorkflowInstance &row : rows)
        nudge(row.id);
    if (m_list->watchers > 0 && m_list->hasDoubts())
        m_list->due = qMin(m_list->due, earliest(*m_list));
    arm();
}

void PollingFeed::takePushed(const QList<Job> &jobs)
{
    if (m_jobs->watchers > 0)
        m_jobs->push(jobs);
}

void PollingFeed::readAgain()
{
    for (Poll *poll : {static_cast<Poll *>(m_list.get()), static_cast<Poll *>(m_jobs.get())}) {
        poll->askAgain();
        poll->due = qMin(poll->due, earliest(*poll));
    }
    arm();
}

/// An open instance is read again, but not for each of many updates.
void PollingFeed::nudge(const QString &id)
{
    const auto open = m_instancePolls.find(id);
    if (open == m_instancePolls.end())
        return;
    InstancePoll &poll = *open->second;
    poll.pace.hurry();
    poll.askAgain();
    if (!poll.isAsking())
        poll.due = qMin(poll.due, earliest(poll));
    arm();
}

qint64 PollingFeed::earliest(const Poll &poll) const
{
    const qint64 now = m_sinceStart.elapsed();
    return poll.askedAt > 0 ? qMax(now, poll.askedAt + m_options.nudgeGapMs) : now;
}

void PollingFeed::onListAnswered(bool changed)
{
    if (m_list->hasDoubts())
        m_list->due = qMin(m_list->due, earliest(*m_list));
    if (!m_pushed.instances)
        return;
    m_untold = changed && !std::exchange(m_isToldOf, false) ? m_untold + 1 : 0;
    if (m_untold >= kUntoldUntilDistrust)
        Q_EMIT distrusted();
}

} // namespace podium
