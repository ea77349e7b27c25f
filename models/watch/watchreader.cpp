// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/watch/watchreader.h"

#include "models/core/clock.h"
#include "models/core/logging.h"
#include "models/services/jobservice.h"
#include "models/services/workflowcatalog.h"

namespace podium {

namespace {

/// Read again behind what was looked at: events reach the server out of order.
constexpr qint64 kOverlapMs = 10'000;

bool isCut(const InstancePage &page, int limit)
{
    return page.total ? *page.total > page.rows.size() : page.rows.size() >= limit;
}

/// The server is there, it only cannot answer this.
bool isRefusal(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Validation;
}

} // namespace

bool WatchNeeds::isEmpty() const
{
    return !failures && !ends && !running && !overdue && !runtimes && instanceIds.isEmpty() && counts.isEmpty();
}

WatchReader::WatchReader(const Console &console, QObject *parent)
    : QObject(parent)
    , m_console(console)
{
}

void WatchReader::start(const WatchNeeds &needs, bool isCatchUp, const QDateTime &upTo)
{
    cancel();
    m_needs = needs;
    m_isCatchUp = isCatchUp;
    m_upTo = upTo;
    m_isReading = true;
    m_isRound = true;
    if (isCatchUp)
        m_round = 0;
    addSteps();
    ++m_round;
    next();
}

void WatchReader::startCounts(const WatchNeeds &needs)
{
    if (m_isReading)
        return;
    m_needs = needs;
    m_isReading = true;
    m_isRound = false;
    addCounts();
    next();
}

void WatchReader::cancel()
{
    m_pending.cancel();
    m_steps.clear();
    m_isReading = false;
}

void WatchReader::addSteps()
{
    const bool isSlow = m_round % kSlowEvery == 0;
    if (m_isCatchUp && !m_needs.instanceIds.isEmpty())
        m_steps << [this] { readInstances(); };
    if (m_isCatchUp && m_needs.ends)
        m_steps << [this] { readChanged(0); };
    if (m_needs.failures)
        m_steps << [this] { m_round % kWholeEvery == 1 ? readFailed() : readFailedCount(); };
    if (m_needs.needsFeed() && isSlow)
        m_steps << [this] { readOpen(); };
    if (m_needs.overdue)
        m_steps << [this] { readOverdue(); };
    if (m_needs.running)
        m_steps << [this, isSlow] { isSlow || m_running.rows.isEmpty() ? readRunning() : tellRunning(); };
    if (m_needs.runtimes)
        m_steps << [this, isSlow] {
            if (m_definitions.isEmpty() || isSlow)
                return readDefinitions();
            addProbes();
            next();
        };
    addCounts();
}

void WatchReader::next()
{
    if (m_steps.isEmpty())
        return end(true);
    m_steps.dequeue()();
}

void WatchReader::fail(const Error &error)
{
    qCInfo(logLive, "Watch rules were not looked at: %s", qUtf8Printable(redacted(error.text())));
    if (isRefusal(error))
        return next();
    m_steps.clear();
    end(false);
}

void WatchReader::end(bool ok)
{
    m_isReading = false;
    if (m_isRound)
        Q_EMIT finished(ok);
}

template <typename T, typename Take>
void WatchReader::ask(Async<T> question, Take take)
{
    m_pending = deliver(std::move(question), this, [this, take = std::move(take)](const Result<T> &answer) {
        if (!answer)
            return fail(answer.error());
        take(*answer);
        next();
    });
}

void WatchReader::readInstances()
{
    InstanceQuery query;
    query.ids = m_needs.instanceIds;
    query.limit = static_cast<int>(query.ids.size());
    ask(m_console.instances.page(query), [this](const InstancePage &page) {
        Q_EMIT seen(RowsSeen{page.rows, true, false});
    });
}

/// What changed while nobody looked; at the first look only the newest, which say from where to go on.
void WatchReader::readChanged(int number)
{
    InstanceQuery query;
    query.limit = kCatchUpRows;
    query.order =
        m_upTo.isValid() ? InstanceQuery::Order::LastUpdateAscending : InstanceQuery::Order::LastUpdateDescending;
    query.offset = number * kCatchUpRows;
    if (m_upTo.isValid())
        query.updatedSince = m_upTo.addMSecs(-kOverlapMs);
    ask(m_console.instances.page(query), [this, number](const InstancePage &page) {
        const bool more = m_upTo.isValid() && page.rows.size() >= kCatchUpRows && number + 1 < kCatchUpPages;
        if (more)
            m_steps.prepend([this, number] { readChanged(number + 1); });
        Q_EMIT seen(RowsSeen{page.rows, true, true});
    });
}

void WatchReader::readOpen()
{
    if (!m_needs.failures) {
        Q_EMIT openRows(m_needs.instanceIds);
        return next();
    }
    InstanceQuery query;
    query.states = {InstanceState::Active, InstanceState::Pending, InstanceState::Suspended};
    query.workflowIds = m_needs.workflowIds;
    query.limit = kMostOpen;
    ask(m_console.instances.page(query), [this](const InstancePage &page) {
        QStringList ids = m_needs.instanceIds;
        for (const WorkflowInstance &row : page.rows) {
            if (ids.size() < kMostOpen && !ids.contains(row.id))
                ids << row.id;
        }
        Q_EMIT openRows(ids);
    });
}

/// The number costs the server less than the rows, and mostly it is the same.
void WatchReader::readFailedCount()
{
    InstanceQuery query;
    query.states = {InstanceState::Error};
    query.workflowIds = m_needs.workflowIds;
    m_pending = deliver(m_console.instances.count(query), this, [this](const Result<qint64> &count) {
        if (!count && !isRefusal(count.error()))
            return fail(count.error());
        if (count && std::exchange(m_failedCount, *count) == *count)
            return next();
        readFailed();
    });
}

void WatchReader::readFailed()
{
    InstanceQuery query;
    query.states = {InstanceState::Error};
    query.workflowIds = m_needs.workflowIds;
    query.limit = kMostFailed;
    m_rowsCame = false;
    ask(m_console.instances.page(query), [this](const InstancePage &page) {
        // What failed since the question is not in the answer, and is not repaired for that.
        const bool isWhole = !isCut(page, kMostFailed) && !m_rowsCame;
        Q_EMIT seen(FailedSeen{page.rows, isWhole});
    });
}

void WatchReader::readRunning()
{
    InstanceQuery query;
    query.states = {InstanceState::Active};
    query.order = InstanceQuery::Order::StartAscending;
    query.limit = kMostRunning;
    ask(m_console.instances.page(query), [this](const InstancePage &page) {
        m_running.rows = page.rows;
        m_running.isWhole = !isCut(page, kMostRunning);
        m_steps.prepend([this] { tellRunning(); });
        if (m_needs.usual)
            addUsual();
    });
}

void WatchReader::addUsual()
{
    const QDateTime now = m_console.clock.now();
    QSet<QString> wanted;
    for (const WorkflowInstance &row : std::as_const(m_running.rows)) {
        const auto known = m_usual.constFind(row.workflowId);
        const bool isFresh = known != m_usual.cend() && qAbs(known->readAt.msecsTo(now)) < kUsualForMs;
        if (!isFresh && wanted.size() < kMostUsual)
            wanted.insert(row.workflowId);
    }
    for (const QString &id : std::as_const(wanted)) {
        m_steps.prepend([this, id, now] {
            InstanceQuery query;
            query.workflowIds = {id};
            query.states = {InstanceState::Completed};
            query.order = InstanceQuery::Order::EndDescending;
            query.limit = kFinished;
            ask(m_console.instances.page(query), [this, id, now](const InstancePage &page) {
                m_usual.insert(id, {usualDuration(page.rows), now});
            });
        });
    }
}

/// Time goes on: what was read a minute ago may run for too long now.
void WatchReader::tellRunning()
{
    m_running.usual.clear();
    for (auto it = m_usual.cbegin(); it != m_usual.cend(); ++it)
        m_running.usual.insert(it.key(), it->duration);
    Q_EMIT seen(m_running);
    next();
}

void WatchReader::readOverdue()
{
    JobQuery query;
    query.statuses = {JobStatus::Scheduled}; // as the page of all jobs means it
    query.dueBefore = m_console.clock.now().addMSecs(-kOverdueAfterMs);
    query.order = JobQuery::Order::DueAscending;
    query.limit = kMostOverdue;
    ask(m_console.jobs.page(query), [this](const JobPage &page) {
        const bool isWhole = page.total ? *page.total <= page.rows.size() : page.rows.size() < kMostOverdue;
        Q_EMIT seen(OverdueSeen{page.rows, isWhole});
    });
}

void WatchReader::readDefinitions()
{
    ask(m_console.catalog.list(), [this](const QList<WorkflowDefinition> &definitions) {
        m_definitions.clear();
        m_workflowsAt.clear();
        for (const WorkflowDefinition &definition : definitions) {
            QStringList &workflows = m_workflowsAt[definition.serviceUrl];
            if (workflows.isEmpty())
                m_definitions << definition;
            workflows << definition.id;
        }
        addProbes();
    });
}

void WatchReader::addProbes()
{
    m_runtimes.runtimes.clear();
    m_steps.prepend([this] {
        Q_EMIT seen(m_runtimes);
        next();
    });
    for (const WorkflowDefinition &definition : std::as_const(m_definitions)) {
        m_steps.prepend([this, definition] {
            m_pending = deliver(m_console.catalog.probe(definition), this,
                                [this, definition](const Result<Availability> &answer) {
                                    noteProbe(definition, answer);
                                    next();
                                });
        });
    }
}

void WatchReader::noteProbe(const WorkflowDefinition &definition, const Result<Availability> &answer)
{
    const bool isSilent = answer && answer->state == Availability::State::Unavailable;
    int &silent = m_silent[definition.serviceUrl];
    silent = isSilent ? qMin(silent + 1, kSilentRounds) : 0;
    const QString reason = isSilent ? answer->reason : QString();
    m_runtimes.runtimes << RuntimesSeen::Runtime{definition.serviceUrl, m_workflowsAt.value(definition.serviceUrl),
                                                 silent >= kSilentRounds, reason};
}

void WatchReader::addCounts()
{
    for (const auto &[ruleId, query] : std::as_const(m_needs.counts)) {
        m_steps << [this, ruleId = ruleId, query = query] {
            ask(m_console.instances.count(query), [this, ruleId](qint64 count) {
                Q_EMIT seen(CountSeen{ruleId, count});
            });
        };
    }
}

} // namespace podium
