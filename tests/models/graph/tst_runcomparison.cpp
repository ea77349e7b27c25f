// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/runcomparison.h"
#include "models/graph/subruns.h"
#include "tests/models/graph/loopruns.h"
#include "tests/ui/graph/graphruns.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// "Pack OnlyA 2000/- x1/x0": state, who took it, times and visits of both.
QStringList texts(const QList<ComparedState> &states)
{
    const char *shares[] = {"Neither", "OnlyA", "OnlyB", "Both"};
    const auto time = [](const NodeOverlay &overlay) {
        return overlay.totalMs < 0 ? u"-"_s : QString::number(overlay.totalMs);
    };
    QStringList list;
    for (const ComparedState &state : states)
        list << u"%1 %2 %3/%4 x%5/x%6"_s
                    .arg(state.title, QString::fromLatin1(shares[int(state.share)]), time(state.a), time(state.b))
                    .arg(state.a.visits)
                    .arg(state.b.visits);
    return list;
}

WorkflowInstance refused()
{
    WorkflowInstance run = graphruns::run(
        u"refused"_s, {graphruns::visit(u"2"_s, 0, 30), graphruns::visit(u"5"_s, 30, 35)}, InstanceState::Completed);
    return run;
}

RunsGraph orderGraph(const WorkflowInstance &a, const WorkflowInstance &b)
{
    return graphOfRuns({graphruns::kOrder, graphruns::definitions()}, {}, true, a, b);
}

int edgeOf(const GraphModel &model, const QString &from, const QString &to)
{
    for (int e = 0; e < model.edges.size(); ++e) {
        if (model.nodes.at(model.edges.at(e).from).title == from && model.nodes.at(model.edges.at(e).to).title == to)
            return e;
    }
    return -1;
}

} // namespace

class tst_RunComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differentPaths();
    void loopsWithDifferentNumbersOfVisits();
    void retries();
    void oneStillRuns();
    void otherVersion();
    void noText();
    void noDefinitionAtAll();
    void nothingReached();
    void namesWithMarkup();
    void childrenOfTheirStates();
    void childrenThatMayBeOfSeveral();
};

