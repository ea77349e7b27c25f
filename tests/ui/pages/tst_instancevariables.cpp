// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/workflowresult.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/form/formview.h"
#include "ui/form/jsonpane.h"
#include "ui/pages/compare/textdiffview.h"
#include "ui/pages/instances/instancevariables.h"
#include "ui/pages/variables/jqline.h"
#include "ui/pages/variables/jsonchangesview.h"
#include "ui/pages/variables/variableseditor.h"
#include "ui/widgets/codeview.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace podium;
using namespace Qt::StringLiterals;
using Mark = JsonTreeModel::Mark;

class tst_InstanceVariables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("PODIUM_JQ_WORKER", PODIUM_TEST_JQ); }
    void init();
    void cleanup();
    void comparesWithTheInput();
    void comparesWithAnotherRun();
    void saysWhyAnotherRunIsNotThere();
    void goesFromADifferenceToTheTree();
    void editIsOfferedOnlyWhereItCanBe_data();
    void editIsOfferedOnlyWhereItCanBe();
    void savesOnlyWhatWasChanged();
    void wrongTextIsNotReviewed();
    void saysThatNothingCanBeTakenAway();
    void showsWhatTheServiceHasWhereDataIndexLags();
    void saysWhyTheyCannotBeRead();
    void whatOthersChangedStays();
    void nothingIsSavedOnceItIsOver();
    void aRefusalKeepsWhatWasTyped();
    void formIsOfferedWhereTheSchemaIsKnown();
    void productionWantsAWord();
    void everyControlHasAName();

private:
    void open(InstanceState state = InstanceState::Active, const QString &environment = u"Local sandbox"_s);
    void put(const char *data, const char *input = nullptr);
    VariablesEditor *edit();
    void type(VariablesEditor *editor, const QString &text);
    Mark markOf(const QString &pointer)
    {
        return static_cast<Mark>(m_view->model()->indexFor(pointer).data(JsonTreeModel::MarkRole).toInt());
    }

    std::unique_ptr<PageTest> m_test;
    std::unique_ptr<InstanceVariables> m_view;
    WorkflowInstance m_instance;
};

void tst_InstanceVariables::init()
{
    open();
}

void tst_InstanceVariables::cleanup()
{
    m_view.reset();
    m_test.reset();
}

void tst_InstanceVariables::open(InstanceState state, const QString &environment)
{
    cleanup();
    m_test = std::make_unique<PageTest>(environment);
    for (FakeWorkflow &workflow : m_test->fake.catalog.workflows)
        workflow.schemas = {};
    m_instance = m_test->newest(state);
    m_view = std::make_unique<InstanceVariables>(m_test->context);
    m_view->resize(480, 600);
    m_view->show();
    put(R"({"name":"Ada","count":1,"list":[1,2]})", R"({"name":"Ada","count":0})");
}

/// What the server has from now on; the view gets it, too.
void tst_InstanceVariables::put(const char *data, const char *input)
{
    Json variables = Json::object();
    variables["workflowdata"] = Json::parse(data);
    if (input)
        variables["workflowdatainput"] = Json::parse(input);
    m_instance.variables = std::make_shared<const Json>(std::move(variables));
    m_test->fake.instances.put(m_instance);
    m_view->setInstance(m_instance);
}

VariablesEditor *tst_InstanceVariables::edit()
{
    m_view->editButton()->click();
    VariablesEditor *editor = m_view->editor();
    (void)QTest::qWaitFor([editor] { return !editor || editor->isReady(); });
    return editor;
}

void tst_InstanceVariables::type(VariablesEditor *editor, const QString &text)
{
    auto *code = editor->pane()->findChild<CodeView *>();
    editor->activateWindow();
    code->setFocus();
    QVERIFY(QTest::qWaitFor([code] { return code->hasFocus(); }));
    code->selectAll();
    code->insertPlainText(text);
}

