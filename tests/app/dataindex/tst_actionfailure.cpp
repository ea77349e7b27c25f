// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/actionfailure.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_ActionFailure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explains_data();
    void explains();
    void keepsSecretsAndMarkupOut();
    void survivesAnything();
};

// The messages are those of real servers (10.1.0, as a service of its own and within the runtime).
void tst_ActionFailure::explains_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("why"); // a part of it

    const QString fetching = u"Exception while fetching data (/ProcessInstanceRetry) : "_s;
    QTest::newRow("forwarded, gone") << QString(fetching % u"FAILED: ABORT ProcessInstance with id: 1 errorCode:404 "
                                                           "errorStatus:Not Found errorMessage:{\"message\":\"no\"}"_s)
                                     << Error::Kind::NotFound << 404 << u"moved on"_s;
    QTest::newRow("forwarded, forbidden") << QString(fetching % u"FAILED: ABORT errorCode:403 errorStatus:Forbidden "
                                                                "errorMessage:-"_s)
                                          << Error::Kind::Forbidden << 403 << u"not allowed"_s;
    QTest::newRow("forwarded, token refused") << u"FAILED: RETRY errorCode:401 errorStatus:Unauthorized errorMessage:"_s
                                              << Error::Kind::Unauthorized << 401 << u"token"_s;
    QTest::newRow("forwarded, not in error") << u"FAILED: RETRY errorCode:400 errorStatus:Bad Request errorMessage:x"_s
                                             << Error::Kind::Conflict << 400 << u"state"_s;
    QTest::newRow("forwarded, fails again")
        << u"FAILED: RETRY errorCode:500 errorStatus:Internal Server Error "
           "errorMessage:{\"failedNodeId\":\"6\",\"id\":\"1\",\"message\":\"ledger is closed\"}"_s
        << Error::Kind::Server << 500 << u"ledger is closed"_s;
    QTest::newRow("runtime away") << u"FAILED: ABORT ProcessInstance with id: 1"_s << Error::Kind::Server << 0
                                  << u"could not reach"_s;
    QTest::newRow("embedded, gone") << QString(fetching % u"Unable to find the instance with id nope"_s)
                                    << Error::Kind::NotFound << 404 << u"moved on"_s;
    QTest::newRow("embedded, not in error")
        << QString(fetching % u"Process instance with id 1 doesn't allow the operation requested"_s)
        << Error::Kind::Conflict << 409 << u"state"_s;
    QTest::newRow("embedded, fails again")
        << QString(fetching % u"Process instance with id 1 failed because of org.kie.Exception - Service Unavailable"_s)
        << Error::Kind::Server << 500 << u"reports: Service Unavailable"_s;
    QTest::newRow("job is gone, as 500")
        << u"Exception while fetching data (/JobCancel) : FAILED: CANCEL Job with id: 1 errorCode:500 "
           "errorStatus:Internal Server Error errorMessage:{\"message\":\"Cannot invoke it\"}"_s
        << Error::Kind::Server << 500 << u"Cannot invoke it"_s;
}

void tst_ActionFailure::explains()
{
    QFETCH(QString, message);
    QFETCH(Error::Kind, kind);
    QFETCH(int, status);
    QFETCH(QString, why);
    const Error error = decodeActionFailure(message);
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.httpStatus, status);
    QVERIFY2(error.why.contains(why), qPrintable(error.why));
    QVERIFY(!error.remedy.isEmpty());
    QVERIFY(!error.why.contains("FAILED"_L1));
}

void tst_ActionFailure::keepsSecretsAndMarkupOut()
{
    const Error html =
        decodeActionFailure(u"FAILED: X errorCode:502 errorStatus:Bad errorMessage:<html><b>proxy</b>"_s);
    QVERIFY(!html.why.contains(u'<'));
    const Error token = decodeActionFailure(u"FAILED: X errorCode:500 errorMessage:Bearer eyJhbGciOi.eyJzdWIi.c2ln"_s);
    QVERIFY(!token.why.contains("eyJ"_L1));
    QVERIFY(!token.details.contains("eyJ"_L1));
    const Error endless = decodeActionFailure(u"errorCode:500 errorMessage:"_s % QString(100'000, u'x'));
    QVERIFY(endless.why.size() < 500);
    QVERIFY(endless.details.size() <= 2000);
}

void tst_ActionFailure::survivesAnything()
{
    for (const QString &message : {QString(), u"errorCode:"_s, u"errorCode:999999"_s, u"errorMessage:"_s,
                                   u"FAILED:errorMessage:[1"_s, QString(QChar(0)), u"errorMessage:{\"message\":7}"_s})
        QVERIFY(!decodeActionFailure(message).why.isEmpty());
}

QTEST_GUILESS_MAIN(tst_ActionFailure)
#include "tst_actionfailure.moc"
