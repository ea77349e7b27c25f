// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/graph/graphview.h"
#include "ui/pages/instances/instancepage.h"
#include "ui/pages/instances/jobsview.h"
#include "ui/pages/instances/timelineview.h"
#include "ui/pages/jobs/batchbar.h"
#include "ui/pages/jobs/batchreport.h"
#include "ui/pages/jobs/jobactions.h"
#include "ui/pages/jobs/rescheduledialog.h"
#include "ui/widgets/chiprow.h"

#include <QClipboard>
#include <QDateTimeEdit>
#include <QDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

class TestJobActions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Vienna"); }
    void dialogNamesTheZone();
    void stepsCountFromTheAnswer();
    void tomorrowIsByTheCalendar();
    void pastTimesFireAtOnce();
    void farTimesAreRefused();
    void cancelSaysWhatHappensToTheInstance();
    void refusedJobIsTold();
    void jobThatVanishedMeanwhile();
    void manyEndInAReport();
    void productionAsksOnceMore();
    void hostileTextsStayText();
    void theInstancesTabReschedulesToo();
    void fromAJobToItsNode();

private:
    static QDialog *dialog() { return qobject_cast<QDialog *>(QApplication::activeModalWidget()); }
    static bool press(const QString &text)
    {
        auto *button = dialog() ? PageTest::buttonWithText<QPushButton>(dialog(), text) : nullptr;
        if (!button || !button->isEnabled())
            return false;
        button->click();
        return true;
    }
};

void TestJobActions::dialogNamesTheZone()
{
    FakeClock clock; // 14:30 UTC on a day in winter
    Job job;
    job.expirationTime = clock.now().addSecs(3600);
    RescheduleDialog local({job}, u"about"_s, TimeStyle::Local, clock);
    local.show();
    QVERIFY(PageTest::visibleText(&local).contains(u"Europe/Vienna (UTC+01:00)"_s));
    QCOMPARE(local.when(), job.expirationTime); // where it is now
    local.picker()->setDateTime(QDateTime(QDate(2026, 7, 1), QTime(12, 0)));
    QVERIFY(PageTest::visibleText(&local).contains(u"UTC+02:00"_s)); // summer then
    QCOMPARE(local.when(), QDateTime(QDate(2026, 7, 1), QTime(10, 0), Qt::UTC));
    QCOMPARE(unnamedControls(&local), QStringList());

    RescheduleDialog utc({job}, u"about"_s, TimeStyle::Utc, clock);
    utc.show();
    utc.picker()->setDateTime(QDateTime(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC));
    QCOMPARE(utc.when(), QDateTime(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC));
    QVERIFY(!PageTest::visibleText(&utc).contains(u"Vienna"_s));
}

