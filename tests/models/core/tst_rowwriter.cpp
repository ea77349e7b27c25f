// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/rowwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_RowWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesCsv();
    void takesTheFormulaOutOfCsv_data();
    void takesTheFormulaOutOfCsv();
    void writesJson();
    void writesText();

private:
    static QByteArray all(RowFormat format, const QList<QVariantList> &rows)
    {
        RowWriter writer(format, {u"a"_s, u"b"_s}, {u"First"_s, u"Second"_s});
        QByteArray text = writer.begin();
        for (const QVariantList &row : rows)
            text += writer.row(row);
        return text + writer.end();
    }
};

void tst_RowWriter::writesCsv()
{
    QCOMPARE(all(RowFormat::AsCsv, {{u"x"_s, 1}, {u"a, \"b\"\nc"_s, QVariant()}}),
             "First,Second\r\nx,1\r\n\"a, \"\"b\"\"\nc\",\r\n");
}

void tst_RowWriter::takesTheFormulaOutOfCsv_data()
{
    QTest::addColumn<QVariant>("cell");
    QTest::addColumn<QByteArray>("field");
    for (const char *text : {"=1+2", "+1", "-1", "@x", "\tx"})
        QTest::newRow(text) << QVariant(QString::fromLatin1(text)) << QByteArray("'") + text;
    QTest::newRow("in quotes as well") << QVariant(u"=HYPERLINK(\"x\",\"y\")"_s)
                                       << QByteArray("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    QTest::newRow("a number is none") << QVariant(-1) << QByteArray("-1");
    QTest::newRow("in the middle") << QVariant(u"a=b"_s) << QByteArray("a=b");
}

void tst_RowWriter::takesTheFormulaOutOfCsv()
{
    QFETCH(QVariant, cell);
    QFETCH(QByteArray, field);
    QCOMPARE(all(RowFormat::AsCsv, {{cell, u"end"_s}}), QByteArray("First,Second\r\n" + field + ",end\r\n"));
}

void tst_RowWriter::writesJson()
{
    QVERIFY(QJsonDocument::fromJson(all(RowFormat::AsJson, {})).isArray());
    const QJsonArray rows =
        QJsonDocument::fromJson(all(RowFormat::AsJson, {{u"=x"_s, 1}, {u"ü\n"_s, QVariant()}})).array();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).toObject(), (QJsonObject{{u"a"_s, u"=x"_s}, {u"b"_s, 1}}));
    QCOMPARE(rows.at(1)[u"a"].toString(), u"ü\n"_s);
}

void tst_RowWriter::writesText()
{
    QCOMPARE(all(RowFormat::AsText, {{u"a\tb\nc"_s, 2}}), "First\tSecond\na b c\t2\n");
}

QTEST_GUILESS_MAIN(tst_RowWriter)
#include "tst_rowwriter.moc"
