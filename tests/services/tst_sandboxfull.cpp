// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/await.h"
#include "tests/services/sandboxconsole.h"

#include <QProcess>
#include <QTest>
#include <QUuid>

using namespace podium;
using namespace Qt::StringLiterals;

/// What Data Index and Job Service do otherwise when they are services of their own on PostgreSQL: counting jobs,
/// filters on variables, forwarded actions and their refusals, a million rows. Each test starts its own runs.
class tst_SandboxFull : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void countsInstancesAndJobs();
    void filtersByVariables();
    void retriesOnlyWhatFailed();
    void skippedKeepsItsError();
    void abortCancelsTheJobs();
    void retriggersAWaitingNode();
    void triggersANode();
    void nodesOfAFailedOneAreRefused();
    void updatesTheInputOnly();
    void reschedulesToThePast();
    void cancelledJobLeavesTheInstance();
    void refusesTheViewer();
    void refusesADuplicateKey();
    void holdsWhatIsSeeded();

private:
    QString start(const QString &workflowId, const QByteArray &input = "{}");
    Result<WorkflowInstance> read(const QString &id) { return await(m_operator->instances.instance(id)); }
    bool reaches(const QString &id, InstanceState state);
    Job timerOf(const QString &instanceId);
    QList<Job> jobsOf(const QString &instanceId) { return await(m_operator->jobs.jobsOf(instanceId)).value(); }
    QString waitingNode(const QString &instanceId);
    /// The answer of a request as it is written here.
    GraphqlAnswer ask(const QString &document, bool changesSomething = false, SandboxConsole *who = nullptr);
    QString refusal(const QString &mutation) { return messageOf(ask(mutation, true)); }
    static QString messageOf(const GraphqlAnswer &answer)
    {
        return answer.errors.isEmpty() ? QString() : answer.errors.constFirst().message;
    }

    std::unique_ptr<SandboxConsole> m_operator;
    QString m_key;
    QStringList m_started;
};

void tst_SandboxFull::initTestCase()
{
    m_operator = std::make_unique<SandboxConsole>(u"operator"_s);
    if (!await(m_operator->client.capabilities(), 30000))
        QSKIP("The full sandbox is not up: installer/sandbox/sandbox up --full");
    m_key = u"full-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
}

void tst_SandboxFull::cleanupTestCase()
{
    for (const QString &id : std::as_const(m_started)) {
        if (const auto instance = read(id); instance && !isFinal(instance->state))
            (void)await(m_operator->instances.abort(*instance));
    }
}

QString tst_SandboxFull::start(const QString &workflowId, const QByteArray &input)
{
    const auto definition = await(m_operator->catalog.definition(workflowId, {}));
    if (!definition)
        return {};
    const auto json = std::make_shared<const Json>(parseJson(input).value());
    const auto run =
        await(m_operator->runs.start({*definition, json, u"%1-%2"_s.arg(m_key).arg(m_started.size())}), 30000);
    const QString id = run ? run->instanceId : run.error().instanceId;
    m_started << id;
    return id;
}

bool tst_SandboxFull::reaches(const QString &id, InstanceState state)
{
    return QTest::qWaitFor(
        [&] {
            const auto instance = read(id);
            return instance && instance->state == state;
        },
        20000);
}

Job tst_SandboxFull::timerOf(const QString &instanceId)
{
    Job found;
    (void)QTest::qWaitFor(
        [&] {
            for (const Job &job : jobsOf(instanceId)) {
                if (job.status == JobStatus::Scheduled)
                    found = job;
            }
            return !found.id.isEmpty();
        },
        20000);
    return found;
}

/// The id of the node instance where the instance waits.
QString tst_SandboxFull::waitingNode(const QString &instanceId)
{
    return timerOf(instanceId).nodeInstanceId;
}

GraphqlAnswer tst_SandboxFull::ask(const QString &document, bool changesSomething, SandboxConsole *who)
{
    GraphqlRequest request;
    request.document = document;
    request.changesSomething = changesSomething;
    GraphqlClient &client = who ? who->client : m_operator->client;
    const auto answer = await(
        client.ask<GraphqlAnswer>(request, [](const GraphqlAnswer &read) { return Result<GraphqlAnswer>(read); }));
    return answer ? *answer : GraphqlAnswer{{}, {GraphqlError{answer.error().text(), {}, {}}}};
}

