// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/connection/connectiontester.h"
#include "tests/services/sandboxtest.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// The services as they really answer. Each test starts its own runs, found by a business key of its own.
class tst_SandboxServices : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void tellsWhatTheServerHas();
    void listsDefinitions();
    void readsDefinitionWithNodes();
    void readsSchemasAndSource();
    void refusesBadInput();
    void refusesWhatIsNoInput();
    void startsAndReadsARun();
    void keepsTheRunThatFailedWhileStarting();
    void retriesAfterRepair();
    void skips();
    void abortsOnce();
    void readsAndMovesTimers();
    void linksParentsAndChildren();
    void allowsOnlyWhatTheRoleAllows();
    void unknownThingsAreNotFound();
    void testsConnections();
};

void tst_SandboxServices::tellsWhatTheServerHas()
{
    const auto server = await(m_operator->client.capabilities());
    QVERIFY(server);
    QCOMPARE(server->versionGuess(), u"10.1"_s);
    QVERIFY(server->countsInstances());
    // A Data Index of its own on PostgreSQL has them in its schema, and refuses them.
    QVERIFY(server->subscriptions.isEmpty() || SandboxConsole::isFull());
    QVERIFY(server->mutations.contains(u"ProcessInstanceRetry"_s));
}

void tst_SandboxServices::listsDefinitions()
{
    const auto list = await(m_operator->catalog.list());
    QVERIFY(list);
    QVERIFY(list->size() >= 15);
    QSet<QString> keys;
    for (const WorkflowDefinition &each : *list) {
        QVERIFY(!each.id.isEmpty() && !each.version.isEmpty() && !each.name.isEmpty());
        QVERIFY(each.nodes.isEmpty());
        keys.insert(each.id + u':' + each.version);
    }
    QCOMPARE(keys.size(), list->size());
    QVERIFY(keys.contains(u"onboard_employee:2.1"_s));
    for (const WorkflowDefinition &each : *list) {
        const auto found = await(m_operator->catalog.probe(each));
        QVERIFY(found);
        QVERIFY2(found->state == Availability::State::Available, qPrintable(each.id + u": "_s + found->reason));
    }
    WorkflowDefinition gone = list->first();
    gone.id = u"never_deployed"_s;
    QVERIFY(await(m_operator->catalog.probe(gone))->reason.contains("does not have this workflow"_L1));
}

void tst_SandboxServices::readsDefinitionWithNodes()
{
    const WorkflowDefinition parallel = workflow(u"site_inspection"_s);
    QCOMPARE(parallel.id, u"site_inspection"_s);
    QVERIFY(!parallel.nodes.isEmpty());
    QSet<QString> branches;
    for (const NodeDefinition &node : parallel.nodes) {
        QVERIFY(!node.uniqueId.isEmpty());
        branches.insert(node.branch);
    }
    QVERIFY2(branches.size() > 2, "the branches of the parallel state");
}

void tst_SandboxServices::readsSchemasAndSource()
{
    const WorkflowDefinition form = workflow(u"onboard_employee"_s);
    const auto schemas = await(m_operator->catalog.schemas(form));
    QVERIFY(schemas);
    QVERIFY(schemas->input && schemas->output);
    QCOMPARE(stringAt(*schemas->input, "title"), u"New colleague"_s);
    const auto source = await(m_operator->catalog.source(form));
    QVERIFY(source);
    QCOMPARE(source->fileName, u"onboard_employee.sw.yaml"_s);
    QVERIFY(source->text.contains("id: onboard_employee"));
    const auto none = await(m_operator->catalog.schemas(workflow(u"greet_team"_s)));
    QVERIFY(none);
    QVERIFY(!none->input);
}

