// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/nodemapping.h"
#include "models/graph/overlay.h"
#include "tests/models/graph/observedruns.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using namespace podium::observedruns;

namespace {

struct Run : observedruns::ObservedRun
{
    GraphOverlay overlay() const { return overlayFor(model, definitions, instance); }
    NodeOverlay at(const QString &id) const { return overlay().nodes.value(id); }

    /// "Fetch ledger -> End"; conditions with their label.
    QStringList path() const
    {
        QStringList list;
        const GraphOverlay result = overlay();
        for (int e = 0; e < model.edges.size(); ++e) {
            const GraphEdge &edge = model.edges.at(e);
            if (result.taken.contains(e) && edge.kind != GraphEdge::Kind::Inner)
                list.append(model.nodes.at(edge.from).title + u" -> "_s + model.nodes.at(edge.to).title);
        }
        return list;
    }
};

Run runOf(const QString &workflow, const QString &state)
{
    return {observedRun(workflow, state)};
}

NodeInstance visit(const QString &definition, const QString &type, int enter, int exit = -1, const QString &error = {})
{
    static int count = 0;
    const QDateTime zero = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);
    NodeInstance node;
    node.id = u"visit %1"_s.arg(++count);
    node.definitionId = definition;
    node.type = type;
    node.enter = zero.addMSecs(enter);
    if (exit >= 0)
        node.exit = zero.addMSecs(exit);
    node.errorMessage = error;
    return node;
}

} // namespace

