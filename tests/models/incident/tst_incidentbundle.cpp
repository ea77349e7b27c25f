// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/incident/zipwriter.h"
#include "tests/models/incident/readzip.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kTime(QDate(2026, 3, 2), QTime(14, 0), Qt::UTC);
const QList<IncidentPart> kAll{IncidentPart::Instance,   IncidentPart::Nodes, IncidentPart::Variables,
                               IncidentPart::Definition, IncidentPart::Graph, IncidentPart::Jobs,
                               IncidentPart::Start};

/// Its secret is also in the error, in a node, in the business key, in the source and in the graph.
IncidentSources full()
{
    IncidentSources sources;
    WorkflowInstance &instance = sources.instance;
    instance.id = u"9b2d6c1e-0000-4a6f-9c21-000000000001"_s;
    instance.workflowId = u"order"_s;
    instance.version = u"1.0"_s;
    instance.state = InstanceState::Error;
    instance.businessKey = u"K-hunter2"_s;
    instance.start = kTime;
    instance.error = InstanceError{u"_3"_s, u"n1"_s, u"login with hunter2 failed"_s};
    NodeInstance node;
    node.id = u"n1"_s;
    node.name = u"Pay"_s;
    node.enter = kTime;
    node.inputArgs = std::make_shared<const Json>(Json::parse(R"({"auth":"Basic hunter2"})"));
    instance.nodes << node;
    instance.variables =
        std::make_shared<const Json>(Json::parse(R"({"workflowdata":{"user":"ada","password":"hunter2","quote":"it's"},
                        "workflowdatainput":{"user":"ada","password":"hunter2","quote":"it's"}})"));
    sources.source = {u"../../etc/order.sw.yaml"_s, "id: order\n# hunter2\n"};
    sources.graph = "<svg><text>hunter2</text></svg>";
    sources.jobs = QList<Job>{Job{}};
    sources.start = QUrl(u"https://user:pw@flows.example.com/order?businessKey=K-hunter2"_s);
    sources.environment = u"Test"_s;
    sources.madeAt = kTime;
    return sources;
}

Redaction passwordOf(const IncidentSources &sources)
{
    return Redaction(*sources.instance.variables, secretLookingPointers(*sources.instance.variables));
}

} // namespace

class tst_IncidentBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAllParts();
    void redactedValuesAreNowhere();
    void holdsOnlyWhatWasChosen();
    void leavesOutWhatIsNotThere();
    void startsTheSameRun();
    void replacesAFileOnlyWhenItIsWhole();
    void saysWhatTheDiskRefuses();
    void isReadByOthers();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QMap<QString, QByteArray> written(const IncidentSources &sources, const QList<IncidentPart> &parts,
                                      const Redaction &redaction)
    {
        const Result<Done> done =
            writeZip(path(u"bundle.zip"_s), incidentFiles(sources, parts, redaction), sources.madeAt);
        return done ? readZip(path(u"bundle.zip"_s)) : QMap<QString, QByteArray>();
    }

    QTemporaryDir m_folder;
};

void tst_IncidentBundle::holdsAllParts()
{
    const auto files = written(full(), kAll, {});
    QCOMPARE(files.keys(), (QStringList{u"README.txt"_s, u"graph.svg"_s, u"instance.json"_s, u"jobs.json"_s,
                                        u"nodes.json"_s, u"order.sw.yaml"_s, u"start.sh"_s, u"variables.json"_s}));
    const Json instance = Json::parse(files.value(u"instance.json"_s).toStdString());
    QCOMPARE(stringAt(instance, "state"), u"ERROR"_s);
    QCOMPARE(stringAt(instance["error"], "message"), u"login with hunter2 failed"_s);
    QVERIFY(Json::parse(files.value(u"variables.json"_s).toStdString()) == *full().instance.variables);
    QCOMPARE(stringAt(Json::parse(files.value(u"nodes.json"_s).toStdString())[0], "name"), u"Pay"_s);
    const QString readMe = QString::fromUtf8(files.value(u"README.txt"_s));
    for (const QString &name : files.keys())
        QVERIFY2(name == u"README.txt"_s || readMe.contains(name), qPrintable(name));
    QVERIFY(readMe.contains(u"No values were left out."_s));
}

