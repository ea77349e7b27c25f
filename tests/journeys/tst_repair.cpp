// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/bulkreportmodel.h"
#include "tests/fakes/await.h"
#include "tests/journeys/repairdesk.h"
#include "ui/widgets/statebadge.h"

using namespace podium;
using namespace Qt::StringLiterals;

/// Repairs many runs and one, on the real services and through the real window; what came of it is read from the
/// server.
class TestRepair : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void cleanup();
    void abortsSeveralThatWait();
    void retriesFailedOnesAfterTheRepair();
    void triggersANodeAgain();
    void runsAgainWithAnotherInput();
    void reportsAreKept();

private:
    InstanceState stateOf(const QString &id) { return instanceStateFromWord(m_desk->stateOf(id)); }
    bool stateIs(const QString &id, InstanceState state);

    std::unique_ptr<RepairDesk> m_desk;
};

void TestRepair::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    m_desk = std::make_unique<RepairDesk>();
    m_desk->open();
}

void TestRepair::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-repair-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

bool TestRepair::stateIs(const QString &id, InstanceState state)
{
    return m_desk->stateIs(id, wordOf(state));
}

void TestRepair::abortsSeveralThatWait()
{
    QStringList ids;
    for (int i = 0; i < 4; ++i)
        ids << m_desk->startRun(u"nightly_backup"_s, u"-wait-%1"_s.arg(i));
    for (const QString &id : std::as_const(ids))
        QVERIFY(stateIs(id, InstanceState::Active));
    QVERIFY(m_desk->selectInstances(u"-wait"_s, 4));
    m_desk->screenshots(u"repair-selected"_s);
    QVERIFY(m_desk->runInPalette(u"Abort the selected"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find(u"bulk-go"_s) && m_desk->find(u"bulk-go"_s)->isEnabled(); }));
    QVERIFY(m_desk->seesText(u"cannot be resumed"_s));
    m_desk->screenshots(u"repair-dry-run"_s);
    QCOMPARE(stateOf(ids.constFirst()), InstanceState::Active); // nothing is changed yet
    QVERIFY(m_desk->click(u"bulk-go"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"4 done"_s); }, 60000));
    m_desk->screenshots(u"repair-report"_s);
    for (const QString &id : std::as_const(ids))
        QCOMPARE(stateOf(id), InstanceState::Aborted);
}

void TestRepair::retriesFailedOnesAfterTheRepair()
{
    m_desk->server().setHealthy(u"inventory"_s, false);
    QStringList ids;
    for (int i = 0; i < 3; ++i)
        ids << m_desk->startRun(u"stock_reservation"_s, u"-fail-%1"_s.arg(i),
                                Json{{"sku", "CHAIR-42"}, {"quantity", i + 1}});
    for (const QString &id : std::as_const(ids))
        QVERIFY(stateIs(id, InstanceState::Error));
    QVERIFY(m_desk->selectInstances(u"-fail"_s, 3));
    QVERIFY(m_desk->runInPalette(u"Retry the selected"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find(u"bulk-go"_s) && m_desk->find(u"bulk-go"_s)->isEnabled(); }));
    // Meanwhile the cause is repaired, and somebody else aborts one of them.
    m_desk->server().setHealthy(u"inventory"_s, true);
    QVERIFY(await(m_desk->server().instances.abort(*await(m_desk->server().instances.instance(ids.at(1))))));
    QVERIFY(stateIs(ids.at(1), InstanceState::Aborted));
    QVERIFY(m_desk->click(u"bulk-go"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"2 done"_s) && m_desk->seesText(u"1 left alone"_s); },
                            60000));
    QVERIFY(m_desk->seesText(u"moved on"_s)); // and why
    m_desk->screenshots(u"repair-report-mixed"_s);
    m_desk->server().setHealthy(u"inventory"_s, false);
    QCOMPARE(stateOf(ids.at(0)), InstanceState::Completed);
    QCOMPARE(stateOf(ids.at(1)), InstanceState::Aborted);
    QCOMPARE(stateOf(ids.at(2)), InstanceState::Completed);
}

void TestRepair::triggersANodeAgain()
{
    const QString id = m_desk->startRun(u"nightly_backup"_s, u"-node"_s);
    const auto timers = [&] {
        const auto instance = await(m_desk->server().instances.instance(id));
        return !instance ? 0
                         : std::count_if(instance->nodes.cbegin(), instance->nodes.cend(),
                                         [](const NodeInstance &node) { return node.type == "TimerNode"_L1; });
    };
    QVERIFY(QTest::qWaitFor([&] { return timers() == 1; }, 20000));
    QVERIFY(m_desk->openInstance(id));
    QVERIFY(m_desk->selectInTimeline(u"TimerNode"_s));
    QVERIFY(m_desk->runInPalette(u"Trigger the node again"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"entered anew"_s); }));
    m_desk->screenshots(u"repair-node"_s);
    QVERIFY(m_desk->click(u"Trigger again"_s));
    QVERIFY(QTest::qWaitFor([&] { return timers() == 2; }, 20000)); // the server has another visit
    QCOMPARE(stateOf(id), InstanceState::Active);
    m_desk->screenshots(u"repair-node-after"_s);
}

void TestRepair::runsAgainWithAnotherInput()
{
    m_desk->server().setHealthy(u"inventory"_s, false);
    const QString id = m_desk->startRun(u"stock_reservation"_s, u"-again"_s, Json{{"sku", "LAMP-07"}, {"quantity", 3}});
    QVERIFY(stateIs(id, InstanceState::Error));
    QVERIFY(m_desk->openInstance(id));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Failed"_s); }));
    QVERIFY(m_desk->runInPalette(u"Rerun, edit the input first"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"LAMP-07"_s); })); // the form is filled
    m_desk->screenshots(u"repair-rerun-edited"_s);
    m_desk->server().setHealthy(u"inventory"_s, true);
    QVERIFY(m_desk->click(u"Start run"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Completed"_s); }, 30000));
    m_desk->server().setHealthy(u"inventory"_s, false);
    QCOMPARE(stateOf(id), InstanceState::Error); // the earlier run is as it was
}

void TestRepair::reportsAreKept()
{
    m_desk->stop();
    m_desk->startOnSandbox(); // another start: same folders, and the session is still there
    QVERIFY(m_desk->waitFor(
        [this] { return m_desk->find(u"rail-instances"_s) && m_desk->find(u"rail-instances"_s)->isEnabled(); }, 30000));
    QVERIFY(m_desk->runInPalette(u"Actions on many instances"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"2 done · 1 left alone"_s); }));
    QVERIFY(m_desk->seesText(u"4 done"_s));
    m_desk->screenshots(u"repair-reports"_s);
}

QTEST_MAIN(TestRepair)
#include "tst_repair.moc"
