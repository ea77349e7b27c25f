// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/bulkreport.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestBulkReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadAsItWasWritten();
    void theLastWordCounts();
    void endsAnywhere();
    void otherTextsAreNoReport();
    void leavesNonsenseOut();
    void whatAVerbAppliesTo();

private:
    static BulkReport plan(int count)
    {
        BulkReport report;
        report.id = u"20260302-143000000-retry-1a2b3"_s;
        report.begun = QDateTime(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC);
        report.user = u"operator"_s;
        report.about = u"All with state Failed\nand more"_s;
        for (int i = 0; i < count; ++i) {
            BulkItem item;
            item.instance.id = u"id-%1"_s.arg(i);
            item.instance.workflowId = u"greet"_s;
            item.instance.workflowName = u"Grüße <b>"_s;
            item.instance.version = u"1.0"_s;
            item.instance.businessKey = i == 0 ? QString() : u"key %1"_s.arg(i);
            item.instance.state = InstanceState::Error;
            report.items << item;
        }
        return report;
    }
    static BulkItem outcome(const BulkReport &report, int index, BatchOutcome outcome)
    {
        BulkItem item = report.items.at(index);
        item.outcome = outcome;
        item.at = report.begun.addSecs(index);
        item.instance.state = InstanceState::Completed;
        item.reason = outcome == BatchOutcome::Failed ? u"No.\nNever."_s : QString();
        return item;
    }
};

void TestBulkReport::isReadAsItWasWritten()
{
    const BulkReport report = plan(3);
    BulkItem rerun = outcome(report, 2, BatchOutcome::Done);
    rerun.newInstanceId = u"new"_s;
    const QByteArray text = bulkPlanLines(report) + bulkItemLine(0, outcome(report, 0, BatchOutcome::Failed)) +
                            bulkItemLine(2, rerun) + bulkEndLine(report.begun.addSecs(60));
    QCOMPARE(text.count('\n'), 7); // a line each, whatever the texts hold
    const auto read = bulkReportFromLines(text);
    QVERIFY(read);
    QCOMPARE(read->id, report.id);
    QCOMPARE(read->verb, BulkVerb::Retry);
    QCOMPARE(read->begun, report.begun);
    QCOMPARE(read->ended, report.begun.addSecs(60));
    QCOMPARE(read->user, report.user);
    QCOMPARE(read->about, report.about);
    QCOMPARE(read->items.size(), 3);
    QCOMPARE(read->items.at(1).instance.businessKey, u"key 1"_s);
    QCOMPARE(read->items.at(1).instance.workflowName, u"Grüße <b>"_s);
    QCOMPARE(read->items.at(1).instance.state, InstanceState::Error);
    QCOMPARE(read->items.at(1).outcome, BatchOutcome::NotTried);
    QCOMPARE(read->items.at(0).outcome, BatchOutcome::Failed);
    QCOMPARE(read->items.at(0).reason, u"No.\nNever."_s);
    QCOMPARE(read->items.at(0).instance.state, InstanceState::Completed);
    QCOMPARE(read->items.at(2).newInstanceId, u"new"_s);
    QVERIFY(read->isResumable());
}

void TestBulkReport::theLastWordCounts()
{
    const BulkReport report = plan(1);
    const QByteArray text = bulkPlanLines(report) + bulkItemLine(0, outcome(report, 0, BatchOutcome::Unconfirmed)) +
                            bulkEndLine(report.begun) + bulkResumedLine(report.begun, u"other"_s) +
                            bulkItemLine(0, outcome(report, 0, BatchOutcome::Done));
    const auto read = bulkReportFromLines(text);
    QVERIFY(read);
    QCOMPARE(read->countOf(BatchOutcome::Done), 1);
    QVERIFY(!read->ended.isValid()); // it was resumed, and did not end since
    QVERIFY(!read->isResumable());   // but nothing is left
}

/// A kill cuts the file anywhere: what is whole counts.
void TestBulkReport::endsAnywhere()
{
    const BulkReport report = plan(2);
    const QByteArray planned = bulkPlanLines(report);
    const QByteArray text = planned + bulkItemLine(0, outcome(report, 0, BatchOutcome::Done)) +
                            bulkItemLine(1, outcome(report, 1, BatchOutcome::Done));
    for (qsizetype size = planned.size(); size <= text.size(); ++size) {
        const auto read = bulkReportFromLines(QByteArrayView(text).first(size));
        QVERIFY(read);
        QCOMPARE(read->items.size(), 2);
        QVERIFY(read->countOf(BatchOutcome::Done) <= 2);
    }
}

void TestBulkReport::otherTextsAreNoReport()
{
    for (const char *text : {"", "\n", "[]", "{}", "{\"bulk\":\"a\"}", "nonsense", "{\"bulk\":7,\"verb\":\"retry\"}",
                             "{\"bulk\":\"a\",\"verb\":\"explode\",\"begun\":\"2026-03-02T14:30:00.000Z\"}"})
        QVERIFY2(!bulkReportFromLines(text), text);
}

void TestBulkReport::leavesNonsenseOut()
{
    const BulkReport report = plan(2);
    const QByteArray text = bulkPlanLines(report) +
                            "{\"item\":7,\"outcome\":\"done\"}\n{\"item\":-1,\"outcome\":\"done\"}\n"
                            "{\"item\":\"0\",\"outcome\":\"done\"}\n{\"item\":0,\"outcome\":\"finished\"}\n"
                            "{\"plan\":99,\"id\":\"x\"}\n\xff\xfe\n{\n" +
                            bulkItemLine(1, outcome(report, 1, BatchOutcome::Skipped));
    const auto read = bulkReportFromLines(text);
    QVERIFY(read);
    QCOMPARE(read->items.size(), 2);
    QCOMPARE(read->items.at(0).outcome, BatchOutcome::NotTried);
    QCOMPARE(read->items.at(1).outcome, BatchOutcome::Skipped);
}

void TestBulkReport::whatAVerbAppliesTo()
{
    QVERIFY(whyNot(BulkVerb::Retry, InstanceState::Error).isEmpty());
    QVERIFY(!whyNot(BulkVerb::Retry, InstanceState::Active).isEmpty());
    QVERIFY(!whyNot(BulkVerb::Skip, InstanceState::Completed).isEmpty());
    QVERIFY(whyNot(BulkVerb::Abort, InstanceState::Active).isEmpty());
    QVERIFY(whyNot(BulkVerb::Abort, InstanceState::Error).isEmpty());
    QVERIFY(!whyNot(BulkVerb::Abort, InstanceState::Aborted).isEmpty());
    QVERIFY(whyNot(BulkVerb::Rerun, InstanceState::Completed).isEmpty());
    for (const BulkVerb verb : kBulkVerbs)
        QCOMPARE(bulkVerbFromWord(wordOf(verb)), std::optional(verb));
}

QTEST_GUILESS_MAIN(TestBulkReport)
#include "tst_bulkreport.moc"
