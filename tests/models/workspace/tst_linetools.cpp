// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/linetools.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

struct Marked
{
    QString text;
    TextRange range;
};

/// A text with "<" where the selection began and ">" where the cursor is; ">" alone for a cursor.
Marked marked(QString text)
{
    Marked out;
    const qsizetype anchor = text.indexOf(u'<');
    if (anchor >= 0)
        text.remove(anchor, 1);
    const qsizetype cursor = text.indexOf(u'>');
    text.remove(cursor, 1);
    out.text = text;
    out.range = {anchor < 0 ? cursor : anchor, cursor};
    return out;
}

QString shown(const Marked &before, const TextChange &change)
{
    QString text = before.text;
    TextRange range = before.range;
    if (!change.isEmpty()) {
        text.replace(change.begin, change.end - change.begin, change.text);
        range = {change.anchor, change.cursor};
    }
    text.insert(range.cursor, u'>');
    if (range.anchor != range.cursor)
        text.insert(range.anchor, u'<');
    return text;
}

} // namespace

class TestLineTools : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void edits_data();
    void edits();
    void tellsTheIndentation();
    void findsTheOtherBracket();
};

void TestLineTools::edits_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("comment a line") << u"comment"_s << u"a: 1\n  b>: 2\n"_s << u"a: 1\n  # b>: 2\n"_s;
    QTest::newRow("comment lines at the least deep")
        << u"comment"_s << u"<a:\n\n  b: 2>\n"_s << u"<# a:\n\n#   b: 2>\n"_s;
    QTest::newRow("uncomment") << u"comment"_s << u"  # b>: 2\n"_s << u"  b>: 2\n"_s;
    QTest::newRow("uncomment without a space") << u"comment"_s << u"<#a\n# b>\n"_s << u"<a\nb>\n"_s;
    QTest::newRow("comment nothing") << u"comment"_s << u"  >\n"_s << u"  >\n"_s;
    QTest::newRow("indent") << u"indent"_s << u"<a\n\n b>\n"_s << u"<  a\n\n   b>\n"_s;
    QTest::newRow("unindent") << u"unindent"_s << u"<    a\n b>\n"_s << u"<  a\nb>\n"_s;
    QTest::newRow("unindent at the margin") << u"unindent"_s << u"a>\n"_s << u"a>\n"_s;
    QTest::newRow("unindent with the cursor before the text") << u"unindent"_s << u" > a\n"_s << u">a\n"_s;
    QTest::newRow("duplicate") << u"duplicate"_s << u"a>b\nc"_s << u"ab\na>b\nc"_s;
    QTest::newRow("duplicate the last") << u"duplicate"_s << u"a\nb>"_s << u"a\nb\nb>"_s;
    QTest::newRow("a selection up to a line's start does not touch it")
        << u"duplicate"_s << u"<a\n>b"_s << u"a\n<a\n>b"_s;
    QTest::newRow("move up") << u"up"_s << u"a\nb\n<c\nd>\ne"_s << u"a\n<c\nd>\nb\ne"_s;
    QTest::newRow("move the first up") << u"up"_s << u"a>\nb"_s << u"a>\nb"_s;
    QTest::newRow("move down") << u"down"_s << u"a>\nb\nc"_s << u"b\na>\nc"_s;
    QTest::newRow("move to the end") << u"down"_s << u"a>\nb"_s << u"b\na>"_s;
    QTest::newRow("delete") << u"delete"_s << u"a\nb>\nc"_s << u"a\n>c"_s;
    QTest::newRow("delete the last") << u"delete"_s << u"a\nb>"_s << u">a"_s;
    QTest::newRow("delete the only") << u"delete"_s << u"ab>"_s << u">"_s;
    QTest::newRow("new line after a key") << u"newline"_s << u"  a:>\nb"_s << u"  a:\n    >\nb"_s;
    QTest::newRow("new line in an item") << u"newline"_s << u"- name: x>"_s << u"- name: x\n  >"_s;
    QTest::newRow("new line after an opening item") << u"newline"_s << u"- name:>"_s << u"- name:\n    >"_s;
    QTest::newRow("new line in a comment") << u"newline"_s << u"  # so:>"_s << u"  # so:\n  >"_s;
    QTest::newRow("new line within the indentation") << u"newline"_s << u" >  a"_s << u" \n >  a"_s;
}

void TestLineTools::edits()
{
    QFETCH(QString, tool);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Marked start = marked(before);
    TextChange change;
    if (tool == "comment"_L1)
        change = toggleComment(start.text, start.range, u"#"_s);
    else if (tool == "indent"_L1 || tool == "unindent"_L1)
        change = indentLines(start.text, start.range, 2, tool == "unindent"_L1);
    else if (tool == "duplicate"_L1)
        change = duplicateLines(start.text, start.range);
    else if (tool == "up"_L1 || tool == "down"_L1)
        change = moveLines(start.text, start.range, tool == "down"_L1);
    else if (tool == "delete"_L1)
        change = deleteLines(start.text, start.range);
    else
        change = newLine(start.text, start.range, 2);
    QCOMPARE(shown(start, change), after);
}

void TestLineTools::tellsTheIndentation()
{
    QCOMPARE(indentWidth(u""_s), 2);
    QCOMPARE(indentWidth(u"a:\n    b:\n        c: 1\nd:\n  e: 1\n"_s), 4);
    QCOMPARE(indentWidth(u"a:\n   b: 1\n"_s), 3);
    QCOMPARE(indentWidth(u"# a\n        # b\n"_s), 2);
}

void TestLineTools::findsTheOtherBracket()
{
    const QString text = u"{ \"a\": [1, \"]\", {}] }"_s;
    QCOMPARE(matchingBracket(text, 0), text.size() - 1);
    QCOMPARE(matchingBracket(text, text.size()), 0);
    QCOMPARE(matchingBracket(text, text.indexOf(u'[')), text.lastIndexOf(u']'));
    QCOMPARE(matchingBracket(text, 3), -1);
    QCOMPARE(matchingBracket(u"(("_s, 0), -1);
    QCOMPARE(matchingBracket(QString(), 0), -1);
}

QTEST_GUILESS_MAIN(TestLineTools)
#include "tst_linetools.moc"
