// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/runtimeevents.h"
#include "models/events/cloudevent.h"
#include "models/events/eventtracker.h"
#include "models/events/workflowevents.h"
#include "tests/services/sandboxtest.h"

using namespace podium;
using namespace Qt::StringLiterals;
using Finding = EventTracker::Finding;

/// What CloudEvents do to a real runtime, in both modes, read back from Data Index.
class tst_SandboxEvents : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void startsARun_data() { modes(); }
    void startsARun();
    void resumesAnEventState_data() { modes(); }
    void resumesAnEventState();
    void resumesACallback_data() { modes(); }
    void resumesACallback();
    void proposesWhatASwitchWaitsFor();
    void anUnknownTypeIsAcceptedAndDoesNothing();
    void viewersMayNot();

private:
    static void modes()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("binary") << static_cast<int>(EventMode::Binary);
        QTest::newRow("structured") << static_cast<int>(EventMode::Structured);
    }
    QList<AwaitedEvent> eventsOf(const QString &workflowId)
    {
        const auto source = await(m_operator->catalog.source(workflow(workflowId)));
        return source ? awaitedEvents(readWorkflow(source->text).value()) : QList<AwaitedEvent>();
    }
    EventRequest requestFor(const AwaitedEvent &event, int mode, const QByteArray &data)
    {
        EventRequest request;
        request.event.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        request.event.source = event.source.isEmpty() ? u"podium"_s : event.source;
        request.event.type = event.type;
        request.event.time = QDateTime::currentDateTimeUtc();
        request.event.data = std::make_shared<const Json>(parseJson(data).value());
        request.mode = static_cast<EventMode>(mode);
        request.target = eventTargets(m_operator->http.environment(), {}).constFirst().url;
        return request;
    }
    /// A run of `workflowId` that waits, as Data Index shows it.
    WorkflowInstance waiting(const QString &workflowId, const QByteArray &input)
    {
        const auto run = start(workflowId, input);
        WorkflowInstance instance;
        (void)QTest::qWaitFor(
            [&] {
                const auto now = run ? read(run->instanceId) : Result<WorkflowInstance>(run.error());
                instance = now ? *now : WorkflowInstance();
                return std::any_of(instance.nodes.cbegin(), instance.nodes.cend(), [](const NodeInstance &visit) {
                    return visit.type == "EventNode"_L1 && !visit.exit.isValid();
                });
            },
            20000);
        return instance;
    }
    struct Effect
    {
        Finding finding = Finding::NotAsked;
        WorkflowInstance instance;
    };
    Effect effectOf(const EventRequest &request, const QString &workflowId)
    {
        EventTracker tracker(m_operator->instances);
        RuntimeEvents events(m_operator->http);
        Effect effect;
        bool isTold = false;
        connect(&tracker, &EventTracker::found, this, [&](Finding finding, const WorkflowInstance &instance) {
            effect = {finding, instance};
            isTold = true;
        });
        (void)await(tracker.note(workflowId, request.event.extension(kBusinessKeyExtension),
                                 request.event.extension(kInstanceExtension)));
        const auto answer = await(events.send(request));
        if (!answer)
            return effect;
        tracker.look();
        (void)QTest::qWaitFor([&] { return isTold; }, 30000);
        return effect;
    }
    Json dataOf(const QString &id)
    {
        const auto now = read(id);
        const Json *data = now && now->variables ? memberAt(*now->variables, "workflowdata") : nullptr;
        return data ? *data : Json::object();
    }
};

void tst_SandboxEvents::startsARun()
{
    QFETCH(int, mode);
    const QList<AwaitedEvent> events = eventsOf(u"incident_intake"_s);
    QCOMPARE(events.size(), 1);
    QVERIFY(events.constFirst().starts);
    EventRequest request = requestFor(events.constFirst(), mode, R"({"host":"zoë-1"})");
    const QString key = m_key + u"-start-"_s + QString::number(mode);
    request.event.extensions = {{kBusinessKeyExtension, key}};
    const Effect effect = effectOf(request, u"incident_intake"_s);
    QCOMPARE(effect.finding, Finding::Started);
    QCOMPARE(effect.instance.businessKey, key);
    QVERIFY(reaches(effect.instance.id, InstanceState::Completed));
    QCOMPARE(stringAt(dataOf(effect.instance.id), "host"), u"zoë-1"_s);
    QCOMPARE(stringAt(dataOf(effect.instance.id), "ticket"), u"INC-7"_s);
}

