// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/formschema.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Kind = FormField::Kind;

namespace {

FormSchema formOf(const char *schema)
{
    return FormSchema(std::make_shared<const Json>(Json::parse(schema)));
}

/// The only member of the form of {"properties": {"x": <schema>}}.
FormField fieldOf(const char *schema)
{
    const Json object{{"type", "object"}, {"properties", {{"x", Json::parse(schema)}}}};
    return FormSchema(std::make_shared<const Json>(object)).root().members.front();
}

QStringList keys(const std::vector<FormField> &fields)
{
    QStringList names;
    for (const FormField &field : fields)
        names << field.key + (field.required ? u"*"_s : QString());
    return names;
}

QStringList labels(const FormField &field)
{
    QStringList names;
    for (const FormChoice &choice : field.choices)
        names << choice.label;
    return names;
}

} // namespace

class TestFormSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kinds_data();
    void kinds();
    void describes();
    void titleFromKey();
    void choices();
    void order();
    void allOfMerges();
    void referencesMerge();
    void diamondIsNoCycle();
    void recursionIsLazy();
    void endlessReferenceIsTold();
    void remoteReferenceIsRefused();
    void conditions();
    void dependencies();
    void nestedConditionBehindReference();
    void variants();
    void nullableAlternative();
    void severalTypes();
    void tuples();
    void unknownWidgetIsTold();
    void tooManyFields();
    void anyJsonIsSafe_data();
    void anyJsonIsSafe();
    void requiredButNotDescribed();
    void noSchema();
    void initialValues_data();
    void initialValues();
};

void TestFormSchema::kinds_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *schema, Kind kind) { QTest::newRow(schema) << QByteArray(schema) << int(kind); };
    row(R"({"type":"string"})", Kind::Text);
    row(R"({"format":"date"})", Kind::Text);
    row(R"({"type":"number"})", Kind::Number);
    row(R"({"minimum":1})", Kind::Number);
    row(R"({"type":"integer"})", Kind::Integer);
    row(R"({"type":"boolean"})", Kind::Boolean);
    row(R"({"enum":[1,"a",null]})", Kind::Choice);
    row(R"({"const":{"a":1}})", Kind::Constant);
    row(R"({"oneOf":[{"const":1,"title":"One"},{"const":2}]})", Kind::Choice);
    row(R"({"oneOf":[{"type":"string"},{"type":"object","properties":{"a":{"type":"string"}}}]})", Kind::Variant);
    row(R"({"properties":{"a":{}}})", Kind::Object);
    row(R"({"type":"object","additionalProperties":false})", Kind::Object);
    row(R"({"type":"object"})", Kind::Raw);
    row(R"({"type":"array","items":{"type":"string"}})", Kind::Array);
    row(R"({"type":"array","uniqueItems":true,"items":{"enum":["a","b"]}})", Kind::MultiChoice);
    row(R"({"type":"array","items":{"enum":["a","b"]}})", Kind::Array);
    row(R"({"type":"array"})", Kind::Raw);
    row(R"({"type":"array","prefixItems":[{"type":"string"}]})", Kind::Array);
    row(R"({})", Kind::Raw);
    row(R"(true)", Kind::Raw);
    row(R"(false)", Kind::Raw);
    row(R"({"type":"potato"})", Kind::Raw);
    row(R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["b"]}]})",
        Kind::Object);
}

void TestFormSchema::kinds()
{
    QFETCH(QByteArray, schema);
    QFETCH(int, kind);
    const FormField field = fieldOf(schema.constData());
    QCOMPARE(int(field.kind), kind);
    // What is edited as JSON always says why.
    QCOMPARE(field.note.isEmpty(), field.kind != Kind::Raw);
}

