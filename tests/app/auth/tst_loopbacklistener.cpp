// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/callbackrequest.h"
#include "app/auth/loopbacklistener.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Status = CallbackRequest::Status;
using namespace std::chrono_literals;

namespace {

constexpr char kState[] = "the-state";

QByteArray request(const QByteArray &target, quint16 port, const QByteArray &method = "GET")
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\n\r\n";
}

/// A program at the other end, browser or not.
class Peer
{
public:
    explicit Peer(quint16 port)
    {
        m_socket.connectToHost(QHostAddress::LocalHost, port);
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { m_answer += m_socket.readAll(); });
    }
    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    const QByteArray &answer() const { return m_answer; }
    QByteArray ask(const QByteArray &bytes)
    {
        send(bytes);
        (void)QTest::qWaitFor([this] { return isClosed(); });
        return m_answer;
    }

private:
    QTcpSocket m_socket;
    QByteArray m_answer;
};

} // namespace

class TestLoopbackListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesARequest();
    void waitsForTheWholeRequest();
    void refusesWhatIsNoRequest_data();
    void refusesWhatIsNoRequest();
    void listensOnLoopbackWithAFreePort();
    void tellsWhenThePortIsTaken();
    void takesTheAnswerAndHidesTheCode();
    void takesAnAnswerThatComesInPieces();
    void handsOnErrors();
    void refusesAnotherStateAndGoesOnWaiting();
    void calmsASecondAnswer();
    void refusesOtherHostsMethodsAndPaths();
    void survivesGarbageAndTheSilent();
    void pageWaitsForTheOutcome();
    void stopsListeningAfterAWhile();
    void pageEscapesWhatServersSay();

private:
    void listen();
    QByteArray goodTarget() const
    {
        return QByteArray("/callback?code=c%2B1&iss=https%3A%2F%2Fsso.example&state=") + kState;
    }

    std::unique_ptr<LoopbackListener> m_listener;
    std::unique_ptr<QSignalSpy> m_answers;
    quint16 m_port = 0;
};

void TestLoopbackListener::listen()
{
    m_listener = std::make_unique<LoopbackListener>();
    m_answers = std::make_unique<QSignalSpy>(m_listener.get(), &LoopbackListener::answered);
    const auto redirect = m_listener->listen(0, kState);
    QVERIFY(redirect);
    QCOMPARE(redirect->host(), u"127.0.0.1"_s);
    QCOMPARE(redirect->path(), u"/callback"_s);
    m_port = static_cast<quint16>(redirect->port());
    QVERIFY(m_port > 0);
}

void TestLoopbackListener::parsesARequest()
{
    const auto parsed = parseCallbackRequest(
        "GET /callback?code=a%20b+c&state=%C3%A4&flag HTTP/1.1\r\nHOST: 127.0.0.1:5\r\nA: b\r\n\r\n");
    QCOMPARE(parsed.status, Status::Complete);
    QCOMPARE(parsed.method, QByteArray("GET"));
    QCOMPARE(parsed.path, QByteArray("/callback"));
    QCOMPARE(parsed.host, QByteArray("127.0.0.1:5"));
    QCOMPARE(parsed.parameters.value(u"code"_s), u"a b c"_s);
    QCOMPARE(parsed.parameters.value(u"state"_s), u"ä"_s);
    QVERIFY(parsed.parameters.contains(u"flag"_s));
}

void TestLoopbackListener::waitsForTheWholeRequest()
{
    const QByteArray whole = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    for (qsizetype i = 0; i < whole.size(); ++i)
        QCOMPARE(parseCallbackRequest(whole.first(i)).status, Status::Incomplete);
    QCOMPARE(parseCallbackRequest(whole).status, Status::Complete);
}

