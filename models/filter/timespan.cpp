// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/filter/timespan.h"

#include <QLocale>
#include <QRegularExpression>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostSeconds = 400LL * 366 * 86400; // farther back there are no runs, and dates stay valid

QDateTime startOf(const QDate &day)
{
    return day.startOfDay(Qt::LocalTime).toUTC();
}

TimeSpan daysFrom(const QDate &first, qint64 days)
{
    return {startOf(first), startOf(first.addDays(days))};
}

/// Seconds of "-90m"; nothing for other text.
std::optional<qint64> ago(const QString &text)
{
    static const QRegularExpression form(u"^-([0-9]{1,9})([smhdw])$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    const QString unit = match.captured(2);
    const qint64 seconds = unit == "s"_L1   ? 1
                           : unit == "m"_L1 ? 60
                           : unit == "h"_L1 ? 3600
                           : unit == "d"_L1 ? 86400
                                            : 7 * 86400;
    const qint64 all = match.captured(1).toLongLong() * seconds;
    return all > 0 && all <= kMostSeconds ? std::optional(all) : std::nullopt;
}

std::optional<TimeSpan> calendar(const QString &word, const QDate &today)
{
    if (word == "today"_L1)
        return daysFrom(today, 1);
    if (word == "yesterday"_L1)
        return daysFrom(today.addDays(-1), 1);
    if (word == "week"_L1) {
        const int sinceFirst = (today.dayOfWeek() - static_cast<int>(QLocale().firstDayOfWeek()) + 7) % 7;
        return daysFrom(today.addDays(-sinceFirst), 7);
    }
    if (word == "month"_L1) {
        const QDate first(today.year(), today.month(), 1);
        return daysFrom(first, first.daysInMonth());
    }
    return {};
}

/// A point is as long as it is exact: a day is a day, "-1h" is a moment (both ends the same).
std::optional<TimeSpan> point(const QString &text, const QDateTime &nowUtc)
{
    if (text == "now"_L1)
        return TimeSpan{nowUtc, nowUtc};
    if (const auto seconds = ago(text)) {
        const QDateTime moment = nowUtc.addSecs(-*seconds);
        return TimeSpan{moment, moment};
    }
    if (const auto days = calendar(text, nowUtc.toLocalTime().date()))
        return days;
    static const QRegularExpression day(u"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"_s);
    static const QRegularExpression moment(
        u"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,3})?)?(Z|[+-][0-9]{2}:[0-9]{2})?$"_s);
    if (day.match(text).hasMatch()) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? std::optional(daysFrom(date, 1)) : std::nullopt;
    }
    const QDateTime time = moment.match(text).hasMatch() ? QDateTime::fromString(text, Qt::ISODateWithMs) : QDateTime();
    return time.isValid() ? std::optional(TimeSpan{time.toUTC(), time.toUTC()}) : std::nullopt;
}

QDateTime after(const TimeSpan &point)
{
    return point.from == point.before ? point.before.addMSecs(1) : point.before;
}

/// ">…", ">=…", "<…", "<=…"
std::optional<TimeSpan> compared(const QString &text, const QDateTime &nowUtc)
{
    const bool equal = text.mid(1, 1) == "="_L1;
    const auto end = point(text.mid(equal ? 2 : 1), nowUtc);
    if (!end)
        return {};
    if (text.startsWith(u'>'))
        return TimeSpan{equal ? end->from : after(*end), {}};
    return TimeSpan{{}, equal ? after(*end) : end->from};
}

std::optional<TimeSpan> range(const QString &first, const QString &last, const QDateTime &nowUtc)
{
    TimeSpan span;
    if (!first.isEmpty()) {
        const auto from = point(first, nowUtc);
        if (!from)
            return {};
        span.from = from->from;
    }
    if (!last.isEmpty()) {
        const auto to = point(last, nowUtc);
        if (!to)
            return {};
        span.before = after(*to);
    }
    const bool any = span.from.isValid() || span.before.isValid();
    return any ? std::optional(span) : std::nullopt;
}

} // namespace

std::optional<TimeSpan> timeSpanFromText(const QString &text, const QDateTime &nowUtc)
{
    if (text.startsWith(u'>') || text.startsWith(u'<'))
        return compared(text, nowUtc);
    if (const qsizetype dots = text.indexOf(".."_L1); dots >= 0)
        return range(text.left(dots), text.mid(dots + 2), nowUtc);
    const auto alone = point(text, nowUtc);
    if (alone && alone->from != alone->before)
        return alone;
    // "-1h" alone is the last hour; a moment alone says nothing.
    return ago(text) ? std::optional(TimeSpan{alone->from, {}}) : std::nullopt;
}

} // namespace podium
