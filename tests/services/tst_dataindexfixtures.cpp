// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/decodedefinition.h"
#include "app/dataindex/decodeinstance.h"
#include "app/dataindex/decodejob.h"
#include "app/net/jsonvalues.h"

#include <QFile>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// The `data` of an event, or the whole of one in binary form. Null where the fixtures are not on this machine.
Json dataOf(const QString &name)
{
    QFile file(QStringLiteral(PODIUM_SHARED_DATA "/data-index-fixtures/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    auto parsed = parseJson(file.readAll());
    if (!parsed)
        return nullptr;
    const Json *data = memberAt(*parsed, "data");
    return data ? *data : std::move(*parsed);
}

QDateTime timeOf(const Json &data, const char *key)
{
    return timeAt(data, key);
}

} // namespace

/// The events of Data Index's own tests, in the form in which Data Index hands them out: nothing gets lost.
class tst_DataIndexFixtures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void definitions_data();
    void definitions();
    void jobs_data();
    void jobs();
    void instances_data();
    void instances();
};

void tst_DataIndexFixtures::definitions_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : {u"process_definition_event.json"_s, u"process_definition_11_event.json"_s,
                                u"binary_process_definition_event.json"_s})
        QTest::newRow(qPrintable(file)) << file;
}

void tst_DataIndexFixtures::definitions()
{
    QFETCH(QString, file);
    const Json data = dataOf(file);
    if (data.is_null())
        QSKIP("The fixtures of Data Index are not on this machine.");
    Json row = data;
    const auto definition = decodeDefinition(row);
    QVERIFY(definition);
    QCOMPARE(definition->id, stringAt(data, "id"));
    QCOMPARE(definition->version, stringAt(data, "version"));
    QCOMPARE(definition->name, stringAt(data, "name"));
    QCOMPARE(definition->description, stringAt(data, "description"));
    QCOMPARE(definition->type, stringAt(data, "type"));
    QCOMPARE(definition->endpoint, stringAt(data, "endpoint"));
    QCOMPARE(definition->annotations, textsAt(data, "annotations"));
    if (const Json *metadata = memberAt(data, "metadata"); metadata && !metadata->is_null())
        QVERIFY(*definition->metadata == *metadata);
    const Json &nodes = *memberAt(data, "nodes");
    QCOMPARE(definition->nodes.size(), qsizetype(nodes.size()));
    for (qsizetype i = 0; i < definition->nodes.size(); ++i) {
        const NodeDefinition &node = definition->nodes.at(i);
        const Json &told = nodes.at(std::size_t(i));
        QCOMPARE(node.id, stringAt(told, "id"));
        QCOMPARE(node.name, stringAt(told, "name"));
        QCOMPARE(node.type, stringAt(told, "type"));
        QCOMPARE(node.uniqueId, stringAt(told, "uniqueId"));
        const Json &metadata = *memberAt(told, "metadata");
        QCOMPARE(node.state, stringAt(metadata, "state"));
        QCOMPARE(node.branch, stringAt(metadata, "branch"));
        QCOMPARE(node.action, stringAt(metadata, "action"));
    }
}

void tst_DataIndexFixtures::jobs_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : {u"job_event.json"_s, u"binary_job_event_data.json"_s})
        QTest::newRow(qPrintable(file)) << file;
}

