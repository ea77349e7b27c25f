// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/workspace/workspacefiles.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
Result<T> await(Async<T> answer)
{
    answer.waitForFinished();
    return answer.result();
}

} // namespace

class TestWorkspaceFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void readsAndWrites();
    void leavesAFileAloneThatOthersChanged();
    void writesThroughALink();
    void saysWhyNothingWasWritten();
    void namesWhatCannotBeRead();
    void tellsOfChangesByOthers();
    void keepsWhatWasTypedUntilItIsForgotten();
    void leavesUnreadableTextsWhereTheyAre();
    void remembersFolders();

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }
    QString put(const QString &name, const QByteArray &bytes)
    {
        QFile file(at(name));
        [[maybe_unused]] const bool ok = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        Q_ASSERT(ok);
        return at(name);
    }
    QByteArray get(const QString &name)
    {
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWorkspaceFiles::readsAndWrites()
{
    WorkspaceFiles files(at(u"state"_s));
    const QString path = put(u"a.sw.yaml"_s, "id: a\r\n");
    const auto file = await(files.read(path));
    QVERIFY(file);
    QCOMPARE(file->text, u"id: a\n"_s);
    QVERIFY(await(files.write(path, file->encode(u"id: b\n"_s), fingerprint(file->bytes))));
    QCOMPARE(get(u"a.sw.yaml"_s), QByteArray("id: b\r\n"));
}

void TestWorkspaceFiles::leavesAFileAloneThatOthersChanged()
{
    WorkspaceFiles files(at(u"state"_s));
    const QString path = put(u"a.yaml"_s, "mine\n");
    const QByteArray base = fingerprint("mine\n");
    put(u"a.yaml"_s, "theirs\n");
    const auto refused = await(files.write(path, "new\n", base));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);
    QCOMPARE(get(u"a.yaml"_s), QByteArray("theirs\n"));
    QVERIFY(QFile::remove(path));
    QCOMPARE(await(files.write(path, "new\n", base)).error().kind, Error::Kind::Conflict);
    QVERIFY(await(files.write(path, "new\n", {})));
    QCOMPARE(get(u"a.yaml"_s), QByteArray("new\n"));
}

void TestWorkspaceFiles::writesThroughALink()
{
    WorkspaceFiles files(at(u"state"_s));
    const QString target = put(u"real.yaml"_s, "a\n");
    QVERIFY(QFile::link(target, at(u"link.yaml"_s)));
    QVERIFY(await(files.write(at(u"link.yaml"_s), "b\n", fingerprint("a\n"))));
    QVERIFY(QFileInfo(at(u"link.yaml"_s)).isSymLink());
    QCOMPARE(get(u"real.yaml"_s), QByteArray("b\n"));
}

void TestWorkspaceFiles::saysWhyNothingWasWritten()
{
    WorkspaceFiles files(at(u"state"_s));
    const auto done = await(files.write(at(u"no/such/folder.yaml"_s), "a", {}));
    QVERIFY(!done);
    QVERIFY(!done.error().why.isEmpty());
    QVERIFY(done.error().what.contains("folder.yaml"_L1));
    // What is no file is not put away for one.
    QVERIFY(!await(files.write(m_folder->path(), "a", {})));
    QVERIFY(QFileInfo(m_folder->path()).isDir());
}

void TestWorkspaceFiles::namesWhatCannotBeRead()
{
    WorkspaceFiles files(at(u"state"_s));
    QCOMPARE(await(files.read(at(u"gone.yaml"_s))).error().kind, Error::Kind::NotFound);
    QVERIFY(!await(files.read(m_folder->path())));
    const auto binary = await(files.read(put(u"a.bin"_s, QByteArray("\0\1\2", 3))));
    QVERIFY(!binary);
    QVERIFY(binary.error().what.contains("a.bin"_L1));
}

void TestWorkspaceFiles::tellsOfChangesByOthers()
{
    WorkspaceFiles files(at(u"state"_s));
    const QString path = put(u"a.yaml"_s, "a\n");
    QSignalSpy changed(&files, &WorkspaceService::changedOutside);
    files.watch(path);
    files.watch(path);
    put(u"a.yaml"_s, "b\n");
    QTRY_VERIFY(changed.count() > 0);
    // Also after another program has put a new file in its place, as most editors do.
    changed.clear();
    put(u"new"_s, "c\n");
    QVERIFY(QFile::remove(path) && QFile::rename(at(u"new"_s), path));
    QTRY_VERIFY(changed.count() > 0);
    changed.clear();
    put(u"a.yaml"_s, "d\n");
    QTRY_VERIFY(changed.count() > 0);
    files.unwatch(path);
    files.unwatch(path);
    changed.clear();
    put(u"a.yaml"_s, "e\n");
    QTest::qWait(400);
    QCOMPARE(changed.count(), 0);
}

void TestWorkspaceFiles::keepsWhatWasTypedUntilItIsForgotten()
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    const UnsavedText first{u"/x/a.yaml"_s, u"/x/a.yaml"_s, u"a.yaml"_s, u"one"_s, "base", time};
    UnsavedText second{u"id-2"_s, {}, u"untitled"_s, u"two"_s, {}, time.addSecs(1)};
    {
        WorkspaceFiles files(at(u"state"_s));
        files.keep(first);
        files.keep(second);
        second.text = u"two and more"_s;
        files.keep(second);
    }
    WorkspaceFiles files(at(u"state"_s));
    const auto kept = await(files.kept());
    QVERIFY(kept);
    QCOMPARE(kept->size(), 2);
    QVERIFY(kept->contains(first));
    QVERIFY(kept->contains(second));
    files.forget(first.id);
    QTRY_COMPARE(await(files.kept())->size(), 1);
}

void TestWorkspaceFiles::leavesUnreadableTextsWhereTheyAre()
{
    QVERIFY(QDir().mkpath(at(u"state/unsaved"_s)));
    put(u"state/unsaved/x.txt"_s, "no head at all");
    WorkspaceFiles files(at(u"state"_s));
    const auto kept = await(files.kept());
    QVERIFY(kept);
    QVERIFY(kept->isEmpty());
    QCOMPARE(get(u"state/unsaved/x.txt"_s), QByteArray("no head at all"));
}

void TestWorkspaceFiles::remembersFolders()
{
    {
        WorkspaceFiles files(at(u"state"_s));
        files.noteFolder(u"/a"_s);
        files.noteFolder(u"/b"_s);
        files.noteFolder(u"/a"_s);
    }
    QCOMPARE(WorkspaceFiles(at(u"state"_s)).folders(), (QStringList{u"/a"_s, u"/b"_s}));
    put(u"state/workspace.json"_s, "{ not json");
    QVERIFY(WorkspaceFiles(at(u"state"_s)).folders().isEmpty());
}

QTEST_GUILESS_MAIN(TestWorkspaceFiles)
#include "tst_workspacefiles.moc"
