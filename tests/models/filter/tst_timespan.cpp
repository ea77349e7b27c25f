// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/filter/timespan.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_TimeSpan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void means_data();
    void means();
    void refuses_data();
    void refuses();
    void containsItsStartButNotItsEnd();

private:
    /// A Wednesday, 13:30 in Berlin, where the tests run.
    const QDateTime m_now{QDate(2026, 11, 25), QTime(12, 30), Qt::UTC};
};

namespace {
QDateTime local(int month, int day, int hour = 0, int minute = 0)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, minute), Qt::LocalTime).toUTC();
}
} // namespace

void tst_TimeSpan::means_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<QDateTime>("before");
    const auto row = [](const char *text, const QDateTime &from, const QDateTime &before) {
        QTest::newRow(text) << QString::fromLatin1(text) << from << before;
    };
    row("today", local(11, 25), local(11, 26));
    row("yesterday", local(11, 24), local(11, 25));
    row("month", local(11, 1), local(12, 1));
    row("-1h", m_now.addSecs(-3600), {});
    row(">-1h", m_now.addSecs(-3600).addMSecs(1), {});
    row("<-90m", {}, m_now.addSecs(-90 * 60));
    row("-2w", m_now.addDays(-14), {});
    row("2026-11-01", local(11, 1), local(11, 2));
    row(">2026-11-01", local(11, 2), {});
    row(">=2026-11-01", local(11, 1), {});
    row("<2026-11-01", {}, local(11, 1));
    row("<=2026-11-01", {}, local(11, 2));
    row("2026-11-01..2026-11-02", local(11, 1), local(11, 3));
    row("2026-11-01..", local(11, 1), {});
    row("..yesterday", {}, local(11, 25));
    row("2026-11-01T08:30..-1h", local(11, 1, 8, 30), m_now.addSecs(-3600).addMSecs(1));
    row("2026-11-01T08:30Z..now", QDateTime(QDate(2026, 11, 1), QTime(8, 30), Qt::UTC), m_now.addMSecs(1));
    row("2026-11-01T08:30+02:00..", QDateTime(QDate(2026, 11, 1), QTime(6, 30), Qt::UTC), {});
    // The day on which the clocks were put back has 25 hours.
    row("2026-10-25", QDateTime(QDate(2026, 10, 24), QTime(22, 0), Qt::UTC),
        QDateTime(QDate(2026, 10, 25), QTime(23, 0), Qt::UTC));
}

void tst_TimeSpan::means()
{
    QFETCH(QString, text);
    QFETCH(QDateTime, from);
    QFETCH(QDateTime, before);
    const auto span = timeSpanFromText(text, m_now);
    QVERIFY(span);
    QCOMPARE(span->from, from);
    QCOMPARE(span->before, before);
}

void tst_TimeSpan::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "..", ">", "<=", "soon", "-1", "-h", "-1y", "-0h", "1h", "2026-13-01", "2026-02-30",
                             "2026-11-01T08:30", "now", ">>-1h", "2026-11-01...", "-999999999w", "today..soon"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_TimeSpan::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!timeSpanFromText(text, m_now));
}

void tst_TimeSpan::containsItsStartButNotItsEnd()
{
    const TimeSpan span{m_now, m_now.addSecs(10)};
    QVERIFY(span.contains(m_now));
    QVERIFY(span.contains(m_now.addSecs(10).addMSecs(-1)));
    QVERIFY(!span.contains(m_now.addSecs(10)));
    QVERIFY(!span.contains({})); // what never ended, ended at no time
    QVERIFY(TimeSpan().contains(m_now));
}

QTEST_GUILESS_MAIN(tst_TimeSpan)
#include "tst_timespan.moc"
