// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/filter/filterline.h"
#include "tests/fakes/await.h"
#include "tests/services/sandboxconsole.h"

#include <QTest>
#include <QUuid>

using namespace podium;
using namespace Qt::StringLiterals;

/// Each condition of the filter, as the real Data Index answers it: compared with what the plain list says of the runs
/// that this test started, and with what their details say where a row does not tell.
class tst_SandboxFilters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void tellsWhatItFiltersBy();
    void finds_data();
    void finds();
    void agreesWithThePlainList_data();
    void agreesWithThePlainList();
    void nodesRepeatNoRow();
    void refusesWhatTheServerCannot();

private:
    Result<RunStarted> start(const QString &workflowId, const QByteArray &input, const QString &key);
    QStringList keysFor(const QString &line);
    QString keyed(const QString &end) const { return m_key + end; }

    std::unique_ptr<SandboxConsole> m_operator;
    QString m_key;
    QHash<QString, QString> m_ids; ///< by the end of the business key
};

void tst_SandboxFilters::initTestCase()
{
    m_operator = std::make_unique<SandboxConsole>(u"operator"_s);
    if (!await(m_operator->client.capabilities(), 30000))
        QSKIP("The sandbox is not up: installer/sandbox/sandbox up");
    m_key = u"find "_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
    QVERIFY(start(u"greet_team"_s, R"({"name":"blue, \"team\""})", u"-greet"_s));
    QVERIFY(start(u"invoice_batch"_s, R"({"invoices":[{"number":"A1","net":100},{"number":"B 2","net":7}]})",
                  u"-invoices"_s));
    QVERIFY(start(u"sensor_calibration"_s, R"({"reading":0})", u"-sensor"_s));
    QVERIFY(start(u"quarterly_report"_s, R"({"quarter":"2026-Q1","department":"sales"})", u"-report"_s));
    QVERIFY(QTest::qWaitFor(
        [&] {
            return keysFor(u"state:error"_s) == QStringList{u"-sensor"_s} &&
                   keysFor(u"state:completed"_s) == QStringList({u"-greet"_s, u"-invoices"_s, u"-report"_s});
        },
        30000));
}

Result<RunStarted> tst_SandboxFilters::start(const QString &workflowId, const QByteArray &input, const QString &key)
{
    const auto json = std::make_shared<const Json>(parseJson(input).value());
    const auto definition = await(m_operator->catalog.definition(workflowId, {}));
    if (!definition)
        return definition.error();
    const auto run = await(m_operator->runs.start({*definition, json, m_key + key}), 30000);
    if (run)
        m_ids.insert(key, run->instanceId);
    return run;
}

/// The ends of the business keys of this test's runs that match, sorted.
QStringList tst_SandboxFilters::keysFor(const QString &line)
{
    InstanceQuery query;
    const ParsedFilter parsed = filterFromLine(line + u" key:\""_s + m_key + u"*\""_s);
    if (!parsed.isFine())
        return {parsed.problem};
    query.filter = parsed.filter;
    const auto page = await(m_operator->instances.page(query));
    if (!page)
        return {page.error().text() + page.error().details};
    QStringList keys;
    for (const WorkflowInstance &row : page->rows)
        keys << row.businessKey.mid(m_key.size());
    keys.sort();
    const auto count = await(m_operator->instances.count(query));
    if (!repeatsRows(query.filter) && (!count || *count != keys.size() || page->total != *count))
        keys << u"but another count"_s;
    return keys;
}

void tst_SandboxFilters::tellsWhatItFiltersBy()
{
    QCOMPARE(await(m_operator->instances.filterable()).value(), everyInstanceField());
}

