// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/watch/ruleevaluation.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Kind = WatchRule::Kind;

/// What a rule tells of what was seen, and that it tells each thing once.
class TestRuleEvaluation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFailureIsToldOnce();
    void whatFailedBeforeIsNoNews();
    void failsAgainAfterARetry();
    void toldOnceOverRestarts();
    void onlyItsWorkflow();
    void oneInstanceEnds();
    void ownRunsByTheServersClock();
    void othersRunsAreNotOwn();
    void manyFailures();
    void manyFailuresThatWereLongAgo();
    void longRuns();
    void overdueJobs();
    void runtimes();
    void countsCross();
    void aFloodIsOneNotification();
    void hostileTextsStayPlain();

private:
    WorkflowInstance row(const QString &id, InstanceState state, const QString &workflow = u"order"_s) const
    {
        WorkflowInstance row;
        row.id = id;
        row.state = state;
        row.workflowId = workflow;
        row.workflowName = u"Order"_s;
        row.start = m_now.addSecs(-60);
        row.lastUpdate = m_now.addSecs(-30);
        row.createdBy = u"olivia"_s;
        if (state == InstanceState::Completed || state == InstanceState::Aborted)
            row.end = m_now.addSecs(-1);
        return row;
    }
    QStringList told(const WatchRule &rule, const Observation &observation)
    {
        QStringList titles;
        for (const Firing &firing : evaluate(rule, m_memory, observation, {m_now, u"olivia"_s}))
            titles << firing.title;
        return titles;
    }
    WatchRule fresh(Kind kind)
    {
        m_memory = {};
        m_now = QDateTime(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC);
        WatchRule rule;
        rule.id = u"rule"_s;
        rule.kind = kind;
        return rule;
    }

    RuleMemory m_memory;
    QDateTime m_now;
};

void TestRuleEvaluation::aFailureIsToldOnce()
{
    const WatchRule rule = fresh(Kind::WorkflowFails);
    QVERIFY(told(rule, FailedSeen{}).isEmpty()); // the first look
    const RowsSeen seen{{row(u"a"_s, InstanceState::Error)}};
    QCOMPARE(told(rule, seen), QStringList{u"Order failed"_s});
    QVERIFY(told(rule, seen).isEmpty());                  // the overlap of a poll
    QVERIFY(told(rule, FailedSeen{seen.rows}).isEmpty()); // a reconnect
}

void TestRuleEvaluation::whatFailedBeforeIsNoNews()
{
    const WatchRule rule = fresh(Kind::WorkflowFails);
    QVERIFY(told(rule, RowsSeen{{row(u"early"_s, InstanceState::Error)}}).isEmpty());
    QVERIFY(told(rule, FailedSeen{{row(u"early"_s, InstanceState::Error)}}).isEmpty());
    QVERIFY(told(rule, RowsSeen{{row(u"early"_s, InstanceState::Error)}}).isEmpty());
    QCOMPARE(
        told(rule, FailedSeen{{row(u"early"_s, InstanceState::Error), row(u"late"_s, InstanceState::Error)}}).size(),
        1);
}

void TestRuleEvaluation::failsAgainAfterARetry()
{
    const WatchRule rule = fresh(Kind::WorkflowFails);
    told(rule, FailedSeen{{row(u"a"_s, InstanceState::Error)}});
    QVERIFY(told(rule, RowsSeen{{row(u"a"_s, InstanceState::Active)}}).isEmpty());
    QCOMPARE(told(rule, RowsSeen{{row(u"a"_s, InstanceState::Error)}}).size(), 1);
    // Repaired while nobody looked: the list of all that are failed says so.
    QVERIFY(told(rule, FailedSeen{}).isEmpty());
    QCOMPARE(told(rule, FailedSeen{{row(u"a"_s, InstanceState::Error)}}).size(), 1);
    // Not when the list is cut: it may only be further down.
    QVERIFY(told(rule, FailedSeen{{}, false}).isEmpty());
    QVERIFY(told(rule, FailedSeen{{row(u"a"_s, InstanceState::Error)}}).isEmpty());
}

