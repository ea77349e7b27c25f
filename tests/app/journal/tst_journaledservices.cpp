// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/actionwatch.h"
#include "app/journal/journaledevents.h"
#include "app/journal/journaledinstances.h"
#include "app/journal/journaledjobs.h"
#include "app/journal/journaledruns.h"
#include "tests/fakes/await.h"
#include "tests/fakes/fakeconsole.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_JournaledServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void acceptedActionsAreNoted();
    void refusedOnesWithTheirText();
    void nothingIsNotedBeforeTheAnswer();
    void aCancelledWaitIsNotedAndReachesTheServer();
    void aWaitThatIsDroppedToo();
    void theEndOfPodiumIsNotedToo();
    void whoAskedIsKeptFromThen();
    void jobsWithTheirNewTime();
    void variablesByNameOnly();
    void runsWithoutTheirInput();
    void runsThatFailedButExist();
    void eventsWithoutTheirData();
    void tokensAreHidden();
    void readsAreForwardedAndNotNoted();

private:
    const ActionRecord &only() const { return m_fake->journal.list.constFirst(); }
    WorkflowInstance instance() const { return m_fake->instances.current(fakeInstance(3, m_fake->clock.now()).id); }

    std::unique_ptr<FakeConsole> m_fake;
    std::unique_ptr<ActionWatch> m_watch;
    std::unique_ptr<JournaledInstances> m_instances;
    std::unique_ptr<JournaledJobs> m_jobs;
    std::unique_ptr<JournaledRuns> m_runs;
};

void tst_JournaledServices::init()
{
    m_fake = std::make_unique<FakeConsole>();
    m_watch = std::make_unique<ActionWatch>(m_fake->journal, m_fake->session, m_fake->clock);
    m_instances = std::make_unique<JournaledInstances>(m_fake->instances, *m_watch);
    m_jobs = std::make_unique<JournaledJobs>(m_fake->jobs, *m_watch);
    m_runs = std::make_unique<JournaledRuns>(m_fake->runs, *m_watch);
}

void tst_JournaledServices::cleanup()
{
    m_runs.reset();
    m_jobs.reset();
    m_instances.reset();
    m_watch.reset();
    m_fake.reset();
}

void tst_JournaledServices::acceptedActionsAreNoted()
{
    const WorkflowInstance about = instance();
    QVERIFY(await(m_instances->abort(about)));
    QCOMPARE(m_fake->journal.list.size(), 1);
    QCOMPARE(only().time, m_fake->clock.now());
    QCOMPARE(only().user, u"operator"_s);
    QCOMPARE(only().action, ActionRecord::Action::Abort);
    QCOMPARE(only().workflowId, about.workflowId);
    QCOMPARE(only().instanceId, about.id);
    QCOMPARE(only().businessKey, about.businessKey);
    QCOMPARE(only().outcome, ActionRecord::Outcome::Accepted);
    QCOMPARE(only().answer, QString());
    QVERIFY(await(m_instances->retry(about)));
    QCOMPARE(only().action, ActionRecord::Action::Retry);
    QVERIFY(await(m_instances->skip(about)));
    QCOMPARE(only().action, ActionRecord::Action::Skip);
    QCOMPARE(m_fake->instances.actionLog,
             (QStringList{u"abort "_s + about.id, u"retry "_s + about.id, u"skip "_s + about.id}));
}

void tst_JournaledServices::refusedOnesWithTheirText()
{
    m_fake->instances.actions.error = fakeError(Error::Kind::Forbidden);
    const Result<Done> answer = await(m_instances->skip(instance()));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Forbidden); // the page gets what the server said
    QCOMPARE(m_fake->journal.list.size(), 1);
    QCOMPARE(only().outcome, ActionRecord::Outcome::Failed);
    QCOMPARE(only().answer, fakeError().text());
}

void tst_JournaledServices::nothingIsNotedBeforeTheAnswer()
{
    m_fake->instances.actions.hang = true;
    const Async<Done> answer = m_instances->abort(instance());
    const QDateTime askedAt = m_fake->clock.now();
    m_fake->clock.set(askedAt.addSecs(90));
    QTest::qWait(20);
    QVERIFY(m_fake->journal.list.isEmpty());
    m_fake->instances.actions.release();
    QVERIFY(await(answer));
    QCOMPARE(m_fake->journal.list.size(), 1);
    QCOMPARE(only().time, askedAt);
}

