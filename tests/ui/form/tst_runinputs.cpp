// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/inputs/inputfiles.h"
#include "models/services/inputmemory.h"
#include "tests/fakes/fakeconsole.h"
#include "tests/fakes/fakenavigator.h"
#include "ui/form/formview.h"
#include "ui/pages/run/businesskeyfield.h"
#include "ui/pages/run/inputpicker.h"
#include "ui/pages/run/runpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/displaysettings.h"

#include <QClipboard>
#include <QDirIterator>
#include <QDropEvent>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kSchema = R"({"type":"object","required":["person"],"properties":{
    "person":{"title":"Person","type":"object","required":["name"],"properties":{"name":{"title":"Name","type":"string"},
        "pin":{"title":"Pin","type":"string","ui:widget":"password"}}},
    "keys":{"title":"Keys","type":"array","items":{"$ref":"#/definitions/key"}},
    "access":{"title":"Access","type":"object","properties":{"way":{"oneOf":[{"title":"By word","type":"object","properties":{
        "word":{"title":"Word","type":"string","writeOnly":true}}},{"title":"By card","type":"object","properties":{
        "card":{"title":"Card","type":"string"}}}]}}}},
    "definitions":{"key":{"type":"object","properties":{"id":{"type":"string"},"token":{"type":"string","format":"password"}}}}})";
constexpr auto kSecret = R"({"person":{"name":"Ada","pin":"hush"},"keys":[{"id":"k","token":"hush"}],
    "access":{"way":{"word":"hush"}}})";

} // namespace

/// What the run form remembers, with its real files.
class TestRunInputs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void draftSurvivesAKill();
    void draftCanBeDiscarded();
    void draftGivesWayToWhatIsAskedFor();
    void secretsAreInNoFile();
    void wizardIsReviewedBeforeItIsSent();
    void historyIsUsedAgain();
    void presetsAreSavedRenamedAndDeleted();
    void earlierRunFillsTheForm();
    void earlierRunThatCannotBeRead();
    void businessKeysCount();
    void copiesACommand();
    void pastesAWholeInput();
    void fileIsDroppedOnAField();

