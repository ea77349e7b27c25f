// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/jobs/duestrip.h"

#include <QSignalSpy>
#include <QTimeZone>

using namespace podium;
using namespace Qt::StringLiterals;

class TestDueStrip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Vienna"); }
    void bucketsJoinWithoutGap_data();
    void bucketsJoinWithoutGap();
    void hoursFollowTheChangeOfTheClock();
    void countsArePrintedAndSaid();
    void keysMoveAndChoose();
    void theChoiceGoesWithItsHour();
    void serversThatDoNotCount();
    void failureIsSaid();
    void olderNumbersStay();
    void onlyTheWorkflow();
    void shortNumbers();
};

void TestDueStrip::bucketsJoinWithoutGap_data()
{
    QTest::addColumn<int>("scale");
    QTest::addColumn<bool>("utc");
    QTest::addColumn<QDateTime>("now");
    const QDateTime plain(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC);
    const QDateTime spring(QDate(2026, 3, 28), QTime(22, 59, 59, 999), Qt::UTC);
    const QDateTime autumn(QDate(2026, 10, 24), QTime(23, 0), Qt::UTC);
    for (const QDateTime &now : {plain, spring, autumn}) {
        for (const DueScale scale : {DueScale::Day, DueScale::Week}) {
            for (const bool utc : {true, false})
                QTest::addRow("%s %d %d", qPrintable(now.toString(Qt::ISODate)), int(scale), utc)
                    << int(scale) << utc << now;
        }
    }
}

void TestDueStrip::bucketsJoinWithoutGap()
{
    QFETCH(int, scale);
    QFETCH(bool, utc);
    QFETCH(QDateTime, now);
    const auto buckets = dueBuckets(DueScale(scale), now, utc);
    QCOMPARE(buckets.size(), DueScale(scale) == DueScale::Day ? 26 : 9);
    QCOMPARE(buckets.constFirst().kind, DueBucket::Kind::Overdue);
    QCOMPARE(buckets.constLast().kind, DueBucket::Kind::Later);
    QVERIFY(!buckets.constFirst().range.from.isValid());
    QVERIFY(!buckets.constLast().range.before.isValid());
    for (qsizetype i = 0; i + 1 < buckets.size(); ++i) {
        QCOMPARE(buckets.at(i).range.before, buckets.at(i + 1).range.from);
        QVERIFY(i == 0 || buckets.at(i).range.from < buckets.at(i).range.before);
    }
}

void TestDueStrip::hoursFollowTheChangeOfTheClock()
{
    // In Vienna 02:00 comes twice on 25 October 2026, and not at all on 29 March.
    QDateTime now(QDate(2026, 10, 24), QTime(22, 10), Qt::UTC);
    QStringList labels;
    for (const DueBucket &bucket : dueBuckets(DueScale::Day, now, false))
        labels << bucket.label;
    QCOMPARE(labels.count(u"02"_s), 2);
    now = QDateTime(QDate(2026, 3, 28), QTime(23, 10), Qt::UTC);
    labels.clear();
    for (const DueBucket &bucket : dueBuckets(DueScale::Day, now, false))
        labels << bucket.label;
    QCOMPARE(labels.count(u"02"_s), 0);
}

#define OPEN_STRIP                                                                                                     \
    DueStrip strip(test.context);                                                                                      \
    strip.resize(900, 130);                                                                                            \
    QSignalSpy counted(&strip, &DueStrip::counted);                                                                    \
    strip.show();                                                                                                      \
    QTRY_COMPARE(counted.count(), 1)

void TestDueStrip::countsArePrintedAndSaid()
{
    PageTest test;
    OPEN_STRIP;
    QCOMPARE(strip.blocks().constFirst()->count(), 3);
    QVERIFY(strip.blocks().constFirst()->accessibleName().contains(u"3"_s));
    QVERIFY(strip.blocks().at(1)->accessibleName().contains(u"–"_s));
    qint64 all = 0;
    for (const DueBlock *block : strip.blocks())
        all += block->count();
    QCOMPARE(all, 20); // all that wait
    strip.setScale(DueScale::Week);
    QCOMPARE(strip.blocks().size(), 9);
    QCOMPARE(strip.blocks().constFirst()->count(), -1); // not known yet, and not said to be none
    QTRY_COMPARE(strip.blocks().constFirst()->count(), 3);
    QVERIFY(strip.blocks().constLast()->geometry().right() <= strip.width());
}

