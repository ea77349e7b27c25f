// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/environmentfeed.h"
#include "app/live/subscriptionsource.h"
#include "models/domain/instancechanges.h"
#include "tests/fakes/fakeproxy.h"
#include "tests/services/sandboxtest.h"

#include <QSignalSpy>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// The sandbox's tokens, from a Keycloak that can be away.
class FailingTokens : public AccessTokens
{
public:
    explicit FailingTokens(AccessTokens &real)
        : m_real(real)
    {
    }

    Async<QString> accessToken() override { return isAway ? ready<QString>(away()) : m_real.accessToken(); }
    Async<QString> renewedToken(const QString &rejected) override
    {
        return isAway ? ready<QString>(away()) : m_real.renewedToken(rejected);
    }

    bool isAway = false;

private:
    static Error away()
    {
        Error error;
        error.kind = Error::Kind::Network;
        error.why = u"The sign-in is away."_s;
        return error;
    }

    AccessTokens &m_real;
};

/// What a list that shows the runs of one test gets to know: the last row of each, and what should not have been told.
class ShownRuns : public QObject
{
public:
    ShownRuns(LiveFeed &feed, const QString &key)
        : m_feed(feed)
        , m_key(key)
    {
        m_feed.watchList();
        connect(&feed, &LiveFeed::instancesChanged, this, [this](const QList<WorkflowInstance> &changed) {
            for (const WorkflowInstance &row : changed)
                take(row);
            watchOpen();
        });
    }
    ~ShownRuns() override { m_feed.unwatchList(); }

    QHash<QString, WorkflowInstance> rows;
    QStringList doubled;
    QStringList turnedBack;

private:
    void take(const WorkflowInstance &row)
    {
        if (!row.businessKey.startsWith(m_key))
            return;
        if (const auto before = rows.constFind(row.id); before != rows.cend()) {
            if (sameRow(*before, row))
                doubled << row.id;
            if (row.lastUpdate < before->lastUpdate || (isFinal(before->state) && !isFinal(row.state)))
                turnedBack << row.id;
        }
        rows.insert(row.id, row);
    }

    void watchOpen()
    {
        QStringList open;
        for (const WorkflowInstance &row : std::as_const(rows)) {
            if (!isFinal(row.state))
                open << row.id;
        }
        m_feed.watchRows(this, open);
    }

    LiveFeed &m_feed;
    QString m_key;
};

} // namespace

/// Live data of the real services, through a network that breaks.
class tst_SandboxLive : public SandboxTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepare(); }
    void cleanupTestCase();

    void saysThatItIsNotPushed();
    void nothingIsMissedOrDoubled();
    void survivesEachServerInTurn();

private:
    struct Through;
    void startRuns();
    QList<WorkflowInstance> listed();
    bool isAllTold(const ShownRuns &shown);

    QStringList m_started;
    Clock m_clock;
};

/// The feed of an environment whose Data Index is reached through a proxy.
struct tst_SandboxLive::Through
{
    explicit Through(SandboxConsole &sandbox)
        : proxy(sandbox.http.environment().dataIndexUrl)
        , tokens(sandbox.tokens)
        , http(environment(sandbox, proxy), &tokens, sandbox.tracer)
        , client(http, http.environment().dataIndexUrl)
        , instances(client)
        , jobs(client)
    {
        PollingOptions options;
        options.listSteps = {200};
        options.firstRetryMs = 100;
        options.lastRetryMs = 500;
        feed = std::make_unique<EnvironmentFeed>(
            EnvironmentFeed::Services{instances, jobs, clock, sandbox.tracer},
            std::make_unique<SubscriptionSource>(client, http.environment().dataIndexUrl, PushOptions()), options);
    }

    static Environment environment(const SandboxConsole &sandbox, const FakeProxy &proxy)
    {
        Environment environment = sandbox.http.environment();
        environment.dataIndexUrl = proxy.url(environment.dataIndexUrl);
        return environment;
    }

    Clock clock;
    FakeProxy proxy;
    FailingTokens tokens;
    HttpClient http;
    GraphqlClient client;
    DataIndexInstances instances;
    DataIndexJobs jobs;
    std::unique_ptr<EnvironmentFeed> feed;
};

void tst_SandboxLive::cleanupTestCase()
{
    for (const QString &id : std::as_const(m_started)) {
        if (const auto instance = read(id); instance && !isFinal(instance->state))
            (void)await(m_operator->instances.abort(*instance));
    }
}

