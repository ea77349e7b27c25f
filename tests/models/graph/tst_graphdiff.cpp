// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphdiff.h"
#include "models/graph/layout.h"
#include "models/workflow/workflowdocument.h"
#include "tests/models/graph/layoutchecks.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kOrder = R"(id: order
start: Check
functions:
  - {name: price, operation: 'specs/a.yaml#price'}
  - {name: ship, operation: 'specs/a.yaml#ship'}
states:
  - name: Check
    type: switch
    dataConditions:
      - {name: big, condition: '${ .amount > 100 }', transition: Price}
    defaultCondition: {transition: Ship}
  - name: Price
    type: operation
    actions:
      - {name: price it, functionRef: price}
    transition: Ship
  - name: Ship
    type: operation
    actions:
      - {name: ship it, functionRef: ship}
    end: true
)";

GraphModel graphOf(const QByteArray &text)
{
    const Result<WorkflowDocument> document = readWorkflow(text);
    return document ? buildGraph(*document) : GraphModel();
}

GraphDiff diff(const QByteArray &before, const QByteArray &after)
{
    return diffGraphs(graphOf(before), graphOf(after));
}

QByteArray edited(const QByteArray &from, const QByteArray &to)
{
    QByteArray text = kOrder;
    const bool found = text.contains(from);
    text.replace(from, to);
    return found ? text : QByteArray();
}

GraphChange changeOf(const GraphDiff &diff, const QString &id)
{
    const int index = diff.model.indexOf(id);
    return index < 0 ? GraphChange::Same : diff.nodes.at(index);
}

/// "+ Check -> Ship", "- …", "~ …": what differs among the edges.
QStringList edgeChanges(const GraphDiff &diff)
{
    QStringList list;
    for (int e = 0; e < diff.model.edges.size(); ++e) {
        const GraphEdge &edge = diff.model.edges.at(e);
        const QString text =
            diff.model.nodes.at(edge.from).title + u" -> "_s + diff.model.nodes.at(edge.to).title;
        switch (diff.edges.at(e)) {
        case GraphChange::Added:
            list.append(u"+ "_s + text);
            break;
        case GraphChange::Removed:
            list.append(u"- "_s + text);
            break;
        case GraphChange::Changed:
            list.append(u"~ "_s + text);
            break;
        case GraphChange::Same:
            break;
        }
    }
    list.sort();
    return list;
}

} // namespace

class TestGraphDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void seesNothingWhereOnlyTheTextDiffers()
    {
        const GraphDiff same = diff(kOrder, "# a comment\n\n" + kOrder);
        QVERIFY(same.isSame());
        QVERIFY(same.nodeTexts.isEmpty());
        QVERIFY(same.edgeTexts.isEmpty());
        QCOMPARE(same.model.nodes.size(), graphOf(kOrder).nodes.size());
    }

    void showsAnotherConditionOnItsEdge()
    {
        const GraphDiff result = diff(kOrder, edited("> 100", "> 500"));
        QCOMPARE(edgeChanges(result), QStringList{u"~ Check -> Price"_s});
        const ChangedText text = result.edgeTexts.constBegin().value();
        QVERIFY2(text.removed.join(u' ').contains(u"100"_s), qPrintable(text.removed.join(u'|')));
        QVERIFY2(text.added.join(u' ').contains(u"500"_s), qPrintable(text.added.join(u'|')));
    }

    void showsATransitionThatLeadsElsewhere()
    {
        const GraphDiff result = diff(kOrder, edited("defaultCondition: {transition: Ship}", "defaultCondition: {transition: Price}"));
        QCOMPARE(edgeChanges(result), (QStringList{u"+ Check -> Price"_s, u"- Check -> Ship"_s}));
        QCOMPARE(changeOf(result, GraphModel::stateId(u"Price"_s)), GraphChange::Same);
    }

    void marksTheStateAroundAChangedAction()
    {
        const GraphDiff result = diff(kOrder, edited("{name: ship it, functionRef: ship}", "{name: ship it, functionRef: price}"));
        QCOMPARE(changeOf(result, GraphModel::stateId(u"Ship"_s)), GraphChange::Changed);
        QCOMPARE(changeOf(result, GraphModel::stateId(u"Price"_s)), GraphChange::Same);
        QVERIFY(edgeChanges(result).isEmpty());
        QVERIFY(!result.isSame());
    }

    void keepsWhatWasRemovedInItsPlace()
    {
        const QByteArray without = R"(id: order
start: Check
functions: [{name: ship, operation: 'specs/a.yaml#ship'}]
states:
  - {name: Check, type: inject, data: {a: 1}, transition: Ship}
  - {name: Ship, type: operation, actions: [{name: ship it, functionRef: ship}], end: true}
)";
        const GraphDiff result = diff(kOrder, without);
        const int price = result.model.stateIndex(u"Price"_s);
        QVERIFY(price >= 0);
        QCOMPARE(result.nodes.at(price), GraphChange::Removed);
        QCOMPARE(result.model.nodes.at(price).sourceLine, 0);
        QCOMPARE(changeOf(result, GraphModel::stateId(u"Check"_s)), GraphChange::Changed);
        for (const GraphNode &node : result.model.nodes) {
            if (node.stateName == u"Price"_s)
                QCOMPARE(result.nodes.at(result.model.indexOf(node.id)), GraphChange::Removed);
        }
        QVERIFY(edgeChanges(result).contains(u"- Price -> Ship"_s));
        QCOMPARE(diff(without, kOrder).nodes.count(GraphChange::Added), result.nodes.count(GraphChange::Removed));
    }

    void canBeDrawnWhateverDiffers()
    {
        const QList<QByteArray> versions = {kOrder, edited("name: Price", "name: Quote"), "id: empty\nstates: []\n",
                                            "id: broken\nstates:\n  - {name: Price, type: foreach, transition: Nowhere}\n",
                                            "states: [{name: Price, type: parallel, branches: [{name: Price, actions: []}]},"
                                            "{name: Price, type: inject}]"};
        for (const QByteArray &before : versions) {
            for (const QByteArray &after : versions) {
                const GraphDiff result = diff(before, after);
                QCOMPARE(result.nodes.size(), result.model.nodes.size());
                QCOMPARE(result.edges.size(), result.model.edges.size());
                for (int i = 0; i < result.model.nodes.size(); ++i)
                    QVERIFY(result.model.nodes.at(i).parent < i);
                for (const GraphEdge &edge : result.model.edges)
                    QCOMPARE(result.model.nodes.at(edge.from).parent, result.model.nodes.at(edge.to).parent);
                const GraphLayout layout = layoutGraph(result.model);
                QCOMPARE(layoutFaults(result.model, layout), QStringList());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestGraphDiff)
#include "tst_graphdiff.moc"
