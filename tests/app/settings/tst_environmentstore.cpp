// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/settings/environmentstore.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_EnvironmentStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void startsEmptyWithoutAFolder();
    void keepsWhatIsSaved();
    void listsByName();
    void refusesWhatCannotBeUsed();
    void refusesANameTwice();
    void renamesTheFileToo();
    void namesFilesSafely_data();
    void namesFilesSafely();
    void givesEachEnvironmentItsOwnFile();
    void leavesBrokenFilesAlone_data();
    void leavesBrokenFilesAlone();
    void tellsOfAllBrokenFilesAtOnce();
    void neverWritesOverABrokenFile();
    void tellsOfTwoFilesWithOneName();
    void removes();
    void importsAndExports();
    void importReplacesTheSameName();
    void importRefusesHostileFiles_data();
    void importRefusesHostileFiles();
    void keepsEverythingWhenTheDiskRefuses();
    void followsTheFolder();
    void delegatesChecks();

private:
    static Environment make(const QString &name);
    QString path(const QString &file) const { return folder() + u'/' + file; }
    QString folder() const { return m_dir->filePath(u"config/environments"_s); }
    void put(const QString &file, const QByteArray &text) const;
    static QByteArray contents(const QString &path);
    QStringList files() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    static QStringList names(const EnvironmentStore &store);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_EnvironmentStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

Environment tst_EnvironmentStore::make(const QString &name)
{
    Environment environment;
    environment.name = name;
    environment.issuer = QUrl(u"https://sso.example.com/realms/flows"_s);
    environment.clientId = u"podium"_s;
    environment.dataIndexUrl = QUrl(u"https://flows.example.com/graphql"_s);
    return environment;
}

void tst_EnvironmentStore::put(const QString &file, const QByteArray &text) const
{
    QVERIFY(QDir().mkpath(folder()));
    QFile out(path(file));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(text);
}

QByteArray tst_EnvironmentStore::contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList tst_EnvironmentStore::names(const EnvironmentStore &store)
{
    QStringList list;
    for (const Environment &environment : store.environments())
        list << environment.name;
    return list;
}

void tst_EnvironmentStore::startsEmptyWithoutAFolder()
{
    const EnvironmentStore store(folder());
    QVERIFY(store.environments().isEmpty());
    QVERIFY(store.problems().isEmpty());
    QVERIFY(!QDir(folder()).exists());
}

void tst_EnvironmentStore::keepsWhatIsSaved()
{
    Environment environment = make(u"Prod"_s);
    environment.production = true;
    environment.color = QColor(1, 2, 3);
    environment.serviceUrlRules = {{u"http://a.svc"_s, u"https://flows.example.com/a"_s}};
    EnvironmentStore store(folder());
    QSignalSpy changed(&store, &EnvironmentService::changed);
    QVERIFY(store.save({}, environment));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(store.environments(), {environment});
    QCOMPARE(EnvironmentStore(folder()).environments(), {environment});

    environment.clientId = u"other"_s;
    QVERIFY(store.save(u"Prod"_s, environment));
    QCOMPARE(EnvironmentStore(folder()).environments(), {environment});
    QCOMPARE(files(), {u"prod.json"_s});
}

void tst_EnvironmentStore::listsByName()
{
    EnvironmentStore store(folder());
    for (const QString &name : {u"Test"_s, u"Alpha"_s, u"Möbel"_s})
        QVERIFY(store.save({}, make(name)));
    QCOMPARE(names(store), QStringList({u"Alpha"_s, u"Möbel"_s, u"Test"_s}));
}

void tst_EnvironmentStore::refusesWhatCannotBeUsed()
{
    EnvironmentStore store(folder());
    Environment environment = make(u"  "_s);
    environment.issuer = {};
    const auto result = store.save({}, environment);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Validation);
    QStringList fields;
    for (const FieldError &field : result.error().fields)
        fields << field.pointer;
    QCOMPARE(fields, QStringList({u"/name"_s, u"/issuer"_s}));
    QCOMPARE(store.save(u"gone"_s, make(u"New"_s)).error().kind, Error::Kind::NotFound);
    QVERIFY(store.environments().isEmpty());
}

void tst_EnvironmentStore::refusesANameTwice()
{
    EnvironmentStore store(folder());
    QVERIFY(store.save({}, make(u"A"_s)));
    QVERIFY(store.save({}, make(u"B"_s)));
    QCOMPARE(store.save({}, make(u" A "_s)).error().kind, Error::Kind::Conflict);
    QCOMPARE(store.save(u"B"_s, make(u"A"_s)).error().fields.constFirst().pointer, u"/name"_s);
    QCOMPARE(names(store), QStringList({u"A"_s, u"B"_s}));
}

void tst_EnvironmentStore::renamesTheFileToo()
{
    EnvironmentStore store(folder());
    QVERIFY(store.save({}, make(u"Old"_s)));
    QVERIFY(store.save(u"Old"_s, make(u"New"_s)));
    QCOMPARE(names(store), {u"New"_s});
    QCOMPARE(files(), {u"new.json"_s});
}

