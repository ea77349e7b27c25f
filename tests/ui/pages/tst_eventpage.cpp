// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/pages/pagetest.h"
#include "ui/form/formview.h"
#include "ui/form/jsonpane.h"
#include "ui/pages/events/eventattributes.h"
#include "ui/pages/events/eventpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/codeview.h"

#include <QClipboard>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

/// order-fulfilment of the fakes waits for "courierArrived"; started() makes it start by an event, too.
class TestEventPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void prefillsFromTheDefinition();
    void startsARunAndLeadsToIt();
    void resumesAnInstance();
    void looksAgainstSilence();
    void tellsWhatIsMissing();
    void checksTheData();
    void remembersWithoutSecrets();
    void keepsADraft();
    void fillsInWhatWasSent();
    void copiesAsCurl();
    void productionIsAskedFor();
    void sendsNothingWithoutATarget();
    void workflowWithoutEvents();
    void failuresKeepWhatWasTyped();
    void everyControlHasAName();

private:
    const Location m_orders{u"event"_s, u"order-fulfilment"_s, u"1.2"_s};

    static void started(PageTest &test)
    {
        for (FakeWorkflow &workflow : test.fake.catalog.workflows) {
            if (workflow.definition.id != "order-fulfilment"_L1)
                continue;
            workflow.source.text.replace("events:\n",
                                         "events:\n  - name: ordered\n    source: shop\n    type: shop.ordered\n"
                                         "    kind: consumed\n");
            workflow.source.text.replace("states:\n", "states:\n  - name: Ordered\n    type: event\n    onEvents:\n"
                                                      "      - eventRefs: [ordered]\n        actions: []\n"
                                                      "    transition: Check order\n");
            workflow.source.text.replace("start: Check order", "start: Ordered");
        }
    }
    static std::unique_ptr<EventPage> openPage(PageTest &test, const Location &location)
    {
        auto page = test.open<EventPage>(location);
        (void)QTest::qWaitFor([&] { return !page->title().contains(location.id.left(8)); }); // it is read
        return page;
    }
    static QLineEdit *line(const EventPage &page, const QString &name)
    {
        for (QLineEdit *edit : page.findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == name)
                return edit;
        }
        return nullptr;
    }
    static void writeData(const EventPage &page, const QString &json)
    {
        auto *view = page.findChild<JsonPane *>()->findChild<CodeView *>();
        view->setPlainText(json);
        page.findChild<JsonPane *>()->read();
        QTest::qWait(50);
    }
    static QString banner(const EventPage &page) { return page.findChild<Banner *>()->text(); }
    static void send(const EventPage &page) { PageTest::buttonWithText<QPushButton>(&page, u"Send event"_s)->click(); }
    static WorkflowInstance runOf(PageTest &test, const QString &key)
    {
        WorkflowInstance run = test.newest(InstanceState::Active);
        run.id = u"9b2d6c1e-0000-4a6f-9c21-00000000abcd"_s;
        run.workflowId = u"order-fulfilment"_s;
        run.version = u"1.2"_s;
        run.businessKey = key;
        test.fake.instances.put(run);
        return run;
    }
};

void TestEventPage::prefillsFromTheDefinition()
{
    PageTest test;
    started(test);
    auto page = openPage(test, m_orders);
    QCOMPARE(line(*page, u"Type"_s)->text(), u"shop.ordered"_s);
    QCOMPARE(line(*page, u"Source"_s)->text(), u"shop"_s);
    QVERIFY(!line(*page, u"Id"_s)->text().isEmpty());
    QVERIFY(line(*page, u"Value of kogitobusinesskey"_s)->text().startsWith("event-"_L1));
    QVERIFY(page->findChild<FormView *>()->isVisible()); // the data are the input of the run
    auto *event = page->findChild<EventAttributes *>()->findChildren<QComboBox *>().constFirst();
    QCOMPARE(event->accessibleName(), u"Event"_s);
    event->setCurrentIndex(1);
    Q_EMIT event->activated(1);
    QCOMPARE(line(*page, u"Type"_s)->text(), u"com.example.shop.courier.arrived"_s);
    QCOMPARE(line(*page, u"Source"_s)->text(), u"podium"_s);
    QVERIFY(line(*page, u"Value of kogitoprocrefid"_s));
    QVERIFY(!page->findChild<FormView *>()->isVisible());
    QVERIFY(PageTest::visibleText(page.get()).contains("Wait for courier"_L1));
}

