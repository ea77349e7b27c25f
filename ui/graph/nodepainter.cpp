// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/boxsizes.h"
#include "ui/graph/foldmarks.h"
#include "ui/graph/graphpainter.h"
#include "ui/widgets/icons.h"

#include <QFontMetricsF>
#include <QPainter>

// The boxes; partpainter.cpp paints what is in them and on them.
namespace podium {

using namespace Qt::StringLiterals;

namespace {

bool isTerminal(const GraphNode &node)
{
    return node.kind == GraphNode::Kind::Start || node.kind == GraphNode::Kind::End;
}

} // namespace

QPainterPath nodeShape(const GraphNode &node, const QRectF &rect)
{
    using Kind = GraphNode::Kind;
    QPainterPath path;
    double radius = node.isGroup ? 14 : 10;
    if (node.kind == Kind::Switch) {
        const double tip = boxes::kSlope;
        const double middle = rect.center().y();
        path.moveTo(rect.left() + tip + 4, rect.top());
        path.lineTo(rect.right() - tip - 4, rect.top());
        path.quadTo(rect.right() - tip, rect.top(), rect.right() - tip + 2, rect.top() + 3);
        path.lineTo(rect.right() - 1.5, middle - 2.5);
        path.quadTo(rect.right(), middle, rect.right() - 1.5, middle + 2.5);
        path.lineTo(rect.right() - tip + 2, rect.bottom() - 3);
        path.quadTo(rect.right() - tip, rect.bottom(), rect.right() - tip - 4, rect.bottom());
        path.lineTo(rect.left() + tip + 4, rect.bottom());
        path.quadTo(rect.left() + tip, rect.bottom(), rect.left() + tip - 2, rect.bottom() - 3);
        path.lineTo(rect.left() + 1.5, middle + 2.5);
        path.quadTo(rect.left(), middle, rect.left() + 1.5, middle - 2.5);
        path.lineTo(rect.left() + tip - 2, rect.top() + 3);
        path.quadTo(rect.left() + tip, rect.top(), rect.left() + tip + 4, rect.top());
        path.closeSubpath();
        return path;
    }
    if (node.kind == Kind::Inject) { // a sheet with a folded corner
        const double fold = 12;
        path.moveTo(rect.left() + radius, rect.top());
        path.lineTo(rect.right() - fold, rect.top());
        path.lineTo(rect.right(), rect.top() + fold);
        path.lineTo(rect.right(), rect.bottom() - radius);
        path.quadTo(rect.bottomRight(), QPointF(rect.right() - radius, rect.bottom()));
        path.lineTo(rect.left() + radius, rect.bottom());
        path.quadTo(rect.bottomLeft(), QPointF(rect.left(), rect.bottom() - radius));
        path.lineTo(rect.left(), rect.top() + radius);
        path.quadTo(rect.topLeft(), QPointF(rect.left() + radius, rect.top()));
        path.closeSubpath();
        return path;
    }
    if (node.kind == Kind::Callback) { // square where it calls, round where it waits
        const double round = node.isGroup ? 24 : rect.height() / 2;
        path.moveTo(rect.left() + radius, rect.top());
        path.lineTo(rect.right() - round, rect.top());
        path.arcTo(QRectF(rect.right() - 2 * round, rect.top(), 2 * round, 2 * round), 90, -90);
        path.lineTo(rect.right(), rect.bottom() - round);
        path.arcTo(QRectF(rect.right() - 2 * round, rect.bottom() - 2 * round, 2 * round, 2 * round), 0, -90);
        path.lineTo(rect.left() + radius, rect.bottom());
        path.quadTo(rect.bottomLeft(), QPointF(rect.left(), rect.bottom() - radius));
        path.lineTo(rect.left(), rect.top() + radius);
        path.quadTo(rect.topLeft(), QPointF(rect.left() + radius, rect.top()));
        path.closeSubpath();
        return path;
    }
    if (isTerminal(node) || ((node.kind == Kind::Sleep || node.kind == Kind::Event) && !node.isGroup))
        radius = rect.height() / 2;
    else if (node.kind == Kind::Event)
        radius = 24;
    else if (boxes::isRow(node))
        radius = node.kind == Kind::EventWait ? rect.height() / 2 : 7;
    path.addRoundedRect(rect, radius, radius);
    return path;
}

void GraphPainter::paintNode(QPainter &painter, int index, const Look &look)
{
    const GraphNode &node = m_picture->model.nodes.at(index);
    const QRectF rect = m_picture->layout.nodes.at(index).rect;
    const NodeOverlay *state = stateOf(node);
    if (look.zoom < kFineZoom) {
        if (boxes::isRow(node))
            return;
        painter.setPen(Qt::NoPen);
        painter.setBrush(farColor(index, state, node.isGroup ? 0.25 : dimmed(index, state) ? 0.2 : 0.5));
        painter.drawRect(rect);
        if (index == look.selected)
            paintRing(painter, node, rect, look);
        return;
    }
    const double opacity = painter.opacity();
    if (dimmed(index, state))
        painter.setOpacity(opacity * (m_picture->marks.isEmpty() ? 0.62 : 0.75));
    if (isTerminal(node)) {
        paintTerminal(painter, node, rect, state, look);
    } else if (boxes::isRow(node)) {
        paintRow(painter, index, rect, state, look);
    } else {
        paintShape(painter, node, rect, state, look);
        paintDecoration(painter, node, rect);
        if (look.zoom >= kTextZoom)
            paintTexts(painter, index, rect, look);
        else
            paintBigTitle(painter, index, rect, look);
        if (look.zoom < kTextZoom && foldmarks::hasGroupMark(node, look.zoom))
            paintFold(painter, index, look);
    }
    painter.setOpacity(opacity);
    if (m_matches.contains(index))
        paintMatch(painter, node, rect, look);
    if (index == look.selected || index == look.hovered)
        paintRing(painter, node, rect, look);
}

void GraphPainter::paintRing(QPainter &painter, const GraphNode &node, const QRectF &rect, const Look &look)
{
    const bool selected = m_picture->model.indexOf(node.id) == look.selected;
    const double width = std::max(selected ? (look.focused ? 2.4 : 1.8) : 1.2, 1.2 / look.zoom);
    const double out = selected ? 3 : 0;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(selected ? m_style.accent : m_style.mixed(m_style.card, m_style.accent, 0.6), width));
    painter.drawPath(nodeShape(node, rect.adjusted(-out, -out, out, out)));
}