void tst_RunComparison::differentPaths()
{
    const WorkflowInstance a = graphruns::sent();
    const WorkflowInstance b = refused();
    const RunsGraph graph = orderGraph(a, b);
    QVERIFY(graph.drawn);
    QVERIFY(graph.changes.isEmpty());
    const RunPair runs = layRuns(graph, a, b);
    QCOMPARE(texts(comparedStates(graph, runs)),
             QStringList({u"Check Both 10/30 x1/x1"_s, u"Pack OnlyA 2000/- x1/x0"_s, u"Refuse OnlyB -/5 x0/x1"_s,
                          u"Send OnlyA 40/- x1/x0"_s}));
    QCOMPARE(runs.shareOfEdge(edgeOf(graph.model, u"Check"_s, u"Pack"_s)), RunShare::OnlyA);
    QCOMPARE(runs.shareOfEdge(edgeOf(graph.model, u"Pack"_s, u"Send"_s)), RunShare::OnlyA);
    QCOMPARE(runs.shareOfEdge(edgeOf(graph.model, u"Check"_s, u"Refuse"_s)), RunShare::OnlyB);
    QCOMPARE(runs.shareOfNode(u"start"_s), RunShare::Both);
    const QDateTime now = graphruns::at(60'000);
    QList<qint64> differences;
    for (const ComparedState &state : comparedStates(graph, runs))
        differences << timeDifference(state, now).value_or(-1);
    QCOMPARE(differences, QList<qint64>({20, -2000, 5, -40}));
}

void tst_RunComparison::loopsWithDifferentNumbersOfVisits()
{
    using loopruns::visit;
    const auto text = "functions: f.json\nstart: A\nstates:\n"
                      "  - {name: A, type: inject, data: {}, transition: L}\n"
                      "  - {name: L, type: foreach, inputCollection: .l, transition: B,\n"
                      "     actions: [{name: x, functionRef: f}, {name: y, functionRef: f}]}\n"
                      "  - {name: B, type: inject, data: {}, end: true}\n";
    const WorkflowInstance a = loopruns::run({visit(2, 0, 1), visit(3, 1, 40), visit(4, 1, 10), visit(5, 10, 20),
                                              visit(4, 20, 30), visit(5, 30, 40), visit(6, 40, 41)});
    const WorkflowInstance b = loopruns::run({visit(2, 0, 1), visit(3, 1, 20), visit(4, 1, 15), visit(6, 20, 22)});
    const RunsGraph graph = graphOfRuns({text, loopruns::definitions()}, {}, true, a, b);
    const RunPair runs = layRuns(graph, a, b);
    const auto total = [&](const QString &title) {
        for (const GraphNode &node : graph.model.nodes) {
            if (node.title == title)
                return std::pair(runs.a.nodes.value(node.id).totalMs, runs.b.nodes.value(node.id).totalMs);
        }
        return std::pair<qint64, qint64>(-5, -5);
    };
    QCOMPARE(total(u"x"_s), (std::pair<qint64, qint64>(19, 14)));
    QCOMPARE(total(u"y"_s), (std::pair<qint64, qint64>(20, -1)));
    const QStringList states = texts(comparedStates(graph, runs));
    QVERIFY2(states.contains(u"L Both 39/19 x1/x1"_s), qPrintable(states.join(u'\n')));
    // A part that only one run came to is listed with its state.
    QVERIFY2(states.contains(u"L \u203A y OnlyA 20/- x2/x0"_s), qPrintable(states.join(u'\n')));
    QVERIFY(!states.filter(u"\u203A x"_s).size());
}

void tst_RunComparison::retries()
{
    NodeInstance failed = graphruns::visit(u"3"_s, 10);
    failed.errorMessage = u"no paper"_s;
    const WorkflowInstance a =
        graphruns::run(u"a"_s, {graphruns::visit(u"2"_s, 0, 10), failed, graphruns::visit(u"3"_s, 500, 700)},
                       InstanceState::Completed);
    WorkflowInstance b = graphruns::run(u"b"_s, {graphruns::visit(u"2"_s, 0, 10), failed}, InstanceState::Error);
    b.error = InstanceError{u"3"_s, failed.id, u"no paper"_s};
    const RunsGraph graph = orderGraph(a, b);
    const RunPair runs = layRuns(graph, a, b);
    for (const ComparedState &state : comparedStates(graph, runs)) {
        if (state.title != u"Pack"_s)
            continue;
        QCOMPARE(state.a.retriggers, 1);
        QCOMPARE(state.a.totalMs, 200); // the failed attempt has no end that the server tells
        QCOMPARE(state.b.state, NodeState::Failed);
        QCOMPARE(state.b.error, u"no paper"_s);
        QVERIFY(!timeDifference(state, graphruns::at(9000)));
    }
}

void tst_RunComparison::oneStillRuns()
{
    const WorkflowInstance a = graphruns::sent();
    const WorkflowInstance b =
        graphruns::run(u"b"_s, {graphruns::visit(u"2"_s, 0, 10), graphruns::visit(u"3"_s, 10)}, InstanceState::Active);
    const RunsGraph graph = orderGraph(a, b);
    const RunPair runs = layRuns(graph, a, b);
    const QList<ComparedState> states = comparedStates(graph, runs);
    const auto pack =
        std::find_if(states.cbegin(), states.cend(), [](const auto &state) { return state.title == u"Pack"_s; });
    QVERIFY(pack != states.cend());
    QCOMPARE(pack->share, RunShare::Both);
    QCOMPARE(timeAt(pack->b, graphruns::at(5010)), 5000);
    QCOMPARE(timeDifference(*pack, graphruns::at(5010)).value_or(0), 3000);
}

void tst_RunComparison::otherVersion()
{
    QByteArray later = graphruns::kOrder;
    later.replace("name: Refuse", "name: Decline").replace("transition: Refuse", "transition: Decline");
    QList<NodeDefinition> nodes = graphruns::definitions();
    nodes.last().state = nodes.last().name = u"Decline"_s;
    nodes.last().uniqueId = u"50"_s;
    const WorkflowInstance a = refused();
    WorkflowInstance b = refused();
    b.nodes.last().definitionId = u"50"_s;
    const RunsGraph graph = graphOfRuns({graphruns::kOrder, graphruns::definitions()}, {later, nodes}, false, a, b);
    QVERIFY(graph.drawn);
    const RunPair runs = layRuns(graph, a, b);
    int found = 0;
    for (const ComparedState &state : comparedStates(graph, runs)) {
        if (state.title == u"Refuse"_s) {
            QCOMPARE(state.share, RunShare::OnlyA);
            QCOMPARE(state.change, GraphChange::Removed); // B's version has no such state
            ++found;
        } else if (state.title == u"Decline"_s) {
            QCOMPARE(state.share, RunShare::OnlyB);
            QCOMPARE(state.change, GraphChange::Added);
            ++found;
        } else {
            QCOMPARE(state.change, GraphChange::Same);
        }
    }
    QCOMPARE(found, 2);
}

void tst_RunComparison::noText()
{
    const WorkflowInstance a = graphruns::sent();
    const WorkflowInstance b = refused();
    const RunsGraph graph = graphOfRuns({{}, graphruns::definitions()}, {}, true, a, b);
    QVERIFY(!graph.drawn);
    QVERIFY(texts(comparedStates(graph, layRuns(graph, a, b))).contains(u"Pack OnlyA 2000/- x1/x0"_s));
    const RunsGraph broken = graphOfRuns({"{{{ no workflow", graphruns::definitions()}, {}, true, a, b);
    QCOMPARE(comparedStates(broken, layRuns(broken, a, b)).size(), 4);
}

void tst_RunComparison::noDefinitionAtAll()
{
    WorkflowInstance a = graphruns::sent();
    WorkflowInstance b = refused();
    for (WorkflowInstance *run : {&a, &b}) {
        for (NodeInstance &visit : run->nodes)
            visit.name = u"node "_s + visit.definitionId;
    }
    const RunsGraph graph = graphOfRuns({}, {}, true, a, b);
    QVERIFY(!graph.drawn);
    QCOMPARE(texts(comparedStates(graph, layRuns(graph, a, b))),
             QStringList({u"node 2 Both 10/30 x1/x1"_s, u"node 3 OnlyA 2000/- x1/x0"_s, u"node 4 OnlyA 40/- x1/x0"_s,
                          u"node 5 OnlyB -/5 x0/x1"_s}));
}

void tst_RunComparison::nothingReached()
{
    const WorkflowInstance none = graphruns::run(u"a"_s, {});
    const RunsGraph graph = orderGraph(none, none);
    for (const ComparedState &state : comparedStates(graph, layRuns(graph, none, none))) {
        QCOMPARE(state.share, RunShare::Neither);
        QVERIFY(!timeDifference(state, graphruns::at(0)));
    }
    const RunsGraph empty = graphOfRuns({}, {}, true, none, none);
    QVERIFY(comparedStates(empty, layRuns(empty, none, none)).isEmpty());
}

void tst_RunComparison::namesWithMarkup()
{
    const QByteArray text =
        "start: \"<b>x</b>\"\nstates:\n  - {name: \"<b>x</b>\", type: inject, data: {}, end: true}\n";
    const QList<NodeDefinition> nodes{{u"2"_s, u"x"_s, u"ActionNode"_s, u"2"_s, u"<b>x</b>"_s, {}, {}}};
    const WorkflowInstance run = graphruns::run(u"a"_s, {graphruns::visit(u"2"_s, 0, 7)}, InstanceState::Completed);
    const RunsGraph graph = graphOfRuns({text, nodes}, {}, true, run, run);
    QCOMPARE(texts(comparedStates(graph, layRuns(graph, run, run))), QStringList({u"<b>x</b> Both 7/7 x1/x1"_s}));
}

// ---- which state started a run ----

namespace {

const QByteArray kParent =
    "start: Ask\n"
    "states:\n"
    "  - {name: Ask, type: operation, actions: [{name: ask, subFlowRef: quote}], transition: Book}\n"
    "  - {name: Book, type: operation, actions: [{name: book, subFlowRef: flight}], end: true}\n";

QList<NodeDefinition> parentNodes()
{
    return {{u"2"_s, u"ask"_s, u"SubProcessNode"_s, u"2"_s, u"Ask"_s, {}, u"ask"_s},
            {u"3"_s, u"book"_s, u"SubProcessNode"_s, u"3"_s, u"Book"_s, {}, u"book"_s}};
}

WorkflowInstance child(const QString &id, const QString &workflow, qint64 start)
{
    WorkflowInstance run;
    run.id = id;
    run.workflowId = workflow;
    run.start = graphruns::at(start);
    return run;
}

QStringList idsOf(const QList<WorkflowInstance> &runs)
{
    QStringList ids;
    for (const WorkflowInstance &run : runs)
        ids << run.id;
    return ids;
}

} // namespace

void tst_RunComparison::childrenOfTheirStates()
{
    const GraphModel model = buildGraph(*readWorkflow(kParent));
    const QHash<QString, NodeTarget> targets = mapNodes(model, parentNodes());
    const WorkflowInstance parent =
        graphruns::run(u"p"_s, {graphruns::visit(u"2"_s, 0, 100), graphruns::visit(u"3"_s, 100)});
    const QList<WorkflowInstance> children{child(u"q"_s, u"quote"_s, 5), child(u"f"_s, u"flight"_s, 104),
                                           child(u"late"_s, u"quote"_s, 900), child(u"other"_s, u"stock"_s, 5)};
    const SubRuns runs{model, targets, parent, children};
    QCOMPARE(idsOf(runs.startedAt(model.stateIndex(u"Ask"_s))),
             QStringList{u"q"_s}); // the late one came from elsewhere
    QCOMPARE(idsOf(runs.startedAt(model.stateIndex(u"Book"_s))), QStringList{u"f"_s});
    QCOMPARE(idsOf(runs.startedBy(parent.nodes.first().id)), QStringList{u"q"_s});
    QVERIFY(runs.runsOthers(model.stateIndex(u"Ask"_s)));
    QVERIFY(!runs.runsOthers(model.indexOf(u"start"_s)));
    QVERIFY(runs.startersOf(children.last()).isEmpty());
    QCOMPARE(idsOf(runs.startedBy(u"no such visit"_s)), QStringList());
}

void tst_RunComparison::childrenThatMayBeOfSeveral()
{
    QByteArray text = kParent;
    text.replace("subFlowRef: flight", "subFlowRef: quote");
    const GraphModel model = buildGraph(*readWorkflow(text));
    const QHash<QString, NodeTarget> targets = mapNodes(model, parentNodes());
    // Both visits are open at once, as those of branches are.
    const WorkflowInstance parent =
        graphruns::run(u"p"_s, {graphruns::visit(u"2"_s, 0, 100), graphruns::visit(u"3"_s, 0, 100)});
    const QList<WorkflowInstance> children{child(u"one"_s, u"quote"_s, 5), child(u"two"_s, u"quote"_s, 6)};
    const SubRuns runs{model, targets, parent, children};
    QCOMPARE(runs.startersOf(children.first()).size(), 2);
    QCOMPARE(idsOf(runs.startedAt(model.stateIndex(u"Ask"_s))), QStringList({u"one"_s, u"two"_s}));
    QCOMPARE(idsOf(runs.startedBy(parent.nodes.last().id)), QStringList({u"one"_s, u"two"_s}));
}

QTEST_GUILESS_MAIN(tst_RunComparison)
#include "tst_runcomparison.moc"
