// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/sandboxtest.h"

#include <algorithm>

using namespace podium;
using namespace Qt::StringLiterals;

/// Lists of instances as the real server pages, counts, filters and orders them.
class tst_SandboxLists : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void pagesCountsAndFilters();
    void readsManyRunsWithTheirNodes();
    void findsWhatChangedSince();
    void ordersAsAsked();
};

void tst_SandboxLists::pagesCountsAndFilters()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(start(u"greet_team"_s, "{}"));
    InstanceQuery query;
    query.filter.conditions = {{InstanceField::BusinessKey, {m_key + u"-greet*"_s}, {}}};
    query.workflowIds = {u"greet_team"_s};
    QVERIFY(QTest::qWaitFor([&] { return await(m_operator->instances.count(query)).value() == 5; }));

    query.limit = 2;
    QSet<QString> seen;
    for (query.offset = 0; query.offset < 6; query.offset += 2) {
        const auto page = await(m_operator->instances.page(query));
        QVERIFY(page);
        QCOMPARE(page->total, std::optional<qint64>(5));
        QCOMPARE(page->rows.size(), query.offset < 4 ? 2 : 1);
        for (const WorkflowInstance &row : page->rows)
            seen.insert(row.id);
    }
    QCOMPARE(seen.size(), 5);

    query.offset = 0;
    query.limit = 100;
    query.states = {InstanceState::Aborted, InstanceState::Suspended};
    QCOMPARE(await(m_operator->instances.page(query))->rows.size(), 0);
    query.states = {InstanceState::Completed};
    QCOMPARE(await(m_operator->instances.page(query))->rows.size(), 5);
    query.ids = {*seen.cbegin(), u"no-such-id"_s};
    const auto one = await(m_operator->instances.page(query));
    QCOMPARE(one->rows.size(), 1);
    QCOMPARE(one->rows.first().id, *seen.cbegin());
}

void tst_SandboxLists::readsManyRunsWithTheirNodes()
{
    const auto one = start(u"greet_team"_s, "{}");
    const auto two = start(u"greet_team"_s, "{}");
    QVERIFY(one && two);
    QVERIFY(reaches(one->instanceId, InstanceState::Completed));
    QVERIFY(reaches(two->instanceId, InstanceState::Completed));
    const auto ended = [](const WorkflowInstance &run) { // all its nodes are told of
        return std::any_of(run.nodes.cbegin(), run.nodes.cend(),
                           [](const NodeInstance &node) { return node.type == "EndNode"_L1; }) &&
               std::all_of(run.nodes.cbegin(), run.nodes.cend(),
                           [](const NodeInstance &node) { return node.exit.isValid(); });
    };
    (void)readWhen(two->instanceId, ended);
    const auto alone = readWhen(one->instanceId, ended);
    QVERIFY(alone);
    InstanceQuery query;
    query.ids = {one->instanceId, two->instanceId};
    const auto page = await(m_operator->instances.pageWithNodes(query));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 2);
    for (const WorkflowInstance &run : page->rows) {
        QCOMPARE(run.version, alone->version);
        QCOMPARE(run.nodes.size(), alone->nodes.size()); // as when it is read by itself
        for (const NodeInstance &visit : run.nodes)
            QVERIFY(!visit.definitionId.isEmpty() && visit.enter.isValid());
    }
}

void tst_SandboxLists::findsWhatChangedSince()
{
    const auto run = start(u"greet_team"_s, "{}");
    QVERIFY(run);
    QVERIFY(reaches(run->instanceId, InstanceState::Completed));
    const QDateTime changed = read(run->instanceId)->lastUpdate;
    InstanceQuery query;
    query.order = InstanceQuery::Order::LastUpdateDescending;
    const auto contains = [&](const QDateTime &since) {
        query.updatedSince = since;
        const auto page = await(m_operator->instances.page(query)).value();
        return std::any_of(page.rows.cbegin(), page.rows.cend(),
                           [&](const WorkflowInstance &row) { return row.id == run->instanceId; });
    };
    QVERIFY(contains(changed)); // at or after it
    QVERIFY(!contains(changed.addMSecs(1)));
    query.orIds = {run->instanceId}; // however old
    QVERIFY(contains(changed.addMSecs(1)));
    QVERIFY(contains(changed.addSecs(3600)));
}

void tst_SandboxLists::ordersAsAsked()
{
    InstanceQuery query;
    query.limit = 50;
    for (int order = 0; order < InstanceQuery::kOrders; ++order) {
        query.order = InstanceQuery::Order(order);
        QVERIFY2(await(m_operator->instances.page(query)).ok(), qPrintable(QString::number(order)));
    }
    const auto sortedBy = [&](InstanceQuery::Order order, auto before) {
        query.order = order;
        const auto rows = await(m_operator->instances.page(query)).value().rows;
        return rows.size() > 1 && std::is_sorted(rows.cbegin(), rows.cend(), before);
    };
    using Row = WorkflowInstance;
    QVERIFY(
        sortedBy(InstanceQuery::Order::StartDescending, [](const Row &a, const Row &b) { return a.start > b.start; }));
    QVERIFY(
        sortedBy(InstanceQuery::Order::StartAscending, [](const Row &a, const Row &b) { return a.start < b.start; }));
    QVERIFY(sortedBy(InstanceQuery::Order::LastUpdateDescending,
                     [](const Row &a, const Row &b) { return a.lastUpdate > b.lastUpdate; }));
    QVERIFY(sortedBy(InstanceQuery::Order::WorkflowAscending, [](const Row &a, const Row &b) {
        return a.workflowId != b.workflowId ? a.workflowId < b.workflowId : a.start > b.start;
    }));
}

QTEST_GUILESS_MAIN(tst_SandboxLists)
#include "tst_sandboxlists.moc"
