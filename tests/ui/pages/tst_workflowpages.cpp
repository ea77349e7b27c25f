// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/pages/pagetest.h"
#include "ui/graph/graphview.h"
#include "ui/pages/instances/instancelist.h"
#include "ui/pages/parts/sourceview.h"
#include "ui/pages/workflows/workflowpage.h"
#include "ui/pages/workflows/workflowspage.h"
#include "ui/widgets/codeview.h"

#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>

using namespace podium;
using namespace Qt::StringLiterals;

class TestWorkflowPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listShowsAvailabilityAndLastRun();
    void probesAFewAtATime();
    void filterAndItsEmptyState();
    void listStates();
    void runAndOpen();
    void refreshKeepsTheSelection();
    void detailShowsAllParts();
    void unavailableWorkflowCannotRun();
    void graphAndSourceShareTheSelection();
    void partsThatAreMissing();
    void missingWorkflow();
    void hostileDefinition();
    void everyControlHasAName();
    void comparesWithAnotherVersion();
    void leadsToEventsAndFiles();

private:
    const Location m_list{u"workflows"_s, {}, {}};
    const Location m_orders{u"workflow"_s, u"order-fulfilment"_s, u"1.2"_s};

    static int rowOf(const ListView &view, const QString &key)
    {
        for (int row = 0; row < view.model()->rowCount(); ++row) {
            if (view.model()->index(row, 0).data(IdRole).toString() == key)
                return row;
        }
        return -1;
    }
    static QString cell(const ListView &view, const QString &key, int column, int role = Qt::DisplayRole)
    {
        return view.model()->index(rowOf(view, key), column).data(role).toString();
    }
};

void TestWorkflowPages::listShowsAvailabilityAndLastRun()
{
    PageTest test;
    auto page = test.open<WorkflowsPage>(m_list);
    const ListView &view = *page->view();
    QTRY_COMPARE(view.model()->rowCount(), fakeWorkflows().size());
    QTRY_COMPARE(cell(view, u"order-fulfilment@1.2"_s, 3), u"Available"_s);
    QTRY_COMPARE(cell(view, u"legacy-import@0.9"_s, 3), u"Unavailable"_s);
    QVERIFY(cell(view, u"legacy-import@0.9"_s, 3, Qt::ToolTipRole).contains(u"did not answer"_s));
    QTRY_VERIFY(!cell(view, u"order-fulfilment@1.2"_s, 5).isEmpty());
    QTRY_COMPARE(cell(view, u"legacy-import@0.9"_s, 4), u"never"_s);
}

void TestWorkflowPages::probesAFewAtATime()
{
    PageTest test;
    test.fake.catalog.probes.hang = true;
    auto page = test.open<WorkflowsPage>(m_list);
    QTRY_VERIFY(test.fake.catalog.probes.calls > 0);
    QTest::qWait(80);
    QVERIFY(test.fake.catalog.probes.calls <= 3);
    test.fake.catalog.probes.release();
    QTRY_COMPARE(test.fake.catalog.probes.calls, fakeWorkflows().size());
    // Most last runs came with one request for all.
    QVERIFY(test.fake.instances.pages.calls < fakeWorkflows().size());
}

void TestWorkflowPages::filterAndItsEmptyState()
{
    PageTest test;
    auto page = test.open<WorkflowsPage>(m_list);
    QTRY_COMPARE(page->view()->model()->rowCount(), fakeWorkflows().size());
    auto *search = page->findChild<QLineEdit *>();
    QTest::keyClicks(search, u"invoices"_s);
    QTRY_VERIFY(page->view()->model()->rowCount() < fakeWorkflows().size());
    QTest::keyClicks(search, u" zebra"_s);
    auto *states = page->findChild<StateView *>();
    QTRY_COMPARE(states->shown(), StateView::Shown::Empty);
    PageTest::buttonWithText<QPushButton>(states, u"Clear the filter"_s)->click();
    QTRY_COMPARE(page->view()->model()->rowCount(), fakeWorkflows().size());
    QCOMPARE(states->shown(), StateView::Shown::Content);
}

