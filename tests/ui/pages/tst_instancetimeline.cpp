// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/models/timeline/longruns.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphreplaybar.h"
#include "ui/graph/graphview.h"
#include "ui/pages/instances/instancepage.h"
#include "ui/pages/instances/nodeselection.h"
#include "ui/pages/instances/instancesource.h"
#include "ui/pages/instances/jobsview.h"
#include "ui/pages/instances/nodedataview.h"
#include "ui/pages/instances/timelineview.h"
#include "ui/pages/parts/sourceview.h"
#include "ui/timeline/timelinechart.h"
#include "ui/widgets/codeview.h"

#include <QClipboard>
#include <QMenu>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTextBlock>
#include <QTreeView>

using namespace podium;
using namespace Qt::StringLiterals;

/// One selection for graph, timeline, source and data of an instance.
class TestInstanceTimeline : public QObject
{
    Q_OBJECT

    std::unique_ptr<PageTest> m_test;
    std::unique_ptr<InstanceDetailPage> m_page;
    WorkflowInstance m_instance;
    TimelineChart *m_chart = nullptr;
    TimelineView *m_view = nullptr;
    GraphView *m_graph = nullptr;
    InstanceSource *m_source = nullptr;

    /// A run of the order workflow that waits for the courier.
    WorkflowInstance waiting() const
    {
        for (int i = 0;; ++i) {
            const WorkflowInstance row = fakeInstance(i, m_test->fake.clock.now());
            if (row.workflowId == u"order-fulfilment"_s && row.state == InstanceState::Active)
                return m_test->fake.instances.current(row.id);
        }
    }
    void open(const WorkflowInstance &instance)
    {
        m_instance = instance;
        m_test->fake.instances.put(instance);
        m_page = m_test->open<InstanceDetailPage>({u"instance"_s, instance.id, {}});
        m_chart = m_page->findChild<TimelineChart *>();
        m_view = m_page->findChild<TimelineView *>();
        m_graph = m_page->findChild<GraphView *>();
        m_source = m_page->findChild<InstanceSource *>();
        QTRY_COMPARE(m_page->findChild<StateView *>()->shown(), StateView::Shown::Content);
        QTRY_VERIFY(m_chart->timeline() && !m_chart->timeline()->rows.isEmpty());
        m_page->tabs()->setCurrentWidget(m_view);
    }
    void openWithoutGraph()
    {
        open(waiting());
        QTRY_VERIFY(m_chart->timeline()->rowOfState(u"Check order"_s) >= 0);
    }
    void openWaiting()
    {
        openWithoutGraph();
        QTRY_VERIFY(m_page->findChild<GraphCanvas *>()->picture());
    }
    int rowTitled(const QString &title) const
    {
        for (int i = 0; i < m_chart->timeline()->rows.size(); ++i) {
            if (m_chart->timeline()->rows.at(i).title == title)
                return i;
        }
        return -1;
    }
    void click(const QString &title)
    {
        QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, {}, m_chart->rowRect(rowTitled(title)).center());
    }
    QString markedLine() const
    {
        const CodeView *code = m_source->view()->code();
        return code->textCursor().block().text().trimmed();
    }

