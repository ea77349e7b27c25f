// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/validator.h"

#include <QDir>
#include <QTest>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

Json json(const char *text)
{
    return Json::parse(text);
}

/// "pointer: message" of each error, in order.
QStringList told(const char *schema, const char *value)
{
    QStringList lines;
    const auto errors = validate(json(schema), json(value));
    for (const FieldError &error : errors)
        lines << error.pointer + u": "_s + error.message;
    return lines;
}

QByteArray nested(int depth, const char *open, const char *inner, const char *close)
{
    return QByteArray(open).repeated(depth) + inner + QByteArray(close).repeated(depth);
}

} // namespace

class TestValidator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void messages_data();
    void messages();
    void newerDrafts_data();
    void newerDrafts();
    void agreesWithValijson_data() { agreementRows(); }
    void agreesWithValijson();
    void patternThatNeverEndsIsLeftToTheServer();
    void longTextAgainstAPattern();
    void unknownPatternIsLeftToTheServer();
    void endlessReferences_data();
    void endlessReferences();
    void remoteReferenceIsToldNotFetched();
    void wrongKeywordsAreLeftOut();
    void deepValuesAndSchemas();
    void manyErrorsAreCut();
    void stopsWhenCancelled();

private:
    static void agreementRows();
};

void TestValidator::messages_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *schema, const char *value, const QStringList &expected) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(value) << expected;
    };
    row("required on its own pointer", R"({"type":"object","required":["a/b"]})", "{}",
        {u"/a~1b: This field is required."_s});
    row("required and there", R"({"type":"object","required":["a"]})", R"({"a":null})", {});
    row("type", R"({"properties":{"n":{"type":"integer"}}})", R"({"n":"x"})",
        {u"/n: A whole number is expected here."_s});
    row("whole float", R"({"type":"integer"})", "4.0", {});
    row("nullable", R"({"type":["null","string"]})", "3", {u": A text is expected here."_s});
    row("minimum", R"({"minimum":8})", "7", {u": Must be at least 8."_s});
    row("exclusive", R"({"exclusiveMinimum":0})", "0", {u": Must be greater than 0."_s});
    row("draft 4 exclusive", R"({"minimum":0,"exclusiveMinimum":true})", "0", {u": Must be greater than 0."_s});
    row("decimal step", R"({"multipleOf":0.01})", "19.99", {});
    row("decimal step missed", R"({"multipleOf":0.01})", "19.999", {u": Must be a multiple of 0.01."_s});
    row("large whole step", R"({"multipleOf":2})", "9007199254740993", {u": Must be a multiple of 2."_s});
    row("length counts characters", R"({"maxLength":2})", R"("🎈🎈")", {});
    row("length plural", R"({"maxLength":2})", R"("abc")", {u": At most 2 characters are allowed."_s});
    row("empty text", R"({"minLength":1})", R"("")", {u": Fill in this field."_s});
    row("pattern", R"({"pattern":"^[A-Z]{2}-\\d{4}$"})", R"("EN-12")",
        {u": This does not have the expected form (^[A-Z]{2}-\\d{4}$)."_s});
    row("unicode pattern", R"({"pattern":"^\\u00e9+$"})", R"("éé")", {});
    row("format", R"({"format":"email"})", R"("name@")", {u": An e-mail address such as name@example.com."_s});
    row("enum", R"({"enum":["a",{"x":1,"y":2}]})", R"({"y":2,"x":1})", {});
    row("enum missed", R"({"enum":["a"]})", R"("b")", {u": Choose one of the listed values."_s});
    row("const", R"({"const":1})", "2", {u": This value is fixed and cannot be changed."_s});
    row("items", R"({"items":{"type":"string"}})", R"(["a",1])", {u"/1: A text is expected here."_s});
    row("tuple", R"({"items":[{"type":"string"}],"additionalItems":false})", R"(["a",1])",
        {u"/1: This entry is one too many."_s});
    row("few", R"({"minItems":1})", "[]", {u": At least 1 entries are needed."_s});
    row("unique", R"({"uniqueItems":true})", R"([{"a":1,"b":2},3,{"b":2,"a":1}])",
        {u"/2: This entry is in the list already."_s});
    row("contains", R"({"contains":{"const":1}})", "[2]", {u": An entry that is needed is missing."_s});
    row("unknown member", R"({"properties":{"a":{}},"additionalProperties":false})", R"({"b":1})",
        {u"/b: “b” is not expected here."_s});
    row("pattern member", R"({"patternProperties":{"^x-":{"type":"string"}},"additionalProperties":false})",
        R"({"x-a":1})", {u"/x-a: A text is expected here."_s});
    row("names", R"({"propertyNames":{"maxLength":2}})", R"({"abc":1})",
        {u"/abc: The name “abc” is not allowed here."_s});
    row("dependency", R"({"dependencies":{"a":["b"]}})", R"({"a":1})", {u"/b: Required together with “a”."_s});
    row("then", R"({"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}})", R"({"a":1})",
        {u"/b: This field is required."_s});
    row("else", R"({"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}})", "{}",
        {u"/c: This field is required."_s});
    row("nearest alternative", R"({"oneOf":[{"type":"string"},{"type":"object","required":["a"]}]})", "{}",
        {u"/a: This field is required."_s});
    row("two alternatives", R"({"oneOf":[{"minimum":1},{"minimum":2}]})", "3",
        {u": This value fits more than one of the alternatives."_s});
    row("no alternative", R"({"anyOf":[{"type":"string"},{"type":"boolean"}]})", "3",
        {u": This value fits none of the alternatives."_s});
    row("not", R"({"not":{"const":0}})", "0", {u": This value is not allowed."_s});
    row("local reference", R"({"$ref":"#/definitions/a","definitions":{"a":{"type":"string"}}})", "1",
        {u": A text is expected here."_s});
    row("escaped reference", R"({"$ref":"#/definitions/a~1b%25","definitions":{"a/b%":{"type":"string"}}})", "1",
        {u": A text is expected here."_s});
    row("condition behind a reference",
        R"({"properties":{"x":{"$ref":"#/definitions/n"}},"definitions":{"n":{"propertyNames":{"pattern":"^a"}}}})",
        R"({"x":{"b":1}})", {u"/x/b: The name “b” is not allowed here."_s});
    row("recursive",
        R"({"$id":"classpath:/schemas/x.json","properties":{"child":{"$ref":"#"},"n":{"type":"integer"}}})",
        R"({"child":{"child":{"n":"x"}}})", {u"/child/child/n: A whole number is expected here."_s});
}

