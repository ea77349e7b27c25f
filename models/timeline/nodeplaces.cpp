// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/timeline/nodeplaces.h"

#include "models/graph/nodemapping.h"

#include <QSet>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

bool isWaitingType(const QString &type)
{
    return type == "TimerNode"_L1 || type == "EventNode"_L1 || type == "StateNode"_L1 || type == "CatchLinkNode"_L1 ||
           type == "MilestoneNode"_L1 || type == "HumanTaskNode"_L1;
}

bool isFrameType(const QString &type)
{
    return type == "CompositeContextNode"_L1 || type == "ForEachNode"_L1 || type == "DynamicNode"_L1;
}

namespace {

using Kind = NodePlace::Kind;

NodePlace placed(Kind kind, const QString &state = {}, const QString &branch = {}, const QString &container = {})
{
    NodePlace place;
    place.kind = kind;
    place.state = state;
    place.branch = branch;
    place.container = container;
    return place;
}

bool isBoundary(const NodeDefinition &definition)
{
    return definition.type == "StartNode"_L1 || definition.type == "EndNode"_L1;
}

class PlaceFinder
{
public:
    PlaceFinder(const QList<NodeDefinition> &definitions, const GraphModel *graph)
        : m_definitions(definitions)
        , m_graph(graph)
    {
        m_numbered = std::all_of(definitions.cbegin(), definitions.cend(), [](const NodeDefinition &each) {
            bool number = false;
            each.id.toLongLong(&number);
            return number;
        });
        if (m_numbered) {
            std::stable_sort(
                m_definitions.begin(), m_definitions.end(),
                [](const NodeDefinition &a, const NodeDefinition &b) { return a.id.toLongLong() < b.id.toLongLong(); });
        }
        for (const NodeDefinition &definition : std::as_const(m_definitions))
            index(definition);
    }

    QHash<QString, NodePlace> run()
    {
        if (m_graph)
            m_targets = mapNodes(*m_graph, m_definitions);
        for (const NodeDefinition &definition : std::as_const(m_definitions)) {
            NodePlace place = find(definition);
            place.order = static_cast<int>(m_places.size());
            place.waits = isWaitingType(definition.type);
            place.repeats = definition.type == "ForEachNode"_L1;
            m_places.insert(definition.uniqueId, place);
            follow(definition, place);
        }
        return std::move(m_places);
    }

private:
    void index(const NodeDefinition &definition)
    {
        if (definition.state.isEmpty()) {
            if (isFrameType(definition.type))
                m_branchFrames.insert(definition.name, definition.uniqueId);
            return;
        }
        m_states.insert(definition.state);
        if (!definition.branch.isEmpty())
            m_branches.insert(definition.state + u'-' + definition.branch, {definition.state, definition.branch});
        const bool opens = definition.type == "Split"_L1 &&
                           (definition.name == definition.state + u"Start"_s || definition.name == definition.state);
        if (definition.action.isEmpty() && (opens || isFrameType(definition.type)))
            m_containers.insert(definition.state, definition.uniqueId);
    }

    const NodePlace *top() const
    {
        const auto found = m_open.isEmpty() ? m_places.constEnd() : m_places.constFind(m_open.constLast());
        return found == m_places.constEnd() ? nullptr : &*found;
    }
    QString topId() const { return m_open.value(m_open.size() - 1); }

    NodePlace find(const NodeDefinition &definition)
    {
        if (definition.isInternal() || (isBoundary(definition) && definition.state.isEmpty()))
            return inside(Kind::Internal);
        if (isBoundary(definition))
            return placed(Kind::Boundary, definition.state);
        return definition.state.isEmpty() ? findStateless(definition) : findOfState(definition);
    }

