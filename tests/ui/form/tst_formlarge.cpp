// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/form/formfixture.h"
#include "ui/form/boundedtextedit.h"
#include "ui/form/fieldrow.h"
#include "ui/form/formlink.h"
#include "ui/form/inputtextview.h"
#include "ui/form/jsonpane.h"

#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBlock>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

/// A form and its text beside each other: large inputs, both ways of writing, and where the cursor is.
class TestFormLarge : public QObject, public FormFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void largeInputStaysOutOfTheFields();
    void longTextComesInPieces();
    void longTextIsPastedIntoNoField();
    void writesYaml();
    void yamlIsReadWhereverItIsTyped();
    void cursorAndFieldFollowEachOther();

private:
    static SharedJson largeInput()
    {
        Json value{{"name", 7}, {"rows", Json::array()}};
        for (int i = 0; i < 20'000; ++i)
            value["rows"].push_back({{"id", i}, {"text", std::string(60, 'x')}});
        return std::make_shared<const Json>(std::move(value));
    }
    void typeText(const QString &text)
    {
        m_view->setFocus();
        m_view->selectAll();
        m_view->insertPlainText(text);
    }

    std::unique_ptr<JsonPane> m_pane;
    InputTextView *m_view = nullptr;
};

void TestFormLarge::init()
{
    m_form = std::make_unique<FormView>();
    m_pane = std::make_unique<JsonPane>();
    m_view = m_pane->findChild<InputTextView *>();
    linkFormAndText(m_form.get(), m_pane.get());
    m_pane->resize(500, 500);
    m_pane->show();
    show(R"({"type":"object","properties":{"name":{"title":"Name","type":"string"},
        "note":{"title":"Note","type":"string","ui:widget":"textarea"},
        "in":{"title":"In","type":"object","properties":{"deep":{"title":"Deep","type":"string"}}}}})");
}

void TestFormLarge::cleanup()
{
    m_pane.reset();
    m_form.reset();
}

void TestFormLarge::largeInputStaysOutOfTheFields()
{
    type("Name", "typed");
    const SharedJson input = largeInput();
    m_form->setInput(input);
    QVERIFY(m_form->isLarge());
    QVERIFY(m_form->input() == input); // the same one: nothing is copied
    QVERIFY(!named("Name"));
    QTRY_COMPARE(problems(), QStringList{u"/name: A text is expected here."_s}); // it is checked all the same
    QTRY_VERIFY(m_view->placeholderText().contains(u"too large"_s));
    QVERIFY(m_view->isReadOnly());
    const auto buttons = m_form->findChildren<QPushButton *>();
    const auto back = std::find_if(buttons.cbegin(), buttons.cend(),
                                   [](const QPushButton *button) { return button->text() == u"Back to the fields"_s; });
    QVERIFY(back != buttons.cend());
    (*back)->click();
    QVERIFY(!m_form->isLarge());
    QCOMPARE(named("Name")->text(), u"typed"_s); // as it was
    QTRY_VERIFY(m_pane->text().contains(u"typed"_s));
    QVERIFY(!m_view->isReadOnly());
}

