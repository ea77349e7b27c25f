// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// The numbers the graph has to hold; a row fails when one does not. Run it from the bench preset. Times are processor
// time, so that other programs on the machine change them little. Graphviz is compared with where dot is installed.
#include "dotdrawing.h"
#include "models/graph/overlay.h"
#include "models/workflow/workflowdocument.h"
#include "tests/models/graph/syntheticgraphs.h"
#include "ui/graph/graphcanvas.h"

#include <QDirIterator>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <vector>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// Milliseconds of each of `count` runs, sorted.
template <typename Work>
std::vector<double> timesOf(int count, const Work &work)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const std::clock_t begin = std::clock();
        work(i);
        times.push_back(static_cast<double>(std::clock() - begin) * 1000.0 / CLOCKS_PER_SEC);
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

std::vector<double> layoutTimes(int states, int runs)
{
    const GraphModel model = syntheticGraph(states);
    return timesOf(runs, [&model](int) { Q_UNUSED(layoutGraph(model)) });
}

QString number(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : 0);
}

/// Says what was measured; the answer is whether the target holds.
bool holds(const QString &what, double value, double target, const QString &unit)
{
    const bool good = value <= target;
    qInfo().noquote() << what % u": "_s % number(value) % unit % u" (at most "_s % number(target) % unit %
                             (good ? u")"_s : u") DOES NOT HOLD"_s);
    return good;
}

