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
    double length = 0; ///< of all edges, in scene units
};

DrawingQuality qualityOf(const GraphModel &model, const GraphLayout &layout);

struct DotDrawing
{
    QList<DrawingQuality> graphs;
    double milliseconds = 0; ///< processor time of dot, reading and writing included
};

/// The same graphs, boxes, labels and distances drawn by Graphviz, in one process of its own. Nothing where dot is not
/// installed or fails.
std::optional<DotDrawing> drawWithDot(const QList<GraphModel> &models, const QList<GraphLayout> &layouts);

} // namespace podium
