// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/boxsizes.h"
#include "ui/graph/foldmarks.h"
#include "ui/graph/graphpainter.h"
#include "ui/widgets/timetext.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

// Rows of a group, and the marks on boxes.
namespace podium {

using namespace Qt::StringLiterals;

QString stateText(const NodeOverlay &state)
{
    QStringList parts;
    if (state.durationMs >= 0)
        parts.append(durationText(state.durationMs));
    else if (state.state != NodeState::Done)
        parts.append(displayName(state.state));
    if (state.visits > 1)
        parts.append(u"\u00D7"_s + QString::number(state.visits));
    if (state.retriggers > 0)
        parts.append(QCoreApplication::translate("podium::GraphPainter", "%n retry(s)", nullptr, state.retriggers));
    return parts.join(u" \u00B7 "_s);
}

double GraphPainter::paintBadges(QPainter &painter, const GraphNode &node, double right, double centerY,
                                 const Look &look)
{
    qsizetype shown = 0;
    for (auto it = node.badges.crbegin(); it != node.badges.crend() && shown < 3; ++it, ++shown) {
        const QColor color =
            it->kind == GraphBadge::Kind::Problem ? toneColor(Tone::Danger, m_style.palette) : m_style.muted;
        right -= 20;
        icon(painter, QRectF(right + 4, centerY - 7, 14, 14), iconOf(it->kind), color, look);
    }
    return right;
}

namespace {

/// Paints in the size of the layout what is shown in the size of `mark`. Returns the look of what is painted inside.
GraphPainter::Look enlarge(QPainter &painter, const QRectF &mark, const QRectF &plain, GraphPainter::Look look)
{
    const double scale = mark.width() / plain.width();
    painter.translate(mark.topLeft());
    painter.scale(scale, scale);
    painter.translate(-plain.topLeft());
    look.zoom *= scale;
    return look;
}

} // namespace

// A chevron; of a folded group with the number of parts that it hides.
void GraphPainter::paintFold(QPainter &painter, int index, const Look &outer)
{
    const GraphNode &node = m_picture->model.nodes.at(index);
    const NodeGeometry &box = m_picture->layout.nodes.at(index);
    const QRectF mark = boxes::foldRect(node, box.rect, box.headerHeight);
    painter.save();
    const Look look = enlarge(painter, foldmarks::groupMark(node, box.rect, box.headerHeight, outer.zoom), mark, outer);
    if (node.hiddenInside == 0) {
        if (!look.picture)
            icon(painter, QRectF(mark.center() - QPointF(8, 8), QSizeF(16, 16)), u"collapse"_s, m_style.muted, look);
        return painter.restore();
    }
    painter.setPen(QPen(m_style.border, 1));
    painter.setBrush(m_style.mixed(m_style.card, m_style.text, 0.06));
    painter.drawRoundedRect(mark, 6, 6);
    icon(painter, QRectF(mark.left() + 2, mark.top() + 3, 14, 14), u"expand"_s, m_style.muted, look);
    painter.setFont(m_style.small);
    painter.setPen(m_style.text);
    painter.drawText(mark.adjusted(14, 0, -2, 0), Qt::AlignCenter, QString::number(node.hiddenInside));
    painter.restore();
}

// On the lower edge, as the way on: how many states follow unseen, in the colour of the worst of them.
void GraphPainter::paintBranchFold(QPainter &painter, const GraphNode &node, const QRectF &rect, const Look &outer)
{
    const QRectF mark = boxes::branchFoldRect(node, rect);
    const auto state = m_overlay.after.constFind(node.id);
    const bool reached = state != m_overlay.after.constEnd();
    const QColor tone = reached ? toneColor(toneOf(state->state), m_style.palette) : m_style.muted;
    painter.save();
    const Look look = enlarge(painter, foldmarks::branchMark(node, rect, outer.zoom), mark, outer);
    painter.setPen(QPen(reached ? tone : m_style.border, 1.2));
    painter.setBrush(m_style.mixed(m_style.card, tone, m_style.dark ? 0.2 : 0.1));
    painter.drawRoundedRect(mark, 10, 10);
    const QString name = reached && !iconOf(state->state).isEmpty() ? iconOf(state->state) : u"expand"_s;
    icon(painter, QRectF(mark.left() + 5, mark.top() + 4, 12, 12), name, tone, look);
    painter.setFont(m_style.small);
    painter.setPen(m_style.text);
    painter.drawText(mark.adjusted(18, 0, -5, 0), Qt::AlignCenter, u'+' + QString::number(node.hiddenAfter));
    painter.restore();
}

void GraphPainter::paintMatch(QPainter &painter, const GraphNode &node, const QRectF &rect, const Look &look)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_style.match, std::max(2.6, 2 / look.zoom)));
    painter.drawPath(nodeShape(node, rect.adjusted(-1, -1, 1, 1)));
}