private:
    void open();
    void startRun();
    InputPicker *openPicker();
    FormView *form() const { return m_page->findChild<FormView *>(); }
    QString banner() const { return m_page->findChild<Banner *>()->text(); }
    QLineEdit *businessKey() const { return m_page->findChild<BusinessKeyField *>()->findChild<QLineEdit *>(); }
    QByteArray value() const { return toBytes(form()->value()); }
    template <typename T>
    T *named(QWidget *root, const char *name) const
    {
        for (T *widget : root->findChildren<T *>()) {
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const QString wanted = QString::fromUtf8(name);
            if (widget->accessibleName() == wanted || (button && button->text() == wanted))
                return widget;
        }
        return nullptr;
    }
    void click(QWidget *root, const char *name) { named<QAbstractButton>(root, name)->click(); }
    QByteArray allFiles() const
    {
        QByteArray all;
        for (QDirIterator it(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeConsole> m_fake;
    std::unique_ptr<FakeNavigator> m_navigator;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<InputFiles> m_files;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<RunPage> m_page;
    Location m_location;
};

void TestRunInputs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fake = std::make_unique<FakeConsole>();
    m_navigator = std::make_unique<FakeNavigator>();
    m_display = std::make_unique<DisplaySettings>();
    FakeWorkflow &workflow = m_fake->catalog.workflows.first();
    workflow.schemas.input = std::make_shared<const Json>(Json::parse(kSchema));
    m_location = {u"run"_s, workflow.definition.id, workflow.definition.version};
}

void TestRunInputs::cleanup()
{
    m_page.reset();
    m_console.reset();
    m_files.reset();
    m_display.reset();
    m_navigator.reset();
    m_fake.reset();
}

/// As after a start of Podium: nothing is known but the files.
void TestRunInputs::open()
{
    m_page.reset();
    m_files = std::make_unique<InputFiles>(m_folder->path(), u"Sandbox"_s);
    m_console = std::make_unique<Console>(Console{m_fake->console.environment, m_fake->session, m_fake->catalog,
                                                  m_fake->instances, m_fake->runs, m_fake->jobs, m_fake->live,
                                                  m_fake->journal, *m_files, m_fake->clock, m_fake->tracer});
    m_page = std::make_unique<RunPage>(PageContext{*m_console, *m_navigator, *m_display}, m_location);
    m_page->resize(1000, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->activateWindow();
    QTRY_VERIFY(form()->isVisible() && form()->hasSteps());
    QTest::qWait(20);
}

void TestRunInputs::startRun()
{
    const auto before = m_fake->runs.requests.size();
    QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(form()->isReviewing());
    QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_fake->runs.requests.size(), before + 1);
}

InputPicker *TestRunInputs::openPicker()
{
    click(m_page.get(), "&Saved inputs…");
    auto *picker = m_page->findChild<InputPicker *>();
    if (picker)
        (void)QTest::qWaitForWindowExposed(picker);
    return picker;
}

void TestRunInputs::draftSurvivesAKill()
{
    open();
    form()->setValue(Json::parse(R"({"person":{"name":"Ada"}})"));
    QTRY_VERIFY_WITH_TIMEOUT(allFiles().contains("Ada"), 2000);
    // The page is not closed: as if Podium had been killed.
    const std::unique_ptr<RunPage> killed = std::move(m_page);
    const std::unique_ptr<InputFiles> files = std::move(m_files);
    const std::unique_ptr<Console> console = std::move(m_console);
    open();
    QTRY_COMPARE(value(), R"({"person":{"name":"Ada"}})"_ba);
    QVERIFY(banner().contains("not send"_L1));
}

void TestRunInputs::draftCanBeDiscarded()
{
    open();
    form()->setValue(Json::parse(R"({"person":{"name":"Ada"}})"));
    QTest::qWait(0);
    open();
    QTRY_VERIFY(value().contains("Ada"));
    click(m_page.get(), "Discard");
    QCOMPARE(value(), R"({"person":{}})"_ba);
    click(m_page.get(), "Undo"); // even this can be taken back
    QVERIFY(value().contains("Ada"));
    form()->setValue(Json::parse(R"({"person":{}})"));
    QTRY_VERIFY_WITH_TIMEOUT(!allFiles().contains("Ada"), 2000);
    open();
    QCOMPARE(banner(), QString());
}

void TestRunInputs::draftGivesWayToWhatIsAskedFor()
{
    open();
    form()->setValue(Json::parse(R"({"person":{"name":"Ada"}})"));
    QTest::qWait(0);
    m_page.reset();
    m_files = std::make_unique<InputFiles>(m_folder->path(), u"Sandbox"_s);
    m_console = std::make_unique<Console>(Console{m_fake->console.environment, m_fake->session, m_fake->catalog,
                                                  m_fake->instances, m_fake->runs, m_fake->jobs, m_fake->live,
                                                  m_fake->journal, *m_files, m_fake->clock, m_fake->tracer});
    m_page = std::make_unique<RunPage>(PageContext{*m_console, *m_navigator, *m_display}, m_location);
    m_page->setInput(std::make_shared<const Json>(Json::parse(R"({"person":{"name":"Rerun"}})")));
    m_page->show();
    QTRY_VERIFY(value().contains("Rerun"));
    QTRY_VERIFY(banner().contains("gave way"_L1));
    click(m_page.get(), "Bring it back");
    QVERIFY(value().contains("Ada"));
    click(m_page.get(), "Undo");
    QVERIFY(value().contains("Rerun"));
}

void TestRunInputs::secretsAreInNoFile()
{
    open();
    form()->setValue(Json::parse(kSecret));
    QTRY_VERIFY_WITH_TIMEOUT(allFiles().contains("Ada"), 2000); // the draft
    QVERIFY(!allFiles().contains("hush"));
    InputPicker *picker = openPicker();
    QVERIFY(picker);
    named<QLineEdit>(picker, "Name of a new preset")->setText(u"Mine"_s);
    click(picker, "Save the form");
    picker->close();
    startRun();
    QVERIFY(toBytes(*m_fake->runs.requests.first().input).contains("hush")); // sent all the same
    QTRY_VERIFY_WITH_TIMEOUT(allFiles().contains("history") && allFiles().contains("Mine"), 2000);
    open(); // closes the page: nothing comes late
    QVERIFY(!allFiles().contains("hush"));
    QVERIFY(!QString::fromUtf8(QJsonDocument(m_page->saveState()).toJson()).contains("hush"_L1));
}

void TestRunInputs::wizardIsReviewedBeforeItIsSent()
{
    open();
    QTest::keyClick(m_page.get(), Qt::Key_PageDown, Qt::AltModifier);
    QVERIFY(!form()->isFirstStep());
    QTest::keyClick(m_page.get(), Qt::Key_PageUp, Qt::AltModifier);
    QVERIFY(form()->isFirstStep());
    // The name is missing: the review says so, and nothing is sent.
    QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(form()->isReviewing());
    QCOMPARE(m_fake->runs.requests.size(), 0);
    QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(banner().contains("does not fit"_L1));
    QCOMPARE(m_fake->runs.requests.size(), 0);
    QVERIFY(form()->isReviewing());
    form()->setValue(Json::parse(R"({"person":{"name":"Ada"}})"));
    QTRY_COMPARE(banner(), QString());
    click(m_page.get(), "Start run");
    QTRY_COMPARE(m_fake->runs.requests.size(), 1);
}

void TestRunInputs::historyIsUsedAgain()
{
    open();
    form()->setValue(Json::parse(R"({"person":{"name":"First"}})"));
    businessKey()->setText(u"order-1"_s);
    startRun();
    QTRY_COMPARE(m_navigator->opened.size(), 1);
    open();
    QVERIFY(banner().isEmpty()); // sent: no draft
    QVERIFY(!value().contains("First"));
    InputPicker *picker = openPicker();
    auto *list = named<QListWidget>(picker, "Sent from here");
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(u"order-1"_s));
    QVERIFY(list->isVisible()); // there is no preset yet
    click(picker, "Fill in the form");
    QVERIFY(value().contains("First"));
    QVERIFY(banner().contains("Filled in"_L1));
    QTRY_VERIFY(!m_page->findChild<InputPicker *>());
    picker = openPicker();
    click(picker, "Open the instance");
    QCOMPARE(m_navigator->opened.last(), m_navigator->opened.first());
}

