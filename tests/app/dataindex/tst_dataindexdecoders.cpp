// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/decodedefinition.h"
#include "app/dataindex/decodegraphql.h"
#include "app/dataindex/decodeinstance.h"
#include "app/dataindex/decodejob.h"
#include "tests/app/dataindex/dataindexanswers.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

GraphqlAnswer answerOf(const QByteArray &text)
{
    return std::move(decodeGraphqlAnswer(text)).value();
}

/// Calls `visit` for `root` and everything in it.
void walk(Json &root, const std::function<void(Json &)> &visit)
{
    visit(root);
    if (root.is_structured()) {
        for (Json &child : root)
            walk(child, visit);
    }
}

void decodeEverything(const Json &body)
{
    const auto again = [&body] { return answerOf(toBytes(body)); };
    if (!decodeGraphqlAnswer(toBytes(body)))
        return;
    GraphqlAnswer answer = again();
    (void)decodeInstancePage(answer);
    answer = again();
    (void)decodeInstanceDetail(answer);
    (void)decodeInstanceCount(answer);
    answer = again();
    (void)decodeDefinitionPage(answer);
    answer = again();
    (void)decodeNewestVersion(answer);
    (void)decodeDefinitionSource(answer);
    (void)decodeJobs(answer);
    (void)decodeJobPage(answer);
    (void)decodeJobCount(answer);
    (void)decodeJobSections(answer, 2);
    (void)decodeDueCounts(answer, 1);
    (void)countDueTimes(answer, {{}, {}}, 1);
    answer = again();
    (void)decodeJobHosts(answer);
    (void)decodeTypeFields(answer);
    (void)errorOf(answer.errors);
}

} // namespace

class tst_DataIndexDecoders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnInstance();
    void readsAPage();
    void readsDefinitions();
    void readsJobs();
    void readsVariablesFromText();
    void tellsWhenThereIsNone();
    void takesPartialData();
    void refusesWhatIsNoAnswer_data();
    void refusesWhatIsNoAnswer();
    void readsTypes();
    void wrongTypesDoNoHarm_data();
    void wrongTypesDoNoHarm();
    void wrongTypesKeepTheRest();
    void truncatedAnswersAreErrors();
};

void tst_DataIndexDecoders::readsAnInstance()
{
    GraphqlAnswer answer = answerOf(kInstance);
    const auto read = decodeInstanceDetail(answer);
    QVERIFY(read);
    const WorkflowInstance &one = *read;
    QCOMPARE(one.id, u"i1"_s);
    QCOMPARE(one.workflowId, u"order"_s);
    QCOMPARE(one.version, u"1.2"_s);
    QCOMPARE(one.workflowName, u"Order"_s);
    QCOMPARE(one.state, InstanceState::Error);
    QCOMPARE(one.businessKey, u"K-1"_s);
    QCOMPARE(one.start, QDateTime(QDate(2026, 3, 2), QTime(14, 30, 7, 100), Qt::UTC));
    QVERIFY(!one.end.isValid());
    QCOMPARE(one.lastUpdate, QDateTime(QDate(2026, 3, 2), QTime(14, 30, 8), Qt::UTC));
    QCOMPARE(one.parentId, u"p1"_s);
    QCOMPARE(one.rootId, u"r1"_s);
    QCOMPARE(one.rootWorkflowId, u"root"_s);
    QCOMPARE(one.serviceUrl, u"http://flows:8080"_s);
    QCOMPARE(one.createdBy, u"olivia"_s);
    QCOMPARE(one.updatedBy, u"victor"_s);
    QCOMPARE(one.slaDueDate, QDateTime(QDate(2026, 3, 3), QTime(0, 0), Qt::UTC));
    QVERIFY(one.detailed);
    QCOMPARE(one.executionSummary, QStringList({u"Workflow started"_s, u"failed"_s}));
    QCOMPARE(one.identity, u"olivia"_s);
    QCOMPARE(one.addons, QStringList({u"process-management"_s, u"source-files"_s}));
    QCOMPARE(one.cloudEventId, u"ce1"_s);
    QCOMPARE(one.cloudEventSource, u"/shop"_s);
    QCOMPARE(toBytes(*one.variables), R"({"workflowdata":{"z":1,"a":[true,null]},"workflowdatainput":{}})");
    QCOMPARE(one.error->nodeDefinitionId, u"6"_s);
    QCOMPARE(one.error->nodeInstanceId, u"n2"_s);
    QCOMPARE(one.error->message, u"Service Unavailable"_s);
    QCOMPARE(one.parent->id, u"p1"_s);
    QCOMPARE(one.parent->workflowName, u"Batch"_s);
    QCOMPARE(one.parent->state, InstanceState::Active);
    QCOMPARE(one.children.size(), 1);
    QCOMPARE(one.children.first().workflowId, u"ship"_s);

    // Each once, in the order in which they were entered.
    QCOMPARE(one.nodes.size(), 3);
    QCOMPARE(one.nodes.at(0).id, u"n1"_s);
    QCOMPARE(one.nodes.at(2).id, u"n3"_s);
    QVERIFY(!one.nodes.at(2).enter.isValid());
    const NodeInstance &node = one.nodes.at(1);
    QCOMPARE(node.name, u"Reserve"_s);
    QCOMPARE(node.type, u"WorkItemNode"_s);
    QCOMPARE(node.definitionId, u"6"_s);
    QCOMPARE(node.nodeId, u"6"_s);
    QCOMPARE(node.enter.time().msec(), 340);
    QVERIFY(!node.exit.isValid());
    QCOMPARE(node.errorMessage, u"Service Unavailable"_s);
    QCOMPARE(node.retrigger, std::optional(true));
    QVERIFY(node.slaDueDate.isValid());
    QCOMPARE(node.cancelType, u"OBSOLETE"_s);
    QCOMPARE(toBytes(*node.inputArgs), R"({"sku":1})");
    QCOMPARE(toBytes(*node.outputArgs), R"({"ok":false})");
}

