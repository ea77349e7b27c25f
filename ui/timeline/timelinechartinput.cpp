// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/itemtexts.h"
#include "ui/timeline/timelinechart.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

// Mouse, wheel and keys.
namespace podium {

namespace {

constexpr int kGrip = 4; ///< px on each side of the line between names and bars
constexpr double kStep = 1.3;

} // namespace

void TimelineChart::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        const double steps = event->angleDelta().y() / 120.0;
        if (steps != 0)
            zoomAt(std::pow(kStep, std::clamp(steps, -5.0, 5.0)), event->position().x() - m_nameWidth);
        event->accept();
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier) {
        const int delta = event->pixelDelta().isNull() ? event->angleDelta().y() / 2 : event->pixelDelta().y();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - delta);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

TimelineChart::Drag TimelineChart::dragAt(const QPoint &point) const
{
    if (std::abs(point.x() - m_nameWidth) <= kGrip)
        return Drag::Names;
    return axisRect().contains(point) ? Drag::Axis : Drag::Press;
}

bool TimelineChart::onFoldMark(const QPoint &point, int row) const
{
    return row >= 0 && m_rows.canFold(row) &&
           m_painter.foldMark(timeline()->rows.at(row), rowRect(row), look()).adjusted(-3, -4, 3, 4).contains(point);
}

void TimelineChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_press = m_dragFrom = event->pos();
    m_drag = event->button() == Qt::MiddleButton ? Drag::Press : dragAt(event->pos());
    if (m_drag == Drag::Axis)
        pick(event->pos());
}

void TimelineChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->pos();
    if (m_drag == Drag::None)
        return hover(point);
    if (m_drag == Drag::Names)
        return setNameWidth(point.x());
    if (m_drag == Drag::Axis)
        return pick(point);
    if (m_drag == Drag::Press && (point - m_press).manhattanLength() < QApplication::startDragDistance())
        return;
    m_drag = Drag::Pan;
    viewport()->setCursor(Qt::ClosedHandCursor);
    panBy(point - m_dragFrom);
    m_dragFrom = point;
}

void TimelineChart::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    viewport()->unsetCursor();
    hover(event->pos());
    if (drag != Drag::Press || event->button() != Qt::LeftButton)
        return;
    const int row = rowAt(event->pos());
    if (onFoldMark(event->pos(), row))
        setFolded(row, !m_rows.isFolded(row));
    else if (bodyRect().contains(event->pos()))
        select(row, true);
}

void TimelineChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int row = rowAt(event->pos());
    if (event->button() == Qt::LeftButton && row >= 0 && !onFoldMark(event->pos(), row))
        Q_EMIT rowActivated(row);
    else
        mousePressEvent(event);
}

void TimelineChart::panBy(const QPoint &delta)
{
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - delta.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - delta.y());
}

void TimelineChart::pick(const QPoint &point)
{
    if (timeline() && timeline()->timed)
        Q_EMIT timePicked(QDateTime::fromMSecsSinceEpoch(m_scale.timeAt(point.x() - m_nameWidth), Qt::UTC));
}

void TimelineChart::hover(const QPoint &point)
{
    const Drag drag = dragAt(point);
    viewport()->setCursor(drag == Drag::Names                                     ? Qt::SplitHCursor
                          : drag == Drag::Axis && timeline() && timeline()->timed ? Qt::PointingHandCursor
                                                                                  : Qt::ArrowCursor);
    const int row = rowAt(point);
    if (row == m_hovered)
        return;
    m_hovered = row;
    viewport()->update();
}

