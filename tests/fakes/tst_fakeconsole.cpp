// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakeconsole.h"

#include <QSet>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// Widget tests build on this made-up server: it has to page, filter and keep its promises as a real one does.
class tst_FakeConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesWithoutGapsOrDuplicates();
    void filtersSortsAndCounts();
    void serveAMillion();
    void detailsBelongToTheDefinition();
    void actionsChangeTheInstance();
    void hangsAndReleases();
    void startsARun();
};

void tst_FakeConsole::pagesWithoutGapsOrDuplicates()
{
    FakeConsole fake;
    QSet<QString> ids;
    InstanceQuery query;
    query.limit = 100;
    for (; query.offset < 240; query.offset += 100) {
        const InstancePage page = *fake.instances.page(query).result();
        QCOMPARE(page.total, 240);
        for (const WorkflowInstance &row : page.rows) {
            QVERIFY(!row.detailed);
            ids.insert(row.id);
        }
    }
    QCOMPARE(ids.size(), 240);
}

void tst_FakeConsole::filtersSortsAndCounts()
{
    FakeConsole fake;
    InstanceQuery query;
    query.states = {InstanceState::Error};
    query.order = InstanceQuery::Order::StartAscending;
    query.limit = 1000;
    const InstancePage page = *fake.instances.page(query).result();
    QCOMPARE(page.total, page.rows.size());
    QCOMPARE(*fake.instances.count(query).result(), page.rows.size());
    QVERIFY(page.rows.size() > 5);
    QVERIFY(std::is_sorted(page.rows.cbegin(), page.rows.cend(), [](auto &a, auto &b) { return a.start < b.start; }));
    for (const WorkflowInstance &row : page.rows)
        QCOMPARE(row.state, InstanceState::Error);
}

void tst_FakeConsole::serveAMillion()
{
    FakeConsole fake;
    fake.instances.setGenerated(1'000'000);
    InstanceQuery query;
    query.offset = 999'990;
    const InstancePage page = *fake.instances.page(query).result();
    QCOMPARE(page.rows.size(), 10);
    QCOMPARE(fakeIndexOf(page.rows.constLast().id), 999'999);
}

void tst_FakeConsole::detailsBelongToTheDefinition()
{
    FakeConsole fake;
    for (int i = 0; i < 40; ++i) {
        const QString id = fakeInstance(i, fake.clock.now()).id;
        const WorkflowInstance instance = *fake.instances.instance(id).result();
        const WorkflowDefinition definition = *fake.catalog.definition(instance.workflowId, instance.version).result();
        QSet<QString> known;
        for (const NodeDefinition &node : definition.nodes)
            known.insert(node.uniqueId);
        QCOMPARE(known.size(), definition.nodes.size());
        QVERIFY(!instance.nodes.isEmpty());
        for (const NodeInstance &node : instance.nodes)
            QVERIFY(known.contains(node.definitionId));
        QCOMPARE(instance.error.has_value(), instance.state == InstanceState::Error);
        QCOMPARE(instance.end.isValid(), isFinal(instance.state));
    }
}

void tst_FakeConsole::actionsChangeTheInstance()
{
    FakeConsole fake;
    const QString id = fakeInstance(0, fake.clock.now()).id;
    (void)fake.instances.abort(fake.instances.current(id));
    QCOMPARE(fake.instances.current(id).state, InstanceState::Aborted);
    QCOMPARE(fake.instances.actionLog, QStringList{u"abort "_s + id});

    fake.instances.actions.error = fakeError(Error::Kind::Forbidden);
    const QString second = fakeInstance(5, fake.clock.now()).id;
    QVERIFY(!fake.instances.abort(fake.instances.current(second)).result());
    QCOMPARE(fake.instances.current(second).state, InstanceState::Active);
}

void tst_FakeConsole::hangsAndReleases()
{
    FakeConsole fake;
    fake.catalog.lists.hang = true;
    Async<QList<WorkflowDefinition>> first = fake.catalog.list();
    const Async<QList<WorkflowDefinition>> second = fake.catalog.list();
    QVERIFY(!first.isFinished());
    first.cancel();
    QCOMPARE(fake.catalog.lists.waiting(), 2);
    QCOMPARE(fake.catalog.lists.cancelled(), 1);
    fake.catalog.lists.release();
    QVERIFY(second.isFinished());
    QCOMPARE(second.result()->size(), fakeWorkflows().size());
}

void tst_FakeConsole::startsARun()
{
    FakeConsole fake;
    const auto started = fake.runs.start({fakeWorkflows().constFirst().definition, {}, u"KEY-1"_s}).result();
    QVERIFY(started.ok());
    QCOMPARE(fake.instances.current(started->instanceId).businessKey, u"KEY-1"_s);
    QCOMPARE(fake.instances.page({}).result()->rows.constFirst().id, started->instanceId);
}

QTEST_GUILESS_MAIN(tst_FakeConsole)
#include "tst_fakeconsole.moc"
