// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakehttpserver.h"
#include "tests/journeys/desk.h"
#include "tests/journeys/keys.h"
#include "tests/models/form/reference.h"
#include "ui/widgets/statebadge.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

const QString kSchemas = QStringLiteral(PODIUM_SHARED_DATA "/input-schemas/");
const QString kWorkflow = u"water_plants"_s; ///< it describes no input of its own, so its runtime takes any

/// What the keyboard does in turn: to a field and a text into it, to a button and Space on it, or a key.
struct Step
{
    enum class What { Type, Press, Key } what;
    const char *name;
    const char *text = "";
};
using Steps = QList<Step>;

constexpr auto kType = Step::What::Type;
constexpr auto kPress = Step::What::Press;
constexpr auto kKey = Step::What::Key;

/// A POST or GET to the real server, as it came.
FakeAnswer forward(const FakeRequest &request, const QUrl &to)
{
    QTcpSocket socket;
    socket.connectToHost(to.host(), static_cast<quint16>(to.port()));
    QByteArray head = request.method + ' ' + request.path.toUtf8();
    if (!request.query.isEmpty())
        head += '?' + request.query.toString(QUrl::FullyEncoded).toUtf8();
    head += " HTTP/1.1\r\nHost: " + to.authority().toUtf8() + "\r\nConnection: close\r\n";
    for (const char *name : {"authorization", "content-type", "accept"}) {
        if (request.headers.contains(name))
            head += QByteArray(name) + ": " + request.header(name) + "\r\n";
    }
    head += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n\r\n";
    socket.write(head + request.body);
    QByteArray all;
    while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(20000))
        all += socket.readAll();
    all += socket.readAll();
    const qsizetype split = all.indexOf("\r\n\r\n");
    FakeAnswer answer = FakeAnswer::json(all.mid(split + 4), all.mid(9, 3).toInt());
    if (all.first(qMax<qsizetype>(split, 0)).toLower().contains("transfer-encoding: chunked"))
        answer.body = answer.body.mid(answer.body.indexOf("\r\n") + 2).split('\r').value(0);
    return answer;
}

} // namespace

/// The richest input schemas of the field, filled in by keyboard alone. They are no part of the project, so the sandbox
/// has no workflow with them: a server in front of its runtime tells them as the schema of a workflow that has none,
/// and hands everything else on. What is typed is started for real, and comes back from the runtime.
class TestRichForms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void fillsByKeyboardAlone_data();
    void fillsByKeyboardAlone();

private:
    bool take(const Step &step);
    void serve(const QByteArray &schema);

    std::unique_ptr<FakeHttpServer> m_server;
    std::unique_ptr<Desk> m_desk;
    QByteArray m_sent;
    QByteArray m_answer;
};

void TestRichForms::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    if (!QDir(kSchemas).exists())
        QSKIP("The schemas of real workflows are not here (../shared/data).");
}

void TestRichForms::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-richforms"_s);
    m_desk.reset();
    m_server.reset();
}

/// Podium's environment: the sandbox, with our server in front of its runtime.
void TestRichForms::serve(const QByteArray &schema)
{
    QJsonObject environment = QJsonDocument::fromJson(sandbox({u"environment"_s})).object();
    const QUrl runtime(environment.value("runtimeUrls"_L1).toArray().first().toString());
    m_server = std::make_unique<FakeHttpServer>();
    m_server->answer(u"/management/processes/"_s + kWorkflow,
                     FakeAnswer::json("{\"id\":\"" + kWorkflow.toUtf8() + "\",\"inputSchema\":" + schema + "}"));
    m_server->handleRest([this, runtime](const FakeRequest &request) {
        const FakeAnswer answer = forward(request, runtime);
        if (request.method == "POST" && request.path == u"/"_s + kWorkflow) {
            m_sent = request.body;
            m_answer = answer.body;
        }
        return answer;
    });
    const QString front = m_server->url().adjusted(QUrl::StripTrailingSlash).toString();
    environment["runtimeUrls"_L1] = QJsonArray{front};
    environment["serviceUrlRules"_L1] = QJsonArray{QJsonObject{{"from"_L1, runtime.toString()}, {"to"_L1, front}}};
    m_desk = std::make_unique<Desk>();
    const QString name = m_desk->configFolder() + u"/richforms.json"_s;
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(QJsonDocument(environment).toJson()) > 0);
    file.close();
    m_desk->start({u"--environment"_s, name, u"--sign-in"_s, u"--open"_s, u"run:"_s + kWorkflow});
}

