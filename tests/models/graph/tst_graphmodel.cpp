// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphmodel.h"
#include "models/graph/graphtexts.h"
#include "models/workflow/workflowdocument.h"
#include "tests/models/graph/readgraph.h"

#include <QDirIterator>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// "from -> to: label", sorted as in the model; inner lines left out.
QStringList edgesOf(const GraphModel &model)
{
    QStringList list;
    for (const GraphEdge &edge : model.edges) {
        if (edge.kind == GraphEdge::Kind::Inner)
            continue;
        QString text = model.nodes.at(edge.from).id + u" -> "_s + model.nodes.at(edge.to).id;
        if (!edge.label.isEmpty())
            text += u": "_s + QString(edge.label).replace(u'\n', u'/');
        list.append(text);
    }
    return list;
}

void checkConsistency(const GraphModel &model, const QString &what)
{
    for (int i = 0; i < model.nodes.size(); ++i) {
        const GraphNode &node = model.nodes.at(i);
        QVERIFY2(model.indexOf(node.id) == i, qPrintable(what + u": id not unique: "_s + node.id));
        QVERIFY2(node.parent < i, qPrintable(what));
        if (node.parent >= 0)
            QVERIFY2(model.nodes.at(node.parent).isGroup && model.nodes.at(node.parent).id == node.parentGroup,
                     qPrintable(what));
    }
    for (const GraphEdge &edge : model.edges) {
        QVERIFY2(edge.from >= 0 && edge.from < model.nodes.size() && edge.to >= 0 && edge.to < model.nodes.size(),
                 qPrintable(what));
        QVERIFY2(model.nodes.at(edge.from).parent == model.nodes.at(edge.to).parent, qPrintable(what));
    }
}

} // namespace

class TestGraphModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void drawsTransitionsAndEnds()
    {
        const GraphModel model = graphOf(R"(start: B
states:
  - {name: A, type: inject, data: {}, end: {terminate: true}}
  - {name: B, type: sleep, duration: PT1H30M, transition: A, compensatedBy: U,
     onErrors: [{errorRef: timeout, transition: A}, {end: true}]}
  - {name: U, type: inject, usedForCompensation: true, data: {}}
)");
        QCOMPARE(edgesOf(model),
                 (QStringList{u"start -> state:B"_s, u"state:A -> end:A:terminates"_s, u"state:B -> state:A"_s,
                              u"state:B -> state:A: timeout"_s, u"state:B -> end:B: any error"_s,
                              u"state:B -> state:U: compensated by"_s}));
        QCOMPARE(nodeAt(model, u"state:B"_s).subtitle, u"sleeps 1 h 30 min"_s);
        QCOMPARE(nodeAt(model, u"state:B"_s).sourceLine, 4);
        QCOMPARE(nodeAt(model, u"end:A:terminates"_s).stateName, u"A"_s);
        QCOMPARE(model.edges.at(3).kind, GraphEdge::Kind::Error);
        QCOMPARE(model.edges.at(5).kind, GraphEdge::Kind::Compensation);
        checkConsistency(model, u"transitions"_s);
    }

    void labelsConditions()
    {
        const GraphModel model = graphOf(R"(start: S
events: [{name: yes, type: t, source: s}]
states:
  - name: S
    type: switch
    dataConditions:
      - {name: large, condition: '${ .n > 3 }', transition: E}
      - {condition: '.n == 1', end: true}
    defaultCondition: {end: true}
  - name: E
    type: switch
    eventConditions: [{eventRef: yes, transition: S}]
    defaultCondition: {end: {produceEvents: [{eventRef: yes}]}}
    timeouts: {eventTimeout: PT2M}
)");
        QCOMPARE(edgesOf(model),
                 (QStringList{u"start -> state:S"_s, u"state:S -> state:E: large/.n > 3"_s,
                              u"state:S -> end:S: .n == 1"_s, u"state:S -> end:S: otherwise"_s,
                              u"state:E -> state:S: yes"_s, u"state:E -> end:E:sends yes: after 2 min"_s}));
        QCOMPARE(model.edges.at(1).kind, GraphEdge::Kind::Condition);
        QCOMPARE(model.edges.at(3).kind, GraphEdge::Kind::Default);
        QCOMPARE(model.edges.at(4).kind, GraphEdge::Kind::EventCondition);
    }

    void nestsPartsOfStates()
    {
        const GraphModel model = graphOf(R"(start: Fan
functions: [{name: f, operation: 'x#y'}]
events: [{name: e, type: t, source: s}]
states:
  - name: Fan
    type: parallel
    branches:
      - {name: left, actions: [{name: one, functionRef: f}, {name: two, subFlowRef: child}]}
      - {actions: [{functionRef: f}, {functionRef: f}]}
    transition: Call
  - {name: Call, type: callback, action: {functionRef: f}, eventRef: e, transition: Each}
  - {name: Each, type: foreach, inputCollection: .l, actions: [{name: a, functionRef: f}], transition: Only}
  - {name: Only, type: operation, actions: [{name: single, functionRef: f}], end: true}
)");
        checkConsistency(model, u"groups"_s);
        QVERIFY(nodeAt(model, u"state:Fan"_s).isGroup);
        QCOMPARE(nodeAt(model, u"state:Fan"_s).arrangement, GraphNode::Arrangement::Row);
        const GraphNode &two = nodeAt(model, u"state:Fan/branch:left/action:two"_s);
        QCOMPARE(two.kind, GraphNode::Kind::SubFlow);
        QCOMPARE(two.subWorkflow, u"child"_s);
        QCOMPARE(two.stateName, u"Fan"_s);
        QCOMPARE(two.branchName, u"left"_s);
        QVERIFY(model.indexOf(u"state:Fan/branch:1/action:f#2"_s) >= 0);
        QCOMPARE(nodeAt(model, u"state:Call/wait"_s).events, QStringList{u"e"_s});
        QVERIFY(nodeAt(model, u"state:Each/action:a"_s).parent >= 0);
        QVERIFY(!nodeAt(model, u"state:Only"_s).isGroup); // a box in a box says nothing more
        QCOMPARE(nodeAt(model, u"state:Only"_s).subtitle, u"single"_s);
    }

    void marksWhatIsBroken()
    {
        const GraphModel model = graphOf(R"(start: A
functions: []
states:
  - {name: A, type: operation, actions: [{functionRef: no}], transition: Gone}
  - {name: A, type: wizardry, transition: Gone}
)");
        checkConsistency(model, u"broken"_s);
        QVERIFY(nodeAt(model, u"state:A"_s).broken);
        QVERIFY(nodeAt(model, u"state:A#2"_s).broken);
        QCOMPARE(nodeAt(model, u"state:A#2"_s).kind, GraphNode::Kind::UnknownState);
        QCOMPARE(nodeAt(model, u"missing:Gone"_s).kind, GraphNode::Kind::Missing);
        QCOMPARE(edgesOf(model).size(), 3);
    }

    void saysNothingAboutWhatAUriHolds()
    {
        const GraphModel model = graphOf("start: A\nfunctions: f.json\nstates: [{name: A, type: operation, actions: "
                                         "[{functionRef: x}], end: true}]");
        QVERIFY(!nodeAt(model, u"state:A"_s).broken);
        QVERIFY(nodeAt(model, u"state:A"_s).details.contains(u"Defined in: f.json"_s));
    }

    void keepsLabelsShort()
    {
        const QByteArray longText(10000, 'x');
        const GraphModel model =
            graphOf("states: [{name: " + longText + ", type: switch, dataConditions: [{condition: '" + longText +
                    "', end: true}]}]");
        QCOMPARE(model.nodes.at(1).title.size(), 10000); // the name itself stays whole
        for (const GraphEdge &edge : model.edges)
            QVERIFY(edge.label.size() < 80);
    }

    void writesDurationsInWords_data()
    {
        QTest::addColumn<QString>("iso");
        QTest::addColumn<QString>("words");
        QTest::newRow("minutes") << u"PT15M"_s << u"15 min"_s;
        QTest::newRow("mixed") << u"P1DT2H3M4.5S"_s << u"1 d 2 h 3 min 4.5 s"_s;
        QTest::newRow("expression") << u"${ .wait }"_s << u"${ .wait }"_s;
        QTest::newRow("nothing") << u"P"_s << u"P"_s;
    }

    void writesDurationsInWords()
    {
        QFETCH(QString, iso);
        QFETCH(QString, words);
        QCOMPARE(durationWords(iso), words);
    }

    void drawsEveryRealDefinition()
    {
        const QString folder = QStringLiteral(PODIUM_SHARED_DATA) + u"/workflows"_s;
        if (!QDir(folder).exists())
            QSKIP("No real definitions here: ../shared/data/workflows is absent.");
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Result<WorkflowDocument> document = readWorkflow(file.readAll());
            QVERIFY(document.ok());
            const GraphModel model = buildGraph(*document);
            checkConsistency(model, file.fileName());
            qsizetype states = 0;
            for (const GraphNode &node : model.nodes)
                states += node.isState ? 1 : 0;
            QCOMPARE(states, document->states.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestGraphModel)
#include "tst_graphmodel.moc"
