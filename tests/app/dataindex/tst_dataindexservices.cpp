// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/dataindexcatalog.h"
#include "app/dataindex/dataindexinstances.h"
#include "app/jobs/dataindexjobs.h"
#include "app/runtime/runtimeclient.h"
#include "tests/app/dataindex/fakedataindex.h"
#include "tests/fakes/await.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_DataIndexServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAPageWithItsCount();
    void readsRunsWithTheirNodes();
    void readsAPageWithErrors();
    void countsWhatEnded();
    void cannotCountOnOldServers();
    void readsRowsInSpiteOfMissingValues();
    void cancelReachesTheServer();
    void listsAllDefinitionsOnce();
    void takesTheNewestVersion();
    void takesTheSourceOfTheRuntimeFirst();
    void takesTheKeptSourceElse();
    void actsOnInstances();
    void readsAndMovesTimers();
    void joinsThePartsOfAJobPage();
    void findsLaterJobsByTheCounts();
    void jobsOfServersThatDoNotCount();
    void countsDueJobs();
    void tellsTheHostsOfJobs();
};

void tst_DataIndexServices::readsAPageWithItsCount()
{
    FakeDataIndex index;
    DataIndexInstances instances(*index.client);
    index.answers = {FakeAnswer::json(
        R"({"data":{"ProcessInstances":[{"id":"a"},{"id":"a"},{"id":"b"}],"CountProcessInstances":9}})")};
    const auto page = await(instances.page({}));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->total, std::optional<qint64>(9));
    QCOMPARE(index.documents.size(), 1); // rows and count in one request
    QCOMPARE(await(instances.count({})).value(), 9);
}

void tst_DataIndexServices::readsRunsWithTheirNodes()
{
    FakeDataIndex index;
    DataIndexInstances instances(*index.client);
    index.answers = {FakeAnswer::json(
        R"({"data":{"ProcessInstances":[{"id":"a","version":"1","nodes":[{"id":"n","definitionId":"d",
            "enter":"2026-03-02T10:00:00Z"}],"error":{"nodeDefinitionId":"d","message":"down"}},{"id":"a"},
            {"nodes":7,"id":"b"}],"CountProcessInstances":9}})")};
    InstanceQuery query;
    query.workflowIds = {u"w"_s};
    query.limit = 25;
    const auto page = await(instances.pageWithNodes(query));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->total, std::optional<qint64>(9));
    QCOMPARE(page->rows.first().nodes.size(), 1);
    QCOMPARE(page->rows.first().nodes.first().definitionId, u"d"_s);
    QCOMPARE(page->rows.first().error->message, u"down"_s);
    QCOMPARE(page->rows.last().nodes.size(), 0);
    QCOMPARE(index.allVariables.back().at("pagination").at("limit").get<int>(), 25);
}

void tst_DataIndexServices::readsAPageWithErrors()
{
    FakeDataIndex index;
    DataIndexInstances instances(*index.client);
    index.answers = {FakeAnswer::json(
        R"({"data":{"ProcessInstances":[{"id":"a","error":{"nodeDefinitionId":"d","message":"down"}},{"id":"b",
            "error":null},{"id":"c","error":"odd"}]}})")};
    InstanceQuery query;
    query.withErrors = true;
    const auto page = await(instances.page(query));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 3);
    QCOMPARE(page->rows.at(0).error->message, u"down"_s);
    QCOMPARE(page->rows.at(0).error->nodeDefinitionId, u"d"_s);
    QVERIFY(!page->rows.at(1).error && !page->rows.at(2).error);
    QVERIFY(!page->rows.at(0).detailed);
}

