// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "tests/ui/pages/comparerunstest.h"
#include "ui/graph/graphview.h"
#include "ui/pages/compareruns/runcard.h"
#include "ui/pages/compareruns/runpicker.h"
#include "ui/pages/instances/instancelist.h"
#include "ui/pages/instances/instancepage.h"
#include "ui/pages/variables/jsonchangesview.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>

using namespace podium;
using namespace Qt::StringLiterals;

class TestCompareRunsPage : public CompareRunsTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { m_test.reset(); }
    void bothPathsOnOneGraph();
    void selectionGoesThroughGraphAndTable();
    void inputAndVariables();
    void headOfBothRuns();
    void swapsTheRuns();
    void choosesAnotherRun();
    void pastedId();
    void liveWhileOneMoves();
    void textForms();
    void fromTwoRowsOfAList();
    void fromAnInstance();
    void everyControlHasAName();
    void looksAtIt_data();
    void looksAtIt();
};

void TestCompareRunsPage::bothPathsOnOneGraph()
{
    auto page = opened();
    QCOMPARE(rows(page.get()),
             QStringList({u"Pack: Only A"_s, u"Send: Only A"_s, u"Check: Both"_s, u"Refuse: Only B"_s}));
    QTRY_VERIFY(describe(page.get(), u"Pack"_s).contains(u"Run A: Done"_s));
    QVERIFY(describe(page.get(), u"Pack"_s).contains(u"Run B: Not reached"_s));
    QVERIFY(describe(page.get(), u"Refuse"_s).contains(u"Run A: Not reached"_s));
    QVERIFY(PageTest::visibleText(page.get()).contains(u"1 in both"_s));
    QCOMPARE(page->title(), u"KEY-sent \u2194 KEY-refused"_s);
    // What is painted differs from the graph of either run alone.
    const RunMarks &marks = *canvas(page.get())->painter().runs();
    QCOMPARE(marks.node(GraphModel::stateId(u"Pack"_s)), RunShare::OnlyA);
    QCOMPARE(marks.node(GraphModel::stateId(u"Check"_s)), RunShare::Both);
    QVERIFY(marks.nodes.value(GraphModel::stateId(u"Check"_s)).text.contains(u"B"_s));
}

void TestCompareRunsPage::selectionGoesThroughGraphAndTable()
{
    auto page = opened();
    QTRY_VERIFY(canvas(page.get())->picture());
    ListView *table = page->view()->table();
    table->selectRow(1);
    QCOMPARE(page->view()->graph()->selectedState(), u"Send"_s);
    GraphCanvas *graph = canvas(page.get());
    graph->select(graph->picture()->model.stateIndex(u"Refuse"_s), true);
    QTRY_COMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"Refuse"_s);
    // Sorting keeps it, and so does an update.
    table->sortByColumn(ComparedStatesModel::StateColumn, Qt::AscendingOrder);
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"Refuse"_s);
    WorkflowInstance moved = m_test->fake.instances.current(u"refused"_s);
    moved.nodes.last().exit = graphruns::at(99);
    m_test->fake.change(moved);
    QTRY_COMPARE(table->currentIndex().siblingAtColumn(ComparedStatesModel::DifferenceColumn).data().toString(),
                 u"+69 ms"_s);
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"Refuse"_s);
    QVERIFY(table->selectionModel()->hasSelection());
}

void TestCompareRunsPage::inputAndVariables()
{
    auto page = opened();
    QTRY_COMPARE(page->view()->variables()->count(), 3);
    QTRY_COMPARE(page->view()->tabs()->tabText(2), u"Variables (3)"_s);
    page->view()->tabs()->setCurrentIndex(2);
    const QAbstractItemModel *changes = page->view()->variables()->list()->model();
    QStringList paths;
    for (int row = 0; row < changes->rowCount(); ++row)
        paths << changes->index(row, JsonChangesModel::PathColumn).data().toString();
    QCOMPARE(paths, QStringList({u"/ok"_s, u"/list"_s, u"/why"_s}));
    page->view()->tabs()->setCurrentIndex(1);
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"The input of both runs is the same"_s));
}