void tst_InstanceVariables::comparesWithTheInput()
{
    m_view->showDifferences();
    JsonChangesView *changes = m_view->differences();
    QTRY_COMPARE(changes->changes().size(), 2);
    QVERIFY2(changes->summary().contains(u"1 added, 1 changed"_s), qPrintable(changes->summary()));
    QCOMPARE(markOf(u"/count"_s), Mark::Changed);
    QCOMPARE(markOf(u"/list"_s), Mark::Added);
    QCOMPARE(markOf(u"/name"_s), Mark::None);
    // Live: the comparison follows.
    put(R"({"name":"Bo","count":0})", R"({"name":"Ada","count":0})");
    QTRY_COMPARE(markOf(u"/name"_s), Mark::Changed);
    QCOMPARE(changes->changes().size(), 1);
    put(R"({"name":"Bo"})");
    QTRY_VERIFY(PageTest::visibleText(m_view.get()).contains(u"Nothing to compare with"_s));
}

void tst_InstanceVariables::comparesWithAnotherRun()
{
    m_view->showDifferences();
    QTRY_VERIFY(m_view->otherRuns()->count() > 2);
    QCOMPARE(m_view->otherRuns()->findData(m_instance.id), -1); // not with itself
    WorkflowInstance other = m_test->fake.instances.current(m_view->otherRuns()->itemData(1).toString());
    other.variables = std::make_shared<const Json>(Json::parse(R"({"workflowdata":{"name":"Eve","count":1}})"));
    m_test->fake.instances.put(other);
    m_view->otherRuns()->setCurrentIndex(1);
    Q_EMIT m_view->otherRuns()->activated(1);
    const auto first = [this] {
        const QList<JsonChange> &changes = m_view->differences()->changes();
        return changes.isEmpty() ? QString() : toQString(changes.constFirst().left);
    };
    QTRY_COMPARE(first(), u"Eve"_s);
    QCOMPARE(m_view->differences()->changes().size(), 2);
    // Any other run, by its id.
    m_view->otherRuns()->setEditText(u" "_s + other.id + u' ');
    QTest::keyClick(m_view->otherRuns()->lineEdit(), Qt::Key_Return);
    QTRY_COMPARE(m_view->differences()->changes().size(), 2);
}

void tst_InstanceVariables::saysWhyAnotherRunIsNotThere()
{
    m_view->compareWith(u"no-such-instance"_s);
    m_view->showDifferences();
    QTRY_VERIFY(PageTest::visibleText(m_view.get()).contains(u"The instance could not be read."_s));
    QVERIFY(m_view->differences()->changes().isEmpty());
}

void tst_InstanceVariables::goesFromADifferenceToTheTree()
{
    m_view->showDifferences();
    QTRY_COMPARE(m_view->differences()->changes().size(), 2);
    m_view->differences()->list()->setCurrentIndex(m_view->differences()->list()->model()->index(1, 0));
    QTest::keyClick(m_view->differences()->list(), Qt::Key_Return);
    QVERIFY(m_view->tree()->isVisible());
    QCOMPARE(m_view->model()->pointerFor(m_view->tree()->currentIndex()),
             m_view->differences()->changes().at(1).pointer);
    // The results of a filter are no part of the comparison.
    m_view->jqLine()->field()->setText(u"{count: 1}"_s);
    QTRY_COMPARE(m_view->model()->rowCount(), 1);
    QCOMPARE(markOf(u"/count"_s), Mark::None);
}

void tst_InstanceVariables::editIsOfferedOnlyWhereItCanBe_data()
{
    QTest::addColumn<InstanceState>("state");
    QTest::addColumn<QString>("service");
    QTest::addColumn<bool>("large");
    QTest::addColumn<QString>("why");
    const QString known = u"http://127.0.0.1:8180"_s;
    QTest::newRow("running") << InstanceState::Active << known << false << QString();
    QTest::newRow("failed") << InstanceState::Error << known << false << QString();
    QTest::newRow("only runtime") << InstanceState::Active << QString() << false << QString();
    QTest::newRow("over") << InstanceState::Completed << known << false << u"is over"_s;
    QTest::newRow("unlisted") << InstanceState::Active << u"http://10.1.2.3:80"_s << false << u"does not list"_s;
    QTest::newRow("large") << InstanceState::Active << known << true << u"too large"_s;
}

