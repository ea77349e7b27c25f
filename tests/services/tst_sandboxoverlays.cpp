// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/overlay.h"
#include "models/workflow/workflowdocument.h"
#include "tests/fakes/await.h"
#include "tests/services/overlayscenarios.h"
#include "tests/services/sandboxconsole.h"

#include <QElapsedTimer>
#include <QMap>
#include <QTest>
#include <QUuid>

#include <functional>

using namespace podium;
using namespace Qt::StringLiterals;

/// The overlay of every workflow of the sandbox, against the node instances that the server reports: while it moves and
/// at its end. What each state must say was written down from the definitions, not taken from the overlay.
class tst_SandboxOverlays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void coversEveryWorkflow();
    void showsTheRun_data();
    void showsTheRun();
    void showsARunThatAnEventStarts();
    void cleanupTestCase();

private:
    struct Graph
    {
        WorkflowDefinition definition;
        GraphModel model;
    };

    Graph graphOf(const QString &workflow);
    QString start(const Scenario &scenario, const Graph &graph);
    void follow(const QString &id, const Graph &graph, const Scenario &scenario);
    void resume(const QString &id, const QString &type, const QByteArray &data);
    void agrees(const Graph &graph, const WorkflowInstance &instance);
    void isAsExpected(const Graph &graph, const WorkflowInstance &instance, const Scenario &scenario);
    QString anyOf(const QString &workflow, const QDateTime &since);

    std::unique_ptr<SandboxConsole> m_operator;
    QString m_key;
};

void tst_SandboxOverlays::initTestCase()
{
    m_operator = std::make_unique<SandboxConsole>(u"operator"_s);
    if (!await(m_operator->client.capabilities(), 30000))
        QSKIP("The sandbox is not up: installer/sandbox/sandbox up");
    m_key = u"overlay-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
}

void tst_SandboxOverlays::cleanupTestCase()
{
    if (!m_operator)
        return;
    for (const QString &service : {u"inventory"_s, u"ledger"_s, u"exchange"_s})
        m_operator->setHealthy(service, false);
}

/// A workflow that is added to the sandbox needs a scenario here.
void tst_SandboxOverlays::coversEveryWorkflow()
{
    QSet<QString> covered{u"incident_intake"_s};
    for (const auto &group : scenarioGroups()) {
        for (const Scenario &scenario : group)
            covered.insert(scenario.workflow);
    }
    const auto list = await(m_operator->catalog.list());
    QVERIFY(list);
    for (const WorkflowDefinition &each : *list)
        QVERIFY2(covered.contains(each.id), qPrintable(each.id));
}

tst_SandboxOverlays::Graph tst_SandboxOverlays::graphOf(const QString &workflow)
{
    Graph graph;
    const auto definition = await(m_operator->catalog.definition(workflow, {}));
    if (!definition)
        return graph;
    graph.definition = *definition;
    const auto source = await(m_operator->catalog.source(*definition));
    if (!source)
        return graph;
    if (const auto document = readWorkflow(source->text); document)
        graph.model = buildGraph(*document);
    return graph;
}

QString tst_SandboxOverlays::start(const Scenario &scenario, const Graph &graph)
{
    const auto input = std::make_shared<const Json>(parseJson(scenario.input).value());
    const QString key = m_key + u'-' + QUuid::createUuid().toString(QUuid::Id128).left(6);
    const auto run = await(m_operator->runs.start({graph.definition, input, key}), 30000);
    return run ? run->instanceId : scenario.failsWhileStarting ? run.error().instanceId : QString();
}

void tst_SandboxOverlays::resume(const QString &id, const QString &type, const QByteArray &data)
{
    Json event{{"specversion", "1.0"},
               {"id", QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString()},
               {"source", "podium/tests"},
               {"type", type.toStdString()},
               {"data", parseJson(data).value()}};
    if (!id.isEmpty())
        event["kogitoprocrefid"] = id.toStdString();
    HttpRequest request;
    request.verb = "POST";
    request.url = m_operator->http.environment().runtimeUrls.value(0);
    request.body = QByteArray::fromStdString(event.dump());
    request.contentType = "application/cloudevents+json";
    QVERIFY(await(m_operator->http.send(request)));
}

