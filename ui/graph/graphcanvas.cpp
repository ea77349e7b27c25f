// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphcanvas.h"

#include "models/graph/boxsizes.h"
#include "ui/graph/graphaccessible.h"
#include "ui/graph/graphdescription.h"
#include "ui/graph/pictureitem.h"

#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QToolTip>

#include <optional>
#include <utility>

namespace podium {

using namespace Qt::StringLiterals;

GraphCanvas::GraphCanvas(QWidget *parent)
    : QGraphicsView(parent)
{
    installGraphAccessibility();
    setUpView();
    setAccessibleName(tr("Workflow graph"));
    setAccessibleDescription(tr("Arrow keys walk along the transitions, Enter opens the state."));
    setMinimumSize(160, 120);
    updateStyle();
}

// Zoom and place are kept here, with limits and modes of their own: of the view's own ways none must interfere.
void GraphCanvas::setUpView()
{
    auto *scene = new QGraphicsScene(this);
    scene->setItemIndexMethod(QGraphicsScene::NoIndex);
    scene->addItem(
        new PictureItem([this](QPainter &painter, const QRectF &exposed) { paintPicture(painter, exposed); }));
    setScene(scene);
    setSceneRect(PictureItem::room());
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setLayoutDirection(Qt::LeftToRight); // places count from the left in every language
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setFocusPolicy(Qt::NoFocus); // the view has it
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
}

void GraphCanvas::repaintPicture()
{
    viewport()->update();
}

void GraphCanvas::setPicture(SharedPicture picture, LayoutDirection direction, bool keepView)
{
    const SharedPicture before = std::exchange(m_picture, std::move(picture));
    m_direction = direction;
    m_look.selected = m_look.hovered = m_look.edge = -1;
    m_painter.setPicture(m_picture);
    m_painter.setMatches({}, {});
    if (!m_held.isEmpty() && before && m_picture)
        hold(before);
    if (!keepView || m_mode != ViewMode::Free) {
        if (m_mode == ViewMode::Fit && keepView)
            fit();
        else
            showStart();
    }
    m_held.clear();
    repaintPicture();
}

// The mark that was clicked stays under the mouse.
void GraphCanvas::hold(const SharedPicture &before)
{
    const auto place = [this](const SharedPicture &picture) -> std::optional<QPointF> {
        const int node = picture->model.indexOf(m_held);
        if (node < 0)
            return {};
        const NodeGeometry &box = picture->layout.nodes.at(node);
        return boxes::foldRect(picture->model.nodes.at(node), box.rect, box.headerHeight).center();
    };
    const auto from = place(before);
    const auto to = place(m_picture);
    if (from && to)
        panBy((*from - *to) * m_zoom);
}

void GraphCanvas::setMatches(QSet<int> nodes, QSet<int> edges)
{
    m_painter.setMatches(std::move(nodes), std::move(edges));
    repaintPicture();
}

void GraphCanvas::setOverlay(GraphOverlay overlay)
{
    if (overlay == m_painter.overlay())
        return;
    m_painter.setOverlay(std::move(overlay));
    repaintPicture();
    if (m_look.selected >= 0)
        announceSelection();
}

void GraphCanvas::setHeat(SharedHeat heat)
{
    m_painter.setHeat(std::move(heat));
    repaintPicture();
    if (m_look.selected >= 0)
        announceSelection();
}

void GraphCanvas::setRuns(SharedRunMarks runs)
{
    if (!runs && !m_painter.runs())
        return;
    m_painter.setRuns(std::move(runs));
    update();
    if (m_look.selected >= 0)
        announceSelection();
}

QString GraphCanvas::describe(int node) const
{
    return nodeDescription(*m_picture, m_painter.overlay(), node, m_painter.figuresOf(m_picture->model.nodes.at(node)));
}

void GraphCanvas::updateStyle()
{
    m_painter.setStyle(GraphStyle(palette(), font()));
    repaintPicture();
}

// ---- selection ----

void GraphCanvas::select(int node, bool byUser)
{
    if (node == m_look.selected && m_look.edge < 0)
        return;
    m_look.selected = node;
    m_look.edge = -1;
    repaintPicture();
    announceSelection();
    if (byUser)
        Q_EMIT nodeSelected(node);
}

void GraphCanvas::selectEdge(int edge)
{
    m_look.edge = edge;
    repaintPicture();
}

// What a screen reader says follows the selection.
void GraphCanvas::announceSelection()
{
    if (!m_picture || m_look.selected < 0)
        setAccessibleDescription(tr("Arrow keys walk along the transitions, Enter opens the state."));
    else
        setAccessibleDescription(nodeName(*m_picture, m_look.selected) + u". "_s + describe(m_look.selected));
    notifyGraphSelection(this, m_look.selected);
}

// ---- events ----

void GraphCanvas::paintPicture(QPainter &painter, const QRectF &exposed)
{
    m_look.zoom = m_zoom;
    m_look.pixelRatio = devicePixelRatioF();
    m_look.focused = hasFocus();
    m_painter.paint(painter, exposed, m_look);
}

void GraphCanvas::paintEvent(QPaintEvent *event)
{
    QGraphicsView::paintEvent(event);
    if (m_announce && m_picture) {
        m_announce = false;
        QMetaObject::invokeMethod(this, &GraphCanvas::painted, Qt::QueuedConnection);
    }
}

void GraphCanvas::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_mode == ViewMode::Fit)
        fit();
    else if (m_mode == ViewMode::Start)
        showStart();
    Q_EMIT viewChanged();
}

void GraphCanvas::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange)
        updateStyle();
}

void GraphCanvas::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    repaintPicture();
}

void GraphCanvas::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    repaintPicture();
}

bool GraphCanvas::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomBy(1 + gesture->value(), gesture->position());
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (!showToolTip(help->pos(), help->globalPos()))
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::Leave)
        endHover();
    return QGraphicsView::viewportEvent(event);
}

QString GraphCanvas::toolTipOf(int node) const
{
    return nodeToolTip(*m_picture, m_painter.overlay(), node, m_painter.figuresOf(m_picture->model.nodes.at(node)));
}

bool GraphCanvas::showToolTip(const QPoint &point, const QPoint &global)
{
    if (!m_picture)
        return false;
    const QPointF scene = toScene(point);
    QString text;
    if (const GraphPicture::Fold fold = foldAt(point); fold.node >= 0)
        text = foldToolTip(m_picture->model.nodes.at(fold.node), fold.branch);
    else if (const int node = m_picture->nodeAt(scene); node >= 0)
        text = toolTipOf(node);
    else if (const int edge = m_picture->edgeAt(scene, 5 / m_zoom); edge >= 0)
        text = edgeToolTip(*m_picture, edge);
    if (text.isEmpty())
        return false;
    QToolTip::showText(global, text, this);
    return true;
}

} // namespace podium
