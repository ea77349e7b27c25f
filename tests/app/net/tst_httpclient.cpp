// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/net/httperror.h"
#include "tests/app/net/httpfixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

QUrl withQuery(QUrl url, const QString &query)
{
    url.setQuery(query);
    return url;
}

} // namespace

class tst_HttpClient : public QObject, HttpFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sendsAndAnswers();
    void statusIsAnAnswer();
    void sendsNoTokenWhereNotListed();
    void refusesOtherSchemes_data();
    void refusesOtherSchemes();
    void dropsUserInfo();
    void failsWithoutSignIn();
    void renewsTheTokenOnce();
    void givesUpAfterSecondRejection();
    void tellsWhenTheSessionEnded();
    void followsNoRedirect();
    void reportsBrokenAnswers_data();
    void reportsBrokenAnswers();
    void refusesHugeAnswers();
    void timesOut_data();
    void timesOut();
    void tellsRefusedConnections();
    void neverSendsAChangeTwice();
    void asksAgainOverAFreshConnection();
    void cancelAbortsTheRequest();
    void endsWithTheClient();
    void tracesWithoutSecrets();
};

void tst_HttpClient::init()
{
    m_tokens = FakeTokens();
}

void tst_HttpClient::sendsAndAnswers()
{
    FakeHttpServer server;
    server.answer(u"/x"_s, 201, {{"X-Answer", "Yes"}, {"Content-Type", "application/json"}}, "{}");
    HttpRequest request = get(server.url(u"/x"_s));
    request.verb = "POST";
    request.body = "{\"a\":1}";
    request.contentType = "application/json";
    request.headers = {{"X-Extra", "one"}};

    const auto http = client(environmentFor(server));
    const auto answer = await(http->send(request));
    QVERIFY(answer);
    QCOMPARE(answer->status, 201);
    QCOMPARE(answer->body, "{}");
    QCOMPARE(answer->headers.value("x-answer"), "Yes");

    const FakeRequest seen = server.requests().constFirst();
    QCOMPARE(seen.method, "POST");
    QCOMPARE(seen.body, "{\"a\":1}");
    QCOMPARE(seen.header("content-type"), "application/json");
    QCOMPARE(seen.header("accept"), "application/json");
    QCOMPARE(seen.header("authorization"), "Bearer token-1");
    QCOMPARE(seen.header("x-extra"), "one");
    QVERIFY(seen.header("user-agent").startsWith("Podium/"));
    QVERIFY(seen.header("cookie").isEmpty());
}

void tst_HttpClient::statusIsAnAnswer()
{
    FakeHttpServer server;
    const auto http = client(environmentFor(server));
    for (const int status : {204, 400, 403, 404, 409, 418, 429, 500, 502, 503}) {
        server.answer(u"/x"_s, status, {}, status == 204 ? "" : "text");
        const auto answer = await(http->send(get(server.url(u"/x"_s))));
        QVERIFY2(answer, qPrintable(QString::number(status)));
        QCOMPARE(answer->status, status);
        QCOMPARE(answer->body, status == 204 ? QByteArray() : QByteArray("text"));
    }
    HttpResponse html{403, {{"content-type", "text/html"}}, "<html><script>alert(1)</script>"};
    const Error error = errorFromStatus(get(server.url(u"/x"_s)), html);
    QCOMPARE(error.kind, Error::Kind::Forbidden);
    QCOMPARE(error.httpStatus, 403);
    QVERIFY(!error.details.contains("script"_L1));
}

void tst_HttpClient::sendsNoTokenWhereNotListed()
{
    FakeHttpServer listed;
    FakeHttpServer other;
    const auto http = client(environmentFor(listed));
    const auto answer = await(http->send(get(withQuery(other.url(u"/x"_s), u"secret=1"_s))));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Forbidden);
    QCOMPARE(answer.error().what, u"The list could not be read."_s);
    QVERIFY(answer.error().why.contains(originOf(other.url())));
    QVERIFY(answer.error().remedy.contains("environment"_L1));
    QVERIFY(!answer.error().text().contains("secret"_L1));
    QCOMPARE(other.requests().size(), 0);

    HttpRequest open = get(other.url(u"/x"_s));
    open.withToken = false;
    QVERIFY(await(http->send(open)));
    QVERIFY(other.requests().constFirst().header("authorization").isEmpty());
}

void tst_HttpClient::refusesOtherSchemes_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("file") << u"file:///etc/hostname"_s;
    QTest::newRow("resource") << u"qrc:/x"_s;
    QTest::newRow("data") << u"data:text/plain,x"_s;
    QTest::newRow("ftp") << u"ftp://127.0.0.1/x"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("no host") << u"http:///x"_s;
    QTest::newRow("not a url") << u"http://[::/"_s;
}