void TestWorkflowPages::listStates()
{
    PageTest test;
    test.fake.catalog.lists.error = fakeError();
    auto page = test.open<WorkflowsPage>(m_list);
    auto *states = page->findChild<StateView *>();
    QCOMPARE(states->shown(), StateView::Shown::Loading);
    QTRY_COMPARE(states->shown(), StateView::Shown::Error);
    test.fake.catalog.lists.error.reset();
    test.fake.catalog.workflows.clear();
    page->refresh();
    QTRY_COMPARE(states->shown(), StateView::Shown::Empty);
    test.fake.catalog.workflows = fakeWorkflows();
    page->refresh();
    QTRY_COMPARE(states->shown(), StateView::Shown::Content);
    test.fake.catalog.lists.error = fakeError();
    page->refresh();
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(fakeError().what));
    QCOMPARE(states->shown(), StateView::Shown::Content); // what was read stays
}

void TestWorkflowPages::runAndOpen()
{
    PageTest test;
    auto page = test.open<WorkflowsPage>(m_list);
    ListView &view = *page->view();
    QTRY_COMPARE(cell(view, u"legacy-import@0.9"_s, 3), u"Unavailable"_s);
    auto *run = PageTest::buttonWithText<QPushButton>(page.get(), u"Run"_s);
    QVERIFY(!run->isEnabled()); // nothing is selected
    view.setCurrentIndex(view.model()->index(rowOf(view, u"order-fulfilment@1.2"_s), 0));
    QVERIFY(run->isEnabled());
    run->click();
    QCOMPARE(test.navigator.runs.constLast().workflowId, u"order-fulfilment"_s);
    QCOMPARE(test.navigator.runs.constLast().version, u"1.2"_s);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(test.navigator.opened.constLast(), m_orders);
    view.setCurrentIndex(view.model()->index(rowOf(view, u"legacy-import@0.9"_s), 0));
    QVERIFY(!run->isEnabled());
    QVERIFY(run->toolTip().contains(u"did not answer"_s));
}

void TestWorkflowPages::refreshKeepsTheSelection()
{
    PageTest test;
    auto page = test.open<WorkflowsPage>(m_list);
    ListView &view = *page->view();
    QTRY_COMPARE(view.model()->rowCount(), fakeWorkflows().size());
    const QString key = u"nightly-backup@1.0"_s;
    view.setCurrentIndex(view.model()->index(rowOf(view, key), 0));
    test.fake.catalog.workflows.removeFirst();
    page->refresh();
    QTRY_COMPARE(view.model()->rowCount(), fakeWorkflows().size() - 1);
    QCOMPARE(view.currentIndex().data(IdRole).toString(), key);
}

void TestWorkflowPages::detailShowsAllParts()
{
    PageTest test;
    auto page = test.open<WorkflowPage>(m_orders);
    QTRY_COMPARE(page->findChild<StateView *>()->shown(), StateView::Shown::Content);
    QCOMPARE(page->title(), u"Fulfil an order"_s);
    const QString text = PageTest::visibleText(page.get());
    QVERIFY(text.contains(u"http://127.0.0.1:8180/order-fulfilment"_s));
    QVERIFY(text.contains(u"shop, orders"_s));
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"(median)"_s));
    auto *code = page->findChild<SourceView *>()->code();
    QTRY_VERIFY(code->toPlainText().contains(u"id: order-fulfilment"_s));
    QTRY_VERIFY(page->findChild<QTreeWidget *>()->topLevelItemCount() >= 5);
    auto *run = PageTest::buttonWithText<QPushButton>(page.get(), u"Run"_s);
    QTRY_VERIFY(run->isEnabled());
    run->click();
    QCOMPARE(test.navigator.runs.constLast().version, u"1.2"_s);
    auto *runs = page->findChild<InstanceList *>();
    QVERIFY(runs->model()->instanceAt(0));
    for (int row = 0; const WorkflowInstance *each = runs->model()->instanceAt(row); ++row)
        QCOMPARE(each->workflowId, u"order-fulfilment"_s);
}

