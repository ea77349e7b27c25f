// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/repairdesk.h"
#include "ui/form/jsonpane.h"
#include "ui/pages/instances/instancevariables.h"
#include "ui/pages/variables/variableseditor.h"
#include "ui/widgets/codeview.h"

#include <QAbstractButton>

using namespace podium;
using namespace Qt::StringLiterals;

/// Every action on one run and on its nodes, by the controls of the real window, with Data Index, Job Service and
/// runtime as services of their own. What came of each is asked from them in plain GraphQL and HTTP.
class TestFullRepair : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init() { m_since = QDateTime::currentDateTimeUtc(); }
    void cleanup();
    void abortsARun();
    void retriesAfterTheRepair();
    void skipsTheFailedNode();
    void triggersANodeAgain();
    void triggersANodeAnew();
    void cancelsANode();
    void runsAgainWithTheSameInput();
    void runsAgainWithAnotherInput();
    void changesVariables();

private:
    QString waiting(const QString &keyPart); ///< in its timer, and open in the window
    QString failed(const QString &keyPart, const Json &input);
    /// The newest run of this workflow since the test began that is not `other`.
    Json newestRun(const QString &workflow, const QString &other);

    QDateTime m_since;
    std::unique_ptr<RepairDesk> m_desk;
};

void TestFullRepair::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The full sandbox does not run: start it with installer/sandbox/sandbox up --full");
    m_desk = std::make_unique<RepairDesk>();
    m_desk->server().setHealthy(u"inventory"_s, false);
    m_desk->open();
}

void TestFullRepair::cleanupTestCase()
{
    if (m_desk)
        m_desk->server().setHealthy(u"inventory"_s, false);
    m_desk.reset();
}

void TestFullRepair::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-fullrepair-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

QString TestFullRepair::waiting(const QString &keyPart)
{
    const QString id = m_desk->startRun(u"nightly_backup"_s, keyPart);
    const bool waits = m_desk->waitFor([&] { return m_desk->timerStatus(id) == "SCHEDULED"_L1; }, 30000);
    return waits && m_desk->openInstance(id) && m_desk->sees(u"Running"_s) ? id : QString();
}

QString TestFullRepair::failed(const QString &keyPart, const Json &input)
{
    const QString id = m_desk->startRun(u"stock_reservation"_s, keyPart, input);
    return m_desk->stateIs(id, u"ERROR"_s) && m_desk->openInstance(id) && m_desk->sees(u"Failed"_s) ? id : QString();
}

Json TestFullRepair::newestRun(const QString &workflow, const QString &other)
{
    const Json data =
        m_desk->ask(u"{ProcessInstances(where:{and:[{processId:{equal:\"%1\"}},{start:{greaterThanEqual:\"%2\"}}]},"
                    u"orderBy:{start:DESC},pagination:{limit:2,offset:0}){id state variables}}"_s.arg(
                        workflow, m_since.toString(Qt::ISODateWithMs)));
    const Json *rows = memberAt(data, "ProcessInstances");
    for (const Json &row : rows ? *rows : Json::array()) {
        if (stringAt(row, "id") != other)
            return row;
    }
    return {};
}

void TestFullRepair::abortsARun()
{
    const QString id = waiting(u"-abort"_s);
    QVERIFY(!id.isEmpty());
    QVERIFY(m_desk->click(u"Abort"_s));
    QVERIFY(m_desk->seesText(u"cannot be resumed"_s));
    QCOMPARE(m_desk->stateOf(id), u"ACTIVE"_s); // a question is not an answer
    QVERIFY(m_desk->click(u"Abort"_s));
    QVERIFY(m_desk->stateIs(id, u"ABORTED"_s));
    QVERIFY(m_desk->waitFor([&] { return m_desk->timerStatus(id) == "CANCELED"_L1; }));
    QVERIFY(m_desk->sees(u"Aborted"_s));
}

