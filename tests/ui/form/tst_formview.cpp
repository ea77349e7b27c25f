// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/form/formfixture.h"
#include "ui/form/fieldrow.h"
#include "ui/form/problembar.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

class TestFormView : public QObject, FormFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void typesEachKind();
    void emptyOptionalFieldsAreLeftOut();
    void defaultsAreSentUntouched();
    void contradictoryDefaultsAreShownAndTold();
    void valueComesBackExactly_data();
    void valueComesBackExactly();
    void unknownPropertiesSurviveEditing();
    void messageShowsAfterTheFieldWasLeft();
    void submitShowsAllAndLeadsToTheFirst();
    void problemBarWalks();
    void numbersAreNotRounded();
    void serverMessagesLandOnFields();
    void secretsAreNotShown();
    void rawJsonKeepsBadText();
    void lineBreaksSurvive();
    void focusStaysWhenTheValueIsSet();
    void describedForScreenReaders();
    void largeFormsGrowAndLoseNothing();
    void largeFormsAreWholeWhereTheyMustBe();
    void hugeAndHostileSchemas_data();
    void hugeAndHostileSchemas();
};

void TestFormView::init()
{
    m_form = std::make_unique<FormView>();
}

void TestFormView::cleanup()
{
    m_form.reset();
}

void TestFormView::typesEachKind()
{
    show(R"({"type":"object","properties":{"name":{"type":"string"},"age":{"type":"integer"},"price":{"type":"number"},
        "on":{"type":"boolean"},"size":{"enum":["s","l"],"enumNames":["Small","Large"]},
        "way":{"enum":[1,2],"ui:widget":"radio"},"text":{"type":"string","ui:widget":"textarea"}}})");
    type("Name", "Ada");
    type("Age", "36");
    type("Price", "19.99");
    QTest::mouseClick(named<QCheckBox>("On"), Qt::LeftButton, {}, QPoint(8, named<QCheckBox>("On")->height() / 2));
    QTest::keyClick(named<QComboBox>("Size"), Qt::Key_L);
    named<QRadioButton>("Way: 2")->click();
    QTest::keyClicks(named<QPlainTextEdit>("Text"), u"two words"_s);
    QCOMPARE(text(*m_form),
             QByteArray(R"({"name":"Ada","age":36,"price":19.99,"on":true,"size":"l","way":2,"text":"two words"})"));
    QTest::keyClick(named("Age"), Qt::Key_Up);
    QCOMPARE(toBytes(m_form->value()["age"]), QByteArray("37"));
}

void TestFormView::emptyOptionalFieldsAreLeftOut()
{
    show(R"({"type":"object","properties":{"a":{"type":"string"},"o":{"type":"object","required":["b"],
        "properties":{"b":{"type":"string"}}},"l":{"type":"array","items":{"type":"string"}}}})");
    QCOMPARE(text(*m_form), QByteArray("{}"));
    QTRY_VERIFY(m_form->problems().isEmpty());
    type("B", "x");
    QCOMPARE(text(*m_form), QByteArray(R"({"o":{"b":"x"}})"));
    type("B", "");
    QCOMPARE(text(*m_form), QByteArray("{}"));
}

void TestFormView::defaultsAreSentUntouched()
{
    show(R"({"type":"object","required":["c"],"properties":{"a":{"type":"string","default":"x"},
        "n":{"type":"integer","default":0},"c":{"const":"v1"}}})");
    QCOMPARE(text(*m_form), QByteArray(R"({"a":"x","n":0,"c":"v1"})"));
    type("A", "");
    QCOMPARE(text(*m_form), QByteArray(R"({"n":0,"c":"v1"})"));
}

void TestFormView::contradictoryDefaultsAreShownAndTold()
{
    show(R"({"type":"object","properties":{"a":{"title":"A","type":"integer","minimum":5,"default":1},
        "b":{"title":"B","enum":["x","y"],"default":"z"},"c":{"title":"C","type":"string","default":{"no":1}},
        "d":{"title":"D","type":"array","items":{"type":"string"},"minItems":2,"default":"one"}}})");
    QCOMPARE(text(*m_form), R"({"a":1,"b":"z","c":{"no":1},"d":"one"})"_ba); // nothing is made up instead
    QTRY_COMPARE(problems().size(), 4);
    QCOMPARE(named("A")->text(), u"1"_s);
    type("A", "7");
    QTRY_COMPARE(problems().size(), 3);
}

