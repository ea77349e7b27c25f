// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/graph/graphruns.h"
#include "tests/ui/graph/graphviewtest.h"
#include "ui/graph/graphdescription.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/themesheet.h"

#include <QAccessible>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

using graphruns::kOrder;

const QList<NodeDefinition> kDefinitions{{u"1"_s, u"Start"_s, u"StartNode"_s, u"1"_s, u"Check"_s, {}, {}},
                                         {u"2"_s, u"Check"_s, u"Split"_s, u"2"_s, u"Check"_s, {}, {}},
                                         {u"3"_s, u"Pack"_s, u"TimerNode"_s, u"3"_s, u"Pack"_s, {}, {}},
                                         {u"4"_s, u"Send"_s, u"ActionNode"_s, u"4"_s, u"Send"_s, {}, {}}};

NodeInstance visit(const QString &definition, const QString &type, qint64 enter, qint64 exit = 0)
{
    NodeInstance node;
    node.id = definition;
    node.definitionId = definition;
    node.type = type;
    node.enter = QDateTime::fromMSecsSinceEpoch(enter, Qt::UTC);
    if (exit > 0)
        node.exit = QDateTime::fromMSecsSinceEpoch(exit, Qt::UTC);
    return node;
}

WorkflowInstance packing()
{
    WorkflowInstance instance;
    instance.id = u"one"_s;
    instance.state = InstanceState::Active;
    instance.nodes = {visit(u"1"_s, u"StartNode"_s, 1000, 1001), visit(u"2"_s, u"Split"_s, 1001, 1002),
                      visit(u"3"_s, u"TimerNode"_s, 1002)};
    return instance;
}

} // namespace

class TestGraphView : public GraphViewTest
{
    Q_OBJECT

    void open(const QByteArray &source = kOrder, const QSize &size = {800, 600}) { show(source, size); }

    int indexOf(const QString &state) const { return m_canvas->picture()->model.stateIndex(state); }
    QPoint pointOf(const QString &state) const
    {
        return m_canvas->toWidget(m_canvas->picture()->layout.nodes.at(indexOf(state)).rect).center().toPoint();
    }

private Q_SLOTS:
    void cleanup() { m_view.reset(); }