void TestFormSchema::describes()
{
    const FormField field =
        fieldOf(R"({"type":"string","title":"T","description":"D","default":"d","examples":["e1","e2"],
        "format":"password","pattern":"^a","minLength":2,"maxLength":9,"readOnly":true,"ui:help":"H","ui:placeholder":"P"})");
    QCOMPARE(field.title, u"T"_s);
    QCOMPARE(field.description, u"D"_s);
    QCOMPARE(field.help, u"H"_s);
    QCOMPARE(field.placeholder, u"P"_s);
    QCOMPARE(field.examples, QStringList({u"e1"_s, u"e2"_s}));
    QVERIFY(field.defaultValue == Json("d"));
    QCOMPARE(field.minLength, 2);
    QCOMPARE(field.maxLength, 9);
    QCOMPARE(field.pattern, u"^a"_s);
    QVERIFY(field.readOnly && field.secret && !field.required && !field.hidden);
    QCOMPARE(int(field.widget), int(FormField::Widget::Password));
    const FormField hinted =
        fieldOf(R"({"type":"string","title":"T","ui:title":"U","ui:options":{"widget":"textarea"}})");
    QCOMPARE(hinted.title, u"U"_s);
    QCOMPARE(int(hinted.widget), int(FormField::Widget::TextArea));
    QVERIFY(fieldOf(R"({"type":"string","ui:widget":"hidden"})").hidden);
    QVERIFY(fieldOf(R"({"type":"string","writeOnly":true})").secret);
}

void TestFormSchema::titleFromKey()
{
    const FormSchema form = formOf(R"({"properties":{"firstName":{},"git_repo-url":{},"jobTemplateID":{},"x":{}}})");
    QStringList titles;
    for (const FormField &field : form.root().members)
        titles << field.title;
    QCOMPARE(titles, QStringList({u"First name"_s, u"Git repo url"_s, u"Job template ID"_s, u"X"_s}));
}

void TestFormSchema::choices()
{
    QCOMPARE(labels(fieldOf(R"({"enum":["a",2,true],"enumNames":["A","Two"]})")),
             QStringList({u"A"_s, u"Two"_s, u"Yes"_s}));
    const FormField titled = fieldOf(R"({"oneOf":[{"const":1,"title":"One"},{"const":2},{"type":"null"}]})");
    QCOMPARE(labels(titled), QStringList({u"One"_s, u"2"_s}));
    QVERIFY(titled.nullable);
    const FormField several =
        fieldOf(R"({"type":"array","uniqueItems":true,"items":{"anyOf":[{"const":"a","title":"A"},{"const":"b"}]}})");
    QCOMPARE(labels(several), QStringList({u"A"_s, u"b"_s}));
}

void TestFormSchema::order()
{
    QCOMPARE(keys(formOf(R"({"properties":{"a":{},"b":{},"c":{},"d":{}},"required":["b"],"ui:order":["c","*","a"]})")
                      .root()
                      .members),
             QStringList({u"c"_s, u"b*"_s, u"d"_s, u"a"_s}));
}

void TestFormSchema::allOfMerges()
{
    const FormField field = fieldOf(R"({"title":"Outer","allOf":[
        {"title":"Inner","type":"object","properties":{"a":{"type":"integer","minimum":1}},"required":["a"]},
        {"properties":{"a":{"minimum":3,"maximum":9},"b":{"enum":["x","y"]}}},
        {"properties":{"b":{"enum":["y","z"]}},"required":["b"]}]})");
    QCOMPARE(field.title, u"Outer"_s);
    QCOMPARE(keys(field.members), QStringList({u"a*"_s, u"b*"_s}));
    QVERIFY(field.members.at(0).minimum == Json(3));
    QVERIFY(field.members.at(0).maximum == Json(9));
    QCOMPARE(labels(field.members.at(1)), QStringList(u"y"_s));
}

void TestFormSchema::referencesMerge()
{
    const FormSchema form = formOf(R"({"$schema":"http://json-schema.org/draft-07/schema#","properties":{
        "home":{"$ref":"#/definitions/address","title":"Home","required":["zip"]},
        "work":{"$ref":"#/definitions/address"}},
        "definitions":{"address":{"title":"Address","type":"object","properties":{"street":{"type":"string"},"zip":{"type":"string"}}}}})");
    QCOMPARE(form.problems(), QStringList());
    QCOMPARE(form.root().members.at(0).title, u"Home"_s);
    QCOMPARE(form.root().members.at(1).title, u"Address"_s);
    // In draft 7 what stands beside $ref does not count; its title is shown all the same.
    QCOMPARE(keys(form.root().members.at(0).members), QStringList({u"street"_s, u"zip"_s}));
}

void TestFormSchema::diamondIsNoCycle()
{
    const FormSchema form = formOf(R"({"allOf":[{"$ref":"#/$defs/a"},{"$ref":"#/$defs/b"}],"$defs":{
        "a":{"$ref":"#/$defs/c"},"b":{"$ref":"#/$defs/c"},"c":{"properties":{"x":{"type":"string"}}}}})");
    QCOMPARE(form.problems(), QStringList());
    QCOMPARE(keys(form.root().members), QStringList(u"x"_s));
}

