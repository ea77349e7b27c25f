// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/runtimemanagement.h"
#include "models/domain/runinput.h"
#include "models/services/bulkplanner.h"
#include "models/services/instancebatch.h"
#include "tests/fakes/await.h"
#include "tests/services/sandboxconsole.h"

#include <QSignalSpy>
#include <QTest>
#include <QUuid>

using namespace podium;
using namespace Qt::StringLiterals;
using Outcome = BatchOutcome;

/// Repairs real runs, one and many, and reads back from the server what came of it. Each test starts its own runs.
class tst_SandboxRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void manyAreAbortedAndOneHadMovedOn();
    void failedOnesAreRetriedAfterTheRepair();
    void stillFailingOnesAreTold();
    void manyAreRerunWithTheirInput();
    void aViewerMayNot();
    void planOfAQueryHasEachOnce();
    void nodeIsTriggeredAgain();
    void nodeIsTriggered();
    void nodeIsCancelled();
    void nodesAtTheRuntimeItself();
    void failedRunsTakeNoNodeActions();

private:
    WorkflowInstance start(const QString &workflowId, const Json &input = Json::object());
    WorkflowInstance reached(const QString &id, InstanceState state);
    QList<WorkflowInstance> failed(int count);
    WorkflowInstance waiting(); ///< in its timer, with nodes
    static std::optional<NodeInstance> openTimer(const WorkflowInstance &instance);
    InstanceBatch::Services services() { return {m_operator->instances, m_operator->runs, m_operator->catalog}; }
    JobStatus jobOf(const WorkflowInstance &instance, const NodeInstance &node);
    static void run(Batch &batch);
    static QString reasons(const Batch &batch);

    std::unique_ptr<SandboxConsole> m_operator;
    QString m_key;
    QStringList m_started;
};

void tst_SandboxRepair::initTestCase()
{
    m_operator = std::make_unique<SandboxConsole>(u"operator"_s);
    if (!await(m_operator->client.capabilities(), 30000))
        QSKIP("The sandbox is not up: installer/sandbox/sandbox up");
    m_key = u"repair-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
}

void tst_SandboxRepair::cleanupTestCase()
{
    for (const QString &id : std::as_const(m_started)) {
        if (const auto instance = await(m_operator->instances.instance(id)); instance && !isFinal(instance->state))
            (void)await(m_operator->instances.abort(*instance));
    }
    if (m_operator)
        m_operator->setHealthy(u"inventory"_s, false);
}

WorkflowInstance tst_SandboxRepair::start(const QString &workflowId, const Json &input)
{
    const auto definition = await(m_operator->catalog.definition(workflowId, {}));
    if (!definition)
        return {};
    const QString key = u"%1-%2"_s.arg(m_key).arg(m_started.size());
    const auto started = await(m_operator->runs.start({*definition, std::make_shared<const Json>(input), key}), 30000);
    const QString id = started ? started->instanceId : started.error().instanceId;
    if (id.isEmpty())
        return {};
    m_started << id;
    WorkflowInstance instance;
    instance.id = id;
    return instance;
}

WorkflowInstance tst_SandboxRepair::reached(const QString &id, InstanceState state)
{
    WorkflowInstance found;
    (void)QTest::qWaitFor(
        [&] {
            const auto now = await(m_operator->instances.instance(id));
            if (now)
                found = *now;
            return now && now->state == state;
        },
        30000);
    return found;
}

QList<WorkflowInstance> tst_SandboxRepair::failed(int count)
{
    m_operator->setHealthy(u"inventory"_s, false);
    QStringList ids;
    for (int i = 0; i < count; ++i)
        ids << start(u"stock_reservation"_s, Json{{"sku", "CHAIR-42"}, {"quantity", i + 1}}).id;
    QList<WorkflowInstance> rows;
    for (const QString &id : std::as_const(ids)) {
        const WorkflowInstance now = reached(id, InstanceState::Error);
        if (now.state == InstanceState::Error)
            rows << now;
    }
    return rows;
}

std::optional<NodeInstance> tst_SandboxRepair::openTimer(const WorkflowInstance &instance)
{
    for (const NodeInstance &node : instance.nodes) {
        if (node.type == "TimerNode"_L1 && !node.exit.isValid())
            return node;
    }
    return {};
}

WorkflowInstance tst_SandboxRepair::waiting()
{
    const QString id = start(u"nightly_backup"_s).id;
    WorkflowInstance found;
    (void)QTest::qWaitFor(
        [&] {
            const auto now = await(m_operator->instances.instance(id));
            if (now)
                found = *now;
            return openTimer(found).has_value();
        },
        20000);
    return found;
}

void tst_SandboxRepair::run(Batch &batch)
{
    QSignalSpy finished(&batch, &Batch::finished);
    batch.start();
    QVERIFY(finished.count() == 1 || finished.wait(60000));
}

QString tst_SandboxRepair::reasons(const Batch &batch)
{
    QStringList texts;
    for (const Batch::Item &item : batch.items())
        texts << wordOf(item.outcome) + u": "_s + item.reason;
    return texts.join(u" | "_s);
}

