// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// The numbers the timeline has to hold; a row fails when one does not. Run it from the bench preset. Times are
// processor time of this thread, so that other programs on the machine change them little.
#include "models/core/trace.h"
#include "tests/fakes/fakeconsole.h"
#include "tests/fakes/fakenavigator.h"
#include "tests/models/timeline/longruns.h"
#include "ui/pages/instances/instancepage.h"
#include "ui/pages/instances/timelineview.h"
#include "ui/timeline/timelinechart.h"
#include "ui/widgets/displaysettings.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

#include <algorithm>
#include <ctime>
#include <vector>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Milliseconds of each of `count` runs, sorted.
template <typename Work>
std::vector<double> timesOf(int count, const Work &work)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const double begin = cpuMs();
        work(i);
        times.push_back(cpuMs() - begin);
    }
    std::sort(times.begin(), times.end());
    return times;
}

double medianOf(const std::vector<double> &sorted)
{
    return sorted[sorted.size() / 2];
}
double p95Of(const std::vector<double> &sorted)
{
    return sorted[sorted.size() * 95 / 100];
}

/// Says what was measured; the answer is whether the target holds.
bool holds(const QString &what, double value, double target, const QString &unit)
{
    const bool good = value <= target;
    qInfo().noquote() << what % u": "_s % QString::number(value, 'f', value < 10 ? 2 : 0) % unit % u" (at most "_s %
                             QString::number(target, 'f', target < 10 ? 2 : 0) % unit %
                             (good ? u")"_s : u") DOES NOT HOLD"_s);
    return good;
}

SharedTimeline timelineOf(const LongRun &run)
{
    return std::make_shared<const Timeline>(buildTimeline(placesOf(run.definitions), run.instance));
}

} // namespace

class BenchTimeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // A frame is what the chart paints for one step of the scroll bar, drawn into an image of the screen's size.
    void framesAreSmooth()
    {
        const LongRun run = longRun(10'000);
        TimelineChart chart;
        chart.resize(1400, 900);
        chart.setTimeline(timelineOf(run), run.instance.nodes.constLast().enter.addSecs(1));
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QImage screen(chart.size(), QImage::Format_RGB32);
        QScrollBar *down = chart.verticalScrollBar();
        QVERIFY(down->maximum() > 50'000);
        constexpr int kFrames = 300;
        const auto paint = [&] { chart.render(&screen); };
        const auto scroll = timesOf(kFrames, [&](int i) {
            down->setValue(i * 90);
            paint();
        });
        const auto jump = timesOf(kFrames, [&](int i) {
            down->setValue(int(qint64(down->maximum()) * ((i * 37) % 100) / 100));
            paint();
        });
        const auto zoom = timesOf(kFrames, [&](int i) {
            chart.zoomBy(i < kFrames / 2 ? 1.1 : 1 / 1.1);
            paint();
        });
        const qint64 now = chart.now();
        const auto tick = timesOf(60, [&](int i) {
            chart.setNow(QDateTime::fromMSecsSinceEpoch(now + i * 1000, Qt::UTC));
            paint();
        });
        bool good = holds(u"scrolling 10,000 node instances, p95"_s, p95Of(scroll), 16, u" ms"_s);
        good = holds(u"jumping through them, p95"_s, p95Of(jump), 16, u" ms"_s) && good;
        good = holds(u"zooming, p95"_s, p95Of(zoom), 16, u" ms"_s) && good;
        good = holds(u"a second later, p95"_s, p95Of(tick), 16, u" ms"_s) && good;
        QVERIFY(good);
    }

    void theModelGrowsInLine()
    {
        const auto times = [](int visits) {
            const LongRun run = longRun(visits);
            return medianOf(timesOf(9, [&](int) { timelineOf(run); }));
        };
        const double one = times(1000);
        const double ten = times(10'000);
        const double twenty = times(20'000);
        // On the thread of the ui only up to 2,000: the rest is for a worker.
        bool good = holds(u"timeline of 1,000 node instances, median"_s, one, 16, u" ms"_s);
        good = holds(u"of 10,000 against 1,000"_s, ten / one, 20, u"x"_s) && good;
        good = holds(u"of 20,000 against 10,000"_s, twenty / ten, 3, u"x"_s) && good;
        qInfo().noquote() << u"of 20,000: %1 ms"_s.arg(twenty, 0, 'f', 1);
        QVERIFY(good);
    }

    void openingIsQuick_data()
    {
        QTest::addColumn<int>("visits");
        QTest::newRow("1,000 node instances") << 1000;
        QTest::newRow("20,000 node instances") << 20'000;
    }

    // From the answer of the server, here at once, to the painted timeline. The page of a short run is the floor.
    void openingIsQuick()
    {
        QFETCH(int, visits);
        open(30); // what is loaded once
        const double least = open(30);
        const double time = open(visits);
        qInfo().noquote()
            << u"an instance of 30: %1 ms, of %2: %3 ms"_s.arg(least, 0, 'f', 0).arg(visits).arg(time, 0, 'f', 0);
        QVERIFY(holds(u"over the page of a short run"_s, time - least, visits <= 1000 ? 100 : 500, u" ms"_s));
    }

private:
    static double open(int visits)
    {
        FakeConsole fake(u"Local sandbox"_s);
        FakeNavigator navigator;
        DisplaySettings display;
        const PageContext context{fake.console, navigator, display};
        LongRun run = longRun(visits);
        run.instance.workflowId = u"order-fulfilment"_s;
        run.instance.version = u"1.2"_s;
        run.instance.detailed = true;
        fake.instances.put(run.instance);
        QElapsedTimer timer;
        timer.start();
        InstanceDetailPage page(context, {u"instance"_s, run.instance.id, {}});
        page.resize(1400, 900);
        bool painted = false;
        auto *view = page.findChild<TimelineView *>();
        auto *chart = page.findChild<TimelineChart *>();
        connect(view, &TimelineView::painted, &page,
                [&] { painted = chart->timeline() && chart->timeline()->visits.size() == visits; });
        page.show();
        while (!painted && timer.elapsed() < 20'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }
};

QTEST_MAIN(BenchTimeline)
#include "bench_timeline.moc"
