// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/replay.h"

#include <vector>

namespace podium {

/// Where the times of a run at which something happened lie on a slider. As in the run, except that a long wait takes
/// no more than its part of the room: else all that happened would crowd in one place.
class ReplayScale
{
public:
    ReplayScale() = default;
    explicit ReplayScale(const ReplaySpan &span);

    /// Moments, and the begin and the end of the run where they are none.
    const QList<QDateTime> &stops() const { return m_stops; }
    int count() const { return static_cast<int>(m_stops.size()); }
    int last() const { return count() - 1; }
    QDateTime begin() const { return m_stops.value(0); }
    /// The last stop at or before the time; the first one when there is none.
    int stopAt(const QDateTime &time) const;

    double position(int stop) const; ///< 0 to 1
    int nearest(double position) const;
    /// Whether the wait before this stop is longer than it looks.
    bool isShortened(int stop) const { return stop > 0 && gap(stop) > m_longest; }
    /// Milliseconds since the stop before.
    qint64 gap(int stop) const;

private:
    QList<QDateTime> m_stops;
    std::vector<double> m_positions;
    qint64 m_longest = 0; ///< gap that is shown as long as it is
};

} // namespace podium
