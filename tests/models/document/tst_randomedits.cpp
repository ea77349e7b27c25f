// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// Thousands of structural edits drawn by chance (with a fixed seed): each changes only its own place, means what it
// should, and is undone to the same bytes.
#include "models/workflow/treevalue.h"
#include "tests/models/document/randomedits.h"

#include <QDirIterator>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// Own definitions, one for each way of writing.
const QByteArray kBlock = R"(# A comment about the file
id: order   # behind
name: "Order"

# about the states
states:
  # the first
  - name: Check   # named
    type: 'operation'
    actions:
      - functionRef:
          refName: call
          arguments:
            a: ${ .a }
            text: |
              one
              two

      - functionRef: other
    transition: Ship

  - name: Ship
    type: inject
    data: {a: 1, b: [1, 2], c: {}}
    end: true
empty:
list: []
folded: >-
  some words
  and more
nested:
- - 1
  - 2
- a:
  b: ~
last: end)";

const QByteArray kJson = R"({
    "id": "order",
    "states": [
        {"name": "A", "type": "inject", "data": {}, "end": true},
        {
            "name": "B",
            "list": [],
            "numbers": [1, 2.5, -3],
            "nothing": null
        }
    ]
}
)";

const QByteArray kAnchors = R"(id: x
base: &base
  a: 1
  b: [1, &two 2]
use: *base
again: {x: *two, y: &word 'text'}
tagged: !!str 12
states:
  - *base
  - name: &name N
  - !local {a: 1}
)";

/// Comparable without regard to the order of members, which the drawer does not follow.
nlohmann::json sorted(const Json &value)
{
    return nlohmann::json::parse(toBytes(value).toStdString());
}

bool hasDoubleKeysOrAliases(const TextTree &tree)
{
    for (int i = 0; i < tree.size(); ++i) {
        const TextTree::Node &node = tree.node(i);
        if (node.kind == TextTree::Kind::Alias)
            return true;
        QSet<QString> names;
        for (qsizetype k = 0; node.kind == TextTree::Kind::Mapping && k < node.children.size(); k += 2)
            names.insert(tree.node(node.children.at(k)).text);
        if (node.kind == TextTree::Kind::Mapping && names.size() * 2 != node.children.size())
            return true;
    }
    return false;
}

} // namespace

class TestRandomEdits : public QObject
{
    Q_OBJECT
private:
    int m_done = 0;
    int m_refused = 0;

    /// Edits one after the other, then all undone.
    void edit(const QByteArray &original, int steps, unsigned seed)
    {
        std::mt19937 random(seed);
        QByteArray text = original;
        QList<TextEdit> history;
        for (int step = 0; step < steps; ++step) {
            const Result<TextTree> tree = TextTree::parse(text);
            QVERIFY(tree && tree->fault().message.isEmpty());
            const bool comparable = !hasDoubleKeysOrAliases(*tree);
            const StructureEditor editor(*tree);
            const RandomEdit drawn = randomEdit(editor, random);
            if (!drawn.edit) {
                ++m_refused;
                if (qEnvironmentVariableIsSet("PODIUM_REFUSED"))
                    qInfo().noquote() << drawn.what << "—" << drawn.edit.error().why;
                continue;
            }
            ++m_done;
            QByteArray after = text;
            QVERIFY2(drawn.edit->applyTo(after), qPrintable(drawn.what));
            for (const TextPatch &patch : drawn.edit->patches) {
                // One line end beyond the place may go with an entry at the end of the file.
                QVERIFY2(patch.offset >= drawn.within.begin - 2 &&
                             patch.offset + patch.removed.size() <= drawn.within.end + 1,
                         qPrintable(drawn.what));
            }
            const Result<TextTree> again = TextTree::parse(after);
            QVERIFY2(again && again->fault().message.isEmpty(), qPrintable(drawn.what));
            if (comparable) {
                const Json value = treeValue(*again, again->root());
                QVERIFY2(sorted(value) == sorted(drawn.expected),
                         qPrintable(drawn.what + u"\n"_s + QString::fromUtf8(after)));
            }
            QCOMPARE(
                after.startsWith(text.left(drawn.edit->patches.isEmpty() ? 0 : drawn.edit->patches.first().offset)),
                true);
            history.append(*drawn.edit);
            text = after;
        }
        while (!history.isEmpty())
            QVERIFY(history.takeLast().inverse().applyTo(text));
        QCOMPARE(text, original);
    }

private Q_SLOTS:
    void own_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("block") << kBlock;
        QTest::newRow("block, CRLF") << QByteArray(kBlock).replace("\n", "\r\n");
        QTest::newRow("JSON") << kJson;
        QTest::newRow("JSON on one line") << QByteArray(kJson).replace("\n", "").replace("    ", "");
        QTest::newRow("anchors") << kAnchors;
    }

    void own()
    {
        QFETCH(QByteArray, text);
        m_done = m_refused = 0;
        for (unsigned seed = 1; seed <= 150; ++seed) {
            edit(text, 6, seed);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(m_done > 600);
        qInfo("%d edits, %d refused", m_done, m_refused);
    }

    void real()
    {
        const QString folder = QStringLiteral(PODIUM_SHARED_DATA "/workflows");
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        if (!files.hasNext())
            QSKIP("No real definitions here: ../shared/data/workflows is absent.");
        m_done = m_refused = 0;
        unsigned seed = 1;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            const Result<TextTree> tree = TextTree::parse(text);
            if (!tree || !tree->fault().message.isEmpty())
                continue;
            edit(tree->text(), 14, ++seed);
            if (QTest::currentTestFailed()) {
                qWarning().noquote() << file.fileName() << seed;
                return;
            }
        }
        qInfo("%d edits, %d refused", m_done, m_refused);
        QVERIFY(m_done > 3000);
        QVERIFY(m_refused * 50 < m_done); // what the text's style does not allow is rare
    }
};

QTEST_GUILESS_MAIN(TestRandomEdits)
#include "tst_randomedits.moc"
