// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/pages/pagetest.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphheatlegend.h"
#include "ui/pages/workflows/heatcontrol.h"
#include "ui/pages/workflows/workflowpage.h"

#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

class TestWorkflowHeat : public QObject
{
    Q_OBJECT

    std::unique_ptr<PageTest> m_test;
    std::unique_ptr<WorkflowPage> m_page;
    HeatControl *m_heat = nullptr;
    GraphCanvas *m_canvas = nullptr;
    const Location m_orders{u"workflow"_s, u"order-fulfilment"_s, u"1.2"_s};

    FakeInstances &server() { return m_test->fake.instances; }
    void open()
    {
        m_page = m_test->open<WorkflowPage>(m_orders);
        m_heat = m_page->findChild<HeatControl *>();
        m_canvas = m_page->findChild<GraphCanvas *>();
        QTRY_VERIFY(m_canvas->picture());
    }
    /// Made by hand: a run that checked the order and, unless it is refused there, failed to invoice it.
    void put(const QString &id, bool failed, const QString &version = u"1.2"_s)
    {
        WorkflowInstance run;
        run.id = id;
        run.workflowId = m_orders.id;
        run.version = version;
        run.detailed = true;
        run.start = m_test->fake.clock.now().addSecs(-600);
        run.state = failed ? InstanceState::Error : InstanceState::Completed;
        for (const NodeDefinition &node : fakeWorkflows().constFirst().definition.nodes) {
            const bool invoice = node.action == u"send invoice"_s;
            if (node.action != u"validate order"_s && !(failed && invoice))
                continue;
            NodeInstance visit;
            visit.id = id + node.id;
            visit.definitionId = node.uniqueId;
            visit.type = node.type;
            visit.enter = run.start;
            if (!invoice)
                visit.exit = run.start.addMSecs(40);
            else
                visit.errorMessage = u"down"_s;
            run.nodes << visit;
        }
        server().put(run);
    }
    QString text(const QString &title) const
    {
        for (const GraphNode &node : m_canvas->picture()->model.nodes) {
            const HeatMark *mark = node.title == title ? m_canvas->painter().heatOf(node) : nullptr;
            if (mark)
                return mark->text;
        }
        return {};
    }
    QString facts() const
    {
        for (const QLabel *label : m_heat->legend()->findChildren<QLabel *>()) {
            if (label->accessibleName() == u"Runs looked at"_s)
                return label->accessibleDescription();
        }
        return {};
    }
    void step() { QTest::keyClick(m_canvas, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier); }

private Q_SLOTS:
    void init()
    {
        m_test = std::make_unique<PageTest>();
        server().setGenerated(0);
    }
    void cleanup()
    {
        m_page.reset();
        m_test.reset();
    }

    void coloursByHandMadeRuns()
    {
        for (int i = 0; i < 3; ++i)
            put(u"good%1"_s.arg(i), false);
        put(u"bad"_s, true);
        put(u"old"_s, true, u"1.1"_s); // another version
        open();
        QVERIFY(!m_heat->legend()->isVisible());
        QCOMPARE(server().nodeQueries.size(), 0); // nobody asked for it
        m_page->activateWindow();
        m_canvas->setFocus();
        step();
        QTRY_COMPARE(text(u"Check order"_s), u"4 run(s)"_s);
        QVERIFY(m_heat->legend()->isVisible());
        QCOMPARE(text(u"Turn down"_s), u"0 run(s)"_s);
        QTRY_VERIFY(facts().startsWith(u"4 run(s) · read "_s));
        QVERIFY(facts().contains(u"version 1.2 only"_s));
        QVERIFY(facts().contains(u"1 run(s) of other versions"_s));
        step();
        QCOMPARE(m_heat->measure(), HeatMeasure::Failures);
        QCOMPARE(text(u"send invoice"_s), u"1 of 1 failed"_s);
        QCOMPARE(text(u"Check order"_s), u"0 of 4 failed"_s);
        step();
        QCOMPARE(text(u"Check order"_s), u"40 ms"_s); // its one action lasted as long
        QCOMPARE(server().nodeQueries.size(), 1);     // once for all measures
        step();
        QVERIFY(!m_heat->measure());
        QVERIFY(!m_canvas->painter().heat());
        QVERIFY(!m_heat->legend()->isVisible());
    }

