// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/net/jsonvalues.h"

#include <QTest>

#include <limits>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_JsonValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTimes_data();
    void readsTimes();
    void readsNumbers_data();
    void readsNumbers();
    void readsTexts();
    void moves();
};

void tst_JsonValues::readsTimes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected"); // "" for none
    const QString second = u"2026-03-02T14:30:07.000Z"_s;
    QTest::newRow("no fraction") << QByteArray(R"("2026-03-02T14:30:07Z")") << second;
    QTest::newRow("one digit") << QByteArray(R"("2026-03-02T14:30:07.1Z")") << u"2026-03-02T14:30:07.100Z"_s;
    QTest::newRow("two digits") << QByteArray(R"("2026-03-02T14:30:07.64Z")") << u"2026-03-02T14:30:07.640Z"_s;
    QTest::newRow("three digits") << QByteArray(R"("2026-03-02T14:30:07.644Z")") << u"2026-03-02T14:30:07.644Z"_s;
    QTest::newRow("six digits are cut") << QByteArray(R"("2026-03-02T14:30:07.644999Z")")
                                        << u"2026-03-02T14:30:07.644Z"_s;
    QTest::newRow("nine digits are cut") << QByteArray(R"("2026-03-02T14:30:07.999999999Z")")
                                         << u"2026-03-02T14:30:07.999Z"_s;
    QTest::newRow("offset") << QByteArray(R"("2022-03-18T15:33:05.608395+10:00")") << u"2022-03-18T05:33:05.608Z"_s;
    QTest::newRow("no zone is UTC") << QByteArray(R"("2026-03-02T14:30:07")") << second;
    QTest::newRow("epoch milliseconds") << QByteArray("1698332756677") << u"2023-10-26T15:05:56.677Z"_s;
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("word") << QByteArray(R"("soon")") << QString();
    QTest::newRow("object") << QByteArray("{}") << QString();
    QTest::newRow("negative") << QByteArray("-1") << QString();
    QTest::newRow("absurd number") << QByteArray("1e300") << QString();
    QTest::newRow("absurd date") << QByteArray(R"("2026-13-45T99:99:99Z")") << QString();
    QTest::newRow("only a point") << QByteArray(R"(".")") << QString();
}

void tst_JsonValues::readsTimes()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    const QDateTime time = timeFrom(Json::parse(json.toStdString()));
    QCOMPARE(time.isValid(), !expected.isEmpty());
    if (time.isValid()) {
        QCOMPARE(dataIndexTime(time), expected);
        QCOMPARE(time.timeSpec(), Qt::UTC);
    }
}

void tst_JsonValues::readsNumbers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("known");
    QTest::addColumn<qint64>("number");
    QTest::addColumn<int>("asInt");
    const int top = std::numeric_limits<int>::max();
    QTest::newRow("number") << QByteArray("7") << true << qint64(7) << 7;
    QTest::newRow("text") << QByteArray(R"("7")") << true << qint64(7) << 7;
    QTest::newRow("whole float") << QByteArray("7.0") << true << qint64(7) << 7;
    QTest::newRow("large") << QByteArray("9000000000") << true << qint64(9'000'000'000) << top;
    QTest::newRow("fraction") << QByteArray("7.5") << false << qint64(0) << 0;
    QTest::newRow("beyond 64 bit") << QByteArray("18446744073709551615") << false << qint64(0) << 0;
    QTest::newRow("absurd") << QByteArray("1e300") << false << qint64(0) << 0;
    QTest::newRow("null") << QByteArray("null") << false << qint64(0) << 0;
    QTest::newRow("list") << QByteArray("[7]") << false << qint64(0) << 0;
}

void tst_JsonValues::readsNumbers()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, known);
    QFETCH(qint64, number);
    QFETCH(int, asInt);
    const Json object{{"n", Json::parse(json.toStdString())}};
    QCOMPARE(integerAt(object, "n").has_value(), known);
    QCOMPARE(integerAt(object, "n").value_or(0), number);
    QCOMPARE(intAt(object, "n"), asInt);
    QVERIFY(!integerAt(object, "other"));
    QVERIFY(!integerAt(Json(7), "n"));
}

void tst_JsonValues::readsTexts()
{
    const Json object = Json::parse(R"({"a":"x","b":1.5,"c":true,"d":null,"e":[],"f":["x",1,"y"]})");
    QCOMPARE(textAt(object, "a"), u"x"_s);
    QCOMPARE(textAt(object, "b"), u"1.5"_s);
    QCOMPARE(textAt(object, "c"), u"true"_s);
    QCOMPARE(textAt(object, "d"), QString());
    QCOMPARE(textAt(object, "e"), QString());
    QCOMPARE(textsAt(object, "f"), QStringList({u"x"_s, u"y"_s}));
    QCOMPARE(textsAt(object, "a"), QStringList());
    QCOMPARE(boolAt(object, "c"), std::optional(true));
    QCOMPARE(boolAt(object, "a"), std::nullopt);
    QCOMPARE(textAt(Json(nullptr), "a"), QString());
}

void tst_JsonValues::moves()
{
    Json object = Json::parse(R"({"v":{"x":[1,2]},"n":null})");
    const SharedJson value = sharedAt(object, "v");
    QVERIFY(value);
    QCOMPARE(toBytes(*value), R"({"x":[1,2]})");
    QVERIFY(!sharedAt(object, "n"));
    QVERIFY(!sharedAt(object, "none"));
    Json text = "x";
    QVERIFY(!sharedAt(text, "v"));
}

QTEST_GUILESS_MAIN(tst_JsonValues)
#include "tst_jsonvalues.moc"
