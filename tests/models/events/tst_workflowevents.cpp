// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/events/workflowevents.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kDefinition = R"(
id: parcels
version: "1"
specVersion: "0.8"
start: Ordered
events:
  - {name: ordered, source: /shop, type: shop.ordered, kind: consumed}
  - {name: paid, source: "", type: shop.paid, kind: consumed, correlation: [{contextAttributeName: orderid}]}
  - {name: refused, type: shop.refused}
  - {name: answered, type: shop.answered}
  - {name: told, type: shop.told, kind: produced}
  - {name: unused, type: shop.unused}
states:
  - {name: Ordered, type: event, onEvents: [{eventRefs: [ordered], actions: []}], transition: Await payment}
  - name: Await payment
    type: switch
    eventConditions:
      - {eventRef: paid, transition: Ask}
      - {eventRef: refused, end: true}
    defaultCondition: {end: true}
  - {name: Ask, type: callback, action: {functionRef: ask}, eventRef: answered, transition: Wait again}
  - name: Wait again
    type: event
    onEvents:
      - eventRefs: [paid]
        actions: [{eventRef: {triggerEventRef: told, resultEventRef: answered}}]
    end: true
)";

NodeInstance visit(const QString &name, const QString &type, const QString &definitionId, bool isOpen = true)
{
    NodeInstance visit;
    visit.name = name;
    visit.type = type;
    visit.definitionId = definitionId;
    if (!isOpen)
        visit.exit = QDateTime::currentDateTimeUtc();
    return visit;
}

} // namespace

class TestWorkflowEvents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatIsWaitedFor();
    void eventsStartOnlyFromTheFirstState();
    void proposesByTheNodeThatWaits();
    void listsTargetsOnce();

private:
    static QList<AwaitedEvent> events() { return awaitedEvents(readWorkflow(kDefinition).value()); }
};

void TestWorkflowEvents::findsWhatIsWaitedFor()
{
    const QList<AwaitedEvent> found = events();
    QStringList names;
    for (const AwaitedEvent &event : found)
        names << event.name;
    QCOMPARE(names, (QStringList{u"ordered"_s, u"paid"_s, u"refused"_s, u"answered"_s}));
    QVERIFY(found.at(0).starts);
    QCOMPARE(found.at(0).type, u"shop.ordered"_s);
    QCOMPARE(found.at(0).source, u"/shop"_s);
    QCOMPARE(found.at(1).correlations, QStringList{u"orderid"_s});
    QCOMPARE(found.at(1).states, (QStringList{u"Await payment"_s, u"Wait again"_s}));
    QVERIFY(!found.at(1).starts);
    QCOMPARE(found.at(3).states, (QStringList{u"Ask"_s, u"Wait again"_s}));
}

void TestWorkflowEvents::eventsStartOnlyFromTheFirstState()
{
    QByteArray text = kDefinition;
    text.replace("start: Ordered", "start: Ask");
    for (const AwaitedEvent &event : awaitedEvents(readWorkflow(text).value()))
        QVERIFY2(!event.starts, qPrintable(event.name));
}

void TestWorkflowEvents::proposesByTheNodeThatWaits()
{
    const QList<AwaitedEvent> all = events();
    NodeDefinition composite;
    composite.uniqueId = u"4"_s;
    composite.state = u"Ask"_s;
    WorkflowInstance instance;
    instance.state = InstanceState::Active;
    instance.nodes = {visit(u"paid"_s, u"EventNode"_s, u"10"_s, false),
                      visit(u"Ask"_s, u"CompositeContextNode"_s, u"4"_s)};
    QCOMPARE(all.at(awaitedBy(instance, all, {composite})).name, u"answered"_s); // by its state
    instance.nodes.prepend(visit(u"refused"_s, u"EventNode"_s, u"14"_s));
    QCOMPARE(all.at(awaitedBy(instance, all, {composite})).name, u"refused"_s); // by the event's own node
    instance.nodes = {visit(u"Timer"_s, u"TimerNode"_s, u"9"_s)};
    QCOMPARE(awaitedBy(instance, all, {composite}), -1);
    instance.nodes = {visit(u"refused"_s, u"EventNode"_s, u"14"_s)};
    instance.state = InstanceState::Completed;
    QCOMPARE(awaitedBy(instance, all, {composite}), -1);
}

void TestWorkflowEvents::listsTargetsOnce()
{
    Environment environment;
    environment.runtimeUrls = {QUrl(u"https://a.example.com"_s), QUrl(u"https://b.example.com/flows"_s)};
    environment.eventSinkUrls = {QUrl(u"https://broker.example.com/ns/default"_s), QUrl(u"https://a.example.com/"_s)};
    WorkflowDefinition definition;
    definition.id = u"parcels"_s;
    definition.serviceUrl = u"https://b.example.com/flows"_s;
    const QList<EventTarget> targets = eventTargets(environment, definition);
    QCOMPARE(targets.size(), 3);
    QCOMPARE(targets.at(0).url, QUrl(u"https://b.example.com/flows"_s));
    QCOMPARE(targets.at(1).url, QUrl(u"https://a.example.com/"_s));
    QCOMPARE(targets.at(2).url, QUrl(u"https://broker.example.com/ns/default"_s));
    QCOMPARE(targets.at(2).kind, EventTarget::Kind::Sink);
    QVERIFY(eventTargets({}, {}).isEmpty());
}

QTEST_GUILESS_MAIN(TestWorkflowEvents)
#include "tst_workflowevents.moc"
