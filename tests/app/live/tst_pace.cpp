// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/pace.h"

#include <QTest>

using namespace podium;

class tst_Pace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slowsDownWhileNothingChanges();
    void isFastAgainAfterAChange();
    void restsOnlyOnceAnEndIsCertain();
    void isSlowInTheBackground();
    void backsOffAfterErrors();
    void spreadsRetries();

private:
    static Pace make() { return Pace({1000, 2000, 5000}, options()); }
    static PollingOptions options()
    {
        PollingOptions options;
        options.quietAnswersPerStep = 2;
        return options;
    }
};

void tst_Pace::slowsDownWhileNothingChanges()
{
    Pace pace = make();
    QList<int> intervals;
    for (int i = 0; i < 8; ++i) {
        intervals << pace.intervalMs(true);
        pace.answered(false);
    }
    QCOMPARE(intervals, QList<int>({1000, 1000, 2000, 2000, 5000, 5000, 5000, 5000}));
}

void tst_Pace::isFastAgainAfterAChange()
{
    Pace pace = make();
    for (int i = 0; i < 10; ++i)
        pace.answered(false);
    QCOMPARE(pace.intervalMs(true), 5000);
    pace.answered(true);
    QCOMPARE(pace.intervalMs(true), 1000);

    for (int i = 0; i < 10; ++i)
        pace.answered(false);
    pace.hurry();
    QCOMPARE(pace.intervalMs(true), 1000);
}

void tst_Pace::restsOnlyOnceAnEndIsCertain()
{
    Pace pace = make();
    pace.setSettled(true);
    pace.answered(true);
    QCOMPARE(pace.intervalMs(true), 1000); // the last node's event may still be on its way
    for (int i = 0; i < options().settledQuietAnswers; ++i)
        pace.answered(false);
    QCOMPARE(pace.intervalMs(true), options().settledMs);

    pace.setSettled(false); // an ended instance that moves again
    pace.answered(true);
    QCOMPARE(pace.intervalMs(true), 1000);
}

void tst_Pace::isSlowInTheBackground()
{
    Pace pace = make();
    QCOMPARE(pace.intervalMs(false), options().backgroundMs);
    pace.setSettled(true);
    for (int i = 0; i < 10; ++i)
        pace.answered(false);
    QCOMPARE(pace.intervalMs(false), options().settledMs); // never faster than in the foreground
}

void tst_Pace::backsOffAfterErrors()
{
    Pace pace({10}, options());
    QList<int> delays;
    for (int i = 0; i < 7; ++i) {
        pace.failed();
        delays << pace.delayMs(true, 0.5); // the middle of the jitter
    }
    QCOMPARE(delays, QList<int>({1000, 2000, 4000, 8000, 16000, 30000, 30000}));
    QVERIFY(pace.isFailing());
    pace.answered(false);
    QVERIFY(!pace.isFailing());
    QCOMPARE(pace.delayMs(true, 0.5), 10);

    QCOMPARE(Pace::retryMs(1'000'000, options(), 0.5), 30000); // no overflow after a week offline
}

void tst_Pace::spreadsRetries()
{
    QCOMPARE(Pace::retryMs(3, options(), 0.0), 3200);
    QCOMPARE(Pace::retryMs(3, options(), 1.0), 4800);
    QCOMPARE(Pace::retryMs(3, options(), 17.0), 4800);
}

QTEST_APPLESS_MAIN(tst_Pace)
#include "tst_pace.moc"