private Q_SLOTS:
    void init() { m_test = std::make_unique<PageTest>(); }
    void cleanup()
    {
        m_page.reset();
        m_test.reset();
    }

    void theTimelineChoosesStateAndSource()
    {
        openWaiting();
        click(u"reserve stock"_s);
        QCOMPARE(m_graph->selectedState(), u"Pick and invoice"_s);
        m_page->tabs()->setCurrentWidget(m_source); // the text is taken in now
        QTRY_COMPARE(markedLine(), u"- name: reserve stock"_s);
        m_page->tabs()->setCurrentWidget(m_view);
        click(u"Cool down"_s);
        QCOMPARE(m_graph->selectedState(), u"Cool down"_s);
        QCOMPARE(markedLine(), u"- name: Cool down"_s);
        QTest::keyClick(m_chart, Qt::Key_Escape);
        QCOMPARE(m_graph->selectedState(), QString());
    }

    void theGraphChoosesLaneAndSource()
    {
        openWaiting();
        m_page->tabs()->setCurrentWidget(m_source);
        QTRY_VERIFY(m_source->view()->lineOf(u"Cool down"_s) > 0);
        Q_EMIT m_graph->stateSelected(u"Cool down"_s, 1);
        QCOMPARE(m_view->currentRow()->title, u"Cool down"_s);
        QCOMPARE(markedLine(), u"- name: Cool down"_s);
        m_page->tabs()->setCurrentWidget(m_view);
        Q_EMIT m_graph->stateActivated(u"Wait for courier"_s, 1);
        QCOMPARE(m_page->tabs()->currentWidget(), m_source);
        QCOMPARE(markedLine(), u"- name: Wait for courier"_s);
    }

    void theSourceChoosesStateAndLane()
    {
        openWaiting();
        m_page->tabs()->setCurrentWidget(m_source);
        QTRY_VERIFY(m_source->view()->lineOf(u"Is it in stock"_s) > 0);
        m_source->view()->code()->goToLine(m_source->view()->lineOf(u"Is it in stock"_s) + 1);
        QCOMPARE(m_graph->selectedState(), u"Is it in stock"_s);
        QVERIFY(m_view->currentRow());
        QCOMPARE(m_view->currentRow()->state, u"Is it in stock"_s);
    }

    void liveUpdatesKeepTheSelection()
    {
        openWaiting();
        click(u"send invoice"_s);
        const QString chosen = m_view->currentNode()->id;
        WorkflowInstance moved = m_instance;
        NodeInstance late = moved.nodes.constFirst();
        late.id = u"an earlier one"_s;
        late.enter = late.enter.addMSecs(-50);
        moved.nodes.prepend(late);
        moved.nodes.last().exit = moved.nodes.constLast().enter.addSecs(4);
        m_test->fake.change(moved);
        QTRY_COMPARE(m_chart->timeline()->visits.size(), moved.nodes.size());
        QCOMPARE(m_view->currentNode()->id, chosen);
        QCOMPARE(m_graph->selectedState(), u"Pick and invoice"_s);
    }

    void sourceThatIsNotKept()
    {
        m_test->fake.catalog.sources.error = fakeError(Error::Kind::NotFound);
        openWithoutGraph();
        m_page->tabs()->setCurrentWidget(m_source);
        QTRY_COMPARE(m_source->findChild<StateView *>()->shown(), StateView::Shown::Empty);
        click(u"reserve stock"_s);
        QCOMPARE(m_view->currentRow()->state, u"Pick and invoice"_s); // the nodes tell it
    }

    void sourceThatCannotBeRead()
    {
        m_test->fake.catalog.sources.error = fakeError();
        openWithoutGraph();
        m_page->tabs()->setCurrentWidget(m_source);
        QTRY_COMPARE(m_source->findChild<StateView *>()->shown(), StateView::Shown::Error);
        m_test->fake.catalog.sources.error.reset();
        PageTest::buttonWithText<QAbstractButton>(m_source, u"Try again"_s)->click();
        QTRY_COMPARE(m_source->findChild<StateView *>()->shown(), StateView::Shown::Content);
    }

    void dataOfTheNodeWhereTheServerHasIt()
    {
        WorkflowInstance instance = waiting();
        for (NodeInstance &node : instance.nodes) {
            if (node.name == "reserve stock"_L1) {
                node.inputArgs = std::make_shared<const Json>(Json::parse(R"({"sku": "LAMP-07"})"));
                node.outputArgs = std::make_shared<const Json>(Json::parse(R"({"reserved": true})"));
            }
        }
        open(instance);
        QTRY_VERIFY(rowTitled(u"reserve stock"_s) >= 0);
        auto *data = m_page->findChild<NodeDataView *>();
        QVERIFY(!data->isVisible());
        click(u"reserve stock"_s);
        QVERIFY(data->isVisible());
        QAbstractItemModel *model = data->tree()->model();
        QCOMPARE(model->rowCount(), 2);
        QVERIFY(data->tree()->isExpanded(model->index(0, 0)));
        QCOMPARE(model->index(0, 1, model->index(0, 0)).data().toString().remove(u'"'), u"LAMP-07"_s);
        click(u"Cool down"_s);
        QVERIFY(!data->isVisible());
    }

    void theMenuOfANode()
    {
        openWaiting();
        QSignalSpy asked(m_view, &TimelineView::nodeMenuRequested);
        auto *selection = m_page->findChild<NodeSelection *>();
        connect(selection, &NodeSelection::menuAboutToOpen, m_page.get(),
                [](QMenu *menu, const NodeInstance &node) { menu->addAction(u"Cancel "_s + node.name); });
        click(u"Cool down"_s);
        QTest::keyClick(m_chart, Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.constFirst().constFirst().value<NodeInstance>().name, u"Cool down"_s);
        QMenu *menu = nullptr;
        for (QMenu *each : m_view->findChildren<QMenu *>())
            menu = each->isVisible() ? each : menu;
        QVERIFY(menu);
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts << action->text();
        QVERIFY(texts.contains(u"Cancel Cool down"_s));
        QVERIFY(texts.contains(u"Cancel the node…"_s)); // of the page itself
        QAction *job = nullptr;
        for (QAction *action : menu->actions())
            job = action->text() == u"Show the job"_s ? action : job;
        QVERIFY(job);
        job->trigger();
        QCOMPARE(m_page->tabs()->currentWidget(), m_page->findChild<JobsView *>());
        menu->close();
    }

    void copiesWhatItShows()
    {
        openWaiting();
        QMenu menu;
        m_view->addCopyActions(&menu);
        QVERIFY(!menu.actions().constFirst()->isEnabled());
        menu.actions().at(2)->trigger(); // all as CSV
        const QStringList lines = QGuiApplication::clipboard()->text().split(u"\r\n"_s, Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), m_chart->rows().count() + 1);
        QVERIFY(lines.constFirst().startsWith(u"Node,State,Branch"_s));
        QVERIFY(lines.filter(u"reserve stock,Pick and invoice,pick,ActionNode,Done,1,,20"_s).size() == 1);
        click(u"Cool down"_s);
        QTest::keyClick(m_chart, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"Cool down\tCool down"_s));
    }

    void theReplayMovesALineAndTheAxisMovesTheReplay()
    {
        openWaiting();
        auto *bar = m_page->findChild<GraphReplayBar *>();
        QVERIFY(!bar->isVisible());
        const QRect axis = m_chart->axisRect();
        QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, {}, axis.center());
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(bar->time().isValid());
        QCOMPARE(m_chart->cursorTime(), bar->time());
        const QDateTime middle = bar->time();
        QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, {}, axis.center() + QPoint(axis.width() / 3, 0));
        QVERIFY(bar->time() > middle);
        QTest::keyClick(bar->focusProxy(), Qt::Key_Home);
        QCOMPARE(m_chart->cursorTime(), bar->time());
        bar->goLive();
        QVERIFY(!m_chart->cursorTime().isValid());
    }

    void howItLooksIsRemembered()
    {
        openWaiting();
        m_chart->setNameWidth(190);
        m_view->restoreState({{u"internal"_s, true}, {u"collapse"_s, false}, {u"names"_s, 170}});
        QVERIFY(m_chart->showInternal());
        QVERIFY(!m_chart->collapsesWaiting());
        QCOMPARE(m_view->saveState().value(u"names"_s).toInt(), 170);
        m_view->restoreState({{u"internal"_s, u"x"_s}, {u"names"_s, -5}});
        QVERIFY(!m_chart->showInternal());
        QVERIFY(m_chart->collapsesWaiting());
    }

    void manyNodes()
    {
        WorkflowInstance instance = waiting();
        const LongRun run = longRun(20'000);
        instance.id = u"long"_s;
        instance.nodes = run.instance.nodes;
        instance.start = run.instance.start;
        open(instance);
        QTRY_COMPARE(m_chart->timeline()->visits.size(), 20'000);
        QTest::keyClick(m_chart, Qt::Key_End);
        QVERIFY(m_view->currentRow());
        QVERIFY(!m_page->grab().isNull());
    }

    void everyControlHasAName()
    {
        openWaiting();
        for (QWidget *tab : {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_source)}) {
            m_page->tabs()->setCurrentWidget(tab);
            QCOMPARE(unnamedControls(m_page.get()), QStringList());
        }
    }
};

QTEST_MAIN(TestInstanceTimeline)
#include "tst_instancetimeline.moc"
