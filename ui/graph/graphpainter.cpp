// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphpainter.h"

#include "models/graph/boxsizes.h"
#include "ui/graph/foldmarks.h"
#include "ui/widgets/icons.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr double kDim = 0.5; ///< of what a run has not reached

} // namespace

void GraphPainter::setPicture(SharedPicture picture)
{
    m_picture = std::move(picture);
    m_texts.clear();
    m_labels.clear();
    for (auto &titles : m_bigTitles)
        titles.clear();
    if (m_picture) {
        m_texts.resize(static_cast<size_t>(m_picture->model.nodes.size()));
        m_labels.resize(static_cast<size_t>(m_picture->model.edges.size()));
        for (auto &titles : m_bigTitles)
            titles.resize(static_cast<size_t>(m_picture->model.nodes.size()));
    }
}

void GraphPainter::setStyle(const GraphStyle &style)
{
    m_style = style;
    setPicture(m_picture);
}

void GraphPainter::setOverlay(GraphOverlay overlay)
{
    m_overlay = std::move(overlay);
}

void GraphPainter::setMatches(QSet<int> nodes, QSet<int> edges)
{
    m_matches = std::move(nodes);
    m_edgeMatches = std::move(edges);
}

const NodeOverlay *GraphPainter::stateOf(const GraphNode &node) const
{
    const auto it = m_overlay.nodes.constFind(node.id);
    return it == m_overlay.nodes.constEnd() ? nullptr : &*it;
}

void GraphPainter::icon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color,
                        const Look &look) const
{
    if (look.picture)
        return paintIconVector(&painter, rect, name, color);
    // Drawn at the size it has on the screen, in steps, so that zooming does not fill the cache.
    const double wanted = rect.width() * look.zoom * look.pixelRatio;
    const int pixels = wanted <= 24 ? qMax(6, qRound(wanted / 2) * 2) : qRound(wanted / 8) * 8;
    const QPixmap pixmap = iconPixmap(name, pixels, color, 1.0);
    painter.drawPixmap(rect, pixmap, QRectF(pixmap.rect()));
}

