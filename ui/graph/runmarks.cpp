// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/runmarks.h"

#include "models/graph/boxsizes.h"
#include "ui/graph/graphdescription.h"
#include "ui/graph/graphpainter.h"
#include "ui/widgets/timetext.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr double kBadge = 9; ///< radius, in units of the scene
constexpr double kSmallBadge = 7.5;
constexpr double kSmallest = 6.5; ///< of the same on the screen, in pixels

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(podium::RunMarks)
public:
    static QString time(const NodeOverlay &overlay)
    {
        const bool over = overlay.state == NodeState::Done && overlay.totalMs >= 0;
        QString text = over ? durationText(overlay.totalMs) : displayName(overlay.state);
        if (overlay.visits > 1)
            text += u" \u00D7"_s + QString::number(overlay.visits);
        return text;
    }
    static QString both(const QString &a, const QString &b) { return tr("A %1 \u00B7 B %2", "times").arg(a, b); }
    static QString outcome(const QString &run, const NodeOverlay &overlay)
    {
        return overlay.error.isEmpty() ? tr("Run %1: %2").arg(run, overlayText(overlay))
                                       : tr("Run %1: %2 (%3)").arg(run, overlayText(overlay), overlay.error.left(200));
    }
};

RunMark markOf(const GraphNode &node, const RunPair &runs)
{
    RunMark mark;
    mark.share = runs.shareOfNode(node.id);
    const NodeOverlay a = runs.a.nodes.value(node.id);
    const NodeOverlay b = runs.b.nodes.value(node.id);
    mark.failed = a.state == NodeState::Failed || b.state == NodeState::Failed;
    mark.detail = runsDetail(a, b);
    const bool timed = node.isState || node.kind == GraphNode::Kind::Branch;
    if (!timed || mark.share == RunShare::Neither)
        return mark;
    mark.text = mark.share == RunShare::OnlyA   ? Texts::time(a)
                : mark.share == RunShare::OnlyB ? Texts::time(b)
                                                : Texts::both(Texts::time(a), Texts::time(b));
    return mark;
}

void setDashes(QPen &pen, RunShare share)
{
    if (share == RunShare::OnlyA)
        pen.setDashPattern({3, 1.8});
    else if (share == RunShare::OnlyB)
        pen.setDashPattern({1, 1.4});
    else
        pen.setStyle(Qt::SolidLine);
}

bool isOnlyOne(RunShare share)
{
    return share == RunShare::OnlyA || share == RunShare::OnlyB;
}

// Where the mark of a state is in the graph of one run.
void paintTimes(QPainter &painter, const QRectF &rect, const RunMark &mark, const GraphStyle &style)
{
    const double width = QFontMetricsF(style.small).horizontalAdvance(mark.text) + 18;
    const QRectF pill(std::max(rect.right() + 6 - width, rect.left() + 22), rect.top() - 14, width, 20);
    const QColor color = mark.failed ? toneColor(Tone::Danger, style.palette)
                                     : style.mixed(style.card, runColor(mark.share, style), 0.7);
    painter.setPen(QPen(color, mark.failed ? 1.8 : 1.2));
    painter.setBrush(style.card);
    painter.drawRoundedRect(pill, 10, 10);
    painter.setFont(style.small);
    painter.setPen(style.text);
    painter.drawText(pill, Qt::AlignCenter, mark.text);
}

} // namespace

RunMarks runMarks(const GraphModel &model, const RunPair &runs)
{
    RunMarks marks;
    for (const GraphNode &node : model.nodes)
        marks.nodes.insert(node.id, markOf(node, runs));
    for (int e = 0; e < model.edges.size(); ++e) {
        if (const RunShare share = runs.shareOfEdge(e); share != RunShare::Neither)
            marks.edges.insert(e, share);
    }
    return marks;
}

QString runsDetail(const NodeOverlay &a, const NodeOverlay &b)
{
    return Texts::outcome(u"A"_s, a) + u". "_s + Texts::outcome(u"B"_s, b);
}

QColor runColor(RunShare share, const GraphStyle &style)
{
    switch (share) {
    case RunShare::OnlyA:
        return changeColor(GraphChange::Removed, style.palette);
    case RunShare::OnlyB:
        return changeColor(GraphChange::Added, style.palette);
    case RunShare::Both:
        return style.taken;
    case RunShare::Neither:
        break;
    }
    return style.line;
}

QString runLetter(RunShare share)
{
    return share == RunShare::OnlyA ? u"A"_s : share == RunShare::OnlyB ? u"B"_s : QString();
}

void paintRunBadge(QPainter &painter, const QPointF &center, double radius, RunShare share, const GraphStyle &style)
{
    if (!isOnlyOne(share))
        return;
    painter.save();
    paintBadgeDisc(painter, center, radius, runColor(share, style), style.palette);
    QFont font = style.title;
    font.setPixelSize(std::max(1, qRound(radius * 1.35)));
    painter.setFont(font);
    painter.setPen(badgeInk(style.palette));
    painter.drawText(QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius), Qt::AlignCenter,
                     runLetter(share));
    painter.restore();
}

void markRunPen(QPen &pen, RunShare share, bool selected, double zoom, const GraphStyle &style)
{
    if (share == RunShare::Neither)
        return;
    if (!selected)
        pen.setColor(runColor(share, style));
    pen.setWidthF(std::max(selected ? 3.0 : 2.4, 1.3 / zoom));
    setDashes(pen, share);
}

void paintRuns(QPainter &painter, const GraphPicture &picture, const RunMarks &marks, const GraphStyle &style,
               const QRectF &reach, double zoom)
{
    const double radius = std::max(kBadge, kSmallest / zoom);
    const double small = std::max(kSmallBadge, kSmallest / zoom);
    for (int i = 0; i < picture.model.nodes.size(); ++i) {
        const GraphNode &node = picture.model.nodes.at(i);
        const QRectF rect = picture.layout.nodes.at(i).rect;
        const auto mark = marks.nodes.constFind(node.id);
        if (mark == marks.nodes.constEnd() || !rect.intersects(reach))
            continue;
        const bool row = boxes::isRow(node);
        if (isOnlyOne(mark->share)) {
            QPen pen(runColor(mark->share, style));
            setDashes(pen, mark->share);
            paintMarkFrame(painter, node, rect, pen, true, style, zoom);
        }
        if (!mark->text.isEmpty() && !row && zoom >= GraphPainter::kTextZoom)
            paintTimes(painter, rect, *mark, style);
        const bool round = node.kind == GraphNode::Kind::Start || node.kind == GraphNode::Kind::End;
        if (!row || zoom >= GraphPainter::kTextZoom) // rows are nearer to each other than badges are large
            paintRunBadge(painter, badgePlace(node, rect), row || round ? small : radius, mark->share, style);
    }
    for (auto it = marks.edges.cbegin(); it != marks.edges.cend(); ++it) {
        if (picture.model.edges.at(it.key()).kind == GraphEdge::Kind::Inner ||
            !picture.lines[static_cast<size_t>(it.key())].bounds.intersects(reach))
            continue;
        const EdgeGeometry &line = picture.layout.edges.at(it.key());
        const bool labelled = !line.label.isEmpty() && zoom >= GraphPainter::kTextZoom;
        paintRunBadge(
            painter, labelled ? QPointF(line.label.left() - small + 3, line.label.center().y()) : middleOf(line.points),
            small, *it, style);
    }
}

} // namespace podium