void tst_SandboxServices::refusesBadInput()
{
    const auto run = start(u"onboard_employee"_s, R"({"person":{"firstName":5,"employment":"zz"},
        "access":{"applications":[{"name":"git"}]},"equipment":{"computer":"laptop-13"}})");
    QVERIFY(!run);
    QCOMPARE(run.error().kind, Error::Kind::Validation);
    QCOMPARE(run.error().httpStatus, 400);
    QHash<QString, QString> messages;
    for (const FieldError &field : run.error().fields)
        messages.insert(field.pointer, field.message);
    QCOMPARE(messages.value(u"/person/firstName"_s), u"Integer found, string expected"_s);
    QCOMPARE(messages.value(u"/person/lastName"_s), u"This is required."_s);
    QCOMPARE(messages.value(u"/access/applications/0/role"_s), u"This is required."_s);
    QVERIFY(messages.value(u"/person/employment"_s).contains("part-time"_L1));
}

void tst_SandboxServices::refusesWhatIsNoInput()
{
    const auto run = start(u"onboard_employee"_s, "[]");
    QVERIFY(!run);
    QCOMPARE(run.error().kind, Error::Kind::Validation);
    QVERIFY(!run.error().why.isEmpty());
}

void tst_SandboxServices::startsAndReadsARun()
{
    const auto run = start(u"onboard_employee"_s, R"({
        "person":{"firstName":"Ada","lastName":"Byron","email":"ada@example.org","startDate":"2026-12-10","employment":"full-time"},
        "access":{"costCentre":"EN-1200","applications":[{"name":"git","role":"reader"}]},"equipment":{"computer":"laptop-13"}})");
    QVERIFY2(run.ok(), run.ok() ? "" : qPrintable(run.error().text() + run.error().details));
    QVERIFY(reaches(run->instanceId, InstanceState::Completed));
    const auto instance = read(run->instanceId);
    QVERIFY(instance->detailed);
    QCOMPARE(instance->workflowId, u"onboard_employee"_s);
    QCOMPARE(instance->version, u"2.1"_s);
    QCOMPARE(instance->businessKey, m_key + u"-onboard_employee"_s);
    QCOMPARE(instance->createdBy, u"operator"_s);
    QVERIFY(instance->start.isValid() && instance->end.isValid() && instance->start <= instance->end);
    QVERIFY(!instance->error);
    QVERIFY(!instance->executionSummary.isEmpty());
    const Json *data = memberAt(*instance->variables, "workflowdata");
    QVERIFY(data && memberAt(*data, "result"));

    // Every visit belongs to a node of the definition, and they come in order.
    const WorkflowDefinition definition = workflow(u"onboard_employee"_s);
    QSet<QString> known;
    for (const NodeDefinition &node : definition.nodes)
        known.insert(node.uniqueId);
    QVERIFY(instance->nodes.size() >= 3);
    QDateTime last;
    for (const NodeInstance &node : instance->nodes) {
        QVERIFY2(known.contains(node.definitionId), qPrintable(node.name));
        QVERIFY(!last.isValid() || last <= node.enter);
        last = node.enter;
    }
}

void tst_SandboxServices::keepsTheRunThatFailedWhileStarting()
{
    m_operator->setHealthy(u"ledger"_s, false);
    const auto run = start(u"ledger_import"_s, R"({"month":"2026-03"})");
    QVERIFY(!run);
    QCOMPARE(run.error().kind, Error::Kind::Server);
    QVERIFY(!run.error().instanceId.isEmpty());
    QVERIFY(reaches(run.error().instanceId, InstanceState::Error));
    const auto instance =
        readWhen(run.error().instanceId, [](const WorkflowInstance &now) { return now.error.has_value(); });
    QVERIFY(instance && instance->error);
    QVERIFY(!instance->error->message.isEmpty());
    QVERIFY(!instance->error->nodeDefinitionId.isEmpty());
    QVERIFY(!instance->end.isValid());
    QVERIFY(await(m_operator->instances.abort(*instance))); // its business key is free again
}

