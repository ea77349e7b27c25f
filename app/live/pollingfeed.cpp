// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/pollingfeed.h"

#include "app/live/countpoll.h"
#include "app/live/instancepoll.h"
#include "app/live/jobpoll.h"
#include "app/live/listpoll.h"
#include "models/core/logging.h"
#include "models/core/trace.h"
#include "models/domain/instancechanges.h"

#include <QRandomGenerator>

#include <algorithm>

namespace podium {

namespace {

/// The server was not reached, or something in front of it answered in its place.
bool isOutage(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::Tls:
        return true;
    default:
        return error.httpStatus >= 500;
    }
}

} // namespace

PollingFeed::PollingFeed(InstanceService &instances, JobService &jobs, const Clock &clock, Tracer &tracer,
                         QObject *parent)
    : PollingFeed(instances, jobs, clock, tracer, PollingOptions(), parent)
{
}

PollingFeed::PollingFeed(InstanceService &instances, JobService &jobs, const Clock &clock, Tracer &tracer,
                         const PollingOptions &options, QObject *parent)
    : LiveFeed(parent)
    , m_instances(instances)
    , m_clock(clock)
    , m_tracer(tracer)
    , m_options(options)
    , m_list(std::make_unique<ListPoll>(instances, options, nullptr))
    , m_jobs(std::make_unique<JobPoll>(jobs, options, nullptr))
    , m_counts(std::make_unique<CountPoll>(instances, options, nullptr))
    , m_wallAtTick(clock.now())
{
    m_sinceStart.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PollingFeed::tick);
    connectPoll(*m_list);
    connect(m_list.get(), &ListPoll::changed, this, &PollingFeed::tellRows);
    connect(m_list.get(), &ListPoll::overtaken, this, [this] {
        if (!m_pushed.instances)
            Q_EMIT overtaken();
    });
    connectPoll(*m_jobs);
    connect(m_jobs.get(), &JobPoll::changed, this, &LiveFeed::jobsChanged);
    connectPoll(*m_counts);
    connect(m_counts.get(), &CountPoll::changed, this, &LiveFeed::countsChanged);
}

PollingFeed::~PollingFeed() = default;

void PollingFeed::connectPoll(Poll &poll)
{
    connect(&poll, &Poll::answered, this, [this, &poll](bool changed) { onAnswered(poll, changed); });
    connect(&poll, &Poll::failed, this, [this, &poll](const Error &error) { onFailed(poll, error); });
}

void PollingFeed::refreshNow()
{
    m_refused = false;
    m_retryAt = m_sinceStart.elapsed();
    askAllNow();
}

void PollingFeed::setSignedIn(bool signedIn)
{
    m_signedIn = signedIn;
    if (signedIn) {
        m_refused = false;
        m_problem.clear();
        askAllNow();
    } else {
        for (Poll *poll : polls())
            poll->stop();
        m_outages = 0;
    }
    arm();
    updateStatus();
}

void PollingFeed::askAllNow()
{
    for (Poll *poll : polls()) {
        poll->pace.hurry();
        poll->askAgain();
        poll->due = m_sinceStart.elapsed();
    }
    arm();
    updateStatus();
}

void PollingFeed::tick()
{
    noticeSleep();
    askDue();
    arm();
}

/// Feed time stands still while the computer sleeps, the clock does not.
void PollingFeed::noticeSleep()
{
    const QDateTime wall = m_clock.now();
    const qint64 feedTime = m_sinceStart.elapsed();
    const qint64 gap = m_wallAtTick.msecsTo(wall) - (feedTime - m_feedTimeAtTick);
    m_wallAtTick = wall;
    m_feedTimeAtTick = feedTime;
    if (gap <= m_options.gapMs)
        return;
    qCDebug(logLive, "The clock went on by %lld ms without us: catching up", static_cast<long long>(gap));
    m_tracer.mark("live catch-up", {{QStringLiteral("gapMs"), gap}});
    catchUp();
    Q_EMIT slept();
}

void PollingFeed::catchUp()
{
    m_retryAt = m_sinceStart.elapsed();
    // Connections did not survive: nobody will answer what was asked before.
    for (Poll *poll : polls())
        poll->stop();
    askAllNow();
}

void PollingFeed::askDue()
{
    if (isPaused())
        return;
    const qint64 now = m_sinceStart.elapsed();
    QList<Poll *> all = polls();
    const auto isAsking = [](const Poll *poll) { return poll->isAsking(); };
    if (m_outages > 0) {
        // Whoever waits longest finds out whether the server is back; the others need not fail as well.
        if (now < m_retryAt || std::any_of(all.cbegin(), all.cend(), isAsking))
            return;
        const auto longest =
            std::min_element(all.cbegin(), all.cend(), [](auto *a, auto *b) { return a->due < b->due; });
        all = longest == all.cend() ? QList<Poll *>() : QList<Poll *>{*longest};
    } else {
        all.removeIf([&](const Poll *poll) { return poll->isAsking() || poll->due > now; });
    }
    m_list->setNow(m_clock.now());
    m_jobs->setNow(m_clock.now());
    for (Poll *poll : std::as_const(all)) {
        poll->askedAt = now;
        poll->ask();
    }
}