void tst_IncidentBundle::redactedValuesAreNowhere()
{
    const IncidentSources sources = full();
    const auto files = written(sources, kAll, passwordOf(sources));
    QCOMPARE(files.size(), 8);
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        QVERIFY2(!file.value().contains("hunter2"), qPrintable(file.key()));
        QVERIFY2(!file.key().contains(u"hunter2"_s), qPrintable(file.key()));
    }
    QFile raw(path(u"bundle.zip"_s));
    QVERIFY(raw.open(QIODevice::ReadOnly));
    QVERIFY(!raw.readAll().contains("hunter2"));
    const Json variables = Json::parse(files.value(u"variables.json"_s).toStdString());
    QCOMPARE(stringAt(variables["workflowdata"], "password"), Redaction::mark());
    QCOMPARE(stringAt(variables["workflowdata"], "user"), u"ada"_s);
    QVERIFY(files.value(u"README.txt"_s).contains("/workflowdata/password"));
}

void tst_IncidentBundle::holdsOnlyWhatWasChosen()
{
    const auto files = written(full(), {IncidentPart::Instance, IncidentPart::Jobs}, {});
    QCOMPARE(files.keys(), (QStringList{u"README.txt"_s, u"instance.json"_s, u"jobs.json"_s}));
    QVERIFY(!files.value(u"README.txt"_s).contains("variables.json"));
    QVERIFY(incidentFiles(full(), kAll, {}, [] { return true; }).isEmpty());
}

void tst_IncidentBundle::leavesOutWhatIsNotThere()
{
    IncidentSources sources;
    sources.instance.id = u"1"_s;
    sources.madeAt = kTime;
    for (const IncidentPart part : kAll)
        QCOMPARE(hasPart(sources, part), part == IncidentPart::Instance || part == IncidentPart::Nodes);
    QCOMPARE(written(sources, kAll, {}).keys(), (QStringList{u"README.txt"_s, u"instance.json"_s, u"nodes.json"_s}));
    QCOMPARE(incidentFileName(sources.instance), u"incident--1.zip"_s);
    sources.instance.workflowId = u"../a b/c"_s;
    QVERIFY(!incidentFileName(sources.instance).contains(u'/'));
}

void tst_IncidentBundle::startsTheSameRun()
{
    const auto input = std::make_shared<const Json>(Json::parse(R"({"quote":"it's","a":1})"));
    const QByteArray line = startCommand(QUrl(u"https://user:pw@host/order?businessKey=K%2B1"_s), input);
    QCOMPARE(line, "curl --request POST 'https://host/order?businessKey=K%2B1' --header 'Content-Type: "
                   "application/json' --header 'Authorization: Bearer YOUR_TOKEN' --data "
                   "'{\"quote\":\"it'\\''s\",\"a\":1}'");
    QVERIFY(startCommand(QUrl(u"http://h/o"_s), nullptr).endsWith("--data '{}'"));
    // A shell reads it as it was meant.
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, u"curl() { for a; do printf '%s\\n' \"$a\"; done; }\n"_s + QString::fromUtf8(line)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardOutput().split('\n').at(8), "{\"quote\":\"it's\",\"a\":1}");
}

void tst_IncidentBundle::replacesAFileOnlyWhenItIsWhole()
{
    const QString target = path(u"kept.zip"_s);
    QFile before(target);
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("before") == 6);
    before.close();
    const auto entries = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
    const QList<IncidentFile> files{{u"a.txt"_s, QByteArray(3 << 20, 'x')}};
    qint64 seen = 0;
    const Result<Done> stopped = writeZip(target, files, kTime, [&seen](qint64 bytes) {
        seen = bytes;
        return bytes < (1 << 20);
    });
    QVERIFY(!stopped);
    QVERIFY(stopped.error().isCancelled());
    QVERIFY(seen >= 1 << 20 && seen < 3 << 20);
    QVERIFY(before.open(QIODevice::ReadOnly));
    QCOMPARE(before.readAll(), "before");
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), entries); // nothing is left lying about
    QVERIFY(writeZip(target, files, kTime));
    QCOMPARE(readZip(target).value(u"a.txt"_s), files.constFirst().content);
}

void tst_IncidentBundle::saysWhatTheDiskRefuses()
{
    const Result<Done> refused = writeZip(path(u"no/such/folder/a.zip"_s), {}, kTime);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Storage);
    QVERIFY(!refused.error().why.isEmpty());
}

void tst_IncidentBundle::isReadByOthers()
{
    QVERIFY(!written(full(), kAll, {}).isEmpty());
    QProcess python;
    python.start(u"python3"_s, {u"-m"_s, u"zipfile"_s, u"-t"_s, path(u"bundle.zip"_s)});
    if (!python.waitForStarted())
        QSKIP("No python3 here");
    QVERIFY(python.waitForFinished());
    QCOMPARE(python.exitCode(), 0);
}

QTEST_GUILESS_MAIN(tst_IncidentBundle)
#include "tst_incidentbundle.moc"
