// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/secrets.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// What is kept of an input: every text "hush" must be gone, everything else must stay.
class TestSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleans_data();
    void cleans();
    void withoutASchemaNothingIsSecret();
    void endsOnHostileSchemas();
};

void TestSecrets::cleans_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("kept");
    const auto row = [](const char *name, const char *schema, const char *value, const char *kept) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(value) << QByteArray(kept);
    };
    row("format", R"({"properties":{"a":{},"p":{"format":"password"}}})", R"({"a":"x","p":"hush"})", R"({"a":"x"})");
    row("writeOnly", R"({"properties":{"p":{"writeOnly":true}}})", R"({"p":{"deep":"hush"}})", "{}");
    row("widget", R"({"properties":{"p":{"ui:widget":"password"}}})", R"({"p":"hush"})", "{}");
    row("widget in options", R"({"properties":{"p":{"ui:options":{"widget":"password"}}}})", R"({"p":"hush"})", "{}");
    row("nested", R"({"properties":{"o":{"properties":{"p":{"format":"password"}}}}})", R"({"o":{"p":"hush","q":1}})",
        R"({"o":{"q":1}})");
    row("in a list", R"({"properties":{"l":{"items":{"properties":{"p":{"writeOnly":true}}}}}})",
        R"({"l":[{"p":"hush","u":1},{"p":"hush"}]})", R"({"l":[{"u":1},{}]})");
    row("a list of secrets", R"({"properties":{"l":{"items":{"format":"password"}}}})", R"({"l":["hush","hush"]})",
        "{}");
    row("a tuple keeps its places", R"({"properties":{"l":{"items":[{},{"format":"password"},{}]}}})",
        R"({"l":["a","hush","c"]})", R"({"l":["a",null,"c"]})");
    row("prefixItems and the rest", R"({"properties":{"l":{"prefixItems":[{}],"items":{"writeOnly":true}}}})",
        R"({"l":["a","hush","hush"]})", R"({"l":["a",null,null]})");
    row("behind a reference", R"({"properties":{"o":{"$ref":"#/$defs/o"}},
        "$defs":{"o":{"properties":{"p":{"$ref":"#/$defs/p"}}},"p":{"format":"password"}}})",
        R"({"o":{"p":"hush"}})", R"({"o":{}})");
    row("beside a reference of draft 7", R"({"$schema":"http://json-schema.org/draft-07/schema#",
        "properties":{"p":{"$ref":"#/definitions/t","writeOnly":true}},"definitions":{"t":{"type":"string"}}})",
        R"({"p":"hush"})", "{}");
    row("recursive", R"({"properties":{"p":{"writeOnly":true},"in":{"$ref":"#"}}})",
        R"({"p":"hush","in":{"in":{"p":"hush","x":1}}})", R"({"in":{"in":{"x":1}}})");
    row("oneOf, whichever is chosen", R"({"oneOf":[{"properties":{"k":{"const":"a"},"p":{"format":"password"}}},
        {"properties":{"k":{"const":"b"}}}]})",
        R"({"k":"b","p":"hush"})", R"({"k":"b"})");
    row("anyOf and allOf", R"({"allOf":[{"anyOf":[{"properties":{"p":{"writeOnly":true}}}]}]})",
        R"({"p":"hush","a":1})", R"({"a":1})");
    row("a condition that does not hold", R"({"if":{"required":["x"]},"then":{"properties":{"p":{"writeOnly":true}}}})",
        R"({"p":"hush"})", "{}");
    row("dependencies", R"({"dependencies":{"a":{"properties":{"p":{"writeOnly":true}}}}})", R"({"p":"hush"})", "{}");
    row("maps", R"({"additionalProperties":{"format":"password"},"properties":{"a":{}}})", R"({"a":1,"any":"hush"})",
        R"({"a":1})");
    row("names by pattern", R"({"patternProperties":{"^x-":{"writeOnly":true}}})", R"({"x-a":"hush","b":1})",
        R"({"b":1})");
    row("a pattern that cannot be read", R"({"patternProperties":{"(":{"writeOnly":true}}})", R"({"a":"hush"})", "{}");
    row("false is not true", R"({"properties":{"p":{"writeOnly":false,"format":"email"}}})", R"({"p":"x"})",
        R"({"p":"x"})");
    row("names with odd letters", R"({"properties":{"a/b~c":{"writeOnly":true}}})", R"({"a/b~c":"hush"})", "{}");
}

void TestSecrets::cleans()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, kept);
    const auto document = std::make_shared<const Json>(Json::parse(schema.toStdString()));
    const auto left = withoutSecrets(document, Json::parse(value.toStdString()));
    QVERIFY(left);
    QCOMPARE(toBytes(*left), kept);
    QVERIFY(!toBytes(*left).contains("hush"));
}

void TestSecrets::withoutASchemaNothingIsSecret()
{
    const Json value{{"password", "x"}};
    QVERIFY(*withoutSecrets(nullptr, value) == value);
    QVERIFY(!withoutSecrets(std::make_shared<const Json>(Json{{"writeOnly", true}}), value));
}

void TestSecrets::endsOnHostileSchemas()
{
    Json deep = Json::object();
    for (int i = 0; i < 300; ++i)
        deep = Json{{"a", deep}};
    for (const char *schema :
         {R"({"$ref":"#"})", R"({"allOf":[{"$ref":"#"},{"$ref":"#/allOf/0"}]})", R"({"properties":{"a":{"$ref":"#"}}})",
          R"({"$ref":"https://example.com/x"})",
          R"({"properties":7,"items":"x","oneOf":{},"additionalProperties":true})", "true", "[]"}) {
        const auto document = std::make_shared<const Json>(Json::parse(schema));
        QVERIFY2(*withoutSecrets(document, deep) == deep, schema);
    }
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
