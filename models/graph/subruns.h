// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"
#include "models/graph/graphmodel.h"
#include "models/graph/nodemapping.h"

#include <QHash>
#include <QList>

namespace podium {

/// A run and the runs that it started. A server tells only the parent of a run, not the node that started it: that is
/// the one which runs the child's workflow and was being visited when the child started. More than one may fit (a
/// collection of sub-workflows, parallel branches), so all answers are lists.
struct SubRuns
{
    const GraphModel &model;
    const QHash<QString, NodeTarget> &targets; ///< of mapNodes()
    const WorkflowInstance &parent;            ///< with its nodes
    const QList<WorkflowInstance> &children;   ///< rows of a list will do

    /// The children that the node, or a part of it, may have started; in the order of `children`.
    QList<WorkflowInstance> startedAt(int node) const;
    /// The same for one visit; by its NodeInstance::id.
    QList<WorkflowInstance> startedBy(const QString &visitId) const;
    /// The nodes that may have started it, innermost ones only.
    QList<int> startersOf(const WorkflowInstance &child) const;
    /// Whether the node, or a part of it, runs other workflows.
    bool runsOthers(int node) const;
};

/// Times are cut to the millisecond, and the child's start and the visit come from different events.
inline constexpr qint64 kSubRunToleranceMs = 20;

} // namespace podium
