// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/bulkfiles.h"
#include "tests/fakes/await.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_BulkFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void keepsWhatWasPlannedAndWhatBecameOfIt();
    void goesOnAfterALineThatWasCutOff();
    void onlyTheOwnerMayRead();
    void eachEnvironmentHasItsFolder();
    void listsTheNewestFirst();
    void leavesOtherFilesOut();
    void idsLeadNowhereElse();
    void tellsWhatCannotBeWrittenAndWritesItLater();

private:
    QString folder() const { return m_dir->filePath(u"bulk"_s); }
    static BulkReport plan(const QString &id)
    {
        BulkReport report;
        report.id = id;
        report.begun = QDateTime(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC);
        for (int i = 0; i < 3; ++i) {
            BulkItem item;
            item.instance.id = u"id-%1"_s.arg(i);
            item.instance.state = InstanceState::Error;
            report.items << item;
        }
        return report;
    }
    static BulkItem outcome(BatchOutcome outcome)
    {
        BulkItem item;
        item.outcome = outcome;
        item.at = QDateTime(QDate(2026, 3, 2), QTime(14, 31), Qt::UTC);
        item.instance.state = InstanceState::Completed;
        return item;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_BulkFiles::keepsWhatWasPlannedAndWhatBecameOfIt()
{
    {
        BulkFiles files(folder(), u"Test"_s);
        files.begin(plan(u"a-1"_s));
        files.note(u"a-1"_s, 1, outcome(BatchOutcome::Done));
    } // killed
    BulkFiles files(folder(), u"Test"_s);
    auto read = await(files.report(u"a-1"_s));
    QVERIFY(read);
    QCOMPARE(read->items.size(), 3);
    QCOMPARE(read->countOf(BatchOutcome::Done), 1);
    QVERIFY(!read->ended.isValid());
    files.resumed(u"a-1"_s, read->begun, u"operator"_s);
    files.note(u"a-1"_s, 0, outcome(BatchOutcome::Failed));
    files.end(u"a-1"_s, read->begun.addSecs(90));
    read = await(files.report(u"a-1"_s));
    QCOMPARE(read->countOf(BatchOutcome::Failed), 1);
    QVERIFY(read->ended.isValid());
}

void tst_BulkFiles::goesOnAfterALineThatWasCutOff()
{
    BulkFiles files(folder(), u"Test"_s);
    files.begin(plan(u"a-1"_s));
    QFile file(files.folder() + u"/a-1.jsonl"_s);
    QVERIFY(file.open(QIODevice::Append));
    file.write("{\"item\":0,\"outco");
    file.close();
    files.note(u"a-1"_s, 2, outcome(BatchOutcome::Done));
    const auto read = await(files.report(u"a-1"_s));
    QVERIFY(read);
    QCOMPARE(read->items.at(0).outcome, BatchOutcome::NotTried);
    QCOMPARE(read->items.at(2).outcome, BatchOutcome::Done);
}

void tst_BulkFiles::onlyTheOwnerMayRead()
{
    BulkFiles files(folder(), u"Test"_s);
    files.begin(plan(u"a-1"_s));
    const auto permissions = QFileInfo(files.folder() + u"/a-1.jsonl"_s).permissions();
    QVERIFY(!(permissions & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther)));
}

void tst_BulkFiles::eachEnvironmentHasItsFolder()
{
    QVERIFY(BulkFiles(folder(), u"Test"_s).folder() != BulkFiles(folder(), u"test"_s).folder());
    BulkFiles files(folder(), u"../../etc"_s);
    QVERIFY(QFileInfo(files.folder()).absoluteFilePath().startsWith(QFileInfo(folder()).absoluteFilePath()));
}

void tst_BulkFiles::listsTheNewestFirst()
{
    BulkFiles files(folder(), u"Test"_s);
    QVERIFY(await(files.reports())->isEmpty());
    for (int i = 0; i < BulkStore::kMostReports + 5; ++i)
        files.begin(plan(u"2026-%1"_s.arg(i, 4, 10, QLatin1Char('0'))));
    const auto reports = await(files.reports());
    QVERIFY(reports);
    QCOMPARE(reports->size(), BulkStore::kMostReports);
    QCOMPARE(reports->constFirst().id, u"2026-0104"_s);
}

void tst_BulkFiles::leavesOtherFilesOut()
{
    BulkFiles files(folder(), u"Test"_s);
    files.begin(plan(u"a-1"_s));
    QFile file(files.folder() + u"/b.jsonl"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not ours\n");
    file.close();
    QCOMPARE(await(files.reports())->size(), 1);
    const auto other = await(files.report(u"b"_s));
    QVERIFY(!other);
    QCOMPARE(other.error().kind, Error::Kind::Storage);
    QCOMPARE(await(files.report(u"c"_s)).error().kind, Error::Kind::NotFound);
}

void tst_BulkFiles::idsLeadNowhereElse()
{
    QFile secret(m_dir->filePath(u"secret.jsonl"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    secret.write(bulkPlanLines(plan(u"a"_s)));
    secret.close();
    BulkFiles files(folder(), u"Test"_s);
    for (const QString &id : {u"../../secret"_s, secret.fileName().chopped(6), QString(), u"a/b"_s, u"."_s})
        QVERIFY(!await(files.report(id)));
}

void tst_BulkFiles::tellsWhatCannotBeWrittenAndWritesItLater()
{
    QFile block(folder()); // a file where the folder should be
    QVERIFY(block.open(QIODevice::WriteOnly));
    block.close();
    BulkFiles files(folder(), u"Test"_s);
    QSignalSpy changed(&files, &BulkStore::problemChanged);
    files.begin(plan(u"a-1"_s));
    files.note(u"a-1"_s, 0, outcome(BatchOutcome::Done));
    QCOMPARE(changed.count(), 1);
    QVERIFY(!files.problem().isEmpty());
    QVERIFY(block.remove());
    files.note(u"a-1"_s, 1, outcome(BatchOutcome::Done));
    QVERIFY(files.problem().isEmpty());
    QCOMPARE(await(files.report(u"a-1"_s))->countOf(BatchOutcome::Done), 2);
}

QTEST_GUILESS_MAIN(tst_BulkFiles)
#include "tst_bulkfiles.moc"
