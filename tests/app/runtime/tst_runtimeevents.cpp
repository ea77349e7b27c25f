// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/runtimeevents.h"
#include "tests/app/runtime/runtimefixture.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_RuntimeEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture.reset(); }
    void sendsHeadersInBinaryMode();
    void sendsOneDocumentInStructuredMode();
    void sendsToABrokerWithAToken();
    void neverSendsTwice();
    void sendsNothingToUnlistedServers();
    void tellsWhatTheServerSays_data();
    void tellsWhatTheServerSays();

private:
    EventRequest delivered(EventMode mode = EventMode::Binary) const
    {
        EventRequest request;
        request.event.id = u"1"_s;
        request.event.source = u"podium"_s;
        request.event.type = u"parcel.delivered"_s;
        request.event.extensions = {{kInstanceExtension, u"i-1"_s}};
        request.event.data = std::make_shared<const Json>(Json::parse(R"({"by":"ä"})"));
        request.mode = mode;
        request.target = m_fixture.server->url(u"/"_s);
        return request;
    }

    RuntimeFixture<RuntimeEvents> m_fixture;
};

void tst_RuntimeEvents::sendsHeadersInBinaryMode()
{
    m_fixture.server->answer(u"/"_s, FakeAnswer::json("", 202));
    const auto answer = await(m_fixture.client->send(delivered()));
    QVERIFY(answer);
    QCOMPARE(answer->status, 202);
    const FakeRequest seen = m_fixture.server->requests().constFirst();
    QCOMPARE(seen.method, "POST");
    QCOMPARE(seen.header("ce-type"), "parcel.delivered");
    QCOMPARE(seen.header("ce-specversion"), "1.0");
    QCOMPARE(seen.header("ce-kogitoprocrefid"), "i-1");
    QCOMPARE(seen.header("content-type"), "application/json");
    QCOMPARE(seen.header("authorization"), "Bearer token-1");
    QCOMPARE(seen.body, QByteArray(R"({"by":"ä"})"));
}

void tst_RuntimeEvents::sendsOneDocumentInStructuredMode()
{
    m_fixture.server->answer(u"/"_s, FakeAnswer::json("", 202));
    QVERIFY(await(m_fixture.client->send(delivered(EventMode::Structured))));
    const FakeRequest seen = m_fixture.server->requests().constFirst();
    QCOMPARE(seen.header("content-type"), "application/cloudevents+json");
    QVERIFY(seen.header("ce-type").isEmpty());
    const Json body = parseJson(seen.body).value();
    QCOMPARE(stringAt(body, "kogitoprocrefid"), u"i-1"_s);
    QCOMPARE(stringAt(body["data"], "by"), u"ä"_s);
}

void tst_RuntimeEvents::sendsToABrokerWithAToken()
{
    FakeHttpServer broker;
    broker.answer(u"/ns/default"_s, FakeAnswer::json("", 202));
    Environment environment;
    environment.eventSinkUrls = {broker.url(u"/ns/default"_s)};
    HttpClient http(environment, &m_fixture.tokens, m_fixture.tracer);
    RuntimeEvents events(http);
    EventRequest request = delivered();
    request.target = broker.url(u"/ns/default"_s);
    QVERIFY(await(events.send(request)));
    QCOMPARE(broker.requests().constFirst().header("authorization"), "Bearer token-1");
}

void tst_RuntimeEvents::neverSendsTwice()
{
    m_fixture.server->answer(u"/"_s, FakeAnswer::broken(FakeAnswer::Fault::Drop));
    QVERIFY(!await(m_fixture.client->send(delivered())));
    QCOMPARE(m_fixture.server->requests().size(), 1);
}

void tst_RuntimeEvents::sendsNothingToUnlistedServers()
{
    FakeHttpServer stranger;
    EventRequest request = delivered();
    request.target = stranger.url(u"/"_s);
    const auto answer = await(m_fixture.client->send(request));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Forbidden);
    QCOMPARE(stranger.requests().size(), 0);
}

void tst_RuntimeEvents::tellsWhatTheServerSays_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::newRow("no channel") << 404 << QByteArray() << u"takes no events at /"_s;
    QTest::newRow("another method") << 405 << QByteArray() << u"takes no events at /"_s;
    QTest::newRow("refused") << 400 << QByteArray(R"({"message":"type is missing"})") << u"type is missing"_s;
    QTest::newRow("other mode") << 415 << QByteArray() << u"other mode"_s;
}

void tst_RuntimeEvents::tellsWhatTheServerSays()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, text);
    m_fixture.server->answer(u"/"_s, FakeAnswer::json(body, status));
    const auto answer = await(m_fixture.client->send(delivered()));
    QVERIFY(!answer);
    QVERIFY2(answer.error().text().contains(text), qPrintable(answer.error().text()));
    QCOMPARE(answer.error().httpStatus, status);
}

QTEST_GUILESS_MAIN(tst_RuntimeEvents)
#include "tst_runtimeevents.moc"
