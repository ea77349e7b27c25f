// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/graph/graphsearch.h"
#include "models/graph/overlay.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphview.h"
#include "ui/graph/overlaysource.h"

#include <QPointer>

#include <atomic>
#include <optional>

class QAction;
class QMenu;
class QSplitter;

namespace podium {

class Banner;
class GraphFindBar;
class GraphMinimap;
class GraphOutput;
class GraphPanel;
class GraphStamp;
class GraphToolBar;
class StateView;

/// What GraphView is made of. graphview.cpp: the graph; graphoverlays.cpp: what runs did, laid over it;
/// graphactions.cpp: what the user can do.
class GraphView::Private
{
public:
    explicit Private(GraphView *view)
        : q(view)
    {
    }

    void build();
    void connectCanvas();
    void connectToolBar();
    void makeActions();

    void startLayout(bool keepView);
    void show(const SharedPicture &picture, bool keepView);
    void showProblems();
    void popupProblems();
    void connectOverlays();
    void applyOverlays();
    void showOverlay();
    void showCurrent();
    void followCurrent();
    void countHeat();
    void showHeat();
    void applyLook(const HeatLook &look);
    void showRuns();
    void applySelection(bool moveThere);
    void placeToolBar() const;
    const GraphNode *node(int index) const;
    SharedWhole whole() const { return canvas->picture() ? canvas->picture()->whole : SharedWhole(); }
    int chosenIndex() const;

    void userSelected(int shown);
    void choose(int wholeNode, int wholeEdge, bool zoom);
    void showChosen();
    void toggleGroup(int shown);
    void toggleBranch(int shown);
    void refold(const GraphFolds &next, const QString &held);
    void foldAll();
    void unfoldAll();
    void popupNodeMenu(int shown, const QPoint &global);

    void openFind();
    void find(const QString &text, bool showFirst);
    void step(bool backward);
    void applyMatches();

    void setPanelShown(bool shown);
    void arrangePanel();

    GraphView *q;
    bool problemsShown = true;
    Banner *banner = nullptr;
    StateView *states = nullptr;
    QSplitter *split = nullptr;
    GraphCanvas *canvas = nullptr;
    GraphPanel *panel = nullptr;
    GraphFindBar *findBar = nullptr;
    GraphMinimap *minimap = nullptr;
    GraphToolBar *toolBar = nullptr;
    GraphOutput *output = nullptr;
    GraphStamp *stamp = nullptr;
    QAction *findAction = nullptr;
    QAction *zoomToSelection = nullptr;
    QAction *foldAllAction = nullptr;
    QAction *unfoldAllAction = nullptr;

    QByteArray source;
    bool hasSource = false;
    SharedWhole read; ///< of `source`; null until it is read
    GraphFolds folds;
    LayoutDirection direction = LayoutDirection::TopDown;
    double panelShare = 0.34;
    Pending pending;
    std::shared_ptr<std::atomic_bool> cancelled; ///< of the layout under way

    OverlaySource overlays;
    bool showedCurrent = false;
    bool announce = false; ///< what is painted next is news, not a step of a replay
    GraphOverlay overlay;  ///< of the whole graph

    bool hasHeat = false;
    HeatMeasure measure = HeatMeasure::Runs;
    QList<NodeDefinition> heatDefinitions;
    QList<WorkflowInstance> heatRuns;
    CountedHeat heat; ///< of the whole graph
    Pending counting;
    Pending shading;

    std::optional<RunPair> runs; ///< of the whole graph

    QString wanted;        ///< state to select once there is a graph that has it
    QString chosen;        ///< id of the node that the user chose: the state, or a part of it; it may be folded away
    int chosenEdge = -1;   ///< of the whole: brought out instead of all transitions of `chosen`
    int zoomToEdge = -1;   ///< of the whole, once the layout under way is done
    bool zoomToChosen = false;

    Pending searching;
    QList<GraphMatch> matches;
    qsizetype match = -1;
};

} // namespace podium