/// Some that end at once, some that move, one that fails and one that waits.
void tst_SandboxLive::startRuns()
{
    const QList<QPair<QString, QByteArray>> runs{
        {u"greet_team"_s, R"({"name":"team"})"},
        {u"release_rollout"_s, R"({"release":"1.4.0","strategy":"everywhere"})"},
        {u"sensor_calibration"_s, R"({"reading":0})"},
        {u"site_inspection"_s, "{}"},
        {u"parcel_tracking"_s, R"({"parcel":"P-1"})"},
    };
    for (const auto &[workflow, input] : runs) {
        m_key = m_key.section(u'.', 0, 0) + u'.' + QString::number(m_started.size());
        if (const auto run = start(workflow, input))
            m_started << run->instanceId;
    }
    m_key = m_key.section(u'.', 0, 0);
}

QList<WorkflowInstance> tst_SandboxLive::listed()
{
    InstanceQuery query;
    query.filter.set(InstanceField::BusinessKey, {m_key + u'*'});
    const auto page = await(m_operator->instances.page(query));
    return page ? page->rows : QList<WorkflowInstance>();
}

bool tst_SandboxLive::isAllTold(const ShownRuns &shown)
{
    const QList<WorkflowInstance> rows = listed();
    return rows.size() == shown.rows.size() &&
           std::all_of(rows.cbegin(), rows.cend(),
                       [&](const WorkflowInstance &row) { return sameRow(row, shown.rows.value(row.id)); });
}

/// The Data Index of 10.1.0 lists subscriptions, takes some upgrades and refuses others with 500, and has none.
void tst_SandboxLive::saysThatItIsNotPushed()
{
    Through way(*m_operator);
    const ShownRuns shown(*way.feed, m_key);
    QTRY_COMPARE_WITH_TIMEOUT(way.feed->status().mode, LiveStatus::Mode::Polling, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(way.feed->status().reason, u"The server does not tell changes by itself."_s, 30000);
}

void tst_SandboxLive::nothingIsMissedOrDoubled()
{
    using Fault = FakeProxy::Fault;
    Through way(*m_operator);
    way.proxy.every = 2;
    const ShownRuns shown(*way.feed, m_key);
    QTRY_COMPARE_WITH_TIMEOUT(way.feed->status().mode, LiveStatus::Mode::Polling, 20000);
    for (const Fault fault : {Fault::None, Fault::Cut, Fault::Corrupt, Fault::Delay, Fault::Freeze, Fault::Refuse}) {
        way.proxy.setFault(fault);
        startRuns();
        QTest::qWait(2000);
        way.proxy.drop(); // and whatever it held back
    }
    QTRY_COMPARE_WITH_TIMEOUT(way.feed->status().mode, LiveStatus::Mode::Offline, 20000);
    const QList<WorkflowInstance> some = listed();
    for (const WorkflowInstance &row : some) {
        if (row.workflowId == "parcel_tracking"_L1)
            (void)await(m_operator->instances.abort(row)); // while nobody can tell
    }
    way.proxy.setFault(Fault::None);
    QTRY_VERIFY_WITH_TIMEOUT(isAllTold(shown), 30000);
    QVERIFY(way.proxy.faults > 3);
    QTest::qWait(15000); // until the longest of them is through
    QTRY_VERIFY_WITH_TIMEOUT(isAllTold(shown), 30000);
    QCOMPARE(shown.rows.size(), m_started.size());
    QCOMPARE(shown.doubled, QStringList());
    QCOMPARE(shown.turnedBack, QStringList());
    qInfo("%lld runs, %d answers cut or changed, %d requests", static_cast<long long>(shown.rows.size()),
          way.proxy.faults, way.proxy.requests);
}

void tst_SandboxLive::survivesEachServerInTurn()
{
    Through way(*m_operator);
    m_key += u"-again"_s;
    const qsizetype before = m_started.size();
    const ShownRuns shown(*way.feed, m_key);
    QTRY_COMPARE_WITH_TIMEOUT(way.feed->status().mode, LiveStatus::Mode::Polling, 20000);
    way.proxy.setFault(FakeProxy::Fault::Refuse); // Data Index is away
    startRuns();
    QTRY_COMPARE_WITH_TIMEOUT(way.feed->status().mode, LiveStatus::Mode::Offline, 20000);
    way.proxy.setFault(FakeProxy::Fault::None);
    QTRY_COMPARE_WITH_TIMEOUT(way.feed->status().mode, LiveStatus::Mode::Polling, 20000);
    way.tokens.isAway = true; // Keycloak is
    startRuns();
    QTRY_COMPARE_WITH_TIMEOUT(way.feed->status().mode, LiveStatus::Mode::Offline, 20000);
    QVERIFY(way.feed->status().problem.contains(u"away"_s));
    way.tokens.isAway = false;
    QTRY_COMPARE_WITH_TIMEOUT(way.feed->status().mode, LiveStatus::Mode::Polling, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(isAllTold(shown), 40000);
    QCOMPARE(shown.rows.size(), m_started.size() - before);
    QCOMPARE(shown.doubled, QStringList());
}

QTEST_GUILESS_MAIN(tst_SandboxLive)
#include "tst_sandboxlive.moc"
