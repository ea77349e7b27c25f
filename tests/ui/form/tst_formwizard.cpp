// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "tests/ui/form/formfixture.h"
#include "ui/form/formreview.h"
#include "ui/form/stepbar.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kTrip = R"({"type":"object","required":["who","trip"],"properties":{
    "who":{"title":"Who","type":"object","required":["name"],"properties":{
        "name":{"title":"Name","type":"string"},"pin":{"title":"Pin","type":"string","format":"password"}}},
    "urgent":{"title":"Urgent","type":"boolean"},
    "trip":{"title":"Trip","type":"object","required":["to"],"properties":{
        "to":{"title":"To","type":"string","minLength":2},
        "stops":{"title":"Stops","type":"array","items":{"title":"Stop","type":"string"}}}},
    "trace":{"type":"string","ui:hidden":true,"default":"t-1"}}})";

} // namespace

class TestFormWizard : public QObject, public FormFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_form = std::make_unique<FormView>(); }
    void cleanup() { m_form.reset(); }
    void oneStepAtATime();
    void keysWalkTheSteps();
    void stepsTellTheirState();
    void inputIsKeptBetweenSteps();
    void reviewShowsWhatWillBeSent();
    void reviewShowsWhatIsWrongAndLeadsThere();
    void hiddenValuesOnDemand();
    void problemsLeadToTheirStep();
    void serverMessagesLeadToTheirStep();
    void onePageStaysOnePage();
    void stepsComeAndGoWithConditions();
    void largeWizardsAreWhole();

private:
    StepBar *bar() const { return m_form->findChild<StepBar *>(); }
    QTreeWidget *tree() const { return m_form->findChild<FormReview *>()->tree(); }
    QString step(int index) const { return bar()->item(index)->data(Qt::AccessibleTextRole).toString(); }
    /// "field=value [problem]" of each line that is to be seen.
    QStringList lines() const
    {
        QStringList all;
        for (QTreeWidgetItemIterator it(tree(), QTreeWidgetItemIterator::NotHidden); *it; ++it) {
            const QString problem = (*it)->text(2);
            all << (*it)->text(0) + u'=' + (*it)->text(1) + (problem.isEmpty() ? QString() : u" ["_s + problem + u']');
        }
        return all;
    }
};

void TestFormWizard::oneStepAtATime()
{
    show(kTrip);
    QVERIFY(m_form->hasSteps());
    QCOMPARE(bar()->count(), 4); // who, the plain fields, trip, review
    QVERIFY(named("Name") && !named("To") && !named<QCheckBox>("Urgent"));
    m_form->goNext();
    QVERIFY(!named("Name") && named<QCheckBox>("Urgent") && !named("To"));
    QVERIFY(named<QCheckBox>("Urgent")->hasFocus());
    m_form->goNext();
    QVERIFY(named("To"));
    QVERIFY(named("To")->hasFocus());
    m_form->goNext();
    QVERIFY(m_form->isReviewing());
    QTRY_VERIFY(tree()->topLevelItemCount() > 0);
    QVERIFY(tree()->hasFocus());
    m_form->goNext(); // there is nothing after it
    QVERIFY(m_form->isReviewing());
    m_form->goBack();
    QVERIFY(named("To")->hasFocus());
    QCOMPARE(unnamedControls(m_form.get()).join(u'\n'), QString());
}

void TestFormWizard::keysWalkTheSteps()
{
    show(kTrip);
    QSignalSpy shown(m_form.get(), &FormView::stepShown);
    bar()->setFocus();
    QCOMPARE(bar()->currentRow(), 0);
    QTest::keyClick(bar(), Qt::Key_Right);
    QCOMPARE(bar()->currentRow(), 1);
    QVERIFY(named<QCheckBox>("Urgent"));
    QVERIFY(bar()->hasFocus()); // to walk on
    QTest::keyClick(bar(), Qt::Key_End);
    QVERIFY(m_form->isReviewing());
    QTest::keyClick(bar(), Qt::Key_Home);
    QVERIFY(m_form->isFirstStep());
    QCOMPARE(shown.size(), 3);
}

void TestFormWizard::stepsTellTheirState()
{
    show(kTrip);
    QTRY_COMPARE(step(0), u"Step 1 of 4: Who, 1 fields are still to be filled in"_s);
    QCOMPARE(step(1), u"Step 2 of 4: General, complete"_s);
    QCOMPARE(step(3), u"Step 4 of 4: Review"_s);
    m_form->goNext(); // seen, and still not filled in
    QCOMPARE(step(0), u"Step 1 of 4: Who, 1 fields need attention"_s);
    m_form->goBack();
    type("Name", "Ada");
    QTRY_COMPARE(step(0), u"Step 1 of 4: Who, complete"_s);
}

void TestFormWizard::inputIsKeptBetweenSteps()
{
    show(kTrip);
    type("Name", "Ada");
    m_form->goNext();
    m_form->goNext();
    type("To", "Graz");
    m_form->goBack();
    m_form->goBack();
    QCOMPARE(named("Name")->text(), u"Ada"_s);
    QCOMPARE(text(*m_form), R"({"who":{"name":"Ada"},"trip":{"to":"Graz"},"trace":"t-1"})"_ba);
}

