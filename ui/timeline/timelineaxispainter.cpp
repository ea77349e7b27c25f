// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/timeline/timeticks.h"
#include "ui/timeline/timelinepainter.h"
#include "ui/timeline/timelinescale.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

// The axis with its ticks, the places where a wait is drawn short, the present and the time of a replay.
namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TimelineChart)
};

constexpr double kLabelRoom = 96; ///< px between ticks
constexpr int kGap = 10;          ///< px between labels
constexpr qint64 kDay = 86'400'000;

QDateTime shownTime(qint64 ms, TimeStyle style)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return style == TimeStyle::Utc ? utc : utc.toLocalTime();
}

/// Ticks lie at round times of the clock that is shown, or at round distances from the start.
qint64 tickOrigin(const Timeline &timeline, TimeStyle style)
{
    if (style == TimeStyle::Relative)
        return timeline.begin;
    return -qint64(shownTime(timeline.begin, style).offsetFromUtc()) * 1000;
}

} // namespace

void TimelinePainter::paintGround(QPainter &painter, const QRect &area, const TimelineLook &look) const
{
    const QRect room(look.nameWidth, look.top, area.width() - look.nameWidth, area.height() - look.top);
    painter.save();
    painter.setClipRect(room);
    const QColor shade = toneFill(Tone::Neutral, m_palette);
    const TimeAxis &axis = look.scale->axis();
    const int first = std::max(0, axis.pieceAt(look.scale->positionAt(0)));
    for (int i = first; i < axis.pieces().size(); ++i) {
        const TimeAxis::Piece &piece = axis.pieces().at(i);
        const double left = look.nameWidth + look.scale->xAt(piece.position);
        if (left > room.right())
            break;
        const double width = look.scale->xAt(piece.position + piece.length) + look.nameWidth - left;
        if (piece.shortened && width >= 1)
            painter.fillRect(QRectF(left, room.top(), width, room.height()), shade);
    }
    painter.restore();
    painter.fillRect(QRect(look.nameWidth - 1, 0, 1, area.height()), lineColor(m_palette));
}

void TimelinePainter::paintLines(QPainter &painter, const QRect &area, const Timeline &timeline,
                                 const TimelineLook &look) const
{
    painter.save();
    painter.setClipRect(QRect(look.nameWidth, look.top, area.width() - look.nameWidth, area.height() - look.top));
    const auto line = [&](qint64 time, const QColor &color, Qt::PenStyle style) {
        const double x = look.nameWidth + look.scale->xOf(time);
        painter.setPen(QPen(color, 1.5, style));
        painter.drawLine(QPointF(x, look.top), QPointF(x, area.bottom()));
    };
    if (timeline.moves)
        line(std::max(look.now, timeline.end), toneColor(Tone::Info, m_palette), Qt::DashLine);
    if (look.cursor >= 0)
        line(look.cursor, m_palette.color(QPalette::Highlight), Qt::SolidLine);
    painter.restore();
}

void TimelinePainter::paintAxis(QPainter &painter, const Timeline &timeline, const QRect &area,
                                const TimelineLook &look) const
{
    painter.fillRect(QRect(0, 0, area.width(), look.top), m_palette.base());
    painter.setFont(m_small);
    const QRect names(space::s, 0, look.nameWidth - 2 * space::s, look.top);
    painter.setPen(mutedColor(m_palette));
    QString corner = Texts::tr("Node");
    if (timeline.timed) {
        const QDateTime begin = shownTime(timeline.begin, look.timeStyle);
        corner = look.timeStyle == TimeStyle::Relative ? Texts::tr("Since the start")
                 : look.timeStyle == TimeStyle::Utc    ? Texts::tr("%1 UTC").arg(begin.toString(u"yyyy-MM-dd"_s))
                                                       : begin.toString(u"yyyy-MM-dd"_s);
    }
    painter.drawText(names, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(m_small).elidedText(corner, Qt::ElideLeft, names.width()));
    const QRect room(look.nameWidth, 0, area.width() - look.nameWidth, look.top);
    if (timeline.timed) {
        painter.save();
        painter.setClipRect(room);
        paintBreaks(painter, room, look);
        paintTicks(painter, room, timeline, look);
        if (timeline.moves)
            paintHandle(painter, look.nameWidth + look.scale->xOf(std::max(look.now, timeline.end)), look.top,
                        toneColor(Tone::Info, m_palette));
        if (look.cursor >= 0)
            paintHandle(painter, look.nameWidth + look.scale->xOf(look.cursor), look.top,
                        m_palette.color(QPalette::Highlight));
        painter.restore();
    }
    painter.fillRect(QRect(0, look.top - 1, area.width(), 1), lineColor(m_palette));
    painter.fillRect(QRect(look.nameWidth - 1, 0, 1, look.top), lineColor(m_palette));
}

