// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// What must not hold up the window: the switch between light and dark with ten tabs open, and a form of many fields.
// Each row tells the longest turn of the event loop and the time until all is done; the aim is 50 ms for the first.
#include "models/core/trace.h"
#include "tests/fakes/fakeconsole.h"
#include "tests/fakes/fakeworkspace.h"
#include "ui/form/formview.h"
#include "ui/shell/environmentview.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pageregistry.h"
#include "ui/shell/tabarea.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/themesheet.h"

#include <QApplication>
#include <QEventLoop>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <ctime>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// CPU time of this thread in ms: a busy machine must not count.
double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Does something, and times the turns of the event loop from then on by a timer that fires in each of them.
void timeTurns(const std::function<void()> &work)
{
    double longest = 0;
    double total = 0;
    double turn = 0;
    QTimer tick;
    QEventLoop loop; // QTest::qWait() sleeps between turns
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        const double spent = cpuMs() - turn;
        longest = qMax(longest, spent);
        if (spent > 0.5)
            total += spent;
        turn = cpuMs();
    });
    tick.start();
    QTimer::singleShot(1500, &loop, &QEventLoop::quit);
    turn = cpuMs();
    work();
    const double direct = cpuMs() - turn;
    loop.exec();
    qInfo("called for %.1f ms, longest turn %.1f ms, %.1f ms of work", direct, longest, total);
}

SharedJson formOf(int fields)
{
    Json properties = Json::object();
    for (int i = 0; i < fields; ++i) {
        const char *types[] = {"string", "integer", "boolean", "number"};
        properties["field" + std::to_string(i)] = {{"type", types[i % 4]}, {"description", "What it is for"}};
    }
    return std::make_shared<Json>(Json{{"type", "object"}, {"properties", properties}});
}

} // namespace

class BenchWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"podium-test"_s);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    }

    void scheme_data()
    {
        QTest::addColumn<int>("tabs");
        QTest::newRow("no tabs") << 0;
        QTest::newRow("ten tabs") << 10;
    }

    void scheme()
    {
        QFETCH(int, tabs);
        FakeEnvironments environments;
        FakeConsoles consoles(environments);
        Tracer tracer;
        FakeWorkspace workspace;
        MainWindow window(consoles, environments, workspace, pageRegistry(), tracer);
        window.resize(1400, 900);
        window.show();
        window.openEnvironment(environments.list.first().name);
        FakeConsole *fake = consoles.fake(environments.list.first().name);
        window.currentView()->open({u"overview"_s, {}, {}});
        window.currentView()->open({u"workflows"_s, {}, {}});
        window.currentView()->open({u"instances"_s, {}, {}});
        for (int i = 0; i < tabs; ++i) {
            const WorkflowInstance row = fakeInstance(i, fake->clock.now());
            window.currentView()->open(i % 3 ? Location{u"instance"_s, row.id, {}}
                                             : Location{u"workflow"_s, row.workflowId, row.version});
            QTest::qWait(100);
        }
        qInfo("%lld widgets", static_cast<long long>(QApplication::allWidgets().size()));
        timeTurns([] { applyTheme(*qApp, Scheme::Dark); });
        timeTurns([] { applyTheme(*qApp, Scheme::Light); });
    }

    void form_data()
    {
        QTest::addColumn<int>("fields");
        QTest::newRow("20 fields") << 20;
        QTest::newRow("100 fields") << 100;
        QTest::newRow("400 fields") << 400;
    }

    void form()
    {
        QFETCH(int, fields);
        applyTheme(*qApp, Scheme::Light);
        FormView form;
        form.resize(800, 800);
        wearTheme(&form);
        form.show();
        QTest::qWait(50);
        timeTurns([&] { form.setSchema(formOf(fields)); });
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(BenchWindow)
#include "bench_window.moc"
