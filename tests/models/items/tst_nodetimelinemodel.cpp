// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/nodetimelinemodel.h"
#include "tests/fakes/fakeconsole.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Status = TimelineRow::Status;

class TestNodeTimelineModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hidesInternalNodes();
    void namesComeFromTheDefinition();
    void waitingIsToldApart();
    void openNodesGrowWithTime();
    void retriggersCount();
    void errorNodeIsTheOneNamed();
    void updatesKeepRows();
    void missingTimes();

private:
    const QDateTime m_start{QDate(2026, 3, 2), QTime(12, 0), Qt::UTC};

    NodeInstance visit(const QString &id, const QString &type, const QString &definition, int from, int to) const
    {
        NodeInstance node;
        node.id = id;
        node.name = id;
        node.type = type;
        node.definitionId = definition;
        node.enter = m_start.addSecs(from);
        if (to >= 0)
            node.exit = m_start.addSecs(to);
        return node;
    }
    WorkflowInstance instance(const QList<NodeInstance> &nodes, InstanceState state = InstanceState::Active) const
    {
        WorkflowInstance result;
        result.id = u"i"_s;
        result.state = state;
        result.start = m_start;
        result.nodes = nodes;
        return result;
    }
    const QList<NodeDefinition> m_definitions{
        {u"1"_s, u"Work"_s, u"ActionNode"_s, u"d1"_s, u"Do it"_s, u"left"_s, u"the action"_s},
        {u"2"_s, u"Script"_s, u"ActionNode"_s, u"d2"_s, {}, {}, {}},
        {u"3"_s, u"Pause"_s, u"TimerNode"_s, u"d3"_s, u"Pause"_s, {}, {}},
    };
};

void TestNodeTimelineModel::hidesInternalNodes()
{
    NodeTimelineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setInstance(
        m_definitions,
        instance({visit(u"a"_s, u"ActionNode"_s, u"d1"_s, 0, 1), visit(u"b"_s, u"ActionNode"_s, u"d2"_s, 1, 2)}),
        m_start.addSecs(5));
    QCOMPARE(model.rowCount(), 1);
    model.setShowInternal(true);
    QCOMPARE(model.rowCount(), 2);
    model.setShowInternal(false);
    QCOMPARE(model.rowCount(), 1);
}

void TestNodeTimelineModel::namesComeFromTheDefinition()
{
    NodeTimelineModel model;
    model.setInstance(
        m_definitions,
        instance({visit(u"a"_s, u"ActionNode"_s, u"d1"_s, 0, 1), visit(u"x"_s, u"ActionNode"_s, u"unknown"_s, 1, 2)}),
        m_start);
    QCOMPARE(model.rowAt(0).title, u"the action"_s);
    QCOMPARE(model.rowAt(0).subtitle, u"Do it › left"_s);
    QCOMPARE(model.rowAt(0).stateName, u"Do it"_s);
    QCOMPARE(model.rowAt(1).title, u"x"_s); // no definition: the server's name, and no state by guess
    QCOMPARE(model.rowAt(1).stateName, QString());
    QCOMPARE(model.rowOfState(u"Do it"_s), 0);
    QCOMPARE(model.rowOfState({}), -1);
}

