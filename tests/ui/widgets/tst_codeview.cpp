// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "ui/widgets/codeview.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_CodeView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesToLines();
    void tellsTheLine();
    void highlightsYaml();
    void highlightsJson();
    void invalidUtf8IsShown();
    void findsText();

private:
    static QColor colorAt(const CodeView &view, int line, const QString &word);
};

QColor tst_CodeView::colorAt(const CodeView &view, int line, const QString &word)
{
    const QTextBlock block = view.document()->findBlockByNumber(line - 1);
    const qsizetype at = block.text().indexOf(word);
    for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
        if (at >= range.start && at < range.start + range.length)
            return range.format.foreground().color();
    }
    return {};
}

void tst_CodeView::goesToLines()
{
    CodeView view;
    view.setCode(u"one\ntwo\nthree"_s, CodeView::Language::PlainText);
    view.goToLine(2);
    QCOMPARE(view.textCursor().block().text(), u"two"_s);
    view.goToLine(99);
    QCOMPARE(view.textCursor().block().text(), u"three"_s);
    view.goToLine(-4);
    QCOMPARE(view.textCursor().block().text(), u"one"_s);
}

void tst_CodeView::tellsTheLine()
{
    CodeView view;
    QSignalSpy told(&view, &CodeView::lineActivated);
    view.setCode(u"one\ntwo\nthree"_s, CodeView::Language::PlainText);
    QCOMPARE(told.size(), 0);
    view.goToLine(3);
    QCOMPARE(told.constLast().at(0).toInt(), 3);
}

void tst_CodeView::highlightsYaml()
{
    CodeView view;
    view.setCode(QByteArray("id: greet # a comment\nsteps: \"text # no comment\"\nnumber: 12\nurl: http://x/#frag\n"),
                 CodeView::Language::YamlText);
    QVERIFY(colorAt(view, 1, u"id"_s).isValid());
    QVERIFY(!colorAt(view, 1, u"greet"_s).isValid());
    QVERIFY(colorAt(view, 1, u"# a"_s).isValid());
    QVERIFY(colorAt(view, 1, u"# a"_s) != colorAt(view, 1, u"id"_s));
    QCOMPARE(colorAt(view, 2, u"text"_s), colorAt(view, 2, u"# no"_s));
    QVERIFY(colorAt(view, 3, u"12"_s).isValid());
    QVERIFY(!colorAt(view, 4, u"#frag"_s).isValid());
}

void tst_CodeView::highlightsJson()
{
    CodeView view;
    view.setCode(u"{\"key\": \"va\\\"lue: x\", \"n\": -1.5e3, \"t\": true"_s, CodeView::Language::JsonText);
    QVERIFY(colorAt(view, 1, u"key"_s).isValid());
    QVERIFY(colorAt(view, 1, u"key"_s) != colorAt(view, 1, u"lue"_s));
    QCOMPARE(colorAt(view, 1, u"-1.5"_s), colorAt(view, 1, u"true"_s));
}

void tst_CodeView::invalidUtf8IsShown()
{
    CodeView view;
    view.setCode(QByteArray("ok\xff\xfe\0more", 10), CodeView::Language::YamlText);
    QVERIFY(view.toPlainText().startsWith(u"ok"_s));
    QVERIFY(view.toPlainText().contains(QChar::ReplacementCharacter));
}

void tst_CodeView::findsText()
{
    CodeView view;
    view.resize(600, 300);
    view.setCode(u"alpha\nbeta\nalpha beta"_s, CodeView::Language::PlainText);
    view.show();
    view.activateWindow();
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_F, Qt::ControlModifier);
    auto *field = view.findChild<QLineEdit *>();
    QVERIFY(field && field->isVisible());
    QTest::keyClicks(field, u"beta"_s);
    QCOMPARE(view.textCursor().blockNumber(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(view.textCursor().blockNumber(), 2);
    QTest::keyClick(field, Qt::Key_Return); // round the end
    QCOMPARE(view.textCursor().blockNumber(), 1);
    QCOMPARE(unnamedControls(&view), QStringList());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
}

QTEST_MAIN(tst_CodeView)
#include "tst_codeview.moc"
