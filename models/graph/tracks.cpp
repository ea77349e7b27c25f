// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/tracks.h"

#include <algorithm>
#include <map>

namespace podium::layered {

namespace {

constexpr double kClearance = 4; ///< between the ends of two lines on one track
constexpr size_t kManyLines = 400;

double low(const TrackLine &line)
{
    return std::min(line.fromX, line.toX);
}
double high(const TrackLine &line)
{
    return std::max(line.fromX, line.toX);
}

/// 0: turns below (highest), 1: through, 2: turns above (lowest).
int zone(const TrackLine &line)
{
    if (line.shape == TrackLine::Shape::TurnBelow)
        return 0;
    return line.shape == TrackLine::Shape::Through ? 1 : 2;
}

bool before(const TrackLine &a, const TrackLine &b)
{
    if (zone(a) != zone(b))
        return zone(a) < zone(b);
    if (zone(a) != 1) {
        // Turns nest: the narrow one lies nearer to its layer.
        const double widthA = high(a) - low(a);
        const double widthB = high(b) - low(b);
        return zone(a) == 0 ? widthA < widthB : widthA > widthB;
    }
    const bool rightA = a.toX > a.fromX;
    const bool rightB = b.toX > b.fromX;
    if (rightA != rightB)
        return rightA;
    return rightA ? a.fromX > b.fromX : a.fromX < b.fromX;
}

/// The pieces that lie on one track, to ask whether another one fits.
class Track
{
public:
    bool fits(double from, double to) const
    {
        const auto after = m_pieces.lower_bound(from - kClearance);
        if (after != m_pieces.end() && after->first < to + kClearance)
            return false;
        return after == m_pieces.begin() || std::prev(after)->second <= from - kClearance;
    }
    void add(double from, double to) { m_pieces[from] = to; }

private:
    std::map<double, double> m_pieces; ///< start → end
};

} // namespace

int assign(std::vector<TrackLine> &lines)
{
    if (lines.size() < 2)
        return static_cast<int>(lines.size());
    std::stable_sort(lines.begin(), lines.end(), before);
    if (lines.size() > kManyLines) {
        // A bundle nobody can follow line by line: only their order is kept.
        constexpr int kTracks = 48;
        for (size_t i = 0; i < lines.size(); ++i)
            lines[i].track = static_cast<int>(i * kTracks / lines.size());
        return kTracks;
    }
    std::vector<Track> tracks;
    size_t groupStart = 0; // lines of one zone and direction have to keep their order where they overlap
    int zoneFloor = 0;     // lowest track of the zones before
    for (size_t i = 0; i < lines.size(); ++i) {
        TrackLine &line = lines[i];
        const auto right = [](const TrackLine &item) { return item.toX > item.fromX; };
        if (i > 0 && (zone(line) != zone(lines[i - 1]) || (zone(line) == 1 && right(line) != right(lines[i - 1])))) {
            groupStart = i;
            if (zone(line) != zone(lines[i - 1]))
                zoneFloor = static_cast<int>(tracks.size());
        }
        int at = zoneFloor;
        for (size_t k = groupStart; k < i; ++k) {
            if (low(lines[k]) < high(line) + kClearance && low(line) < high(lines[k]) + kClearance)
                at = std::max(at, lines[k].track + 1);
        }
        while (at < static_cast<int>(tracks.size()) && !tracks[static_cast<size_t>(at)].fits(low(line), high(line)))
            ++at;
        if (at >= static_cast<int>(tracks.size()))
            tracks.resize(static_cast<size_t>(at) + 1);
        tracks[static_cast<size_t>(at)].add(low(line), high(line));
        line.track = at;
    }
    return static_cast<int>(tracks.size());
}

} // namespace podium::layered
