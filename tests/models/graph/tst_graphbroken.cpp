// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "layoutchecks.h"
#include "models/workflow/workflowdocument.h"
#include "tests/models/graph/readgraph.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// What is wrong with both drawings of it.
QStringList faults(const GraphModel &model)
{
    QStringList list;
    for (const LayoutDirection direction : {LayoutDirection::TopDown, LayoutDirection::LeftRight}) {
        LayoutOptions options;
        options.direction = direction;
        list += layoutFaults(model, layoutGraph(model, options));
    }
    return list.mid(0, 5);
}

/// `text` once for each number below `count`: % in it is the number, %n the next one.
QByteArray repeated(const QByteArray &text, int count)
{
    QByteArray result;
    for (int i = 0; i < count; ++i)
        result += QByteArray(text).replace("%n", QByteArray::number(i + 1)).replace('%', QByteArray::number(i));
    return result;
}

} // namespace

/// Definitions that are wrong, or made to break what reads them.
class TestGraphBroken : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void marksAMissingLastState()
    {
        const GraphModel model = graphOf("states: [{name: A, type: inject, end: true}]\ntimeouts: "
                                         "{workflowExecTimeout: {duration: PT1H, runBefore: Z}}");
        QVERIFY(nodeAt(model, u"start"_s).broken);
    }

    void marksWhatIsMissing_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *state, const QString &id, const QString &problem) {
            QTest::newRow(state) << QByteArray(state) << id << problem;
        };
        const QString s = u"state:S"_s;
        row("type: inject", s, u"leads nowhere: no transition and no end"_s);
        row("type: inject, end: false", s, u"leads nowhere: no transition and no end"_s);
        row("end: true", s, u"no type"_s);
        row("type: magic, end: true", s, u"unknown type magic"_s);
        row("type: sleep, end: true", s, u"no duration"_s);
        row("type: foreach, end: true", s, u"nothing to go through: no inputCollection"_s);
        row("type: event, end: true", s, u"no events"_s);
        row("type: event, end: true, onEvents: [{actions: []}]", s + u"/wait"_s, u"no event named"_s);
        row("type: event, end: true, onEvents: [{eventRefs: [x]}]", s + u"/wait"_s, u"no event named x"_s);
        row("type: parallel, end: true", s, u"no branches"_s);
        row("type: callback, eventRef: e, end: true", s, u"no action"_s);
        row("type: callback, action: {functionRef: f}, end: true", s + u"/wait"_s, u"no event named"_s);
        row("type: switch", s, u"no conditions"_s);
        row("type: switch, dataConditions: [{condition: .x}]", s, u"the condition .x leads nowhere"_s);
        row("type: switch, dataConditions: [{condition: .x, end: true}], defaultCondition: {}", s,
            u"the default leads nowhere"_s);
        row("type: switch, eventConditions: [{eventRef: x, end: true}]", s, u"no event named x"_s);
        row("type: inject, end: true, onErrors: [{}]", s, u"the error any error leads nowhere"_s);
        row("type: operation, end: true, actions: [{name: a}]", s, u"calls nothing"_s);
        row("type: operation, end: true, actions: [{eventRef: {}}]", s, u"calls nothing"_s);
        row("type: operation, end: true, actions: [{functionRef: {}}]", s, u"no function named"_s);
        row("type: operation, end: true, actions: [{functionRef: x}]", s, u"no function named x"_s);
        row("type: operation, end: true, actions: [{subFlowRef: {}}]", s, u"no workflow named"_s);
        row("type: operation, end: true, actions: [{eventRef: {triggerEventRef: x}}]", s, u"no event named x"_s);
    }

    void marksWhatIsMissing()
    {
        QFETCH(QByteArray, state);
        QFETCH(QString, id);
        QFETCH(QString, problem);
        const GraphModel model =
            graphOf("functions: [{name: f, operation: a#b}]\nevents: [{name: e, type: t, source: s}]\n"
                    "states: [{name: S, " +
                    state + "}]");
        QCOMPARE(badges(nodeAt(model, id), GraphBadge::Kind::Problem), QStringList{problem});
        QVERIFY(nodeAt(model, id).broken);
    }

    void leadsToWhereAMissingStateIsNamed()
    {
        const GraphModel model = graphOf("states:\n  - name: A\n    type: inject\n    transition: Gone\n");
        QCOMPARE(nodeAt(model, u"missing:Gone"_s).sourceLine, 4);
        QCOMPARE(
            nodeAt(graphOf("start: Gone\nstates: [{name: A, type: inject, end: true}]"), u"missing:Gone"_s).sourceLine,
            1);
    }

    void drawsAnEmptyDefinition_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no states") << QByteArray("id: x");
        QTest::newRow("empty list") << QByteArray("id: x\nstates: []");
        QTest::newRow("no list") << QByteArray("id: x\nstates: none\nstart: A");
        QTest::newRow("no objects") << QByteArray("id: x\nstates: [1, [], null]");
    }

    void drawsAnEmptyDefinition()
    {
        QFETCH(QByteArray, text);
        const GraphModel model = graphOf(text);
        QCOMPARE(model.title, u"x"_s);
        QVERIFY(model.nodes.isEmpty() && model.edges.isEmpty());
    }

    void drawsWhatIsMeantToHurt_data()
    {
        QTest::addColumn<QByteArray>("states");
        QTest::addColumn<int>("nodes");
        const auto row = [](const char *name, const QByteArray &states, int nodes) {
            QTest::newRow(name) << states << nodes;
        };
        const QByteArray name(10000, 'n');
        row("long names",
            "{name: " + name + ", type: operation, actions: [{name: " + name + ", functionRef: f}, {name: x" + name +
                ", functionRef: f}], transition: x" + name + ", onErrors: [{errorRef: " + name + ", end: true}]}",
            6);
        row("markup",
            "{name: '<b onload=\"x()\">&amp;</b>', type: switch, dataConditions: [{name: '<script>', condition: "
            "'1 < 2 && 3', end: true}]}",
            3);
        row("odd characters", "{name: \"\\u202e\\u0007\\u05d0\\n\\ud83d\\ude00\", type: inject, end: true}", 3);
        row("same names", repeated("{name: A, type: inject, transition: A},", 300), 301);
        row("ring",
            repeated("{name: S%, type: inject, transition: S%n},", 300) + "{name: S300, type: inject, transition: S0}",
            302);
        row("nobody leads there", repeated("{name: S%, type: inject, end: true},", 300), 601);
        row("all missing", repeated("{name: S%, type: inject, transition: M%},", 300), 601);
        row("many errors",
            "{name: A, type: inject, end: true, onErrors: [" + repeated("{errorRef: e%, transition: B},", 100) +
                "]}, {name: B, type: inject, end: true}",
            5);
        row("many actions",
            "{name: A, type: operation, end: true, actions: [" + repeated("{functionRef: f},", 2000) + "]}", 2003);
    }

    void drawsWhatIsMeantToHurt()
    {
        QFETCH(QByteArray, states);
        QFETCH(int, nodes);
        const GraphModel model = graphOf("functions: f.json\nstates: [" + states + "]");
        QCOMPARE(model.nodes.size(), nodes);
        QCOMPARE(faults(model), QStringList());
        for (const GraphEdge &edge : model.edges)
            QVERIFY(edge.label.size() < 120);
        const GraphLayout layout = layoutGraph(model);
        for (const NodeGeometry &node : layout.nodes)
            QVERIFY(node.rect.width() < 400); // a name does not blow up its box
    }

    void keepsNamesAsTheyAreWritten()
    {
        const QString name = u"<b>&amp; ${x}</b>"_s;
        const GraphModel model = graphOf("states: [{name: '" + name.toUtf8() + "', type: inject, end: true}]");
        QCOMPARE(nodeAt(model, u"state:"_s + name).title, name);
    }

    void namesCopiesQuickly()
    {
        // Trying each copy of a name from 2 on would take minutes here.
        const GraphModel model = graphOf("states: [" + repeated("{name: A, type: inject},", 30000) + "]");
        QCOMPARE(model.indexOf(u"state:A#30000"_s), 30000);
    }

    void drawsALongChain()
    {
        const GraphModel model =
            graphOf("states: [" + repeated("{name: S%, type: inject, transition: S%n},", 20000) + "]");
        const GraphLayout layout = layoutGraph(model);
        QVERIFY(layout.nodes.at(model.stateIndex(u"S0"_s)).rect.bottom() <
                layout.nodes.at(model.stateIndex(u"S19999"_s)).rect.top());
    }

    void drawsGroupsInGroups_data()
    {
        QTest::addColumn<GraphNode::Arrangement>("arrangement");
        QTest::newRow("stack") << GraphNode::Arrangement::Stack;
        QTest::newRow("row") << GraphNode::Arrangement::Row;
        QTest::newRow("flow") << GraphNode::Arrangement::Flow;
    }

    void drawsGroupsInGroups()
    {
        QFETCH(GraphNode::Arrangement, arrangement);
        constexpr int kDepth = 20000; // no definition nests so deep, but a model may
        GraphModel model;
        for (int i = 0; i < kDepth; ++i) {
            GraphNode node;
            node.id = node.title = QString::number(i);
            node.kind = GraphNode::Kind::Branch;
            node.parent = i - 1;
            node.parentGroup = i > 0 ? QString::number(i - 1) : QString();
            node.isGroup = i + 1 < kDepth;
            node.arrangement = arrangement;
            model.indexOfId.insert(node.id, i);
            model.nodes.append(node);
        }
        for (const LayoutDirection direction : {LayoutDirection::TopDown, LayoutDirection::LeftRight}) {
            LayoutOptions options;
            options.direction = direction;
            const GraphLayout layout = layoutGraph(model, options);
            QVERIFY(layout.nodes.at(kDepth - 2).rect.contains(layout.nodes.at(kDepth - 1).rect));
            QVERIFY(layout.nodes.first().rect.contains(layout.nodes.last().rect));
        }
    }
};

QTEST_GUILESS_MAIN(TestGraphBroken)
#include "tst_graphbroken.moc"
