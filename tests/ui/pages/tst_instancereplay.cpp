// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/pages/pagetest.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphreplaybar.h"
#include "ui/graph/graphstamp.h"
#include "ui/graph/replayslider.h"
#include "ui/pages/instances/instancepage.h"
#include "ui/pages/instances/replaycontrol.h"
#include "ui/widgets/statebadge.h"

#include <QAction>
#include <QPushButton>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

class TestInstanceReplay : public QObject
{
    Q_OBJECT

    std::unique_ptr<PageTest> m_test;
    std::unique_ptr<InstanceDetailPage> m_page;
    WorkflowInstance m_instance;
    GraphCanvas *m_canvas = nullptr;
    ReplayControl *m_control = nullptr;
    ReplaySlider *m_slider = nullptr;
    GraphStamp *m_stamp = nullptr;

    /// A run of the order workflow that waits for the courier.
    void open()
    {
        for (int i = 0; m_instance.id.isEmpty(); ++i) {
            const WorkflowInstance row = fakeInstance(i, m_test->fake.clock.now());
            if (row.workflowId == u"order-fulfilment"_s && row.state == InstanceState::Active)
                m_instance = m_test->fake.instances.current(row.id);
        }
        open(m_instance);
        QTRY_VERIFY(reached(u"Wait for courier"_s));
    }
    void open(const WorkflowInstance &instance)
    {
        m_page = m_test->open<InstanceDetailPage>({u"instance"_s, instance.id, {}});
        m_canvas = m_page->findChild<GraphCanvas *>();
        m_control = m_page->findChild<ReplayControl *>();
        m_slider = m_page->findChild<ReplaySlider *>();
        m_stamp = m_page->findChild<GraphStamp *>();
        QTRY_COMPARE(m_page->findChild<StateView *>()->shown(), StateView::Shown::Content);
        QTRY_VERIFY(m_canvas->picture());
    }
    bool reached(const QString &state) const { return m_canvas->overlay().nodes.contains(GraphModel::stateId(state)); }
    void key(Qt::Key which) { QTest::keyClick(m_slider, which); }

private Q_SLOTS:
    void init()
    {
        m_test = std::make_unique<PageTest>();
        m_instance = {};
    }
    void cleanup()
    {
        m_page.reset();
        m_test.reset();
    }

    void goesThroughTheTimeOfTheRun()
    {
        open();
        m_page->activateWindow();
        QVERIFY(!m_control->bar()->isVisible());
        QTest::keyClick(m_page->focusWidget() ? m_page->focusWidget() : m_page.get(), Qt::Key_R,
                        Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_control->bar()->isVisible());
        QVERIFY(!m_stamp->isVisible()); // it opens at the present
        QVERIFY(reached(u"Wait for courier"_s));
        key(Qt::Key_Home);
        QVERIFY(m_stamp->isVisible());
        const QString time = timeText(m_control->bar()->time(), m_test->display.timeStyle(), m_test->fake.clock.now());
        QCOMPARE(m_stamp->text(), u"Replay "_s + time);
        QVERIFY(!reached(u"Pick and invoice"_s)); // that came later
        QVERIFY(!reached(u"Wait for courier"_s));
        for (int i = 0; i < 5; ++i)
            key(Qt::Key_Right);
        QVERIFY(reached(u"Check order"_s));
        // The header speaks of the present, always.
        QCOMPARE(m_page->findChild<StateBadge *>()->text(), displayName(InstanceState::Active));
        PageTest::buttonWithText<QPushButton>(m_control->bar(), u"Now"_s)->click();
        QVERIFY(!m_stamp->isVisible());
        QVERIFY(reached(u"Wait for courier"_s));
        key(Qt::Key_Home);
        key(Qt::Key_Escape);
        QVERIFY(!m_control->bar()->isVisible());
        QVERIFY(!m_stamp->isVisible());
        QVERIFY(reached(u"Wait for courier"_s));
    }

    void aLiveUpdateMovesNothing()
    {
        open();
        m_control->action()->trigger();
        key(Qt::Key_Home);
        key(Qt::Key_Right);
        const QDateTime shown = m_control->bar()->time();
        const int stops = m_slider->maximum();
        WorkflowInstance moved = m_instance;
        moved.state = InstanceState::Completed;
        moved.nodes.last().exit = moved.nodes.last().enter.addSecs(60);
        moved.end = moved.nodes.last().exit.addSecs(1);
        m_test->fake.change(moved);
        QTRY_COMPARE(m_page->findChild<StateBadge *>()->text(), displayName(InstanceState::Completed));
        QVERIFY(m_slider->maximum() > stops);
        QCOMPARE(m_control->bar()->time(), shown);
        QVERIFY(m_stamp->isVisible());
        QVERIFY(!reached(u"Wait for courier"_s));
        m_control->bar()->goLive();
        QCOMPARE(m_canvas->overlay().nodes.value(GraphModel::stateId(u"Wait for courier"_s)).state, NodeState::Done);
    }

    void followsTheStyleOfTimes()
    {
        open();
        m_control->action()->trigger();
        key(Qt::Key_Home);
        m_test->display.setTimeStyle(TimeStyle::Utc);
        QVERIFY(m_stamp->text().endsWith(u" UTC"_s));
        QVERIFY(PageTest::visibleText(m_control->bar()).contains(u" UTC"_s));
    }

    void withoutTimesItSaysWhy()
    {
        WorkflowInstance bare;
        bare.id = u"bare"_s;
        bare.detailed = true;
        bare.workflowId = u"order-fulfilment"_s;
        bare.version = u"1.2"_s;
        bare.state = InstanceState::Active;
        NodeInstance visit;
        visit.id = u"v"_s;
        bare.nodes = {visit};
        m_test->fake.instances.put(bare);
        open(bare);
        QVERIFY(!m_control->action()->isEnabled());
        QVERIFY(m_control->action()->toolTip().contains(u"no times"_s));
        m_control->restoreState({{u"open"_s, true}});
        QVERIFY(!m_control->bar()->isVisible());
        bare.start = m_test->fake.clock.now().addSecs(-60); // later it is known
        m_test->fake.change(bare);
        QTRY_VERIFY(m_control->action()->isEnabled());
        QVERIFY(m_control->bar()->isVisible()); // as the user left it
    }

    void isRemembered()
    {
        open();
        m_control->action()->trigger();
        m_control->bar()->setSpeed(GraphReplayBar::Speed::Sixtyfold);
        key(Qt::Key_Home);
        const QJsonObject state = m_page->saveState();
        PageTest other;
        auto page = other.open<InstanceDetailPage>({u"instance"_s, m_instance.id, {}});
        page->restoreState(state); // before anything is read
        auto *control = page->findChild<ReplayControl *>();
        QTRY_VERIFY(control->bar()->isVisible());
        QCOMPARE(control->bar()->speed(), GraphReplayBar::Speed::Sixtyfold);
        QVERIFY(!control->bar()->time().isValid()); // at the present: nobody sees the past without having gone there
        QVERIFY(!page->findChild<GraphStamp *>()->isVisible());
        page->restoreState({{u"replay"_s, QJsonObject{{u"open"_s, u"x"_s}, {u"speed"_s, -7}}}});
        QVERIFY(!control->bar()->isVisible());
    }

    void everyControlHasAName()
    {
        open();
        m_control->action()->trigger();
        QCOMPARE(PageTest::namelessControls(m_page.get()), QStringList());
    }
};

QTEST_MAIN(TestInstanceReplay)
#include "tst_instancereplay.moc"