void tst_DataIndexDecoders::readsAPage()
{
    GraphqlAnswer answer =
        answerOf(R"({"data":{"ProcessInstances":[{"id":"a","state":"ACTIVE"},{"id":"b"},{"id":"a"},null,
        {"state":"ACTIVE"},7],"CountProcessInstances":3}})");
    const auto page = decodeInstancePage(answer);
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->rows.at(0).id, u"a"_s);
    QCOMPARE(page->rows.at(0).state, InstanceState::Active);
    QVERIFY(!page->rows.at(0).detailed);
    QCOMPARE(page->rows.at(1).state, InstanceState::Unknown);
    QCOMPARE(page->total, std::optional<qint64>(3));
    QCOMPARE(decodeInstanceCount(answer).value(), 3);

    GraphqlAnswer uncounted = answerOf(R"({"data":{"ProcessInstances":[]}})");
    QCOMPARE(decodeInstancePage(uncounted)->total, std::nullopt);
}

void tst_DataIndexDecoders::readsDefinitions()
{
    GraphqlAnswer answer = answerOf(kDefinitions);
    const auto page = decodeDefinitionPage(answer);
    QVERIFY(page);
    QCOMPARE(page->received, 2);
    const WorkflowDefinition &one = page->rows.first();
    QCOMPARE(one.id, u"order"_s);
    QCOMPARE(one.version, u"1.10"_s);
    QCOMPARE(one.name, u"Order"_s);
    QCOMPARE(one.description, u"Takes orders"_s);
    QCOMPARE(one.type, u"SW"_s);
    QCOMPARE(one.endpoint, u"http://flows:8080/order"_s);
    QCOMPARE(one.serviceUrl, u"http://flows:8080"_s);
    QCOMPARE(one.annotations, QStringList({u"shop"_s, u"b"_s}));
    QCOMPARE(toBytes(*one.metadata), R"({"Tags":["shop"]})");
    QCOMPARE(one.nodes.size(), 3);
    QCOMPARE(one.nodes.at(1).uniqueId, u"u2"_s);
    QCOMPARE(one.nodes.at(1).state, u"Fan"_s);
    QCOMPARE(one.nodes.at(1).branch, u"a"_s);
    QCOMPARE(one.nodes.at(1).action, u"la"_s);
    QCOMPARE(one.nodes.at(2).state, QString());

    answer = answerOf(kDefinitions);
    QCOMPARE(decodeNewestVersion(answer).value(), u"1.10"_s);
    QCOMPARE(decodeDefinitionSource(answer).value(), QByteArray("id: order"));
    answer = answerOf(R"({"data":{"ProcessDefinitions":[{"id":"order","source":null}]}})");
    QCOMPARE(decodeDefinitionSource(answer).error().kind, Error::Kind::NotFound);
}