void TestFormSchema::recursionIsLazy()
{
    const FormSchema form = formOf(R"({"type":"object","properties":{"name":{"type":"string"},"child":{"$ref":"#"},
        "children":{"type":"array","items":{"$ref":"#"}}}})");
    QCOMPARE(form.problems(), QStringList());
    const FormField *child = &form.root().members.at(1);
    while (!child->lazy)
        child = &child->members.at(1);
    QCOMPARE(child->members.size(), 0U);
    const FormField whole = form.expanded(*child);
    QCOMPARE(keys(whole.members), QStringList({u"name"_s, u"child"_s, u"children"_s}));
    QCOMPARE(keys(form.item(form.root().members.at(2), 0).members),
             QStringList({u"name"_s, u"child"_s, u"children"_s}));
}

void TestFormSchema::endlessReferenceIsTold()
{
    for (const char *schema :
         {R"({"$ref":"#"})", R"({"properties":{"a":{"$ref":"#/properties/b"},"b":{"$ref":"#/properties/a"}}})"}) {
        const FormSchema form = formOf(schema);
        QCOMPARE(form.problems().size() >= 1, true);
        QVERIFY(form.problems().first().contains("without end"_L1));
    }
}

void TestFormSchema::remoteReferenceIsRefused()
{
    const FormSchema form =
        formOf(R"({"properties":{"a":{"title":"A","$ref":"http://example.com/s.json#/x"},"b":{"$ref":"#/nowhere"}}})");
    QCOMPARE(form.problems().size(), 2);
    QVERIFY(form.problems().at(0).contains("http://example.com/s.json"_L1));
    QVERIFY(form.problems().at(1).contains("#/nowhere"_L1));
    for (const FormField &field : form.root().members) {
        QCOMPARE(int(field.kind), int(Kind::Raw));
        QVERIFY(!field.note.isEmpty());
    }
    QCOMPARE(form.root().members.at(0).title, u"A"_s);
}

void TestFormSchema::conditions()
{
    const FormSchema form = formOf(R"({"type":"object","properties":{"kind":{"enum":["card","cash"]}},
        "if":{"properties":{"kind":{"const":"card"}},"required":["kind"]},
        "then":{"properties":{"number":{"type":"string"}},"required":["number"]},
        "else":{"properties":{"amount":{"type":"number"}}}})");
    QVERIFY(form.root().conditional);
    QCOMPARE(keys(form.root().members), QStringList(u"kind"_s));
    QCOMPARE(keys(form.members(form.root(), Json{{"kind", "card"}})), QStringList({u"kind"_s, u"number*"_s}));
    QCOMPARE(keys(form.members(form.root(), Json{{"kind", "cash"}})), QStringList({u"kind"_s, u"amount"_s}));
    QCOMPARE(keys(form.members(form.root(), Json::object())), QStringList({u"kind"_s, u"amount"_s}));
}

void TestFormSchema::dependencies()
{
    const FormSchema form = formOf(R"({"type":"object","properties":{"card":{"type":"string"},"cvc":{"type":"string"}},
        "dependentRequired":{"card":["cvc"]},"dependentSchemas":{"cvc":{"properties":{"holder":{"type":"string"}}}}})");
    QCOMPARE(keys(form.members(form.root(), Json::object())), QStringList({u"card"_s, u"cvc"_s}));
    QCOMPARE(keys(form.members(form.root(), Json{{"card", "1"}})), QStringList({u"card"_s, u"cvc*"_s}));
    QCOMPARE(keys(form.members(form.root(), Json{{"card", "1"}, {"cvc", "2"}})),
             QStringList({u"card"_s, u"cvc*"_s, u"holder"_s}));
}

void TestFormSchema::nestedConditionBehindReference()
{
    const FormSchema form = formOf(R"({"properties":{"pay":{"$ref":"#/definitions/pay"}},"definitions":{
        "isCard":{"properties":{"kind":{"const":"card"}},"required":["kind"]},
        "pay":{"type":"object","properties":{"kind":{"type":"string"}},
               "if":{"$ref":"#/definitions/isCard"},"then":{"properties":{"number":{"type":"string"}}}}}})");
    const FormField &pay = form.root().members.front();
    QVERIFY(pay.conditional);
    QCOMPARE(keys(form.members(pay, Json{{"kind", "card"}})), QStringList({u"kind"_s, u"number"_s}));
    QCOMPARE(keys(form.members(pay, Json{{"kind", "x"}})), QStringList(u"kind"_s));
}