    void readsPageByPage()
    {
        server().setGenerated(2000);
        open();
        m_heat->setMeasure(HeatMeasure::Runs);
        QTRY_COMPARE(text(u"Check order"_s), u"100 run(s)"_s);
        QCOMPARE(server().nodeQueries.size(), 4);
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(server().nodeQueries.at(i).limit, HeatReader::kPage);
            QCOMPARE(server().nodeQueries.at(i).offset, i * HeatReader::kPage);
            QCOMPARE(server().nodeQueries.at(i).workflowIds, QStringList{m_orders.id});
            QCOMPARE(server().nodeQueries.at(i).order, InstanceQuery::Order::StartDescending);
        }
        auto *count = m_heat->legend()->findChildren<QComboBox *>().at(1);
        count->setCurrentIndex(0);
        Q_EMIT count->activated(0);
        QTRY_COMPARE(text(u"Check order"_s), u"20 run(s)"_s);
        QCOMPARE(server().nodeQueries.last().limit, 20);
    }

    void sayingHowFarItIsAndStopping()
    {
        server().setGenerated(2000);
        open();
        server().nodePages.delayMs = 150;
        m_heat->setMeasure(HeatMeasure::Runs);
        QTRY_VERIFY(facts().contains(u"25 of 100"_s));
        server().nodePages.hang = true;
        QTRY_VERIFY(server().nodePages.waiting() > 0);
        PageTest::buttonWithText<QPushButton>(m_heat->legend(), u"Stop"_s)->click();
        QTRY_COMPARE(server().nodePages.cancelled(), 1); // the server need not answer any more
        QTRY_VERIFY(!text(u"Check order"_s).isEmpty());  // what was read is shown
        QVERIFY(facts().contains(u" run(s) · read "_s));
        QVERIFY(!PageTest::buttonWithText<QPushButton>(m_heat->legend(), u"Stop"_s));
        // Off while it reads: nothing is asked for any more.
        m_heat->refresh();
        QTRY_VERIFY(server().nodePages.waiting() > 1);
        m_heat->setMeasure(std::nullopt);
        QTRY_COMPARE(server().nodePages.cancelled(), 2);
    }

    void noRunsYet()
    {
        open();
        m_heat->setMeasure(HeatMeasure::Runs);
        QTRY_VERIFY(facts().startsWith(u"No runs yet"_s));
        QVERIFY(!m_canvas->painter().heat()); // the graph looks as without colours
        put(u"old"_s, false, u"1.1"_s);
        m_page->refresh();
        QTRY_VERIFY(facts().startsWith(u"No runs of this version yet"_s));
        put(u"new"_s, false);
        m_page->refresh();
        QTRY_COMPARE(text(u"Check order"_s), u"1 run(s)"_s);
    }

    void failureAndRetry()
    {
        put(u"good"_s, false);
        server().nodePages.error = fakeError();
        open();
        m_heat->setMeasure(HeatMeasure::Runs);
        QTRY_VERIFY(PageTest::visibleText(m_heat->legend()).contains(fakeError().why));
        server().nodePages.error.reset();
        PageTest::buttonWithText<QPushButton>(m_heat->legend(), u"Try again"_s)->click();
        QTRY_COMPARE(text(u"Check order"_s), u"1 run(s)"_s);
        QVERIFY(!PageTest::visibleText(m_heat->legend()).contains(fakeError().why));
        // A later failure leaves what is there, and says since when.
        const QString before = facts();
        put(u"second"_s, false);
        server().nodePages.error = fakeError(Error::Kind::Timeout);
        m_test->fake.clock.advance(60'000);
        m_heat->refresh();
        QTRY_VERIFY(PageTest::visibleText(m_heat->legend()).contains(fakeError().why));
        QCOMPARE(text(u"Check order"_s), u"1 run(s)"_s);
        QCOMPARE(facts(), before);
        // Off and on again shows the same runs, not half of others.
        m_heat->setMeasure(std::nullopt);
        m_heat->setMeasure(HeatMeasure::Failures);
        QTRY_COMPARE(text(u"Check order"_s), u"0 of 1 failed"_s);
    }

    void isRememberedAndReadWhenSeen()
    {
        put(u"good"_s, false);
        open();
        m_heat->setMeasure(HeatMeasure::Duration);
        QTRY_COMPARE(text(u"Check order"_s), u"40 ms"_s);
        const QJsonObject state = m_page->saveState();
        m_page.reset();
        server().nodeQueries.clear();
        auto page = std::make_unique<WorkflowPage>(m_test->context, m_orders);
        page->restoreState(state);
        auto *heat = page->findChild<HeatControl *>();
        QCOMPARE(heat->measure(), HeatMeasure::Duration);
        QTest::qWait(50);
        QCOMPARE(server().nodeQueries.size(), 0); // a tab behind others asks for nothing
        page->resize(1100, 760);
        page->show();
        QTRY_COMPARE(server().nodeQueries.size(), 1);
        page->restoreState({{u"heat"_s, QJsonObject{{u"measure"_s, 77}, {u"runs"_s, -1}}}});
        QCOMPARE(heat->measure(), HeatMeasure::Duration);
    }

    void choiceStandsInTheGraph()
    {
        put(u"good"_s, false);
        open();
        QToolButton *tool = nullptr;
        for (QToolButton *button : m_page->findChildren<QToolButton *>()) {
            if (button->accessibleName() == u"Colour by the last runs"_s)
                tool = button;
        }
        QVERIFY(tool && tool->isVisible() && tool->defaultAction()->menu());
        const QList<QAction *> choices = tool->defaultAction()->menu()->actions();
        QStringList names;
        for (QAction *action : choices)
            names << action->text().remove(u'&');
        QCOMPARE(names, (QStringList{u"Off"_s, {}, u"Runs"_s, u"Failures"_s, u"Duration"_s}));
        choices.at(3)->trigger();
        QCOMPARE(m_heat->measure(), HeatMeasure::Failures);
        choices.at(0)->trigger();
        QVERIFY(!m_heat->measure());
        m_heat->setMeasure(HeatMeasure::Runs);
        QCOMPARE(PageTest::namelessControls(m_page.get()), QStringList());
    }
};

QTEST_MAIN(TestWorkflowHeat)
#include "tst_workflowheat.moc"
