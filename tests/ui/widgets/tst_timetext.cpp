// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/timetext.h"

#include <QTest>
#include <QTranslator>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_TimeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durations_data();
    void durations();
    void times_data();
    void times();
    void invalidTime();
    void toolTipTellsBoth();
    void pluralsReachTheTranslator();
};

void tst_TimeText::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative") << qint64(-1) << u"–"_s;
    QTest::newRow("zero") << qint64(0) << u"0 ms"_s;
    QTest::newRow("ms") << qint64(850) << u"850 ms"_s;
    QTest::newRow("second") << qint64(1000) << u"1.0 s"_s;
    QTest::newRow("seconds") << qint64(1240) << u"1.2 s"_s;
    QTest::newRow("never 60.0 s") << qint64(59'999) << u"1 min 0 s"_s;
    QTest::newRow("minutes") << qint64(184'000) << u"3 min 4 s"_s;
    QTest::newRow("hours") << qint64(7'500'000) << u"2 h 5 min"_s;
    QTest::newRow("days") << qint64(3 * 86'400'000LL + 4 * 3'600'000LL) << u"3 d 4 h"_s;
    QTest::newRow("years") << qint64(800) * 86'400'000LL << u"800 d 0 h"_s;
}

void tst_TimeText::durations()
{
    QFETCH(qint64, ms);
    QTEST(durationText(ms), "text");
}

void tst_TimeText::times_data()
{
    // The tests run in Europe/Berlin: an hour ahead of UTC in winter.
    QTest::addColumn<QString>("time");
    QTest::addColumn<TimeStyle>("style");
    QTest::addColumn<QString>("text");
    QTest::newRow("today") << u"2026-01-10T11:00:05Z"_s << TimeStyle::Local << u"12:00:05"_s;
    QTest::newRow("another day") << u"2026-01-09T11:00:05Z"_s << TimeStyle::Local << u"2026-01-09 12:00:05"_s;
    QTest::newRow("utc") << u"2026-01-10T11:00:05Z"_s << TimeStyle::Utc << u"11:00:05 UTC"_s;
    QTest::newRow("now") << u"2026-01-10T11:59:58Z"_s << TimeStyle::Relative << u"now"_s;
    QTest::newRow("seconds") << u"2026-01-10T11:59:30Z"_s << TimeStyle::Relative << u"30 s ago"_s;
    QTest::newRow("minutes") << u"2026-01-10T11:57:00Z"_s << TimeStyle::Relative << u"3 min ago"_s;
    QTest::newRow("hours") << u"2026-01-10T01:30:00Z"_s << TimeStyle::Relative << u"10 h ago"_s;
    QTest::newRow("days") << u"2026-01-01T11:00:00Z"_s << TimeStyle::Relative << u"9 d ago"_s;
    QTest::newRow("ahead") << u"2026-01-10T12:20:00Z"_s << TimeStyle::Relative << u"in 20 min"_s;
}

void tst_TimeText::times()
{
    QFETCH(QString, time);
    QFETCH(TimeStyle, style);
    const QDateTime now = QDateTime::fromString(u"2026-01-10T12:00:00Z"_s, Qt::ISODate);
    QTEST(timeText(QDateTime::fromString(time, Qt::ISODate), style, now), "text");
}

void tst_TimeText::invalidTime()
{
    QCOMPARE(timeText({}, TimeStyle::Relative, QDateTime::currentDateTimeUtc()), u"–"_s);
    QCOMPARE(timeToolTip({}), QString());
}

void tst_TimeText::toolTipTellsBoth()
{
    const QString text = timeToolTip(QDateTime::fromString(u"2026-07-01T10:00:00.125Z"_s, Qt::ISODateWithMs));
    QVERIFY(text.contains(u"2026-07-01 12:00:00.125"_s));
    QVERIFY(text.contains(u"2026-07-01 10:00:00.125 UTC"_s));
}

namespace {

/// Answers with the number it was asked for, as a language with many plural forms would.
class PluralTranslator : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int n) const override
    {
        if (qstrcmp(context, "TimeText") != 0 || qstrcmp(source, "%n d ago") != 0)
            return {};
        return n == 1 ? u"vor %n Tag"_s : u"vor %n Tagen"_s;
    }
    bool isEmpty() const override { return false; }
};

} // namespace

void tst_TimeText::pluralsReachTheTranslator()
{
    PluralTranslator translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    const QDateTime now = QDateTime::fromString(u"2026-01-10T12:00:00Z"_s, Qt::ISODate);
    QCOMPARE(timeText(now.addDays(-9), TimeStyle::Relative, now), u"vor 9 Tagen"_s);
    QCoreApplication::removeTranslator(&translator);
}

QTEST_GUILESS_MAIN(tst_TimeText)
#include "tst_timetext.moc"
