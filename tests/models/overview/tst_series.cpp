// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/overview/series.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// The tests run in Europe/Berlin: an hour ahead of UTC in winter, two in summer.
class tst_Series : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsTimesIntoSteps_data();
    void cutsTimesIntoSteps();
    void daysAreThoseOfTheUser();
    void aDayOfAutumnHasOneHourMore();
    void stepsStayWhereTheyAre();
    void countsPerStep();
    void withoutATimeThereAreNoSteps();
    void rangesHaveWords();

private:
    static QDateTime utc(const QString &text) { return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC(); }
};

void tst_Series::cutsTimesIntoSteps_data()
{
    QTest::addColumn<int>("range");
    QTest::addColumn<qsizetype>("steps");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("end");
    QTest::newRow("hour") << int(TimeRange::Hour) << qsizetype(12) << u"2026-03-02T13:35:00Z"_s
                          << u"2026-03-02T14:35:00Z"_s;
    QTest::newRow("day") << int(TimeRange::Day) << qsizetype(24) << u"2026-03-01T15:00:00Z"_s
                         << u"2026-03-02T15:00:00Z"_s;
    QTest::newRow("week") << int(TimeRange::Week) << qsizetype(7) << u"2026-02-23T23:00:00Z"_s
                          << u"2026-03-02T23:00:00Z"_s;
    QTest::newRow("month") << int(TimeRange::Month) << qsizetype(30) << u"2026-01-31T23:00:00Z"_s
                           << u"2026-03-02T23:00:00Z"_s;
}

void tst_Series::cutsTimesIntoSteps()
{
    QFETCH(int, range);
    QFETCH(qsizetype, steps);
    QFETCH(QString, from);
    QFETCH(QString, end);
    const Series series = seriesOf(TimeRange(range), utc(u"2026-03-02T14:31:07.250Z"_s), false);
    QCOMPARE(series.steps(), steps);
    QCOMPARE(series.from(), utc(from));
    QCOMPARE(series.edges.constLast(), utc(end));
    QVERIFY(std::is_sorted(series.edges.cbegin(), series.edges.cend()));
}

void tst_Series::daysAreThoseOfTheUser()
{
    const QDateTime late = utc(u"2026-03-02T23:30:00Z"_s); // already the 3rd in Berlin
    QCOMPARE(seriesOf(TimeRange::Week, late, true).edges.constLast(), utc(u"2026-03-03T00:00:00Z"_s));
    QCOMPARE(seriesOf(TimeRange::Week, late, false).edges.constLast(), utc(u"2026-03-03T23:00:00Z"_s));
}

void tst_Series::aDayOfAutumnHasOneHourMore()
{
    const Series days = seriesOf(TimeRange::Week, utc(u"2026-10-27T12:00:00Z"_s), false);
    QList<qint64> hours;
    for (qsizetype i = 0; i < days.steps(); ++i)
        hours << days.edges.at(i).secsTo(days.edges.at(i + 1)) / 3600;
    QCOMPARE(hours, (QList<qint64>{24, 24, 24, 24, 25, 24, 24}));
}

void tst_Series::stepsStayWhereTheyAre()
{
    const QDateTime now = utc(u"2026-03-02T14:31:07Z"_s);
    for (const TimeRange range : kTimeRanges)
        QCOMPARE(seriesOf(range, now, false), seriesOf(range, now.addSecs(100), false));
}

void tst_Series::countsPerStep()
{
    const QDateTime now = utc(u"2026-03-02T14:31:07Z"_s);
    const Series series = seriesOf(TimeRange::Hour, now, false);
    const QList<qint64> counts = countIn(series, {series.from(), series.from().addMSecs(-1), series.from().addSecs(299),
                                                  QDateTime(), series.edges.at(1), now, now.addDays(2)});
    QCOMPARE(counts.size(), 12);
    QCOMPARE(counts.constFirst(), 2); // the first edge belongs to it, what lies before or has no time to none
    QCOMPARE(counts.at(1), 1);
    QCOMPARE(counts.constLast(), 2); // a clock that is ahead: just now
    QCOMPARE(std::accumulate(counts.cbegin(), counts.cend(), qint64(0)), 5);
}

void tst_Series::withoutATimeThereAreNoSteps()
{
    const Series none = seriesOf(TimeRange::Day, QDateTime(), false);
    QCOMPARE(none.steps(), 0);
    QVERIFY(!none.from().isValid());
    QCOMPARE(none.stepOf(utc(u"2026-03-02T14:31:07Z"_s)), -1);
    QVERIFY(countIn(none, {QDateTime::currentDateTimeUtc()}).isEmpty());
}

void tst_Series::rangesHaveWords()
{
    for (const TimeRange range : kTimeRanges)
        QCOMPARE(timeRangeFromWord(wordOf(range)), range);
    QCOMPARE(timeRangeFromWord(u"a fortnight"_s), TimeRange::Day);
}

QTEST_GUILESS_MAIN(tst_Series)
#include "tst_series.moc"
