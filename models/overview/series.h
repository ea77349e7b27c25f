// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>

#include <array>

namespace podium {

/// How far back figures go.
enum class TimeRange { Hour, Day, Week, Month };

inline constexpr std::array kTimeRanges{TimeRange::Hour, TimeRange::Day, TimeRange::Week, TimeRange::Month};

QString wordOf(TimeRange range);                  ///< "1h", "24h", "7d", "30d": stable, for saved states
TimeRange timeRangeFromWord(const QString &word); ///< Day for other words

/// A time that is cut into steps, for figures per step. Any thread.
struct Series
{
    QList<QDateTime> edges; ///< UTC, ascending: step i goes from edge i (inclusive) to edge i + 1

    qsizetype steps() const { return qMax<qsizetype>(0, edges.size() - 1); }
    QDateTime from() const { return edges.isEmpty() ? QDateTime() : edges.constFirst(); }
    /// -1 for a time before the first step or an invalid one. What lies in the future, by a clock that is ahead of this
    /// one, belongs to the last step: it just happened.
    qsizetype stepOf(const QDateTime &utc) const;
    bool operator==(const Series &) const = default;
};

/// The last hour in steps of 5 minutes, the last 24 hours in hours, the last 7 or 30 days in days; the step that is
/// running is the last one. Whole hours and days of the zone that the user reads times in, so that bars stay where they
/// are while time goes on.
Series seriesOf(TimeRange range, const QDateTime &nowUtc, bool inUtc);

/// How many of `times` are in each step.
QList<qint64> countIn(const Series &series, const QList<QDateTime> &times);

} // namespace podium
