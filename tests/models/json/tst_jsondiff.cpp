// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/json/jsondiff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

Json json(const char *text)
{
    const Result<Json> parsed = parseJson(QByteArrayView(text));
    return parsed ? *parsed : Json("not JSON");
}

/// "~ /a 1 -> 2", "+ /b true", "- /c null"
QStringList texts(const QList<JsonChange> &changes)
{
    QStringList list;
    for (const JsonChange &change : changes) {
        const QString left = QString::fromUtf8(toBytes(change.left));
        const QString right = QString::fromUtf8(toBytes(change.right));
        switch (change.kind) {
        case JsonChange::Kind::Added:
            list << u"+ %1 %2"_s.arg(change.pointer, right);
            break;
        case JsonChange::Kind::Removed:
            list << u"- %1 %2"_s.arg(change.pointer, left);
            break;
        case JsonChange::Kind::Changed:
            list << u"~ %1 %2 -> %3"_s.arg(change.pointer, left, right);
            break;
        }
    }
    return list;
}

Json randomJson(QRandomGenerator &random, int depth)
{
    switch (depth == 0 ? random.bounded(3) : random.bounded(5)) {
    case 0:
        return random.bounded(3);
    case 1:
        return random.bounded(2) == 0 ? Json(nullptr) : Json(true);
    case 2:
        return std::string(1, static_cast<char>('a' + random.bounded(3)));
    case 3: {
        Json array = Json::array();
        for (int i = random.bounded(5); i > 0; --i)
            array.push_back(randomJson(random, depth - 1));
        return array;
    }
    default: {
        Json object = Json::object();
        for (int i = random.bounded(4); i > 0; --i)
            object[std::string(1, static_cast<char>('k' + random.bounded(4)))] = randomJson(random, depth - 1);
        return object;
    }
    }
}

} // namespace

class tst_JsonDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documents_data();
    void documents();
    void manyMembers();
    void longArrays();
    void noMoreThanAsked();
    void deepNesting();
    void nothingExactlyWhereTheSame();
};

void tst_JsonDiff::documents_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *left, const char *right, const QStringList &expected) {
        QTest::newRow(name) << QByteArray(left) << QByteArray(right) << expected;
    };
    row("same", R"({"a":1,"b":[true,null]})", R"({"a":1,"b":[true,null]})", {});
    row("order of members", R"({"a":1,"b":{"c":2,"d":3}})", R"({"b":{"d":3,"c":2},"a":1})", {});
    row("whole", "1", "[1]", {u"~  1 -> [1]"_s});
    row("member", R"({"a":1,"b":2,"c":3})", R"({"a":1,"b":5,"d":4})", {u"~ /b 2 -> 5"_s, u"- /c 3"_s, u"+ /d 4"_s});
    row("nested", R"({"o":{"p":{"q":"x"}}})", R"({"o":{"p":{"q":"y"}}})", {u"~ /o/p/q \"x\" -> \"y\""_s});
    row("other type", R"({"a":{"b":1}})", R"({"a":[1]})", {u"~ /a {\"b\":1} -> [1]"_s});
    row("null is a value", R"({"a":null})", R"({})", {u"- /a null"_s});
    row("numbers by value", R"({"a":1,"b":2})", R"({"a":1.0,"b":2.5})", {u"~ /b 2 -> 2.5"_s});
    row("odd names", R"({"a/b":1,"c~d":1,"":1,"<b>":1})", R"({"a/b":2,"c~d":2,"":2,"<b>":2})",
        {u"~ /a~1b 1 -> 2"_s, u"~ /c~0d 1 -> 2"_s, u"~ / 1 -> 2"_s, u"~ /<b> 1 -> 2"_s});
    row("inserted first", "[1,2,3]", "[0,1,2,3]", {u"+ /0 0"_s});
    row("removed first", "[1,2,3]", "[2,3]", {u"- /0 1"_s});
    row("appended", "[1]", "[1,2,3]", {u"+ /1 2"_s, u"+ /2 3"_s});
    row("one element changed", R"([{"id":1},{"id":2,"n":"a"},{"id":3}])", R"([{"id":1},{"id":2,"n":"b"},{"id":3}])",
        {u"~ /1/n \"a\" -> \"b\""_s});
    row("inserted and changed behind", R"([{"id":1},{"n":"a"},{"id":3}])", R"([{"x":0},{"id":1},{"n":"b"},{"id":3}])",
        {u"+ /0 {\"x\":0}"_s, u"~ /2/n \"a\" -> \"b\""_s});
    row("elements match in any order of members", R"([9,{"a":1,"b":2}])", R"([8,7,{"b":2,"a":1}])",
        {u"~ /0 9 -> 8"_s, u"+ /1 7"_s});
    row("large whole numbers", "[9007199254740993]", "[9007199254740992]",
        {u"~ /0 9007199254740993 -> 9007199254740992"_s});
}