void TestFullRepair::retriesAfterTheRepair()
{
    const QString id = failed(u"-retry"_s, Json{{"sku", "CHAIR-42"}, {"quantity", 2}});
    QVERIFY(!id.isEmpty());
    m_desk->server().setHealthy(u"inventory"_s, true);
    QVERIFY(m_desk->click(u"Retry"_s));
    QVERIFY(m_desk->click(u"Retry"_s));
    QVERIFY(m_desk->stateIs(id, u"COMPLETED"_s));
    m_desk->server().setHealthy(u"inventory"_s, false);
    const Json now = m_desk->instance(id);
    QVERIFY(now["error"].is_null());
    QVERIFY(now["variables"]["workflowdata"].contains("stock")); // what the service answered
    QVERIFY(m_desk->sees(u"Completed"_s));
}

void TestFullRepair::skipsTheFailedNode()
{
    const QString id = failed(u"-skip"_s, Json{{"sku", "DESK-7"}});
    QVERIFY(!id.isEmpty());
    QVERIFY(m_desk->click(u"Skip"_s));
    QVERIFY(m_desk->seesText(u"without its result"_s));
    QVERIFY(m_desk->click(u"Skip"_s));
    QVERIFY(m_desk->stateIs(id, u"COMPLETED"_s));
    QVERIFY(!m_desk->instance(id)["variables"]["workflowdata"].contains("stock"));
    QVERIFY(m_desk->sees(u"Completed"_s));
}

void TestFullRepair::triggersANodeAgain()
{
    const QString id = waiting(u"-again"_s);
    QVERIFY(!id.isEmpty());
    const QString job = stringAt(m_desk->jobsOf(id).back(), "id");
    QVERIFY(m_desk->selectInTimeline(u"TimerNode"_s));
    QVERIFY(m_desk->offers(u"Trigger the node again"_s));
    QVERIFY(m_desk->runInPalette(u"Trigger the node again"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"entered anew"_s); }));
    QVERIFY(m_desk->click(u"Trigger again"_s));
    QVERIFY(m_desk->waitFor([&] { return m_desk->countNodes(id, u"TimerNode"_s) == 2; }, 30000));
    // It waits anew, with a timer of its own; the earlier one does not fire any more.
    QVERIFY(m_desk->waitFor([&] {
        const Json jobs = m_desk->jobsOf(id);
        QStringList waitingOnes;
        for (const Json &each : jobs) {
            if (stringAt(each, "status") == "SCHEDULED"_L1)
                waitingOnes << stringAt(each, "id");
        }
        return waitingOnes.size() == 1 && waitingOnes.constFirst() != job;
    }));
    QCOMPARE(m_desk->stateOf(id), u"ACTIVE"_s);
}

void TestFullRepair::triggersANodeAnew()
{
    const QString id = waiting(u"-anew"_s);
    QVERIFY(!id.isEmpty());
    QVERIFY(m_desk->selectInTimeline(u"TimerNode"_s));
    QVERIFY(m_desk->offers(u"Trigger the node anew"_s));
    QVERIFY(m_desk->runInPalette(u"Trigger the node anew"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"beside whatever it is doing now"_s); }));
    QVERIFY(m_desk->click(u"Trigger"_s));
    QVERIFY(m_desk->waitFor([&] { return m_desk->countNodes(id, u"TimerNode"_s) == 2; }, 30000));
    QVERIFY(m_desk->waitFor([&] { // beside: both wait
        const Json jobs = m_desk->jobsOf(id);
        return jobs.size() == 2 && std::all_of(jobs.begin(), jobs.end(), [](const Json &each) {
                   return stringAt(each, "status") == "SCHEDULED"_L1;
               });
    }));
}

void TestFullRepair::cancelsANode()
{
    const QString id = waiting(u"-node"_s);
    QVERIFY(!id.isEmpty());
    QVERIFY(m_desk->selectInTimeline(u"TimerNode"_s));
    QVERIFY(m_desk->offers(u"Cancel the node"_s));
    QVERIFY(m_desk->runInPalette(u"Cancel the node"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"left without a result"_s); }));
    QVERIFY(m_desk->click(u"Cancel node"_s));
    // Data Index goes on listing the node as open; but its timer is gone, and the runtime waits for nothing.
    QVERIFY(m_desk->waitFor([&] { return m_desk->timerStatus(id) == "CANCELED"_L1; }, 30000));
    const QString path = u"/management/processes/nightly_backup/instances/"_s % id % u"/nodeInstances"_s;
    QVERIFY(m_desk->waitFor([&] {
        const Json nodes = m_desk->runtime(path);
        return nodes.is_array() && nodes.empty();
    }));
    QCOMPARE(m_desk->stateOf(id), u"ACTIVE"_s);
}

