// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/failurekey.h"
#include "models/domain/workflowinstance.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_FailureKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutWhatDiffers_data();
    void leavesOutWhatDiffers();
    void keepsWhatTellsFailuresApart_data();
    void keepsWhatTellsFailuresApart();
    void leavesOutTheStack();
    void boundsHostileMessages();
    void findsWhatToSearchFor_data();
    void findsWhatToSearchFor();
    void isOfAnInstance();
};

void tst_FailureKey::leavesOutWhatDiffers_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("pattern");
    const auto row = [](const char *name, const QString &message, const QString &pattern) {
        QTest::newRow(name) << message << pattern;
    };
    row("refused", u"Connection refused: localhost/127.0.0.1:9999"_s, u"Connection refused: <host>"_s);
    row("refused by name", u"jakarta.ws.rs.ProcessingException: Connection refused: bills.flows.svc:8080"_s,
        u"jakarta.ws.rs.ProcessingException: Connection refused: <host>"_s);
    row("unknown host", u"java.net.UnknownHostException: api.example.com"_s,
        u"java.net.UnknownHostException: <host>"_s);
    row("IPv6", u"Failed to connect to [::1]:8080"_s, u"Failed to connect to <host>"_s);
    row("URL", u"GET https://user:pw@api.example.com:8443/orders/4711?x=1 failed"_s,
        u"GET https://<host>/orders/<n>?x=<n> failed"_s);
    row("status", u"HTTP 503 Service Unavailable from POST /invoices"_s,
        u"HTTP 503 Service Unavailable from POST /invoices"_s);
    row("UUID", u"[0c6e4f6e-8f39-4f3a-9a86-f0c4c1a54a3e:bills - Pay:12] -- HTTP 404 Not Found"_s,
        u"[<id>:bills - Pay:<n>] -- HTTP 404 Not Found"_s);
    row("hash of an object", u"Unexpected token com.example.Token@1f2e3d4c"_s,
        u"Unexpected token com.example.Token@<id>"_s);
    row("digest", u"No layer 9f86d081884c7d659a2feaa0c55ad015"_s, u"No layer <id>"_s);
    row("time", u"Deadline 2026-03-02T14:30:00.123Z passed at 2026-03-02 14:31:07"_s,
        u"Deadline <time> passed at <time>"_s);
    row("zoned time", u"since 2026-03-02T14:30+01:00[Europe/Berlin]"_s, u"since <time>"_s);
    row("quoted", u"No customer \"Ada L.\" in 'north', but “Bo”"_s, u"No customer <value> in <value>, but <value>"_s);
    row("apostrophes", u"It can't be paid and won't be"_s, u"It can't be paid and won't be"_s);
    row("numbers", u"Order 4711: 12.50 of -3,000 after 30s, 80%"_s, u"Order <n>: <n> of <n> after <n>s, <n>%"_s);
    row("numbered key", u"No order ORD-1234 for INV2026001"_s, u"No order ORD-<n> for <id>"_s);
    row("division", u"java.lang.ArithmeticException: / by zero"_s, u"java.lang.ArithmeticException: / by zero"_s);
    // As SonataFlow 10.1.0 writes them.
    row("expression",
        u"net.thisptr.jackson.jq.exception.JsonQueryException - number (1) and number (0) cannot be divided because "
        "the divisor is zero"_s,
        u"net.thisptr.jackson.jq.exception.JsonQueryException - number (<n>) and number (<n>) cannot be divided "
        u"because "
        "the divisor is zero"_s);
    row("service",
        u"org.kie.kogito.internal.process.workitem.WorkItemExecutionException - Request for endpoint "
        "/sandbox-services/inventory/CHAIR-42 failed with message: Service Unavailable"_s,
        u"org.kie.kogito.internal.process.workitem.WorkItemExecutionException - Request for endpoint "
        "/sandbox-services/inventory/CHAIR-<n> failed with message: Service Unavailable"_s);
    row("white space", u"  The service\n\tsays:  no \r\n"_s, u"The service says: no"_s);
    row("empty", QString(), QString());
}

