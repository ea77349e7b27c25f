// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/graph/graphruns.h"
#include "tests/ui/graph/graphviewtest.h"
#include "ui/graph/graphreplaybar.h"
#include "ui/graph/graphstamp.h"
#include "ui/graph/replayslider.h"

#include <QAccessible>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace podium;
using namespace podium::graphruns;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDay = 24 * 3600 * 1000;

ReplaySpan spanOf(const QList<qint64> &times)
{
    ReplaySpan span;
    for (const qint64 ms : times)
        span.moments << at(ms);
    span.begin = span.moments.constFirst();
    span.end = span.moments.constLast();
    return span;
}

} // namespace

class TestGraphReplay : public GraphViewTest
{
    Q_OBJECT

    std::unique_ptr<GraphReplayBar> m_bar;
    ReplaySlider *m_slider = nullptr;

    void openBar(const ReplaySpan &span)
    {
        m_bar = std::make_unique<GraphReplayBar>();
        m_bar->resize(600, 72);
        m_bar->setSpan(span);
        m_bar->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
        m_bar->activateWindow();
        m_slider = m_bar->findChild<ReplaySlider *>();
        m_bar->setFocus();
    }
    QString text(const QString &name) const
    {
        for (const QLabel *label : m_bar->findChildren<QLabel *>()) {
            if (label->accessibleName() == name)
                return label->text();
        }
        return {};
    }
    QAbstractButton *button(const QString &start) const
    {
        for (QAbstractButton *each : m_bar->findChildren<QAbstractButton *>()) {
            if (each->accessibleName().startsWith(start) || each->text() == start)
                return each;
        }
        return nullptr;
    }
    void key(Qt::Key which) { QTest::keyClick(m_slider, which); }
    bool reached(const QString &state) const { return m_canvas->overlay().nodes.contains(GraphModel::stateId(state)); }
    NodeState stateOf(const QString &state) const
    {
        return m_canvas->overlay().nodes.value(GraphModel::stateId(state)).state;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_bar.reset();
        m_view.reset();
    }

    // ---- where the moments lie ----

    void aLongWaitTakesNoMoreThanItsShare()
    {
        const ReplayScale scale(spanOf({0, 10, 20, 30, 30 + 3 * kDay, 40 + 3 * kDay}));
        QCOMPARE(scale.count(), 6);
        QCOMPARE(scale.position(0), 0.0);
        QCOMPARE(scale.position(5), 1.0);
        QVERIFY(scale.isShortened(4));
        QVERIFY(!scale.isShortened(3));
        QVERIFY(scale.position(4) - scale.position(3) < 0.35);
        for (int stop = 1; stop < scale.count(); ++stop)
            QVERIFY(scale.position(stop) - scale.position(stop - 1) > 0.1);
        QCOMPARE(scale.gap(4), 3 * kDay);
    }

    void whatIsAlikeKeepsItsPlace()
    {
        const ReplayScale scale(spanOf({0, 100, 200, 300, 400}));
        for (int stop = 0; stop < scale.count(); ++stop) {
            QCOMPARE(scale.position(stop), stop / 4.0);
            QVERIFY(!scale.isShortened(stop));
        }
        QCOMPARE(scale.nearest(0.3), 1);
        QCOMPARE(scale.nearest(0.45), 2);
        QCOMPARE(scale.nearest(-1), 0);
        QCOMPARE(scale.nearest(7), 4);
    }

    void beginAndEndOfTheRunAreStops()
    {
        ReplaySpan span = spanOf({100, 200});
        span.begin = at(0);
        span.end = at(500);
        const ReplayScale scale(span);
        QCOMPARE(scale.stops(), (QList<QDateTime>{at(0), at(100), at(200), at(500)}));
        QCOMPARE(scale.stopAt(at(199)), 1);
        QCOMPARE(scale.stopAt(at(200)), 2);
        QCOMPARE(scale.stopAt(at(-1)), 0);
        QCOMPARE(ReplayScale(ReplaySpan()).count(), 0);
        QCOMPARE(ReplayScale(spanOf({7})).count(), 1);
    }