void TestRunInputs::presetsAreSavedRenamedAndDeleted()
{
    open();
    form()->setValue(Json::parse(R"({"person":{"name":"Big"}})"));
    InputPicker *picker = openPicker();
    auto *list = named<QListWidget>(picker, "Presets");
    named<QLineEdit>(picker, "Name of a new preset")->setText(u" Large  order "_s);
    click(picker, "Save the form");
    QCOMPARE(list->count(), 1);
    QCOMPARE(list->item(0)->text(), u"Large order"_s);
    named<QLineEdit>(picker, "Name of a new preset")->setText(u"Second"_s);
    click(picker, "Save the form");
    list->item(1)->setText(u"Large order"_s); // taken
    QTRY_COMPARE(list->item(1)->text(), u"Second"_s);
    list->item(1)->setText(u"A first one"_s);
    QTRY_COMPARE(list->item(0)->text(), u"A first one"_s);
    QCOMPARE(list->currentRow(), 0);
    click(picker, "Delete…");
    for (auto *dialog : picker->findChildren<QDialog *>())
        click(dialog, "Delete");
    QTRY_COMPARE(list->count(), 1);
    picker->close();
    open();
    click(m_page.get(), "Discard");
    picker = openPicker();
    QCOMPARE(named<QListWidget>(picker, "Presets")->count(), 1);
    click(picker, "Fill in the form");
    QVERIFY(value().contains("Big"));
}

void TestRunInputs::earlierRunFillsTheForm()
{
    WorkflowInstance run = m_fake->instances.current(fakeInstance(0, m_fake->clock.now()).id);
    run.id = u"5e5f5a60-1111-4222-8333-444455556666"_s;
    run.workflowId = m_location.id;
    run.businessKey = u"earlier"_s;
    run.start = m_fake->clock.now();
    run.variables = std::make_shared<const Json>(
        Json::parse(R"({"workflowdata":{"person":{"name":"Then"},"result":{"message":"done"},"step":3}})"));
    m_fake->instances.put(run);
    open();
    InputPicker *picker = openPicker();
    picker->findChild<QTabWidget *>()->setCurrentIndex(2);
    auto *list = named<QListWidget>(picker, "Earlier runs");
    QTRY_VERIFY(list->count() > 0);
    QVERIFY(list->item(0)->text().contains(u"earlier"_s));
    QTRY_VERIFY(named<QPushButton>(picker, "Fill in the form")->isEnabled());
    click(picker, "Fill in the form");
    QCOMPARE(value(), R"({"person":{"name":"Then"}})"_ba); // what it became is no input

    QTRY_VERIFY(!m_page->findChild<InputPicker *>());
    run.id = u"6e5f5a60-1111-4222-8333-444455556666"_s;
    run.workflowId = u"another"_s;
    run.variables = std::make_shared<const Json>(
        Json::parse(R"({"workflowdata":{"x":1},"workflowdatainput":{"person":{"name":"Other"},"alien":1}})"));
    m_fake->instances.put(run);
    picker = openPicker();
    picker->findChild<QTabWidget *>()->setCurrentIndex(2);
    named<QLineEdit>(picker, "Instance id")->setText(u' ' + run.id + u' ');
    QTRY_VERIFY(named<QPushButton>(picker, "Fill in the form")->isEnabled());
    click(picker, "Fill in the form");
    QCOMPARE(value(), R"({"person":{"name":"Other"}})"_ba);
}

