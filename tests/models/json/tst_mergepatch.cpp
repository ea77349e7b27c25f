// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/json/jsondiff.h"
#include "models/json/mergepatch.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_MergePatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsOnlyWhatChanged_data();
    void holdsOnlyWhatChanged();
    void mergesAsTheServiceDoes();
};

void tst_MergePatch::holdsOnlyWhatChanged_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("patch");
    QTest::addColumn<QStringList>("refused");
    const auto row = [](const char *name, const QString &before, const QString &after, const QString &patch,
                        const QStringList &refused) { QTest::newRow(name) << before << after << patch << refused; };
    row("nothing", uR"({"a":1,"b":{"c":2}})"_s, uR"({"b":{"c":2.0},"a":1})"_s, u"{}"_s, {});
    row("changed", uR"({"a":1,"b":2})"_s, uR"({"a":1,"b":3})"_s, uR"({"b":3})"_s, {});
    row("added", uR"({"a":1})"_s, uR"({"a":1,"b":{"c":[]}})"_s, uR"({"b":{"c":[]}})"_s, {});
    row("below", uR"({"a":{"b":1,"c":{"d":2}}})"_s, uR"({"a":{"b":1,"c":{"d":3}}})"_s, uR"({"a":{"c":{"d":3}}})"_s, {});
    row("array whole", uR"({"a":[1,2,3]})"_s, uR"({"a":[1,3]})"_s, uR"({"a":[1,3]})"_s, {});
    row("new object", uR"({})"_s, uR"({"a":{"b":{}}})"_s, uR"({"a":{"b":{}}})"_s, {});
    row("out of null", uR"({"a":null})"_s, uR"({"a":{"b":1}})"_s, uR"({"a":{"b":1}})"_s, {});
    row("null stays", uR"({"a":null,"b":[null]})"_s, uR"({"a":null,"b":[null]})"_s, u"{}"_s, {});
    row("to null", uR"({"a":1,"b":2})"_s, uR"({"a":null,"b":3})"_s, uR"({"b":3})"_s, {u"/a"_s});
    row("null within", uR"({})"_s, uR"({"a":{"b":null,"c":1},"d":[1,null]})"_s, uR"({"a":{"c":1}})"_s,
        {u"/a/b"_s, u"/d"_s});
    row("object to text", uR"({"a":{"b":1}})"_s, uR"({"a":"b"})"_s, u"{}"_s, {u"/a"_s});
    row("text to object", uR"({"a":"b"})"_s, uR"({"a":{"b":1}})"_s, u"{}"_s, {u"/a"_s});
    row("list to text", uR"({"a":[1]})"_s, uR"({"a":"b"})"_s, u"{}"_s, {u"/a"_s});
    row("text to list", uR"({"a":"b"})"_s, uR"({"a":["b"]})"_s, u"{}"_s, {u"/a"_s});
    row("text to number", uR"({"a":"b"})"_s, uR"({"a":1})"_s, uR"({"a":1})"_s, {});
    row("removed", uR"({"a":1,"b/c":{"d":2,"e":3}})"_s, uR"({"b/c":{"e":3}})"_s, u"{}"_s, {u"/b~1c/d"_s, u"/a"_s});
}

void tst_MergePatch::holdsOnlyWhatChanged()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Json old = Json::parse(before.toStdString());
    const Json edited = Json::parse(after.toStdString());
    const MergePatch result = mergePatchOf(old, edited);
    QTEST(QString::fromUtf8(toBytes(result.patch)), "patch");
    QTEST(result.refused, "refused");
    if (result.refused.isEmpty())
        QVERIFY(isSameJson(merged(old, result.patch), edited));
}

void tst_MergePatch::mergesAsTheServiceDoes()
{
    // What somebody else changed meanwhile stays: only one's own members are sent.
    const Json now = Json::parse(R"({"a":5,"b":{"c":1,"x":true}})");
    const Json patch = Json::parse(R"({"b":{"c":2}})");
    QCOMPARE(QString::fromUtf8(toBytes(merged(now, patch))), uR"({"a":5,"b":{"c":2,"x":true}})"_s);
}

QTEST_APPLESS_MAIN(tst_MergePatch)
#include "tst_mergepatch.moc"