void tst_DataIndexDecoders::readsJobs()
{
    GraphqlAnswer answer = answerOf(kJobs);
    const auto jobs = decodeJobs(answer);
    QVERIFY(jobs);
    QCOMPARE(jobs->size(), 2);
    const Job &job = jobs->first();
    QCOMPARE(job.id, u"j1"_s);
    QCOMPARE(job.workflowId, u"order"_s);
    QCOMPARE(job.instanceId, u"i1"_s);
    QCOMPARE(job.nodeInstanceId, u"n2"_s);
    QCOMPARE(job.rootInstanceId, u"r1"_s);
    QCOMPARE(job.rootWorkflowId, u"root"_s);
    QCOMPARE(job.status, JobStatus::Scheduled);
    QCOMPARE(job.expirationTime, QDateTime(QDate(2026, 3, 2), QTime(15, 30, 7, 629), Qt::UTC));
    QCOMPARE(job.priority, 3);
    QCOMPARE(job.callbackEndpoint, u"http://flows:8080/cb"_s);
    QCOMPARE(job.endpoint, u"http://jobs/jobs"_s);
    QCOMPARE(job.repeatInterval, std::optional<qint64>(9'000'000'000));
    QCOMPARE(job.repeatLimit, std::optional(5));
    QCOMPARE(job.scheduledId, u"s1"_s);
    QCOMPARE(job.retries, 2);
    QCOMPARE(job.executionCounter, 4);
    QVERIFY(job.lastUpdate.isValid());
    QCOMPARE(job.exceptionMessage, u"boom"_s);
    QCOMPARE(job.exceptionDetails, u"at line 1"_s);
    QCOMPARE(jobs->last().status, JobStatus::Executed);
    QCOMPARE(jobs->last().repeatInterval, std::nullopt);
}

void tst_DataIndexDecoders::readsVariablesFromText()
{
    GraphqlAnswer answer =
        answerOf(R"({"data":{"ProcessInstances":[{"id":"a","variables":"{\"workflowdata\":{\"x\":1}}"}]}})");
    QCOMPARE(toBytes(*decodeInstanceDetail(answer)->variables), R"({"workflowdata":{"x":1}})");
    answer = answerOf(R"({"data":{"ProcessInstances":[{"id":"a","variables":"just text"}]}})");
    QCOMPARE(toBytes(*decodeInstanceDetail(answer)->variables), R"("just text")");
}

void tst_DataIndexDecoders::tellsWhenThereIsNone()
{
    GraphqlAnswer answer = answerOf(R"({"data":{"ProcessInstances":[],"ProcessDefinitions":[]}})");
    QCOMPARE(decodeInstanceDetail(answer).error().kind, Error::Kind::NotFound);
    QCOMPARE(decodeDefinitionDetail(answer).error().kind, Error::Kind::NotFound);
    QCOMPARE(decodeNewestVersion(answer).error().kind, Error::Kind::NotFound);
}

void tst_DataIndexDecoders::takesPartialData()
{
    GraphqlAnswer answer = answerOf(R"({"data":{"ProcessInstances":[null,{"id":"b"}]},"errors":[{
        "message":"The field at path '/ProcessInstances[0]/lastUpdate' was declared as a non null type",
        "path":["ProcessInstances",0,"lastUpdate"],"extensions":{"classification":"NullValueInNonNullableField"}}]})");
    QCOMPARE(answer.errors.size(), 1);
    QVERIFY(answer.errors.first().isMissingValue());
    QCOMPARE(answer.errors.first().path, QStringList({u"ProcessInstances"_s, u"lastUpdate"_s}));
    QCOMPARE(decodeInstancePage(answer)->rows.size(), 1);

    answer = answerOf(
        R"({"data":{"ProcessInstances":null},"errors":[{"message":"Exception while fetching data: no database"}]})");
    const auto page = decodeInstancePage(answer);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, Error::Kind::Server);
    QVERIFY(page.error().details.contains("no database"_L1));
}

