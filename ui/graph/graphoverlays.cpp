// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphminimap.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphstamp.h"
#include "ui/graph/graphtoolbar.h"
#include "ui/graph/graphview_p.h"

#include <QAction>
#include <QVBoxLayout>

// What one run or many did, laid over the graph.
namespace podium {

namespace {

constexpr qsizetype kQuickHeat = 2000; ///< nodes whose marks are written well within a frame

} // namespace

void GraphView::Private::connectOverlays()
{
    connect(&overlays, &OverlaySource::changed, q, [this](const GraphOverlay &found) {
        overlay = found;
        showOverlay();
    });
}

// The graph or its folds changed.
void GraphView::Private::applyOverlays()
{
    announce = true;
    if (overlays.graph() != read) {
        overlay = {};
        overlays.setGraph(read);
        countHeat();
    }
    showOverlay();
    showRuns();
}

void GraphView::Private::showOverlay()
{
    const SharedPicture &picture = canvas->picture();
    if (!picture)
        return;
    panel->setOverlay(overlay);
    GraphOverlay shown = foldOverlay(overlay, picture->whole->model, picture->map);
    if (std::exchange(announce, false))
        canvas->announcePaint();
    if (shown == canvas->overlay()) {
        canvas->repaintPicture();
        return;
    }
    canvas->setOverlay(std::move(shown));
    minimap->refresh();
    overlays.time().isValid() ? followCurrent() : showCurrent();
}

// Once, when a graph opens: later the user is where he wants to be.
void GraphView::Private::showCurrent()
{
    if (!overlays.hasInstance() || std::exchange(showedCurrent, true))
        return;
    const auto &nodes = canvas->picture()->model.nodes;
    for (int i = 0; i < nodes.size(); ++i) {
        const auto it = canvas->overlay().nodes.constFind(nodes.at(i).id);
        if (it != canvas->overlay().nodes.constEnd() && it->current)
            return canvas->ensureNodeVisible(i);
    }
}

// In a replay the user goes through time, not through the graph: what happens is brought into view.
void GraphView::Private::followCurrent()
{
    const auto &nodes = canvas->picture()->model.nodes;
    const QRectF seen = canvas->visibleScene();
    int first = -1;
    for (int i = 0; i < nodes.size(); ++i) {
        const auto it = canvas->overlay().nodes.constFind(nodes.at(i).id);
        if (it == canvas->overlay().nodes.constEnd() || !it->current || !nodes.at(i).isState)
            continue;
        if (seen.intersects(canvas->picture()->layout.nodes.at(i).rect))
            return;
        if (first < 0)
            first = i;
    }
    canvas->ensureNodeVisible(first);
}

// ---- many runs ----

void GraphView::Private::countHeat()
{
    counting.cancel();
    if (!hasHeat || !read)
        return;
    auto future = runOnWorker<CountedHeat>(
        [graph = read, definitions = heatDefinitions, runs = heatRuns]() -> Result<CountedHeat> {
            return podium::countHeat(graph->model, definitions, runs);
        });
    counting = deliver(std::move(future), q, [this](const Result<CountedHeat> &counted) {
        if (!counted)
            return;
        heat = *counted;
        showHeat();
    });
}

void GraphView::Private::showHeat()
{
    shading.cancel();
    if (!hasHeat || !read)
        return applyLook({});
    const auto work = [graph = read, counted = heat, by = measure] { return heatLook(graph->model, counted, by); };
    if (read->model.nodes.size() <= kQuickHeat)
        return applyLook(work());
    shading = deliver(runOnWorker<HeatLook>([work]() -> Result<HeatLook> { return work(); }), q,
                      [this](const Result<HeatLook> &look) {
                          if (look)
                              applyLook(*look);
                      });
}

void GraphView::Private::applyLook(const HeatLook &look)
{
    // Without runs there is nothing to be coloured, and nothing to be dimmed either.
    canvas->setHeat(look.marks.isEmpty() ? SharedHeat() : std::make_shared<const HeatLook>(look));
    panel->setHeat(hasHeat ? heat.heat : GraphHeat());
    minimap->refresh();
    Q_EMIT q->heatChanged(look);
}

// ---- two runs ----

void GraphView::Private::showRuns()
{
    const SharedPicture &picture = canvas->picture();
    if (!picture)
        return;
    if (!runs)
        return canvas->setRuns({});
    panel->setRuns(*runs);
    const RunPair shown = foldRuns(*runs, picture->whole->model, picture->map);
    canvas->setRuns(std::make_shared<const RunMarks>(runMarks(picture->model, shown)));
    minimap->refresh();
}

// ---- the view ----

void GraphView::setRuns(const RunPair &runs)
{
    d->announce = true;
    d->runs = runs;
    if (d->whole() == d->read) // else once it is drawn
        d->showRuns();
}

const SharedWhole &GraphView::graph() const
{
    return d->read;
}

void GraphView::setOverlay(const QList<NodeDefinition> &definitions, const WorkflowInstance &instance)
{
    if (!d->overlays.hasInstance() || d->overlays.instanceId() != instance.id)
        d->showedCurrent = false;
    d->announce = true;
    d->overlays.setInstance(definitions, instance);
}

void GraphView::clearOverlay()
{
    d->announce = true;
    d->overlays.clearInstance();
}

void GraphView::setReplay(const QDateTime &time, const QString &badge)
{
    d->stamp->setText(time.isValid() ? badge : QString());
    d->overlays.setTime(time);
}

void GraphView::setHeat(const QList<NodeDefinition> &definitions, const QList<WorkflowInstance> &runs,
                        HeatMeasure measure)
{
    d->hasHeat = true;
    d->measure = measure;
    d->heatDefinitions = definitions;
    d->heatRuns = runs;
    d->countHeat();
}

void GraphView::setHeatMeasure(HeatMeasure measure)
{
    d->measure = measure;
    if (d->hasHeat && d->heat.heat.runs > 0)
        d->showHeat();
}

void GraphView::clearHeat()
{
    d->counting.cancel();
    d->hasHeat = false;
    d->heatRuns.clear();
    d->heat = {};
    d->showHeat();
}

void GraphView::addTool(QAction *action)
{
    d->toolBar->addTool(action);
}

void GraphView::setFooter(QWidget *footer)
{
    static_cast<QVBoxLayout *>(layout())->addWidget(footer);
}

} // namespace podium
