// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/heat.h"
#include "models/graph/overlay.h"
#include "models/graph/runcomparison.h"
#include "ui/graph/graphpicture.h"

#include <QWidget>

#include <optional>

class QSplitter;
class QTreeView;

namespace podium {

class GraphDetails;
class GraphOutlineModel;

/// Outline of the graph and details of the selected node, in sync with the canvas: the way through the graph without
/// the picture.
class GraphPanel : public QWidget
{
    Q_OBJECT
public:
    explicit GraphPanel(QWidget *parent = nullptr);

    void setGraph(const SharedWhole &whole);
    void setOverlay(const GraphOverlay &overlay); ///< of the whole graph
    void setHeat(const GraphHeat &heat);          ///< of the whole graph; without runs: none
    void setRuns(const RunPair &runs);            ///< of the whole graph
    void setCurrent(int node);                    ///< of the whole; -1 for none. Emits nothing.
    void setSideBySide(bool sideBySide);          ///< the details beside the outline, not below it
    QTreeView *outline() const { return m_tree; }

Q_SIGNALS:
    void nodeChosen(int node, int edge); ///< by the user; edge: the transition that led there, or -1
    void nodeActivated(int node);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeHeader();
    void showDetails();

    SharedWhole m_whole;
    GraphOverlay m_overlay;
    GraphHeat m_heat;
    std::optional<RunPair> m_runs;
    int m_node = -1;
    bool m_following = false; ///< the selection of the tree is being set, not chosen
    GraphOutlineModel *m_model;
    QTreeView *m_tree;
    GraphDetails *m_details;
    QSplitter *m_split;
};

} // namespace podium