void TestWorkflowPages::unavailableWorkflowCannotRun()
{
    PageTest test;
    auto page = test.open<WorkflowPage>({u"workflow"_s, u"legacy-import"_s, u"0.9"_s});
    QTRY_COMPARE(page->findChild<StateView *>()->shown(), StateView::Shown::Content);
    auto *run = PageTest::buttonWithText<QPushButton>(page.get(), u"Run"_s);
    QVERIFY(run);
    QTRY_VERIFY(!run->isEnabled() && run->toolTip().contains(u"did not answer"_s));
}

void TestWorkflowPages::graphAndSourceShareTheSelection()
{
    PageTest test;
    auto page = test.open<WorkflowPage>(m_orders);
    auto *graph = page->findChild<GraphView *>();
    auto *source = page->findChild<SourceView *>();
    QTRY_VERIFY(!source->stateAt(60).isEmpty()); // read on a worker
    int line = 1;
    while (source->stateAt(line) != "Cool down"_L1)
        ++line;
    Q_EMIT source->code()->lineActivated(line);
    QTRY_COMPARE(graph->selectedState(), u"Cool down"_s);
    Q_EMIT graph->stateActivated(u"Turn down"_s, 75);
    QCOMPARE(page->tabs()->tabText(page->tabs()->currentIndex()), u"Source"_s);
    QCOMPARE(source->code()->textCursor().blockNumber() + 1, 75);
}

void TestWorkflowPages::partsThatAreMissing()
{
    PageTest test;
    auto page = test.open<WorkflowPage>({u"workflow"_s, u"legacy-import"_s, u"0.9"_s}); // no source, no schema
    QTRY_COMPARE(page->findChild<StateView *>()->shown(), StateView::Shown::Content);
    page->tabs()->setCurrentIndex(1);
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"No input schema"_s));
    page->tabs()->setCurrentIndex(2);
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"No source"_s));
}

void TestWorkflowPages::missingWorkflow()
{
    PageTest test;
    auto page = test.open<WorkflowPage>({u"workflow"_s, u"nobody"_s, {}});
    QTRY_COMPARE(page->findChild<StateView *>()->shown(), StateView::Shown::Error);
    QCOMPARE(page->title(), u"nobody"_s);
}

