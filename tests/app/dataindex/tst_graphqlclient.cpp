// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/dataindex/fakedataindex.h"
#include "tests/fakes/await.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_GraphqlClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void posts();
    void asksForOneTypeAtATime();
    void asksForTheSchemaOnce();
    void asksAgainAfterAFailure();
    void asksAgainWhenTheServerChanged();
    void takesTheOldestWhereTheSchemaIsHidden();
    void reportsBrokenAnswers_data();
    void reportsBrokenAnswers();
    void tellsRefusedActions();
    void sendsActionsOnce();

private:
    static GraphqlRequest simple()
    {
        GraphqlRequest request;
        request.document = u"query { Jobs { id } }"_s;
        request.what = u"The jobs could not be read."_s;
        return request;
    }
    static Result<qsizetype> countRows(GraphqlAnswer &answer)
    {
        const auto rows = rowsOf(answer, "Jobs");
        return rows ? Result<qsizetype>(qsizetype((*rows)->size())) : Result<qsizetype>(rows.error());
    }
};

void tst_GraphqlClient::posts()
{
    FakeDataIndex index;
    index.answers = {FakeAnswer::json(R"({"data":{"Jobs":[{},{}]}})")};
    QCOMPARE(await(index.client->ask<qsizetype>(simple(), countRows)).value(), 2);
    const FakeRequest seen = index.server.requests().constFirst();
    QCOMPARE(seen.method, "POST");
    QCOMPARE(seen.header("content-type"), "application/json");
    QCOMPARE(seen.header("authorization"), "Bearer token-1");
}

void tst_GraphqlClient::asksForOneTypeAtATime()
{
    FakeDataIndex index;
    const auto server = await(index.client->capabilities());
    QVERIFY(server);
    QCOMPARE(server->instanceFields, index.schema.instanceFields);
    QCOMPARE(server->nodeInstanceFields, index.schema.nodeInstanceFields);
    QCOMPARE(server->jobFields, index.schema.jobFields);
    QCOMPARE(server->queries, index.schema.queries);
    QCOMPARE(server->mutations, index.schema.mutations);
    QVERIFY(server->subscriptions.isEmpty());
    QCOMPARE(index.introspected.size(), introspectedTypes().size());
    for (const FakeRequest &request : index.server.requests())
        QCOMPARE(request.body.count("__type"), 1);
}

void tst_GraphqlClient::asksForTheSchemaOnce()
{
    FakeDataIndex index;
    const auto first = index.client->capabilities();
    const auto second = index.client->capabilities();
    QVERIFY(await(first) && await(second));
    QVERIFY(await(index.client->capabilities()));
    QCOMPARE(index.introspected.size(), introspectedTypes().size());
}

void tst_GraphqlClient::asksAgainAfterAFailure()
{
    FakeDataIndex index;
    index.server.stop();
    const auto failed = await(index.client->capabilities());
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, Error::Kind::Network);
    QVERIFY(index.server.start());
    QVERIFY(await(index.client->capabilities()));
}

void tst_GraphqlClient::asksAgainWhenTheServerChanged()
{
    FakeDataIndex index;
    QVERIFY(await(index.client->capabilities()));
    index.answers = {FakeAnswer::json(
        R"({"errors":[{"message":"Field 'x' is undefined","extensions":{"classification":"ValidationError"}}]})")};
    const auto refused = await(index.client->ask<qsizetype>(simple(), countRows));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Protocol);
    QCOMPARE(refused.error().what, u"The jobs could not be read."_s);
    index.schema.instanceFields << u"brandNew"_s;
    QVERIFY(await(index.client->capabilities())->instanceFields.contains(u"brandNew"_s));
}

void tst_GraphqlClient::takesTheOldestWhereTheSchemaIsHidden()
{
    FakeDataIndex index;
    index.server.answer(u"/graphql"_s,
                        FakeAnswer::json(R"({"data":null,"errors":[{"message":"Introspection has been disabled"}]})"));
    const auto server = await(index.client->capabilities());
    QVERIFY(server);
    QCOMPARE(server->instanceFields, oldestCapabilities().instanceFields);
    QVERIFY(!server->countsInstances());
}