void TestFormLarge::longTextComesInPieces()
{
    Json value{{"name", "x"}, {"list", Json::array()}};
    for (int i = 0; i < 8'000; ++i)
        value["list"].push_back("entry number " + std::to_string(i));
    m_form->setValue(value);
    QTRY_VERIFY_WITH_TIMEOUT(m_pane->text().endsWith(u"entry number 7999\"\n  ]\n}"_s), 20000);
    QTRY_VERIFY(!m_view->isReadOnly());
    QCOMPARE(m_pane->text().toUtf8(), toBytes(value, 2));
    m_view->setFocus();
    m_view->undo(); // one step, whatever the number of pieces
    QVERIFY2(m_pane->text().size() < 100, qPrintable(m_pane->text().left(200)));
    // And it can be pasted, as a part of what is there.
    m_view->selectAll();
    QSignalSpy edited(m_pane.get(), &JsonPane::edited);
    QApplication::clipboard()->setText(QString::fromUtf8(toBytes(value, 1)));
    m_view->paste();
    QTRY_COMPARE_WITH_TIMEOUT(edited.size(), 1, 20000);
    QVERIFY(m_form->value() == value);
}

void TestFormLarge::longTextIsPastedIntoNoField()
{
    auto *note = named<BoundedTextEdit>("Note");
    QVERIFY(note);
    note->setFocus();
    QApplication::clipboard()->setText(QString(10'000'000, u'x'));
    note->paste();
    QTRY_COMPARE(problems().size(), 1);
    QVERIFY2(problems().first().contains(u"too long"_s), qPrintable(problems().first()));
    QCOMPARE(note->toPlainText(), QString());
    QTest::keyClicks(note, u"short"_s);
    QTRY_COMPARE(problems(), QStringList());
    // A text that is there already is not lost.
    const Json value{{"name", std::string(200'000, 'y')}};
    m_form->setValue(value);
    QVERIFY(m_form->value() == value);
}

void TestFormLarge::writesYaml()
{
    type("Name", "Ada");
    type("Deep", "yes");
    named("Name")->setFocus();
    QTRY_VERIFY(m_pane->text().contains(u"\"deep\": \"yes\""_s));
    m_pane->setSyntax(JsonPane::Syntax::YamlText);
    QTRY_COMPARE(m_pane->text(), u"name: Ada\nin:\n  deep: \"yes\"\n"_s);
    typeText(u"name: Eve\nin: {deep: no}\n"_s);
    QTRY_COMPARE(named("Name")->text(), u"Eve"_s);
    QCOMPARE(named("Deep")->text(), u"no"_s); // YAML 1.2: no is a text
    typeText(u"name: [\n"_s);
    QTRY_VERIFY(!m_pane->problem().isEmpty());
    m_pane->setSyntax(JsonPane::Syntax::JsonText); // not while it is wrong
    QTest::qWait(50);
    QCOMPARE(m_pane->text(), u"name: [\n"_s);
    typeText(u"name: Bo\n"_s);
    m_pane->setSyntax(JsonPane::Syntax::JsonText);
    QTRY_COMPARE(m_pane->text(), u"{\n  \"name\": \"Bo\"\n}"_s);
}

void TestFormLarge::yamlIsReadWhereverItIsTyped()
{
    typeText(u"name: Grace\n"_s);
    QTRY_COMPARE(named("Name")->text(), u"Grace"_s);
}

void TestFormLarge::cursorAndFieldFollowEachOther()
{
    m_form->setValue(Json::parse(R"({"name":"Ada","in":{"deep":"x"}})"));
    QTRY_VERIFY(m_pane->text().contains(u"deep"_s));
    QTest::qWait(50); // the places are found on a worker thread
    const auto markedLines = [this] {
        QStringList lines;
        const auto selections = m_view->extraSelections();
        for (qsizetype i = 1; i < selections.size(); ++i) // the first one is the line of the cursor
            lines << selections.at(i).cursor.block().text().trimmed();
        return lines;
    };
    m_form->activateWindow();
    named("Deep")->setFocus();
    QTRY_COMPARE(markedLines(), QStringList{u"\"deep\": \"x\""_s});
    named("Name")->setFocus();
    QTRY_COMPARE(markedLines(), QStringList{u"\"name\": \"Ada\","_s});
    QSignalSpy entered(m_pane.get(), &JsonPane::fieldEntered);
    m_pane->activateWindow();
    m_view->setFocus();
    QTRY_VERIFY(m_view->hasFocus());
    QTextCursor cursor = m_view->textCursor();
    cursor.setPosition(static_cast<int>(m_pane->text().indexOf(u"deep"_s)));
    m_view->setTextCursor(cursor);
    QTRY_VERIFY(entered.size() > 0);
    QCOMPARE(entered.last().first().toString(), u"/in/deep"_s);
}

QTEST_MAIN(TestFormLarge)
#include "tst_formlarge.moc"
