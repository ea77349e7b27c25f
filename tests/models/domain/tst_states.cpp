// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/job.h"
#include "models/domain/servercapabilities.h"
#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"

#include <QSet>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// The words of the services, and what they mean here.
class tst_States : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void instanceWordsRoundTrip();
    void jobWordsAreKnown();
    void unknownWordsStayUnknown_data();
    void unknownWordsStayUnknown();
    void finalStatesAreTheOnesThatEnd();
    void anEndAloneSettlesNothing();
    void namesDiffer();
    void tellsTheServersVersion();
    void knowsTheCompilersOwnNodes();
    void showsAWorkflowWithoutANameByItsId();
};

void tst_States::instanceWordsRoundTrip()
{
    for (const QString &word : {u"PENDING"_s, u"ACTIVE"_s, u"COMPLETED"_s, u"ABORTED"_s, u"SUSPENDED"_s, u"ERROR"_s}) {
        QVERIFY(instanceStateFromWord(word) != InstanceState::Unknown);
        QCOMPARE(wordOf(instanceStateFromWord(word)), word);
    }
}

void tst_States::jobWordsAreKnown()
{
    QSet<int> statuses;
    for (const QString &word : {u"ERROR"_s, u"RUNNING"_s, u"EXECUTED"_s, u"SCHEDULED"_s, u"RETRY"_s, u"CANCELED"_s})
        statuses << static_cast<int>(jobStatusFromWord(word));
    QCOMPARE(statuses.size(), 6);
    QVERIFY(!statuses.contains(static_cast<int>(JobStatus::Unknown)));
}

void tst_States::unknownWordsStayUnknown_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("future") << u"HIBERNATING"_s;
    QTest::newRow("lower case") << u"active"_s;
    QTest::newRow("longer") << u"ACTIVE "_s;
    QTest::newRow("empty") << QString();
}

void tst_States::unknownWordsStayUnknown()
{
    QFETCH(QString, word);
    QCOMPARE(instanceStateFromWord(word), InstanceState::Unknown);
    QCOMPARE(jobStatusFromWord(word), JobStatus::Unknown);
    QVERIFY(!isFinal(InstanceState::Unknown));
    QVERIFY(!displayName(InstanceState::Unknown).isEmpty());
}

void tst_States::finalStatesAreTheOnesThatEnd()
{
    QVERIFY(isFinal(InstanceState::Completed));
    QVERIFY(isFinal(InstanceState::Aborted));
    for (const InstanceState open :
         {InstanceState::Pending, InstanceState::Active, InstanceState::Suspended, InstanceState::Error})
        QVERIFY(!isFinal(open)); // a failed instance can be retried
    for (const JobStatus gone : {JobStatus::Executed, JobStatus::Canceled, JobStatus::Error})
        QVERIFY(isFinal(gone));
    for (const JobStatus waiting : {JobStatus::Scheduled, JobStatus::Running, JobStatus::Retry})
        QVERIFY(!isFinal(waiting));
}

void tst_States::anEndAloneSettlesNothing()
{
    WorkflowInstance instance;
    instance.state = InstanceState::Active;
    instance.end = QDateTime(QDate(2026, 3, 2), QTime(14, 0), Qt::UTC);
    QVERIFY(!instance.isSettled()); // the state event is still on its way
    instance.state = InstanceState::Completed;
    QVERIFY(instance.isSettled());
}

void tst_States::namesDiffer()
{
    QSet<QString> names;
    for (const InstanceState state :
         {InstanceState::Pending, InstanceState::Active, InstanceState::Completed, InstanceState::Aborted,
          InstanceState::Suspended, InstanceState::Error, InstanceState::Unknown})
        names << displayName(state);
    QCOMPARE(names.size(), 7);
    QSet<QString> jobs;
    for (const JobStatus status : {JobStatus::Scheduled, JobStatus::Running, JobStatus::Executed, JobStatus::Retry,
                                   JobStatus::Canceled, JobStatus::Error, JobStatus::Unknown})
        jobs << displayName(status);
    QCOMPARE(jobs.size(), 7);
}

void tst_States::tellsTheServersVersion()
{
    ServerCapabilities server;
    QVERIFY(server.versionGuess().contains(u"10.0"_s));
    QVERIFY(!server.countsInstances());
    server.nodeInstanceFields << u"retrigger"_s;
    server.queries << u"CountProcessInstances"_s;
    QCOMPARE(server.versionGuess(), u"10.1"_s);
    QVERIFY(server.countsInstances());
    QVERIFY(!server.countsDefinitions());
    server.nodeInstanceFields << u"cancelType"_s;
    QCOMPARE(server.versionGuess(), u"10.2"_s);
}

void tst_States::knowsTheCompilersOwnNodes()
{
    for (const QString &name : {u"Script"_s, u"EmbeddedStart"_s, u"EmbeddedEnd"_s})
        QVERIFY((NodeDefinition{{}, name, {}, {}, {}, {}, {}}.isInternal()));
    for (const QString &name : {u"Scripted"_s, u"Start"_s, u"embeddedstart"_s, QString()})
        QVERIFY((!NodeDefinition{{}, name, {}, {}, {}, {}, {}}.isInternal()));
}

void tst_States::showsAWorkflowWithoutANameByItsId()
{
    WorkflowDefinition definition;
    definition.id = u"greet"_s;
    QCOMPARE(definition.displayName(), u"greet"_s);
    definition.name = u"Greet"_s;
    QCOMPARE(definition.displayName(), u"Greet"_s);
}

QTEST_APPLESS_MAIN(tst_States)
#include "tst_states.moc"
