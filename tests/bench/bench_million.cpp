// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// What must hold with a million instances; a row fails when it does not. Needs the full sandbox with them:
//   installer/sandbox/sandbox up --full && installer/sandbox/sandbox seed --full --instances 1000000
// Run it from the bench preset, inside tests/lib/session. What the server takes for its answer is measured in the same
// run by the same request, and counts apart.
#include "app/dataindex/instancerequest.h"
#include "tests/bench/memory.h"
#include "tests/bench/millionconsole.h"
#include "tests/fakes/await.h"
#include "ui/pages/instances/instancelist.h"
#include "ui/pages/instances/instancepage.h"
#include "ui/pages/instances/instancespage.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QScrollBar>
#include <QTabWidget>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <malloc.h>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 7;
constexpr int kFar = 900'000;
constexpr double kFrameMs = 16;
constexpr double kBeyondMs = 100;
const QString kThousandNodes = u"5eed0000-0000-4000-9000-000000001000"_s;
const QString kTwentyThousandNodes = u"5eed0000-0000-4000-9000-000000020000"_s;
const QString kLargeVariables = u"5eed0000-0000-4000-9000-000000000030"_s;

/// Processor time of this thread in ms: a busy machine must not count.
double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double quantile(QList<double> values, double share)
{
    if (values.isEmpty())
        return std::nan("");
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, static_cast<qsizetype>(share * static_cast<double>(values.size()))));
}

/// Says what was measured; the answer is whether the target holds.
bool holds(const QString &what, double value, double target, const QString &unit)
{
    const bool good = value <= target;
    qInfo().noquote() << u"%1: %2%4 (at most %3%4%5"_s.arg(
        what, QString::number(value, 'f', 1), QString::number(target), unit, good ? u")"_s : u") DOES NOT HOLD"_s);
    return good;
}

/// Of the same thing done several times, once by the window and once by a plain request.
struct Pairs
{
    QList<double> window;
    QList<double> server;

    bool hold(const QString &what) const
    {
        const double own = quantile(server, 0.5);
        const double all = quantile(window, 0.5);
        qInfo().noquote() << u"%1: painted after %2 ms, the answer alone %3 ms (medians of %4)"_s.arg(
            what, QString::number(all, 'f', 0), QString::number(own, 'f', 0), QString::number(window.size()));
        return holds(what + u", beyond the answer"_s, all - own, kBeyondMs, u" ms"_s);
    }
};

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

private:
    GraphqlRequest pageAt(int offset) const;
    std::unique_ptr<InstancesPage> shownPage();
    bool jump(InstanceList *list, int row, double *ms = nullptr);
    qint64 memoryOf(const InstanceQuery &query, int rows);
    Pairs openInstance(const QString &id, int runs);

    std::unique_ptr<MillionConsole> m_console;
    ServerCapabilities m_server;
};

void BenchMillion::initTestCase()
{
    qputenv("PODIUM_SANDBOX", "full");
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

/// Scrolls so that `row` is the first one, and waits until it is painted.
bool BenchMillion::jump(InstanceList *list, int row, double *ms)
{
    ListView *view = list->view();
    PaintWatch watch(view->viewport(), [&] { return view->rowAt(0) == row && list->model()->hasRow(row); });
    QElapsedTimer timer;
    timer.start();
    view->verticalScrollBar()->setValue(row * view->verticalHeader()->defaultSectionSize());
    view->viewport()->update();
    const auto painted = watch.wait(timer);
    if (ms && painted)
        *ms = *painted;
    return painted.has_value();
}

void BenchMillion::opens()
{
    Pairs pairs;
    (void)m_console->plainMs(pageAt(0));
    for (int run = 0; run < kRuns; ++run) {
        m_console->renewToken();
        pairs.server << m_console->plainMs(pageAt(0));
        QElapsedTimer timer;
        timer.start();
        const auto page = shownPage();
        InstanceListModel *model = page->list()->model();
        PaintWatch watch(page->list()->view()->viewport(), [model] { return model->hasRow(0); });
        const auto painted = watch.wait(timer);
        QVERIFY(painted);
        pairs.window << *painted;
        QTest::qWait(300);
    }
    QVERIFY(pairs.hold(u"list opens"_s));
}

void BenchMillion::jumps()
{
    const auto page = shownPage();
    InstanceList *list = page->list();
    QVERIFY(jump(list, 0));
    Pairs pairs;
    (void)m_console->plainMs(pageAt(kFar));
    for (int run = 0; run < kRuns; ++run) {
        m_console->renewToken();
        // Another page each time, at another place in it.
        const int row = kFar + run * 1000 + run * 7;
        pairs.server << m_console->plainMs(pageAt(row));
        double ms = 0;
        QVERIFY(jump(list, row, &ms));
        pairs.window << ms;
        QTest::qWait(1500); // what else is asked around it
        QVERIFY(jump(list, 0));
        QTest::qWait(1500);
    }
    QVERIFY(pairs.hold(u"jump to row 900,000"_s));
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

/// Kilobytes of the process while such a list is open and was looked at in forty places.
qint64 BenchMillion::memoryOf(const InstanceQuery &query, int rows)
{
    InstanceList list(m_console->context());
    list.resize(1400, 900);
    list.show();
    list.setQuery(query);
    for (int place = 0; place < 40; ++place) {
        m_console->renewToken();
        if (!jump(&list, static_cast<int>(qint64(rows - 60) * place / 40)))
            return -1;
        QTest::qWait(100);
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
    (void)memoryOf(few, 900); // what the first of all lists takes, whatever it shows
    const auto small = static_cast<double>(memoryOf(few, 900));
    const auto large = static_cast<double>(memoryOf({}, 1'000'000));
    QVERIFY(small > 0 && large > 0);
    qInfo("memory: %.1f MB with a thousand instances, %.1f MB with a million", small / 1024, large / 1024);
    QVERIFY(holds(u"memory with a million against a thousand"_s, large / small * 100, 110, u" %"_s));
}

Pairs BenchMillion::openInstance(const QString &id, int runs)
{
    Pairs pairs;
    for (int run = 0; run < runs; ++run) {
        m_console->renewToken();
        pairs.server << m_console->plainMs(instanceRequest(id, m_server));
        QElapsedTimer timer;
        timer.start();
        InstanceDetailPage page(m_console->context(), Location{u"instance"_s, id, {}});
        page.resize(1400, 900);
        // The title names the instance as soon as it is read.
        PaintWatch watch(page.tabs(), [&page] { return page.title().contains(u"seed-"_s); });
        page.show();
        pairs.window << watch.wait(timer).value_or(1e6);
        QTest::qWait(1000); // definition and source
    }
    return pairs;
}

void BenchMillion::opensAThousandNodes()
{
    (void)m_console->plainMs(instanceRequest(kThousandNodes, m_server));
    QVERIFY(openInstance(kThousandNodes, kRuns).hold(u"instance of 1,000 nodes"_s));
}

/// To look at; no number is promised.
void BenchMillion::opensTheExtremes()
{
    (void)openInstance(kTwentyThousandNodes, 3).hold(u"instance of 20,000 nodes"_s);
    (void)openInstance(kLargeVariables, 3).hold(u"instance with 30 MB of variables"_s);
}

QTEST_MAIN(BenchMillion)
#include "bench_million.moc"