void TestFormSchema::variants()
{
    const FormSchema form = formOf(R"({"properties":{"source":{"title":"Source","type":"object","required":["kind"],
        "properties":{"note":{"type":"string"}},"oneOf":[
        {"properties":{"kind":{"const":"git"},"url":{"type":"string"}},"required":["url"]},
        {"title":"An archive","properties":{"kind":{"const":"zip"},"file":{"type":"string"}}}]}}})");
    const FormField &source = form.root().members.front();
    QCOMPARE(int(source.kind), int(Kind::Variant));
    QCOMPARE(source.variants, QStringList({u"git"_s, u"An archive"_s}));
    QCOMPARE(keys(form.variant(source, 0).members), QStringList({u"kind*"_s, u"url*"_s, u"note"_s}));
    QCOMPARE(form.variantOf(source, Json{{"kind", "zip"}}), 1);
    QCOMPARE(form.variantOf(source, Json{{"kind", "git"}}), 0); // not complete, but meant
    QCOMPARE(form.variantOf(source, Json(3)), -1);
}

void TestFormSchema::nullableAlternative()
{
    const FormField field = fieldOf(R"({"title":"T","anyOf":[{"type":"string","maxLength":3},{"type":"null"}]})");
    QCOMPARE(int(field.kind), int(Kind::Text));
    QVERIFY(field.nullable);
    QCOMPARE(field.title, u"T"_s);
    QCOMPARE(field.maxLength, 3);
    QVERIFY(fieldOf(R"({"type":["string","null"]})").nullable);
}

void TestFormSchema::severalTypes()
{
    const FormSchema form = formOf(R"({"properties":{"x":{"type":["string","integer","null"],"title":"X"}}})");
    const FormField &field = form.root().members.front();
    QCOMPARE(int(field.kind), int(Kind::Variant));
    QCOMPARE(field.variants, QStringList({u"Text"_s, u"Whole number"_s}));
    QCOMPARE(int(form.variant(field, 1).kind), int(Kind::Integer));
    QCOMPARE(form.variantOf(field, Json(4)), 1);
}

void TestFormSchema::tuples()
{
    const FormSchema form = formOf(R"({"properties":{"x":{"type":"array","items":[{"type":"string"},{"type":"integer"}],
        "additionalItems":{"type":"boolean"}},"y":{"type":"array","prefixItems":[{"type":"string"}],"items":false}}})");
    const FormField &x = form.root().members.at(0);
    QCOMPARE(x.tuple, 2);
    QVERIFY(!x.fixedSize);
    QCOMPARE(int(form.item(x, 1).kind), int(Kind::Integer));
    QCOMPARE(int(form.item(x, 2).kind), int(Kind::Boolean));
    QVERIFY(form.root().members.at(1).fixedSize);
}

void TestFormSchema::unknownWidgetIsTold()
{
    const FormField field = fieldOf(R"({"type":"string","ui:widget":"ActiveDropdown","ui:props":{"fetch:url":"x"}})");
    QCOMPARE(int(field.kind), int(Kind::Text));
    QVERIFY(field.note.contains("ActiveDropdown"_L1));
}

