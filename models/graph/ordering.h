// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/layered.h"

namespace podium::layered {

/// The crossings of an ordering, gap by gap. A gap is the space below the row of its number.
class Crossings
{
public:
    explicit Crossings(const Layers &layers)
        : m_layers(layers)
    {
    }

    long long ofGap(int gap);
    long long ofGaps(int first, int last); ///< `last` included
    long long ofAll() { return ofGaps(0, m_layers.rows.size() - 2); }

private:
    const Layers &m_layers;
    std::vector<int> m_lower;
};

/// Sets the positions of a row's vertices.
inline void number(Layers &layers, int row)
{
    int position = 0;
    for (const int v : layers.rows[row])
        layers.vertices[v].position = position++;
}

/// Takes the lines of edges, loops and single vertices out, and puts each back where it crosses least, as long as there
/// is something to gain. `crossings` is kept up to date. False when `cancelled` said so.
bool reinsert(Layers &layers, long long &crossings, const std::function<bool()> &cancelled);

} // namespace podium::layered
