// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/form/formfixture.h"
#include "ui/form/formreview.h"

#include <QComboBox>
#include <QTreeWidget>

using namespace podium;
using namespace Qt::StringLiterals;

/// Fields that come and go by "ui:hidden", and where the keyboard begins.
class TestFormHidden : public QObject, public FormFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_form = std::make_unique<FormView>(); }
    void cleanup() { m_form.reset(); }
    void conditionHidesWhileItHolds();
    void hiddenValuesAreSentAndChecked();
    void stepsGoWithTheirCondition();
    void keyboardBeginsWhereItIsAsked();
};

void TestFormHidden::conditionHidesWhileItHolds()
{
    show(R"({"type":"object","properties":{
        "kind":{"title":"Kind","type":"string","default":"simple"},
        "size":{"title":"Size","type":"string","ui:hidden":{"when":"kind","is":"simple"}},
        "in":{"title":"In","type":"object","properties":{"deep":{"title":"Deep","type":"string",
            "ui:hidden":{"anyOf":[{"when":"kind","isEmpty":true},{"when":"size","isNot":"big"}]}}}}}})");
    QVERIFY(!named("Size")); // from the beginning: nothing flickers
    QVERIFY(!named("Deep"));
    type("Kind", "custom");
    QTRY_VERIFY(named("Size"));
    QVERIFY(!named("Deep"));
    type("Size", "big");
    QTRY_VERIFY(named("Deep"));
    type("Kind", "simple");
    QTRY_VERIFY(!named("Size"));
    QVERIFY(named("Deep"));
    QVERIFY2(text(*m_form).contains(R"("size":"big")"), text(*m_form).constData()); // what was typed is kept
    m_form->setValue(Json{{"kind", "x"}});
    QTRY_VERIFY(named("Size"));
    QTRY_VERIFY(!named("Deep"));
}

void TestFormHidden::hiddenValuesAreSentAndChecked()
{
    show(R"({"type":"object","required":["mode"],"properties":{"mode":{"title":"Mode","type":"string","minLength":3,
        "default":"x","ui:hidden":{"when":"open","is":false}},"open":{"title":"Open","type":"boolean","default":false}}})");
    QVERIFY(!named("Mode"));
    QCOMPARE(text(*m_form), R"({"mode":"x","open":false})"_ba);
    QTRY_COMPARE(problems().size(), 1);
    QVERIFY2(problems().first().contains(u"At least 3"_s), qPrintable(problems().first()));
}

void TestFormHidden::stepsGoWithTheirCondition()
{
    show(R"({"type":"object","properties":{
        "one":{"title":"One","type":"object","properties":{"a":{"title":"A","type":"string"}}},
        "two":{"title":"Two","type":"object","ui:hidden":{"when":"one.a","is":"skip"},
            "properties":{"b":{"title":"B","type":"string"}}},
        "three":{"title":"Three","type":"object","properties":{"c":{"title":"C","type":"string"}}}}})");
    m_form->goNext();
    QTRY_VERIFY(named("B"));
    m_form->goBack();
    type("A", "skip");
    QTest::qWait(20);
    m_form->goNext();
    QTRY_VERIFY(named("C"));
    QVERIFY(!named("B"));
    m_form->goNext();
    QVERIFY(m_form->isReviewing());
}

void TestFormHidden::keyboardBeginsWhereItIsAsked()
{
    show(R"({"type":"object","properties":{"a":{"title":"A","type":"string"},
        "h":{"title":"H","type":"string","ui:autofocus":true,"ui:hidden":true},
        "b":{"title":"B","type":"string","ui:options":{"autofocus":true}}}})");
    m_form->focusField({});
    QTRY_VERIFY(named("B")->hasFocus());
}

QTEST_MAIN(TestFormHidden)
#include "tst_formhidden.moc"
