// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakeconsole.h"
#include "tests/fakes/fakenavigator.h"
#include "ui/form/formview.h"
#include "ui/form/jsonpane.h"
#include "ui/pages/run/runpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/stateview.h"

#include <QDialog>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestRunPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void goodInputOpensTheInstance();
    void badInputIsShownAndCanBeSentAnyway();
    void serverMessagesLandOnTheFields();
    void runThatFailedWhileStartingOpensItsInstance();
    void networkErrorKeepsTheForm();
    void stopWaiting();
    void startsOnceOnly();
    void jsonAndFormFollowEachOther();
    void badJsonIsNotSent();
    void noSchemaMeansJsonAlone();
    void productionAsksOnceMore();
    void errorWhileReadingCanBeRetried();
    void draftComesBackWithoutSecrets();
    void inputFromElsewhere();
    void refreshKeepsWhatWasTyped();

private:
    void open();
    QLineEdit *line(const char *name) const
    {
        const auto lines = m_page->findChildren<QLineEdit *>();
        for (QLineEdit *one : lines) {
            if (one->accessibleName() == QString::fromUtf8(name))
                return one;
        }
        return nullptr;
    }
    void type(const char *name, const char *text)
    {
        QVERIFY2(line(name), name);
        line(name)->setFocus();
        line(name)->selectAll();
        QTest::keyClicks(line(name), QString::fromUtf8(text));
    }
    QPushButton *button(const char *text) const
    {
        const auto buttons = m_page->findChildren<QPushButton *>();
        for (QPushButton *one : buttons) {
            if (one->text() == QString::fromUtf8(text))
                return one;
        }
        return nullptr;
    }
    void pressStart() { QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier); }
    QString banner() const { return m_page->findChild<Banner *>()->text(); }
    FormView *form() const { return m_page->findChild<FormView *>(); }
    FakeRuns &runs() { return m_fake->runs; }
    void setSchema(const SharedJson &schema) { m_fake->catalog.workflows.first().schemas.input = schema; }

    std::unique_ptr<FakeConsole> m_fake;
    std::unique_ptr<FakeNavigator> m_navigator;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<RunPage> m_page;
    Location m_location;
};

void TestRunPage::init()
{
    m_fake = std::make_unique<FakeConsole>();
    m_navigator = std::make_unique<FakeNavigator>();
    m_display = std::make_unique<DisplaySettings>();
    const WorkflowDefinition &workflow = m_fake->catalog.workflows.first().definition;
    m_location = {u"run"_s, workflow.id, workflow.version};
    setSchema(std::make_shared<const Json>(Json::parse(R"({"type":"object","required":["name"],"properties":{
        "name":{"title":"Name","type":"string"},"count":{"title":"Count","type":"integer"},
        "token":{"title":"Token","type":"string","format":"password"}}})")));
}

void TestRunPage::cleanup()
{
    m_page.reset();
    m_display.reset();
    m_navigator.reset();
    m_fake.reset();
}

