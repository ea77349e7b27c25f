// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/overview/failuregroups.h"
#include "models/overview/workflowload.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRows = 10'000;
const QDateTime kNow(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC);

/// Runs that are spread over a day.
QList<WorkflowInstance> rows(InstanceState state)
{
    QList<WorkflowInstance> all;
    for (int i = 0; i < kRows; ++i) {
        WorkflowInstance run;
        run.id = u"9b2d6c1e-0000-4a6f-9c21-%1"_s.arg(i, 12, 16, QLatin1Char('0'));
        run.workflowId = u"workflow-%1"_s.arg(i % 20);
        run.state = state;
        run.start = kNow.addMSecs(-8'000LL * i);
        run.end = state == InstanceState::Completed ? run.start.addMSecs(1'000 + i % 700) : QDateTime();
        if (state == InstanceState::Error)
            run.error = InstanceError{u"node-%1"_s.arg(i % 3),
                                      {},
                                      u"HTTP 503 from https://stock-%1.example.com:8443/orders/%2 at "
                                      "2026-03-02T14:30:00.123Z: \"%3\" is not there\n\tat com.example.Stock.take"
                                      "(Stock.java:%1)"_s.arg(i % 9)
                                          .arg(i)
                                          .arg(run.id)};
        all << run;
    }
    return all;
}

} // namespace

/// Beside each other, in one run, for 10,000 rows: grouping takes its time on a worker thread. The other figures are
/// made on the UI thread, of a twentieth of the running instances and of one workflow at a time.
class BenchOverview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void normalisesTheMessagesAlone()
    {
        const QList<WorkflowInstance> failed = rows(InstanceState::Error);
        QBENCHMARK
        {
            for (const WorkflowInstance &run : failed)
                QVERIFY(!normalisedMessage(run.error->message).isEmpty());
        }
    }

    void groupsFailures()
    {
        const QList<WorkflowInstance> failed = rows(InstanceState::Error);
        const Series day = seriesOf(TimeRange::Day, kNow, true);
        QBENCHMARK
        {
            QVERIFY(failureGroups(failed, day, nullptr).size() <= 60);
        }
    }

    void comparesWhatRuns()
    {
        const QList<WorkflowInstance> running = rows(InstanceState::Active);
        QHash<QString, UsualDuration> usual;
        for (int i = 0; i < 20; ++i)
            usual.insert(u"workflow-%1"_s.arg(i), usualDuration(QList<qint64>(200, 1'000)));
        QBENCHMARK
        {
            QVERIFY(!stuckRadar(running, usual, kNow).runs.isEmpty());
        }
    }

    void sumsUpWhatFinished()
    {
        const QList<WorkflowInstance> finished = rows(InstanceState::Completed);
        const Series day = seriesOf(TimeRange::Day, kNow, true);
        QBENCHMARK
        {
            QVERIFY(workflowLoad(finished, false, day).finished > 0);
        }
    }
};

QTEST_GUILESS_MAIN(BenchOverview)
#include "bench_overview.moc"
