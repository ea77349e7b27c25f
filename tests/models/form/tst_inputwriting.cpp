// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/inputplaces.h"
#include "models/form/inputtext.h"
#include "models/form/yamltext.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// An input written as YAML, and where its parts stand in a text.
class TestInputWriting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void yamlIsReadable();
    void yamlSaysTheSame_data();
    void yamlSaysTheSame();
    void places_data();
    void places();
};

void TestInputWriting::yamlIsReadable()
{
    const Json value = Json::parse(R"({"name":"Ada Lovelace","age":36,"open":true,"none":null,"note":"one\ntwo\n",
        "tags":["a","no"],"empty":{},"none of it":[],"at":{"street":"Main 1","list":[{"x":1}]}})");
    QCOMPARE(toYaml(value), "name: Ada Lovelace\nage: 36\nopen: true\nnone: null\nnote: |+\n  one\n  two\n"
                            "tags:\n  - a\n  - \"no\"\nempty: {}\nnone of it: []\nat:\n  street: Main 1\n"
                            "  list:\n    -\n      x: 1\n"_ba);
}

void TestInputWriting::yamlSaysTheSame_data()
{
    QTest::addColumn<QByteArray>("json");
    for (
        const char *json :
        {R"({})", R"({"a":"yes","b":"NULL","c":"~","d":"0x1f","e":"1e3","f":"007","g":"12:30:00","h":"2026-03-31"})",
         R"({"":"","a b":" ","c: d":"x: y","#":"a #b","- ":"- x","?":"? y","\"":"'","{":"}","&a":"*a","!t":"%x","@":"`"})",
         R"({"lines":"a\n\n b\n","ends":"a\n\n","starts":"\na","tab":"a\tb\nc","blank":"a \nb","back":"\\n","cr":"a\r\nb"})",
         R"({"deep":[[],[[1,[2,{"x":[{}]}]]],{"y":{"z":[]}}],"umlaut":"Grüße 🌍","long":"x"})",
         R"({"n":-1.5e-7,"i":18446744073709551615,"f":1.0,"t":true,"s":"true","list":["- a","b:","c: d",null,"null"]})"})
        QTest::newRow(json) << QByteArray(json);
}

void TestInputWriting::yamlSaysTheSame()
{
    QFETCH(QByteArray, json);
    const Json value = Json::parse(json.toStdString());
    const QByteArray yaml = toYaml(value);
    const InputReading read = readInput(yaml);
    QVERIFY2(read.value, qPrintable(read.problem + u'\n' + QString::fromUtf8(yaml)));
    QVERIFY2(*read.value == value, QByteArray(toBytes(*read.value) + '\n' + yaml).constData());
}

void TestInputWriting::places_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    const QByteArray json = "{\n  \"a\": 1,\n  \"b/c\": {\n    \"d\": [\n      7,\n      8\n    ]\n  }\n}";
    QTest::newRow("a member") << json << 2 << 5 << u"/a"_s << 2 << 2;
    QTest::newRow("its indentation") << json << 2 << 1 << u"/a"_s << 2 << 2;
    QTest::newRow("an object") << json << 3 << 5 << u"/b~1c"_s << 3 << 8;
    QTest::newRow("an entry") << json << 6 << 7 << u"/b~1c/d/1"_s << 6 << 6;
    QTest::newRow("the outside") << json << 1 << 1 << QString() << 0 << 0;
    const QByteArray line = R"({"a": 1, "b": {"c": 2}})";
    QTest::newRow("one line, first") << line << 1 << 4 << u"/a"_s << 1 << 1;
    QTest::newRow("one line, inside") << line << 1 << 17 << u"/b/c"_s << 1 << 1;
    const QByteArray yaml = "a: 1\nb:\n  - c: x\n    d: y\n  - 2\n";
    QTest::newRow("YAML") << yaml << 4 << 6 << u"/b/0/d"_s << 4 << 4;
    QTest::newRow("YAML, a list") << yaml << 2 << 1 << u"/b"_s << 2 << 5;
}

void TestInputWriting::places()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, pointer);
    QFETCH(int, first);
    QFETCH(int, last);
    const InputPlaces places(text);
    QCOMPARE(places.pointerAt(line, column), pointer);
    QCOMPARE(places.linesOf(pointer).first, first);
    QCOMPARE(places.linesOf(pointer).last, last);
    // What is not written is where its surroundings are.
    QCOMPARE(places.linesOf(pointer + u"/not/there"_s).first, first);
}

QTEST_GUILESS_MAIN(TestInputWriting)
#include "tst_inputwriting.moc"
