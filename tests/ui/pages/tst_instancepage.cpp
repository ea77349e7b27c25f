// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/pages/pagetest.h"
#include "ui/graph/graphview.h"
#include "ui/pages/instances/instanceheader.h"
#include "ui/pages/instances/instancepage.h"
#include "ui/pages/instances/resultview.h"
#include "ui/pages/instances/timelineview.h"
#include "ui/pages/variables/variablesview.h"
#include "ui/timeline/timelinechart.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statebadge.h"

#include <QDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTreeView>

using namespace podium;
using namespace Qt::StringLiterals;

class TestInstancePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsAnInstance();
    void actionsFollowTheState_data();
    void actionsFollowTheState();
    void abortAsksThenActsThenReadsAgain();
    void productionWantsAWord();
    void refusedActionIsSaid();
    void missingInstanceIsSaid();
    void failedReadCanBeRepeated();
    void errorOnlyWhileItFailed();
    void resultLinksAndNextWorkflows();
    void liveUpdatesKeepWhereTheUserIs();
    void graphAndTimelineShareTheSelection();
    void watchesWhileShown();
    void definitionMayBeMissing();
    void variablesCanBeSearched();
    void hostileInstance();
    void everyControlHasAName();

private:
    static std::unique_ptr<InstanceDetailPage> open(PageTest &test, const QString &id)
    {
        return test.open<InstanceDetailPage>({u"instance"_s, id, {}});
    }
    static QPushButton *button(const InstanceDetailPage &page, InstanceAction action)
    {
        return page.findChild<InstanceHeader *>()->button(action);
    }
    static bool isShown(const InstanceDetailPage &page)
    {
        return page.findChild<StateView *>()->shown() == StateView::Shown::Content;
    }
    static int tabNamed(const InstanceDetailPage &page, const QString &name)
    {
        for (int i = 0; i < page.tabs()->count(); ++i) {
            if (page.tabs()->tabText(i) == name)
                return page.tabs()->isTabVisible(i) ? i : -1;
        }
        return -1;
    }
    static VariablesView *variablesOf(const InstanceDetailPage &page)
    {
        return qobject_cast<VariablesView *>(page.tabs()->widget(tabNamed(page, u"Variables"_s)));
    }
    static int laneCount(const InstanceDetailPage &page) { return page.findChild<TimelineChart *>()->rows().count(); }
    static QDialog *dialog(const QWidget &page) { return page.findChild<QDialog *>(); }
};

#define OPEN_PAGE(state)                                                                                               \
    const WorkflowInstance instance = test.newest(state);                                                              \
    auto page = open(test, instance.id);                                                                               \
    QTRY_VERIFY(isShown(*page))

void TestInstancePage::showsAnInstance()
{
    PageTest test;
    OPEN_PAGE(InstanceState::Active);
    const QString text = PageTest::visibleText(page.get());
    QVERIFY(text.contains(instance.businessKey));
    QCOMPARE(page->findChild<StateBadge *>()->text(), displayName(InstanceState::Active));
    QVERIFY(page->title().contains(instance.workflowName));
    QTRY_VERIFY(laneCount(*page) > 3);
    QCOMPARE(tabNamed(*page, u"Error"_s), -1);
}

void TestInstancePage::actionsFollowTheState_data()
{
    QTest::addColumn<InstanceState>("state");
    QTest::addColumn<bool>("retry");
    QTest::addColumn<bool>("abort");
    QTest::newRow("running") << InstanceState::Active << false << true;
    QTest::newRow("failed") << InstanceState::Error << true << true;
    QTest::newRow("completed") << InstanceState::Completed << false << false;
    QTest::newRow("aborted") << InstanceState::Aborted << false << false;
    QTest::newRow("suspended") << InstanceState::Suspended << false << true;
}

