// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphmodel.h"
#include "models/workflow/workflowdocument.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

GraphModel graphOf(const QByteArray &text)
{
    const Result<WorkflowDocument> document = readWorkflow(text);
    return document ? buildGraph(*document) : GraphModel();
}

const GraphNode &nodeAt(const GraphModel &model, const QString &id)
{
    static const GraphNode none;
    const int index = model.indexOf(id);
    if (index < 0)
        qWarning().noquote() << "no node" << id << "but" << model.indexOfId.keys();
    return index < 0 ? none : model.nodes.at(index);
}

QStringList badges(const GraphNode &node, GraphBadge::Kind kind)
{
    QStringList list;
    for (const GraphBadge &badge : node.badges) {
        if (badge.kind == kind)
            list.append(badge.text);
    }
    return list;
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
};

QTEST_GUILESS_MAIN(TestGraphBroken)
#include "tst_graphbroken.moc"