void tst_EnvironmentStore::namesFilesSafely_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("file");
    QTest::newRow("plain") << u"Local sandbox"_s << u"local-sandbox"_s;
    QTest::newRow("accents") << u"Über uns / Prod"_s << u"uber-uns-prod"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"etc-passwd"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc"_s;
    QTest::newRow("other script") << u"本番"_s << u"environment"_s;
    QTest::newRow("emoji") << u"🚀 prod 🚀"_s << u"prod"_s;
    QTest::newRow("null") << u"a\0b"_s << u"a-b"_s;
    QTest::newRow("long") << QString(500, u'x') << QString(40, u'x');
}

void tst_EnvironmentStore::namesFilesSafely()
{
    QFETCH(QString, name);
    QFETCH(QString, file);
    QCOMPARE(EnvironmentStore::fileNameFor(name), file);
    EnvironmentStore store(folder());
    QVERIFY(store.save({}, make(name)));
    QCOMPARE(files(), {file + u".json"_s});
    QCOMPARE(names(EnvironmentStore(folder())), names(store));
}

void tst_EnvironmentStore::givesEachEnvironmentItsOwnFile()
{
    EnvironmentStore store(folder());
    for (const QString &name : {u"本番"_s, u"検証"_s, u"Prod"_s, u"prod"_s, u"PROD!"_s})
        QVERIFY(store.save({}, make(name)));
    QCOMPARE(names(EnvironmentStore(folder())).size(), 5);
    QCOMPARE(files().size(), 5);
}

void tst_EnvironmentStore::leavesBrokenFilesAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << toJson(make(u"Good"_s)).chopped(20);
    QTest::newRow("no JSON") << QByteArray("\x7f"
                                           "ELF\0\x01",
                                           6);
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no name") << QByteArray("{}");
    QTest::newRow("wrong types") << QByteArray(R"({"name": 7, "issuer": [], "scopes": {}})");
    QTest::newRow("deep") << QByteArray(100'000, '[');
    QTest::newRow("huge") << QByteArray(3 << 20, ' ') + "{}";
}

void tst_EnvironmentStore::leavesBrokenFilesAlone()
{
    QFETCH(QByteArray, text);
    put(u"broken.json"_s, text);
    put(u"good.json"_s, toJson(make(u"Good"_s)));
    put(u"notes.txt"_s, "not ours");
    const EnvironmentStore store(folder());
    QCOMPARE(names(store), {u"Good"_s});
    QCOMPARE(store.problems().size(), 1);
    QVERIFY(store.problems().constFirst().what.contains(u"broken.json"_s));
    QVERIFY(!store.problems().constFirst().why.isEmpty());
    QCOMPARE(contents(path(u"broken.json"_s)), text);
}

void tst_EnvironmentStore::tellsOfAllBrokenFilesAtOnce()
{
    QVERIFY(!EnvironmentStore(folder()).problem());
    put(u"one.json"_s, "{");
    QVERIFY(EnvironmentStore(folder()).problem()->what.contains(u"one.json"_s));
    put(u"two.json"_s, "[]");
    put(u"three.json"_s, "");
    const Error all = *EnvironmentStore(folder()).problem();
    QVERIFY(all.what.contains(u'3'));
    for (const QString &name : {u"one.json"_s, u"two.json"_s, u"three.json"_s})
        QVERIFY(all.details.contains(name));
}

void tst_EnvironmentStore::neverWritesOverABrokenFile()
{
    put(u"prod.json"_s, "{ half a file of work");
    EnvironmentStore store(folder());
    QVERIFY(store.save({}, make(u"Prod"_s)));
    QCOMPARE(contents(path(u"prod.json"_s)), "{ half a file of work");
    QCOMPARE(files(), QStringList({u"prod-2.json"_s, u"prod.json"_s}));
    QVERIFY(store.save(u"Prod"_s, make(u"Prod"_s))); // and it keeps its own file from then on
    QCOMPARE(files().size(), 2);
}

void tst_EnvironmentStore::tellsOfTwoFilesWithOneName()
{
    put(u"a.json"_s, toJson(make(u"Twin"_s)));
    put(u"b.json"_s, toJson(make(u" Twin "_s)));
    const EnvironmentStore store(folder());
    QCOMPARE(names(store), {u"Twin"_s});
    QVERIFY(store.problems().constFirst().what.contains(u"b.json"_s));
    QVERIFY(store.problems().constFirst().why.contains(u"Twin"_s));
}

void tst_EnvironmentStore::removes()
{
    EnvironmentStore store(folder());
    QVERIFY(store.save({}, make(u"A"_s)));
    QVERIFY(store.save({}, make(u"B"_s)));
    QVERIFY(store.remove(u"A"_s));
    QCOMPARE(names(store), {u"B"_s});
    QCOMPARE(files(), {u"b.json"_s});
    QCOMPARE(store.remove(u"A"_s).error().kind, Error::Kind::NotFound);
}

void tst_EnvironmentStore::importsAndExports()
{
    EnvironmentStore store(folder());
    const Environment environment = make(u"Shared"_s);
    QVERIFY(store.save({}, environment));
    const QString file = m_dir->filePath(u"handed over.json"_s);
    QVERIFY(store.exportFile(u"Shared"_s, file));
    QCOMPARE(store.exportFile(u"Nobody"_s, file).error().kind, Error::Kind::NotFound);
    QCOMPARE(store.exportFile(u"Shared"_s, m_dir->filePath(u"no/such/folder/x.json"_s)).error().kind,
             Error::Kind::Storage);

    EnvironmentStore other(m_dir->filePath(u"other"_s));
    const auto imported = other.importFile(file);
    QVERIFY(imported);
    QCOMPARE(*imported, environment);
    QCOMPARE(other.environments(), {environment});
}

void tst_EnvironmentStore::importReplacesTheSameName()
{
    EnvironmentStore store(folder());
    QVERIFY(store.save({}, make(u"Shared"_s)));
    Environment newer = make(u"Shared"_s);
    newer.clientId = u"newer"_s;
    const QString file = m_dir->filePath(u"in.json"_s);
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(toJson(newer));
    out.close();
    QVERIFY(store.importFile(file));
    QCOMPARE(store.environments(), {newer});
    QCOMPARE(files().size(), 1);
}

void tst_EnvironmentStore::importRefusesHostileFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("not JSON") << QByteArray("<html>") << Error::Kind::Storage;
    QTest::newRow("no addresses") << QByteArray(R"({"name":"x"})") << Error::Kind::Validation;
    Environment script = make(u"x"_s);
    script.dataIndexUrl = QUrl(u"file:///etc/passwd"_s);
    QTest::newRow("address of a file") << toJson(script) << Error::Kind::Validation;
}

