// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "models/graph/collapse.h"
#include "models/graph/graphmodel.h"
#include "models/graph/layout.h"
#include "models/workflow/workflowdocument.h"
#include "ui/graph/differencemarks.h"

#include <QPainterPath>
#include <QPolygonF>

#include <functional>
#include <memory>
#include <vector>

namespace podium {

/// All of a definition, whatever is folded. Made on a worker, never changed afterwards.
struct WholeGraph
{
    GraphModel model;
    QList<WorkflowProblem> problems;
    std::vector<std::vector<int>> parts;    ///< nodes by group
    std::vector<std::vector<int>> outgoing; ///< edges by node
    std::vector<std::vector<int>> incoming;
    std::vector<int> branchSizes; ///< see branchSizes()
    std::shared_ptr<const GraphDifference> difference; ///< of two versions shown as one; null for one version
};

using SharedWhole = std::shared_ptr<const WholeGraph>;

/// A graph ready to be painted: made on a worker, never changed afterwards, shared by canvas and minimap.
struct GraphPicture
{
    struct Line
    {
        QPainterPath path; ///< with rounded corners, ending at the arrow head
        QPolygonF arrow;
        QRectF bounds;
    };

    GraphModel model; ///< what is shown
    GraphLayout layout;
    SharedWhole whole;
    FoldMap map; ///< from the whole to what is shown
    DifferenceMarks marks;
    std::vector<Line> lines;                ///< by edge
    std::vector<std::vector<int>> outgoing; ///< edges by node
    std::vector<std::vector<int>> incoming;

    /// The node under a point of the scene, the innermost one; -1 for none.
    int nodeAt(const QPointF &point) const;
    /// The mark under it that folds or unfolds a group, or the branch behind a node; node -1 for none.
    struct Fold
    {
        int node = -1;
        bool branch = false;
    };
    Fold foldAt(const QPointF &point, double zoom = 1) const;
    int edgeAt(const QPointF &point, double tolerance) const;
};

using SharedPicture = std::shared_ptr<const GraphPicture>;

/// Reads and builds. Any thread.
Result<SharedWhole> readWhole(const QByteArray &source);
SharedWhole makeWhole(GraphModel model, QList<WorkflowProblem> problems = {});
SharedWhole makeWhole(std::shared_ptr<const GraphDifference> difference);
/// Folds and lays out. Any thread.
Result<SharedPicture> makePicture(const SharedWhole &whole, const GraphFolds &folds, const LayoutOptions &options,
                                  const std::function<bool()> &cancelled);
/// All of it at once, nothing folded.
Result<SharedPicture> makePicture(const QByteArray &source, const LayoutOptions &options,
                                  const std::function<bool()> &cancelled);
Result<SharedPicture> makePicture(GraphModel model, const LayoutOptions &options,
                                  const std::function<bool()> &cancelled);

} // namespace podium