void PollingFeed::onAnswered(Poll &poll, bool changed)
{
    const bool wasOffline = std::exchange(m_outages, 0) > 0;
    m_problem.clear();
    m_answeredAt = m_sinceStart.elapsed();
    m_status.lastAnswer = m_clock.now();
    poll.pace.answered(changed);
    schedule(poll);
    if (&poll == m_list.get())
        onListAnswered(changed);
    if (wasOffline) {
        qCInfo(logLive, "Connected again");
        Q_EMIT cameBack();
        for (Poll *other : polls()) {
            if (other != &poll)
                other->due = m_sinceStart.elapsed();
        }
    }
    arm();
    updateStatus();
}

void PollingFeed::onFailed(Poll &poll, const Error &error)
{
    if (error.kind == Error::Kind::Unauthorized) {
        m_refused = true;
        m_problem = error.text();
    } else if (isOutage(error) && m_answeredAt < poll.askedAt) {
        ++m_outages;
        m_problem = error.text();
        m_retryAt = m_sinceStart.elapsed() + Pace::retryMs(m_outages, m_options, random());
        if (m_outages == 1)
            qCInfo(logLive, "Not reached: %s", qUtf8Printable(redacted(error.details)));
    } else if (!error.isCancelled()) {
        poll.pace.failed(); // this question fails, but the server is there
        m_problem = error.text();
        qCInfo(logLive, "Refused: %s", qUtf8Printable(redacted(error.text())));
    }
    schedule(poll);
    arm();
    updateStatus();
}

void PollingFeed::schedule(Poll &poll)
{
    const bool soon = poll.wantsMore() && !poll.pace.isFailing();
    const qint64 now = m_sinceStart.elapsed();
    poll.due = soon ? earliest(poll) : now + poll.pace.delayMs(isSeen(poll), random());
}

void PollingFeed::arm()
{
    const QList<Poll *> all = polls();
    if (isPaused() || all.isEmpty()) {
        m_timer.stop();
        // Time that passes while nothing is asked is no gap.
        m_wallAtTick = m_clock.now();
        m_feedTimeAtTick = m_sinceStart.elapsed();
        return;
    }
    qint64 next = m_sinceStart.elapsed() + m_options.heartbeatMs;
    const bool isAsking = std::any_of(all.cbegin(), all.cend(), [](const Poll *poll) { return poll->isAsking(); });
    if (m_outages > 0 && !isAsking)
        next = qMin(next, m_retryAt);
    for (const Poll *poll : all) {
        if (m_outages == 0 && !poll->isAsking())
            next = qMin(next, poll->due);
    }
    m_timer.start(static_cast<int>(qMax<qint64>(next - m_sinceStart.elapsed(), 0)));
}

void PollingFeed::updateStatus()
{
    LiveStatus status;
    status.lastAnswer = m_status.lastAnswer;
    const QList<Poll *> all = polls();
    if (!isPaused() && !all.isEmpty()) {
        const auto interval = [this](const Poll *poll) { return poll->pace.intervalMs(isSeen(*poll)); };
        const bool allFail = std::all_of(all.cbegin(), all.cend(), [](const Poll *p) { return p->pace.isFailing(); });
        status.mode = m_outages > 0 || allFail ? LiveStatus::Mode::Offline : LiveStatus::Mode::Polling;
        status.intervalMs = interval(*std::min_element(
            all.cbegin(), all.cend(), [&](const Poll *a, const Poll *b) { return interval(a) < interval(b); }));
    }
    if (status.mode == LiveStatus::Mode::Offline || m_refused)
        status.problem = m_problem;
    const bool toTell = status != m_status;
    m_status = status;
    if (toTell)
        Q_EMIT statusChanged(m_status);
}

void PollingFeed::tellInstance(const WorkflowInstance &instance)
{
    m_tracer.mark("live update", {{QStringLiteral("instance"), instance.id}});
    Q_EMIT instanceChanged(instance);
    if (m_list->watchers > 0 && !m_list->knowsState(instance))
        Q_EMIT instancesChanged({rowOf(instance)});
}

void PollingFeed::tellRows(const QList<WorkflowInstance> &rows)
{
    m_tracer.mark("live update", {{QStringLiteral("rows"), rows.size()}});
    for (const WorkflowInstance &row : rows)
        nudge(row.id);
    Q_EMIT instancesChanged(rows);
}

double PollingFeed::random() const
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace podium
