// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/differenceentries.h"

namespace podium {

/// A line of what an entry says: of the old version (Removed), of the new one (Added), or of both (Same). Plain text.
struct DifferenceLine
{
    GraphChange side = GraphChange::Same;
    QString text;
    int other = -1; ///< index of the line of the other version that it takes the place of
    bool operator==(const DifferenceLine &) const = default;
};

/// What changed, old before new, lines about the same thing beside each other. Of what was added or removed, all of it
/// with the names of its parts; of what is the same, all of it.
QList<DifferenceLine> differenceLines(const GraphDifference &difference, const DifferenceEntry &entry);

/// Where it is written: a line from 1 (0: unknown), and of which version.
struct SourcePlace
{
    int line = 0;
    bool old = false;
    bool operator==(const SourcePlace &) const = default;
};
SourcePlace sourcePlace(const GraphDifference &difference, const DifferenceEntry &entry);
/// The innermost node that is written there; -1 for none.
int nodeAtPlace(const GraphDifference &difference, const SourcePlace &place);

} // namespace podium
