// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/await.h"
#include "tests/services/sandboxconsole.h"
#include "ui/pages/overview/failurereader.h"
#include "ui/pages/overview/overviewrows.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <numeric>

using namespace podium;
using namespace Qt::StringLiterals;

/// What the overview makes of real failures and real finished runs.
class tst_SandboxOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void failuresOfOneKindAreOneGroup();
    void theLinkAsksForThem();
    void theirNodeHasAName();
    void countsWhatEndedAsTheRowsTell();
    void tellsHowLongRunsTake();

private:
    QString start(const QString &workflowId, const QByteArray &input);
    const FailureGroup *group() const;
    void read();

    std::unique_ptr<SandboxConsole> m_operator;
    std::unique_ptr<FailureReader> m_reader;
    QString m_key;
    QStringList m_failed;
    QDateTime m_from = QDateTime::currentDateTimeUtc().addSecs(-60);
};

void tst_SandboxOverview::initTestCase()
{
    m_operator = std::make_unique<SandboxConsole>(u"operator"_s);
    if (!await(m_operator->client.capabilities(), 30000))
        QSKIP("The sandbox is not up: installer/sandbox/sandbox up");
    m_key = u"overview-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
    m_reader = std::make_unique<FailureReader>(m_operator->instances, m_operator->catalog);
    for (int i = 0; i < 2; ++i)
        m_failed << start(u"sensor_calibration"_s, R"({"reading":0})");
    for (const QString &id : std::as_const(m_failed)) {
        QVERIFY(!id.isEmpty());
        QVERIFY(QTest::qWaitFor(
            [&] {
                const auto instance = await(m_operator->instances.instance(id));
                return instance && instance->state == InstanceState::Error;
            },
            20000));
    }
}

void tst_SandboxOverview::cleanupTestCase()
{
    for (const QString &id : std::as_const(m_failed)) {
        if (const auto instance = await(m_operator->instances.instance(id)); instance)
            (void)await(m_operator->instances.abort(*instance));
    }
}

QString tst_SandboxOverview::start(const QString &workflowId, const QByteArray &input)
{
    const auto definition = await(m_operator->catalog.definition(workflowId, {}));
    if (!definition)
        return {};
    const auto json = std::make_shared<const Json>(parseJson(input).value());
    const QString key = u"%1-%2"_s.arg(m_key, QUuid::createUuid().toString(QUuid::Id128).left(6));
    const auto run = await(m_operator->runs.start({*definition, json, key}), 30000);
    return run ? run->instanceId : run.error().instanceId;
}

void tst_SandboxOverview::read()
{
    QSignalSpy changed(m_reader.get(), &FailureReader::changed);
    m_reader->read(seriesOf(TimeRange::Day, QDateTime::currentDateTimeUtc(), true));
    QVERIFY(changed.wait(20000));
}

const FailureGroup *tst_SandboxOverview::group() const
{
    const QList<FailureGroup> &groups = m_reader->groups();
    const auto found = std::find_if(groups.cbegin(), groups.cend(), [](const FailureGroup &each) {
        return each.key.workflowId == "sensor_calibration"_L1;
    });
    return found == groups.cend() ? nullptr : &*found;
}

void tst_SandboxOverview::failuresOfOneKindAreOneGroup()
{
    read();
    const FailureGroup *found = group();
    QVERIFY(found);
    QVERIFY(found->count >= 2);
    QVERIFY(!found->key.nodeDefinitionId.isEmpty());
    QVERIFY2(!found->key.pattern.isEmpty(), qPrintable(found->message));
    QVERIFY(found->first.isValid() && found->first <= found->last);
    QCOMPARE(std::accumulate(found->steps.cbegin(), found->steps.cend(), qint64(0)), found->count);
    for (const QString &id : std::as_const(m_failed))
        QVERIFY(m_reader->ids().contains(id));
}