void tst_InstanceVariables::editIsOfferedOnlyWhereItCanBe()
{
    QFETCH(InstanceState, state);
    QFETCH(QString, service);
    QFETCH(bool, large);
    QFETCH(QString, why);
    m_instance.state = state;
    m_instance.serviceUrl = service;
    if (large) {
        const Json data{{"text", std::string(2'000'000, 'x')}};
        m_instance.variables = std::make_shared<const Json>(Json{{"workflowdata", data}});
    }
    m_view->setInstance(m_instance);
    QCOMPARE(m_view->editButton()->isEnabled(), why.isEmpty());
    QVERIFY2(m_view->editButton()->toolTip().contains(why), qPrintable(m_view->editButton()->toolTip()));
    QCOMPARE(edit() != nullptr, why.isEmpty());
}

void tst_InstanceVariables::savesOnlyWhatWasChanged()
{
    const QSignalSpy saved(m_view.get(), &InstanceVariables::saved);
    VariablesEditor *editor = edit();
    QVERIFY(editor);
    QVERIFY(!editor->backButton()->isVisible());
    type(editor, uR"({"name":"Bo","count":1,"list":[1,2]})"_s);
    editor->nextButton()->click();
    QTRY_VERIFY(editor->backButton()->isVisible());
    QTRY_COMPARE(editor->differences()->diff()->changeCount(), 1);
    QVERIFY(m_test->fake.instances.patches.isEmpty()); // looked at, not yet saved
    QTRY_VERIFY(editor->nextButton()->isEnabled());
    editor->nextButton()->click();
    QTRY_COMPARE(m_test->fake.instances.patches.size(), 1);
    QCOMPARE(QString::fromUtf8(toBytes(*m_test->fake.instances.patches.constFirst())), uR"({"name":"Bo"})"_s);
    QTRY_COMPARE(saved.count(), 1);
    QTRY_VERIFY(!m_view->editor());
    QCOMPARE(m_test->navigator.messages.size(), 1);
}

void tst_InstanceVariables::wrongTextIsNotReviewed()
{
    VariablesEditor *editor = edit();
    type(editor, uR"({"name":)"_s);
    QTRY_VERIFY(!editor->nextButton()->isEnabled());
    QVERIFY(!editor->nextButton()->toolTip().isEmpty());
    type(editor, uR"({"name":"Ada","count":1,"list":[1,2]})"_s);
    QTRY_VERIFY(editor->nextButton()->isEnabled());
    editor->nextButton()->click();
    QTRY_VERIFY(editor->backButton()->isVisible());
    QVERIFY(!editor->nextButton()->isEnabled()); // nothing is changed
    QVERIFY(PageTest::visibleText(editor).contains(u"Nothing is changed."_s));
    editor->backButton()->click();
    QVERIFY(editor->pane()->isVisible());
}

void tst_InstanceVariables::saysThatNothingCanBeTakenAway()
{
    VariablesEditor *editor = edit();
    type(editor, uR"({"name":"Bo","list":null})"_s);
    editor->nextButton()->click();
    QTRY_VERIFY(editor->backButton()->isVisible());
    const QString text = PageTest::visibleText(editor);
    QVERIFY2(text.contains(u"2 change(s) cannot be made"_s) && text.contains(u"/count"_s) && text.contains(u"/list"_s),
             qPrintable(text));
    // What is shown is what will be there: the members stay.
    QTRY_COMPARE(editor->differences()->diff()->changeCount(), 1);
}