void tst_HttpClient::refusesOtherSchemes()
{
    QFETCH(QString, url);
    const auto http = client(Environment());
    HttpRequest request = get(QUrl(url));
    request.withToken = false;
    const auto answer = await(http->send(request));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Protocol);
    QVERIFY(!answer.error().remedy.isEmpty());
}

void tst_HttpClient::dropsUserInfo()
{
    FakeHttpServer server;
    QUrl url = server.url(u"/x"_s);
    url.setUserInfo(u"someone:password"_s);
    HttpRequest request = get(url);
    request.withToken = false;
    const auto http = client(environmentFor(server));
    QVERIFY(await(http->send(request)));
    QVERIFY(server.requests().constLast().header("authorization").isEmpty());
}

void tst_HttpClient::failsWithoutSignIn()
{
    FakeHttpServer server;
    HttpClient http(environmentFor(server), nullptr, m_tracer);
    const auto answer = await(http.send(get(server.url(u"/x"_s))));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Unauthorized);
    QCOMPARE(server.requests().size(), 0);
}

void tst_HttpClient::renewsTheTokenOnce()
{
    FakeHttpServer server;
    server.handle(u"/x"_s, [](const FakeRequest &request) {
        return request.header("authorization") == "Bearer token-2" ? FakeAnswer::json("{}")
                                                                   : FakeAnswer::json("{}", 401);
    });
    const auto http = client(environmentFor(server));
    HttpRequest request = get(server.url(u"/x"_s));
    request.verb = "POST";
    request.body = "body";
    for (const bool once : {false, true}) {
        m_tokens = FakeTokens();
        server.clearRequests();
        request.once = once;
        const auto answer = await(http->send(request));
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(m_tokens.rejectedTokens, QStringList{u"token-1"_s});
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests().constLast().body, "body");
    }
}

void tst_HttpClient::givesUpAfterSecondRejection()
{
    FakeHttpServer server;
    server.answer(u"/x"_s, FakeAnswer::json("{}", 401));
    const auto http = client(environmentFor(server));
    const auto answer = await(http->send(get(server.url(u"/x"_s))));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Unauthorized);
    QCOMPARE(answer.error().httpStatus, 401);
    QCOMPARE(server.requests().size(), 2);

    HttpRequest open = get(server.url(u"/x"_s));
    open.withToken = false;
    QCOMPARE(await(http->send(open))->status, 401);
}

void tst_HttpClient::tellsWhenTheSessionEnded()
{
    FakeHttpServer server;
    server.handle(u"/x"_s, [this](const FakeRequest &) {
        Error ended;
        ended.kind = Error::Kind::Unauthorized;
        ended.why = u"The session ended."_s;
        m_tokens.error = ended;
        return FakeAnswer::json("{}", 401);
    });
    const auto http = client(environmentFor(server));
    const auto answer = await(http->send(get(server.url(u"/x"_s))));
    QVERIFY(!answer);
    QCOMPARE(answer.error().why, u"The session ended."_s);
    QCOMPARE(server.requests().size(), 1);
}

void tst_HttpClient::followsNoRedirect()
{
    FakeHttpServer other;
    FakeHttpServer server;
    const auto http = client(environmentFor(server));
    for (const int status : {301, 302, 303, 307, 308}) {
        server.answer(u"/x"_s, FakeAnswer::redirect(withQuery(other.url(u"/login"_s), u"session=abc"_s), status));
        const auto answer = await(http->send(get(server.url(u"/x"_s))));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Protocol);
        QVERIFY(answer.error().why.contains(originOf(other.url())));
        QVERIFY(!answer.error().text().contains("session"_L1));
        QVERIFY(!answer.error().details.contains("session"_L1));
    }
    QCOMPARE(other.requests().size(), 0);
}

void tst_HttpClient::reportsBrokenAnswers_data()
{
    QTest::addColumn<FakeAnswer>("broken");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("truncated") << FakeAnswer::broken(FakeAnswer::Fault::Truncate) << Error::Kind::Network;
    QTest::newRow("dropped") << FakeAnswer::broken(FakeAnswer::Fault::Drop) << Error::Kind::Network;
    QTest::newRow("garbage") << FakeAnswer::broken(FakeAnswer::Fault::Garbage) << Error::Kind::Network;
}

void tst_HttpClient::reportsBrokenAnswers()
{
    QFETCH(FakeAnswer, broken);
    QFETCH(Error::Kind, kind);
    FakeHttpServer server;
    server.answer(u"/x"_s, broken);
    const auto http = client(environmentFor(server));
    const auto answer = await(http->send(get(server.url(u"/x"_s))));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, kind);
    QVERIFY(!answer.error().why.isEmpty());
    QVERIFY(!answer.error().remedy.isEmpty());
}