void TestValidator::messages()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QStringList, expected);
    QCOMPARE(Validator(json(schema.constData())).problem(), QString());
    QCOMPARE(told(schema.constData(), value.constData()), expected);
}

void TestValidator::newerDrafts_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("pointer"); // of the first error; "-" for none
    const auto row = [](const char *name, const char *schema, const char *value, const char *pointer) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(value) << QString::fromUtf8(pointer);
    };
    row("defs", R"({"$ref":"#/$defs/a","$defs":{"a":{"type":"string"}}})", "1", "");
    row("prefixItems", R"({"prefixItems":[{"type":"string"}],"items":{"type":"integer"}})", R"(["a",1,"b"])", "/2");
    row("dependentRequired", R"({"dependentRequired":{"a":["b"]}})", R"({"a":1})", "/b");
    row("dependentSchemas", R"({"dependentSchemas":{"a":{"required":["b"]}}})", R"({"a":1})", "/b");
    row("both dependencies", R"({"dependentRequired":{"a":["b"]},"dependentSchemas":{"a":{"required":["c"]}}})",
        R"({"a":1,"b":2})", "/c");
    row("anchor", R"({"$ref":"#p","$defs":{"x":{"$anchor":"p","type":"string"}}})", "1", "");
    row("embedded id", R"({"$id":"https://a/root","$ref":"part","$defs":{"x":{"$id":"part","type":"string"}}})", "1",
        "");
    row("keywords beside a reference", R"({"$schema":"https://json-schema.org/draft/2020-12/schema","$ref":"#/$defs/a",
        "minLength":3,"$defs":{"a":{"type":"string"}}})",
        R"("ab")", "");
    row("ignored beside it in draft 7",
        R"({"$schema":"http://json-schema.org/draft-07/schema#","$ref":"#/definitions/a",
        "minLength":3,"definitions":{"a":{"type":"string"}}})",
        R"("ab")", "-");
    row("boolean schema", R"({"properties":{"a":false}})", R"({"a":1})", "/a");
    row("OpenAPI nullable", R"({"type":"string","nullable":true})", "null", "-");
}

