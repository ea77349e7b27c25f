// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/journalfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_JournalFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void startsEmptyAndMakesNothing();
    void keepsWhatWasDone();
    void onlyTheOwnerMayRead();
    void readsInTheBackground();
    void addedWhileReadingIsThereOnce();
    void readingAgainDoublesNothing();
    void slowAnswersStandWhereTheyWereAskedFor();
    void leavesGarbageOut();
    void goesOnAfterALineThatWasCutOff();
    void readsTheNewestOnly();
    void aLargeFileIsMadeSmaller();
    void tellsWhatCannotBeWritten();
    void tellsWhatCannotBeRead();
    void eachEnvironmentHasItsFile();

private:
    QString folder() const { return m_dir->filePath(u"data/journal"_s); }
    QString path() const { return JournalFile(folder(), u"Test"_s).path(); }
    static ActionRecord record(int number);
    static QStringList ids(const JournalFile &journal);
    static void readAll(JournalFile &journal);
    QStringList idsOnDisk(const JournalFile::Limits &limits = {}) const;
    QByteArray contents() const;
    void write(const QByteArray &text) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

ActionRecord tst_JournalFile::record(int number)
{
    ActionRecord record;
    record.time = QDateTime(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC).addSecs(number);
    record.user = u"operator"_s;
    record.action = ActionRecord::Action::Retry;
    record.instanceId = QString::number(number);
    record.outcome = ActionRecord::Outcome::Accepted;
    return record;
}

QStringList tst_JournalFile::ids(const JournalFile &journal)
{
    QStringList ids;
    for (const ActionRecord &each : journal.records())
        ids << each.instanceId;
    return ids;
}

void tst_JournalFile::readAll(JournalFile &journal)
{
    journal.read();
    QTRY_VERIFY(!journal.isReading());
}

/// What the next start finds.
QStringList tst_JournalFile::idsOnDisk(const JournalFile::Limits &limits) const
{
    JournalFile journal(folder(), u"Test"_s, limits);
    readAll(journal);
    return ids(journal);
}

