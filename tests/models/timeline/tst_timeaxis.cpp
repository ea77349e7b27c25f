// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/timeline/timeaxis.h"
#include "models/timeline/timeticks.h"

#include <QTest>

using namespace podium;

class TestTimeAxis : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void joinsWhatTouches()
    {
        QCOMPARE(mergeSpans({{5, 7}, {1, 2}, {2, 3}, {6, 9}, {20, 20}}), (QList<TimeSpan>{{1, 3}, {5, 9}, {20, 20}}));
        QCOMPARE(mergeSpans({}), QList<TimeSpan>());
    }

    void drawsToScaleWithoutLongWaits()
    {
        const TimeAxis axis(1000, 1500, {{1000, 1100}, {1400, 1500}}, true);
        QVERIFY(!axis.isShortened());
        QCOMPARE(axis.positionOf(1000), 0.0);
        QCOMPARE(axis.positionOf(1250), 250.0);
        QCOMPARE(axis.positionOf(1500), axis.length());
    }

    void shortensALongWait()
    {
        // 400 ms of work, an hour of nothing, 600 ms of work.
        const TimeAxis axis(0, 3'601'000, {{0, 400}, {3'600'400, 3'601'000}}, true);
        QVERIFY(axis.isShortened());
        QCOMPARE(axis.shortenedTime(), 3'600'000);
        QCOMPARE(axis.pieces().size(), 3);
        const double share = axis.pieces().at(1).length / axis.length();
        QVERIFY2(share > 0.05 && share < 0.1, qPrintable(QString::number(share)));
        QCOMPARE(axis.positionOf(400), 400.0); // to scale around it
        QCOMPARE(axis.length() - axis.positionOf(3'600'400), 600.0);
        // It can be switched off.
        const TimeAxis whole(0, 3'601'000, {{0, 400}, {3'600'400, 3'601'000}}, false);
        QVERIFY(!whole.isShortened());
        QCOMPARE(whole.length(), 3'601'000.0);
    }

    void goesThereAndBack()
    {
        const TimeAxis axis(0, 100'000, {{0, 100}, {30'000, 30'200}, {99'900, 100'000}}, true);
        double before = -1;
        for (qint64 time = 0; time <= 100'000; time += 37) {
            const double position = axis.positionOf(time);
            QVERIFY(position >= before);
            before = position;
            const TimeAxis::Piece &piece = axis.pieces().at(axis.pieceAt(position));
            const double exact = piece.shortened ? static_cast<double>(piece.time()) / piece.length + 1 : 1;
            QVERIFY(std::abs(static_cast<double>(axis.timeAt(position) - time)) <= exact);
        }
        QCOMPARE(axis.positionOf(-50), 0.0); // outside it stops
        QCOMPARE(axis.positionOf(1'000'000), axis.length());
        QCOMPARE(axis.timeAt(-5), 0);
        QCOMPARE(axis.timeAt(1e9), 100'000);
    }

    void manyWaitsTakeNoMoreThanHalf()
    {
        QList<TimeSpan> spans;
        for (int i = 0; i < 300; ++i)
            spans << TimeSpan{i * 60'000, i * 60'000 + 20};
        const TimeAxis axis(0, 299 * 60'000 + 20, spans, true);
        double drawn = 0;
        int shortened = 0;
        for (const TimeAxis::Piece &piece : axis.pieces()) {
            drawn += piece.shortened ? piece.length : 0;
            shortened += piece.shortened ? 1 : 0;
        }
        QCOMPARE(shortened, 299); // equal waits are drawn alike
        QVERIFY(drawn <= 0.51 * axis.length());
    }

    void momentsWithoutDuration()
    {
        const TimeAxis axis(0, 60'000, {{0, 0}, {20'000, 20'000}, {60'000, 60'000}}, true);
        QVERIFY(axis.length() > 0);
        QVERIFY(axis.positionOf(20'000) > 0);
        QVERIFY(axis.positionOf(20'000) < axis.length());
        const TimeAxis moment(5, 5, {{5, 5}}, true);
        QCOMPARE(moment.positionOf(5), 0.0);
        QVERIFY(moment.length() > 0);
        QCOMPARE(TimeAxis().positionOf(7), 0.0);
        QCOMPARE(TimeAxis().timeAt(7), 0);
        const TimeAxis turned(10, 5, {}, true);
        QCOMPARE(turned.begin(), 10);
        QCOMPARE(turned.end(), 10);
    }

    void stepsAreThoseOfAClock()
    {
        QCOMPARE(tickStep(0), 1);
        QCOMPARE(tickStep(3), 5);
        QCOMPARE(tickStep(1001), 2000);
        QCOMPARE(tickStep(61'000), 120'000);
        QCOMPARE(tickStep(86'400'000), 86'400'000);
        QVERIFY(tickStep(1e15) > 0);
        QCOMPARE(ticksWithin(95, 130, 10, 0), (QList<qint64>{100, 110, 120, 130}));
        QCOMPARE(ticksWithin(95, 130, 10, 97), (QList<qint64>{97, 107, 117, 127}));
        QCOMPARE(ticksWithin(-25, -5, 10, 0), (QList<qint64>{-20, -10}));
        QCOMPARE(ticksWithin(10, 5, 10, 0), QList<qint64>());
        QVERIFY(ticksWithin(0, 1'000'000'000, 1, 0).size() <= 1000);
    }
};

QTEST_GUILESS_MAIN(TestTimeAxis)
#include "tst_timeaxis.moc"
