// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/runtimeruns.h"
#include "models/core/trace.h"
#include "tests/fakes/await.h"
#include "tests/fakes/fakehttpserver.h"
#include "tests/fakes/faketokens.h"

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
    void neverStartsTwice();
    void sendsNothingToUnlistedServices();

private:
    RunRequest order() const
    {
        RunRequest request;
        request.definition.id = u"order"_s;
        request.definition.serviceUrl = m_server->url().toString();
        request.definition.endpoint = m_server->url(u"/order"_s).toString();
        return request;
    }

    std::unique_ptr<FakeHttpServer> m_server;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<RuntimeRuns> m_runs;
    FakeTokens m_tokens;
    Tracer m_tracer;
};

void tst_RuntimeRuns::init()
{
    m_runs.reset();
    m_http.reset();
    m_tokens = FakeTokens();
    m_server = std::make_unique<FakeHttpServer>();
    Environment environment;
    environment.runtimeUrls = {m_server->url()};
    m_http = std::make_unique<HttpClient>(environment, &m_tokens, m_tracer);
    m_runs = std::make_unique<RuntimeRuns>(*m_http);
}

void tst_RuntimeRuns::starts()
{
    m_server->answer(u"/order"_s, FakeAnswer::json(R"({"id":"i1","workflowdata":{}})", 201));
    RunRequest request = order();
    request.businessKey = u"K+1 & more"_s;
    request.input = std::make_shared<const Json>(Json::parse(R"({"b":1,"a":"ä"})"));
    const auto run = await(m_runs->start(request));
    QVERIFY(run);
    QCOMPARE(run->instanceId, u"i1"_s);
    const FakeRequest seen = m_server->requests().constFirst();
    QCOMPARE(seen.method, "POST");
    QCOMPARE(seen.body, QByteArray(R"({"b":1,"a":"ä"})"));
    QCOMPARE(seen.header("content-type"), "application/json");
    QCOMPARE(seen.header("authorization"), "Bearer token-1");
    QCOMPARE(seen.query.queryItemValue(u"businessKey"_s, QUrl::FullyDecoded), u"K+1 & more"_s);
}

void tst_RuntimeRuns::startsWithoutInput()
{
    m_server->answer(u"/order"_s, FakeAnswer::json(R"({"id":"i1"})", 201));
    QVERIFY(await(m_runs->start(order())));
    QCOMPARE(m_server->requests().constFirst().body, "{}");
    QVERIFY(m_server->requests().constFirst().query.isEmpty());
}

void tst_RuntimeRuns::neverStartsTwice()
{
    m_server->answer(u"/order"_s, FakeAnswer::broken(FakeAnswer::Fault::Drop));
    const auto run = await(m_runs->start(order()));
    QVERIFY(!run);
    QCOMPARE(run.error().kind, Error::Kind::Network);
    QVERIFY2(run.error().why.contains("not known whether it acted"_L1), qPrintable(run.error().why));
    QCOMPARE(m_server->requests().size(), 1);
}

void tst_RuntimeRuns::sendsNothingToUnlistedServices()
{
    FakeHttpServer stranger;
    RunRequest request = order();
    request.definition.serviceUrl = stranger.url().toString();
    request.definition.endpoint = stranger.url(u"/order"_s).toString();
    const auto run = await(m_runs->start(request));
    QVERIFY(!run);
    QCOMPARE(run.error().kind, Error::Kind::Forbidden);
    QCOMPARE(stranger.requests().size(), 0);
}

QTEST_GUILESS_MAIN(tst_RuntimeRuns)
#include "tst_runtimeruns.moc"