void GraphPainter::paintTerminal(QPainter &painter, const GraphNode &node, const QRectF &rect, const NodeOverlay *state,
                                 const Look &look)
{
    const bool start = node.kind == GraphNode::Kind::Start;
    const QColor ink = state         ? (start ? m_style.taken : toneColor(toneOf(state->state), m_style.palette))
                       : node.broken ? toneColor(Tone::Danger, m_style.palette)
                                     : m_style.mixed(m_style.canvas, m_style.text, 0.72);
    const QRectF circle(rect.left(), rect.top(), rect.height(), rect.height());
    painter.setPen(QPen(ink, start ? 1.6 : 2.6));
    painter.setBrush(start ? m_style.mixed(m_style.card, ink, 0.12) : m_style.card);
    painter.drawPath(nodeShape(node, rect.adjusted(1.3, 1.3, -1.3, -1.3)));
    if (start) {
        const QPointF c = circle.center() + QPointF(1.5, 0);
        painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(ink);
        painter.drawPolygon(QPolygonF{c + QPointF(-4, -5), c + QPointF(4.5, 0), c + QPointF(-4, 5)});
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawRoundedRect(QRectF(circle.center() - QPointF(4.5, 4.5), QSizeF(9, 9)), 2, 2);
    }
    if (node.subtitle.isEmpty() || look.zoom < kTextZoom)
        return;
    painter.setFont(m_style.small);
    painter.setPen(m_style.text);
    const QRectF text = rect.adjusted(rect.height(), 0, -8, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(m_style.small).elidedText(node.subtitle, Qt::ElideRight, text.width()));
}

