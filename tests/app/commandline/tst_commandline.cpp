// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/commandline.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_CommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatThereIs_data();
    void opensWhatThereIs();
    void refusesTheRest_data();
    void refusesTheRest();
    void helpNamesWhatCanBeOpened();
};

void tst_CommandLine::opensWhatThereIs_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what :
         {"overview", "workflows", "instances", "jobs", "bulks", "journal", "workflow:order@1.0", "instance:4711",
          "run:order", "batch:order@1.0", "event:order@1.0", "resume:4711", "compare:order@1..2", "runs:a..b", "bulk:x",
          "instances:filter=state%3Aerror", "jobs:overdue"})
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

void tst_CommandLine::refusesTheRest_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no page") << QStringList{u"--open"_s, u"cellar"_s};
    QTest::newRow("object without id") << QStringList{u"--open"_s, u"instance:"_s};
    QTest::newRow("unknown option") << QStringList{u"--colour"_s};
    QTest::newRow("too much") << QStringList{u"overview"_s};
}

void tst_CommandLine::refusesTheRest()
{
    QFETCH(QStringList, arguments);
    const CommandLine line = CommandLine::parse(QStringList{u"podium"_s} + arguments);
    QCOMPARE(line.action, CommandLine::Action::Fail);
    QVERIFY(line.output.contains("podium --help"_L1));
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
