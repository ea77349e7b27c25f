// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "loopruns.h"
#include "models/graph/heat.h"

#include <QTest>

using namespace podium;
using namespace podium::loopruns;

namespace {

NodeHeat heatAt(const QString &id, const QList<WorkflowInstance> &runs)
{
    return heatOf(model(), definitions(), runs).nodes.value(id);
}

} // namespace

class TestHeat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isEmptyWithoutRuns()
    {
        QCOMPARE(heatOf(model(), definitions(), {}), GraphHeat());
        QCOMPARE(heatOf(GraphModel(), {}, {run({visit(2, 0, 1)})}).nodes.size(), 0);
        QCOMPARE(NodeHeat().failureRate(), 0.0);
    }

    void countsRunsAndTakesTheMedian()
    {
        QList<WorkflowInstance> runs;
        for (const int ms : {10, 30, 1000})
            runs.append(run({visit(1, 0, 0), visit(2, 0, ms)}));
        const GraphHeat heat = heatOf(model(), definitions(), runs);
        QCOMPARE(heat.runs, 3);
        QCOMPARE(heat.nodes.value(u"state:A"_s), (NodeHeat{3, 3, 0, 30}));
        QCOMPARE(heat.nodes.value(u"start"_s).runs, 3);
        QVERIFY(!heat.nodes.contains(u"state:B"_s));
        runs.append(run({visit(2, 0, 41)}));
        QCOMPARE(heatAt(u"state:A"_s, runs).medianMs, 35); // between 30 and 41, cut
    }

    void countsIterations()
    {
        const WorkflowInstance loop =
            run({visit(3, 0, 100), visit(4, 0, 10), visit(5, 10, 40), visit(4, 40, 60), visit(5, 60, 100)});
        QCOMPARE(heatAt(u"state:L/action:x"_s, {loop}), (NodeHeat{1, 2, 0, 15}));
        QCOMPARE(heatAt(u"state:L"_s, {loop}), (NodeHeat{1, 1, 0, 100}));
    }

    void countsFailures()
    {
        const WorkflowInstance failed = run({visit(3, 0), visit(4, 0, -1, u"down"_s)}, InstanceState::Error);
        WorkflowInstance repaired = failed;
        repaired.id = u"repaired"_s;
        repaired.state = InstanceState::Completed;
        repaired.nodes.append(visit(4, 50, 60));
        const WorkflowInstance good = run({visit(4, 0, 20)});
        const NodeHeat heat = heatAt(u"state:L/action:x"_s, {failed, repaired, good});
        QCOMPARE(heat.runs, 3);
        QCOMPARE(heat.failures, 2); // a repair does not undo it
        QCOMPARE(heat.failureRate(), 2.0 / 3);
        QCOMPARE(heat.medianMs, 15);
        QCOMPARE(heatAt(u"state:L"_s, {failed, repaired, good}).failures, 2); // what is in a state is the state
        QCOMPARE(heatAt(u"state:L/action:y"_s, {failed}).failures, 0);
    }

    void knowsTheErrorOfTheRun()
    {
        WorkflowInstance old = run({visit(2, 0)}, InstanceState::Error); // 10.0 has no message at the node
        old.error = InstanceError{u"2"_s, {}, u"broken"_s};
        QCOMPARE(heatAt(u"state:A"_s, {old}), (NodeHeat{1, 1, 1, -1}));
    }

    void takesARunOnce()
    {
        const WorkflowInstance twice = run({visit(2, 0, 5)});
        QCOMPARE(heatOf(model(), definitions(), {twice, twice}).runs, 1);
        QCOMPARE(heatAt(u"state:A"_s, {twice, twice}).runs, 1);
    }

    void ignoresOddTimes()
    {
        NodeInstance never = visit(2, 0, 5);
        never.enter = {};
        NodeInstance skipped = visit(2, 0, 900);
        skipped.cancelType = u"Skipped"_s;
        const QList<WorkflowInstance> odd{run({visit(2, 50, 10)}), run({never}), run({skipped}),
                                          run({visit(2, 0)}, InstanceState::Active)};
        QCOMPARE(heatAt(u"state:A"_s, odd), (NodeHeat{4, 4, 0, -1}));
        QCOMPARE(heatAt(u"state:A"_s, odd + QList{run({visit(2, 0, 7)})}).medianMs, 7);
        // The content of a group may be as odd.
        QCOMPARE(heatAt(u"state:L"_s, {run({visit(4, 50, 10)})}).medianMs, -1);
    }

    void survivesExtremeTimes()
    {
        NodeInstance eternal = visit(2, 0);
        eternal.enter = QDateTime::fromMSecsSinceEpoch(-8'000'000'000'000'000, Qt::UTC);
        eternal.exit = QDateTime::fromMSecsSinceEpoch(8'000'000'000'000'000, Qt::UTC);
        QCOMPARE(heatAt(u"state:A"_s, {run({eternal}), run({eternal})}).medianMs, 16'000'000'000'000'000);
    }

    void ignoresUnknownNodes()
    {
        const GraphHeat heat = heatOf(model(), definitions(), {run({visit(99, 0, 1)})});
        QCOMPARE(heat.runs, 1);
        QVERIFY(heat.nodes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHeat)
#include "tst_heat.moc"
