// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/form/runfixture.h"

using namespace podium;
using namespace Qt::StringLiterals;

/// Where the run form takes a whole input from, and how it hands one on.
class TestRunInputs : public QObject, public RunFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { RunFixture::init(); }
    void cleanup() { RunFixture::cleanup(); }
    void historyIsUsedAgain();
    void presetsAreSavedRenamedAndDeleted();
    void earlierRunFillsTheForm();
    void earlierRunThatCannotBeRead();
    void nextWorkflowTakesWhatFits();
    void copiesACommand();
    void pastesAWholeInput();
    void fileIsDroppedOnAField();
};

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

void TestRunInputs::nextWorkflowTakesWhatFits()
{
    WorkflowInstance run = m_fake->instances.current(fakeInstance(0, m_fake->clock.now()).id);
    run.id = u"7e5f5a60-1111-4222-8333-444455556666"_s;
    run.workflowId = u"assessment"_s;
    run.variables = std::make_shared<const Json>(
        Json::parse(R"({"workflowdata":{"person":{"name":"Assessed"},"result":{"nextWorkflows":[]},"score":3}})"));
    m_fake->instances.put(run);
    open();
    m_page->showPart(u"from="_s + run.id);
    QTRY_COMPARE(value(), R"({"person":{"name":"Assessed"}})"_ba);
    m_page->showPart(u"node=7"_s); // means nothing here
    m_page->showPart(u"from=none"_s);
    QTRY_VERIFY(banner().contains("could not be read"_L1));
    QVERIFY(value().contains("Assessed"));
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
    QApplication::clipboard()->setText(u"person:\n  name: Yaml\n"_s);
    QTest::keyClick(m_page.get(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(value(), R"({"person":{"name":"Yaml"}})"_ba);
    form()->setValue(Json::parse(R"({"person":{}})"));
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
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(field, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(field, &drop);
    QVERIFY(drop.isAccepted());
    QTRY_COMPARE(value(), R"({"person":{"name":"Dropped"}})"_ba);
    QVERIFY(banner().contains("in.json"_L1));
}

QTEST_MAIN(TestRunInputs)
#include "tst_runinputs.moc"
