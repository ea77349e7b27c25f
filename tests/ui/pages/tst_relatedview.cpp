// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/familymodel.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/graph/graphruns.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphview.h"
#include "ui/pages/instances/instancepage.h"
#include "ui/pages/instances/nodeselection.h"
#include "ui/pages/instances/relatedview.h"
#include "ui/pages/instances/timelineview.h"
#include "ui/timeline/timelinechart.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/stateview.h"

#include <QMenu>
#include <QTabWidget>
#include <QTreeView>

using namespace podium;
using namespace Qt::StringLiterals;

/// A parent, Ask (which starts "quote") and Book (which starts "flight"), with its children, and a parent of its own.
class TestRelatedView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_test.reset(); }
    void showsTheFamily();
    void standsAlone();
    void opensByKeyboard();
    void fromTheStateToTheRun();
    void fromTheVisitToTheRun();
    void severalAreOffered();
    void calmWhileItMoves();
    void everyControlHasAName();

private:
    WorkflowInstance child(const QString &id, const QString &workflow, qint64 start, const QString &parent = u"me"_s);
    std::unique_ptr<InstanceDetailPage> opened();
    static GraphCanvas *canvas(QWidget *page) { return page->findChild<GraphCanvas *>(); }
    static void activate(QWidget *page, const QString &state);
    QStringList menuOf(InstanceDetailPage *page, const QString &state);

    std::unique_ptr<PageTest> m_test;
};

void TestRelatedView::init()
{
    m_test = std::make_unique<PageTest>();
    m_test->fake.instances.setGenerated(0);
    m_test->fake.catalog.workflows.clear();
    FakeWorkflow workflow;
    workflow.definition.id = u"trip"_s;
    workflow.definition.name = u"Trip"_s;
    workflow.definition.version = u"1.0"_s;
    workflow.definition.nodes = {{u"2"_s, u"ask"_s, u"SubProcessNode"_s, u"2"_s, u"Ask"_s, {}, u"ask"_s},
                                 {u"3"_s, u"book"_s, u"SubProcessNode"_s, u"3"_s, u"Book"_s, {}, u"book"_s}};
    workflow.source = {u"trip.sw.yaml"_s,
                       "start: Ask\n"
                       "states:\n"
                       "  - {name: Ask, type: operation, actions: [{name: ask, subFlowRef: quote}], transition: Book}\n"
                       "  - {name: Book, type: operation, actions: [{name: book, subFlowRef: flight}], end: true}\n"};
    m_test->fake.catalog.workflows << workflow;
    WorkflowInstance me = graphruns::run(u"me"_s, {graphruns::visit(u"2"_s, 0, 100), graphruns::visit(u"3"_s, 100)});
    me.workflowId = u"trip"_s;
    me.workflowName = u"Trip"_s;
    me.version = u"1.0"_s;
    me.parentId = me.rootId = u"root"_s;
    me.children = {{u"q"_s, u"quote"_s, u"Quote"_s, InstanceState::Completed},
                   {u"f"_s, u"flight"_s, u"Flight"_s, InstanceState::Active}};
    m_test->fake.instances.put(me);
    WorkflowInstance root;
    root.id = u"root"_s;
    root.workflowId = root.workflowName = u"holiday"_s;
    root.start = graphruns::at(-50);
    m_test->fake.instances.put(root);
    child(u"q"_s, u"quote"_s, 5);
    child(u"f"_s, u"flight"_s, 105);
}

WorkflowInstance TestRelatedView::child(const QString &id, const QString &workflow, qint64 start, const QString &parent)
{
    WorkflowInstance run;
    run.id = id;
    run.workflowId = run.workflowName = workflow;
    run.businessKey = u"KEY-"_s + id;
    run.parentId = parent;
    run.state = id == u"f"_s ? InstanceState::Active : InstanceState::Completed;
    run.start = graphruns::at(start);
    m_test->fake.instances.put(run);
    return run;
}

std::unique_ptr<InstanceDetailPage> TestRelatedView::opened()
{
    auto page = m_test->open<InstanceDetailPage>({u"instance"_s, u"me"_s, {}});
    [&] {
        QTRY_VERIFY(canvas(page.get()) && canvas(page.get())->picture());
        QTRY_COMPARE(page->findChild<RelatedView *>()->family()->children().size(),
                     m_test->fake.instances.current(u"me"_s).children.size());
    }();
    return page;
}

void TestRelatedView::activate(QWidget *page, const QString &state)
{
    GraphCanvas *graph = canvas(page);
    graph->select(graph->picture()->model.stateIndex(state), true);
    QTest::keyClick(graph, Qt::Key_Return);
}

QStringList TestRelatedView::menuOf(InstanceDetailPage *page, const QString &state)
{
    auto *view = page->findChild<GraphView *>();
    QMenu menu;
    Q_EMIT view->nodeMenuRequested(&menu, view->graph()->model.stateIndex(state));
    QStringList texts;
    for (const QAction *action : menu.actions()) {
        if (!action->isSeparator() && !action->text().contains(" the node"_L1)) // what can be done to the node itself
            texts << action->text();
    }
    return texts;
}