void TestFormView::valueComesBackExactly_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {R"({})",
                              R"({"s":""})",
                              R"({"s":null})",
                              R"({"s":5})",
                              R"({"n":1.0})",
                              R"({"n":"12"})",
                              R"({"o":{}})",
                              R"({"o":[]})",
                              R"({"o":{"x":1,"y":2}})",
                              R"({"l":[]})",
                              R"({"l":["",""]})",
                              R"({"l":{"a":1}})",
                              R"({"e":"stranger"})",
                              R"({"m":["a","zzz"]})",
                              R"({"b":"yes"})",
                              R"({"v":[1]})",
                              R"({"v":{"a":"x"}})",
                              R"({"r":[1,{"a":null}]})",
                              R"({"unknown":{"deep":[1,2]}})",
                              R"({"n":18446744073709551615})"})
        QTest::newRow(value) << QByteArray(value);
}

void TestFormView::valueComesBackExactly()
{
    QFETCH(QByteArray, value);
    show(R"({"type":"object","properties":{"s":{"type":"string"},"n":{"type":"number"},"b":{"type":"boolean"},
        "o":{"type":"object","properties":{"x":{"type":"integer"}}},"l":{"type":"array","items":{"type":"string"}},
        "e":{"enum":["a"]},"m":{"type":"array","uniqueItems":true,"items":{"enum":["a","b"]}},"r":{},
        "v":{"oneOf":[{"type":"string"},{"type":"object","properties":{"a":{"type":"string"}}}]}}})");
    m_form->setValue(Json::parse(value.toStdString()));
    QCOMPARE(nlohmann::json(m_form->value()).dump(), nlohmann::json::parse(value.toStdString()).dump());
    m_form->setValue(Json::object());
    QCOMPARE(text(*m_form), QByteArray("{}"));
}

void TestFormView::unknownPropertiesSurviveEditing()
{
    show(R"({"type":"object","properties":{"a":{"type":"string"}}})");
    m_form->setValue(Json::parse(R"({"a":"x","more":{"k":[1]}})"));
    type("A", "y");
    QCOMPARE(text(*m_form), QByteArray(R"({"a":"y","more":{"k":[1]}})"));
}

void TestFormView::messageShowsAfterTheFieldWasLeft()
{
    show(R"({"type":"object","properties":{"mail":{"type":"string","format":"email"},"b":{"type":"string"}}})");
    const QString message = u"An e-mail address such as name@example.com."_s;
    type("Mail", "ada@");
    QTRY_COMPARE(problems(), QStringList(u"/mail: "_s + message));
    QVERIFY(!isVisibleText(message)); // not while he types
    const int height = m_form->findChild<FieldRow *>()->height();
    QTest::keyClick(named("Mail"), Qt::Key_Tab);
    QTRY_VERIFY(isVisibleText(message));
    QCOMPARE(m_form->findChild<FieldRow *>()->height(), height); // and nothing moved
    QVERIFY(named("Mail")->accessibleDescription().contains(message));
    type("Mail", "ada@example.com");
    QTRY_VERIFY(!isVisibleText(message)); // gone as soon as it is right
    QTRY_VERIFY(m_form->problems().isEmpty());
}

void TestFormView::submitShowsAllAndLeadsToTheFirst()
{
    show(R"({"type":"object","required":["a","b"],"properties":{"a":{"type":"string"},"b":{"type":"string"}}})");
    QTRY_COMPARE(m_form->problems().size(), 2);
    QVERIFY(!isVisibleText(u"This field is required."_s));
    QList<FieldError> told;
    m_form->check([&told](const QList<FieldError> &errors) { told = errors; });
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(isVisibleText(u"This field is required."_s));
    m_form->focusField(told.at(1).pointer);
    QVERIFY(named("B")->hasFocus());
    m_form->focusField({});
    QVERIFY(named("A")->hasFocus());
}

void TestFormView::problemBarWalks()
{
    show(R"({"type":"object","required":["a","g"],"properties":{"a":{"type":"string"},
        "g":{"type":"object","required":["b"],"properties":{"b":{"type":"string"}}}}})");
    auto *bar = m_form->findChild<ProblemBar *>();
    QTRY_COMPARE(bar->text(), u"2 fields are still to be filled in."_s);
    QTest::keyClick(m_form.get(), Qt::Key_F8);
    QTRY_VERIFY(named("A")->hasFocus());
    QTest::keyClick(m_form.get(), Qt::Key_F8);
    QTRY_VERIFY(named("B")->hasFocus());
    type("A", "x");
    type("B", "x");
    QTRY_COMPARE(bar->text(), u"Everything is filled in."_s);
}