void TestLoopbackListener::refusesWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const int bad = static_cast<int>(Status::Bad);
    const int large = static_cast<int>(Status::TooLarge);
    QTest::newRow("nothing") << QByteArray("\r\n\r\n") << bad;
    QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << bad;
    QTest::newRow("other version") << QByteArray("GET / HTTP/2.0\r\n\r\n") << bad;
    QTest::newRow("absolute") << QByteArray("GET http://evil/ HTTP/1.1\r\n\r\n") << bad;
    QTest::newRow("zero byte") << QByteArray("GET /\0 HTTP/1.1\r\n\r\n", 20) << bad;
    QTest::newRow("header without colon") << QByteArray("GET / HTTP/1.1\r\nHost\r\n\r\n") << bad;
    QTest::newRow("code twice") << QByteArray("GET /callback?code=a&code=b HTTP/1.1\r\n\r\n") << bad;
    QTest::newRow("many parameters") << "GET /?" + QByteArray("a=b&").repeated(100) + " HTTP/1.1\r\n\r\n" << bad;
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 11) << bad;
    QTest::newRow("endless") << QByteArray(kMaxCallbackBytes + 1, 'A') << large;
    QTest::newRow("long header") << "GET / HTTP/1.1\r\nA: " + QByteArray(kMaxCallbackBytes, 'A') + "\r\n\r\n" << large;
}

void TestLoopbackListener::refusesWhatIsNoRequest()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QCOMPARE(static_cast<int>(parseCallbackRequest(bytes).status), status);
}

void TestLoopbackListener::listensOnLoopbackWithAFreePort()
{
    LoopbackListener one;
    LoopbackListener two;
    const auto first = one.listen(0, kState);
    const auto second = two.listen(0, kState);
    QVERIFY(first && second);
    QVERIFY(first->port() != second->port());
}

void TestLoopbackListener::tellsWhenThePortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    LoopbackListener listener;
    const auto redirect = listener.listen(other.serverPort(), kState);
    QVERIFY(!redirect);
    QVERIFY(redirect.error().why.contains("port"_L1));
    QVERIFY(redirect.error().remedy.contains("device code"_L1));
}

void TestLoopbackListener::takesTheAnswerAndHidesTheCode()
{
    listen();
    Peer browser(m_port);
    const QByteArray answer = browser.ask(request(goodTarget(), m_port));
    QVERIFY2(answer.startsWith("HTTP/1.1 303 "), answer.constData());
    QVERIFY(answer.contains("\r\nLocation: /done\r\n"));
    QVERIFY(!answer.contains("c+1"));
    QCOMPARE(m_answers->count(), 1);
    const auto given = m_answers->first().first().value<CallbackAnswer>();
    QCOMPARE(given.code, u"c+1"_s);
    QCOMPARE(given.issuer, u"https://sso.example"_s);
    QVERIFY(given.error.isEmpty());
}

