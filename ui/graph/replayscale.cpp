// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/replayscale.h"

#include <algorithm>
#include <functional>

namespace podium {

namespace {

constexpr double kShare = 0.25; ///< of the room that one wait may take, where there are several

/// The longest gap to be shown as it is, so that none takes more than its share of the room.
qint64 longestShown(std::vector<qint64> gaps)
{
    if (gaps.size() < 2)
        return gaps.empty() ? 0 : gaps.front();
    std::sort(gaps.begin(), gaps.end(), std::greater());
    double rest = 0;
    for (const qint64 each : gaps)
        rest += static_cast<double>(each);
    const double share = std::max(kShare, 1.2 / static_cast<double>(gaps.size()));
    // With k gaps cut to c, all take rest + k·c, of which c is to be the share.
    for (size_t k = 0; k < gaps.size() && share * static_cast<double>(k) < 0.9; ++k) {
        const double longest = share * rest / (1 - share * static_cast<double>(k));
        if (static_cast<double>(gaps[k]) <= longest)
            return std::max<qint64>(static_cast<qint64>(longest), 1);
        rest -= static_cast<double>(gaps[k]);
    }
    return gaps.front(); // all alike: nothing crowds
}

} // namespace

ReplayScale::ReplayScale(const ReplaySpan &span)
    : m_stops(span.moments)
{
    if (span.isEmpty())
        return;
    if (m_stops.isEmpty() || span.begin < m_stops.constFirst())
        m_stops.prepend(span.begin);
    if (span.end > m_stops.constLast())
        m_stops.append(span.end);
    std::vector<qint64> gaps;
    for (int i = 1; i < count(); ++i)
        gaps.push_back(gap(i));
    m_longest = longestShown(gaps);
    double sum = 0;
    m_positions.push_back(0);
    for (const qint64 each : gaps) {
        sum += static_cast<double>(std::min(each, m_longest));
        m_positions.push_back(sum);
    }
    for (double &position : m_positions)
        position = sum > 0 ? position / sum : 0;
}

qint64 ReplayScale::gap(int stop) const
{
    return stop > 0 ? m_stops.at(stop - 1).msecsTo(m_stops.at(stop)) : 0;
}

int ReplayScale::stopAt(const QDateTime &time) const
{
    const auto after = std::upper_bound(m_stops.cbegin(), m_stops.cend(), time);
    return std::max(0, static_cast<int>(after - m_stops.cbegin()) - 1);
}

double ReplayScale::position(int stop) const
{
    return m_positions.empty() ? 0 : m_positions[static_cast<size_t>(std::clamp(stop, 0, last()))];
}

int ReplayScale::nearest(double position) const
{
    const auto after = std::lower_bound(m_positions.cbegin(), m_positions.cend(), position);
    if (after == m_positions.cend())
        return std::max(0, last());
    const auto index = static_cast<int>(after - m_positions.cbegin());
    return index > 0 && position - m_positions[static_cast<size_t>(index - 1)] < *after - position ? index - 1 : index;
}

} // namespace podium
