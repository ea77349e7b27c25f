// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/overview/workflowload.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_StuckRadar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void percentiles_data();
    void percentiles();
    void takesOnlyWholeRuns();
    void needsAMinuteMoreThanUsual();
    void findsWhatTakesTooLong();
    void saysNothingOfTooFewRuns();
    void passesOverWhatDoesNotRun();
    void clocksThatAreOff();
    void worstProportionFirst();
    void sumsUpATime();
    void saysWhenThereIsMore();
    void takesWhatWasCounted();
    void nothingFinished();

private:
    WorkflowInstance running(const QString &workflow, const QString &id, qint64 ageMs) const
    {
        WorkflowInstance run;
        run.id = id;
        run.workflowId = workflow;
        run.state = InstanceState::Active;
        run.start = m_now.addMSecs(-ageMs);
        return run;
    }
    WorkflowInstance finished(qint64 endedMsAgo, qint64 tookMs) const
    {
        WorkflowInstance run;
        run.id = QString::number(endedMsAgo);
        run.workflowId = u"w"_s;
        run.state = InstanceState::Completed;
        run.end = m_now.addMSecs(-endedMsAgo);
        run.start = run.end.addMSecs(-tookMs);
        return run;
    }
    /// As after so many runs that all took as long.
    static UsualDuration usual(qint64 ms, int samples = 20) { return usualDuration(QList<qint64>(samples, ms)); }

    const QDateTime m_now{QDate(2026, 3, 2), QTime(14, 30), Qt::UTC};
};

void tst_StuckRadar::percentiles_data()
{
    QTest::addColumn<QList<qint64>>("durations");
    QTest::addColumn<qint64>("median");
    QTest::addColumn<qint64>("p95");
    QTest::newRow("none") << QList<qint64>{} << -1LL << -1LL;
    QTest::newRow("only impossible ones") << QList<qint64>{-5, -1} << -1LL << -1LL;
    QTest::newRow("one") << QList<qint64>{700} << 700LL << 700LL;
    QTest::newRow("two") << QList<qint64>{900, 100} << 500LL << 900LL;
    QTest::newRow("three and an impossible one") << QList<qint64>{3, -9, 1, 2} << 2LL << 3LL;
    QList<qint64> twenty;
    for (qint64 i = 20; i > 0; --i)
        twenty << i * 10;
    QTest::newRow("twenty") << twenty << 105LL << 190LL;
    QTest::newRow("huge") << QList<qint64>(2, std::numeric_limits<qint64>::max()) << std::numeric_limits<qint64>::max()
                          << std::numeric_limits<qint64>::max();
}

void tst_StuckRadar::percentiles()
{
    QFETCH(QList<qint64>, durations);
    QFETCH(qint64, median);
    QFETCH(qint64, p95);
    const UsualDuration usual = usualDuration(durations);
    QCOMPARE(usual.medianMs, median);
    QCOMPARE(usual.p95Ms, p95);
}

