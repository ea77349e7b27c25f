// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/form/formfixture.h"
#include "ui/form/fieldrow.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

/// Fields that come, go and move.
class TestFormStructure : public QObject, FormFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_form = std::make_unique<FormView>(); }
    void cleanup() { m_form.reset(); }
    void listsAddMoveRemove();
    void listEntriesMustBeFilled();
    void longListsKeepTheirTail();
    void multiChoice();
    void conditionsAddAndStash();
    void variantsKeepWhatWasTyped();
    void recursiveSchemaExpandsOnDemand();
};

void TestFormStructure::listsAddMoveRemove()
{
    show(
        R"({"type":"object","properties":{"tags":{"type":"array","maxItems":3,"items":{"type":"string","title":"Tag"}}}})");
    auto *add = named<QPushButton>("Add an entry to Tags");
    for (const char *word : {"a", "b", "c"}) {
        add->click();
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(word));
    }
    QVERIFY(!add->isEnabled());
    QCOMPARE(text(*m_form), QByteArray(R"({"tags":["a","b","c"]})"));
    named<QToolButton>("Move Tag 3 up")->click();
    QCOMPARE(text(*m_form), QByteArray(R"({"tags":["a","c","b"]})"));
    named<QToolButton>("Remove Tag 1")->click();
    QCOMPARE(text(*m_form), QByteArray(R"({"tags":["c","b"]})"));
    QVERIFY(add->isEnabled());
    named<QToolButton>("Remove Tag 1")->click();
    named<QToolButton>("Remove Tag 1")->click();
    QCOMPARE(text(*m_form), QByteArray("{}"));
}

void TestFormStructure::listEntriesMustBeFilled()
{
    show(R"({"type":"object","properties":{"tags":{"type":"array","items":{"type":"string","title":"Tag"}}}})");
    named<QPushButton>("Add an entry to Tags")->click();
    QTRY_COMPARE(problems(), QStringList(u"/tags/0: Fill in this entry or remove it."_s));
}

void TestFormStructure::longListsKeepTheirTail()
{
    show(R"({"type":"object","properties":{"l":{"type":"array","items":{"type":"integer"}}}})");
    Json value{{"l", Json::array()}};
    for (int i = 0; i < 5000; ++i)
        value["l"].push_back(i);
    m_form->setValue(value);
    QVERIFY(m_form->value() == value);
    QVERIFY(m_form->findChildren<QLineEdit *>().size() <= 100);
    QVERIFY(isVisibleText(u"4900 more entries are edited in the JSON."_s));
}

void TestFormStructure::multiChoice()
{
    show(
        R"({"type":"object","properties":{"m":{"title":"Lists","type":"array","uniqueItems":true,"items":{"enum":["a","b","c"]},"default":["a"]}}})");
    named<QCheckBox>("Lists: c")->click();
    QCOMPARE(text(*m_form), QByteArray(R"({"m":["a","c"]})"));
    named<QCheckBox>("Lists: a")->click();
    named<QCheckBox>("Lists: c")->click();
    QCOMPARE(text(*m_form), QByteArray(R"({"m":[]})")); // there was a default to get rid of
}

void TestFormStructure::conditionsAddAndStash()
{
    show(R"({"type":"object","properties":{"pay":{"enum":["card","cash"],"ui:widget":"radio"}},
        "if":{"properties":{"pay":{"const":"card"}},"required":["pay"]},
        "then":{"properties":{"number":{"type":"string"}},"required":["number"]}})");
    QVERIFY(!named("Number"));
    named<QRadioButton>("Pay: card")->setFocus();
    named<QRadioButton>("Pay: card")->click();
    QTRY_VERIFY(named("Number"));
    QVERIFY(named<QRadioButton>("Pay: card")->hasFocus()); // the keyboard stays where it is
    QTRY_COMPARE(problems(), QStringList(u"/number: This field is required."_s));
    type("Number", "4711");
    named<QRadioButton>("Pay: cash")->click();
    QTRY_VERIFY(!named("Number"));
    QCOMPARE(text(*m_form), QByteArray(R"({"pay":"cash"})"));
    named<QRadioButton>("Pay: card")->click();
    QTRY_VERIFY(named("Number"));
    QCOMPARE(named("Number")->text(), u"4711"_s); // nothing typed is lost
    QCOMPARE(text(*m_form), QByteArray(R"({"pay":"card","number":"4711"})"));
}

void TestFormStructure::variantsKeepWhatWasTyped()
{
    show(R"({"type":"object","properties":{"source":{"title":"Source","oneOf":[
        {"title":"Git","type":"object","required":["kind"],"properties":{"kind":{"const":"git"},"url":{"type":"string"},"note":{"type":"string"}}},
        {"title":"Zip","type":"object","required":["kind"],"properties":{"kind":{"const":"zip"},"file":{"type":"string"},"note":{"type":"string"}}}]}}})");
    auto *box = named<QComboBox>("Source");
    QCOMPARE(text(*m_form), QByteArray("{}"));
    QTest::keyClick(box, Qt::Key_G);
    type("Url", "u");
    type("Note", "n");
    QCOMPARE(text(*m_form), QByteArray(R"({"source":{"kind":"git","url":"u","note":"n"}})"));
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(text(*m_form), QByteArray(R"({"source":{"kind":"zip","note":"n"}})")); // what both have is carried over
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(named("Url")->text(), u"u"_s);
    m_form->setValue(Json::parse(R"({"source":{"kind":"zip","file":"f"}})"));
    QCOMPARE(box->currentText(), u"Zip"_s);
    QCOMPARE(named("File")->text(), u"f"_s);
}

void TestFormStructure::recursiveSchemaExpandsOnDemand()
{
    show(R"({"type":"object","properties":{"name":{"type":"string"},"child":{"$ref":"#"}}})");
    const auto buttons = m_form->findChildren<QPushButton *>();
    const auto found = std::find_if(buttons.cbegin(), buttons.cend(),
                                    [](const QPushButton *button) { return button->text() == "Fill in Child"_L1; });
    QVERIFY(found != buttons.cend());
    QCOMPARE(text(*m_form), QByteArray("{}"));
    const Json deep = Json::parse(R"({"name":"a","child":{"child":{"child":{"child":{"name":"e"}}}}})");
    m_form->setValue(deep);
    QVERIFY(m_form->value() == deep);
}

QTEST_MAIN(TestFormStructure)
#include "tst_formstructure.moc"