void tst_SandboxOverlays::showsTheRun_data()
{
    QTest::addColumn<int>("group");
    QTest::addColumn<int>("index");
    const QList<QList<Scenario>> groups = scenarioGroups();
    for (int group = 0; group < groups.size(); ++group) {
        for (int i = 0; i < groups.at(group).size(); ++i) {
            const Scenario &scenario = groups.at(group).at(i);
            QTest::addRow("%s %s", qPrintable(scenario.workflow), scenario.input.simplified().left(40).constData())
                << group << i;
        }
    }
}

void tst_SandboxOverlays::showsTheRun()
{
    QFETCH(int, group);
    QFETCH(int, index);
    const Scenario scenario = scenarioGroups().at(group).at(index);
    for (const QString &service : {u"inventory"_s, u"ledger"_s, u"exchange"_s})
        m_operator->setHealthy(service, false);
    const Graph graph = graphOf(scenario.workflow);
    QVERIFY(!graph.model.nodes.isEmpty());
    const QString id = start(scenario, graph);
    QVERIFY(!id.isEmpty());
    follow(id, graph, scenario);
    if (scenario.end == InstanceState::Active || scenario.end == InstanceState::Error)
        (void)await(m_operator->instances.abort(*await(m_operator->instances.instance(id))));
}

/// Reads the run over and over until it stands still as expected, and compares each answer.
void tst_SandboxOverlays::follow(const QString &id, const Graph &graph, const Scenario &scenario)
{
    bool acted = false;
    int quiet = 0;
    WorkflowInstance last;
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 40000) {
        const auto instance = await(m_operator->instances.instance(id));
        if (!instance) {
            QTest::qWait(100); // not indexed yet
            continue;
        }
        agrees(graph, *instance);
        if (QTest::currentTestFailed())
            return;
        quiet = last.state == instance->state && last.nodes.size() == instance->nodes.size() ? quiet + 1 : 0;
        last = *instance;
        const bool stands = quiet >= 8;
        const bool mayAct = !scenario.event.isEmpty() || scenario.act;
        if (stands && mayAct && !acted) {
            acted = true;
            quiet = 0;
            scenario.act ? scenario.act(*m_operator, last) : resume(id, scenario.event, scenario.data);
        } else if (last.state == scenario.end && (stands || isFinal(last.state)) && (acted || !mayAct)) {
            break;
        }
        QTest::qWait(150);
    }
    QCOMPARE(last.state, scenario.end);
    if (isFinal(scenario.end)) { // the last events may come a little after the state
        QTest::qWait(700);
        last = *await(m_operator->instances.instance(id));
    }
    agrees(graph, last);
    isAsExpected(graph, last, scenario);
}

