// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/boxsizes.h"
#include "tests/ui/graph/graphviewtest.h"
#include "ui/graph/graphdetails.h"
#include "ui/graph/graphfind.h"
#include "ui/graph/graphoutline.h"
#include "ui/graph/graphpanel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kClaim = R"(
start: Check
functions: [{name: rate, operation: a.json#rate}]
states:
  - {name: Check, type: switch, dataConditions: [{condition: .big, transition: Work}],
     defaultCondition: {transition: Ask}}
  - name: Work
    type: parallel
    branches:
      - {name: Left, actions: [{name: one, functionRef: rate}, {name: two, functionRef: rate}]}
      - {name: Right, actions: [{name: three, functionRef: rate}]}
    transition: Done
  - {name: Ask, type: sleep, duration: PT1S, transition: Wait}
  - {name: Wait, type: sleep, duration: PT1S, transition: Done}
  - {name: Done, type: inject, data: {}, end: true}
)";

} // namespace

class TestGraphFolding : public GraphViewTest
{
    Q_OBJECT

    void open(const QByteArray &source = kClaim, const QSize &size = {900, 700}) { show(source, size); }

    const GraphModel &shown() const { return m_canvas->picture()->model; }
    bool shows(const QString &title) const
    {
        return std::any_of(shown().nodes.begin(), shown().nodes.end(),
                           [&](const GraphNode &node) { return node.title == title; });
    }
    QString selectedTitle() const
    {
        return m_canvas->selected() < 0 ? QString() : shown().nodes.at(m_canvas->selected()).title;
    }
    QPointF markOf(const QString &state) const
    {
        const int index = shown().stateIndex(state);
        const NodeGeometry &box = m_canvas->picture()->layout.nodes.at(index);
        return m_canvas->toWidget(boxes::foldRect(shown().nodes.at(index), box.rect, box.headerHeight)).center();
    }
    void showPanel()
    {
        for (QToolButton *button : m_view->findChildren<QToolButton *>()) {
            if (button->accessibleName() == "Show outline and details"_L1)
                button->setChecked(true);
        }
    }
    QAction *action(const QString &text) const
    {
        for (QAction *item : m_view->actions()) {
            if (item->text().remove(u'&').startsWith(text))
                return item;
        }
        return nullptr;
    }
    void search(const QString &text)
    {
        m_view->find();
        auto *field = m_view->findChild<QLineEdit *>();
        QVERIFY(field->isVisible());
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    QString outcome() const
    {
        for (const QLabel *label : m_view->findChild<GraphFindBar *>()->findChildren<QLabel *>()) {
            if (label->accessibleName() == "Matches"_L1)
                return label->text();
        }
        return {};
    }

private Q_SLOTS:
    void cleanup() { m_view.reset(); }

    void foldsWhereTheMouseIs()
    {
        open();
        const QPointF mark = markOf(u"Work"_s);
        QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, mark.toPoint());
        QTRY_VERIFY(!shows(u"one"_s));
        QVERIFY(shows(u"Work"_s));
        QVERIFY(qAbs(markOf(u"Work"_s).y() - mark.y()) < 1);
        QVERIFY(qAbs(markOf(u"Work"_s).x() - mark.x()) < 30);
        QCOMPARE(m_view->selectedState(), QString()); // folding is not selecting
        QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, mark.toPoint()); // and back, at the same place
        QTRY_VERIFY(shows(u"one"_s));
    }

    void foldsByKeyboard()
    {
        open();
        m_view->selectState(u"Work"_s);
        QTest::keyClick(m_canvas, Qt::Key_Space);
        QTRY_VERIFY(!shows(u"Left"_s));
        QCOMPARE(selectedTitle(), u"Work"_s);
        QVERIFY(m_canvas->accessibleDescription().contains("3 part(s) hidden"_L1));
        QTest::keyClick(m_canvas, Qt::Key_Space);
        QTRY_VERIFY(shows(u"Left"_s));
        m_view->selectState(u"Ask"_s);
        QTest::keyClick(m_canvas, Qt::Key_Space, Qt::ShiftModifier);
        QTRY_VERIFY(!shows(u"Wait"_s));
        m_view->selectState(u"Wait"_s); // by the timeline, say: its place is shown, nothing is unfolded
        QCOMPARE(selectedTitle(), u"Ask"_s);
        QCOMPARE(m_view->selectedState(), u"Wait"_s);
        m_view->selectState(u"Ask"_s);
        QTest::keyClick(m_canvas, Qt::Key_Space, Qt::ShiftModifier);
        QTRY_VERIFY(shows(u"Wait"_s));
    }

    void aFoldedPartLeavesTheSelectionToItsGroup()
    {
        open();
        m_canvas->setFocus();
        for (int i = 0; i < 20 && selectedTitle() != "one"_L1; ++i)
            QTest::keyClick(m_canvas, Qt::Key_PageDown);
        QCOMPARE(selectedTitle(), u"one"_s);
        action(u"Collapse all"_s)->trigger();
        QTRY_VERIFY(!shows(u"one"_s));
        QCOMPARE(selectedTitle(), u"Work"_s);
        action(u"Expand all"_s)->trigger();
        QTRY_VERIFY(shows(u"one"_s));
        QCOMPARE(selectedTitle(), u"one"_s);
    }

    void remembersFoldsAndPanel()
    {
        open();
        m_view->selectState(u"Work"_s);
        QTest::keyClick(m_canvas, Qt::Key_Space);
        showPanel();
        QTRY_VERIFY(!shows(u"one"_s));
        const QByteArray state = m_view->saveState();
        GraphView other;
        QVERIFY(other.restoreState(state));
        QCOMPARE(other.saveState(), state);
        other.resize(900, 700);
        other.setDefinition(kClaim);
        auto *canvas = other.findChild<GraphCanvas *>();
        QTRY_VERIFY(canvas->picture());
        QCOMPARE(canvas->picture()->model.nodes.size(), shown().nodes.size());
        QVERIFY(!other.restoreState(state.left(20)));
    }

    void findsAndUnfolds()
    {
        open();
        action(u"Collapse all"_s)->trigger();
        QTRY_VERIFY(!shows(u"one"_s));
        QSignalSpy selected(m_view.get(), &GraphView::stateSelected);
        search(u"rate"_s);
        QTRY_COMPARE(outcome(), u"1 of 3"_s);
        QTRY_VERIFY(shows(u"one"_s));
        QCOMPARE(selectedTitle(), u"one"_s);
        QCOMPARE(selected.first().first(), QVariant(u"Work"_s));
        auto *field = m_view->findChild<QLineEdit *>();
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(outcome(), u"2 of 3"_s);
        QCOMPARE(selectedTitle(), u"two"_s);
        QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
        QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(outcome(), u"3 of 3"_s);
        const QRectF box = m_canvas->toWidget(m_canvas->picture()->layout.nodes.at(m_canvas->selected()).rect);
        QVERIFY(QRectF(m_canvas->rect()).contains(box));
        field->setText(u".big"_s); // a condition: its state
        QTRY_COMPARE(outcome(), u"1 of 1"_s);
        QCOMPARE(selectedTitle(), u"Check"_s);
        field->setText(u"nothing like it"_s);
        QTRY_COMPARE(outcome(), u"None"_s);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QVERIFY(m_canvas->hasFocus());
    }

    void zoomsToTheSelection()
    {
        open();
        m_canvas->zoomBy(0.2);
        m_view->selectState(u"Ask"_s);
        QTest::keyClick(m_canvas, Qt::Key_1);
        const QRectF box = m_canvas->toWidget(m_canvas->picture()->layout.nodes.at(m_canvas->selected()).rect);
        QVERIFY(QRectF(m_canvas->rect()).contains(box));
        QVERIFY(m_canvas->zoom() > 0.6);
    }

    void outlineFollowsTheCanvasAndBack()
    {
        open();
        showPanel();
        auto *panel = m_view->findChild<GraphPanel *>();
        QVERIFY(panel->isVisible());
        QTreeView *tree = panel->outline();
        const QAbstractItemModelTester tester(tree->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_canvas->setFocus();
        QTest::keyClick(m_canvas, Qt::Key_Home);
        QTest::keyClick(m_canvas, Qt::Key_PageDown);
        QCOMPARE(tree->currentIndex().data().toString(), u"Check"_s);
        QSignalSpy selected(m_view.get(), &GraphView::stateSelected);
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(m_view->selectedState(), u"Work"_s);
        QCOMPARE(selected.size(), 1);
        // Its last line is where it leads: Enter goes there.
        QTest::keyClick(tree, Qt::Key_Right);
        for (int i = 0; i < 10 && !tree->currentIndex().data().toString().startsWith("Done"_L1); ++i)
            QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(m_view->selectedState(), u"Done"_s);
        QVERIFY(!tree->accessibleName().isEmpty());
    }

    void detailsLeadAlongTheTransitions()
    {
        open();
        showPanel();
        m_view->selectState(u"Check"_s);
        auto *details = m_view->findChild<GraphDetails *>();
        QToolButton *link = nullptr;
        for (QToolButton *button : details->findChildren<QToolButton *>()) {
            if (button->accessibleName().startsWith("Leads to Ask"_L1))
                link = button;
        }
        QVERIFY(link);
        QVERIFY(link->focusPolicy() & Qt::TabFocus);
        QTest::keyClick(link, Qt::Key_Space);
        QCOMPARE(m_view->selectedState(), u"Ask"_s);
    }

    void showsHostileTextsAsTheyAre()
    {
        open("states: [{name: '<b>x</b> & y', type: inject, data: {}, end: true}, {name: '" + QByteArray(10000, 'w') +
             "', type: inject, data: {}, end: true}]");
        showPanel();
        m_view->selectState(u"<b>x</b> & y"_s);
        auto *panel = m_view->findChild<GraphPanel *>();
        bool found = false;
        for (const QLabel *label : panel->findChildren<QLabel *>()) {
            QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'));
            found = found || label->text() == "<b>x</b> & y"_L1;
        }
        QVERIFY(found);
        const int width = panel->width();
        m_view->selectState(QString(10000, u'w'));
        QCOMPARE(panel->width(), width);
    }
};

QTEST_MAIN(TestGraphFolding)
#include "tst_graphfolding.moc"
