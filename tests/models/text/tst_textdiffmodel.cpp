// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/text/textdiffmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

SharedTextDifference diff(const QByteArray &before, const QByteArray &after)
{
    return std::make_shared<const TextDifference>(compareTexts(before, after));
}

QByteArray numbered(int from, int to)
{
    QByteArray text;
    for (int i = from; i <= to; ++i)
        text += QByteArray::number(i) + '\n';
    return text;
}

/// "-2 old", "+2 new", " 3 same", "…4": as it is shown, with line numbers.
QStringList rows(const TextDiffModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row) {
        const TextDiffRow &at = model.rowAt(row);
        switch (at.kind) {
        case TextDiffRow::Kind::Same:
            list << u" %1 %2"_s.arg(at.newLine + 1).arg(model.text(row));
            break;
        case TextDiffRow::Kind::Removed:
            list << u"-%1 %2"_s.arg(at.oldLine + 1).arg(model.text(row));
            break;
        case TextDiffRow::Kind::Added:
            list << u"+%1 %2"_s.arg(at.newLine + 1).arg(model.text(row));
            break;
        case TextDiffRow::Kind::Gap:
            list << u"…%1"_s.arg(at.hidden);
            break;
        case TextDiffRow::Kind::Cut:
            list << u"cut"_s;
            break;
        }
    }
    return list;
}

} // namespace

class TestTextDiffModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsBothTextsAsOne()
    {
        TextDiffModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setDifference(diff("a\nb\nc\n", "a\nB\nc\nd\n"));
        QCOMPARE(rows(model), (QStringList{u" 1 a"_s, u"-2 b"_s, u"+2 B"_s, u" 3 c"_s, u"+4 d"_s}));
        QCOMPARE(model.changeCount(), 2);
        QCOMPARE(model.rowOfChange(1), 4);
        QCOMPARE(model.changeAt(2), 0);
        QCOMPARE(model.changeAt(3), -1);
        QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), u"Removed, line 2: b"_s);
        QCOMPARE(model.index(2).data(TextDiffModel::OldLineRole).toInt(), 0);
        QCOMPARE(model.index(2).data(TextDiffModel::NewLineRole).toInt(), 2);
        model.setDifference({});
        QCOMPARE(model.rowCount(), 0);
    }

    void hidesWhatIsTheSame()
    {
        TextDiffModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDifference(diff(numbered(1, 30), numbered(1, 14) + "X\n" + numbered(16, 30)));
        QCOMPARE(rows(model), (QStringList{u"…11"_s, u" 12 12"_s, u" 13 13"_s, u" 14 14"_s, u"-15 15"_s, u"+15 X"_s,
                                           u" 16 16"_s, u" 17 17"_s, u" 18 18"_s, u"…12"_s}));
        QCOMPARE(model.rowOf(4, false), 0);  // in the gap
        QCOMPARE(model.rowOf(14, true), 4);  // the removed line
        QCOMPARE(model.rowOf(14, false), 5); // the added one
        QCOMPARE(model.rowOf(29, false), 9);
        model.setChangesOnly(false);
        QCOMPARE(model.rowCount(), 31);
        QCOMPARE(model.rowOf(29, false), 30);
    }

    void sameTextsAreOneGap()
    {
        TextDiffModel model;
        model.setDifference(diff(numbered(1, 30), numbered(1, 30)));
        QCOMPARE(rows(model), QStringList{u"…30"_s});
        QCOMPARE(model.changeCount(), 0);
    }

    void marksWhatDiffersInALine()
    {
        TextDiffModel model;
        model.setDifference(diff("if: x > 3\nsame\nall of it\n", "if: x > 50\nsame\nother\n"));
        QCOMPARE(model.emphasis(0), std::make_pair(8, 9));
        QCOMPARE(model.emphasis(1), std::make_pair(8, 10));
        QCOMPARE(model.emphasis(2), std::make_pair(0, 0));
        QCOMPARE(model.emphasis(3), std::make_pair(0, 0)); // nothing in common
    }

    void staysSmallForHugeTexts()
    {
        TextDiffModel model;
        model.setChangesOnly(false);
        const SharedTextDifference huge = diff(QByteArray(900'000, '\n'), QByteArray(1'000'000, '\n'));
        QElapsedTimer timer;
        timer.start();
        model.setDifference(huge);
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(model.rowCount(), TextDiffModel::kMostRows + 1);
        QCOMPARE(model.rowAt(TextDiffModel::kMostRows).kind, TextDiffRow::Kind::Cut);
        model.setChangesOnly(true);
        QVERIFY(model.rowCount() > 1);
    }
};

QTEST_APPLESS_MAIN(TestTextDiffModel)
#include "tst_textdiffmodel.moc"
