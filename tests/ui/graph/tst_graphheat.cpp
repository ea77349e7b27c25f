// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workflow/workflowdocument.h"
#include "tests/ui/graph/graphruns.h"
#include "tests/ui/graph/graphviewtest.h"
#include "ui/graph/foldmarks.h"
#include "ui/graph/graphdetails.h"
#include "ui/graph/graphheatlegend.h"
#include "ui/graph/graphminimap.h"
#include "ui/graph/graphpanel.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <cmath>

using namespace podium;
using namespace podium::graphruns;
using namespace Qt::StringLiterals;

namespace {

double luminance(const QColor &color)
{
    const auto channel = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

/// Three were sent, one of them failed while packing before; one was refused; one still packs.
QList<WorkflowInstance> fiveRuns()
{
    WorkflowInstance repaired = sent(u"repaired"_s);
    NodeInstance failed = visit(u"3"_s, 5);
    failed.errorMessage = u"down"_s;
    repaired.nodes.insert(1, failed);
    return {sent(u"a"_s), sent(u"b"_s), repaired,
            run(u"c"_s, {visit(u"2"_s, 0, 30), visit(u"5"_s, 30, 31)}, InstanceState::Completed),
            run(u"d"_s, {visit(u"2"_s, 0, 10), visit(u"3"_s, 10)})};
}

} // namespace

class TestGraphHeat : public GraphViewTest
{
    Q_OBJECT

    HeatLook m_look;

    void open(HeatMeasure measure, const QSize &size = {900, 700})
    {
        show(kOrder, size);
        heat(measure);
    }
    void heat(HeatMeasure measure)
    {
        QSignalSpy changed(m_view.get(), &GraphView::heatChanged);
        connect(m_view.get(), &GraphView::heatChanged, this, [this](const HeatLook &look) { m_look = look; });
        m_view->setHeat(definitions(), fiveRuns(), measure);
        QTRY_VERIFY(!changed.isEmpty());
    }
    HeatMark mark(const QString &state) const { return m_look.marks.value(GraphModel::stateId(state)); }
    int indexOf(const QString &state) const { return m_canvas->picture()->model.stateIndex(state); }
    QColor colourAt(const QString &state) const
    {
        const QRectF box = m_canvas->toWidget(m_canvas->picture()->layout.nodes.at(indexOf(state)).rect);
        return m_canvas->grab().toImage().pixelColor(QPointF(box.center().x(), box.bottom() - 4).toPoint());
    }

private Q_SLOTS:
    void cleanup() { m_view.reset(); }

    void coloursByRuns()
    {
        open(HeatMeasure::Runs);
        QCOMPARE(mark(u"Check"_s).text, u"5 run(s)"_s);
        QCOMPARE(mark(u"Check"_s).level, 1.0);
        QCOMPARE(mark(u"Pack"_s).brief, u"4"_s);
        QCOMPARE(mark(u"Pack"_s).level, 0.8);
        QCOMPARE(mark(u"Refuse"_s).level, 0.2);
        QCOMPARE(m_look.least, u"0"_s);
        QCOMPARE(m_look.most, u"5 run(s)"_s);
        QVERIFY(colourAt(u"Check"_s) != colourAt(u"Refuse"_s));
        QVERIFY(m_canvas->toolTipOf(indexOf(u"Pack"_s)).contains(u"Reached by 4 of 5 run(s)"_s));
        QVERIFY(m_canvas->toolTipOf(indexOf(u"Pack"_s)).contains(u"usually takes 2.0 s"_s));
        m_view->selectState(u"Pack"_s);
        QVERIFY(m_canvas->accessibleDescription().contains(u"Reached by 4 of 5"_s));
        m_view->clearHeat();
        QVERIFY(m_look.most.isEmpty());
        QVERIFY(!m_canvas->toolTipOf(indexOf(u"Pack"_s)).contains(u"Reached"_s));
    }

