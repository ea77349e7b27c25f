// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/job.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace podium {

/// Which jobs, in which order, from where. Empty lists and invalid times mean "any".
struct JobQuery
{
    QStringList ids;
    QStringList instanceIds;
    QStringList workflowIds;
    QList<JobStatus> statuses;
    QString id;             ///< of the job or of its instance, whole: servers do not search for parts of ids
    QDateTime dueFrom;      ///< expirationTime at or after it
    QDateTime dueBefore;    ///< expirationTime before it
    QDateTime updatedSince; ///< lastUpdate at or after it
    /// Urgency: what waits, the next to fire (so also what is late) first; then what failed or is tried again; what is
    /// over last. Both of the latter newest first.
    enum class Order {
        Urgency,
        DueAscending,
        DueDescending,
        WorkflowAscending,
        WorkflowDescending,
        RetriesDescending,
        LastUpdateDescending
    } order = Order::Urgency;
    int offset = 0;
    int limit = 100; ///< always sent: without one the server would answer with everything

    bool operator==(const JobQuery &) const = default;
};

/// Whether the server would list `job` for `query`.
bool matches(const Job &job, const JobQuery &query);

struct JobPage
{
    QList<Job> rows;             ///< ids unique within the page
    std::optional<qint64> total; ///< rows of the whole query, where the server counts
};

/// A time in which jobs are due: an invalid end is open.
struct DueRange
{
    QDateTime from;
    QDateTime before;
};

struct DueCounts
{
    QList<qint64> counts; ///< for each range
    /// The server does not count and has more jobs than were read: the last ranges are too low.
    bool capped = false;
};

/// Timers. All calls from the UI thread; answers by deliver().
class JobService
{
public:
    virtual ~JobService() = default;

    virtual Async<QList<Job>> jobsOf(const QString &instanceId) = 0;
    virtual Async<JobPage> page(const JobQuery &query) = 0;
    /// How many jobs match (offset and limit do not count); Kind::NotFound where the server cannot count.
    virtual Async<qint64> count(const JobQuery &query) = 0;
    /// How many of the matching jobs are due in each range, in one request.
    virtual Async<DueCounts> countDue(const JobQuery &query, const QList<DueRange> &ranges) = 0;
    /// Business keys and nodes of the instances of some rows. Costs the server a query for each: for what is on screen.
    virtual Async<QList<JobHost>> hosts(const QStringList &instanceIds) = 0;

    /// Answer once the server accepted them; the job follows: read it again.
    virtual Async<Done> cancel(const Job &job) = 0;
    /// `when` is UTC; a past time fires at once.
    virtual Async<Done> reschedule(const Job &job, const QDateTime &when) = 0;
};

} // namespace podium
