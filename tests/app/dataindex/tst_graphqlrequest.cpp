// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/definitionrequest.h"
#include "app/dataindex/instancerequest.h"
#include "app/dataindex/jobrequest.h"
#include "app/dataindex/schemafields.h"
#include "models/filter/filterline.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_GraphqlRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutWhatIsNotSet();
    void buildsFilters_data();
    void buildsFilters();
    void readsErrorsOnRequestOnly();
    void countsInRanges();
    void ordersStably();
    void alwaysLimits();
    void countsWhereTheServerCounts();
    void asksOnlyForWhatTheServerHas();
    void neverAsksListsForCostlyFields();
    void asksManyRunsForTheirNodesOnly();
    void userTextStaysInVariables();
    void actionsChangeSomething();
    void dropsFieldsWithMissingValues();
    void buildsJobFilters_data();
    void buildsJobFilters();
    void putsJobsInParts();
    void countsJobsByRange();
};

void tst_GraphqlRequest::leavesOutWhatIsNotSet()
{
    const GraphqlRequest request = instancePageRequest({}, oldestCapabilities());
    QVERIFY(!request.document.contains("where"_L1));
    QVERIFY(!request.variables.contains("where"));
    QVERIFY(!request.body().contains("null"));
    QVERIFY(request.document.contains("query ($orderBy: ProcessInstanceOrderBy, $pagination: Pagination) { "
                                      "ProcessInstances(orderBy: $orderBy, pagination: $pagination) { id "_L1));
}

void tst_GraphqlRequest::buildsFilters_data()
{
    QTest::addColumn<InstanceQuery>("query");
    QTest::addColumn<QByteArray>("where");
    InstanceQuery query;
    QTest::newRow("nothing") << query << QByteArray("null");
    query.workflowIds = {u"a"_s, u"b"_s};
    QTest::newRow("one condition") << query << QByteArray(R"({"processId":{"in":["a","b"]}})");
    query.states = {InstanceState::Active, InstanceState::Error};
    QTest::newRow("conjunction in and")
        << query << QByteArray(R"({"and":[{"processId":{"in":["a","b"]}},{"state":{"in":["ACTIVE","ERROR"]}}]})");
    query = {};
    query.ids = {u"1"_s};
    query.parentId = u"p"_s;
    QTest::newRow("ids and parent")
        << query << QByteArray(R"({"and":[{"id":{"in":["1"]}},{"parentProcessInstanceId":{"equal":"p"}}]})");
    query = {};
    query.states = {InstanceState::Error};
    query.filter = filterFromLine(u"K-1"_s).filter;
    QTest::newRow("a filter beside") << query
                                     << QByteArray(
                                            R"({"and":[{"businessKey":{"like":"*K-1*"}},{"state":{"in":["ERROR"]}}]})");
    query = {};
    query.startedFrom = QDateTime(QDate(2026, 3, 2), QTime(14, 0), Qt::UTC);
    QTest::newRow("started") << query << QByteArray(R"({"start":{"greaterThanEqual":"2026-03-02T14:00:00.000Z"}})");
    query = {};
    query.updatedSince = QDateTime(QDate(2026, 3, 2), QTime(15, 30, 7, 40), Qt::OffsetFromUTC, 3600);
    QTest::newRow("watermark in UTC") << query
                                      << QByteArray(
                                             R"({"lastUpdate":{"greaterThanEqual":"2026-03-02T14:30:07.040Z"}})");
    query.orIds = {u"1"_s, u"2"_s};
    QTest::newRow("watermark or ids")
        << query
        << QByteArray(
               R"({"or":[{"lastUpdate":{"greaterThanEqual":"2026-03-02T14:30:07.040Z"}},{"id":{"in":["1","2"]}}]})");
}

void tst_GraphqlRequest::readsErrorsOnRequestOnly()
{
    const ServerCapabilities server = oldestCapabilities();
    InstanceQuery query;
    QVERIFY(!instancePageRequest(query, server).document.contains("error {"_L1));
    query.withErrors = true;
    const QString document = instancePageRequest(query, server).document;
    QVERIFY2(document.contains("error { nodeDefinitionId message }"_L1), qPrintable(document));
    QVERIFY(!document.contains("nodes"_L1) && !document.contains("variables"_L1));
    ServerCapabilities bare = server;
    bare.instanceErrorFields.clear();
    QVERIFY(!instancePageRequest(query, bare).document.contains("error"_L1));
}