    void coloursByFailures()
    {
        open(HeatMeasure::Failures);
        QCOMPARE(mark(u"Pack"_s).text, u"1 of 4 failed"_s); // although it was repaired
        QCOMPARE(mark(u"Pack"_s).level, 1.0);               // the highest rate there is
        QCOMPARE(m_look.most, u"25 % failed"_s);
        QCOMPARE(mark(u"Check"_s).text, u"0 of 5 failed"_s);
        QVERIFY(mark(u"Check"_s).level < 0); // a figure, but no colour
        QVERIFY(!m_look.marks.contains(u"start"_s));
        QVERIFY(m_canvas->toolTipOf(indexOf(u"Pack"_s)).contains(u"failed in 1 (25 %)"_s));
    }

    void coloursByDuration()
    {
        open(HeatMeasure::Duration);
        QCOMPARE(mark(u"Pack"_s).text, u"2.0 s"_s);
        QCOMPARE(mark(u"Pack"_s).level, 1.0);
        QCOMPARE(mark(u"Refuse"_s).level, 0.0);
        QVERIFY(mark(u"Send"_s).level > 0.4 && mark(u"Send"_s).level < 0.6); // 40 ms, between 1 ms and 2 s
        QCOMPARE(m_look.least, u"1 ms"_s);
        // Another measure of the same runs is there at once.
        m_view->setHeatMeasure(HeatMeasure::Runs);
        QCOMPARE(mark(u"Check"_s).text, u"5 run(s)"_s);
    }

    void saysWhatNoRunReached()
    {
        show(kOrder, {900, 700});
        QSignalSpy changed(m_view.get(), &GraphView::heatChanged);
        m_view->setHeat(definitions(), {sent()}, HeatMeasure::Runs);
        QTRY_COMPARE(changed.size(), 1);
        const auto look = changed.last().first().value<HeatLook>();
        const HeatMark refuse = look.marks.value(GraphModel::stateId(u"Refuse"_s));
        QVERIFY(!refuse.reached);
        QCOMPARE(refuse.text, u"0 run(s)"_s);
        QVERIFY(m_canvas->toolTipOf(indexOf(u"Refuse"_s)).contains(u"none of 1 run(s)"_s));
        m_view->setHeat(definitions(), {}, HeatMeasure::Runs); // no runs: the graph as it is without colours
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(!m_canvas->painter().heat());
    }

    void waitsForTheGraph()
    {
        m_view = std::make_unique<GraphView>();
        QSignalSpy changed(m_view.get(), &GraphView::heatChanged);
        m_view->setHeat(definitions(), fiveRuns(), HeatMeasure::Runs);
        m_view->resize(600, 500);
        m_view->show();
        m_view->setDefinition(kOrder);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!changed.first().first().value<HeatLook>().marks.isEmpty());
    }

    void detailsShowAllFigures()
    {
        open(HeatMeasure::Failures, {1100, 800});
        for (QToolButton *button : m_view->findChildren<QToolButton *>()) {
            if (button->accessibleName() == u"Show outline and details"_s)
                button->setChecked(true);
        }
        m_view->selectState(u"Pack"_s);
        QMap<QString, QString> facts;
        for (const QLabel *label : m_view->findChild<GraphDetails *>()->findChildren<QLabel *>())
            facts.insert(label->accessibleName(), label->text());
        QCOMPARE(facts.value(u"Runs"_s), u"4 of 5"_s);
        QCOMPARE(facts.value(u"Visits"_s), u"4"_s);
        QCOMPARE(facts.value(u"Failed in"_s), u"1 of 4 (25 %)"_s);
        QCOMPARE(facts.value(u"Usually takes"_s), u"2.0 s (median)"_s);
    }

    void scaleIsReadWithoutColours_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void scaleIsReadWithoutColours()
    {
        QFETCH(bool, dark);
        double before = luminance(heatColor(0, dark));
        for (int i = 1; i <= 50; ++i) {
            const double now = luminance(heatColor(i / 50.0, dark));
            QVERIFY2(dark ? now > before : now < before, qPrintable(QString::number(i)));
            before = now;
        }
        for (int i = 0; i <= 50; ++i) {
            const QColor color = heatColor(i / 50.0, dark);
            QVERIFY2(contrast(color, inkOn(color)) >= 4.5, qPrintable(color.name()));
        }
        QCOMPARE(heatColor(-3, dark), heatColor(0, dark));
        QCOMPARE(heatColor(9, dark), heatColor(1, dark));
    }

