// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/overview/failuregroups.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_FailureGroups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void groupsByWorkflowNodeAndMessage();
    void tellsFirstAndLastAndTheCourse();
    void passesOverWhatDidNotFail();
    void holdsWithoutStartOrError();
    void newOnesComeFirst();
    void nothingIsNewToWhoNeverLooked();
    void whatStartedBeforeTheFirstLookIsNotNew();
    void remembersWhatWasSeen();
    void forgetsWhenThereIsTooMuch();
    void anyTextIsAMemory();

private:
    WorkflowInstance failure(const QString &id, const QString &message, int minutesAgo = 10) const
    {
        WorkflowInstance run;
        run.id = id;
        run.workflowId = u"order"_s;
        run.workflowName = u"Order"_s;
        run.version = u"1"_s;
        run.state = InstanceState::Error;
        run.start = m_now.addSecs(-60 * minutesAgo);
        run.error = InstanceError{u"node-1"_s, {}, message};
        return run;
    }
    QList<FailureGroup> groups(const QList<WorkflowInstance> &runs, const SeenFailures *seen = nullptr) const
    {
        return failureGroups(runs, m_series, seen);
    }

    const QDateTime m_now{QDate(2026, 3, 2), QTime(14, 30), Qt::UTC};
    const Series m_series = seriesOf(TimeRange::Day, m_now, true);
};

void tst_FailureGroups::groupsByWorkflowNodeAndMessage()
{
    WorkflowInstance otherNode = failure(u"d"_s, u"HTTP 503 for order 17"_s);
    otherNode.error->nodeDefinitionId = u"node-2"_s;
    WorkflowInstance otherWorkflow = failure(u"e"_s, u"HTTP 503 for order 17"_s);
    otherWorkflow.workflowId = u"invoice"_s;
    const QList<FailureGroup> found =
        groups({failure(u"a"_s, u"HTTP 503 for order 17"_s), failure(u"b"_s, u"HTTP 503 for order 4711"_s),
                failure(u"c"_s, u"HTTP 404 for order 17"_s), otherNode, otherWorkflow});
    QCOMPARE(found.size(), 4);
    QCOMPARE(found.constFirst().count, 2);
    QCOMPARE(found.constFirst().key.workflowId, u"order"_s);
    QCOMPARE(found.constFirst().key.nodeDefinitionId, u"node-1"_s);
    // What is searched for is in every message of the group.
    QVERIFY(!found.constFirst().literal.isEmpty());
    QVERIFY(u"HTTP 503 for order 17"_s.contains(found.constFirst().literal));
    QVERIFY(u"HTTP 503 for order 4711"_s.contains(found.constFirst().literal));
}

void tst_FailureGroups::tellsFirstAndLastAndTheCourse()
{
    WorkflowInstance newest = failure(u"b"_s, u"down since 2"_s, 5);
    newest.version = u"2"_s;
    const FailureGroup group =
        groups({failure(u"a"_s, u"down since 1"_s, 125), newest, failure(u"c"_s, u"down since 3"_s, 26)}).constFirst();
    QCOMPARE(group.count, 3);
    QCOMPARE(group.first, m_now.addSecs(-125 * 60));
    QCOMPARE(group.last, m_now.addSecs(-5 * 60));
    QCOMPARE(group.message, u"down since 2"_s);
    QCOMPARE(group.version, u"2"_s);
    QCOMPARE(group.steps.size(), 24);
    QCOMPARE(group.steps.at(23), 2);
    QCOMPARE(group.steps.at(21), 1);
}

void tst_FailureGroups::passesOverWhatDidNotFail()
{
    WorkflowInstance repaired = failure(u"a"_s, u"down"_s); // the error stays after a repair
    repaired.state = InstanceState::Completed;
    const WorkflowInstance twice = failure(u"b"_s, u"down"_s); // rows move between pages while they are read
    const QList<FailureGroup> found = groups({repaired, twice, twice});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().count, 1);
    QVERIFY(groups({}).isEmpty());
}

