// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/itemtexts.h"
#include "models/timeline/timeline.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QFont>
#include <QPalette>
#include <QRect>

class QPainter;

namespace podium {

class TimelineScale;

/// What all lanes have in common.
struct TimelineLook
{
    const TimelineScale *scale = nullptr;
    const ItemTexts *texts = nullptr;
    TimeStyle timeStyle = TimeStyle::Local;
    qint64 now = 0;
    qint64 cursor = -1; ///< ms; -1: no replay
    int nameWidth = 0;  ///< bars begin there
    int top = 0;        ///< height of the axis
    int rowHeight = 0;
    bool focused = false;
};

/// One lane to be painted.
struct TimelineLane
{
    const Timeline &timeline;
    int index = 0;
    QRect rect;
    bool selected = false;
    bool hovered = false;
    bool canFold = false;
    bool folded = false;

    const TimelineRow &row() const { return timeline.rows.at(index); }
};

Tone toneOf(TimelineRow::Status status);
QString iconOf(TimelineRow::Status status);

/// Draws the chart. Colour is never the only sign: each state has its own icon and its own texture.
/// timelinepainter.cpp: lanes; timelinebars.cpp: bars; timelineaxispainter.cpp: the axis and what runs through all.
class TimelinePainter
{
public:
    void setStyle(const QPalette &palette, const QFont &font);

    void paintGround(QPainter &painter, const QRect &area, const TimelineLook &look) const;
    void paintLane(QPainter &painter, const TimelineLane &lane, const TimelineLook &look) const;
    void paintLines(QPainter &painter, const QRect &area, const Timeline &timeline, const TimelineLook &look) const;
    void paintAxis(QPainter &painter, const Timeline &timeline, const QRect &area, const TimelineLook &look) const;

    QRect foldMark(const TimelineRow &row, const QRect &lane, const TimelineLook &look) const;
    /// Where the bar lies, whether it is to be seen or not.
    QRectF barOf(const TimelineRow &row, const QRect &lane, const TimelineLook &look) const;

private:
    void paintName(QPainter &painter, const TimelineLane &lane, const TimelineLook &look) const;
    void paintFoldMark(QPainter &painter, const QRect &mark, bool folded) const;
    void paintRetries(QPainter &painter, QRect &room, const TimelineRow &row) const;
    void paintBar(QPainter &painter, const TimelineRow &row, const QRectF &bar) const;
    void paintFrame(QPainter &painter, const TimelineRow &row, const QRectF &bar) const;
    void paintOpenEnd(QPainter &painter, const TimelineRow &row, const QRectF &bar) const;
    void paintAway(QPainter &painter, const QRect &room, bool left) const;
    void paintNotes(QPainter &painter, const TimelineLane &lane, const QRectF &bar, const TimelineLook &look) const;
    void paintTicks(QPainter &painter, const QRect &room, const Timeline &timeline, const TimelineLook &look) const;
    void paintBreaks(QPainter &painter, const QRect &room, const TimelineLook &look) const;
    void paintHandle(QPainter &painter, double x, int top, const QColor &color) const;
    QString tickText(qint64 time, qint64 step, const Timeline &timeline, const TimelineLook &look) const;

    QPalette m_palette;
    QFont m_font;
    QFont m_small;
};

} // namespace podium