void tst_JsonDiff::documents()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(QStringList, expected);
    QCOMPARE(texts(jsonDifference(json(left.constData()), json(right.constData()))), expected);
}

void tst_JsonDiff::manyMembers()
{
    Json left = Json::object();
    Json right = Json::object();
    for (int i = 0; i < 500; ++i) {
        left.push_back({std::to_string(i), i});
        right.push_back({std::to_string(499 - i), 499 - i});
    }
    QCOMPARE(texts(jsonDifference(left, right)), QStringList());
    right["250"] = "other";
    right["more"] = 1;
    QCOMPARE(texts(jsonDifference(left, right)), QStringList({u"~ /250 250 -> \"other\""_s, u"+ /more 1"_s}));
}

void tst_JsonDiff::longArrays()
{
    Json left = Json::array();
    Json right = Json::array();
    for (int i = 0; i < 20'000; ++i) {
        left.push_back(i);
        right.push_back(i == 5000 ? -1 : i == 15'000 ? -2 : i);
    }
    QCOMPARE(texts(jsonDifference(left, right)), QStringList({u"~ /5000 5000 -> -1"_s, u"~ /15000 15000 -> -2"_s}));
}

void tst_JsonDiff::noMoreThanAsked()
{
    Json left = Json::object();
    Json right = Json::object();
    for (int i = 0; i < 100; ++i)
        (i % 2 == 0 ? left : right).push_back({std::to_string(i), Json::array({i})});
    QCOMPARE(jsonDifference(left, right).size(), 100);
    QCOMPARE(jsonDifference(left, right, 7).size(), 7);
    QCOMPARE(jsonDifference(left, right, 0).size(), 0);
}

void tst_JsonDiff::deepNesting()
{
    const QByteArray left = QByteArray(500, '[') + '1' + QByteArray(500, ']');
    const QByteArray right = QByteArray(500, '[') + '2' + QByteArray(500, ']');
    const QList<JsonChange> changes = jsonDifference(json(left.constData()), json(right.constData()));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().pointer, u"/0"_s.repeated(500));
}

void tst_JsonDiff::nothingExactlyWhereTheSame()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 3000; ++i) {
        const Json left = randomJson(random, 3);
        const Json right = randomJson(random, 3);
        QCOMPARE(jsonDifference(left, right).isEmpty(), isSameJson(left, right));
        QVERIFY(jsonDifference(left, left).isEmpty());
        // What differs is where it is said to be.
        for (const JsonChange &change : jsonDifference(left, right)) {
            const Json::json_pointer at(change.pointer.toStdString());
            if (change.kind == JsonChange::Kind::Removed)
                QVERIFY(left.at(at) == change.left);
            else
                QVERIFY(right.at(at) == change.right);
        }
    }
}

QTEST_GUILESS_MAIN(tst_JsonDiff)
#include "tst_jsondiff.moc"