void tst_SandboxEvents::resumesAnEventState()
{
    QFETCH(int, mode);
    const WorkflowInstance parcel = waiting(u"parcel_tracking"_s, "{}");
    QVERIFY(!parcel.id.isEmpty());
    const QList<AwaitedEvent> events = eventsOf(u"parcel_tracking"_s);
    const qsizetype index = awaitedBy(parcel, events, workflow(u"parcel_tracking"_s).nodes);
    QCOMPARE(index, 0);
    QVERIFY(!events.at(index).starts);
    EventRequest request = requestFor(events.at(index), mode, R"({"signedBy":"M. Ödegård"})");
    request.event.extensions = {{kInstanceExtension, parcel.id}};
    const Effect effect = effectOf(request, u"parcel_tracking"_s);
    QCOMPARE(effect.finding, Finding::WentOn);
    QVERIFY(reaches(parcel.id, InstanceState::Completed));
    const Json data = dataOf(parcel.id);
    QCOMPARE(stringAt(data, "status"), u"delivered"_s);
    QCOMPARE(stringAt(data["delivery"], "signedBy"), u"M. Ödegård"_s);
}

void tst_SandboxEvents::resumesACallback()
{
    QFETCH(int, mode);
    const WorkflowInstance purchase =
        waiting(u"purchase_approval"_s, R"({"item":"Chair","amount":10,"requester":"me@example.org"})");
    QVERIFY(!purchase.id.isEmpty());
    const QList<AwaitedEvent> events = eventsOf(u"purchase_approval"_s);
    const qsizetype index = awaitedBy(purchase, events, workflow(u"purchase_approval"_s).nodes);
    QCOMPARE(events.value(index).name, u"decided"_s);
    EventRequest request = requestFor(events.at(index), mode, R"({"approved":true})");
    request.event.extensions = {{kInstanceExtension, purchase.id}};
    QCOMPARE(effectOf(request, u"purchase_approval"_s).finding, Finding::WentOn);
    QVERIFY(reaches(purchase.id, InstanceState::Completed));
    QCOMPARE(stringAt(dataOf(purchase.id), "outcome"), u"ordered"_s);
}

void tst_SandboxEvents::proposesWhatASwitchWaitsFor()
{
    const WorkflowInstance change = waiting(u"change_request"_s, "{}");
    QVERIFY(!change.id.isEmpty());
    const QList<AwaitedEvent> events = eventsOf(u"change_request"_s);
    QCOMPARE(events.size(), 2);
    const qsizetype index = awaitedBy(change, events, workflow(u"change_request"_s).nodes);
    QVERIFY(index >= 0);
    EventRequest request = requestFor(events.at(1), 0, "{}");
    request.event.extensions = {{kInstanceExtension, change.id}};
    QCOMPARE(effectOf(request, u"change_request"_s).finding, Finding::WentOn);
    QVERIFY(reaches(change.id, InstanceState::Completed));
    QCOMPARE(stringAt(dataOf(change.id), "outcome"), u"closed"_s);
}

/// The reason for looking at what came of an event.
void tst_SandboxEvents::anUnknownTypeIsAcceptedAndDoesNothing()
{
    const WorkflowInstance parcel = waiting(u"parcel_tracking"_s, "{}");
    AwaitedEvent unknown;
    unknown.type = u"podium.sandbox.nobody.waits"_s;
    EventRequest request = requestFor(unknown, 0, "{}");
    request.event.extensions = {{kInstanceExtension, parcel.id}};
    QCOMPARE(effectOf(request, u"parcel_tracking"_s).finding, Finding::Nothing);
    QVERIFY(await(m_operator->instances.abort(parcel)));
}

void tst_SandboxEvents::viewersMayNot()
{
    SandboxConsole viewer(u"viewer"_s);
    RuntimeEvents events(viewer.http);
    AwaitedEvent unknown;
    unknown.type = u"podium.sandbox.nobody.waits"_s;
    const auto answer = await(events.send(requestFor(unknown, 0, "{}")));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Forbidden);
}

QTEST_GUILESS_MAIN(tst_SandboxEvents)
#include "tst_sandboxevents.moc"