void tst_JournaledServices::aCancelledWaitIsNotedAndReachesTheServer()
{
    m_fake->instances.actions.hang = true;
    Async<Done> answer = m_instances->abort(instance());
    answer.cancel();
    QTRY_COMPARE(m_fake->instances.actions.cancelled(), 1);
    QTRY_COMPARE(m_fake->journal.list.size(), 1);
    QCOMPARE(only().outcome, ActionRecord::Outcome::NotAwaited);
    m_fake->instances.actions.release(); // too late
    QTest::qWait(20);
    QCOMPARE(m_fake->journal.list.size(), 1);
}

void tst_JournaledServices::aWaitThatIsDroppedToo()
{
    m_fake->runs.replies.hang = true;
    RunRequest request;
    request.definition.id = u"greet"_s;
    {
        QObject page;
        const Pending pending = deliver(m_runs->start(request), &page, [](const Result<RunStarted> &) {});
    }
    QTRY_COMPARE(m_fake->runs.replies.cancelled(), 1);
    QTRY_COMPARE(m_fake->journal.list.size(), 1);
    QCOMPARE(only().outcome, ActionRecord::Outcome::NotAwaited);
    QCOMPARE(only().action, ActionRecord::Action::StartRun);
}

void tst_JournaledServices::theEndOfPodiumIsNotedToo()
{
    m_fake->instances.actions.hang = true;
    const Async<Done> one = m_instances->abort(instance());
    const Async<Done> two = m_instances->skip(instance());
    m_watch.reset();
    QCOMPARE(m_fake->journal.list.size(), 2);
    for (const ActionRecord &record : std::as_const(m_fake->journal.list))
        QCOMPARE(record.outcome, ActionRecord::Outcome::NotAwaited);
    QVERIFY(one.isCanceled() && two.isCanceled());
    QTRY_COMPARE(m_fake->instances.actions.cancelled(), 2);
}

void tst_JournaledServices::whoAskedIsKeptFromThen()
{
    m_fake->instances.actions.hang = true;
    const Async<Done> answer = m_instances->abort(instance());
    m_fake->session.setState(SessionService::State::SignedOut);
    QCOMPARE(m_fake->session.user().username, QString());
    m_fake->instances.actions.release();
    QVERIFY(await(answer));
    QCOMPARE(only().user, u"operator"_s);
}

void tst_JournaledServices::variablesByNameOnly()
{
    const auto patch = std::make_shared<const Json>(Json::parse(R"({"card":{"number":"4711"},"paid":"secret"})"));
    QVERIFY(await(m_instances->setVariables(instance(), patch)));
    QCOMPARE(only().action, ActionRecord::Action::SetVariables);
    QCOMPARE(only().instanceId, instance().id);
    QCOMPARE(only().detail, u"card, paid"_s);
    const QByteArray line = toJson(only());
    QVERIFY(!line.contains("4711") && !line.contains("secret"));
    QCOMPARE(m_fake->instances.patches, QList<SharedJson>{patch});
}

void tst_JournaledServices::jobsWithTheirNewTime()
{
    const Job job = m_fake->jobs.generated(5);
    const QDateTime when = QDateTime(QDate(2026, 3, 3), QTime(8, 0), Qt::UTC);
    QVERIFY(await(m_jobs->reschedule(job, when.toLocalTime())));
    QCOMPARE(only().action, ActionRecord::Action::RescheduleJob);
    QCOMPARE(only().jobId, job.id);
    QCOMPARE(only().instanceId, job.instanceId);
    QCOMPARE(only().workflowId, job.workflowId);
    QCOMPARE(only().detail, u"2026-03-03T08:00:00.000Z"_s);
    QVERIFY(await(m_jobs->cancel(job)));
    QCOMPARE(only().action, ActionRecord::Action::CancelJob);
    QCOMPARE(only().detail, QString());
    QCOMPARE(m_fake->journal.list.size(), 2);
    QCOMPARE(m_fake->jobs.actionLog.size(), 2);
}