void TestLoopbackListener::takesAnAnswerThatComesInPieces()
{
    listen();
    Peer browser(m_port);
    const QByteArray whole = request(goodTarget(), m_port);
    for (qsizetype i = 0; i < whole.size(); i += 7) {
        browser.send(whole.mid(i, 7));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(m_answers->count(), 1);
}

void TestLoopbackListener::handsOnErrors()
{
    listen();
    Peer browser(m_port);
    browser.ask(request(QByteArray("/callback?error=access_denied&error_description=no+way&state=") + kState, m_port));
    QCOMPARE(m_answers->count(), 1);
    const auto given = m_answers->first().first().value<CallbackAnswer>();
    QCOMPARE(given.error, u"access_denied"_s);
    QCOMPARE(given.errorDescription, u"no way"_s);
}

void TestLoopbackListener::refusesAnotherStateAndGoesOnWaiting()
{
    listen();
    for (const char *target :
         {"/callback?code=evil&state=other-one", "/callback?code=evil&state=THE-state", "/callback?code=evil",
          "/callback?code=evil&state=", "/callback?error=access_denied", "/callback"}) {
        Peer stranger(m_port);
        const QByteArray answer = stranger.ask(request(target, m_port));
        QVERIFY2(answer.startsWith("HTTP/1.1 400 "), answer.constData());
        QVERIFY(answer.contains("not the answer Podium waits for"));
    }
    QCOMPARE(m_answers->count(), 0);
    Peer browser(m_port);
    browser.ask(request(goodTarget(), m_port));
    QCOMPARE(m_answers->count(), 1);
}

void TestLoopbackListener::calmsASecondAnswer()
{
    listen();
    Peer browser(m_port);
    browser.ask(request(goodTarget(), m_port));
    Peer early(m_port);
    QVERIFY(early.ask(request(goodTarget(), m_port)).contains("This sign-in is over"));
    m_listener->finish(ClosingPage::signedIn(), 1min);
    Peer late(m_port);
    const QByteArray answer = late.ask(request(goodTarget(), m_port));
    QVERIFY(answer.startsWith("HTTP/1.1 200 "));
    QVERIFY(answer.contains("This sign-in is over"));
    QCOMPARE(m_answers->count(), 1);
}

void TestLoopbackListener::refusesOtherHostsMethodsAndPaths()
{
    listen();
    Peer rebound(m_port);
    QVERIFY(rebound.ask("GET " + goodTarget() + " HTTP/1.1\r\nHost: evil.example\r\n\r\n").startsWith("HTTP/1.1 400 "));
    Peer nameless(m_port);
    QVERIFY(nameless.ask("GET " + goodTarget() + " HTTP/1.0\r\n\r\n").startsWith("HTTP/1.1 400 "));
    Peer poster(m_port);
    QVERIFY(poster.ask(request(goodTarget(), m_port, "POST")).startsWith("HTTP/1.1 405 "));
    Peer lost(m_port);
    QVERIFY(lost.ask(request("/favicon.ico", m_port)).startsWith("HTTP/1.1 404 "));
    Peer eager(m_port);
    QVERIFY(eager.ask(request("/done", m_port)).startsWith("HTTP/1.1 404 "));
    QCOMPARE(m_answers->count(), 0);
}

void TestLoopbackListener::survivesGarbageAndTheSilent()
{
    listen();
    std::vector<std::unique_ptr<Peer>> silent;
    for (int i = 0; i < 20; ++i)
        silent.push_back(std::make_unique<Peer>(m_port));
    Peer garbage(m_port);
    QVERIFY(garbage.ask(QByteArray("\0\xff\r\n\r\n", 6)).startsWith("HTTP/1.1 400 "));
    Peer endless(m_port);
    QVERIFY(endless.ask(QByteArray(2 * kMaxCallbackBytes, 'A')).startsWith("HTTP/1.1 431 "));
    {
        Peer gone(m_port);
        gone.send("GET /callback");
    }
    Peer browser(m_port);
    browser.ask(request(goodTarget(), m_port));
    QCOMPARE(m_answers->count(), 1);
}

void TestLoopbackListener::pageWaitsForTheOutcome()
{
    listen();
    Peer callback(m_port);
    callback.ask(request(goodTarget(), m_port));
    Peer page(m_port);
    page.send(request("/done", m_port));
    Peer other(m_port);
    QVERIFY(other.ask(request("/favicon.ico", m_port)).startsWith("HTTP/1.1 404 ")); // asked later, answered before
    QVERIFY(page.answer().isEmpty());
    Error error;
    error.what = u"You could not be signed in."_s;
    error.why = u"The clock is off."_s;
    m_listener->finish(ClosingPage::failed(error), 1min);
    QTRY_VERIFY(page.isClosed());
    QVERIFY(page.answer().startsWith("HTTP/1.1 200 "));
    QVERIFY(page.answer().contains("The clock is off."));
    QVERIFY(page.answer().contains("Content-Security-Policy: default-src 'none'"));
    Peer reload(m_port);
    QVERIFY(reload.ask(request("/done", m_port)).contains("The clock is off."));
}

void TestLoopbackListener::stopsListeningAfterAWhile()
{
    listen();
    m_listener->finish(ClosingPage::givenUp(), 1ms);
    QTRY_VERIFY([this] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        return !socket.waitForConnected(200);
    }());
}

void TestLoopbackListener::pageEscapesWhatServersSay()
{
    Error error;
    error.what = u"<b>%TEXT%</b>"_s;
    error.why = u"<script>alert(1)</script> \"x\" %MARK%"_s;
    const QByteArray html = ClosingPage::failed(error).toHtml();
    QVERIFY(!html.contains("<script"));
    QVERIFY(!html.contains("<b>"));
    QVERIFY(html.contains("&lt;script&gt;"));
    QVERIFY(html.contains("&lt;b&gt;&#37;TEXT&#37;&lt;/b&gt;"));
    QVERIFY(!html.contains("src=") && !html.contains("http:") && !html.contains("https:")); // nothing is loaded
}

QTEST_GUILESS_MAIN(TestLoopbackListener)
#include "tst_loopbacklistener.moc"
