// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/heat.h"
#include "models/workflow/workflowdocument.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC).addMSecs(ms);
}

NodeInstance visit(const QString &state, qint64 enter, const QDateTime &exit, const QString &error = {})
{
    NodeInstance node;
    node.id = u"%1 at %2"_s.arg(state).arg(enter);
    node.definitionId = state;
    node.type = u"ActionNode"_s;
    node.enter = at(enter);
    node.exit = exit;
    node.errorMessage = error;
    return node;
}

WorkflowInstance run(InstanceState state, const QList<NodeInstance> &nodes)
{
    WorkflowInstance instance;
    instance.state = state;
    instance.nodes = nodes;
    return instance;
}

class Stage
{
public:
    Stage()
    {
        m_model = buildGraph(*readWorkflow(R"({"id":"w","start":"First","states":[
            {"name":"First","type":"operation","actions":[{"name":"a","functionRef":"f"}],"transition":"Second"},
            {"name":"Second","type":"operation","actions":[{"name":"b","functionRef":"f"}],"end":true}],
            "functions":[{"name":"f","operation":"x","type":"custom"}]})"));
        for (const auto &[state, action] : {std::pair(u"First"_s, u"a"_s), std::pair(u"Second"_s, u"b"_s)}) {
            NodeDefinition node;
            node.id = node.uniqueId = node.name = node.state = state;
            node.action = action;
            node.type = u"ActionNode"_s;
            m_definitions.append(node);
        }
    }

    GraphHeat heat(const QList<WorkflowInstance> &runs) const { return heatOf(m_model, m_definitions, runs); }

    static NodeHeat of(const GraphHeat &heat, const QString &state)
    {
        return heat.nodes.value(GraphModel::stateId(state));
    }

private:
    GraphModel m_model;
    QList<NodeDefinition> m_definitions;
};

} // namespace

class TestHeat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsRunsFailuresAndTime()
    {
        WorkflowInstance failed =
            run(InstanceState::Error, {visit(u"First"_s, 0, at(300)), visit(u"Second"_s, 300, {}, u"no"_s)});
        failed.error = InstanceError{u"Second"_s, {}, u"no"_s};
        const GraphHeat heat =
            Stage().heat({run(InstanceState::Completed, {visit(u"First"_s, 0, at(100)), visit(u"Second"_s, 100, at(900))}),
                          failed, run(InstanceState::Active, {visit(u"First"_s, 0, {})})});
        QCOMPARE(heat.runs, 3);
        const NodeHeat first = Stage::of(heat, u"First"_s);
        QCOMPARE(first.runs, 3);
        QCOMPARE(first.failures, 0);
        QCOMPARE(first.medianMs, 200); // of 100 and 300: the open visit has no duration
        QCOMPARE(first.longestMs, 300);
        const NodeHeat second = Stage::of(heat, u"Second"_s);
        QCOMPARE(second.runs, 2);
        QCOMPARE(second.failures, 1);
        QCOMPARE(second.failureRate(), 0.5);
        QCOMPARE(second.medianMs, 800);
        QCOMPARE(heat.slowestMs, 800);
    }

    void takesTheMiddleOfAnOddNumber()
    {
        QList<WorkflowInstance> runs;
        for (const int ms : {5000, 10, 30})
            runs.append(run(InstanceState::Completed, {visit(u"First"_s, 0, at(ms))}));
        QCOMPARE(Stage::of(Stage().heat(runs), u"First"_s).medianMs, 30);
    }

    void countsARepairedVisitAsRetriggeredNotAsFailed()
    {
        const GraphHeat heat = Stage().heat(
            {run(InstanceState::Completed, {visit(u"First"_s, 0, {}, u"no"_s), visit(u"First"_s, 50, at(90))})});
        const NodeHeat first = Stage::of(heat, u"First"_s);
        QCOMPARE(first.retriggers, 1);
        QCOMPARE(first.failures, 0);
        QCOMPARE(first.medianMs, 40);
    }

    void leavesOutWhatTellsNothing()
    {
        QCOMPARE(Stage().heat({}), GraphHeat());
        QCOMPARE(Stage().heat({run(InstanceState::Completed, {})}).runs, 0);
        const GraphHeat stranger = Stage().heat({run(InstanceState::Completed, {visit(u"Gone"_s, 0, at(5))})});
        QCOMPARE(stranger.runs, 1);
        QVERIFY(!stranger.nodes.contains(GraphModel::stateId(u"Gone"_s)));
    }

    void neverGivesANegativeTime()
    {
        const GraphHeat heat = Stage().heat({run(InstanceState::Completed, {visit(u"First"_s, 500, at(100))})});
        QCOMPARE(Stage::of(heat, u"First"_s).medianMs, 0);
    }
};

QTEST_GUILESS_MAIN(TestHeat)
#include "tst_heat.moc"
