// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphview.h"

#include "models/core/async.h"
#include "models/graph/overlay.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphexport.h"
#include "ui/graph/graphminimap.h"
#include "ui/graph/graphtoolbar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/stateview.h"

#include <QDataStream>
#include <QFileDialog>
#include <QMenu>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <atomic>

namespace podium {

using namespace Qt::StringLiterals;

class GraphView::Private
{
public:
    explicit Private(GraphView *view)
        : q(view)
    {
    }

    void build();
    void startLayout(bool keepView);
    void show(const SharedPicture &picture, bool keepView);
    void showProblems();
    void popupProblems();
    void applyOverlay();
    void applySelection();
    void placeToolBar() const { toolBar->move(space::m, canvas->height() - toolBar->height() - space::m); }
    void exportPicture();
    const GraphNode *node(int index) const;

    GraphView *q;
    Banner *banner = nullptr;
    StateView *states = nullptr;
    GraphCanvas *canvas = nullptr;
    GraphMinimap *minimap = nullptr;
    GraphToolBar *toolBar = nullptr;
    QByteArray source;
    bool hasSource = false;
    LayoutDirection direction = LayoutDirection::TopDown;
    Pending pending;
    std::shared_ptr<std::atomic_bool> cancelled; ///< of the layout under way
    QList<NodeDefinition> definitions;
    WorkflowInstance instance;
    bool hasInstance = false;
    bool showedCurrent = false;
    QString wanted; ///< state to select once there is a graph that has it
};

void GraphView::Private::build()
{
    canvas = new GraphCanvas;
    states = new StateView(canvas, q);
    banner = new Banner(q);
    minimap = new GraphMinimap(canvas);
    toolBar = new GraphToolBar(canvas);
    toolBar->adjustSize();
    toolBar->hide();
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(banner);
    column->addWidget(states);
    q->setFocusProxy(canvas);

    connect(canvas, &GraphCanvas::painted, q, &GraphView::painted);
    connect(canvas, &GraphCanvas::viewChanged, q, [this] {
        toolBar->setZoom(canvas->zoom());
        placeToolBar();
    });
    connect(canvas, &GraphCanvas::nodeSelected, q, [this](int index) {
        const GraphNode *item = node(index);
        wanted = item ? item->stateName : QString();
        Q_EMIT q->stateSelected(wanted, item ? item->sourceLine : 0);
    });
    connect(canvas, &GraphCanvas::nodeActivated, q, [this](int index) {
        if (const GraphNode *item = node(index))
            Q_EMIT q->stateActivated(item->stateName, item->sourceLine);
    });
    connect(toolBar, &GraphToolBar::zoomInRequested, q, &GraphView::zoomIn);
    connect(toolBar, &GraphToolBar::zoomOutRequested, q, &GraphView::zoomOut);
    connect(toolBar, &GraphToolBar::fitRequested, q, &GraphView::fit);
    connect(toolBar, &GraphToolBar::minimapChanged, minimap, &GraphMinimap::setWanted);
    connect(toolBar, &GraphToolBar::leftRightChanged, q, [this](bool leftRight) {
        direction = leftRight ? LayoutDirection::LeftRight : LayoutDirection::TopDown;
        startLayout(false);
    });
    connect(toolBar, &GraphToolBar::exportRequested, q, [this] { exportPicture(); });
}

const GraphNode *GraphView::Private::node(int index) const
{
    return canvas->picture() && index >= 0 ? &canvas->picture()->model.nodes.at(index) : nullptr;
}

void GraphView::Private::startLayout(bool keepView)
{
    if (!hasSource)
        return;
    if (cancelled)
        cancelled->store(true);
    cancelled = std::make_shared<std::atomic_bool>(false);
    LayoutOptions options;
    options.direction = direction;
    options.metrics = textMetrics(canvas->font());
    if (!canvas->picture())
        states->showLoading(GraphView::tr("Drawing the graph…"));
    auto future = runOnWorker<SharedPicture>([text = source, options, stop = cancelled] {
        return makePicture(text, options, [stop] { return stop->load(); });
    });
    // Replacing `pending` silences an answer that is still on its way: only the last definition counts.
    pending = deliver(std::move(future), q, [this, keepView](Result<SharedPicture> result) {
        if (result)
            return show(*result, keepView);
        if (!result.error().isCancelled()) {
            banner->clear();
            canvas->setPicture({}, direction, false);
            states->showError(result.error(), {});
        }
    });
}

void GraphView::Private::show(const SharedPicture &picture, bool keepView)
{
    const bool empty = picture->model.nodes.isEmpty();
    canvas->setPicture(empty ? SharedPicture() : picture, direction, keepView);
    toolBar->setVisible(!empty);
    banner->clear();
    if (empty) {
        QString hint = GraphView::tr("The definition has no states.");
        if (!picture->problems.isEmpty())
            hint = picture->problems.first().message;
        minimap->refresh();
        return states->showEmpty(u"workflow"_s, GraphView::tr("Nothing to draw"), hint);
    }
    states->showContent();
    placeToolBar();
    showedCurrent = false;
    applyOverlay();
    applySelection();
    minimap->refresh();
    canvas->announcePaint();
    canvas->update();
    showProblems();
}

void GraphView::Private::showProblems()
{
    const auto &problems = canvas->picture()->problems;
    if (problems.isEmpty())
        return;
    const WorkflowProblem &first = problems.first();
    const QString text = problems.size() == 1 ? GraphView::tr("Line %1: %2").arg(first.span.line).arg(first.message)
                                              : GraphView::tr("%n problem(s) in this definition", nullptr,
                                                              static_cast<int>(problems.size()));
    banner->setMessage(Tone::Warning, text,
                       problems.size() == 1 ? GraphView::tr("Go to line") : GraphView::tr("Show them"),
                       [this] { popupProblems(); });
}

void GraphView::Private::popupProblems()
{
    const auto problems = canvas->picture() ? canvas->picture()->problems : QList<WorkflowProblem>();
    if (problems.size() == 1) {
        Q_EMIT q->stateActivated({}, problems.first().span.line);
        return;
    }
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const WorkflowProblem &problem : problems.mid(0, 30)) {
        QString text = GraphView::tr("Line %1: %2").arg(problem.span.line).arg(problem.message.left(160));
        const int line = problem.span.line;
        connect(menu->addAction(text.replace(u'&', "&&"_L1)), &QAction::triggered, q,
                [this, line] { Q_EMIT q->stateActivated({}, line); });
    }
    menu->popup(banner->mapToGlobal(QPoint(0, banner->height())));
}

