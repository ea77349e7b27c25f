// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/definitionrequest.h"
#include "app/dataindex/instancerequest.h"
#include "app/dataindex/instancewhere.h"
#include "app/dataindex/jobrequest.h"
#include "app/dataindex/schemafields.h"
#include "tests/services/graphqlsdl.h"

#include <QDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// What Podium asks fits every published schema of Data Index, old and new.
class tst_GraphqlSchemas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatDoesNotFit();
    void queriesFit_data();
    void queriesFit();
    void newerFieldsAreAskedFor_data();
    void newerFieldsAreAskedFor();
    void oldestIsPartOfEveryVersion_data();
    void oldestIsPartOfEveryVersion();

private:
    static void eachVersion();
    static GraphqlSdl schema(const QString &version);
    static ServerCapabilities capabilitiesOf(const GraphqlSdl &sdl);
    static QList<InstanceCondition> everyCondition(const InstanceFields &fields);
    static QList<GraphqlRequest> allRequests(const ServerCapabilities &server);
    static void checkInput(const GraphqlSdl &sdl, const QString &type, const Json &value, QStringList &unknown);
};

void tst_GraphqlSchemas::eachVersion()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"10.0.0"_s, u"10.1.0"_s, u"10.2.0"_s})
        QTest::newRow(qPrintable(version)) << version;
}

