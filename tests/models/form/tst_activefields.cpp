// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/activechoices.h"
#include "models/form/activeprops.h"
#include "models/form/activeschema.h"
#include "models/form/activetemplate.h"
#include "models/form/formschema.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

Json parsed(const char *text)
{
    return Json::parse(text);
}

SharedJson shared(const char *text)
{
    return std::make_shared<const Json>(Json::parse(text));
}

ActiveValues values()
{
    ActiveValues all;
    all.current = shared(R"({"who":"A & B/c","n":3,"yes":true,"deep":{"list":[{"x":"found"}]},"empty":""})");
    all.facts.baseUrl = u"https://hub:7007"_s;
    all.facts.user = {u"1"_s, u"Olivia"_s, u"Olivia Operator"_s, u"o@example.com"_s, {}};
    return all;
}

FormField fieldOf(const char *schema)
{
    return FormSchema(shared(schema)).root();
}

} // namespace

/// What the schema of a field that asks servers says, without anybody being asked.
class TestActiveFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fillsTemplates_data();
    void fillsTemplates();
    void addressKeepsItsParts();
    void namesWhatIsMissing();
    void tokenTravelsInItsHeaderOnly();
    void saysWhyAFieldIsPlain_data();
    void saysWhyAFieldIsPlain();
    void readsProps();
    void pairsValuesWithLabels();
    void tellsWrongAnswers();
    void readsRefusals();
    void replacesPartsOfASchema();
    void keepsWhatFits();
};

void TestActiveFields::fillsTemplates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
    };
    row(R"("plain")", R"("plain")");
    row(R"("Mr. $${{current.who}}!")", R"("Mr. A & B/c!")");
    row(R"("$${{current.n}}")", "3");
    row(R"("n=$${{ current.n }}")", R"("n=3")");
    row(R"("$${{current.deep.list.0.x}}")", R"("found")");
    row(R"("$${{current.deep}}")", R"({"list":[{"x":"found"}]})");
    row(R"("it: $${{current.deep.list}}")", R"("it: [{\"x\":\"found\"}]")");
    row(R"("$${{current.missing}}")", "");
    row(R"({"a":"$${{current.missing}}","b":"$${{current.empty}}","c":"$${{current.yes}}","d":1})",
        R"({"c":true,"d":1})");
    row(R"(["x","$${{current.who}}",{"y":"$${{identityApi.userEntityRef}}"}])",
        R"(["x","A & B/c",{"y":"user:default/olivia"}])");
    row(R"("jsonata:n * 2")", "6");
    row(R"("$${{unclosed")", R"("$${{unclosed")");
    row(R"("$${{identityApi.profileEmail}} $${{identityApi.displayName}}")", R"("o@example.com Olivia Operator")");
}

void TestActiveFields::fillsTemplates()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const FilledTemplate filled = fillTemplate(Json::parse(text.toStdString()), values());
    QCOMPARE(filled.value ? toBytes(*filled.value) : QByteArray(), expected);
}

void TestActiveFields::addressKeepsItsParts()
{
    QStringList missing;
    QCOMPARE(fillAddress(u"$${{backend.baseUrl}}/api?q=$${{current.who}}&n=$${{current.n}}"_s, values(), &missing),
             u"https://hub:7007/api?q=A%20%26%20B/c&n=3"_s);
    QCOMPARE(missing, QStringList());
}

void TestActiveFields::namesWhatIsMissing()
{
    QStringList missing;
    (void)fillAddress(u"/x/$${{current.empty}}/$${{current.gone}}"_s, values(), &missing);
    QCOMPARE(missing, (QStringList{u"current.empty"_s, u"current.gone"_s}));
}

void TestActiveFields::tokenTravelsInItsHeaderOnly()
{
    QVERIFY(isTokenHeader(u"authorization"_s, "Bearer $${{identityApi.token}}"));
    QVERIFY(!isTokenHeader(u"X-Token"_s, "Bearer $${{identityApi.token}}"));
    QVERIFY(!isTokenHeader(u"Authorization"_s, "Bearer x$${{identityApi.token}}"));
    QVERIFY(!templateProblem("https://a/?t=$${{identityApi.token}}").isEmpty());
    QVERIFY(templateProblem("https://a/?t=$${{current.x}}").isEmpty());
    QVERIFY(!templateValue(u"identityApi.token"_s, values()));
}

void TestActiveFields::saysWhyAFieldIsPlain_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("said"); // a part of it; "" for an active field
    const auto row = [](const char *name, const char *type, const char *widget, const char *props, const char *said) {
        QTest::newRow(name) << QString::fromUtf8(R"({"type":"%1","ui:widget":"%2","ui:props":%3})")
                                   .arg(QLatin1StringView(type), QLatin1StringView(widget), QString::fromUtf8(props))
                            << QString::fromUtf8(said);
    };
    row("fine", "string", "ActiveTextInput", R"({"fetch:url":"/a","fetch:response:value":"b"})", "");
    row("type", "boolean", "ActiveDropdown", R"({"fetch:url":"/a","fetch:response:value":"b"})", "does not go with");
    row("no address", "string", "ActiveDropdown", R"({"fetch:response:value":"b"})", "fetch:url");
    row("no choices", "string", "ActiveDropdown", R"({"fetch:url":"/a"})", "fetch:response:value");
    row("verb", "string", "ActiveTextInput", R"({"fetch:url":"/a","fetch:method":"delete"})", "does not send DELETE");
    row("setting", "string", "ActiveTextInput", R"({"fetch:url":"/$${{rjsfConfig.orchestrator.x}}"})",
        "setting of the Developer Hub");
    row("provider", "string", "ActiveTextInput",
        R"({"fetch:url":"/a","fetch:headers":{"X":"$${{githubAuthApi.token}}"}})", "another provider");
    row("token in body", "string", "ActiveTextInput",
        R"({"fetch:url":"/a","fetch:method":"POST","fetch:body":{"t":"$${{identityApi.token}}"}})",
        "Authorization header only");
    row("expression", "string", "ActiveDropdown", R"({"fetch:url":"/a","fetch:response:value":"a^b"
})",
        "Podium cannot follow the expression “a^b”: “^” is not supported.");
    row("an expression it can do without", "string", "ActiveTextInput",
        R"({"fetch:url":"/a","fetch:response:value":"b","fetch:response:autocomplete":"a^b"
    })",
        "");
}

