// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/overlay.h"
#include "models/graph/replay.h"
#include "models/workflow/workflowdocument.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int ms)
{
    return QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC).addMSecs(ms);
}

NodeInstance visit(const QString &state, int enter, int exit = -1, const QString &error = {})
{
    NodeInstance node;
    node.id = u"%1 at %2"_s.arg(state).arg(enter);
    node.definitionId = state;
    node.type = u"ActionNode"_s;
    node.enter = enter < 0 ? QDateTime() : at(enter);
    node.exit = exit < 0 ? QDateTime() : at(exit);
    node.errorMessage = error;
    return node;
}

/// First from 100 to 300, Second from 300 to 700; the run from 90 to 710.
WorkflowInstance finishedRun()
{
    WorkflowInstance run;
    run.id = u"run"_s;
    run.state = InstanceState::Completed;
    run.start = at(90);
    run.end = at(710);
    run.nodes = {visit(u"First"_s, 100, 300), visit(u"Second"_s, 300, 700)};
    return run;
}

struct Stage
{
    GraphModel model;
    QList<NodeDefinition> definitions;

    Stage()
    {
        model = buildGraph(*readWorkflow(R"({"id":"w","start":"First","states":[
            {"name":"First","type":"operation","actions":[{"name":"a","functionRef":"f"}],"transition":"Second"},
            {"name":"Second","type":"operation","actions":[{"name":"b","functionRef":"f"}],"end":true}],
            "functions":[{"name":"f","operation":"x","type":"custom"}]})"));
        for (const auto &[state, action] : {std::pair(u"First"_s, u"a"_s), std::pair(u"Second"_s, u"b"_s)}) {
            NodeDefinition node;
            node.id = node.uniqueId = node.name = node.state = state;
            node.action = action;
            node.type = u"ActionNode"_s;
            definitions.append(node);
        }
    }

    NodeState stateOf(const WorkflowInstance &run, const QString &state, int ms) const
    {
        return overlayFor(model, definitions, instanceAt(run, at(ms))).nodes.value(GraphModel::stateId(state)).state;
    }
};

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsTheMomentsOfARunOnceAndInOrder()
    {
        const ReplayTimes times = replayTimes(finishedRun());
        QCOMPARE(times.moments, (QList<QDateTime>{at(90), at(100), at(300), at(700), at(710)}));
        QCOMPARE(times.begin, at(90));
        QCOMPARE(times.end, at(710));
    }

    void showsEachNodeAsItWas()
    {
        const Stage stage;
        const WorkflowInstance run = finishedRun();
        QCOMPARE(stage.stateOf(run, u"First"_s, 95), NodeState::Pending);
        QCOMPARE(stage.stateOf(run, u"First"_s, 100), NodeState::Running);
        QCOMPARE(stage.stateOf(run, u"First"_s, 299), NodeState::Running);
        QCOMPARE(stage.stateOf(run, u"Second"_s, 299), NodeState::Pending);
        QCOMPARE(stage.stateOf(run, u"First"_s, 300), NodeState::Done);
        QCOMPARE(stage.stateOf(run, u"Second"_s, 300), NodeState::Running);
        QCOMPARE(stage.stateOf(run, u"Second"_s, 700), NodeState::Done);
    }

    void isTheInstanceItselfFromTheLastMomentOn()
    {
        QCOMPARE(instanceAt(finishedRun(), at(710)).state, InstanceState::Completed);
        QCOMPARE(instanceAt(finishedRun(), at(709)).state, InstanceState::Active);
        QCOMPARE(instanceAt(finishedRun(), at(9000)).end, at(710));
    }

    void showsAnErrorOnlyOnceItCanBeKnown()
    {
        const Stage stage;
        WorkflowInstance run = finishedRun();
        run.state = InstanceState::Error;
        run.end = {};
        run.error = InstanceError{u"Second"_s, {}, u"no answer"_s};
        run.nodes = {visit(u"First"_s, 100, 300), visit(u"Second"_s, 300, -1, u"no answer"_s)};
        QCOMPARE(stage.stateOf(run, u"First"_s, 200), NodeState::Running);
        QCOMPARE(stage.stateOf(run, u"Second"_s, 300), NodeState::Failed);
        QVERIFY(!instanceAt(run, at(200)).error);
    }

    void showsARepairFromItsRetriggerOn()
    {
        WorkflowInstance run = finishedRun();
        run.nodes = {visit(u"First"_s, 100, -1, u"no answer"_s), visit(u"First"_s, 200, 300)};
        QVERIFY(instanceAt(run, at(150)).nodes.constFirst().errorMessage.isEmpty());
        const WorkflowInstance later = instanceAt(run, at(250));
        QCOMPARE(later.nodes.constFirst().errorMessage, u"no answer"_s);
        const Stage stage;
        const GraphOverlay overlay = overlayFor(stage.model, stage.definitions, later);
        QCOMPARE(overlay.nodes.value(GraphModel::stateId(u"First"_s)).state, NodeState::Running);
        QCOMPARE(overlay.nodes.value(GraphModel::stateId(u"First"_s)).retriggers, 1);
    }

    void takesTimesThatMakeNoSense()
    {
        WorkflowInstance none;
        none.nodes = {visit(u"First"_s, -1)};
        QVERIFY(!replayTimes(none).begin.isValid());
        QCOMPARE(instanceAt(none, at(0)).nodes.size(), 1);

        WorkflowInstance backwards = finishedRun();
        backwards.nodes = {visit(u"First"_s, 300, 100), visit(u"Second"_s, -1, 200)};
        backwards.end = at(50);
        const ReplayTimes times = replayTimes(backwards);
        QCOMPARE(times.begin, at(50));
        QCOMPARE(times.end, at(300));
        QCOMPARE(instanceAt(backwards, at(150)).nodes.size(), 1);

        WorkflowInstance outOfOrder = finishedRun();
        outOfOrder.state = InstanceState::Active;
        outOfOrder.end = at(9000);
        QCOMPARE(replayTimes(outOfOrder).end, at(700));
    }
};

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
