// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/timeline/timeaxis.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace podium {

namespace {

constexpr qint64 kLeastGap = 300;  ///< ms; what is shorter is no wait to a reader
constexpr double kShare = 0.09;    ///< of the axis for one shortened gap
constexpr double kMostShare = 0.5; ///< for all of them
constexpr double kWorthIt = 2;     ///< times as long as it is drawn

struct Cut
{
    qint64 longest = -1; ///< gaps of more than this are shortened; -1: none
    double drawn = 0;    ///< ms of the axis that each of them takes
};

/// The longest gaps are shortened, as many as are worth it: each cut makes the rest, and so the gaps that are left,
/// look longer.
Cut cutFor(std::vector<qint64> gaps, qint64 total)
{
    std::sort(gaps.begin(), gaps.end(), std::greater());
    Cut cut;
    double rest = static_cast<double>(total);
    for (size_t k = 0; k < gaps.size() && gaps[k] > kLeastGap; ++k) {
        rest -= static_cast<double>(gaps[k]);
        const double count = static_cast<double>(k + 1);
        const double share = std::min(kShare, kMostShare / count);
        // All take rest + count·drawn, of which drawn is to be the share.
        const double drawn = std::max(share * rest / (1 - count * share), 1.0);
        if (static_cast<double>(gaps[k]) <= kWorthIt * drawn)
            continue;
        cut = {k + 1 < gaps.size() ? gaps[k + 1] : 0, drawn};
        if (k + 1 < gaps.size() && gaps[k + 1] == gaps[k])
            cut.longest = gaps[k] - 1; // equal gaps are shortened alike
    }
    return cut;
}

} // namespace

QList<TimeSpan> mergeSpans(QList<TimeSpan> spans)
{
    std::sort(spans.begin(), spans.end(),
              [](const TimeSpan &a, const TimeSpan &b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
    QList<TimeSpan> merged;
    for (const TimeSpan &span : std::as_const(spans)) {
        if (!merged.isEmpty() && span.from <= merged.constLast().to)
            merged.last().to = std::max(merged.constLast().to, span.to);
        else
            merged.append(span);
    }
    return merged;
}

TimeAxis::TimeAxis(qint64 begin, qint64 end, const QList<TimeSpan> &spans, bool collapse)
{
    end = std::max(begin, end);
    std::vector<qint64> gaps;
    qint64 at = begin;
    const auto eachGap = [&](const auto &gap) {
        at = begin;
        for (const TimeSpan &span : spans) {
            if (span.from > at)
                gap(at, std::min(span.from, end));
            at = std::clamp(span.to, at, end);
        }
        if (at < end)
            gap(at, end);
    };
    Cut cut;
    if (collapse) {
        eachGap([&](qint64 from, qint64 to) { gaps.push_back(to - from); });
        cut = cutFor(std::move(gaps), end - begin);
    }
    qint64 drawnTo = begin;
    m_length = 0;
    if (cut.longest >= 0) {
        eachGap([&](qint64 from, qint64 to) {
            if (to - from <= cut.longest)
                return;
            if (from > drawnTo)
                add(drawnTo, from, static_cast<double>(from - drawnTo), false);
            add(from, to, cut.drawn, true);
            drawnTo = to;
        });
    }
    if (drawnTo < end || m_pieces.isEmpty())
        add(drawnTo, end, std::max<double>(1, static_cast<double>(end - drawnTo)), false);
}

void TimeAxis::add(qint64 from, qint64 to, double length, bool shortened)
{
    m_pieces.append({from, to, m_length, length, shortened});
    m_length += length;
    if (shortened)
        m_shortened += to - from;
}

double TimeAxis::positionOf(qint64 time) const
{
    if (m_pieces.isEmpty() || time <= m_pieces.constFirst().from)
        return 0;
    const auto after = std::upper_bound(m_pieces.cbegin(), m_pieces.cend(), time,
                                        [](qint64 value, const Piece &piece) { return value < piece.from; });
    const Piece &piece = *(after - 1);
    if (piece.time() <= 0)
        return piece.position;
    const double part = static_cast<double>(std::min(time, piece.to) - piece.from) / static_cast<double>(piece.time());
    return piece.position + part * piece.length;
}

int TimeAxis::pieceAt(double position) const
{
    if (m_pieces.isEmpty() || position < 0 || position > m_length)
        return -1;
    const auto after = std::upper_bound(m_pieces.cbegin(), m_pieces.cend(), position,
                                        [](double value, const Piece &piece) { return value < piece.position; });
    return std::max(0, static_cast<int>(after - m_pieces.cbegin()) - 1);
}

qint64 TimeAxis::timeAt(double position) const
{
    const int index = pieceAt(std::clamp(position, 0.0, m_length));
    if (index < 0)
        return 0;
    const Piece &piece = m_pieces.at(index);
    const double part = piece.length > 0 ? (position - piece.position) / piece.length : 0;
    return piece.from + std::llround(std::clamp(part, 0.0, 1.0) * static_cast<double>(piece.time()));
}

} // namespace podium
