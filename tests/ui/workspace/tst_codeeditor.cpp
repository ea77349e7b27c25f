// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/findbar.h"
#include "ui/workspace/codeeditor.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

class TestCodeEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsEveryCharacter();
    void indentsAsTheTextDoes();
    void keysActOnLinesAndCanBeUndone();
    void itsKeysAreNotTheWindows();
    void anotherTextKeepsThePlaceAndCanBeUndone();
    void replacesAllInOneStep();
    void replacesByGroupsOfAnExpression();
    void marksSurviveShorterText();

private:
    void put(const QString &text)
    {
        m_editor->setCode(text, CodeView::Language::YamlText);
        m_editor->moveCursor(QTextCursor::Start);
    }
    template <typename T>
    T *called(const QString &name)
    {
        const QList<T *> all = m_editor->findChildren<T *>();
        for (T *each : all) {
            if (each->accessibleName() == name || each->property("text").toString() == name)
                return each;
        }
        return nullptr;
    }

    std::unique_ptr<CodeEditor> m_editor;
};

void TestCodeEditor::init()
{
    m_editor = std::make_unique<CodeEditor>();
    m_editor->resize(600, 400);
    m_editor->show();
    m_editor->setFocus();
}

void TestCodeEditor::keepsEveryCharacter()
{
    const QString text = u"a:\u00a0b\n\tc: \U0001F389\n\n"_s;
    put(text);
    QCOMPARE(m_editor->text(), text);
}

void TestCodeEditor::indentsAsTheTextDoes()
{
    put(u"a:\n    b: 1\n"_s);
    m_editor->moveCursor(QTextCursor::EndOfLine);
    QTest::keyClick(m_editor.get(), Qt::Key_Return);
    QTest::keyClicks(m_editor.get(), u"c"_s);
    QCOMPARE(m_editor->text(), u"a:\n    c\n    b: 1\n"_s);
    QTest::keyClick(m_editor.get(), Qt::Key_Tab);
    QCOMPARE(m_editor->text(), u"a:\n    c   \n    b: 1\n"_s);
    m_editor->selectAll();
    QTest::keyClick(m_editor.get(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(m_editor->text(), u"a:\nc   \nb: 1\n"_s);
}

void TestCodeEditor::keysActOnLinesAndCanBeUndone()
{
    const QString text = u"a: 1\nb: 2\n"_s;
    put(text);
    QTest::keyClick(m_editor.get(), Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(m_editor->text(), u"# a: 1\nb: 2\n"_s);
    QTest::keyClick(m_editor.get(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_editor->text(), u"b: 2\n# a: 1\n"_s);
    QTest::keyClick(m_editor.get(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(m_editor->text(), u"b: 2\n# a: 1\n# a: 1\n"_s);
    for (int i = 0; i < 3; ++i)
        m_editor->undo();
    QCOMPARE(m_editor->text(), text);
    QVERIFY(!m_editor->document()->isUndoAvailable());
}

void TestCodeEditor::itsKeysAreNotTheWindows()
{
    QWidget window;
    QAction help(&window);
    help.setShortcut(QKeySequence(u"Ctrl+/"_s));
    window.addAction(&help);
    bool shown = false;
    connect(&help, &QAction::triggered, this, [&] { shown = true; });
    m_editor->setParent(&window);
    window.show();
    m_editor->show();
    window.activateWindow();
    m_editor->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    put(u"a: 1\n"_s);
    QTest::keyClick(window.windowHandle(), Qt::Key_Slash, Qt::ControlModifier);
    QVERIFY(!shown);
    QCOMPARE(m_editor->text(), u"# a: 1\n"_s);
    m_editor->setParent(nullptr);
}

void TestCodeEditor::anotherTextKeepsThePlaceAndCanBeUndone()
{
    put(u"one\ntwo\nthree\n"_s);
    m_editor->goToLine(3);
    m_editor->replaceText(u"zero\none\n2\nthree\n"_s);
    QCOMPARE(m_editor->text(), u"zero\none\n2\nthree\n"_s);
    QCOMPARE(m_editor->textCursor().block().text(), u"three"_s);
    m_editor->undo();
    QCOMPARE(m_editor->text(), u"one\ntwo\nthree\n"_s);
}

void TestCodeEditor::replacesAllInOneStep()
{
    put(u"Check: a.b\ncheck: axb\n"_s);
    QTest::keyClick(m_editor.get(), Qt::Key_H, Qt::ControlModifier);
    auto *find = called<QLineEdit>(u"Find in the text"_s);
    auto *by = called<QLineEdit>(u"Replace by"_s);
    auto *all = called<QPushButton>(u"Replace all"_s);
    QVERIFY(find && by && all && by->isVisible());
    find->setText(u"a.b"_s);
    by->setText(u"\\1"_s);
    all->click();
    QCOMPARE(m_editor->text(), u"Check: \\1\ncheck: axb\n"_s); // no expression: a dot is a dot
    m_editor->undo();
    QCOMPARE(m_editor->text(), u"Check: a.b\ncheck: axb\n"_s);
    find->setText(u"check"_s);
    called<QToolButton>(u"Tell capital letters from small ones"_s)->click();
    by->setText(u"test"_s);
    all->click();
    QCOMPARE(m_editor->text(), u"Check: a.b\ntest: axb\n"_s);
}

void TestCodeEditor::replacesByGroupsOfAnExpression()
{
    put(u"a: 1\nb: 2\n"_s);
    QTest::keyClick(m_editor.get(), Qt::Key_H, Qt::ControlModifier);
    called<QToolButton>(u"Regular expression"_s)->click();
    called<QLineEdit>(u"Find in the text"_s)->setText(u"(\\w): (\\d)"_s);
    called<QLineEdit>(u"Replace by"_s)->setText(u"\\2: \\1"_s);
    called<QPushButton>(u"Replace"_s)->click();
    called<QPushButton>(u"Replace"_s)->click();
    QCOMPARE(m_editor->text(), u"1: a\n2: b\n"_s);
    // An expression that is none says so and changes nothing.
    called<QLineEdit>(u"Find in the text"_s)->setText(u"("_s);
    called<QPushButton>(u"Replace all"_s)->click();
    QCOMPARE(m_editor->text(), u"1: a\n2: b\n"_s);
}

void TestCodeEditor::marksSurviveShorterText()
{
    put(u"a: 1\nb: 2\n"_s);
    m_editor->setMarks({{5, 6, Tone::Danger, u"<b>wrong</b>"_s}});
    const QList<QTextEdit::ExtraSelection> shown = m_editor->extraSelections();
    QVERIFY(std::any_of(shown.cbegin(), shown.cend(), [](const QTextEdit::ExtraSelection &mark) {
        return mark.format.underlineStyle() == QTextCharFormat::WaveUnderline && mark.cursor.selectionStart() == 5;
    }));
    m_editor->selectAll();
    QTest::keyClick(m_editor.get(), Qt::Key_Delete);
    QCOMPARE(m_editor->text(), QString());
    QCoreApplication::processEvents();
}

QTEST_MAIN(TestCodeEditor)
#include "tst_codeeditor.moc"
