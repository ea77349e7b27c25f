// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/compare/comparedstatesmodel.h"
#include "models/items/itemroles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kNow = QDateTime::fromMSecsSinceEpoch(1'772'440'000'000, Qt::UTC);

ComparedState state(const QString &name, RunShare share, qint64 a, qint64 b)
{
    ComparedState state;
    state.nodeId = u"state:"_s + name;
    state.stateName = state.title = name;
    state.share = share;
    state.a.totalMs = a;
    state.b.totalMs = b;
    if (share == RunShare::OnlyA || share == RunShare::Both) {
        state.a.state = NodeState::Done;
        state.a.visits = 1;
    }
    if (share == RunShare::OnlyB || share == RunShare::Both) {
        state.b.state = NodeState::Done;
        state.b.visits = 2;
    }
    return state;
}

QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts;
}

QList<ComparedState> sample()
{
    return {state(u"Check"_s, RunShare::Both, 1000, 1500), state(u"Pack"_s, RunShare::OnlyA, 9000, -1),
            state(u"<b>Refuse</b>\n"_s, RunShare::OnlyB, -1, 100), state(u"Never"_s, RunShare::Neither, -1, -1)};
}

} // namespace

class tst_CompareModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statesWithTheirTimes();
    void biggestDifferenceFirst();
    void movingOnMovesNoRow();
};

void tst_CompareModels::statesWithTheirTimes()
{
    ComparedStatesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setStates(sample(), kNow);
    QCOMPARE(column(model, ComparedStatesModel::StateColumn),
             QStringList({u"Check"_s, u"Pack"_s, u"<b>Refuse</b> "_s, u"Never"_s}));
    QCOMPARE(column(model, ComparedStatesModel::ShareColumn),
             QStringList({u"Both"_s, u"Only A"_s, u"Only B"_s, u"Neither"_s}));
    QCOMPARE(column(model, ComparedStatesModel::TimeAColumn), QStringList({u"1.0 s"_s, u"9.0 s"_s, {}, {}}));
    QCOMPARE(column(model, ComparedStatesModel::DifferenceColumn),
             QStringList({u"+0.5 s"_s, u"\u22129.0 s"_s, u"+0.1 s"_s, {}}));
    QCOMPARE(column(model, ComparedStatesModel::OutcomeBColumn),
             QStringList({u"Done"_s, u"Not reached"_s, u"Done"_s, u"Not reached"_s}));
    QCOMPARE(model.index(0, ComparedStatesModel::DifferenceColumn).data(ItemExportRole).toLongLong(), 500);
    // A tool tip shows markup as text.
    QVERIFY(model.index(2, 0).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
    ComparedState failed = state(u"Pack"_s, RunShare::OnlyA, -1, -1);
    failed.a.state = NodeState::Failed;
    failed.a.error = u"no <paper>"_s;
    model.setStates({failed}, kNow);
    QCOMPARE(model.index(0, ComparedStatesModel::TimeAColumn).data().toString(), u"Failed"_s);
    QVERIFY(
        model.index(0, ComparedStatesModel::OutcomeAColumn).data(Qt::ToolTipRole).toString().contains(u"&lt;paper"_s));
    ComparedState other = state(u"Pack"_s, RunShare::OnlyA, 9000, -1);
    other.change = GraphChange::Removed;
    model.setStates({other}, kNow);
    QCOMPARE(model.index(0, ComparedStatesModel::OutcomeBColumn).data().toString(), u"Not in this version"_s);
}

void tst_CompareModels::biggestDifferenceFirst()
{
    ComparedStatesModel model;
    ComparedStatesFilter filter(model);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.sort(ComparedStatesModel::DifferenceColumn, Qt::DescendingOrder);
    model.setStates(sample(), kNow);
    QCOMPARE(column(filter, 0), QStringList({u"Pack"_s, u"Check"_s, u"<b>Refuse</b> "_s}));
    filter.sort(ComparedStatesModel::StateColumn, Qt::AscendingOrder);
    QCOMPARE(column(filter, 0), QStringList({u"Check"_s, u"Pack"_s, u"<b>Refuse</b> "_s}));
    filter.setShowAll(true);
    QCOMPARE(filter.rowCount(), 4);
    QCOMPARE(filter.stateAt(filter.rowOfNode(u"state:Never"_s)).title, u"Never"_s);
    filter.setShowAll(false);
    QCOMPARE(filter.rowOfNode(u"state:Never"_s), -1);
}

void tst_CompareModels::movingOnMovesNoRow()
{
    ComparedStatesModel model;
    ComparedStatesFilter filter(model);
    filter.sort(ComparedStatesModel::DifferenceColumn, Qt::DescendingOrder);
    QList<ComparedState> states = sample();
    model.setStates(states, kNow);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QPersistentModelIndex check = filter.index(1, 0);
    states[0].b.totalMs = 60'000; // now the biggest
    states[3] = state(u"Never"_s, RunShare::OnlyB, -1, 1);
    model.setStates(states, kNow);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(check.row(), 1);
    QCOMPARE(filter.rowCount(), 4); // the state that was just reached appeared
    NodeOverlay &running = states[1].a;
    running.state = NodeState::Running;
    running.totalMs = -1;
    running.enter = kNow;
    model.setStates(states, kNow);
    model.setNow(kNow.addSecs(7));
    QCOMPARE(model.index(1, ComparedStatesModel::TimeAColumn).data().toString(), u"7.0 s so far"_s);
}

QTEST_GUILESS_MAIN(tst_CompareModels)
#include "tst_comparemodels.moc"
