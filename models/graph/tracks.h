// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace podium::layered {

/// A line that crosses the gap between two layers with one horizontal piece.
struct TrackLine
{
    enum class Shape {
        Through,   ///< from the layer above to the layer below
        TurnAbove, ///< both ends in the layer below
        TurnBelow, ///< both ends in the layer above
    };
    double fromX = 0; ///< at the layer above (or either end of a turn)
    double toX = 0;
    Shape shape = Shape::Through;
    int tag = 0;
    int track = 0; ///< set by assign(): 0 is the highest
};

/// Gives each line a track, so that none lies on another and those of one direction nest instead of crossing: of lines
/// that go right, the one that starts further right runs higher; left likewise. Answers the number of tracks.
int assign(std::vector<TrackLine> &lines);

} // namespace podium::layered
