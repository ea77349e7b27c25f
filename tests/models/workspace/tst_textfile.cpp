// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/textfile.h"
#include "models/workspace/unsavedtext.h"

#include <QDirIterator>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestTextFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackByteForByte_data();
    void comesBackByteForByte();
    void everyRealDefinitionComesBackByteForByte();
    void keepsTheEndsOfLinesThatWereNotEdited();
    void newLinesEndAsMostDo();
    void keepsMarkAndEncodingOfAnEditedText();
    void refusesWhatAnEditorWouldLose_data();
    void refusesWhatAnEditorWouldLose();
    void unsavedTextsSurviveTheirFile();
    void unreadableUnsavedTextsSaySo();
};

void TestTextFile::comesBackByteForByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no end of line") << QByteArray("id: a");
    QTest::newRow("line feeds") << QByteArray("id: a\nname: b\n\n");
    QTest::newRow("carriage returns") << QByteArray("id: a\r\nname: b\r\n");
    QTest::newRow("both") << QByteArray("id: a\r\nname: b\nversion: 1\r\n");
    QTest::newRow("mark") << QByteArray("\xEF\xBB\xBFid: a\n");
    QTest::newRow("two marks") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBFid: a\n");
    QTest::newRow("no-break space, tab, emoji") << QByteArray("id: a\xC2\xA0\t\xF0\x9F\x8E\x89\n");
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEi\0d\0:\0 \0a\0\n\0", 14);
}

void TestTextFile::comesBackByteForByte()
{
    QFETCH(QByteArray, bytes);
    const Result<TextFile> file = TextFile::decode(bytes);
    QVERIFY2(file, file ? "" : qPrintable(file.error().why));
    QVERIFY(!file->text.contains(u'\r'));
    QCOMPARE(file->encode(file->text), bytes);
}

void TestTextFile::everyRealDefinitionComesBackByteForByte()
{
    const QString folder = QStringLiteral(PODIUM_SHARED_DATA) + u"/workflows"_s;
    if (!QDir(folder).exists())
        QSKIP("No real definitions here: ../shared/data/workflows is absent.");
    int count = 0;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile source(files.next());
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QByteArray bytes = source.readAll();
        const Result<TextFile> file = TextFile::decode(bytes);
        QVERIFY2(file, qPrintable(source.fileName()));
        QVERIFY2(file->encode(file->text) == bytes, qPrintable(source.fileName()));
        // And but for the line that was edited.
        const QByteArray edited = file->encode(file->text + u"# end\n"_s);
        QVERIFY2(edited.startsWith(bytes), qPrintable(source.fileName()));
        ++count;
    }
    QVERIFY(count > 200);
}

void TestTextFile::keepsTheEndsOfLinesThatWereNotEdited()
{
    const QByteArray bytes("one\r\ntwo\nthree\r\nfour\nfive\r\n");
    const Result<TextFile> file = TextFile::decode(bytes);
    QVERIFY(file);
    QString text = file->text;
    text.replace(u"three"_s, u"3"_s);
    QCOMPARE(file->encode(text), QByteArray("one\r\ntwo\n3\r\nfour\nfive\r\n"));
    text.replace(u"3\n"_s, u""_s);
    QCOMPARE(file->encode(text), QByteArray("one\r\ntwo\nfour\nfive\r\n"));
}

void TestTextFile::newLinesEndAsMostDo()
{
    const Result<TextFile> windows = TextFile::decode("one\r\ntwo\r\n");
    QVERIFY(windows);
    QCOMPARE(windows->encode(u"one\nnew\ntwo\n"_s), QByteArray("one\r\nnew\r\ntwo\r\n"));
    const Result<TextFile> noEnd = TextFile::decode("one\r\ntwo");
    QVERIFY(noEnd);
    QCOMPARE(noEnd->encode(u"one\ntwo\nthree"_s), QByteArray("one\r\ntwo\r\nthree"));
    QCOMPARE(TextFile().encode(u"one\ntwo\n"_s), QByteArray("one\ntwo\n"));
}

void TestTextFile::keepsMarkAndEncodingOfAnEditedText()
{
    const Result<TextFile> marked = TextFile::decode("\xEF\xBB\xBFid: a\n");
    QVERIFY(marked);
    QCOMPARE(marked->encode(u"id: b\n"_s), QByteArray("\xEF\xBB\xBFid: b\n"));
    const QByteArray wide("\xFF\xFEi\0d\0\n\0", 8);
    const Result<TextFile> sixteen = TextFile::decode(wide);
    QVERIFY(sixteen);
    QCOMPARE(sixteen->encode(u"it\n"_s), QByteArray("\xFF\xFEi\0t\0\n\0", 8));
}

void TestTextFile::refusesWhatAnEditorWouldLose_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("Latin-1") << QByteArray("name: caf\xE9\n") << u"UTF-8"_s;
    QTest::newRow("binary") << QByteArray("a\0b", 3) << u"U+0000"_s;
    QTest::newRow("line separator") << QByteArray("a\nb\xE2\x80\xA8"
                                                  "c")
                                    << u"Line 2"_s;
    QTest::newRow("old Macintosh") << QByteArray("a\rb\r") << u"carriage return"_s;
    QTest::newRow("too large") << QByteArray(kMaxTextFile + 1, 'a') << u"MB"_s;
}

void TestTextFile::refusesWhatAnEditorWouldLose()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const Result<TextFile> file = TextFile::decode(bytes);
    QVERIFY(!file);
    QVERIFY2(file.error().why.contains(says), qPrintable(file.error().why));
}

void TestTextFile::unsavedTextsSurviveTheirFile()
{
    const UnsavedText text{u"/a/b"_s, u"/a/b"_s,
                           u"b"_s,    u"id: x\n\nend \u00e4\n"_s,
                           "abc",     QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC)};
    const Result<UnsavedText> back = UnsavedText::fromBytes(text.toBytes());
    QVERIFY(back);
    QCOMPARE(*back, text);
}

void TestTextFile::unreadableUnsavedTextsSaySo()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("{}\ntext"), QByteArray("{\"id\":\"a\"}"),
                                    QByteArray("\xFF\xFE\n"), QByteArray("[1]\ntext")})
        QVERIFY(!UnsavedText::fromBytes(bytes));
}

QTEST_GUILESS_MAIN(TestTextFile)
#include "tst_textfile.moc"
