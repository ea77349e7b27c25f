// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/differencemarks.h"

#include "models/graph/boxsizes.h"
#include "ui/graph/graphpainter.h"

#include <QLineF>
#include <QPainter>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr double kBadge = 9; ///< radius, in units of the scene
constexpr double kSmallBadge = 7.5;
constexpr double kSmallest = 6.5; ///< of the same on the screen, in pixels
constexpr double kFrame = 2.4;

GraphChange joined(GraphChange a, GraphChange b)
{
    return a == b ? a : GraphChange::Changed;
}

} // namespace

DifferenceMarks marksFor(const GraphDifference &difference, const FoldMap &map, const GraphModel &shown)
{
    DifferenceMarks marks;
    marks.any = !difference.isEmpty();
    marks.nodes.resize(static_cast<size_t>(shown.nodes.size()));
    for (qsizetype i = 0; i < difference.nodes.size(); ++i) {
        const auto at = static_cast<size_t>(map.shownAs[static_cast<size_t>(i)]);
        const GraphDifferenceItem &item = difference.nodes.at(i);
        if (map.wholeOf[at] == i) {
            marks.nodes[at].change = item.change;
            marks.nodes[at].inside |= item.inside;
        } else {
            marks.nodes[at].inside |= item.inside || item.change != GraphChange::Same;
        }
    }
    std::vector<char> seen(static_cast<size_t>(shown.edges.size()), 0);
    marks.edges.resize(seen.size(), GraphChange::Same);
    for (qsizetype e = 0; e < difference.edges.size(); ++e) {
        const int as = map.edgeAs[static_cast<size_t>(e)];
        if (as < 0)
            continue;
        const auto at = static_cast<size_t>(as);
        const GraphChange change = difference.edges.at(e).change;
        marks.edges[at] = seen[at] ? joined(marks.edges[at], change) : change;
        seen[at] = 1;
    }
    return marks;
}

QColor changeColor(GraphChange change, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (change) {
    case GraphChange::Added:
        return dark ? QColor(0x4c, 0xd3, 0xa9) : QColor(0x00, 0x70, 0x52);
    case GraphChange::Removed:
        return dark ? QColor(0xff, 0xa0, 0x66) : QColor(0xb3, 0x47, 0x00);
    case GraphChange::Changed:
        return dark ? QColor(0x7f, 0xb8, 0xff) : QColor(0x15, 0x56, 0xc0);
    case GraphChange::Same:
        break;
    }
    return mutedColor(palette);
}

QColor changeFill(GraphChange change, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (change) {
    case GraphChange::Added:
        return dark ? QColor(0x16, 0x36, 0x2d) : QColor(0xdf, 0xf4, 0xec);
    case GraphChange::Removed:
        return dark ? QColor(0x40, 0x28, 0x18) : QColor(0xfd, 0xea, 0xdd);
    case GraphChange::Changed:
        return dark ? QColor(0x1c, 0x2e, 0x49) : QColor(0xe3, 0xed, 0xfd);
    case GraphChange::Same:
        break;
    }
    return palette.color(QPalette::Base);
}

QString changeSign(GraphChange change)
{
    switch (change) {
    case GraphChange::Added:
        return u"+"_s;
    case GraphChange::Removed:
        return u"\u2212"_s;
    case GraphChange::Changed:
        return u"~"_s;
    case GraphChange::Same:
        break;
    }
    return {};
}

QPointF middleOf(const QList<QPointF> &points)
{
    QLineF longest;
    for (qsizetype i = 1; i < points.size(); ++i) {
        if (const QLineF part(points.at(i - 1), points.at(i)); part.length() > longest.length())
            longest = part;
    }
    return longest.center();
}

QPointF badgePlace(const GraphNode &node, const QRectF &rect)
{
    const bool round = node.kind == GraphNode::Kind::Start || node.kind == GraphNode::Kind::End;
    return boxes::isRow(node) ? QPointF(rect.left() - 2, rect.center().y())
           : round            ? rect.topLeft() - QPointF(4, 1)
                              : rect.topLeft() + QPointF(3, 3);
}