void tst_GraphqlRequest::countsInRanges()
{
    const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
    InstanceQuery query;
    query.workflowIds = {u"w"_s};
    const GraphqlRequest request =
        endedCountsRequest(query, {{noon, noon.addSecs(3600)}, {noon.addSecs(3600), noon.addSecs(7200)}});
    QVERIFY2(request.document.contains("CountProcessInstances0: CountProcessInstances(where: $where0) "
                                       "CountProcessInstances1: CountProcessInstances(where: $where1)"_L1),
             qPrintable(request.document));
    QCOMPARE(toBytes(request.variables.at("where1")),
             R"({"and":[{"end":{"greaterThanEqual":"2026-03-02T13:00:00.000Z"}},)"
             R"({"end":{"lessThan":"2026-03-02T14:00:00.000Z"}},{"processId":{"in":["w"]}}]})");
}

void tst_GraphqlRequest::buildsFilters()
{
    QFETCH(InstanceQuery, query);
    QFETCH(QByteArray, where);
    QCOMPARE(toBytes(instanceFilter(query, {})), where);
    QCOMPARE(instancePageRequest(query, oldestCapabilities()).variables.contains("where"), where != "null");
    QCOMPARE(instanceCountRequest(query).variables.contains("where"), where != "null");
}

void tst_GraphqlRequest::ordersStably()
{
    using Order = InstanceQuery::Order;
    QCOMPARE(toBytes(instanceOrder(Order::StartDescending)), R"({"start":"DESC"})");
    QCOMPARE(toBytes(instanceOrder(Order::StateAscending)), R"({"state":"ASC","start":"DESC"})");
    QCOMPARE(toBytes(instanceOrder(Order::WorkflowDescending)), R"({"processId":"DESC","start":"DESC"})");
    for (int order = 0; order < InstanceQuery::kOrders; ++order)
        QVERIFY(!instanceOrder(Order(order)).empty());
}

void tst_GraphqlRequest::alwaysLimits()
{
    InstanceQuery query;
    for (const auto &[limit, sent] : {std::pair(100, 100), {0, 1}, {-5, 1}, {1'000'000, kMaxPageSize}}) {
        query.limit = limit;
        query.offset = -1;
        const Json page = instancePageRequest(query, oldestCapabilities()).variables.at("pagination");
        QCOMPARE(page.at("limit").get<int>(), sent);
        QCOMPARE(page.at("offset").get<int>(), 0);
    }
    const ServerCapabilities server = oldestCapabilities();
    for (const GraphqlRequest &request :
         {definitionPageRequest(500, 500, server), definitionVersionsRequest(u"a"_s),
          definitionRequest(u"a"_s, u"1"_s, server), definitionSourceRequest(u"a"_s, {}),
          instanceRequest(u"i"_s, server), jobsRequest(u"i"_s, server)}) {
        QVERIFY2(request.variables.contains("pagination"), qPrintable(request.label));
        QVERIFY(request.document.contains("pagination: $pagination"_L1));
    }
}

void tst_GraphqlRequest::countsWhereTheServerCounts()
{
    ServerCapabilities server = oldestCapabilities();
    InstanceQuery query;
    query.states = {InstanceState::Error};
    QVERIFY(!instancePageRequest(query, server).document.contains("Count"_L1));
    server.queries << u"CountProcessInstances"_s;
    QVERIFY(instancePageRequest(query, server).document.endsWith("CountProcessInstances(where: $where) }"_L1));
    QVERIFY(instancePageRequest({}, server).document.endsWith(" CountProcessInstances }"_L1));
}

void tst_GraphqlRequest::asksOnlyForWhatTheServerHas()
{
    ServerCapabilities server = oldestCapabilities();
    const QString old = instanceRequest(u"i"_s, server).document;
    for (const QString &newer :
         {u"executionSummary"_s, u"slaDueDate"_s, u"retrigger"_s, u"cancelType"_s, u"nodeInstanceId"_s})
        QVERIFY2(!old.contains(newer), qPrintable(newer));
    QVERIFY(old.contains("nodes { id name type definitionId nodeId enter exit }"_L1));
    QVERIFY(old.contains("error { nodeDefinitionId message }"_L1));
    server.nodeInstanceFields << u"retrigger"_s << u"cancelType"_s;
    server.instanceFields << u"executionSummary"_s;
    const QString fresh = instanceRequest(u"i"_s, server).document;
    QVERIFY(fresh.contains("retrigger"_L1) && fresh.contains("cancelType"_L1) && fresh.contains("executionSummary"_L1));
    // A link must not ask for what is not there either, and an empty selection is no GraphQL.
    server.instanceErrorFields.clear();
    QVERIFY(!instanceRequest(u"i"_s, server).document.contains("error {"_L1));
}

