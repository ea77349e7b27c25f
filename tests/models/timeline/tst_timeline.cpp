// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/timeline/timelinetable.h"
#include "tests/models/graph/observedruns.h"
#include "tests/models/timeline/longruns.h"
#include "tests/models/timeline/timelineruns.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace podium;
using namespace podium::timelineruns;
using namespace Qt::StringLiterals;
using Status = TimelineRow::Status;
using podium::observedruns::observedRun;
using podium::observedruns::ObservedRun;

namespace {

Timeline observed(const QString &workflow, const QString &state, bool withGraph = true)
{
    const ObservedRun run = observedRun(workflow, state);
    return buildTimeline(placesOf(run.definitions, withGraph ? &run.model : nullptr), run.instance);
}

const TimelineRow *rowNamed(const Timeline &timeline, const QString &title, int which = 0)
{
    for (const TimelineRow &row : timeline.rows) {
        if (row.title == title && which-- == 0)
            return &row;
    }
    return nullptr;
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // ---- runs as the sandbox reported them ----

    void parallelBranchesLieInTheirState()
    {
        QCOMPARE(outline(observed(u"site_inspection"_s, u"ABORTED"_s)),
                 (QStringList{u"Start: Done"_s, u"Inspect: Aborted"_s, u"  power: Done"_s, u"    read meters: Done"_s,
                              u"  cooling: Done"_s, u"    Timer: Done"_s, u"    measure air: Done"_s,
                              u"  access: Aborted"_s, u"    Timer: Aborted"_s}));
    }

    void waitingStatesAndBranches()
    {
        const Timeline timeline = observed(u"release_rollout"_s, u"ACTIVE"_s);
        QCOMPARE(outline(timeline),
                 (QStringList{u"Start: Done"_s, u"Build image: Done"_s, u"  compile: Done"_s, u"  Timer: Done"_s,
                              u"  package: Done"_s, u"Settle: Done"_s, u"Checks: Waiting"_s, u"  licences: Done"_s,
                              u"    check licences: Done"_s, u"  security: Done"_s, u"    Timer: Done"_s,
                              u"    scan image: Done"_s, u"  quality: Waiting"_s, u"    Timer: Waiting"_s}));
        const TimelineRow *checks = rowNamed(timeline, u"Checks"_s);
        QVERIFY(checks->frame && checks->grows && !checks->ended);
        QVERIFY(timeline.moves);
        QCOMPARE(timeline.workingSince, -1); // nobody works
        QVERIFY(rowNamed(timeline, u"Settle"_s)->waits);
        QCOMPARE(rowNamed(timeline, u"Timer"_s)->subtitle, u"compile"_s);
    }

    void aRepeatedNodeHasALaneForEachVisit()
    {
        const Timeline timeline = observed(u"ledger_import"_s, u"COMPLETED"_s);
        QCOMPARE(outline(timeline), (QStringList{u"Start: Done"_s, u"Fetch ledger: Done"_s, u"  fetch ledger: Failed"_s,
                                                 u"  fetch ledger (attempt 2): Done"_s, u"End: Done"_s}));
        const TimelineRow *first = rowNamed(timeline, u"fetch ledger"_s);
        QVERIFY(!first->ended && !first->grows);
        QCOMPARE(rowNamed(timeline, u"Fetch ledger"_s)->retries, 1);
    }

    void theFailedNodeAndWhatHoldsIt()
    {
        const Timeline timeline = observed(u"stock_reservation"_s, u"ERROR"_s);
        QCOMPARE(outline(timeline), (QStringList{u"Start: Done"_s, u"Accept order: Done"_s, u"Queue: Done"_s,
                                                 u"Check stock: Failed"_s, u"  ask inventory: Failed"_s}));
        QVERIFY(!timeline.moves);
        QVERIFY(!rowNamed(timeline, u"ask inventory"_s)->error.isEmpty());
    }

    void aCaughtErrorFailsItsState()
    {
        QCOMPARE(
            outline(observed(u"currency_quote"_s, u"COMPLETED"_s)),
            (QStringList{u"Start: Done"_s, u"Ask exchange: Failed"_s, u"  ask exchange: Failed"_s,
                         u"  Error caught: Done"_s, u"Use last rate: Done"_s, u"Publish: Done"_s, u"End: Done"_s}));
    }

    void aCallbackWaitsInItsState()
    {
        QCOMPARE(outline(observed(u"purchase_approval"_s, u"ACTIVE"_s, false)),
                 (QStringList{u"Start: Done"_s, u"Ask for approval: Waiting"_s, u"  request approval: Done"_s,
                              u"  decided: Waiting"_s}));
    }

    void eventsOfASwitchNeedTheGraph()
    {
        QCOMPARE(outline(observed(u"change_request"_s, u"ACTIVE"_s)),
                 (QStringList{u"Start: Done"_s, u"Await verdict: Waiting"_s, u"  Timer: Waiting"_s,
                              u"  accepted: Waiting"_s, u"  refused: Waiting"_s}));
        const Timeline bare = observed(u"change_request"_s, u"ACTIVE"_s, false);
        QCOMPARE(rowNamed(bare, u"accepted"_s)->state, QString()); // no guess
        QCOMPARE(rowNamed(bare, u"accepted"_s)->depth, 0);
        // One came: the others stay open for ever, and wait no more.
        ObservedRun run = observedRun(u"change_request"_s, u"ACTIVE"_s);
        for (NodeInstance &node : run.instance.nodes) {
            if (node.name == "accepted"_L1)
                node.exit = node.enter.addSecs(5);
        }
        const Timeline chosen = buildTimeline(placesOf(run.definitions, &run.model), run.instance);
        QCOMPARE(rowNamed(chosen, u"accepted"_s)->status, Status::Done);
        QCOMPARE(rowNamed(chosen, u"refused"_s)->status, Status::Skipped);
        QVERIFY(!rowNamed(chosen, u"refused"_s)->grows);
        QCOMPARE(rowNamed(chosen, u"Await verdict"_s)->status, Status::Done);
    }

    void oneLaneForEachRoundOfALoop()
    {
        QCOMPARE(outline(observed(u"invoice_batch"_s, u"COMPLETED"_s)),
                 (QStringList{u"Start: Done"_s, u"Price invoices: Done"_s, u"  price invoice · 1: Done"_s,
                              u"  price invoice · 2: Done"_s, u"  price invoice · 3: Done"_s, u"End: Done"_s}));
    }

    void compensationAndSubflows()
    {
        const QStringList booking = outline(observed(u"travel_booking"_s, u"COMPLETED"_s));
        QVERIFY2(booking.contains(u"Cancel flight: Done"_s), qPrintable(booking.join(u'\n')));
        QVERIFY(!booking.join(u' ').contains(u"Composite"_s));
        QCOMPARE(
            outline(observed(u"quarterly_report"_s, u"COMPLETED"_s)),
            (QStringList{u"Start: Done"_s, u"Open report: Done"_s, u"Department report: Done"_s,
                         u"  collect figures: Done"_s, u"Summarise: Done"_s, u"  summarise: Done"_s, u"End: Done"_s}));
    }

    // ---- loops ----

    void roundsOfSeveralActions()
    {
        const auto type = u"WorkItemNode"_s;
        const Timeline timeline =
            timelineOf(loopDefinitions(), run({visit(u"3"_s, u"ForEachNode"_s, 0, 100),
                                               visit(u"4"_s, u"StartNode"_s, 1, 1), visit(u"5"_s, type, 1, 9),
                                               visit(u"7"_s, type, 9, 20), visit(u"4"_s, u"StartNode"_s, 21, 21),
                                               visit(u"5"_s, type, 21, 30), visit(u"7"_s, type, 30, 40)}));
        QCOMPARE(outline(timeline),
                 (QStringList{u"L: Done"_s, u"  Iteration 1: Done"_s, u"    x · 1: Done"_s, u"    y · 1: Done"_s,
                              u"  Iteration 2: Done"_s, u"    x · 2: Done"_s, u"    y · 2: Done"_s}));
        // All items at a time: the first of each belong together.
        const Timeline parallel =
            timelineOf(loopDefinitions(),
                       run({visit(u"3"_s, u"ForEachNode"_s, 0, 100), visit(u"4"_s, u"StartNode"_s, 1, 1),
                            visit(u"4"_s, u"StartNode"_s, 1, 1), visit(u"5"_s, type, 1, 9), visit(u"5"_s, type, 2, 9),
                            visit(u"7"_s, type, 9, 20), visit(u"7"_s, type, 10, 20)}));
        QCOMPARE(outline(parallel), outline(timeline));
    }

    void roundsThatCannotBeToldStayTogether()
    {
        const auto type = u"WorkItemNode"_s;
        // y has a condition, and everything happened at once: nobody knows which items had it.
        const Timeline timeline = timelineOf(
            loopDefinitions(), run({visit(u"3"_s, u"ForEachNode"_s, 0, 100), visit(u"4"_s, u"StartNode"_s, 1, 1),
                                    visit(u"5"_s, type, 1, 9), visit(u"5"_s, type, 1, 9), visit(u"5"_s, type, 1, 9),
                                    visit(u"7"_s, type, 9, 20)}));
        QCOMPARE(outline(timeline),
                 (QStringList{u"L: Done"_s, u"  x: Done"_s, u"  x: Done"_s, u"  x: Done"_s, u"  y: Done"_s}));
    }

    void openItemsOfALoopRunAtATime()
    {
        const auto type = u"WorkItemNode"_s;
        const Timeline timeline = timelineOf(
            loopDefinitions(), run({visit(u"3"_s, u"ForEachNode"_s, 0), visit(u"5"_s, type, 1), visit(u"5"_s, type, 2),
                                    visit(u"5"_s, type, 3, -1, u"boom"_s), visit(u"5"_s, type, 9)},
                                   InstanceState::Active));
        QCOMPARE(outline(timeline), (QStringList{u"L: Running"_s, u"  x · 1: Running"_s, u"  x · 2: Running"_s,
                                                 u"  x · 3: Failed"_s, u"  x · 3 (attempt 2): Running"_s}));
    }

    void hundredsOfIterations()
    {
        QList<NodeInstance> visits{visit(u"3"_s, u"ForEachNode"_s, 0, 100'000)};
        for (int i = 0; i < 400; ++i) {
            visits << visit(u"4"_s, u"StartNode"_s, i * 100, i * 100)
                   << visit(u"5"_s, u"WorkItemNode"_s, i * 100 + 1, i * 100 + 40)
                   << visit(u"7"_s, u"WorkItemNode"_s, i * 100 + 41, i * 100 + 90);
        }
        const Timeline timeline = timelineOf(loopDefinitions(), run(visits));
        QCOMPARE(std::count_if(timeline.rows.cbegin(), timeline.rows.cend(),
                               [](const TimelineRow &row) { return row.kind == TimelineRow::Kind::Iteration; }),
                 400);
        QCOMPARE(timeline.rows.constFirst().end, static_cast<int>(timeline.rows.size()));
        QCOMPARE(rowName(*rowNamed(timeline, u"y"_s, 399)), u"y · 400"_s);
    }

    // ---- states that come again ----

    void aStateThatIsVisitedAgainIsNoRepetition()
    {
        const QList<NodeDefinition> definitions{
            node(1, u"S"_s, u"CompositeContextNode"_s, u"S"_s), node(2, u"EmbeddedStart"_s, u"StartNode"_s),
            node(3, u"f"_s, u"WorkItemNode"_s, u"S"_s, {}, u"x"_s), node(4, u"EmbeddedEnd"_s, u"EndNode"_s)};
        const auto composite = u"CompositeContextNode"_s;
        const Timeline timeline =
            timelineOf(definitions, run({visit(u"1"_s, composite, 0, 10), visit(u"3"_s, u"WorkItemNode"_s, 1, 9),
                                         visit(u"1"_s, composite, 20, 30), visit(u"3"_s, u"WorkItemNode"_s, 21, 29)}));
        QCOMPARE(outline(timeline), (QStringList{u"S: Done"_s, u"  x: Done"_s, u"S: Done"_s, u"  x: Done"_s}));
        QCOMPARE(timeline.rowOfState(u"S"_s), 2); // the last one, with its index among all rows
        // A composite that was triggered again takes its nodes with it.
        const Timeline repeated = timelineOf(
            definitions, run({visit(u"1"_s, composite, 0), visit(u"3"_s, u"WorkItemNode"_s, 1, -1, u"boom"_s),
                              visit(u"1"_s, composite, 20, 30), visit(u"3"_s, u"WorkItemNode"_s, 21, 29)}));
        QCOMPARE(outline(repeated),
                 (QStringList{u"S: Repeated"_s, u"  x: Failed"_s, u"S (attempt 2): Done"_s, u"  x: Done"_s}));
    }

    void aRepeatedTimerEndsWhenItIsReplaced()
    {
        const QList<NodeDefinition> definitions{node(1, u"Pause"_s, u"TimerNode"_s, u"Pause"_s)};
        NodeInstance again = visit(u"1"_s, u"TimerNode"_s, 5000);
        again.retrigger = true;
        const Timeline timeline =
            timelineOf(definitions, run({visit(u"1"_s, u"TimerNode"_s, 1000), again}, InstanceState::Active));
        QCOMPARE(timeline.rows.size(), 2);
        QCOMPARE(timeline.rows.at(0).status, Status::Repeated);
        QCOMPARE(timeline.rows.at(0).to, at(5000).toMSecsSinceEpoch());
        QVERIFY(!timeline.rows.at(0).grows);
        QCOMPARE(timeline.rows.at(1).attempt, 2);
        QCOMPARE(timeline.rows.at(1).status, Status::Waiting);
        const qint64 now = at(60'000).toMSecsSinceEpoch();
        QCOMPARE(timeline.toOf(timeline.rows.at(0), now), at(5000).toMSecsSinceEpoch());
        QCOMPARE(timeline.toOf(timeline.rows.at(1), now), now);
    }

    // ---- time ----

    void waitingIsToldFromWork()
    {
        const QList<NodeDefinition> definitions{node(1, u"A"_s, u"ActionNode"_s, u"A"_s),
                                                node(2, u"P"_s, u"TimerNode"_s, u"P"_s)};
        const Timeline timeline = timelineOf(
            definitions, run({visit(u"1"_s, u"ActionNode"_s, 0, 2000), visit(u"2"_s, u"TimerNode"_s, 1000, 10'000)}));
        QCOMPARE(timeline.waiting, 8000); // one second of it somebody worked
        QVERIFY(timelineSummary(timeline, {}, 0).contains(u"8.0 s of it waiting"_s));
        const TimeAxis axis = timeline.axis(0, true);
        QCOMPARE(axis.pieces().size(), 2);
        QVERIFY(axis.pieces().at(1).shortened);
    }

    void whatRunsReachesToNow()
    {
        const QList<NodeDefinition> definitions{node(1, u"A"_s, u"ActionNode"_s, u"A"_s)};
        const Timeline timeline =
            timelineOf(definitions, run({visit(u"1"_s, u"ActionNode"_s, 100)}, InstanceState::Active));
        const qint64 now = at(30'000).toMSecsSinceEpoch();
        const TimeAxis axis = timeline.axis(now, true);
        QCOMPARE(axis.end(), now);
        QVERIFY(!axis.isShortened()); // it is worked on
        QCOMPARE(rowDuration(timeline.rows.at(0), {}, now), u"29.9 s"_s);
        QVERIFY(rowDescription(timeline, 0, {}, now).contains(u"Runs for 29.9 s"_s));
        // A clock that is behind the server's does not turn time round.
        QCOMPARE(timeline.toOf(timeline.rows.at(0), at(50).toMSecsSinceEpoch()), at(100).toMSecsSinceEpoch());
    }

    // ---- table ----

    void aTableForCopying()
    {
        const auto timeline = std::make_shared<const Timeline>(observed(u"ledger_import"_s, u"COMPLETED"_s));
        TimelineTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setTimeline(timeline, {}, 0);
        QCOMPARE(table.rowCount(), static_cast<int>(timeline->rows.size()));
        const int row = timeline->rowOfDefinition(u"6"_s);
        const auto exported = [&](int column) { return table.index(row, column).data(Qt::UserRole + 601).toString(); };
        QCOMPARE(exported(TimelineTable::NodeColumn), u"fetch ledger"_s);
        QCOMPARE(exported(TimelineTable::AttemptColumn), u"2"_s);
        QCOMPARE(exported(TimelineTable::EnterColumn), u"2026-11-23T14:26:36.154Z"_s);
        QCOMPARE(exported(TimelineTable::DurationColumn), u"0"_s);
        const int failed = timeline->rowOfVisit(u"node 0"_s);
        QVERIFY(table.index(failed, TimelineTable::ErrorColumn).data().toString().contains(u"WorkItemExecutionEx"_s));
        QCOMPARE(table.index(failed, TimelineTable::ExitColumn).data().toString(), u"–"_s);
    }

    void manyVisits()
    {
        const LongRun run = longRun(20'000);
        const Timeline timeline = timelineOf(run.definitions, run.instance);
        QCOMPARE(timeline.visits.size(), 20'000);
        QVERIFY(timeline.rows.size() >= 20'000);
        for (int i = 0; i < timeline.rows.size(); ++i) {
            const TimelineRow &row = timeline.rows.at(i);
            QVERIFY(row.end > i && row.end <= timeline.rows.size());
            QVERIFY(row.parent < i);
            QVERIFY(row.to >= row.from);
        }
    }
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
