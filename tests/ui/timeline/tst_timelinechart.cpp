// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/models/timeline/longruns.h"
#include "ui/timeline/timelinechart.h"

#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace podium;
using namespace Qt::StringLiterals;

class TestTimelineChart : public QObject
{
    Q_OBJECT

    std::unique_ptr<TimelineChart> m_chart;
    LongRun m_run;

    static SharedTimeline timelineOf(const LongRun &run)
    {
        return std::make_shared<const Timeline>(buildTimeline(placesOf(run.definitions), run.instance));
    }
    QDateTime end() const { return m_run.instance.nodes.constLast().enter.addSecs(1); }
    void show(int visits)
    {
        m_run = longRun(visits);
        m_chart = std::make_unique<TimelineChart>();
        m_chart->resize(800, 400);
        m_chart->setTimeline(timelineOf(m_run), end());
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
        m_chart->setFocus();
    }
    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_chart.get(), which, modifiers); }
    const TimelineRow &row(int index) const { return m_chart->timeline()->rows.at(index); }
    int place() const { return m_chart->rows().placeOf(m_chart->current()); }

private Q_SLOTS:
    void cleanup() { m_chart.reset(); }

    void hidesInternalNodes()
    {
        show(100);
        const int shown = m_chart->rows().count();
        QVERIFY(shown < 100);
        m_chart->setShowInternal(true);
        QCOMPARE(m_chart->rows().count(), m_chart->timeline()->rows.size());
        m_chart->setShowInternal(false);
        QCOMPARE(m_chart->rows().count(), shown);
    }

    void keysWalkAndFold()
    {
        show(200);
        QSignalSpy selected(m_chart.get(), &TimelineChart::rowSelected);
        key(Qt::Key_Home);
        QCOMPARE(place(), 0);
        key(Qt::Key_Down); // the first state
        QVERIFY(row(m_chart->current()).frame);
        const int state = m_chart->current();
        const int count = m_chart->rows().count();
        key(Qt::Key_Left);
        QVERIFY(m_chart->rows().isFolded(state));
        QVERIFY(m_chart->rows().count() < count);
        key(Qt::Key_Right);
        QCOMPARE(m_chart->rows().count(), count);
        key(Qt::Key_Right); // into it
        QCOMPARE(row(m_chart->current()).parent, state);
        key(Qt::Key_Left); // and out
        QCOMPARE(m_chart->current(), state);
        key(Qt::Key_End);
        QCOMPARE(place(), count - 1);
        QVERIFY(!m_chart->viewport()->visibleRegion().intersected(m_chart->rowRect(m_chart->current())).isEmpty());
        key(Qt::Key_PageUp);
        QVERIFY(place() < count - 5);
        key(Qt::Key_Escape);
        QCOMPARE(m_chart->current(), -1);
        QCOMPARE(selected.constLast().constFirst().toInt(), -1);
        QSignalSpy activated(m_chart.get(), &TimelineChart::rowActivated);
        key(Qt::Key_Return);
        QCOMPARE(activated.count(), 0);
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
    }

    void whatIsFoldedAwayGivesItsSelectionToTheFrame()
    {
        show(100);
        key(Qt::Key_Home);
        key(Qt::Key_Down);
        const int state = m_chart->current();
        key(Qt::Key_Down);
        QCOMPARE(row(m_chart->current()).parent, state);
        QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, {},
                          QPoint(4 + 6, m_chart->rowRect(state).center().y())); // the mark
        QVERIFY(m_chart->rows().isFolded(state));
        QCOMPARE(m_chart->current(), state);
        m_chart->select(state + 2, false); // a selection from elsewhere unfolds
        QVERIFY(!m_chart->rows().isFolded(state));
    }

    void updatesKeepSelectionFoldsAndPlace()
    {
        show(400);
        key(Qt::Key_Home);
        key(Qt::Key_Down);
        key(Qt::Key_Left);
        const QString folded = row(m_chart->current()).key;
        for (int i = 0; i < 60; ++i)
            key(Qt::Key_Down);
        const QString chosen = row(m_chart->current()).key;
        const int scrolled = m_chart->verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        QSignalSpy selected(m_chart.get(), &TimelineChart::rowSelected);
        m_run = longRun(500);
        m_chart->setTimeline(timelineOf(m_run), end());
        QCOMPARE(row(m_chart->current()).key, chosen);
        QCOMPARE(m_chart->verticalScrollBar()->value(), scrolled);
        QVERIFY(m_chart->rows().isFolded(m_chart->timeline()->rowOfKey.value(folded)));
        QCOMPARE(selected.count(), 0);
        // Gone for a moment, and back.
        m_chart->setTimeline(timelineOf(longRun(3)), end());
        QCOMPARE(m_chart->current(), -1);
        m_chart->setTimeline(timelineOf(m_run), end());
        QCOMPARE(row(m_chart->current()).key, chosen);
    }

    void longLoopsAreFoldedAtFirstAndNeverLater()
    {
        QHash<QString, NodePlace> places;
        places[u"loop"_s].kind = NodePlace::Kind::State;
        places[u"loop"_s].repeats = true;
        for (const QString &action : {u"x"_s, u"y"_s}) {
            places[action].kind = NodePlace::Kind::Action;
            places[action].action = action;
            places[action].container = u"loop"_s;
        }
        const auto rounds = [&places](int count) {
            WorkflowInstance instance;
            instance.state = InstanceState::Active;
            QDateTime time = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000, Qt::UTC);
            const auto add = [&](const QString &definition, const QString &type) {
                NodeInstance node;
                node.id = definition + QString::number(instance.nodes.size());
                node.definitionId = definition;
                node.type = type;
                node.enter = time;
                node.exit = time = time.addMSecs(10);
                instance.nodes << node;
            };
            add(u"loop"_s, u"ForEachNode"_s);
            for (int i = 0; i < count; ++i) {
                add(u"x"_s, u"WorkItemNode"_s);
                add(u"y"_s, u"WorkItemNode"_s);
            }
            return std::make_shared<const Timeline>(buildTimeline(places, instance));
        };
        TimelineChart chart;
        chart.setTimeline(rounds(30), {});
        QCOMPARE(chart.rows().count(), 1 + 30);
        chart.select(chart.timeline()->rowOfVisit(u"y2"_s), false);
        QCOMPARE(chart.rows().count(), 1 + 30 + 2); // what is selected is to be seen
        TimelineChart growing;
        growing.setTimeline(rounds(5), {});
        QCOMPARE(growing.rows().count(), 1 + 5 * 3);
        growing.setTimeline(rounds(30), {});
        QCOMPARE(growing.rows().count(), 1 + 30 * 3);
    }

    void zoomKeepsWhatIsUnderTheMouse()
    {
        show(400);
        const TimelineScale &scale = m_chart->scale();
        const QPoint point(600, 200);
        const double x = point.x() - 240;
        const qint64 before = scale.timeAt(x);
        QWheelEvent wheel(point, m_chart->mapToGlobal(point), {}, QPoint(0, 240), Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_chart->viewport(), &wheel);
        QVERIFY(scale.zoom() > 1.5);
        QVERIFY(std::abs(scale.xOf(before) - x) < 2);
        QVERIFY(m_chart->horizontalScrollBar()->maximum() > 0);
        key(Qt::Key_Plus);
        const double zoomed = scale.zoom();
        key(Qt::Key_Minus);
        QVERIFY(scale.zoom() < zoomed);
        key(Qt::Key_Right, Qt::ControlModifier);
        key(Qt::Key_0);
        QCOMPARE(scale.zoom(), 1.0);
        QCOMPARE(m_chart->horizontalScrollBar()->maximum(), 0);
        for (int i = 0; i < 200; ++i)
            key(Qt::Key_Plus); // it stops somewhere
        QVERIFY(scale.contentWidth() < 1e9);
        QVERIFY(!m_chart->grab().isNull());
    }

    void theAxisPicksATime()
    {
        show(100);
        QSignalSpy picked(m_chart.get(), &TimelineChart::timePicked);
        const QRect axis = m_chart->axisRect();
        QTest::mousePress(m_chart->viewport(), Qt::LeftButton, {}, axis.center());
        QCOMPARE(picked.count(), 1);
        const qint64 first = picked.constLast().constFirst().toDateTime().toMSecsSinceEpoch();
        QTest::mouseMove(m_chart->viewport(), axis.center() + QPoint(80, 0));
        QTest::mouseRelease(m_chart->viewport(), Qt::LeftButton, {}, axis.center() + QPoint(80, 0));
        QVERIFY(picked.count() > 1);
        QVERIFY(picked.constLast().constFirst().toDateTime().toMSecsSinceEpoch() > first);
        QCOMPARE(m_chart->current(), -1); // that is no selection
    }

    void theMenuByMouseAndKey()
    {
        show(100);
        QSignalSpy menu(m_chart.get(), &TimelineChart::menuRequested);
        key(Qt::Key_F10, Qt::ShiftModifier); // nothing selected: no menu
        QCOMPARE(menu.count(), 0);
        const QPoint point = m_chart->rowRect(1).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, point, m_chart->viewport()->mapToGlobal(point));
        QCoreApplication::sendEvent(m_chart->viewport(), &event);
        QCOMPARE(menu.count(), 1);
        QCOMPARE(m_chart->current(), 1);
        key(Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(menu.count(), 2);
        QCOMPARE(menu.constLast().constFirst().toInt(), 1);
    }

    void nowMovesWhatRuns()
    {
        show(100);
        const int last = static_cast<int>(m_chart->timeline()->rows.size()) - 1;
        int running = -1;
        for (int i = 0; i <= last; ++i) {
            if (row(i).grows && !row(i).frame)
                running = i;
        }
        QVERIFY(running >= 0);
        const QString before = m_chart->describe(running);
        m_chart->setNow(end().addSecs(90));
        QVERIFY(m_chart->describe(running) != before);
    }

    void screenReadersWalkTheLanes()
    {
        show(100);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(m_chart.get());
        QVERIFY(face);
        QCOMPARE(face->role(), QAccessible::Tree);
        QVERIFY(!face->text(QAccessible::Name).isEmpty());
        QCOMPARE(face->childCount(), m_chart->rows().count());
        QAccessibleInterface *state = face->child(1);
        QCOMPARE(state->text(QAccessible::Name), row(1).title);
        QVERIFY(state->text(QAccessible::Description).contains(u"Done"_s));
        QVERIFY(state->state().expandable && state->state().expanded);
        QCOMPARE(face->indexOfChild(state), 1);
        m_chart->select(1, false);
        QVERIFY(state->state().selected);
        m_chart->setFolded(1, true);
        QVERIFY(state->state().collapsed);
        QVERIFY(m_chart->accessibleDescription().contains(row(1).title));
        QAccessibleInterface *end = face->child(face->childCount() - 1);
        m_chart->setTimeline(timelineOf(longRun(3)), {});
        QVERIFY(!end->isValid()); // kept by a reader, and gone
        QCOMPARE(end->text(QAccessible::Name), QString());
    }

    void paintsWhateverComes()
    {
        m_chart = std::make_unique<TimelineChart>();
        m_chart->resize(500, 300);
        m_chart->show();
        QVERIFY(!m_chart->grab().isNull()); // nothing set
        key(Qt::Key_Down);
        key(Qt::Key_Plus);
        WorkflowInstance odd;
        odd.state = InstanceState::Error;
        for (int i = 0; i < 20; ++i) {
            NodeInstance node;
            node.id = i % 3 ? QString::number(i) : QString();
            node.name = u"<b>x</b>\n"_s + QChar(0x202e) + QString(5000, u'w');
            node.errorMessage = i % 2 ? QString() : QString(5000, u'e');
            node.cancelType = i % 4 ? QString() : i % 8 ? u"SKIPPED"_s : u"ABORTED"_s;
            if (i % 5)
                node.enter = QDateTime::fromMSecsSinceEpoch(qint64(i) * 1'000'000'000'000, Qt::UTC);
            odd.nodes << node;
        }
        m_chart->setTimeline(std::make_shared<const Timeline>(buildTimeline({}, odd)), {});
        for (const TimeStyle style : {TimeStyle::Local, TimeStyle::Utc, TimeStyle::Relative}) {
            m_chart->setTimeStyle(style);
            QVERIFY(!m_chart->grab().isNull());
        }
        m_chart->setCollapseWaiting(false);
        m_chart->setCursorTime(QDateTime::fromMSecsSinceEpoch(5, Qt::UTC));
        m_chart->setDensity(Density::Compact);
        m_chart->setNameWidth(4000);
        QVERIFY(!m_chart->grab().isNull());
        m_chart->resize(120, 40);
        QVERIFY(!m_chart->grab().isNull());
    }
};

QTEST_MAIN(TestTimelineChart)
#include "tst_timelinechart.moc"