void tst_DataIndexDecoders::refusesWhatIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("html") << QByteArray("<!DOCTYPE html><html></html>");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("number") << QByteArray("7");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("other object") << QByteArray(R"({"message":"hello"})");
    QTest::newRow("not utf-8") << QByteArray("{\"data\":\"\xff\xfe\"}");
    QTest::newRow("two documents") << QByteArray(R"({"data":{}}{"data":{}})");
    QTest::newRow("deep") << QByteArray("{\"data\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}');
}

void tst_DataIndexDecoders::refusesWhatIsNoAnswer()
{
    QFETCH(QByteArray, body);
    const auto answer = decodeGraphqlAnswer(body);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Protocol);
    QVERIFY(!answer.error().why.isEmpty());
}

void tst_DataIndexDecoders::readsTypes()
{
    QCOMPARE(
        decodeTypeFields(answerOf(R"({"data":{"__type":{"fields":[{"name":"id"},{"name":"end"},{},7]}}})")).value(),
        QSet<QString>({u"id"_s, u"end"_s}));
    QVERIFY(decodeTypeFields(answerOf(R"({"data":{"__type":null}})"))->isEmpty());
    QVERIFY(!decodeTypeFields(answerOf(R"({"data":null,"errors":[{"message":"Introspection has been disabled"}]})")));
}

void tst_DataIndexDecoders::wrongTypesDoNoHarm_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("instance") << QByteArray(kInstance);
    QTest::newRow("definitions") << QByteArray(kDefinitions);
    QTest::newRow("jobs") << QByteArray(kJobs);
    QTest::newRow("errors") << QByteArray(
        R"({"data":null,"errors":[{"message":"m","path":["a",0],"extensions":{"classification":"ValidationError"}}]})");
    QTest::newRow("type") << QByteArray(R"({"data":{"__type":{"fields":[{"name":"id"}]}}})");
}

void tst_DataIndexDecoders::wrongTypesDoNoHarm()
{
    QFETCH(QByteArray, body);
    const std::vector<Json> wrong{nullptr,
                                  true,
                                  7,
                                  -1.5,
                                  1e300,
                                  "word",
                                  Json::array(),
                                  Json::object(),
                                  Json::array({nullptr, 7, "x", Json::object()}),
                                  std::string("\0\xc3\xa4", 3)};
    Json root = Json::parse(body.toStdString());
    int tried = 0;
    walk(root, [&](Json &place) {
        const Json before = place;
        for (const Json &value : wrong) {
            place = value;
            decodeEverything(root);
            ++tried;
        }
        place = before;
    });
    QVERIFY(tried >= 50);
}

void tst_DataIndexDecoders::wrongTypesKeepTheRest()
{
    // Whatever one member of a row is, the row is there with its other members.
    Json root = Json::parse(kInstance);
    Json &row = root["data"]["ProcessInstances"][0];
    for (auto it = row.begin(); it != row.end(); ++it) {
        if (it.key() == "id")
            continue;
        const Json before = it.value();
        it.value() = Json{{"unexpected", Json::array({1, 2})}};
        GraphqlAnswer answer = answerOf(toBytes(root));
        const auto read = decodeInstanceDetail(answer);
        QVERIFY2(read, it.key().c_str());
        QCOMPARE(read->id, u"i1"_s);
        QCOMPARE(read->workflowId.isEmpty(), it.key() == "processId");
        QCOMPARE(read->nodes.isEmpty(), it.key() == "nodes");
        it.value() = before;
    }
}

void tst_DataIndexDecoders::truncatedAnswersAreErrors()
{
    const QByteArray whole = QByteArray(kInstance).trimmed();
    for (qsizetype size = 0; size < whole.size(); size += 7)
        QVERIFY(!decodeGraphqlAnswer(whole.left(size)));
}

QTEST_GUILESS_MAIN(tst_DataIndexDecoders)
#include "tst_dataindexdecoders.moc"
