// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/redactionmodel.h"
#include "tests/models/incident/readzip.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/incident/incidentdialog.h"

#include <QCheckBox>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeView>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_IncidentDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void savesWhatWasChosen();
    void choosesSecretsByItself();
    void valuesAreChosenByKeyboard();
    void goesWithoutWhatCannotBeRead();
    void waitsForWhatIsStillRead();
    void saysWhatTheDiskRefuses();
    void closesNothingWhenStopped();
    void everyControlHasAName();

private:
    IncidentDialog *open()
    {
        m_dialog = new IncidentDialog(m_test->context, m_instance, m_definition);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->open();
        return m_dialog;
    }

    std::unique_ptr<PageTest> m_test;
    WorkflowInstance m_instance;
    WorkflowDefinition m_definition;
    QPointer<IncidentDialog> m_dialog;
    QTemporaryDir m_folder;
};

void tst_IncidentDialog::init()
{
    m_test = std::make_unique<PageTest>();
    m_instance = m_test->newest(InstanceState::Error);
    Json variables = *m_instance.variables;
    variables["workflowdata"]["login"] = Json::parse(R"({"user":"ada","password":"hunter2"})");
    m_instance.variables = std::make_shared<const Json>(variables);
    m_instance.error->message = u"login with hunter2 failed"_s;
    for (const FakeWorkflow &workflow : fakeWorkflows()) {
        if (workflow.definition.id == m_instance.workflowId && workflow.definition.version == m_instance.version)
            m_definition = workflow.definition;
    }
}

void tst_IncidentDialog::cleanup()
{
    delete m_dialog;
    m_test.reset();
}

void tst_IncidentDialog::savesWhatWasChosen()
{
    IncidentDialog *dialog = open();
    QTRY_VERIFY(dialog->isReady());
    dialog->partBox(IncidentPart::Jobs)->click();
    const QString path = m_folder.filePath(u"saved.zip"_s);
    dialog->saveTo(path);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_test->navigator.messages, QStringList{u"Saved as saved.zip"_s});
    const auto files = readZip(path);
    QCOMPARE(files.size(), 7); // with README.txt, without jobs
    QVERIFY(!files.contains(u"jobs.json"_s));
    QVERIFY(files.value(u"graph.svg"_s).contains("<svg"));
    const QByteArray address = "http://127.0.0.1:8180/" + m_definition.id.toUtf8();
    QVERIFY(files.value(u"start.sh"_s).contains(address));
    QVERIFY(files.value(u"start.sh"_s).contains("YOUR_TOKEN"));
    for (const QByteArray &content : files)
        QVERIFY(!content.contains("hunter2"));
}

void tst_IncidentDialog::choosesSecretsByItself()
{
    IncidentDialog *dialog = open();
    QTRY_VERIFY(dialog->isReady());
    QCOMPARE(dialog->redaction()->chosen(), QStringList{u"/workflowdata/login/password"_s});
    QVERIFY(PageTest::visibleText(dialog).contains(u"left out"_s));
    dialog->redaction()->setChosen({});
    QVERIFY(PageTest::visibleText(dialog).contains(u"Nothing is left out"_s));
    const QString path = m_folder.filePath(u"all.zip"_s);
    dialog->saveTo(path);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(readZip(path).value(u"variables.json"_s).contains("hunter2"));
}

void tst_IncidentDialog::valuesAreChosenByKeyboard()
{
    IncidentDialog *dialog = open();
    QTRY_VERIFY(dialog->isReady());
    QTreeView *values = dialog->values();
    values->setFocus();
    values->setCurrentIndex(values->model()->index(0, 0));
    QTest::keyClick(values, Qt::Key_Space);
    QCOMPARE(dialog->redaction()->chosen(), QStringList{u"/workflowdata"_s});
}

void tst_IncidentDialog::goesWithoutWhatCannotBeRead()
{
    m_test->fake.catalog.sources.error = fakeError();
    m_instance.variables.reset();
    IncidentDialog *dialog = open();
    QTRY_VERIFY(dialog->isReady());
    for (const IncidentPart part : {IncidentPart::Definition, IncidentPart::Graph, IncidentPart::Variables}) {
        QVERIFY(!dialog->partBox(part)->isEnabled());
        QVERIFY(!dialog->partBox(part)->toolTip().isEmpty());
    }
    const QString path = m_folder.filePath(u"less.zip"_s);
    dialog->saveTo(path);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(readZip(path).contains(u"instance.json"_s));
    QVERIFY(!readZip(path).contains(u"graph.svg"_s));
}

void tst_IncidentDialog::waitsForWhatIsStillRead()
{
    m_test->fake.catalog.sources.hang = true;
    IncidentDialog *dialog = open();
    QTest::qWait(50);
    QVERIFY(!dialog->saveButton()->isEnabled());
    QVERIFY(!dialog->saveButton()->toolTip().isEmpty());
    m_test->fake.catalog.sources.release();
    QTRY_VERIFY(dialog->saveButton()->isEnabled());
}

void tst_IncidentDialog::saysWhatTheDiskRefuses()
{
    IncidentDialog *dialog = open();
    QTRY_VERIFY(dialog->isReady());
    dialog->saveTo(m_folder.filePath(u"no/such/folder/a.zip"_s));
    QTRY_VERIFY(PageTest::visibleText(dialog).contains(u"was not saved"_s));
    QVERIFY(dialog->saveButton()->isEnabled());
}

void tst_IncidentDialog::closesNothingWhenStopped()
{
    Json large = Json::object();
    for (int i = 0; i < 30'000; ++i)
        large[std::to_string(i)] = "some words that take time to be packed";
    m_instance.variables = std::make_shared<const Json>(Json{{"workflowdata", large}});
    IncidentDialog *dialog = open();
    QTRY_VERIFY(dialog->isReady());
    const QString path = m_folder.filePath(u"stopped.zip"_s);
    dialog->saveTo(path);
    dialog->reject();
    QVERIFY(m_dialog); // what was chosen stays
    QVERIFY(PageTest::visibleText(dialog).contains(u"nothing was saved"_s));
    QVERIFY(dialog->saveButton()->isEnabled());
    dialog->reject();
    QTRY_VERIFY(!m_dialog);
    QTest::qWait(100);
    QVERIFY(!QFile::exists(path));
}

void tst_IncidentDialog::everyControlHasAName()
{
    IncidentDialog *dialog = open();
    QTRY_VERIFY(dialog->isReady());
    QCOMPARE(PageTest::namelessControls(dialog), QStringList());
}

QTEST_MAIN(tst_IncidentDialog)
#include "tst_incidentdialog.moc"
