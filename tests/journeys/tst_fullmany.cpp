// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/repairdesk.h"
#include "ui/pages/parts/exportbutton.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFile>

#include <algorithm>

using namespace podium;
using namespace Qt::StringLiterals;

/// Actions on many runs and on their jobs, by the controls of the real window, with Data Index, Job Service and runtime
/// as services of their own. What came of them is asked from them in plain GraphQL.
class TestFullMany : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void pausesStopsAndGoesOn();
    void savesTheReport();
    void retriesMany();
    void skipsMany();
    void rerunsMany();
    void reschedulesAndCancelsAJob();
    void reschedulesAndCancelsManyJobs();

private:
    static constexpr int kMany = 150;
    int countStates(const QString &keyPart, const QString &state);
    bool statesAre(const QString &keyPart, const QString &state, int count);
    QStringList failed(const QString &keyPart, int count);
    bool runOnSelected(const QString &action, const QString &keyPart, int count);
    QList<QDateTime> dueTimes(const QStringList &instances, const QString &status);

    std::unique_ptr<RepairDesk> m_desk;
    QTemporaryDir m_folder;
};

void TestFullMany::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The full sandbox does not run: start it with installer/sandbox/sandbox up --full");
    m_desk = std::make_unique<RepairDesk>();
    m_desk->server().setHealthy(u"inventory"_s, false);
    m_desk->open();
}

void TestFullMany::cleanupTestCase()
{
    if (m_desk)
        m_desk->server().setHealthy(u"inventory"_s, false);
    m_desk.reset();
}

void TestFullMany::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-fullmany-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

int TestFullMany::countStates(const QString &keyPart, const QString &state)
{
    const Json data =
        m_desk->ask(u"{CountProcessInstances(where:{and:[{businessKey:{like:\"%1*\"}},{state:{equal:%2}}]})}"_s.arg(
            m_desk->key(keyPart), state));
    const Json *count = memberAt(data, "CountProcessInstances");
    return count && count->is_number_integer() ? count->get<int>() : -1;
}

bool TestFullMany::statesAre(const QString &keyPart, const QString &state, int count)
{
    return m_desk->waitFor([&] { return countStates(keyPart, state) == count; }, 60000);
}

QStringList TestFullMany::failed(const QString &keyPart, int count)
{
    m_desk->server().setHealthy(u"inventory"_s, false);
    QStringList ids;
    for (int i = 0; i < count; ++i)
        ids << m_desk->startRun(u"stock_reservation"_s, u"%1-%2"_s.arg(keyPart).arg(i),
                                Json{{"sku", "CHAIR-42"}, {"quantity", i + 1}});
    return statesAre(keyPart, u"ERROR"_s, count) ? ids : QStringList();
}

bool TestFullMany::runOnSelected(const QString &action, const QString &keyPart, int count)
{
    return m_desk->selectInstances(keyPart, count) && m_desk->runInPalette(action) && m_desk->confirmBulk();
}

void TestFullMany::pausesStopsAndGoesOn()
{
    const QString key = u"-wait"_s;
    for (int i = 0; i < kMany; ++i)
        QVERIFY(!m_desk->startRun(u"nightly_backup"_s, u"%1-%2"_s.arg(key).arg(i)).isEmpty());
    QVERIFY(statesAre(key, u"ACTIVE"_s, kMany));
    QVERIFY(runOnSelected(u"Abort the selected"_s, key, kMany));
    QVERIFY(m_desk->waitFor([&] { return countStates(key, u"ABORTED"_s) > 0; }));
    QVERIFY(m_desk->click(u"Pause"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<QAbstractButton>(u"Resume"_s); }));
    QTest::qWait(3000); // what was sent has its answers, and its events have arrived
    const int paused = countStates(key, u"ABORTED"_s);
    QVERIFY2(paused > 0 && paused < kMany, qPrintable(QString::number(paused)));
    m_desk->screenshots(u"fullmany-paused"_s);
    QTest::qWait(2000);
    QCOMPARE(countStates(key, u"ABORTED"_s), paused); // nothing is sent any more
    QVERIFY(m_desk->click(u"Resume"_s));
    QVERIFY(m_desk->waitFor([&] { return countStates(key, u"ABORTED"_s) > paused; }));
    QVERIFY(m_desk->click(u"Stop"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<QAbstractButton>(u"Go on with the rest"_s); }, 60000));
    const int stopped = countStates(key, u"ABORTED"_s);
    QVERIFY2(stopped > paused && stopped < kMany, qPrintable(QString::number(stopped)));
    QVERIFY(m_desk->seesText(u"%1 done"_s.arg(stopped))); // the report says what the server says
    QVERIFY(m_desk->seesText(u"%1 not tried"_s.arg(kMany - stopped)));
    QCOMPARE(countStates(key, u"ACTIVE"_s), kMany - stopped);
    m_desk->screenshots(u"fullmany-stopped"_s);
    QVERIFY(m_desk->click(u"Go on with the rest"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"%1 done"_s.arg(kMany)); }, 60000));
    QCOMPARE(countStates(key, u"ABORTED"_s), kMany);
}

