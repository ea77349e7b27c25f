// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/inputs/inputfiles.h"
#include "tests/fakes/await.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestInputFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void keepsEverything();
    void draftIsOnDiskAtOnceAndGoesWhenSent();
    void workflowsAndEnvironmentsKeepApart();
    void historyIsBounded();
    void onlyTheOwnerReads();
    void garbageIsSetAside_data();
    void garbageIsSetAside();
    void tellsWhatCannotBeWritten();
    void presetsGoFromHandToHand();
    void strangeFilesAreRefused();

private:
    static SharedJson input(const char *text) { return std::make_shared<const Json>(Json::parse(text)); }
    static RememberedInputs read(InputFiles &files, const QString &workflow = u"greet"_s)
    {
        return *await(files.read(workflow));
    }
    QStringList paths() const
    {
        QStringList all;
        for (QDirIterator it(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
            all << it.next();
        return all;
    }
    static void write(const QString &path, const QByteArray &text)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    const QDateTime m_time{QDate(2026, 3, 2), QTime(14, 30, 0, 250), Qt::UTC};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestInputFiles::keepsEverything()
{
    {
        InputFiles files(m_folder->path(), u"Prod"_s);
        QVERIFY(!read(files).draft);
        files.keepDraft(u"greet"_s, InputDraft{m_time, u"key \"1\""_s, input(R"({"z":1,"a":"ü"})")});
        files.addSent(u"greet"_s, {m_time, u"k1"_s, u"1.0"_s, u"id-1"_s, input(R"({"a":1})")});
        files.addSent(u"greet"_s, {m_time.addSecs(1), u"k2"_s, u"1.0"_s, u"id-2"_s, input(R"({"a":2})")});
        files.keepPresets(u"greet"_s, {{u"Big"_s, input(R"({"n":9})")}, {u"Small"_s, input(R"({"n":1})")}});
        files.keepKey(u"greet"_s, {u"{user}-{n}"_s, 7});
    }
    InputFiles files(m_folder->path(), u"Prod"_s);
    const RememberedInputs kept = read(files);
    QVERIFY(kept.draft);
    QCOMPARE(kept.draft->time, m_time);
    QCOMPARE(kept.draft->businessKey, u"key \"1\""_s);
    QCOMPARE(toBytes(*kept.draft->input), R"({"z":1,"a":"ü"})"_ba);
    QCOMPARE(kept.history.size(), 2);
    QCOMPARE(kept.history.first().instanceId, u"id-2"_s);
    QCOMPARE(kept.history.last().time, m_time);
    QCOMPARE(kept.presets.size(), 2);
    QCOMPARE(kept.presets.last().name, u"Small"_s);
    QCOMPARE(kept.key, (BusinessKeyPlan{u"{user}-{n}"_s, 7}));
    QCOMPARE(files.problem(), QString());
}

void TestInputFiles::draftIsOnDiskAtOnceAndGoesWhenSent()
{
    InputFiles files(m_folder->path(), u"Prod"_s);
    files.keepDraft(u"greet"_s, InputDraft{m_time, {}, input(R"({"a":1})")});
    (void)read(files); // comes after what was to be written
    InputFiles afterAKill(m_folder->path(), u"Prod"_s);
    QVERIFY(read(afterAKill).draft);
    files.keepDraft(u"greet"_s, std::nullopt);
    files.keepDraft(u"greet"_s, std::nullopt); // there is none: no problem
    QVERIFY(!read(files).draft);
    QCOMPARE(paths(), QStringList());
    QCOMPARE(files.problem(), QString());
}

void TestInputFiles::workflowsAndEnvironmentsKeepApart()
{
    InputFiles one(m_folder->path(), u"A/B"_s);
    InputFiles other(m_folder->path(), u"A B"_s); // looks the same as a file name
    one.keepKey(u"../x"_s, {u"1"_s, 1});
    one.keepKey(u"x"_s, {u"2"_s, 1});
    QCOMPARE(read(one, u"../x"_s).key.pattern, u"1"_s);
    QCOMPARE(read(one, u"x"_s).key.pattern, u"2"_s);
    QCOMPARE(read(other, u"x"_s).key.pattern, QString());
    QCOMPARE(paths().size(), 2); // none of them outside the folder
}

void TestInputFiles::historyIsBounded()
{
    InputFiles files(m_folder->path(), u"Prod"_s);
    for (int i = 0; i < InputFiles::kMostSent + 5; ++i)
        files.addSent(u"greet"_s, {m_time.addSecs(i), {}, {}, QString::number(i), input("{}")});
    RememberedInputs kept = read(files);
    QCOMPARE(kept.history.size(), InputFiles::kMostSent);
    QCOMPARE(kept.history.first().instanceId, QString::number(InputFiles::kMostSent + 4));
    const std::string large(InputFiles::kMostSentInput - 100, 'x');
    for (int i = 0; i < 20; ++i)
        files.addSent(u"greet"_s, {m_time, {}, {}, u"large"_s, std::make_shared<const Json>(Json{{"a", large}})});
    kept = read(files);
    QVERIFY(kept.history.size() < 20);
    QVERIFY(kept.history.first().input);
    files.addSent(u"greet"_s,
                  {m_time, {}, {}, u"too large"_s, std::make_shared<const Json>(Json{{"a", large + large}})});
    kept = read(files);
    QCOMPARE(kept.history.first().instanceId, u"too large"_s); // known, without what was sent
    QVERIFY(!kept.history.first().input);
}

void TestInputFiles::onlyTheOwnerReads()
{
    InputFiles files(m_folder->path(), u"Prod"_s);
    files.keepDraft(u"greet"_s, InputDraft{m_time, {}, input("{}")});
    (void)read(files);
    QCOMPARE(paths().size(), 1);
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    QVERIFY(!(QFile::permissions(paths().first()) & others));
}

void TestInputFiles::garbageIsSetAside_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("cut off") << R"({"presets":[{"name":"A","in)"_ba;
    QTest::newRow("binary") << QByteArray("\0\xff\xfe{}", 5);
    QTest::newRow("a list") << "[1,2]"_ba;
    QTest::newRow("too deep") << QByteArray(2000, '[');
}

