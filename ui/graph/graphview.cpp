// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphview.h"

#include "ui/graph/graphfind.h"
#include "ui/graph/graphminimap.h"
#include "ui/graph/graphoutput.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphstamp.h"
#include "ui/graph/graphtoolbar.h"
#include "ui/graph/graphview_p.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/stateview.h"

#include <QDataStream>
#include <QIODevice>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kState = 0x50474732;
constexpr quint32 kStateBefore = 0x50474731; ///< without folds and details
constexpr qsizetype kMostFolds = 2000;

} // namespace

void GraphView::Private::build()
{
    canvas = new GraphCanvas;
    panel = new GraphPanel;
    panel->hide();
    split = new QSplitter;
    split->addWidget(canvas);
    split->addWidget(panel);
    split->setChildrenCollapsible(false);
    states = new StateView(split, q);
    banner = new Banner(q);
    minimap = new GraphMinimap(canvas);
    findBar = new GraphFindBar(canvas);
    toolBar = new GraphToolBar(canvas);
    output = new GraphOutput(
        [this] {
            return GraphImage{canvas->picture(), canvas->overlay(), canvas->painter().style(), canvas->painter().heat(),
                              canvas->painter().runs()};
        },
        q);
    stamp = new GraphStamp(canvas);
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(banner);
    column->addWidget(states);
    q->setFocusProxy(canvas);
    makeActions();
    connectCanvas();
    connectToolBar();
    connectOverlays();
    toolBar->hide();
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
    auto future = runOnWorker<SharedPicture>(
        [text = source, known = read, folded = folds, options, stop = cancelled]() -> Result<SharedPicture> {
            const Result<SharedWhole> graph = known ? Result<SharedWhole>(known) : readWhole(text);
            if (!graph)
                return graph.error();
            return makePicture(*graph, folded, options, [stop] { return stop->load(); });
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
    const bool sameGraph = canvas->picture() && canvas->picture()->whole == picture->whole;
    const bool empty = picture->model.nodes.isEmpty();
    read = picture->whole;
    canvas->setPicture(empty ? SharedPicture() : picture, direction, keepView);
    toolBar->setVisible(!empty);
    panel->setGraph(empty ? SharedWhole() : read);
    if (empty) {
        QString hint = GraphView::tr("The definition has no states.");
        if (!read->problems.isEmpty())
            hint = read->problems.first().message;
        banner->clear();
        minimap->refresh();
        return states->showEmpty(u"workflow"_s, GraphView::tr("Nothing to draw"), hint);
    }
    states->showContent();
    placeToolBar();
    if (!sameGraph)
        showedCurrent = false;
    applyOverlays();
    applySelection(!sameGraph);
    if (sameGraph) {
        applyMatches();
    } else {
        find(findBar->isVisible() ? findBar->text() : QString(), false);
        banner->clear();
        showProblems();
    }
    if (std::exchange(zoomToChosen, false))
        showChosen();
    minimap->refresh();
    canvas->announcePaint();
    canvas->repaintPicture();
}

void GraphView::Private::showProblems()
{
    const auto &problems = read->problems;
    if (problems.isEmpty() || !problemsShown)
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
    const auto problems = read ? read->problems : QList<WorkflowProblem>();
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

// Of the whole graph: the part that the user chose, else the state that is wanted.
int GraphView::Private::chosenIndex() const
{
    const SharedPicture &picture = canvas->picture();
    if (!picture)
        return -1;
    const GraphModel &model = picture->whole->model;
    const int part = chosen.isEmpty() ? -1 : model.indexOf(chosen);
    if (part >= 0 && model.nodes.at(part).stateName == wanted)
        return part;
    return wanted.isEmpty() ? -1 : model.stateIndex(wanted);
}

void GraphView::Private::applySelection(bool moveThere)
{
    if (!canvas->picture())
        return;
    const int index = chosenIndex();
    const int shown = index < 0 ? -1 : canvas->picture()->map.shownAs[static_cast<size_t>(index)];
    panel->setCurrent(index);
    canvas->select(shown, false);
    if (index >= 0 && chosenEdge >= 0 && whole() == read)
        canvas->selectEdge(canvas->picture()->map.edgeAs[static_cast<size_t>(chosenEdge)]);
    if (moveThere)
        canvas->ensureNodeVisible(shown);
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

void GraphView::setProblemsShown(bool shown)
{
    d->problemsShown = shown;
}

void GraphView::setDefinition(const QByteArray &source)
{
    if (d->hasSource && source == d->source)
        return;
    const bool keepView = d->hasSource;
    d->source = source;
    d->hasSource = true;
    d->read.reset();
    d->chosenEdge = -1;
    d->startLayout(keepView);
}

void GraphView::setGraph(const SharedWhole &whole)
{
    if (d->read == whole)
        return;
    const bool keepView = d->hasSource;
    d->source.clear();
    d->hasSource = true;
    d->chosenEdge = -1;
    d->runs.reset(); // of another graph
    d->read = whole;
    d->startLayout(keepView);
}

void GraphView::showPart(int node, int edge)
{
    if (!d->read || node < 0)
        return selectState({});
    const GraphNode &item = d->read->model.nodes.at(node);
    if (d->whole() != d->read) { // not drawn yet
        d->chosen = item.id;
        d->wanted = item.stateName;
        d->chosenEdge = edge;
        return;
    }
    const QSignalBlocker quiet(this);
    d->choose(node, -1, false);
    d->chosenEdge = edge;
    d->applySelection(false);
    if (d->canvas->selectedEdge() >= 0)
        d->canvas->ensureEdgeVisible(d->canvas->selectedEdge());
}

void GraphView::selectState(const QString &stateName)
{
    const int index = d->chosenIndex();
    if (index < 0 || d->whole()->model.nodes.at(index).stateName != stateName)
        d->chosen.clear(); // else it is a part of that state, chosen by the user
    d->wanted = stateName;
    d->chosenEdge = -1;
    d->applySelection(true);
}

QString GraphView::selectedState() const
{
    return d->canvas->selected() >= 0 ? d->wanted : QString();
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

void GraphView::find()
{
    d->openFind();
}

QByteArray GraphView::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kState << (d->direction == LayoutDirection::LeftRight) << d->minimap->isWanted();
    stream << d->panel->isVisibleTo(d->split) << d->panelShare;
    // As lists in order: the same folds give the same bytes.
    for (const QSet<QString> *ids : {&d->folds.groups, &d->folds.branches}) {
        QStringList list(ids->cbegin(), ids->cend());
        list.sort();
        stream << list.mid(0, kMostFolds);
    }
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
    if (stream.status() != QDataStream::Ok || (magic != kState && magic != kStateBefore))
        return false;
    if (magic == kState) {
        bool panel = false;
        QStringList groups;
        QStringList branches;
        double share = 0;
        stream >> panel >> share >> groups >> branches;
        if (stream.status() != QDataStream::Ok)
            return false;
        if (share > 0.1 && share < 0.9)
            d->panelShare = share;
        d->setPanelShown(panel);
        const GraphFolds folds{{groups.cbegin(), groups.cend()}, {branches.cbegin(), branches.cend()}};
        if (folds != d->folds)
            d->refold(folds, {});
    }
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

void GraphView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->arrangePanel();
}

} // namespace podium