void TestValidator::newerDrafts()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QString, pointer);
    const auto errors = validate(json(schema.constData()), json(value.constData()));
    QCOMPARE(errors.isEmpty() ? u"-"_s : errors.first().pointer, pointer);
}

void TestValidator::agreementRows()
{
    QTest::addColumn<QByteArray>("schema");
    const char *schemas[] = {
        R"({"type":"object","properties":{"a":{"type":"string","minLength":2},"b":{"type":"integer","maximum":5}},"required":["a"]})",
        R"({"type":"array","items":{"type":"number"},"minItems":1,"maxItems":3,"uniqueItems":true})",
        R"({"oneOf":[{"type":"string"},{"type":"integer"},{"type":"object","required":["a"]}]})",
        R"({"anyOf":[{"required":["a"]},{"required":["b"]}],"type":"object"})",
        R"({"allOf":[{"type":"number"},{"minimum":1},{"not":{"const":3}}]})",
        R"({"if":{"properties":{"a":{"const":"x"}},"required":["a"]},"then":{"required":["b"]},"else":{"minProperties":2}})",
        R"({"dependencies":{"a":["b"],"b":{"maxProperties":2}}})",
        R"({"patternProperties":{"^a":{"type":"string"}},"additionalProperties":{"type":"integer"}})",
        R"({"items":[{"type":"string"},{"type":"integer"}],"additionalItems":{"type":"boolean"}})",
        R"({"properties":{"a":{}},"additionalProperties":false})",
        R"({"items":[{"type":"string"},{"type":"integer"}],"additionalItems":false})",
        R"({"enum":["xy",3,[1],{"a":"x"},null]})",
        R"({"contains":{"type":"string","pattern":"^x"}})",
        R"({"propertyNames":{"maxLength":1}})",
        R"({"multipleOf":1.5})",
    };
    for (const char *schema : schemas)
        QTest::newRow(schema) << QByteArray(schema);
}

/// The verdict is compared with valijson's own validator on values of every kind.
void TestValidator::agreesWithValijson()
{
    QFETCH(QByteArray, schema);
    valijson::Schema parsed;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    const nlohmann::json document = nlohmann::json::parse(schema.toStdString());
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document), parsed);
    const Validator validator(json(schema.constData()));
    const char *values[] = {"null",
                            "true",
                            "0",
                            "3",
                            "4",
                            "7",
                            "1.5",
                            "-2",
                            R"("")",
                            R"("x")",
                            R"("xy")",
                            "[]",
                            "[1]",
                            "[1,1]",
                            "[1,2,3,4]",
                            R"(["x",1])",
                            R"(["x",1,true])",
                            R"(["x",1,2])",
                            "{}",
                            R"({"a":"x"})",
                            R"({"a":"xy"})",
                            R"({"a":1})",
                            R"({"b":1})",
                            R"({"b":9})",
                            R"({"a":"xy","b":9})",
                            R"({"a":"x","b":1})",
                            R"({"a":"x","b":1,"c":2})",
                            R"({"ab":"x","c":"y"})",
                            R"({"c":1,"d":2})"};
    for (const char *value : values) {
        valijson::Validator reference;
        const nlohmann::json target = nlohmann::json::parse(value);
        const bool fits = reference.validate(parsed, valijson::adapters::NlohmannJsonAdapter(target), nullptr);
        QVERIFY2(validator.accepts(json(value)) == fits, value);
        QVERIFY2(validator.validate(json(value)).isEmpty() == fits, value);
    }
}