void TestActiveFields::saysWhyAFieldIsPlain()
{
    QFETCH(QString, schema);
    QFETCH(QString, said);
    const FormField field = fieldOf(schema.toUtf8().constData());
    QVERIFY(!field.active.isEmpty());
    const QString problem = activeProblem(field, readActiveProps(field));
    if (said.isEmpty())
        QCOMPARE(problem, QString());
    else
        QVERIFY2(problem.contains(said), qUtf8Printable(problem));
    const bool isLeftOut = QByteArray(QTest::currentDataTag()).startsWith("an expression");
    QCOMPARE(activeShortcomings(readActiveProps(field)).contains("a^b"_L1), isLeftOut);
}

void TestActiveFields::readsProps()
{
    const FormField field = fieldOf(R"({"type":"string","ui:widget":"ActiveTextInput","ui:props":{
        "fetch:url":"/a","fetch:method":"post","fetch:retrigger":["current.x",3],"fetch:response:value":"v",
        "fetch:response:extra":{"a":1},"fetch:response:default":"d","fetch:clearOnRetrigger":true,
        "fetch:error:ignoreUnready":"true","fetch:error:silent":true,"fetch:retry:maxAttempts":99,
        "fetch:retry:delay":1500,"fetch:retry:backoff":2,"fetch:retry:statusCodes":[404,503],
        "validate:url":"/check","validate:method":"POST"}})");
    const ActiveProps props = readActiveProps(field);
    QCOMPARE(props.fetch.verb, u"POST"_s);
    QCOMPARE(props.fetch.triggers, QStringList{u"current.x"_s});
    QCOMPARE(props.selectors.value(u"value"_s), u"v"_s);
    QVERIFY(props.constants.contains(u"extra"_s) && !props.selectors.contains(u"default"_s));
    QVERIFY(props.standard == Json("d"));
    QVERIFY(props.clearsOnTrigger && props.hidesUnreadyErrors && props.hidesErrors);
    QCOMPARE(props.retry.attempts, 5); // within reason
    QCOMPARE(props.retry.statuses, (QList<int>{404, 503}));
    QCOMPARE(props.validate.address, u"/check"_s);
    const FormField requester = fieldOf(R"({"type":"string","ui:widget":"AuthRequester","ui:props":{
        "authTokenDescriptors":[{"provider":"github-two","scope":["repo","read:user"]},{"scope":"x"}]}})");
    const QList<ActiveTokenWish> tokens = readActiveProps(requester).tokens;
    QCOMPARE(tokens.size(), 1);
    QCOMPARE(tokens.first().scope, u"repo read:user"_s);
    QCOMPARE(tokenHeader(tokens.first()), u"X-Authorization-Github-two"_s);
}

