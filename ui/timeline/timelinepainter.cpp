// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelinepainter.h"

#include "models/timeline/timelinetexts.h"
#include "ui/timeline/timelinescale.h"
#include "ui/widgets/icons.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIcon = 14;
constexpr int kMark = 12;
constexpr int kIndent = 14;
constexpr int kMostIndent = 5; ///< levels; deeper ones stay there

} // namespace

Tone toneOf(TimelineRow::Status status)
{
    switch (status) {
    case TimelineRow::Status::Running:
        return Tone::Info;
    case TimelineRow::Status::Waiting:
        return Tone::Warning;
    case TimelineRow::Status::Done:
        return Tone::Success;
    case TimelineRow::Status::Failed:
        return Tone::Danger;
    default:
        return Tone::Neutral;
    }
}

QString iconOf(TimelineRow::Status status)
{
    switch (status) {
    case TimelineRow::Status::Running:
        return u"run"_s;
    case TimelineRow::Status::Waiting:
        return u"clock"_s;
    case TimelineRow::Status::Done:
        return u"check"_s;
    case TimelineRow::Status::Failed:
        return u"error"_s;
    case TimelineRow::Status::Skipped:
        return u"skip"_s;
    case TimelineRow::Status::Aborted:
        return u"abort"_s;
    case TimelineRow::Status::Repeated:
        return u"retry"_s;
    case TimelineRow::Status::Open:
        break;
    }
    return u"remove"_s;
}

void TimelinePainter::setStyle(const QPalette &palette, const QFont &font)
{
    m_palette = palette;
    m_font = font;
    m_small = font;
    if (font.pointSizeF() > 0)
        m_small.setPointSizeF(font.pointSizeF() * 0.9);
}

QRect TimelinePainter::foldMark(const TimelineRow &row, const QRect &lane, const TimelineLook &) const
{
    const int left = space::xs + std::min(row.depth, kMostIndent) * kIndent;
    return {left, lane.center().y() - kMark / 2 + 1, kMark, kMark};
}

void TimelinePainter::paintFoldMark(QPainter &painter, const QRect &mark, bool folded) const
{
    const QPointF center = QRectF(mark).center();
    const QPolygonF triangle =
        folded ? QPolygonF{center + QPointF(-2, -4), center + QPointF(3, 0), center + QPointF(-2, 4)}
               : QPolygonF{center + QPointF(-4, -2), center + QPointF(4, -2), center + QPointF(0, 3)};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mutedColor(m_palette));
    painter.drawPolygon(triangle);
}

