// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphcanvas.h"

#include <QScrollBar>

#include <cmath>
#include <utility>

// Zoom and place.
namespace podium {

namespace {

constexpr double kSmallest = 0.02;
constexpr double kLargest = 3;
constexpr double kReadable = 0.62; ///< texts are easy to read from here on
constexpr double kBorder = 28;     ///< around a fitted graph
constexpr double kToolBar = 56;    ///< what lies over the lower edge
constexpr double kStaysInView = 60;

} // namespace

void GraphCanvas::setView(double zoom, const QPointF &offset)
{
    const QPointF place = limited(zoom, offset);
    if (zoom == m_zoom && place == m_offset)
        return;
    m_offset = place;
    if (std::exchange(m_zoom, zoom) != zoom)
        setTransform(QTransform::fromScale(zoom, zoom));
    horizontalScrollBar()->setValue(-qRound(place.x()));
    verticalScrollBar()->setValue(-qRound(place.y()));
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
    const QRectF room = QRectF(rect()).adjusted(kBorder, kBorder, -kBorder, -kToolBar);
    const double zoom =
        std::clamp(std::min(room.width() / bounds.width(), room.height() / bounds.height()), kSmallest, 1.0);
    setView(zoom, room.center() - bounds.center() * zoom);
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

void GraphCanvas::centerAt(const QPointF &scenePoint)
{
    m_mode = ViewMode::Free;
    setView(m_zoom, QRectF(rect()).center() - scenePoint * m_zoom);
}

QRectF GraphCanvas::visibleScene() const
{
    return {toScene({0, 0}), QSizeF(size()) / m_zoom};
}

void GraphCanvas::ensureNodeVisible(int node)
{
    if (m_picture && node >= 0)
        bringIntoView(m_picture->layout.nodes.at(node).rect);
}

void GraphCanvas::ensureEdgeVisible(int edge)
{
    if (!m_picture || edge < 0)
        return;
    const EdgeGeometry &line = m_picture->layout.edges.at(edge);
    bringIntoView(line.label.isEmpty() ? QRectF(line.points.first(), line.points.last()).normalized() : line.label);
}

void GraphCanvas::bringIntoView(const QRectF &scene)
{
    const QRectF box = toWidget(scene).adjusted(-20, -20, 20, 20);
    const QRectF view = QRectF(rect()).adjusted(0, 0, 0, -kToolBar);
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

void GraphCanvas::zoomTo(const QRectF &scene)
{
    constexpr double kAround = 2.2; // some of the neighbours help to see where it is
    const double fits = std::min(width() / (scene.width() * kAround), height() / (scene.height() * kAround));
    m_mode = ViewMode::Free;
    const double zoom = std::clamp(fits, std::min(kReadable, m_zoom), std::max(1.0, std::min(m_zoom, fits)));
    setView(zoom, QRectF(rect()).center() - scene.center() * zoom);
    // What is larger than the view is shown from its beginning.
    const QRectF shown = toWidget(scene);
    panBy({std::max(0.0, kBorder - shown.left()), std::max(0.0, kBorder - shown.top())});
}

void GraphCanvas::showNode(int node)
{
    if (m_picture && node >= 0)
        zoomTo(m_picture->layout.nodes.at(node).rect);
}

void GraphCanvas::showEdge(int edge)
{
    if (!m_picture || edge < 0)
        return;
    const EdgeGeometry &line = m_picture->layout.edges.at(edge);
    zoomTo(line.label.isEmpty() ? QRectF(line.points.first(), line.points.last()).normalized() : line.label);
}

} // namespace podium
