// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/decoderuntime.h"
#include "app/runtime/runtimeclient.h"
#include "models/domain/runtimeaddress.h"
#include "models/form/formschema.h"
#include "tests/app/runtime/runtimefixture.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_RuntimeClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsTheAddress();
    void encodesIds();
    void readsSchemas();
    void fetchesListedDocuments();
    void tellsBrokenSchemas_data();
    void tellsBrokenSchemas();
    void tellsAvailability_data();
    void tellsAvailability();
    void asksHealthOncePerService();
    void readsHealth();

private:
    WorkflowDefinition definition() const
    {
        WorkflowDefinition one;
        one.id = u"order"_s;
        one.serviceUrl = m_fixture.server->url().toString();
        return one;
    }

    RuntimeFixture<RuntimeClient> m_fixture;
};

void tst_RuntimeClient::init()
{
    m_fixture.reset();
}

void tst_RuntimeClient::findsTheAddress()
{
    Environment environment;
    environment.serviceUrlRules = {{u"http://order.flows.svc"_s, u"https://flows.example.com/order"_s}};
    WorkflowDefinition order;
    order.id = u"order"_s;
    order.serviceUrl = u"http://order.flows.svc"_s;
    QCOMPARE(runtimeBase(environment, order), QUrl(u"https://flows.example.com/order"_s));
    QCOMPARE(startAddress(environment, order, {}), QUrl(u"https://flows.example.com/order/order"_s));

    order.endpoint = u"http://order.flows.svc/v2/order"_s;
    QCOMPARE(startAddress(environment, order, u"a+b &c"_s).toString(QUrl::FullyEncoded),
             u"https://flows.example.com/order/v2/order?businessKey=a%2Bb%20%26c"_s);
    order.serviceUrl.clear();
    QCOMPARE(runtimeBase(environment, order), QUrl(u"https://flows.example.com/order/v2"_s));

    order.endpoint.clear();
    QVERIFY(runtimeBase(environment, order).isEmpty());
    environment.runtimeUrls = {QUrl(u"http://127.0.0.1:8080"_s)};
    QCOMPARE(runtimeBase(environment, order), QUrl(u"http://127.0.0.1:8080"_s));
    environment.runtimeUrls << QUrl(u"http://127.0.0.1:8081"_s);
    QVERIFY(runtimeBase(environment, order).isEmpty());
}

void tst_RuntimeClient::encodesIds()
{
    const QUrl base(u"http://host/base/?x=1"_s);
    QCOMPARE(withPath(base, {u"a"_s, u"b c"_s}).toString(QUrl::FullyEncoded), u"http://host/base/a/b%20c"_s);
    QCOMPARE(withPath(base, {u"../../etc?x#y"_s}).toString(QUrl::FullyEncoded),
             u"http://host/base/..%2F..%2Fetc%3Fx%23y"_s);
    QCOMPARE(withPath(base, {u".."_s, u"x"_s}).toString(QUrl::FullyEncoded), u"http://host/base//x"_s);
}

void tst_RuntimeClient::readsSchemas()
{
    m_fixture.server->answer(
        u"/management/processes/order"_s,
        FakeAnswer::json(R"({"id":"order","inputSchema":{"type":"object","$defs":{}},"outputSchema":"{\"a\":1}"})"));
    auto schemas = await(m_fixture.client->schemas(definition()));
    QVERIFY(schemas);
    QCOMPARE(toBytes(*schemas->input), R"({"type":"object","$defs":{}})");
    QCOMPARE(toBytes(*schemas->output), R"({"a":1})");

    m_fixture.server->answer(u"/management/processes/order"_s, FakeAnswer::json(R"({"id":"order","inputSchema":7})"));
    schemas = await(m_fixture.client->schemas(definition()));
    QVERIFY(schemas);
    QVERIFY(!schemas->input && !schemas->output);
}

/// What a schema refers to is fetched from listed origins, and only from there.
void tst_RuntimeClient::fetchesListedDocuments()
{
    const QByteArray here = m_fixture.server->url().adjusted(QUrl::StripTrailingSlash).toString().toUtf8();
    m_fixture.server->answer(
        u"/management/processes/order"_s,
        FakeAnswer::json(
            R"({"inputSchema":{"type":"object","properties":{"a":{"$ref":")" + here +
            R"(/schemas/a.json#/definitions/x"},"b":{"$ref":"https://elsewhere.example/b.json"},"c":{"$ref":")" + here +
            R"(/gone.json"}}}})"));
    m_fixture.server->answer(
        u"/schemas/a.json"_s,
        FakeAnswer::json(R"({"definitions":{"x":{"$ref":"#/definitions/y"},"y":{"$ref":"b.json"}}})"));
    m_fixture.server->answer(u"/schemas/b.json"_s, FakeAnswer::json(R"({"type":"integer","title":"Count"})"));
    const auto schemas = await(m_fixture.client->schemas(definition()));
    QVERIFY(schemas && schemas->input);
    const FormSchema form(schemas->input);
    QCOMPARE(form.root().members.size(), 3U);
    QCOMPARE(int(form.root().members.at(0).kind), int(FormField::Kind::Integer));
    QCOMPARE(form.root().members.at(0).title, u"Count"_s);
    QCOMPARE(form.problems().size(), 2);
    QVERIFY(form.problems().first().contains(u"elsewhere.example"_s));
    QCOMPARE(m_fixture.server->requestCount(u"/gone.json"_s), 1);
}

void tst_RuntimeClient::tellsBrokenSchemas_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("html") << FakeAnswer::html("<html>") << Error::Kind::Protocol;
    QTest::newRow("list") << FakeAnswer::json("[]") << Error::Kind::Protocol;
    QTest::newRow("404") << FakeAnswer::json("Process with id order not found", 404) << Error::Kind::NotFound;
    QTest::newRow("403") << FakeAnswer::json("", 403) << Error::Kind::Forbidden;
    QTest::newRow("truncated") << FakeAnswer::broken(FakeAnswer::Fault::Truncate) << Error::Kind::Network;
}

