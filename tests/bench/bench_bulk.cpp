// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// The window while an action on many instances runs. Each row tells the CPU time of the turns of the event loop (the
// time in which the window could not draw): the aim is that 95 of 100 stay below the 16 ms of a frame, with 1,000
// instances as with none.
#include "models/core/trace.h"
#include "tests/fakes/fakeconsole.h"
#include "tests/fakes/fakeworkspace.h"
#include "ui/shell/environmentview.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pageregistry.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEventLoop>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <ctime>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

class BenchBulk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"podium-test"_s);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        applyTheme(*qApp, Scheme::Light);
    }

    void frames_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("report");
        QTest::newRow("idle") << 0 << false;
        QTest::newRow("1,000, the list in front") << 1000 << false;
        QTest::newRow("1,000, the report in front") << 1000 << true;
    }

    void frames()
    {
        QFETCH(int, count);
        QFETCH(bool, report);
        FakeEnvironments environments;
        FakeConsoles consoles(environments);
        Tracer tracer;
        FakeWorkspace workspace;
        MainWindow window(consoles, environments, workspace, pageRegistry(), tracer);
        window.resize(1400, 900);
        window.show();
        const QString name = environments.list.first().name;
        FakeConsole *fake = consoles.fake(name);
        fake->instances.setGenerated(12'000);
        window.openEnvironment(name);
        window.currentView()->open({u"instances"_s, {}, {}});
        QTest::qWait(500);
        QList<WorkflowInstance> rows;
        for (int i = 0; rows.size() < count; ++i) {
            const WorkflowInstance row = fakeInstance(i, fake->clock.now().addSecs(-42));
            if (row.state == InstanceState::Error)
                rows << row;
        }
        // Quicker than it goes by default, so that more happens in each frame; answers take a moment.
        Batch::Options options = InstanceBatch::gentle();
        options.perSecond = 200;
        fake->instances.actions.delayMs = 5;
        fake->bulks.setOptions(options);
        QString id;
        if (count > 0)
            id = fake->bulks.start(BulkVerb::Retry, rows, u"1,000 that failed"_s);
        if (report)
            window.currentView()->open({u"bulk"_s, id, {}});
        QTest::qWait(300);
        measure(*fake, count == 0);
    }

private:
    void measure(FakeConsole &fake, bool idle)
    {
        QList<double> turns;
        double turn = cpuMs();
        QTimer tick;
        QEventLoop loop; // QTest::qWait() sleeps between turns
        connect(&tick, &QTimer::timeout, &loop, [&] {
            turns << cpuMs() - turn;
            turn = cpuMs();
            if (!idle && fake.bulks.running().isEmpty())
                loop.quit();
        });
        tick.start(4);
        QTimer::singleShot(idle ? 2000 : 60'000, &loop, &QEventLoop::quit);
        loop.exec();
        std::sort(turns.begin(), turns.end());
        const auto at = [&](double part) {
            return turns.at(static_cast<qsizetype>(part * static_cast<double>(turns.size() - 1)));
        };
        const auto slow = std::count_if(turns.cbegin(), turns.cend(), [](double one) { return one > 16; });
        qInfo("%lld turns: median %.2f ms, p95 %.2f ms, p99 %.2f ms, longest %.1f ms; %lld over a frame",
              static_cast<long long>(turns.size()), at(0.5), at(0.95), at(0.99), turns.constLast(),
              static_cast<long long>(slow));
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(BenchBulk)
#include "bench_bulk.moc"