    // ---- the bar ----

    void stepsByKeyboard()
    {
        openBar(spanOf({0, 10, 2010, 2050}));
        QVERIFY(!m_bar->time().isValid()); // follows the present
        QCOMPARE(text(u"Time shown"_s), u"Now"_s);
        QSignalSpy times(m_bar.get(), &GraphReplayBar::timeChanged);
        key(Qt::Key_Left);
        QCOMPARE(m_bar->time(), at(2010));
        QCOMPARE(text(u"Since the start"_s), u"+2.0 s"_s);
        key(Qt::Key_Home);
        QCOMPARE(m_bar->time(), at(0));
        QVERIFY(!button(u"To the moment before"_s)->isEnabled());
        key(Qt::Key_Right);
        QCOMPARE(m_bar->time(), at(10));
        key(Qt::Key_End);
        QCOMPARE(m_bar->time(), at(2050)); // still the replay, at its end
        QCOMPARE(times.size(), 4);
        // The buttons do the same, and leave the keyboard with the slider.
        QTest::mouseClick(button(u"To the moment before"_s), Qt::LeftButton);
        QCOMPARE(m_bar->time(), at(2010));
        QTest::mouseClick(button(u"To the next moment"_s), Qt::LeftButton);
        QCOMPARE(m_bar->time(), at(2050));
        QVERIFY(!button(u"To the next moment"_s)->isEnabled());
        button(u"Now"_s)->click();
        QVERIFY(!m_bar->time().isValid());
        QVERIFY(!times.last().first().toDateTime().isValid());
        QVERIFY(!button(u"Now"_s)->isEnabled());
        QSignalSpy closed(m_bar.get(), &GraphReplayBar::closeRequested);
        key(Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void snapsUnderTheMouse()
    {
        openBar(spanOf({0, 100, 200, 1000}));
        const QPoint near = m_slider->pointOf(1).toPoint() + QPoint(5, 2);
        QTest::mouseClick(m_slider, Qt::LeftButton, {}, near);
        QCOMPARE(m_bar->time(), at(100));
        QCOMPARE(m_slider->handleCenter(), m_slider->pointOf(1));
        QTest::mousePress(m_slider, Qt::LeftButton, {}, m_slider->pointOf(1).toPoint());
        QTest::mouseMove(m_slider, m_slider->pointOf(0).toPoint());
        QCOMPARE(m_bar->time(), at(0));
        // What comes while the handle is held waits: nothing moves away under the mouse.
        const QPointF before = m_slider->pointOf(3);
        m_bar->setSpan(spanOf({0, 100, 200, 1000, 1100, 1200}));
        QCOMPARE(m_slider->pointOf(3), before);
        QTest::mouseRelease(m_slider, Qt::LeftButton, {}, m_slider->pointOf(0).toPoint());
        QCOMPARE(m_slider->maximum(), 5);
        QCOMPARE(m_bar->time(), at(0));
    }

    void staysWhereTheUserIsWhenTheRunGoesOn()
    {
        openBar(spanOf({0, 100, 200}));
        key(Qt::Key_Left);
        QSignalSpy times(m_bar.get(), &GraphReplayBar::timeChanged);
        m_bar->setSpan(spanOf({0, 50, 100, 200, 300, 400})); // one of them was late
        QCOMPARE(m_bar->time(), at(100));
        QCOMPARE(m_slider->value(), 2);
        QCOMPARE(times.size(), 0);
        button(u"Now"_s)->click();
        m_bar->setSpan(spanOf({0, 50, 100, 200, 300, 400, 500}));
        QCOMPARE(m_slider->value(), 6); // the present moves on
        QVERIFY(!m_bar->time().isValid());
    }

    void playsToTheEnd()
    {
        openBar(spanOf({0, 20, 40, 40 + 3 * kDay, 50 + 3 * kDay}));
        m_bar->setSpeed(GraphReplayBar::Speed::Sixtyfold);
        QElapsedTimer clock;
        clock.start();
        key(Qt::Key_Space);
        QVERIFY(m_bar->isPlaying());
        QVERIFY(button(u"Pause"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!m_bar->isPlaying(), 4000);
        QCOMPARE(m_bar->time(), at(50 + 3 * kDay));
        QVERIFY(clock.elapsed() < 3500); // three days took a second
        key(Qt::Key_Space);              // again, from the start
        QVERIFY(m_bar->isPlaying());
        QVERIFY(m_bar->time() < at(50 + 3 * kDay));
        key(Qt::Key_Space);
        QVERIFY(!m_bar->isPlaying());
        const QDateTime paused = m_bar->time();
        QTest::qWait(80);
        QCOMPARE(m_bar->time(), paused);
        key(Qt::Key_Space);
        key(Qt::Key_Right); // a step of the user ends it
        QVERIFY(!m_bar->isPlaying());
        m_bar->hide();
        QVERIFY(!m_bar->isPlaying());
    }

    void waitsAsTheRunDid()
    {
        using Speed = GraphReplayBar::Speed;
        const ReplayScale scale(spanOf({0, 500, 500 + kDay}));
        QCOMPARE(GraphReplayBar::waitAt(scale, 0, Speed::Real), 500);
        QCOMPARE(GraphReplayBar::waitAt(scale, 0, Speed::Tenfold), 50);
        QCOMPARE(GraphReplayBar::waitAt(scale, 1, Speed::Sixtyfold), 1000);
        QCOMPARE(GraphReplayBar::waitAt(scale, 0, Speed::Moments), GraphReplayBar::waitAt(scale, 1, Speed::Moments));
    }

    void saysItAllToAScreenReader()
    {
        openBar(spanOf({0, 10, 20}));
        m_bar->setTimeText([](const QDateTime &utc) { return utc.toString(u"HH:mm"_s); });
        key(Qt::Key_Left);
        QVERIFY(m_slider->accessibleDescription().contains(at(10).toString(u"HH:mm"_s)));
        QVERIFY(m_slider->accessibleDescription().contains(u"moment 2 of 3"_s));
        for (const QWidget *widget : m_bar->findChildren<QWidget *>()) {
            const auto *named = qobject_cast<const QAbstractButton *>(widget);
            if (widget->focusPolicy() & Qt::TabFocus)
                QVERIFY2(!widget->accessibleName().isEmpty() || (named && !named->text().isEmpty()),
                         widget->metaObject()->className());
        }
        QAccessibleInterface *slider = QAccessible::queryAccessibleInterface(m_slider);
        QVERIFY(slider && slider->valueInterface());
        QCOMPARE(slider->valueInterface()->currentValue().toInt(), 1);
    }

    void withoutMomentsThereIsNothingToPlay()
    {
        openBar(spanOf({0}));
        QVERIFY(!m_slider->isEnabled());
        QVERIFY(!button(u"Play"_s)->isEnabled());
        m_bar->setSpan({});
        QVERIFY(!m_bar->time().isValid());
        QVERIFY(!m_bar->grab().isNull());
    }

    // ---- the graph ----

    void showsTheRunAsItWas()
    {
        show(kOrder, {900, 600});
        m_view->setOverlay(definitions(), sent());
        QCOMPARE(stateOf(u"Send"_s), NodeState::Done);
        auto *stamp = m_view->findChild<GraphStamp *>();
        QVERIFY(!stamp->isVisible());
        m_view->setReplay(at(500), u"Replay 09:41:03"_s);
        QVERIFY(stamp->isVisible());
        QCOMPARE(stamp->text(), u"Replay 09:41:03"_s);
        QCOMPARE(stateOf(u"Check"_s), NodeState::Done);
        QCOMPARE(stateOf(u"Pack"_s), NodeState::Waiting);
        QVERIFY(!reached(u"Send"_s)); // it came later
        QVERIFY(!m_canvas->toolTipOf(m_canvas->picture()->model.stateIndex(u"Send"_s)).contains(u"Done"_s));
        // A live update meanwhile changes what is known, not the time that is shown.
        WorkflowInstance again = sent();
        again.nodes << visit(u"4"_s, 2060, 2070);
        m_view->setOverlay(definitions(), again);
        QVERIFY(!reached(u"Send"_s));
        QVERIFY(stamp->isVisible());
        m_view->setReplay({}, {});
        QVERIFY(!stamp->isVisible());
        QCOMPARE(stateOf(u"Send"_s), NodeState::Done);
    }

    void bringsIntoViewWhatHappens()
    {
        QByteArray source = "start: s0\nstates:\n";
        QList<NodeDefinition> nodes;
        WorkflowInstance instance = run(u"long"_s, {});
        for (int i = 0; i < 60; ++i) {
            const QString name = u"s%1"_s.arg(i);
            source += "  - {name: s" + QByteArray::number(i) + ", type: inject, data: {}, " +
                      (i < 59 ? "transition: s" + QByteArray::number(i + 1) : QByteArray("end: true")) + "}\n";
            nodes << NodeDefinition{name, name, u"ActionNode"_s, name, name, {}, {}};
            instance.nodes << visit(name, i * 100, i < 59 ? i * 100 + 100 : -1);
        }
        show(source, {500, 400});
        m_view->setOverlay(nodes, instance);
        const auto sees = [this](int state) {
            const int index = m_canvas->picture()->model.stateIndex(u"s%1"_s.arg(state));
            return m_canvas->visibleScene().intersects(m_canvas->picture()->layout.nodes.at(index).rect);
        };
        QVERIFY(sees(59));
        m_view->setReplay(at(0), u"then"_s);
        QVERIFY(sees(0));
        m_view->setReplay(at(3000), u"then"_s);
        QVERIFY(sees(30));
    }

    /// Of a run with very many moments the window stays quick, and the last time asked for is the one shown.
    void staysQuickWithManyMoments()
    {
        show(kOrder, {900, 600});
        WorkflowInstance instance = run(u"many"_s, {});
        constexpr int kVisits = 12'000;
        for (int i = 0; i < kVisits; ++i)
            instance.nodes << visit(i % 2 == 0 ? u"2"_s : u"3"_s, i * 10, i * 10 + 10);
        instance.nodes << visit(u"4"_s, kVisits * 10, kVisits * 10 + 5);
        m_view->setOverlay(definitions(), instance);
        QTRY_COMPARE(stateOf(u"Send"_s), NodeState::Done);
        QElapsedTimer clock;
        qint64 longest = 0;
        for (int step = 0; step < 40; ++step) {
            clock.start();
            m_view->setReplay(at(step * 1000), u"then"_s);
            longest = qMax(longest, clock.elapsed());
        }
        QVERIFY2(longest < 50, qPrintable(QString::number(longest)));
        m_view->setReplay(at(25), u"then"_s);
        QTRY_COMPARE(m_canvas->overlay().nodes.value(GraphModel::stateId(u"Check"_s)).visits, 2);
        QVERIFY(!reached(u"Send"_s));
        clock.start();
        openBar(replaySpan(instance));
        m_bar->grab();
        QVERIFY(m_slider->maximum() > 10'000);
        clock.start();
        m_slider->repaint();
        QVERIFY2(clock.elapsed() < 50, qPrintable(QString::number(clock.elapsed())));
        clock.start();
        m_bar->setSpan(replaySpan(instance));
        qInfo("span and scale of %d moments: %lld ms", m_slider->maximum(), clock.elapsed());
        m_view->setReplay({}, {});
        QTRY_COMPARE(stateOf(u"Send"_s), NodeState::Done);
    }

    void goesAwayWhileItCounts()
    {
        show(kOrder, {900, 600});
        WorkflowInstance instance = run(u"many"_s, {});
        for (int i = 0; i < 20'000; ++i)
            instance.nodes << visit(u"2"_s, i, i + 1);
        m_view->setOverlay(definitions(), instance);
        m_view->setReplay(at(10), u"then"_s);
        m_view.reset();
        QTest::qWait(50);
    }
};

QTEST_MAIN(TestGraphReplay)
#include "tst_graphreplay.moc"
