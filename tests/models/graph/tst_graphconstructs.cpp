// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphtexts.h"
#include "models/workflow/workflowdocument.h"
#include "tests/models/graph/readgraph.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// The first edge between two nodes; an empty one when there is none.
GraphEdge edgeBetween(const GraphModel &model, const QString &from, const QString &to)
{
    for (const GraphEdge &edge : model.edges) {
        if (model.nodes.at(edge.from).id == from && model.nodes.at(edge.to).id == to)
            return edge;
    }
    return {};
}

} // namespace

/// One construct of Serverless Workflow 0.8 after the other.
class TestGraphConstructs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTheSchedule_data()
    {
        QTest::addColumn<QString>("schedule");
        QTest::addColumn<QString>("words");
        QTest::newRow("interval") << u"R/PT15M"_s << u"every 15 min"_s;
        QTest::newRow("some times") << u"R5/PT1H"_s << u"every 1 h, 5 times"_s;
        QTest::newRow("from a date") << u"R/2026-01-01T00:00:00Z/P1D"_s << u"every 1 d"_s;
        QTest::newRow("duration") << u"PT2M"_s << u"2 min"_s;
        QTest::newRow("cron") << u"0 0/15 * * * ?"_s << u"0 0/15 * * * ?"_s;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("odd") << u"R//"_s << u"R//"_s;
    }

    void showsTheSchedule()
    {
        QFETCH(QString, schedule);
        QFETCH(QString, words);
        QCOMPARE(scheduleWords(schedule), words);
        const GraphModel model = graphOf("start: {stateName: A, schedule: {interval: '" + schedule.toUtf8() +
                                         "'}}\nstates: [{name: A, type: inject, end: true}]");
        QCOMPARE(nodeAt(model, u"start"_s).subtitle, words);
        QCOMPARE(nodeAt(model, u"start"_s).details,
                 schedule.isEmpty() ? QStringList() : QStringList{u"Schedule: "_s + schedule});
    }

    void showsTheWholeWorkflowAtItsStart()
    {
        const GraphModel model =
            graphOf(R"(start: {stateName: A, schedule: {cron: {expression: 0 8 * * *, validUntil: May}}}
dataInputSchema: in.json
secrets: [TOKEN]
constants: {rate: 3}
auth: [{name: desk, scheme: oauth2}]
annotations: [nightly]
keepActive: true
autoRetries: true
timeouts: {workflowExecTimeout: {duration: PT1H, runBefore: A}, stateExecTimeout: PT9M, actionExecTimeout: PT9S}
functions: f.json
events: e.json
retries: r.json
errors: x.json
states: [{name: A, type: inject, end: true}]
)");
        const GraphNode &start = nodeAt(model, u"start"_s);
        QCOMPARE(
            start.details,
            (QStringList{u"Schedule: 0 8 * * *"_s, u"Until: May"_s, u"Time limit of the workflow: 1 h"_s,
                         u"Runs before it is stopped: A"_s, u"Time limit: 9 min"_s, u"Time limit of an action: 9 s"_s,
                         u"Input schema: in.json"_s, u"Secrets: TOKEN"_s, u"Constants: {rate: 3}"_s,
                         u"Authentication: desk (oauth2)"_s, u"Functions defined in: f.json"_s,
                         u"Events defined in: e.json"_s, u"Retries defined in: r.json"_s,
                         u"Errors defined in: x.json"_s, u"Annotations: nightly"_s,
                         u"Stays active when nothing is left to run"_s, u"Failed actions are tried again"_s}));
        QCOMPARE(badges(start, GraphBadge::Kind::Timeout), QStringList{u"1 h"_s});
        QVERIFY(!start.broken);
    }

    void knowsEveryStateType_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<GraphNode::Kind>("kind");
        QTest::addColumn<QString>("subtitle");
        using Kind = GraphNode::Kind;
        const auto row = [](const char *name, const char *rest, Kind kind, const QString &subtitle) {
            QTest::newRow(name) << QByteArray(rest) << kind << subtitle;
        };
        row("operation", "type: operation, actions: [{functionRef: f}]", Kind::Operation, u"f"_s);
        row("two actions at once",
            "type: operation, actionMode: parallel, actions: [{functionRef: f}, {functionRef: g}]", Kind::Operation,
            u"2 action(s) side by side"_s);
        row("inject", "type: inject, data: {a: 1}", Kind::Inject, u"sets data"_s);
        row("data switch", "type: switch, dataConditions: [{condition: .a, end: true}]", Kind::Switch,
            u"decides by data"_s);
        row("event switch", "type: switch, eventConditions: [{eventRef: e, end: true}]", Kind::Switch,
            u"decides by events"_s);
        row("event", "type: event, onEvents: [{eventRefs: [e]}]", Kind::Event, u"waits for an event"_s);
        row("any event", "type: event, onEvents: [{eventRefs: [e]}, {eventRefs: [h]}]", Kind::Event,
            u"waits for any of these"_s);
        row("all events", "type: event, exclusive: false, onEvents: [{eventRefs: [e]}, {eventRefs: [h]}]", Kind::Event,
            u"waits for all of these"_s);
        row("foreach", "type: foreach, inputCollection: '${ .list }', actions: []", Kind::ForEach,
            u"for each of .list"_s);
        row("callback", "type: callback, action: {functionRef: f}, eventRef: e", Kind::Callback,
            u"calls, then waits"_s);
        row("parallel", "type: parallel, branches: [{name: b, actions: []}]", Kind::Parallel, u"1 branch(es)"_s);
        row("at least", "type: parallel, completionType: atLeast, numCompleted: 1, branches: [{name: b}, {name: c}]",
            Kind::Parallel, u"goes on after 1 of 2"_s);
        row("sleep", "type: sleep, duration: PT5S", Kind::Sleep, u"sleeps 5 s"_s);
    }

    void knowsEveryStateType()
    {
        QFETCH(QByteArray, state);
        QFETCH(GraphNode::Kind, kind);
        QFETCH(QString, subtitle);
        const GraphModel model =
            graphOf("functions: f.json\nevents: e.json\nstates: [{name: S, end: true, " + state + "}]");
        const GraphNode &node = nodeAt(model, u"state:S"_s);
        QCOMPARE(node.kind, kind);
        QCOMPARE(node.subtitle, subtitle);
        QVERIFY2(!node.broken, qPrintable(badges(node, GraphBadge::Kind::Problem).join(u", "_s)));
    }

    void resolvesFunctions()
    {
        const GraphModel model = graphOf(R"(functions:
  - {name: f, operation: 'spec.yaml#get', authRef: desk}
  - {name: print, type: custom, operation: 'sysout:INFO'}
states:
  - name: S
    type: operation
    actions: [{functionRef: {refName: f, arguments: {a: .b}, invoke: async}, condition: '${ .x }'}, {name: p, functionRef: print}]
    end: true
)");
        const GraphNode &call = nodeAt(model, u"state:S/action:f"_s);
        QCOMPARE(call.subtitle, u"spec.yaml#get"_s);
        QCOMPARE(call.details,
                 (QStringList{u"Function: f"_s, u"Operation: rest, spec.yaml#get"_s, u"Signs in with: desk"_s,
                              u"Arguments: {a: .b}"_s, u"Only if: .x"_s, u"Does not wait for the answer"_s}));
        QCOMPARE(badges(call, GraphBadge::Kind::Async).size(), 1);
        QCOMPARE(badges(call, GraphBadge::Kind::Condition), QStringList{u"only if .x"_s});
        QVERIFY(nodeAt(model, u"state:S/action:p"_s).details.contains(u"Operation: custom, sysout:INFO"_s));
        QCOMPARE(nodeAt(model, u"state:S/action:p"_s).subtitle, u"print"_s);
        const GraphEdge line = edgeBetween(model, u"state:S/action:f"_s, u"state:S/action:p"_s);
        QCOMPARE(line.kind, GraphEdge::Kind::Inner);
    }

    void resolvesRetries()
    {
        const QByteArray states =
            "functions: f.json\nstates: [{name: S, type: operation, end: true, actions: [{functionRef: f, "
            "retryRef: r, nonRetryableErrors: [x, y]}]}]\n";
        const GraphNode known = nodeAt(
            graphOf(states + "retries: [{name: r, maxAttempts: 3, delay: PT2S, multiplier: 1.5}]"), u"state:S"_s);
        QCOMPARE(badges(known, GraphBadge::Kind::Retry), QStringList{u"r"_s});
        QVERIFY(known.details.contains(u"Retry: r: at most 3 times, every 2 s, pause times 1.5"_s));
        QVERIFY(known.details.contains(u"Not tried again on: x, y"_s));
        QVERIFY(badges(known, GraphBadge::Kind::Problem).isEmpty());
        const GraphNode elsewhere = nodeAt(graphOf(states + "retries: r.json"), u"state:S"_s);
        QVERIFY(elsewhere.details.contains(u"Retries defined in: r.json"_s));
        QVERIFY(badges(elsewhere, GraphBadge::Kind::Problem).isEmpty());
        const GraphNode unknown = nodeAt(graphOf(states), u"state:S"_s);
        QCOMPARE(badges(unknown, GraphBadge::Kind::Problem), QStringList{u"no retry named r"_s});
        QVERIFY(!unknown.broken); // it runs all the same
    }

    void resolvesErrors()
    {
        const QByteArray states =
            "states: [{name: S, type: inject, end: true, onErrors: [{errorRefs: [a, b], transition: T}]}, "
            "{name: T, type: inject, end: true}]\n";
        GraphModel model = graphOf(states + "errors: [{name: a, code: '404'}]");
        GraphEdge edge = edgeBetween(model, u"state:S"_s, u"state:T"_s);
        QCOMPARE(edge.kind, GraphEdge::Kind::Error);
        QCOMPARE(edge.label, u"a, b"_s);
        QCOMPARE(edge.detail, u"On error: a, b\na: code 404"_s);
        QCOMPARE(badges(nodeAt(model, u"state:S"_s), GraphBadge::Kind::Problem), QStringList{u"no error named b"_s});
        model = graphOf(states + "errors: all.json");
        edge = edgeBetween(model, u"state:S"_s, u"state:T"_s);
        QCOMPARE(edge.detail, u"On error: a, b\nErrors defined in: all.json"_s);
        QVERIFY(badges(nodeAt(model, u"state:S"_s), GraphBadge::Kind::Problem).isEmpty());
    }

    void resolvesEvents()
    {
        const GraphModel model = graphOf(R"(functions: f.json
events:
  - {name: came, type: com.came, source: shop, correlation: [{contextAttributeName: order}]}
  - {name: gone, type: com.gone, kind: produced}
states:
  - name: On
    type: event
    timeouts: {eventTimeout: PT1H}
    onEvents: [{eventRefs: [came, gone], eventDataFilter: {toStateData: .mail}, actions: [{functionRef: f}]}]
    transition: Tell
  - name: Tell
    type: operation
    actions:
      - {name: both, eventRef: {triggerEventRef: gone, resultEventRef: came, resultEventTimeout: PT3S}}
      - {name: send, eventRef: {triggerEventRef: gone, data: '${ .x }'}}
    end: true
)");
        const GraphNode &wait = nodeAt(model, u"state:On/wait"_s);
        QCOMPARE(wait.events, (QStringList{u"came"_s, u"gone"_s}));
        QCOMPARE(wait.details, (QStringList{u"Event type: com.came"_s, u"Event source: shop"_s, u"Matched by: order"_s,
                                            u"Event type: com.gone"_s, u"Event data goes to: .mail"_s}));
        QCOMPARE(badges(wait, GraphBadge::Kind::Timeout), QStringList{u"1 h"_s});
        QVERIFY(badges(nodeAt(model, u"state:On"_s), GraphBadge::Kind::Timeout).isEmpty()); // said once
        const GraphNode &both = nodeAt(model, u"state:Tell/action:both"_s);
        QCOMPARE(both.kind, GraphNode::Kind::EventAction);
        QCOMPARE(both.events, QStringList{u"came"_s});
        QCOMPARE(badges(both, GraphBadge::Kind::Timeout), QStringList{u"3 s"_s});
        QVERIFY(both.details.contains(u"Sends: gone"_s) && both.details.contains(u"Waits for: came"_s) &&
                both.details.contains(u"Event type: com.came"_s));
        QVERIFY(nodeAt(model, u"state:Tell/action:send"_s).events.isEmpty());
    }

    void showsWhereEventsAreDefined()
    {
        const GraphModel model = graphOf(
            "events: e.json\nstates: [{name: C, type: callback, action: {functionRef: f}, eventRef: e, end: true}]");
        QVERIFY(nodeAt(model, u"state:C/wait"_s).details.contains(u"Events defined in: e.json"_s));
        QVERIFY(!nodeAt(model, u"state:C/wait"_s).broken);
        QVERIFY(nodeAt(model, u"state:C/action:f"_s).broken);
    }

    void drawsActionsOfAnEventSideBySide()
    {
        const QByteArray text =
            "functions: f.json\nevents: e.json\nstates: [{name: S, type: event, end: true, onEvents: "
            "[{eventRefs: [e], actionMode: MODE, actions: [{functionRef: a}, {functionRef: b}]}]}]";
        const GraphModel apart = graphOf(QByteArray(text).replace("MODE", "parallel"));
        QVERIFY(apart.indexOf(u"state:S/action:b"_s) >= 0);
        QCOMPARE(edgeBetween(apart, u"state:S/action:a"_s, u"state:S/action:b"_s).from, -1);
        QVERIFY(nodeAt(apart, u"state:S"_s).details.contains(u"Then 2 action(s) side by side"_s));
        const GraphModel chained = graphOf(QByteArray(text).replace("MODE", "sequential"));
        QVERIFY(edgeBetween(chained, u"state:S/action:a"_s, u"state:S/action:b"_s).from >= 0);
    }

    void showsEveryKindOfEnd()
    {
        const GraphModel model = graphOf(R"(events: [{name: e, type: t, source: s}]
states:
  - {name: A, type: inject, end: {terminate: true}}
  - {name: B, type: inject, end: {produceEvents: [{eventRef: e, data: '${ .x }'}]}}
  - {name: C, type: inject, end: {continueAs: {workflowId: other, version: '2'}}}
  - {name: D, type: inject, end: {continueAs: other}}
  - {name: E, type: inject, end: {compensate: true}}
  - {name: F, type: inject, end: 'true'}
  - {name: G, type: inject, end: {produceEvents: [{eventRef: unknown}]}}
)");
        QCOMPARE(nodeAt(model, u"end:A:terminates"_s).details, QStringList{u"Stops everything that still runs"_s});
        QCOMPARE(nodeAt(model, u"end:B:sends e"_s).details, QStringList{u"Sends: e with .x"_s});
        QCOMPARE(nodeAt(model, u"end:C:continues as other"_s).subWorkflow, u"other"_s);
        QCOMPARE(nodeAt(model, u"end:D:continues as other"_s).details, QStringList{u"Continues as: other"_s});
        QCOMPARE(nodeAt(model, u"end:E:compensates"_s).details, QStringList{u"Undoes what has compensation"_s});
        QCOMPARE(nodeAt(model, u"end:F"_s).subtitle, QString());
        QVERIFY(nodeAt(model, u"end:G:sends unknown"_s).broken);
        QVERIFY(!nodeAt(model, u"end:B:sends e"_s).broken);
    }

    void showsWhatGoesAlongWithATransition()
    {
        const GraphModel model = graphOf(R"(events: [{name: e, type: t, source: s}]
states:
  - {name: A, type: inject, transition: {nextState: B, compensate: true, produceEvents: [{eventRef: e, data: .x}]}}
  - {name: B, type: inject, compensatedBy: U, transition: {nextState: C, produceEvents: [{eventRef: no}]}}
  - {name: C, type: inject, end: true}
  - {name: U, type: inject, usedForCompensation: true}
)");
        const GraphEdge edge = edgeBetween(model, u"state:A"_s, u"state:B"_s);
        QCOMPARE(edge.label, u"sends e, compensates"_s);
        QCOMPARE(edge.detail, u"Undoes what has compensation\nSends: e with .x"_s);
        QVERIFY(!nodeAt(model, u"state:A"_s).broken);
        QCOMPARE(badges(nodeAt(model, u"state:B"_s), GraphBadge::Kind::Problem), QStringList{u"no event named no"_s});
        QCOMPARE(edgeBetween(model, u"state:B"_s, u"state:U"_s).kind, GraphEdge::Kind::Compensation);
        QCOMPARE(badges(nodeAt(model, u"state:U"_s), GraphBadge::Kind::Compensation),
                 QStringList{u"used for compensation"_s});
        QVERIFY(!nodeAt(model, u"state:U"_s).broken); // it need not lead anywhere
    }

    void saysTheConditionsInFull()
    {
        const GraphModel model = graphOf(R"(events: [{name: e, type: com.e, source: s}]
states:
  - {name: S, type: switch, dataConditions: [{name: big, condition: '${ .n > 3 }', transition: T}], defaultCondition: {end: true}}
  - {name: T, type: switch, eventConditions: [{eventRef: e, eventDataFilter: {data: .d}, end: true}]}
)");
        QCOMPARE(edgeBetween(model, u"state:S"_s, u"state:T"_s).detail, u"If: .n > 3"_s);
        QCOMPARE(edgeBetween(model, u"state:S"_s, u"end:S"_s).detail, u"When no condition holds"_s);
        QCOMPARE(edgeBetween(model, u"state:T"_s, u"end:T"_s).detail,
                 u"On event: e\nEvent type: com.e\nEvent source: s\nEvent data: .d"_s);
    }

    void showsTimeLimits()
    {
        const GraphModel model = graphOf(R"(functions: f.json
states:
  - name: P
    type: parallel
    timeouts: {stateExecTimeout: {single: PT1M, total: PT5M}, branchExecTimeout: PT4M, actionExecTimeout: PT3M}
    branches: [{name: b, timeouts: {branchExecTimeout: PT9S, actionExecTimeout: PT8S}, actions: [{functionRef: f, sleep: {before: PT1S, after: PT2S}}]}]
    end: true
)");
        const GraphNode &state = nodeAt(model, u"state:P"_s);
        QCOMPARE(badges(state, GraphBadge::Kind::Timeout), QStringList{u"5 min"_s});
        QVERIFY(state.details.contains(u"Time limit of a branch: 4 min"_s));
        QVERIFY(state.details.contains(u"Time limit of an action: 3 min"_s));
        const GraphNode &branch = nodeAt(model, u"state:P/branch:b"_s);
        QCOMPARE(badges(branch, GraphBadge::Kind::Timeout), QStringList{u"9 s"_s});
        QCOMPARE(branch.details, (QStringList{u"Time limit of an action: 8 s"_s, u"Time limit of a branch: 9 s"_s}));
        QCOMPARE(badges(nodeAt(model, u"state:P/branch:b/action:f"_s), GraphBadge::Kind::Timeout),
                 (QStringList{u"sleeps 1 s"_s, u"sleeps 2 s"_s}));
    }

    void nestsTheBodyOfALoop()
    {
        const GraphModel model = graphOf(R"(functions: f.json
states:
  - {name: L, type: foreach, inputCollection: .in, outputCollection: .out, iterationParam: one, batchSize: 5,
     actions: [{functionRef: f}, {name: child, subFlowRef: {workflowId: w, version: '1', onParentComplete: continue}}], transition: M}
  - {name: M, type: foreach, mode: sequential, inputCollection: .in, actions: [{functionRef: f}], end: true}
)");
        const GraphNode &loop = nodeAt(model, u"state:L"_s);
        QVERIFY(loop.isGroup);
        QCOMPARE(loop.details, (QStringList{u"For each of: .in"_s, u"As: one"_s, u"Collected in: .out"_s,
                                            u"Several at a time"_s, u"At a time: 5"_s}));
        QVERIFY(nodeAt(model, u"state:M"_s).details.contains(u"One after the other"_s));
        const GraphNode &child = nodeAt(model, u"state:L/action:child"_s);
        QCOMPARE(child.kind, GraphNode::Kind::SubFlow);
        QCOMPARE(child.parentGroup, u"state:L"_s);
        QCOMPARE(child.details, (QStringList{u"Workflow: w 1"_s, u"Goes on when this workflow ends"_s}));
    }
};

QTEST_GUILESS_MAIN(TestGraphConstructs)
#include "tst_graphconstructs.moc"