/// A wait that is drawn short: a broken line, and how long it was.
void TimelinePainter::paintBreaks(QPainter &painter, const QRect &room, const TimelineLook &look) const
{
    const TimeAxis &axis = look.scale->axis();
    const QFontMetrics metrics(m_small);
    for (int i = std::max(0, axis.pieceAt(look.scale->positionAt(0))); i < axis.pieces().size(); ++i) {
        const TimeAxis::Piece &piece = axis.pieces().at(i);
        const double left = look.nameWidth + look.scale->xAt(piece.position);
        const double right = look.nameWidth + look.scale->xAt(piece.position + piece.length);
        if (left > room.right())
            break;
        if (!piece.shortened || right - left < 3)
            continue;
        const QRectF box(left, room.top(), right - left, room.height() - 1);
        painter.fillRect(box, toneFill(Tone::Neutral, m_palette));
        painter.setPen(QPen(mutedColor(m_palette), 1));
        QPolygonF broken;
        const double y = box.bottom() - 4;
        for (double x = box.left(), up = 0; x <= box.right(); x += 4, up = 3 - up)
            broken << QPointF(x, y - up);
        painter.drawPolyline(broken);
        const QString text = look.texts->durationOf(piece.time());
        if (metrics.horizontalAdvance(text) + 4 <= box.width())
            painter.drawText(box.adjusted(0, 0, 0, -7), Qt::AlignCenter | Qt::TextSingleLine, text);
    }
}

void TimelinePainter::paintTicks(QPainter &painter, const QRect &room, const Timeline &timeline,
                                 const TimelineLook &look) const
{
    const TimeAxis &axis = look.scale->axis();
    const qint64 step = tickStep(look.scale->msPerPixel() * kLabelRoom);
    const qint64 origin = tickOrigin(timeline, look.timeStyle);
    const QFontMetrics metrics(m_small);
    double free = room.left() + 2; // labels begin from here on
    const auto tick = [&](qint64 time, double limit) {
        const double x = look.nameWidth + look.scale->xOf(time);
        painter.setPen(lineColor(m_palette));
        painter.drawLine(QPointF(x, room.bottom() - 5), QPointF(x, room.bottom()));
        const QString text = tickText(time, step, timeline, look);
        const int width = metrics.horizontalAdvance(text);
        const double left = x + 3;
        if (left < free || left + width > limit)
            return;
        painter.setPen(mutedColor(m_palette));
        painter.drawText(QRectF(left, room.top(), width + 2, room.height() - 5),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        free = left + width + kGap;
    };
    for (int i = std::max(0, axis.pieceAt(look.scale->positionAt(0))); i < axis.pieces().size(); ++i) {
        const TimeAxis::Piece &piece = axis.pieces().at(i);
        const double left = look.nameWidth + look.scale->xAt(piece.position);
        const double right = look.nameWidth + look.scale->xAt(piece.position + piece.length);
        if (left > room.right())
            break;
        if (piece.shortened) {
            free = std::max(free, right + 2);
            continue;
        }
        if (left >= room.left())
            tick(piece.from, right);
        const qint64 from = std::max(piece.from, look.scale->timeAt(0));
        const qint64 to = std::min(piece.to, look.scale->timeAt(room.width()));
        for (const qint64 time : ticksWithin(from, to, step, origin))
            tick(time, i + 1 < axis.pieces().size() ? right : room.right());
    }
}

QString TimelinePainter::tickText(qint64 time, qint64 step, const Timeline &timeline, const TimelineLook &look) const
{
    if (look.timeStyle == TimeStyle::Relative) {
        const qint64 since = time - timeline.begin;
        return u'+' + (step < 1000 && since >= 1000 ? Texts::tr("%1 s").arg(double(since) / 1000, 0, 'f', 2)
                                                    : look.texts->durationOf(since));
    }
    const QDateTime shown = shownTime(time, look.timeStyle);
    if (step >= kDay)
        return shown.toString(u"MM-dd"_s);
    QString text = shown.toString(step < 1000 ? u"HH:mm:ss.zzz"_s : step < 60'000 ? u"HH:mm:ss"_s : u"HH:mm"_s);
    if (shown.date() != shownTime(timeline.begin, look.timeStyle).date())
        text.prepend(shown.toString(u"MM-dd "_s));
    return text;
}

void TimelinePainter::paintHandle(QPainter &painter, double x, int top, const QColor &color) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{QPointF(x - 5, top - 8), QPointF(x + 5, top - 8), QPointF(x, top)});
}

} // namespace podium