bool TestRichForms::take(const Step &step)
{
    if (step.what == kKey)
        return press(step.name);
    if (step.what != kPress)
        return typeInto(QString::fromUtf8(step.name), QString::fromUtf8(step.text));
    if (!tabTo(QString::fromUtf8(step.name)))
        return false;
    QTest::keyClick(focused(), Qt::Key_Space);
    QTest::qWait(20);
    return true;
}

void TestRichForms::fillsByKeyboardAlone_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Steps>("steps");
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("steps, choices and a list")
        << u"experimentals-service-now-aap-job-schemas-service-now-app-job-input-schema.json"_s
        << Steps{{kType, "Description", "Deploy the database"},
                 {kType, "Short description", "Database"},
                 {kType, "Assigned to", "man"},
                 {kType, "Assignment group", "App"},
                 {kKey, "Alt+PgDown"},
                 {kType, "Job template", "Demo"},
                 {kType, "Inventory group", "2"},
                 {kType, "Limit", "web"},
                 {kKey, "Alt+PgDown"},
                 {kPress, "Add an entry to Recipients"},
                 {kType, "Recipient 1", "user:default/olivia"},
                 {kKey, "Ctrl+Return"}}
        << R"({"serviceNow":{"description":"Deploy the database","short_description":"Database",
               "assigned_to":"manager","assignment_group":"Approvers"},"aap":{"jobTemplate":"Demo Job Template",
               "inventoryGroup":"2","limit":"web"},"recipients":["user:default/olivia"]})"_ba;
    QTest::newRow("numbers, a default and a box")
        << u"modify-vm-resources-schemas-modify-vm-resources__main-schema.json"_s
        << Steps{{kType, "Project Key", "FLPATH"},
                 {kType, "VM Name", "web-1"},
                 {kType, "Memory", "4Gi"},
                 {kType, "CPU Cores", "4"},
                 {kType, "CPU Threads", "2"},
                 {kType, "CPU Sockets", "1"},
                 {kPress, "Auto-Restart VM"},
                 {kPress, "Add an entry to Recipients"},
                 {kType, "Recipient 1", "group:default/ops"}}
        << R"({"projectKey":"FLPATH","vm_namespace":"default","vm_name":"web-1","vm_new_memory":"4Gi",
               "vm_new_cpu_cores":4,"vm_new_cpu_threads":2,"vm_new_cpu_sockets":1,"vm_auto_restart":true,
               "recipients":["group:default/ops"]})"_ba;
    QTest::newRow("lists of groups")
        << u"mtv-migration-schemas-mtv-input.json"_s
        << Steps{{kType, "Migration name", "move-1"},
                 {kType, "Migration namespace", "vms"},
                 {kType, "Operation", "MIG"},
                 {kType, "Source provider", "vmware"},
                 {kType, "Destination provider", "host"},
                 {kType, "Storage map", "fast"},
                 {kType, "Network map", "pods"},
                 {kPress, "Add an entry to Vms"},
                 {kType, "Name", "web"},
                 {kType, "Id", "vm-17"},
                 {kPress, "Add an entry to Recipients"},
                 {kType, "Entry 1", "user:default/olivia"}}
        << R"({"migrationName":"move-1","migrationNamespace":"vms","operation":"MIGRATE","sourceProvider":"vmware",
               "destinationProvider":"host","storageMap":"fast","networkMap":"pods","vms":[{"name":"web","id":"vm-17"}],
               "recipients":["user:default/olivia"]})"_ba;
}

void TestRichForms::fillsByKeyboardAlone()
{
    QFETCH(QString, file);
    QFETCH(Steps, steps);
    QFETCH(QByteArray, input);
    QFile source(kSchemas + file);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray schema = source.readAll();
    serve(schema);
    QVERIFY(m_desk->waitFor([&steps] { return isFocused(QString::fromUtf8(steps.first().name)); }, 30000));
    for (const Step &step : std::as_const(steps))
        QVERIFY2(take(step), step.name);
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"Everything is filled in"_s); }));
    m_desk->screenshots(u"richform-"_s + file.section(u'-', 0, 1));
    QVERIFY(press("Ctrl+Return"));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Running"_s); }, 40000));

    const Json sent = Json::parse(m_sent.toStdString());
    QVERIFY2(nlohmann::json(sent) == nlohmann::json(Json::parse(input.toStdString())), m_sent.constData());
    QCOMPARE(referenceProblem(Json::parse(schema.toStdString()), sent), QString());
    // And the runtime has it.
    const Json answer = Json::parse(m_answer.toStdString(), nullptr, false);
    QVERIFY2(answer.contains("workflowdata"), m_answer.constData());
    QVERIFY2(nlohmann::json(answer["workflowdata"]) == nlohmann::json(sent), m_answer.constData());
}

QTEST_MAIN(TestRichForms)
#include "tst_richforms.moc"