    void tellsWhatTheUserSelects()
    {
        open();
        QSignalSpy selected(m_view.get(), &GraphView::stateSelected);
        QSignalSpy activated(m_view.get(), &GraphView::stateActivated);
        QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, pointOf(u"Pack"_s));
        QCOMPARE(m_view->selectedState(), u"Pack"_s);
        QCOMPARE(selected.takeFirst(), (QVariantList{u"Pack"_s, 4}));
        QTest::mouseDClick(m_canvas->viewport(), Qt::LeftButton, {}, pointOf(u"Send"_s));
        QCOMPARE(activated.takeFirst(), (QVariantList{u"Send"_s, 6}));
        QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, {2, 2});
        QCOMPARE(m_view->selectedState(), QString());
        QCOMPARE(selected.last(), (QVariantList{QString(), 0}));
    }

    void selectsSilentlyForOthers()
    {
        m_view = std::make_unique<GraphView>();
        QSignalSpy selected(m_view.get(), &GraphView::stateSelected);
        m_view->selectState(u"Send"_s); // before there is a graph
        m_view->resize(800, 600);
        m_view->show();
        m_view->setDefinition(kOrder);
        QTRY_COMPARE(m_view->selectedState(), u"Send"_s);
        m_view->selectState(u"Nobody"_s);
        QCOMPARE(m_view->selectedState(), QString());
        QCOMPARE(selected.size(), 0);
    }

    void walksByKeyboard()
    {
        open();
        m_canvas->setFocus();
        const auto press = [this](int key) {
            QTest::keyClick(m_canvas, static_cast<Qt::Key>(key));
            return m_canvas->picture()->model.nodes.at(std::max(0, m_canvas->selected())).title;
        };
        QCOMPARE(press(Qt::Key_Down), u"Start"_s);
        QCOMPARE(press(Qt::Key_Down), u"Check"_s);
        const QString first = press(Qt::Key_Down);
        QVERIFY(first == "Pack"_L1 || first == "Refuse"_L1);
        const bool packLeft = pointOf(u"Pack"_s).x() < pointOf(u"Refuse"_s).x();
        if (first == "Pack"_L1)
            QCOMPARE(press(packLeft ? Qt::Key_Right : Qt::Key_Left), u"Refuse"_s);
        QCOMPARE(m_view->selectedState(), u"Refuse"_s);
        QCOMPARE(press(Qt::Key_Up), u"Check"_s);
        QCOMPARE(press(Qt::Key_Home), u"Start"_s);
        QCOMPARE(press(Qt::Key_PageDown), u"Check"_s);
        QSignalSpy activated(m_view.get(), &GraphView::stateActivated);
        QTest::keyClick(m_canvas, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QTest::keyClick(m_canvas, Qt::Key_Escape);
        QCOMPARE(m_view->selectedState(), QString());
    }

    void speaksToScreenReaders()
    {
        open();
        m_view->setOverlay(kDefinitions, packing());
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_canvas);
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), static_cast<int>(m_canvas->picture()->model.nodes.size()));
        QAccessibleInterface *pack = list->child(indexOf(u"Pack"_s));
        QCOMPARE(pack->text(QAccessible::Name), u"Pack, Sleep"_s);
        QVERIFY(pack->text(QAccessible::Description).contains("Waiting"_L1));
        QVERIFY(pack->text(QAccessible::Description).contains("leads to Send"_L1));
        QCOMPARE(list->indexOfChild(pack), indexOf(u"Pack"_s));
        m_view->selectState(u"Pack"_s);
        QVERIFY(pack->state().selected);
        QVERIFY(m_canvas->accessibleDescription().startsWith("Pack, Sleep"_L1));
        const auto buttons = m_view->findChildren<QToolButton *>();
        for (const QToolButton *button : buttons) {
            if (button->isVisible())
                QVERIFY(!button->accessibleName().isEmpty());
        }
    }

    void showsStatesWithoutMovingAnything()
    {
        open();
        const QRectF seen = m_canvas->visibleScene();
        const SharedPicture picture = m_canvas->picture();
        m_view->selectState(u"Send"_s);
        QSignalSpy painted(m_view.get(), &GraphView::painted);
        m_view->setOverlay(kDefinitions, packing());
        QTRY_COMPARE(painted.size(), 1);
        QCOMPARE(m_canvas->overlay().nodes.value(u"state:Pack"_s).state, NodeState::Waiting);
        WorkflowInstance done = packing();
        done.nodes.last().exit = QDateTime::fromMSecsSinceEpoch(3002, Qt::UTC);
        done.nodes.append(visit(u"4"_s, u"ActionNode"_s, 3002, 3003));
        m_view->setOverlay(kDefinitions, done);
        QTRY_COMPARE(painted.size(), 2);
        QCOMPARE(m_canvas->overlay().nodes.value(u"state:Pack"_s).state, NodeState::Done);
        QCOMPARE(m_canvas->picture(), picture); // nothing is laid out again
        QCOMPARE(m_canvas->visibleScene(), seen);
        QCOMPARE(m_view->selectedState(), u"Send"_s);
        m_view->clearOverlay();
        QVERIFY(m_canvas->overlay().nodes.isEmpty());
    }

    void takesTheOverlayBeforeTheDefinition()
    {
        m_view = std::make_unique<GraphView>();
        m_view->resize(800, 600);
        m_view->show();
        m_canvas = m_view->findChild<GraphCanvas *>();
        m_view->setOverlay(kDefinitions, packing());
        m_view->setDefinition(kOrder);
        QTRY_COMPARE(m_canvas->overlay().nodes.value(u"state:Pack"_s).state, NodeState::Waiting);
    }

    void keepsTheOldGraphUntilTheNewOneIsReady()
    {
        open();
        const SharedPicture before = m_canvas->picture();
        QByteArray next = kOrder;
        next.replace("Refuse", "Reject");
        m_view->setDefinition(kOrder + "\n# one\n");
        m_view->setDefinition(next); // the one before is dropped
        QCOMPARE(m_canvas->picture(), before);
        QTRY_VERIFY(m_canvas->picture() != before);
        QVERIFY(indexOf(u"Reject"_s) >= 0);
        const SharedPicture after = m_canvas->picture();
        m_view->setDefinition(next);
        QTest::qWait(50);
        QCOMPARE(m_canvas->picture(), after); // the same text again does nothing
    }

    void zoomsAndFits()
    {
        open();
        const double zoom = m_canvas->zoom();
        m_view->zoomIn();
        QVERIFY(m_canvas->zoom() > zoom);
        QTest::keyClick(m_canvas, Qt::Key_Minus);
        QTest::keyClick(m_canvas, Qt::Key_Minus);
        QVERIFY(m_canvas->zoom() < zoom);
        m_view->fit();
        QVERIFY(m_canvas->visibleScene().contains(m_canvas->picture()->layout.bounds));
        for (int i = 0; i < 60; ++i)
            m_view->zoomIn();
        QVERIFY(m_canvas->zoom() <= 3);
        for (int i = 0; i < 60; ++i)
            m_canvas->panBy({500, 500});
        QVERIFY(m_canvas->visibleScene().intersects(m_canvas->picture()->layout.bounds)); // it cannot get lost
    }

    void remembersItsDirection()
    {
        open();
        const QRectF down = m_canvas->picture()->layout.bounds;
        m_view->findChildren<QToolButton *>();
        QByteArray state;
        {
            GraphView other;
            for (QToolButton *button : other.findChildren<QToolButton *>()) {
                if (button->accessibleName() == "Draw from left to right"_L1)
                    button->setChecked(true);
            }
            state = other.saveState();
        }
        QVERIFY(m_view->restoreState(state));
        QTRY_VERIFY(m_canvas->picture()->layout.bounds.width() > down.width());
        QVERIFY(!m_view->restoreState("rubbish"));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("shown");
        QTest::newRow("nothing") << QByteArray() << static_cast<int>(StateView::Shown::Error);
        QTest::newRow("page of a proxy") << QByteArray("<html>502</html>") << static_cast<int>(StateView::Shown::Error);
        QTest::newRow("no states") << QByteArray("id: a\n") << static_cast<int>(StateView::Shown::Empty);
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, source);
        QFETCH(int, shown);
        m_view = std::make_unique<GraphView>();
        m_view->show();
        m_view->setDefinition(source);
        auto *states = m_view->findChild<StateView *>();
        QTRY_COMPARE(static_cast<int>(states->shown()), shown);
        m_view->setDefinition(kOrder); // and recovers
        QTRY_COMPARE(states->shown(), StateView::Shown::Content);
    }

    void listsTheProblemsOfADefinition()
    {
        QByteArray broken = kOrder;
        broken.replace("transition: Send", "transition: Nowhere");
        open(broken);
        auto *banner = m_view->findChild<Banner *>();
        QTRY_VERIFY(banner->text().contains("There is no state named \"Nowhere\""_L1));
        QVERIFY(banner->text().contains("Line 4"_L1));
    }

    void showsHostileNamesAsText()
    {
        const QByteArray name = "<img src=x><b>bold</b>" + QByteArray(10000, 'x');
        open("states: [{name: '" + name + "', type: inject, data: {}, end: true}]");
        const QString tip = nodeToolTip(*m_canvas->picture(), {}, 1);
        QVERIFY(tip.contains("&lt;img"_L1));
        QVERIFY(!tip.contains("<img"_L1));
        QVERIFY(tip.size() < 3000);
        QVERIFY(m_canvas->picture()->layout.nodes.at(1).rect.width() < 400);
        QVERIFY(!m_view->grab().isNull());
    }

    void goesAwayWhileItDraws()
    {
        QByteArray large = "states:\n";
        for (int i = 0; i < 3000; ++i)
            large += "  - {name: s" + QByteArray::number(i) + ", type: inject, transition: s" +
                     QByteArray::number(i + 1) + "}\n";
        m_view = std::make_unique<GraphView>();
        m_view->setDefinition(large);
        m_view.reset();
        open();
        QVERIFY(m_canvas->picture());
    }

    /// The style makes buttons larger than they were when the tool bar was made.
    void toolBarHasRoomForWhatItHolds()
    {
        applyTheme(*qApp, Scheme::Light);
        open();
        wearTheme(m_view.get());
        const QWidget *bar = nullptr;
        for (const QLabel *label : m_view->findChildren<QLabel *>()) {
            if (label->accessibleName() == u"Zoom"_s)
                bar = label->parentWidget();
        }
        QVERIFY(bar);
        QTRY_VERIFY(bar->isVisible());
        QTest::qWait(0);
        QList<QWidget *> parts;
        for (QWidget *part : bar->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (part->isVisible() && (qobject_cast<QToolButton *>(part) || qobject_cast<QLabel *>(part)))
                parts.append(part);
        }
        QVERIFY(parts.size() > 5);
        for (qsizetype i = 0; i < parts.size(); ++i) {
            QTRY_VERIFY2(parts.at(i)->width() >= parts.at(i)->minimumSizeHint().width(),
                         qPrintable(parts.at(i)->accessibleName()));
            for (qsizetype j = 0; j < i; ++j)
                QTRY_VERIFY2(!parts.at(i)->geometry().intersects(parts.at(j)->geometry()),
                             qPrintable(parts.at(i)->accessibleName()));
        }
    }
};

QTEST_MAIN(TestGraphView)
#include "tst_graphview.moc"