void TestActiveFields::pairsValuesWithLabels()
{
    ActiveAnswer answer;
    answer.values = {{u"value"_s, parsed(R"(["a",2])")}, {u"label"_s, parsed(R"(["<b>A</b>","Two"])")}};
    const ActiveChoices choices = activeChoices(answer);
    QCOMPARE(choices.problem, QString());
    QCOMPARE(choices.choices.size(), 2);
    QCOMPARE(choices.choices.at(0).label, u"<b>A</b>"_s);
    QVERIFY(choices.choices.at(1).value == 2);
    answer.values.insert(u"value"_s, "single");
    answer.values.remove(u"label"_s);
    QCOMPARE(activeChoices(answer).choices.value(0).label, u"single"_s);
}

void TestActiveFields::tellsWrongAnswers()
{
    ActiveAnswer answer;
    answer.values = {{u"value"_s, parsed(R"(["a","b"])")}, {u"label"_s, parsed(R"(["A"])")}};
    QCOMPARE(activeChoices(answer).problem, u"The answer has 2 values but 1 labels."_s);
    answer.values = {{u"value"_s, parsed(R"([{"id":1}])")}};
    QCOMPARE(activeChoices(answer).problem, u"One of the choices is an object where a text is needed."_s);
    Json many = Json::array();
    for (int i = 0; i < 6000; ++i)
        many.push_back(std::to_string(i));
    answer.values = {{u"value"_s, many}};
    QCOMPARE(activeChoices(answer).choices.size(), kMostActiveChoices);
    QCOMPARE(activeChoices(answer).note, u"Only the first 5000 of 6000 choices are listed."_s);
    answer.values = {{u"autocomplete"_s, parsed(R"(["a",{},3])")}};
    const ActiveTexts texts = activeTexts(answer, u"autocomplete"_s);
    QCOMPARE(texts.texts, (QStringList{u"a"_s, u"3"_s}));
    QCOMPARE(texts.problem, u"The answer holds an object where a text is needed."_s);
    using Kind = FormField::Kind;
    QVERIFY(activeValue(Kind::Boolean, "true") == Json(true));
    QVERIFY(!activeValue(Kind::Boolean, "perhaps"));
    QVERIFY(activeValue(Kind::Integer, "12") == Json(12));
    QVERIFY(!activeValue(Kind::Text, parsed("{}")));
}

void TestActiveFields::readsRefusals()
{
    QCOMPARE(refusalText({422, shared(R"({"other":["no"],"name":["Too short.","Too plain."]})")}, u"name"_s),
             u"Too short. Too plain."_s);
    QCOMPARE(refusalText({400, shared(R"({"message":"Taken."})")}, u"name"_s), u"Taken."_s);
    QCOMPARE(refusalText({422, nullptr}, u"name"_s), u"The server refuses this value (HTTP 422)."_s);
}

void TestActiveFields::replacesPartsOfASchema()
{
    const SharedJson schema = shared(R"({"type":"object","properties":{"a":{"type":"string"},
        "group":{"type":"object","properties":{"b":{"type":"string"}}}}})");
    const UpdatedSchema same = withParts(schema, parsed(R"({"a":{"type":"string"},"other":{"type":"string"},"b":3})"));
    QCOMPARE(same.schema, schema);
    QCOMPARE(same.changed, QStringList());
    QCOMPARE(same.unknown, (QStringList{u"other"_s, u"b"_s}));
    const UpdatedSchema updated = withParts(schema, parsed(R"({"b":{"type":"integer"}})"));
    QCOMPARE(updated.changed, QStringList{u"/group/b"_s});
    QVERIFY((*updated.schema)["properties"]["group"]["properties"]["b"]["type"] == "integer");
    QVERIFY((*schema)["properties"]["group"]["properties"]["b"]["type"] == "string");
}

void TestActiveFields::keepsWhatFits()
{
    const SharedJson schema = shared(R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"},
        "c":{"type":"object","properties":{"d":{"type":"string"}}}}})");
    const UpdatedSchema updated = withParts(schema, parsed(R"({"a":{"type":"string","title":"New"},
        "b":{"type":"integer","default":5},"c":{"type":"object","required":["e"],"properties":{"d":{"type":"string"},
        "e":{"type":"string"}}}})"));
    QCOMPARE(updated.changed.size(), 3);
    const Json kept = keepWhatFits(parsed(R"({"a":"typed","b":"typed","c":{"d":"typed"},"more":1})"), updated);
    QCOMPARE(toBytes(kept), QByteArray(R"({"a":"typed","b":5,"c":{"d":"typed"},"more":1})"));
}

QTEST_GUILESS_MAIN(TestActiveFields)
#include "tst_activefields.moc"
