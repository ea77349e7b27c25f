// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphpainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

// What many runs or two did, as colours and figures on the boxes.
namespace podium {

void GraphPainter::setHeat(SharedHeat heat)
{
    m_heat = std::move(heat);
}

const HeatMark *GraphPainter::heatOf(const GraphNode &node) const
{
    if (!m_heat)
        return nullptr;
    const auto it = m_heat->marks.constFind(node.id);
    return it == m_heat->marks.constEnd() ? nullptr : &*it;
}

void GraphPainter::setRuns(SharedRunMarks runs)
{
    m_runs = std::move(runs);
}

QString GraphPainter::figuresOf(const GraphNode &node) const
{
    if (m_runs)
        return m_runs->nodes.value(node.id).detail;
    const HeatMark *heat = heatOf(node);
    return heat ? heat->detail : QString();
}

bool GraphPainter::dimmed(int node, const NodeOverlay *state) const
{
    if (m_runs)
        return m_runs->node(m_picture->model.nodes.at(node).id) == RunShare::Neither;
    if (const HeatMark *heat = heatOf(m_picture->model.nodes.at(node)))
        return !heat->reached;
    return (!m_overlay.nodes.isEmpty() && !state) || m_picture->marks.isQuiet(node);
}

// With heat on, the colour of a type would be taken for a level.
QColor GraphPainter::farColor(int index, const NodeOverlay *state, double share) const
{
    const GraphNode &node = m_picture->model.nodes.at(index);
    if (m_heat) {
        const HeatMark *heat = heatOf(node);
        return heat && heat->level >= 0 ? heatColor(heat->level, m_style.dark) : m_style.border;
    }
    if (m_runs)
        return m_style.mixed(m_style.canvas, runColor(m_runs->node(node.id), m_style), share);
    QColor color = state ? toneColor(toneOf(state->state), m_style.palette) : m_style.hue(node);
    if (!state && !m_picture->marks.isEmpty()) {
        const DifferenceMarks::Node &mark = m_picture->marks.nodes[static_cast<size_t>(index)];
        const bool isInside = mark.inside && mark.change == GraphChange::Same;
        color = changeColor(isInside ? GraphChange::Changed : mark.change, m_style.palette);
    }
    return m_style.mixed(m_style.canvas, color, share);
}

// A tint: the texts stay readable. The pill has the colour itself.
void GraphPainter::applyHeat(const GraphNode &node, QColor &fill, QPen &pen) const
{
    const HeatMark *heat = heatOf(node);
    if (!heat || heat->level < 0)
        return;
    const QColor color = heatColor(heat->level, m_style.dark);
    fill = m_style.mixed(node.isGroup ? m_style.group : m_style.card, color, node.isGroup ? 0.16 : 0.3);
    pen.setColor(m_style.mixed(m_style.border, color, 0.35 + 0.65 * heat->level));
    pen.setWidthF(1.2 + heat->level);
}

// Like the pill of a state, and where that would be; from far away in larger letters.
void GraphPainter::paintHeat(QPainter &painter, const GraphNode &node, const QRectF &rect, const Look &look)
{
    const HeatMark *heat = heatOf(node);
    if (!heat || heat->text.isEmpty())
        return;
    const bool near = look.zoom >= kTextZoom;
    if (!near && node.parent >= 0)
        return; // in large letters it would hide the title of its group
    const QString &text = near ? heat->text : heat->brief;
    const double scale = std::clamp(0.62 / look.zoom, 1.0, 2.6);
    const double width = QFontMetricsF(m_style.small).horizontalAdvance(text) + 18;
    painter.save();
    painter.translate(rect.right() + 6, rect.top() + 6);
    painter.scale(scale, scale);
    // Clear of the lines that enter in the middle, as far as there is room.
    const double left = std::max(-width, (rect.width() / -2 + 6) / scale);
    const QRectF pill(left, -20, width, 20);
    const bool measured = heat->level >= 0;
    const QColor fill = measured ? heatColor(heat->level, m_style.dark) : m_style.card;
    painter.setPen(QPen(measured ? m_style.mixed(fill, m_style.text, 0.3) : m_style.border, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(pill, 10, 10);
    painter.setFont(m_style.small);
    painter.setPen(measured ? inkOn(fill) : m_style.muted);
    painter.drawText(pill, Qt::AlignCenter, text);
    painter.restore();
}

// In a row, at its right end. Returns where the rest has to end.
double GraphPainter::paintRowHeat(QPainter &painter, const GraphNode &node, const QRectF &rect, double right)
{
    const HeatMark *heat = heatOf(node);
    if (!heat || heat->brief.isEmpty())
        return right;
    const double width = QFontMetricsF(m_style.small).horizontalAdvance(heat->brief) + 14;
    const QRectF pill(right - width + 2, rect.center().y() - 9, width, 18);
    const bool measured = heat->level >= 0;
    const QColor fill = measured ? heatColor(heat->level, m_style.dark) : m_style.card;
    painter.setPen(QPen(measured ? fill : m_style.border, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(pill, 9, 9);
    painter.setFont(m_style.small);
    painter.setPen(measured ? inkOn(fill) : m_style.muted);
    painter.drawText(pill, Qt::AlignCenter, heat->brief);
    return pill.left() - 6;
}

} // namespace podium