void tst_FailureGroups::holdsWithoutStartOrError()
{
    WorkflowInstance bare = failure(u"a"_s, {});
    bare.error.reset();
    bare.start = {};
    const QList<FailureGroup> found = groups({bare});
    QCOMPARE(found.size(), 1);
    QVERIFY(!found.constFirst().first.isValid());
    QVERIFY(found.constFirst().literal.isEmpty());
    QCOMPARE(found.constFirst().steps, QList<qint64>(24, 0));
    // Started tomorrow, by a clock that is ahead: just now.
    const FailureGroup future = groups({failure(u"b"_s, u"down"_s, -24 * 60)}).constFirst();
    QCOMPARE(future.steps.constLast(), 1);
}

void tst_FailureGroups::newOnesComeFirst()
{
    const QList<WorkflowInstance> before{failure(u"a"_s, u"out of stock"_s), failure(u"b"_s, u"out of stock"_s),
                                         failure(u"c"_s, u"no such host"_s)};
    SeenFailures seen;
    seen.add({u"a"_s, u"b"_s, u"c"_s}, m_series.from());
    QCOMPARE(groups(before, &seen).constFirst().count, 2);
    const QList<FailureGroup> after = groups(before + QList{failure(u"d"_s, u"no such host"_s, 1)}, &seen);
    QCOMPARE(after.constFirst().key.pattern, u"no such host"_s);
    QCOMPARE(after.constFirst().fresh, 1);
    QCOMPARE(after.constFirst().count, 2);
    QCOMPARE(after.constLast().fresh, 0);
}

void tst_FailureGroups::nothingIsNewToWhoNeverLooked()
{
    QCOMPARE(groups({failure(u"a"_s, u"down"_s)}).constFirst().fresh, 0);
}

void tst_FailureGroups::whatStartedBeforeTheFirstLookIsNotNew()
{
    SeenFailures seen;
    seen.add({}, m_now.addSecs(-3600)); // the last hour was looked at, and nothing had failed
    QCOMPARE(groups({failure(u"a"_s, u"down"_s, 120)}, &seen).constFirst().fresh, 0);
    QCOMPARE(groups({failure(u"b"_s, u"down"_s, 20)}, &seen).constFirst().fresh, 1);
}

void tst_FailureGroups::remembersWhatWasSeen()
{
    SeenFailures seen;
    seen.add({u"a"_s, u"Ünï-9f3c"_s}, m_now.addSecs(-3600));
    const SeenFailures again = SeenFailures::fromText(seen.toText());
    QVERIFY(!again.isNew(failure(u"a"_s, {})));
    QVERIFY(!again.isNew(failure(u"Ünï-9f3c"_s, {})));
    QVERIFY(again.isNew(failure(u"b"_s, {})));
    QVERIFY(!again.isNew(failure(u"b"_s, {}, 61)));
    QVERIFY(SeenFailures().toText().isEmpty());
}

void tst_FailureGroups::forgetsWhenThereIsTooMuch()
{
    SeenFailures seen;
    QStringList many;
    for (int i = 0; i < SeenFailures::kMost; ++i)
        many << QString::number(i);
    seen.add(many, m_now.addDays(-30));
    seen.add({u"a"_s}, m_now.addSecs(-3600));
    QVERIFY(seen.toText().size() < 100);
    QVERIFY(!seen.isNew(failure(u"0"_s, {}, 24 * 60))); // before all that is known now
}

void tst_FailureGroups::anyTextIsAMemory()
{
    for (const QString &text : {QString(), u" "_s, u"x y"_s, u"12"_s, u"12 !!!"_s, u"99999999999999999999 AA=="_s})
        (void)SeenFailures::fromText(text).isNew(failure(u"a"_s, {}));
    QVERIFY(!SeenFailures::fromText(u"nonsense"_s).isNew(failure(u"a"_s, {})));
}

QTEST_GUILESS_MAIN(tst_FailureGroups)
#include "tst_failuregroups.moc"