void tst_SandboxServices::retriesAfterRepair()
{
    m_operator->setHealthy(u"inventory"_s, false);
    const auto run = start(u"stock_reservation"_s, R"({"sku":"CHAIR-42"})");
    QVERIFY(run);
    QVERIFY(reaches(run->instanceId, InstanceState::Error));
    const auto failed = read(run->instanceId);
    const auto again = await(m_operator->instances.retry(*failed));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, Error::Kind::Server);
    QCOMPARE(again.error().what, u"The failed step was not retried."_s);

    m_operator->setHealthy(u"inventory"_s, true);
    const auto retried = await(m_operator->instances.retry(*failed));
    QVERIFY2(retried.ok(), retried.ok() ? "" : qPrintable(retried.error().details));
    QVERIFY(reaches(run->instanceId, InstanceState::Completed));
    const auto notInError = await(m_operator->instances.retry(*failed));
    QVERIFY(!notInError);
    QVERIFY(notInError.error().kind == Error::Kind::Conflict || notInError.error().kind == Error::Kind::NotFound);
}

void tst_SandboxServices::skips()
{
    m_operator->setHealthy(u"ledger"_s, false);
    const auto run = start(u"ledger_import"_s, R"({"month":"2026-04"})");
    QVERIFY(!run);
    const QString id = run.error().instanceId;
    QVERIFY(reaches(id, InstanceState::Error));
    QVERIFY(await(m_operator->instances.skip(*read(id))));
    QVERIFY(reaches(id, InstanceState::Completed));
    QVERIFY(!await(m_operator->instances.skip(*read(id))));
    m_operator->setHealthy(u"ledger"_s, true);
}

void tst_SandboxServices::abortsOnce()
{
    const auto run = start(u"nightly_backup"_s, "{}");
    QVERIFY2(run.ok(), run.ok() ? "" : qPrintable(run.error().text()));
    QVERIFY(reaches(run->instanceId, InstanceState::Active));
    const auto instance = read(run->instanceId);
    QVERIFY(await(m_operator->instances.abort(*instance)));
    QVERIFY(reaches(run->instanceId, InstanceState::Aborted));
    const auto again = await(m_operator->instances.abort(*instance));
    QVERIFY(!again);
    QVERIFY(again.error().kind == Error::Kind::Conflict || again.error().kind == Error::Kind::NotFound);
}

void tst_SandboxServices::readsAndMovesTimers()
{
    const auto run = start(u"nightly_backup"_s, "{}");
    QVERIFY(run);
    QList<Job> jobs;
    QVERIFY(QTest::qWaitFor([&] {
        jobs = await(m_operator->jobs.jobsOf(run->instanceId)).value();
        return !jobs.isEmpty() && jobs.first().status == JobStatus::Scheduled;
    }));
    const Job job = jobs.first();
    QCOMPARE(job.workflowId, u"nightly_backup"_s);
    QVERIFY(job.expirationTime > QDateTime::currentDateTimeUtc());
    const auto waits = [&job](const NodeInstance &node) {
        return node.id == job.nodeInstanceId && !node.exit.isValid();
    };
    const auto isWaiting = [&waits](const WorkflowInstance &now) {
        return std::any_of(now.nodes.cbegin(), now.nodes.cend(), waits);
    };
    const auto instance = readWhen(run->instanceId, isWaiting);
    QVERIFY(instance && isWaiting(*instance));

    const QDateTime later = QDateTime::currentDateTimeUtc().addSecs(7200);
    const auto moved = await(m_operator->jobs.reschedule(job, later));
    QVERIFY2(moved.ok(), moved.ok() ? "" : qPrintable(moved.error().details));
    QVERIFY(QTest::qWaitFor([&] {
        const auto now = await(m_operator->jobs.jobsOf(run->instanceId)).value();
        return qAbs(now.first().expirationTime.secsTo(later)) <= 1;
    }));
    QVERIFY(await(m_operator->jobs.cancel(job)));
    QVERIFY(QTest::qWaitFor(
        [&] { return await(m_operator->jobs.jobsOf(run->instanceId)).value().first().status == JobStatus::Canceled; }));
    QVERIFY(!await(m_operator->jobs.reschedule(job, later)));
    QVERIFY(await(m_operator->instances.abort(*instance)));
}