void tst_InstanceVariables::showsWhatTheServiceHasWhereDataIndexLags()
{
    VariablesEditor *editor = edit();
    type(editor, uR"({"name":"Ada","count":1,"list":[3]})"_s);
    editor->nextButton()->click();
    QTRY_VERIFY(editor->nextButton()->isEnabled() && editor->backButton()->isVisible());
    editor->nextButton()->click();
    QTRY_VERIFY(!m_view->editor());
    m_view->setInstance(m_instance); // as Data Index has it: with the former list
    QTRY_VERIFY(PageTest::visibleText(m_view.get()).contains(u"Data Index does not show all"_s));
    QTest::qWait(20);
    QCOMPARE(QString::fromUtf8(toBytes((*m_view->json())["list"])), u"[3]"_s);
    m_view->setInstance(m_test->fake.instances.current(m_instance.id));
    QTRY_VERIFY(!PageTest::visibleText(m_view.get()).contains(u"Data Index does not show all"_s));
}

void tst_InstanceVariables::saysWhyTheyCannotBeRead()
{
    m_test->fake.instances.variables.error = fakeError();
    m_view->editButton()->click();
    VariablesEditor *editor = m_view->editor();
    QTRY_VERIFY(PageTest::visibleText(editor).contains(fakeError().why));
    QVERIFY(!editor->nextButton()->isEnabled());
    m_test->fake.instances.variables.error.reset();
    PageTest::buttonWithText<QPushButton>(editor, u"Try again"_s)->click();
    QTRY_VERIFY(editor->isReady());
    QTRY_VERIFY(editor->nextButton()->isEnabled());
}

void tst_InstanceVariables::whatOthersChangedStays()
{
    VariablesEditor *editor = edit();
    type(editor, uR"({"name":"Bo","count":1,"list":[1,2]})"_s);
    editor->nextButton()->click();
    QTRY_VERIFY(editor->nextButton()->isEnabled() && editor->backButton()->isVisible());
    // On the server only: the page does not know yet.
    Json variables{{"workflowdata", Json::parse(R"({"name":"Ada","count":7,"list":[1,2]})")}};
    m_instance.variables = std::make_shared<const Json>(std::move(variables));
    m_test->fake.instances.put(m_instance);
    editor->nextButton()->click();
    QTRY_VERIFY2(editor->notice().contains(u"changed since you began"_s), qPrintable(editor->notice()));
    QVERIFY(m_test->fake.instances.patches.isEmpty()); // not before the user saw it
    QTRY_VERIFY(editor->findChild<JsonChangesView *>()->isVisible());
    QTRY_COMPARE(editor->findChild<JsonChangesView *>()->changes().size(), 1);
    QTRY_VERIFY(editor->nextButton()->isEnabled());
    editor->nextButton()->click();
    QTRY_COMPARE(m_test->fake.instances.patches.size(), 1);
    QCOMPARE(QString::fromUtf8(toBytes(*m_test->fake.instances.patches.constFirst())), uR"({"name":"Bo"})"_s);
    const Json now = *workflowDataOf(m_test->fake.instances.current(m_instance.id).variables);
    QCOMPARE(now["count"].get<int>(), 7);
    QCOMPARE(stringAt(now, "name"), u"Bo"_s);
}

void tst_InstanceVariables::nothingIsSavedOnceItIsOver()
{
    VariablesEditor *editor = edit();
    type(editor, uR"({"name":"Bo"})"_s);
    editor->nextButton()->click();
    QTRY_VERIFY(editor->backButton()->isVisible());
    m_instance.state = InstanceState::Completed;
    m_test->fake.instances.put(m_instance);
    editor->nextButton()->click();
    QTRY_VERIFY(editor->notice().contains(u"is over"_s));
    QVERIFY(!editor->nextButton()->isEnabled());
    QVERIFY(m_test->fake.instances.patches.isEmpty());
}

