// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/overview/series.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kFiveMinutesMs = 300'000;
constexpr qint64 kHourMs = 3'600'000;

/// Steps of time that passed, not of the clock: an hour comes twice in autumn.
QList<QDateTime> evenEdges(const QDateTime &nowUtc, bool inUtc, qint64 stepMs, int steps)
{
    const QTime time = (inUtc ? nowUtc.toUTC() : nowUtc.toLocalTime()).time();
    const QDateTime running = nowUtc.toUTC().addMSecs(-(time.msecsSinceStartOfDay() % stepMs));
    QList<QDateTime> edges;
    for (int i = steps - 1; i >= -1; --i)
        edges << running.addMSecs(-i * stepMs);
    return edges;
}

QList<QDateTime> dayEdges(const QDateTime &nowUtc, bool inUtc, int days)
{
    const QDate today = (inUtc ? nowUtc.toUTC() : nowUtc.toLocalTime()).date();
    QList<QDateTime> edges;
    for (int i = days - 1; i >= -1; --i)
        edges << today.addDays(-i).startOfDay(inUtc ? Qt::UTC : Qt::LocalTime).toUTC();
    return edges;
}

} // namespace

QString wordOf(TimeRange range)
{
    switch (range) {
    case TimeRange::Hour:
        return u"1h"_s;
    case TimeRange::Day:
        break;
    case TimeRange::Week:
        return u"7d"_s;
    case TimeRange::Month:
        return u"30d"_s;
    }
    return u"24h"_s;
}

TimeRange timeRangeFromWord(const QString &word)
{
    const auto found =
        std::find_if(kTimeRanges.cbegin(), kTimeRanges.cend(), [&](TimeRange range) { return wordOf(range) == word; });
    return found == kTimeRanges.cend() ? TimeRange::Day : *found;
}

qsizetype Series::stepOf(const QDateTime &utc) const
{
    if (!utc.isValid() || steps() == 0)
        return -1;
    const qsizetype after = std::upper_bound(edges.cbegin(), edges.cend(), utc) - edges.cbegin();
    return qMin(after - 1, steps() - 1);
}

Series seriesOf(TimeRange range, const QDateTime &nowUtc, bool inUtc)
{
    if (!nowUtc.isValid())
        return {};
    switch (range) {
    case TimeRange::Hour:
        return {evenEdges(nowUtc, inUtc, kFiveMinutesMs, 12)};
    case TimeRange::Day:
        break;
    case TimeRange::Week:
        return {dayEdges(nowUtc, inUtc, 7)};
    case TimeRange::Month:
        return {dayEdges(nowUtc, inUtc, 30)};
    }
    return {evenEdges(nowUtc, inUtc, kHourMs, 24)};
}

QList<qint64> countIn(const Series &series, const QList<QDateTime> &times)
{
    QList<qint64> counts(series.steps(), 0);
    for (const QDateTime &time : times) {
        if (const qsizetype step = series.stepOf(time); step >= 0)
            ++counts[step];
    }
    return counts;
}

} // namespace podium