void GraphView::Private::applyOverlay()
{
    const SharedPicture &picture = canvas->picture();
    if (!picture)
        return;
    GraphOverlay overlay = hasInstance ? overlayFor(picture->model, definitions, instance) : GraphOverlay();
    canvas->announcePaint();
    if (overlay == canvas->overlay()) {
        canvas->update();
        return;
    }
    canvas->setOverlay(std::move(overlay));
    minimap->refresh();
    // Once, when a graph opens: later the user is where he wants to be.
    if (hasInstance && !showedCurrent) {
        showedCurrent = true;
        for (int i = 0; i < picture->model.nodes.size(); ++i) {
            if (canvas->overlay().nodes.value(picture->model.nodes.at(i).id).current) {
                canvas->ensureVisible(i);
                break;
            }
        }
    }
}

void GraphView::Private::applySelection()
{
    const SharedPicture &picture = canvas->picture();
    if (!picture)
        return;
    const GraphNode *now = node(canvas->selected());
    if (now && now->stateName == wanted)
        return; // a part of that state, chosen by the user
    const int index = wanted.isEmpty() ? -1 : picture->model.stateIndex(wanted);
    canvas->select(index, false);
    canvas->ensureVisible(index);
}

void GraphView::Private::exportPicture()
{
    if (!canvas->picture())
        return;
    auto *dialog = new QFileDialog(q, GraphView::tr("Save the graph"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({GraphView::tr("SVG drawing (*.svg)"), GraphView::tr("PNG picture (*.png)")});
    dialog->setDefaultSuffix(u"svg"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("png"_L1) ? u"png"_s : u"svg"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, q, [this](const QString &path) {
        const Result<Done> done = exportGraph(canvas->picture(), canvas->overlay(), canvas->painter().style(), path);
        if (!done)
            banner->setError(done.error());
    });
    dialog->open();
}

GraphView::GraphView(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this))
{
    d->build();
}

GraphView::~GraphView()
{
    if (d->cancelled)
        d->cancelled->store(true);
}

void GraphView::setDefinition(const QByteArray &source)
{
    if (d->hasSource && source == d->source)
        return;
    const bool keepView = d->hasSource;
    d->source = source;
    d->hasSource = true;
    d->startLayout(keepView);
}

void GraphView::setOverlay(const QList<NodeDefinition> &definitions, const WorkflowInstance &instance)
{
    if (!d->hasInstance || d->instance.id != instance.id)
        d->showedCurrent = false;
    d->definitions = definitions;
    d->instance = instance;
    d->hasInstance = true;
    d->applyOverlay();
}

void GraphView::clearOverlay()
{
    d->hasInstance = false;
    d->applyOverlay();
}

void GraphView::selectState(const QString &stateName)
{
    d->wanted = stateName;
    d->applySelection();
}

QString GraphView::selectedState() const
{
    const GraphNode *item = d->node(d->canvas->selected());
    return item ? item->stateName : QString();
}

void GraphView::zoomIn()
{
    d->canvas->zoomBy(1.25);
}
void GraphView::zoomOut()
{
    d->canvas->zoomBy(0.8);
}
void GraphView::fit()
{
    d->canvas->fit();
}

QByteArray GraphView::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << quint32(0x50474731) << (d->direction == LayoutDirection::LeftRight) << d->minimap->isWanted();
    return state;
}

bool GraphView::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    bool leftRight = false;
    bool minimap = true;
    stream >> magic >> leftRight >> minimap;
    if (stream.status() != QDataStream::Ok || magic != 0x50474731)
        return false;
    d->minimap->setWanted(minimap);
    d->toolBar->setMinimap(minimap);
    d->toolBar->setLeftRight(leftRight);
    const LayoutDirection direction = leftRight ? LayoutDirection::LeftRight : LayoutDirection::TopDown;
    if (direction != d->direction) {
        d->direction = direction;
        d->startLayout(false);
    }
    return true;
}

} // namespace podium
