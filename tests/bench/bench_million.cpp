// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// What must hold with a million instances; a row fails when it does not. Needs the full sandbox with them:
//   installer/sandbox/sandbox up --full && installer/sandbox/sandbox seed --full --instances 1000000
// Run it from the bench preset, inside tests/lib/session. What the server takes for its answer is measured in the same
// run by the same request, and counts apart.
#include "app/dataindex/instancerequest.h"
#include "models/core/trace.h"
#include "tests/bench/memory.h"
#include "tests/bench/millionconsole.h"
#include "tests/bench/millionruns.h"
#include "tests/fakes/await.h"
#include "tests/fakes/fakeworkspace.h"
#include "ui/pages/bulk/bulkpage.h"
#include "ui/pages/instances/instancelist.h"
#include "ui/pages/instances/instancepage.h"
#include "ui/pages/instances/instancespage.h"
#include "ui/shell/environmentview.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pageregistry.h"
#include "ui/timeline/timelinechart.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEventLoop>
#include <QScrollBar>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <malloc.h>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 7;
constexpr int kFar = 900'000;
constexpr int kMany = 1000;
constexpr int kPlaces = 14; ///< a page is read at each: more than are kept
constexpr double kFrameMs = 16;
const QString kThousandNodes = u"5eed0000-0000-4000-9000-000000001000"_s;
const QString kTwentyThousandNodes = u"5eed0000-0000-4000-9000-000000020000"_s;
const QString kLargeVariables = u"5eed0000-0000-4000-9000-000000000030"_s;

} // namespace

class BenchMillion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void opens();
    void jumps();
    void scrolls();
    void needsNoMoreMemory();
    void opensAThousandNodes();
    void opensTheExtremes();
    void retriesAThousand();

private:
    GraphqlRequest pageAt(int offset) const;
    std::unique_ptr<InstancesPage> shownPage();
    bool jump(InstanceList *list, int row, double *at = nullptr);
    qint64 memoryOf(const InstanceFilter &filter, int rows);
    Runs openInstance(const QString &id, int runs);
    QStringList startThatFail(int count);

    std::unique_ptr<MillionConsole> m_console;
    ServerCapabilities m_server;
    QTemporaryDir m_folder;
};

void BenchMillion::initTestCase()
{
    qputenv("PODIUM_SANDBOX", "full");
    QCoreApplication::setOrganizationName(u"podium-test"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    applyTheme(*qApp, Scheme::Light);
    m_console = std::make_unique<MillionConsole>();
    const auto server = await(m_console->sandbox().client.capabilities(), 30000);
    const auto count = await(m_console->sandbox().instances.count({}), 30000);
    if (!server || !count || *count < kFar)
        QSKIP("No million instances: sandbox up --full && sandbox seed --full --instances 1000000");
    m_server = *server;
    qInfo("%lld instances", static_cast<long long>(*count));
}

GraphqlRequest BenchMillion::pageAt(int offset) const
{
    InstanceQuery query;
    query.offset = offset / PagedModel::kPage * PagedModel::kPage;
    query.limit = PagedModel::kPage;
    return instancePageRequest(query, m_server);
}

std::unique_ptr<InstancesPage> BenchMillion::shownPage()
{
    auto page = std::make_unique<InstancesPage>(m_console->context(), Location{u"instances"_s, {}, {}});
    page->resize(1400, 900);
    page->show();
    return page;
}

/// Scrolls so that `row` is the first one, and waits until it is painted, which is `at`.
bool BenchMillion::jump(InstanceList *list, int row, double *at)
{
    ListView *view = list->view();
    PaintWatch watch(view->viewport(), [&] { return view->rowAt(0) == row && list->model()->hasRow(row); });
    view->verticalScrollBar()->setValue(row * view->verticalHeader()->defaultSectionSize());
    view->viewport()->update();
    const bool painted = watch.wait();
    if (at)
        *at = m_console->network().now();
    return painted;
}

void BenchMillion::opens()
{
    Runs runs;
    (void)m_console->plainMs(pageAt(0));
    (void)shownPage();
    for (int run = 0; run < kRuns; ++run) {
        m_console->renewToken();
        runs.plain << m_console->plainMs(pageAt(0));
        const double from = m_console->network().now();
        const auto page = shownPage();
        InstanceListModel *model = page->list()->model();
        PaintWatch watch(page->list()->view()->viewport(), [model] { return model->hasRow(0); });
        QVERIFY(watch.wait());
        runs.add(m_console->network(), from, m_console->network().now());
        QTest::qWait(1000);
    }
    QVERIFY(runs.hold(u"list opens"_s));
}

void BenchMillion::jumps()
{
    const auto page = shownPage();
    InstanceList *list = page->list();
    QVERIFY(jump(list, 0));
    Runs runs;
    (void)m_console->plainMs(pageAt(kFar));
    for (int run = 0; run < kRuns; ++run) {
        m_console->renewToken();
        // Another page each time, at another place in it.
        const int row = kFar + run * 1000 + run * 7;
        runs.plain << m_console->plainMs(pageAt(row));
        const double from = m_console->network().now();
        double painted = 0;
        QVERIFY(jump(list, row, &painted));
        runs.add(m_console->network(), from, painted);
        QTest::qWait(4000); // what else is asked around it
        QVERIFY(jump(list, 0));
        QTest::qWait(1000);
    }
    QVERIFY(runs.hold(u"jump to row 900,000"_s));
}

void BenchMillion::scrolls()
{
    m_console->renewToken();
    const auto page = shownPage();
    InstanceList *list = page->list();
    QVERIFY(jump(list, 0));
    QVERIFY(jump(list, kFar / 2));
    QTest::qWait(1500);
    ListView *view = list->view();
    const int height = view->verticalHeader()->defaultSectionSize();
    QList<double> frames;
    int loaded = 0;
    double before = cpuMs();
    QElapsedTimer clock;
    for (int frame = 0; frame < 600; ++frame) {
        clock.start();
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->value() + height);
        view->viewport()->repaint();
        // What arrives meanwhile is part of the frame.
        while (clock.elapsed() < 16)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents,
                                            static_cast<int>(qMax<qint64>(1, 16 - clock.elapsed())));
        const double now = cpuMs();
        frames << now - before;
        before = now;
        loaded += list->model()->hasRow(view->rowAt(view->viewport()->height() / 2)) ? 1 : 0;
    }
    qInfo("frames while scrolling: median %.1f ms, worst %.1f ms; rows were there in %d of %lld", quantile(frames, 0.5),
          quantile(frames, 1), loaded, static_cast<long long>(frames.size()));
    QVERIFY(holds(u"frames while scrolling, p95"_s, quantile(frames, 0.95), kFrameMs, u" ms"_s));
}

