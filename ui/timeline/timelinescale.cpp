// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelinescale.h"

#include <algorithm>

namespace podium {

namespace {

constexpr double kWidestMs = 40;       ///< px of one ms, when zoomed in as far as it goes
constexpr double kNotes = 76;          ///< right of the whole: how long the last bars took
constexpr double kLeastWidth = 300;    ///< px; below that there is no room for it
constexpr double kWidestContent = 5e7; ///< px: scroll bars count in int

} // namespace

// A run under way grows: what the user looks at keeps its place.
void TimelineScale::setAxis(const TimeAxis &axis)
{
    const bool zoomed = m_zoom > 1;
    const qint64 left = timeAt(kMargin);
    const double before = m_axis.length();
    m_axis = axis;
    m_zoom = std::clamp(zoomed ? m_zoom * m_axis.length() / before : 1.0, 1.0, most());
    setOffset(zoomed ? m_offset + xOf(left) - kMargin : 0);
}

void TimelineScale::setWidth(double width)
{
    m_width = std::max(width, 4 * kMargin);
    m_zoom = std::clamp(m_zoom, 1.0, most());
    setOffset(m_offset);
}

double TimelineScale::most() const
{
    return std::max(1.0, std::min(m_axis.length() * kWidestMs, kWidestContent) / m_width);
}

void TimelineScale::setOffset(double offset)
{
    m_offset = std::clamp(offset, 0.0, std::max(0.0, contentWidth() - m_width));
}

void TimelineScale::zoomBy(double factor, double anchor)
{
    const double position = positionAt(anchor);
    m_zoom = std::clamp(m_zoom * factor, 1.0, most());
    setOffset(m_offset + xAt(position) - anchor);
}

void TimelineScale::fit()
{
    m_zoom = 1;
    m_offset = 0;
}

double TimelineScale::xAt(double position) const
{
    return kMargin + position / m_axis.length() * room() - m_offset;
}

double TimelineScale::positionAt(double x) const
{
    return std::clamp((x + m_offset - kMargin) / room(), 0.0, 1.0) * m_axis.length();
}

double TimelineScale::msPerPixel() const
{
    return m_axis.length() / room();
}

double TimelineScale::room() const
{
    return contentWidth() - kMargin - (m_width >= kLeastWidth ? kNotes : kMargin);
}

} // namespace podium
