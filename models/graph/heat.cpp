// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/heat.h"

#include "models/graph/overlay.h"

#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace podium {

namespace {

qint64 medianOf(std::vector<qint64> &values)
{
    if (values.empty())
        return -1;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    const qint64 below = *std::max_element(values.begin(), middle);
    return below + (*middle - below) / 2; // the sum could overflow
}

/// -1 where there is none to count.
qint64 durationOf(const NodeInstance &visit)
{
    if (!visit.enter.isValid() || !visit.exit.isValid() || visit.exit < visit.enter)
        return -1;
    const QString cancel = visit.cancelType.toUpper();
    return cancel == "ABORTED"_L1 || cancel == "SKIPPED"_L1 ? -1 : visit.enter.msecsTo(visit.exit);
}

class HeatBuilder
{
public:
    HeatBuilder(const GraphModel &model, const QList<NodeDefinition> &definitions)
        : m_model(model)
        , m_targets(mapNodes(model, definitions))
        , m_durations(static_cast<size_t>(model.nodes.size()))
    {
    }

    void add(const WorkflowInstance &instance)
    {
        ++m_heat.runs;
        m_failed.clear();
        m_measured.clear();
        for (const NodeInstance &visit : instance.nodes)
            look(visit, instance);
        const GraphOverlay overlay = overlayOfTargets(m_model, m_targets, instance);
        for (auto it = overlay.nodes.cbegin(); it != overlay.nodes.cend(); ++it) {
            const int index = m_model.indexOf(it.key());
            NodeHeat &heat = m_heat.nodes[it.key()];
            ++heat.runs;
            heat.visits += it->visits;
            heat.failures += it->state == NodeState::Failed || m_failed.contains(index) ? 1 : 0;
            // Groups last as long as what is in them: only the overlay knows.
            const bool usable = it->enter.isValid() && it->exit.isValid() && it->exit >= it->enter;
            if (!m_measured.contains(index) && usable && it->durationMs >= 0 && it->state == NodeState::Done)
                m_durations[static_cast<size_t>(index)].push_back(it->durationMs);
        }
    }

    GraphHeat finish()
    {
        for (auto it = m_heat.nodes.begin(); it != m_heat.nodes.end(); ++it)
            it->medianMs = medianOf(m_durations[static_cast<size_t>(m_model.indexOf(it.key()))]);
        return std::move(m_heat);
    }

private:
    void look(const NodeInstance &visit, const WorkflowInstance &instance)
    {
        const NodeTarget target = m_targets.value(visit.definitionId);
        if (target.node < 0)
            return;
        const bool ofInstance = instance.error && instance.error->isOf(visit);
        if (target.caught || ofInstance || !visit.errorMessage.isEmpty()) {
            for (int i = target.node; i >= 0; i = m_model.nodes.at(i).parent)
                m_failed.insert(i);
        }
        if (target.caught || !target.principal || m_model.nodes.at(target.node).isGroup)
            return;
        m_measured.insert(target.node);
        if (const qint64 ms = durationOf(visit); ms >= 0)
            m_durations[static_cast<size_t>(target.node)].push_back(ms);
    }

    const GraphModel &m_model;
    const QHash<QString, NodeTarget> m_targets;
    std::vector<std::vector<qint64>> m_durations; ///< by node
    GraphHeat m_heat;
    QSet<int> m_failed;   ///< nodes that failed in the run at hand
    QSet<int> m_measured; ///< nodes whose visits tell their duration one by one
};

} // namespace

GraphHeat heatOf(const GraphModel &model, const QList<NodeDefinition> &definitions,
                 const QList<WorkflowInstance> &instances)
{
    HeatBuilder builder(model, definitions);
    QSet<QString> seen;
    for (const WorkflowInstance &instance : instances) {
        if (!instance.id.isEmpty() && seen.contains(instance.id))
            continue;
        seen.insert(instance.id);
        builder.add(instance);
    }
    return builder.finish();
}

} // namespace podium