void tst_GraphqlRequest::neverAsksListsForCostlyFields()
{
    ServerCapabilities server = oldestCapabilities();
    server.instanceFields << u"nodeDefinitions"_s << u"source"_s << u"diagram"_s << u"timers"_s << u"executionSummary"_s
                          << u"definition"_s;
    const QString list = instancePageRequest({}, server).document;
    for (const QString &costly : {u"nodes"_s, u"nodeDefinitions"_s, u"source"_s, u"diagram"_s, u"timers"_s,
                                  u"variables"_s, u"definition"_s, u"executionSummary"_s})
        QVERIFY2(!list.contains(costly), qPrintable(costly));
    const QString definitions = definitionPageRequest(0, 10, server).document;
    QVERIFY(!definitions.contains("nodes"_L1) && !definitions.contains("source"_L1));
}

void tst_GraphqlRequest::asksManyRunsForTheirNodesOnly()
{
    ServerCapabilities server = oldestCapabilities();
    server.nodeInstanceFields << u"retrigger"_s << u"cancelType"_s << u"inputArgs"_s << u"outputArgs"_s;
    InstanceQuery query;
    query.limit = 500;
    const GraphqlRequest request = instanceNodesRequest(query, server);
    QVERIFY(request.document.contains("nodes { id name type definitionId enter exit retrigger cancelType }"_L1));
    QVERIFY(request.document.contains("error {"_L1) && request.document.contains("version"_L1));
    for (const QString &costly : {u"variables"_s, u"Args"_s, u"childProcessInstances"_s, u"source"_s})
        QVERIFY2(!request.document.contains(costly), qPrintable(costly));
    QCOMPARE(request.variables.at("pagination").at("limit").get<int>(), InstanceService::kMostWithNodes);
}

void tst_GraphqlRequest::userTextStaysInVariables()
{
    const QString evil = u"\") { id } x: ProcessInstances { variables } #"_s;
    InstanceQuery query;
    query.filter.conditions = {{InstanceField::BusinessKey, {evil}, {}}, {InstanceField::Variable, {evil}, evil}};
    query.ids = {evil};
    const ServerCapabilities server = oldestCapabilities();
    for (const GraphqlRequest &request :
         {instancePageRequest(query, server), instanceRequest(evil, server), definitionRequest(evil, evil, server),
          instanceActionRequest(u"ProcessInstanceAbort"_s, evil, {}), jobCancelRequest(evil)})
        QVERIFY(!request.document.contains(u'#'));
}

void tst_GraphqlRequest::actionsChangeSomething()
{
    const GraphqlRequest abort = instanceActionRequest(u"ProcessInstanceAbort"_s, u"i"_s, u"No."_s);
    QVERIFY(abort.changesSomething);
    QCOMPARE(abort.document, u"mutation ($id: String) { ProcessInstanceAbort(id: $id) }"_s);
    const GraphqlRequest later = jobRescheduleRequest(u"j"_s, QDateTime(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC));
    QVERIFY(later.changesSomething);
    QCOMPARE(later.document, u"mutation ($id: String, $data: String) { JobReschedule(id: $id, data: $data) }"_s);
    QCOMPARE(toBytes(later.variables), R"({"id":"j","data":"{\"expirationTime\":\"2026-03-02T14:30:00.000Z\"}"})");
    QVERIFY(!instanceRequest(u"i"_s, oldestCapabilities()).changesSomething);
}

void tst_GraphqlRequest::dropsFieldsWithMissingValues()
{
    const auto missing = [](const QStringList &path) { return QList<GraphqlError>{{u"non null type"_s, path, {}}}; };
    const ServerCapabilities all = oldestCapabilities();
    QVERIFY(!without(all, missing({u"ProcessInstances"_s, u"lastUpdate"_s})).instanceFields.contains(u"lastUpdate"_s));
    QVERIFY(!without(all, missing({u"ProcessInstances"_s, u"nodes"_s, u"enter"_s}))
                 .nodeInstanceFields.contains(u"enter"_s));
    QVERIFY(!without(all, missing({u"ProcessInstances"_s, u"error"_s, u"message"_s}))
                 .instanceErrorFields.contains(u"message"_s));
    QVERIFY(!without(all, missing({u"ProcessInstances"_s, u"parentProcessInstance"_s, u"processId"_s}))
                 .instanceFields.contains(u"parentProcessInstance"_s));
    QVERIFY(!without(all, missing({u"Jobs"_s, u"status"_s})).jobFields.contains(u"status"_s));
    QVERIFY(!without(all, missing({u"ProcessDefinitions"_s, u"nodes"_s, u"metadata"_s}))
                 .definitionFields.contains(u"nodes"_s));
    QVERIFY(without(all, missing({u"ProcessInstances"_s, u"id"_s})).instanceFields.contains(u"id"_s));
    QVERIFY(without(all, missing({})).instanceFields == all.instanceFields);
}

