// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphfind.h"
#include "ui/graph/graphminimap.h"
#include "ui/graph/graphoutput.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphtoolbar.h"
#include "ui/graph/graphview_p.h"
#include "ui/widgets/banner.h"

#include <QAction>
#include <QMenu>
#include <QSplitter>
#include <QTreeView>

// What the user can do with the graph: fold, find, select, read the details.
namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRoomBeside = 560; ///< narrower, the panel goes below the graph

} // namespace

void GraphView::Private::makeActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, auto run) {
        auto *action = new QAction(text, q);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, q, run);
        q->addAction(action);
        return action;
    };
    findAction = add(GraphView::tr("&Find in the graph…"), QKeySequence::Find, [this] { openFind(); });
    add(GraphView::tr("Find next"), QKeySequence(Qt::Key_F3), [this] { step(false); });
    add(GraphView::tr("Find previous"), QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { step(true); });
    zoomToSelection = add(GraphView::tr("&Zoom to the selection\t1"), {}, [this] {
        canvas->showNode(canvas->selected());
    });
    foldAllAction = add(GraphView::tr("&Collapse all"), {}, [this] { foldAll(); });
    unfoldAllAction = add(GraphView::tr("&Expand all"), {}, [this] { unfoldAll(); });
    auto *exports = new QMenu(GraphView::tr("Save, copy or print the picture"), q);
    output->fillMenu(exports);
    auto *more = new QMenu(GraphView::tr("More for the graph"), q);
    more->addActions({findAction, zoomToSelection});
    more->addSeparator();
    more->addActions({foldAllAction, unfoldAllAction});
    connect(more, &QMenu::aboutToShow, q, [this] {
        zoomToSelection->setEnabled(canvas->selected() >= 0);
        unfoldAllAction->setEnabled(!folds.isEmpty());
    });
    toolBar->setMenus(exports, more);
}

void GraphView::Private::connectCanvas()
{
    connect(canvas, &GraphCanvas::painted, q, &GraphView::painted);
    connect(canvas, &GraphCanvas::viewChanged, q, [this] {
        toolBar->setZoom(canvas->zoom());
        placeToolBar();
    });
    connect(canvas, &GraphCanvas::nodeSelected, q, [this](int index) { userSelected(index); });
    connect(canvas, &GraphCanvas::nodeActivated, q, [this](int index) {
        if (const GraphNode *item = node(index))
            Q_EMIT q->stateActivated(item->stateName, item->sourceLine);
    });
    connect(canvas, &GraphCanvas::foldRequested, q, [this](int index) { toggleGroup(index); });
    connect(canvas, &GraphCanvas::branchFoldRequested, q, [this](int index) { toggleBranch(index); });
    connect(canvas, &GraphCanvas::menuRequested, q,
            [this](int index, const QPoint &global) { popupNodeMenu(index, global); });
    connect(panel, &GraphPanel::nodeChosen, q, [this](int index, int edge) {
        choose(index, edge, false);
        if (edge >= 0) // a link of the details: the keyboard stays where its list is
            panel->outline()->setFocus();
    });
    connect(panel, &GraphPanel::nodeActivated, q, [this](int index) {
        const GraphNode &item = whole()->model.nodes.at(index);
        Q_EMIT q->stateActivated(item.stateName, item.sourceLine);
    });
    connect(panel, &GraphPanel::closeRequested, q, [this] {
        setPanelShown(false);
        canvas->setFocus();
    });
    connect(split, &QSplitter::splitterMoved, q, [this] {
        const QList<int> sizes = split->sizes();
        if (sizes.at(0) + sizes.at(1) > 0)
            panelShare = double(sizes.at(1)) / (sizes.at(0) + sizes.at(1));
    });
    connect(findBar, &GraphFindBar::searchChanged, q, [this](const QString &text) { find(text, true); });
    connect(findBar, &GraphFindBar::stepRequested, q, [this](bool backward) { step(backward); });
    connect(findBar, &GraphFindBar::closed, q, [this] {
        find({}, false);
        canvas->setFocus();
    });
}

