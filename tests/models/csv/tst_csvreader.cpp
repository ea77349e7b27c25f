// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/csv/csvfile.h"

#include <QTemporaryFile>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestCsvReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsRecords_data();
    void readsRecords();
    void sameInPiecesOfAnySize();
    void tellsTheLineOfEachRecord();
    void detectsSeparator_data();
    void detectsSeparator();
    void detectsEncoding_data();
    void detectsEncoding();
    void namesEveryColumnOnce();
    void refuses_data();
    void refuses();
    void holdsItsLimits();
    void canBeCancelled();

private:
    static QList<QStringList> cellsOf(const QByteArray &text, qsizetype piece, QChar separator = u',')
    {
        CsvReader reader({separator, CsvDialect::Encoding::Utf8, 0});
        QList<QStringList> all;
        const auto take = [&all](const Result<QList<CsvRecord>> &records) {
            for (const CsvRecord &record : records.ok() ? *records : QList<CsvRecord>())
                all << record.cells;
        };
        for (qsizetype from = 0; from < text.size(); from += piece)
            take(reader.feed(QByteArrayView(text).sliced(from).first(qMin(piece, text.size() - from))));
        take(reader.finish());
        return all;
    }
};

using Cells = QList<QStringList>;

void TestCsvReader::readsRecords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Cells>("cells");
    QTest::newRow("plain") << QByteArray("a,b\r\n1,2\r\n") << Cells{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
    QTest::newRow("no break at the end") << QByteArray("a,b\n1,2") << Cells{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
    QTest::newRow("CR") << QByteArray("a\r1\r") << Cells{{u"a"_s}, {u"1"_s}};
    QTest::newRow("quotes") << QByteArray("\"a,\"\"b\"\"\",c\n") << Cells{{u"a,\"b\""_s, u"c"_s}};
    QTest::newRow("line breaks within") << QByteArray("\"a\r\nb\",\"c\nd\"\n") << Cells{{u"a\r\nb"_s, u"c\nd"_s}};
    QTest::newRow("empty fields") << QByteArray(",,\n\"\"\n") << Cells{{QString(), QString(), QString()}, {QString()}};
    QTest::newRow("empty lines") << QByteArray("\n\na\n\r\n\nb\n") << Cells{{u"a"_s}, {u"b"_s}};
    QTest::newRow("quote in a plain field") << QByteArray("5\" pipe,x\n") << Cells{{u"5\" pipe"_s, u"x"_s}};
    QTest::newRow("text after a quote") << QByteArray("\"a\"b,c\n") << Cells{{u"ab"_s, u"c"_s}};
    QTest::newRow("spaces are kept") << QByteArray(" a ,b\n") << Cells{{u" a "_s, u"b"_s}};
    QTest::newRow("UTF-8") << QByteArray("Zoë,日本\n") << Cells{{u"Zoë"_s, u"日本"_s}};
    QTest::newRow("trailing separator") << QByteArray("a,") << Cells{{u"a"_s, QString()}};
}

void TestCsvReader::readsRecords()
{
    QFETCH(QByteArray, text);
    QFETCH(Cells, cells);
    QCOMPARE(cellsOf(text, text.size()), cells);
}

void TestCsvReader::sameInPiecesOfAnySize()
{
    const QByteArray text = "h1,h2\r\n\"a\r\n\"\"b\"\"\",Zoë\r\n\r\n,\"\"\r\nx,日本";
    const Cells whole = cellsOf(text, text.size());
    QCOMPARE(whole.size(), 4);
    for (qsizetype piece = 1; piece < text.size(); ++piece)
        QCOMPARE(cellsOf(text, piece), whole);
}

void TestCsvReader::tellsTheLineOfEachRecord()
{
    const auto table = readCsv("a,b\r\n\"1\r\n2\",x\r\n\r\n3,y\n", {});
    QVERIFY(table);
    QCOMPARE(table->rows.at(0).line, 2);
    QCOMPARE(table->rows.at(1).line, 5);
}

void TestCsvReader::detectsSeparator_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QChar>("separator");
    QTest::newRow("comma") << QByteArray("a,b\n1,2\n") << QChar(u',');
    QTest::newRow("semicolon, commas in numbers") << QByteArray("a;b\n1,5;2\n3;4,25\n") << QChar(u';');
    QTest::newRow("tab") << QByteArray("a\tb\n1\t2\n") << QChar(u'\t');
    QTest::newRow("bar") << QByteArray("a|b\n1|2\n") << QChar(u'|');
    QTest::newRow("others in quotes") << QByteArray("\"a;b;c\",d\n\"1;2;3\",4\n") << QChar(u',');
    QTest::newRow("one column") << QByteArray("a\n1\n") << QChar(u',');
}