void TestEventPage::startsARunAndLeadsToIt()
{
    PageTest test;
    started(test);
    test.fake.events.effect = [&test](const CloudEvent &event) { runOf(test, event.extension(kBusinessKeyExtension)); };
    auto page = openPage(test, m_orders);
    line(*page, u"Value of kogitobusinesskey"_s)->setText(u"K-7"_s);
    send(*page);
    // The form lacks what the schema requires: the user decides.
    QTRY_VERIFY(banner(*page).contains("do not fit the schema"_L1));
    QVERIFY(test.fake.events.requests.isEmpty());
    PageTest::buttonWithText<QPushButton>(page.get(), u"Send anyway"_s)->click();
    QTRY_COMPARE(test.fake.events.requests.size(), 1);
    const EventRequest &request = test.fake.events.requests.constFirst();
    QCOMPARE(request.event.type, u"shop.ordered"_s);
    QCOMPARE(request.event.extension(kBusinessKeyExtension), u"K-7"_s);
    QCOMPARE(request.target, QUrl(u"http://127.0.0.1:8180/"_s));
    QVERIFY(request.event.time.isValid());
    QTRY_VERIFY2(banner(*page).contains("a run started"_L1), qPrintable(banner(*page)));
    QVERIFY(banner(*page).contains("202"_L1));
    PageTest::buttonWithText<QPushButton>(page.get(), u"Open the run"_s)->click();
    QCOMPARE(test.navigator.opened.constLast().id, u"9b2d6c1e-0000-4a6f-9c21-00000000abcd"_s);
    QVERIFY(line(*page, u"Id"_s)->text() != request.event.id); // the next one is another event
}

void TestEventPage::resumesAnInstance()
{
    PageTest test;
    WorkflowInstance run = runOf(test, u"SO-1"_s);
    run.detailed = true;
    NodeInstance waits;
    waits.id = u"n1"_s;
    waits.type = u"EventNode"_s;
    waits.name = u"courierArrived"_s;
    run.nodes = {waits};
    test.fake.instances.put(run);
    test.fake.events.effect = [&test, run](const CloudEvent &) {
        WorkflowInstance now = run;
        now.state = InstanceState::Completed;
        test.fake.instances.put(now);
    };
    auto page = openPage(test, {u"resume"_s, run.id, {}});
    QCOMPARE(line(*page, u"Type"_s)->text(), u"com.example.shop.courier.arrived"_s);
    QCOMPARE(line(*page, u"Value of kogitoprocrefid"_s)->text(), run.id);
    QVERIFY(PageTest::visibleText(page.get()).contains("SO-1"_L1));
    writeData(*page, uR"({"van": "B-7"})"_s);
    send(*page);
    QTRY_COMPARE(test.fake.events.requests.size(), 1);
    QCOMPARE(stringAt(*test.fake.events.requests.constFirst().event.data, "van"), u"B-7"_s);
    QTRY_VERIFY2(banner(*page).contains("the instance went on: it is completed"_L1), qPrintable(banner(*page)));
    PageTest::buttonWithText<QPushButton>(page.get(), u"Open the instance"_s)->click();
    QCOMPARE(test.navigator.opened.constLast(), (Location{u"instance"_s, run.id, {}}));
}

void TestEventPage::looksAgainstSilence()
{
    PageTest test;
    const WorkflowInstance run = runOf(test, u"SO-1"_s);
    auto page = openPage(test, {u"resume"_s, run.id, {}});
    page->findChild<EventTracker *>()->setDelays({1, 1});
    send(*page);
    QTRY_VERIFY2(banner(*page).contains("the instance still waits"_L1), qPrintable(banner(*page)));
    QVERIFY(PageTest::buttonWithText<QPushButton>(page.get(), u"Send event"_s)->isEnabled());
}

void TestEventPage::tellsWhatIsMissing()
{
    PageTest test;
    auto page = openPage(test, m_orders);
    line(*page, u"Type"_s)->clear();
    line(*page, u"Source"_s)->setText(u"my shop"_s);
    send(*page);
    QTRY_VERIFY(banner(*page).contains("2 field(s) need attention"_L1) ||
                banner(*page).contains("2 fields need attention"_L1));
    QVERIFY(PageTest::visibleText(page.get()).contains("workflows listen for it"_L1));
    QVERIFY(!line(*page, u"Source"_s)->accessibleDescription().isEmpty());
    QVERIFY(test.fake.events.requests.isEmpty());
    QTest::keyClicks(line(*page, u"Type"_s), u"a"_s);
    QVERIFY(!PageTest::visibleText(page.get()).contains("workflows listen for it"_L1));
}

void TestEventPage::checksTheData()
{
    PageTest test;
    auto page = openPage(test, m_orders);
    writeData(*page, u"{\"van\": "_s);
    send(*page);
    QTRY_VERIFY2(banner(*page).contains("The data cannot be used"_L1), qPrintable(banner(*page)));
    QVERIFY(test.fake.events.requests.isEmpty());
}

