// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "tests/ui/form/activefixture.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QSignalSpy>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

/// Fields that ask servers, as their user meets them.
class TestActiveForm : public QObject, public ActiveFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { startForm(); }
    void cleanup() { m_form.reset(); }
    void textInputIsFilledAndSuggests();
    void typedTextIsNotOverwritten();
    void dropdownOffersLabelsAndSendsValues();
    void dropdownWithoutAnswerTakesAnyValue();
    void retryBringsTheChoices();
    void triggersClearAndAskAgain();
    void booleanFollowsTheServerUntilItIsSet();
    void serverCheckShowsOnTheField();
    void checkThatFailsDoesNotBlock();
    void unsupportedFieldsArePlainAndSayWhy();
    void badAnswersLeaveTheFieldUsable_data();
    void badAnswersLeaveTheFieldUsable();
    void thousandsOfChoices();
    void markupStaysText();
    void prefilledIsNotTyped();
    void everyControlHasAName();
    void requestsEndWithTheForm();

private:
    static QComboBox *choose(QComboBox *box, const char *text)
    {
        box->setFocus();
        box->lineEdit()->selectAll();
        QTest::keyClicks(box, QString::fromUtf8(text));
        if (QWidget *popup = QApplication::activePopupWidget())
            QTest::keyClick(popup, Qt::Key_Escape);
        QTest::keyClick(box, Qt::Key_Return);
        return box;
    }
};

void TestActiveForm::textInputIsFilledAndSuggests()
{
    m_service.answer(u"http://hub/people"_s, R"({"me":"Ada","all":["Ada","Adam","Bo"]})");
    showForm(R"("name":{"type":"string","ui:widget":"ActiveTextInput","ui:props":{
        "fetch:url":"$${{backend.baseUrl}}/people","fetch:response:value":"me","fetch:response:autocomplete":"all"}})");
    QTRY_COMPARE(text(*m_form), QByteArray(R"({"name":"Ada"})"));
    QTRY_COMPARE(status("Name")->text(), u"3 suggestion(s) of hub"_s);
    type("Name", "ada");
    QTRY_VERIFY(named("Name")->completer()->popup()->isVisible());
    QCOMPARE(named("Name")->completer()->completionCount(), 2);
    QTest::keyClick(named("Name")->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(named("Name")->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(named("Name")->completer()->popup(), Qt::Key_Return);
    QCOMPARE(text(*m_form), QByteArray(R"({"name":"Adam"})"));
}

void TestActiveForm::typedTextIsNotOverwritten()
{
    m_service.answer(u"http://hub/me"_s, R"("Ada")");
    m_service.replies.hang = true;
    showForm(R"("name":{"type":"string","ui:widget":"ActiveTextInput","ui:props":{"fetch:url":"http://hub/me",
        "fetch:response:value":"$"}})");
    QTRY_COMPARE(status("Name")->text(), u"Asking hub…"_s);
    type("Name", "Mine");
    m_service.replies.release();
    QTRY_VERIFY(!status("Name")->text().startsWith("Asking"_L1));
    QCOMPARE(text(*m_form), QByteArray(R"({"name":"Mine"})"));
}

void TestActiveForm::dropdownOffersLabelsAndSendsValues()
{
    m_service.answer(u"http://hub/teams"_s, R"([{"id":"e","n":"Engineering"},{"id":"s","n":"Sales"}])");
    showForm(R"("team":{"type":"string","ui:widget":"ActiveDropdown","ui:props":{"fetch:url":"http://hub/teams",
        "fetch:response:value":"id","fetch:response:label":"n"}})");
    QTRY_COMPARE(named<QComboBox>("Team")->count(), 2);
    QCOMPARE(text(*m_form), QByteArray("{}")); // nothing is chosen for the user
    choose(named<QComboBox>("Team"), "Sales");
    QTRY_COMPARE(text(*m_form), QByteArray(R"({"team":"s"})"));
    m_form->setValue(Json::parse(R"({"team":"e"})"));
    QCOMPARE(named<QComboBox>("Team")->currentText(), u"Engineering"_s);
}

void TestActiveForm::dropdownWithoutAnswerTakesAnyValue()
{
    m_service.failAt(u"http://hub/teams"_s, 500);
    showForm(R"("team":{"type":"string","ui:widget":"ActiveDropdown","ui:props":{"fetch:url":"http://hub/teams",
        "fetch:response:value":"id"}})");
    QTRY_VERIFY(status("Team")->text().contains("HTTP 500"_L1));
    QTest::keyClicks(named<QComboBox>("Team"), u"own"_s);
    QCOMPARE(text(*m_form), QByteArray(R"({"team":"own"})"));
}

