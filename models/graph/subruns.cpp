// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/subruns.h"

#include <algorithm>

namespace podium {

namespace {

bool isWithin(const GraphModel &model, int node, int ancestor)
{
    while (node >= 0 && node != ancestor)
        node = model.nodes.at(node).parent;
    return node >= 0;
}

/// A time that the server did not tell excludes nothing.
bool coincide(const NodeInstance &visit, const WorkflowInstance &child)
{
    if (!child.start.isValid())
        return true;
    const auto after = [](const QDateTime &later, const QDateTime &earlier) {
        return !later.isValid() || !earlier.isValid() || earlier.msecsTo(later) >= -kSubRunToleranceMs;
    };
    return after(child.start, visit.enter) && after(visit.exit, child.start);
}

bool mayStart(const GraphNode &node, const NodeInstance &visit, const WorkflowInstance &child)
{
    return !node.subWorkflow.isEmpty() && node.subWorkflow == child.workflowId && coincide(visit, child);
}

} // namespace

bool SubRuns::runsOthers(int node) const
{
    for (int i = 0; i < model.nodes.size(); ++i) {
        const GraphNode &each = model.nodes.at(i);
        if (!each.subWorkflow.isEmpty() && each.kind != GraphNode::Kind::End && isWithin(model, i, node))
            return true;
    }
    return false;
}

QList<WorkflowInstance> SubRuns::startedAt(int node) const
{
    QList<WorkflowInstance> started;
    for (const WorkflowInstance &child : children) {
        const QList<int> starters = startersOf(child);
        if (std::any_of(starters.cbegin(), starters.cend(), [&](int each) { return isWithin(model, each, node); }))
            started.append(child);
    }
    return started;
}

QList<WorkflowInstance> SubRuns::startedBy(const QString &visitId) const
{
    const auto visit = std::find_if(parent.nodes.cbegin(), parent.nodes.cend(),
                                    [&visitId](const NodeInstance &each) { return each.id == visitId; });
    if (visit == parent.nodes.cend())
        return {};
    const int target = targets.value(visit->definitionId).node;
    QList<WorkflowInstance> started;
    for (const WorkflowInstance &child : children) {
        const QList<int> starters = target < 0 ? QList<int>() : startersOf(child);
        const bool inside =
            std::any_of(starters.cbegin(), starters.cend(), [&](int each) { return isWithin(model, each, target); });
        if (inside && coincide(*visit, child))
            started.append(child);
    }
    return started;
}

QList<int> SubRuns::startersOf(const WorkflowInstance &child) const
{
    QList<int> starters;
    for (const NodeInstance &visit : parent.nodes) {
        const int node = targets.value(visit.definitionId).node;
        if (node >= 0 && !starters.contains(node) && mayStart(model.nodes.at(node), visit, child))
            starters.append(node);
    }
    return starters;
}

} // namespace podium