class TestOverlay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mapsEveryNodeOfTheSandbox()
    {
        const QJsonObject definitions = observed()[u"definitions"_s].toObject();
        QVERIFY(definitions.size() > 8);
        for (const QString &workflow : definitions.keys()) {
            const GraphModel model = sandboxGraph(workflow);
            QVERIFY2(!model.nodes.isEmpty(), qPrintable(workflow));
            const QList<NodeDefinition> nodes = definitionsOf(definitions[workflow].toArray());
            const QHash<QString, NodeTarget> targets = mapNodes(model, nodes);
            for (const NodeDefinition &node : nodes) {
                const NodeTarget target = targets.value(node.uniqueId);
                const QString what = workflow + u": "_s + node.name + u' ' + node.type;
                if (node.isInternal() || node.name.startsWith("Join-"_L1))
                    QVERIFY2(target.node < 0, qPrintable(what));
                else if (!node.state.isEmpty())
                    QVERIFY2(target.node >= 0, qPrintable(what));
                if (target.node >= 0 && !node.state.isEmpty() && node.type != "StartNode"_L1)
                    QCOMPARE(model.nodes.at(target.node).stateName, node.state);
                if (!node.action.isEmpty() && model.nodes.at(target.node).parent >= 0)
                    QCOMPARE(model.nodes.at(target.node).actionName, node.action);
            }
        }
    }

    void showsALoopOverACollection()
    {
        const Run run = runOf(u"invoice_batch"_s, u"COMPLETED"_s);
        QCOMPARE(run.at(u"state:Price invoices"_s).state, NodeState::Done);
        QCOMPARE(run.at(u"state:Price invoices"_s).visits, 1);
        const NodeOverlay action = run.at(u"state:Price invoices/action:price invoice"_s);
        QCOMPARE(action.state, NodeState::Done);
        QCOMPARE(action.visits, 3);
        QCOMPARE(action.retriggers, 0);
        QCOMPARE(run.path(), (QStringList{u"Start -> Price invoices"_s, u"Price invoices -> End"_s}));
    }

    void showsParallelBranchesUnderWay()
    {
        const Run run = runOf(u"release_rollout"_s, u"ACTIVE"_s);
        QCOMPARE(run.at(u"state:Settle"_s).state, NodeState::Done);
        QVERIFY(run.at(u"state:Settle"_s).durationMs > 2000);
        const NodeOverlay checks = run.at(u"state:Checks"_s);
        QCOMPARE(checks.state, NodeState::Waiting);
        QVERIFY(checks.current);
        QVERIFY(!checks.exit.isValid());
        QCOMPARE(run.at(u"state:Checks/branch:security"_s).state, NodeState::Done);
        QCOMPARE(run.at(u"state:Checks/branch:quality"_s).state, NodeState::Waiting);
        // Its action has not begun: the timer of its sleep runs.
        QCOMPARE(run.at(u"state:Checks/branch:quality/action:run tests"_s).state, NodeState::Waiting);
        QVERIFY(!run.overlay().nodes.contains(u"state:First wave"_s));
        QCOMPARE(run.path().last(), u"Settle -> Checks"_s);
    }

    void showsAnAbortedRun()
    {
        const Run run = runOf(u"site_inspection"_s, u"ABORTED"_s);
        QCOMPARE(run.at(u"state:Inspect"_s).state, NodeState::Aborted);
        QVERIFY(!run.at(u"state:Inspect"_s).current);
        QCOMPARE(run.at(u"state:Inspect/branch:power"_s).state, NodeState::Done);
        QCOMPARE(run.at(u"state:Inspect/branch:access"_s).state, NodeState::Aborted);
        QVERIFY(!run.overlay().nodes.contains(u"state:Sign off"_s));
    }

    void showsWhereARunFailed()
    {
        const Run run = runOf(u"stock_reservation"_s, u"ERROR"_s);
        const NodeOverlay failed = run.at(u"state:Check stock"_s);
        QCOMPARE(failed.state, NodeState::Failed);
        QVERIFY(failed.current);
        QVERIFY(failed.error.contains("WorkItemExecution"_L1));
        QCOMPARE(failed.durationMs, -1);
        QCOMPARE(run.at(u"state:Queue"_s).state, NodeState::Done);
        QCOMPARE(run.path(),
                 (QStringList{u"Start -> Accept order"_s, u"Accept order -> Queue"_s, u"Queue -> Check stock"_s}));
    }

    void forgetsTheErrorOnceRepaired()
    {
        Run run = runOf(u"stock_reservation"_s, u"ERROR"_s);
        run.instance.state = InstanceState::Active; // "error" stays until the repaired node is through
        QVERIFY(run.overlay().nodes.value(u"state:Check stock"_s).state ==
                NodeState::Failed); // the visit itself failed
        const QDateTime end = run.instance.nodes.last().enter.addSecs(60);
        NodeInstance again = visit(u"8"_s, u"WorkItemNode"_s, 0);
        again.enter = end;
        run.instance.nodes.append(again);
        QCOMPARE(run.at(u"state:Check stock"_s).state, NodeState::Running);
        QCOMPARE(run.at(u"state:Check stock"_s).retriggers, 1);
        QCOMPARE(run.at(u"state:Check stock"_s).visits, 1);
    }

    void showsASkippedNode()
    {
        const Run run = runOf(u"ledger_import"_s, u"COMPLETED"_s);
        const NodeOverlay skipped = run.at(u"state:Fetch ledger"_s);
        QCOMPARE(skipped.state, NodeState::Skipped);
        QCOMPARE(skipped.retriggers, 1);
        QVERIFY(!skipped.current);
    }

    void showsARepairedNode()
    {
        Run run = runOf(u"ledger_import"_s, u"COMPLETED"_s);
        run.instance.error.reset(); // as the server does after a retry that works
        QCOMPARE(run.at(u"state:Fetch ledger"_s).state, NodeState::Done);
        QCOMPARE(run.at(u"state:Fetch ledger"_s).retriggers, 1);
    }

    void showsACaughtError()
    {
        const Run run = runOf(u"currency_quote"_s, u"COMPLETED"_s);
        QCOMPARE(run.at(u"state:Ask exchange"_s).state, NodeState::Failed);
        QVERIFY(!run.at(u"state:Ask exchange"_s).current);
        QCOMPARE(run.at(u"state:Use last rate"_s).state, NodeState::Done);
        QCOMPARE(run.path(), (QStringList{u"Start -> Ask exchange"_s, u"Ask exchange -> Use last rate"_s,
                                          u"Use last rate -> Publish"_s, u"Publish -> End"_s}));
        for (const int e : run.overlay().taken) {
            const GraphEdge &edge = run.model.edges.at(e);
            if (run.model.nodes.at(edge.from).title == "Ask exchange"_L1)
                QCOMPARE(edge.kind, GraphEdge::Kind::Error);
        }
    }

    // A quick run enters several states within a millisecond, and the server lists them in any order.
    void tellsTheOrderOfStatesEnteredAtOnce()
    {
        for (const QString &workflow : {u"currency_quote"_s, u"invoice_batch"_s, u"travel_booking"_s}) {
            Run run = runOf(workflow, u"COMPLETED"_s);
            QVERIFY(!run.instance.nodes.isEmpty());
            const QStringList before = run.path();
            const QDateTime time = run.instance.nodes.first().enter;
            for (NodeInstance &node : run.instance.nodes) {
                node.enter = time;
                node.exit = node.exit.isValid() ? time : QDateTime();
            }
            QCOMPARE(run.path(), before);
            std::reverse(run.instance.nodes.begin(), run.instance.nodes.end());
            QCOMPARE(run.path(), before);
        }
    }

    void showsCompensation()
    {
        const Run run = runOf(u"travel_booking"_s, u"COMPLETED"_s);
        QCOMPARE(run.at(u"state:Cancel flight"_s).state, NodeState::Done);
        QVERIFY(run.path().contains(u"Book flight -> Cancel flight"_s));
        QVERIFY(run.path().contains(u"Hotel free -> Give up"_s));
        QVERIFY(run.path().contains(u"Give up -> End"_s));
        QVERIFY(!run.path().contains(u"Hotel free -> Book hotel"_s));
        QVERIFY(!run.overlay().nodes.contains(u"state:Book hotel"_s));
    }

    void showsACallbackThatWaits()
    {
        const Run run = runOf(u"purchase_approval"_s, u"ACTIVE"_s);
        QCOMPARE(run.at(u"state:Ask for approval"_s).state, NodeState::Waiting);
        QCOMPARE(run.at(u"state:Ask for approval/action:request approval"_s).state, NodeState::Done);
        QCOMPARE(run.at(u"state:Ask for approval/wait"_s).state, NodeState::Waiting);
    }

    void showsAnEventSwitch()
    {
        Run run = runOf(u"change_request"_s, u"ACTIVE"_s);
        QCOMPARE(run.at(u"state:Await verdict"_s).state, NodeState::Waiting);
        QVERIFY(run.at(u"state:Await verdict"_s).current);
        // "refused" comes: the other event and the timer stay open for ever.
        const QDateTime now = run.instance.nodes.last().enter.addSecs(28);
        for (NodeInstance &node : run.instance.nodes) {
            if (node.name == "refused"_L1)
                node.exit = now;
        }
        run.instance.state = InstanceState::Completed;
        for (const auto &[definition, type] : {std::pair(u"7"_s, u"ActionNode"_s), std::pair(u"3"_s, u"EndNode"_s)}) {
            NodeInstance node = visit(definition, type, 0);
            node.enter = node.exit = now;
            run.instance.nodes.append(node);
        }
        QCOMPARE(run.at(u"state:Await verdict"_s).state, NodeState::Done);
        QCOMPARE(run.path(),
                 (QStringList{u"Start -> Await verdict"_s, u"Await verdict -> Close"_s, u"Close -> End"_s}));
    }

    void showsASleepAsWaiting()
    {
        const Run run = runOf(u"nightly_backup"_s, u"ACTIVE"_s);
        QCOMPARE(run.at(u"state:Copy"_s).state, NodeState::Waiting);
        QCOMPARE(run.at(u"state:Snapshot"_s).state, NodeState::Done);
        QVERIFY(!run.overlay().nodes.contains(u"state:Verify"_s));
    }

    void showsARunningSubWorkflow()
    {
        Run run = runOf(u"quarterly_report"_s, u"COMPLETED"_s);
        run.instance.state = InstanceState::Active; // as it was while the other workflow ran
        run.instance.nodes.removeIf(
            [](const NodeInstance &node) { return node.definitionId.toInt() > 7 || node.name == "End"_L1; });
        for (NodeInstance &node : run.instance.nodes) {
            if (node.name == "department_report"_L1 || node.name == "Department report"_L1)
                node.exit = {};
        }
        QCOMPARE(run.at(u"state:Department report"_s).state, NodeState::Running);
        QVERIFY(run.at(u"state:Department report"_s).current);
    }

    void showsARunThatAnEventStarted()
    {
        const Result<WorkflowDocument> document = readWorkflow(R"(start: Reported
events: [{name: reported, type: t, source: s}]
states:
  - {name: Reported, type: event, onEvents: [{eventRefs: [reported]}], transition: Ticket}
  - {name: Ticket, type: inject, data: {}, end: true}
)");
        Run run; // numbered and named as the compiler of Kogito 10.1 does
        run.model = buildGraph(*document);
        run.definitions = {{u"1"_s, u"End"_s, u"EndNode"_s, u"1"_s, u"Ticket"_s, {}, {}},
                           {u"3"_s, u"reported"_s, u"StartNode"_s, u"3"_s, u"Reported"_s, {}, {}},
                           {u"4"_s, u"Script"_s, u"ActionNode"_s, u"4"_s, {}, {}, {}},
                           {u"5"_s, u"Reported"_s, u"CompositeContextNode"_s, u"5"_s, u"Reported"_s, {}, {}},
                           {u"8"_s, u"Ticket"_s, u"ActionNode"_s, u"8"_s, u"Ticket"_s, {}, {}}};
        run.instance.state = InstanceState::Completed;
        run.instance.nodes = {visit(u"4"_s, u"ActionNode"_s, 0, 14), visit(u"3"_s, u"StartNode"_s, 0, 14),
                              visit(u"5"_s, u"CompositeContextNode"_s, 1, 14), visit(u"8"_s, u"ActionNode"_s, 1, 14),
                              visit(u"1"_s, u"EndNode"_s, 1, 14)};
        QCOMPARE(run.at(u"start"_s).state, NodeState::Done);
        QCOMPARE(run.at(u"state:Reported/wait"_s).state, NodeState::Done);
        QCOMPARE(run.path(), (QStringList{u"Start -> Reported"_s, u"Reported -> Ticket"_s, u"Ticket -> End"_s}));
    }

    void usesTheCancelTypeOfNewerServers()
    {
        Run run = runOf(u"nightly_backup"_s, u"ACTIVE"_s);
        for (NodeInstance &node : run.instance.nodes) {
            if (node.name == "Copy"_L1)
                node.cancelType = u"SKIPPED"_s;
        }
        QCOMPARE(run.at(u"state:Copy"_s).state, NodeState::Skipped);
    }

    void neverMatchesByNameAlone()
    {
        Run run = runOf(u"nightly_backup"_s, u"ACTIVE"_s);
        for (NodeInstance &node : run.instance.nodes)
            node.definitionId = u"unknown"_s; // the names still fit
        QVERIFY(run.overlay().nodes.isEmpty());
        QVERIFY(run.overlay().taken.isEmpty());
        QVERIFY(overlayFor({}, run.definitions, run.instance).nodes.isEmpty());
        QVERIFY(overlayFor(run.model, {}, run.instance).nodes.isEmpty());
    }

    void countsTheRoundsOfALoop()
    {
        const Result<WorkflowDocument> document = readWorkflow(R"(start: A
states:
  - {name: A, type: inject, data: {}, transition: B}
  - {name: B, type: switch, dataConditions: [{condition: .again, transition: A}], defaultCondition: {end: true}}
)");
        Run run;
        run.model = buildGraph(*document);
        run.definitions = {{u"1"_s, u"Start"_s, u"StartNode"_s, u"1"_s, u"A"_s, {}, {}},
                           {u"2"_s, u"A"_s, u"ActionNode"_s, u"2"_s, u"A"_s, {}, {}},
                           {u"3"_s, u"B"_s, u"Split"_s, u"3"_s, u"B"_s, {}, {}},
                           {u"4"_s, u"End"_s, u"EndNode"_s, u"4"_s, u"B"_s, {}, {}}};
        run.instance.state = InstanceState::Completed;
        run.instance.nodes = {visit(u"1"_s, u"StartNode"_s, 0, 0)};
        for (int round = 0; round < 3; ++round) {
            run.instance.nodes.append(visit(u"2"_s, u"ActionNode"_s, 10 + round * 20, 15 + round * 20));
            run.instance.nodes.append(visit(u"3"_s, u"Split"_s, 20 + round * 20, 21 + round * 20));
        }
        run.instance.nodes.append(visit(u"4"_s, u"EndNode"_s, 70, 70));
        QCOMPARE(run.at(u"state:A"_s).visits, 3);
        QCOMPARE(run.at(u"state:A"_s).durationMs, 5); // of the last round
        QCOMPARE(run.overlay().taken.size(), run.model.edges.size());
        // One round only: the loop was not taken.
        run.instance.nodes = {visit(u"1"_s, u"StartNode"_s, 0, 0), visit(u"2"_s, u"ActionNode"_s, 1, 2),
                              visit(u"3"_s, u"Split"_s, 2, 2), visit(u"4"_s, u"EndNode"_s, 2, 2)};
        QCOMPARE(run.path(), (QStringList{u"Start -> A"_s, u"A -> B"_s, u"B -> End"_s}));
    }
};

QTEST_GUILESS_MAIN(TestOverlay)
#include "tst_overlay.moc"