void GraphPainter::paintShape(QPainter &painter, const GraphNode &node, const QRectF &rect, const NodeOverlay *state,
                              const Look &look)
{
    const QPainterPath shape = nodeShape(node, rect);
    const QColor tone = state ? toneColor(toneOf(state->state), m_style.palette) : QColor();
    QColor fill = node.isGroup ? m_style.group : m_style.card;
    if (look.zoom < kTextZoom && !m_heat)
        fill = m_style.mixed(fill, m_style.hue(node), m_style.dark ? 0.22 : 0.14);
    if (state && (state->state == NodeState::Failed || state->current))
        fill = m_style.mixed(fill, tone, m_style.dark ? 0.10 : 0.06);
    if (state && state->current && node.isState) {
        QColor halo = tone;
        halo.setAlpha(m_style.dark ? 70 : 46);
        painter.setPen(QPen(halo, 9));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(shape);
    } else if (node.isState) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_style.shadow);
        painter.drawPath(shape.translated(0, 2));
    }
    QPen pen(m_style.border, 1.1);
    if (state && state->state != NodeState::Pending)
        pen = QPen(state->state == NodeState::Done ? m_style.mixed(m_style.card, tone, 0.7) : tone,
                   state->current || state->state == NodeState::Failed ? 2 : 1.4);
    else if (node.broken)
        pen.setColor(toneColor(Tone::Danger, m_style.palette));
    applyHeat(node, fill, pen);
    if (node.kind == GraphNode::Kind::Missing || node.kind == GraphNode::Kind::UnknownState)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawPath(shape);
}

// What tells the types apart besides outline and icon.
void GraphPainter::paintDecoration(QPainter &painter, const GraphNode &node, const QRectF &rect)
{
    using Kind = GraphNode::Kind;
    const QColor hue = m_style.mixed(m_style.card, m_style.hue(node), 0.55);
    painter.setBrush(Qt::NoBrush);
    switch (node.kind) {
    case Kind::Inject:
        painter.setPen(QPen(m_style.border, 1.1, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF{
            {rect.right() - 12, rect.top()}, {rect.right() - 12, rect.top() + 12}, {rect.right(), rect.top() + 12}});
        break;
    case Kind::Parallel: // bars, as of a fork
        painter.setPen(QPen(hue, 3, Qt::SolidLine, Qt::RoundCap));
        for (const double x : {rect.left() + 5, rect.right() - 5})
            painter.drawLine(QPointF(x, rect.top() + 16), QPointF(x, rect.bottom() - 16));
        break;
    case Kind::ForEach: // the edges of a stack
        painter.setPen(QPen(m_style.border, 1.1));
        for (const double step : {3.5, 7.0}) {
            painter.drawLine(QPointF(rect.left() + 12 + step, rect.bottom() + step),
                             QPointF(rect.right() - 12 - step, rect.bottom() + step));
        }
        break;
    case Kind::Event: // a double line, as of a catching event
        painter.setPen(QPen(m_style.border, 1));
        if (node.isGroup)
            painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), 21, 21);
        else
            painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), rect.height() / 2 - 3, rect.height() / 2 - 3);
        break;
    case Kind::Operation: // the sides of a predefined process
        if (node.subWorkflow.isEmpty() || node.isGroup)
            break;
        painter.setPen(QPen(hue, 1.2));
        for (const double x : {rect.left() + 5, rect.right() - 5})
            painter.drawLine(QPointF(x, rect.top() + 1), QPointF(x, rect.bottom() - 1));
        break;
    default:
        break;
    }
}

const GraphPainter::Texts &GraphPainter::texts(int index, double titleWidth, double subtitleWidth)
{
    auto &cached = m_texts[static_cast<size_t>(index)];
    if (!cached) {
        cached = std::make_unique<Texts>();
        const GraphNode &node = m_picture->model.nodes.at(index);
        const bool row = boxes::isRow(node);
        const QFont &titleFont = row || node.kind == GraphNode::Kind::Branch ? m_style.body : m_style.title;
        const auto set = [](QStaticText &text, const QString &full, const QFont &font, double width) {
            text.setTextFormat(Qt::PlainText);
            // Names may hold line breaks and be very long: one line, and no more than can be seen.
            const QString line = full.left(300).simplified();
            text.setText(QFontMetricsF(font).elidedText(line, Qt::ElideRight, width));
            text.prepare({}, font);
        };
        set(cached->title, node.title, titleFont, titleWidth);
        set(cached->subtitle, node.subtitle, m_style.small, subtitleWidth);
    }
    return *cached;
}