void TestRuleEvaluation::toldOnceOverRestarts()
{
    const WatchRule rule = fresh(Kind::WorkflowFails);
    told(rule, FailedSeen{});
    QCOMPARE(told(rule, RowsSeen{{row(u"a"_s, InstanceState::Error)}}).size(), 1);
    m_memory = memoryFromJson(toJson(m_memory));
    QCOMPARE(told(rule, FailedSeen{{row(u"a"_s, InstanceState::Error), row(u"b"_s, InstanceState::Error)}}).size(), 1);
}

void TestRuleEvaluation::onlyItsWorkflow()
{
    WatchRule rule = fresh(Kind::WorkflowFails);
    rule.workflowId = u"invoice"_s;
    told(rule, FailedSeen{});
    QVERIFY(told(rule, RowsSeen{{row(u"a"_s, InstanceState::Error)}}).isEmpty());
    QCOMPARE(told(rule, RowsSeen{{row(u"b"_s, InstanceState::Error, u"invoice"_s)}}).size(), 1);
}

void TestRuleEvaluation::oneInstanceEnds()
{
    WatchRule rule = fresh(Kind::InstanceEnds);
    rule.instanceId = u"a"_s;
    QVERIFY(
        told(rule, RowsSeen{{row(u"a"_s, InstanceState::Active), row(u"b"_s, InstanceState::Completed)}}).isEmpty());
    QCOMPARE(told(rule, RowsSeen{{row(u"a"_s, InstanceState::Error)}}), QStringList{u"Order failed"_s});
    QVERIFY(!isSpent(rule, m_memory)); // it may be retried
    told(rule, RowsSeen{{row(u"a"_s, InstanceState::Active)}});
    QCOMPARE(told(rule, RowsSeen{{row(u"a"_s, InstanceState::Completed)}}), QStringList{u"Order completed"_s});
    QVERIFY(told(rule, RowsSeen{{row(u"a"_s, InstanceState::Completed)}}).isEmpty());
    QVERIFY(isSpent(rule, m_memory));
    m_memory = {};
    rule.onlyFailures = true;
    QVERIFY(told(rule, RowsSeen{{row(u"a"_s, InstanceState::Aborted)}}).isEmpty());
    QVERIFY(isSpent(rule, m_memory));
}

void TestRuleEvaluation::ownRunsByTheServersClock()
{
    const WatchRule rule = fresh(Kind::OwnRunsEnd);
    m_now = m_now.addDays(-400); // this computer's clock is off
    told(rule, FailedSeen{});
    QVERIFY(told(rule, RowsSeen{{row(u"x"_s, InstanceState::Completed)}}).isEmpty()); // before the first look
    m_now = m_now.addDays(400);
    const WorkflowInstance before = row(u"before"_s, InstanceState::Completed);
    QVERIFY(told(rule, RowsSeen{{before, row(u"open"_s, InstanceState::Active)}, true, true}).isEmpty());
    m_now = m_now.addDays(3000);
    WorkflowInstance ended = before;
    ended.id = u"after"_s;
    ended.end = before.end.addSecs(5);
    QCOMPARE(told(rule, RowsSeen{{before, ended}}), QStringList{u"Order completed"_s});
    // After a restart what ended meanwhile is told, and nothing twice.
    m_memory = memoryFromJson(toJson(m_memory));
    WorkflowInstance later = ended;
    later.id = u"later"_s;
    later.end = ended.end.addSecs(500);
    QCOMPARE(told(rule, RowsSeen{{ended, later}, true, true}).size(), 1);
    QCOMPARE(told(rule, RowsSeen{{row(u"bad"_s, InstanceState::Error)}}), QStringList{u"Order failed"_s});
}