void TestFullMany::savesTheReport()
{
    const QString path = m_folder.filePath(u"report.csv"_s);
    ExportButton *button = nullptr;
    for (ExportButton *each : m_desk->window()->findChildren<ExportButton *>()) {
        if (each->isVisible())
            button = each;
    }
    QVERIFY(button);
    Q_EMIT button->wanted(path, RowFormat::AsCsv); // the dialog for the place is the system's
    QVERIFY(m_desk->waitFor([&] { return QFile::exists(path); }));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    for (int i = 0; i < kMany; ++i)
        QVERIFY(text.contains(m_desk->key(u"-wait-%1"_s.arg(i)).toUtf8()));
    QCOMPARE(text.count('\n'), kMany + 1);
}

void TestFullMany::retriesMany()
{
    const QString key = u"-retry"_s;
    const QStringList ids = failed(key, 12);
    QCOMPARE(ids.size(), 12);
    m_desk->server().setHealthy(u"inventory"_s, true);
    QVERIFY(runOnSelected(u"Retry the selected"_s, key, 12));
    QVERIFY(statesAre(key, u"COMPLETED"_s, 12));
    m_desk->server().setHealthy(u"inventory"_s, false);
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"12 done"_s); }, 30000));
}

void TestFullMany::skipsMany()
{
    const QString key = u"-skip"_s;
    const QStringList ids = failed(key, 5);
    QCOMPARE(ids.size(), 5);
    QVERIFY(runOnSelected(u"Skip the failed node"_s, key, 5));
    QVERIFY(statesAre(key, u"COMPLETED"_s, 5));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"5 done"_s); }, 30000));
    QVERIFY(!m_desk->instance(ids.constFirst())["variables"]["workflowdata"].contains("stock"));
}

void TestFullMany::rerunsMany()
{
    const QString key = u"-rerun"_s;
    const QStringList ids = failed(key, 5);
    QCOMPARE(ids.size(), 5);
    const QDateTime since = QDateTime::currentDateTimeUtc();
    m_desk->server().setHealthy(u"inventory"_s, true);
    QVERIFY(runOnSelected(u"Rerun the selected"_s, key, 5));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"5 done"_s); }, 60000));
    QSet<int> quantities;
    QVERIFY(m_desk->waitFor([&] {
        const Json data = m_desk->ask(
            u"{ProcessInstances(where:{and:[{processId:{equal:\"stock_reservation\"}},{state:{equal:COMPLETED}},"
            u"{start:{greaterThanEqual:\"%1\"}}]},pagination:{limit:20,offset:0}){id variables}}"_s.arg(
                since.toString(Qt::ISODateWithMs)));
        const Json *rows = memberAt(data, "ProcessInstances");
        for (const Json &row : rows ? *rows : Json::array())
            quantities.insert(row["variables"]["workflowdata"]["quantity"].get<int>());
        return rows && rows->size() == 5;
    }));
    m_desk->server().setHealthy(u"inventory"_s, false);
    QCOMPARE(quantities, QSet<int>({1, 2, 3, 4, 5})); // each with its own input
    QCOMPARE(countStates(key, u"ERROR"_s), 5);
}