void tst_SandboxRepair::manyAreAbortedAndOneHadMovedOn()
{
    QList<WorkflowInstance> rows;
    for (int i = 0; i < 12; ++i)
        rows << waiting();
    for (const WorkflowInstance &row : std::as_const(rows))
        QCOMPARE(row.state, InstanceState::Active);
    QVERIFY(await(m_operator->instances.abort(rows.at(5)))); // by somebody else, a moment ago
    QCOMPARE(reached(rows.at(5).id, InstanceState::Aborted).state, InstanceState::Aborted);
    InstanceBatch batch(services(), BulkVerb::Abort, rows, InstanceBatch::gentle());
    run(batch);
    QVERIFY2(batch.countOf(Outcome::Done) == 11, qPrintable(reasons(batch)));
    QCOMPARE(batch.items().at(5).outcome, Outcome::Skipped);
    for (const WorkflowInstance &row : std::as_const(rows))
        QCOMPARE(await(m_operator->instances.instance(row.id))->state, InstanceState::Aborted);
}

void tst_SandboxRepair::failedOnesAreRetriedAfterTheRepair()
{
    const QList<WorkflowInstance> rows = failed(6);
    QCOMPARE(rows.size(), 6);
    m_operator->setHealthy(u"inventory"_s, true);
    InstanceBatch batch(services(), BulkVerb::Retry, rows, InstanceBatch::gentle());
    run(batch);
    m_operator->setHealthy(u"inventory"_s, false);
    QVERIFY2(batch.countOf(Outcome::Done) == 6, qPrintable(reasons(batch)));
    for (const WorkflowInstance &row : rows)
        QCOMPARE(reached(row.id, InstanceState::Completed).state, InstanceState::Completed);
}

void tst_SandboxRepair::stillFailingOnesAreTold()
{
    const QList<WorkflowInstance> rows = failed(2);
    QCOMPARE(rows.size(), 2);
    m_operator->setHealthy(u"inventory"_s, false);
    InstanceBatch batch(services(), BulkVerb::Retry, rows, InstanceBatch::gentle());
    run(batch);
    QVERIFY2(batch.countOf(Outcome::Done) == 0, qPrintable(reasons(batch)));
    QVERIFY2(batch.countOf(Outcome::Failed) == 2, qPrintable(reasons(batch)));
    QVERIFY(!batch.items().constFirst().reason.isEmpty());
    // Skipped, they go on without the answer of the service.
    InstanceBatch skip(services(), BulkVerb::Skip, rows, InstanceBatch::gentle());
    run(skip);
    QVERIFY2(skip.countOf(Outcome::Done) == 2, qPrintable(reasons(skip)));
    QVERIFY(reached(rows.at(0).id, InstanceState::Completed).state == InstanceState::Completed);
}

void tst_SandboxRepair::manyAreRerunWithTheirInput()
{
    const QList<WorkflowInstance> rows = failed(2);
    QCOMPARE(rows.size(), 2);
    m_operator->setHealthy(u"inventory"_s, true);
    InstanceBatch batch(services(), BulkVerb::Rerun, rows, InstanceBatch::gentle());
    run(batch);
    QVERIFY2(batch.countOf(Outcome::Done) == 2, qPrintable(reasons(batch)));
    for (int i = 0; i < 2; ++i) {
        m_started << batch.newInstanceId(i);
        const WorkflowInstance again = reached(batch.newInstanceId(i), InstanceState::Completed);
        QCOMPARE(again.state, InstanceState::Completed);
        QVERIFY(again.id != rows.at(i).id);
        const SharedJson before = inputOf(rows.at(i).variables);
        const SharedJson after = inputOf(again.variables);
        QVERIFY(before && after);
        QVERIFY2(*before == *after, toBytes(*after).constData());
        QCOMPARE(await(m_operator->instances.instance(rows.at(i).id))->state, InstanceState::Error); // untouched
    }
    m_operator->setHealthy(u"inventory"_s, false);
}

void tst_SandboxRepair::aViewerMayNot()
{
    SandboxConsole viewer(u"viewer"_s);
    const QList<WorkflowInstance> rows{waiting(), waiting()};
    InstanceBatch batch({viewer.instances, viewer.runs, viewer.catalog}, BulkVerb::Abort, rows,
                        InstanceBatch::gentle());
    run(batch);
    QVERIFY2(batch.countOf(Outcome::Failed) == 2, qPrintable(reasons(batch)));
    QCOMPARE(batch.items().constFirst().error.kind, Error::Kind::Forbidden);
    for (const WorkflowInstance &row : rows)
        QCOMPARE(await(m_operator->instances.instance(row.id))->state, InstanceState::Active);
}

void tst_SandboxRepair::planOfAQueryHasEachOnce()
{
    InstanceQuery query;
    query.filter.set(InstanceField::BusinessKey, {m_key + u"*"_s});
    BulkPlanner planner(m_operator->instances);
    QSignalSpy finished(&planner, &BulkPlanner::finished);
    planner.readAll(query);
    QVERIFY(finished.count() == 1 || finished.wait(20000));
    QSet<QString> ids;
    for (const WorkflowInstance &row : planner.rows())
        ids.insert(row.id);
    QCOMPARE(ids.size(), planner.rows().size());
    for (const QString &id : std::as_const(m_started)) {
        const auto instance = await(m_operator->instances.instance(id));
        QVERIFY(!instance || !instance->businessKey.startsWith(m_key) || ids.contains(id));
    }
}

