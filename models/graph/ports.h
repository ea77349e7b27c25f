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

/// How far left and right of a vertex's centre a line may leave or enter, in whole units.
struct PortRange
{
    int low = 0;
    int high = 0;
};

/// By link, at its ends.
struct PortRanges
{
    Table<PortRange> upper;
    Table<PortRange> lower;
};

/// The ports of a box lie in the order of what they lead to, with loops outside of all: so the first one cannot lie far
/// right. For layers that are ordered.
PortRanges portRanges(const Input &input, const Layers &layers);

/// Sets where the segments leave and enter: lines in their middle, boxes side by side, each as near as can be to where
/// its other end is.
void placePorts(const Input &input, const Layers &layers, Table<Segment> &segments);

} // namespace podium::layered
