// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/autostartfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestAutostartFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWrittenAndRemoved();
    void quotesThePath();
    void leavesFilesOfOthers();
    void tellsWhereItCannotBeWritten();
};

void TestAutostartFile::isWrittenAndRemoved()
{
    const QTemporaryDir folder;
    AutostartFile autostart(folder.filePath(u"autostart"_s), u"/opt/my tools/podium"_s);
    QVERIFY(!autostart.isOn());
    QVERIFY(autostart.setOn(true));
    QVERIFY(autostart.isOn());
    QFile file(autostart.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith("[Desktop Entry]\n"));
    QVERIFY(text.contains("Exec=\"/opt/my tools/podium\" --minimized\n"));
    QVERIFY(autostart.setOn(false));
    QVERIFY(!autostart.isOn());
    QVERIFY(!QFile::exists(autostart.path()));
    QVERIFY(autostart.setOn(false));
}

void TestAutostartFile::quotesThePath()
{
    QCOMPARE(AutostartFile::quotedForExec(u"/a b"_s), u"\"/a b\""_s);
    QCOMPARE(AutostartFile::quotedForExec(u"/100%"_s), u"\"/100%%\""_s);
    QCOMPARE(AutostartFile::quotedForExec(u"/a$b"_s), u"\"/a\\\\$b\""_s);
    QCOMPARE(AutostartFile::quotedForExec(u"/a\"b"_s), u"\"/a\\\\\"b\""_s);
}

void TestAutostartFile::leavesFilesOfOthers()
{
    const QTemporaryDir folder;
    AutostartFile autostart(folder.path(), u"/usr/bin/podium"_s);
    QFile file(autostart.path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[Desktop Entry]\nExec=something else\n");
    file.close();
    QVERIFY(!autostart.isOn());
    const Result<Done> kept = autostart.setOn(true);
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, Error::Kind::Storage);
    QVERIFY(!autostart.setOn(false));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("something else"));
}

void TestAutostartFile::tellsWhereItCannotBeWritten()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    AutostartFile autostart(folder.filePath(u"file/autostart"_s), u"/usr/bin/podium"_s);
    QVERIFY(!autostart.setOn(true));
    QVERIFY(!autostart.isOn());
}

QTEST_GUILESS_MAIN(TestAutostartFile)
#include "tst_autostartfile.moc"