void TimelinePainter::paintLane(QPainter &painter, const TimelineLane &lane, const TimelineLook &look) const
{
    if (lane.selected || lane.hovered) {
        QColor fill = m_palette.color(QPalette::Highlight);
        fill.setAlpha(lane.selected ? (look.focused ? 70 : 45) : 20);
        painter.fillRect(lane.rect, fill);
        if (lane.selected)
            painter.fillRect(QRect(0, lane.rect.top(), 3, lane.rect.height()), m_palette.color(QPalette::Highlight));
    }
    painter.save();
    painter.setClipRect(QRect(0, lane.rect.top(), look.nameWidth - 1, lane.rect.height()) & lane.rect);
    paintName(painter, lane, look);
    painter.restore();

    const QRect room(look.nameWidth, lane.rect.top(), lane.rect.width() - look.nameWidth, lane.rect.height());
    painter.save();
    painter.setClipRect(room);
    painter.setRenderHint(QPainter::Antialiasing);
    const TimelineRow &row = lane.row();
    if (!row.timed) {
        painter.setPen(mutedColor(m_palette));
        painter.setFont(m_small);
        painter.drawText(room.adjusted(space::s, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, u"–"_s);
    } else {
        const QRectF bar = barOf(row, lane.rect, look);
        if (bar.right() < room.left() || bar.left() > room.right()) {
            paintAway(painter, room, bar.left() < room.left());
        } else {
            const QRectF seen = bar.intersected(QRectF(room).adjusted(-40, 0, 40, 0));
            row.frame ? paintFrame(painter, row, seen) : paintBar(painter, row, seen);
            paintNotes(painter, lane, seen, look);
        }
    }
    painter.restore();
}

void TimelinePainter::paintName(QPainter &painter, const TimelineLane &lane, const TimelineLook &look) const
{
    const TimelineRow &row = lane.row();
    const QRect mark = foldMark(row, lane.rect, look);
    if (lane.canFold)
        paintFoldMark(painter, mark, lane.folded);
    const QRect icon(mark.right() + 3, lane.rect.center().y() - kIcon / 2 + 1, kIcon, kIcon);
    paintIcon(&painter, icon, iconOf(row.status), toneColor(toneOf(row.status), m_palette));
    QRect room(icon.right() + space::xs + 2, lane.rect.top(), look.nameWidth - icon.right() - 2 * space::xs - 4,
               lane.rect.height());
    paintRetries(painter, room, row);
    painter.setFont(row.depth == 0 && row.frame ? strongFont(m_font) : m_font);
    const QFontMetrics metrics(painter.font());
    const QString name = metrics.elidedText(rowName(row), Qt::ElideRight, room.width());
    painter.setPen(row.internal ? mutedColor(m_palette) : m_palette.color(QPalette::Text));
    constexpr int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
    painter.drawText(room, flags, name);
    room.setLeft(room.left() + metrics.horizontalAdvance(name) + space::s);
    if (row.subtitle.isEmpty() || room.width() < 30)
        return;
    painter.setFont(m_font);
    painter.setPen(mutedColor(m_palette));
    painter.drawText(room, flags,
                     QFontMetrics(m_font).elidedText(singleLine(row.subtitle, 100), Qt::ElideRight, room.width()));
}

/// How often something in it was repeated, at the right.
void TimelinePainter::paintRetries(QPainter &painter, QRect &room, const TimelineRow &row) const
{
    if (row.retries <= 0)
        return;
    const QString count = QString::number(row.retries);
    const int width = QFontMetrics(m_small).horizontalAdvance(count);
    const QRect icon(room.right() - width - 2 - kMark, room.center().y() - kMark / 2 + 1, kMark, kMark);
    if (icon.left() < room.left() + 30)
        return;
    const QColor color = toneColor(Tone::Warning, m_palette);
    paintIcon(&painter, icon, u"retry"_s, color);
    painter.setFont(m_small);
    painter.setPen(color);
    painter.drawText(QRect(icon.right() + 3, room.top(), width + 2, room.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, count);
    room.setRight(icon.left() - space::xs);
}

/// How long it took, and what went wrong, beside the bar.
void TimelinePainter::paintNotes(QPainter &painter, const TimelineLane &lane, const QRectF &bar,
                                 const TimelineLook &look) const
{
    const TimelineRow &row = lane.row();
    painter.setFont(m_small);
    const QFontMetrics metrics(m_small);
    const bool failed = !row.error.isEmpty() && !row.frame;
    // What failed at a time nobody told has only its error to tell.
    const bool told = row.ended || row.grows || !failed;
    const QString text = told ? rowDuration(row, *look.texts, look.now) : QString();
    const int width = metrics.horizontalAdvance(text);
    constexpr int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
    const QRect area(look.nameWidth, lane.rect.top(), lane.rect.width() - look.nameWidth, lane.rect.height());
    QRect note(int(bar.right()) + 7, area.top(), width, area.height());
    if (note.right() > area.right() - 2) // no room behind it: in front of it
        note.moveRight(int(bar.left()) - 7);
    if (note.left() < area.left())
        return;
    painter.setPen(mutedColor(m_palette));
    painter.drawText(note, flags, text);
    if (!failed || note.left() < int(bar.right()))
        return;
    const QRect rest(note.right() + (told ? space::s : 0), area.top(), area.right() - note.right() - space::s,
                     area.height());
    if (rest.width() < 50)
        return;
    painter.setPen(toneColor(row.status == TimelineRow::Status::Failed ? Tone::Danger : Tone::Neutral, m_palette));
    painter.drawText(rest, flags, metrics.elidedText(singleLine(row.error, 200), Qt::ElideRight, rest.width()));
}

/// The bar lies beyond the side: where to scroll to.
void TimelinePainter::paintAway(QPainter &painter, const QRect &room, bool left) const
{
    const double x = left ? room.left() + 5 : room.right() - 5;
    const double y = QRectF(room).center().y();
    const double to = left ? 4 : -4;
    painter.setPen(Qt::NoPen);
    painter.setBrush(mutedColor(m_palette));
    painter.drawPolygon(QPolygonF{QPointF(x - to / 2, y), QPointF(x + to, y - 4), QPointF(x + to, y + 4)});
}

} // namespace podium