void tst_GraphqlRequest::buildsJobFilters_data()
{
    QTest::addColumn<JobQuery>("query");
    QTest::addColumn<QByteArray>("where");
    JobQuery query;
    QTest::newRow("nothing") << query << QByteArray("null");
    query.statuses = {JobStatus::Scheduled, JobStatus::Error};
    QTest::newRow("states") << query << QByteArray(R"({"status":{"in":["SCHEDULED","ERROR"]}})");
    // Older servers do not know the word RUNNING.
    query.statuses = {JobStatus::Running};
    QTest::newRow("running") << query
                             << QByteArray(
                                    R"({"not":{"status":{"in":["SCHEDULED","RETRY","ERROR","EXECUTED","CANCELED"]}}})");
    query.statuses = {JobStatus::Running, JobStatus::Retry};
    QTest::newRow("running and another")
        << query << QByteArray(R"({"not":{"status":{"in":["SCHEDULED","ERROR","EXECUTED","CANCELED"]}}})");
    query.statuses = QList<JobStatus>(kJobStatuses.cbegin(), kJobStatuses.cend());
    QTest::newRow("all states are no condition") << query << QByteArray("null");
    query = {};
    query.id = u"a\"b"_s;
    QTest::newRow("id of a job or an instance")
        << query << QByteArray(R"({"or":[{"id":{"equal":"a\"b"}},{"processInstanceId":{"equal":"a\"b"}}]})");
    query = {};
    query.workflowIds = {u"w"_s};
    query.dueFrom = QDateTime(QDate(2026, 3, 2), QTime(15, 30), Qt::OffsetFromUTC, 3600);
    query.dueBefore = query.dueFrom.addSecs(60);
    QTest::newRow("conjunction in and") << query
                                        << QByteArray(
                                               R"({"and":[{"processId":{"in":["w"]}},)"
                                               R"({"expirationTime":{"greaterThanEqual":"2026-03-02T14:30:00.000Z"}},)"
                                               R"({"expirationTime":{"lessThan":"2026-03-02T14:31:00.000Z"}}]})");
}

void tst_GraphqlRequest::buildsJobFilters()
{
    QFETCH(JobQuery, query);
    QFETCH(QByteArray, where);
    QCOMPARE(toBytes(jobFilter(query)), where);
    QCOMPARE(jobPageRequest(query, oldestCapabilities()).variables.contains("where"), where != "null");
    QVERIFY(!jobPageRequest(query, oldestCapabilities()).document.contains("CountJobs"_L1));
}

void tst_GraphqlRequest::putsJobsInParts()
{
    JobQuery query;
    QCOMPARE(jobSections(query).size(), 3);
    QCOMPARE(jobSections(query).constFirst().order, JobQuery::Order::DueAscending);
    query.statuses = {JobStatus::Executed};
    QCOMPARE(jobSections(query).size(), 1);
    query.statuses = {JobStatus::Scheduled, JobStatus::Error, JobStatus::Running};
    const QList<JobQuery> parts = jobSections(query);
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts.at(1).statuses, (QList<JobStatus>{JobStatus::Running, JobStatus::Error}));

    QList<JobQuery> some = jobSections({});
    some[0].limit = 0;
    ServerCapabilities server = oldestCapabilities();
    QVERIFY(!jobSectionsRequest(some, server).document.contains("CountJobs"_L1));
    server.queries << u"CountJobs"_s;
    const GraphqlRequest request = jobSectionsRequest(some, server);
    QVERIFY(request.document.contains("CountJobs: CountJobs(where: $where) "_L1));
    QVERIFY(!request.document.contains(" Jobs: Jobs("_L1));
    QVERIFY(request.document.contains(
        "Jobs2: Jobs(orderBy: $orderBy2, pagination: $pagination2, where: $where2) { id "_L1));
    QVERIFY(request.document.contains("$where1: JobArgument"_L1));
    QCOMPARE(request.variables.at("pagination1").at("limit").get<int>(), 100);
}

void tst_GraphqlRequest::countsJobsByRange()
{
    const QDateTime from(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC);
    JobQuery query;
    query.statuses = {JobStatus::Scheduled};
    const GraphqlRequest request = dueCountsRequest(query, {{{}, from}, {from, from.addSecs(60)}, {from, {}}});
    QVERIFY(request.document.contains("CountJobs2: CountJobs(where: $where2)"_L1));
    QCOMPARE(request.variables.size(), std::size_t(3));
    QVERIFY(!request.changesSomething);
    QCOMPARE(toBytes(request.variables.at("where")),
             R"({"and":[{"status":{"in":["SCHEDULED"]}},{"expirationTime":{"lessThan":"2026-03-02T14:30:00.000Z"}}]})");
}

QTEST_GUILESS_MAIN(tst_GraphqlRequest)
#include "tst_graphqlrequest.moc"
