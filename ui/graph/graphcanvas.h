// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphpainter.h"

#include <QGraphicsView>

namespace podium {

/// Shows a picture: zoom, pan, selection by mouse and keyboard. Knows no services and no workers.
///
/// Mouse: drag pans, wheel pans, Ctrl+wheel and pinch zoom, click selects, double click activates, a click on the mark
/// of a group folds it.
/// Keys: arrows walk along the transitions (up and down in a top-down graph) and between neighbours, Home to the start,
/// Page Up and Down through everything in the order of the definition, Enter activates, Escape clears the selection,
/// Ctrl+arrows pan, + - 0 zoom and fit, 1 shows the selection large; Space folds and unfolds the group, Shift+Space what
/// follows.
class GraphCanvas : public QGraphicsView
{
    Q_OBJECT
public:
    explicit GraphCanvas(QWidget *parent = nullptr);

    void setPicture(SharedPicture picture, LayoutDirection direction, bool keepView);
    /// When the next picture comes, the node of this id stays where it is on the screen, if both pictures have it.
    void holdInPlace(const QString &nodeId) { m_held = nodeId; }
    const SharedPicture &picture() const { return m_picture; }
    void setOverlay(GraphOverlay overlay);
    const GraphOverlay &overlay() const { return m_painter.overlay(); }
    void setHeat(SharedHeat heat); ///< colours by many runs; null for none
    void setRuns(SharedRunMarks runs); ///< two runs instead of one; null for none
    GraphPainter &painter() { return m_painter; }

    /// What a node is, what the run or the runs did there, where it leads: plain text; rich text for the mouse.
    QString describe(int node) const;
    QString toolTipOf(int node) const;

    int selected() const { return m_look.selected; }
    void select(int node, bool byUser);
    /// Brings out one transition instead of all those of the selected node, until another node is selected; -1: none.
    void selectEdge(int edge);
    int selectedEdge() const { return m_look.edge; }
    void ensureNodeVisible(int node);
    void ensureEdgeVisible(int edge); ///< its label, else both of its ends
    void showNode(int node); ///< in the middle, large enough to be read
    void showEdge(int edge); ///< its label
    /// Marks what a search found.
    void setMatches(QSet<int> nodes, QSet<int> edges);

    double zoom() const { return m_zoom; }
    void zoomBy(double factor, const QPointF &anchor); ///< anchor: what stays where it is, in widget coordinates
    void zoomBy(double factor) { zoomBy(factor, QRectF(rect()).center()); }
    void fit();       ///< everything, and from now on at every resize
    void showStart(); ///< as much as can be read, from the start
    void panBy(const QPointF &delta);
    void centerAt(const QPointF &scenePoint);
    QRectF visibleScene() const;
    QPointF toScene(const QPointF &point) const { return (point - m_offset) / m_zoom; }
    QRectF toWidget(const QRectF &rect) const { return {rect.topLeft() * m_zoom + m_offset, rect.size() * m_zoom}; }

    void repaintPicture(); ///< something of it looks different now
    /// The next paint is announced by painted().
    void announcePaint() { m_announce = true; }

Q_SIGNALS:
    void nodeSelected(int node); ///< by the user; -1: nothing
    void nodeActivated(int node);
    void foldRequested(int node);       ///< fold or unfold this group
    void branchFoldRequested(int node); ///< the same for what follows the node
    void menuRequested(int node, const QPoint &global); ///< node: -1 for none
    void viewChanged(); ///< zoom or place
    void painted();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setUpView();
    void paintPicture(QPainter &painter, const QRectF &exposed);
    void bringIntoView(const QRectF &scene);
    void setView(double zoom, const QPointF &offset);
    QPointF limited(double zoom, QPointF offset) const;
    void updateStyle();
    void hover(const QPointF &point);
    void endHover();
    bool showToolTip(const QPoint &point, const QPoint &global);
    void zoomTo(const QRectF &scene);
    void hold(const SharedPicture &before);
    GraphPicture::Fold foldAt(const QPointF &point) const;
    void foldByKey(bool branch);
    bool viewKey(const QKeyEvent *event);
    bool walk(int key);
    int stepAlong(int node, bool forward) const;
    int stepAside(int node, bool right) const;
    int stepInOrder(int node, int step) const;
    void announceSelection();

    enum class ViewMode { Free, Fit, Start };

    SharedPicture m_picture;
    LayoutDirection m_direction = LayoutDirection::TopDown;
    GraphPainter m_painter;
    GraphPainter::Look m_look;
    double m_zoom = 1;
    QPointF m_offset; ///< of the scene's origin; the view scrolls by whole pixels, and zooming must not add up the rest
    QString m_held;
    ViewMode m_mode = ViewMode::Start;
    QPointF m_press;
    QPointF m_dragFrom;
    bool m_dragging = false;
    bool m_announce = false;
};

} // namespace podium
