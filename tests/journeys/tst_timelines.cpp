// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/await.h"
#include "tests/journeys/desk.h"
#include "tests/services/sandboxconsole.h"
#include "ui/pages/instances/timelineview.h"
#include "ui/timeline/timelinechart.h"
#include "ui/widgets/statebadge.h"

#include <QAbstractSlider>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QUuid>

using namespace podium;
using namespace Qt::StringLiterals;

/// Runs of the real services over time, through the real window: one that failed and was tried again, one with branches
/// and timers, a loop; the selection that graph, timeline and source share; the replay.
class TestTimelineJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void cleanup();
    void aRunWithBranchesAndTimers();
    void oneSelection();
    void theAxisReplays();
    void aRetriedRun();
    void aLoop();

private:
    QString start(const QString &workflow, const QByteArray &input);
    bool open(const QString &id, const QString &state);
    bool choose(const QString &title);
    TimelineChart *chart() const { return m_desk->find<TimelineChart>(u"Nodes over time"_s); }

    std::unique_ptr<SandboxConsole> m_operator;
    std::unique_ptr<Desk> m_desk;
    QString m_rollout;
    QString m_ledger;
    QString m_batch;
};

QString TestTimelineJourney::start(const QString &workflow, const QByteArray &input)
{
    const auto definition = await(m_operator->catalog.definition(workflow, {}));
    if (!definition)
        return {};
    const auto json = std::make_shared<const Json>(parseJson(input).value());
    const QString key = u"gantt-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
    const auto run = await(m_operator->runs.start({*definition, json, key}), 60000);
    return run ? run->instanceId : run.error().instanceId;
}

void TestTimelineJourney::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    m_operator = std::make_unique<SandboxConsole>(u"operator"_s);
    m_operator->setHealthy(u"ledger"_s, false);
    m_rollout = start(u"release_rollout"_s, R"({"release":"1.4.0","strategy":"everywhere"})");
    m_ledger = start(u"ledger_import"_s, R"({"month":"2026-03"})");
    QByteArray invoices;
    for (int i = 1; i <= 30; ++i)
        invoices += (i > 1 ? "," : "") + QByteArray(R"({"number":"A)") + QByteArray::number(i) + R"(","net":100})";
    m_batch = start(u"invoice_batch"_s, R"({"invoices":[)" + invoices + "]}");
    QVERIFY(!m_rollout.isEmpty() && !m_ledger.isEmpty() && !m_batch.isEmpty());
    m_desk = std::make_unique<Desk>();
    m_desk->startOnSandbox();
    QVERIFY(m_desk->click(u"Sign in"_s, 20000));
    QVERIFY(m_desk->waitFor(
        [this] { return m_desk->find(u"rail-jobs"_s) && m_desk->find(u"rail-jobs"_s)->isEnabled(); }, 30000));
}

void TestTimelineJourney::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-timeline-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

bool TestTimelineJourney::open(const QString &id, const QString &state)
{
    QTest::keySequence(m_desk->window(), QKeySequence(u"Ctrl+K"_s));
    if (!m_desk->waitFor([] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }))
        return false;
    QTest::keyClicks(QApplication::focusWidget(), id);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    return m_desk->waitFor([&] { return m_desk->find<StateBadge>(state); }, 60000) && m_desk->openTab(u"Timeline"_s) &&
           m_desk->waitFor([this] { return chart() && chart()->timeline() && chart()->rows().count() > 2; });
}

bool TestTimelineJourney::choose(const QString &title)
{
    for (int place = 0; place < chart()->rows().count(); ++place) {
        if (chart()->rows().row(place).title == title) {
            QTest::mouseClick(chart()->viewport(), Qt::LeftButton, {},
                              chart()->rowRect(chart()->rows().rowAt(place)).center());
            return true;
        }
    }
    return false;
}

void TestTimelineJourney::aRunWithBranchesAndTimers()
{
    QVERIFY(open(m_rollout, u"Running"_s));
    m_desk->screenshot(u"timeline-running"_s);
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Completed"_s); }, 60000));
    QVERIFY(m_desk->waitFor([this] { return chart()->timeline()->rowOfState(u"Announce"_s) >= 0; }));
    QVERIFY(choose(u"Checks"_s));
    m_desk->screenshots(u"timeline"_s);
}

void TestTimelineJourney::oneSelection()
{
    QVERIFY(choose(u"scan image"_s));
    QVERIFY(m_desk->openTab(u"Source"_s));
    QVERIFY(m_desk->waitFor([this] {
        auto *code = m_desk->find<QPlainTextEdit>(u"Source of the workflow"_s);
        return code && code->textCursor().block().text().contains(u"scan image"_s);
    }));
    m_desk->screenshot(u"timeline-source"_s);
    QVERIFY(m_desk->openTab(u"Timeline"_s));
}

void TestTimelineJourney::theAxisReplays()
{
    QTest::mouseClick(chart()->viewport(), Qt::LeftButton, {}, chart()->axisRect().center());
    QAbstractSlider *slider = nullptr;
    QVERIFY(m_desk->waitFor([&] { return (slider = m_desk->find<QAbstractSlider>(u"Time of the run"_s)); }));
    QVERIFY(chart()->cursorTime().isValid());
    m_desk->screenshot(u"timeline-replay"_s);
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Escape);
    QVERIFY(m_desk->waitFor([this] { return !chart()->cursorTime().isValid(); }));
}

void TestTimelineJourney::aRetriedRun()
{
    QVERIFY(open(m_ledger, u"Failed"_s));
    m_desk->screenshot(u"timeline-failed"_s);
    m_operator->setHealthy(u"ledger"_s, true);
    QVERIFY(m_desk->click(u"Retry"_s));
    QVERIFY(m_desk->click(u"Retry"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Completed"_s); }, 60000));
    QVERIFY(m_desk->openTab(u"Timeline"_s));
    QVERIFY(m_desk->waitFor([this] {
        for (const TimelineRow &row : chart()->timeline()->rows) {
            if (row.attempt == 2 && row.status == TimelineRow::Status::Done)
                return true;
        }
        return false;
    }));
    m_desk->screenshots(u"timeline-retried"_s);
    m_operator->setHealthy(u"ledger"_s, false);
}

void TestTimelineJourney::aLoop()
{
    QVERIFY(open(m_batch, u"Completed"_s));
    QVERIFY(m_desk->waitFor([this] { return chart()->rows().count() > 30; }));
    chart()->setFocus();
    QTest::keyClick(chart(), Qt::Key_Home);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(chart(), Qt::Key_Down);
    m_desk->screenshot(u"timeline-loop"_s);
}

QTEST_MAIN(TestTimelineJourney)
#include "tst_timelines.moc"
