// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphcanvas.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QWheelEvent>

#include <cmath>

// Mouse, wheel and keys.
namespace podium {

void GraphCanvas::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        const double steps = event->angleDelta().y() / 120.0;
        if (steps != 0)
            zoomBy(std::pow(1.2, std::clamp(steps, -5.0, 5.0)), event->position());
    } else {
        QPointF delta = event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 2 : QPointF(event->pixelDelta());
        if (event->modifiers() & Qt::ShiftModifier)
            delta = delta.transposed();
        panBy(delta);
    }
    event->accept();
}

void GraphCanvas::mousePressEvent(QMouseEvent *event)
{
    m_press = m_dragFrom = event->position();
    m_dragging = false;
    event->accept();
}

void GraphCanvas::hover(const QPointF &point)
{
    const int mark = foldAt(point).node;
    const int node = mark >= 0 ? mark : m_picture ? m_picture->nodeAt(toScene(point)) : -1;
    if (node == m_look.hovered)
        return;
    m_look.hovered = node;
    viewport()->setCursor(node >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    repaintPicture();
}

void GraphCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton)))
        return hover(event->position());
    if (!m_dragging && (event->position() - m_press).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    viewport()->setCursor(Qt::ClosedHandCursor);
    panBy(event->position() - m_dragFrom);
    m_dragFrom = event->position();
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_dragging)
        viewport()->setCursor(Qt::ArrowCursor);
    else if (const GraphPicture::Fold fold = foldAt(event->position());
             event->button() == Qt::LeftButton && fold.node >= 0)
        fold.branch ? Q_EMIT branchFoldRequested(fold.node) : Q_EMIT foldRequested(fold.node);
    else if (event->button() == Qt::LeftButton && m_picture)
        select(m_picture->nodeAt(toScene(event->position())), true);
    m_dragging = false;
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_picture || event->button() != Qt::LeftButton || foldAt(event->position()).node >= 0)
        return;
    if (const int node = m_picture->nodeAt(toScene(event->position())); node >= 0)
        Q_EMIT nodeActivated(node);
}

void GraphCanvas::endHover()
{
    m_look.hovered = -1;
    repaintPicture();
}

GraphPicture::Fold GraphCanvas::foldAt(const QPointF &point) const
{
    return m_picture ? m_picture->foldAt(toScene(point), m_zoom) : GraphPicture::Fold();
}

void GraphCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_picture)
        return;
    if (event->reason() != QContextMenuEvent::Keyboard) {
        const int node = m_picture->nodeAt(toScene(event->pos()));
        select(node, true);
        Q_EMIT menuRequested(node, event->globalPos());
        return;
    }
    QPoint place = rect().center();
    if (m_look.selected >= 0) {
        ensureNodeVisible(m_look.selected);
        place = toWidget(m_picture->layout.nodes.at(m_look.selected).rect).center().toPoint();
    }
    Q_EMIT menuRequested(m_look.selected, mapToGlobal(place));
}

// The group itself, or the one that the selected part lies in.
void GraphCanvas::foldByKey(bool branch)
{
    int node = m_look.selected;
    if (!m_picture || node < 0)
        return;
    const auto &nodes = m_picture->model.nodes;
    if (branch) {
        while (nodes.at(node).parent >= 0)
            node = nodes.at(node).parent;
        Q_EMIT branchFoldRequested(node);
        return;
    }
    while (node >= 0 && !nodes.at(node).canFold())
        node = nodes.at(node).parent;
    if (node >= 0)
        Q_EMIT foldRequested(node);
}

bool GraphCanvas::viewKey(const QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1.25);
        return true;
    case Qt::Key_Minus:
        zoomBy(0.8);
        return true;
    case Qt::Key_0:
        fit();
        return true;
    case Qt::Key_1:
        showNode(m_look.selected);
        return true;
    default:
        return false;
    }
}

void GraphCanvas::keyPressEvent(QKeyEvent *event)
{
    if (viewKey(event))
        return;
    const bool arrow = event->key() >= Qt::Key_Left && event->key() <= Qt::Key_Down;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_look.selected >= 0)
            Q_EMIT nodeActivated(m_look.selected);
        return;
    case Qt::Key_Space:
        return foldByKey(event->modifiers() & Qt::ShiftModifier);
    case Qt::Key_Escape:
        if (m_look.selected < 0)
            break;
        return select(-1, true);
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (arrow && ((event->modifiers() & Qt::ControlModifier) || !m_picture || m_picture->model.nodes.isEmpty())) {
            constexpr double kStep = 80;
            const bool across = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
            const double by = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up ? kStep : -kStep;
            return panBy(across ? QPointF(by, 0) : QPointF(0, by));
        }
        if (walk(event->key()))
            return;
        break;
    default:
        break;
    }
    event->ignore();
}

} // namespace podium