void tst_SandboxRepair::nodeIsTriggeredAgain()
{
    const WorkflowInstance before = waiting();
    const auto timer = openTimer(before);
    QVERIFY(timer);
    const auto answer = await(m_operator->instances.retriggerNode(before, *timer));
    QVERIFY2(answer.ok(), answer.ok() ? "" : qPrintable(answer.error().details));
    // The server shows another visit of the same node.
    WorkflowInstance after;
    QVERIFY(QTest::qWaitFor(
        [&] {
            after = await(m_operator->instances.instance(before.id)).value();
            return std::any_of(after.nodes.cbegin(), after.nodes.cend(), [&](const NodeInstance &node) {
                return node.definitionId == timer->definitionId && node.id != timer->id;
            });
        },
        20000));
    QCOMPARE(after.state, InstanceState::Active);
}

void tst_SandboxRepair::nodeIsTriggered()
{
    const WorkflowInstance before = waiting();
    const auto timer = openTimer(before);
    QVERIFY(timer);
    const auto definition = await(m_operator->catalog.definition(before.workflowId, before.version));
    QVERIFY(definition);
    const auto node = std::find_if(definition->nodes.cbegin(), definition->nodes.cend(),
                                   [&](const NodeDefinition &each) { return each.uniqueId == timer->definitionId; });
    QVERIFY(node != definition->nodes.cend());
    const auto answer = await(m_operator->instances.triggerNode(before, *node));
    QVERIFY2(answer.ok(), answer.ok() ? qPrintable(node->id) : qPrintable(node->id + answer.error().details));
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto after = await(m_operator->instances.instance(before.id));
            return after && std::any_of(after->nodes.cbegin(), after->nodes.cend(), [&](const NodeInstance &each) {
                       return each.definitionId == timer->definitionId && each.id != timer->id;
                   });
        },
        20000));
}

void tst_SandboxRepair::nodeIsCancelled()
{
    const WorkflowInstance before = waiting();
    const auto timer = openTimer(before);
    QVERIFY(timer);
    QTRY_COMPARE_WITH_TIMEOUT(jobOf(before, *timer), JobStatus::Scheduled, 20000);
    const auto answer = await(m_operator->instances.cancelNode(before, *timer));
    QVERIFY2(answer.ok(), answer.ok() ? "" : qPrintable(answer.error().details));
    // Data Index goes on listing it as open; but its timer is gone.
    QTRY_COMPARE_WITH_TIMEOUT(jobOf(before, *timer), JobStatus::Canceled, 20000);
    QCOMPARE(await(m_operator->instances.instance(before.id))->state, InstanceState::Active);
}

JobStatus tst_SandboxRepair::jobOf(const WorkflowInstance &instance, const NodeInstance &node)
{
    const auto jobs = await(m_operator->jobs.jobsOf(instance.id));
    for (const Job &job : jobs ? *jobs : QList<Job>()) {
        if (job.nodeInstanceId == node.id)
            return job.status;
    }
    return JobStatus::Unknown;
}

/// As for a Data Index that has none of the mutations.
void tst_SandboxRepair::nodesAtTheRuntimeItself()
{
    RuntimeManagement management(m_operator->http);
    const WorkflowInstance before = waiting();
    const auto timer = openTimer(before);
    QVERIFY(timer);
    const auto again =
        await(management.act(before, "POST", {u"nodeInstances"_s, timer->id}, u"The node was not triggered again."_s));
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().details));
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto after = await(m_operator->instances.instance(before.id));
            return after && std::any_of(after->nodes.cbegin(), after->nodes.cend(), [&](const NodeInstance &node) {
                       return node.definitionId == timer->definitionId && node.id != timer->id;
                   });
        },
        20000));
    const auto gone = await(management.act(before, "DELETE", {}, u"The instance was not aborted."_s));
    QVERIFY2(gone.ok(), gone.ok() ? "" : qPrintable(gone.error().details));
    QCOMPARE(reached(before.id, InstanceState::Aborted).state, InstanceState::Aborted);
}

void tst_SandboxRepair::failedRunsTakeNoNodeActions()
{
    const QList<WorkflowInstance> rows = failed(1);
    QCOMPARE(rows.size(), 1);
    const auto failedNode = std::find_if(rows.at(0).nodes.cbegin(), rows.at(0).nodes.cend(),
                                         [](const NodeInstance &node) { return !node.exit.isValid(); });
    QVERIFY(failedNode != rows.at(0).nodes.cend());
    QVERIFY(!await(m_operator->instances.retriggerNode(rows.at(0), *failedNode))); // why they are not offered
}

QTEST_GUILESS_MAIN(tst_SandboxRepair)
#include "tst_sandboxrepair.moc"
