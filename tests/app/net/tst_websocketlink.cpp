// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/net/websocketlink.h"
#include "tests/app/net/httpfixture.h"
#include "tests/fakes/fakeproxy.h"
#include "tests/fakes/fakesubscriptions.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// One WebSocket: who gets the token, and every way in which it does not open or ends.
class tst_WebSocketLink : public QObject, private HttpFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void opensWithTheToken();
    void refusesOriginsThatAreNotListed();
    void needsASignIn();
    void renewsARejectedToken();
    void tellsWhyItDoesNotOpen_data();
    void tellsWhyItDoesNotOpen();
    void stopsAtBadCertificates();
    void givesUpOnHangingUpgrades();
    void noticesADeadConnection();
    void endsAtTooLongMessages();
    void tellsTheEndOnce();
    void mayBeDestroyedAtAnyTime();

private:
    struct Ending
    {
        bool opened = false;
        std::optional<Error> error;
    };
    WebSocketRequest request() const;
    Ending endOf(WebSocketLink &link);

    std::unique_ptr<FakeSubscriptions> m_server;
    std::unique_ptr<HttpClient> m_http;
    Environment m_environment;
};

void tst_WebSocketLink::init()
{
    m_tokens = FakeTokens();
    m_server = std::make_unique<FakeSubscriptions>();
    m_environment = Environment();
    m_environment.dataIndexUrl = m_server->url();
    m_http = client(m_environment);
}

WebSocketRequest tst_WebSocketLink::request() const
{
    WebSocketRequest request;
    request.url = m_server->url();
    request.subprotocols = {u"graphql-ws"_s};
    request.what = u"The list is not told by itself."_s;
    return request;
}

tst_WebSocketLink::Ending tst_WebSocketLink::endOf(WebSocketLink &link)
{
    Ending ending;
    connect(&link, &WebSocketLink::opened, this, [&ending] { ending.opened = true; });
    connect(&link, &WebSocketLink::closed, this, [&ending](const Error &error) { ending.error = error; });
    link.open();
    (void)QTest::qWaitFor([&ending] { return ending.opened || ending.error; }, 5000);
    link.disconnect(this);
    return ending;
}

void tst_WebSocketLink::opensWithTheToken()
{
    WebSocketLink link(*m_http, request());
    QVERIFY(endOf(link).opened);
    QVERIFY(link.isOpen());
    QCOMPARE(link.subprotocol(), u"graphql-ws"_s);
    QCOMPARE(m_server->tokens, QStringList{u"token-1"_s});
    QSignalSpy received(&link, &WebSocketLink::received);
    link.send(u"{\"type\":\"connection_init\"}"_s);
    QTRY_COMPARE(received.count(), 2);
    QVERIFY(received.constFirst().constFirst().toString().contains(u"connection_ack"_s));
}

void tst_WebSocketLink::refusesOriginsThatAreNotListed()
{
    const FakeSubscriptions other;
    WebSocketRequest elsewhere = request();
    elsewhere.url = other.url();
    WebSocketLink link(*m_http, elsewhere);
    const Ending ending = endOf(link);
    QVERIFY(!ending.opened && ending.error);
    QCOMPARE(ending.error->kind, Error::Kind::Forbidden);
    QCOMPARE(other.upgrades, 0);
}

void tst_WebSocketLink::needsASignIn()
{
    Error error;
    error.kind = Error::Kind::Unauthorized;
    m_tokens.error = error;
    WebSocketLink link(*m_http, request());
    const Ending ending = endOf(link);
    QVERIFY(ending.error);
    QCOMPARE(ending.error->kind, Error::Kind::Unauthorized);
    QCOMPARE(m_server->upgrades, 0);
}

void tst_WebSocketLink::renewsARejectedToken()
{
    m_server->token = u"token-2"_s; // the next one that FakeTokens gives
    WebSocketLink link(*m_http, request());
    QVERIFY(endOf(link).opened);
    QCOMPARE(m_tokens.rejectedTokens, QStringList{u"token-1"_s});

    m_server->token = u"none at all"_s;
    WebSocketLink again(*m_http, request());
    const Ending ending = endOf(again);
    QVERIFY(ending.error);
    QCOMPARE(ending.error->kind, Error::Kind::Unauthorized);
    QCOMPARE(ending.error->httpStatus, 401);
    QCOMPARE(m_server->upgrades, 4); // each asked twice, no more
}

void tst_WebSocketLink::tellsWhyItDoesNotOpen_data()
{
    using Upgrade = FakeSubscriptions::Upgrade;
    QTest::addColumn<Upgrade>("upgrade");
    QTest::addColumn<int>("status");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("500") << Upgrade::Status << 500 << Error::Kind::Server;
    QTest::newRow("403") << Upgrade::Status << 403 << Error::Kind::Forbidden;
    QTest::newRow("404") << Upgrade::Status << 404 << Error::Kind::NotFound;
    QTest::newRow("closed at once") << Upgrade::Drop << 0 << Error::Kind::Network;
    QTest::newRow("garbage") << Upgrade::Garbage << 0 << Error::Kind::Protocol;
}

