// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/bulkreportmodel.h"
#include "tests/fakes/await.h"
#include "tests/journeys/desk.h"
#include "tests/services/sandboxconsole.h"
#include "ui/timeline/timelinechart.h"
#include "ui/widgets/statebadge.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QUuid>

using namespace podium;
using namespace Qt::StringLiterals;

/// Repairs many runs and one, on the real services and through the real window; what came of it is read from the
/// server.
class TestRepair : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void abortsSeveralThatWait();
    void retriesFailedOnesAfterTheRepair();
    void triggersANodeAgain();
    void runsAgainWithAnotherInput();
    void reportsAreKept();

private:
    QString start(const QString &workflow, const QString &key, const Json &input = Json::object());
    InstanceState stateOf(const QString &id);
    bool stateIs(const QString &id, InstanceState state);
    bool select(const QString &key, int count);
    bool runInPalette(const QString &text);
    bool openInPalette(const QString &id);

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<SandboxConsole> m_server;
    QString m_key;
    QStringList m_started;
};

void TestRepair::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    m_server = std::make_unique<SandboxConsole>(u"operator"_s);
    m_key = u"mend-"_s + QUuid::createUuid().toString(QUuid::Id128).left(6);
    m_desk = std::make_unique<Desk>();
    m_desk->startOnSandbox();
    QVERIFY(m_desk->click(u"Sign in"_s, 20000));
    QVERIFY(m_desk->waitFor(
        [this] { return m_desk->find(u"rail-instances"_s) && m_desk->find(u"rail-instances"_s)->isEnabled(); }, 30000));
}

void TestRepair::cleanupTestCase()
{
    m_desk.reset();
    for (const QString &id : std::as_const(m_started)) {
        if (const auto instance = await(m_server->instances.instance(id)); instance && !isFinal(instance->state))
            (void)await(m_server->instances.abort(*instance));
    }
}

void TestRepair::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-repair-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

QString TestRepair::start(const QString &workflow, const QString &key, const Json &input)
{
    const auto definition = await(m_server->catalog.definition(workflow, {}));
    if (!definition)
        return {};
    const auto started =
        await(m_server->runs.start({*definition, std::make_shared<const Json>(input), m_key + key}), 30000);
    const QString id = started ? started->instanceId : started.error().instanceId;
    m_started << id;
    return id;
}

InstanceState TestRepair::stateOf(const QString &id)
{
    const auto instance = await(m_server->instances.instance(id));
    return instance ? instance->state : InstanceState::Unknown;
}

bool TestRepair::stateIs(const QString &id, InstanceState state)
{
    return QTest::qWaitFor([&] { return stateOf(id) == state; }, 30000);
}

/// All instances whose business key begins with `key` are selected in the list.
bool TestRepair::select(const QString &key, int count)
{
    const QString filter = u"Filter as text"_s;
    if (!m_desk->click(u"rail-instances"_s) || !m_desk->type(filter, u"key:"_s % key % u'*'))
        return false;
    QTest::keyClick(m_desk->find<QLineEdit>(filter), Qt::Key_Return);
    QAbstractItemView *list = nullptr;
    const bool isThere = m_desk->waitFor([&] {
        list = m_desk->find<QAbstractItemView>(u"Instances"_s);
        bool all = list && list->model()->rowCount() == count;
        for (int row = 0; all && row < count; ++row)
            all = !list->model()->index(row, 0).data().toString().isEmpty();
        return all;
    });
    if (!isThere)
        return false;
    list->setFocus();
    QTest::keySequence(list, QKeySequence::SelectAll);
    return m_desk->waitFor([&] { return m_desk->seesText(u"Actions on %1"_s.arg(count)); });
}

bool TestRepair::runInPalette(const QString &text)
{
    QTest::keySequence(m_desk->window(), QKeySequence(u"Ctrl+K"_s));
    if (!m_desk->waitFor([] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }, 5000))
        return false;
    QTest::keyClicks(QApplication::focusWidget(), text);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    return true;
}

bool TestRepair::openInPalette(const QString &id)
{
    return runInPalette(id) && m_desk->waitFor([&] { return m_desk->find<StateBadge>({}) || m_desk->seesText(id); });
}

