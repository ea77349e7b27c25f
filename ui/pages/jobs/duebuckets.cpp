// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/jobs/duebuckets.h"

#include "models/domain/job.h"

#include <QCoreApplication>
#include <QLocale>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DueBuckets)
};

constexpr int kHours = 24;
constexpr int kDays = 7;

QDateTime inZone(const QDateTime &utc, bool inUtc)
{
    return inUtc ? utc.toUTC() : utc.toLocalTime();
}

QDateTime startOfDay(const QDate &day, bool inUtc)
{
    return day.startOfDay(inUtc ? Qt::UTC : Qt::LocalTime);
}

QList<DueBucket> hours(const QDateTime &nowUtc, bool inUtc)
{
    const QTime time = inZone(nowUtc, inUtc).time();
    // Steps of an hour that passed, not of the clock: one of them comes twice in autumn.
    QDateTime from = nowUtc.addMSecs(-(time.msecsSinceStartOfDay() % 3'600'000));
    QList<DueBucket> buckets;
    for (int i = 0; i < kHours; ++i) {
        const QDateTime before = from.addSecs(3600);
        const QDateTime start = inZone(from, inUtc);
        const QString clock = start.toString(u"HH:mm"_s) % u'–' % inZone(before, inUtc).toString(u"HH:mm"_s);
        const bool isToday = start.date() == inZone(nowUtc, inUtc).date();
        buckets << DueBucket{DueBucket::Kind::Span,
                             {from, before},
                             start.toString(u"HH"_s),
                             isToday ? clock : Texts::tr("%1 tomorrow").arg(clock)};
        from = before;
    }
    return buckets;
}

QList<DueBucket> days(const QDateTime &nowUtc, bool inUtc)
{
    const QDate today = inZone(nowUtc, inUtc).date();
    QList<DueBucket> buckets;
    for (int i = 0; i < kDays; ++i) {
        const QDate day = today.addDays(i);
        const QString label = i == 0 ? Texts::tr("Today") : QLocale().toString(day, u"ddd d"_s);
        buckets << DueBucket{DueBucket::Kind::Span,
                             {startOfDay(day, inUtc).toUTC(), startOfDay(day.addDays(1), inUtc).toUTC()},
                             label,
                             i == 0 ? Texts::tr("today") : QLocale().toString(day, u"dddd, d MMMM"_s)};
    }
    return buckets;
}

} // namespace

QList<DueBucket> dueBuckets(DueScale scale, const QDateTime &nowUtc, bool inUtc)
{
    QList<DueBucket> buckets = scale == DueScale::Day ? hours(nowUtc, inUtc) : days(nowUtc, inUtc);
    // What is late is not counted again in the hour that is running.
    const QDateTime late = nowUtc.addMSecs(-kOverdueAfterMs);
    buckets.first().range.from = late;
    buckets.prepend({DueBucket::Kind::Overdue, {{}, late}, Texts::tr("Overdue"), Texts::tr("overdue")});
    buckets.append({DueBucket::Kind::Later,
                    {buckets.constLast().range.before, {}},
                    Texts::tr("Later"),
                    Texts::tr("later than that")});
    return buckets;
}

QString shortCount(qint64 count)
{
    if (count <= 0)
        return {};
    if (count < 10'000)
        return QLocale().toString(count);
    if (count < 1'000'000)
        return Texts::tr("%1k").arg(count / 1000);
    return Texts::tr("%1M").arg(count / 1'000'000);
}

} // namespace podium