void TestActiveForm::retryBringsTheChoices()
{
    m_service.failAt(u"http://hub/teams"_s, 503);
    showForm(R"("team":{"type":"string","ui:widget":"ActiveDropdown","ui:props":{"fetch:url":"http://hub/teams",
        "fetch:response:value":"id"}})");
    QToolButton *again = nullptr;
    QTRY_VERIFY((again = named<QToolButton>("Try again: Team")) != nullptr);
    m_service.answer(u"http://hub/teams"_s, R"([{"id":"e"}])");
    again->setFocus();
    QTest::keyClick(again, Qt::Key_Space);
    QTRY_COMPARE(named<QComboBox>("Team")->count(), 1);
    QVERIFY(!named<QToolButton>("Try again: Team"));
    QVERIFY(named<QComboBox>("Team")->hasFocus()); // on the field, not on a button that is gone
}

void TestActiveForm::triggersClearAndAskAgain()
{
    m_service.answer(u"http://hub/c?t=a"_s, R"(["a1","a2"])");
    m_service.answer(u"http://hub/c?t=b"_s, R"(["b1"])");
    showForm(R"("team":{"type":"string"},"course":{"type":"string","ui:widget":"ActiveDropdown","ui:props":{
        "fetch:url":"http://hub/c?t=$${{current.team}}","fetch:response:value":"$","fetch:retrigger":["current.team"],
        "fetch:clearOnRetrigger":true}})");
    QTRY_COMPARE(status("Course")->text(), u"Waits for: Team"_s);
    type("Team", "a");
    QTRY_COMPARE(named<QComboBox>("Course")->count(), 2);
    choose(named<QComboBox>("Course"), "a2");
    QTRY_COMPARE(text(*m_form), QByteArray(R"({"team":"a","course":"a2"})"));
    type("Team", "b");
    QTRY_COMPARE(text(*m_form), QByteArray(R"({"team":"b"})"));
    QTRY_COMPARE(named<QComboBox>("Course")->count(), 1);
}

void TestActiveForm::booleanFollowsTheServerUntilItIsSet()
{
    m_service.answer(u"http://hub/p?t=a"_s, R"({"on":true})");
    m_service.answer(u"http://hub/p?t=b"_s, R"({"on":"false"})");
    showForm(R"("team":{"type":"string"},"mail":{"type":"boolean","ui:widget":"ActiveBoolean","ui:props":{
        "fetch:url":"http://hub/p?t=$${{current.team}}","fetch:response:value":"on",
        "fetch:retrigger":["current.team"]}})");
    type("Team", "a");
    QTRY_COMPARE(text(*m_form), QByteArray(R"({"team":"a","mail":true})"));
    type("Team", "b");
    QTRY_COMPARE(text(*m_form), QByteArray(R"({"team":"b","mail":false})"));
    QTest::keyClick(named<QCheckBox>("Mail"), Qt::Key_Space);
    type("Team", "b");
    QTest::qWait(ActiveFetch::kDelayMs + 100);
    QCOMPARE(text(*m_form), QByteArray(R"({"team":"b","mail":true})"));
}

void TestActiveForm::serverCheckShowsOnTheField()
{
    m_service.answer(u"http://hub/check"_s, R"({"name":["Taken."]})", 422);
    showForm(R"("name":{"type":"string","ui:widget":"ActiveTextInput","ui:props":{"validate:url":"http://hub/check",
        "validate:method":"POST","validate:body":{"n":"$${{current.name}}"}}})");
    type("Name", "Ada");
    bool isDone = false;
    m_form->check([&isDone](const QList<FieldError> &) { isDone = true; });
    QTRY_VERIFY(isDone);
    QCOMPARE(problems(), QStringList{u"/name: Taken."_s});
    QTRY_VERIFY(isVisibleText(u"Taken."_s));
    QCOMPARE(toBytes(*m_service.requests.last().body), QByteArray(R"({"n":"Ada"})"));
    type("Name", "Adam");
    QTRY_COMPARE(problems(), QStringList());
    m_service.answer(u"http://hub/check"_s, "{}");
    isDone = false;
    m_form->check([&isDone](const QList<FieldError> &errors) { isDone = errors.isEmpty(); });
    QTRY_VERIFY(isDone);
}

void TestActiveForm::checkThatFailsDoesNotBlock()
{
    m_service.failAt(u"http://hub/check"_s, 503);
    showForm(
        R"("name":{"type":"string","ui:widget":"ActiveTextInput","ui:props":{"validate:url":"http://hub/check"}})");
    type("Name", "Ada");
    bool isDone = false;
    m_form->check([&isDone](const QList<FieldError> &errors) { isDone = errors.isEmpty(); });
    QTRY_VERIFY(isDone);
    QVERIFY(status("Name")->text().startsWith("This value could not be checked"_L1));
}

void TestActiveForm::unsupportedFieldsArePlainAndSayWhy()
{
    showForm(R"("a":{"type":"string","ui:widget":"ActiveDropdown","ui:props":{"fetch:url":"http://hub/x",
        "fetch:response:value":"x^y"
}
},"b":{"type":"array","items":{"type":"string"},"ui:widget":"ActiveMultiSelect",
        "ui:props":{"fetch:url":"http://hub/$${{rjsfConfig.orchestrator.x}}","fetch:response:autocomplete":"y"}})");
    type("A", "typed");
    QCOMPARE(text(*m_form), QByteArray(R"({"a":"typed"})"));
    QVERIFY(isVisibleText(u"Podium cannot follow the expression “x^y”: “^” is not supported. "_s +
                          u"It is shown as a plain field."_s));
    QCOMPARE(m_service.requests.size(), 0);
}

