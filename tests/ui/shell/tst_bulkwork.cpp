// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakeconsole.h"
#include "tests/fakes/fakenavigator.h"
#include "ui/shell/bulkwork.h"
#include "ui/shell/worklist.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestBulkWork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isListedWhileItRuns();
    void isStoppedFromTheList();
    void isPausedFromTheList();
    void interruptedOnesAreFound();

private:
    static QList<WorkflowInstance> failedOnes(FakeConsole &fake, int count)
    {
        QList<WorkflowInstance> rows;
        for (int i = 0; rows.size() < count; ++i) {
            const WorkflowInstance row = fakeInstance(i, fake.clock.now().addSecs(-42));
            if (row.state == InstanceState::Error)
                rows << row;
        }
        return rows;
    }
};

void TestBulkWork::isListedWhileItRuns()
{
    FakeConsole fake;
    FakeNavigator navigator;
    WorkList work;
    const QAbstractItemModelTester tester(&work, QAbstractItemModelTester::FailureReportingMode::QtTest);
    BulkWork bulks(fake.console, work, navigator);
    fake.instances.actions.hang = true;
    const QString id = fake.bulks.start(BulkVerb::Retry, failedOnes(fake, 3), {});
    QCOMPARE(work.rowCount(), 1);
    QVERIFY(work.index(0).data().toString().contains(u"Retry"_s));
    QTRY_VERIFY(work.index(0).data(WorkList::DoneRole).toInt() > 0);
    QCOMPARE(work.index(0).data(WorkList::TotalRole).toInt(), 3);
    QVERIFY(work.index(0).data(WorkList::ShowableRole).toBool());
    work.show(0);
    QCOMPARE(navigator.opened.constLast(), (Location{u"bulk"_s, id, {}}));
    fake.instances.actions.release();
    QTRY_COMPARE(work.rowCount(), 0);
}

void TestBulkWork::isStoppedFromTheList()
{
    FakeConsole fake;
    FakeNavigator navigator;
    WorkList work;
    BulkWork bulks(fake.console, work, navigator);
    fake.instances.actions.hang = true;
    const QString id = fake.bulks.start(BulkVerb::Retry, failedOnes(fake, 10), {});
    QTRY_VERIFY(fake.instances.actions.waiting() > 0);
    work.cancel(0);
    fake.instances.actions.release();
    QTRY_VERIFY(fake.bulks.running().isEmpty());
    QVERIFY(fake.bulks.report(id)->countOf(BatchOutcome::NotTried) > 0);
}

void TestBulkWork::isPausedFromTheList()
{
    FakeConsole fake;
    FakeNavigator navigator;
    WorkList work;
    const QAbstractItemModelTester tester(&work, QAbstractItemModelTester::FailureReportingMode::QtTest);
    BulkWork bulks(fake.console, work, navigator);
    fake.instances.actions.hang = true;
    const QString id = fake.bulks.start(BulkVerb::Retry, failedOnes(fake, 10), {});
    QTRY_VERIFY(fake.instances.actions.waiting() > 0);
    QVERIFY(work.index(0).data(WorkList::PausableRole).toBool());
    QVERIFY(!work.index(0).data(WorkList::PausedRole).toBool());
    work.togglePause(0);
    QVERIFY(fake.bulks.batch(id)->isPaused());
    QVERIFY(work.index(0).data(WorkList::PausedRole).toBool());
    fake.instances.actions.release();
    QTest::qWait(100);
    QVERIFY(fake.bulks.report(id)->countOf(BatchOutcome::NotTried) > 0); // nothing more was sent
    work.togglePause(0);
    QVERIFY(!work.index(0).data(WorkList::PausedRole).toBool());
    QTRY_VERIFY(fake.bulks.running().isEmpty());
    QCOMPARE(fake.bulks.report(id)->countOf(BatchOutcome::NotTried), 0);
    QCOMPARE(work.rowCount(), 0);
}

void TestBulkWork::interruptedOnesAreFound()
{
    FakeConsole fake;
    FakeNavigator navigator;
    WorkList work;
    BulkReport report;
    report.id = u"20260302-retry"_s;
    report.begun = fake.clock.now();
    for (const WorkflowInstance &row : failedOnes(fake, 2))
        report.items << BulkItem{row, BatchOutcome::NotTried, {}, {}, {}};
    BulkReport over = report;
    over.id = u"20260303-retry"_s;
    over.begun = report.begun.addDays(1);
    fake.bulkStore.begin(report);
    fake.bulkStore.begin(over);
    fake.bulkStore.end(over.id, over.begun);
    BulkWork bulks(fake.console, work, navigator);
    QSignalSpy interrupted(&bulks, &BulkWork::interrupted);
    bulks.findInterrupted();
    QTRY_COMPARE(interrupted.count(), 1);
    QCOMPARE(interrupted.constFirst().constFirst().value<BulkReport>().id, report.id);
    QCOMPARE(work.rowCount(), 0); // nothing goes on by itself
}

QTEST_MAIN(TestBulkWork)
#include "tst_bulkwork.moc"