/// Whole frames of the view over 10,000 nodes while a user pans and zooms, texts seen for the first time included.
class Frames
{
public:
    Frames()
        : m_image(1400, 900, QImage::Format_RGB32)
    {
        const Result<SharedPicture> picture = makePicture(syntheticGraph(10'000), {}, {});
        m_bounds = (*picture)->layout.bounds;
        m_canvas.resize(1400, 900);
        m_canvas.setPicture(*picture, LayoutDirection::TopDown, false);
        static_cast<QWidget &>(m_canvas).render(&m_image); // sizes are settled by the first
    }

    double fitZoom() const { return std::max(0.02, std::min(1400 / m_bounds.width(), 900 / m_bounds.height())); }

    void paint(const QPointF &center, double zoom)
    {
        m_canvas.zoomBy(zoom / m_canvas.zoom());
        m_canvas.centerAt(center);
        static_cast<QWidget &>(m_canvas).render(&m_image);
    }

    QPointF at(double share) const { return {m_bounds.center().x(), m_bounds.top() + share * m_bounds.height()}; }

private:
    GraphCanvas m_canvas;
    QImage m_image;
    QRectF m_bounds;
};

} // namespace

class BenchGraph : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void layoutIsFast()
    {
        bool good = holds(u"layout of 1,000 states, median"_s, medianOf(layoutTimes(1000, 21)), 16, u" ms"_s);
        const std::vector<double> tenThousand = layoutTimes(10'000, 11);
        good = holds(u"layout of 10,000 states, median"_s, medianOf(tenThousand), 100, u" ms"_s) && good;
        // The fastest of each: what the processor's caches allow, whatever else runs.
        const double growth = layoutTimes(100'000, 3).front() / tenThousand.front();
        good = holds(u"layout of 100,000 states against 10,000"_s, growth, 16, u"x"_s) && good;
        QVERIFY(good);
    }

    void thicketsTakeNoLonger_data()
    {
        QTest::addColumn<int>("states");
        QTest::addColumn<int>("links");
        QTest::newRow("200 states, 2,000 links across") << 200 << 2000;
        QTest::newRow("600 states, 1,800 links across") << 600 << 1800;
        QTest::newRow("2,000 states, 6,000 links across") << 2000 << 6000;
    }

    // Nobody draws such a workflow, but somebody generates one: it may be a thicket, but it must not be a wait.
    void thicketsTakeNoLonger()
    {
        QFETCH(int, states);
        QFETCH(int, links);
        const GraphModel model = thicketGraph(states, links);
        GraphLayout layout;
        const std::vector<double> times = timesOf(5, [&](int) { layout = layoutGraph(model); });
        qInfo().noquote() << u"crossings: %1"_s.arg(layout.crossings);
        QVERIFY(holds(u"layout, median"_s, medianOf(times), 350, u" ms"_s));
    }

    void isFasterThanDot()
    {
        const GraphModel model = syntheticGraph(1000);
        const auto dot = drawWithDot({model}, {layoutGraph(model)});
        if (!dot)
            QSKIP("No comparison: dot (package graphviz) is absent.");
        const double ours = medianOf(layoutTimes(1000, 21));
        qInfo().noquote() << u"dot for 1,000 states: %1 ms, %2 times ours"_s.arg(number(dot->milliseconds),
                                                                                 number(dot->milliseconds / ours));
        QVERIFY(holds(u"layout of 1,000 states against dot"_s, ours / dot->milliseconds, 1.0 / 20, u"x"_s));
    }

    void isAsClearAsDot_data()
    {
        QTest::addColumn<QList<GraphModel>>("models");
        QList<GraphModel> synthetic;
        for (unsigned seed = 1; seed <= 10; ++seed)
            synthetic.append(syntheticGraph(200, seed));
        QTest::newRow("200 states") << synthetic;
        QList<GraphModel> real;
        QDirIterator files(QStringLiteral(PODIUM_SHARED_DATA) + u"/workflows"_s, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            if (const Result<WorkflowDocument> document = readWorkflow(file.readAll()); document)
                real.append(buildGraph(*document));
        }
        QTest::newRow("real definitions") << real;
    }

    // What holds: no more crossings than dot has; lines no longer than dot's curves, corners, loops and all; all lines
    // together shorter than dot's where these leave below and enter above, too.
    // What does not: the loops alone are longer than dot's. It draws a loop straight up, from the top of a box to the
    // bottom of another, like an edge turned round; here it runs beside the boxes, to be seen as a loop. And dot's own
    // lines with corners are shorter on real definitions: they leave and enter at all sides and run through where
    // labels would be, which dot does not place then.
    void isAsClearAsDot()
    {
        QFETCH(QList<GraphModel>, models);
        if (models.isEmpty())
            QSKIP("No real definitions here: ../shared/data/workflows is absent.");
        QList<GraphLayout> layouts;
        for (const GraphModel &model : models)
            layouts.append(layoutGraph(model));
        DrawingQuality ours;
        for (qsizetype i = 0; i < models.size(); ++i)
            ours += qualityOf(models.at(i), layouts.at(i));
        qInfo().noquote() << u"corners: %1"_s.arg(ours.bends);
        QList<DrawingQuality> theirs;
        for (const auto &[lines, name] :
             {std::pair(DotLines::Free, u"curves"_s), std::pair(DotLines::Orthogonal, u"lines with corners"_s),
              std::pair(DotLines::Ported, u"curves with our ports"_s)}) {
            const auto dot = drawWithDot(models, layouts, lines);
            if (!dot)
                QSKIP("No comparison: dot (package graphviz) is absent.");
            DrawingQuality sum;
            for (const DrawingQuality &graph : dot->graphs)
                sum += graph;
            theirs.append(sum);
            qInfo().noquote() << u"against dot's %1: crossings %2 to %3, length %4x, without loops %5x"_s.arg(name)
                                     .arg(ours.crossings)
                                     .arg(sum.crossings)
                                     .arg(number(ours.length / sum.length), number(ours.onwards / sum.onwards));
        }
        const DrawingQuality &free = theirs.first();
        const DrawingQuality &ported = theirs.last();
        bool good = holds(u"crossings against dot"_s, static_cast<double>(ours.crossings),
                          static_cast<double>(free.crossings), {});
        good = holds(u"length without loops"_s, ours.onwards / free.onwards, 1, u"x"_s) && good;
        good = holds(u"length, same ports"_s, ours.length / ported.length, 1, u"x"_s) && good;
        good = holds(u"length of all"_s, ours.length / free.length, 1, u"x"_s) && good;
        QVERIFY(good);
    }

    void framesAreSmooth()
    {
        Frames frames;
        constexpr int kFrames = 200;
        const auto pan = timesOf(kFrames, [&](int i) { frames.paint(frames.at(0.1) + QPointF(0, 90) * i, 1); });
        const auto sketch = timesOf(kFrames, [&](int i) { frames.paint(frames.at(0.2) + QPointF(0, 300) * i, 0.3); });
        const double range = std::log(1 / frames.fitZoom());
        const auto zoom = timesOf(kFrames, [&](int i) {
            frames.paint(frames.at(0.5), std::exp(-range * (1 - std::abs(1 - 2.0 * i / kFrames))));
        });
        bool good = holds(u"pan at full size, p95"_s, p95Of(pan), 16, u" ms"_s);
        good = holds(u"pan at a third, p95"_s, p95Of(sketch), 16, u" ms"_s) && good;
        good = holds(u"zoom out to all and back, p95"_s, p95Of(zoom), 16, u" ms"_s) && good;
        QVERIFY(good);
    }

    void statesUpdateQuickly()
    {
        const Result<SharedPicture> picture = makePicture(syntheticGraph(1000), {}, {});
        GraphPainter painter;
        painter.setStyle(GraphStyle(QGuiApplication::palette(), QGuiApplication::font()));
        painter.setPicture(*picture);
        QList<NodeDefinition> definitions;
        WorkflowInstance instance;
        instance.state = InstanceState::Active;
        QDateTime time = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
        for (int i = 0; i < 100; ++i) {
            NodeDefinition definition;
            definition.id = definition.uniqueId = QString::number(i);
            definition.name = definition.state = u"State %1"_s.arg(i);
            definition.type = u"ActionNode"_s;
            definitions.append(definition);
            NodeInstance node;
            node.id = node.definitionId = definition.id;
            node.type = definition.type;
            node.enter = time = time.addMSecs(5);
            node.exit = time.addMSecs(4);
            instance.nodes.append(node);
        }
        const auto update = [&](int) { painter.setOverlay(overlayFor((*picture)->model, definitions, instance)); };
        QVERIFY(holds(u"100 changed states, median"_s, medianOf(timesOf(51, update)), 8, u" ms"_s));
    }
};

QTEST_MAIN(BenchGraph)
#include "bench_graph.moc"