    void titlesStayReadableOnTheirTint_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Scheme::Light;
        QTest::newRow("dark") << Scheme::Dark;
    }

    void titlesStayReadableOnTheirTint()
    {
        QFETCH(Scheme, scheme);
        applyTheme(*qApp, scheme);
        open(HeatMeasure::Runs);
        for (const QString &state : {u"Check"_s, u"Pack"_s, u"Refuse"_s})
            QVERIFY2(contrast(colourAt(state), m_canvas->painter().style().text) >= 4.5, qPrintable(state));
        applyTheme(*qApp, Scheme::Light);
    }

    void legendSaysWhatTheColoursMean()
    {
        GraphHeatLegend legend;
        legend.resize(600, 90);
        legend.show();
        const auto label = [&](const QString &name) -> QLabel * {
            for (QLabel *each : legend.findChildren<QLabel *>()) {
                if (each->accessibleName() == name)
                    return each;
            }
            return nullptr;
        };
        QVERIFY(!label(u"Highest"_s)->isVisible());
        HeatLook look;
        look.measure = HeatMeasure::Failures;
        look.least = u"0 %"_s;
        look.most = u"7.5 % failed"_s;
        legend.setScale(look);
        legend.setFacts(u"40 runs · read 09:41:03"_s, u"Runs of version <b>1</b> only"_s);
        QVERIFY(label(u"Highest"_s)->isVisible());
        QCOMPARE(label(u"Highest"_s)->text(), look.most);
        QTRY_COMPARE(label(u"Runs looked at"_s)->text(), u"40 runs · read 09:41:03"_s);
        QVERIFY(label(u"Runs looked at"_s)->toolTip().contains(u"&lt;b&gt;"_s));
        legend.setReading(true, 25, 100);
        QVERIFY(label(u"Runs looked at"_s)->text().contains(u"25 of 100"_s));
        QSignalSpy stopped(&legend, &GraphHeatLegend::stopRequested);
        for (QPushButton *button : legend.findChildren<QPushButton *>()) {
            if (button->text() == u"Stop"_s && button->isVisible())
                button->click();
        }
        QCOMPARE(stopped.size(), 1);
        legend.setReading(false);
        QVERIFY(label(u"Runs looked at"_s)->text().contains(u"09:41:03"_s));
        QSignalSpy closed(&legend, &GraphHeatLegend::closeRequested);
        QTest::keyClick(legend.findChild<QComboBox *>(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void mapShowsTheColoursToo()
    {
        show(kOrder, {900, 700});
        m_canvas->zoomBy(3);
        auto *map = m_view->findChild<GraphMinimap *>();
        QVERIFY(map->isVisible());
        const QImage plain = map->grab().toImage();
        heat(HeatMeasure::Runs);
        const QImage hot = map->grab().toImage();
        QVERIFY(plain != hot);
        m_view->clearHeat();
        QCOMPARE(map->grab().toImage(), plain);
    }

    /// A large graph is sketched and coloured by a worker: the map catches up, the window does not wait.
    void coloursALargeGraphInTheBackground()
    {
        // Many chains side by side: on the map, a state is still some pixels wide.
        constexpr int kSide = 47;
        QByteArray source = "start: fan\nstates:\n  - name: fan\n    type: switch\n    dataConditions:\n";
        for (int chain = 0; chain < kSide; ++chain)
            source += "      - {condition: .x, transition: s" + QByteArray::number(chain * kSide) + "}\n";
        QList<NodeDefinition> nodes;
        WorkflowInstance instance = run(u"long"_s, {});
        for (int i = 0; i < kSide * kSide; ++i) {
            const QString name = u"s%1"_s.arg(i);
            const bool last = i % kSide == kSide - 1;
            source += "  - {name: " + name.toLatin1() + ", type: inject, data: {}, " +
                      (last ? QByteArray("end: true") : "transition: s" + QByteArray::number(i + 1)) + "}\n";
            nodes << NodeDefinition{name, name, u"ActionNode"_s, name, name, {}, {}};
            instance.nodes << visit(name, i, i + 1);
        }
        show(source, {900, 700});
        auto *map = m_view->findChild<GraphMinimap *>();
        QVERIFY(map->isVisible());
        map->grab();
        QTest::qWait(50);
        QImage plain;
        QTRY_VERIFY((plain = map->grab().toImage()) == map->grab().toImage());
        QSignalSpy changed(m_view.get(), &GraphView::heatChanged);
        m_view->setHeat(nodes, {instance}, HeatMeasure::Duration);
        QTRY_COMPARE(changed.size(), 1);
        QTRY_VERIFY(map->grab().toImage() != plain);
        m_view->setHeatMeasure(HeatMeasure::Runs);
        m_view->clearHeat(); // what is still on its way is not shown any more
        QTest::qWait(100);
        QVERIFY(!m_canvas->painter().heat());
    }

    void toolsOfAPageStandInTheToolBar()
    {
        show(kOrder, {900, 700});
        QAction action(u"Replay the run"_s);
        action.setCheckable(true);
        m_view->addTool(&action);
        QToolButton *found = nullptr;
        for (QToolButton *button : m_view->findChildren<QToolButton *>()) {
            if (button->accessibleName() == action.text())
                found = button;
        }
        QVERIFY(found);
        QTest::mouseClick(found, Qt::LeftButton);
        QVERIFY(action.isChecked());
        action.setToolTip(u"There is nothing to replay."_s);
        action.setEnabled(false);
        QVERIFY(!found->isEnabled());
        QCOMPARE(found->accessibleDescription(), action.toolTip());
    }

    // ---- marks of folds ----

    void foldsFromFarAway()
    {
        show("functions: [{name: f, operation: a.json#f}]\nstates:\n  - {name: Work, type: operation, actions: "
             "[{name: one, functionRef: f}, {name: two, functionRef: f}], end: true}\n",
             {900, 700});
        m_canvas->zoomBy(0.3 / m_canvas->zoom());
        const auto shows = [this](const QString &title) {
            const auto &nodes = m_canvas->picture()->model.nodes;
            return std::any_of(nodes.begin(), nodes.end(), [&](const GraphNode &n) { return n.title == title; });
        };
        const auto mark = [this] {
            const int index = indexOf(u"Work"_s);
            const NodeGeometry &box = m_canvas->picture()->layout.nodes.at(index);
            return m_canvas->toWidget(foldmarks::groupMark(m_canvas->picture()->model.nodes.at(index), box.rect,
                                                           box.headerHeight, m_canvas->zoom()));
        };
        QVERIFY(shows(u"one"_s));
        QVERIFY(mark().height() >= 10); // can be hit
        QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, mark().center().toPoint());
        QTRY_VERIFY(!shows(u"one"_s));
        QVERIFY(qAbs(m_canvas->zoom() - 0.3) < 0.001);
        QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, mark().center().toPoint());
        QTRY_VERIFY(shows(u"one"_s));
        m_canvas->zoomBy(0.15 / m_canvas->zoom()); // no larger than a mark: a click selects
        QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, mark().center().toPoint());
        QCOMPARE(m_view->selectedState(), u"Work"_s);
    }

    void marksStayInTheirBox()
    {
        GraphNode node;
        node.isState = true;
        node.hiddenInside = 12;
        const QRectF box(100, 100, 200, 52);
        for (const double zoom : {0.2, 0.3, 0.5, 0.7, 1.0, 2.0})
            QVERIFY(box.contains(foldmarks::groupMark(node, box, 0, zoom)));
        QCOMPARE(foldmarks::scaleAt(1, 52), 1.0);
        QVERIFY(!foldmarks::hasGroupMark(node, 0.1));
        QVERIFY(foldmarks::hasGroupMark(node, 0.3));
    }
};

QTEST_MAIN(TestGraphHeat)
#include "tst_graphheat.moc"
