// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/bulklistmodel.h"
#include "models/items/bulkreportmodel.h"
#include "models/items/itemroles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestBulkReportModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changesAreToldFewTimes();
    void filtersByOutcomeAndWords();
    void exportsWholeValues();
    void hostileTextsStayPlain();
    void listTellsHowEachStands();

private:
    static BulkItem item(int number, BatchOutcome outcome = BatchOutcome::NotTried)
    {
        BulkItem item;
        item.instance.id = u"id-%1"_s.arg(number);
        item.instance.workflowId = u"greet"_s;
        item.instance.workflowName = u"Greet"_s;
        item.instance.state = InstanceState::Error;
        item.outcome = outcome;
        return item;
    }
    static QString text(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
};

void TestBulkReportModel::changesAreToldFewTimes()
{
    BulkReportModel model;
    BulkReportFilter filter(model);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester proxyTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<BulkItem> items;
    for (int i = 0; i < 1000; ++i)
        items << item(i);
    model.setItems(items);
    filter.setOutcomes({BatchOutcome::Done});
    QCOMPARE(filter.rowCount(), 0);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    for (int i = 0; i < 1000; ++i)
        model.setItem(i, item(i, i % 2 ? BatchOutcome::Done : BatchOutcome::Failed));
    QTRY_COMPARE(filter.rowCount(), 500);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(reset.count(), 0);
    model.setItem(5000, item(1)); // of another report
    QTest::qWait(150);
    QCOMPARE(changed.count(), 1);
}

void TestBulkReportModel::filtersByOutcomeAndWords()
{
    BulkReportModel model;
    BulkReportFilter filter(model);
    BulkItem failed = item(1, BatchOutcome::Failed);
    failed.reason = u"HTTP 503 from POST /invoices"_s;
    failed.instance.businessKey = u"SO-7"_s;
    model.setItems({item(0, BatchOutcome::Done), failed, item(2, BatchOutcome::Skipped)});
    QCOMPARE(filter.rowCount(), 3);
    filter.setOutcomes({BatchOutcome::Failed, BatchOutcome::Skipped});
    QCOMPARE(filter.rowCount(), 2);
    filter.setText(u"503 so-7"_s);
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.itemAt(0).instance.id, u"id-1"_s);
    filter.setText(u"id-1"_s); // hidden columns count, too
    QCOMPARE(filter.rowCount(), 1);
    filter.setOutcomes({});
    filter.setText({});
    filter.sort(BulkReportModel::OutcomeColumn);
    QCOMPARE(text(filter, 0, BulkReportModel::OutcomeColumn), displayName(BatchOutcome::Done));
}

void TestBulkReportModel::exportsWholeValues()
{
    BulkReportModel model;
    BulkItem done = item(0, BatchOutcome::Done);
    done.at = QDateTime(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC);
    done.newInstanceId = u"new-1"_s;
    model.setItems({done});
    const auto exported = [&](int column) { return model.index(0, column).data(ItemExportRole).toString(); };
    QCOMPARE(exported(BulkReportModel::OutcomeColumn), u"done"_s);
    QCOMPARE(exported(BulkReportModel::StateColumn), u"ERROR"_s);
    QCOMPARE(exported(BulkReportModel::WorkflowColumn), u"greet"_s);
    QCOMPARE(exported(BulkReportModel::TimeColumn), u"2026-03-02T14:30:00.000Z"_s);
    QCOMPARE(exported(BulkReportModel::IdColumn), u"id-0"_s);
    QCOMPARE(exported(BulkReportModel::NewInstanceColumn), u"new-1"_s);
}

void TestBulkReportModel::hostileTextsStayPlain()
{
    BulkReportModel model;
    BulkItem evil = item(0, BatchOutcome::Failed);
    evil.reason = u"<img src=x>\nline\u202e"_s;
    evil.instance.workflowName = u"<b>w</b>\n"_s;
    model.setItems({evil});
    QVERIFY(!text(model, 0, BulkReportModel::ReasonColumn).contains(u'\n'));
    QVERIFY(!text(model, 0, BulkReportModel::WorkflowColumn).contains(u'\n'));
    const QString tip = model.index(0, BulkReportModel::ReasonColumn).data(Qt::ToolTipRole).toString();
    QVERIFY(!tip.contains(u"<img"_s));
}

void TestBulkReportModel::listTellsHowEachStands()
{
    BulkListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    BulkReport report;
    report.begun = QDateTime(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC);
    report.items = {item(0, BatchOutcome::Done), item(1, BatchOutcome::Failed), item(2)};
    QList<BulkReport> reports;
    for (const QString &id : {u"running"_s, u"interrupted"_s, u"stopped"_s, u"through"_s}) {
        report.id = id;
        report.ended = id == "stopped"_L1 || id == "through"_L1 ? report.begun.addSecs(9) : QDateTime();
        if (id == "through"_L1)
            report.items.removeLast();
        reports << report;
    }
    model.setReports(reports, {u"running"_s});
    QCOMPARE(text(model, 0, BulkListModel::StatusColumn), u"Running"_s);
    QCOMPARE(text(model, 1, BulkListModel::StatusColumn), u"Interrupted"_s);
    QCOMPARE(text(model, 2, BulkListModel::StatusColumn), u"Stopped"_s);
    QCOMPARE(text(model, 3, BulkListModel::StatusColumn), u"Through"_s);
    QVERIFY(text(model, 0, BulkListModel::ResultColumn).contains(u"1 failed"_s));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setReports(reports, {});
    QCOMPARE(reset.count(), 0);
    QCOMPARE(text(model, 0, BulkListModel::StatusColumn), u"Interrupted"_s);
}

QTEST_GUILESS_MAIN(TestBulkReportModel)
#include "tst_bulkreportmodel.moc"