GraphqlSdl tst_GraphqlSchemas::schema(const QString &version)
{
    GraphqlSdl sdl;
    const QDir folder(QStringLiteral(PODIUM_SHARED_DATA "/graphql-schema/") + version);
    for (const QString &name : folder.entryList({u"*.graphqls"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            sdl.read(QString::fromUtf8(file.readAll()));
    }
    return sdl;
}

ServerCapabilities tst_GraphqlSchemas::capabilitiesOf(const GraphqlSdl &sdl)
{
    ServerCapabilities server;
    for (const QString &type : introspectedTypes()) {
        const QStringList fields = sdl.fieldsOf(type);
        setFieldsOf(server, type, QSet<QString>(fields.cbegin(), fields.cend()));
    }
    return server;
}

QList<InstanceCondition> tst_GraphqlSchemas::everyCondition(const InstanceFields &fields)
{
    QList<InstanceCondition> conditions;
    for (const InstanceField field : fields) {
        const FieldKind kind = kindOf(field);
        const QStringList values = kind == FieldKind::State  ? QStringList{u"error"_s}
                                   : kind == FieldKind::Time ? QStringList{u"2026-11-01..today"_s}
                                   : kind == FieldKind::Id   ? QStringList{u"a"_s}
                                                             : QStringList{u"a*"_s, u"b"_s};
        conditions.append({field, values, field == InstanceField::Variable ? u"a.b"_s : QString()});
    }
    return conditions;
}

QList<GraphqlRequest> tst_GraphqlSchemas::allRequests(const ServerCapabilities &server)
{
    InstanceQuery query;
    query.ids = {u"i"_s};
    query.workflowIds = {u"w"_s};
    query.states = {InstanceState::Active};
    query.filter.conditions = everyCondition(filterableFields(server));
    query.parentId = u"p"_s;
    query.updatedSince = QDateTime::currentDateTimeUtc();
    query.orIds = {u"o"_s};
    QList<GraphqlRequest> requests{definitionPageRequest(0, 10, server),
                                   definitionVersionsRequest(u"w"_s),
                                   definitionRequest(u"w"_s, u"1"_s, server),
                                   definitionSourceRequest(u"w"_s, u"1"_s),
                                   instanceRequest(u"i"_s, server),
                                   instanceNodesRequest(query, server),
                                   jobsRequest(u"i"_s, server),
                                   jobCancelRequest(u"j"_s),
                                   jobRescheduleRequest(u"j"_s, QDateTime::currentDateTimeUtc())};
    for (const QString &action : {u"ProcessInstanceAbort"_s, u"ProcessInstanceRetry"_s, u"ProcessInstanceSkip"_s})
        requests << instanceActionRequest(action, u"i"_s, {});
    for (int order = 0; order < InstanceQuery::kOrders; ++order) {
        query.order = InstanceQuery::Order(order);
        requests << instancePageRequest(query, server);
    }
    if (server.countsInstances())
        requests << instanceCountRequest(query);
    JobQuery jobs;
    jobs.ids = {u"j"_s};
    jobs.instanceIds = {u"i"_s};
    jobs.workflowIds = {u"w"_s};
    jobs.statuses = {JobStatus::Running, JobStatus::Error};
    jobs.id = u"i"_s;
    jobs.dueFrom = jobs.dueBefore = jobs.updatedSince = query.updatedSince;
    for (int order = 0; order <= int(JobQuery::Order::LastUpdateDescending); ++order) {
        jobs.order = JobQuery::Order(order);
        requests << jobPageRequest(jobs, server);
    }
    requests << dueTimesRequest(jobs, 10) << jobHostsRequest({u"i"_s}, server);
    if (server.countsJobs())
        requests << jobCountRequest(jobs) << jobSectionsRequest(jobSections({}), server)
                 << dueCountsRequest(jobs, {{}, {}});
    return requests;
}

void tst_GraphqlSchemas::checkInput(const GraphqlSdl &sdl, const QString &type, const Json &value, QStringList &unknown)
{
    if (value.is_array()) {
        for (const Json &item : value)
            checkInput(sdl, type, item, unknown);
        return;
    }
    if (!value.is_object() || type == "JSON"_L1) // any object
        return;
    for (const auto &[key, member] : value.items()) {
        const QString fieldType = sdl.typeOf(type, QString::fromStdString(key));
        if (fieldType.isEmpty())
            unknown << type + u'.' + QString::fromStdString(key);
        else
            checkInput(sdl, fieldType, member, unknown);
    }
}

void tst_GraphqlSchemas::findsWhatDoesNotFit()
{
    GraphqlSdl sdl;
    sdl.read(u"type Query { As(where: X): [A] }\ntype A { id: String! b: B }\ntype B { c: Int }\n"
             "extend type A {\n d(x: Int, y: [B!]): [String!]\n}"_s);
    QCOMPARE(sdl.unknownIn(u"query ($where: X) { As(where: $where) { id d b { c } } }"_s), QStringList());
    QCOMPARE(sdl.unknownIn(u"query { As { id e b { f } } }"_s), QStringList({u"A.e"_s, u"B.f"_s}));
    QCOMPARE(sdl.unknownIn(u"query { As { b } }"_s), QStringList(u"A.b without a selection"_s));
    QCOMPARE(sdl.unknownIn(u"mutation { x }"_s), QStringList(u"Mutation.x"_s));
}

void tst_GraphqlSchemas::queriesFit_data()
{
    eachVersion();
}

void tst_GraphqlSchemas::queriesFit()
{
    QFETCH(QString, version);
    const GraphqlSdl sdl = schema(version);
    if (!sdl.has(u"ProcessInstance"_s))
        QSKIP("The published schemas are not on this machine.");
    static const QHash<QString, QString> rootTypes{{u"ProcessInstances"_s, u"ProcessInstance"_s},
                                                   {u"CountProcessInstances"_s, u"ProcessInstance"_s},
                                                   {u"ProcessInstance"_s, u"ProcessInstance"_s},
                                                   {u"Jobs"_s, u"Job"_s},
                                                   {u"CountJobs"_s, u"Job"_s}};
    for (const GraphqlRequest &request : allRequests(capabilitiesOf(sdl))) {
        QStringList unknown = sdl.unknownIn(request.document);
        const QString type = rootTypes.value(request.label, u"ProcessDefinition"_s);
        if (request.variables.contains("where"))
            checkInput(sdl, type + u"Argument"_s, request.variables.at("where"), unknown);
        if (request.variables.contains("orderBy"))
            checkInput(sdl, type + u"OrderBy"_s, request.variables.at("orderBy"), unknown);
        QVERIFY2(unknown.isEmpty(), qPrintable(request.label + u": "_s + unknown.join(u", "_s)));
    }
}

void tst_GraphqlSchemas::newerFieldsAreAskedFor_data()
{
    eachVersion();
}

void tst_GraphqlSchemas::newerFieldsAreAskedFor()
{
    QFETCH(QString, version);
    const GraphqlSdl sdl = schema(version);
    if (!sdl.has(u"ProcessInstance"_s))
        QSKIP("The published schemas are not on this machine.");
    const ServerCapabilities server = capabilitiesOf(sdl);
    const QString detail = instanceRequest(u"i"_s, server).document;
    const QString jobs = jobsRequest(u"i"_s, server).document;
    const bool since101 = version != "10.0.0"_L1;
    const bool since102 = version == "10.2.0"_L1;
    for (const QString &field :
         {u"executionSummary"_s, u"retrigger"_s, u"errorMessage"_s, u"nodeInstanceId"_s, u"slaDueDate"_s})
        QCOMPARE(detail.contains(field), since101);
    for (const QString &field : {u"cancelType"_s, u"inputArgs"_s, u"outputArgs"_s, u"cloudEventId"_s})
        QCOMPARE(detail.contains(field), since102);
    QCOMPARE(jobs.contains("exceptionMessage"_L1), since102);
    QCOMPARE(server.countsInstances(), since101);
    QVERIFY(server.versionGuess().startsWith(version.left(4)));
}

void tst_GraphqlSchemas::oldestIsPartOfEveryVersion_data()
{
    eachVersion();
}

void tst_GraphqlSchemas::oldestIsPartOfEveryVersion()
{
    QFETCH(QString, version);
    const GraphqlSdl sdl = schema(version);
    if (!sdl.has(u"ProcessInstance"_s))
        QSKIP("The published schemas are not on this machine.");
    const ServerCapabilities server = capabilitiesOf(sdl);
    const ServerCapabilities oldest = oldestCapabilities();
    QCOMPARE(oldest.definitionFields - server.definitionFields, QSet<QString>());
    QCOMPARE(oldest.instanceFields - server.instanceFields, QSet<QString>());
    QCOMPARE(oldest.nodeInstanceFields - server.nodeInstanceFields, QSet<QString>());
    QCOMPARE(oldest.instanceErrorFields - server.instanceErrorFields, QSet<QString>());
    QCOMPARE(oldest.jobFields - server.jobFields, QSet<QString>());
    QCOMPARE(oldest.queries - server.queries, QSet<QString>());
    QCOMPARE(oldest.mutations - server.mutations, QSet<QString>());
}

QTEST_GUILESS_MAIN(tst_GraphqlSchemas)
#include "tst_graphqlschemas.moc"