QByteArray tst_JournalFile::contents() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void tst_JournalFile::write(const QByteArray &text) const
{
    QVERIFY(QDir().mkpath(folder()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void tst_JournalFile::startsEmptyAndMakesNothing()
{
    JournalFile journal(folder(), u"Test"_s);
    readAll(journal);
    QVERIFY(journal.records().isEmpty());
    QCOMPARE(journal.problem(), QString());
    QVERIFY(!QFileInfo::exists(folder()));
}

void tst_JournalFile::keepsWhatWasDone()
{
    JournalFile journal(folder(), u"Test"_s);
    QSignalSpy changed(&journal, &ActionJournal::changed);
    journal.add(record(1));
    QCOMPARE(contents(), QByteArray(toJson(record(1)) + '\n')); // there at once
    journal.add(record(2));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(ids(journal), (QStringList{u"2"_s, u"1"_s}));
    QCOMPARE(idsOnDisk(), (QStringList{u"2"_s, u"1"_s}));
    QCOMPARE(journal.problem(), QString());
}

void tst_JournalFile::onlyTheOwnerMayRead()
{
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                        QFileDevice::WriteOther | QFileDevice::ExeOwner;
    JournalFile journal(folder(), u"Test"_s, {300, 8 << 20, 5000});
    journal.add(record(1));
    QVERIFY(!(QFileInfo(path()).permissions() & others));
    for (int i = 2; i < 9; ++i)
        journal.add(record(i)); // written anew meanwhile
    QVERIFY(!(QFileInfo(path()).permissions() & others));
}

void tst_JournalFile::readsInTheBackground()
{
    QByteArray text;
    for (int i = 0; i < 20'000; ++i)
        text += toJson(record(i)) + '\n';
    write(text);
    JournalFile journal(folder(), u"Test"_s);
    QSignalSpy changed(&journal, &ActionJournal::changed);
    journal.read();
    QVERIFY(journal.isReading());
    QVERIFY(journal.records().isEmpty());
    QTRY_VERIFY(!journal.isReading());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(journal.records().size(), 5000);
    QCOMPARE(journal.records().constFirst(), record(19'999));
}

void tst_JournalFile::addedWhileReadingIsThereOnce()
{
    write(toJson(record(1)) + '\n');
    JournalFile journal(folder(), u"Test"_s);
    journal.add(record(2));
    journal.read();
    journal.add(record(3));
    QTRY_VERIFY(!journal.isReading());
    QCOMPARE(ids(journal), (QStringList{u"3"_s, u"2"_s, u"1"_s}));
}

void tst_JournalFile::readingAgainDoublesNothing()
{
    JournalFile journal(folder(), u"Test"_s);
    journal.add(record(1));
    readAll(journal);
    journal.add(record(2));
    JournalFile other(folder(), u"Test"_s);
    other.add(record(3)); // a second window
    readAll(journal);
    QCOMPARE(ids(journal), (QStringList{u"3"_s, u"2"_s, u"1"_s}));
}

void tst_JournalFile::slowAnswersStandWhereTheyWereAskedFor()
{
    JournalFile journal(folder(), u"Test"_s);
    journal.add(record(2));
    journal.add(record(3));
    journal.add(record(1));
    QCOMPARE(ids(journal), (QStringList{u"3"_s, u"2"_s, u"1"_s}));
    QCOMPARE(idsOnDisk(), ids(journal));
}

void tst_JournalFile::leavesGarbageOut()
{
    QByteArray text = "not json\n\n[]\n{\"time\":3}\n";
    text += toJson(record(1)) + '\n';
    text += QByteArray("\0\xff\xfe\x01 binary", 11) + '\n';
    text += QByteArray(200'000, '[') + '\n';
    text += toJson(record(2)) + "\r\n"; // edited by another program
    text += QByteArray(200'000, '\0');
    write(text);
    QCOMPARE(idsOnDisk(), (QStringList{u"2"_s, u"1"_s}));
    QCOMPARE(contents(), text); // reading changes nothing
}

void tst_JournalFile::goesOnAfterALineThatWasCutOff()
{
    const QByteArray whole = toJson(record(2));
    write(toJson(record(1)) + '\n' + whole.first(whole.size() / 2));
    QCOMPARE(idsOnDisk(), QStringList{u"1"_s});
    JournalFile(folder(), u"Test"_s).add(record(3));
    QCOMPARE(idsOnDisk(), (QStringList{u"3"_s, u"1"_s}));
}

void tst_JournalFile::readsTheNewestOnly()
{
    QByteArray text;
    for (int i = 1; i <= 9; ++i)
        text += toJson(record(i)) + '\n';
    write(text);
    const qint64 line = text.size() / 9;
    QCOMPARE(idsOnDisk({4 << 20, 8 << 20, 2}), (QStringList{u"9"_s, u"8"_s}));
    QCOMPARE(idsOnDisk({4 << 20, line * 3, 100}), (QStringList{u"9"_s, u"8"_s, u"7"_s})); // at a line's start
    QCOMPARE(idsOnDisk({4 << 20, line * 3 - 1, 100}), (QStringList{u"9"_s, u"8"_s}));     // within one
    QCOMPARE(idsOnDisk({4 << 20, line / 2, 100}), QStringList());
}

void tst_JournalFile::aLargeFileIsMadeSmaller()
{
    const JournalFile::Limits limits{2000, 8 << 20, 5000};
    JournalFile journal(folder(), u"Test"_s, limits);
    for (int i = 10; i < 60; ++i) {
        journal.add(record(i));
        QVERIFY(QFileInfo(path()).size() <= limits.rewriteAbove);
    }
    QCOMPARE(journal.records().size(), 50); // in this session
    const QStringList left = idsOnDisk();
    QVERIFY(left.size() >= 5);
    QVERIFY(left.size() < 50);
    QCOMPARE(left, ids(journal).first(left.size())); // the newest, without a gap
    QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void tst_JournalFile::tellsWhatCannotBeWritten()
{
    // A file where the folder should be.
    QFile inTheWay(m_dir->filePath(u"data"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    JournalFile journal(folder(), u"Test"_s);
    QSignalSpy changed(&journal, &ActionJournal::changed);
    journal.add(record(1));
    journal.add(record(2));
    QCOMPARE(changed.size(), 2);
    QVERIFY2(journal.problem().contains(u"journal"_s), qPrintable(journal.problem()));
    QCOMPARE(ids(journal), (QStringList{u"2"_s, u"1"_s}));
    readAll(journal);
    QCOMPARE(ids(journal), (QStringList{u"2"_s, u"1"_s}));
    // Nothing is lost where the disk comes to itself.
    QVERIFY(inTheWay.remove());
    journal.add(record(3));
    QCOMPARE(journal.problem(), QString());
    QCOMPARE(idsOnDisk(), (QStringList{u"3"_s, u"2"_s, u"1"_s}));
}

void tst_JournalFile::tellsWhatCannotBeRead()
{
    QVERIFY(QDir().mkpath(path()));
    JournalFile journal(folder(), u"Test"_s);
    readAll(journal);
    QVERIFY2(journal.problem().contains(path()), qPrintable(journal.problem()));
    journal.add(record(1));
    QCOMPARE(ids(journal), QStringList{u"1"_s});
    QVERIFY(QDir().rmdir(path()));
    journal.add(record(2));
    readAll(journal);
    QCOMPARE(journal.problem(), QString());
    QCOMPARE(ids(journal), (QStringList{u"2"_s, u"1"_s}));
}

void tst_JournalFile::eachEnvironmentHasItsFile()
{
    QSet<QString> files;
    for (const QString &name : {u"Prod"_s, u"prod"_s, u"prod/"_s, u"../../prod"_s, u"日本"_s, u"北京"_s, QString()}) {
        const QString file = JournalFile::fileNameFor(name);
        QVERIFY2(!file.contains(u'/') && !file.startsWith(u'.') && file.size() < 80, qPrintable(file));
        files << file;
    }
    QCOMPARE(files.size(), 7);
    QCOMPARE(JournalFile::fileNameFor(u"Prod"_s), JournalFile::fileNameFor(u"Prod"_s));
}

QTEST_GUILESS_MAIN(tst_JournalFile)
#include "tst_journalfile.moc"
