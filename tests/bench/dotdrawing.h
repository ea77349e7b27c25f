// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/layout.h"

#include <QList>

#include <optional>

namespace podium {

/// How much there is to follow with the eye: top-level edges only.
struct DrawingQuality
{
    long long crossings = 0;
    double length = 0;    ///< of all edges, in scene units
    double alongAxes = 0; ///< the same, if every piece ran down and across: corners that are cut count in full

    DrawingQuality &operator+=(const DrawingQuality &other)
    {
        crossings += other.crossings;
        length += other.length;
        alongAxes += other.alongAxes;
        return *this;
    }
};

DrawingQuality qualityOf(const GraphModel &model, const GraphLayout &layout);

struct DotDrawing
{
    QList<DrawingQuality> graphs;
    double milliseconds = 0; ///< processor time of dot, reading and writing included
};

/// Free: dot's lines enter a box where they meet it. AsPodium: every line leaves its box below, in the middle, and enters
/// above, as Podium draws it.
enum class DotLines { Free, AsPodium };

/// The same graphs, boxes, labels and distances drawn by Graphviz, in one process of its own. Nothing where dot is not
/// installed or fails.
std::optional<DotDrawing> drawWithDot(const QList<GraphModel> &models, const QList<GraphLayout> &layouts,
                                      DotLines lines = DotLines::Free);

} // namespace podium