void tst_DataIndexServices::countsWhatEnded()
{
    FakeDataIndex index;
    DataIndexInstances instances(*index.client);
    const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
    const QList<EndedRange> ranges{{noon, noon.addSecs(60)}, {noon.addSecs(60), noon.addSecs(120)}};
    index.answers = {FakeAnswer::json(R"({"data":{"CountProcessInstances0":3,"CountProcessInstances1":0}})"),
                     FakeAnswer::json(R"({"data":{"CountProcessInstances0":3,"CountProcessInstances1":null}})")};
    QCOMPARE(await(instances.countEnded({}, ranges)).value(), (QList<qint64>{3, 0}));
    QCOMPARE(index.documents.size(), 1);
    QVERIFY(!await(instances.countEnded({}, ranges)));
    QVERIFY(await(instances.countEnded({}, {}))->isEmpty()); // nothing to ask
    QCOMPARE(index.documents.size(), 2);

    FakeDataIndex old;
    old.schema = oldestCapabilities();
    DataIndexInstances oldInstances(*old.client);
    const auto counts = await(oldInstances.countEnded({}, ranges));
    QVERIFY(!counts);
    QCOMPARE(counts.error().kind, Error::Kind::NotFound);
}

void tst_DataIndexServices::cannotCountOnOldServers()
{
    FakeDataIndex index;
    index.schema = oldestCapabilities();
    DataIndexInstances instances(*index.client);
    index.answers = {FakeAnswer::json(R"({"data":{"ProcessInstances":[{"id":"a"}]}})")};
    QCOMPARE(await(instances.page({}))->total, std::nullopt);
    const auto count = await(instances.count({}));
    QVERIFY(!count);
    QCOMPARE(count.error().kind, Error::Kind::NotFound);
    QCOMPARE(index.documents.size(), 1);
}

void tst_DataIndexServices::readsRowsInSpiteOfMissingValues()
{
    FakeDataIndex index;
    DataIndexInstances instances(*index.client);
    index.answers = {FakeAnswer::json(R"({"data":{"ProcessInstances":[null,{"id":"b"}]},"errors":[{"message":"null",
                       "path":["ProcessInstances",0,"lastUpdate"],
                       "extensions":{"classification":"NullValueInNonNullableField"}}]})"),
                     FakeAnswer::json(R"({"data":{"ProcessInstances":[{"id":"a"},{"id":"b"}]}})")};
    const auto page = await(instances.page({}));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(index.documents.size(), 2);
    QVERIFY(index.documents.first().contains("lastUpdate"_L1));
    QVERIFY(!index.documents.last().contains("lastUpdate"_L1));
}

void tst_DataIndexServices::cancelReachesTheServer()
{
    FakeDataIndex index;
    DataIndexInstances instances(*index.client);
    QVERIFY(await(index.client->capabilities()));
    index.answers = {FakeAnswer::broken(FakeAnswer::Fault::Hang)};
    auto page = instances.page({});
    QTRY_COMPARE(index.documents.size(), 1);
    const int open = index.server.openConnections();
    page.cancel();
    QTRY_COMPARE(index.server.openConnections(), open - 1);
    QVERIFY(await(page).error().isCancelled());
}

void tst_DataIndexServices::listsAllDefinitionsOnce()
{
    FakeDataIndex index;
    RuntimeClient runtime(*index.http);
    DataIndexCatalog catalog(*index.client, runtime);
    Json full = Json::array();
    for (int i = 0; i < 500; ++i)
        full.push_back({{"id", "w" + std::to_string(i)}, {"version", "1"}});
    const Json rest = Json::array({{{"id", "w499"}, {"version", "1"}}, {{"id", "w499"}, {"version", "2"}}});
    index.answers = {FakeAnswer::json(toBytes({{"data", {{"ProcessDefinitions", full}}}})),
                     FakeAnswer::json(toBytes({{"data", {{"ProcessDefinitions", rest}}}}))};
    const auto list = await(catalog.list());
    QVERIFY(list);
    QCOMPARE(list->size(), 501);
    QCOMPARE(index.allVariables.at(1).at("pagination").at("offset").get<int>(), 500);
}