void TestInstancePage::actionsFollowTheState()
{
    QFETCH(InstanceState, state);
    QFETCH(bool, retry);
    QFETCH(bool, abort);
    PageTest test;
    OPEN_PAGE(state);
    QCOMPARE(button(*page, InstanceAction::Retry)->isEnabled(), retry);
    QCOMPARE(button(*page, InstanceAction::Skip)->isEnabled(), retry);
    QCOMPARE(button(*page, InstanceAction::Abort)->isEnabled(), abort);
    for (const InstanceAction action : {InstanceAction::Retry, InstanceAction::Skip, InstanceAction::Abort})
        QCOMPARE(button(*page, action)->toolTip().isEmpty(), button(*page, action)->isEnabled());
}

void TestInstancePage::abortAsksThenActsThenReadsAgain()
{
    PageTest test;
    OPEN_PAGE(InstanceState::Active);
    button(*page, InstanceAction::Abort)->click();
    QTRY_VERIFY(dialog(*page));
    QVERIFY(PageTest::visibleText(dialog(*page)).contains(instance.id));
    QVERIFY(test.fake.instances.actionLog.isEmpty()); // nothing before the user agreed
    dialog(*page)->reject();
    QTRY_VERIFY(!dialog(*page));
    QVERIFY(test.fake.instances.actionLog.isEmpty());

    test.fake.instances.actions.hang = true;
    button(*page, InstanceAction::Abort)->click();
    QTRY_VERIFY(dialog(*page));
    PageTest::buttonWithText<QPushButton>(dialog(*page), u"Abort"_s)->click();
    QTRY_COMPARE(test.fake.instances.actionLog, QStringList{u"abort "_s + instance.id});
    QVERIFY(!button(*page, InstanceAction::Abort)->isEnabled()); // while it is under way
    QVERIFY(test.navigator.messages.isEmpty());                  // not done before the server said so
    const int reads = test.fake.instances.details.calls;
    test.fake.instances.actions.release();
    QTRY_COMPARE(test.navigator.messages.size(), 1);
    QVERIFY(test.fake.live.refreshes > 0);
    QVERIFY(test.fake.instances.details.calls > reads);
    QTRY_COMPARE(page->findChild<StateBadge *>()->text(), displayName(InstanceState::Aborted));
    QVERIFY(!button(*page, InstanceAction::Abort)->isEnabled());
}

void TestInstancePage::productionWantsAWord()
{
    PageTest test(u"Production"_s);
    test.fake.console.environment.production = true;
    OPEN_PAGE(InstanceState::Error);
    button(*page, InstanceAction::Retry)->click();
    QTRY_VERIFY(dialog(*page));
    auto *go = PageTest::buttonWithText<QPushButton>(dialog(*page), u"Retry"_s);
    QVERIFY(go && !go->isEnabled());
    auto *field = dialog(*page)->findChild<QLineEdit *>();
    QVERIFY(field);
    QTest::keyClicks(field, u"Production"_s);
    QVERIFY(go->isEnabled());
    go->click();
    QTRY_COMPARE(test.fake.instances.actionLog, QStringList{u"retry "_s + instance.id});
}

void TestInstancePage::refusedActionIsSaid()
{
    PageTest test;
    OPEN_PAGE(InstanceState::Error);
    Error refused = fakeError(Error::Kind::Forbidden);
    refused.what = u"The instance could not be skipped."_s;
    test.fake.instances.actions.error = refused;
    button(*page, InstanceAction::Skip)->click();
    QTRY_VERIFY(dialog(*page));
    PageTest::buttonWithText<QPushButton>(dialog(*page), u"Skip"_s)->click();
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(refused.what));
    QVERIFY(test.navigator.messages.isEmpty());
    QVERIFY(test.fake.live.refreshes > 0); // it may have been refused because it moved on
    // What the server does not allow this user is disabled, and says why; until somebody looks again.
    QTRY_VERIFY(!button(*page, InstanceAction::Skip)->isEnabled());
    QVERIFY(button(*page, InstanceAction::Skip)->accessibleDescription().contains(refused.why));
    QVERIFY(button(*page, InstanceAction::Retry)->isEnabled());
    page->refresh();
    QVERIFY(button(*page, InstanceAction::Skip)->isEnabled());
}

