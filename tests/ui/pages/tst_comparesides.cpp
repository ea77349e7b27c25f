// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compare/comparesides.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestCompareSides : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areWrittenAsALocation()
    {
        const CompareSides sides{{u"1.0"_s, {}}, {u"1.1"_s, {}}};
        QCOMPARE(sides.location(u"order"_s).toText(), u"compare:order@1.0..1.1"_s);
        const CompareSides file{{u"1.0"_s, {}}, {{}, u"/home/me/my draft.yaml"_s}};
        QCOMPARE(file.location(u"order"_s).toText(), u"compare:order@1.0..file:/home/me/my%20draft.yaml"_s);
        QCOMPARE(CompareSides().location(u"order"_s).toText(), u"compare:order"_s);
    }

    void surviveTheirText_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("older");
        QTest::addColumn<QString>("newer");
        QTest::newRow("plain") << u"order"_s << u"1.0"_s << u"2.0-SNAPSHOT"_s;
        QTest::newRow("an @ in the id") << u"a@b"_s << u"1"_s << u"2"_s;
        QTest::newRow("hostile versions") << u"x"_s << u"..1@..%2F..."_s << u".file:../\u00e4 "_s;
        QTest::newRow("like a file") << u"x"_s << u"file:/etc/passwd"_s << u"1"_s;
        QTest::newRow("one side") << u"x"_s << u"1.0"_s << QString();
    }
    void surviveTheirText()
    {
        QFETCH(QString, id);
        QFETCH(QString, older);
        QFETCH(QString, newer);
        const CompareSides sides{{older, {}}, {newer, {}}};
        const Location location = Location::fromText(sides.location(id).toText());
        QCOMPARE(location.id, id);
        QVERIFY(CompareSides::of(location) == sides);
        const CompareSides files{{{}, u"/a..b/@/"_s + older}, {{}, u"/50%25/x:y"_s}};
        QVERIFY(CompareSides::of(Location::fromText(files.location(id).toText())) == files);
    }

    void fillInWhatIsOpen()
    {
        const QStringList versions{u"2.0"_s, u"1.1"_s, u"1.0"_s};
        const auto completed = [&versions](const QString &text) {
            CompareSides sides = CompareSides::of(Location::fromText(text));
            sides.complete(versions);
            return sides.location(u"w"_s).version;
        };
        QCOMPARE(completed(u"compare:w"_s), u"1.1..2.0"_s);
        QCOMPARE(completed(u"compare:w@1.1"_s), u"1.0..1.1"_s);
        QCOMPARE(completed(u"compare:w@1.0"_s), u"1.0..1.1"_s);
        QCOMPARE(completed(u"compare:w@1.0.."_s), u"1.0..2.0"_s);
        QCOMPARE(completed(u"compare:w@..file:/x"_s), u"2.0..file:/x"_s);
        QCOMPARE(completed(u"compare:w@1.0..1.1"_s), u"1.0..1.1"_s);
        CompareSides only;
        only.complete({u"1.0"_s});
        QVERIFY(only.older.isEmpty());
        QCOMPARE(only.newer.version, u"1.0"_s);
    }

    void putTheOlderOneFirst()
    {
        QCOMPARE(inOrder({u"1.10"_s, {}}, {u"1.9"_s, {}}).older.version, u"1.9"_s);
        QCOMPARE(inOrder({u"1.0"_s, {}}, {u"2"_s, {}}).older.version, u"1.0"_s);
        QCOMPARE(inOrder({{}, u"/x"_s}, {u"2"_s, {}}).newer.file, u"/x"_s);
    }
};

QTEST_APPLESS_MAIN(TestCompareSides)
#include "tst_comparesides.moc"