void TestRuleEvaluation::othersRunsAreNotOwn()
{
    const WatchRule rule = fresh(Kind::OwnRunsEnd);
    told(rule, FailedSeen{});
    told(rule, RowsSeen{{}, true, true});
    WorkflowInstance other = row(u"o"_s, InstanceState::Error);
    other.createdBy = u"admin"_s;
    QVERIFY(told(rule, RowsSeen{{other}}).isEmpty());
    QCOMPARE(told(rule, RowsSeen{{row(u"mine"_s, InstanceState::Completed)}}).size(), 1);
}

void TestRuleEvaluation::manyFailures()
{
    WatchRule rule = fresh(Kind::ManyFail);
    rule.count = 2;
    rule.spanMs = 60'000;
    told(rule, FailedSeen{});
    QVERIFY(told(rule, RowsSeen{{row(u"1"_s, InstanceState::Error), row(u"2"_s, InstanceState::Error)}}).isEmpty());
    QCOMPARE(told(rule, RowsSeen{{row(u"3"_s, InstanceState::Error)}}), QStringList{u"3 failure(s) within 1 min"_s});
    QVERIFY(told(rule, RowsSeen{{row(u"4"_s, InstanceState::Error)}}).isEmpty()); // still above: told already
    m_now = m_now.addSecs(120);
    const RowsSeen burst{
        {row(u"5"_s, InstanceState::Error), row(u"6"_s, InstanceState::Error), row(u"7"_s, InstanceState::Error)}};
    QCOMPARE(told(rule, burst).size(), 1);
    m_now = m_now.addDays(-1); // the clock was set back
    QVERIFY(told(rule, RowsSeen{{row(u"8"_s, InstanceState::Error)}}).isEmpty());
}

void TestRuleEvaluation::manyFailuresThatWereLongAgo()
{
    WatchRule rule = fresh(Kind::ManyFail);
    rule.count = 1;
    rule.spanMs = 10'000;
    told(rule, FailedSeen{});
    // They failed while nobody looked, but not all at once just now.
    QVERIFY(told(rule, FailedSeen{{row(u"1"_s, InstanceState::Error), row(u"2"_s, InstanceState::Error)}}).isEmpty());
}

void TestRuleEvaluation::longRuns()
{
    WatchRule rule = fresh(Kind::RunTakesLong);
    rule.spanMs = 90'000;
    const RunningSeen seen{{row(u"a"_s, InstanceState::Active)}, {}};
    QVERIFY(told(rule, seen).isEmpty());
    m_now = m_now.addSecs(31);
    QCOMPARE(told(rule, seen), QStringList{u"Order runs for longer than 90 s"_s});
    QVERIFY(told(rule, seen).isEmpty());
    rule.spanMs = 0;
    m_memory = {};
    QVERIFY(told(rule, seen).isEmpty()); // nothing is known about what is usual
    const UsualDuration usual{20, 1000, 2000};
    QVERIFY(told(rule, RunningSeen{seen.rows, {{u"order"_s, usual}}}).size() == 1);
    WorkflowInstance future = row(u"f"_s, InstanceState::Active);
    future.start = m_now.addSecs(1000);
    QVERIFY(told(rule, RunningSeen{{future}, {{u"order"_s, usual}}}).isEmpty());
}

void TestRuleEvaluation::overdueJobs()
{
    WatchRule rule = fresh(Kind::JobOverdue);
    Job job;
    job.id = u"j"_s;
    job.workflowId = u"order"_s;
    job.instanceId = u"i"_s;
    job.status = JobStatus::Scheduled;
    job.expirationTime = m_now.addSecs(-2);
    QVERIFY(told(rule, OverdueSeen{{job}}).isEmpty()); // it may be told as fired in a moment
    m_now = m_now.addSecs(10);
    QCOMPARE(told(rule, OverdueSeen{{job}}), QStringList{u"A job of order is overdue"_s});
    QVERIFY(told(rule, OverdueSeen{{job}}).isEmpty());
    job.expirationTime = m_now.addSecs(-20); // rescheduled, and overdue again
    QCOMPARE(told(rule, OverdueSeen{{job}}).size(), 1);
    rule.workflowId = u"invoice"_s;
    m_memory = {};
    QVERIFY(told(rule, OverdueSeen{{job}}).isEmpty());
}