void tst_FailureKey::leavesOutWhatDiffers()
{
    QFETCH(QString, message);
    QFETCH(QString, pattern);
    QCOMPARE(normalisedMessage(message), pattern);
}

void tst_FailureKey::keepsWhatTellsFailuresApart_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("status") << u"HTTP 404 from POST /a"_s << u"HTTP 503 from POST /a"_s;
    QTest::newRow("status code") << u"status code: 401"_s << u"status code: 403"_s;
    QTest::newRow("error code") << u"FAILED: errorCode:404"_s << u"FAILED: errorCode:500"_s;
    QTest::newRow("names with digits") << u"Bucket S3 is missing"_s << u"Bucket S4 is missing"_s;
    QTest::newRow("classes") << u"java.net.ConnectException: null"_s << u"java.net.BindException: null"_s;
    QTest::newRow("words") << u"Not found"_s << u"Not allowed"_s;
}

void tst_FailureKey::keepsWhatTellsFailuresApart()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(normalisedMessage(one) != normalisedMessage(other));
}

void tst_FailureKey::leavesOutTheStack()
{
    const QString message = u"java.lang.IllegalStateException: no stock for 12\n"
                            "\tat com.example.Stock.take(Stock.java:42)\n"
                            "\tat com.example.Orders$1.run(Orders.java:7)\n"
                            "\t... 31 more\n"_s;
    QCOMPARE(normalisedMessage(message), u"java.lang.IllegalStateException: no stock for <n>"_s);
    QCOMPARE(searchablePart(message), u"java.lang.IllegalStateException: no stock for"_s);
}

void tst_FailureKey::boundsHostileMessages()
{
    for (const QString &part : {u"a.a"_s, u"9"_s, u"\""_s, u"1.1.1."_s, u"a-"_s, u"ab12"_s, u"😀"_s, u"[:"_s}) {
        const QString message = part.repeated(200'000);
        QVERIFY(normalisedMessage(message).size() <= 300);
        QVERIFY(searchablePart(message).size() <= 120);
    }
}

void tst_FailureKey::findsWhatToSearchFor_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("part");
    QTest::newRow("before the host") << u"Connection refused: localhost/127.0.0.1:9999"_s << u"Connection refused:"_s;
    QTest::newRow("keeps the status") << u"[4711] -- HTTP 404 Not Found"_s << u"] -- HTTP 404 Not Found"_s;
    QTest::newRow("around a value") << u"No \"x\" in the list of customers"_s << u"in the list of customers"_s;
    QTest::newRow("within a line") << u"Failed\nThe service did not answer"_s << u"The service did not answer"_s;
    QTest::newRow("no wildcard") << u"The pattern *.txt is wrong"_s << u".txt is wrong"_s;
    QTest::newRow("nothing in common") << u"4711 4712"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void tst_FailureKey::findsWhatToSearchFor()
{
    QFETCH(QString, message);
    QFETCH(QString, part);
    QCOMPARE(searchablePart(message), part);
    QVERIFY(message.contains(searchablePart(message)));
}

void tst_FailureKey::isOfAnInstance()
{
    WorkflowInstance one;
    one.workflowId = u"bills"_s;
    QCOMPARE(failureKeyOf(one), (FailureKey{u"bills"_s, {}, {}}));
    one.error = InstanceError{u"_3"_s, u"n1"_s, u"No order 12"_s};
    WorkflowInstance other = one;
    other.error = InstanceError{u"_3"_s, u"n2"_s, u"No order 13"_s};
    QCOMPARE(failureKeyOf(one), (FailureKey{u"bills"_s, u"_3"_s, u"No order <n>"_s}));
    QCOMPARE(failureKeyOf(one), failureKeyOf(other));
    QCOMPARE(qHash(failureKeyOf(one)), qHash(failureKeyOf(other)));
    other.error->nodeDefinitionId = u"_4"_s;
    QVERIFY(failureKeyOf(one) != failureKeyOf(other));
}

QTEST_APPLESS_MAIN(tst_FailureKey)
#include "tst_failurekey.moc"