void GraphView::Private::connectToolBar()
{
    connect(toolBar, &GraphToolBar::zoomInRequested, q, &GraphView::zoomIn);
    connect(toolBar, &GraphToolBar::zoomOutRequested, q, &GraphView::zoomOut);
    connect(toolBar, &GraphToolBar::fitRequested, q, &GraphView::fit);
    connect(toolBar, &GraphToolBar::minimapChanged, minimap, &GraphMinimap::setWanted);
    connect(toolBar, &GraphToolBar::findRequested, q, &GraphView::find);
    connect(toolBar, &GraphToolBar::resized, q, [this] { placeToolBar(); });
    connect(toolBar, &GraphToolBar::panelChanged, q, [this](bool shown) { setPanelShown(shown); });
    connect(toolBar, &GraphToolBar::leftRightChanged, q, [this](bool leftRight) {
        direction = leftRight ? LayoutDirection::LeftRight : LayoutDirection::TopDown;
        startLayout(false);
    });
    connect(output, &GraphOutput::failed, q, [this](const Error &error) { banner->setError(error); });
    connect(output, &GraphOutput::done, toolBar, &GraphToolBar::showNotice);
    connect(output, &GraphOutput::busyChanged, toolBar, &GraphToolBar::setExporting);
}

void GraphView::Private::placeToolBar() const
{
    toolBar->move(space::m, canvas->height() - toolBar->height() - space::m);
}

// ---- selection ----

void GraphView::Private::userSelected(int shown)
{
    const GraphNode *item = node(shown);
    chosen = item ? item->id : QString();
    wanted = item ? item->stateName : QString();
    chosenEdge = -1;
    panel->setCurrent(item ? canvas->picture()->map.wholeOf[static_cast<size_t>(shown)] : -1);
    Q_EMIT q->stateSelected(wanted, item ? item->sourceLine : 0);
    Q_EMIT q->partSelected(item ? canvas->picture()->map.wholeOf[static_cast<size_t>(shown)] : -1);
}

// What is folded away is unfolded first.
void GraphView::Private::choose(int wholeNode, int wholeEdge, bool zoom)
{
    const SharedPicture picture = canvas->picture();
    if (!picture || wholeNode < 0)
        return;
    const GraphNode &item = picture->whole->model.nodes.at(wholeNode);
    const bool changed = chosen != item.id || wanted != item.stateName;
    chosen = item.id;
    wanted = item.stateName;
    chosenEdge = -1;
    zoomToEdge = zoom ? wholeEdge : -1;
    const auto shown = static_cast<size_t>(picture->map.shownAs[static_cast<size_t>(wholeNode)]);
    if (picture->map.wholeOf[shown] == wholeNode) {
        applySelection(!zoom);
        if (zoom)
            showChosen();
    } else {
        zoomToChosen = true;
        GraphFolds next = folds;
        reveal(next, picture->whole->model, wholeNode);
        refold(next, {});
    }
    if (changed) {
        Q_EMIT q->stateSelected(wanted, item.sourceLine);
        Q_EMIT q->partSelected(wholeNode);
    }
}

void GraphView::Private::showChosen()
{
    const FoldMap &map = canvas->picture()->map;
    const int edge = zoomToEdge < 0 ? -1 : map.edgeAs[static_cast<size_t>(zoomToEdge)];
    if (edge >= 0)
        canvas->showEdge(edge);
    else
        canvas->showNode(canvas->selected());
    zoomToEdge = -1;
}

// ---- folds ----

void GraphView::Private::refold(const GraphFolds &next, const QString &held)
{
    folds = next;
    canvas->holdInPlace(held);
    startLayout(true);
}

void GraphView::Private::toggleGroup(int shown)
{
    const GraphNode *item = node(shown);
    if (!item || !item->canFold())
        return;
    GraphFolds next = folds;
    if (!next.groups.remove(item->id))
        next.groups.insert(item->id);
    refold(next, item->id);
}

void GraphView::Private::toggleBranch(int shown)
{
    const GraphNode *item = node(shown);
    if (!item)
        return;
    GraphFolds next = folds;
    const int index = canvas->picture()->map.wholeOf[static_cast<size_t>(shown)];
    if (!next.branches.remove(item->id)) {
        if (whole()->branchSizes[static_cast<size_t>(index)] == 0)
            return;
        next.branches.insert(item->id);
    }
    refold(next, item->id);
}

void GraphView::Private::foldAll()
{
    if (!whole())
        return;
    GraphFolds next = allGroupsFolded(whole()->model);
    next.branches = folds.branches;
    const GraphNode *item = node(canvas->selected());
    refold(next, item ? item->id : QString());
}

void GraphView::Private::unfoldAll()
{
    const GraphNode *item = node(canvas->selected());
    refold({}, item ? item->id : QString());
}

