// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/layered.h"
#include "models/graph/tracks.h"

namespace podium::layered {

/// A link between two neighbouring layers, or the turn of a loop within one gap.
struct Segment
{
    TrackLine::Shape shape = TrackLine::Shape::Through;
    int upper = -1; ///< vertex above the gap; of a turn: of the two the one that is drawn first
    int lower = -1;
    double upperX = 0;
    double lowerX = 0;
    int track = -1; ///< -1: straight
};

/// Sets where the segments leave and enter: lines in their middle, boxes side by side, each as near as can be to where
/// its other end is.
void placePorts(const Input &input, const Layers &layers, Table<Segment> &segments);

} // namespace podium::layered