void TestInputFiles::garbageIsSetAside()
{
    QFETCH(QByteArray, text);
    InputFiles files(m_folder->path(), u"Prod"_s);
    const QDir folder(files.folderOf(u"greet"_s));
    for (const char *name : {"draft.json", "history.json", "presets.json", "key.json"})
        write(folder.filePath(QString::fromLatin1(name)), text);
    const RememberedInputs kept = read(files);
    QVERIFY(!kept.draft && kept.history.isEmpty() && kept.presets.isEmpty() && kept.key == BusinessKeyPlan());
    QTRY_VERIFY(files.problem().contains(".json"_L1));
    QCOMPARE(folder.entryList({u"*.unreadable"_s}).size(), 4); // nothing is destroyed
    files.keepPresets(u"greet"_s, {{u"New"_s, input("{}")}});
    QCOMPARE(read(files).presets.size(), 1);
    QTRY_COMPARE(files.problem(), QString());
}

void TestInputFiles::tellsWhatCannotBeWritten()
{
    const QString blocked = m_folder->filePath(u"blocked"_s);
    write(blocked, "a file, no folder");
    InputFiles files(blocked, u"Prod"_s);
    files.keepDraft(u"greet"_s, InputDraft{m_time, {}, input("{}")});
    QTRY_VERIFY(files.problem().contains("not kept"_L1));
}

void TestInputFiles::presetsGoFromHandToHand()
{
    InputFiles files(m_folder->path(), u"Prod"_s);
    const QString path = m_folder->filePath(u"a preset.json"_s);
    QVERIFY(files.exportPreset({u"Größe / XL"_s, input(R"({"n":[1,2]})")}, path));
    const auto back = files.importPreset(path);
    QVERIFY(back);
    QCOMPARE(back->name, u"Größe / XL"_s);
    QCOMPARE(toBytes(*back->input), R"({"n":[1,2]})"_ba);
    write(path, R"({"plain":true})");
    QCOMPARE(files.importPreset(path)->name, u"a preset"_s); // any input goes
    QVERIFY(!files.exportPreset({u"x"_s, input("{}")}, m_folder->filePath(u"none/x.json"_s)));
}

void TestInputFiles::strangeFilesAreRefused()
{
    InputFiles files(m_folder->path(), u"Prod"_s);
    const QString path = m_folder->filePath(u"x.json"_s);
    QCOMPARE(files.importPreset(path).error().kind, Error::Kind::Storage);
    for (const char *text : {"", "[]", "{", R"({"podiumPreset":1,"name":"x"})", R"({"podiumPreset":1,"input":3})"}) {
        write(path, text);
        const auto read = files.importPreset(path);
        QVERIFY2(!read, text);
        QVERIFY(!read.error().why.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestInputFiles)
#include "tst_inputfiles.moc"
