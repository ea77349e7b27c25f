// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/environmentconsole.h"
#include "models/services/actionjournal.h"
#include "models/services/instanceservice.h"
#include "models/services/jobservice.h"
#include "models/services/runservice.h"
#include "tests/app/auth/memorykeychain.h"
#include "tests/fakes/await.h"
#include "tests/fakes/fakeconsole.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// What the ui gets of an environment notes what is done with it.
class tst_ConsoleJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionIsKept();
    void environmentsKeepApart();

private:
    static QList<ActionRecord> keptOf(Console &console)
    {
        console.journal.read();
        [&] { QTRY_VERIFY(!console.journal.isReading()); }();
        return console.journal.records();
    }

    MemoryKeychain m_keychain;
    FakeClock m_clock;
    Tracer m_tracer;
};

void tst_ConsoleJournal::everyActionIsKept()
{
    const QTemporaryDir folder;
    const Environment environment = FakeConsole::environment(u"Test"_s);
    {
        EnvironmentConsole made(environment, m_keychain, {folder.path(), folder.path()}, nullptr, m_clock, m_tracer);
        Console &console = made.console();
        // Nobody is signed in: each of them fails, without a server.
        QVERIFY(!await(console.instances.abort({})));
        QVERIFY(!await(console.instances.retry({})));
        QVERIFY(!await(console.instances.skip({})));
        QVERIFY(!await(console.jobs.cancel({})));
        QVERIFY(!await(console.jobs.reschedule({}, m_clock.now())));
        QVERIFY(!await(console.runs.start({})));
        QVERIFY(!await(console.instances.page({})));
        QVERIFY(!await(console.jobs.page({})));
        QCOMPARE(console.journal.records().size(), 6);
    }
    EnvironmentConsole next(environment, m_keychain, {folder.path(), folder.path()}, nullptr, m_clock, m_tracer);
    const QList<ActionRecord> kept = keptOf(next.console());
    QCOMPARE(kept.size(), 6);
    QSet<QString> actions;
    for (const ActionRecord &record : kept) {
        actions << wordOf(record.action);
        QCOMPARE(record.outcome, ActionRecord::Outcome::Failed);
        QVERIFY(!record.answer.isEmpty());
    }
    QCOMPARE(actions.size(), 6);
}

void tst_ConsoleJournal::environmentsKeepApart()
{
    const QTemporaryDir folder;
    EnvironmentConsole one(FakeConsole::environment(u"One"_s), m_keychain, {folder.path(), folder.path()}, nullptr,
                           m_clock, m_tracer);
    EnvironmentConsole two(FakeConsole::environment(u"Two"_s), m_keychain, {folder.path(), folder.path()}, nullptr,
                           m_clock, m_tracer);
    QVERIFY(!await(one.console().instances.abort({})));
    QCOMPARE(keptOf(one.console()).size(), 1);
    QCOMPARE(keptOf(two.console()).size(), 0);
    QCOMPARE(QDir(folder.filePath(u"journal"_s)).entryList(QDir::Files).size(), 1);
}

QTEST_GUILESS_MAIN(tst_ConsoleJournal)
#include "tst_consolejournal.moc"