// From far away a title in letters as large as the box allows says more than all texts too small to be read.
void GraphPainter::paintBigTitle(QPainter &painter, int index, const QRectF &rect, const Look &look)
{
    const GraphNode &node = m_picture->model.nodes.at(index);
    if (!node.isState && node.parent >= 0)
        return;
    const size_t level = look.zoom >= 0.32 ? 0 : 1;
    QFont font = m_style.title;
    font.setPixelSize(level == 0 ? 22 : 30);
    const double header = m_picture->layout.nodes.at(index).headerHeight;
    const double smallest = level == 0 ? 0.32 : kFineZoom; // the text is measured once: for the largest mark
    const double mark = node.canFold() ? foldmarks::groupMark(node, rect, header, smallest).width() : 0;
    const double side = (node.kind == GraphNode::Kind::Switch ? boxes::kSlope + 4 : 12) + mark;
    QStaticText &text = m_bigTitles[level][static_cast<size_t>(index)];
    if (text.text().isEmpty()) {
        text.setTextFormat(Qt::PlainText);
        text.setText(
            QFontMetricsF(font).elidedText(node.title.left(300).simplified(), Qt::ElideRight, rect.width() - 2 * side));
        text.prepare({}, font);
    }
    const double center = rect.top() + (header > 0 ? header : rect.height()) / 2;
    painter.setFont(font);
    painter.setPen(m_style.text);
    painter.drawStaticText(QPointF(rect.center().x() - text.size().width() / 2, center - text.size().height() / 2),
                           text);
}

void GraphPainter::paintTexts(QPainter &painter, int index, const QRectF &rect, const Look &look)
{
    const GraphNode &node = m_picture->model.nodes.at(index);
    const double header = m_picture->layout.nodes.at(index).headerHeight;
    const double height = header > 0 ? header : rect.height();
    const double center = rect.top() + height / 2;
    const double slope = node.kind == GraphNode::Kind::Switch ? boxes::kSlope - 2 : 0;
    double left = rect.left() + 10 + slope;
    double right = rect.right() - 10 - slope;
    if (node.canFold()) {
        paintFold(painter, index, look);
        right = boxes::foldRect(node, rect, header).left() - 2;
    }
    if (node.isState || node.kind == GraphNode::Kind::Missing) {
        const QRectF tile(left, center - boxes::kIconTile / 2, boxes::kIconTile, boxes::kIconTile);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_style.tile(node));
        painter.drawRoundedRect(tile, 8, 8);
        icon(painter, tile.adjusted(7, 7, -7, -7), iconOf(node), m_style.hue(node), look);
        left = tile.right() + 10;
    } else {
        icon(painter, QRectF(left, center - 7, 14, 14), iconOf(node), m_style.hue(node), look);
        left += 22;
    }
    const bool two = !node.subtitle.isEmpty();
    const double titleY = two ? center - 8.5 : center;
    const double textRight = paintBadges(painter, node, right, titleY, look);
    const Texts &cached = texts(index, textRight - left, right - left);
    painter.setFont(node.kind == GraphNode::Kind::Branch ? m_style.body : m_style.title);
    painter.setPen(m_style.text);
    painter.drawStaticText(QPointF(left, titleY - cached.title.size().height() / 2), cached.title);
    if (!two)
        return;
    painter.setFont(m_style.small);
    painter.setPen(node.kind == GraphNode::Kind::Missing ? toneColor(Tone::Danger, m_style.palette)
                   : m_heat                              ? m_style.text // muted is hard to read on a tint
                                                         : m_style.muted);
    painter.drawStaticText(QPointF(left, center + 9 - cached.subtitle.size().height() / 2), cached.subtitle);
}

} // namespace podium
