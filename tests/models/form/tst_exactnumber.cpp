// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/exactnumber.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestExactNumber : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json"); // "" for none
        QTest::addColumn<bool>("rounded");
        const auto row = [](const char *text, const char *json, bool rounded = false) {
            QTest::newRow(text) << QString::fromUtf8(text) << QByteArray(json) << rounded;
        };
        row("0", "0");
        row("-17", "-17");
        row(" +4 ", "4");
        row("9223372036854775808", "9223372036854775808");
        row("18446744073709551615", "18446744073709551615");
        row("18446744073709551616", "18446744073709551616", true);
        row("0.1", "0.1");
        row("19.990", "19.99");
        row("1e3", "1000.0");
        row("5.0", "5.0");
        row(".5", "0.5");
        row("3.14159265358979323846", "", true);
        row("1e400", "", true);
        row("", "");
        row("-", "");
        row("1,5", "");
        row("0x10", "");
        row("NaN", "");
        row("1 000", "");
    }
    void typed()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, json);
        QFETCH(bool, rounded);
        const TypedNumber number = typedNumber(text);
        if (rounded && number.outcome != TypedNumber::Outcome::Ok) {
            QCOMPARE(number.outcome, TypedNumber::Outcome::Rounded);
            return;
        }
        QCOMPARE(number.outcome, json.isEmpty() ? TypedNumber::Outcome::NotANumber : TypedNumber::Outcome::Ok);
        if (!json.isEmpty() && !rounded)
            QCOMPARE(toBytes(number.value), json);
    }
    void textTellsTheNumberThatIsRounded()
    {
        QCOMPARE(roundedNumber(R"({"a": [1, 2.5, 1e3], "b": 18446744073709551615})"), QString());
        QCOMPARE(roundedNumber(R"({"a": 1, "b": 12345678901234567890123})"), u"12345678901234567890123"_s);
        QCOMPARE(roundedNumber(R"([0.1000000000000000000000001])"), u"0.1000000000000000000000001"_s);
        QCOMPARE(roundedNumber("{ broken"), QString());
    }
};

QTEST_GUILESS_MAIN(TestExactNumber)
#include "tst_exactnumber.moc"
