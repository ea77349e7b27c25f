// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelinepainter.h"
#include "ui/timeline/timelinescale.h"

#include <QPainter>

#include <algorithm>

// Each state by its texture: done is solid, running solid with a tip that points on, waiting hatched, failed crossed,
// aborted hatched the other way, skipped an empty dashed outline, repeated a dotted one; what ended at a time nobody
// told has no right side.
namespace podium {

namespace {

constexpr double kLeast = 4;    ///< px: a visit of no time is still there
constexpr double kShare = 0.46; ///< of the height of the lane

} // namespace

QRectF TimelinePainter::barOf(const TimelineRow &row, const QRect &lane, const TimelineLook &look) const
{
    const qint64 to = row.grows ? std::max(row.to, look.now) : row.to;
    const double left = look.scale->xOf(row.from);
    const double width = std::max(kLeast, look.scale->xOf(to) - left);
    const double height = std::max(6.0, lane.height() * kShare);
    return {look.nameWidth + left, lane.top() + (lane.height() - height) / 2, width, height};
}

void TimelinePainter::paintBar(QPainter &painter, const TimelineRow &row, const QRectF &bar) const
{
    using Status = TimelineRow::Status;
    const QColor color = toneColor(toneOf(row.status), m_palette);
    const QColor base = m_palette.color(QPalette::Base);
    const QRectF outline = bar.adjusted(0.5, 0.5, -0.5, -0.5);
    const auto draw = [&](const QBrush &fill, const QPen &pen) {
        painter.setPen(pen);
        painter.setBrush(fill);
        painter.drawRoundedRect(pen.style() == Qt::NoPen ? bar : outline, 2.5, 2.5);
    };
    const auto textured = [&](Qt::BrushStyle texture, const QColor &ground) {
        draw(ground, Qt::NoPen);
        draw(QBrush(color, texture), QPen(color, 1));
    };
    switch (row.waits && row.status == Status::Done ? Status::Waiting : row.status) {
    case Status::Done:
        draw(color, Qt::NoPen);
        break;
    case Status::Running:
        draw(color, Qt::NoPen);
        painter.drawPolygon(
            QPolygonF{bar.topRight(), QPointF(bar.right() + bar.height() / 2, bar.center().y()), bar.bottomRight()});
        break;
    case Status::Waiting:
        textured(Qt::BDiagPattern, base);
        break;
    case Status::Failed:
        draw(color, Qt::NoPen);
        draw(QBrush(base, Qt::DiagCrossPattern), QPen(color, 1));
        break;
    case Status::Aborted:
        textured(Qt::FDiagPattern, base);
        break;
    case Status::Skipped:
        draw(Qt::NoBrush, QPen(color, 1, Qt::DashLine));
        break;
    case Status::Repeated:
        draw(toneFill(Tone::Neutral, m_palette), QPen(color, 1, Qt::DotLine));
        break;
    case Status::Open:
        draw(toneFill(Tone::Neutral, m_palette), QPen(color, 1));
        break;
    }
    paintOpenEnd(painter, row, bar);
}

/// Where the end was not told and nothing goes on, the right side is torn off.
void TimelinePainter::paintOpenEnd(QPainter &painter, const TimelineRow &row, const QRectF &bar) const
{
    if (row.ended || row.grows || row.status == TimelineRow::Status::Repeated || bar.width() < 2 * kLeast)
        return;
    const double tooth = bar.height() / 4;
    QPolygonF teeth{bar.topRight() + QPointF(1, -1)};
    for (int i = 0; i < 4; ++i) {
        const double y = bar.top() + i * tooth;
        teeth << QPointF(bar.right() - 4, y + tooth / 2) << QPointF(bar.right(), y + tooth);
    }
    teeth << bar.bottomRight() + QPointF(1, 1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_palette.color(QPalette::Base));
    painter.drawPolygon(teeth);
}

/// What holds others is a bracket over them.
void TimelinePainter::paintFrame(QPainter &painter, const TimelineRow &row, const QRectF &bar) const
{
    const QColor color = toneColor(toneOf(row.status), m_palette);
    const double thick = std::max(3.0, bar.height() * 0.35);
    const QRectF beam(bar.left(), bar.center().y() - bar.height() / 2, bar.width(), thick);
    painter.setPen(Qt::NoPen);
    painter.setBrush(row.status == TimelineRow::Status::Waiting ? QBrush(color, Qt::Dense4Pattern) : QBrush(color));
    painter.drawRect(beam);
    painter.setBrush(color);
    const double foot = std::min(bar.height() * 0.5, bar.width());
    const double low = bar.bottom() - 1;
    painter.drawPolygon(QPolygonF{beam.topLeft(), QPointF(bar.left() + foot, beam.top()), QPointF(bar.left(), low)});
    if (row.ended)
        painter.drawPolygon(
            QPolygonF{beam.topRight(), QPointF(bar.right() - foot, beam.top()), QPointF(bar.right(), low)});
}

} // namespace podium