void tst_DataIndexServices::takesTheNewestVersion()
{
    FakeDataIndex index;
    RuntimeClient runtime(*index.http);
    DataIndexCatalog catalog(*index.client, runtime);
    index.answers = {
        FakeAnswer::json(R"({"data":{"ProcessDefinitions":[{"id":"a","version":"1.9"},{"id":"a","version":"1.10"}]}})"),
        FakeAnswer::json(R"({"data":{"ProcessDefinitions":[{"id":"a","version":"1.10","nodes":[{"id":"1"}]}]}})")};
    const auto definition = await(catalog.definition(u"a"_s, {}));
    QVERIFY(definition);
    QCOMPARE(definition->nodes.size(), 1);
    QCOMPARE(toBytes(index.variables().at("where")), R"({"and":[{"id":{"equal":"a"}},{"version":{"equal":"1.10"}}]})");
}

void tst_DataIndexServices::takesTheSourceOfTheRuntimeFirst()
{
    FakeDataIndex index;
    RuntimeClient runtime(*index.http);
    DataIndexCatalog catalog(*index.client, runtime);
    WorkflowDefinition definition;
    definition.id = u"order"_s;
    definition.serviceUrl = index.server.url().toString();
    index.server.answer(u"/management/processes/order/source"_s, 200, {}, "id: order");
    index.server.answer(u"/management/processes/order/sources"_s,
                        FakeAnswer::json(R"([{"uri":"specs/api.yaml"},{"uri":"flows/order.sw.yaml"}])"));
    auto source = await(catalog.source(definition));
    QVERIFY(source);
    QCOMPARE(source->text, "id: order");
    QCOMPARE(source->fileName, u"order.sw.yaml"_s);
    // The name is only for show.
    index.server.answer(u"/management/processes/order/sources"_s, 500, {}, "");
    source = await(catalog.source(definition));
    QVERIFY(source);
    QCOMPARE(source->fileName, QString());
}

void tst_DataIndexServices::takesTheKeptSourceElse()
{
    FakeDataIndex index;
    RuntimeClient runtime(*index.http);
    DataIndexCatalog catalog(*index.client, runtime);
    WorkflowDefinition definition;
    definition.id = u"order"_s;
    definition.serviceUrl = u"http://unlisted.example"_s;
    index.answers = {FakeAnswer::json(R"({"data":{"ProcessDefinitions":[{"source":"id: kept"}]}})")};
    QCOMPARE(await(catalog.source(definition))->text, "id: kept");
    index.answers = {FakeAnswer::json(R"({"data":{"ProcessDefinitions":[{"source":null}]}})")};
    const auto none = await(catalog.source(definition));
    QCOMPARE(none.error().kind, Error::Kind::NotFound);
    QCOMPARE(none.error().what, u"The source of the workflow could not be read."_s);
}

void tst_DataIndexServices::actsOnInstances()
{
    FakeDataIndex index;
    DataIndexInstances instances(*index.client);
    WorkflowInstance instance;
    instance.id = u"i1"_s;
    index.answers = {FakeAnswer::json(R"({"data":{"X":"Successfully performed"}})")};
    QVERIFY(await(instances.abort(instance)));
    QVERIFY(index.document().contains("ProcessInstanceAbort(id: $id)"_L1));
    QVERIFY(await(instances.retry(instance)));
    QVERIFY(index.document().contains("ProcessInstanceRetry(id: $id)"_L1));
    QVERIFY(await(instances.skip(instance)));
    QVERIFY(index.document().contains("ProcessInstanceSkip(id: $id)"_L1));
    QCOMPARE(toBytes(index.variables()), R"({"id":"i1"})");
}

void tst_DataIndexServices::readsAndMovesTimers()
{
    FakeDataIndex index;
    DataIndexJobs jobs(*index.client);
    index.answers = {FakeAnswer::json(R"({"data":{"Jobs":[{"id":"j1","status":"SCHEDULED"}]}})")};
    const auto list = await(jobs.jobsOf(u"i1"_s));
    QVERIFY(list);
    QCOMPARE(list->size(), 1);
    QVERIFY(await(jobs.cancel(list->first())));
    QVERIFY(await(jobs.reschedule(list->first(), QDateTime(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC))));
    QVERIFY(index.document().contains("JobReschedule"_L1));
}