void TestRunPage::open()
{
    m_page = std::make_unique<RunPage>(PageContext{m_fake->console, *m_navigator, *m_display}, m_location);
    m_page->resize(1000, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->activateWindow();
}

void TestRunPage::goodInputOpensTheInstance()
{
    open();
    QTRY_VERIFY(line("Name"));
    QTRY_VERIFY(line("Name")->hasFocus()); // ready to type
    QVERIFY(m_page->title().contains(m_fake->catalog.workflows.first().definition.displayName()));
    type("Name", "Ada");
    const auto lines = m_page->findChildren<QLineEdit *>();
    for (QLineEdit *one : lines) {
        if (one->placeholderText().startsWith("Optional"_L1))
            QTest::keyClicks(one, u" order-7 "_s);
    }
    pressStart();
    QTRY_COMPARE(runs().requests.size(), 1);
    QCOMPARE(toBytes(*runs().requests.first().input), QByteArray(R"({"name":"Ada"})"));
    QCOMPARE(runs().requests.first().businessKey, u"order-7"_s);
    QTRY_COMPARE(m_navigator->opened.size(), 1);
    QCOMPARE(m_navigator->opened.first().kind, u"instance"_s);
    QCOMPARE(m_navigator->messages.size(), 1);
    QVERIFY(!m_fake->inputs.kept.value(m_location.id).draft); // sent
    QCOMPARE(m_fake->inputs.kept.value(m_location.id).history.size(), 1);
}

void TestRunPage::badInputIsShownAndCanBeSentAnyway()
{
    open();
    QTRY_VERIFY(line("Name"));
    type("Count", "many");
    pressStart();
    QTRY_VERIFY(banner().contains("2 fields"_L1));
    QCOMPARE(runs().requests.size(), 0);
    QVERIFY(line("Name")->hasFocus());
    button("Start anyway")->click();
    QTRY_COMPARE(runs().requests.size(), 1);
    QCOMPARE(toBytes(*runs().requests.first().input), QByteArray(R"({"count":"many"})"));
}

void TestRunPage::serverMessagesLandOnTheFields()
{
    open();
    QTRY_VERIFY(line("Name"));
    type("Name", "Ada");
    runs().replies.error = FakeRuns::refusal({{u"/name"_s, u"This name is taken."_s}});
    pressStart();
    QTRY_VERIFY(line("Name")->accessibleDescription().contains("This name is taken."_L1));
    QVERIFY(line("Name")->hasFocus());
    QVERIFY(banner().contains("The input was refused."_L1));
    QCOMPARE(line("Name")->text(), u"Ada"_s);
    QVERIFY(m_navigator->opened.isEmpty());
}

void TestRunPage::runThatFailedWhileStartingOpensItsInstance()
{
    open();
    QTRY_VERIFY(line("Name"));
    type("Name", "Ada");
    Error error;
    error.kind = Error::Kind::Server;
    error.what = u"The run failed while starting."_s;
    error.instanceId = u"4711"_s;
    runs().replies.error = error;
    pressStart();
    QTRY_COMPARE(m_navigator->opened.size(), 1);
    QCOMPARE(m_navigator->opened.first(), Location({u"instance"_s, u"4711"_s, {}}));
    QVERIFY(banner().contains("failed while starting"_L1));
}

void TestRunPage::networkErrorKeepsTheForm()
{
    open();
    QTRY_VERIFY(line("Name"));
    type("Name", "Ada");
    Error error;
    error.kind = Error::Kind::Network;
    error.what = u"The run could not be started."_s;
    error.why = u"The connection was refused."_s;
    runs().replies.error = error;
    pressStart();
    QTRY_VERIFY(banner().contains("The connection was refused."_L1));
    QCOMPARE(line("Name")->text(), u"Ada"_s);
    QVERIFY(button("Start run")->isEnabled());
    runs().replies.error.reset();
    pressStart();
    QTRY_COMPARE(m_navigator->opened.size(), 1);
    QCOMPARE(banner(), QString());
}

void TestRunPage::stopWaiting()
{
    open();
    QTRY_VERIFY(line("Name"));
    type("Name", "Ada");
    runs().replies.hang = true;
    pressStart();
    QTRY_VERIFY(button("Stop waiting")->isVisible());
    QVERIFY(!button("Start run")->isEnabled());
    button("Stop waiting")->click();
    QCOMPARE(runs().replies.cancelled(), 1);
    QVERIFY(banner().contains("may have started"_L1));
    button("Look in Instances")->click();
    QCOMPARE(m_navigator->opened.last().kind, u"instances"_s);
    runs().replies.release();
    QTest::qWait(0);
    QCOMPARE(m_navigator->opened.size(), 1); // the late answer opens nothing
}

void TestRunPage::startsOnceOnly()
{
    open();
    QTRY_VERIFY(line("Name"));
    type("Name", "Ada");
    runs().replies.hang = true;
    pressStart();
    pressStart();
    QTRY_COMPARE(runs().requests.size(), 1);
    pressStart();
    QTest::qWait(50);
    QCOMPARE(runs().requests.size(), 1);
    m_page.reset(); // closing the page while it waits is safe
    QCOMPARE(runs().replies.cancelled(), 1);
}

void TestRunPage::jsonAndFormFollowEachOther()
{
    open();
    QTRY_VERIFY(line("Name"));
    auto *json = m_page->findChild<JsonPane *>();
    auto *view = json->findChild<CodeView *>();
    type("Name", "Ada");
    QTRY_VERIFY(json->text().contains("\"Ada\""_L1));
    view->setFocus();
    view->selectAll();
    view->insertPlainText(u"{\"name\": \"Grace\", \"count\": 3, \"extra\": true}"_s);
    QTRY_COMPARE(line("Name")->text(), u"Grace"_s);
    QVERIFY(view->hasFocus());
    type("Count", "4");
    QTRY_VERIFY(json->text().contains("\"count\": 4"_L1));
    QVERIFY(json->text().contains("\"extra\": true"_L1));
    view->setFocus();
    view->selectAll();
    view->insertPlainText(u"{\"name\": "_s);
    QTRY_VERIFY(!json->problem().isEmpty());
    QCOMPARE(line("Name")->text(), u"Grace"_s); // bad JSON never reaches the form
}

void TestRunPage::badJsonIsNotSent()
{
    open();
    QTRY_VERIFY(line("Name"));
    type("Name", "Ada");
    auto *view = m_page->findChild<CodeView *>();
    view->setFocus();
    view->selectAll();
    view->insertPlainText(u"{\"name\": "_s);
    pressStart(); // before the text was read
    QTRY_VERIFY(banner().contains("The JSON cannot be used"_L1));
    QCOMPARE(runs().requests.size(), 0);
    QVERIFY(view->hasFocus());
}

void TestRunPage::noSchemaMeansJsonAlone()
{
    setSchema(nullptr);
    open();
    QTRY_COMPARE(m_page->findChild<StateView *>()->shown(), StateView::Shown::Content);
    QVERIFY(!form()->isVisible());
    auto *view = m_page->findChild<CodeView *>();
    view->setFocus();
    view->selectAll();
    view->insertPlainText(u"{\"any\": [1]}"_s);
    pressStart();
    QTRY_COMPARE(runs().requests.size(), 1);
    QCOMPARE(toBytes(*runs().requests.first().input), QByteArray(R"({"any":[1]})"));
}

void TestRunPage::productionAsksOnceMore()
{
    m_fake->console.environment.production = true;
    open();
    QTRY_VERIFY(line("Name"));
    type("Name", "Ada");
    pressStart();
    QTRY_VERIFY(m_page->findChild<QDialog *>());
    QCOMPARE(runs().requests.size(), 0);
    const auto buttons = m_page->findChild<QDialog *>()->findChildren<QPushButton *>();
    for (QPushButton *one : buttons) {
        if (one->text() == "Start run"_L1)
            one->click();
    }
    QTRY_COMPARE(runs().requests.size(), 1);
}

void TestRunPage::errorWhileReadingCanBeRetried()
{
    Error error;
    error.kind = Error::Kind::Network;
    error.what = u"The workflow could not be read."_s;
    m_fake->catalog.schemaReplies.error = error;
    open();
    auto *states = m_page->findChild<StateView *>();
    QTRY_COMPARE(states->shown(), StateView::Shown::Error);
    m_fake->catalog.schemaReplies.error.reset();
    m_page->signedIn();
    QTRY_COMPARE(states->shown(), StateView::Shown::Content);
    QVERIFY(line("Name"));
}

void TestRunPage::draftComesBackWithoutSecrets()
{
    open();
    QTRY_VERIFY(line("Name"));
    type("Name", "Ada");
    type("Token", "secret");
    QTest::keyClick(line("Token"), Qt::Key_Tab);
    const QJsonObject state = m_page->saveState();
    QVERIFY(!QString::fromUtf8(QJsonDocument(state).toJson()).contains("secret"_L1));
    m_page.reset(); // keeps what was not kept yet
    QVERIFY(m_fake->inputs.kept.value(m_location.id).draft);
    QVERIFY(!toBytes(*m_fake->inputs.kept.value(m_location.id).draft->input).contains("secret"));
    open();
    QTRY_VERIFY(line("Name"));
    QCOMPARE(line("Name")->text(), u"Ada"_s);
    QCOMPARE(line("Token")->text(), QString());
    QTRY_VERIFY(m_page->findChild<JsonPane *>()->text().contains("Ada"_L1));
}

void TestRunPage::inputFromElsewhere()
{
    open();
    m_page->setInput(std::make_shared<const Json>(Json{{"name", "Early"}}));
    QTRY_VERIFY(line("Name"));
    QTRY_COMPARE(line("Name")->text(), u"Early"_s);
    m_page->setInput(std::make_shared<const Json>(Json{{"name", "Late"}}));
    QCOMPARE(line("Name")->text(), u"Late"_s);
}

void TestRunPage::refreshKeepsWhatWasTyped()
{
    open();
    QTRY_VERIFY(line("Name"));
    type("Name", "Ada");
    const int calls = m_fake->catalog.schemaReplies.calls;
    m_page->refresh();
    QTRY_COMPARE(m_fake->catalog.schemaReplies.calls, calls + 1);
    QTest::qWait(20);
    QCOMPARE(toBytes(form()->value()), QByteArray(R"({"name":"Ada"})"));
}

QTEST_MAIN(TestRunPage)
#include "tst_runpage.moc"