    NodePlace findOfState(const NodeDefinition &definition)
    {
        NodePlace place = placed(Kind::State, definition.state, definition.branch);
        place.action = definition.action;
        if (!definition.action.isEmpty()) {
            place.kind = Kind::Action;
            // A composite that lacks its end must not swallow what follows.
            while (top() && top()->state != definition.state)
                m_open.removeLast();
            place.container = !m_open.isEmpty() ? topId() : containerOf(definition.state, definition.branch);
        } else if (definition.type == "Join"_L1) {
            place.kind = Kind::Internal;
            place.container = m_containers.value(definition.state);
        } else {
            m_open.clear();
            place.frame = isFrameType(definition.type) || (definition.type == "Split"_L1 &&
                                                           m_containers.value(definition.state) == definition.uniqueId);
        }
        return place;
    }

    NodePlace findStateless(const NodeDefinition &definition)
    {
        if (isFrameType(definition.type)) {
            const auto branch = m_branches.constFind(definition.name);
            if (branch == m_branches.cend())
                return inside(Kind::Internal);
            NodePlace place = placed(Kind::Branch, branch->first, branch->second, m_containers.value(branch->first));
            place.frame = true;
            return place;
        }
        if (definition.type == "BoundaryEventNode"_L1)
            return findCaught(definition.name);
        if (!isWaitingType(definition.type))
            return inside(Kind::Internal);
        if (top()) {
            NodePlace place = inside(Kind::Part);
            place.action = definition.type == "TimerNode"_L1 ? m_action : QString();
            return place;
        }
        NodePlace place = placed(Kind::Part);
        const int node = m_targets.value(definition.uniqueId).node;
        if (m_graph && node >= 0) {
            place.state = m_graph->nodes.at(node).stateName;
            place.branch = m_graph->nodes.at(node).branchName;
            place.container = containerOf(place.state, place.branch);
        }
        return place;
    }

    /// "Error-STATE-CODE"; names of states may hold hyphens themselves.
    NodePlace findCaught(const QString &name) const
    {
        QString state;
        for (const QString &each : m_states) {
            if (each.size() > state.size() && name.startsWith(u"Error-"_s + each + u'-'))
                state = each;
        }
        if (state.isEmpty())
            return inside(Kind::Internal);
        return placed(Kind::Caught, state, {}, m_containers.value(state));
    }

    NodePlace inside(Kind kind) const
    {
        const NodePlace *holder = top();
        return holder ? placed(kind, holder->state, holder->branch, topId()) : placed(kind);
    }

    QString containerOf(const QString &state, const QString &branch) const
    {
        const QString frame = branch.isEmpty() ? QString() : m_branchFrames.value(state + u'-' + branch);
        return frame.isEmpty() ? m_containers.value(state) : frame;
    }

    /// Which composite is open after this node, and the action that a sleep would belong to.
    void follow(const NodeDefinition &definition, const NodePlace &place)
    {
        if (!m_numbered)
            return;
        if (isFrameType(definition.type) && place.kind != Kind::Internal) {
            m_open.append(definition.uniqueId);
            m_action.clear();
        } else if (definition.type == "EndNode"_L1 && definition.state.isEmpty() && !m_open.isEmpty()) {
            m_open.removeLast();
        }
        if (place.kind == Kind::Action)
            m_action = place.action;
    }

    QList<NodeDefinition> m_definitions;
    const GraphModel *m_graph;
    bool m_numbered = false;
    QSet<QString> m_states;
    QHash<QString, std::pair<QString, QString>> m_branches; ///< name of the composite → state and branch
    QHash<QString, QString> m_branchFrames;                 ///< name → the composite
    QHash<QString, QString> m_containers;                   ///< state → the node around it
    QHash<QString, NodeTarget> m_targets;
    QHash<QString, NodePlace> m_places;
    QStringList m_open; ///< composites that the numbering is in
    QString m_action;
};

} // namespace

QHash<QString, NodePlace> placesOf(const QList<NodeDefinition> &definitions, const GraphModel *graph)
{
    return PlaceFinder(definitions, graph).run();
}

} // namespace podium
