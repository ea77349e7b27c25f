// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/itemroles.h"
#include "models/items/journalmodel.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestJournalModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatWasDone();
    void newOnesComeInFront();
    void exportsWholeValues();
    void hostileTextsStayPlain();
    void searchesAllColumns();
    void sortsByWhatIsShown();

private:
    static ActionRecord record(int number, ActionRecord::Action action = ActionRecord::Action::Retry)
    {
        ActionRecord record;
        record.time = QDateTime(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC).addSecs(number);
        record.user = u"operator"_s;
        record.action = action;
        record.workflowId = u"greet"_s;
        record.instanceId = u"id-%1"_s.arg(number);
        record.outcome = ActionRecord::Outcome::Accepted;
        return record;
    }
    static QString text(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
};

void TestJournalModel::saysWhatWasDone()
{
    JournalModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ActionRecord moved = record(3, ActionRecord::Action::RescheduleJob);
    moved.detail = u"2026-03-03T08:00:00.000Z"_s;
    moved.outcome = ActionRecord::Outcome::NotAwaited;
    ActionRecord refused = record(2);
    refused.outcome = ActionRecord::Outcome::Failed;
    refused.answer = u"The failed step was not retried. You may not do this."_s;
    refused.businessKey = u"order 7"_s;
    ActionRecord started = record(1, ActionRecord::Action::StartRun);
    started.detail = u"1.0"_s;
    model.setTexts({[](const QDateTime &utc) { return utc.toString(u"HH:mm:ss"_s); }, {}});
    model.setRecords({moved, refused, started});
    QCOMPARE(text(model, 0, JournalModel::TimeColumn), u"12:00:03"_s);
    QCOMPARE(text(model, 0, JournalModel::UserColumn), u"operator"_s);
    QCOMPARE(text(model, 0, JournalModel::ActionColumn), u"Reschedule a job"_s);
    QCOMPARE(text(model, 0, JournalModel::DetailColumn), u"To 08:00:00"_s);
    QVERIFY(text(model, 0, JournalModel::AnswerColumn).startsWith(u"Not waited for"_s));
    QCOMPARE(text(model, 1, JournalModel::AnswerColumn), refused.answer);
    QCOMPARE(text(model, 1, JournalModel::InstanceColumn), u"order 7"_s);
    QCOMPARE(text(model, 2, JournalModel::InstanceColumn), u"id-1"_s);
    QCOMPARE(text(model, 2, JournalModel::DetailColumn), u"Version 1.0"_s);
    QCOMPARE(text(model, 2, JournalModel::AnswerColumn), u"Accepted"_s);
}

void TestJournalModel::newOnesComeInFront()
{
    JournalModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRecords({record(2), record(1)});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex second = model.index(1, 0);
    model.setRecords({record(4), record(3), record(2), record(1)});
    QCOMPARE(second.row(), 3);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    model.setRecords({record(4), record(3), record(2), record(1)});
    QCOMPARE(inserts.size(), 0);
    QCOMPARE(resets.size(), 0);
    model.setRecords({record(9)});
    QCOMPARE(resets.size(), 1);
    QCOMPARE(model.rowCount(), 1);
    model.setRecords({});
    QCOMPARE(model.rowCount(), 0);
}

void TestJournalModel::exportsWholeValues()
{
    JournalModel model;
    ActionRecord about = record(1);
    about.businessKey = u"order 7"_s;
    about.outcome = ActionRecord::Outcome::Failed;
    about.answer = QString(1000, u'a');
    model.setRecords({about});
    const auto exported = [&](int column) { return model.index(0, column).data(ItemExportRole).toString(); };
    QCOMPARE(exported(JournalModel::TimeColumn), u"2026-03-02T12:00:01.000Z"_s);
    QCOMPARE(exported(JournalModel::ActionColumn), u"retry"_s);
    QCOMPARE(exported(JournalModel::InstanceColumn), u"id-1"_s);
    QCOMPARE(exported(JournalModel::BusinessKeyColumn), u"order 7"_s);
    QCOMPARE(exported(JournalModel::AnswerColumn), about.answer);
    QCOMPARE(exported(JournalModel::OutcomeColumn), u"failed"_s);
    QSet<QString> keys;
    for (int column = 0; column < model.columnCount(); ++column) {
        keys << model.headerData(column, Qt::Horizontal, ItemColumnKeyRole).toString();
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
    QCOMPARE(keys.size(), model.columnCount());
}

void TestJournalModel::hostileTextsStayPlain()
{
    JournalModel model;
    ActionRecord about = record(1);
    about.outcome = ActionRecord::Outcome::Failed;
    about.answer = u"<img src=x>\nsecond"_s;
    model.setRecords({about});
    QCOMPARE(text(model, 0, JournalModel::AnswerColumn), u"<img src=x> second"_s);
    const QString tip = model.index(0, JournalModel::AnswerColumn).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"&lt;img"_s) && !tip.contains(u"<img"_s), qPrintable(tip));
}

void TestJournalModel::searchesAllColumns()
{
    JournalModel model;
    JournalFilterModel filter(model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ActionRecord refused = record(2);
    refused.outcome = ActionRecord::Outcome::Failed;
    refused.answer = u"You may not do this."_s;
    refused.businessKey = u"order 7"_s;
    ActionRecord job = record(1, ActionRecord::Action::CancelJob);
    job.user = u"olga"_s;
    job.jobId = u"6f1d"_s;
    model.setRecords({refused, job});
    const auto found = [&](const QString &text) {
        filter.setText(text);
        QStringList ids;
        for (const ActionRecord &each : filter.records())
            ids << each.instanceId;
        return ids.join(u' ');
    };
    QCOMPARE(found({}), u"id-2 id-1"_s);
    QCOMPARE(found(u"OLGA"_s), u"id-1"_s);
    QCOMPARE(found(u"6f1d"_s), u"id-1"_s);
    QCOMPARE(found(u"cancel a job"_s), u"id-1"_s);
    QCOMPARE(found(u"may  not"_s), u"id-2"_s);
    QCOMPARE(found(u"7 order"_s), u"id-2"_s);
    QCOMPARE(found(u"id-2"_s), u"id-2"_s); // though its business key is shown
    QCOMPARE(found(u"2026-03-02"_s), u"id-2 id-1"_s);
    QCOMPARE(found(u"olga failed"_s), QString());
}

void TestJournalModel::sortsByWhatIsShown()
{
    JournalModel model;
    JournalFilterModel filter(model);
    ActionRecord other = record(2, ActionRecord::Action::Abort);
    other.workflowId = u"book"_s;
    model.setRecords({record(3), other, record(1)});
    filter.sort(JournalModel::WorkflowColumn, Qt::AscendingOrder);
    QCOMPARE(filter.recordAt(0).workflowId, u"book"_s);
    filter.sort(JournalModel::TimeColumn, Qt::DescendingOrder);
    QCOMPARE(filter.recordAt(0).instanceId, u"id-3"_s);
    model.setRecords({record(4), record(3), other, record(1)});
    QCOMPARE(filter.recordAt(0).instanceId, u"id-4"_s);
    filter.sort(JournalModel::TimeColumn, Qt::AscendingOrder);
    QCOMPARE(filter.recordAt(0).instanceId, u"id-1"_s);
}

QTEST_GUILESS_MAIN(TestJournalModel)
#include "tst_journalmodel.moc"