void TestRelatedView::showsTheFamily()
{
    auto page = opened();
    page->tabs()->setCurrentWidget(page->findChild<RelatedView *>());
    const QTreeView *tree = page->findChild<RelatedView *>()->tree();
    const FamilyModel *family = page->findChild<RelatedView *>()->family();
    QTRY_COMPARE(family->thisIndex().parent().data().toString(), u"holiday"_s);
    QVERIFY(tree->isExpanded(family->thisIndex()));
    QVERIFY(tree->isVisible());
    const auto starter = [&](int row) {
        return family->index(row, FamilyModel::StarterColumn, family->thisIndex()).data().toString();
    };
    QTRY_COMPARE(starter(0), u"Ask"_s);
    QCOMPARE(starter(1), u"Book"_s);
}

void TestRelatedView::standsAlone()
{
    WorkflowInstance alone = m_test->fake.instances.current(u"q"_s);
    alone.id = u"alone"_s;
    alone.parentId.clear();
    m_test->fake.instances.put(alone);
    RelatedView view(m_test->context);
    view.show();
    view.setInstance(alone);
    QTRY_COMPARE(view.stateView()->shown(), StateView::Shown::Empty);
    QVERIFY(PageTest::visibleText(&view).contains(u"It stands alone"_s));
}

void TestRelatedView::opensByKeyboard()
{
    auto page = opened();
    auto *related = page->findChild<RelatedView *>();
    page->tabs()->setCurrentWidget(related);
    QTRY_VERIFY(related->family()->thisIndex().parent().isValid());
    related->tree()->setCurrentIndex(related->family()->index(1, 0, related->family()->thisIndex()));
    QTest::keyClick(related->tree(), Qt::Key_Return);
    QCOMPARE(m_test->navigator.opened.value(0).toText(), u"instance:f"_s);
    related->tree()->setCurrentIndex(related->family()->thisIndex().parent());
    QTest::keyClick(related->tree(), Qt::Key_Return);
    QCOMPARE(m_test->navigator.opened.value(1).toText(), u"instance:root"_s);
}

void TestRelatedView::fromTheStateToTheRun()
{
    auto page = opened();
    activate(page.get(), u"Book"_s);
    QCOMPARE(m_test->navigator.opened.value(0).toText(), u"instance:f"_s);
    QCOMPARE(menuOf(page.get(), u"Ask"_s), QStringList{u"Open the run it started"_s});
    QCOMPARE(menuOf(page.get(), u"no such state"_s), QStringList());
}

void TestRelatedView::fromTheVisitToTheRun()
{
    auto page = opened();
    auto *timeline = page->findChild<TimelineView *>();
    const QList<NodeInstance> visits = m_test->fake.instances.current(u"me"_s).nodes;
    QTRY_VERIFY(timeline->chart()->rows().count() > 0);
    timeline->selectNode(visits.at(0).id);
    QTest::keyClick(timeline->chart(), Qt::Key_Return);
    QCOMPARE(m_test->navigator.opened.value(0).toText(), u"instance:q"_s);
    QMenu menu;
    Q_EMIT page->findChild<NodeSelection *>()->menuAboutToOpen(&menu, visits.at(1));
    const QList<QAction *> actions = menu.actions();
    for (QAction *action : actions) {
        if (action->text() == "Open the run it started"_L1)
            action->trigger();
    }
    QCOMPARE(m_test->navigator.opened.value(1).toText(), u"instance:f"_s);
}

void TestRelatedView::severalAreOffered()
{
    child(u"q2"_s, u"quote"_s, 50);
    WorkflowInstance me = m_test->fake.instances.current(u"me"_s);
    me.children << InstanceLink{u"q2"_s, u"quote"_s, {}, InstanceState::Completed};
    m_test->fake.instances.put(me);
    auto page = opened();
    const QStringList menu = menuOf(page.get(), u"Ask"_s);
    QCOMPARE(menu.size(), 2);
    QVERIFY2(menu.first().startsWith(u"KEY-q "_s), qPrintable(menu.first()));
    activate(page.get(), u"Ask"_s);
    QVERIFY(m_test->navigator.opened.isEmpty()); // nothing is guessed
    auto *popup = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(popup);
    popup->actions().last()->trigger();
    popup->close();
    QCOMPARE(m_test->navigator.opened.value(0).toText(), u"instance:q2"_s);
}

void TestRelatedView::calmWhileItMoves()
{
    auto page = opened();
    auto *related = page->findChild<RelatedView *>();
    page->tabs()->setCurrentWidget(related);
    QTRY_VERIFY(related->family()->thisIndex().parent().isValid());
    const QModelIndex chosen = related->family()->index(1, 0, related->family()->thisIndex());
    related->tree()->setCurrentIndex(chosen);
    WorkflowInstance flight = m_test->fake.instances.current(u"f"_s);
    flight.state = InstanceState::Completed;
    m_test->fake.change(flight);
    QTRY_COMPARE(
        related->family()->index(1, FamilyModel::StateColumn, related->family()->thisIndex()).data().toString(),
        u"Completed"_s);
    QCOMPARE(related->tree()->currentIndex(), chosen);
    QVERIFY(m_test->fake.live.listWatches > 0);
    page->hide();
    QCOMPARE(m_test->fake.live.listWatches, 0);
}

void TestRelatedView::everyControlHasAName()
{
    auto page = opened();
    auto *related = page->findChild<RelatedView *>();
    page->tabs()->setCurrentWidget(related);
    QTRY_VERIFY(related->tree()->isVisible());
    QCOMPARE(unnamedControls(related), QStringList());
}

QTEST_MAIN(TestRelatedView)
#include "tst_relatedview.moc"