void TestFormView::numbersAreNotRounded()
{
    show(R"({"type":"object","properties":{"n":{"type":"number"}}})");
    type("N", "3.14159265358979323846");
    QTRY_COMPARE(problems(), QStringList(u"/n: This number has more digits than can be sent exactly."_s));
    QCOMPARE(text(*m_form), QByteArray(R"({"n":"3.14159265358979323846"})"));
    type("N", "12,5");
    QTRY_COMPARE(problems(), QStringList(u"/n: Type a number such as 12 or 3.5."_s));
    type("N", "18446744073709551615");
    QTRY_VERIFY(m_form->problems().isEmpty());
    QCOMPARE(text(*m_form), QByteArray(R"({"n":18446744073709551615})"));
}

void TestFormView::serverMessagesLandOnFields()
{
    show(
        R"({"type":"object","properties":{"a":{"type":"string"},"o":{"type":"object","properties":{"b":{"type":"string"}}}}})");
    m_form->setErrors({{u"/o/b"_s, u"Unknown cost centre."_s}, {u"/a/x/y"_s, u"Inside."_s}, {u""_s, u"All of it."_s}});
    QVERIFY(isVisibleText(u"Unknown cost centre."_s));
    QVERIFY(isVisibleText(u"Inside."_s));
    QCOMPARE(problems().size(), 3);
    type("B", "x");
    QTRY_VERIFY(!isVisibleText(u"Unknown cost centre."_s));
    QVERIFY(isVisibleText(u"Inside."_s));
    QTRY_COMPARE(problems(), QStringList(u"/a: Inside."_s));
}

void TestFormView::secretsAreNotShown()
{
    show(R"({"type":"object","properties":{"a":{"type":"string"},"p":{"type":"string","format":"password"},
        "w":{"type":"string","writeOnly":true},"l":{"type":"array","items":{"type":"object","properties":{"t":{"type":"string","ui:widget":"password"},
        "u":{"type":"string"}}}},"v":{"oneOf":[{"type":"string","format":"password"},{"type":"integer"}]}}})");
    m_form->setValue(Json::parse(R"({"a":"x","p":"secret","w":"secret","l":[{"t":"secret","u":"y"}],"v":"secret"})"));
    QCOMPARE(named("P")->echoMode(), QLineEdit::Password);
}

void TestFormView::rawJsonKeepsBadText()
{
    show(R"({"type":"object","properties":{"any":{}}})");
    auto *field = named<QPlainTextEdit>("Any");
    QTest::keyClicks(field, u"[1,2"_s);
    QTRY_COMPARE(m_form->problems().size(), 1);
    QVERIFY(m_form->problems().first().message.startsWith("This is not valid JSON"_L1));
    QTest::keyClicks(field, u"]"_s);
    QTRY_VERIFY(m_form->problems().isEmpty());
    QCOMPARE(text(*m_form), QByteArray(R"({"any":[1,2]})"));
}

void TestFormView::lineBreaksSurvive()
{
    show(R"({"type":"object","properties":{"a":{"type":"string"}}})");
    m_form->setValue(Json{{"a", "one\ntwo"}});
    auto *area = named<QPlainTextEdit>("A");
    QVERIFY(area);
    QTest::keyClicks(area, u"0"_s);
    QCOMPARE(text(*m_form), QByteArray(R"({"a":"0one\ntwo"})"));
}

void TestFormView::focusStaysWhenTheValueIsSet()
{
    show(R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}}})");
    type("A", "hello");
    named("A")->setCursorPosition(2);
    m_form->setValue(Json::parse(R"({"a":"hello","b":"new"})"));
    QVERIFY(named("A")->hasFocus());
    QCOMPARE(named("A")->cursorPosition(), 2);
    QCOMPARE(named("B")->text(), u"new"_s);
}

void TestFormView::describedForScreenReaders()
{
    show(
        R"({"type":"object","required":["a"],"properties":{"a":{"type":"string","title":"Name","description":"As in the passport","ui:help":"Latin letters"}}})");
    QCOMPARE(named("Name")->accessibleDescription(), u"Required. As in the passport Latin letters"_s);
    const auto labels = m_form->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                        [this](const QLabel *label) { return label->buddy() == named("Name"); }));
}

