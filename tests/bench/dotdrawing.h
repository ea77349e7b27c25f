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
    double length = 0;  ///< of all edges, in scene units
    double onwards = 0; ///< the same, without the edges that lead back up or to their own box
    int bends = 0;      ///< corners; of curves there is no such number

    DrawingQuality &operator+=(const DrawingQuality &other)
    {
        crossings += other.crossings;
        length += other.length;
        onwards += other.onwards;
        bends += other.bends;
        return *this;
    }
};

DrawingQuality qualityOf(const GraphModel &model, const GraphLayout &layout);

struct DotDrawing
{
    QList<DrawingQuality> graphs;
    double milliseconds = 0; ///< processor time of dot, reading and writing included
};

/// Free: curves that enter a box where they meet it, what dot draws unless told otherwise. Orthogonal: lines with
/// corners, as Podium's, but they cross the text of labels, which dot does not place then. Ported: curves that leave
/// every box below, in the middle, and enter above, as Podium's lines do.
enum class DotLines { Free, Orthogonal, Ported };

/// The same graphs, boxes, labels and distances drawn by Graphviz, in one process of its own. Nothing where dot is not
/// installed or fails.
std::optional<DotDrawing> drawWithDot(const QList<GraphModel> &models, const QList<GraphLayout> &layouts,
                                      DotLines lines = DotLines::Free);

} // namespace podium