void TestJobActions::stepsCountFromTheAnswer()
{
    FakeClock clock;
    RescheduleDialog ask({Job()}, {}, TimeStyle::Local, clock);
    ask.choices()->chip(2)->click(); // in 5 min
    clock.advance(60'000);
    QCOMPARE(ask.when(), clock.now().addSecs(300));
    QVERIFY(!ask.isAtOnce());
    ask.choices()->chip(0)->click(); // now
    QVERIFY(!ask.choices()->chip(2)->isChecked());
    clock.advance(60'000);
    QCOMPARE(ask.when(), clock.now());
    QVERIFY(ask.isAtOnce());
    ask.picker()->stepBy(1); // by hand: no step any more
    QVERIFY(ask.choices()->checked().isEmpty());
}

void TestJobActions::tomorrowIsByTheCalendar()
{
    FakeClock clock(QDateTime(QDate(2026, 3, 28), QTime(12, 0), Qt::UTC)); // a day of 23 hours follows
    RescheduleDialog ask({Job()}, {}, TimeStyle::Local, clock);
    ask.choices()->chip(5)->click();
    QCOMPARE(ask.when(), clock.now().addSecs(23 * 3600));
}

void TestJobActions::pastTimesFireAtOnce()
{
    FakeClock clock;
    Job late;
    late.expirationTime = clock.now().addDays(-3);
    RescheduleDialog ask({late}, {}, TimeStyle::Local, clock);
    ask.show();
    QVERIFY(ask.when() > clock.now()); // what is offered is never in the past
    ask.picker()->setDateTime(clock.now().toLocalTime().addSecs(-60));
    QVERIFY(PageTest::visibleText(&ask).contains(u"fires at once"_s));
    QVERIFY(ask.isAtOnce());
}

void TestJobActions::farTimesAreRefused()
{
    FakeClock clock;
    RescheduleDialog ask({Job()}, {}, TimeStyle::Local, clock);
    ask.show();
    ask.picker()->setDateTime(QDateTime(QDate(2206, 1, 1), QTime(0, 0)));
    auto *accept = PageTest::buttonWithText<QPushButton>(&ask, u"Reschedule"_s);
    QVERIFY(accept && !accept->isEnabled());
    QVERIFY(!accept->toolTip().isEmpty());
    ask.choices()->chip(1)->click();
    QVERIFY(accept->isEnabled());
}

#define WITH_ACTIONS                                                                                                   \
    QWidget owner;                                                                                                     \
    owner.show();                                                                                                      \
    JobActions actions(test.context, &owner);                                                                          \
    QSignalSpy ended(&actions, &JobActions::ended);                                                                    \
    QSignalSpy failed(&actions, &JobActions::failed);                                                                  \
    const auto job = [&](int i) { return test.fake.jobs.generated(i); }

void TestJobActions::cancelSaysWhatHappensToTheInstance()
{
    PageTest test;
    WITH_ACTIONS;
    actions.cancel({job(4)}, u"<b>Order</b>"_s);
    QVERIFY(dialog());
    const QString text = PageTest::visibleText(dialog());
    QVERIFY(text.contains(u"stays active"_s) && text.contains(u"<b>Order</b>"_s));
    QVERIFY(press(u"Keep it"_s));
    QVERIFY(test.fake.jobs.actionLog.isEmpty());
    actions.cancel({job(4)}, {});
    QVERIFY(press(u"Cancel job"_s));
    QVERIFY(actions.isBusy());
    QVERIFY(test.navigator.messages.isEmpty()); // nothing is done yet
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(test.navigator.messages, QStringList{u"The job is cancelled"_s});
    QCOMPARE(test.fake.live.refreshes, 1);
    actions.cancel({test.fake.jobs.current(job(4).id)}, {}); // over
    QVERIFY(!dialog());
}

void TestJobActions::refusedJobIsTold()
{
    PageTest test;
    WITH_ACTIONS;
    test.fake.jobs.refused.insert(job(4).id, fakeError(Error::Kind::Forbidden));
    actions.cancel({job(4)}, {});
    QVERIFY(press(u"Cancel job"_s));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, Error::Kind::Forbidden);
    QVERIFY(test.navigator.messages.isEmpty());
}

void TestJobActions::jobThatVanishedMeanwhile()
{
    PageTest test;
    WITH_ACTIONS;
    actions.reschedule({job(4)}, {});
    QVERIFY(qobject_cast<RescheduleDialog *>(dialog()));
    test.fake.jobs.remove(job(4).id);
    QVERIFY(press(u"Reschedule"_s));
    QTRY_COMPARE(failed.count(), 1);
    const auto error = failed.constFirst().constFirst().value<Error>();
    QVERIFY(error.what.contains(u"not rescheduled"_s) && !error.why.isEmpty());
    QVERIFY(test.fake.jobs.actionLog.isEmpty());
}

void TestJobActions::manyEndInAReport()
{
    PageTest test;
    WITH_ACTIONS;
    BatchBar bar(actions, &owner);
    QList<Job> jobs;
    for (int i = 0; i < 8; ++i)
        jobs << job(i);
    Job over = job(39);
    jobs << over;
    test.fake.jobs.refused.insert(job(3).id, fakeError(Error::Kind::Forbidden));
    test.fake.jobs.remove(job(5).id);
    test.fake.jobs.actions.hang = true;
    actions.cancel(jobs, {});
    QVERIFY(PageTest::visibleText(dialog()).contains(u"are over"_s)); // one is left out, and that is said
    QVERIFY(press(u"Cancel 8 job(s)"_s) || press(u"Cancel 8 jobs"_s));
    QTRY_VERIFY(bar.isVisible());
    QVERIFY(!actions.ruleFor(jobs).allowed);
    QVERIFY(!actions.ruleFor(jobs).reason.isEmpty());
    QTRY_VERIFY(test.fake.jobs.actions.waiting() > 0);
    test.fake.jobs.actions.release();
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(!bar.isVisible());
    QVERIFY(dialog());
    const QString report = dialog()->findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY2(report.contains(u"6 done"_s) && report.contains(u"1 failed"_s) && report.contains(u"1 left alone"_s),
             qPrintable(report));
    QVERIFY(report.contains(fakeError().why));
    QVERIFY(report.indexOf(u"1 failed"_s) < report.indexOf(u"6 done"_s));
    QVERIFY(press(u"Copy report"_s));
    QVERIFY(QGuiApplication::clipboard()->text().contains(job(3).instanceId));
    QVERIFY(press(u"Close"_s) || press(u"&Close"_s));
}

void TestJobActions::productionAsksOnceMore()
{
    PageTest test(u"Production"_s);
    WITH_ACTIONS;
    actions.reschedule({job(4)}, {});
    QVERIFY(press(u"Reschedule"_s));
    QVERIFY(dialog() && !qobject_cast<RescheduleDialog *>(dialog()));
    QVERIFY(!press(u"Reschedule"_s)); // the word is to be typed first
    QTest::keyClicks(dialog()->findChild<QLineEdit *>(), u"Production"_s);
    QVERIFY(press(u"Reschedule"_s));
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(test.fake.jobs.actionLog.size(), 1);

    actions.cancel({job(5), job(6)}, {});
    QVERIFY(!press(u"Cancel 2 job(s)"_s) && !press(u"Cancel 2 jobs"_s));
    QVERIFY(press(u"Keep them"_s));
}

void TestJobActions::hostileTextsStayText()
{
    PageTest test;
    Job evil = test.fake.jobs.generated(4);
    evil.id = u"<img src=x>\n\u202e"_s;
    evil.workflowId = u"<b>w</b>"_s;
    JobBatch batch(test.fake.jobs, JobBatch::Verb::Cancel, {evil, evil}, {});
    QSignalSpy finished(&batch, &JobBatch::finished);
    batch.start();
    QTRY_COMPARE(finished.count(), 1);
    const QString report = batchReport(batch, TimeStyle::Utc, test.fake.clock.now());
    QVERIFY(report.contains(u"<img src=x>"_s) && !report.contains(QChar(0x202e)));
    RescheduleDialog ask({evil}, evil.id, TimeStyle::Local, test.fake.clock);
    ask.show();
    QVERIFY(PageTest::visibleText(&ask).contains(u"<img src=x>"_s));
    for (const QLabel *label : ask.findChildren<QLabel *>())
        QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText || !label->text().contains(u'<'));
}