void tst_DataIndexServices::joinsThePartsOfAJobPage()
{
    FakeDataIndex index;
    index.schema.queries << u"CountJobs"_s;
    DataIndexJobs jobs(*index.client);
    index.answers = {FakeAnswer::json(
        R"({"data":{"Jobs":[{"id":"a","status":"SCHEDULED"},{"id":"b","status":"SCHEDULED"}],"CountJobs":2,
            "Jobs1":[{"id":"c","status":"ERROR"}],"CountJobs1":1,"Jobs2":[{"id":"d"},{"id":"e"}],"CountJobs2":70}})")};
    JobQuery query;
    query.limit = 4;
    const auto page = await(jobs.page(query));
    QVERIFY(page);
    QStringList ids;
    for (const Job &job : page->rows)
        ids << job.id;
    QCOMPARE(ids.join(u' '), u"a b c d"_s);
    QCOMPARE(page->total, std::optional<qint64>(73));
    QCOMPARE(index.documents.size(), 1);

    // A value that is missing in one of the parts does not take its rows away.
    index.answers = {FakeAnswer::json(R"({"data":{"Jobs":[],"CountJobs":0,"Jobs1":[null],"CountJobs1":1,"Jobs2":[],
                       "CountJobs2":0},"errors":[{"message":"null","path":["Jobs1",0,"status"],
                       "extensions":{"classification":"NullValueInNonNullableField"}}]})"),
                     FakeAnswer::json(R"({"data":{"Jobs":[],"CountJobs":0,"Jobs1":[{"id":"c"}],"CountJobs1":1,
                       "Jobs2":[],"CountJobs2":0}})")};
    QCOMPARE(await(jobs.page(query))->rows.size(), 1);
    QVERIFY(!index.document().contains(" status"_L1));
}

void tst_DataIndexServices::findsLaterJobsByTheCounts()
{
    FakeDataIndex index;
    index.schema.queries << u"CountJobs"_s;
    DataIndexJobs jobs(*index.client);
    index.answers = {FakeAnswer::json(R"({"data":{"CountJobs":120,"CountJobs1":5,"CountJobs2":400}})"),
                     FakeAnswer::json(R"({"data":{"CountJobs":120,"CountJobs1":5,"CountJobs2":400,
                       "Jobs":[{"id":"s"}],"Jobs1":[{"id":"e"}],"Jobs2":[{"id":"x"}]}})")};
    JobQuery query;
    query.offset = 100;
    const auto page = await(jobs.page(query));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 3);
    QCOMPARE(page->total, std::optional<qint64>(525));
    const Json asked = index.variables();
    QCOMPARE(toBytes(asked.at("pagination")), R"({"limit":20,"offset":100})");
    QCOMPARE(toBytes(asked.at("pagination1")), R"({"limit":5,"offset":0})");
    QCOMPARE(toBytes(asked.at("pagination2")), R"({"limit":75,"offset":0})");

    index.answers = {FakeAnswer::json(R"({"data":{"CountJobs":1,"CountJobs1":0,"CountJobs2":2}})")};
    query.offset = 900; // they went meanwhile
    const auto gone = await(jobs.page(query));
    QVERIFY(gone);
    QVERIFY(gone->rows.isEmpty());
    QCOMPARE(gone->total, std::optional<qint64>(3));
}