/// What any answer of the server must look like on the graph, by the state that each of its node instances belongs to.
void tst_SandboxOverlays::agrees(const Graph &graph, const WorkflowInstance &instance)
{
    const GraphOverlay overlay = overlayFor(graph.model, graph.definition.nodes, instance);
    QHash<QString, NodeDefinition> definitions;
    for (const NodeDefinition &node : graph.definition.nodes)
        definitions.insert(node.uniqueId, node);
    QHash<QString, QList<NodeInstance>> visits; // by state
    for (const NodeInstance &node : instance.nodes) {
        const NodeDefinition definition = definitions.value(node.definitionId);
        QVERIFY2(!definition.uniqueId.isEmpty(), qPrintable(node.name));
        // "Join-X" stands before the state X, which is entered some milliseconds later.
        const bool isBefore = definition.type == "StartNode"_L1 || definition.name.startsWith("Join-"_L1);
        if (!definition.state.isEmpty() && !definition.isInternal() && !isBefore && definition.type != "EndNode"_L1)
            visits[definition.state].append(node);
    }
    for (const GraphNode &node : graph.model.nodes) {
        if (!node.isState || node.parent >= 0)
            continue;
        const NodeOverlay shown = overlay.nodes.value(node.id);
        const QList<NodeInstance> real = visits.value(node.stateName);
        const QByteArray where = (node.stateName + u" is shown as "_s + displayName(shown.state)).toUtf8();
        if (!real.isEmpty())
            QVERIFY2(shown.state != NodeState::Pending, where.constData());
        // Only a state that waits for an event may be entered by nodes that name no state.
        if (shown.state != NodeState::Pending && node.kind != GraphNode::Kind::Event &&
            node.kind != GraphNode::Kind::Switch)
            QVERIFY2(!real.isEmpty(), where.constData());
        if (shown.state == NodeState::Running && !real.isEmpty()) {
            QVERIFY2(instance.state == InstanceState::Active, where.constData());
            QVERIFY2(std::any_of(real.begin(), real.end(), [](const NodeInstance &n) { return !n.exit.isValid(); }),
                     where.constData());
        }
        if (shown.current)
            QVERIFY2(!isFinal(instance.state), where.constData());
        if (shown.durationMs >= 0)
            QVERIFY2(shown.exit.isValid() && shown.enter.msecsTo(shown.exit) == shown.durationMs, where.constData());
    }
}

void tst_SandboxOverlays::isAsExpected(const Graph &graph, const WorkflowInstance &instance, const Scenario &scenario)
{
    const GraphOverlay overlay = overlayFor(graph.model, graph.definition.nodes, instance);
    for (const GraphNode &node : graph.model.nodes) {
        if (!node.isState || node.parent >= 0)
            continue;
        const NodeState wanted = scenario.done.contains(node.stateName)
                                     ? NodeState::Done
                                     : scenario.other.value(node.stateName, NodeState::Pending);
        const NodeState shown = overlay.nodes.value(node.id).state;
        QVERIFY2(shown == wanted,
                 qPrintable(node.stateName + u": "_s + displayName(shown) + u" instead of "_s + displayName(wanted)));
    }
    QSet<QString> path;
    for (const int e : overlay.taken) {
        const GraphNode &from = graph.model.nodes.at(graph.model.edges.at(e).from);
        const GraphNode &to = graph.model.nodes.at(graph.model.edges.at(e).to);
        if (from.isState && to.isState && from.parent < 0)
            path.insert(from.stateName + u'>' + to.stateName);
    }
    QStringList taken(path.begin(), path.end());
    QStringList wanted = scenario.path;
    taken.sort();
    wanted.sort();
    QCOMPARE(taken.join(u", "_s), wanted.join(u", "_s));
}

QString tst_SandboxOverlays::anyOf(const QString &workflow, const QDateTime &since)
{
    InstanceQuery query;
    query.workflowIds = {workflow};
    const auto page = await(m_operator->instances.page(query));
    if (!page)
        return {};
    for (const WorkflowInstance &row : page->rows) {
        if (row.start >= since)
            return row.id;
    }
    return {};
}

void tst_SandboxOverlays::showsARunThatAnEventStarts()
{
    const Graph graph = graphOf(u"incident_intake"_s);
    QVERIFY(!graph.model.nodes.isEmpty());
    const QDateTime before = QDateTime::currentDateTimeUtc().addMSecs(-1);
    resume({}, u"podium.sandbox.incident.reported"_s, R"({"host":"db-3"})");
    QString id;
    QVERIFY(QTest::qWaitFor([&] { return !(id = anyOf(u"incident_intake"_s, before)).isEmpty(); }, 15000));
    follow(id, graph,
           {.workflow = u"incident_intake"_s,
            .input = {},
            .done = {u"Incident reported"_s, u"Open ticket"_s},
            .path = {u"Incident reported>Open ticket"_s}});
}

QTEST_GUILESS_MAIN(tst_SandboxOverlays)
#include "tst_sandboxoverlays.moc"