void TestDueStrip::keysMoveAndChoose()
{
    PageTest test;
    OPEN_STRIP;
    QSignalSpy chosen(&strip, &DueStrip::chosen);
    QSignalSpy unchosen(&strip, &DueStrip::unchosen);
    QApplication::setActiveWindow(&strip);
    strip.blocks().constFirst()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(QApplication::focusWidget(), strip.blocks().at(2));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QVERIFY(strip.blocks().at(2)->isChecked());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_End);
    QCOMPARE(QApplication::focusWidget(), strip.blocks().constLast());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(chosen.count(), 2);
    QVERIFY(!strip.blocks().at(2)->isChecked());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(unchosen.count(), 1);
    strip.blocks().at(3)->click();
    strip.setScale(DueScale::Week); // that hour is no block any more
    QCOMPARE(unchosen.count(), 2);
}

void TestDueStrip::theChoiceGoesWithItsHour()
{
    PageTest test;
    OPEN_STRIP;
    strip.blocks().at(4)->click();
    const QString hour = strip.blocks().at(4)->bucket().name;
    test.fake.clock.advance(2 * 3'600'000);
    strip.refresh();
    QTRY_COMPARE(counted.count(), 2);
    QVERIFY(!strip.blocks().at(4)->isChecked());
    QVERIFY(strip.blocks().at(2)->isChecked());
    QCOMPARE(strip.blocks().at(2)->bucket().name, hour);
    test.fake.clock.advance(2 * 3'600'000);
    strip.refresh();
    QTRY_COMPARE(counted.count(), 3);
    for (const DueBlock *block : strip.blocks())
        QVERIFY(!block->isChecked()); // it is over

    strip.blocks().constFirst()->click();
    QSignalSpy unchosen(&strip, &DueStrip::unchosen);
    strip.setScale(DueScale::Week); // late is late
    QVERIFY(strip.blocks().constFirst()->isChecked());
    QCOMPARE(unchosen.count(), 0);
}

void TestDueStrip::serversThatDoNotCount()
{
    PageTest test;
    test.fake.jobs.canCount = false;
    OPEN_STRIP;
    QVERIFY(PageTest::visibleText(&strip).contains(u"does not count"_s));
    QVERIFY(strip.blocks().at(3)->accessibleName().contains(u"at least"_s));
}

void TestDueStrip::failureIsSaid()
{
    PageTest test;
    test.fake.jobs.dueCounts.error = fakeError();
    DueStrip strip(test.context);
    strip.show();
    QTRY_VERIFY(PageTest::visibleText(&strip).contains(u"could not be read"_s));
    QCOMPARE(strip.overdue(), -1);
    test.fake.jobs.dueCounts.error.reset();
    strip.refresh();
    QTRY_COMPARE(strip.overdue(), 3);
    QVERIFY(!PageTest::visibleText(&strip).contains(u"could not be read"_s));
}

void TestDueStrip::olderNumbersStay()
{
    PageTest test;
    OPEN_STRIP;
    test.fake.jobs.dueCounts.error = fakeError();
    const int asked = test.fake.jobs.dueCounts.calls;
    strip.refresh();
    QTRY_COMPARE(test.fake.jobs.dueCounts.calls, asked + 1);
    QTest::qWait(10);
    QCOMPARE(strip.overdue(), 3);
}

void TestDueStrip::onlyTheWorkflow()
{
    PageTest test;
    OPEN_STRIP;
    strip.setWorkflow(u"no-such-workflow"_s);
    QTRY_COMPARE(strip.overdue(), 0);
    QVERIFY(PageTest::visibleText(&strip).contains(u"No job waits"_s));
}

void TestDueStrip::shortNumbers()
{
    QCOMPARE(shortCount(0), QString());
    QCOMPARE(shortCount(9'999), QLocale().toString(9'999));
    QCOMPARE(shortCount(12'345), u"12k"_s);
    QCOMPARE(shortCount(3'400'000), u"3M"_s);
}

QTEST_MAIN(TestDueStrip)
#include "tst_duestrip.moc"