void tst_WebSocketLink::tellsWhyItDoesNotOpen()
{
    QFETCH(FakeSubscriptions::Upgrade, upgrade);
    QFETCH(int, status);
    QFETCH(Error::Kind, kind);
    m_server->upgrade = upgrade;
    m_server->status = status;
    WebSocketLink link(*m_http, request());
    const Ending ending = endOf(link);
    QVERIFY(ending.error);
    QCOMPARE(ending.error->kind, kind);
    QCOMPARE(ending.error->httpStatus, status);
    QCOMPARE(ending.error->what, u"The list is not told by itself."_s);
    QVERIFY(!ending.error->details.contains(u"token-1"_s));
    QCOMPARE(m_server->upgrades, 1);
}

void tst_WebSocketLink::stopsAtBadCertificates()
{
    const FakeHttpServer server(FakeCertificate::valid()); // of an authority that nobody knows
    m_environment.runtimeUrls = {server.url()};
    m_http = client(m_environment);
    WebSocketRequest secure = request();
    secure.url = server.url(u"/graphql"_s);
    WebSocketLink link(*m_http, secure);
    const Ending ending = endOf(link);
    QVERIFY(ending.error);
    QCOMPARE(ending.error->kind, Error::Kind::Tls);
    QCOMPARE(server.requests().size(), 0); // and no token
}

void tst_WebSocketLink::givesUpOnHangingUpgrades()
{
    m_server->upgrade = FakeSubscriptions::Upgrade::Hang;
    WebSocketRequest patient = request();
    QCOMPARE(patient.openMs, 2000);
    patient.openMs = 30;
    WebSocketLink link(*m_http, patient);
    const Ending ending = endOf(link);
    QVERIFY(ending.error);
    QCOMPARE(ending.error->kind, Error::Kind::Timeout);
}

void tst_WebSocketLink::noticesADeadConnection()
{
    FakeProxy proxy(m_server->url());
    m_environment.runtimeUrls = {proxy.url(m_server->url())};
    m_http = client(m_environment);
    WebSocketRequest quick = request();
    quick.url = proxy.url(m_server->url());
    quick.pingMs = 20;
    quick.pongMs = 40;
    WebSocketLink link(*m_http, quick);
    QVERIFY(endOf(link).opened);
    QSignalSpy closed(&link, &WebSocketLink::closed);
    QTest::qWait(200); // it answers pings
    QCOMPARE(closed.count(), 0);
    proxy.setFault(FakeProxy::Fault::Freeze);
    QTRY_COMPARE(closed.count(), 1);
    QCOMPARE(closed.constFirst().constFirst().value<Error>().kind, Error::Kind::Timeout);
}

void tst_WebSocketLink::endsAtTooLongMessages()
{
    WebSocketRequest small = request();
    small.maxMessageBytes = 1000;
    WebSocketLink link(*m_http, small);
    QVERIFY(endOf(link).opened);
    QSignalSpy closed(&link, &WebSocketLink::closed);
    QSignalSpy received(&link, &WebSocketLink::received);
    m_server->sendAll(QString(2000, u'x'));
    QTRY_COMPARE(closed.count(), 1);
    QCOMPARE(received.count(), 0);
}

void tst_WebSocketLink::tellsTheEndOnce()
{
    WebSocketLink link(*m_http, request());
    QVERIFY(endOf(link).opened);
    QSignalSpy closed(&link, &WebSocketLink::closed);
    m_server->stop();
    QTRY_COMPARE(closed.count(), 1);
    QCOMPARE(closed.constFirst().constFirst().value<Error>().kind, Error::Kind::Network);
    link.send(u"nobody hears it"_s);
    QTest::qWait(20);
    QCOMPARE(closed.count(), 1);
    QVERIFY(!link.isOpen());

    WebSocketLink refused(*m_http, request());
    const Ending ending = endOf(refused);
    QVERIFY(ending.error && ending.error->why.contains(u"refused"_s));
}

void tst_WebSocketLink::mayBeDestroyedAtAnyTime()
{
    auto early = std::make_unique<WebSocketLink>(*m_http, request());
    early->open();
    early.reset();
    auto open = std::make_unique<WebSocketLink>(*m_http, request());
    QVERIFY(endOf(*open).opened);
    open.reset();
    QTRY_COMPARE(m_server->connections(), 0);
    auto telling = std::make_unique<WebSocketLink>(*m_http, request());
    connect(telling.get(), &WebSocketLink::closed, this, [&telling] { telling.release()->deleteLater(); });
    QVERIFY(endOf(*telling).opened || true);
}

QTEST_GUILESS_MAIN(tst_WebSocketLink)
#include "tst_websocketlink.moc"
