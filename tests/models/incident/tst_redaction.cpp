// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/incident/redaction.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_Redaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatLooksSecret();
    void takesValuesOutWhereverTheyAre();
    void takesShortValuesOutOnlyWhole();
    void takesContainersOutWhole();
    void takesThemOutOfTexts();
    void leavesTheRestAlone();
    void takesHostileDocuments();
};

void tst_Redaction::findsWhatLooksSecret()
{
    const Json document = Json::parse(R"({
        "user":"ada", "password":"hunter2", "count":3, "emptyToken":"", "passwordSet":true,
        "auth":{"kind":"oauth","value":"x"},
        "list":[{"api_key":"k-1"},{"note":"Bearer abcdefghijkl"}],
        "jwt":"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig",
        "pem":"-----BEGIN RSA PRIVATE KEY-----\nMIIE",
        "url":"https://bob:s3cret@example.com/x",
        "a/b":{"clientSecret":"y"}, "author":"Eve", "tokenization":"no"
    })");
    const QStringList found = secretLookingPointers(document);
    for (const QString &expected : {u"/password"_s, u"/auth"_s, u"/list/0/api_key"_s, u"/list/1/note"_s, u"/jwt"_s,
                                    u"/pem"_s, u"/url"_s, u"/a~1b/clientSecret"_s})
        QVERIFY2(found.contains(expected), qPrintable(expected));
    for (const QString &wrong :
         {u"/user"_s, u"/count"_s, u"/emptyToken"_s, u"/passwordSet"_s, u"/author"_s, u"/auth/kind"_s})
        QVERIFY2(!found.contains(wrong), qPrintable(wrong));
    QCOMPARE(secretLookingPointers(document, 2).size(), 2);
}

void tst_Redaction::takesValuesOutWhereverTheyAre()
{
    const Json document = Json::parse(R"({"password":"hunter2","pin":48151623,"flag":true})");
    const Redaction redaction(document, {u"/password"_s, u"/pin"_s, u"/flag"_s, u"/nosuch/0"_s});
    QCOMPARE(QString::fromUtf8(toBytes(redaction.appliedAt(document))),
             uR"({"password":"[redacted]","pin":"[redacted]","flag":"[redacted]"})"_s);
    const Json other =
        Json::parse(R"({"log":"login with hunter2 failed","hunter2":[48151623,"48151623"],"flag":true})");
    QCOMPARE(QString::fromUtf8(toBytes(redaction.applied(other))),
             uR"({"log":"login with [redacted] failed","[redacted]":["[redacted]","[redacted]"],"flag":true})"_s);
}

void tst_Redaction::takesShortValuesOutOnlyWhole()
{
    const Json document = Json::parse(R"({"pin":"abc","n":12})");
    const Redaction redaction(document, {u"/pin"_s, u"/n"_s});
    QCOMPARE(QString::fromUtf8(toBytes(redaction.applied(Json::parse(R"({"x":"abc","y":"abcdef","z":12})")))),
             uR"({"x":"[redacted]","y":"abcdef","z":12})"_s);
}

void tst_Redaction::takesContainersOutWhole()
{
    const Json document = Json::parse(R"({"auth":{"user":"service-7","keys":["key-one","key-two"]},"x":"key-two"})");
    const Redaction redaction(document, {u"/auth"_s});
    QCOMPARE(QString::fromUtf8(toBytes(redaction.appliedAt(document))), uR"({"auth":"[redacted]","x":"[redacted]"})"_s);
    QCOMPARE(redaction.applied(QByteArray("as service-7")), "as [redacted]");
}

void tst_Redaction::takesThemOutOfTexts()
{
    const Json document = Json::parse(R"({"a":"x<y & \"z\"\n","long":"secret value","longer":"secret value 2"})");
    const Redaction redaction(document, {u"/a"_s, u"/long"_s, u"/longer"_s});
    const QByteArray text = "raw x<y & \"z\"\n, json x<y & \\\"z\\\"\\n, xml x&lt;y &amp; &quot;z&quot;\n, "
                            "url x%3Cy%20%26%20%22z%22%0A, secret value 2, secret value";
    QCOMPARE(redaction.applied(text), "raw [redacted], json [redacted], xml [redacted], url [redacted], [redacted], "
                                      "[redacted]");
}

void tst_Redaction::leavesTheRestAlone()
{
    const Json document = Json::parse(R"({"a":[1,2.5,null,{"b":"ü"}]})");
    const Redaction nothing;
    QVERIFY(nothing.isEmpty());
    QVERIFY(nothing.applied(document) == document);
    QCOMPARE(nothing.applied(QByteArray("text")), "text");
    const Redaction other(Json::parse(R"({"p":"hunter2"})"), {u"/p"_s});
    QVERIFY(other.applied(document) == document);
}

void tst_Redaction::takesHostileDocuments()
{
    const Json overlapping = Json::parse(R"({"a":"aaaa","b":"aaaaaaaa","c":"[redacted]"})");
    const Redaction redaction(overlapping, {u"/a"_s, u"/b"_s, u"/c"_s});
    QVERIFY(!redaction.applied(QByteArray("aaaaaaaaaaaa")).contains("aaaa"));
    const Json broken = Json("\xff\xfe\x80 broken");
    QVERIFY(!Redaction(broken, {QString()}).isEmpty());
    (void)Redaction(broken, {QString()}).appliedAt(broken);
}

QTEST_APPLESS_MAIN(tst_Redaction)
#include "tst_redaction.moc"