void tst_SandboxFull::countsInstancesAndJobs()
{
    const auto server = await(m_operator->client.capabilities());
    QVERIFY(server->countsInstances());
    // Its schema has them, but the server answers 500 to the WebSocket.
    QVERIFY(server->subscriptions.contains(u"ProcessInstanceUpdated"_s));
    for (int i = 0; i < 3; ++i)
        QVERIFY(!timerOf(start(u"nightly_backup"_s)).id.isEmpty());
    InstanceQuery instances;
    instances.filter.set(InstanceField::BusinessKey, {m_key + u"*"_s});
    instances.workflowIds = {u"nightly_backup"_s};
    // Events of instances and of jobs come apart.
    QVERIFY(QTest::qWaitFor([&] { return await(m_operator->instances.count(instances)).value() == 3; }, 10000));
    JobQuery jobs;
    jobs.instanceIds = m_started;
    jobs.statuses = {JobStatus::Scheduled};
    const auto page = await(m_operator->jobs.page(jobs));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 3);
}

void tst_SandboxFull::filtersByVariables()
{
    const QString mine = start(u"greet_team"_s, R"({"name":")" + m_key.toUtf8() + R"("})");
    QVERIFY(!start(u"greet_team"_s, R"({"name":"others"})").isEmpty());
    QVERIFY(reaches(mine, InstanceState::Completed));
    const QString where = u"{variables:{workflowdata:{name:{equal:\"%1\"}}}}"_s.arg(m_key);
    const GraphqlAnswer found = ask(u"{ProcessInstances(where:%1){id} CountProcessInstances(where:%1)}"_s.arg(where));
    QVERIFY2(found.errors.isEmpty(), qPrintable(messageOf(found)));
    const Json expected{{"ProcessInstances", {{{"id", mine.toStdString()}}}}, {"CountProcessInstances", 1}};
    QCOMPARE(found.data.dump(), expected.dump());
}

void tst_SandboxFull::retriesOnlyWhatFailed()
{
    m_operator->setHealthy(u"inventory"_s, false);
    const QString id = start(u"stock_reservation"_s, R"({"sku":"CHAIR-42"})");
    QVERIFY(reaches(id, InstanceState::Error));
    const QString retry = u"mutation{ProcessInstanceRetry(id:\"%1\")}"_s.arg(id);
    QVERIFY2(refusal(retry).contains("errorCode:500"_L1), qPrintable(refusal(retry)));
    m_operator->setHealthy(u"inventory"_s, true);
    QCOMPARE(refusal(retry), QString());
    QVERIFY(reaches(id, InstanceState::Completed));
    QVERIFY(!read(id)->error);
    const QString over = refusal(retry);
    QVERIFY2(over.contains("errorCode:404"_L1), qPrintable(over));
    m_operator->setHealthy(u"inventory"_s, false);

    const QString waiting = start(u"nightly_backup"_s);
    QVERIFY(reaches(waiting, InstanceState::Active));
    const QString early = refusal(u"mutation{ProcessInstanceRetry(id:\"%1\")}"_s.arg(waiting));
    QVERIFY2(early.contains("errorCode:400"_L1), qPrintable(early));
}

void tst_SandboxFull::skippedKeepsItsError()
{
    m_operator->setHealthy(u"inventory"_s, false);
    const QString id = start(u"stock_reservation"_s, R"({"sku":"DESK-7"})");
    QVERIFY(reaches(id, InstanceState::Error));
    QVERIFY(await(m_operator->instances.skip(*read(id))));
    QVERIFY(reaches(id, InstanceState::Completed));
    QVERIFY(read(id)->error);
}