void tst_SandboxServices::linksParentsAndChildren()
{
    const auto run = start(u"quarterly_report"_s, R"({"quarter":"2026-Q1","department":"sales"})");
    QVERIFY2(run.ok(), run.ok() ? "" : qPrintable(run.error().text() + run.error().details));
    const auto report = readWhen(run->instanceId, [](const WorkflowInstance &now) { return !now.children.isEmpty(); });
    QVERIFY(report && !report->children.isEmpty());
    const InstanceLink child = report->children.first();
    QCOMPARE(child.workflowId, u"department_report"_s);
    const auto department = readWhen(child.id, [](const WorkflowInstance &now) { return now.parent.has_value(); });
    QVERIFY(department && department->parent);
    QCOMPARE(department->parentId, run->instanceId);
    QCOMPARE(department->parent->id, run->instanceId);
    InstanceQuery query;
    query.parentId = run->instanceId;
    QVERIFY(await(m_operator->instances.page(query))->rows.size() >= 1);
}

void tst_SandboxServices::allowsOnlyWhatTheRoleAllows()
{
    SandboxConsole viewer(u"viewer"_s);
    RunRequest greet{workflow(u"greet_team"_s), std::make_shared<const Json>(Json::object()), {}};
    const auto run = await(viewer.runs.start(greet));
    QVERIFY(!run);
    QCOMPARE(run.error().kind, Error::Kind::Forbidden);
    QVERIFY(await(viewer.catalog.list()));

    const auto waiting = start(u"nightly_backup"_s, "{}");
    QVERIFY(waiting);
    QVERIFY(reaches(waiting->instanceId, InstanceState::Active));
    const auto instance = read(waiting->instanceId);
    const auto aborted = await(viewer.instances.abort(*instance));
    QVERIFY(!aborted);
    QCOMPARE(aborted.error().kind, Error::Kind::Forbidden);
    QVERIFY(await(m_operator->instances.abort(*instance)));

    SandboxConsole newcomer(u"newcomer"_s);
    const auto list = await(newcomer.catalog.list());
    QVERIFY(!list);
    QCOMPARE(list.error().kind, Error::Kind::Forbidden);
}

void tst_SandboxServices::unknownThingsAreNotFound()
{
    QCOMPARE(read(u"no-such-instance"_s).error().kind, Error::Kind::NotFound);
    QCOMPARE(await(m_operator->catalog.definition(u"no_such"_s, {})).error().kind, Error::Kind::NotFound);
    QCOMPARE(await(m_operator->catalog.definition(u"greet_team"_s, u"99"_s)).error().kind, Error::Kind::NotFound);
    QVERIFY(await(m_operator->jobs.jobsOf(u"no-such-instance"_s)).value().isEmpty());
    WorkflowInstance nobody;
    nobody.id = u"no-such-instance"_s;
    QCOMPARE(await(m_operator->instances.abort(nobody)).error().kind, Error::Kind::NotFound);
}

void tst_SandboxServices::testsConnections()
{
    using Service = ConnectionCheck::Service;
    ConnectionTester tester(m_operator->tracer);
    for (const Service service : {Service::Issuer, Service::DataIndex, Service::Runtime, Service::JobService}) {
        const auto found = await(tester.check(SandboxConsole::environment(), service, &m_operator->tokens), 20000);
        QVERIFY(found);
        QVERIFY2(found->outcome == ConnectionCheck::Outcome::Ok, qPrintable(found->summary));
    }
    Environment wrong = SandboxConsole::environment();
    wrong.issuer.setPath(u"/realms/nowhere"_s);
    const auto realm = await(tester.check(wrong, Service::Issuer, nullptr));
    QVERIFY2(realm->summary.contains("no such realm"_L1), qPrintable(realm->summary));
}

QTEST_GUILESS_MAIN(tst_SandboxServices)
#include "tst_sandboxservices.moc"