void TestFormSchema::tooManyFields()
{
    Json schema{{"type", "object"}, {"properties", Json::object()}};
    for (int i = 0; i < 3000; ++i)
        schema["properties"]["p" + std::to_string(i)] = Json{{"type", "string"}};
    const FormSchema form(std::make_shared<const Json>(schema));
    QCOMPARE(form.root().members.size(), 3000U);
    QCOMPARE(int(form.root().members.at(100).kind), int(Kind::Text));
    QCOMPARE(int(form.root().members.at(2999).kind), int(Kind::Raw));
    QCOMPARE(form.problems().size(), 1);
    for (int i = 3000; i < 20'000; ++i)
        schema["properties"].get_ref<Json::object_t &>().emplace_back("p" + std::to_string(i), Json::object());
    const FormSchema endless(std::make_shared<const Json>(schema));
    QCOMPARE(endless.root().members.size(), std::size_t(2 * FormSchema::kMaxFields - 1));
    QCOMPARE(endless.problems(), form.problems());
}

void TestFormSchema::anyJsonIsSafe_data()
{
    QTest::addColumn<QByteArray>("schema");
    for (const char *schema :
         {"null", "[]", "3", R"("x")", R"({"properties":[]})", R"({"properties":{"a":3}})", R"({"allOf":[1,null]})",
          R"({"oneOf":[[],3]})", R"({"enum":{}})", R"({"required":"a","properties":{"a":{}}})",
          R"({"type":["object",4],"properties":{"a":{"items":[[]]}}})", R"({"$ref":4})", R"({"if":3,"then":[]})",
          R"({"anyOf":[{"$ref":"#"},{"type":"null"}]})", R"({"items":{"$ref":"#"},"type":"array"})",
          R"({"dependencies":{"a":3}})",
          R"({"properties":{"a":{"uniqueItems":true,"type":"array","items":{"enum":[]}}}})",
          R"({"type":"object","properties":{"a":{"$ref":"#/properties/a/x"}}})",
          R"({"anyOf":[{"anyOf":[{"$ref":"#"}]},{"$ref":"#"}]})"})
        QTest::newRow(schema) << QByteArray(schema);
}

void TestFormSchema::anyJsonIsSafe()
{
    QFETCH(QByteArray, schema);
    const FormSchema form = formOf(schema.constData());
    const auto walk = [&form](const auto &self, const FormField &field, int depth) -> void {
        QVERIFY(field.schema);
        if (depth > 4)
            return;
        (void)form.variantOf(field, Json{{"a", 1}});
        if (field.kind == Kind::Array)
            self(self, form.item(field, 0), depth + 1);
        for (qsizetype i = 0; i < field.variants.size(); ++i)
            self(self, form.variant(field, i), depth + 1);
        for (const FormField &member : form.members(field, Json{{"a", 1}}))
            self(self, member, depth + 1);
        (void)initialValue(form, field);
    };
    walk(walk, form.root(), 0);
}

void TestFormSchema::requiredButNotDescribed()
{
    const FormSchema form = formOf(R"({"type":"object","properties":{"a":{"type":"string"}},"required":["b","a"]})");
    QCOMPARE(keys(form.root().members), QStringList({u"a*"_s, u"b*"_s}));
    QCOMPARE(int(form.root().members.at(1).kind), int(Kind::Raw));
}

void TestFormSchema::noSchema()
{
    QCOMPARE(int(FormSchema().root().kind), int(Kind::Raw));
    QCOMPARE(FormSchema().problems(), QStringList());
}

void TestFormSchema::initialValues_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *schema, const char *value) {
        QTest::newRow(schema) << QByteArray(schema) << QByteArray(value);
    };
    row(R"({"type":"object","properties":{"a":{"type":"string","default":"x"},"b":{"type":"string"},"c":{"type":"boolean"}}})",
        R"({"a":"x"})");
    row(R"({"type":"object","required":["c","l","o","k"],"properties":{"c":{"type":"boolean"},"k":{"const":7},
        "l":{"type":"array","items":{"type":"string"}},"o":{"type":"object","properties":{"a":{"type":"string"}}}}})",
        R"({"c":false,"k":7,"l":[],"o":{}})");
    row(R"({"type":"object","properties":{"o":{"type":"object","properties":{"a":{"default":1,"type":"integer"}}},
        "p":{"type":"object","properties":{"a":{"type":"string"}}}}})",
        R"({"o":{"a":1}})");
    row(R"({"type":"object","default":{"a":9},"properties":{"a":{"default":1,"type":"integer"},"b":{"default":2,"type":"integer"}}})",
        R"({"a":9,"b":2})");
    row(R"({"type":"object","required":["l"],"properties":{"l":{"type":"array","minItems":2,
        "items":{"type":"object","properties":{"n":{"type":"integer","default":1}}}}}})",
        R"({"l":[{"n":1},{"n":1}]})");
    row(R"({"type":"object","properties":{"k":{"enum":["a","b"],"default":"a"}},
        "if":{"properties":{"k":{"const":"a"}}},"then":{"properties":{"n":{"type":"integer","default":5}}}})",
        R"({"k":"a","n":5})");
}

void TestFormSchema::initialValues()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, expected);
    const FormSchema form = formOf(schema.constData());
    const auto value = initialValue(form, form.root());
    QVERIFY(value.has_value());
    QCOMPARE(toBytes(*value), expected);
}

QTEST_GUILESS_MAIN(TestFormSchema)
#include "tst_formschema.moc"
