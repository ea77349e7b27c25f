// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/desk.h"
#include "ui/widgets/statebadge.h"

#include <QLabel>
#include <QLineEdit>

using namespace podium;
using namespace Qt::StringLiterals;

/// A timer from the run that set it to its end, on the real services and through the real window: found among all jobs,
/// fired ahead of its time, another one cancelled.
class TestJobs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void cleanup();
    void startsARunThatWaits();
    void findsTheTimerOfTheInstance();
    void firesItNow();
    void cancelsTheOther();
    void showsAllJobs();
    void journalTellsWhatWasDone();

private:
    bool startRun();
    bool showsOnly(const QString &state);

    std::unique_ptr<Desk> m_desk;
};

void TestJobs::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    m_desk = std::make_unique<Desk>();
    m_desk->startOnSandbox();
    QVERIFY(m_desk->click(u"Sign in"_s, 20000));
    QVERIFY(m_desk->waitFor(
        [this] { return m_desk->find(u"rail-jobs"_s) && m_desk->find(u"rail-jobs"_s)->isEnabled(); }, 30000));
}

void TestJobs::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-jobs-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

bool TestJobs::startRun()
{
    return m_desk->click(u"rail-workflows"_s) && m_desk->openRow(u"Workflows"_s, u"Nightly backup"_s) &&
           m_desk->click(u"Run"_s) && m_desk->click(u"Start run"_s) &&
           m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Running"_s); }, 30000);
}

/// The instance's jobs tab shows one job, in this state.
bool TestJobs::showsOnly(const QString &state)
{
    return m_desk->waitFor(
        [&] {
            auto *view = m_desk->find<QAbstractItemView>(u"Jobs of this instance"_s);
            return view && view->model()->rowCount() == 1 && view->model()->index(0, 1).data().toString() == state;
        },
        30000);
}

void TestJobs::startsARunThatWaits()
{
    QVERIFY(startRun());
    QVERIFY(m_desk->openTab(u"Jobs"_s));
    QVERIFY(showsOnly(u"Scheduled"_s));
}

void TestJobs::findsTheTimerOfTheInstance()
{
    QVERIFY(m_desk->click(u"On the Jobs page"_s));
    QVERIFY(m_desk->waitFor([this] {
        auto *view = m_desk->find<QAbstractItemView>(u"Jobs"_s);
        const QString node =
            view && view->model()->rowCount() == 1 ? view->model()->index(0, 1).data().toString() : QString();
        return !node.isEmpty() && node != u"Whole instance"_s;
    }));
    m_desk->screenshots(u"jobs-of-one"_s);
    // And back, with its job in front.
    QVERIFY(m_desk->openRow(u"Jobs"_s, u"Scheduled"_s));
    QVERIFY(showsOnly(u"Scheduled"_s));
    QVERIFY(m_desk->waitFor([this] {
        return m_desk->find<QAbstractButton>(u"Reschedule…"_s) &&
               m_desk->find<QAbstractButton>(u"Reschedule…"_s)->isEnabled();
    }));
}

void TestJobs::firesItNow()
{
    QVERIFY(m_desk->click(u"Reschedule…"_s));
    QVERIFY(m_desk->click(u"Now"_s));
    QVERIFY(m_desk->seesText(u"fires at once"_s));
    m_desk->screenshots(u"reschedule"_s);
    QVERIFY(m_desk->click(u"Reschedule"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Completed"_s); }, 30000));
    QVERIFY(showsOnly(u"Executed"_s));
}

void TestJobs::cancelsTheOther()
{
    QVERIFY(startRun());
    QVERIFY(m_desk->openTab(u"Jobs"_s));
    QVERIFY(showsOnly(u"Scheduled"_s));
    m_desk->find<QAbstractItemView>(u"Jobs of this instance"_s)
        ->setCurrentIndex(m_desk->find<QAbstractItemView>(u"Jobs of this instance"_s)->model()->index(0, 0));
    QVERIFY(m_desk->click(u"Cancel job…"_s));
    QVERIFY(m_desk->seesText(u"stays active"_s));
    QVERIFY(m_desk->click(u"Cancel job"_s));
    QVERIFY(showsOnly(u"Cancelled"_s));
    QVERIFY(m_desk->find<StateBadge>(u"Running"_s)); // as the question said
    QVERIFY(m_desk->click(u"Abort"_s));
    QVERIFY(m_desk->click(u"Abort"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Aborted"_s); }, 30000));
}

void TestJobs::showsAllJobs()
{
    QVERIFY(m_desk->click(u"rail-jobs"_s));
    QVERIFY(m_desk->click(u"Clear filters"_s));
    QVERIFY(m_desk->waitFor([this] {
        auto *view = m_desk->find<QAbstractItemView>(u"Jobs"_s);
        return view && view->model()->rowCount() >= 2 && m_desk->seesText(u"Executed"_s);
    }));
    m_desk->screenshots(u"jobs"_s);
}

void TestJobs::journalTellsWhatWasDone()
{
    QTest::keySequence(m_desk->window(), QKeySequence(u"Ctrl+K"_s));
    QVERIFY(m_desk->waitFor([this] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }));
    QTest::keyClicks(QApplication::focusWidget(), u"Journal of actions"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QAbstractItemView *list = nullptr;
    QVERIFY(m_desk->waitFor([&] {
        list = m_desk->find<QAbstractItemView>(u"Actions"_s);
        return list && list->model()->rowCount() >= 5;
    }));
    QStringList actions; // the newest first, with who did it
    for (int row = 0; row < 5; ++row)
        actions << list->model()->index(row, 2).data().toString();
    QCOMPARE(actions.join(u", "_s), u"Abort the instance, Cancel a job, Start a run, Reschedule a job, Start a run"_s);
    QCOMPARE(list->model()->index(0, 1).data().toString(), u"operator"_s);
    m_desk->screenshots(u"journal"_s);
}

QTEST_MAIN(TestJobs)
#include "tst_jobs.moc"
