// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/runtimevariables.h"
#include "tests/app/runtime/runtimefixture.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// The function as a client, for the fixture.
class Variables : public QObject
{
public:
    explicit Variables(HttpClient &http)
        : m_http(http)
    {
    }
    Async<Done> merge(const WorkflowInstance &instance, const char *patch)
    {
        return mergeVariables(this, m_http, instance, std::make_shared<const Json>(Json::parse(patch)));
    }
    Async<SharedJson> read(const WorkflowInstance &instance) { return readVariables(this, m_http, instance); }

private:
    HttpClient &m_http;
};

} // namespace

class tst_RuntimeVariables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture.reset(); }
    void reads();
    void sendsThePatch();
    void saysWhyItWasRefused_data();
    void saysWhyItWasRefused();
    void neverSendsTwice();
    void sendsNothingToUnlistedServices();

private:
    WorkflowInstance instance() const
    {
        WorkflowInstance instance;
        instance.id = u"i 1"_s;
        instance.workflowId = u"order"_s;
        instance.serviceUrl = m_fixture.server->url().toString();
        return instance;
    }

    RuntimeFixture<Variables> m_fixture;
};

void tst_RuntimeVariables::reads()
{
    m_fixture.server->answer(u"/order/i 1"_s, FakeAnswer::json(R"({"id":"i 1","workflowdata":{"a":[1,null]}})"));
    const Result<SharedJson> variables = await(m_fixture.client->read(instance()));
    QVERIFY(variables);
    QCOMPARE(QString::fromUtf8(toBytes(**variables)), uR"({"a":[1,null]})"_s);
    QCOMPARE(m_fixture.server->requests().constFirst().method, "GET");
    for (const char *nonsense : {"[]", "<html>", "", R"({"id":"1"})"}) {
        m_fixture.server->answer(u"/order/i 1"_s, FakeAnswer::json(nonsense));
        const Result<SharedJson> none = await(m_fixture.client->read(instance()));
        QVERIFY(!none);
        QCOMPARE(none.error().kind, Error::Kind::Protocol);
    }
}

void tst_RuntimeVariables::sendsThePatch()
{
    m_fixture.server->answer(u"/order/i 1"_s, FakeAnswer::json(R"({"workflowdata":{}})"));
    QVERIFY(await(m_fixture.client->merge(instance(), R"({"b":1,"a":"ä"})")));
    const FakeRequest seen = m_fixture.server->requests().constFirst();
    QCOMPARE(seen.method, "PATCH");
    QCOMPARE(seen.body, QByteArray(R"({"workflowdata":{"b":1,"a":"ä"}})"));
    QCOMPARE(seen.header("content-type"), "application/json");
    QCOMPARE(seen.header("authorization"), "Bearer token-1");
}

void tst_RuntimeVariables::saysWhyItWasRefused_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("over") << 404 << Error::Kind::NotFound;
    QTest::newRow("not offered") << 405 << Error::Kind::NotFound;
    QTest::newRow("role") << 403 << Error::Kind::Forbidden;
    QTest::newRow("failure") << 500 << Error::Kind::Server;
}

void tst_RuntimeVariables::saysWhyItWasRefused()
{
    QFETCH(int, status);
    QFETCH(Error::Kind, kind);
    m_fixture.server->answer(u"/order/i 1"_s, FakeAnswer::json("{}", status));
    const Result<Done> answer = await(m_fixture.client->merge(instance(), "{}"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, kind);
    QCOMPARE(answer.error().what, u"The variables were not changed."_s);
    QVERIFY(!answer.error().why.isEmpty());
}

void tst_RuntimeVariables::neverSendsTwice()
{
    m_fixture.server->answer(u"/order/i 1"_s, FakeAnswer::broken(FakeAnswer::Fault::Drop));
    QVERIFY(!await(m_fixture.client->merge(instance(), R"({"a":1})")));
    QCOMPARE(m_fixture.server->requests().size(), 1);
}

void tst_RuntimeVariables::sendsNothingToUnlistedServices()
{
    FakeHttpServer stranger;
    WorkflowInstance elsewhere = instance();
    elsewhere.serviceUrl = stranger.url().toString();
    const Result<Done> answer = await(m_fixture.client->merge(elsewhere, R"({"a":1})"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Forbidden);
    QCOMPARE(stranger.requests().size(), 0);
}

QTEST_GUILESS_MAIN(tst_RuntimeVariables)
#include "tst_runtimevariables.moc"
