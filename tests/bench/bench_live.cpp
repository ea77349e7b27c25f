// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// What live data may cost; a row fails when a number does not hold. Run it from the bench preset, inside
// tests/lib/session. The flood lasts ten seconds, or as many as PODIUM_BENCH_SECONDS says (the aim is a minute). What
// the server is asked for is counted on the sandbox, where it is up.
#include "app/live/environmentfeed.h"
#include "tests/app/live/subscriptionfixture.h"
#include "tests/bench/memory.h"
#include "tests/bench/millionconsole.h"
#include "tests/bench/pusher.h"
#include "tests/fakes/await.h"
#include "tests/fakes/fakeproxy.h"
#include "ui/pages/instances/instancelist.h"
#include "ui/pages/instances/instancespage.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QTest>

#include <algorithm>
#include <ctime>
#include <malloc.h>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRows = 240;
constexpr int kPerSecond = 1000;
constexpr double kPaintMs = 100;
constexpr double kFrameMs = 16;
constexpr double kGrowthMb = 8;
constexpr double kIdlePercent = 1;

double cpuMs(clockid_t which)
{
    timespec now{};
    clock_gettime(which, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double quantile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, static_cast<qsizetype>(share * static_cast<double>(values.size()))));
}

bool holds(const QString &what, double value, double target, const QString &unit)
{
    const bool good = value <= target;
    qInfo().noquote() << u"%1: %2%4 (at most %3%4%5"_s.arg(
        what, QString::number(value, 'f', 1), QString::number(target), unit, good ? u")"_s : u") DOES NOT HOLD"_s);
    return good;
}

/// What the peers ask for every five seconds while a run is active: the page of runs that they show.
GraphqlRequest peersPage()
{
    GraphqlRequest request;
    request.document =
        u"query { ProcessInstances(orderBy: {start: DESC}, pagination: {limit: 20, offset: 0}) { id "
        u"processName processId businessKey serviceUrl state start end lastUpdate nodes { id } variables "
        u"parentProcessInstance { id processName businessKey } } }"_s;
    return request;
}

} // namespace

class BenchLive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void pushToPaint();
    void pollAnswerToPaint();
    void flood();
    void idleAndHidden();
    void costsTheServer();

private:
    std::optional<double> painted(const std::function<void()> &change, const QString &id, InstanceState state);

    FakeConsole m_fake;
    FakeNavigator m_navigator;
    DisplaySettings m_display;
    Clock m_clock;
    SubscriptionFixture m_fixture;
    QStringList m_ids;
    std::unique_ptr<Pusher> m_pusher;
    std::unique_ptr<EnvironmentFeed> m_feed;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<InstancesPage> m_page;
};

void BenchLive::initTestCase()
{
    applyTheme(*qApp, Scheme::Light);
    for (int i = 0; i < kRows; ++i)
        m_ids << fakeInstance(i, m_fake.clock.now()).id;
}

void BenchLive::init()
{
    m_pusher = std::make_unique<Pusher>(m_ids);
    m_fixture.connectTo(m_pusher->url());
    m_fixture.options = PushOptions();
    m_feed = std::make_unique<EnvironmentFeed>(
        EnvironmentFeed::Services{m_fake.instances, m_fake.jobs, m_clock, m_fake.tracer}, m_fixture.source());
    m_console = std::make_unique<Console>(Console{m_fake.console.environment, m_fake.session, m_fake.catalog,
                                                  m_fake.instances, m_fake.runs, m_fake.events, m_fake.jobs, *m_feed,
                                                  m_fake.journal, m_fake.bulks, m_fake.views, m_fake.inputs,
                                                  m_fake.formData, m_clock, m_fake.tracer});
    m_page = std::make_unique<InstancesPage>(PageContext{*m_console, m_navigator, m_display},
                                             Location{u"instances"_s, {}, {}});
    m_page->resize(1400, 900);
    m_page->show();
    QTRY_VERIFY(m_page->list()->model()->hasRow(0));
    QTRY_COMPARE(m_feed->status().mode, LiveStatus::Mode::Pushed);
    QTest::qWait(1000);
}

void BenchLive::cleanup()
{
    m_page.reset();
    m_console.reset();
    m_feed.reset();
    m_pusher.reset();
}

