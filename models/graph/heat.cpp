// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/heat.h"

#include "models/graph/overlay.h"

#include <algorithm>

namespace podium {

namespace {

/// The middle one, or the mean of the two in the middle.
qint64 medianOf(QList<qint64> values)
{
    if (values.isEmpty())
        return -1;
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    if (values.size() % 2 == 1)
        return values.at(middle);
    return values.at(middle - 1) + (values.at(middle) - values.at(middle - 1)) / 2;
}

} // namespace

GraphHeat heatOf(const GraphModel &model, const QList<NodeDefinition> &definitions, const QList<WorkflowInstance> &runs)
{
    GraphHeat heat;
    QHash<QString, QList<qint64>> durations;
    for (const WorkflowInstance &run : runs) {
        if (run.nodes.isEmpty())
            continue;
        ++heat.runs;
        const GraphOverlay overlay = overlayFor(model, definitions, run);
        for (auto node = overlay.nodes.cbegin(); node != overlay.nodes.cend(); ++node) {
            NodeHeat &total = heat.nodes[node.key()];
            ++total.runs;
            total.visits += node->visits;
            total.retriggers += node->retriggers;
            total.failures += node->state == NodeState::Failed ? 1 : 0;
            if (node->durationMs >= 0)
                durations[node.key()].append(node->durationMs);
        }
    }
    for (auto list = durations.cbegin(); list != durations.cend(); ++list) {
        NodeHeat &total = heat.nodes[list.key()];
        total.medianMs = medianOf(*list);
        total.longestMs = *std::max_element(list->cbegin(), list->cend());
        const int index = model.indexOf(list.key());
        if (index >= 0 && model.nodes.at(index).isState)
            heat.slowestMs = std::max(heat.slowestMs, total.medianMs);
    }
    return heat;
}

} // namespace podium
