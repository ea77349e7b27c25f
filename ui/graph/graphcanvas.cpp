// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphcanvas.h"

#include "ui/graph/graphaccessible.h"
#include "ui/graph/graphdescription.h"

#include <QApplication>
#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr double kSmallest = 0.02;
constexpr double kLargest = 3;
constexpr double kReadable = 0.62; ///< texts are easy to read from here on
constexpr double kBorder = 28;     ///< around a fitted graph
constexpr double kStaysInView = 60;

} // namespace

GraphCanvas::GraphCanvas(QWidget *parent)
    : QWidget(parent)
{
    installGraphAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Workflow graph"));
    setAccessibleDescription(tr("Arrow keys walk along the transitions, Enter opens the state."));
    setMinimumSize(160, 120);
    updateStyle();
}

void GraphCanvas::setPicture(SharedPicture picture, LayoutDirection direction, bool keepView)
{
    m_picture = std::move(picture);
    m_direction = direction;
    m_look.selected = m_look.hovered = -1;
    m_painter.setPicture(m_picture);
    if (!keepView || m_mode != ViewMode::Free) {
        if (m_mode == ViewMode::Fit && keepView)
            fit();
        else
            showStart();
    }
    update();
}

void GraphCanvas::setOverlay(GraphOverlay overlay)
{
    if (overlay == m_painter.overlay())
        return;
    m_painter.setOverlay(std::move(overlay));
    update();
    if (m_look.selected >= 0)
        announceSelection();
}

void GraphCanvas::updateStyle()
{
    m_painter.setStyle(GraphStyle(palette(), font()));
    update();
}

// ---- view ----

void GraphCanvas::setView(double zoom, const QPointF &offset)
{
    const QPointF place = limited(zoom, offset);
    if (zoom == m_zoom && place == m_offset)
        return;
    m_zoom = zoom;
    m_offset = place;
    update();
    Q_EMIT viewChanged();
}

// Some of the graph always stays in view.
QPointF GraphCanvas::limited(double zoom, QPointF offset) const
{
    if (!m_picture)
        return offset;
    const QRectF bounds = m_picture->layout.bounds;
    offset.setX(
        std::clamp(offset.x(), kStaysInView - bounds.right() * zoom, std::max(kStaysInView, width() - kStaysInView)));
    offset.setY(
        std::clamp(offset.y(), kStaysInView - bounds.bottom() * zoom, std::max(kStaysInView, height() - kStaysInView)));
    return offset;
}

void GraphCanvas::zoomBy(double factor, const QPointF &anchor)
{
    const double zoom = std::clamp(m_zoom * factor, kSmallest, kLargest);
    m_mode = ViewMode::Free;
    setView(zoom, anchor - (anchor - m_offset) * (zoom / m_zoom));
}

void GraphCanvas::fit()
{
    m_mode = ViewMode::Fit;
    if (!m_picture || m_picture->layout.bounds.isEmpty())
        return;
    const QRectF bounds = m_picture->layout.bounds;
    const double zoom = std::clamp(
        std::min((width() - 2 * kBorder) / bounds.width(), (height() - 2 * kBorder) / bounds.height()), kSmallest, 1.0);
    setView(zoom, QRectF(rect()).center() - bounds.center() * zoom);
}

void GraphCanvas::showStart()
{
    fit();
    m_mode = ViewMode::Start;
    if (!m_picture || m_zoom >= kReadable || m_picture->layout.nodes.isEmpty())
        return;
    // Too large to be read as a whole: from the start, as wide as possible.
    const QRectF bounds = m_picture->layout.bounds;
    const QRectF start = m_picture->layout.nodes.first().rect;
    const bool down = m_direction == LayoutDirection::TopDown;
    const double across = down ? (width() - 2 * kBorder) / bounds.width() : (height() - 2 * kBorder) / bounds.height();
    const double zoom = std::clamp(across, kReadable, 1.0);
    QPointF offset = QRectF(rect()).center() - bounds.center() * zoom;
    if (down) {
        offset.setY(kBorder - bounds.top() * zoom);
        if (bounds.width() * zoom > width())
            offset.setX(width() / 2.0 - start.center().x() * zoom);
    } else {
        offset.setX(kBorder - bounds.left() * zoom);
        if (bounds.height() * zoom > height())
            offset.setY(height() / 2.0 - start.center().y() * zoom);
    }
    setView(zoom, offset);
}

void GraphCanvas::panBy(const QPointF &delta)
{
    m_mode = ViewMode::Free;
    setView(m_zoom, m_offset + delta);
}

void GraphCanvas::centerOn(const QPointF &scenePoint)
{
    m_mode = ViewMode::Free;
    setView(m_zoom, QRectF(rect()).center() - scenePoint * m_zoom);
}

QRectF GraphCanvas::visibleScene() const
{
    return {toScene({0, 0}), QSizeF(size()) / m_zoom};
}

