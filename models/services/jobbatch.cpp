// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/jobbatch.h"

#include <algorithm>

namespace podium {

namespace {

/// The Data Index cuts times; nobody asks for a timer more exact than this.
constexpr qint64 kSameTimeMs = 1'000;
constexpr int kConfirmedAtOnce = 500;

const Job *jobOf(const JobPage &page, const QString &id)
{
    const auto found = std::find_if(page.rows.cbegin(), page.rows.cend(), [&](const Job &job) { return job.id == id; });
    return found == page.rows.cend() ? nullptr : &*found;
}

} // namespace

JobBatch::JobBatch(JobService &service, Verb verb, const QList<Job> &jobs, const QDateTime &when, QObject *parent)
    : JobBatch(service, verb, jobs, when, Options(), parent)
{
}

JobBatch::JobBatch(JobService &service, Verb verb, const QList<Job> &jobs, const QDateTime &when,
                   const Options &options, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_verb(verb)
    , m_when(when)
    , m_options(options)
{
    for (const Job &job : jobs)
        m_items << Item{job, Outcome::NotTried, {}, {}};
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &JobBatch::confirm);
}

void JobBatch::start()
{
    readChunk();
}

void JobBatch::stop()
{
    if (m_phase == Phase::Ended || std::exchange(m_stopping, true))
        return;
    m_ready.clear();
    if (m_phase == Phase::Reading) {
        m_reading.cancel();
        confirmLater();
    }
    Q_EMIT progressed();
}

int JobBatch::answered() const
{
    return static_cast<int>(m_items.size() + m_accepted.size()) - countOf(Outcome::NotTried);
}

int JobBatch::countOf(Outcome outcome) const
{
    return static_cast<int>(
        std::count_if(m_items.cbegin(), m_items.cend(), [&](const Item &item) { return item.outcome == outcome; }));
}

JobQuery JobBatch::queryFor(const QList<int> &indexes) const
{
    JobQuery query;
    query.order = JobQuery::Order::DueAscending;
    for (const int index : indexes)
        query.ids << m_items.at(index).job.id;
    query.limit = static_cast<int>(indexes.size());
    return query;
}

void JobBatch::readChunk()
{
    m_phase = Phase::Reading;
    if (m_stopping || m_begun >= m_items.size())
        return confirmLater();
    m_ready.clear();
    for (int i = 0; i < m_options.chunk && m_begun < m_items.size(); ++i)
        m_ready << m_begun++;
    m_reading =
        deliver(m_service.page(queryFor(m_ready)), this, [this](const Result<JobPage> &page) { checked(page); });
}

void JobBatch::checked(const Result<JobPage> &page)
{
    m_phase = Phase::Acting;
    const QList<int> asked = std::exchange(m_ready, {});
    for (const int index : asked) {
        if (!page) {
            m_items[index].error = page.error();
            settle(index, Outcome::Failed, page.error().text());
        } else if (const Job *now = jobOf(*page, m_items.at(index).job.id); !now) {
            settle(index, Outcome::Skipped, tr("The server does not list it any more."));
        } else {
            m_items[index].job = *now;
            if (isFinal(now->status))
                settle(index, Outcome::Skipped, tr("It moved on: it is %1.").arg(displayName(now->status).toLower()));
            else
                m_ready << index;
        }
    }
    Q_EMIT progressed();
    actNext();
}

void JobBatch::actNext()
{
    while (!m_ready.isEmpty() && static_cast<int>(m_acting.size()) < m_options.parallel) {
        const int index = m_ready.takeFirst();
        const Job &job = m_items.at(index).job;
        const Async<Done> answer = m_verb == Verb::Cancel ? m_service.cancel(job) : m_service.reschedule(job, m_when);
        // The answer erases what this line puts in: it never comes before the event loop runs again.
        m_acting[index] = deliver(answer, this, [this, index](const Result<Done> &result) { acted(index, result); });
    }
    if (m_acting.empty())
        readChunk();
}

void JobBatch::acted(int index, const Result<Done> &result)
{
    if (!result)
        return lookAgain(index, result.error());
    m_accepted << index;
    m_acting.erase(index);
    Q_EMIT progressed();
    actNext();
}

/// A refusal is often only late: it fired or was cancelled by another a moment ago.
void JobBatch::lookAgain(int index, const Error &error)
{
    m_acting[index] =
        deliver(m_service.page(queryFor({index})), this, [this, index, error](const Result<JobPage> &page) {
            const Job *now = page ? jobOf(*page, m_items.at(index).job.id) : nullptr;
            if (now)
                m_items[index].job = *now;
            m_items[index].error = error;
            if (now && isFinal(now->status))
                settle(index, Outcome::Skipped, tr("It moved on: it is %1.").arg(displayName(now->status).toLower()));
            else
                settle(index, Outcome::Failed, error.text());
            m_acting.erase(index);
            Q_EMIT progressed();
            actNext();
        });
}

/// Events take a moment from the Job Service to the Data Index.
void JobBatch::confirmLater()
{
    m_phase = Phase::Confirming;
    if (m_accepted.isEmpty())
        return end();
    if (m_attempt < m_options.confirmAfterMs.size())
        return m_wait.start(m_options.confirmAfterMs.at(m_attempt++));
    for (const int index : std::exchange(m_accepted, {}))
        settle(index, Outcome::Unconfirmed, tr("The server accepted it, but does not show it yet."));
    end();
}

void JobBatch::confirm()
{
    const QList<int> asked = m_accepted.first(qMin<qsizetype>(m_accepted.size(), kConfirmedAtOnce));
    m_reading = deliver(m_service.page(queryFor(asked)), this,
                        [this, asked](const Result<JobPage> &page) { confirmed(asked, page); });
}

/// Whether `job` is as it was asked to be.
bool JobBatch::isShown(const Job &job) const
{
    if (m_verb == Verb::Cancel)
        return job.status == JobStatus::Canceled;
    const bool isMoved = job.expirationTime.isValid() && qAbs(job.expirationTime.msecsTo(m_when)) <= kSameTimeMs;
    return isMoved || job.status == JobStatus::Executed; // moved to a time that has come
}

void JobBatch::confirmed(const QList<int> &asked, const Result<JobPage> &page)
{
    for (const int index : asked) {
        const Job *now = page ? jobOf(*page, m_items.at(index).job.id) : nullptr;
        if (!now)
            continue;
        m_items[index].job = *now;
        if (!isShown(*now) && !isFinal(now->status))
            continue;
        m_accepted.removeOne(index);
        m_attempt = 0; // it does arrive
        if (isShown(*now))
            settle(index, Outcome::Done);
        else
            settle(index, Outcome::Failed,
                   tr("The server accepted it, but the job is %1.").arg(displayName(now->status).toLower()));
    }
    Q_EMIT progressed();
    confirmLater();
}

void JobBatch::end()
{
    m_phase = Phase::Ended;
    Q_EMIT progressed();
    Q_EMIT finished();
}

void JobBatch::settle(int index, Outcome outcome, const QString &reason)
{
    m_items[index].outcome = outcome;
    m_items[index].reason = reason;
}

} // namespace podium