void TestRuleEvaluation::runtimes()
{
    WatchRule rule = fresh(Kind::RuntimeAway);
    RuntimesSeen seen{
        {{u"http://one"_s, {u"order"_s}, true, u"It refused the connection."_s}, {u"http://two"_s, {}, false, {}}}};
    QCOMPARE(told(rule, seen).size(), 1);
    QVERIFY(told(rule, seen).isEmpty());
    seen.runtimes[0].isAway = false;
    QVERIFY(told(rule, seen).isEmpty());
    seen.runtimes[0].isAway = true;
    QCOMPARE(told(rule, seen).size(), 1);
    rule.workflowId = u"invoice"_s;
    m_memory = {};
    QVERIFY(told(rule, seen).isEmpty());
}

void TestRuleEvaluation::countsCross()
{
    WatchRule rule = fresh(Kind::ViewCrosses);
    rule.line = u"state:error"_s;
    rule.count = 10;
    QVERIFY(told(rule, CountSeen{u"rule"_s, 12}).isEmpty()); // it was so before
    QVERIFY(told(rule, CountSeen{u"rule"_s, 10}).isEmpty());
    QVERIFY(told(rule, CountSeen{u"other"_s, 99}).isEmpty());
    QCOMPARE(told(rule, CountSeen{u"rule"_s, 11}).size(), 1);
    QVERIFY(told(rule, CountSeen{u"rule"_s, 500}).isEmpty());
    rule.isBelow = true;
    m_memory = {};
    told(rule, CountSeen{u"rule"_s, 10});
    QCOMPARE(told(rule, CountSeen{u"rule"_s, 9}).size(), 1);
}

void TestRuleEvaluation::aFloodIsOneNotification()
{
    const WatchRule rule = fresh(Kind::WorkflowFails);
    told(rule, FailedSeen{});
    RowsSeen flood;
    for (int i = 0; i < 10'000; ++i)
        flood.rows << row(QString::number(i), InstanceState::Error);
    FiringGroup group;
    group.add(evaluate(rule, m_memory, flood, {m_now, {}}));
    QCOMPARE(group.count, 10'000);
    const Notification notification = notificationOf(rule, group, m_now);
    QCOMPARE(notification.title, u"10000 instance(s) failed"_s);
    QCOMPARE(notification.description.split(u'\n').size(), int(FiringGroup::kMostNamed) + 1);
    QVERIFY(notification.target.startsWith(u"instances:filter="_s));
    QVERIFY(!isOfFailedInstance(notification));
    QVERIFY(told(rule, flood).isEmpty());
}

void TestRuleEvaluation::hostileTextsStayPlain()
{
    const WatchRule rule = fresh(Kind::WorkflowFails);
    told(rule, FailedSeen{});
    WorkflowInstance bad = row(u"x"_s, InstanceState::Error);
    bad.workflowName = u"<a href=\"http://evil\">Order</a>\n\n\u202e"_s + QString(5000, u'x');
    bad.businessKey = QString(100'000, u'k');
    FiringGroup group;
    group.add(evaluate(rule, m_memory, RowsSeen{{bad}}, {m_now, {}}));
    const Notification notification = notificationOf(rule, group, m_now);
    QVERIFY(notification.title.startsWith(u"<a href"_s)); // as it is: whoever shows it shows plain text
    QVERIFY(!notification.title.contains(u'\n'));
    QVERIFY(notification.title.size() <= 170);
    QVERIFY(notification.description.size() < 300);
    QVERIFY(isOfFailedInstance(notification));
    QCOMPARE(notification.target, u"instance:x"_s);
}

QTEST_GUILESS_MAIN(TestRuleEvaluation)
#include "tst_ruleevaluation.moc"