void tst_HttpClient::refusesHugeAnswers()
{
    FakeHttpServer server;
    server.answer(u"/endless"_s, FakeAnswer::endless(64 << 20));
    server.answer(u"/announced"_s, FakeAnswer::json(QByteArray(4 << 20, 'x')));
    const auto http = client(environmentFor(server));
    for (const QString &path : {u"/endless"_s, u"/announced"_s}) {
        HttpRequest request = get(server.url(path));
        request.maxBytes = 1 << 20;
        const auto answer = await(http->send(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Protocol);
        QVERIFY(answer.error().why.contains("larger"_L1));
    }
}

void tst_HttpClient::timesOut_data()
{
    QTest::addColumn<FakeAnswer>("slow");
    QTest::newRow("no answer") << FakeAnswer::broken(FakeAnswer::Fault::Hang);
    QTest::newRow("byte by byte") << FakeAnswer::broken(FakeAnswer::Fault::Drip, QByteArray(10'000, 'x'));
}

void tst_HttpClient::timesOut()
{
    QFETCH(FakeAnswer, slow);
    FakeHttpServer server;
    server.answer(u"/x"_s, slow);
    HttpRequest request = get(server.url(u"/x"_s));
    request.timeoutMs = 200;
    const auto http = client(environmentFor(server));
    const auto answer = await(http->send(request));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Timeout);
    QVERIFY(answer.error().isTransient());
    QTRY_COMPARE(server.openConnections(), 0);
}

void tst_HttpClient::tellsRefusedConnections()
{
    FakeHttpServer server;
    server.stop();
    const auto http = client(environmentFor(server));
    const auto answer = await(http->send(get(server.url(u"/x"_s))));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Network);
    QVERIFY(answer.error().why.contains(u"127.0.0.1:%1"_s.arg(server.port())));
}

void tst_HttpClient::neverSendsAChangeTwice()
{
    FakeHttpServer server;
    server.answer(u"/x"_s, FakeAnswer::broken(FakeAnswer::Fault::Drop));
    HttpRequest request = get(server.url(u"/x"_s));
    request.verb = "POST";
    request.body = "{}";
    request.contentType = "application/json";
    request.once = true;
    const auto http = client(environmentFor(server));
    const auto answer = await(http->send(request));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Network);
    QCOMPARE(server.requests().size(), 1);
}

void tst_HttpClient::asksAgainOverAFreshConnection()
{
    // A kept-alive connection that the server closed meanwhile must not make a question fail.
    FakeHttpServer server;
    server.answer(u"/x"_s, FakeAnswer::json("{}"));
    const auto http = client(environmentFor(server));
    QVERIFY(await(http->send(get(server.url(u"/x"_s)))));
    server.stop();
    QVERIFY(server.start());
    QVERIFY(await(http->send(get(server.url(u"/x"_s)))));
}

void tst_HttpClient::cancelAbortsTheRequest()
{
    FakeHttpServer server;
    server.answer(u"/x"_s, FakeAnswer::broken(FakeAnswer::Fault::Hang));
    const auto http = client(environmentFor(server));
    QSignalSpy arrived(&server, &FakeHttpServer::requestReceived);
    auto future = http->send(get(server.url(u"/x"_s)));
    QVERIFY(arrived.wait());
    QCOMPARE(server.openConnections(), 1);
    future.cancel();
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(await(future).error().isCancelled());
}

void tst_HttpClient::endsWithTheClient()
{
    FakeHttpServer server;
    server.answer(u"/x"_s, FakeAnswer::broken(FakeAnswer::Fault::Hang));
    auto http = client(environmentFor(server));
    QSignalSpy arrived(&server, &FakeHttpServer::requestReceived);
    const auto future = http->send(get(server.url(u"/x"_s)));
    QVERIFY(arrived.wait());
    http.reset();
    QVERIFY(future.isFinished());
    QVERIFY(await(future).error().isCancelled());
    QTRY_COMPARE(server.openConnections(), 0);
}

void tst_HttpClient::tracesWithoutSecrets()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"trace.json"_s);
    FakeHttpServer server;
    server.answer(u"/x"_s, FakeAnswer::json("{\"private\":1}"));
    {
        Tracer tracer(path);
        HttpClient http(environmentFor(server), &m_tokens, tracer);
        HttpRequest request = get(withQuery(server.url(u"/x"_s), u"businessKey=hush"_s));
        request.label = u"ProcessInstances"_s;
        QVERIFY(await(http.send(request)));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("ProcessInstances"));
    QVERIFY(text.contains("\"status\":200"));
    QVERIFY(text.contains("\"bytes\":13"));
    for (const char *secret : {"token-1", "hush", "private", "businessKey"})
        QVERIFY2(!text.contains(secret), secret);
}

QTEST_GUILESS_MAIN(tst_HttpClient)
#include "tst_httpclient.moc"