void TestRepair::abortsSeveralThatWait()
{
    QStringList ids;
    for (int i = 0; i < 4; ++i)
        ids << start(u"nightly_backup"_s, u"-wait-%1"_s.arg(i));
    for (const QString &id : std::as_const(ids))
        QVERIFY(stateIs(id, InstanceState::Active));
    QVERIFY(select(m_key + u"-wait"_s, 4));
    m_desk->screenshots(u"repair-selected"_s);
    QVERIFY(runInPalette(u"Abort the selected"_s));
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
    m_server->setHealthy(u"inventory"_s, false);
    QStringList ids;
    for (int i = 0; i < 3; ++i)
        ids << start(u"stock_reservation"_s, u"-fail-%1"_s.arg(i), Json{{"sku", "CHAIR-42"}, {"quantity", i + 1}});
    for (const QString &id : std::as_const(ids))
        QVERIFY(stateIs(id, InstanceState::Error));
    QVERIFY(select(m_key + u"-fail"_s, 3));
    QVERIFY(runInPalette(u"Retry the selected"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find(u"bulk-go"_s) && m_desk->find(u"bulk-go"_s)->isEnabled(); }));
    // Meanwhile the cause is repaired, and somebody else aborts one of them.
    m_server->setHealthy(u"inventory"_s, true);
    QVERIFY(await(m_server->instances.abort(*await(m_server->instances.instance(ids.at(1))))));
    QVERIFY(stateIs(ids.at(1), InstanceState::Aborted));
    QVERIFY(m_desk->click(u"bulk-go"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"2 done"_s) && m_desk->seesText(u"1 left alone"_s); },
                            60000));
    QVERIFY(m_desk->seesText(u"moved on"_s)); // and why
    m_desk->screenshots(u"repair-report-mixed"_s);
    m_server->setHealthy(u"inventory"_s, false);
    QCOMPARE(stateOf(ids.at(0)), InstanceState::Completed);
    QCOMPARE(stateOf(ids.at(1)), InstanceState::Aborted);
    QCOMPARE(stateOf(ids.at(2)), InstanceState::Completed);
}

void TestRepair::triggersANodeAgain()
{
    const QString id = start(u"nightly_backup"_s, u"-node"_s);
    const auto timers = [&] {
        const auto instance = await(m_server->instances.instance(id));
        return !instance ? 0
                         : std::count_if(instance->nodes.cbegin(), instance->nodes.cend(),
                                         [](const NodeInstance &node) { return node.type == "TimerNode"_L1; });
    };
    QVERIFY(QTest::qWaitFor([&] { return timers() == 1; }, 20000));
    QVERIFY(openInPalette(id));
    QVERIFY(m_desk->openTab(u"Timeline"_s));
    TimelineChart *chart = nullptr;
    int lane = -1;
    QVERIFY(m_desk->waitFor([&] {
        chart = m_desk->find<TimelineChart>(u"Nodes over time"_s);
        if (!chart || !chart->timeline())
            return false;
        const auto &rows = chart->timeline()->rows;
        for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
            if (rows.at(i).type == "TimerNode"_L1 && !chart->rowRect(i).isEmpty())
                lane = i;
        }
        return lane >= 0;
    }));
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->rowRect(lane).center());
    QVERIFY(runInPalette(u"Trigger the node again"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"entered anew"_s); }));
    m_desk->screenshots(u"repair-node"_s);
    QVERIFY(m_desk->click(u"Trigger again"_s));
    QVERIFY(QTest::qWaitFor([&] { return timers() == 2; }, 20000)); // the server has another visit
    QCOMPARE(stateOf(id), InstanceState::Active);
    m_desk->screenshots(u"repair-node-after"_s);
}

void TestRepair::runsAgainWithAnotherInput()
{
    m_server->setHealthy(u"inventory"_s, false);
    const QString id = start(u"stock_reservation"_s, u"-again"_s, Json{{"sku", "LAMP-07"}, {"quantity", 3}});
    QVERIFY(stateIs(id, InstanceState::Error));
    QVERIFY(openInPalette(id));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Failed"_s); }));
    QVERIFY(runInPalette(u"Rerun, edit the input first"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"LAMP-07"_s); })); // the form is filled
    m_desk->screenshots(u"repair-rerun-edited"_s);
    m_server->setHealthy(u"inventory"_s, true);
    QVERIFY(m_desk->click(u"Start run"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Completed"_s); }, 30000));
    m_server->setHealthy(u"inventory"_s, false);
    QCOMPARE(stateOf(id), InstanceState::Error); // the earlier run is as it was
}

void TestRepair::reportsAreKept()
{
    m_desk->stop();
    m_desk->startOnSandbox(); // another start: same folders, and the session is still there
    QVERIFY(m_desk->waitFor(
        [this] { return m_desk->find(u"rail-instances"_s) && m_desk->find(u"rail-instances"_s)->isEnabled(); }, 30000));
    QVERIFY(runInPalette(u"Actions on many instances"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"2 done · 1 left alone"_s); }));
    QVERIFY(m_desk->seesText(u"4 done"_s));
    m_desk->screenshots(u"repair-reports"_s);
}

QTEST_MAIN(TestRepair)
#include "tst_repair.moc"