void TestActiveForm::badAnswersLeaveTheFieldUsable_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("said");
    QTest::newRow("object") << QByteArray(R"({"v":{"x":1}})")
                            << u"The answer holds an object where a value for this field is needed."_s;
    QTest::newRow("nothing") << QByteArray("{}") << QString();
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("list") << QByteArray(R"({"v":[1,2]})")
                          << u"The answer holds a list where a value for this field is needed."_s;
}

void TestActiveForm::badAnswersLeaveTheFieldUsable()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, said);
    m_service.answer(u"http://hub/a"_s, answer.constData());
    showForm(R"("name":{"type":"string","ui:widget":"ActiveTextInput","ui:props":{"fetch:url":"http://hub/a",
        "fetch:response:value":"v"}})");
    QTRY_COMPARE(status("Name")->text(), said);
    QCOMPARE(text(*m_form), QByteArray("{}"));
    type("Name", "typed");
    QCOMPARE(text(*m_form), QByteArray(R"({"name":"typed"})"));
}

void TestActiveForm::thousandsOfChoices()
{
    Json many = Json::array();
    for (int i = 0; i < 8000; ++i)
        many.push_back("choice " + std::to_string(i));
    m_service.answer(u"http://hub/a"_s, toBytes(many).constData());
    showForm(R"("team":{"type":"string","ui:widget":"ActiveDropdown","ui:props":{"fetch:url":"http://hub/a",
        "fetch:response:value":"$"}})");
    QTRY_COMPARE(named<QComboBox>("Team")->count(), 5000);
    QVERIFY(status("Team")->text().startsWith("Only the first 5000"_L1));
}

void TestActiveForm::markupStaysText()
{
    m_service.answer(u"http://hub/a"_s, R"(["<b>bold</b>","<img src=x>"])");
    showForm(R"("team":{"type":"string","ui:widget":"ActiveDropdown","ui:props":{"fetch:url":"http://hub/a",
        "fetch:response:value":"$"}})");
    QTRY_COMPARE(named<QComboBox>("Team")->count(), 2);
    choose(named<QComboBox>("Team"), "<b>bold</b>");
    QTRY_COMPARE(text(*m_form), QByteArray(R"({"team":"<b>bold</b>"})"));
}

void TestActiveForm::prefilledIsNotTyped()
{
    m_service.answer(u"http://hub/a"_s, R"("Ada")");
    QSignalSpy filled(m_form.get(), &FormView::prefilled);
    showForm(R"("name":{"type":"string","ui:widget":"ActiveTextInput","ui:props":{"fetch:url":"http://hub/a",
        "fetch:response:value":"$"}})");
    QTRY_COMPARE(filled.size(), 1);
    QVERIFY(filled.first().at(0).value<Json>() == Json::object());
    QVERIFY(filled.first().at(1).value<Json>() == Json::parse(R"({"name":"Ada"})"));
}

void TestActiveForm::everyControlHasAName()
{
    m_service.failAt(u"http://hub/a"_s, 500);
    showForm(R"("a":{"type":"string","ui:widget":"ActiveTextInput","ui:props":{"fetch:url":"http://hub/a"}},
        "b":{"type":"string","ui:widget":"ActiveDropdown",
        "ui:props":{"fetch:url":"http://hub/a","fetch:response:value":"x"}},
        "c":{"type":"array","items":{"type":"string"},"ui:widget":"ActiveMultiSelect",
        "ui:props":{"fetch:url":"http://hub/a",
        "fetch:response:autocomplete":"x"}},
        "d":{"type":"boolean","ui:widget":"ActiveBoolean",
        "ui:props":{"fetch:url":"http://hub/a","fetch:response:value":"x"}},
        "e":{"type":"string","ui:widget":"ActiveText","ui:props":{"ui:text":"Hello"}},
        "f":{"type":"string","ui:widget":"SchemaUpdater","ui:props":{"fetch:url":"http://hub/a"}})");
    QTRY_VERIFY(named<QToolButton>("Try again: A"));
    QCOMPARE(unnamedControls(m_form.get()), QStringList());
}

void TestActiveForm::requestsEndWithTheForm()
{
    m_service.answer(u"http://hub/a"_s, R"("Ada")");
    m_service.replies.hang = true;
    showForm(R"("name":{"type":"string","ui:widget":"ActiveTextInput","ui:props":{"fetch:url":"http://hub/a"}})");
    QTRY_COMPARE(m_service.replies.waiting(), 1);
    m_form.reset();
    QTRY_COMPARE(m_service.replies.cancelled(), 1);
    m_service.replies.release();
}

QTEST_MAIN(TestActiveForm)
#include "tst_activeform.moc"