bool TimelineChart::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(1 + gesture->value(), gesture->position().x() - m_nameWidth);
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (!showToolTip(help->pos(), help->globalPos()))
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::Leave && m_hovered >= 0) {
        m_hovered = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool TimelineChart::showToolTip(const QPoint &point, const QPoint &global)
{
    if (!timeline())
        return false;
    QString text;
    if (const int row = rowAt(point); row >= 0) {
        text = describe(row);
    } else if (axisRect().contains(point) && timeline()->timed) {
        const double position = m_scale.positionAt(point.x() - m_nameWidth);
        const TimeAxis &axis = m_scale.axis();
        const int piece = axis.pieceAt(position);
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(axis.timeAt(position), Qt::UTC);
        text = timeToolTip(time);
        if (piece >= 0 && axis.pieces().at(piece).shortened)
            text = tr("%1 in which nothing moved: drawn short").arg(m_texts.durationOf(axis.pieces().at(piece).time()));
    }
    if (text.isEmpty())
        return false;
    QToolTip::showText(global, plainToolTip(text), this);
    return true;
}

// ---- keys ----

bool TimelineChart::viewKey(const QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(kStep);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / kStep);
        return true;
    case Qt::Key_0:
        fit();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (control)
            panBy({event->key() == Qt::Key_Left ? 80 : -80, 0});
        return control;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (control)
            panBy({0, event->key() == Qt::Key_Up ? m_rowHeight : -m_rowHeight});
        return control;
    default:
        return false;
    }
}

bool TimelineChart::walk(int key)
{
    const int count = m_rows.count();
    if (count == 0)
        return false;
    const int place = m_current < 0 ? -1 : m_rows.placeOf(m_current);
    const int page = std::max(1, bodyRect().height() / m_rowHeight - 1);
    int next = 0;
    switch (key) {
    case Qt::Key_Up:
        next = place - 1;
        break;
    case Qt::Key_Down:
        next = place + 1;
        break;
    case Qt::Key_PageUp:
        next = place - page;
        break;
    case Qt::Key_PageDown:
        next = place + page;
        break;
    case Qt::Key_Home:
        break;
    case Qt::Key_End:
        next = count - 1;
        break;
    default:
        return false;
    }
    select(m_rows.rowAt(std::clamp(next, 0, count - 1)), true);
    return true;
}

void TimelineChart::stepOut()
{
    if (m_current < 0)
        return;
    if (m_rows.canFold(m_current) && !m_rows.isFolded(m_current))
        return setFolded(m_current, true);
    const int place = m_rows.placeOf(m_current);
    const int parent = place < 0 ? -1 : m_rows.parentPlace(place);
    if (parent >= 0)
        select(m_rows.rowAt(parent), true);
}

void TimelineChart::stepIn()
{
    if (m_current < 0 || !m_rows.canFold(m_current))
        return;
    if (m_rows.isFolded(m_current))
        setFolded(m_current, false);
    else
        walk(Qt::Key_Down);
}

void TimelineChart::keyPressEvent(QKeyEvent *event)
{
    if (!timeline() || viewKey(event) || walk(event->key()))
        return;
    switch (event->key()) {
    case Qt::Key_Left:
        return stepOut();
    case Qt::Key_Right:
        return stepIn();
    case Qt::Key_Space:
        if (m_current >= 0 && m_rows.canFold(m_current))
            setFolded(m_current, !m_rows.isFolded(m_current));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT rowActivated(m_current);
        return;
    case Qt::Key_F10:
        if (event->modifiers() & Qt::ShiftModifier)
            return menuByKey();
        break;
    case Qt::Key_Escape:
        if (m_current >= 0)
            return select(-1, true);
        break;
    default:
        break;
    }
    event->ignore();
}

void TimelineChart::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    if (event->reason() == QContextMenuEvent::Keyboard)
        return menuByKey();
    const int row = rowAt(viewport()->mapFromGlobal(event->globalPos()));
    if (row < 0)
        return;
    select(row, true);
    Q_EMIT menuRequested(row, event->globalPos());
}

void TimelineChart::menuByKey()
{
    if (m_current < 0)
        return;
    ensureVisible(m_current);
    const QRect lane = rowRect(m_current);
    Q_EMIT menuRequested(m_current, viewport()->mapToGlobal(QPoint(m_nameWidth / 2, lane.bottom())));
}

} // namespace podium