void tst_EnvironmentStore::importRefusesHostileFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(Error::Kind, kind);
    put(u"../in.json"_s, text);
    EnvironmentStore store(folder());
    const auto imported = store.importFile(folder() + u"/../in.json"_s);
    QVERIFY(!imported);
    QCOMPARE(imported.error().kind, kind);
    QVERIFY(!imported.error().what.isEmpty() && !imported.error().why.isEmpty() && !imported.error().remedy.isEmpty());
    QVERIFY(store.environments().isEmpty());
    QCOMPARE(store.importFile(u"/no/such/file"_s).error().kind, Error::Kind::Storage);
    QCOMPARE(store.importFile(m_dir->path()).error().kind, Error::Kind::Storage); // a folder
}

void tst_EnvironmentStore::keepsEverythingWhenTheDiskRefuses()
{
    // A file where the folder should be: works for root too, unlike taking permissions away.
    QFile blocker(m_dir->filePath(u"config"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    EnvironmentStore store(folder());
    const auto saved = store.save({}, make(u"A"_s));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, Error::Kind::Storage);
    QVERIFY(store.environments().isEmpty());

    // A folder where the file should go.
    const QString other = m_dir->filePath(u"other"_s);
    EnvironmentStore second(other);
    QVERIFY(second.save({}, make(u"A"_s)));
    QVERIFY(QFile::remove(other + u"/a.json"_s));
    QVERIFY(QDir().mkpath(other + u"/a.json"_s));
    QVERIFY(!second.save(u"A"_s, make(u"A"_s)));
}

void tst_EnvironmentStore::followsTheFolder()
{
    EnvironmentStore store(folder());
    QVERIFY(store.save({}, make(u"A"_s)));
    QSignalSpy changed(&store, &EnvironmentService::changed);
    put(u"dropped.json"_s, toJson(make(u"Dropped"_s)));
    QTRY_COMPARE(names(store), QStringList({u"A"_s, u"Dropped"_s}));
    QVERIFY(changed.size() >= 1);

    put(u"dropped.json"_s, toJson(make(u"Edited"_s)));
    QTRY_COMPARE(names(store), QStringList({u"A"_s, u"Edited"_s}));

    QVERIFY(QFile::remove(path(u"dropped.json"_s)));
    QTRY_COMPARE(names(store), QStringList(u"A"_s));
}

void tst_EnvironmentStore::delegatesChecks()
{
    QStringList asked;
    EnvironmentStore store(folder(), [&](const Environment &environment, ConnectionCheck::Service service) {
        asked << environment.name;
        return ready<ConnectionCheck>(ConnectionCheck{service, ConnectionCheck::Outcome::Ok, u"fine"_s, {}, {}});
    });
    const auto found = store.check(make(u"Unsaved"_s), ConnectionCheck::Service::Runtime).result();
    QCOMPARE(asked, {u"Unsaved"_s});
    QCOMPARE(found->service, ConnectionCheck::Service::Runtime);
    QCOMPARE(found->summary, u"fine"_s);

    EnvironmentStore without(folder());
    QCOMPARE(without.check({}, ConnectionCheck::Service::Issuer).result()->outcome, ConnectionCheck::Outcome::Skipped);
}

QTEST_GUILESS_MAIN(tst_EnvironmentStore)
#include "tst_environmentstore.moc"