void GraphPainter::paintRow(QPainter &painter, int index, const QRectF &rect, const NodeOverlay *state,
                            const Look &look)
{
    const GraphNode &node = m_picture->model.nodes.at(index);
    const QColor tone = state ? toneColor(toneOf(state->state), m_style.palette) : m_style.border;
    // The line down from the row before.
    for (const int e : m_picture->incoming[static_cast<size_t>(index)]) {
        if (m_picture->model.edges.at(e).kind == GraphEdge::Kind::Inner)
            paintEdge(painter, e, look, false);
    }
    QColor fill = m_style.card;
    if (state && state->state != NodeState::Done)
        fill = m_style.mixed(fill, tone, m_style.dark ? 0.14 : 0.08);
    QPen pen(node.broken ? toneColor(Tone::Danger, m_style.palette)
             : state     ? m_style.mixed(m_style.card, tone, 0.7)
                         : m_style.border,
             1);
    applyHeat(node, fill, pen);
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawPath(nodeShape(node, rect));
    if (look.zoom < kTextZoom)
        return;
    const double center = rect.center().y();
    double right = rect.right() - 8;
    if (node.canFold()) {
        paintFold(painter, index, look);
        right = boxes::foldRect(node, rect, 0).left() - 4;
    }
    if (state) {
        icon(painter, QRectF(right - 14, center - 7, 14, 14), iconOf(state->state), tone, look);
        right -= 20;
        if (const QString text = stateText(*state); !text.isEmpty() && state->state == NodeState::Done) {
            painter.setFont(m_style.small);
            painter.setPen(m_style.muted);
            const double width = std::min(QFontMetricsF(m_style.small).horizontalAdvance(text), rect.width() * 0.4);
            painter.drawText(QRectF(right - width, rect.top(), width, rect.height()), Qt::AlignVCenter | Qt::AlignRight,
                             text);
            right -= width + 6;
        }
    }
    right = paintRowHeat(painter, node, rect, right);
    right = paintBadges(painter, node, right, center, look);
    icon(painter, QRectF(rect.left() + 10, center - 8, 16, 16), iconOf(node), m_style.hue(node), look);
    const double left = rect.left() + 34;
    const Texts &cached =
        texts(index, rect.right() - 32 - left - 20.0 * static_cast<double>(std::min<qsizetype>(node.badges.size(), 3)),
              rect.width());
    painter.save();
    painter.setClipRect(QRectF(left, rect.top(), std::max(0.0, right - left), rect.height()), Qt::IntersectClip);
    painter.setFont(m_style.body);
    painter.setPen(m_style.text);
    painter.drawStaticText(QPointF(left, center - cached.title.size().height() / 2), cached.title);
    const double after = left + cached.title.size().width() + 8;
    painter.restore();
    if (node.subtitle.isEmpty() || right - after < 24)
        return;
    painter.setFont(m_style.small);
    painter.setPen(m_heat ? m_style.text : m_style.muted);
    painter.drawText(QRectF(after, rect.top(), right - after, rect.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(m_style.small).elidedText(node.subtitle, Qt::ElideRight, right - after));
}

// A pill on the upper edge of the box: nothing moves when it appears.
void GraphPainter::paintState(QPainter &painter, const QRectF &rect, const NodeOverlay &state, const Look &look)
{
    const QString text = stateText(state);
    const QColor tone = toneColor(toneOf(state.state), m_style.palette);
    const double width = 22 + (text.isEmpty() ? 0 : QFontMetricsF(m_style.small).horizontalAdvance(text) + 8);
    // Over the corner, clear of the title and of the lines that enter in the middle.
    const QRectF pill(std::max(rect.right() + 6 - width, rect.center().x() + 12), rect.top() - 14, width, 20);
    const bool strong = state.current || state.state == NodeState::Failed;
    painter.setPen(QPen(strong ? tone : m_style.mixed(m_style.card, tone, 0.7), 1.2));
    painter.setBrush(strong ? tone : m_style.mixed(m_style.card, tone, m_style.dark ? 0.2 : 0.1));
    painter.drawRoundedRect(pill, 10, 10);
    const QColor ink = strong ? (m_style.dark ? QColor(0x10, 0x14, 0x1a) : QColor(Qt::white)) : tone;
    icon(painter, QRectF(pill.left() + 5, pill.top() + 4, 12, 12), iconOf(state.state), ink, look);
    painter.setFont(m_style.small);
    painter.setPen(ink);
    painter.drawText(pill.adjusted(20, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
}

} // namespace podium
