// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelinechart.h"

#include "models/timeline/timelinetexts.h"
#include "ui/timeline/timelineaccessible.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace podium {

namespace {

constexpr int kLeastNames = 90;
constexpr double kMostNames = 0.6; ///< of the width

} // namespace

TimelineChart::TimelineChart(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    installTimelineAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Nodes over time"));
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(200, 100);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_arranging)
            m_scale.setOffset(value);
        viewport()->update();
    });
    updateStyle();
}

TimelineChart::~TimelineChart() = default;

// ---- content ----

void TimelineChart::setTimeline(const SharedTimeline &timeline, const QDateTime &nowUtc)
{
    m_rows.setTimeline(timeline);
    m_now = nowUtc.isValid() ? nowUtc.toMSecsSinceEpoch() : timeline->end;
    m_current = m_currentKey.isEmpty() ? -1 : timeline->rowOfKey.value(m_currentKey, -1);
    if (m_current >= 0)
        m_rows.unfoldTo(m_current);
    m_hovered = -1;
    m_announce = true;
    updateAxis();
    announce();
}

void TimelineChart::setNow(const QDateTime &nowUtc)
{
    m_now = nowUtc.toMSecsSinceEpoch();
    if (timeline() && timeline()->moves)
        updateAxis();
}

void TimelineChart::updateAxis()
{
    if (timeline())
        m_scale.setAxis(timeline()->axis(m_now, m_collapse));
    layoutBars();
}

void TimelineChart::setTexts(const ItemTexts &texts)
{
    m_texts = texts;
    viewport()->update();
    announce();
}

void TimelineChart::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
    viewport()->update();
}

void TimelineChart::setDensity(Density density)
{
    m_rowHeight = fontMetrics().height() + (density == Density::Compact ? 4 : 10);
    layoutBars();
}

void TimelineChart::setShowInternal(bool show)
{
    m_rows.setShowInternal(show);
    layoutBars();
    if (m_current >= 0)
        select(m_rows.timeline() ? m_rows.shownFor(m_current) : -1, false);
}

void TimelineChart::setCollapseWaiting(bool collapse)
{
    m_collapse = collapse;
    updateAxis();
}

void TimelineChart::setCursorTime(const QDateTime &utc)
{
    m_cursor = utc;
    viewport()->update();
}

void TimelineChart::setNameWidth(int width)
{
    m_names = width;
    layoutBars();
}

void TimelineChart::setFolded(int row, bool folded)
{
    m_rows.setFolded(row, folded);
    layoutBars();
    // What is folded away is not selected any more: what holds it is.
    if (m_current >= 0 && m_rows.placeOf(m_current) < 0)
        select(m_rows.shownFor(m_current), true);
}

// ---- selection ----

void TimelineChart::select(int row, bool byUser)
{
    if (!timeline() || row >= timeline()->rows.size())
        return;
    if (row >= 0 && timeline()->rows.at(row).internal && !m_rows.showInternal())
        row = m_rows.shownFor(timeline()->rows.at(row).parent);
    const bool same = row == m_current;
    m_current = row;
    m_currentKey = row < 0 ? QString() : timeline()->rows.at(row).key;
    if (row >= 0) {
        m_rows.unfoldTo(row);
        layoutBars();
        ensureVisible(row);
    }
    viewport()->update();
    if (same)
        return;
    announce();
    notifyTimelineSelection(this, row < 0 ? -1 : m_rows.placeOf(row));
    if (byUser)
        Q_EMIT rowSelected(row);
}

QString TimelineChart::describe(int row) const
{
    return rowDescription(*timeline(), row, m_texts, m_now);
}

// What a screen reader says follows the selection.
void TimelineChart::announce()
{
    setAccessibleDescription(m_current >= 0 ? describe(m_current)
                                            : tr("Arrow keys walk over the nodes, Left and Right fold and unfold."));
}

void TimelineChart::ensureVisible(int row)
{
    const int place = m_rows.placeOf(row);
    if (place < 0)
        return;
    QScrollBar *bar = verticalScrollBar();
    const int y = place * m_rowHeight;
    const int room = bodyRect().height();
    if (y < bar->value())
        bar->setValue(y);
    else if (y + m_rowHeight > bar->value() + room)
        bar->setValue(y + m_rowHeight - room);
    const TimelineRow &each = timeline()->rows.at(row);
    if (!each.timed || m_scale.zoom() <= 1)
        return;
    const double from = m_scale.xOf(each.from);
    const double to = m_scale.xOf(timeline()->toOf(each, m_now));
    if (to < 0 || from > m_scale.width())
        horizontalScrollBar()->setValue(int(m_scale.offset() + from - m_scale.width() / 4));
}

// ---- geometry ----

int TimelineChart::top() const
{
    return fontMetrics().height() + 2 * space::s;
}