void GraphPainter::paintDots(QPainter &painter, const QRectF &area) const
{
    constexpr double kStep = 24;
    QList<QPointF> points;
    for (double y = std::floor(area.top() / kStep) * kStep; y < area.bottom(); y += kStep) {
        for (double x = std::floor(area.left() / kStep) * kStep; x < area.right(); x += kStep)
            points.append({x, y});
    }
    painter.setPen(QPen(m_style.dots, 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawPoints(points.constData(), static_cast<int>(points.size()));
}

void GraphPainter::paint(QPainter &painter, const QRectF &area, const Look &look)
{
    painter.fillRect(area, m_style.canvas);
    if (!m_picture)
        return;
    const bool fine = look.zoom >= kFineZoom;
    painter.setRenderHint(QPainter::Antialiasing, fine);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (look.zoom >= 0.5)
        paintDots(painter, area);
    paintEdges(painter, area, look);
    const QRectF reach = area.adjusted(-kMargin, -kMargin, kMargin, kMargin);
    const auto &nodes = m_picture->layout.nodes;
    for (int i = 0; i < nodes.size(); ++i) {
        if (nodes.at(i).rect.intersects(reach))
            paintNode(painter, i, look);
    }
    if (!fine)
        return;
    if (!m_picture->marks.isEmpty())
        paintDifferences(painter, *m_picture, m_style, reach, look.zoom);
    if (m_runs)
        paintRuns(painter, *m_picture, *m_runs, m_style, reach, look.zoom);
    // On top of all boxes: the mark of a group may reach over its content.
    for (int i = 0; i < nodes.size(); ++i) {
        const GraphNode &node = m_picture->model.nodes.at(i);
        if (!nodes.at(i).rect.intersects(reach))
            continue;
        const NodeOverlay *state = stateOf(node);
        const bool card = node.isState || node.kind == GraphNode::Kind::Branch;
        if (foldmarks::hasBranchMark(node, look.zoom))
            paintBranchFold(painter, node, nodes.at(i).rect, look);
        if (state && card && look.zoom >= kTextZoom)
            paintState(painter, nodes.at(i).rect, *state, look);
        if (m_heat && !boxes::isRow(node))
            paintHeat(painter, node, nodes.at(i).rect, look);
    }
}

void GraphPainter::paintEdges(QPainter &painter, const QRectF &area, const Look &look)
{
    const auto count = static_cast<int>(m_picture->lines.size());
    std::vector<int> strong;
    std::vector<int> labels;
    for (int e = 0; e < count; ++e) {
        if (!m_picture->lines[static_cast<size_t>(e)].bounds.intersects(area))
            continue;
        const GraphEdge &edge = m_picture->model.edges.at(e);
        if (edge.kind == GraphEdge::Kind::Inner)
            continue; // belongs on top of its group
        const bool touched = look.edge >= 0
                                 ? e == look.edge
                                 : look.selected >= 0 && (edge.from == look.selected || edge.to == look.selected);
        if (m_overlay.taken.contains(e) || touched || (m_runs && m_runs->edges.contains(e)))
            strong.push_back(e);
        else
            paintEdge(painter, e, look, false);
        if (!edge.label.isEmpty() && look.zoom >= kTextZoom)
            labels.push_back(e);
    }
    for (const int e : strong)
        paintEdge(painter, e, look, true);
    for (const int e : labels)
        paintLabel(painter, e);
}

void GraphPainter::paintEdge(QPainter &painter, int index, const Look &look, bool strong)
{
    const GraphEdge &edge = m_picture->model.edges.at(index);
    const GraphPicture::Line &line = m_picture->lines[static_cast<size_t>(index)];
    const bool taken = m_overlay.taken.contains(index);
    const RunShare share = m_runs ? m_runs->edge(index) : RunShare::Neither;
    const bool touched = strong && !taken && share == RunShare::Neither;
    QColor color = touched ? m_style.accent : taken ? m_style.taken : m_style.edge(edge.kind);
    if (taken && edge.kind == GraphEdge::Kind::Error)
        color = toneColor(Tone::Danger, m_style.palette);
    if ((m_runs || !m_overlay.nodes.isEmpty()) && !taken && !touched)
        color = m_style.mixed(m_style.canvas, color, kDim);
    // A line is never thinner than the eye can follow.
    const double width = std::max(taken ? 2.2 : 1.5, (taken ? 1.2 : 0.8) / look.zoom);
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (edge.kind == GraphEdge::Kind::Error && !taken)
        pen.setDashPattern({4, 2.6});
    else if (edge.kind == GraphEdge::Kind::Compensation)
        pen.setDashPattern({1.5, 2.5});
    markRunPen(pen, share, index == look.edge, look.zoom, m_style);
    markEdgePen(pen, m_picture->marks.edge(index), touched, look.zoom, m_style.palette);
    color = pen.color();
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(line.path);
    if (look.zoom >= kFineZoom) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(line.arrow);
    }
}

void GraphPainter::paintLabel(QPainter &painter, int index)
{
    const GraphEdge &edge = m_picture->model.edges.at(index);
    const QRectF rect = m_picture->layout.edges.at(index).label;
    const bool taken = m_overlay.taken.contains(index);
    const bool dim = m_runs ? !m_runs->edges.contains(index) : !m_overlay.nodes.isEmpty() && !taken;
    QColor ink = edge.kind == GraphEdge::Kind::Error          ? toneColor(Tone::Danger, m_style.palette)
                 : edge.kind == GraphEdge::Kind::Compensation ? toneColor(Tone::Warning, m_style.palette)
                 : edge.kind == GraphEdge::Kind::Default      ? m_style.muted
                                                              : m_style.text;
    QColor frame = taken ? edge.kind == GraphEdge::Kind::Error ? ink : m_style.taken
                         : m_style.mixed(m_style.canvas, m_style.edge(edge.kind), 0.45);
    if (dim) {
        ink = m_style.mixed(m_style.canvas, ink, 0.6);
        frame = m_style.mixed(m_style.canvas, frame, kDim);
    }
    const bool match = m_edgeMatches.contains(index);
    painter.setPen(match ? QPen(m_style.match, 2.2) : QPen(frame, taken ? 1.4 : 1));
    painter.setBrush(match ? m_style.mixed(m_style.card, m_style.match, 0.2)
                           : m_style.mixed(m_style.canvas, m_style.card, 0.8));
    const double radius = std::min(10.0, rect.height() / 2);
    painter.drawRoundedRect(rect, radius, radius);

    std::array<QStaticText, 3> &lines = m_labels[static_cast<size_t>(index)];
    if (lines[0].text().isEmpty()) {
        const QFontMetricsF metrics(m_style.small);
        const QStringList texts = edge.label.split(u'\n');
        for (size_t i = 0; i < lines.size() && static_cast<qsizetype>(i) < texts.size(); ++i) {
            lines[i].setTextFormat(Qt::PlainText);
            lines[i].setText(
                metrics.elidedText(texts.at(static_cast<qsizetype>(i)), Qt::ElideRight, rect.width() - 10));
            lines[i].prepare({}, m_style.small);
        }
    }
    const double height = lines[0].size().height() * 0.95;
    const auto count = static_cast<double>(std::min<qsizetype>(edge.label.count(u'\n') + 1, 3));
    double y = rect.center().y() - count * height / 2;
    painter.setFont(m_style.small);
    for (const QStaticText &line : lines) {
        if (line.text().isEmpty())
            break;
        painter.setPen(&line == &lines[0] ? ink : m_style.mixed(m_style.canvas, ink, 0.72));
        painter.drawStaticText(QPointF(rect.center().x() - line.size().width() / 2, y), line);
        y += height;
    }
}

void GraphPainter::paintSketch(QPainter &painter, double zoom)
{
    if (!m_picture)
        return;
    painter.setRenderHint(QPainter::Antialiasing, m_picture->model.nodes.size() < 2000);
    for (int e = 0; e < static_cast<int>(m_picture->lines.size()); ++e) {
        if (m_picture->model.edges.at(e).kind == GraphEdge::Kind::Inner)
            continue;
        const RunShare share = m_runs ? m_runs->edge(e) : RunShare::Neither;
        const bool taken = m_overlay.taken.contains(e) || share != RunShare::Neither;
        const QColor color = share != RunShare::Neither ? runColor(share, m_style) : m_style.taken;
        painter.setPen(QPen(taken ? color : m_style.line, (taken ? 1.6 : 0.8) / zoom));
        painter.drawPolyline(QPolygonF(m_picture->layout.edges.at(e).points));
    }
    for (int i = 0; i < m_picture->model.nodes.size(); ++i)
        paintSketchNode(painter, i, zoom);
}

// Colours alone would not do: the types keep their outlines where there is room, and what failed or runs has a mark.
void GraphPainter::paintSketchNode(QPainter &painter, int index, double zoom)
{
    constexpr double kRoom = 7; // pixels from which an outline can be told from a box
    const GraphNode &node = m_picture->model.nodes.at(index);
    if (node.parent >= 0)
        return;
    const QRectF rect = m_picture->layout.nodes.at(index).rect;
    const NodeOverlay *state = stateOf(node);
    painter.setPen(Qt::NoPen);
    painter.setBrush(farColor(index, state, dimmed(index, state) ? 0.25 : 0.6));
    if (rect.height() * zoom >= kRoom)
        painter.drawPath(nodeShape(node, rect));
    else
        painter.drawRect(rect);
    const bool failed = state && state->state == NodeState::Failed;
    if (!failed && !(state && state->current))
        return;
    const double radius = 3.5 / zoom;
    const QColor tone = toneColor(toneOf(state->state), m_style.palette);
    painter.setPen(QPen(failed ? m_style.card : tone, 1.4 / zoom));
    painter.setBrush(failed ? tone : m_style.card);
    if (failed) // a diamond; where the run is, a ring
        painter.drawPolygon(QPolygonF{rect.center() - QPointF(0, radius), rect.center() + QPointF(radius, 0),
                                      rect.center() + QPointF(0, radius), rect.center() - QPointF(radius, 0)});
    else
        painter.drawEllipse(rect.center(), radius * 0.8, radius * 0.8);
}

} // namespace podium