void TestCsvReader::detectsSeparator()
{
    QFETCH(QByteArray, text);
    QFETCH(QChar, separator);
    QCOMPARE(detectDialect(text).separator, separator);
}

void TestCsvReader::detectsEncoding_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("UTF-8") << QByteArray("Name\nZo\xc3\xab\n");
    QTest::newRow("UTF-8 with mark") << QByteArray("\xef\xbb\xbfName\nZo\xc3\xab\n");
    QTest::newRow("Latin-1") << QByteArray("Name\nZo\xeb\n");
    QTest::newRow("UTF-16 LE") << QByteArray("\xff\xfeN\0a\0m\0e\0\n\0Z\0o\0\xeb\0\n\0", 20);
    QTest::newRow("UTF-16 BE") << QByteArray("\xfe\xff\0N\0a\0m\0e\0\n\0Z\0o\0\xeb\0\n", 20);
}

void TestCsvReader::detectsEncoding()
{
    QFETCH(QByteArray, text);
    const auto table = readCsv(text, {});
    QVERIFY(table);
    QCOMPARE(table->header, QStringList{u"Name"_s});
    QCOMPARE(table->rows.constFirst().cells, QStringList{u"Zoë"_s});
}

void TestCsvReader::namesEveryColumnOnce()
{
    const auto table = readCsv("a,,a, b \n1,2,3,4\n", {});
    QVERIFY(table);
    QCOMPARE(table->header, (QStringList{u"a"_s, u"Column 2"_s, u"a (2)"_s, u"b"_s}));
}

void TestCsvReader::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("why");
    QTest::newRow("nothing") << QByteArray() << u"no row"_s;
    QTest::newRow("a header alone") << QByteArray("a,b\n") << u"no row"_s;
    QTest::newRow("an open quote") << QByteArray("a,b\n1,\"2\n3,4\n") << u"Line 2"_s;
    QTest::newRow("too many fields") << QByteArray("a\n" + QByteArray(2000, ',')) << u"Line 2"_s;
    QTest::newRow("too long a field") << QByteArray("a\n\"" + QByteArray((1 << 20) + 10, 'x')) << u"million"_s;
}

void TestCsvReader::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, why);
    const auto table = readCsv(text, {});
    QVERIFY(!table);
    QCOMPARE(table.error().kind, Error::Kind::Validation);
    QVERIFY2(table.error().why.contains(why), qPrintable(table.error().why));
    QVERIFY(!table.error().remedy.isEmpty());
}

void TestCsvReader::holdsItsLimits()
{
    QByteArray text = "a\n";
    for (int i = 0; i < kMostCsvRows; ++i)
        text += "1\n";
    QCOMPARE(readCsv(text, {})->rows.size(), kMostCsvRows);
    text += "1\n";
    QVERIFY(!readCsv(text, {}));
    QVERIFY(!readCsvFile(u"/nowhere/at/all.csv"_s, {}));
}

void TestCsvReader::canBeCancelled()
{
    const auto table = readCsv("a\n1\n", {}, [] { return true; });
    QVERIFY(!table);
    QVERIFY(table.error().isCancelled());
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
