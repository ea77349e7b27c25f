// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/filter/filterline.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/instances/filterbar.h"
#include "ui/pages/instances/filterfield.h"
#include "ui/pages/instances/instancelist.h"
#include "ui/pages/instances/instancespage.h"
#include "ui/pages/instances/savedviewsmenu.h"
#include "ui/pages/instances/statechips.h"

#include <QClipboard>
#include <QHeaderView>
#include <QJsonArray>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

class TestInstancesPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsRowsAndCount();
    void oneRequestForTheFirstRows();
    void serversThatDoNotCount();
    void enterOpens();
    void loadingEmptyAndErrorAreDesigned();
    void offlineIsSaid();
    void filtersAskTheServer();
    void locationSetsFilters();
    void brokenLinesAreSaid();
    void savedViewsComeBack();
    void idsOpenTheInstance();
    void liveUpdatesKeepSelectionScrollAndFocus();
    void newRowsShowOnTopWhenAtTheTop();
    void watchesOnlyWhileShown();
    void stateIsRemembered();
    void everyControlHasAName();
    void firstRowsAreTraced();

private:
    const Location m_here{u"instances"_s, {}, {}};
};

#define OPEN_PAGE                                                                                                      \
    auto page = test.open<InstancesPage>(m_here);                                                                      \
    InstanceListModel *model = page->list()->model();                                                                  \
    ListView *view = page->list()->view();                                                                             \
    QTRY_COMPARE(model->phase(), InstanceListModel::Phase::Ready);                                                     \
    Q_UNUSED(view)

void TestInstancesPage::showsRowsAndCount()
{
    PageTest test;
    test.fake.instances.setGenerated(1234);
    OPEN_PAGE;
    QVERIFY(PageTest::visibleText(page.get()).contains(QLocale().toString(1234)));
    QVERIFY(view->isVisible());
    QVERIFY(view->rowAt(0) == 0);
    QCOMPARE(page->title().isEmpty(), false);
}

void TestInstancesPage::oneRequestForTheFirstRows()
{
    PageTest test;
    auto page = std::make_unique<InstancesPage>(test.context, m_here);
    page->restoreState({{u"filter"_s, u"state:error"_s}});
    QCOMPARE(test.fake.instances.pages.calls, 0);
    page->show();
    QTRY_COMPARE(page->list()->model()->phase(), InstanceListModel::Phase::Ready);
    QCOMPARE(test.fake.instances.pages.calls, 1);
    QCOMPARE(test.fake.instances.queries.constFirst().filter.states(), QList<InstanceState>{InstanceState::Error});
}

void TestInstancesPage::serversThatDoNotCount()
{
    PageTest test;
    test.fake.instances.canCount = false;
    OPEN_PAGE;
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"100+"_s));
}

void TestInstancesPage::enterOpens()
{
    PageTest test;
    OPEN_PAGE;
    view->setFocus();
    view->selectRow(2);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(test.navigator.opened.size(), 1);
    QCOMPARE(test.navigator.opened.constFirst(), (Location{u"instance"_s, model->instanceAt(2)->id, {}}));
}

void TestInstancesPage::loadingEmptyAndErrorAreDesigned()
{
    PageTest test;
    test.fake.instances.pages.hang = true;
    auto page = test.open<InstancesPage>(m_here);
    QCOMPARE(page->list()->stateView()->shown(), StateView::Shown::Loading);
    test.fake.instances.setGenerated(0);
    test.fake.instances.pages.release(); // the answer was made before: rows
    QTRY_COMPARE(page->list()->stateView()->shown(), StateView::Shown::Content);

    page->list()->model()->setQuery({});
    QTRY_COMPARE(page->list()->stateView()->shown(), StateView::Shown::Empty);
    auto *action = PageTest::buttonWithText<QAbstractButton>(page.get(), u"Go to Workflows"_s);
    QVERIFY(action);
    action->click();
    QCOMPARE(test.navigator.opened.constLast().kind, u"workflows"_s);

    test.fake.instances.pages.error = fakeError();
    page->list()->model()->setQuery({});
    QTRY_COMPARE(page->list()->stateView()->shown(), StateView::Shown::Error);
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(fakeError().why));
    test.fake.instances.pages.error.reset();
    test.fake.instances.setGenerated(5);
    auto *retry = PageTest::buttonWithText<QAbstractButton>(page.get(), u"Try again"_s);
    QVERIFY(retry);
    retry->click();
    QTRY_COMPARE(page->list()->stateView()->shown(), StateView::Shown::Content);
    QCOMPARE(page->list()->model()->rowCount(), 5);
}

void TestInstancesPage::offlineIsSaid()
{
    PageTest test;
    OPEN_PAGE;
    test.fake.live.setStatus({LiveStatus::Mode::Offline, 0, test.fake.clock.now(), u"<b>no route</b>"_s});
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"<b>no route</b>"_s)); // as text
    QVERIFY(view->isVisible());                                                    // the old data stays
    test.fake.live.setStatus({LiveStatus::Mode::Polling, 2000, test.fake.clock.now(), {}});
    QTRY_VERIFY(!PageTest::visibleText(page.get()).contains(u"no route"_s));
}

