// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/collapse.h"
#include "models/graph/graphsearch.h"
#include "models/workflow/workflowdocument.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kClaim = R"(
start: Check
functions: [{name: rate, operation: a.json#rate}]
states:
  - {name: Check, type: switch, dataConditions: [{condition: .big, transition: Work}, {condition: .odd, transition: Ask}],
     defaultCondition: {transition: Done}}
  - {name: Ask, type: sleep, duration: PT1S, transition: Wait}
  - {name: Wait, type: sleep, duration: PT1S, transition: Answer}
  - {name: Answer, type: switch, dataConditions: [{condition: .again, transition: Ask}, {condition: .ok, transition: Done}],
     defaultCondition: {transition: Done}}
  - name: Work
    type: parallel
    branches:
      - {name: Left, actions: [{name: one, functionRef: rate}, {name: two, functionRef: rate}]}
      - {name: Right, actions: [{name: three, functionRef: rate}]}
    transition: Done
  - {name: Done, type: inject, data: {}, end: true}
)";

GraphModel claim()
{
    return buildGraph(*readWorkflow(kClaim));
}

QStringList titles(const GraphModel &model)
{
    QStringList list;
    for (const GraphNode &node : model.nodes)
        list.append(node.title);
    return list;
}

bool leads(const GraphModel &model, const QString &from, const QString &to)
{
    return std::any_of(model.edges.begin(), model.edges.end(), [&](const GraphEdge &edge) {
        return edge.from == model.stateIndex(from) && edge.to == model.stateIndex(to);
    });
}

} // namespace

