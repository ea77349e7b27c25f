// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/document/structureeditor.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

using Act = std::function<Result<TextEdit>(const StructureEditor &)>;

/// The text after an edit, or why it was refused.
QByteArray after(const QByteArray &text, const Act &act,
                 StructureEditor::Aliases aliases = StructureEditor::Aliases::Refuse)
{
    const Result<TextTree> tree = TextTree::parse(text);
    if (!tree)
        return tree.error().text().toUtf8();
    const StructureEditor editor(*tree, aliases);
    const Result<TextEdit> edit = act(editor);
    if (!edit)
        return "refused: " + edit.error().why.toUtf8();
    QByteArray changed = text;
    if (!edit->applyTo(changed))
        return "does not fit";
    QByteArray back = changed;
    if (!edit->inverse().applyTo(back) || back != text)
        return "not undone";
    return changed;
}

} // namespace

Q_DECLARE_METATYPE(Act)

class TestStructureEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void edits_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Act>("act");
        QTest::addColumn<QByteArray>("expected");
        using E = const StructureEditor &;
        const auto row = [](const char *name, const QByteArray &text, const Act &act, const QByteArray &expected) {
            QTest::newRow(name) << text << act << expected;
        };
        row(
            "keeps plain", "a: b  # c\n", [](E e) { return e.set({u"a"_s}, "d e"); }, "a: d e  # c\n");
        row(
            "keeps single quotes", "a: 'b' # c\n", [](E e) { return e.set({u"a"_s}, "it's"); }, "a: 'it''s' # c\n");
        row(
            "keeps double quotes", "a: \"b\"\n", [](E e) { return e.set({u"a"_s}, "d"); }, "a: \"d\"\n");
        row(
            "quotes where it must", "a: b\n", [](E e) { return e.set({u"a"_s}, "true"); }, "a: \"true\"\n");
        row(
            "fills what is empty", "a:   # c\nb: 1\n", [](E e) { return e.set({u"a"_s}, 5); }, "a: 5   # c\nb: 1\n");
        row(
            "keeps a block", "a: |  # c\n  x\n  y\nb: 1\n", [](E e) { return e.set({u"a"_s}, "p\nq\n"); },
            "a: |  # c\n  p\n  q\nb: 1\n");
        row(
            "keeps the anchor", "a: &x old\nb: *x\n", [](E e) { return e.set({u"a"_s}, "new"); }, "a: &x new\nb: *x\n");
        row(
            "object for a word", "t: Next # go\nz: 1\n",
            [](E e) {
                return e.set({u"t"_s}, Json{{"nextState", "Next"}, {"compensate", true}});
            },
            "t:\n  nextState: Next\n  compensate: true # go\nz: 1\n");
        row(
            "wraps a word", "t: Next # go\n", [](E e) { return e.wrapInMember({u"t"_s}, u"nextState"_s); },
            "t:\n  nextState: Next # go\n");
        row(
            "wraps a block", "t:\n  # c\n  a: 1\n\n  b: 2\nz: 3\n",
            [](E e) { return e.wrapInMember({u"t"_s}, u"in"_s); }, "t:\n  in:\n    # c\n    a: 1\n\n    b: 2\nz: 3\n");
        row(
            "adds at the end", "a:\n  b: 1\n  # deeper\nc: 2\n",
            [](E e) { return e.insertMember({u"a"_s}, u"new"_s, 2); }, "a:\n  b: 1\n  new: 2\n  # deeper\nc: 2\n");
        row(
            "adds before, with its comment", "- a: 1\n# of b\n- b: 1\n",
            [](E e) {
                return e.insertItem({}, Json{{"new", 1}}, 1);
            },
            "- a: 1\n- new: 1\n# of b\n- b: 1\n");
        row(
            "adds without a last line end", "a: 1", [](E e) { return e.insertMember({}, u"b"_s, 2); }, "a: 1\nb: 2");
        row(
            "follows the indentation", "s:\n- name: A\n  t:\n      x: 1\n",
            [](E e) {
                return e.insertItem({u"s"_s}, Json{{"name", "B"}, {"l", Json::array({1})}});
            },
            "s:\n- name: A\n  t:\n      x: 1\n- name: B\n  l:\n  - 1\n");
        row(
            "follows CRLF", "a: 1\r\nb:\r\n  c: 1\r\n",
            [](E e) {
                return e.insertMember({u"b"_s}, u"d"_s, Json{{"e", 1}});
            },
            "a: 1\r\nb:\r\n  c: 1\r\n  d:\r\n    e: 1\r\n");
        row(
            "adds in brackets", "a: {b: 1}\n",
            [](E e) {
                return e.insertMember({u"a"_s}, u"c"_s, Json{{"d", 1}});
            },
            "a: {b: 1, c: {d: 1}}\n");
        row(
            "adds in JSON", "{\n  \"a\": 1\n}\n",
            [](E e) {
                return e.insertMember({}, u"b"_s, Json{{"c", 1}});
            },
            "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": 1\n  }\n}\n");
        row(
            "removes with its comment", "a: 1\n# of b\nb: 2 # too\nc: 3\n", [](E e) { return e.remove({u"b"_s}); },
            "a: 1\nc: 3\n");
        row(
            "removes the last one", "a: 1\nb:\n  - x\n",
            [](E e) {
                return e.remove({u"b"_s, 0});
            },
            "a: 1\nb: []\n");
        row(
            "removes behind a dash", "- a: 1\n  b: 2\n",
            [](E e) {
                return e.remove({0, u"a"_s});
            },
            "- b: 2\n");
        row(
            "keeps the comment of the next", "- a: 1\n  # of b\n  b: 2\n",
            [](E e) {
                return e.remove({0, u"a"_s});
            },
            "-\n  # of b\n  b: 2\n");
        row(
            "removes in brackets", "a: [1, 2, 3]\n",
            [](E e) {
                return e.remove({u"a"_s, 1});
            },
            "a: [1, 3]\n");
        row(
            "removes the last in JSON", "{\n  \"a\": 1,\n  \"b\": 2\n}", [](E e) { return e.remove({u"b"_s}); },
            "{\n  \"a\": 1\n}");
        row(
            "renames", "'a' : 1\n", [](E e) { return e.renameMember({u"a"_s}, u"b"_s); }, "'b' : 1\n");
        row(
            "moves with comments", "- a # 1\n\n# of b\n- b\n- c\n", [](E e) { return e.move({}, 0, 2); },
            "# of b\n- b\n\n- c\n- a # 1\n");
        row(
            "refuses a double name", "a: 1\nb: 2\n", [](E e) { return e.renameMember({u"a"_s}, u"b"_s); },
            "refused: There is a “b” already.");
        row(
            "refuses behind an alias", "a: &x {b: 1}\nc: *x\n",
            [](E e) {
                return e.set({u"c"_s, u"b"_s}, 2);
            },
            "refused: It is written as *x, an alias of what stands in line 1: edit it there.");
        row(
            "refuses to lose an anchor", "a: &x 1\nc: *x\n", [](E e) { return e.remove({u"a"_s}); },
            "refused: The text could not be read any more: An alias names an anchor that does not exist.");
        row(
            "says when nothing is there", "a: 1\n",
            [](E e) {
                return e.set({u"b"_s, 3}, 2);
            },
            "refused: There is no /b/3 in it.");
        row(
            "refuses broken text", "a: 1\nb: ]\n", [](E e) { return e.set({u"a"_s}, 2); },
            "refused: Its text cannot be read: mend line 2 first.");
    }

    void edits()
    {
        QFETCH(QByteArray, text);
        QFETCH(Act, act);
        QFETCH(QByteArray, expected);
        QCOMPARE(after(text, act), expected);
    }

    void editsTheAnchorWhenAsked()
    {
        QCOMPARE(after(
                     "a: &x {b: 1}\nc: *x\n",
                     [](const StructureEditor &e) {
                         return e.set({u"c"_s, u"b"_s}, 2);
                     },
                     StructureEditor::Aliases::EditAnchor),
                 QByteArray("a: &x {b: 2}\nc: *x\n"));
    }

    void touchesOneDocumentOfMany()
    {
        QCOMPARE(after("---\na: 1\n---\na: 2\n", [](const StructureEditor &e) { return e.set({u"a"_s}, 3); }),
                 QByteArray("---\na: 3\n---\na: 2\n"));
    }

    void findsPlaces()
    {
        const QByteArray text = "a: 1\n# note\ns:\n  - name: \"X\" # c\n    d: |\n      t\n  - *no\n";
        const Result<TextTree> tree = TextTree::parse(QByteArray(text).replace("*no", "z"));
        const DocumentMap map(*tree);
        const int name = map.nodeAt({u"s"_s, 0, u"name"_s});
        QCOMPARE(map.extent(name).size(), 3); // with its quotes
        QCOMPARE(pointerOf(map.pathOf(name)), u"/s/0/name"_s);
        QCOMPARE(map.nodeAround(map.extent(name).begin + 1), name);
        QCOMPARE(map.nodeAround(map.entryOf(name).begin), name); // on the key, too
        const ByteRange whole = map.wholeEntry(map.entryOf(map.nodeAt({u"s"_s})));
        QCOMPARE(whole.begin, text.indexOf("# note"));
        QCOMPARE(map.spanOf(whole).line, 2);
    }

    void mapsOffsets()
    {
        const TextEdit edit{{}, {{2, "xx", "yyyy"}, {8, "z", ""}}};
        QCOMPARE(edit.mapped(1), 1);
        QCOMPARE(edit.mapped(5), 7);
        QCOMPARE(edit.mapped(3), 2);
        QCOMPARE(edit.mapped(3, true), 6);
        QCOMPARE(edit.mapped(10), 11);
    }
};

QTEST_GUILESS_MAIN(TestStructureEditor)
#include "tst_structureeditor.moc"
