// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/runcomparison.h"
#include "models/graph/subruns.h"
#include "models/items/familymodel.h"
#include "models/items/workflowresult.h"
#include "models/json/jsondiff.h"
#include "tests/fakes/await.h"
#include "tests/fakes/fakeclock.h"
#include "tests/services/sandboxconsole.h"

#include <QSet>
#include <QTest>
#include <QUuid>

using namespace podium;
using namespace Qt::StringLiterals;

/// Two runs beside each other, and a run with what it started, as the real servers tell of them.
class tst_SandboxRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void twoRunsOnDifferentPaths();
    void stateThatStartedTheChild();
    void familyOfAChild();

private:
    struct Subject
    {
        WorkflowDefinition definition;
        QByteArray source;
    };
    Subject subjectOf(const QString &workflow);
    /// Starts it and waits until it is over, with its last events.
    WorkflowInstance ranThrough(const Subject &subject, const QByteArray &input);

    std::unique_ptr<SandboxConsole> m_operator;
};

void tst_SandboxRuns::initTestCase()
{
    m_operator = std::make_unique<SandboxConsole>(u"operator"_s);
    if (!await(m_operator->client.capabilities(), 30000))
        QSKIP("The sandbox is not up: installer/sandbox/sandbox up");
}

tst_SandboxRuns::Subject tst_SandboxRuns::subjectOf(const QString &workflow)
{
    Subject subject;
    if (const auto definition = await(m_operator->catalog.definition(workflow, {})); definition)
        subject.definition = *definition;
    if (const auto source = await(m_operator->catalog.source(subject.definition)); source)
        subject.source = source->text;
    return subject;
}

WorkflowInstance tst_SandboxRuns::ranThrough(const Subject &subject, const QByteArray &input)
{
    const auto json = std::make_shared<const Json>(parseJson(input).value());
    const QString key = u"runs-"_s + QUuid::createUuid().toString(QUuid::Id128).left(10);
    const auto started = await(m_operator->runs.start({subject.definition, json, key}), 30000);
    if (!started)
        return {};
    const QString id = started->instanceId;
    WorkflowInstance run;
    (void)QTest::qWaitFor(
        [&] {
            const auto read = await(m_operator->instances.instance(id));
            run = read ? *read : WorkflowInstance();
            return run.state == InstanceState::Completed;
        },
        40000);
    QTest::qWait(700); // the last events may come a little after the state
    const auto last = await(m_operator->instances.instance(id));
    return last ? *last : run;
}

void tst_SandboxRuns::twoRunsOnDifferentPaths()
{
    const Subject subject = subjectOf(u"travel_booking"_s);
    QVERIFY(!subject.source.isEmpty());
    const WorkflowInstance a = ranThrough(subject, R"({"destination":"Vienna"})");
    const WorkflowInstance b = ranThrough(subject, R"({"destination":"Vienna","hotelFull":true})");
    QCOMPARE(a.state, InstanceState::Completed);
    QCOMPARE(b.state, InstanceState::Completed);
    const RunsGraph graph = graphOfRuns({subject.source, subject.definition.nodes}, {}, true, a, b);
    QVERIFY(graph.drawn);
    const RunPair runs = layRuns(graph, a, b);
    QHash<QString, RunShare> shares;
    for (const ComparedState &state : comparedStates(graph, runs)) {
        shares.insert(state.title, state.share);
        if (state.share == RunShare::Both)
            QVERIFY2(timeAt(state.a, b.end) >= 0 && timeAt(state.b, b.end) >= 0, qPrintable(state.title));
    }
    QCOMPARE(shares.value(u"Book flight"_s), RunShare::Both);
    QCOMPARE(shares.value(u"Hotel free"_s), RunShare::Both);
    QCOMPARE(shares.value(u"Book hotel"_s), RunShare::OnlyA);
    QCOMPARE(shares.value(u"Give up"_s), RunShare::OnlyB);
    const SharedJson inputA = inputOf(a.variables);
    const SharedJson inputB = inputOf(b.variables);
    QVERIFY(inputA && inputB);
    const QList<JsonChange> changes = jsonDifference(*inputA, *inputB);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().kind, JsonChange::Kind::Added);
    QCOMPARE(changes.first().pointer, u"/hotelFull"_s);
}

void tst_SandboxRuns::stateThatStartedTheChild()
{
    const Subject subject = subjectOf(u"quarterly_report"_s);
    const WorkflowInstance parent = ranThrough(subject, R"({"department":"sales","quarter":"2026-Q1"})");
    QCOMPARE(parent.children.size(), 1);
    InstanceQuery query;
    query.parentId = parent.id;
    const auto children = await(m_operator->instances.page(query));
    QVERIFY(children);
    QCOMPARE(children->rows.size(), 1);
    QCOMPARE(children->rows.first().id, parent.children.first().id);

    const GraphModel model = buildGraph(*readWorkflow(subject.source));
    const QHash<QString, NodeTarget> targets = mapNodes(model, subject.definition.nodes);
    const SubRuns runs{model, targets, parent, children->rows};
    const QList<int> starters = runs.startersOf(children->rows.first());
    QCOMPARE(starters.size(), 1);
    QCOMPARE(model.nodes.at(starters.first()).stateName, u"Department report"_s);
    QCOMPARE(runs.startedAt(model.stateIndex(u"Department report"_s)).size(), 1);
    QVERIFY(runs.startedAt(model.stateIndex(u"Summarise"_s)).isEmpty());
    // The state is one composite with the sub-process in it: both visits lead to the child, and no other.
    QSet<QString> leading;
    for (const NodeInstance &visit : parent.nodes) {
        if (!runs.startedBy(visit.id).isEmpty())
            leading.insert(visit.type);
    }
    QCOMPARE(leading, QSet<QString>({u"CompositeContextNode"_s, u"SubProcessNode"_s}));
}

void tst_SandboxRuns::familyOfAChild()
{
    const Subject subject = subjectOf(u"quarterly_report"_s);
    const WorkflowInstance parent = ranThrough(subject, R"({"department":"sales","quarter":"2026-Q2"})");
    QCOMPARE(parent.children.size(), 1);
    const auto child = await(m_operator->instances.instance(parent.children.first().id));
    QVERIFY(child);
    FakeClock clock;
    FamilyModel family(m_operator->instances, clock);
    family.setInstance(*child);
    family.open();
    QTRY_VERIFY_WITH_TIMEOUT(!family.isReading(), 15000);
    QCOMPARE(family.idAt(family.thisIndex()), child->id);
    QCOMPARE(family.idAt(family.thisIndex().parent()), parent.id);
    QCOMPARE(family.rowCount(family.thisIndex()), 0);
}

QTEST_GUILESS_MAIN(tst_SandboxRuns)
#include "tst_sandboxruns.moc"