void tst_StuckRadar::takesOnlyWholeRuns()
{
    WorkflowInstance noStart = finished(1000, 50);
    noStart.start = {};
    WorkflowInstance noEnd = finished(1000, 50);
    noEnd.end = {};
    WorkflowInstance aborted = finished(1000, 99'999);
    aborted.state = InstanceState::Aborted;
    const UsualDuration usual =
        usualDuration(QList<WorkflowInstance>{noStart, noEnd, aborted, finished(1000, -50), finished(1000, 300)});
    QCOMPARE(usual.samples, 1);
    QCOMPARE(usual.medianMs, 300);
}

void tst_StuckRadar::needsAMinuteMoreThanUsual()
{
    QCOMPARE(usual(800).unusualAfterMs(), 60'800); // nobody gets up for a few seconds
    QCOMPARE(usual(3'600'000).unusualAfterMs(), 5'400'000);
    QCOMPARE(usual(800, UsualDuration::kFewest - 1).unusualAfterMs(), -1);
}

void tst_StuckRadar::findsWhatTakesTooLong()
{
    const StuckRadar radar =
        stuckRadar({running(u"w"_s, u"a"_s, 60'800), running(u"w"_s, u"b"_s, 60'801)}, {{u"w"_s, usual(800)}}, m_now);
    QCOMPARE(radar.compared, 2);
    QCOMPARE(radar.runs.size(), 1);
    QCOMPARE(radar.runs.constFirst().instance.id, u"b"_s);
    QCOMPARE(radar.runs.constFirst().ageMs, 60'801);
    QCOMPARE(radar.runs.constFirst().usual.medianMs, 800);
}

void tst_StuckRadar::saysNothingOfTooFewRuns()
{
    const StuckRadar radar = stuckRadar({running(u"rare"_s, u"a"_s, 9'000'000), running(u"never"_s, u"b"_s, 9'000'000),
                                         running(u"rare"_s, u"c"_s, 9'000'000)},
                                        {{u"rare"_s, usual(10, 1)}}, m_now);
    QVERIFY(radar.runs.isEmpty());
    QCOMPARE(radar.compared, 0);
    QCOMPARE(radar.unjudged, (QStringList{u"never"_s, u"rare"_s}));
}

void tst_StuckRadar::passesOverWhatDoesNotRun()
{
    WorkflowInstance ended = running(u"w"_s, u"a"_s, 9'000'000); // events out of order
    ended.end = m_now;
    WorkflowInstance failed = running(u"w"_s, u"b"_s, 9'000'000);
    failed.state = InstanceState::Error;
    WorkflowInstance suspended = running(u"w"_s, u"c"_s, 9'000'000);
    suspended.state = InstanceState::Suspended;
    WorkflowInstance noStart = running(u"w"_s, u"d"_s, 0);
    noStart.start = {};
    const WorkflowInstance twice = running(u"w"_s, u"e"_s, 9'000'000);
    const StuckRadar radar =
        stuckRadar({ended, failed, suspended, noStart, twice, twice}, {{u"w"_s, usual(10)}}, m_now);
    QCOMPARE(radar.runs.size(), 1);
    QVERIFY(stuckRadar({}, {}, m_now).runs.isEmpty());
}

void tst_StuckRadar::clocksThatAreOff()
{
    const QList<WorkflowInstance> future{running(u"w"_s, u"a"_s, -3'600'000)};
    const StuckRadar radar = stuckRadar(future, {{u"w"_s, usual(10)}}, m_now);
    QVERIFY(radar.runs.isEmpty());
    QCOMPARE(radar.compared, 0);
    QVERIFY(stuckRadar(future, {{u"w"_s, usual(10)}}, QDateTime()).runs.isEmpty());
}

void tst_StuckRadar::worstProportionFirst()
{
    // An hour over an hour is less unusual than ten minutes over a second.
    const StuckRadar radar = stuckRadar({running(u"slow"_s, u"a"_s, 9'000'000), running(u"fast"_s, u"b"_s, 600'000)},
                                        {{u"slow"_s, usual(3'600'000)}, {u"fast"_s, usual(1000)}}, m_now);
    QCOMPARE(radar.runs.size(), 2);
    QCOMPARE(radar.runs.constFirst().instance.workflowId, u"fast"_s);
}

void tst_StuckRadar::sumsUpATime()
{
    const Series hour = seriesOf(TimeRange::Hour, m_now, true);
    WorkflowInstance odd = finished(60'000, 10);
    odd.end = {};
    const WorkflowLoad load = workflowLoad(
        {finished(1000, 100), odd, finished(2000, 300), finished(3'500'000, 200), finished(4'000'000, 9)}, false, hour);
    QCOMPARE(load.finished, 2); // the steps begin at 13:35
    QVERIFY(!load.atLeast);
    QCOMPARE(load.durations.medianMs, 200);
    QCOMPARE(load.steps.at(10) + load.steps.at(11), 2);
}

void tst_StuckRadar::saysWhenThereIsMore()
{
    const Series hour = seriesOf(TimeRange::Hour, m_now, true);
    QVERIFY(workflowLoad({finished(1000, 100)}, true, hour).atLeast);
    // It goes back to before the time: all in it were seen.
    QVERIFY(!workflowLoad({finished(1000, 100), finished(90'000'000, 100)}, true, hour).atLeast);
}

void tst_StuckRadar::takesWhatWasCounted()
{
    const Series hour = seriesOf(TimeRange::Hour, m_now, true);
    // The oldest one that was looked at ended in step 9: others in that step were not.
    WorkflowLoad load = workflowLoad({finished(1000, 100), finished(400'000, 100)}, true, hour);
    QCOMPARE(load.covered, 10);
    QVERIFY(load.atLeast);
    load.complete({{0, 5}, {9, 7}});
    QVERIFY(load.atLeast); // steps 1 to 8 are not known
    QCOMPARE(load.finished, 13);
    QHash<qsizetype, qint64> counted;
    for (qsizetype i = 0; i < 10; ++i)
        counted.insert(i, 2);
    load = workflowLoad({finished(1000, 100), finished(400'000, 100)}, true, hour);
    load.complete(counted);
    QVERIFY(!load.atLeast);
    QCOMPARE(load.finished, 21);
    QCOMPARE(load.steps, (QList<qint64>{2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 0}));
    // Nothing at all was looked at, but there is something.
    QCOMPARE(workflowLoad({}, true, hour).covered, 12);
}

void tst_StuckRadar::nothingFinished()
{
    const WorkflowLoad load = workflowLoad({}, false, seriesOf(TimeRange::Day, m_now, true));
    QCOMPARE(load.finished, 0);
    QCOMPARE(load.steps, QList<qint64>(24, 0));
    QCOMPARE(load.durations.samples, 0);
    QVERIFY(!load.durations.isKnown());
}

QTEST_GUILESS_MAIN(tst_StuckRadar)
#include "tst_stuckradar.moc"