void tst_GraphqlClient::reportsBrokenAnswers_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("html") << FakeAnswer::html("<html><body>Sign in</body></html>") << Error::Kind::Protocol;
    QTest::newRow("empty") << FakeAnswer::json("") << Error::Kind::Protocol;
    QTest::newRow("half") << FakeAnswer::json(R"({"data":{"Jobs":[)") << Error::Kind::Protocol;
    QTest::newRow("not the list") << FakeAnswer::json(R"({"data":{"Jobs":{}}})") << Error::Kind::Protocol;
    QTest::newRow("truncated") << FakeAnswer::broken(FakeAnswer::Fault::Truncate) << Error::Kind::Network;
    QTest::newRow("dropped") << FakeAnswer::broken(FakeAnswer::Fault::Drop) << Error::Kind::Network;
    QTest::newRow("garbage") << FakeAnswer::broken(FakeAnswer::Fault::Garbage) << Error::Kind::Network;
    QTest::newRow("endless") << FakeAnswer::endless(qint64(80) << 20) << Error::Kind::Protocol;
    QTest::newRow("errors") << FakeAnswer::json(R"({"errors":[{"message":"boom"}]})") << Error::Kind::Server;
    QTest::newRow("400 with errors") << FakeAnswer::json(R"({"errors":[{"message":"boom"}]})", 400)
                                     << Error::Kind::Server;
    QTest::newRow("400") << FakeAnswer::html("<html>", 400) << Error::Kind::Protocol;
    QTest::newRow("401 for ever") << FakeAnswer::json("", 401) << Error::Kind::Unauthorized;
    QTest::newRow("403") << FakeAnswer::json("", 403) << Error::Kind::Forbidden;
    QTest::newRow("404") << FakeAnswer::html("<html>", 404) << Error::Kind::NotFound;
    QTest::newRow("503") << FakeAnswer::html("<html>", 503) << Error::Kind::Server;
    QTest::newRow("redirect") << FakeAnswer::redirect(QUrl(u"http://127.0.0.1:9/login"_s)) << Error::Kind::Protocol;
}

void tst_GraphqlClient::reportsBrokenAnswers()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(Error::Kind, kind);
    FakeDataIndex index;
    index.answers = {answer};
    const auto result = await(index.client->ask<qsizetype>(simple(), countRows), 30000);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(result.error().what, u"The jobs could not be read."_s);
    QVERIFY(!result.error().why.isEmpty());
    QVERIFY(!result.error().remedy.isEmpty());
    QVERIFY(!result.error().details.contains("<html"_L1));
}

void tst_GraphqlClient::tellsRefusedActions()
{
    FakeDataIndex index;
    GraphqlRequest action = simple();
    action.changesSomething = true;
    index.answers = {FakeAnswer::json(
        R"({"data":{"X":null},"errors":[{"message":"FAILED: ABORT x errorCode:403 errorStatus:Forbidden errorMessage:-"}]})")};
    const auto refused = await(index.client->act(action));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Forbidden);
    QCOMPARE(refused.error().what, action.what);
    index.answers = {FakeAnswer::json(R"({"data":{"X":"Successfully performed"}})")};
    QVERIFY(await(index.client->act(action)));
}

void tst_GraphqlClient::sendsActionsOnce()
{
    FakeDataIndex index;
    GraphqlRequest action = simple();
    action.changesSomething = true;
    index.answers = {FakeAnswer::broken(FakeAnswer::Fault::Drop)};
    QVERIFY(!await(index.client->act(action)));
    QCOMPARE(index.documents.size(), 1);
}

QTEST_GUILESS_MAIN(tst_GraphqlClient)
#include "tst_graphqlclient.moc"