void tst_InstanceVariables::aRefusalKeepsWhatWasTyped()
{
    m_test->fake.instances.actions.error = fakeError(Error::Kind::Forbidden);
    VariablesEditor *editor = edit();
    type(editor, uR"({"name":"Bo"})"_s);
    editor->nextButton()->click();
    QTRY_VERIFY(editor->backButton()->isVisible());
    editor->nextButton()->click();
    QTRY_VERIFY(editor->notice().contains(fakeError().why));
    QVERIFY(m_view->editor());
    editor->backButton()->click();
    QCOMPARE(editor->pane()->text(), uR"({"name":"Bo"})"_s);
    editor->reject(); // asks first
    QVERIFY(m_view->editor());
    auto *drop = PageTest::buttonWithText<QPushButton>(editor, u"Drop"_s);
    QVERIFY(drop);
    drop->click();
    QTRY_VERIFY(!m_view->editor());
}

void tst_InstanceVariables::formIsOfferedWhereTheSchemaIsKnown()
{
    VariablesEditor *plain = edit();
    QTest::qWait(20);
    QVERIFY(plain->form()->isHidden()); // the text alone
    plain->reject();
    QTRY_VERIFY(!m_view->editor());
    for (FakeWorkflow &workflow : m_test->fake.catalog.workflows) {
        workflow.schemas.input = std::make_shared<const Json>(
            Json::parse(R"({"type":"object","required":["name"],"properties":{"name":{"title":"Name","type":"string"},
                "zone":{"title":"Zone","type":"string","default":"eu"},
                "one":{"type":"object","properties":{"a":{"type":"string"}}},
                "two":{"type":"object","properties":{"b":{"type":"string"}}}}})"));
    }
    VariablesEditor *editor = edit();
    QTRY_VERIFY(editor->form()->isVisible());
    QVERIFY(!editor->form()->hasSteps()); // what is there is changed, nothing is sent step by step
    QTRY_COMPARE(toBytes(editor->form()->value()), R"({"name":"Ada","count":1,"list":[1,2]})"_ba); // no defaults
    QLineEdit *name = nullptr;
    for (auto *line : editor->form()->findChildren<QLineEdit *>())
        name = line->accessibleName() == u"Name"_s ? line : name;
    QVERIFY(name);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"Bo"_s);
    QTRY_VERIFY(editor->pane()->text().contains(u"\"Bo\""_s)); // two-way
    editor->nextButton()->click();
    QTRY_VERIFY(editor->backButton()->isVisible());
    QTRY_VERIFY(editor->nextButton()->isEnabled());
    editor->nextButton()->click();
    QTRY_COMPARE(m_test->fake.instances.patches.size(), 1);
    QCOMPARE(toBytes(*m_test->fake.instances.patches.constFirst()), R"({"name":"Bo"})"_ba);
    QTRY_VERIFY(!m_view->editor());
}

void tst_InstanceVariables::productionWantsAWord()
{
    open(InstanceState::Active, u"Production"_s);
    VariablesEditor *editor = edit();
    type(editor, uR"({"name":"Bo"})"_s);
    editor->nextButton()->click();
    QTRY_VERIFY(editor->backButton()->isVisible());
    QVERIFY(!editor->nextButton()->isEnabled());
    QLineEdit *word = nullptr;
    for (auto *field : editor->findChildren<QLineEdit *>())
        word = field->isVisible() ? field : word;
    QVERIFY(word);
    QTest::keyClicks(word, u"Production"_s);
    QVERIFY(editor->nextButton()->isEnabled());
}

void tst_InstanceVariables::everyControlHasAName()
{
    m_view->showDifferences();
    QCOMPARE(PageTest::namelessControls(m_view.get()), QStringList());
    QCOMPARE(PageTest::namelessControls(edit()), QStringList());
}

QTEST_MAIN(tst_InstanceVariables)
#include "tst_instancevariables.moc"