class TestCollapse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesTheGraphAloneWithoutFolds()
    {
        const GraphModel whole = claim();
        const FoldedGraph folded = foldGraph(whole, {});
        QCOMPARE(titles(folded.model), titles(whole));
        QCOMPARE(folded.model.edges.size(), whole.edges.size());
        QCOMPARE(foldGraph(whole, {{u"state:Nobody"_s}, {u"state:Nobody"_s, u"state:Done"_s}}).model.nodes.size(),
                 whole.nodes.size());
    }

    void foldsAGroupIntoOneBox()
    {
        const GraphModel whole = claim();
        const FoldedGraph folded = foldGraph(whole, {{u"state:Work"_s}, {}});
        const QStringList left = titles(folded.model);
        QVERIFY(!left.contains("Left"_L1) && !left.contains("one"_L1));
        const GraphNode &work = folded.model.nodes.at(folded.model.stateIndex(u"Work"_s));
        QCOMPARE(work.hiddenInside, 3);
        QVERIFY(!work.isGroup && work.canFold());
        QVERIFY(leads(folded.model, u"Check"_s, u"Work"_s));
        QVERIFY(leads(folded.model, u"Work"_s, u"Done"_s));
        for (const GraphEdge &edge : folded.model.edges) {
            QVERIFY(edge.from >= 0 && edge.from < folded.model.nodes.size());
            QVERIFY(edge.to >= 0 && edge.to < folded.model.nodes.size());
        }
    }

    void foldsAGroupInAGroup()
    {
        const GraphModel whole = claim();
        const QString left = whole.nodes.at(static_cast<int>(titles(whole).indexOf("Left"_L1))).id;
        const FoldedGraph folded = foldGraph(whole, {{left}, {}});
        const int index = folded.model.indexOf(left);
        QCOMPARE(folded.model.nodes.at(index).hiddenInside, 2);
        QCOMPARE(folded.model.nodes.at(folded.model.nodes.at(index).parent).title, u"Work"_s);
    }

    void foldsWhatOnlyOneStateLeadsTo()
    {
        const GraphModel whole = claim();
        const std::vector<int> sizes = branchSizes(whole);
        QCOMPARE(sizes[static_cast<size_t>(whole.stateIndex(u"Ask"_s))], 2);
        QCOMPARE(sizes[static_cast<size_t>(whole.stateIndex(u"Check"_s))], 5);
        QCOMPARE(sizes[static_cast<size_t>(whole.stateIndex(u"Work"_s))], 0); // the join is reached otherwise, too
        const FoldedGraph folded = foldGraph(whole, {{}, {u"state:Ask"_s}});
        const GraphModel &model = folded.model;
        QCOMPARE(model.nodes.at(model.stateIndex(u"Ask"_s)).hiddenAfter, 2);
        QVERIFY(model.stateIndex(u"Wait"_s) < 0 && model.stateIndex(u"Answer"_s) < 0);
        QVERIFY(leads(model, u"Ask"_s, u"Done"_s));  // what leaves the fold leaves its state
        QVERIFY(!leads(model, u"Ask"_s, u"Ask"_s)); // what stays in it is gone
        QVERIFY(model.stateIndex(u"Work"_s) >= 0);
    }

    void rollsUpTheWorstState()
    {
        const GraphModel whole = claim();
        const auto idOf = [&whole](const char *title) {
            return whole.nodes.at(static_cast<int>(titles(whole).indexOf(QLatin1StringView(title)))).id;
        };
        GraphOverlay overlay;
        const auto set = [&](const QString &id, NodeState state, const QString &error = {}) {
            overlay.nodes[id].state = state;
            overlay.nodes[id].error = error;
        };
        set(u"state:Work"_s, NodeState::Running);
        set(idOf("one"), NodeState::Done);
        set(idOf("two"), NodeState::Failed, u"no answer"_s);
        set(idOf("three"), NodeState::Running);
        set(u"state:Ask"_s, NodeState::Done);
        set(u"state:Wait"_s, NodeState::Waiting);
        const FoldedGraph folded = foldGraph(whole, {{u"state:Work"_s}, {u"state:Ask"_s}});
        const GraphOverlay shown = foldOverlay(overlay, whole, folded.map);
        QCOMPARE(shown.nodes.value(u"state:Work"_s).state, NodeState::Failed);
        QCOMPARE(shown.nodes.value(u"state:Work"_s).error, u"no answer"_s);
        QCOMPARE(shown.nodes.value(u"state:Ask"_s).state, NodeState::Done); // its own
        QCOMPARE(shown.after.value(u"state:Ask"_s).state, NodeState::Waiting);
        QVERIFY(!shown.nodes.contains(u"state:Wait"_s));
        QCOMPARE(foldOverlay(overlay, whole, foldGraph(whole, {}).map), overlay);
    }

    void unfoldsWhatHidesANode()
    {
        const GraphModel whole = claim();
        GraphFolds folds = allGroupsFolded(whole);
        folds.branches = {u"state:Check"_s, u"state:Ask"_s};
        GraphFolds next = folds;
        reveal(next, whole, static_cast<int>(titles(whole).indexOf("two"_L1)));
        const FoldedGraph folded = foldGraph(whole, next);
        QVERIFY(titles(folded.model).contains("two"_L1));
        QVERIFY(next.branches.contains(u"state:Ask"_s)); // what does not hide it stays
    }

    void takesLargeGraphs()
    {
        // A chain in which each state leads to one handler: quadratic for the simple algorithms.
        GraphModel model;
        constexpr int kCount = 60'000;
        for (int i = 0; i < kCount; ++i) {
            GraphNode node;
            node.id = QString::number(i);
            node.isState = true;
            model.indexOfId.insert(node.id, i);
            model.nodes.append(node);
            if (i > 1)
                model.edges.append({i - 1, i, GraphEdge::Kind::Transition, {}, {}, 0});
            if (i > 0)
                model.edges.append({i, 0, GraphEdge::Kind::Error, {}, {}, 0});
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(branchSizes(model)[1], kCount - 1);
        QCOMPARE(foldGraph(model, {{}, {u"1"_s}}).model.nodes.size(), qsizetype(1));
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }

    void findsTitlesFunctionsAndConditions()
    {
        const GraphModel whole = claim();
        QCOMPARE(findInGraph(whole, u"WORK"_s).size(), 1);
        QCOMPARE(findInGraph(whole, u"rate"_s).size(), 3);
        const QList<GraphMatch> found = findInGraph(whole, u".again"_s);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().node, whole.stateIndex(u"Answer"_s));
        QCOMPARE(whole.edges.at(found.first().edge).to, whole.stateIndex(u"Ask"_s));
        QVERIFY(findInGraph(whole, u"nowhere"_s).isEmpty());
        QVERIFY(findInGraph(whole, {}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCollapse)
#include "tst_collapse.moc"
