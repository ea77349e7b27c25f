// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/instancewhere.h"
#include "app/dataindex/schemafields.h"
#include "models/filter/filterline.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_InstanceWhere : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asks_data();
    void asks();
    void knowsWhatTheServerFiltersBy();
};

void tst_InstanceWhere::asks_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char *line, const char *where) {
        QTest::newRow(line) << QString::fromLatin1(line) << QByteArray(where);
    };
    row("", "[]");
    row("state:error,active", R"([{"state":{"in":["ERROR","ACTIVE"]}}])");
    row("workflow:order", R"([{"processId":{"equal":"order"}}])");
    row("workflow:a,b", R"([{"processId":{"in":["a","b"]}}])");
    row("workflow:a,b,c*", R"([{"or":[{"processId":{"like":"c*"}},{"processId":{"in":["a","b"]}}]}])");
    row("version:1.0", R"([{"definition":{"version":{"equal":"1.0"}}}])");
    row("started:>=2026-03-01T00:00Z", R"([{"start":{"greaterThanEqual":"2026-03-01T00:00:00.000Z"}}])");
    row("ended:..2026-03-01T00:00Z", R"([{"end":{"lessThan":"2026-03-01T00:00:00.001Z"}}])");
    // Two operators of one field are two conditions.
    row("updated:2026-03-01T00:00Z..-1h", R"([{"lastUpdate":{"greaterThanEqual":"2026-03-01T00:00:00.000Z"}},)"
                                          R"({"lastUpdate":{"lessThan":"2026-03-02T13:30:00.001Z"}}])");
    row("4711", R"([{"businessKey":{"like":"*4711*"}}])");
    row("user:alice", R"([{"or":[{"createdBy":{"equal":"alice"}},{"updatedBy":{"equal":"alice"}}]}])");
    row("error:\"timed out\"", R"([{"error":{"message":{"like":"*timed out*"}}}])");
    row("errornode:7", R"([{"error":{"nodeDefinitionId":{"equal":"7"}}}])");
    row("node:Ship", R"([{"nodes":{"name":{"equal":"Ship"}}}])");
    row("var:order.id=42", R"([{"variables":{"workflowdata":{"order":{"id":{"equal":"42"}}}}}])");
    row("var:a=x*,y", R"([{"or":[{"variables":{"workflowdata":{"a":{"like":"x*"}}}},)"
                      R"({"variables":{"workflowdata":{"a":{"equal":"y"}}}}]}])");
    // One path for each condition.
    row("var:a=1 var:b=2", R"([{"variables":{"workflowdata":{"a":{"equal":"1"}}}},)"
                           R"({"variables":{"workflowdata":{"b":{"equal":"2"}}}}])");
    row("id:i parent:p root:r,s", R"([{"id":{"equal":"i"}},{"parentProcessInstanceId":{"equal":"p"}},)"
                                  R"({"rootProcessInstanceId":{"in":["r","s"]}}])");
}

void tst_InstanceWhere::asks()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, where);
    const ParsedFilter parsed = filterFromLine(line);
    QVERIFY2(parsed.isFine(), qPrintable(parsed.problem));
    QCOMPARE(toBytes(whereOf(parsed.filter, QDateTime(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC))), where);
}

void tst_InstanceWhere::knowsWhatTheServerFiltersBy()
{
    ServerCapabilities server = oldestCapabilities();
    QVERIFY(!filterableFields(server).contains(InstanceField::Variable));
    QVERIFY(!filterableFields(server).contains(InstanceField::Version));
    QVERIFY(filterableFields(server).contains(InstanceField::Error));
    server.instanceArguments << u"variables"_s << u"definition"_s;
    QCOMPARE(filterableFields(server), everyInstanceField());
    server.instanceArguments.clear();
    QVERIFY(filterableFields(server).isEmpty());
}

QTEST_GUILESS_MAIN(tst_InstanceWhere)
#include "tst_instancewhere.moc"
