// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/formdata/formdataclient.h"
#include "tests/app/net/httpfixture.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// Servers that fields of a form ask, in every bad mood; and whom a schema may not make Podium ask.
class TestFormDataClient : public QObject, HttpFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void asksBelowTheBaseWithTheToken();
    void asksAsTheFieldSays();
    void asksNobodyTheEnvironmentDoesNotList();
    void sendsNoHeaderThatIsNotTheSchemasToSet();
    void saysWhatIsWrongWithAnAnswer_data();
    void saysWhatIsWrongWithAnAnswer();
    void giveUpOnServersThatHang();
    void stopsAtLargeAnswers();
    void refusalsAreAnswersOnDemand();
    void followsNoRedirect();
    void saysWhenThereIsNobodyToAsk();

private:
    std::unique_ptr<FormDataClient> formData(HttpClient &http) const
    {
        return std::make_unique<FormDataClient>(http, [] { return User{u"1"_s, u"operator"_s, u"Olivia"_s, {}, {}}; });
    }
    Environment environment(const FakeHttpServer &server) const
    {
        Environment environment = environmentFor(server);
        environment.runtimeUrls = {server.url()};
        return environment;
    }
    static FormDataRequest ask(const QString &address)
    {
        FormDataRequest request;
        request.address = address;
        return request;
    }
};

void TestFormDataClient::init()
{
    m_tokens = FakeTokens();
}

void TestFormDataClient::asksBelowTheBaseWithTheToken()
{
    FakeHttpServer server;
    server.answer(u"/forms/a"_s, FakeAnswer::json(R"({"x":1})"));
    const auto http = client(environment(server));
    const auto data = formData(*http);
    QCOMPARE(data->facts().baseUrl, server.url().toString(QUrl::StripTrailingSlash));
    QCOMPARE(data->facts().user.username, u"operator"_s);
    const auto answer = await(data->ask(ask(u"/forms/a?q=1"_s)));
    QVERIFY(answer);
    QVERIFY(*answer->body == Json::parse(R"({"x":1})"));
    const FakeRequest sent = server.requests().first();
    QCOMPARE(sent.header("Authorization"), QByteArray("Bearer token-1"));
    QCOMPARE(sent.query.queryItemValue(u"q"_s), u"1"_s);
}

void TestFormDataClient::asksAsTheFieldSays()
{
    FakeHttpServer server;
    server.answer(u"/a"_s, FakeAnswer::json("{}"));
    const auto http = client(environment(server));
    const auto data = formData(*http);
    FormDataRequest request = ask(server.url(u"/a"_s).toString());
    request.verb = u"POST"_s;
    request.body = Json{{"who", "x"}};
    request.headers = {{u"X-Team"_s, u"north"_s}, {u"Authorization"_s, u"Basic abc"_s}};
    QVERIFY(await(data->ask(request)));
    const FakeRequest sent = server.requests().first();
    QCOMPARE(sent.method, QByteArray("POST"));
    QCOMPARE(sent.body, QByteArray(R"({"who":"x"})"));
    QCOMPARE(sent.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(sent.header("X-Team"), QByteArray("north"));
    QCOMPARE(sent.header("Authorization"), QByteArray("Basic abc")); // not the user's token beside it
}

void TestFormDataClient::asksNobodyTheEnvironmentDoesNotList()
{
    FakeHttpServer listed;
    FakeHttpServer other;
    other.answer(u"/a"_s, FakeAnswer::json("{}"));
    const auto http = client(environment(listed));
    const auto data = formData(*http);
    for (const QString &address : {other.url(u"/a"_s).toString(), u"file:///etc/passwd"_s, u"http://"_s,
                                   u"//%1:%2/a"_s.arg(other.url().host()).arg(other.port())}) {
        const auto answer = await(data->ask(ask(address)));
        QVERIFY2(!answer, qUtf8Printable(address));
        QCOMPARE(answer.error().kind, Error::Kind::Forbidden);
        QVERIFY(!answer.error().why.isEmpty());
    }
    QCOMPARE(other.requests().size(), 0);
    QCOMPARE(listed.requests().size(), 0);
}

void TestFormDataClient::sendsNoHeaderThatIsNotTheSchemasToSet()
{
    FakeHttpServer server;
    server.answer(u"/a"_s, FakeAnswer::json("{}"));
    const auto http = client(environment(server));
    const auto data = formData(*http);
    FormDataRequest request = ask(u"/a"_s);
    request.headers = {{u"Host"_s, u"evil"_s},
                       {u"Cookie"_s, u"a=b"_s},
                       {u"X-A\r\nX-B"_s, u"1"_s},
                       {u"X-Line"_s, u"one\r\nX-Injected: two"_s}};
    QVERIFY(await(data->ask(request)));
    const FakeRequest sent = server.requests().first();
    QVERIFY(sent.header("Host").startsWith("127.0.0.1"));
    QVERIFY(sent.header("Cookie").isEmpty());
    QVERIFY(sent.header("X-B").isEmpty());
    QVERIFY(sent.header("X-Injected").isEmpty());
    QCOMPARE(sent.header("X-Line"), QByteArray("one  X-Injected: two"));
}

void TestFormDataClient::saysWhatIsWrongWithAnAnswer_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<int>("status");
    using Kind = Error::Kind;
    QTest::newRow("HTML") << FakeAnswer::html("<html><h1>Sign in</h1></html>") << Kind::Protocol << 200;
    QTest::newRow("half JSON") << FakeAnswer::json("{\"a\":") << Kind::Protocol << 200;
    QTest::newRow("403") << FakeAnswer::json("{}", 403) << Kind::Forbidden << 403;
    QTest::newRow("401") << FakeAnswer::json("{}", 401) << Kind::Unauthorized << 401;
    QTest::newRow("404") << FakeAnswer::html("<p>no</p>", 404) << Kind::NotFound << 404;
    QTest::newRow("500") << FakeAnswer::json("{\"message\":\"x\"}", 500) << Kind::Server << 500;
    QTest::newRow("dropped") << FakeAnswer::broken(FakeAnswer::Fault::Drop) << Kind::Network << 0;
    QTest::newRow("garbage") << FakeAnswer::broken(FakeAnswer::Fault::Garbage) << Kind::Network << 0;
}

