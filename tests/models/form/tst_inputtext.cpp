// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/inputtext.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestInputText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestInputText::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("json") << R"( {"b":1,"a":[true,null]} )"_ba
                          << R"({"b":1,"a":[true,null]})"_ba;
    QTest::newRow("yaml") << "b: 1\na:\n  - true\n  - ~\n  - {x: y}\n"_ba
                          << R"({"b":1,"a":[true,null,{"x":"y"}]})"_ba;
    QTest::newRow("quoted") << "a: '1'\nb: \"true\"\nc: 'null'\n"_ba
                            << R"({"a":"1","b":"true","c":"null"})"_ba;
    QTest::newRow("texts") << "a: 0123\nb: yes\nc: 1.2.3\nd: 2026-03-31\ne: +1\n"_ba
                           << R"({"a":"0123","b":"yes","c":"1.2.3","d":"2026-03-31","e":"+1"})"_ba;
    QTest::newRow("numbers") << "a: -1.5e3\nb: 0\nc: 1.0\n"_ba
                             << R"({"a":-1500.0,"b":0,"c":1.0})"_ba;
    QTest::newRow("block text") << "a: |\n  one\n  two\n"_ba
                                << R"({"a":"one\ntwo\n"})"_ba;
    QTest::newRow("anchors") << "a: &x {k: 1}\nb: *x\n"_ba
                             << R"({"a":{"k":1},"b":{"k":1}})"_ba;
    QTest::newRow("ü") << "name: Grüße 🎈\n"_ba
                       << R"({"name":"Grüße 🎈"})"_ba;
}

void TestInputText::reads()
{
    QFETCH(QByteArray, text);
    const auto read = inputFromText(text);
    QVERIFY2(read, read ? "" : qPrintable(read.error().why));
    QTEST(toBytes(*read), "json");
}

void TestInputText::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("a list") << "[1]"_ba;
    QTest::newRow("a yaml list") << "- 1\n"_ba;
    QTest::newRow("a word") << "hello"_ba;
    QTest::newRow("cut off") << R"({"a":)"_ba;
    QTest::newRow("bad yaml") << "a: [1\nb: }"_ba;
    QTest::newRow("too many digits") << R"({"a":12345678901234567890123})"_ba;
    QTest::newRow("too many digits in yaml") << "a: 12345678901234567890123\n"_ba;
    QTest::newRow("billion laughs") << "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                                       "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                                       "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\n"_ba;
}

void TestInputText::refuses()
{
    QFETCH(QByteArray, text);
    const auto read = inputFromText(text);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Validation);
    QVERIFY(!read.error().why.isEmpty());
}

QTEST_GUILESS_MAIN(TestInputText)
#include "tst_inputtext.moc"
