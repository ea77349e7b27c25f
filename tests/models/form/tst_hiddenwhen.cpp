// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/hiddenwhen.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestHiddenWhen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decides_data();
    void decides();
};

void TestHiddenWhen::decides_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *condition, bool expected) {
        QTest::newRow(condition) << QByteArray(condition) << expected;
    };
    row("true", true);
    row("false", false);
    row(R"({"when":"kind","is":"simple"})", true);
    row(R"({"when":"kind","is":["managed","simple"]})", true);
    row(R"({"when":"kind","is":"managed"})", false);
    row(R"({"when":"kind","isNot":"managed"})", true);
    row(R"({"when":"kind","isNot":["managed","simple"]})", false);
    row(R"({"when":"kind","is":"simple","isEmpty":true})", false);
    row(R"({"when":"blank","isEmpty":true})", true);
    row(R"({"when":"none","isEmpty":true})", true);
    row(R"({"when":"nothing.at.all","isEmpty":true})", true);
    row(R"({"when":"kind","isEmpty":false})", true);
    row(R"({"when":"config.server.port","is":8080})", true);
    row(R"({"when":"list[1].a","is":true})", true);
    row(R"({"when":"list[7].a","is":true})", false);
    row(R"({"when":"config.server","is":{"port":8080}})", true);
    row(R"({"when":"tags","isNotEmptyList":true})", true);
    row(R"({"when":"kind","isNotEmptyList":true})", false);
    row(R"({"when":"tags","notContains":"b"})", true);
    row(R"({"when":"tags","notContains":"a"})", false);
    row(R"({"allOf":[{"when":"kind","is":"simple"},{"when":"blank","isEmpty":true}]})", true);
    row(R"({"allOf":[{"when":"kind","is":"simple"},{"when":"kind","isEmpty":true}]})", false);
    row(R"({"anyOf":[{"when":"kind","is":"x"},{"allOf":[{"when":"kind","is":"simple"}]}]})", true);
    row(R"({"anyOf":[]})", false);
    // What nobody understands hides nothing.
    row(R"({"when":"kind"})", false);
    row(R"({"unless":"kind"})", false);
    row(R"({"when":7,"is":"simple"})", false);
    row("[1]", false);
    row("null", false);
}

void TestHiddenWhen::decides()
{
    QFETCH(QByteArray, condition);
    QFETCH(bool, expected);
    const Json input = Json::parse(R"({"kind":"simple","blank":" ","none":null,"tags":["a"],"list":[{},{"a":true}],
        "config":{"server":{"port":8080}}})");
    QCOMPARE(hides(Json::parse(condition.toStdString()), input), expected);
}

QTEST_GUILESS_MAIN(TestHiddenWhen)
#include "tst_hiddenwhen.moc"
