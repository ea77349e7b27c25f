// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphcanvas.h"

#include "models/graph/boxsizes.h"
#include "ui/graph/graphaccessible.h"
#include "ui/graph/graphdescription.h"

#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QToolTip>

#include <optional>
#include <utility>

namespace podium {

using namespace Qt::StringLiterals;

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
    update();
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

void GraphCanvas::setHeat(SharedHeat heat)
{
    m_painter.setHeat(std::move(heat));
    update();
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
    update();
}

// ---- selection ----

void GraphCanvas::select(int node, bool byUser)
{
    if (node == m_look.selected && m_look.edge < 0)
        return;
    m_look.selected = node;
    m_look.edge = -1;
    update();
    announceSelection();
    if (byUser)
        Q_EMIT nodeSelected(node);
}

void GraphCanvas::selectEdge(int edge)
{
    m_look.edge = edge;
    update();
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
