// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/jobservice.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace podium {

/// How much time the strip of due jobs shows.
enum class DueScale { Day, Week };

/// One block of the strip.
struct DueBucket
{
    enum class Kind { Overdue, Span, Later } kind = Kind::Span;
    DueRange range; ///< UTC; open before for Overdue, open after for Later
    QString label;  ///< below the block: "14", "Wed 25"
    QString name;   ///< "14:00–15:00", "Wednesday, 25 November"
};

/// What is late, then 24 hours from the one that is running or 7 days from today, then all that comes later. Hours and
/// days are those of the zone that the user reads times in.
QList<DueBucket> dueBuckets(DueScale scale, const QDateTime &nowUtc, bool inUtc);

/// "" for 0, "1,234", "12k", "3M": what has room over a narrow bar.
QString shortCount(qint64 count);

} // namespace podium