void tst_RuntimeClient::tellsBrokenSchemas()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(Error::Kind, kind);
    m_fixture.server->answer(u"/management/processes/order"_s, answer);
    const auto schemas = await(m_fixture.client->schemas(definition()));
    QVERIFY(!schemas);
    QCOMPARE(schemas.error().kind, kind);
    QCOMPARE(schemas.error().what, u"The input form could not be read."_s);
}

void tst_RuntimeClient::tellsAvailability_data()
{
    QTest::addColumn<FakeAnswer>("health");
    QTest::addColumn<FakeAnswer>("management");
    QTest::addColumn<QString>("reason"); // a part of it; "" when available
    const FakeAnswer up = FakeAnswer::json(R"({"status":"UP","checks":[]})");
    const FakeAnswer known = FakeAnswer::json(R"({"id":"order"})");
    QTest::newRow("available") << up << known << QString();
    QTest::newRow("no health check") << FakeAnswer::json("", 404) << known << QString();
    QTest::newRow("protected health check") << FakeAnswer::json("", 401) << known << QString();
    QTest::newRow("no management") << up << FakeAnswer::json(R"({"message":"RESTEASY003210"})", 404) << QString();
    QTest::newRow("management not allowed") << up << FakeAnswer::json("", 403) << QString();
    QTest::newRow("not ready") << FakeAnswer::json(R"({"status":"DOWN","checks":[{"name":"Kafka","status":"DOWN"},
                                                       {"name":"Database","status":"UP"}]})",
                                                   503)
                               << known << u"not ready: Kafka."_s;
    QTest::newRow("not ready, nothing said") << FakeAnswer::html("<html>", 503) << known << u"not ready."_s;
    QTest::newRow("unknown workflow") << up << FakeAnswer::json("Process with id order not found", 404)
                                      << u"does not have this workflow"_s;
    QTest::newRow("failing") << up << FakeAnswer::json("", 500) << u"500"_s;
    QTest::newRow("dropped") << FakeAnswer::broken(FakeAnswer::Fault::Drop) << known << u"closed the connection"_s;
}

void tst_RuntimeClient::tellsAvailability()
{
    QFETCH(FakeAnswer, health);
    QFETCH(FakeAnswer, management);
    QFETCH(QString, reason);
    m_fixture.server->answer(u"/q/health/ready"_s, health);
    m_fixture.server->answer(u"/management/processes/order"_s, management);
    const auto found = await(m_fixture.client->probe(definition()));
    QVERIFY(found);
    QCOMPARE(found->state, reason.isEmpty() ? Availability::State::Available : Availability::State::Unavailable);
    QVERIFY2(found->reason.contains(reason), qPrintable(found->reason));
    for (const FakeRequest &request : m_fixture.server->requests(u"/q/health/ready"_s))
        QVERIFY(request.header("authorization").isEmpty());
}

void tst_RuntimeClient::asksHealthOncePerService()
{
    m_fixture.server->answer(u"/q/health/ready"_s, FakeAnswer::json(R"({"status":"UP"})"));
    m_fixture.server->answer(u"/management/processes/order"_s, FakeAnswer::json("{}"));
    const auto first = m_fixture.client->probe(definition());
    const auto second = m_fixture.client->probe(definition());
    QVERIFY(await(first) && await(second));
    QCOMPARE(m_fixture.server->requestCount(u"/q/health/ready"_s), 1);

    // Reasons that need no request.
    WorkflowDefinition elsewhere = definition();
    elsewhere.serviceUrl = u"http://evil.example"_s;
    const auto unlisted = await(m_fixture.client->probe(elsewhere));
    QCOMPARE(unlisted->state, Availability::State::Unavailable);
    QVERIFY(unlisted->reason.contains("http://evil.example:80"_L1));

    // Signed out says nothing about the service.
    m_fixture.tokens.error = Error{Error::Kind::Unauthorized, {}, {}, {}, {}, 0, {}, {}};
    QCOMPARE(await(m_fixture.client->probe(definition())).error().kind, Error::Kind::Unauthorized);
}

void tst_RuntimeClient::readsHealth()
{
    QVERIFY(decodeUnhealthy(R"({"status":"UP","checks":[{"name":"a","status":"UP"}]})").isEmpty());
    QCOMPARE(decodeUnhealthy(R"({"status":"DOWN","checks":[]})"), QStringList{u"DOWN"_s});
    QCOMPARE(decodeUnhealthy(R"({"status":"DOWN","checks":[7,{"name":"a"},{"name":"b","status":"UP"}]})"),
             QStringList{u"a"_s});
    QVERIFY(decodeUnhealthy("<html>").isEmpty());
    QCOMPARE(decodeSourceName(R"([{"uri":"a/b.sw.yml"}])"), u"b.sw.yml"_s);
    QCOMPARE(decodeSourceName(R"([{"uri":7},8,{}])"), QString());
    QCOMPARE(decodeSourceName("x"), QString());
}

QTEST_GUILESS_MAIN(tst_RuntimeClient)
#include "tst_runtimeclient.moc"