void TestCompareRunsPage::headOfBothRuns()
{
    WorkflowInstance failed = m_test->fake.instances.current(u"refused"_s);
    failed.state = InstanceState::Error;
    failed.end = {};
    failed.error = InstanceError{u"5"_s, failed.nodes.last().id, u"<b>no</b>\nstock"_s};
    m_test->fake.instances.put(failed);
    auto page = opened();
    const QString text = PageTest::visibleText(page.get());
    QVERIFY2(text.contains(u"KEY-sent"_s) && text.contains(u"Version 1.0"_s), qPrintable(text));
    QVERIFY2(text.contains(u"<b>no</b> stock"_s), qPrintable(text)); // as text, in one line
    page->card(1)->link()->click();
    QCOMPARE(m_test->navigator.opened.last().toText(), u"instance:refused"_s);
}

void TestCompareRunsPage::swapsTheRuns()
{
    auto page = opened();
    const int reads = m_test->fake.instances.details.calls;
    PageTest::visibleText(page.get());
    for (auto *button : page->findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == "Swap the runs"_L1)
            button->click();
    }
    QCOMPARE(page->location().toText(), u"runs:refused..sent"_s);
    waitFor(page.get());
    QTRY_VERIFY(rows(page.get()).contains(u"Pack: Only B"_s));
    QCOMPARE(m_test->fake.instances.details.calls, reads); // both are known
}

void TestCompareRunsPage::choosesAnotherRun()
{
    put(u"third"_s, graphruns::sent(), "{}");
    WorkflowInstance active = graphruns::run(u"x"_s, {graphruns::visit(u"2"_s, 0)});
    active.start = graphruns::at(90'000);
    put(u"active"_s, active, "{}");
    auto page = opened();
    Q_EMIT page->card(1)->changeRequested();
    auto *picker = page->findChild<RunPicker *>();
    QVERIFY(picker);
    QTRY_COMPARE(picker->list()->model()->rowCount(), 2);
    // The last completed one first, then the others; those that are compared are not offered.
    QCOMPARE(picker->list()->model()->index(0, 0).data().toString(), u"Last completed"_s);
    QCOMPARE(picker->list()->model()->index(0, 1).data().toString(), u"KEY-third"_s);
    QCOMPARE(picker->list()->model()->index(1, 1).data().toString(), u"KEY-active"_s);
    PageTest::buttonWithText<QPushButton>(picker, u"Compare"_s)->click();
    QTRY_COMPARE(page->location().toText(), u"runs:sent..third"_s);
    waitFor(page.get());
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"Both took the same states"_s));
}

void TestCompareRunsPage::pastedId()
{
    auto page = open(u"sent"_s);
    QTRY_COMPARE(page->stateView()->shown(), StateView::Shown::Empty);
    QVERIFY(PageTest::visibleText(page.get()).contains(u"Which runs?"_s));
    PageTest::buttonWithText<QAbstractButton>(page.get(), u"Choose a run…"_s)->click();
    auto *picker = page->findChild<RunPicker *>();
    QVERIFY(picker);
    picker->idField()->setText(u" instance:refused "_s);
    PageTest::buttonWithText<QPushButton>(picker, u"Compare"_s)->click();
    QTRY_VERIFY(page->location().id.contains(u"refused"_s));
    waitFor(page.get());
}

void TestCompareRunsPage::liveWhileOneMoves()
{
    WorkflowInstance moving =
        graphruns::run(u"moving"_s, {graphruns::visit(u"2"_s, 0, 10), graphruns::visit(u"3"_s, 10)});
    moving = put(u"moving"_s, moving, R"({"workflowdata":{"n":1}})");
    auto page = opened(u"sent..moving"_s);
    QCOMPARE(m_test->fake.live.watched.value(u"moving"_s), 1);
    QCOMPARE(m_test->fake.live.watched.value(u"sent"_s), 1);
    QVERIFY(!rows(page.get()).contains(u"Send: Both"_s));
    moving.nodes.last().exit = graphruns::at(1000);
    moving.nodes << graphruns::visit(u"4"_s, 1000, 1001);
    moving.state = InstanceState::Completed;
    moving.variables = std::make_shared<const Json>(Json{{"workflowdata", {{"n", 2}}}});
    m_test->fake.change(moving);
    QTRY_VERIFY(rows(page.get()).contains(u"Send: Both"_s));
    QTRY_COMPARE(page->view()->variables()->count(), 3);
    page->hide();
    QCOMPARE(m_test->fake.live.watched.value(u"moving"_s), 0);
    page.reset();
    QCOMPARE(m_test->fake.live.watched.value(u"sent"_s), 0);
}