void TestFormWizard::reviewShowsWhatWillBeSent()
{
    show(kTrip);
    m_form->setValue(Json::parse(
        R"({"who":{"name":"Ada","pin":"hush"},"trip":{"to":"Graz","stops":["Linz","Wels"]},"more":{"x":null}})"));
    m_form->goToReview();
    const QStringList expected{u"Who="_s,   u"Name=Ada"_s,  u"Pin=••••••"_s, u"Trip="_s, u"To=Graz"_s,
                               u"Stops="_s, u"Stop=Linz"_s, u"Stop=Wels"_s,  u"more="_s, u"x=None"_s};
    QTRY_COMPARE(lines(), expected);
}

void TestFormWizard::reviewShowsWhatIsWrongAndLeadsThere()
{
    show(kTrip);
    m_form->goToReview();
    QTRY_VERIFY(lines().contains(u"Name=– [This field is required.]"_s));
    QVERIFY(lines().contains(u"To=– [This field is required.]"_s));
    for (QTreeWidgetItemIterator it(tree()); *it; ++it) {
        if ((*it)->text(0) == u"To"_s)
            tree()->setCurrentItem(*it);
    }
    QTest::keyClick(tree(), Qt::Key_Return);
    QVERIFY(!m_form->isReviewing());
    QVERIFY(named("To")->hasFocus());
    type("To", "Graz");
    m_form->goNext();
    QTRY_VERIFY(lines().contains(u"To=Graz"_s));
    QVERIFY(lines().contains(u"Name=– [This field is required.]"_s));
}

void TestFormWizard::hiddenValuesOnDemand()
{
    show(kTrip);
    m_form->goToReview();
    QTRY_VERIFY(tree()->topLevelItemCount() > 0);
    auto *box = m_form->findChild<FormReview *>()->findChild<QCheckBox *>();
    QTRY_VERIFY(box->isVisible());
    QVERIFY(lines().filter(u"t-1"_s).isEmpty());
    box->click();
    QCOMPARE(lines().filter(u"t-1"_s).size(), 1);
}

void TestFormWizard::problemsLeadToTheirStep()
{
    show(kTrip);
    type("Name", "Ada");
    QTRY_COMPARE(m_form->problems().size(), 1);
    named<QPushButton>("Next field that needs attention")->click(); // it is two steps away
    QTRY_VERIFY(named("To"));
    QVERIFY(named("To")->hasFocus());
}

void TestFormWizard::serverMessagesLeadToTheirStep()
{
    show(kTrip);
    m_form->goToReview();
    m_form->setErrors({{u"/trip/to"_s, u"No such town."_s}});
    QTRY_VERIFY(named("To"));
    QVERIFY(named("To")->hasFocus());
    QVERIFY(isVisibleText(u"No such town."_s));
    QVERIFY(step(2).contains(u"need attention"_s));
}

void TestFormWizard::onePageStaysOnePage()
{
    show(R"({"type":"object","properties":{"a":{"title":"A","type":"string"},
        "o":{"type":"object","properties":{"b":{"title":"B","type":"string"}}}}})");
    QVERIFY(!m_form->hasSteps());
    QVERIFY(!bar()->isVisible());
    QVERIFY(named("A") && named("B"));
    m_form->goNext();
    m_form->goToReview();
    QVERIFY(!m_form->isReviewing());
    show(kTrip);
    m_form->goToReview();
    show(R"({"type":"string","title":"T"})"); // another schema: back to the beginning
    QVERIFY(!m_form->hasSteps());
    QVERIFY(named("T"));
}

void TestFormWizard::stepsComeAndGoWithConditions()
{
    show(
        R"({"type":"object","properties":{"a":{"title":"A","type":"object","properties":{"x":{"title":"X","type":"string"}}},
        "b":{"title":"B","type":"object","properties":{"y":{"title":"Y","type":"string"}}}},
        "if":{"properties":{"a":{"properties":{"x":{"const":"more"}},"required":["x"]}},"required":["a"]},
        "then":{"properties":{"c":{"title":"C","type":"object","properties":{"z":{"title":"Z","type":"string"}}}}}})");
    QCOMPARE(bar()->count(), 3);
    type("X", "more");
    QTRY_COMPARE(bar()->count(), 4);
    QVERIFY(named("X")); // still here
    QVERIFY(!named("Z"));
    m_form->goNext();
    m_form->goNext();
    QVERIFY(named("Z")->hasFocus());
    type("Z", "kept");
    m_form->goBack();
    m_form->goBack();
    type("X", "less");
    QTRY_COMPARE(bar()->count(), 3);
    QVERIFY(named("X"));
}

void TestFormWizard::largeWizardsAreWhole()
{
    Json properties = Json::object();
    for (int i = 0; i < 10; ++i) {
        Json fields = Json::object();
        for (int k = 0; k < 30; ++k)
            fields["f" + std::to_string(k)] = {{"type", "string"}, {"title", std::to_string(i * 100 + k)}};
        properties["g" + std::to_string(i)] = {{"type", "object"}, {"properties", fields}, {"required", {"f29"}}};
    }
    m_form->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_form.get()));
    m_form->activateWindow();
    m_form->setSchema(std::make_shared<const Json>(Json{{"type", "object"}, {"properties", properties}}));
    m_form->setValue(Json{{"g9", {{"f29", "typed"}}}});
    m_form->focusField(u"/g9/f29"_s); // before everything is made
    QTRY_VERIFY(named("929"));
    QCOMPARE(named("929")->text(), u"typed"_s);
    QVERIFY(named("929")->hasFocus());
    QVERIFY(!named("0"));
    QTRY_VERIFY(step(9).contains(u"complete"_s));
}

QTEST_MAIN(TestFormWizard)
#include "tst_formwizard.moc"
