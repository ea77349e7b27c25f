// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workflow/workflowdocument.h"
#include "ui/graph/differencelegend.h"
#include "ui/graph/differencelist.h"
#include "ui/graph/differencemarks.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphdescription.h"
#include "ui/graph/graphexport.h"
#include "ui/graph/graphview.h"
#include "ui/widgets/themecolors.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kBefore = R"(id: w
functions: [{name: f, operation: rest:get:/f}]
start: Check
states:
  - {name: Check, type: switch, dataConditions: [{condition: .n > 3, transition: Pack}],
     defaultCondition: {transition: Old}}
  - {name: Pack, type: operation, actions: [{name: one, functionRef: f}, {name: two, functionRef: f}], end: true}
  - {name: Old, type: sleep, duration: PT1S, end: true}
)";
const QByteArray kAfter = R"(id: w
functions: [{name: f, operation: rest:get:/f}]
start: Check
states:
  - {name: Check, type: switch, dataConditions: [{condition: .n > 5, transition: Pack}],
     defaultCondition: {transition: Fresh}}
  - {name: Pack, type: operation, actions: [{name: one, functionRef: f}, {name: three, functionRef: f}], end: true}
  - {name: Fresh, type: sleep, duration: PT1S, end: true}
)";

SharedComparison compared(const QByteArray &before = kBefore, const QByteArray &after = kAfter)
{
    auto difference =
        std::make_shared<const GraphDifference>(compareDefinitions(*readWorkflow(before), *readWorkflow(after)));
    auto graph = std::make_shared<ComparedGraph>();
    graph->entries = differenceEntries(*difference);
    graph->counts = countDifferences(*difference);
    graph->whole = makeWhole(std::move(difference));
    return graph;
}

SharedPicture picture(const SharedComparison &comparison, const GraphFolds &folds = {})
{
    return *makePicture(comparison->whole, folds, {}, {});
}

GraphChange changeOf(const GraphPicture &shown, const QString &state)
{
    return shown.marks.nodes[static_cast<size_t>(shown.model.stateIndex(state))].change;
}

