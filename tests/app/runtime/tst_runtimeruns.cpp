// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/runtimeruns.h"
#include "tests/app/runtime/runtimefixture.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_RuntimeRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void starts();
    void startsWithoutInput();
    void tokenGoesAlongOnDemand();
    void neverStartsTwice();
    void sendsNothingToUnlistedServices();

private:
    RunRequest order() const
    {
        RunRequest request;
        request.definition.id = u"order"_s;
        request.definition.serviceUrl = m_fixture.server->url().toString();
        request.definition.endpoint = m_fixture.server->url(u"/order"_s).toString();
        return request;
    }

    RuntimeFixture<RuntimeRuns> m_fixture;
};

void tst_RuntimeRuns::init()
{
    m_fixture.reset();
}

void tst_RuntimeRuns::starts()
{
    m_fixture.server->answer(u"/order"_s, FakeAnswer::json(R"({"id":"i1","workflowdata":{}})", 201));
    RunRequest request = order();
    request.businessKey = u"K+1 & more"_s;
    request.input = std::make_shared<const Json>(Json::parse(R"({"b":1,"a":"ä"})"));
    const auto run = await(m_fixture.client->start(request));
    QVERIFY(run);
    QCOMPARE(run->instanceId, u"i1"_s);
    const FakeRequest seen = m_fixture.server->requests().constFirst();
    QCOMPARE(seen.method, "POST");
    QCOMPARE(seen.body, QByteArray(R"({"b":1,"a":"ä"})"));
    QCOMPARE(seen.header("content-type"), "application/json");
    QCOMPARE(seen.header("authorization"), "Bearer token-1");
    QCOMPARE(seen.query.queryItemValue(u"businessKey"_s, QUrl::FullyDecoded), u"K+1 & more"_s);
}

void tst_RuntimeRuns::startsWithoutInput()
{
    m_fixture.server->answer(u"/order"_s, FakeAnswer::json(R"({"id":"i1"})", 201));
    QVERIFY(await(m_fixture.client->start(order())));
    QCOMPARE(m_fixture.server->requests().constFirst().body, "{}");
    QVERIFY(m_fixture.server->requests().constFirst().query.isEmpty());
}

void tst_RuntimeRuns::tokenGoesAlongOnDemand()
{
    m_fixture.server->answer(u"/order"_s, FakeAnswer::json(R"({"id":"i1"})", 201));
    QVERIFY(await(m_fixture.client->start(order())));
    RunRequest request = order();
    request.tokenHeaders = {u"X-Authorization-Oidc"_s};
    QVERIFY(await(m_fixture.client->start(request)));
    QVERIFY(m_fixture.server->requests().at(0).header("x-authorization-oidc").isEmpty());
    QCOMPARE(m_fixture.server->requests().at(1).header("x-authorization-oidc"), "token-1");
    QCOMPARE(m_fixture.server->requests().at(1).header("authorization"), "Bearer token-1");
}

void tst_RuntimeRuns::neverStartsTwice()
{
    m_fixture.server->answer(u"/order"_s, FakeAnswer::broken(FakeAnswer::Fault::Drop));
    const auto run = await(m_fixture.client->start(order()));
    QVERIFY(!run);
    QCOMPARE(run.error().kind, Error::Kind::Network);
    QVERIFY2(run.error().why.contains("not known whether it acted"_L1), qPrintable(run.error().why));
    QCOMPARE(m_fixture.server->requests().size(), 1);
}

void tst_RuntimeRuns::sendsNothingToUnlistedServices()
{
    FakeHttpServer stranger;
    RunRequest request = order();
    request.definition.serviceUrl = stranger.url().toString();
    request.definition.endpoint = stranger.url(u"/order"_s).toString();
    const auto run = await(m_fixture.client->start(request));
    QVERIFY(!run);
    QCOMPARE(run.error().kind, Error::Kind::Forbidden);
    QCOMPARE(stranger.requests().size(), 0);
}

QTEST_GUILESS_MAIN(tst_RuntimeRuns)
#include "tst_runtimeruns.moc"