void TestFullMany::reschedulesAndCancelsAJob()
{
    const QString id = m_desk->startRun(u"nightly_backup"_s, u"-job"_s);
    QVERIFY(m_desk->waitFor([&] { return m_desk->timerStatus(id) == "SCHEDULED"_L1; }));
    QVERIFY(m_desk->openInstance(id));
    QVERIFY(m_desk->openTab(u"Jobs"_s));
    QAbstractItemView *list = nullptr;
    QVERIFY(m_desk->waitFor([&] {
        list = m_desk->find<QAbstractItemView>(u"Jobs of this instance"_s);
        return list && list->model()->rowCount() == 1;
    }));
    list->setCurrentIndex(list->model()->index(0, 0));
    QVERIFY(m_desk->click(u"Reschedule…"_s));
    const QDateTime from = QDateTime::currentDateTimeUtc();
    QVERIFY(m_desk->click(u"In 15 min"_s));
    QVERIFY(m_desk->click(u"Reschedule"_s));
    QVERIFY(m_desk->waitFor([&] {
        const QList<QDateTime> due = dueTimes({id}, u"SCHEDULED"_s);
        return due.size() == 1 && qAbs(from.secsTo(due.constFirst()) - 15 * 60) <= 10;
    }));
    QVERIFY(m_desk->click(u"Cancel job…"_s));
    QVERIFY(m_desk->click(u"Cancel job"_s));
    QVERIFY(m_desk->waitFor([&] { return m_desk->timerStatus(id) == "CANCELED"_L1; }));
    QCOMPARE(m_desk->stateOf(id), u"ACTIVE"_s); // as the question said
}

QList<QDateTime> TestFullMany::dueTimes(const QStringList &instances, const QString &status)
{
    QList<QDateTime> times;
    for (const QString &id : instances) {
        const Json jobs = m_desk->jobsOf(id);
        for (const Json &job : jobs) {
            if (stringAt(job, "status") == status)
                times << QDateTime::fromString(stringAt(job, "expirationTime"), Qt::ISODateWithMs);
        }
    }
    return times;
}

void TestFullMany::reschedulesAndCancelsManyJobs()
{
    QStringList ids;
    for (int i = 0; i < 4; ++i)
        ids << m_desk->startRun(u"change_request"_s, u"-change-%1"_s.arg(i), Json{{"change", "C-1"}});
    QVERIFY(m_desk->waitFor([&] { return dueTimes(ids, u"SCHEDULED"_s).size() == 4; }));
    QVERIFY(m_desk->click(u"rail-jobs"_s));
    QVERIFY(m_desk->waitFor([this] {
        auto *workflows = m_desk->find<QComboBox>(u"Workflow"_s);
        return workflows && workflows->findData(u"change_request"_s) >= 0;
    }));
    auto *workflows = m_desk->find<QComboBox>(u"Workflow"_s);
    QVERIFY(m_desk->choose(u"Workflow"_s, workflows->itemText(workflows->findData(u"change_request"_s))));
    QVERIFY(m_desk->click(u"Scheduled"_s));
    QAbstractItemView *list = nullptr;
    const auto lists = [&] {
        list = m_desk->find<QAbstractItemView>(u"Jobs"_s);
        return list && list->model()->rowCount() == 4 && !list->model()->index(0, 0).data().toString().isEmpty();
    };
    QVERIFY(m_desk->waitFor(lists));
    list->setFocus();
    QTest::keySequence(list, QKeySequence::SelectAll);
    QVERIFY(m_desk->click(u"Reschedule…"_s));
    const QDateTime from = QDateTime::currentDateTimeUtc();
    QVERIFY(m_desk->click(u"In 1 h"_s));
    m_desk->screenshots(u"fullmany-reschedule"_s);
    QVERIFY(m_desk->click(u"Reschedule"_s));
    QVERIFY(m_desk->waitFor([&] {
        const QList<QDateTime> due = dueTimes(ids, u"SCHEDULED"_s);
        return due.size() == 4 && std::all_of(due.cbegin(), due.cend(), [&](const QDateTime &time) {
                   return qAbs(from.secsTo(time) - 3600) <= 20;
               });
    }));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"4 done"_s); }));
    QVERIFY(m_desk->click(u"Close"_s));
    QVERIFY(m_desk->waitFor(lists));
    list->setFocus();
    QTest::keySequence(list, QKeySequence::SelectAll);
    QVERIFY(m_desk->click(u"Cancel jobs…"_s));
    QVERIFY(m_desk->click(u"Cancel 4 jobs"_s));
    QVERIFY(m_desk->waitFor([&] { return dueTimes(ids, u"CANCELED"_s).size() == 4; }));
    for (const QString &id : std::as_const(ids))
        QCOMPARE(m_desk->stateOf(id), u"ACTIVE"_s);
    QVERIFY(m_desk->click(u"Close"_s));
}

QTEST_MAIN(TestFullMany)
#include "tst_fullmany.moc"