void TestInstancesPage::filtersAskTheServer()
{
    PageTest test;
    OPEN_PAGE;
    const auto chips = page->findChild<StateChips *>()->findChildren<QToolButton *>();
    chips.at(1)->click(); // Failed
    QTRY_COMPARE(test.fake.instances.queries.constLast().filter.states(), QList<InstanceState>{InstanceState::Error});
    QTRY_COMPARE(model->phase(), InstanceListModel::Phase::Ready);
    for (int row = 0; row < model->rowCount(); ++row)
        QCOMPARE(model->instanceAt(row)->state, InstanceState::Error);

    FilterField *field = page->filters()->field();
    field->setText(field->text() + u" \"no such key\""_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(toLine(test.fake.instances.queries.constLast().filter), u"state:error key:\"*no such key*\""_s);
    QTRY_COMPARE(page->list()->stateView()->shown(), StateView::Shown::Empty);
    auto *clear = PageTest::buttonWithText<QAbstractButton>(page->list(), u"Clear filters"_s);
    QVERIFY(clear);
    clear->click();
    QTRY_COMPARE(model->rowCount(), 240);
    QVERIFY(field->text().isEmpty());
    QVERIFY(!chips.at(1)->isChecked());
}

void TestInstancesPage::locationSetsFilters()
{
    PageTest test;
    const Location filtered = InstancesPage::filtered({InstanceState::Error, InstanceState::Active}, u"a,b=c&d%"_s);
    const Location again = Location::fromText(filtered.toText());
    QCOMPARE(again, filtered);
    auto page = test.open<InstancesPage>(again);
    QTRY_VERIFY(!test.fake.instances.queries.isEmpty());
    const InstanceFilter asked = test.fake.instances.queries.constLast().filter;
    QCOMPARE(asked.valuesOf(InstanceField::Workflow), QStringList{u"a,b=c&d%"_s});
    QCOMPARE(asked.states().size(), 2);

    page->go(InstancesPage::filtered({InstanceState::Suspended}));
    QTRY_COMPARE(toLine(test.fake.instances.queries.constLast().filter), u"state:suspended"_s);

    const InstanceFilter whole =
        filterFromLine(u"error:\"50% down, & more\" node:\"Wait, then go\" var:a.b=1"_s).filter;
    page->go(Location::fromText(InstancesPage::filtered(whole).toText()));
    QTRY_COMPARE(test.fake.instances.queries.constLast().filter, whole);
    QCOMPARE(filterFromLine(page->filters()->field()->text()).filter, whole);
}

void TestInstancesPage::brokenLinesAreSaid()
{
    PageTest test;
    auto page = test.open<InstancesPage>({u"instances"_s, u"filter=colour%3Ared"_s, {}});
    QTRY_COMPARE(page->list()->model()->rowCount(), 240); // nothing is filtered, and that is said
    QCOMPARE(page->filters()->field()->text(), u"colour:red"_s);
    QVERIFY(PageTest::visibleText(page.get()).contains(u"“colour”"_s));
}

void TestInstancesPage::savedViewsComeBack()
{
    PageTest test;
    OPEN_PAGE;
    page->filters()->field()->setText(u"state:error,active"_s);
    QTest::keyClick(page->filters()->field(), Qt::Key_Return);
    view->setColumnHidden(static_cast<int>(InstanceColumn::Id), true);
    model->sort(static_cast<int>(InstanceColumn::Workflow), Qt::AscendingOrder);
    page->views()->saveAs(u"Open & failed"_s);
    QCOMPARE(test.fake.views.list.size(), 1);
    QCOMPARE(test.fake.views.list.first().line, u"state:error,active"_s);

    PageTest later;
    later.fake.views.list = test.fake.views.list;
    auto second = later.open<InstancesPage>(m_here);
    QTRY_COMPARE(second->list()->model()->phase(), InstanceListModel::Phase::Ready);
    const int asked = later.fake.instances.pages.calls;
    second->go(Location::fromText(locationOf(later.fake.views.list.first()).toText()));
    QTRY_COMPARE(second->list()->model()->phase(), InstanceListModel::Phase::Ready);
    QCOMPARE(later.fake.instances.pages.calls, asked + 1);
    QCOMPARE(toLine(second->list()->model()->query().filter), u"state:error,active"_s);
    QCOMPARE(second->list()->model()->query().order, InstanceQuery::Order::WorkflowAscending);
    QVERIFY(second->list()->view()->isColumnHidden(static_cast<int>(InstanceColumn::Id)));
    later.fake.views.storageError = fakeError(Error::Kind::Storage);
    second->views()->saveAs(u"Another"_s);
    QCOMPARE(later.navigator.errors.size(), 1);
}

void TestInstancesPage::idsOpenTheInstance()
{
    PageTest test;
    OPEN_PAGE;
    const QString id = model->instanceAt(7)->id;
    page->filters()->field()->setText(id);
    QTest::keyClick(page->filters()->field(), Qt::Key_Return);
    QCOMPARE(test.navigator.opened, QList<Location>({{u"instance"_s, id, {}}}));
    QVERIFY(model->query().filter.isEmpty());
}

void TestInstancesPage::liveUpdatesKeepSelectionScrollAndFocus()
{
    PageTest test;
    OPEN_PAGE;
    QApplication::setActiveWindow(page.get());
    view->setFocus();
    view->verticalScrollBar()->setValue(50 * view->rowHeight(0));
    QTRY_VERIFY(model->instanceAt(60));
    const int first = view->rowAt(0);
    view->selectRow(first + 2);
    const QString onTop = model->instanceAt(first)->id;
    const QString chosen = model->instanceAt(first + 2)->id;

    QList<WorkflowInstance> news;
    for (int i = 0; i < 3; ++i) {
        WorkflowInstance row = fakeInstance(0, test.fake.clock.now());
        row.id = u"new-%1"_s.arg(i);
        row.start = test.fake.clock.now().addSecs(i + 1);
        news << row;
    }
    Q_EMIT test.fake.live.instancesChanged(news);
    QCOMPARE(model->rowCount(), 243);
    QTRY_COMPARE(model->instanceAt(view->rowAt(0))->id, onTop);
    QCOMPARE(view->selectedRows(), QList<int>{first + 2 + 3});
    QCOMPARE(view->currentIndex().data(IdRole).toString(), chosen);
    QVERIFY(view->hasFocus());

    WorkflowInstance changed = *model->instanceAt(first + 5);
    changed.state = InstanceState::Aborted;
    Q_EMIT test.fake.live.instancesChanged({changed});
    QCOMPARE(model->instanceAt(view->rowAt(0))->id, onTop);
    QCOMPARE(view->currentIndex().data(IdRole).toString(), chosen);
}

void TestInstancesPage::newRowsShowOnTopWhenAtTheTop()
{
    PageTest test;
    OPEN_PAGE;
    view->selectRow(1);
    const QString chosen = model->instanceAt(1)->id;
    WorkflowInstance row = fakeInstance(0, test.fake.clock.now());
    row.id = u"new"_s;
    row.start = test.fake.clock.now().addSecs(1);
    Q_EMIT test.fake.live.instancesChanged({row});
    QCOMPARE(view->rowAt(0), 0);
    QCOMPARE(model->instanceAt(0)->id, u"new"_s);
    QCOMPARE(view->currentIndex().data(IdRole).toString(), chosen);
}

void TestInstancesPage::watchesOnlyWhileShown()
{
    PageTest test;
    {
        OPEN_PAGE;
        QCOMPARE(test.fake.live.listWatches, 1);
        page->hide();
        QCOMPARE(test.fake.live.listWatches, 0);
        page->show();
        QCOMPARE(test.fake.live.listWatches, 1);
    }
    QCOMPARE(test.fake.live.listWatches, 0);
}

void TestInstancesPage::stateIsRemembered()
{
    PageTest test;
    OPEN_PAGE;
    page->findChild<StateChips *>()->findChildren<QToolButton *>().at(0)->click();
    view->setColumnHidden(static_cast<int>(InstanceColumn::Id), true);
    model->sort(static_cast<int>(InstanceColumn::Workflow), Qt::DescendingOrder);
    const QJsonObject state = page->saveState();
    auto second = std::make_unique<InstancesPage>(test.context, m_here);
    second->restoreState(state);
    second->show();
    QVERIFY(second->list()->view()->isColumnHidden(static_cast<int>(InstanceColumn::Id)));
    QTRY_COMPARE(toLine(second->list()->model()->query().filter), u"state:active"_s);
    QCOMPARE(second->list()->model()->query().order, InstanceQuery::Order::WorkflowDescending);
    second->restoreState(
        {{u"filter"_s, u"no:filter"_s}, {u"order"_s, 99}, {u"list"_s, u"nonsense"_s}}); // a damaged file
}

void TestInstancesPage::everyControlHasAName()
{
    PageTest test;
    OPEN_PAGE;
    QCOMPARE(PageTest::namelessControls(page.get()), QStringList());
}

void TestInstancesPage::firstRowsAreTraced()
{
    PageTest test;
    QSignalSpy *spy = nullptr;
    auto page = std::make_unique<InstancesPage>(test.context, m_here);
    QSignalSpy painted(page->list(), &InstanceList::rowsPainted);
    spy = &painted;
    page->show();
    QTRY_COMPARE(spy->count(), 1);
    page->refresh();
    QTRY_COMPARE(page->list()->model()->phase(), InstanceListModel::Phase::Ready);
    page->list()->view()->viewport()->repaint();
    QTest::qWait(20);
    QCOMPARE(spy->count(), 1);
}

QTEST_MAIN(TestInstancesPage)
#include "tst_instancespage.moc"
