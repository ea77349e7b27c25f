// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/document/document.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Document> opened(const QByteArray &bytes)
{
    Result<std::unique_ptr<Document>> document = Document::open(bytes);
    return document ? std::move(*document) : nullptr;
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEveryByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFid: x\n");
        QTest::newRow("CRLF") << QByteArray("id: x\r\nb: 1\r\n");
        QTest::newRow("both") << QByteArray("id: x\r\nb: 1\nc: 2");
        QTest::newRow("trailing blanks") << QByteArray("id: x   \n\n\n   ");
        QTest::newRow("broken") << QByteArray("id: [x\n  y: }");
        QTest::newRow("tabs") << QByteArray("a:\n\tb: 1\n");
    }

    void keepsEveryByte()
    {
        QFETCH(QByteArray, bytes);
        const auto document = opened(bytes);
        QVERIFY(document);
        QCOMPARE(document->bytes(), bytes);
        const QByteArray text = document->text();
        QVERIFY(document->apply({u"x"_s, {{0, {}, "# new\n"}}}));
        QVERIFY(document->bytes() != bytes);
        document->history().undo();
        QCOMPARE(document->bytes(), bytes);
        QCOMPARE(document->text(), text);
    }

    void keepsEveryByteOfRealDefinitions()
    {
        QDirIterator files(QStringLiteral(PODIUM_SHARED_DATA "/workflows"), QDir::Files, QDirIterator::Subdirectories);
        if (!files.hasNext())
            QSKIP("No real definitions here: ../shared/data/workflows is absent.");
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const auto document = opened(bytes);
            QVERIFY2(document && document->bytes() == bytes, qPrintable(file.fileName()));
        }
    }

    void refusesWhatIsNoText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) << u"It holds bytes that are no text."_s;
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFEi\0d\0", 6) << u"It is written in UTF-16."_s;
        QTest::newRow("Latin-1") << QByteArray("id: caf\xe9\n") << u"It is not written in UTF-8."_s;
        QTest::newRow("too large") << QByteArray(Document::kMaxSize + 1, ' ') << u"It is larger than 16 MB."_s;
    }

    void refusesWhatIsNoText()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, why);
        const Result<std::unique_ptr<Document>> document = Document::open(bytes);
        QVERIFY(!document.ok());
        QCOMPARE(document.error().why, why);
        QVERIFY(!document.error().remedy.isEmpty());
    }

    void opensLargeText()
    {
        QByteArray text = "id: large\nstates:\n";
        while (text.size() < 10'000'000)
            text += "  - {name: \"" + QByteArray::number(text.size()) + "\", type: inject, end: true}\n";
        const auto document = opened(text);
        QVERIFY(document);
        QCOMPARE(document->bytes().size(), text.size());
        QCOMPARE(document->reading()->fault.message, u"The definition is too large."_s); // and is text all the same
    }

    void joinsTyping()
    {
        const auto document = opened("id: \n");
        for (const char *key : {"o", "r", "d", "e", "r"}) {
            const qsizetype at = document->text().indexOf('\n');
            QVERIFY(document->apply({{}, {{at, {}, key}}}));
        }
        QCOMPARE(document->text(), QByteArray("id: order\n"));
        QVERIFY(document->apply({u"Add x"_s, {{document->text().size(), {}, "x: 1\n"}}}));
        QCOMPARE(document->history().count(), 2);
        QCOMPARE(document->history().undoText(), u"Add x"_s);
        document->history().undo();
        document->history().undo();
        QCOMPARE(document->text(), QByteArray("id: \n"));
        document->history().redo();
        QCOMPARE(document->text(), QByteArray("id: order\n"));
    }

    void refusesEditsOfAnotherText()
    {
        const auto document = opened("id: x\n");
        QVERIFY(!document->apply({{}, {{4, "y", "z"}}}));
        QVERIFY(!document->apply({{}, {{100, {}, "z"}}}));
        QCOMPARE(document->history().count(), 0);
    }

    void keepsTheLastTreeBesideBrokenText()
    {
        const auto document = opened("id: x\nstates:\n  - name: A\n");
        QSignalSpy edited(document.get(), &Document::edited);
        const SharedReading whole = document->lastWhole();
        QVERIFY(whole);
        const DocumentMap &map = *whole->map;
        const ByteRange name = map.extent(map.nodeAt({u"states"_s, 0, u"name"_s}));
        QVERIFY(document->apply({{}, {{4, "x", "[x, "}}}));
        QCOMPARE(edited.size(), 1);
        QVERIFY(!document->readNow()->isWhole());
        QVERIFY(document->readNow()->fault.span.line > 0);
        QCOMPARE(document->lastWhole(), whole);
        const std::optional<ByteRange> now = document->present(name);
        QVERIFY(now);
        QCOMPARE(document->text().mid(now->begin, now->size()), QByteArray("A"));
        QVERIFY(!document->present({4, 5})); // that is no more
        QVERIFY(document->apply({{}, {{4, "[x, ", "y"}}}));
        QVERIFY(document->readNow()->isWhole());
        QVERIFY(document->lastWhole() != whole);
    }

    void takesReadingsInOrder()
    {
        const auto document = opened("id: x\n");
        const SharedReading old = readText(document->text(), document->revision());
        QVERIFY(document->apply({{}, {{4, "x", "y"}}}));
        const SharedReading now = readText(document->text(), document->revision());
        document->accept(now);
        document->accept(old); // came late
        QCOMPARE(document->reading(), now);
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