void TestEventPage::remembersWithoutSecrets()
{
    PageTest test;
    started(test);
    for (FakeWorkflow &workflow : test.fake.catalog.workflows)
        workflow.schemas.input = std::make_shared<const Json>(Json::parse(
            R"({"type":"object","properties":{"user":{"type":"string"},"pin":{"type":"string","writeOnly":true}}})"));
    auto page = openPage(test, m_orders);
    page->findChild<EventTracker *>()->setDelays({1});
    page->findChild<FormView *>()->setValue(Json::parse(R"({"user":"ada","pin":"hush"})"));
    QTRY_VERIFY(page->findChild<JsonPane *>()->text().contains("hush"_L1));
    page->hide(); // keeps the draft
    const RememberedInputs &kept = test.fake.inputs.kept[u"order-fulfilment (events)"_s];
    QVERIFY(kept.draft);
    QVERIFY(toBytes(*kept.draft->input).contains("ada"));
    QVERIFY(!toBytes(*kept.draft->input).contains("hush"));
    page->show();
    send(*page);
    QTRY_COMPARE(kept.history.size(), 1);
    QVERIFY(!kept.draft);
    QVERIFY(toBytes(*kept.history.constFirst().input).contains("shop.ordered"));
    QVERIFY(!toBytes(*kept.history.constFirst().input).contains("hush"));
    QVERIFY(toBytes(*test.fake.events.requests.constFirst().event.data).contains("hush"));
}

void TestEventPage::keepsADraft()
{
    PageTest test;
    auto page = openPage(test, m_orders);
    QTest::keyClicks(line(*page, u"Subject"_s), u"parcel 7"_s);
    writeData(*page, uR"({"van": "B-7"})"_s);
    page.reset();
    page = openPage(test, m_orders);
    QTRY_COMPARE(line(*page, u"Subject"_s)->text(), u"parcel 7"_s);
    QVERIFY(banner(*page).contains("What you did not send is back"_L1));
    QTRY_VERIFY(page->findChild<JsonPane *>()->text().contains("B-7"_L1));
}

void TestEventPage::fillsInWhatWasSent()
{
    PageTest test;
    test.fake.inputs.kept[u"order-fulfilment (events)"_s].history = {
        {test.fake.clock.now(),
         {},
         u"1.2"_s,
         {},
         std::make_shared<const Json>(Json::parse(
             R"({"type":"com.example.shop.courier.arrived","source":"depot","kogitoprocrefid":"old","data":{"van":"X"}})"))}};
    auto page = openPage(test, m_orders);
    QMenu *menu = PageTest::buttonWithText<QToolButton>(page.get(), u"Sent before"_s)->menu();
    QCOMPARE(menu->actions().size(), 1);
    menu->actions().constFirst()->trigger();
    QCOMPARE(line(*page, u"Source"_s)->text(), u"depot"_s);
    QCOMPARE(line(*page, u"Value of kogitoprocrefid"_s)->text(), QString()); // it was of another instance
    QTRY_VERIFY(page->findChild<JsonPane *>()->text().contains("\"X\""_L1));
}

void TestEventPage::copiesAsCurl()
{
    PageTest test;
    auto page = openPage(test, m_orders);
    writeData(*page, uR"({"van": "B-7"})"_s);
    for (QAction *action : page->actions()) {
        if (action->text() == "Copy as curl"_L1)
            action->trigger();
    }
    QTRY_VERIFY(QApplication::clipboard()->text().contains("-H 'ce-type: com.example.shop.courier.arrived'"_L1));
    QVERIFY(QApplication::clipboard()->text().contains("$TOKEN"_L1));
}

void TestEventPage::productionIsAskedFor()
{
    PageTest test(u"Production"_s);
    auto page = openPage(test, m_orders);
    send(*page);
    QTRY_VERIFY(page->findChild<QDialog *>());
    QVERIFY(test.fake.events.requests.isEmpty());
}

void TestEventPage::sendsNothingWithoutATarget()
{
    PageTest test;
    test.fake.console.environment.runtimeUrls.clear();
    for (FakeWorkflow &workflow : test.fake.catalog.workflows) {
        workflow.definition.serviceUrl.clear();
        workflow.definition.endpoint.clear();
    }
    auto page = openPage(test, m_orders);
    QVERIFY(!PageTest::buttonWithText<QPushButton>(page.get(), u"Send event"_s)->isEnabled());
}

void TestEventPage::workflowWithoutEvents()
{
    PageTest test;
    auto page = openPage(test, {u"event"_s, u"nightly-backup"_s, u"1.0"_s});
    QVERIFY(PageTest::visibleText(page.get()).contains("names no event"_L1));
    QVERIFY(line(*page, u"Type"_s)->text().isEmpty());
}

void TestEventPage::failuresKeepWhatWasTyped()
{
    PageTest test;
    test.fake.events.replies.error = fakeError();
    auto page = openPage(test, m_orders);
    QTest::keyClicks(line(*page, u"Subject"_s), u"parcel 7"_s);
    send(*page);
    QTRY_VERIFY(banner(*page).contains("refused the connection"_L1));
    QCOMPARE(line(*page, u"Subject"_s)->text(), u"parcel 7"_s);
    QVERIFY(test.fake.inputs.kept[u"order-fulfilment (events)"_s].history.isEmpty());
}

void TestEventPage::everyControlHasAName()
{
    PageTest test;
    started(test);
    auto page = openPage(test, m_orders);
    QCOMPARE(PageTest::namelessControls(page.get()), QStringList());
}

QTEST_MAIN(TestEventPage)
#include "tst_eventpage.moc"
