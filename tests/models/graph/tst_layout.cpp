// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "layoutchecks.h"
#include "models/graph/layered.h"
#include "models/graph/networksimplex.h"
#include "models/graph/tracks.h"
#include "models/workflow/workflowdocument.h"
#include "syntheticgraphs.h"
#include "tests/models/graph/readgraph.h"

#include <QTest>

#include <limits>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

const LayoutDirection kDirections[] = {LayoutDirection::TopDown, LayoutDirection::LeftRight};

QStringList faultsBothWays(const GraphModel &model)
{
    QStringList faults;
    for (const LayoutDirection direction : kDirections) {
        LayoutOptions options;
        options.direction = direction;
        faults += layoutFaults(model, layoutGraph(model, options));
    }
    return faults.mid(0, 10);
}

QByteArray chainOf(const QByteArray &states)
{
    return "start: A\nstates:\n" + states;
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void drawsCleanly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("one state") << chainOf("  - {name: A, type: inject, data: {}, end: true}\n");
        QTest::newRow("loop to itself") << chainOf("  - {name: A, type: switch, dataConditions: [{condition: .more, "
                                                   "transition: A}], defaultCondition: {end: true}}\n");
        QTest::newRow("loop of two") << chainOf("  - {name: A, type: inject, data: {}, transition: B}\n"
                                                "  - {name: B, type: switch, dataConditions: [{condition: .again, "
                                                "transition: A}], defaultCondition: {end: true}}\n");
        QTest::newRow("only a ring") << chainOf(
            "  - {name: A, type: inject, transition: B}\n  - {name: B, type: inject, transition: C}\n"
            "  - {name: C, type: inject, transition: A}\n");
        QTest::newRow("unreachable ring")
            << chainOf("  - {name: A, type: inject, end: true}\n  - {name: B, type: inject, transition: C}\n"
                       "  - {name: C, type: inject, transition: B}\n");
        QTest::newRow("missing states") << chainOf(
            "  - {name: A, type: inject, transition: X}\n  - {name: B, type: inject, transition: Y}\n");
        QTest::newRow("two ways to one state")
            << chainOf("  - {name: A, type: switch, dataConditions: [{condition: .a, transition: B}, {condition: .b, "
                       "transition: B}], defaultCondition: {transition: B}}\n"
                       "  - {name: B, type: inject, end: true}\n");
        QTest::newRow("duplicate names") << chainOf(
            "  - {name: A, type: inject, transition: A}\n  - {name: A, type: inject, transition: A}\n");
        QTest::newRow("nothing") << QByteArray("states: []\nid: x\n");
    }

    void drawsCleanly()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(faultsBothWays(graphOf(text)), QStringList());
    }

    // What the other tests rely on.
    void noticesBadDrawings()
    {
        const GraphModel model = syntheticGraph(30);
        const GraphLayout good = layoutGraph(model);
        const auto isLabelled = [](const EdgeGeometry &edge) { return !edge.label.isEmpty(); };
        const auto labelled = std::find_if(good.edges.cbegin(), good.edges.cend(), isLabelled) - good.edges.cbegin();
        const auto other = std::find_if(good.edges.cbegin() + labelled + 1, good.edges.cend(), isLabelled);

        GraphLayout bad = good;
        bad.nodes[5].rect.moveCenter(bad.nodes.at(9).rect.center());
        QVERIFY(layoutFaults(model, bad).join(u' ').contains("overlap"_L1));
        bad = good;
        bad.edges[labelled].label.moveCenter(bad.nodes.at(9).rect.center());
        QVERIFY(layoutFaults(model, bad).join(u' ').contains("lies on State 8"_L1));
        bad = good;
        bad.edges[labelled].label = other->label;
        QVERIFY(layoutFaults(model, bad).join(u' ').contains("the labels of"_L1));
        bad = good;
        bad.edges[0].points.insert(1, bad.nodes.at(9).rect.center());
        QVERIFY(layoutFaults(model, bad).join(u' ').contains("runs through State 8"_L1));
        bad = good;
        bad.edges[0].points.last() += QPointF(500, 0);
        QVERIFY(layoutFaults(model, bad).join(u' ').contains("does not end at its box"_L1));
    }

    void runsDownwards()
    {
        const GraphModel model =
            graphOf(chainOf("  - {name: A, type: inject, transition: B}\n  - {name: B, type: inject, end: true}\n"));
        const GraphLayout down = layoutGraph(model);
        QVERIFY(down.nodes.at(model.stateIndex(u"A"_s)).rect.bottom() <
                down.nodes.at(model.stateIndex(u"B"_s)).rect.top());
        LayoutOptions options;
        options.direction = LayoutDirection::LeftRight;
        const GraphLayout right = layoutGraph(model, options);
        QVERIFY(right.nodes.at(model.stateIndex(u"A"_s)).rect.right() <
                right.nodes.at(model.stateIndex(u"B"_s)).rect.left());
        // A chain is a straight line.
        QCOMPARE(down.edges.at(1).points.size(), 2);
        QCOMPARE(down.edges.at(1).points.at(0).x(), down.edges.at(1).points.at(1).x());
    }

    void drawsALoopAsALoop()
    {
        const GraphModel model =
            graphOf(chainOf("  - {name: A, type: inject, transition: B}\n  - {name: B, type: inject, transition: C}\n"
                            "  - {name: C, type: switch, dataConditions: [{condition: .x, transition: A}], "
                            "defaultCondition: {end: true}}\n"));
        const GraphLayout layout = layoutGraph(model);
        const int a = model.stateIndex(u"A"_s);
        const int c = model.stateIndex(u"C"_s);
        for (int e = 0; e < model.edges.size(); ++e) {
            if (model.edges.at(e).from != c || model.edges.at(e).to != a)
                continue;
            const auto &points = layout.edges.at(e).points;
            // It leaves below, passes beside what it jumps over, and enters from above like every other line.
            QCOMPARE(points.first().y(), layout.nodes.at(c).rect.bottom());
            QCOMPARE(points.last().y(), layout.nodes.at(a).rect.top());
            QVERIFY(points.at(points.size() - 2).y() < points.last().y());
            QVERIFY(points.at(1).y() > points.first().y());
        }
    }

    void isTheSameEveryTime()
    {
        const GraphModel model = syntheticGraph(150);
        const GraphLayout first = layoutGraph(model);
        const GraphLayout second = layoutGraph(model);
        for (int i = 0; i < model.nodes.size(); ++i)
            QCOMPARE(first.nodes.at(i).rect, second.nodes.at(i).rect);
        for (int e = 0; e < model.edges.size(); ++e)
            QCOMPARE(first.edges.at(e).points, second.edges.at(e).points);
    }

    void stopsWhenAsked()
    {
        const GraphModel model = syntheticGraph(200);
        int asked = 0;
        const GraphLayout layout = layoutGraph(model, {}, [&asked] { return ++asked > 2; });
        QVERIFY(layout.cancelled);
        QVERIFY(layout.nodes.isEmpty());
        QVERIFY(asked <= 4); // and soon
    }

    void drawsLargeGraphsCleanly_data()
    {
        QTest::addColumn<int>("states");
        QTest::newRow("30") << 30;
        QTest::newRow("200") << 200;
        QTest::newRow("1000") << 1000;
    }

    void drawsLargeGraphsCleanly()
    {
        QFETCH(int, states);
        QCOMPARE(faultsBothWays(syntheticGraph(states)), QStringList());
    }

    void drawsThousandsOfBranches()
    {
        const GraphLayout fan = layoutGraph(fanGraph(3000));
        QVERIFY(!fan.bounds.isEmpty());
        QByteArray text =
            "start: P\nfunctions: f.json\nstates:\n  - name: P\n    type: parallel\n    end: true\n    branches:\n";
        for (int i = 0; i < 2000; ++i)
            text += "      - {name: b" + QByteArray::number(i) + ", actions: [{functionRef: f}]}\n";
        const GraphModel model = graphOf(text);
        QCOMPARE(layoutFaults(model, layoutGraph(model)).mid(0, 5), QStringList());
        // A wall of branches has a shape that can be looked at.
        const QRectF box = layoutGraph(model).nodes.at(model.stateIndex(u"P"_s)).rect;
        QVERIFY(box.width() < 6 * box.height() && box.height() < 6 * box.width());
    }

    void boundsItsWork()
    {
        // Every state leads to one far away: the lines alone would be millions of points.
        GraphModel model = syntheticGraph(6000);
        const qsizetype states = model.nodes.size();
        for (int i = 1; i + 3000 < states; ++i)
            model.edges.append({i, i + 3000, GraphEdge::Kind::Transition, {}, {}, 0});
        const GraphLayout layout = layoutGraph(model);
        for (const EdgeGeometry &edge : layout.edges)
            QVERIFY(edge.points.size() >= 2);
    }

    void countsCrossings()
    {
        QCOMPARE(layered::countCrossings({0, 1, 2}, 3), 0);
        QCOMPARE(layered::countCrossings({2, 1, 0}, 3), 3);
        QCOMPARE(layered::countCrossings({1, 1, 0, 0}, 2), 4);
        QCOMPARE(layered::countCrossings({}, 0), 0);
        std::vector<int> ends;
        unsigned seed = 7;
        for (int i = 0; i < 200; ++i) {
            seed = seed * 1664525U + 1013904223U;
            ends.push_back(static_cast<int>(seed >> 20) % 50);
        }
        long long naive = 0;
        for (size_t i = 0; i < ends.size(); ++i) {
            for (size_t k = i + 1; k < ends.size(); ++k)
                naive += ends[i] > ends[k] ? 1 : 0;
        }
        QCOMPARE(layered::countCrossings(ends, 50), naive);
    }

    void settlesAsShortAsCanBe()
    {
        using namespace layered;
        unsigned seed = 5;
        const auto random = [&seed](int below) {
            seed = seed * 1664525U + 1013904223U;
            return static_cast<int>((seed >> 8) % static_cast<unsigned>(below));
        };
        for (int round = 0; round < 50; ++round) {
            // Five places of 0 … 6, and every way to choose them.
            Table<SpringArc> arcs;
            for (int to = 1; to < 5; ++to) {
                arcs.add({random(to), to, random(2), random(4)});
                arcs.add({random(to), to, 1, random(4)});
            }
            const auto costOf = [&arcs](const Table<int> &places) {
                int sum = 0;
                for (const SpringArc &arc : arcs) {
                    const int slack = places[arc.to] - places[arc.from] - arc.length;
                    if (slack < 0)
                        return std::numeric_limits<int>::max();
                    sum += arc.weight * slack;
                }
                return sum;
            };
            int least = std::numeric_limits<int>::max();
            Table<int> places(5, 0);
            for (int choice = 0; choice < 7 * 7 * 7 * 7 * 7; ++choice) {
                for (int i = 0, rest = choice; i < 5; ++i, rest /= 7)
                    places[i] = rest % 7;
                least = std::min(least, costOf(places));
            }
            for (int i = 0; i < 5; ++i)
                places[i] = 3 * i; // far apart
            settle(places, arcs, 1000);
            QCOMPARE(costOf(places), least);
        }
    }

    // Loops of one box nest; a line between them and the box would have to cross.
    void nestsLoops()
    {
        const GraphModel model = graphOf(chainOf(
            "  - {name: A, type: inject, transition: B}\n"
            "  - {name: B, type: switch, dataConditions: [{condition: .x, transition: A}, {condition: .y, transition: "
            "C}, {condition: .z, transition: D}], defaultCondition: {transition: A}}\n"
            "  - {name: C, type: inject, end: true}\n  - {name: D, type: inject, transition: A}\n"));
        QCOMPARE(faultsBothWays(model), QStringList());
        QCOMPARE(layoutGraph(model).crossings, 0);
    }

    void nestsLinesOfABundle()
    {
        using Shape = layered::TrackLine::Shape;
        std::vector<layered::TrackLine> lines{
            {0, 100, Shape::Through, 0, 0}, {10, 200, Shape::Through, 1, 0}, {20, 300, Shape::Through, 2, 0}};
        QCOMPARE(layered::assign(lines), 3);
        QCOMPARE(lines.front().tag, 2); // the one furthest right is the highest
        QCOMPARE(lines.front().track, 0);
        std::vector<layered::TrackLine> apart{{0, 100, Shape::Through, 0, 0}, {200, 300, Shape::Through, 1, 0}};
        QCOMPARE(layered::assign(apart), 1);
    }
};

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