double luminance(const QColor &color)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class TestGraphDifference : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void marksFollowTheFolds()
    {
        const SharedComparison comparison = compared();
        const SharedPicture open = picture(comparison);
        QCOMPARE(changeOf(*open, u"Fresh"_s), GraphChange::Added);
        QCOMPARE(changeOf(*open, u"Old"_s), GraphChange::Removed);
        const int pack = open->model.stateIndex(u"Pack"_s);
        QVERIFY(open->marks.nodes[static_cast<size_t>(pack)].inside);
        QVERIFY(!open->marks.isQuiet(pack));
        QVERIFY(open->marks.isQuiet(0)); // the start

        const SharedPicture folded = picture(comparison, allGroupsFolded(comparison->whole->model));
        QVERIFY(folded->model.nodes.size() < open->model.nodes.size());
        QCOMPARE(folded->marks.nodes.size(), static_cast<size_t>(folded->model.nodes.size()));
        QVERIFY(folded->marks.nodes[static_cast<size_t>(folded->model.stateIndex(u"Pack"_s))].inside);
        QCOMPARE(folded->marks.edges.size(), static_cast<size_t>(folded->model.edges.size()));
    }

    void aGraphOfOneVersionHasNoMarks()
    {
        const Result<SharedPicture> one = makePicture(kAfter, {}, {});
        QVERIFY(one->get()->marks.isEmpty());
        QVERIFY(!one->get()->marks.isQuiet(0));
        QCOMPARE(one->get()->marks.edge(0), GraphChange::Same);
    }

    void colorsCanBeReadAndToldApart()
    {
        for (const bool dark : {false, true}) {
            const QPalette palette = themePalette(dark);
            const GraphChange changes[] = {GraphChange::Added, GraphChange::Removed, GraphChange::Changed};
            for (const GraphChange change : changes) {
                QVERIFY(contrast(changeColor(change, palette), palette.color(QPalette::Base)) >= 4.5);
                QVERIFY(contrast(changeColor(change, palette), changeFill(change, palette)) >= 4.5);
                QVERIFY(contrast(palette.color(QPalette::Text), changeFill(change, palette)) >= 7);
                QVERIFY(!changeSign(change).isEmpty());
            }
            // Without red and green, blue is left: added and removed differ in it.
            QVERIFY(std::abs(changeColor(GraphChange::Added, palette).blue() -
                             changeColor(GraphChange::Removed, palette).blue()) > 60);
        }
    }

    // Not by the colour alone: the signs differ in their shape.
    void badgesDifferInGrey()
    {
        QList<QImage> images;
        for (const GraphChange change : {GraphChange::Added, GraphChange::Removed, GraphChange::Changed}) {
            QImage image(40, 40, QImage::Format_ARGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintChangeBadge(painter, {20, 20}, 18, change, themePalette(false));
            painter.end();
            QImage shape(image.size(), QImage::Format_Mono);
            shape.fill(0);
            for (int y = 0; y < 40; ++y) {
                for (int x = 0; x < 40; ++x)
                    shape.setPixel(x, y, qGray(image.pixel(x, y)) > 200);
            }
            images << shape;
        }
        QVERIFY(images.at(0) != images.at(1));
        QVERIFY(images.at(1) != images.at(2));
        QVERIFY(images.at(0) != images.at(2));
    }

    void screenReadersHearIt()
    {
        const SharedPicture shown = picture(compared());
        QVERIFY(nodeDescription(*shown, {}, shown->model.stateIndex(u"Fresh"_s)).startsWith(u"Added"_s));
        QVERIFY(nodeDescription(*shown, {}, shown->model.stateIndex(u"Old"_s)).startsWith(u"Removed"_s));
        QVERIFY(nodeToolTip(*shown, {}, shown->model.stateIndex(u"Old"_s)).contains(u"Removed"_s));
        QVERIFY(!DifferenceLegend().accessibleName().isEmpty());
    }

    void picturesForFilesHaveTheMarks()
    {
        const GraphStyle style(themePalette(false), QFont());
        const SharedComparison same = compared(kAfter, kAfter);
        const QImage plain = paintGraph({picture(same), {}, style}, 1);
        const Result<SharedPicture> alone = makePicture(kAfter, {}, {});
        QVERIFY(plain == paintGraph({*alone, {}, style}, 1)); // where nothing differs, nothing is marked
        QVERIFY(!paintGraph({picture(compared()), {}, style}, 1).isNull());
        QVERIFY(!renderGraph({picture(compared()), {}, style}, PictureFormat::Svg).isEmpty());
    }

    void listsWhatDiffers()
    {
        DifferenceListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        const SharedComparison comparison = compared();
        model.setComparison(comparison);
        QCOMPARE(model.rowCount(), model.changeCount());
        const int fresh = model.rowOf(comparison->whole->model.stateIndex(u"Fresh"_s));
        QVERIFY(fresh >= 0);
        QCOMPARE(model.index(fresh).data().toString(), u"Fresh"_s);
        QCOMPARE(model.index(fresh).data(DifferenceListModel::ChangeRole).toInt(),
                 static_cast<int>(GraphChange::Added));
        QVERIFY(model.index(fresh).data(Qt::AccessibleTextRole).toString().startsWith(u"Added: Fresh"_s));
        QCOMPARE(model.rowOf(0), -1); // the start is the same
        const int changes = model.changeCount();
        model.setChangesOnly(false);
        QCOMPARE(model.rowCount(), static_cast<int>(comparison->entries.size()));
        QCOMPARE(model.changeCount(), changes);
        QCOMPARE(model.changeAt(model.rowOfChange(2)), 2);
        QVERIFY(model.rowOf(0) >= 0);
        QCOMPARE(model.changeAt(model.rowOf(0)), -1);
        model.setComparison({});
        QCOMPARE(model.rowCount(), 0);
    }

    void showsAPartOfTheComparison()
    {
        const SharedComparison comparison = compared();
        GraphView view;
        view.resize(800, 600);
        view.show();
        auto *canvas = view.findChild<GraphCanvas *>();
        const int old = comparison->whole->model.stateIndex(u"Old"_s);
        QSignalSpy selected(&view, &GraphView::partSelected);
        view.setGraph(comparison->whole);
        view.showPart(old); // before it is drawn
        QTRY_VERIFY(canvas->picture());
        QCOMPARE(view.selectedState(), u"Old"_s);
        int edge = -1;
        for (const DifferenceEntry &entry : comparison->entries)
            edge = entry.edge >= 0 && entry.counts ? entry.edge : edge;
        view.showPart(comparison->whole->model.edges.at(edge).from, edge);
        QCOMPARE(canvas->selectedEdge(), edge);
        QCOMPARE(selected.size(), 0); // only the user's choice is told
        canvas->select(old, true);
        QCOMPARE(selected.last().first().toInt(), old);
        QCOMPARE(canvas->selectedEdge(), -1);
        // Another comparison takes its place, also while a state is selected.
        const SharedComparison other = compared(kAfter, kBefore);
        view.setGraph(other->whole);
        view.selectState(u"Pack"_s);
        QTRY_VERIFY(canvas->picture()->whole == other->whole);
        QCOMPARE(view.selectedState(), u"Pack"_s);
    }
};

QTEST_MAIN(TestGraphDifference)
#include "tst_graphdifference.moc"
