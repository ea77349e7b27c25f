// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphcanvas.h"

#include <limits>

// How the keyboard walks the graph.
namespace podium {

// Along the transitions: the one drawn nearest to straight ahead.
int GraphCanvas::stepAlong(int node, bool forward) const
{
    const auto &edges = (forward ? m_picture->outgoing : m_picture->incoming)[static_cast<size_t>(node)];
    const QPointF here = m_picture->layout.nodes.at(node).rect.center();
    const bool down = m_direction == LayoutDirection::TopDown;
    int best = -1;
    double nearest = std::numeric_limits<double>::max();
    for (const int e : edges) {
        const GraphEdge &edge = m_picture->model.edges.at(e);
        const int other = forward ? edge.to : edge.from;
        if (other == node)
            continue;
        const QPointF delta = m_picture->layout.nodes.at(other).rect.center() - here;
        const double ahead = (down ? delta.y() : delta.x()) * (forward ? 1 : -1);
        const double aside = std::abs(down ? delta.x() : delta.y());
        // Loops back come last.
        const double distance = aside + std::abs(ahead) * 0.01 + (ahead <= 0 ? 1e6 : 0);
        if (distance < nearest) {
            nearest = distance;
            best = other;
        }
    }
    return best;
}

// To what is drawn beside it, within the same group.
int GraphCanvas::stepAside(int node, bool right) const
{
    const QRectF here = m_picture->layout.nodes.at(node).rect;
    const bool down = m_direction == LayoutDirection::TopDown || m_picture->model.nodes.at(node).parent >= 0;
    int best = -1;
    double nearest = std::numeric_limits<double>::max();
    for (int i = 0; i < m_picture->model.nodes.size(); ++i) {
        if (i == node || m_picture->model.nodes.at(i).parent != m_picture->model.nodes.at(node).parent)
            continue;
        const QRectF there = m_picture->layout.nodes.at(i).rect;
        const QPointF delta = there.center() - here.center();
        const double aside = (down ? delta.x() : delta.y()) * (right ? 1 : -1);
        const bool level = down ? there.bottom() > here.top() && there.top() < here.bottom()
                                : there.right() > here.left() && there.left() < here.right();
        if (aside > 0 && level && aside < nearest) {
            nearest = aside;
            best = i;
        }
    }
    return best;
}

int GraphCanvas::stepInOrder(int node, int step) const
{
    const auto count = static_cast<int>(m_picture->model.nodes.size());
    if (node < 0)
        return step > 0 ? 0 : count - 1;
    return std::clamp(node + step, 0, count - 1);
}

bool GraphCanvas::walk(int key)
{
    if (!m_picture || m_picture->model.nodes.isEmpty())
        return false;
    const int node = m_look.selected;
    const bool down = m_direction == LayoutDirection::TopDown;
    int next = -1;
    if (node < 0 || key == Qt::Key_Home) {
        next = key == Qt::Key_End ? static_cast<int>(m_picture->model.nodes.size() - 1) : 0;
    } else if (key == Qt::Key_End) {
        next = static_cast<int>(m_picture->model.nodes.size() - 1);
    } else if (key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
        next = stepInOrder(node, key == Qt::Key_PageDown ? 1 : -1);
    } else {
        const bool inGroup = m_picture->model.nodes.at(node).parent >= 0;
        const bool vertical = key == Qt::Key_Up || key == Qt::Key_Down;
        const bool forward = key == Qt::Key_Down || key == Qt::Key_Right;
        next = vertical == (down || inGroup) ? stepAlong(node, forward) : stepAside(node, forward);
    }
    if (next < 0)
        return true; // nowhere to go: the key is still ours
    select(next, true);
    ensureNodeVisible(next);
    return true;
}

} // namespace podium