void TestNodeTimelineModel::waitingIsToldApart()
{
    NodeTimelineModel model;
    model.setInstance(
        m_definitions,
        instance({visit(u"a"_s, u"ActionNode"_s, u"d1"_s, 0, 2), visit(u"p"_s, u"TimerNode"_s, u"d3"_s, 1, 10)}),
        m_start.addSecs(10));
    QVERIFY(!model.rowAt(0).waits);
    QVERIFY(model.rowAt(1).waits);
    QCOMPARE(model.span(), 10'000);
    QCOMPARE(model.waitingTime(), 8000); // one second of it somebody worked
}

void TestNodeTimelineModel::openNodesGrowWithTime()
{
    NodeTimelineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setInstance(m_definitions, instance({visit(u"p"_s, u"TimerNode"_s, u"d3"_s, 1, -1)}), m_start.addSecs(4));
    QCOMPARE(model.rowAt(0).status, Status::Waiting);
    QCOMPARE(model.rowAt(0).to, 4000);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setNow(m_start.addSecs(6));
    QCOMPARE(model.rowAt(0).to, 6000);
    QVERIFY(changed.count() > 0);
}

void TestNodeTimelineModel::retriggersCount()
{
    NodeTimelineModel model;
    NodeInstance again = visit(u"p2"_s, u"TimerNode"_s, u"d3"_s, 5, -1);
    again.retrigger = true;
    model.setInstance(m_definitions, instance({visit(u"p1"_s, u"TimerNode"_s, u"d3"_s, 1, -1), again}),
                      m_start.addSecs(9));
    QCOMPARE(model.rowAt(0).status, Status::Stopped); // superseded: it never gets an end of its own
    QCOMPARE(model.rowAt(0).to, 5000);
    QCOMPARE(model.rowAt(1).attempt, 2);
    QCOMPARE(model.rowAt(1).status, Status::Waiting);
    QVERIFY(model.index(1, 0).data().toString().contains(u'2'));

    // A loop is no retrigger: each visit ended before the next.
    model.setInstance(
        m_definitions,
        instance({visit(u"l1"_s, u"ActionNode"_s, u"d1"_s, 1, 2), visit(u"l2"_s, u"ActionNode"_s, u"d1"_s, 2, 3)}),
        m_start.addSecs(9));
    QCOMPARE(model.rowAt(1).attempt, 1);
}

void TestNodeTimelineModel::errorNodeIsTheOneNamed()
{
    NodeTimelineModel model;
    WorkflowInstance failed =
        instance({visit(u"a"_s, u"ActionNode"_s, u"d1"_s, 0, -1), visit(u"p"_s, u"TimerNode"_s, u"d3"_s, 0, -1)},
                 InstanceState::Error);
    failed.error = InstanceError{u"d1"_s, {}, u"boom"_s};
    model.setInstance(m_definitions, failed, m_start.addSecs(3));
    QCOMPARE(model.rowAt(0).status, Status::Failed);
    QCOMPARE(model.rowAt(1).status, Status::Stopped);
    // The error stays after a repair, but says nothing any more.
    failed.state = InstanceState::Active;
    model.setInstance(m_definitions, failed, m_start.addSecs(3));
    QCOMPARE(model.rowAt(0).status, Status::Running);
}

void TestNodeTimelineModel::updatesKeepRows()
{
    NodeTimelineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const NodeInstance a = visit(u"a"_s, u"ActionNode"_s, u"d1"_s, 0, 1);
    const NodeInstance p = visit(u"p"_s, u"TimerNode"_s, u"d3"_s, 2, -1);
    model.setInstance(m_definitions, instance({a, p}), m_start.addSecs(3));
    const QPersistentModelIndex chosen = model.index(1, 0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const NodeInstance late = visit(u"late"_s, u"ActionNode"_s, u"d1"_s, 1, 2); // came out of order
    model.setInstance(m_definitions, instance({a, late, p}), m_start.addSecs(4));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(chosen.row(), 2);
    QCOMPARE(model.rowAt(2).id, u"p"_s);
    model.setInstance(m_definitions, instance({p}), m_start.addSecs(4));
    QCOMPARE(chosen.row(), 0);
}

void TestNodeTimelineModel::missingTimes()
{
    NodeTimelineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    NodeInstance bare;
    bare.id = u"n"_s;
    WorkflowInstance odd;
    odd.nodes = {bare};
    model.setInstance({}, odd, {});
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.rowAt(0).timed);
    QCOMPARE(model.rowAt(0).title, u"n"_s);
    QCOMPARE(model.index(0, NodeTimelineModel::DurationColumn).data().toString(), u"–"_s);
}

QTEST_GUILESS_MAIN(TestNodeTimelineModel)
#include "tst_nodetimelinemodel.moc"
