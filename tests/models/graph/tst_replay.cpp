// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "loopruns.h"
#include "models/graph/replay.h"

#include <QTest>

using namespace podium;
using namespace podium::loopruns;

namespace {

/// A at 0–10; three iterations, of which the second fails at 40 and is repeated at 60; B at 90; ends at 100.
WorkflowInstance whole()
{
    WorkflowInstance instance = run({visit(1, 0, 0), visit(2, 0, 10), visit(3, 10, 90), visit(4, 10, 20),
                                     visit(5, 20, 40), visit(4, 40, -1, u"down"_s), visit(4, 60, 65), visit(5, 65, 70),
                                     visit(4, 70, 80), visit(5, 80, 90), visit(6, 90, 99), visit(7, 100, 100)});
    instance.start = at(0);
    instance.end = at(100);
    return instance;
}

GraphOverlay overlayOf(const WorkflowInstance &instance, const QDateTime &time)
{
    const GraphModel graph = model();
    return overlayAt(graph, mapNodes(graph, definitions()), instance, time);
}

NodeOverlay nodeAt(const WorkflowInstance &instance, int time, const QString &id)
{
    return overlayOf(instance, at(time)).nodes.value(id);
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsTheMoments()
    {
        const ReplaySpan span = replaySpan(whole());
        QList<int> times;
        for (const QDateTime &time : span.moments)
            times.append(static_cast<int>(at(0).msecsTo(time)));
        QCOMPARE(times, (QList<int>{0, 10, 20, 40, 60, 65, 70, 80, 90, 99, 100}));
        QCOMPARE(span.begin, at(0));
        QCOMPARE(span.end, at(100));
        WorkflowInstance late = whole();
        late.start = at(-5);
        late.end = at(120);
        QCOMPARE(replaySpan(late).begin, at(-5));
        QCOMPARE(replaySpan(late).end, at(120));
        QVERIFY(replaySpan(WorkflowInstance()).isEmpty());
    }

    void showsTheRunAsItWas()
    {
        const WorkflowInstance instance = whole();
        QVERIFY(overlayOf(instance, at(-1)).nodes.isEmpty());
        QCOMPARE(nodeAt(instance, 5, u"state:A"_s).state, NodeState::Running);
        QVERIFY(nodeAt(instance, 5, u"state:A"_s).current);
        QVERIFY(!nodeAt(instance, 5, u"state:A"_s).exit.isValid());
        QVERIFY(!overlayOf(instance, at(5)).nodes.contains(u"state:L"_s));
        QCOMPARE(nodeAt(instance, 10, u"state:A"_s).state, NodeState::Done);
        QCOMPARE(nodeAt(instance, 15, u"state:L/action:x"_s).state, NodeState::Running);
        QCOMPARE(nodeAt(instance, 15, u"state:L"_s).state, NodeState::Running);
        QVERIFY(!overlayOf(instance, at(15)).nodes.contains(u"state:L/action:y"_s));
        QCOMPARE(nodeAt(instance, 95, u"state:L"_s).state, NodeState::Done);
        QCOMPARE(nodeAt(instance, 95, u"state:B"_s).state, NodeState::Running);
        QVERIFY(!overlayOf(instance, at(95)).nodes.contains(u"end:B"_s));
    }

    void isTheRunItselfAtTheEnd()
    {
        const WorkflowInstance instance = whole();
        const GraphOverlay now = overlayFor(model(), definitions(), instance);
        QVERIFY(now.nodes.contains(u"end:B"_s));
        QCOMPARE(overlayOf(instance, at(100)), now);
        QCOMPARE(overlayOf(instance, at(5000)), now);
        QCOMPARE(overlayOf(instance, QDateTime()), now);
    }

    void showsAFailureFromItsTime()
    {
        const WorkflowInstance instance = whole();
        const QString x = u"state:L/action:x"_s;
        QCOMPARE(nodeAt(instance, 39, x).state, NodeState::Done);
        QVERIFY(nodeAt(instance, 39, x).error.isEmpty());
        QCOMPARE(nodeAt(instance, 40, x).state, NodeState::Failed);
        QCOMPARE(nodeAt(instance, 40, x).error, u"down"_s);
        QVERIFY(nodeAt(instance, 45, u"state:L"_s).current);
        QCOMPARE(instanceAt(instance, at(45)).state, InstanceState::Error);
        QCOMPARE(nodeAt(instance, 60, x).state, NodeState::Running);
        QVERIFY(nodeAt(instance, 60, x).error.isEmpty());
        QCOMPARE(instanceAt(instance, at(60)).state, InstanceState::Active);
    }

    void countsIterationsAndRetriggers()
    {
        const WorkflowInstance instance = whole();
        const QString x = u"state:L/action:x"_s;
        const QList<QList<int>> expected{{15, 1, 0}, {40, 2, 0}, {60, 2, 1}, {66, 2, 1}, {75, 3, 1}, {99, 3, 1}};
        for (const QList<int> &row : expected) {
            QCOMPARE(nodeAt(instance, row.at(0), x).visits, row.at(1));
            QCOMPARE(nodeAt(instance, row.at(0), x).retriggers, row.at(2));
        }
        QCOMPARE(nodeAt(instance, 99, u"state:L/action:y"_s).visits, 3);
        QCOMPARE(nodeAt(instance, 99, u"state:L/action:y"_s).retriggers, 0);
        QCOMPARE(nodeAt(instance, 99, u"state:L"_s).visits, 1);
        QCOMPARE(nodeAt(instance, 100, x).visits, 3); // and as it is now
        QCOMPARE(nodeAt(instance, 100, x).retriggers, 1);
    }

    void forgetsTheErrorOfTheRunBeforeIt()
    {
        WorkflowInstance instance = run({visit(2, 0, 10), visit(4, 20), visit(5, 30)}, InstanceState::Error);
        instance.error = InstanceError{u"4"_s, instance.nodes.at(1).id, u"gone"_s};
        QCOMPARE(instanceAt(instance, at(15)).state, InstanceState::Active);
        QVERIFY(!instanceAt(instance, at(15)).error);
        QCOMPARE(instanceAt(instance, at(25)).state, InstanceState::Error);
        QCOMPARE(nodeAt(instance, 25, u"state:L/action:x"_s).error, u"gone"_s);
    }

    void showsAnAbortOnlyAtTheEnd()
    {
        WorkflowInstance instance = run({visit(2, 0)}, InstanceState::Aborted);
        instance.end = at(50);
        instance.nodes.first().cancelType = u"Aborted"_s;
        QCOMPARE(nodeAt(instance, 49, u"state:A"_s).state, NodeState::Running);
        QCOMPARE(nodeAt(instance, 50, u"state:A"_s).state, NodeState::Aborted);
    }

    void survivesMissingTimes()
    {
        NodeInstance timeless = visit(6, 0);
        timeless.enter = {};
        NodeInstance endOnly = visit(2, 0, 30);
        endOnly.enter = {};
        const WorkflowInstance instance = run({timeless, endOnly, visit(4, 50, 20)}); // ends before it begins
        const ReplaySpan span = replaySpan(instance);
        QCOMPARE(span.begin, at(20));
        QCOMPARE(span.end, at(50));
        QVERIFY(overlayOf(instance, at(25)).nodes.isEmpty());
        QCOMPARE(nodeAt(instance, 30, u"state:A"_s).state, NodeState::Done);
        QVERIFY(!overlayOf(instance, at(49)).nodes.contains(u"state:L/action:x"_s));
        QVERIFY(!overlayOf(instance, at(49)).nodes.contains(u"state:B"_s));
        QVERIFY(overlayOf(instance, at(50)).nodes.contains(u"state:B"_s)); // it was there, nobody knows when
        const WorkflowInstance unknown = run({timeless});
        QVERIFY(replaySpan(unknown).isEmpty());
        QCOMPARE(instanceAt(unknown, at(0)).nodes.size(), 1);
    }

    void survivesExtremeTimes()
    {
        WorkflowInstance odd = whole();
        odd.start = at(100);
        odd.end = at(-100); // ends before it begins
        odd.nodes[1].enter = QDateTime::fromMSecsSinceEpoch(-8'000'000'000'000'000, Qt::UTC);
        odd.nodes[1].exit = QDateTime::fromMSecsSinceEpoch(8'000'000'000'000'000, Qt::UTC);
        QCOMPARE(replaySpan(odd).begin, odd.nodes.at(1).enter);
        QCOMPARE(replaySpan(odd).end, odd.nodes.at(1).exit);
        QCOMPARE(nodeAt(odd, 61, u"state:A"_s).state, NodeState::Running);
    }
};

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