void paintMarkFrame(QPainter &painter, const GraphNode &node, const QRectF &rect, QPen pen, bool veil,
                    const GraphStyle &style, double zoom)
{
    QColor tint = pen.color();
    tint.setAlpha(style.dark ? 34 : 20);
    pen.setWidthF(std::max(kFrame, 1.6 / zoom));
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(veil ? QBrush(tint) : QBrush(Qt::NoBrush));
    painter.drawPath(nodeShape(node, rect));
}

QColor badgeInk(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x10, 0x14, 0x1a) : QColor(Qt::white);
}

void paintBadgeDisc(QPainter &painter, const QPointF &center, double radius, const QColor &fill,
                    const QPalette &palette)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(QPalette::Base), radius * 0.18));
    painter.setBrush(fill);
    painter.drawEllipse(center, radius, radius);
}

// Drawn, not written: the same in every font, and sharp at every size.
void paintChangeBadge(QPainter &painter, const QPointF &center, double radius, GraphChange change,
                      const QPalette &palette)
{
    if (change == GraphChange::Same)
        return;
    painter.save();
    paintBadgeDisc(painter, center, radius, changeColor(change, palette), palette);
    painter.setPen(QPen(badgeInk(palette), radius * 0.24, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const double arm = radius * 0.5;
    if (change == GraphChange::Changed) {
        QPainterPath wave(center + QPointF(-arm * 1.1, arm * 0.25));
        wave.cubicTo(center + QPointF(-arm * 0.5, -arm * 1.1), center + QPointF(arm * 0.5, arm * 1.1),
                     center + QPointF(arm * 1.1, -arm * 0.25));
        painter.drawPath(wave);
    } else {
        painter.drawLine(center - QPointF(arm, 0), center + QPointF(arm, 0));
        if (change == GraphChange::Added)
            painter.drawLine(center - QPointF(0, arm), center + QPointF(0, arm));
    }
    painter.restore();
}

void markEdgePen(QPen &pen, GraphChange change, bool selected, double zoom, const QPalette &palette)
{
    if (change == GraphChange::Same)
        return;
    if (!selected)
        pen.setColor(changeColor(change, palette));
    pen.setWidthF(std::max(selected ? 3.0 : 2.2, 1.3 / zoom));
    pen.setStyle(Qt::SolidLine);
    if (change == GraphChange::Removed)
        pen.setDashPattern({3, 1.8});
}

void paintDifferences(QPainter &painter, const GraphPicture &picture, const GraphStyle &style, const QRectF &reach,
                      double zoom)
{
    const DifferenceMarks &marks = picture.marks;
    const double radius = std::max(kBadge, kSmallest / zoom);
    const double small = std::max(kSmallBadge, kSmallest / zoom);
    for (int i = 0; i < static_cast<int>(marks.nodes.size()); ++i) {
        const GraphNode &node = picture.model.nodes.at(i);
        const QRectF rect = picture.layout.nodes.at(i).rect;
        const GraphChange change = marks.nodes[static_cast<size_t>(i)].change;
        if (change == GraphChange::Same || !rect.intersects(reach))
            continue;
        QPen pen(changeColor(change, style.palette));
        if (change == GraphChange::Removed)
            pen.setDashPattern({3, 1.8});
        paintMarkFrame(painter, node, rect, pen, change != GraphChange::Changed || !node.isGroup, style, zoom);
        const bool row = boxes::isRow(node);
        const bool round = node.kind == GraphNode::Kind::Start || node.kind == GraphNode::Kind::End;
        if (row && zoom < GraphPainter::kTextZoom)
            continue; // rows are nearer to each other than badges are large
        paintChangeBadge(painter, badgePlace(node, rect), row || round ? small : radius, change, style.palette);
    }
    for (int e = 0; e < static_cast<int>(marks.edges.size()); ++e) {
        const GraphChange change = marks.edges[static_cast<size_t>(e)];
        if (change == GraphChange::Same || picture.model.edges.at(e).kind == GraphEdge::Kind::Inner ||
            !picture.lines[static_cast<size_t>(e)].bounds.intersects(reach))
            continue;
        const EdgeGeometry &line = picture.layout.edges.at(e);
        const bool labelled = !line.label.isEmpty() && zoom >= GraphPainter::kTextZoom;
        const QPointF place =
            labelled ? QPointF(line.label.left() - small + 3, line.label.center().y()) : middleOf(line.points);
        paintChangeBadge(painter, place, small, change, style.palette);
    }
}

} // namespace podium