void TestValidator::patternThatNeverEndsIsLeftToTheServer()
{
    const Validator validator(json(R"({"pattern":"^(a+)+$"})"));
    const Json value = std::string(60, 'a') + "!";
    QCOMPARE(validator.validate(value), QList<FieldError>());
    QCOMPARE(validator.validate(Json("b")).size(), 1);
}

void TestValidator::longTextAgainstAPattern()
{
    // std::regex overflows the stack here
    const Validator validator(json(R"({"pattern":"^(a|b)*$","format":"email"})"));
    QVERIFY(validator.validate(Json(std::string(1'000'000, 'a'))).size() >= 1);
}

void TestValidator::unknownPatternIsLeftToTheServer()
{
    QCOMPARE(told(R"({"pattern":"("})", R"("x")"), QStringList());
    QCOMPARE(told(R"({"patternProperties":{"[":{"type":"string"}},"additionalProperties":false})", R"({"a":1})"),
             QStringList());
}

void TestValidator::endlessReferences_data()
{
    QTest::addColumn<QByteArray>("schema");
    for (const char *schema :
         {R"({"$ref":"#"})", R"({"$schema":"http://json-schema.org/draft-07/schema#","$ref":"#"})",
          R"({"$ref":"#/definitions/a","definitions":{"a":{"$ref":"#/definitions/b"},"b":{"$ref":"#/definitions/a"}}})",
          R"({"allOf":[{"$ref":"#"}]})", R"({"anyOf":[{"$ref":"#"},{"$ref":"#"}]})", R"({"not":{"$ref":"#"}})"})
        QTest::newRow(schema) << QByteArray(schema);
}

void TestValidator::endlessReferences()
{
    QFETCH(QByteArray, schema);
    const Validator validator(json(schema.constData()));
    (void)validator.validate(json(R"({"a":1})")); // ends
    (void)validator.accepts(json("1"));
}

void TestValidator::remoteReferenceIsToldNotFetched()
{
    const Validator validator(
        json(R"({"properties":{"a":{"$ref":"https://example.com/a.json"},"b":{"type":"string"}}})"));
    QVERIFY(validator.problem().contains("https://example.com/a.json"_L1));
    const auto errors = validator.validate(json(R"({"a":1,"b":1})"));
    QCOMPARE(errors.size(), 1); // the rest is still checked
    QCOMPARE(errors.first().pointer, u"/b"_s);
}

void TestValidator::wrongKeywordsAreLeftOut()
{
    const Validator validator(json(R"({"title":7,"description":[],"type":"strang","minLength":"x","required":[1,"a"],
        "properties":[],"pattern":3,"enum":{},"items":5,"allOf":{},"format":{"a":1},"dependencies":[],"multipleOf":0})"));
    const auto errors = validator.validate(json("{}"));
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.first().pointer, u"/a"_s);
}

void TestValidator::deepValuesAndSchemas()
{
    const Json deepSchema = json(nested(200, R"({"properties":{"a":)", "{}", "}}").constData());
    const Json deepValue = json(nested(400, R"({"a":)", "1", "}").constData());
    QVERIFY(!Validator(deepSchema).problem().isEmpty());
    (void)Validator(deepSchema).validate(deepValue);
    const Validator recursive(json(R"({"properties":{"a":{"$ref":"#"}}})"));
    QCOMPARE(recursive.validate(deepValue), QList<FieldError>());
}

void TestValidator::manyErrorsAreCut()
{
    Json value = Json::array();
    for (int i = 0; i < 10'000; ++i)
        value.push_back(i);
    QCOMPARE(Validator(json(R"({"items":{"type":"string"}})")).validate(value).size(), Validator::kMaxErrors);
}

void TestValidator::stopsWhenCancelled()
{
    const Json value(Json::array_t(200'000, 1));
    int asked = 0;
    (void)Validator(json(R"({"items":{"type":"string"}})")).validate(value, [&asked] {
        ++asked;
        return true;
    });
    QCOMPARE(asked, 1);
}

QTEST_GUILESS_MAIN(TestValidator)
#include "tst_validator.moc"
