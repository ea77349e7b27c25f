// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/logging.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_Logging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesTokens_data();
    void hidesTokens();
    void keepsTheRest_data();
    void keepsTheRest();
};

void tst_Logging::hidesTokens_data()
{
    QTest::addColumn<QString>("text"); // the secret is "eyJhbGciOiJ.SECRET.x", "SECRET" or "S3CR3T" in it
    QTest::newRow("header") << u"Authorization: Bearer eyJhbGciOiJ.SECRET.x"_s;
    QTest::newRow("opaque header") << u"authorization: bearer SECRET"_s;
    QTest::newRow("JWT alone") << u"got eyJhbGciOiJSUzI1NiJ9.SECRET.S3CR3T_-x, then"_s;
    QTest::newRow("encrypted JWT") << u"eyJhbGciOiJS.SECRET.SECRET.SECRET.SECRET"_s;
    QTest::newRow("query") << u"http://127.0.0.1:1234/?state=a&code=SECRET&session_state=b"_s;
    QTest::newRow("form") << u"grant_type=refresh_token&refresh_token=SECRET&client_id=podium"_s;
    QTest::newRow("form starts with it") << u"code=SECRET&code_verifier=S3CR3T"_s;
    QTest::newRow("JSON") << u"{\"access_token\":\"SECRET\", \"id_token\" : \"SECRET\"}"_s;
    QTest::newRow("JSON in JSON") << u"{\\\"access_token\\\":\\\"SECRET\\\"}"_s;
    QTest::newRow("JSON code") << u"{\"code\": \"SECRET\"}"_s;
    QTest::newRow("log-out address") << u"https://sso/logout?id_token_hint=SECRET&state=x"_s;
    QTest::newRow("device") << u"device_code=SECRET"_s;
    QTest::newRow("password") << u"username=olivia&password=SECRET"_s;
    QTest::newRow("upper case") << u"ACCESS_TOKEN=SECRET"_s;
    QTest::newRow("several") << u"Bearer SECRET and Bearer S3CR3T"_s;
}

void tst_Logging::hidesTokens()
{
    QFETCH(QString, text);
    const QString shown = redacted(text);
    QVERIFY2(!shown.contains(u"SECRET"_s) && !shown.contains(u"S3CR3T"_s), qPrintable(shown));
    QCOMPARE(redacted(shown), shown);
}

void tst_Logging::keepsTheRest_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"127.0.0.1:8080 refused the connection."_s;
    QTest::newRow("error code") << u"FAILED: Abort errorCode:404 errorMessage:Not Found"_s;
    QTest::newRow("status code") << u"status code: 503"_s;
    QTest::newRow("address") << u"http://127.0.0.1:8180/graphql?state=abc"_s;
    QTest::newRow("about a token") << u"The access_token has expired."_s;
    QTest::newRow("empty") << QString();
}

void tst_Logging::keepsTheRest()
{
    QFETCH(QString, text);
    QCOMPARE(redacted(text), text);
}

QTEST_APPLESS_MAIN(tst_Logging)
#include "tst_logging.moc"
