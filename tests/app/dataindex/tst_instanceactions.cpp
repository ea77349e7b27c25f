// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/dataindexinstances.h"
#include "app/runtime/runtimemanagement.h"
#include "tests/app/dataindex/fakedataindex.h"
#include "tests/fakes/await.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_InstanceActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actsOnNodes();
    void actsAtTheRuntimeWhereItMust();
};

void tst_InstanceActions::actsOnNodes()
{
    FakeDataIndex index;
    RuntimeManagement management(*index.http);
    DataIndexInstances instances(*index.client, &management);
    WorkflowInstance instance;
    instance.id = u"i1"_s;
    NodeInstance visit;
    visit.id = u"v1"_s;
    NodeDefinition node;
    node.id = u"4"_s;
    index.answers = {FakeAnswer::json(R"({"data":{"X":"Successfully performed"}})")};
    QVERIFY(await(instances.triggerNode(instance, node)));
    QVERIFY(index.document().contains("NodeInstanceTrigger(id: $id, nodeId: $nodeId)"_L1));
    QCOMPARE(toBytes(index.variables()), R"({"id":"i1","nodeId":"4"})");
    QVERIFY(await(instances.retriggerNode(instance, visit)));
    QVERIFY(index.document().contains("NodeInstanceRetrigger(id: $id, nodeInstanceId: $nodeInstanceId)"_L1));
    QVERIFY(await(instances.cancelNode(instance, visit)));
    QVERIFY(index.document().contains("NodeInstanceCancel(id: $id, nodeInstanceId: $nodeInstanceId)"_L1));
    QCOMPARE(toBytes(index.variables()), R"({"id":"i1","nodeInstanceId":"v1"})");
}

void tst_InstanceActions::actsAtTheRuntimeWhereItMust()
{
    FakeDataIndex index;
    index.schema.mutations = {u"JobCancel"_s}; // and none of the others
    RuntimeManagement management(*index.http);
    DataIndexInstances instances(*index.client, &management);
    WorkflowInstance instance;
    instance.id = u"i 1"_s;
    instance.workflowId = u"order"_s;
    instance.serviceUrl = index.server.url().toString();
    NodeInstance visit;
    visit.id = u"v1"_s;
    NodeDefinition node;
    node.id = u"4"_s;
    const QString base = u"/management/processes/order/instances/i 1"_s;
    index.server.handle(base, [](const FakeRequest &) { return FakeAnswer::json("{}"); });
    for (const QString &path : {u"/retrigger"_s, u"/skip"_s, u"/nodes/4"_s, u"/nodeInstances/v1"_s})
        index.server.handle(base + path, [](const FakeRequest &) { return FakeAnswer::json("{}"); });
    const auto last = [&]() -> QString {
        const FakeRequest seen = index.server.requests().constLast();
        return QString::fromLatin1(seen.method) + u' ' + seen.path;
    };
    QVERIFY(await(instances.abort(instance)));
    QCOMPARE(last(), u"DELETE "_s + base);
    QVERIFY(await(instances.retry(instance)));
    QCOMPARE(last(), u"POST "_s + base + u"/retrigger"_s);
    QVERIFY(await(instances.skip(instance)));
    QCOMPARE(last(), u"POST "_s + base + u"/skip"_s);
    QVERIFY(await(instances.triggerNode(instance, node)));
    QCOMPARE(last(), u"POST "_s + base + u"/nodes/4"_s);
    QVERIFY(await(instances.retriggerNode(instance, visit)));
    QCOMPARE(last(), u"POST "_s + base + u"/nodeInstances/v1"_s);
    QVERIFY(await(instances.cancelNode(instance, visit)));
    QCOMPARE(last(), u"DELETE "_s + base + u"/nodeInstances/v1"_s);
    QVERIFY(index.documents.isEmpty());
    instance.serviceUrl = u"http://unlisted.example"_s; // its token goes nowhere else
    const auto refused = await(instances.abort(instance));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Forbidden);
}

QTEST_GUILESS_MAIN(tst_InstanceActions)
#include "tst_instanceactions.moc"