void tst_SandboxFull::abortCancelsTheJobs()
{
    const QString id = start(u"nightly_backup"_s);
    const Job job = timerOf(id);
    QVERIFY(!job.id.isEmpty());
    QVERIFY(await(m_operator->instances.abort(*read(id))));
    QVERIFY(reaches(id, InstanceState::Aborted));
    QVERIFY(QTest::qWaitFor([&] { return jobsOf(id).value(0).status == JobStatus::Canceled; }, 10000));
    const auto again = await(m_operator->instances.abort(*read(id)));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, Error::Kind::NotFound);
}

void tst_SandboxFull::retriggersAWaitingNode()
{
    const QString id = start(u"nightly_backup"_s);
    const Job before = timerOf(id);
    QVERIFY(!before.nodeInstanceId.isEmpty());
    const qsizetype visits = read(id)->nodes.size();
    QCOMPARE(
        refusal(u"mutation{NodeInstanceRetrigger(id:\"%1\",nodeInstanceId:\"%2\")}"_s.arg(id, before.nodeInstanceId)),
        QString());
    QVERIFY(QTest::qWaitFor([&] { return read(id)->nodes.size() > visits; }, 10000));
    // The timer waits anew, with a job of its own.
    QVERIFY(QTest::qWaitFor([&] { return timerOf(id).id != before.id; }, 10000));
    QCOMPARE(read(id)->state, InstanceState::Active);
}

void tst_SandboxFull::triggersANode()
{
    const QString id = start(u"nightly_backup"_s);
    const Job job = timerOf(id);
    QString node;
    qsizetype visits = 0;
    QVERIFY(QTest::qWaitFor([&] { // the events of nodes and of jobs come apart
        const auto instance = read(id);
        for (const NodeInstance &visit : instance ? instance->nodes : QList<NodeInstance>()) {
            if (visit.id == job.nodeInstanceId)
                node = visit.nodeId;
        }
        visits = instance ? instance->nodes.size() : 0;
        return !node.isEmpty();
    }));
    const QString problem = refusal(u"mutation{NodeInstanceTrigger(id:\"%1\",nodeId:\"%2\")}"_s.arg(id, node));
    QCOMPARE(problem, QString());
    QVERIFY(QTest::qWaitFor([&] { return jobsOf(id).size() == 2; }, 10000));
    QVERIFY(QTest::qWaitFor([&] { return read(id)->nodes.size() > visits; }, 10000));
}

void tst_SandboxFull::nodesOfAFailedOneAreRefused()
{
    const QString id = start(u"sensor_calibration"_s, R"({"reading":0})");
    QVERIFY(reaches(id, InstanceState::Error));
    QVERIFY(QTest::qWaitFor([&] { return read(id)->error.has_value(); }, 10000));
    const auto failed = read(id);
    QVERIFY(failed->error && !failed->error->nodeInstanceId.isEmpty());
    const QString problem = refusal(
        u"mutation{NodeInstanceRetrigger(id:\"%1\",nodeInstanceId:\"%2\")}"_s.arg(id, failed->error->nodeInstanceId));
    QVERIFY2(problem.contains("errorCode:404"_L1) || problem.contains("errorCode:500"_L1), qPrintable(problem));
}

void tst_SandboxFull::updatesTheInputOnly()
{
    const QString id = start(u"nightly_backup"_s, R"({"volumes":["home"]})");
    QVERIFY(!timerOf(id).id.isEmpty());
    QTest::qWait(1000); // events of variables may still be on their way
    const Json before = *read(id)->variables;
    const QString problem = refusal(
        uR"(mutation{ProcessInstanceUpdateVariables(id:"%1",variables:"{\"workflowdata\":{\"volumes\":[\"work\"]}}")})"_s
            .arg(id));
    QCOMPARE(problem, QString());
    QTest::qWait(1000);
    const Json *data = memberAt(before, "workflowdata");
    const auto after = read(id);
    const Json *kept = memberAt(*after->variables, "workflowdata");
    QVERIFY(data && kept);
    QCOMPARE(kept->dump(), data->dump());
}