void GraphCanvas::ensureVisible(int node)
{
    if (!m_picture || node < 0)
        return;
    const QRectF box = toWidget(m_picture->layout.nodes.at(node).rect).adjusted(-20, -20, 20, 20);
    const QRectF view = rect();
    if (view.contains(box))
        return;
    QPointF delta;
    const auto needed = [](double low, double high, double viewLow, double viewHigh) {
        if (high - low > viewHigh - viewLow || low < viewLow)
            return viewLow - low;
        return high > viewHigh ? viewHigh - high : 0.0;
    };
    delta.setX(needed(box.left(), box.right(), view.left(), view.right()));
    delta.setY(needed(box.top(), box.bottom(), view.top(), view.bottom()));
    panBy(delta);
}

// ---- selection ----

void GraphCanvas::select(int node, bool byUser)
{
    if (node == m_look.selected)
        return;
    m_look.selected = node;
    update();
    announceSelection();
    if (byUser)
        Q_EMIT nodeSelected(node);
}

// What a screen reader says follows the selection.
void GraphCanvas::announceSelection()
{
    if (!m_picture || m_look.selected < 0)
        setAccessibleDescription(tr("Arrow keys walk along the transitions, Enter opens the state."));
    else
        setAccessibleDescription(nodeName(*m_picture, m_look.selected) + u". "_s +
                                 nodeDescription(*m_picture, m_painter.overlay(), m_look.selected));
    notifyGraphSelection(this, m_look.selected);
}

// ---- events ----

void GraphCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    m_look.zoom = m_zoom;
    m_look.pixelRatio = devicePixelRatioF();
    m_look.focused = hasFocus();
    const QRectF dirty = event->rect();
    painter.translate(m_offset);
    painter.scale(m_zoom, m_zoom);
    m_painter.paint(painter, {toScene(dirty.topLeft()), dirty.size() / m_zoom}, m_look);
    if (m_announce && m_picture) {
        m_announce = false;
        QMetaObject::invokeMethod(this, &GraphCanvas::painted, Qt::QueuedConnection);
    }
}

void GraphCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_mode == ViewMode::Fit)
        fit();
    else if (m_mode == ViewMode::Start)
        showStart();
    Q_EMIT viewChanged();
}

void GraphCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange)
        updateStyle();
}

void GraphCanvas::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void GraphCanvas::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool GraphCanvas::event(QEvent *event)
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
    return QWidget::event(event);
}

bool GraphCanvas::showToolTip(const QPoint &point, const QPoint &global)
{
    if (!m_picture)
        return false;
    const QPointF scene = toScene(point);
    QString text;
    if (const int node = m_picture->nodeAt(scene); node >= 0)
        text = nodeToolTip(*m_picture, m_painter.overlay(), node);
    else if (const int edge = m_picture->edgeAt(scene, 5 / m_zoom); edge >= 0)
        text = edgeToolTip(*m_picture, edge);
    if (text.isEmpty())
        return false;
    QToolTip::showText(global, text, this);
    return true;
}

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
    const int node = m_picture ? m_picture->nodeAt(toScene(point)) : -1;
    if (node == m_look.hovered)
        return;
    m_look.hovered = node;
    setCursor(node >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void GraphCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton)))
        return hover(event->position());
    if (!m_dragging && (event->position() - m_press).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    setCursor(Qt::ClosedHandCursor);
    panBy(event->position() - m_dragFrom);
    m_dragFrom = event->position();
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_dragging)
        setCursor(Qt::ArrowCursor);
    else if (event->button() == Qt::LeftButton && m_picture)
        select(m_picture->nodeAt(toScene(event->position())), true);
    m_dragging = false;
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_picture || event->button() != Qt::LeftButton)
        return;
    if (const int node = m_picture->nodeAt(toScene(event->position())); node >= 0)
        Q_EMIT nodeActivated(node);
}

void GraphCanvas::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_look.hovered = -1;
    update();
}

void GraphCanvas::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    const double page = 80;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(1.25);
    case Qt::Key_Minus:
        return zoomBy(0.8);
    case Qt::Key_0:
        return fit();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_look.selected >= 0)
            Q_EMIT nodeActivated(m_look.selected);
        return;
    case Qt::Key_Escape:
        if (m_look.selected < 0)
            break;
        return select(-1, true);
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (control || !m_picture || m_picture->model.nodes.isEmpty()) {
            const QPointF step(event->key() == Qt::Key_Left    ? page
                               : event->key() == Qt::Key_Right ? -page
                                                               : 0,
                               event->key() == Qt::Key_Up     ? page
                               : event->key() == Qt::Key_Down ? -page
                                                              : 0);
            return panBy(step);
        }
        [[fallthrough]];
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (walk(event->key()))
            return;
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace podium
