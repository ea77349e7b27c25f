// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "layoutchecks.h"
#include "models/graph/layered.h"
#include "models/graph/networksimplex.h"
#include "models/graph/tracks.h"
#include "models/workflow/workflowdocument.h"
#include "syntheticgraphs.h"
#include "tests/models/graph/readgraph.h"

#include <QLineF>
#include <QTest>

#include <algorithm>
#include <cmath>
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

/// As seen along the flow, which then leads down.
GraphLayout turnedDown(const GraphModel &model, LayoutDirection direction)
{
    LayoutOptions options;
    options.direction = direction;
    GraphLayout layout = layoutGraph(model, options);
    if (direction == LayoutDirection::TopDown)
        return layout;
    const auto turned = [](const QRectF &rect) { return QRectF(rect.y(), rect.x(), rect.height(), rect.width()); };
    for (NodeGeometry &node : layout.nodes)
        node.rect = turned(node.rect);
    for (EdgeGeometry &edge : layout.edges) {
        edge.label = turned(edge.label);
        for (QPointF &point : edge.points)
            point = point.transposed();
    }
    return layout;
}

int edgeBetween(const GraphModel &model, const QString &from, const QString &to)
{
    const auto it = std::find_if(model.edges.cbegin(), model.edges.cend(), [&](const GraphEdge &edge) {
        return edge.from == model.stateIndex(from) && edge.to == model.stateIndex(to);
    });
    return static_cast<int>(it - model.edges.cbegin());
}

/// Whether a line from `end` to `next` leaves the box at its left or right side, outwards.
bool isAtSide(const QRectF &box, const QPointF &end, const QPointF &next)
{
    const bool across = std::abs(end.y() - next.y()) < 0.01 && (next.x() < box.left() || next.x() > box.right());
    return across && end.y() > box.top() + 2 && end.y() < box.bottom() - 2;
}

/// Of the lines as they are drawn.
int crossingsOf(const GraphLayout &layout)
{
    int count = 0;
    const auto lineAt = [&layout](qsizetype e, qsizetype p) {
        return QLineF(layout.edges.at(e).points.at(p - 1), layout.edges.at(e).points.at(p));
    };
    for (qsizetype a = 0; a < layout.edges.size(); ++a) {
        for (qsizetype b = 0; b < a; ++b) {
            for (qsizetype p = 1; p < layout.edges.at(a).points.size(); ++p) {
                for (qsizetype q = 1; q < layout.edges.at(b).points.size(); ++q) {
                    QPointF at;
                    const QLineF one = lineAt(a, p);
                    const QLineF two = lineAt(b, q);
                    if (one.intersects(two, &at) != QLineF::BoundedIntersection)
                        continue;
                    const auto isEnd = [&at](const QLineF &line) {
                        return QLineF(at, line.p1()).length() < 0.1 || QLineF(at, line.p2()).length() < 0.1;
                    };
                    count += isEnd(one) || isEnd(two) ? 0 : 1; // lines of one trunk meet
                }
            }
        }
    }
    return count;
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

    // From the side of the box, along a line beside all that it jumps over, into the side of the other.
    void drawsALoopAsALoop()
    {
        const GraphModel model =
            graphOf(chainOf("  - {name: A, type: inject, transition: B}\n  - {name: B, type: inject, transition: C}\n"
                            "  - {name: C, type: switch, dataConditions: [{condition: .x, transition: A}], "
                            "defaultCondition: {end: true}}\n"));
        QCOMPARE(faultsBothWays(model), QStringList());
        for (const LayoutDirection direction : kDirections) {
            const GraphLayout layout = turnedDown(model, direction);
            const auto &points = layout.edges.at(edgeBetween(model, u"C"_s, u"A"_s)).points;
            const QRectF from = layout.nodes.at(model.stateIndex(u"C"_s)).rect;
            const QRectF to = layout.nodes.at(model.stateIndex(u"A"_s)).rect;
            QVERIFY(isAtSide(from, points.first(), points.at(1)));
            QVERIFY(isAtSide(to, points.last(), points.at(points.size() - 2)));
            // Room for the arrow head and a round corner.
            QVERIFY(std::abs(points.last().x() - points.at(points.size() - 2).x()) >= 18);
            for (qsizetype p = 2; p < points.size(); ++p)
                QVERIFY2(points.at(p).y() <= points.at(p - 1).y(), "It leads up all the way.");
        }
    }

    void loopsToOneBoxNestAtItsSide()
    {
        const GraphModel model = graphOf(chainOf(
            "  - {name: A, type: inject, transition: B}\n"
            "  - {name: B, type: switch, dataConditions: [{condition: .again, transition: A}], defaultCondition: "
            "{transition: C}}\n"
            "  - {name: C, type: switch, dataConditions: [{condition: .again, transition: B}], defaultCondition: "
            "{transition: D}}\n"
            "  - {name: D, type: switch, dataConditions: [{condition: .again, transition: A}], defaultCondition: {end: "
            "true}}\n"));
        QCOMPARE(faultsBothWays(model), QStringList());
        for (const LayoutDirection direction : kDirections) {
            const GraphLayout layout = turnedDown(model, direction);
            QCOMPARE(layout.crossings, 0);
            QCOMPARE(crossingsOf(layout), 0);
            for (const auto &[from, to] : {std::pair(u"B"_s, u"A"_s), std::pair(u"C"_s, u"B"_s)}) {
                const auto &points = layout.edges.at(edgeBetween(model, from, to)).points;
                QVERIFY(isAtSide(layout.nodes.at(model.stateIndex(from)).rect, points.first(), points.at(1)));
                QVERIFY(
                    isAtSide(layout.nodes.at(model.stateIndex(to)).rect, points.last(), points.at(points.size() - 2)));
            }
        }
    }

    // It bulges from one side of the box, with its label beside the line rather than on it.
    void drawsALoopToItselfBesideTheBox()
    {
        const GraphModel model = graphOf(chainOf("  - {name: A, type: switch, dataConditions: [{condition: .more, "
                                                 "transition: A}], defaultCondition: {end: true}}\n"));
        for (const LayoutDirection direction : kDirections) {
            const GraphLayout layout = turnedDown(model, direction);
            const EdgeGeometry &loop = layout.edges.at(edgeBetween(model, u"A"_s, u"A"_s));
            const QRectF box = layout.nodes.at(model.stateIndex(u"A"_s)).rect;
            QCOMPARE(loop.points.size(), 4);
            QVERIFY(isAtSide(box, loop.points.first(), loop.points.at(1)));
            QVERIFY(isAtSide(box, loop.points.last(), loop.points.at(2)));
            QVERIFY(loop.points.first().y() > loop.points.last().y() + 10);
            for (const QPointF &point : loop.points)
                QVERIFY(!loop.label.contains(point));
            QVERIFY(!loop.label.intersects(box));
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

    void drawsThicketsCleanly()
    {
        for (unsigned seed = 1; seed <= 20; ++seed)
            QCOMPARE(faultsBothWays(thicketGraph(30, 40, seed)), QStringList());
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