void tst_DataIndexServices::jobsOfServersThatDoNotCount()
{
    // Some do not have the field; 10.1.0 has it and answers null.
    FakeDataIndex index;
    index.schema.queries << u"CountJobs"_s;
    DataIndexJobs jobs(*index.client);
    index.answers = {FakeAnswer::json(R"({"data":{"Jobs":[{"id":"a"},{"id":"a"}],"CountJobs":null,"Jobs1":[{"id":"b"}],
        "CountJobs1":null,"Jobs2":[],"CountJobs2":null}})")};
    const auto first = await(jobs.page({}));
    QVERIFY(first);
    QCOMPARE(first->rows.size(), 2);
    QVERIFY(!first->total);

    // Later pages find out by ids where the parts end.
    index.answers = {FakeAnswer::json(R"({"data":{"CountJobs":null,"CountJobs1":null,"CountJobs2":null}})"),
                     FakeAnswer::json(R"({"data":{"Jobs":[{"id":"1"},{"id":"2"},{"id":"3"}]}})"),
                     FakeAnswer::json(R"({"data":{"Jobs":[{"id":"4"}]}})"),
                     FakeAnswer::json(R"({"data":{"Jobs1":[{"id":"4"}],"Jobs2":[{"id":"5"},{"id":"6"}]}})")};
    JobQuery query;
    query.offset = 3;
    query.limit = 3;
    const auto later = await(jobs.page(query));
    QVERIFY(later);
    QCOMPARE(later->rows.size(), 3);
    QCOMPARE(toBytes(index.variables().at("pagination1")), R"({"limit":1,"offset":0})");
    QCOMPARE(toBytes(index.variables().at("pagination2")), R"({"limit":2,"offset":0})");

    // Nobody asks a second time.
    const auto asked = index.documents.size();
    QCOMPARE(await(jobs.count({})).error().kind, Error::Kind::NotFound);
    QCOMPARE(index.documents.size(), asked);

    index.answers = {FakeAnswer::json(R"({"data":{"Jobs":[{"id":"a","expirationTime":"2026-03-02T11:00:00Z"},
        {"id":"b","expirationTime":"2026-03-02T12:00:00Z"},{"id":"c","expirationTime":null}]}})")};
    const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
    const auto due = await(jobs.countDue({}, {{{}, noon}, {noon, noon.addSecs(1)}, {noon.addSecs(1), {}}}));
    QVERIFY(due);
    QCOMPARE(due->counts, (QList<qint64>{1, 1, 0}));
    QVERIFY(!due->capped);
}

void tst_DataIndexServices::countsDueJobs()
{
    FakeDataIndex index;
    index.schema.queries << u"CountJobs"_s;
    DataIndexJobs jobs(*index.client);
    index.answers = {FakeAnswer::json(R"({"data":{"CountJobs":3,"CountJobs1":0}})")};
    QCOMPARE(await(jobs.countDue({}, {{}, {}}))->counts, (QList<qint64>{3, 0}));
    index.answers = {FakeAnswer::json(R"({"data":{"CountJobs":-3}})")};
    QVERIFY(!await(jobs.count({})));
    index.answers = {FakeAnswer::json(R"({"data":null,"errors":[{"message":"no"}]})")};
    QVERIFY(!await(jobs.count({})));
    QVERIFY(!await(jobs.countDue({}, {{}, {}})));
    QVERIFY(!await(jobs.page({})));
}

void tst_DataIndexServices::tellsTheHostsOfJobs()
{
    FakeDataIndex index;
    DataIndexJobs jobs(*index.client);
    index.answers = {FakeAnswer::json(R"({"data":{"ProcessInstances":[
        {"id":"i","businessKey":"K","processName":"N","nodes":[{"id":"n","name":"Wait"},7,null]},{"id":null},[]]}})")};
    const auto hosts = await(jobs.hosts({u"i"_s}));
    QVERIFY(hosts);
    QCOMPARE(hosts->size(), 1);
    QCOMPARE(hosts->constFirst().businessKey, u"K"_s);
    QCOMPARE(hosts->constFirst().nodeNames.value(u"n"_s), u"Wait"_s);
    const auto asked = index.documents.size();
    QVERIFY(await(jobs.hosts({}))->isEmpty()); // asking for none would ask for all
    QCOMPARE(index.documents.size(), asked);
}

QTEST_GUILESS_MAIN(tst_DataIndexServices)
#include "tst_dataindexservices.moc"