QRect TimelineChart::bodyRect() const
{
    return viewport()->rect().adjusted(0, top(), 0, 0);
}

QRect TimelineChart::axisRect() const
{
    return {m_nameWidth, 0, viewport()->width() - m_nameWidth, top()};
}

void TimelineChart::layoutBars()
{
    m_arranging = true;
    const int most = std::max(kLeastNames, int(viewport()->width() * kMostNames));
    m_nameWidth = std::clamp(m_names, kLeastNames, most);
    m_scale.setWidth(viewport()->width() - m_nameWidth);
    QScrollBar *down = verticalScrollBar();
    const int room = bodyRect().height();
    down->setRange(0, std::max(0, m_rows.count() * m_rowHeight - room));
    down->setPageStep(std::max(m_rowHeight, room));
    down->setSingleStep(m_rowHeight);
    QScrollBar *across = horizontalScrollBar();
    across->setRange(0, int(std::max(0.0, m_scale.contentWidth() - m_scale.width())));
    across->setPageStep(int(m_scale.width()));
    across->setSingleStep(40);
    across->setValue(int(m_scale.offset()));
    m_arranging = false;
    viewport()->update();
}

void TimelineChart::zoomAt(double factor, double anchor)
{
    m_scale.zoomBy(factor, anchor);
    layoutBars();
}

// What the user looks at stays: the selected bar, else the middle.
void TimelineChart::zoomBy(double factor)
{
    double anchor = m_scale.width() / 2;
    if (m_current >= 0 && timeline()->rows.at(m_current).timed) {
        const double x = m_scale.xOf(timeline()->rows.at(m_current).from);
        if (x >= 0 && x <= m_scale.width())
            anchor = x;
    }
    zoomAt(factor, anchor);
}

void TimelineChart::fit()
{
    m_scale.fit();
    layoutBars();
}

QRect TimelineChart::rowRect(int row) const
{
    const int place = timeline() ? m_rows.placeOf(row) : -1;
    if (place < 0)
        return {};
    return {0, top() + place * m_rowHeight - verticalScrollBar()->value(), viewport()->width(), m_rowHeight};
}

QRect TimelineChart::barRect(int row) const
{
    const QRect lane = rowRect(row);
    const TimelineRow &each = timeline()->rows.at(row);
    if (lane.isEmpty() || !each.timed)
        return {};
    const QRectF bar = m_painter.barOf(each, lane, look());
    return bar.toAlignedRect();
}

int TimelineChart::rowAt(const QPoint &point) const
{
    if (!bodyRect().contains(point) || !timeline())
        return -1;
    return m_rows.rowAt((point.y() - top() + verticalScrollBar()->value()) / m_rowHeight);
}

// ---- painting ----

TimelineLook TimelineChart::look() const
{
    TimelineLook look;
    look.scale = &m_scale;
    look.texts = &m_texts;
    look.timeStyle = m_timeStyle;
    look.now = m_now;
    look.cursor = m_cursor.isValid() ? m_cursor.toMSecsSinceEpoch() : -1;
    look.nameWidth = m_nameWidth;
    look.top = top();
    look.rowHeight = m_rowHeight;
    look.focused = hasFocus();
    return look;
}

void TimelineChart::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const QRect body = bodyRect();
    painter.fillRect(viewport()->rect(), palette().base());
    if (timeline()) {
        const TimelineLook style = look();
        const int first = verticalScrollBar()->value() / m_rowHeight;
        const int last = std::min(m_rows.count() - 1, (verticalScrollBar()->value() + body.height()) / m_rowHeight);
        m_painter.paintGround(painter, viewport()->rect(), style);
        for (int place = first; place <= last; ++place) {
            const int row = m_rows.rowAt(place);
            const QRect lane(0, top() + place * m_rowHeight - verticalScrollBar()->value(), viewport()->width(),
                             m_rowHeight);
            TimelineLane about{*timeline(), row, lane};
            about.selected = row == m_current;
            about.hovered = row == m_hovered;
            about.canFold = m_rows.canFold(row);
            about.folded = about.canFold && m_rows.isFolded(row);
            m_painter.paintLane(painter, about, style);
        }
        m_painter.paintLines(painter, viewport()->rect(), *timeline(), style);
        m_painter.paintAxis(painter, *timeline(), viewport()->rect(), style);
    }
    if (std::exchange(m_announce, false))
        QMetaObject::invokeMethod(this, &TimelineChart::painted, Qt::QueuedConnection);
}

void TimelineChart::updateStyle()
{
    m_painter.setStyle(palette(), font());
    viewport()->update();
}

void TimelineChart::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layoutBars();
}

void TimelineChart::scrollContentsBy(int, int)
{
    viewport()->update(); // names and axis stay where they are
}

void TimelineChart::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange)
        updateStyle();
}

void TimelineChart::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TimelineChart::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace podium