void TestFullRepair::runsAgainWithTheSameInput()
{
    const QString id = failed(u"-rerun"_s, Json{{"sku", "LAMP-07"}, {"quantity", 3}});
    QVERIFY(!id.isEmpty());
    m_desk->server().setHealthy(u"inventory"_s, true);
    QVERIFY(m_desk->runInPalette(u"Rerun with the same input"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"with the same input"_s); }));
    QVERIFY(m_desk->click(u"Rerun"_s));
    QVERIFY(m_desk->waitFor([&] { return stringAt(newestRun(u"stock_reservation"_s, id), "state") == "COMPLETED"_L1; },
                            30000));
    m_desk->server().setHealthy(u"inventory"_s, false);
    const Json data = newestRun(u"stock_reservation"_s, id)["variables"]["workflowdata"];
    QCOMPARE(stringAt(data, "sku"), u"LAMP-07"_s);
    QCOMPARE(data["quantity"].get<int>(), 3);
    QCOMPARE(m_desk->stateOf(id), u"ERROR"_s); // the earlier run is as it was
}

void TestFullRepair::runsAgainWithAnotherInput()
{
    const QString id = failed(u"-edited"_s, Json{{"sku", "LAMP-07"}, {"quantity", 3}});
    QVERIFY(!id.isEmpty());
    m_desk->server().setHealthy(u"inventory"_s, true);
    QVERIFY(m_desk->runInPalette(u"Rerun, edit the input first"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"LAMP-07"_s); })); // the form is filled
    QVERIFY(m_desk->type(u"Article"_s, u"SOFA-11"_s));
    QVERIFY(m_desk->click(u"Start run"_s));
    QVERIFY(m_desk->waitFor(
        [&] {
            const Json run = newestRun(u"stock_reservation"_s, id);
            return stringAt(run, "state") == "COMPLETED"_L1 &&
                   stringAt(run["variables"]["workflowdata"], "sku") == "SOFA-11"_L1;
        },
        30000));
    m_desk->server().setHealthy(u"inventory"_s, false);
    QCOMPARE(newestRun(u"stock_reservation"_s, id)["variables"]["workflowdata"]["quantity"].get<int>(), 3);
    QCOMPARE(m_desk->stateOf(id), u"ERROR"_s);
}

void TestFullRepair::changesVariables()
{
    const QString id = m_desk->startRun(u"sensor_calibration"_s, u"-vars"_s, Json{{"reading", 0}});
    QVERIFY(m_desk->stateIs(id, u"ERROR"_s));
    QVERIFY(m_desk->openInstance(id) && m_desk->sees(u"Failed"_s));
    QVERIFY(m_desk->openTab(u"Variables"_s));
    QVERIFY(m_desk->click(u"Change variables…"_s));
    const auto editors = m_desk->window()->findChildren<VariablesEditor *>();
    QCOMPARE(editors.size(), 1);
    QVERIFY(m_desk->waitFor([&] { return editors.constFirst()->isReady(); }));
    auto *code = editors.constFirst()->pane()->findChild<CodeView *>();
    const QString text = code->toPlainText();
    QVERIFY2(text.contains(u"\"reading\": 0"_s), qPrintable(text));
    code->selectAll();
    code->insertPlainText(QString(text).replace(u"\"reading\": 0"_s, u"\"reading\": 4"_s));
    QVERIFY(m_desk->click(u"Review the changes"_s));
    QVERIFY(m_desk->click(u"Save"_s));
    const QString path = u"/sensor_calibration/"_s + id;
    QVERIFY(m_desk->waitFor([&] {
        const Json now = m_desk->runtime(path);
        const Json *data = memberAt(now, "workflowdata");
        return data && data->value("reading", 0) == 4;
    }));
    QVERIFY(m_desk->click(u"Retry"_s)); // and the run goes on with them
    QVERIFY(m_desk->click(u"Retry"_s));
    QVERIFY(m_desk->stateIs(id, u"COMPLETED"_s));
    QVERIFY(m_desk->runtime(path).is_null()); // over: the runtime has it no more
}

QTEST_MAIN(TestFullRepair)
#include "tst_fullrepair.moc"