void TestFormDataClient::saysWhatIsWrongWithAnAnswer()
{
    QFETCH(FakeAnswer, answer);
    FakeHttpServer server;
    server.answer(u"/a"_s, answer);
    const auto http = client(environment(server));
    const auto data = formData(*http);
    const auto got = await(data->ask(ask(u"/a"_s)));
    QVERIFY(!got);
    QTEST(got.error().kind, "kind");
    QTEST(got.error().httpStatus, "status");
    QVERIFY(!got.error().why.isEmpty());
    QVERIFY(!got.error().text().contains(u'<'));
    QVERIFY(!got.error().text().contains(m_tokens.token));
}

void TestFormDataClient::giveUpOnServersThatHang()
{
    FakeHttpServer server;
    server.answer(u"/a"_s, FakeAnswer::broken(FakeAnswer::Fault::Hang));
    const auto http = client(environment(server));
    const auto data = formData(*http);
    data->setTimeout(60);
    const auto got = await(data->ask(ask(u"/a"_s)));
    QVERIFY(!got);
    QCOMPARE(got.error().kind, Error::Kind::Timeout);
}

void TestFormDataClient::stopsAtLargeAnswers()
{
    FakeHttpServer server;
    server.answer(u"/a"_s, FakeAnswer::endless(10 << 20));
    const auto http = client(environment(server));
    const auto data = formData(*http);
    const auto got = await(data->ask(ask(u"/a"_s)));
    QVERIFY(!got);
    QCOMPARE(got.error().kind, Error::Kind::Protocol);
    QVERIFY(got.error().why.contains("larger"_L1));
}

void TestFormDataClient::refusalsAreAnswersOnDemand()
{
    FakeHttpServer server;
    server.answer(u"/a"_s, FakeAnswer::json(R"({"name":["Taken."]})", 422));
    const auto http = client(environment(server));
    const auto data = formData(*http);
    FormDataRequest request = ask(u"/a"_s);
    QVERIFY(!await(data->ask(request)));
    request.takesRefusals = true;
    const auto got = await(data->ask(request));
    QVERIFY(got);
    QCOMPARE(got->status, 422);
    QVERIFY((*got->body)["name"][0] == "Taken.");
}

void TestFormDataClient::followsNoRedirect()
{
    FakeHttpServer server;
    FakeHttpServer other;
    server.answer(u"/a"_s, FakeAnswer::redirect(other.url(u"/b"_s)));
    const auto http = client(environment(server));
    const auto data = formData(*http);
    QVERIFY(!await(data->ask(ask(u"/a"_s))));
    QCOMPARE(other.requests().size(), 0);
}

void TestFormDataClient::saysWhenThereIsNobodyToAsk()
{
    const auto http = client(Environment());
    const auto data = formData(*http);
    QCOMPARE(data->facts().baseUrl, QString());
    const auto got = await(data->ask(ask(u"/a"_s)));
    QVERIFY(!got);
    QVERIFY(got.error().why.contains("Developer Hub"_L1));
}

QTEST_GUILESS_MAIN(TestFormDataClient)
#include "tst_formdataclient.moc"