void TestWorkflowPages::hostileDefinition()
{
    PageTest test;
    FakeWorkflow hostile;
    hostile.definition.id = u"hostile"_s;
    hostile.definition.name = u"<h1>x</h1>"_s + QString(10'000, u'n');
    hostile.definition.description = u"<a href='file:///'>click</a>"_s + QString(10'000, u'd');
    hostile.definition.endpoint = u"javascript:alert(1)"_s;
    hostile.source.text = QByteArray("\xff\xfe\x00{{{", 6);
    // A schema that refers to itself in a circle.
    hostile.schemas.input = std::make_shared<const Json>(Json::parse(
        R"({"properties":{"a":{"$ref":"#"},"b":{"$ref":"#/nowhere"},"c":7,"d":{"items":{"$ref":"#"}}},"required":"a"})"));
    test.fake.catalog.workflows = {hostile};
    auto page = test.open<WorkflowPage>({u"workflow"_s, u"hostile"_s, {}});
    QTRY_COMPARE(page->findChild<StateView *>()->shown(), StateView::Shown::Content);
    QTRY_VERIFY(page->findChild<QTreeWidget *>()->topLevelItemCount() > 0);
    for (int tab = 0; tab < page->tabs()->count(); ++tab) {
        page->tabs()->setCurrentIndex(tab);
        QVERIFY(!page->grab().isNull());
    }
    for (const QLabel *label : page->findChildren<QLabel *>()) {
        if (label->text().contains(u'<'))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    QVERIFY(page->minimumSizeHint().width() < 1000);
}

void TestWorkflowPages::everyControlHasAName()
{
    PageTest test;
    auto list = test.open<WorkflowsPage>(m_list);
    QTRY_VERIFY(list->view()->model()->rowCount() > 0);
    QCOMPARE(PageTest::namelessControls(list.get()), QStringList());
    auto page = test.open<WorkflowPage>(m_orders);
    QTRY_COMPARE(page->findChild<StateView *>()->shown(), StateView::Shown::Content);
    for (int tab = 0; tab < page->tabs()->count(); ++tab) {
        page->tabs()->setCurrentIndex(tab);
        QCOMPARE(PageTest::namelessControls(page.get()), QStringList());
    }
}

void TestWorkflowPages::comparesWithAnotherVersion()
{
    PageTest test;
    FakeWorkflow next = test.fake.catalog.workflows.first();
    next.definition.version = u"1.3"_s;
    test.fake.catalog.workflows << next;
    auto page = test.open<WorkflowPage>(m_orders);
    QTRY_COMPARE(page->findChild<StateView *>()->shown(), StateView::Shown::Content);
    auto *compare = PageTest::buttonWithText<QPushButton>(page.get(), u"Compare with…"_s);
    QVERIFY(compare);
    compare->menu()->popup({0, 0});
    QTRY_COMPARE(compare->menu()->actions().constFirst()->text(), u"Version 1.3"_s);
    compare->menu()->actions().constFirst()->trigger();
    QCOMPARE(test.navigator.opened.constLast().toText(), u"compare:order-fulfilment@1.2..1.3"_s);
    // From the context menu of the list, too.
    auto list = test.open<WorkflowsPage>(m_list);
    QTRY_VERIFY(rowOf(*list->view(), u"order-fulfilment@1.2"_s) >= 0);
    const QModelIndex row = list->view()->model()->index(rowOf(*list->view(), u"order-fulfilment@1.2"_s), 0);
    list->view()->setCurrentIndex(row);
    QMenu menu;
    Q_EMIT list->view()->rowMenuRequested(&menu, row);
    const QList<QAction *> actions = menu.actions();
    const auto at = std::find_if(actions.begin(), actions.end(), [](const QAction *action) { return action->menu(); });
    QVERIFY(at != actions.end());
    (*at)->menu()->popup({0, 0});
    QTRY_COMPARE((*at)->menu()->actions().constFirst()->text(), u"Version 1.3"_s);
}

void TestWorkflowPages::leadsToEventsAndFiles()
{
    PageTest test;
    auto page = test.open<WorkflowPage>(m_orders);
    QTRY_VERIFY(PageTest::buttonWithText<QPushButton>(page.get(), u"Send event…"_s)); // it waits for the courier
    PageTest::buttonWithText<QPushButton>(page.get(), u"Send event…"_s)->click();
    QCOMPARE(test.navigator.opened.constLast(), (Location{u"event"_s, u"order-fulfilment"_s, u"1.2"_s}));
    for (QAction *action : page->actions()) {
        if (action->text() == u"Run many from a file…"_s)
            action->trigger();
    }
    QCOMPARE(test.navigator.opened.constLast(), (Location{u"batch"_s, u"order-fulfilment"_s, u"1.2"_s}));
    auto backup = test.open<WorkflowPage>({u"workflow"_s, u"nightly-backup"_s, u"1.0"_s});
    QTRY_VERIFY(PageTest::visibleText(backup.get()).contains("Version 1.0"_L1));
    QTest::qWait(50);
    QVERIFY(!PageTest::buttonWithText<QPushButton>(backup.get(), u"Send event…"_s));
}

QTEST_MAIN(TestWorkflowPages)
#include "tst_workflowpages.moc"
