// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/text/linediff.h"
#include "models/text/textdiff.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// "-2,1 +2,3": old line and count, new line and count, lines from 1.
QStringList changes(const TextDifference &difference)
{
    QStringList list;
    for (const TextChange &change : difference.changes)
        list << u"-%1,%2 +%3,%4"_s.arg(change.oldLine + 1)
                    .arg(change.oldCount)
                    .arg(change.newLine + 1)
                    .arg(change.newCount);
    return list;
}

/// The new text made of the old one and the changes.
QByteArrayList applied(const TextDifference &difference)
{
    QByteArrayList lines;
    int old = 0;
    const auto take = [&lines](const TextLines &from, int begin, int end) {
        for (int i = begin; i < end; ++i)
            lines << from.line(i).toByteArray();
    };
    for (const TextChange &change : difference.changes) {
        take(difference.before, old, change.oldLine);
        take(difference.after, change.newLine, change.newLine + change.newCount);
        old = change.oldLine + change.oldCount;
    }
    take(difference.before, old, difference.before.count());
    return lines;
}

QByteArrayList linesOf(const TextLines &lines)
{
    QByteArrayList list;
    for (int i = 0; i < lines.count(); ++i)
        list << lines.line(i).toByteArray();
    return list;
}

int longestCommon(const std::vector<int> &a, const std::vector<int> &b)
{
    std::vector<int> row(b.size() + 1, 0);
    for (const int each : a) {
        int diagonal = 0;
        for (size_t j = 0; j < b.size(); ++j) {
            const int above = row[j + 1];
            row[j + 1] = each == b[j] ? diagonal + 1 : std::max(above, row[j]);
            diagonal = above;
        }
    }
    return row.back();
}

/// Nothing is once in both, and nothing in common at the ends.
bool isPlain(const std::vector<int> &a, const std::vector<int> &b)
{
    if (a.empty() || b.empty() || a.front() == b.front() || a.back() == b.back())
        return false;
    return std::none_of(a.begin(), a.end(), [&](int each) {
        return std::count(a.begin(), a.end(), each) == 1 && std::count(b.begin(), b.end(), each) == 1;
    });
}

QByteArray lines(int count, int kinds, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "line " + QByteArray::number(random.bounded(kinds)) + '\n';
    return text;
}

} // namespace

class TestTextDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsLines()
    {
        const TextLines text("a\r\n\nb\rc\nlast");
        QCOMPARE(linesOf(text), (QByteArrayList{"a", "", "b\rc", "last"}));
        QCOMPARE(text.lineEnd(0).toByteArray(), "\r\n");
        QCOMPARE(text.lineEnd(1).toByteArray(), "\n");
        QCOMPARE(text.lineEnd(3).toByteArray(), "");
        QCOMPARE(TextLines(QByteArray()).count(), 0);
        QCOMPARE(TextLines("a\n").count(), 1);
    }

    void findsChanges_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("same") << QByteArray("a\nb\n") << QByteArray("a\nb\n") << QStringList();
        QTest::newRow("changed") << QByteArray("a\nb\nc\n") << QByteArray("a\nB\nc\n") << QStringList{u"-2,1 +2,1"_s};
        QTest::newRow("added at the end")
            << QByteArray("a\n") << QByteArray("a\nb\nc\n") << QStringList{u"-2,0 +2,2"_s};
        QTest::newRow("removed at the top") << QByteArray("a\nb\n") << QByteArray("b\n") << QStringList{u"-1,1 +1,0"_s};
        QTest::newRow("from nothing") << QByteArray() << QByteArray("a\n") << QStringList{u"-1,0 +1,1"_s};
        QTest::newRow("nothing at all") << QByteArray() << QByteArray() << QStringList();
        QTest::newRow("two places") << QByteArray("a\nb\nc\nd\ne\n") << QByteArray("b\nc\nX\nd\ne\n")
                                    << QStringList{u"-1,1 +1,0"_s, u"-4,0 +3,1"_s};
        QTest::newRow("unique lines anchor")
            << QByteArray("}\none\n}\ntwo\n}\n") << QByteArray("}\ntwo\n}\n") << QStringList{u"-2,2 +2,0"_s};
    }
    void findsChanges()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const TextDifference difference = compareTexts(before, after);
        QTEST(changes(difference), "expected");
        QCOMPARE(difference.isSameText(), before == after);
        QVERIFY(!difference.coarse);
    }

    void tellsLineEndsApart()
    {
        QVERIFY(compareTexts("a\nb\n", "a\r\nb\r\n").changes.empty());
        QVERIFY(compareTexts("a\nb\n", "a\r\nb\r\n").lineEnds);
        QVERIFY(compareTexts("a\nb\n", "a\nb").lineEnds);
        QVERIFY(!compareTexts("a\nb\n", "a\nc\n").lineEnds);
        QVERIFY(!compareTexts("a\nb\n", "a\nb").isSameText());
    }

    // What is kept is in both, in order; of small texts as much as can be.
    void isRight()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 1500; ++round) {
            const auto make = [&random] {
                std::vector<int> list(static_cast<size_t>(random.bounded(40)));
                for (int &each : list)
                    each = random.bounded(4);
                return list;
            };
            const std::vector<int> old = make();
            const std::vector<int> current = make();
            const KeptLines kept = keptLines(old, current, 4);
            std::vector<int> fromOld;
            std::vector<int> fromNew;
            for (size_t i = 0; i < old.size(); ++i) {
                if (kept.old[i])
                    fromOld.push_back(old[i]);
            }
            for (size_t i = 0; i < current.size(); ++i) {
                if (kept.current[i])
                    fromNew.push_back(current[i]);
            }
            QVERIFY(fromOld == fromNew);
            // What is once in both is matched at the cost of others; where nothing is, as much is kept as can be.
            if (isPlain(old, current))
                QCOMPARE(static_cast<int>(fromOld.size()), longestCommon(old, current));
        }
    }

    void buildsTheNewText()
    {
        for (quint32 seed = 0; seed < 200; ++seed) {
            const TextDifference difference = compareTexts(lines(60, 1 + static_cast<int>(seed % 40), seed),
                                                           lines(50, 1 + static_cast<int>(seed % 40), seed + 1));
            QCOMPARE(applied(difference), linesOf(difference.after));
        }
    }

    void isBoundedOnHostileTexts_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const int many = 200'000;
        QTest::newRow("2 MB of two kinds") << lines(many, 2, 1) << lines(many, 2, 2);
        QTest::newRow("2 MB of many kinds") << lines(many, 1000, 1) << lines(many, 1000, 2);
        QTest::newRow("nothing in common") << lines(many, many, 1) << lines(many, many, 2).replace("line", "row");
        QTest::newRow("only line ends") << QByteArray(500'000, '\n') << QByteArray(400'000, '\n');
        QTest::newRow("one line") << QByteArray(10'000'000, 'x') << QByteArray(10'000'000, 'y');
        QByteArray turned;
        for (int i = 100'000; i > 0; --i)
            turned += QByteArray::number(i) + '\n';
        QByteArray straight;
        for (int i = 0; i < 100'000; ++i)
            straight += QByteArray::number(i) + '\n';
        QTest::newRow("the other way round") << straight << turned;
    }
    void isBoundedOnHostileTexts()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QElapsedTimer timer;
        timer.start();
        const TextDifference difference = compareTexts(before, after);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(applied(difference) == linesOf(difference.after));
    }

    void stops()
    {
        const QByteArray before = lines(400'000, 2, 1);
        const QByteArray after = lines(400'000, 2, 2);
        int looks = 0;
        const TextDifference difference = compareTexts(before, after, [&looks] { return ++looks > 60; });
        QVERIFY(difference.cancelled);
        QVERIFY(looks < 70);
        QVERIFY(difference.changes.empty());
    }

    void marksThePartThatDiffers_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected"); ///< what is marked of each
        QTest::newRow("middle") << u"x > 3;"_s << u"x > 5;"_s << u"3|5"_s;
        QTest::newRow("longer") << u"aa"_s << u"aaa"_s << u"|a"_s;
        QTest::newRow("all") << u"ab"_s << u"cd"_s << u"ab|cd"_s;
        QTest::newRow("whole characters") << u"\U0001F600!"_s << u"\U0001F601!"_s << u"\U0001F600|\U0001F601"_s;
        QTest::newRow("whole characters, end") << u"!\U0001F600"_s << u"!\U0001FA00"_s << u"\U0001F600|\U0001FA00"_s;
    }
    void marksThePartThatDiffers()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const ChangedPart part = changedPart(before, after);
        const QString marked =
            before.mid(part.begin, part.oldEnd - part.begin) + u'|' + after.mid(part.begin, part.newEnd - part.begin);
        QTEST(marked, "expected");
    }

    void showsWhatIsHidden()
    {
        QCOMPARE(shownLine("a\tb"), u"a   b"_s);
        QCOMPARE(shownLine("a\x01"), u"a\u2401"_s);
        QCOMPARE(shownLine(u"x\u202Ey"_s.toUtf8()), u"x<U+202E>y"_s);
        QVERIFY(shownLine(QByteArray(10'000, 'x')).size() < 2100);
        QVERIFY(shownLine(QByteArray(10'000, 'x')).endsWith(u'\u2026'));
        QVERIFY(!shownLine("\xff\xfe").isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestTextDiff)
#include "tst_textdiff.moc"
