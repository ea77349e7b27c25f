// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timeline/timeaxis.h"

namespace podium {

/// Where times lie in the picture: an axis, stretched over the width of the view and zoomed. Distances are
/// device-independent pixels from the left side of the bars.
class TimelineScale
{
public:
    static constexpr double kMargin = 10; ///< left of the whole

    void setAxis(const TimeAxis &axis);
    void setWidth(double width);
    const TimeAxis &axis() const { return m_axis; }
    double width() const { return m_width; }
    double zoom() const { return m_zoom; } ///< 1: all fits
    double offset() const { return m_offset; }
    void setOffset(double offset);
    /// What is at `anchor` stays there.
    void zoomBy(double factor, double anchor);
    void fit();

    double contentWidth() const { return m_width * m_zoom; }
    double xOf(qint64 time) const { return xAt(m_axis.positionOf(time)); }
    double xAt(double position) const;
    double positionAt(double x) const;
    qint64 timeAt(double x) const { return m_axis.timeAt(positionAt(x)); }
    /// ms of unshortened time in a pixel.
    double msPerPixel() const;

private:
    double most() const;
    double room() const; ///< px between both margins

    TimeAxis m_axis;
    double m_width = 1;
    double m_zoom = 1;
    double m_offset = 0;
};

} // namespace podium