void TestJobActions::theInstancesTabReschedulesToo()
{
    PageTest test;
    const WorkflowInstance instance = test.newest(InstanceState::Active);
    auto page = test.open<InstanceDetailPage>({u"instance"_s, instance.id, {}});
    auto *view = page->findChild<JobsView *>();
    QTRY_VERIFY(page->findChild<QTabWidget *>());
    page->findChild<QTabWidget *>()->setCurrentWidget(view);
    QTRY_COMPARE(view->view()->model()->rowCount(), 1);
    auto *reschedule = PageTest::buttonWithText<QPushButton>(view, u"Reschedule…"_s);
    QVERIFY(reschedule && !reschedule->isEnabled() && !reschedule->toolTip().isEmpty());
    view->view()->selectRow(0);
    QVERIFY(reschedule->isEnabled());
    reschedule->click();
    auto *ask = qobject_cast<RescheduleDialog *>(dialog());
    QVERIFY(ask);
    ask->choices()->chip(0)->click();
    QVERIFY(press(u"Reschedule"_s));
    QTRY_COMPARE(test.navigator.messages, QStringList{u"The job fired"_s});
    QCOMPARE(test.fake.jobs.actionLog.size(), 1);

    PageTest::buttonWithText<QPushButton>(view, u"On the Jobs page"_s)->click();
    QCOMPARE(test.navigator.opened.constLast().toText(), u"jobs:id="_s + instance.id);
}

void TestJobActions::fromAJobToItsNode()
{
    PageTest test;
    const WorkflowInstance instance = test.newest(InstanceState::Active);
    Job other = test.fake.jobs.generated(3);
    other.id = u"other"_s;
    other.instanceId = instance.id;
    other.nodeInstanceId = instance.nodes.constFirst().id;
    other.expirationTime = test.fake.clock.now();
    Job wanted = other;
    wanted.id = u"wanted"_s;
    wanted.nodeInstanceId = instance.nodes.constLast().id;
    wanted.expirationTime = test.fake.clock.now().addSecs(60);
    test.fake.jobs.put(other);
    test.fake.jobs.put(wanted);
    auto page = test.open<InstanceDetailPage>({u"instance"_s, instance.id, {}});
    page->showPart(u"node="_s + wanted.nodeInstanceId); // before anything was read
    auto *view = page->findChild<JobsView *>();
    QTRY_COMPARE(page->findChild<QTabWidget *>()->currentWidget(), view);
    QTRY_COMPARE(view->view()->currentIndex().data(IdRole).toString(), u"wanted"_s);
    auto *timeline = page->findChild<TimelineView *>();
    QTRY_VERIFY(timeline->currentNode());
    QCOMPARE(timeline->currentNode()->id, wanted.nodeInstanceId);
    QTRY_VERIFY(!page->findChild<GraphView *>()->selectedState().isEmpty());
    page->showPart(u"node="_s + other.nodeInstanceId);
    QCOMPARE(view->view()->currentIndex().data(IdRole).toString(), u"other"_s);
    page->showPart(u"node=nobody"_s);
    page->showPart(u"nonsense"_s);
    QCOMPARE(view->view()->currentIndex().data(IdRole).toString(), u"other"_s);
}

QTEST_MAIN(TestJobActions)
#include "tst_jobactions.moc"