void tst_SandboxFilters::finds_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("found"); ///< the ends of the keys
    const auto row = [](const char *line, const char *found) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(found);
    };
    row("", "-greet -invoices -report -sensor");
    row("workflow:greet_team", "-greet");
    row("workflow:greet_team,invoice_batch", "-greet -invoices");
    row("workflow:greet_team,*report", "-greet -report");
    row("version:1.0 workflow:greet_team", "-greet");
    row("version:9.9", "");
    row("started:-1h", "-greet -invoices -report -sensor");
    row("started:<-1h", "");
    row("started:yesterday", "");
    row("ended:-1h", "-greet -invoices -report"); // an instance in error has no end
    row("updated:-1h", "-greet -invoices -report -sensor");
    row("user:operator", "-greet -invoices -report -sensor");
    row("user:nobody", "");
    row("error:\"cannot be divided\"", "-sensor");
    row("error:\"number * cannot be divided\"", "-sensor");
    row("error:\"no such message\"", "");
    row("errornode:7 state:error", "-sensor");
    row("errornode:nowhere", "");
    row("node:\"Warm up\"", "-sensor");
    row("node:price", "-invoices"); // twice visited, once listed
    row("node:price,\"Warm up\"", "-invoices -sensor");
    row("node:*", "-greet -invoices -report -sensor");
    row("var:reading=0", "-sensor");
    row("var:reading=1", "");
    row("var:invoices.0.number=A1", "-invoices");
    row("var:invoices.1.number=\"B 2\" var:invoices.0.net=100", "-invoices");
    row("var:invoices.1.number=\"B 2\" var:invoices.0.net=1", "");
    row("var:invoices.0.number=A*", "-invoices");
    row("var:invoices.0.number=A1,C1 workflow:invoice_batch", "-invoices");
    row("var:name=\"blue, \\\"team\\\"\"", "-greet");
    row("workflow:sensor_calibration state:error error:divided node:calibrate errornode:7", "-sensor");
}

void tst_SandboxFilters::finds()
{
    QFETCH(QString, line);
    QFETCH(QString, found);
    QCOMPARE(keysFor(line).join(u' '), found);
}

void tst_SandboxFilters::agreesWithThePlainList_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"state:active,error", "workflow:*report*", "version:1*", "started:today", "updated:-10m",
                             "ended:<-1m", "user:op*", "report", "state:completed started:-2h", "started:-30m..now"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

/// What a row tells, the console judges by itself when it is told of changes: both say the same.
void tst_SandboxFilters::agreesWithThePlainList()
{
    QFETCH(QString, line);
    InstanceQuery query;
    query.limit = 1000;
    query.ids = m_ids.values();
    const auto plain = await(m_operator->instances.page(query));
    QVERIFY(plain);
    QCOMPARE(plain->rows.size(), m_ids.size());
    const InstanceFilter filter = filterFromLine(line).filter;
    QStringList judged;
    for (const WorkflowInstance &row : plain->rows) {
        if (matchOf(filter, row, QDateTime::currentDateTimeUtc()) == FilterMatch::Yes)
            judged << row.id;
    }
    query.filter = filter;
    const auto answered = await(m_operator->instances.page(query));
    QVERIFY(answered);
    QStringList listed;
    for (const WorkflowInstance &row : answered->rows)
        listed << row.id;
    QCOMPARE(listed, judged);
}

void tst_SandboxFilters::nodesRepeatNoRow()
{
    InstanceQuery query;
    query.filter = filterFromLine(u"node:* key:\""_s + m_key + u"*\""_s).filter;
    query.limit = 2; // the server's pages have far fewer
    QStringList ids;
    for (query.offset = 0; query.offset < 6; query.offset += 2) {
        const auto page = await(m_operator->instances.page(query));
        QVERIFY(page);
        QCOMPARE(page->total, std::nullopt);
        for (const WorkflowInstance &row : page->rows)
            ids << row.id;
    }
    QCOMPARE(ids.size(), m_ids.size());
    QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), m_ids.size());
    const auto count = await(m_operator->instances.count(query));
    QVERIFY(!count);
    QCOMPARE(count.error().kind, Error::Kind::NotFound);
}

/// Never answered as if the condition were not there.
void tst_SandboxFilters::refusesWhatTheServerCannot()
{
    InstanceFields fields = await(m_operator->instances.filterable()).value();
    fields.remove(InstanceField::Variable);
    QCOMPARE(unsupported(filterFromLine(u"var:a=1 state:error"_s).filter, fields),
             QList<InstanceField>{InstanceField::Variable});
    // A time that relates to now stays one through the line, and is worked out with each request.
    QCOMPARE(toLine(filterFromLine(u"started:>-1h"_s).filter), u"started:>-1h"_s);
}

QTEST_GUILESS_MAIN(tst_SandboxFilters)
#include "tst_sandboxfilters.moc"