std::optional<double> BenchLive::painted(const std::function<void()> &change, const QString &id, InstanceState state)
{
    InstanceListModel *model = m_page->list()->model();
    PaintWatch watch(m_page->list()->view()->viewport(), [model, id, state] {
        const int row = model->rowOf(id);
        return row >= 0 && model->instanceAt(row)->state == state;
    });
    QElapsedTimer timer;
    timer.start();
    change();
    if (!watch.wait())
        return {};
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void BenchLive::pushToPaint()
{
    QList<double> times;
    for (int i = 0; i < 20; ++i) {
        const bool fails = i % 2 == 0;
        const auto ms = painted([&] { m_pusher->pushOne(m_ids.at(3), fails ? u"ERROR"_s : u"SUSPENDED"_s); },
                                m_ids.at(3), fails ? InstanceState::Error : InstanceState::Suspended);
        QVERIFY(ms);
        times << *ms;
        QTest::qWait(100);
    }
    QVERIFY(holds(u"push to painted row, p95"_s, quantile(times, 0.95), kPaintMs, u" ms"_s));
}

void BenchLive::pollAnswerToPaint()
{
    QList<double> times;
    for (int i = 0; i < 20; ++i) {
        WorkflowInstance row = m_fake.instances.current(m_ids.at(4));
        row.state = i % 2 == 0 ? InstanceState::Error : InstanceState::Suspended;
        row.lastUpdate = m_clock.now();
        m_fake.instances.put(row);
        // The answer is there at once: all that is left is Podium's own time.
        const auto ms = painted([&] { m_feed->refreshNow(); }, row.id, row.state);
        QVERIFY(ms);
        times << *ms;
        QTest::qWait(300);
    }
    QVERIFY(holds(u"poll answer to painted row, p95"_s, quantile(times, 0.95), kPaintMs, u" ms"_s));
}

void BenchLive::flood()
{
    const int seconds = qMax(4, qEnvironmentVariableIntValue("PODIUM_BENCH_SECONDS"));
    const int duration = qEnvironmentVariableIsSet("PODIUM_BENCH_SECONDS") ? seconds * 1000 : 10'000;
    m_pusher->setRate(kPerSecond);
    QList<double> frames;
    qint64 early = 0;
    QElapsedTimer all;
    all.start();
    double before = cpuMs(CLOCK_THREAD_CPUTIME_ID);
    while (all.elapsed() < duration) {
        QElapsedTimer frame;
        frame.start();
        while (frame.elapsed() < 16)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents,
                                            static_cast<int>(qMax<qint64>(1, 16 - frame.elapsed())));
        const double now = cpuMs(CLOCK_THREAD_CPUTIME_ID);
        frames << now - before;
        before = now;
        if (early == 0 && all.elapsed() > duration / 4) {
            malloc_trim(0);
            early = residentKb(QCoreApplication::applicationPid());
        }
    }
    m_pusher->setRate(0);
    QTest::qWait(500);
    malloc_trim(0);
    const qint64 late = residentKb(QCoreApplication::applicationPid());
    qInfo("%d updates in %lld ms; frames: median %.1f ms, worst %.1f ms; memory %.1f MB", m_pusher->pushed(),
          static_cast<long long>(all.elapsed()), quantile(frames, 0.5), quantile(frames, 1),
          static_cast<double>(late) / 1024);
    QVERIFY(m_pusher->pushed() > duration * kPerSecond / 1000 * 8 / 10);
    QCOMPARE(m_feed->status().mode, LiveStatus::Mode::Pushed);
    QVERIFY(holds(u"frames in a flood, p95"_s, quantile(frames, 0.95), kFrameMs, u" ms"_s));
    QVERIFY(
        holds(u"memory that a flood leaves behind"_s, static_cast<double>(late - early) / 1024, kGrowthMb, u" MB"_s));
}

void BenchLive::idleAndHidden()
{
    m_page->hide();
    m_feed->watchList(); // as watch rules do
    m_feed->setAlert(true);
    m_feed->setForeground(false);
    QTest::qWait(1000);
    const double before = cpuMs(CLOCK_PROCESS_CPUTIME_ID);
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    loop.exec();
    const double spent = cpuMs(CLOCK_PROCESS_CPUTIME_ID) - before;
    m_feed->unwatchList();
    QVERIFY(holds(u"core used idle and hidden"_s, spent / static_cast<double>(timer.elapsed()) * 100, kIdlePercent,
                  u" %"_s));
}

void BenchLive::costsTheServer()
{
    MillionConsole real;
    if (!await(real.sandbox().client.capabilities(), 30000))
        QSKIP("The sandbox is not up: installer/sandbox/sandbox up");
    real.renewToken();
    FakeProxy proxy(real.sandbox().http.environment().dataIndexUrl);
    Environment environment = real.sandbox().http.environment();
    environment.dataIndexUrl = proxy.url(environment.dataIndexUrl);
    HttpClient http(environment, &real.sandbox().tokens, real.sandbox().tracer);
    GraphqlClient client(http, environment.dataIndexUrl);
    DataIndexInstances instances(client);
    DataIndexJobs jobs(client);
    QVERIFY(await(client.capabilities()));
    const auto count = [&proxy](const std::function<void()> &minute) {
        const int requests = proxy.requests;
        const qint64 bytes = proxy.sentBytes + proxy.receivedBytes;
        minute();
        return std::pair(proxy.requests - requests, proxy.sentBytes + proxy.receivedBytes - bytes);
    };
    const auto peers = count([&] {
        for (int i = 0; i < 12; ++i) {
            const auto read = [](GraphqlAnswer &) { return Result<Done>(Done()); };
            QVERIFY(await(client.ask<Done>(peersPage(), read)));
        }
    });
    EnvironmentFeed feed({instances, jobs, m_clock, real.sandbox().tracer}, nullptr);
    feed.watchList();
    QTRY_COMPARE(feed.status().mode, LiveStatus::Mode::Polling);
    const auto own = count([] { QTest::qWait(60'000); });
    qInfo("a minute of the peers: %d requests, %lld bytes; of Podium: %d requests, %lld bytes", peers.first,
          static_cast<long long>(peers.second), own.first, static_cast<long long>(own.second));
    QVERIFY(holds(u"bytes against the peers'"_s,
                  static_cast<double>(own.second) / static_cast<double>(peers.second) * 100, 100, u" %"_s));
}

QTEST_MAIN(BenchLive)
#include "bench_live.moc"