void GraphView::Private::popupNodeMenu(int shown, const QPoint &global)
{
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const GraphNode *item = node(shown);
    if (item) {
        const auto add = [this, menu, id = item->id](const QString &text, auto run) {
            connect(menu->addAction(text), &QAction::triggered, q, [this, id, run] {
                // The graph may have been drawn again while the menu was open.
                if (const int index = canvas->picture() ? canvas->picture()->model.indexOf(id) : -1; index >= 0)
                    run(index);
            });
        };
        add(GraphView::tr("&Open\tEnter"), [this](int index) { Q_EMIT canvas->nodeActivated(index); });
        add(GraphView::tr("&Zoom to it\t1"), [this](int index) { canvas->showNode(index); });
        if (item->canFold())
            add(item->isGroup ? GraphView::tr("&Collapse\tSpace") : GraphView::tr("&Expand\tSpace"),
                [this](int index) { toggleGroup(index); });
        const auto index = static_cast<size_t>(canvas->picture()->map.wholeOf[static_cast<size_t>(shown)]);
        if (item->hiddenAfter > 0)
            add(GraphView::tr("Show what &follows\tShift+Space"), [this](int at) { toggleBranch(at); });
        else if (const int count = whole()->branchSizes[index]; count > 0)
            add(GraphView::tr("Hide the %n state(s) that &follow\tShift+Space", nullptr, count),
                [this](int at) { toggleBranch(at); });
        if (!panel->isVisibleTo(split))
            add(GraphView::tr("Show the &details"), [this](int) { setPanelShown(true); });
        menu->addSeparator();
        if (!item->stateName.isEmpty())
            Q_EMIT q->stateMenuRequested(menu, item->stateName);
        menu->addSeparator();
    }
    unfoldAllAction->setEnabled(!folds.isEmpty());
    menu->addActions({foldAllAction, unfoldAllAction, findAction});
    menu->popup(global);
}

// ---- find ----

void GraphView::Private::openFind()
{
    if (!canvas->picture())
        return;
    findBar->open();
    find(findBar->text(), true);
}

void GraphView::Private::find(const QString &text, bool showFirst)
{
    matches.clear();
    match = -1;
    searching.cancel();
    if (text.trimmed().isEmpty() || !whole()) {
        findBar->setOutcome(-1, 0);
        return applyMatches();
    }
    auto future = runOnWorker<QList<GraphMatch>>([graph = whole(), text]() -> Result<QList<GraphMatch>> {
        return findInGraph(graph->model, text.trimmed());
    });
    searching = deliver(std::move(future), q, [this, showFirst](const Result<QList<GraphMatch>> &found) {
        if (!found)
            return;
        matches = *found;
        applyMatches();
        findBar->setOutcome(-1, matches.size());
        if (showFirst)
            step(false);
    });
}

void GraphView::Private::step(bool backward)
{
    if (matches.isEmpty())
        return;
    if (match < 0)
        match = backward ? matches.size() - 1 : 0;
    else
        match = (match + (backward ? matches.size() - 1 : 1)) % matches.size();
    findBar->setOutcome(match, matches.size());
    choose(matches.at(match).node, matches.at(match).edge, true);
}

void GraphView::Private::applyMatches()
{
    const SharedPicture &picture = canvas->picture();
    if (!picture)
        return;
    QSet<int> nodes;
    QSet<int> edges;
    for (const GraphMatch &found : std::as_const(matches)) {
        const int edge = found.edge < 0 ? -1 : picture->map.edgeAs[static_cast<size_t>(found.edge)];
        if (edge >= 0)
            edges.insert(edge);
        else
            nodes.insert(picture->map.shownAs[static_cast<size_t>(found.node)]);
    }
    canvas->setMatches(std::move(nodes), std::move(edges));
}

// ---- panel ----

void GraphView::Private::setPanelShown(bool shown)
{
    toolBar->setPanel(shown);
    panel->setVisible(shown);
    arrangePanel();
}

void GraphView::Private::arrangePanel()
{
    const bool beside = q->width() >= kRoomBeside;
    split->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
    panel->setSideBySide(!beside);
    if (!panel->isVisibleTo(split))
        return;
    const int room = beside ? split->width() : split->height();
    const int side = qRound(room * panelShare);
    split->setSizes({room - side, beside ? qBound(220, side, 420) : side});
}

} // namespace podium