namespace {

/// 400 plain fields with defaults, and between them groups, lists and variants.
SharedJson largeSchema()
{
    Json properties = Json::object();
    Json required = Json::array();
    for (int i = 0; i < 400; ++i) {
        const std::string name = "field" + std::to_string(i);
        properties[name] = {{"type", "string"}, {"title", "Field " + std::to_string(i)}, {"default", "d"}};
        if (i % 40 != 0)
            continue;
        const std::string n = std::to_string(i);
        properties["group" + n] =
            Json::parse(R"({"type":"object","required":["x","in"],"properties":{"x":{"type":"integer"},
                "in":{"type":"object","properties":{"y":{"type":"string","format":"password"}}}}})");
        properties["list" + n] = Json::parse(R"({"type":"array","minItems":1,"items":{"type":"string"}})");
        properties["one" + n] = Json::parse(R"({"oneOf":[{"type":"string"},{"type":"integer"}]})");
        required.push_back("group" + n);
        required.push_back("list" + n);
        required.push_back("one" + n);
    }
    return std::make_shared<Json>(Json{{"type", "object"}, {"properties", properties}, {"required", required}});
}

} // namespace

void TestFormView::largeFormsGrowAndLoseNothing()
{
    m_form->setSchema(largeSchema());
    m_form->resize(700, 800);
    m_form->show();
    const QByteArray atOnce = text(*m_form);
    QVERIFY(named("Field 1"));
    QVERIFY(!named("Field 399"));
    Json given = m_form->value();
    given["field399"] = "typed";
    given["group360"]["x"] = 7;
    given["unknown"] = true;
    type("Field 1", "mine");
    given["field1"] = "mine";
    m_form->setValue(given);
    QVERIFY(QTest::qWaitFor([this] { return named("Field 399") != nullptr; }, 20000));
    QCOMPARE(named("Field 399")->text(), u"typed"_s);
    QVERIFY(nlohmann::json(m_form->value()) == nlohmann::json(given)); // the order of members means nothing
    m_form->setSchema(largeSchema());
    QCOMPARE(text(*m_form), atOnce);
    QVERIFY(QTest::qWaitFor([this] { return named("Field 399") != nullptr; }, 20000));
    QCOMPARE(text(*m_form), atOnce);
}

void TestFormView::largeFormsAreWholeWhereTheyMustBe()
{
    m_form->setSchema(largeSchema());
    Json secret = m_form->value();
    secret["group360"]["in"]["y"] = "hidden";
    m_form->setValue(secret);
    QVERIFY(!named("Field 399"));
    QVERIFY(toBytes(m_form->value()).contains("hidden"));
    m_form->setSchema(largeSchema());
    m_form->show();
    m_form->setErrors({{u"/field390"_s, u"No."_s}});
    QTRY_VERIFY_WITH_TIMEOUT(named("Field 390"), 20000);
    QTRY_VERIFY(named("Field 390")->accessibleDescription().contains(u"No."_s));

    m_form->setSchema(largeSchema());
    QList<FieldError> found;
    m_form->check([&found](const QList<FieldError> &problems) { found = problems; });
    QVERIFY(QTest::qWaitFor([&found] { return !found.isEmpty(); }, 20000));
    QVERIFY(std::any_of(found.cbegin(), found.cend(),
                        [](const FieldError &error) { return error.pointer == "/group360/x"_L1; }));
}

void TestFormView::hugeAndHostileSchemas_data()
{
    QTest::addColumn<QByteArray>("schema");
    for (const char *schema :
         {"null", "[]", "false", R"({"$ref":"#"})", R"({"anyOf":[{"$ref":"#"},{"$ref":"#"}]})",
          R"({"type":"array","minItems":5,"items":{"$ref":"#"}})",
          R"({"type":"object","required":["l"],"properties":{"l":{"type":"array","minItems":3,"items":{"$ref":"#"}}}})",
          R"({"type":"object","required":["v"],"properties":{"v":{"oneOf":[{"$ref":"#"},{"type":"string"}]}}})",
          R"({"type":"object","properties":{"a":{"title":"<img src=x>","description":"<b>x</b>","type":"string"}}})"})
        QTest::newRow(schema) << QByteArray(schema);
    Json large{{"type", "object"}, {"properties", Json::object()}};
    for (int i = 0; i < 3000; ++i)
        large["properties"]["p" + std::to_string(i)] =
            Json{{"type", "object"}, {"properties", {{"x", {{"type", "string"}}}}}};
    QTest::newRow("6,000 fields") << toBytes(large);
}

void TestFormView::hugeAndHostileSchemas()
{
    QFETCH(QByteArray, schema);
    show(schema.constData());
    const Json value = Json::parse(R"({"a":1,"l":[{"l":[]}],"v":{"v":{"v":"x"}}})");
    m_form->setValue(value);
    QVERIFY(nlohmann::json(m_form->value()) == nlohmann::json(value) || schema.contains("p2999"));
    bool isChecked = false;
    m_form->check([&isChecked](const QList<FieldError> &) { isChecked = true; });
    QTRY_VERIFY(isChecked);
}

QTEST_MAIN(TestFormView)
#include "tst_formview.moc"