void TestCompareRunsPage::textForms()
{
    const Location location = Location::fromText(u"runs:a..b"_s);
    QCOMPARE(location.kind, u"runs"_s);
    QCOMPARE(RunSides::of(location), (RunSides{u"a"_s, u"b"_s}));
    QCOMPARE(RunSides::of(location).location(), location);
    QCOMPARE(location.toText(), u"runs:a..b"_s);
    QCOMPARE(RunSides::of(Location::fromText(u"runs:a"_s)), (RunSides{u"a"_s, {}}));
}

void TestCompareRunsPage::fromTwoRowsOfAList()
{
    InstanceList list(m_test->context);
    list.resize(900, 500);
    list.show();
    list.setQuery({});
    QTRY_COMPARE(list.model()->rowCount(), 2);
    list.view()->selectAll();
    QMenu menu;
    Q_EMIT list.view()->rowMenuRequested(&menu, list.model()->index(0, 0));
    for (QAction *action : menu.actions()) {
        if (action->text() == u"Compare these two runs"_s)
            action->trigger();
    }
    QCOMPARE(m_test->navigator.opened.size(), 1);
    QCOMPARE(m_test->navigator.opened.first().kind, u"runs"_s);
}

void TestCompareRunsPage::fromAnInstance()
{
    auto page = m_test->open<InstanceDetailPage>({u"instance"_s, u"refused"_s, {}});
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"KEY-refused"_s));
    for (auto *action : page->findChildren<QAction *>()) {
        if (action->text() == u"Compare with another run…"_s)
            action->trigger();
    }
    auto *picker = page->findChild<RunPicker *>();
    QVERIFY(picker);
    QTRY_COMPARE(picker->list()->model()->rowCount(), 1);
    QTest::keyClick(picker->list(), Qt::Key_Return);
    QTRY_COMPARE(m_test->navigator.opened.value(0).toText(), u"runs:sent..refused"_s);
}

void TestCompareRunsPage::everyControlHasAName()
{
    auto page = opened();
    QTRY_VERIFY(canvas(page.get())->picture());
    for (int tab = 0; tab < 3; ++tab) {
        page->view()->tabs()->setCurrentIndex(tab);
        QCOMPARE(unnamedControls(page.get()), QStringList());
    }
    Q_EMIT page->card(0)->changeRequested();
    auto *picker = page->findChild<RunPicker *>();
    QTRY_VERIFY(picker->isVisible());
    QCOMPARE(unnamedControls(picker), QStringList());
}

void TestCompareRunsPage::looksAtIt_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// Leaves pictures to be looked at, and holds that each path is painted in its own colour.
void TestCompareRunsPage::looksAtIt()
{
    QFETCH(bool, dark);
    applyTheme(*qApp, dark ? Scheme::Dark : Scheme::Light);
    auto page = opened();
    QTRY_VERIFY(canvas(page.get())->picture());
    for (const QSize &size : {QSize(1400, 860), QSize(1000, 600)}) {
        page->resize(size);
        page->view()->table()->selectRow(0);
        QTest::qWait(50);
        page->view()->graph()->fit();
        const QImage image = page->grab().toImage();
        const QString folder = QStringLiteral(PODIUM_SCREENSHOTS);
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(
            image.save(folder + u"/compareruns-page-%1-%2.png"_s.arg(size.width()).arg(dark ? u"dark"_s : u"light"_s)));
        const GraphStyle style(page->palette(), page->font());
        for (const RunShare share : {RunShare::OnlyA, RunShare::OnlyB}) {
            const QRgb wanted = runColor(share, style).rgb();
            int found = 0;
            const QImage graph = canvas(page.get())->grab().toImage();
            for (int y = 0; y < graph.height(); ++y) {
                for (int x = 0; x < graph.width(); ++x)
                    found += graph.pixelColor(x, y).rgb() == wanted ? 1 : 0;
            }
            QVERIFY(found > 50);
        }
    }
    applyTheme(*qApp, Scheme::Light);
}

QTEST_MAIN(TestCompareRunsPage)
#include "tst_comparerunspage.moc"