/// Kilobytes of the process while the window shows such a list, and it was looked at in many places.
qint64 BenchMillion::memoryOf(const InstanceFilter &filter, int rows)
{
    MillionConsoles consoles(*m_console);
    Tracer tracer;
    FakeWorkspace workspace;
    MainWindow window(consoles, consoles.environments(), workspace, pageRegistry(), tracer);
    window.resize(1400, 900);
    window.show();
    window.openEnvironment(consoles.environments().list.first().name);
    window.currentView()->open(InstancesPage::filtered(filter));
    auto *page = window.findChild<InstancesPage *>();
    if (!page || !QTest::qWaitFor([page] { return page->list()->model()->hasRow(0); }, 30000))
        return -1;
    for (int place = 0; place < kPlaces; ++place) {
        m_console->renewToken();
        if (!jump(page->list(), static_cast<int>(qint64(rows - 60) * place / kPlaces)))
            return -1;
        QTest::qWait(50);
    }
    QTest::qWait(1500);
    malloc_trim(0);
    return residentKb(QCoreApplication::applicationPid());
}

void BenchMillion::needsNoMoreMemory()
{
    InstanceQuery few;
    few.filter.set(InstanceField::BusinessKey, {u"*-0000*"_s}); // GREET-0000001 … GREET-0000999
    const auto count = await(m_console->sandbox().instances.count(few), 30000);
    QVERIFY(count && *count > 900 && *count < 1100);
    // What the first lists of all take, whatever they show, and what is left in the heap belong to neither: by turns.
    (void)memoryOf(few.filter, 900);
    (void)memoryOf({}, 1'000'000);
    QList<double> smalls;
    QList<double> larges;
    for (int turn = 0; turn < 3; ++turn) {
        smalls << static_cast<double>(memoryOf(few.filter, 900));
        larges << static_cast<double>(memoryOf({}, 1'000'000));
        QVERIFY(smalls.constLast() > 0 && larges.constLast() > 0);
    }
    const double small = quantile(smalls, 0.5);
    const double large = quantile(larges, 0.5);
    qInfo("memory: %.1f MB with a thousand instances, %.1f MB with a million", small / 1024, large / 1024);
    QVERIFY(holds(u"memory with a million against a thousand"_s, large / small * 100, 110, u" %"_s));
}

Runs BenchMillion::openInstance(const QString &id, int runs)
{
    Runs measured;
    for (int run = 0; run <= runs; ++run) {
        m_console->renewToken();
        const double plain = m_console->plainMs(instanceRequest(id, m_server));
        const double from = m_console->network().now();
        InstanceDetailPage page(m_console->context(), Location{u"instance"_s, id, {}});
        page.resize(1400, 900);
        // The title names the instance as soon as it is read; its nodes are laid out on a worker.
        const auto *chart = page.findChild<TimelineChart *>();
        PaintWatch watch(page.tabs(), [&page, chart] {
            return page.title().contains(u"seed-"_s) && chart->timeline() && !chart->timeline()->rows.isEmpty();
        });
        page.show();
        const bool painted = watch.wait();
        if (run > 0 && painted) { // the first of all makes what every later one finds: icons, fonts, style
            measured.plain << plain;
            measured.add(m_console->network(), from, m_console->network().now());
        }
        QTest::qWait(1000); // definition and source
    }
    return measured;
}

