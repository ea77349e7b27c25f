// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/jobservice.h"
#include "ui/pages/location.h"

#include <QJsonObject>

namespace podium {

/// What a list of jobs is narrowed down to by when they fire.
enum class DueFilter {
    Any,
    Overdue,
    NextHour,
    Today,
    Week,
    Range, ///< a block of the strip
};

/// What the page of all jobs shows.
struct JobFilters
{
    QList<JobStatus> statuses;
    QString workflow;
    QString id; ///< of a job or an instance
    DueFilter due = DueFilter::Any;
    DueRange range; ///< of DueFilter::Range; not remembered: it is over tomorrow

    bool isEmpty() const;
    /// "Due" means that it still waits, unless states are chosen. Hours and days are those of the zone that the user
    /// reads times in.
    JobQuery query(const QDateTime &nowUtc, bool inUtc) const;

    /// "jobs:state=SCHEDULED,workflow=ID,due=overdue,id=ID"
    Location location() const;
    static JobFilters from(const Location &location);
    QJsonObject toJson() const;
    static JobFilters from(const QJsonObject &json); ///< any JSON
};

} // namespace podium
