// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "models/graph/graphmodel.h"
#include "models/graph/layout.h"
#include "models/workflow/workflowdocument.h"

#include <QPainterPath>
#include <QPolygonF>

#include <functional>
#include <memory>
#include <vector>

namespace podium {

/// A graph ready to be painted: made on a worker, never changed afterwards, shared by canvas and minimap.
struct GraphPicture
{
    struct Line
    {
        QPainterPath path; ///< with rounded corners, ending at the arrow head
        QPolygonF arrow;
        QRectF bounds;
    };

    GraphModel model;
    GraphLayout layout;
    QList<WorkflowProblem> problems;
    std::vector<Line> lines;                ///< by edge
    std::vector<std::vector<int>> outgoing; ///< edges by node
    std::vector<std::vector<int>> incoming;

    /// The node under a point of the scene, the innermost one; -1 for none.
    int nodeAt(const QPointF &point) const;
    int edgeAt(const QPointF &point, double tolerance) const;
};

using SharedPicture = std::shared_ptr<const GraphPicture>;

/// Reads, builds and lays out. Any thread.
Result<SharedPicture> makePicture(const QByteArray &source, const LayoutOptions &options,
                                  const std::function<bool()> &cancelled);
/// The same for a graph that is built already.
Result<SharedPicture> makePicture(GraphModel model, const LayoutOptions &options,
                                  const std::function<bool()> &cancelled);

} // namespace podium
