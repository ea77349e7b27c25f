// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/settings/savedviewsfile.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_SavedViewsFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsThemForTheNextStart();
    void eachEnvironmentHasItsOwn();
    void renamesMovesAndRemoves();
    void refusesWhatIsNoView();
    void aDamagedFileIsLeftAlone();
    void saysWhenItCannotSave();
    void readsAnyBytes();

private:
    static SavedView view(const QString &name, const QString &line)
    {
        return {name, line, InstanceQuery::Order::EndDescending, {{u"columns"_s, 1}}};
    }
    static QStringList names(const SavedViews &views)
    {
        QStringList names;
        for (const SavedView &one : views.views())
            names << one.name;
        return names;
    }
};

void tst_SavedViewsFile::keepsThemForTheNextStart()
{
    QTemporaryDir folder;
    QList<SavedView> kept;
    {
        SavedViewsFile file(folder.filePath(u"views"_s), u"Über/uns"_s);
        QSignalSpy changed(&file, &SavedViews::changed);
        QVERIFY(file.put(view(u" Failed  today "_s, u"state:error started:today"_s)));
        QVERIFY(file.put(view(u"Mine"_s, u"user:alice"_s)));
        QCOMPARE(changed.count(), 2);
        QCOMPARE(names(file), QStringList({u"Failed today"_s, u"Mine"_s}));
        kept = file.views();
    }
    SavedViewsFile again(folder.filePath(u"views"_s), u"Über/uns"_s);
    QCOMPARE(again.views(), kept);
    QCOMPARE(again.views().first().query()->filter.states(), QList<InstanceState>{InstanceState::Error});
    QCOMPARE(again.views().first().query()->order, InstanceQuery::Order::EndDescending);
}

void tst_SavedViewsFile::eachEnvironmentHasItsOwn()
{
    QTemporaryDir folder;
    SavedViewsFile one(folder.path(), u"a/b"_s);
    SavedViewsFile two(folder.path(), u"a b"_s);
    QVERIFY(one.path() != two.path());
    QVERIFY(one.put(view(u"x"_s, {})));
    QVERIFY(SavedViewsFile(folder.path(), u"a b"_s).views().isEmpty());
}

void tst_SavedViewsFile::renamesMovesAndRemoves()
{
    QTemporaryDir folder;
    SavedViewsFile file(folder.path(), u"e"_s);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(file.put(view(name, {})));
    QVERIFY(file.move(2, 0));
    QCOMPARE(names(file), QStringList({u"c"_s, u"a"_s, u"b"_s}));
    QVERIFY(file.move(0, -1)); // stays
    QVERIFY(file.rename(1, u" z "_s));
    const auto taken = file.rename(1, u"b"_s);
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, Error::Kind::Conflict);
    QVERIFY(file.remove(0));
    QCOMPARE(names(file), QStringList({u"z"_s, u"b"_s}));
    QVERIFY(file.put(view(u"b"_s, u"state:error"_s))); // in place of the other
    QCOMPARE(file.views().at(1).line, u"state:error"_s);
}

void tst_SavedViewsFile::refusesWhatIsNoView()
{
    QTemporaryDir folder;
    SavedViewsFile file(folder.path(), u"e"_s);
    QVERIFY(!file.put(view(u"  "_s, {})));
    for (int i = 0; i < SavedViews::kMost; ++i)
        QVERIFY(file.put(view(QString::number(i), {})));
    QVERIFY(!file.put(view(u"one more"_s, {})));
    QVERIFY(file.put(view(u"7"_s, u"state:error"_s)));
}

void tst_SavedViewsFile::aDamagedFileIsLeftAlone()
{
    QTemporaryDir folder;
    const QString path = SavedViewsFile(folder.path(), u"e"_s).path();
    QFile damaged(path);
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{ not json") > 0);
    damaged.close();
    SavedViewsFile file(folder.path(), u"e"_s);
    const auto saved = file.put(view(u"a"_s, {}));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, Error::Kind::Storage);
    QVERIFY(file.views().isEmpty());
    QVERIFY(damaged.open(QIODevice::ReadOnly));
    QCOMPARE(damaged.readAll(), "{ not json");
}

void tst_SavedViewsFile::saysWhenItCannotSave()
{
    SavedViewsFile file(u"/proc/no-such-folder"_s, u"e"_s);
    const auto saved = file.put(view(u"a"_s, {}));
    QVERIFY(!saved);
    QVERIFY(!saved.error().why.isEmpty() && !saved.error().remedy.isEmpty());
    QVERIFY(file.views().isEmpty());
}

void tst_SavedViewsFile::readsAnyBytes()
{
    QVERIFY(!viewsFromJson("[]"));
    QVERIFY(!viewsFromJson({}));
    const auto views = viewsFromJson(R"({"views":[7,{"name":""},{"name":"a"},{"name":"a","filter":"x"},null,
        {"name":"b","order":"sideways","columns":[],"filter":5}]})");
    QVERIFY(views);
    QCOMPARE(views->size(), 2);
    QCOMPARE(views->last().order, InstanceQuery::Order::StartDescending);
}

QTEST_GUILESS_MAIN(tst_SavedViewsFile)
#include "tst_savedviewsfile.moc"