void tst_SandboxFull::reschedulesToThePast()
{
    const QString id = start(u"nightly_backup"_s);
    const Job job = timerOf(id);
    QVERIFY(await(m_operator->jobs.reschedule(job, QDateTime::currentDateTimeUtc().addSecs(-60))));
    QVERIFY(reaches(id, InstanceState::Completed));
    QVERIFY(QTest::qWaitFor([&] { return jobsOf(id).value(0).status == JobStatus::Executed; }, 10000));
    const auto dead = await(m_operator->jobs.reschedule(job, QDateTime::currentDateTimeUtc().addSecs(600)));
    QVERIFY(!dead);
    QCOMPARE(dead.error().kind, Error::Kind::NotFound);
}

void tst_SandboxFull::cancelledJobLeavesTheInstance()
{
    const QString id = start(u"nightly_backup"_s);
    const Job job = timerOf(id);
    QVERIFY(await(m_operator->jobs.cancel(job)));
    QVERIFY(QTest::qWaitFor([&] { return jobsOf(id).value(0).status == JobStatus::Canceled; }, 10000));
    QCOMPARE(read(id)->state, InstanceState::Active);
    QVERIFY(!await(m_operator->jobs.cancel(job)));
}

void tst_SandboxFull::refusesTheViewer()
{
    const QString id = start(u"nightly_backup"_s);
    QVERIFY(reaches(id, InstanceState::Active));
    SandboxConsole viewer(u"viewer"_s);
    const QString problem = messageOf(ask(u"mutation{ProcessInstanceAbort(id:\"%1\")}"_s.arg(id), true, &viewer));
    QVERIFY2(problem.contains("errorCode:403"_L1), qPrintable(problem));
    QCOMPARE(read(id)->state, InstanceState::Active);
    SandboxConsole newcomer(u"newcomer"_s);
    const auto list = await(newcomer.catalog.list());
    QVERIFY(!list);
    QCOMPARE(list.error().kind, Error::Kind::Forbidden);
}

void tst_SandboxFull::refusesADuplicateKey()
{
    const auto definition = await(m_operator->catalog.definition(u"nightly_backup"_s, {}));
    QVERIFY(definition);
    const auto input = std::make_shared<const Json>(Json::object());
    const auto first = await(m_operator->runs.start({*definition, input, m_key + u"-twice"_s}), 30000);
    QVERIFY(first);
    m_started << first->instanceId;
    const auto second = await(m_operator->runs.start({*definition, input, m_key + u"-twice"_s}), 30000);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, Error::Kind::Server);
}

void tst_SandboxFull::holdsWhatIsSeeded()
{
    InstanceQuery query;
    query.filter.set(InstanceField::BusinessKey, {u"*-000*"_s}); // of the seeded ones: WORKFLOW-0001234
    if (await(m_operator->instances.count(query)).value() < 3000) {
        QProcess seed;
        seed.start(QStringLiteral(PODIUM_SOURCE_DIR "/installer/sandbox/sandbox"),
                   {u"seed"_s, u"--full"_s, u"--instances"_s, u"3000"_s});
        QVERIFY(seed.waitForFinished(120000));
        QVERIFY2(seed.exitCode() == 0, seed.readAllStandardError().constData());
    }
    query.limit = 100;
    query.offset = 2000;
    const auto page = await(m_operator->instances.page(query));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 100);
    QVERIFY(page->total.value_or(0) >= 3000);
    QVERIFY(std::is_sorted(page->rows.cbegin(), page->rows.cend(),
                           [](const auto &a, const auto &b) { return a.start > b.start; }));
    for (const InstanceState state :
         {InstanceState::Active, InstanceState::Completed, InstanceState::Aborted, InstanceState::Error}) {
        InstanceQuery one;
        one.states = {state};
        QVERIFY2(await(m_operator->instances.count(one)).value() > 10, qPrintable(wordOf(state)));
    }
    const auto large = read(u"5eed0000-0000-4000-9000-000000001000"_s);
    QVERIFY2(large.ok(), large.ok() ? "" : qPrintable(large.error().text()));
    QCOMPARE(large->nodes.size(), 1000);
    QVERIFY(large->start.isValid() && large->end > large->start);
    const auto gone = await(m_operator->instances.abort(*large)); // the runtime does not know it
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(tst_SandboxFull)
#include "tst_sandboxfull.moc"
