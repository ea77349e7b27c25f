// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/json.h"
#include "tests/bench/memory.h"
#include "tests/journeys/desk.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <signal.h>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 7;
constexpr int kSettleMs = 4000; ///< long after the first rows, also on a slow machine

struct Start
{
    double rowsMs = 0;   ///< from the start of the process to the first painted rows
    double answerMs = 0; ///< of it, the request that brought them
    qint64 residentKb = 0;
};

/// Reads what the trace of one start says (microseconds since the process started).
Start readTrace(const QString &path)
{
    Start start;
    QFile file(path);
    const Result<Json> events = file.open(QIODevice::ReadOnly) ? parseJson(file.readAll()) : Error::cancelled();
    if (!events)
        return start;
    for (const Json &event : *events) {
        const QString name = stringAt(event, "name");
        const double end = event.value("ts", 0.0) + event.value("dur", 0.0);
        if (name == "first rows painted"_L1 && start.rowsMs == 0)
            start.rowsMs = end / 1000;
        const Json *args = memberAt(event, "args");
        if (name == "request"_L1 && args && stringAt(*args, "label") == "ProcessInstances"_L1 && start.answerMs == 0)
            start.answerMs = event.value("dur", 0.0) / 1000;
    }
    return start;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(values.size() / 2);
}

} // namespace

/// How long a signed-in user waits from the start of Podium for the first rows of Instances, beside the Data Index
/// answer that brings them, and the memory then. Needs the sandbox; run it inside tests/lib/session.
class BenchStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startToFirstRows();
};

void BenchStart::startToFirstRows()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    Desk desk;
    QTemporaryDir folder;
    const QString environment = folder.filePath(u"sandbox.json"_s);
    QFile file(environment);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(sandbox({u"environment"_s}));
    file.close();
    desk.start({u"--environment"_s, environment});
    QVERIFY(desk.click(u"Sign in"_s));
    QVERIFY(desk.waitFor([&] { return desk.find(u"rail-instances"_s) != nullptr; }));
    desk.stop();

    QList<double> rows, answers, beyond;
    qint64 memory = 0;
    for (int run = 0; run < kRuns; ++run) {
        const QString trace = folder.filePath(u"trace-%1.json"_s.arg(run));
        QProcess podium;
        podium.start(QStringLiteral(PODIUM_EXECUTABLE), {u"--open"_s, u"instances"_s, u"--trace"_s, trace});
        QVERIFY(podium.waitForStarted());
        QTest::qWait(kSettleMs);
        memory = residentKb(podium.processId());
        podium.terminate();
        QVERIFY(podium.waitForFinished(10000));
        const Start start = readTrace(trace);
        QVERIFY2(start.rowsMs > 0, "The trace tells of no rows");
        rows << start.rowsMs;
        answers << start.answerMs;
        beyond << start.rowsMs - start.answerMs;
    }
    qInfo("start to first rows: median %.0f ms; the answer itself: %.0f ms; beyond it: %.0f ms; ratio %.1f; memory "
          "%lld MB",
          median(rows), median(answers), median(beyond), median(rows) / std::max(1.0, median(answers)),
          static_cast<long long>(memory / 1024));
}

QTEST_MAIN(BenchStart)
#include "bench_start.moc"
