// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/json.h"
#include "tests/journeys/desk.h"
#include "tests/models/incident/readzip.h"
#include "ui/form/jsonpane.h"
#include "ui/pages/incident/incidentdialog.h"
#include "ui/pages/instances/errorview.h"
#include "ui/pages/instances/instanceheader.h"
#include "ui/pages/instances/instancevariables.h"
#include "ui/pages/variables/jqline.h"
#include "ui/pages/variables/jsonchangesview.h"
#include "ui/pages/variables/variableseditor.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/statebadge.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QUuid>

using namespace podium;
using namespace Qt::StringLiterals;

/// A run that failed because of its data, on the real services and through the real window: understood, handed on as a
/// bundle, its data repaired, retried. What came of it is asked from the service itself.
class TestVariables : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void cleanup();
    void saysWhatFailed();
    void savesABundle();
    void filtersAndCompares();
    void changesTheData();
    void retriesWithTheChange();

private:
    /// Asks the runtime as the operator; `body` makes it a POST.
    static Json ask(const QString &path, const QByteArray &body = {});
    template <typename T>
    T *part() const
    {
        for (T *each : m_desk->window()->findChildren<T *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }

    std::unique_ptr<Desk> m_desk;
    QString m_id;
    QString m_key = u"variables-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
    QTemporaryDir m_folder;
};

Json TestVariables::ask(const QString &path, const QByteArray &body)
{
    const QJsonObject environment = QJsonDocument::fromJson(sandboxEnvironment()).object();
    const QString runtime = environment.value("runtimeUrls"_L1).toArray().at(0).toString();
    QStringList arguments{u"-s"_s, runtime + path, u"-H"_s,
                          u"Authorization: Bearer "_s +
                              QString::fromLatin1(sandbox({u"token"_s, u"operator"_s})).trimmed()};
    if (!body.isEmpty())
        arguments << u"-H"_s << u"Content-Type: application/json"_s << u"-d"_s << QString::fromUtf8(body);
    QProcess curl;
    curl.start(u"curl"_s, arguments);
    curl.waitForFinished();
    const Result<Json> answer = parseJson(curl.readAllStandardOutput());
    return answer ? *answer : Json();
}

void TestVariables::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    qputenv("PODIUM_JQ_WORKER", PODIUM_TEST_JQ);
    const QString path = u"/sensor_calibration?businessKey="_s + m_key;
    m_id = stringAt(ask(path, R"({"reading":0,"password":"hunter2"})"), "id");
    QVERIFY(!m_id.isEmpty());
    m_desk = std::make_unique<Desk>();
    m_desk->startOnSandbox({u"--open"_s, u"instance:"_s + m_id});
    QVERIFY(m_desk->click(u"Sign in"_s, 20000));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Failed"_s); }, 30000));
}

void TestVariables::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-variables-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

void TestVariables::saysWhatFailed()
{
    QVERIFY(m_desk->openTab(u"Error"_s));
    auto *error = part<ErrorView>();
    QVERIFY(error);
    QVERIFY(!error->message().isEmpty());
    QVERIFY(m_desk->waitFor([&] { return error->similarButton()->text().contains(u'('); }));
    QVERIFY(m_desk->waitFor([&] { return error->sourceButton()->isVisible(); }));
    m_desk->screenshots(u"error"_s);
}

void TestVariables::savesABundle()
{
    part<InstanceHeader>()->menu()->actions().constLast()->trigger();
    QVERIFY(m_desk->waitFor([this] { return part<IncidentDialog>() && part<IncidentDialog>()->isReady(); }));
    auto *dialog = part<IncidentDialog>();
    m_desk->screenshots(u"incident-bundle"_s);
    const QString path = m_folder.filePath(u"bundle.zip"_s);
    dialog->saveTo(path);
    QVERIFY(m_desk->waitFor([this] { return !part<IncidentDialog>(); }));
    const auto files = readZip(path);
    QVERIFY(files.value(u"instance.json"_s).contains(m_id.toUtf8()));
    QVERIFY(files.value(u"graph.svg"_s).contains("<svg"));
    QVERIFY(files.contains(u"sensor_calibration.sw.yaml"_s) || files.contains(u"sensor_calibration.sw.json"_s));
    for (const QByteArray &content : files)
        QVERIFY(!content.contains("hunter2"));
}

void TestVariables::filtersAndCompares()
{
    QVERIFY(m_desk->openTab(u"Variables"_s));
    auto *view = part<InstanceVariables>();
    QVERIFY(view);
    QVERIFY(m_desk->type(u"jq filter"_s, u"keys"_s));
    QVERIFY(m_desk->waitFor([&] { return view->model()->json() && view->model()->json()->is_array(); }));
    m_desk->screenshots(u"variables-filtered"_s);
    view->jqLine()->field()->clear();
    QVERIFY(m_desk->click(u"Compare with the input or another run"_s));
    QVERIFY(m_desk->waitFor([&] { return view->otherRuns()->count() > 0; }));
    m_desk->screenshots(u"variables-compared"_s);
    QVERIFY(m_desk->click(u"Show as text"_s));
    m_desk->screenshots(u"variables-text"_s);
    QVERIFY(m_desk->click(u"Show as tree"_s));
}

void TestVariables::changesTheData()
{
    QVERIFY(m_desk->click(u"Change variables…"_s));
    auto *editor = part<InstanceVariables>()->editor();
    QVERIFY(editor);
    QVERIFY(m_desk->waitFor([&] { return editor->isReady(); }));
    auto *code = editor->pane()->findChild<CodeView *>();
    const QString text = code->toPlainText();
    QVERIFY2(text.contains(u"\"reading\": 0"_s), qPrintable(text));
    code->setFocus();
    code->selectAll();
    code->insertPlainText(QString(text).replace(u"\"reading\": 0"_s, u"\"reading\": 4"_s));
    m_desk->screenshots(u"variables-edit"_s);
    QVERIFY(m_desk->click(u"Review the changes"_s));
    QVERIFY(m_desk->waitFor([&] { return editor->nextButton()->text() == u"Save"_s; }));
    m_desk->screenshots(u"variables-review"_s);
    QVERIFY(m_desk->click(u"Save"_s));
    QVERIFY(m_desk->waitFor([this] { return !part<InstanceVariables>()->editor(); }));
    const Json now = ask(u"/sensor_calibration/"_s + m_id);
    QCOMPARE(now["workflowdata"]["reading"].get<int>(), 4);
}

void TestVariables::retriesWithTheChange()
{
    QVERIFY(m_desk->click(u"Retry"_s));
    QVERIFY(m_desk->click(u"Retry"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Completed"_s); }, 30000));
    QCOMPARE(stringAt(ask(u"/sensor_calibration/"_s + m_id), "id"), QString()); // over: the service has it no more
}

QTEST_MAIN(TestVariables)
#include "tst_variables.moc"
