// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/commandline.h"

#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_CommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatThereIs_data();
    void opensWhatThereIs();
    void handsOverTheSignIn();
    void opensFilesForEditing();
    void refusesTheRest_data();
    void refusesTheRest();
    void startsMinimised();
    void helpNamesWhatCanBeOpened();
};

void tst_CommandLine::opensWhatThereIs_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what :
         {"overview", "workflows", "instances", "jobs", "bulks", "journal", "notifications", "watch",
          "workflow:order@1.0", "instance:4711", "run:order", "batch:order@1.0", "event:order@1.0", "resume:4711",
          "compare:order@1..2", "runs:a..b", "bulk:x", "instances:filter=state%3Aerror", "jobs:overdue"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void tst_CommandLine::opensWhatThereIs()
{
    QFETCH(QString, what);
    const CommandLine line = CommandLine::parse({u"podium"_s, u"--open"_s, what});
    QVERIFY2(line.action == CommandLine::Action::Run, qPrintable(line.output));
    QCOMPARE(line.open, what);
    QCOMPARE(line.forHandOver(), (QStringList{u"podium"_s, u"--open"_s, what}));
}

void tst_CommandLine::handsOverTheSignIn()
{
    const QStringList asked{u"podium"_s, u"--environment"_s, u"Local sandbox"_s, u"--sign-in"_s};
    const CommandLine line = CommandLine::parse(asked);
    QVERIFY2(line.action == CommandLine::Action::Run, qPrintable(line.output));
    QVERIFY(line.signIn);
    QCOMPARE(line.forHandOver(), asked);
    QVERIFY(!CommandLine::parse({u"podium"_s}).signIn);
}

void tst_CommandLine::opensFilesForEditing()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"a.sw.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const CommandLine line = CommandLine::parse({u"podium"_s, file.fileName(), folder.path()});
    QVERIFY2(line.action == CommandLine::Action::Run, qPrintable(line.output));
    QCOMPARE(line.files, (QStringList{file.fileName(), folder.path()}));
    QCOMPARE(line.forHandOver(), (QStringList{u"podium"_s, file.fileName(), folder.path()}));
}

void tst_CommandLine::refusesTheRest_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no page") << QStringList{u"--open"_s, u"cellar"_s};
    QTest::newRow("object without id") << QStringList{u"--open"_s, u"instance:"_s};
    QTest::newRow("unknown option") << QStringList{u"--colour"_s};
    QTest::newRow("sign-in to nothing") << QStringList{u"--sign-in"_s};
    QTest::newRow("too much") << QStringList{u"overview"_s};
}

void tst_CommandLine::refusesTheRest()
{
    QFETCH(QStringList, arguments);
    const CommandLine line = CommandLine::parse(QStringList{u"podium"_s} + arguments);
    QCOMPARE(line.action, CommandLine::Action::Fail);
    QVERIFY(line.output.contains("podium --help"_L1));
}

void tst_CommandLine::startsMinimised()
{
    QVERIFY(!CommandLine::parse({u"podium"_s}).minimized);
    const CommandLine line = CommandLine::parse({u"podium"_s, u"--minimized"_s});
    QCOMPARE(line.action, CommandLine::Action::Run);
    QVERIFY(line.minimized);
    // A second start leaves the window where it is.
    QCOMPARE(line.forHandOver(), (QStringList{u"podium"_s, u"--minimized"_s}));
}

void tst_CommandLine::helpNamesWhatCanBeOpened()
{
    const CommandLine line = CommandLine::parse({u"podium"_s, u"--help"_s});
    QCOMPARE(line.action, CommandLine::Action::PrintAndExit);
    for (const char *page : {"overview", "workflows", "instances", "jobs", "bulks", "journal"})
        QVERIFY2(line.output.contains(QLatin1String(page)), page);
}

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