void tst_JournaledServices::runsWithoutTheirInput()
{
    RunRequest request;
    request.definition.id = u"greet"_s;
    request.definition.version = u"1.0"_s;
    request.businessKey = u"order 7"_s;
    request.input = std::make_shared<const Json>(Json{{"name", "Sekret"}});
    const Result<RunStarted> started = await(m_runs->start(request));
    QVERIFY(started);
    QCOMPARE(m_fake->runs.requests.size(), 1);
    QVERIFY(m_fake->runs.requests.constFirst().input == request.input);
    QCOMPARE(only().action, ActionRecord::Action::StartRun);
    QCOMPARE(only().workflowId, u"greet"_s);
    QCOMPARE(only().instanceId, started->instanceId);
    QCOMPARE(only().businessKey, u"order 7"_s);
    QCOMPARE(only().detail, u"1.0"_s);
    QVERIFY(!toJson(only()).contains("Sekret"));
}

void tst_JournaledServices::eventsWithoutTheirData()
{
    JournaledEvents events(m_fake->events, *m_watch);
    EventRequest request;
    request.event.type = u"parcel.delivered"_s;
    request.event.extensions = {{kInstanceExtension, u"i-1"_s}};
    request.event.data = std::make_shared<const Json>(Json::parse(R"({"signedBy":"Ada"})"));
    request.workflowId = u"parcels"_s;
    QVERIFY(await(events.send(request)));
    QCOMPARE(only().action, ActionRecord::Action::SendEvent);
    QCOMPARE(only().workflowId, u"parcels"_s);
    QCOMPARE(only().instanceId, u"i-1"_s);
    QCOMPARE(only().detail, u"parcel.delivered"_s);
    QVERIFY(!toJson(only()).contains("Ada"));
}

void tst_JournaledServices::runsThatFailedButExist()
{
    Error error = fakeError(Error::Kind::Server);
    error.instanceId = u"9b2d"_s;
    m_fake->runs.replies.error = error;
    QVERIFY(!await(m_runs->start({})));
    QCOMPARE(only().outcome, ActionRecord::Outcome::Failed);
    QCOMPARE(only().instanceId, u"9b2d"_s);
}

void tst_JournaledServices::tokensAreHidden()
{
    Error error = fakeError(Error::Kind::Server);
    error.why = u"Authorization: Bearer s3cr3t-t0k3n was refused. "_s + QString(100'000, u'x');
    m_fake->instances.actions.error = error;
    QVERIFY(!await(m_instances->abort(instance())));
    QVERIFY(!only().answer.contains(u"s3cr3t"_s));
    QVERIFY(only().answer.contains(u"was refused"_s));
    QVERIFY(only().answer.size() < 3000);
}

void tst_JournaledServices::readsAreForwardedAndNotNoted()
{
    QCOMPARE(await(m_instances->page({}))->rows.size(), 100);
    InstanceQuery few;
    few.limit = 5;
    QCOMPARE(await(m_instances->pageWithNodes(few))->rows.size(), 5);
    QCOMPARE(*await(m_instances->count({})), 240);
    QCOMPARE(await(m_instances->instance(instance().id))->id, instance().id);
    QCOMPARE(m_fake->instances.queries.size(), 1);
    QCOMPARE(m_fake->instances.nodeQueries.size(), 1);

    const Job job = m_fake->jobs.generated(5);
    QCOMPARE(await(m_jobs->page({}))->rows.size(), 40);
    QCOMPARE(*await(m_jobs->count({})), 40);
    QCOMPARE(await(m_jobs->countDue({}, {DueRange(), DueRange()}))->counts.size(), 2);
    QVERIFY(await(m_jobs->jobsOf(job.instanceId)));
    QVERIFY(await(m_jobs->hosts({job.instanceId})));
    QCOMPARE(m_fake->jobs.askedHosts, QList<QStringList>{QStringList{job.instanceId}});
    QVERIFY(m_fake->journal.list.isEmpty());
}

QTEST_GUILESS_MAIN(tst_JournaledServices)
#include "tst_journaledservices.moc"