void BenchMillion::opensAThousandNodes()
{
    QVERIFY(openInstance(kThousandNodes, kRuns).hold(u"instance of 1,000 nodes"_s));
}

/// To look at; no number is promised.
void BenchMillion::opensTheExtremes()
{
    (void)openInstance(kTwentyThousandNodes, 3).hold(u"instance of 20,000 nodes"_s);
    (void)openInstance(kLargeVariables, 3).hold(u"instance with 30 MB of variables"_s);
}

/// Real runs, all of them failed: the seeded ones the runtime does not know.
QStringList BenchMillion::startThatFail(int count)
{
    SandboxConsole &sandbox = m_console->sandbox();
    sandbox.setHealthy(u"inventory"_s, false);
    const auto definition = await(sandbox.catalog.definition(u"stock_reservation"_s, {}), 30000);
    if (!definition)
        return {};
    const auto input = std::make_shared<const Json>(Json{{"sku", "CHAIR-42"}, {"quantity", 1}});
    const QString key = u"bench-"_s % QUuid::createUuid().toString(QUuid::Id128).left(8);
    QStringList ids;
    QEventLoop loop;
    int open = 0;
    for (int i = 0; i < count; ++i) {
        if (i % 200 == 0)
            m_console->renewToken();
        ++open;
        deliverTo(&loop, sandbox.runs.start({*definition, input, u"%1-%2"_s.arg(key).arg(i)}),
                  [&](const Result<RunStarted> &run) {
                      if (run)
                          ids << run->instanceId;
                      --open;
                      loop.quit();
                  });
        while (open >= 4 || (i + 1 == count && open > 0))
            loop.exec();
    }
    return ids;
}

/// The window while a thousand real runs are retried, with the report in front: the processor time of each turn of the
/// event loop is the time in which nothing can be drawn.
void BenchMillion::retriesAThousand()
{
    const QStringList ids = startThatFail(kMany);
    QCOMPARE(ids.size(), kMany);
    InstanceQuery query;
    query.ids = ids;
    query.limit = kMany;
    InstancePage failed;
    QVERIFY(QTest::qWaitFor(
        [&] {
            m_console->renewToken();
            failed = await(m_console->sandbox().instances.page(query), 30000).value();
            return failed.rows.size() == kMany &&
                   std::all_of(failed.rows.cbegin(), failed.rows.cend(),
                               [](const auto &row) { return row.state == InstanceState::Error; });
        },
        120000));
    m_console->sandbox().setHealthy(u"inventory"_s, true);
    const auto list = shownPage();
    const QString id = m_console->bulks().start(BulkVerb::Retry, failed.rows, u"bench"_s);
    BulkPage page(m_console->context(), Location{u"bulk"_s, id, {}});
    page.resize(1400, 900);
    page.show();
    QList<double> turns;
    double turn = cpuMs();
    QTimer tick;
    QEventLoop loop;
    connect(&tick, &QTimer::timeout, &loop, [&] {
        turns << cpuMs() - turn;
        if (m_console->bulks().running().isEmpty())
            loop.quit();
        turn = cpuMs();
    });
    QTimer renewal; // no request has to wait for a token
    connect(&renewal, &QTimer::timeout, &loop, [this] { (void)m_console->sandbox().tokens.renewedToken({}); });
    tick.start(4);
    renewal.start(20'000);
    QElapsedTimer took;
    took.start();
    QTimer::singleShot(240'000, &loop, &QEventLoop::quit);
    loop.exec();
    const BulkReport report = *m_console->bulks().report(id);
    m_console->sandbox().setHealthy(u"inventory"_s, false);
    qInfo("retry of %d: %d done in %.0f s; %lld turns, median %.2f ms, p99 %.2f ms, longest %.1f ms", kMany,
          report.countOf(BatchOutcome::Done), static_cast<double>(took.elapsed()) / 1e3,
          static_cast<long long>(turns.size()), quantile(turns, 0.5), quantile(turns, 0.99), quantile(turns, 1));
    QCOMPARE(report.countOf(BatchOutcome::Done), kMany);
    QVERIFY(holds(u"frames while 1,000 are retried, p99"_s, quantile(turns, 0.99), kFrameMs, u" ms"_s));
}

QTEST_MAIN(BenchMillion)
#include "bench_million.moc"
