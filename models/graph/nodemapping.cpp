// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/nodemapping.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace podium {

namespace {

class Mapper
{
public:
    Mapper(const GraphModel &model, const QList<NodeDefinition> &definitions)
        : m_model(model)
        , m_definitions(definitions)
    {
        for (int i = 0; i < model.nodes.size(); ++i)
            index(i);
        // The compiler numbers the nodes of a state one after the other.
        std::stable_sort(
            m_definitions.begin(), m_definitions.end(),
            [](const NodeDefinition &a, const NodeDefinition &b) { return a.id.toLongLong() < b.id.toLongLong(); });
    }

    QHash<QString, NodeTarget> run()
    {
        QHash<QString, NodeTarget> targets;
        for (qsizetype i = 0; i < m_definitions.size(); ++i) {
            const NodeDefinition &definition = m_definitions.at(i);
            const NodeTarget target = definition.isInternal() ? NodeTarget() : find(i);
            if (target.node >= 0)
                targets.insert(definition.uniqueId, target);
            if (!definition.state.isEmpty() && definition.type != "EndNode"_L1 && definition.type != "StartNode"_L1)
                m_previous = &definition;
        }
        return targets;
    }

private:
    using Kind = GraphNode::Kind;

    void index(int i)
    {
        const GraphNode &node = m_model.nodes.at(i);
        if (node.kind == Kind::End && !m_ends.contains(node.stateName))
            m_ends.insert(node.stateName, i);
        if (node.kind == Kind::Branch)
            m_branches.insert(node.stateName + u'-' + node.branchName, i);
        if (!node.actionName.isEmpty())
            m_actions.insert({node.stateName, {node.branchName, node.actionName}}, i);
        for (const QString &event : node.events)
            m_waits[event].append(i);
    }

    NodeTarget find(qsizetype i) const
    {
        const NodeDefinition &definition = m_definitions.at(i);
        if (definition.state.isEmpty())
            return findStateless(definition);
        const int state = m_model.stateIndex(definition.state);
        if (definition.type == "EndNode"_L1)
            return {m_ends.value(definition.state, -1), true};
        if (definition.type == "StartNode"_L1) {
            // A run that an event starts has no "Start" node but one named after the event.
            for (const int wait : m_waits.value(definition.name)) {
                if (m_model.nodes.at(wait).stateName == definition.state)
                    return {wait, true};
            }
            return {m_model.indexOf(u"start"_s), true};
        }
        if (definition.type == "Join"_L1)
            return {definition.name.startsWith("Join-"_L1) ? -1 : state, false};
        if (definition.action.isEmpty())
            return {state, true};
        const int action = m_actions.value({definition.state, {definition.branch, definition.action}}, -1);
        return action >= 0 ? NodeTarget{action, true} : NodeTarget{state, false};
    }

    NodeTarget findStateless(const NodeDefinition &definition) const
    {
        if (definition.type == "BoundaryEventNode"_L1)
            return findCaught(definition.name);
        if (definition.type == "CompositeContextNode"_L1)
            return {m_branches.value(definition.name, -1), true};
        if (definition.type == "EventNode"_L1)
            return findWait(definition.name);
        if (definition.type != "TimerNode"_L1)
            return {};
        if (m_previous && !m_previous->action.isEmpty()) {
            const int action = m_actions.value({m_previous->state, {m_previous->branch, m_previous->action}}, -1);
            return {action >= 0 ? action : m_model.stateIndex(m_previous->state), false};
        }
        int eventSwitch = -1;
        for (int i = 0; i < m_model.nodes.size(); ++i) {
            const GraphNode &node = m_model.nodes.at(i);
            if (node.kind != Kind::Switch || node.events.isEmpty())
                continue;
            if (eventSwitch >= 0)
                return {}; // whose it is cannot be told
            eventSwitch = i;
        }
        return {eventSwitch, false};
    }

    NodeTarget findCaught(const QString &name) const
    {
        for (const GraphEdge &edge : m_model.edges) {
            const QString &state = m_model.nodes.at(edge.from).stateName;
            if (edge.kind == GraphEdge::Kind::Error && name.startsWith(u"Error-"_s + state + u'-'))
                return {edge.from, false, true};
        }
        return {};
    }

    // Several states may wait for one event: then the one whose nodes are numbered just before.
    NodeTarget findWait(const QString &event) const
    {
        const QList<int> candidates = m_waits.value(event);
        if (candidates.isEmpty())
            return {};
        int chosen = candidates.first();
        for (const int candidate : candidates) {
            if (m_previous && m_model.nodes.at(candidate).stateName == m_previous->state)
                chosen = candidate;
        }
        if (candidates.size() > 1 && m_previous && m_model.nodes.at(chosen).stateName != m_previous->state)
            return {};
        return {chosen, m_model.nodes.at(chosen).kind == Kind::EventWait};
    }

    const GraphModel &m_model;
    QList<NodeDefinition> m_definitions;
    const NodeDefinition *m_previous = nullptr; ///< the last one that names its state
    QHash<QString, int> m_ends;
    QHash<QString, int> m_branches;
    QHash<std::pair<QString, std::pair<QString, QString>>, int> m_actions;
    QHash<QString, QList<int>> m_waits;
};

} // namespace

QHash<QString, NodeTarget> mapNodes(const GraphModel &model, const QList<NodeDefinition> &definitions)
{
    return Mapper(model, definitions).run();
}

} // namespace podium