void tst_DataIndexFixtures::jobs()
{
    QFETCH(QString, file);
    const Json data = dataOf(file);
    if (data.is_null())
        QSKIP("The fixtures of Data Index are not on this machine.");
    const auto job = decodeJob(data);
    QVERIFY(job);
    QCOMPARE(job->id, stringAt(data, "id"));
    QCOMPARE(job->workflowId, stringAt(data, "processId"));
    QCOMPARE(job->instanceId, stringAt(data, "processInstanceId"));
    QCOMPARE(job->nodeInstanceId, stringAt(data, "nodeInstanceId"));
    QCOMPARE(job->rootInstanceId, stringAt(data, "rootProcessInstanceId"));
    QCOMPARE(job->rootWorkflowId, stringAt(data, "rootProcessId"));
    QCOMPARE(job->status, jobStatusFromWord(stringAt(data, "status")));
    QVERIFY(job->status != JobStatus::Unknown);
    QCOMPARE(job->expirationTime, timeOf(data, "expirationTime"));
    QCOMPARE(dataIndexTime(job->expirationTime), stringAt(data, "expirationTime"));
    QCOMPARE(dataIndexTime(job->lastUpdate), stringAt(data, "lastUpdate"));
    QCOMPARE(job->priority, data.at("priority").get<int>());
    QCOMPARE(job->callbackEndpoint, stringAt(data, "callbackEndpoint"));
    QCOMPARE(job->repeatInterval, std::optional(data.at("repeatInterval").get<qint64>()));
    QCOMPARE(job->repeatLimit, std::optional(data.at("repeatLimit").get<int>()));
    QCOMPARE(job->scheduledId, stringAt(data, "scheduledId"));
    QCOMPARE(job->retries, data.at("retries").get<int>());
    QCOMPARE(job->executionCounter, data.at("executionCounter").get<int>());
}

void tst_DataIndexFixtures::instances_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : {u"process_instance_event.json"_s, u"binary_process_instance_event_data.json"_s,
                                u"process_instance_empty_event.json"_s})
        QTest::newRow(qPrintable(file)) << file;
}

void tst_DataIndexFixtures::instances()
{
    QFETCH(QString, file);
    const Json data = dataOf(file);
    if (data.is_null())
        QSKIP("The fixtures of Data Index are not on this machine.");
    // What ProcessInstanceStateDataEventMerger makes of an event: other names, the state as a word.
    static const QHash<qint64, QString> words{{0, u"PENDING"_s}, {1, u"ACTIVE"_s},    {2, u"COMPLETED"_s},
                                              {3, u"ABORTED"_s}, {4, u"SUSPENDED"_s}, {5, u"ERROR"_s}};
    const QString id = data.contains("processInstanceId") ? stringAt(data, "processInstanceId") : stringAt(data, "id");
    const auto state = integerAt(data, "state");
    Json row{{"id", id.toStdString()}, {"version", stringAt(data, "processVersion").toStdString()}};
    const QList<QPair<const char *, const char *>> renamed{{"processId", "processId"},
                                                           {"processName", "processName"},
                                                           {"businessKey", "businessKey"},
                                                           {"parentInstanceId", "parentProcessInstanceId"},
                                                           {"rootProcessInstanceId", "rootProcessInstanceId"},
                                                           {"rootProcessId", "rootProcessId"},
                                                           {"eventDate", "start"}};
    for (const auto &[from, to] : renamed) {
        if (data.contains(from))
            row[to] = data.at(from);
    }
    if (state)
        row["state"] = words.value(*state).toStdString();

    const auto instance = decodeInstance(row, true);
    QVERIFY(instance);
    QCOMPARE(instance->id, id);
    QCOMPARE(instance->version, stringAt(data, "processVersion"));
    QCOMPARE(instance->workflowId, stringAt(data, "processId"));
    QCOMPARE(instance->workflowName, stringAt(data, "processName"));
    QCOMPARE(instance->businessKey, stringAt(data, "businessKey"));
    QCOMPARE(instance->parentId, stringAt(data, "parentInstanceId"));
    QCOMPARE(instance->rootId, stringAt(data, "rootProcessInstanceId"));
    QCOMPARE(instance->rootWorkflowId, stringAt(data, "rootProcessId"));
    QCOMPARE(instance->state == InstanceState::Unknown, !state);
    QCOMPARE(instance->start.isValid(), data.contains("eventDate"));
}

QTEST_GUILESS_MAIN(tst_DataIndexFixtures)
#include "tst_dataindexfixtures.moc"