void TestInstancePage::missingInstanceIsSaid()
{
    PageTest test;
    auto page = open(test, u"nobody"_s);
    QTRY_COMPARE(page->findChild<StateView *>()->shown(), StateView::Shown::Error);
}

void TestInstancePage::failedReadCanBeRepeated()
{
    PageTest test;
    test.fake.instances.details.error = fakeError();
    const WorkflowInstance instance = test.newest(InstanceState::Active);
    auto page = open(test, instance.id);
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(fakeError().why));
    test.fake.instances.details.error.reset();
    page->refresh();
    QTRY_VERIFY(isShown(*page));
    // A later failure leaves what is there.
    test.fake.instances.details.error = fakeError(Error::Kind::Timeout);
    page->refresh();
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(fakeError().what));
    QVERIFY(isShown(*page));
}

void TestInstancePage::errorOnlyWhileItFailed()
{
    PageTest test;
    OPEN_PAGE(InstanceState::Error);
    QVERIFY(tabNamed(*page, u"Error"_s) >= 0);
    QCOMPARE(page->tabs()->currentIndex(), tabNamed(*page, u"Error"_s));
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"send invoice"_s) ||
                instance.workflowId != "order-fulfilment"_L1);
    WorkflowInstance repaired = instance;
    repaired.state = InstanceState::Completed; // the error stays on the server
    QVERIFY(repaired.error);
    test.fake.change(repaired);
    QTRY_COMPARE(tabNamed(*page, u"Error"_s), -1);
}

void TestInstancePage::resultLinksAndNextWorkflows()
{
    PageTest test;
    OPEN_PAGE(InstanceState::Completed);
    QCOMPARE(page->tabs()->currentIndex(), tabNamed(*page, u"Result"_s));
    auto *result = page->findChild<ResultView *>();
    auto *link = PageTest::buttonWithText<QPushButton>(result, u"https://example.com/track/P-77120"_s);
    QVERIFY(link);
    link->click();
    QCOMPARE(test.navigator.links, QList<QUrl>{QUrl(u"https://example.com/track/P-77120"_s)});
    auto *next = PageTest::buttonWithText<QPushButton>(result, u"Send the invoices of a month"_s);
    QVERIFY(next);
    next->click();
    const Location form = test.navigator.opened.constLast();
    QCOMPARE(form.toText(), u"run:invoice-batch"_s);
    QCOMPARE(form.part, u"from="_s + instance.id); // is filled from this run
}

void TestInstancePage::liveUpdatesKeepWhereTheUserIs()
{
    PageTest test;
    OPEN_PAGE(InstanceState::Active);
    page->tabs()->setCurrentIndex(tabNamed(*page, u"Variables"_s));
    auto *variables = variablesOf(*page);
    QTreeView *tree = variables->tree();
    const QModelIndex city = variables->model()->indexFor(u"/customer/address/city"_s);
    QVERIFY(city.isValid());
    tree->setCurrentIndex(city);
    const QPersistentModelIndex address = city.parent();
    tree->expand(address);

    WorkflowInstance moved = test.fake.instances.current(instance.id);
    Json data = *moved.variables;
    data["workflowdata"]["aNewOne"] = 1;
    data["workflowdata"]["priority"] = "express";
    moved.variables = std::make_shared<const Json>(data);
    test.fake.change(moved);
    QTRY_VERIFY(variables->model()->indexFor(u"/aNewOne"_s).isValid());
    QVERIFY(tree->isExpanded(address));
    QCOMPARE(variables->model()->pointerFor(tree->currentIndex()), u"/customer/address/city"_s);
    QCOMPARE(page->tabs()->currentIndex(), tabNamed(*page, u"Variables"_s));
}

