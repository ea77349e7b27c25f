// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/json.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_Json : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderOfMembers();
    void acceptsWhatIsJson_data();
    void acceptsWhatIsJson();
    void refusesWhatIsNot_data();
    void refusesWhatIsNot();
    void saysWhere_data();
    void saysWhere();
    void limitsDepth();
    void readsMembersSafely();
    void writesInvalidTextWithoutThrowing();
    void escapesPointerTokens();
};

void tst_Json::keepsTheOrderOfMembers()
{
    const QByteArray text = R"({"z":1,"a":[true,null],"m":{"y":"ü","b":-1.5}})";
    const auto parsed = parseJson(text);
    QVERIFY(parsed);
    QCOMPARE(toBytes(*parsed), text);
}

void tst_Json::acceptsWhatIsJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("number") << QByteArray("1");
    QTest::newRow("huge number") << QByteArray("123456789012345678901234567890");
    QTest::newRow("white space") << QByteArray(" \r\n\t{} \n");
    QTest::newRow("escapes") << QByteArray(R"("\u0000\ud83d\ude80\"")");
}

void tst_Json::acceptsWhatIsJson()
{
    QFETCH(QByteArray, text);
    QVERIFY(parseJson(text));
}

void tst_Json::refusesWhatIsNot_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("html") << QByteArray("<!DOCTYPE html><html></html>");
    QTest::newRow("cut off") << QByteArray(R"({"data":{"ProcessInst)");
    QTest::newRow("two documents") << QByteArray("{}{}");
    QTest::newRow("trailing comma") << QByteArray("[1,]");
    QTest::newRow("comment") << QByteArray("/* */ {}");
    QTest::newRow("NaN") << QByteArray("[NaN]");
    QTest::newRow("infinite number") << QByteArray("[1e999]");
    QTest::newRow("invalid UTF-8") << QByteArray("\"\xc3\x28\"");
    QTest::newRow("overlong UTF-8") << QByteArray("\"\xc0\xaf\"");
    QTest::newRow("half a surrogate pair") << QByteArray(R"("\ud83d")");
    QTest::newRow("null byte") << QByteArray("{\0}", 3);
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00", 4);
}

void tst_Json::refusesWhatIsNot()
{
    QFETCH(QByteArray, text);
    const auto parsed = parseJson(text);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, Error::Kind::Protocol);
    QVERIFY(!parsed.error().what.isEmpty());
    QVERIFY(!parsed.error().why.isEmpty() || !parsed.error().details.isEmpty());
}

void tst_Json::saysWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("first line") << QByteArray("[1, x]") << u"Line 1, column 5."_s;
    QTest::newRow("third line") << QByteArray("{\n  \"a\": 1,\n  b\n}") << u"Line 3, column 3."_s;
    QTest::newRow("nothing") << QByteArray() << u"Line 1, column 1."_s;
}

void tst_Json::saysWhere()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QCOMPARE(parseJson(text).error().why, place);
}

void tst_Json::limitsDepth()
{
    const auto nested = [](int depth) -> QByteArray { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QVERIFY(parseJson(nested(kMaxJsonDepth)));
    const QList<QByteArray> bombs{nested(kMaxJsonDepth + 2), nested(2'000'000), QByteArray(2'000'000, '['),
                                  QByteArray(R"({"a":)").repeated(500'000)};
    for (const QByteArray &bomb : bombs) {
        const auto parsed = parseJson(bomb);
        QVERIFY(!parsed);
        QVERIFY(parsed.error().why.contains(u"nested"_s));
    }
}

void tst_Json::readsMembersSafely()
{
    const Json object = *parseJson(R"({"text":"é","number":1,"null":null})");
    QCOMPARE(stringAt(object, "text"), u"é"_s);
    QCOMPARE(stringAt(object, "number"), QString());
    QCOMPARE(stringAt(object, "null"), QString());
    QCOMPARE(stringAt(object, "absent"), QString());
    QVERIFY(memberAt(object, "null"));
    QVERIFY(!memberAt(object, "absent"));
    for (const char *other : {"[]", "null", "1", "\"text\""})
        QVERIFY(!memberAt(*parseJson(QByteArray(other)), "text"));
}

void tst_Json::writesInvalidTextWithoutThrowing()
{
    const QByteArray written = toBytes(Json{{"key", "\xff\xfe"}});
    QVERIFY(parseJson(written));
}

void tst_Json::escapesPointerTokens()
{
    QCOMPARE(pointerToken(u"a/b~c"_s), u"a~1b~0c"_s);
    const Json object{{"a/b~c", 1}};
    QVERIFY(object.contains(Json::json_pointer('/' + pointerToken(u"a/b~c"_s).toStdString())));
}

QTEST_APPLESS_MAIN(tst_Json)
#include "tst_json.moc"