/// What the link says, asked of the server in its own words.
void tst_SandboxOverview::theLinkAsksForThem()
{
    const FailureGroup *found = group();
    QVERIFY(found);
    RuntimeProbe probe(m_operator->catalog);
    const OverviewRows rows(probe, TimeStyle::Utc, QDateTime::currentDateTimeUtc());
    const QList<RowContent> contents = rows.failures(*m_reader);
    const Location link = contents.at(found - m_reader->groups().constData()).target;
    const QString line = QUrl::fromPercentEncoding(link.id.section(u'=', 1).toLatin1());
    QVERIFY2(line.startsWith("state:error workflow:sensor_calibration errornode:"_L1), qPrintable(line));
    QVERIFY(line.contains(found->key.nodeDefinitionId) && line.contains(found->literal));

    GraphqlRequest request;
    request.document = u"query ($where: ProcessInstanceArgument) { ProcessInstances(where: $where, "
                       "pagination: {limit: 100, offset: 0}, orderBy: {start: DESC}) { id } }"_s;
    const auto is = [](const char *field, const char *operation, const QString &value) -> Json {
        return {{field, {{operation, value.toStdString()}}}};
    };
    request.variables = {
        {"where",
         {{"and", Json::array({is("processId", "equal", found->key.workflowId),
                               is("state", "equal", u"ERROR"_s),
                               {{"error", is("nodeDefinitionId", "equal", found->key.nodeDefinitionId)}},
                               {{"error", is("message", "like", u'*' % found->literal % u'*')}}})}}}};
    request.label = u"ProcessInstances"_s;
    const auto listed = await(m_operator->client.ask<QStringList>(request, [](GraphqlAnswer &answer) {
        QStringList ids;
        for (const Json &row : answer.data.at("ProcessInstances"))
            ids << QString::fromStdString(row.at("id").get<std::string>());
        return Result<QStringList>(ids);
    }));
    QVERIFY2(listed.ok(), listed.ok() ? "" : qPrintable(listed.error().details));
    for (const QString &id : std::as_const(m_failed))
        QVERIFY2(listed->contains(id), qPrintable(line));
}

void tst_SandboxOverview::theirNodeHasAName()
{
    const FailureGroup *found = group();
    QVERIFY(found);
    QTRY_VERIFY_WITH_TIMEOUT(!m_reader->nodeName(*found).isEmpty(), 10000);
}

void tst_SandboxOverview::countsWhatEndedAsTheRowsTell()
{
    for (int i = 0; i < 3; ++i)
        QVERIFY(!start(u"greet_team"_s, R"({"name":"overview"})").isEmpty());
    InstanceQuery query;
    query.workflowIds = {u"greet_team"_s};
    query.states = {InstanceState::Completed};
    query.order = InstanceQuery::Order::EndDescending;
    query.limit = 1000;
    const Series day = seriesOf(TimeRange::Day, QDateTime::currentDateTimeUtc(), true);
    QList<EndedRange> ranges;
    for (qsizetype i = 0; i < day.steps(); ++i)
        ranges << EndedRange{day.edges.at(i), day.edges.at(i + 1)};
    // Others start runs as well: until both tell of the same moment.
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const auto page = await(m_operator->instances.page(query));
            const auto counts = await(m_operator->instances.countEnded(query, ranges));
            if (!page || !counts || page->rows.size() < 3 || page->rows.size() >= query.limit)
                return false;
            return workflowLoad(page->rows, false, day).steps == *counts;
        }(),
        20000);
}

void tst_SandboxOverview::tellsHowLongRunsTake()
{
    InstanceQuery query;
    query.workflowIds = {u"greet_team"_s};
    query.states = {InstanceState::Completed};
    query.order = InstanceQuery::Order::EndDescending;
    const auto page = await(m_operator->instances.page(query));
    QVERIFY(page);
    const UsualDuration usual = usualDuration(page->rows);
    QVERIFY(usual.samples >= 3);
    QVERIFY(usual.medianMs >= 0 && usual.medianMs <= usual.p95Ms);
    QVERIFY(std::is_sorted(page->rows.cbegin(), page->rows.cend(),
                           [](const auto &a, const auto &b) { return a.end > b.end; }));
}

QTEST_GUILESS_MAIN(tst_SandboxOverview)
#include "tst_sandboxoverview.moc"
