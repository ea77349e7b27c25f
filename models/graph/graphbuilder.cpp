// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphbuilder.h"

#include "models/graph/graphtexts.h"

using namespace Qt::StringLiterals;

namespace podium {

namespace {

GraphNode::Kind kindOf(State::Type type)
{
    switch (type) {
    case State::Type::Operation:
        return GraphNode::Kind::Operation;
    case State::Type::Inject:
        return GraphNode::Kind::Inject;
    case State::Type::Switch:
        return GraphNode::Kind::Switch;
    case State::Type::Event:
        return GraphNode::Kind::Event;
    case State::Type::ForEach:
        return GraphNode::Kind::ForEach;
    case State::Type::Callback:
        return GraphNode::Kind::Callback;
    case State::Type::Parallel:
        return GraphNode::Kind::Parallel;
    case State::Type::Sleep:
        return GraphNode::Kind::Sleep;
    case State::Type::Unknown:
        break;
    }
    return GraphNode::Kind::UnknownState;
}

} // namespace

GraphModel GraphBuilder::build()
{
    for (const Function &function : m_document.functions.items)
        m_functions.insert(function.name);
    for (const Event &event : m_document.events.items)
        m_events.insert(event.name);
    for (const State &state : m_document.states)
        m_stateNames.insert(state.name);
    m_model.title = m_document.name.isEmpty() ? m_document.id : m_document.name;

    if (!m_document.states.isEmpty())
        connectStart();
    for (const State &state : m_document.states)
        addState(state);
    if (const qsizetype first = m_document.startIndex(); first >= 0)
        m_model.edges.append({0, m_states.at(first), GraphEdge::Kind::Transition, {}, {}, 0});
    else if (!m_document.states.isEmpty())
        m_model.edges.append({0, targetNode(m_document.start->state), GraphEdge::Kind::Transition, {}, {}, 0});
    for (qsizetype i = 0; i < m_document.states.size(); ++i)
        connectState(m_states.at(i), m_document.states.at(i));
    return std::move(m_model);
}

int GraphBuilder::add(GraphNode node)
{
    if (m_model.indexOfId.contains(node.id)) {
        const QString base = node.id;
        int &copies = m_copies[base]; // counting from 2 each time would take a square of the copies
        while (m_model.indexOfId.contains(node.id))
            node.id = base + u'#' + QString::number(++copies + 1);
    }
    const auto index = static_cast<int>(m_model.nodes.size());
    m_model.indexOfId.insert(node.id, index);
    if (node.sourceLine == 0)
        node.sourceLine = node.span.line;
    m_model.nodes.append(std::move(node));
    return index;
}

int GraphBuilder::addChild(int parent, GraphNode node)
{
    GraphNode &group = m_model.nodes[parent];
    group.isGroup = true;
    node.parent = parent;
    node.parentGroup = group.id;
    node.stateName = group.stateName;
    if (node.branchName.isEmpty())
        node.branchName = group.branchName;
    node.id = group.id + u'/' + node.id;
    return add(std::move(node));
}

void GraphBuilder::connectStart()
{
    GraphNode node;
    node.id = u"start"_s;
    node.kind = GraphNode::Kind::Start;
    node.title = tr("Start");
    if (m_document.start) {
        node.subtitle = clipped(scheduleWords(m_document.start->schedule), 60);
        node.span = m_document.start->span;
    }
    node.details = documentDetails(m_document);
    node.digest = textDigest(m_document);
    if (!m_document.timeouts.workflowExec.isEmpty())
        node.badges.append({GraphBadge::Kind::Timeout, durationWords(m_document.timeouts.workflowExec)});
    if (const QString &last = m_document.runBefore.name; !last.isEmpty() && !m_stateNames.contains(last))
        markBroken(node, tr("no state named %1").arg(clipped(last, 40)));
    add(std::move(node));
}

void GraphBuilder::addState(const State &state)
{
    GraphNode node;
    node.id = GraphModel::stateId(state.name);
    node.kind = kindOf(state.type);
    node.title = state.name.isEmpty() ? tr("(no name)") : state.name;
    node.stateName = state.name;
    node.isState = true;
    node.span = state.span;
    node.sourceLine = state.nameSpan.line;
    node.details = stateDetails(state);
    node.digest = textDigest(state);
    if (node.kind == GraphNode::Kind::UnknownState)
        markBroken(node,
                   state.typeWord.isEmpty() ? tr("no type") : tr("unknown type %1").arg(clipped(state.typeWord, 40)));
    if (state.name.isEmpty())
        markBroken(node, tr("no name"));
    if (m_model.indexOfId.contains(node.id))
        markBroken(node, tr("this name is used twice"));
    markWhatIsMissing(node, state);
    addBadges(node, state);
    const int index = add(std::move(node));
    m_states.append(index);
    fillState(index, state);
}

void GraphBuilder::markBroken(GraphNode &node, const QString &text)
{
    node.broken = true;
    node.badges.append({GraphBadge::Kind::Problem, text});
}

bool GraphBuilder::knowsEvent(const Reference &event) const
{
    return event.isEmpty() || !m_document.events.uri.isEmpty() || m_events.contains(event.name);
}

// What the runtime cannot do without. Transitions and references are checked where their edges and nodes are made.
void GraphBuilder::markWhatIsMissing(GraphNode &node, const State &state) const
{
    using Type = State::Type;
    if (state.type == Type::Switch) {
        if (state.dataConditions.isEmpty() && state.eventConditions.isEmpty() && !state.defaultCondition)
            markBroken(node, tr("no conditions"));
    } else if (state.next.isEmpty() && !state.usedForCompensation) {
        markBroken(node, tr("leads nowhere: no transition and no end"));
    }
    if (state.type == Type::Sleep && state.duration.isEmpty())
        markBroken(node, tr("no duration"));
    if (state.type == Type::ForEach && state.inputCollection.isEmpty())
        markBroken(node, tr("nothing to go through: no inputCollection"));
    if (state.type == Type::Event && state.eventHandlers.isEmpty())
        markBroken(node, tr("no events"));
    if (state.type == Type::Parallel && state.branches.isEmpty())
        markBroken(node, tr("no branches"));
    if (state.type == Type::Callback && state.actions.isEmpty())
        markBroken(node, tr("no action"));
}

void GraphBuilder::addBadges(GraphNode &node, const State &state) const
{
    const Timeouts &limits = state.timeouts;
    // The box that waits for the event has that limit, where there is one.
    const bool hasWait = state.type == State::Type::Callback || state.type == State::Type::Event;
    for (const QString &limit :
         {limits.stateExec, hasWait ? QString() : limits.event, limits.branchExec, limits.actionExec}) {
        if (!limit.isEmpty()) {
            node.badges.append({GraphBadge::Kind::Timeout, durationWords(limit)});
            break;
        }
    }
    if (state.usedForCompensation)
        node.badges.append({GraphBadge::Kind::Compensation, tr("used for compensation")});
}

} // namespace podium