void TestRunInputs::earlierRunThatCannotBeRead()
{
    open();
    InputPicker *picker = openPicker();
    Error error;
    error.what = u"The list is away."_s;
    m_fake->instances.pages.error = error;
    picker->findChild<QTabWidget *>()->setCurrentIndex(2);
    const auto says = [&](const QString &text) {
        const auto labels = picker->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    };
    QTRY_VERIFY(says(u"The list is away."_s));
    named<QLineEdit>(picker, "Instance id")->setText(u"00000000-0000-4000-8000-000000000000"_s);
    QTRY_VERIFY(says(u"could not be read"_s));
    QVERIFY(!named<QPushButton>(picker, "Fill in the form")->isEnabled());
}

void TestRunInputs::businessKeysCount()
{
    open();
    click(m_page.get(), "How business keys are made…");
    auto *dialog = m_page->findChild<BusinessKeyField *>()->findChild<QDialog *>();
    QVERIFY(dialog);
    auto *pattern = dialog->findChild<QLineEdit *>();
    pattern->setText(u"{user}-{m}"_s);
    QVERIFY(!named<QPushButton>(dialog, "Save")->isEnabled());
    pattern->setText(u"{user}-{n}"_s);
    QVERIFY(pattern->accessibleDescription().contains(u"operator-1"_s)); // the preview
    click(dialog, "Save");
    QTRY_COMPARE(businessKey()->text(), u"operator-1"_s);
    form()->setValue(Json::parse(R"({"person":{"name":"Ada"}})"));
    startRun();
    QCOMPARE(m_fake->runs.requests.last().businessKey, u"operator-1"_s);
    QTRY_COMPARE(businessKey()->text(), u"operator-2"_s);
    open();
    QTRY_COMPARE(businessKey()->text(), u"operator-2"_s);
    form()->setValue(Json::parse(R"({"person":{"name":"Ada"}})"));
    businessKey()->setText(u"mine"_s); // a key of his own does not count
    startRun();
    QCOMPARE(m_fake->runs.requests.last().businessKey, u"mine"_s);
    QTRY_COMPARE(businessKey()->text(), u"operator-2"_s);
}

void TestRunInputs::copiesACommand()
{
    open();
    form()->setValue(Json::parse(kSecret));
    for (QAction *action : named<QToolButton>(m_page.get(), "More for the input")->menu()->actions()) {
        if (action->text() == "Copy as curl"_L1)
            action->trigger();
    }
    QTRY_VERIFY(QApplication::clipboard()->text().startsWith("curl -X POST 'http://127.0.0.1:8180/"_L1));
    QVERIFY(QApplication::clipboard()->text().contains("Bearer $TOKEN"_L1));
    QVERIFY(QApplication::clipboard()->text().contains("Ada"_L1));
    QVERIFY(!QApplication::clipboard()->text().contains("hush"_L1));
    QVERIFY(m_navigator->messages.last().contains("without the passwords"_L1));
}

void TestRunInputs::pastesAWholeInput()
{
    open();
    QApplication::clipboard()->setText(u"{\"person\": {\"name\": \"Pasted\"}, \"more\": 1}"_s);
    QTest::keyClick(m_page.get(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(value(), R"({"person":{"name":"Pasted"},"more":1})"_ba);
    click(m_page.get(), "Undo");
    QCOMPARE(value(), R"({"person":{}})"_ba);
    for (const auto &[text, why] : {std::pair("{ nonsense", "clipboard"), std::pair("[1]", "must be an object"),
                                    std::pair("{\"n\":12345678901234567890123}", "more digits")}) {
        QApplication::clipboard()->setText(QString::fromUtf8(text));
        QTest::keyClick(m_page.get(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY2(banner().contains(QString::fromUtf8(why)), why);
        QCOMPARE(value(), R"({"person":{}})"_ba);
    }
}

void TestRunInputs::fileIsDroppedOnAField()
{
    open();
    const QString path = m_folder->filePath(u"in.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"person":{"name":"Dropped"}})");
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    data.setText(path); // as file managers do: the field must not take it
    auto *field = named<QLineEdit>(m_page.get(), "Name");
    QVERIFY(field);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(field, &drop);
    QVERIFY(drop.isAccepted());
    QTRY_COMPARE(value(), R"({"person":{"name":"Dropped"}})"_ba);
    QVERIFY(banner().contains("in.json"_L1));
}

QTEST_MAIN(TestRunInputs)
#include "tst_runinputs.moc"
