// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// What a server should not send, and does.
#include "tests/models/timeline/timelineruns.h"

#include <QRandomGenerator>
#include <QTest>

using namespace podium;
using namespace podium::timelineruns;
using namespace Qt::StringLiterals;
using Status = TimelineRow::Status;

class TestTimelineBroken : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingAtAll()
    {
        const Timeline timeline = timelineOf({}, {});
        QVERIFY(timeline.rows.isEmpty());
        QVERIFY(!timeline.timed);
        QCOMPARE(timeline.rowOfState(u"x"_s), -1);
        QCOMPARE(timeline.rowOfState({}), -1);
        QCOMPARE(timeline.rowOfDefinition({}), -1);
        QCOMPARE(timeline.axis(5, true).positionOf(5), 0.0);
    }

    void activeWithAnEnd()
    {
        WorkflowInstance instance = run({visit(u"1"_s, u"TimerNode"_s, 0)}, InstanceState::Active);
        instance.end = at(9000);
        const Timeline timeline = timelineOf({node(1, u"P"_s, u"TimerNode"_s, u"P"_s)}, instance);
        QCOMPARE(timeline.rows.at(0).status, Status::Open);
        QVERIFY(!timeline.rows.at(0).grows);
        QCOMPARE(timeline.rows.at(0).to, at(9000).toMSecsSinceEpoch());
        QVERIFY(!timeline.moves);
        QCOMPARE(timeline.axis(at(1'000'000).toMSecsSinceEpoch(), true).end(), at(9000).toMSecsSinceEpoch());
    }

    void finalWithoutAnEnd()
    {
        const Timeline timeline =
            timelineOf({node(1, u"A"_s, u"ActionNode"_s, u"A"_s)},
                       run({visit(u"1"_s, u"ActionNode"_s, 0, 10), visit(u"2"_s, u"ActionNode"_s, 20)}));
        QCOMPARE(timeline.rows.at(1).status, Status::Open);
        QCOMPARE(timeline.end, at(20).toMSecsSinceEpoch());
        QCOMPARE(rowDuration(timeline.rows.at(1), {}, at(99).toMSecsSinceEpoch()), u"–"_s);
        QVERIFY(rowDescription(timeline, 1, {}, 0).contains(u"When it was left is not told"_s));
    }

    void timesThatAreMissing()
    {
        NodeInstance bare = visit(u"1"_s, u"ActionNode"_s, 0);
        bare.enter = {};
        NodeInstance onlyExit = visit(u"1"_s, u"ActionNode"_s, 0, 50);
        onlyExit.enter = {};
        WorkflowInstance instance = run({bare, onlyExit}, InstanceState::Active);
        instance.start = {};
        const Timeline timeline = timelineOf({node(1, u"A"_s, u"ActionNode"_s, u"A"_s)}, instance);
        QCOMPARE(timeline.rows.size(), 2);
        QVERIFY(timeline.rows.at(0).timed); // what has no time comes last
        QVERIFY(!timeline.rows.at(1).timed);
        QCOMPARE(rowDuration(timeline.rows.at(1), {}, 5), u"–"_s);
        QVERIFY(rowDescription(timeline, 0, {}, 0).contains(u"When it was entered is not told"_s));
        QVERIFY(rowDescription(timeline, 1, {}, 0).contains(u"no times"_s));
        instance.nodes = {bare};
        const Timeline none = timelineOf({}, instance);
        QVERIFY(!none.timed);
        QVERIFY(timelineSummary(none, {}, 0).contains(u"no times"_s));
    }

    void timesThatContradict()
    {
        NodeInstance turned = visit(u"1"_s, u"ActionNode"_s, 500, 100);    // left before it was entered
        NodeInstance early = visit(u"1"_s, u"ActionNode"_s, -5000, -4000); // before the run began
        const Timeline timeline = timelineOf({node(1, u"A"_s, u"ActionNode"_s, u"A"_s)}, run({turned, early}));
        QCOMPARE(timeline.begin, at(-5000).toMSecsSinceEpoch());
        for (const TimelineRow &row : timeline.rows)
            QVERIFY(row.to >= row.from);
    }

    void definitionsAreMissing()
    {
        NodeInstance script = visit(u"7"_s, u"ActionNode"_s, 3, 4);
        script.name = u"Script"_s;
        const Timeline timeline = timelineOf(
            {}, run({visit(u"5"_s, u"CompositeContextNode"_s, 0, 9), script,
                     visit(u"6"_s, u"WorkItemNode"_s, 1, -1, u"boom"_s), visit(u"6"_s, u"WorkItemNode"_s, 5, 8)}));
        QCOMPARE(outline(timeline), (QStringList{u"5: Done"_s, u"6: Failed"_s, u"6 (attempt 2): Done"_s}));
        QCOMPARE(timeline.rows.at(1).state, QString());
        QCOMPARE(timeline.rows.size(), 4); // the script is there, and internal
    }

    void theNodeAroundIsMissing()
    {
        const QList<NodeDefinition> definitions{node(1, u"FanStart"_s, u"Split"_s, u"Fan"_s),
                                                node(2, u"FanEnd"_s, u"Join"_s, u"Fan"_s),
                                                node(3, u"Fan-a"_s, u"CompositeContextNode"_s),
                                                node(4, u"EmbeddedStart"_s, u"StartNode"_s),
                                                node(5, u"f"_s, u"WorkItemNode"_s, u"Fan"_s, u"a"_s, u"x"_s),
                                                node(6, u"EmbeddedEnd"_s, u"EndNode"_s)};
        // Its event is lost, or still on its way.
        const Timeline timeline = timelineOf(definitions, run({visit(u"5"_s, u"WorkItemNode"_s, 10, 30)}));
        QCOMPARE(outline(timeline), (QStringList{u"Fan: Done"_s, u"  a: Done"_s, u"    x: Done"_s}));
        QCOMPARE(timeline.rows.at(0).visit, -1);
        QCOMPARE(timeline.rows.at(0).from, at(10).toMSecsSinceEpoch());
        QCOMPARE(timeline.rows.at(0).to, at(30).toMSecsSinceEpoch());
        QCOMPARE(timeline.rowOfKey.value(timeline.rows.at(0).key), 0);
    }

    void idsThatRepeat()
    {
        NodeInstance one = visit(u"1"_s, u"ActionNode"_s, 0, 1);
        NodeInstance two = visit(u"1"_s, u"ActionNode"_s, 2, 3);
        two.id = one.id;
        NodeInstance none = visit({}, {}, 4, 5);
        none.id.clear();
        none.name.clear();
        const Timeline timeline = timelineOf({}, run({one, two, none, none}));
        QCOMPARE(timeline.rows.size(), 4);
        QCOMPARE(timeline.rowOfKey.size(), 4);
        for (const TimelineRow &row : timeline.rows)
            QVERIFY(!row.title.isEmpty());
    }

    void definitionsThatHoldEachOther()
    {
        // One unique id for the state and for its branch.
        QList<NodeDefinition> definitions{node(1, u"SStart"_s, u"Split"_s, u"S"_s),
                                          node(2, u"S-b"_s, u"CompositeContextNode"_s),
                                          node(3, u"f"_s, u"WorkItemNode"_s, u"S"_s, u"b"_s, u"x"_s)};
        definitions[1].uniqueId = definitions[0].uniqueId;
        const Timeline timeline =
            timelineOf(definitions, run({visit(u"1"_s, u"Split"_s, 0, 1), visit(u"1"_s, u"Split"_s, 2, 3),
                                         visit(u"3"_s, u"WorkItemNode"_s, 4, 5)}));
        QCOMPARE(timeline.rows.size(), 3);
        const Timeline without = timelineOf(definitions, run({visit(u"3"_s, u"WorkItemNode"_s, 4, 5)}));
        QVERIFY(without.rows.size() >= 1);
    }

    void hostileNames()
    {
        const QString name = u"<img src='x'><b>bold</b>\n\t"_s + QChar(0x202e) + QString(10'000, u'w');
        NodeInstance visited = visit(u"1"_s, u"ActionNode"_s, 0, 1, name);
        visited.name = name;
        visited.type = name;
        const Timeline timeline = timelineOf({}, run({visited}));
        const QString shown = rowName(timeline.rows.at(0));
        QVERIFY(shown.size() < 300);
        QVERIFY(!shown.contains(u'\n') && !shown.contains(QChar(0x202e)));
        QVERIFY(rowDescription(timeline, 0, {}, 0).size() < 2000);
    }

    void aCompositeWithoutItsEnd()
    {
        const QList<NodeDefinition> definitions{
            node(1, u"A"_s, u"CompositeContextNode"_s, u"A"_s), node(2, u"f"_s, u"WorkItemNode"_s, u"A"_s, {}, u"x"_s),
            node(3, u"B"_s, u"ActionNode"_s, u"B"_s), node(4, u"came"_s, u"EventNode"_s)};
        const Timeline timeline = timelineOf(
            definitions, run({visit(u"1"_s, u"CompositeContextNode"_s, 0, 5), visit(u"2"_s, u"WorkItemNode"_s, 1, 4),
                              visit(u"3"_s, u"ActionNode"_s, 6, 7), visit(u"4"_s, u"EventNode"_s, 8, 9)}));
        QCOMPARE(outline(timeline), (QStringList{u"A: Done"_s, u"  x: Done"_s, u"B: Done"_s, u"4: Done"_s}));
    }

    /// Any mixture of types, states and times gives a tree.
    void anything()
    {
        QRandomGenerator random(7);
        const QStringList types{
            u"StartNode"_s, u"EndNode"_s,   u"CompositeContextNode"_s, u"ForEachNode"_s,       u"Split"_s, u"Join"_s,
            u"TimerNode"_s, u"EventNode"_s, u"ActionNode"_s,           u"BoundaryEventNode"_s, {}};
        const QStringList names{u"A"_s, u"AStart"_s, u"A-b"_s, u"Script"_s, u"Error-A-X"_s, u"EmbeddedEnd"_s, {}};
        const QStringList states{u"A"_s, u"B"_s, {}, {}};
        const auto pick = [&random](const QStringList &list) { return list.at(random.bounded(int(list.size()))); };
        for (int round = 0; round < 400; ++round) {
            QList<NodeDefinition> definitions;
            for (int i = random.bounded(12); i > 0; --i)
                definitions << node(random.bounded(12), pick(names), pick(types), pick(states),
                                    random.bounded(3) ? QString() : u"b"_s, random.bounded(3) ? QString() : u"x"_s);
            QList<NodeInstance> visits;
            for (int i = random.bounded(40); i > 0; --i) {
                visits << visit(QString::number(random.bounded(12)), pick(types), random.bounded(100),
                                random.bounded(2) ? random.bounded(150) : -1, random.bounded(6) ? QString() : u"e"_s);
                if (random.bounded(9) == 0)
                    visits.last().enter = {};
            }
            const WorkflowInstance instance = run(visits, InstanceState(random.bounded(7)));
            const Timeline timeline = timelineOf(definitions, instance);
            QSet<int> seen;
            for (int i = 0; i < timeline.rows.size(); ++i) {
                const TimelineRow &row = timeline.rows.at(i);
                QVERIFY(row.parent < i && row.end > i);
                QVERIFY(row.parent < 0 || timeline.rows.at(row.parent).end >= row.end);
                QVERIFY(!row.grows || timeline.moves);
                QVERIFY(row.to >= row.from);
                if (row.visit >= 0)
                    seen.insert(row.visit);
                QVERIFY(!rowDescription(timeline, i, {}, 0).isEmpty());
            }
            QCOMPARE(seen.size(), visits.size()); // none is lost
            QVERIFY(timeline.axis(at(500).toMSecsSinceEpoch(), true).length() > 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestTimelineBroken)
#include "tst_timelinebroken.moc"