void TestInstancePage::graphAndTimelineShareTheSelection()
{
    PageTest test;
    OPEN_PAGE(InstanceState::Active);
    auto *chart = page->findChild<TimelineChart *>();
    auto *graph = page->findChild<GraphView *>();
    QTRY_VERIFY(chart->timeline() && chart->timeline()->rowOfState(u"Check order"_s) >= 0);
    page->tabs()->setCurrentIndex(0);
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {},
                      chart->rowRect(chart->timeline()->rowOfState(u"Check order"_s)).center());
    QTRY_COMPARE(graph->selectedState(), u"Check order"_s);
    Q_EMIT graph->stateSelected(u"Is it in stock"_s, 40);
    QCOMPARE(chart->current(), chart->timeline()->rowOfState(u"Is it in stock"_s));
}

void TestInstancePage::watchesWhileShown()
{
    PageTest test;
    QString id;
    {
        OPEN_PAGE(InstanceState::Active);
        id = instance.id;
        QCOMPARE(test.fake.live.watched.value(id), 1);
        page->hide();
        QCOMPARE(test.fake.live.watched.value(id), 0);
        page->show();
        QCOMPARE(test.fake.live.watched.value(id), 1);
    }
    QCOMPARE(test.fake.live.watched.value(id), 0);
}

void TestInstancePage::definitionMayBeMissing()
{
    PageTest test;
    test.fake.catalog.definitions.error = fakeError(Error::Kind::NotFound);
    OPEN_PAGE(InstanceState::Active);
    QVERIFY(laneCount(*page) > 0);
    QVERIFY(button(*page, InstanceAction::Abort)->isEnabled());
}

void TestInstancePage::variablesCanBeSearched()
{
    PageTest test;
    OPEN_PAGE(InstanceState::Active);
    auto *variables = variablesOf(*page);
    page->tabs()->setCurrentWidget(variables);
    QTest::keyClicks(variables->searchField(), u"LAMP"_s);
    QTRY_COMPARE(variables->model()->pointerFor(variables->tree()->currentIndex()), u"/items/0/sku"_s);
    QTRY_COMPARE(variables->matchText(), u"1 of 1"_s);
    variables->searchField()->selectAll();
    QTest::keyClicks(variables->searchField(), u"nowhere to be found"_s);
    QTRY_COMPARE(variables->matchText(), u"Not found"_s);
}

void TestInstancePage::hostileInstance()
{
    PageTest test;
    WorkflowInstance hostile;
    hostile.id = u"hostile"_s;
    hostile.detailed = true;
    hostile.state = InstanceState::Error;
    hostile.workflowName = u"<img src='http://evil.example/x.png'><b>bold</b>\n"_s + QString(10'000, u'w');
    hostile.businessKey = QString(10'000, u'k') + QChar(0x202e);
    hostile.error = InstanceError{u"no such node"_s, {}, u"<script>alert(1)</script>"_s + QString(10'000, u'e')};
    hostile.nodes = {NodeInstance{}, NodeInstance{}};
    hostile.variables = std::make_shared<const Json>(Json::parse(R"json({"workflowdata": {"result": {
        "message": "<b>x</b> [l](javascript:alert(1))", "outputs": [{"key": "<i>", "value": "<u>v</u>"}]}}})json"));
    test.fake.instances.put(hostile);
    auto page = open(test, hostile.id);
    QTRY_VERIFY(isShown(*page));
    for (int tab = 0; tab < page->tabs()->count(); ++tab) {
        page->tabs()->setCurrentIndex(tab);
        QVERIFY(!page->grab().isNull());
    }
    for (const QLabel *label : page->findChildren<QLabel *>()) {
        if (label->text().contains(u'<'))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    QVERIFY(page->minimumSizeHint().width() < 1000); // no text makes the window wider
    QVERIFY(page->title().size() < 200);
}

void TestInstancePage::everyControlHasAName()
{
    PageTest test;
    OPEN_PAGE(InstanceState::Error);
    for (int tab = 0; tab < page->tabs()->count(); ++tab) {
        page->tabs()->setCurrentIndex(tab);
        QCOMPARE(PageTest::namelessControls(page.get()), QStringList());
    }
}

QTEST_MAIN(TestInstancePage)
#include "tst_instancepage.moc"
