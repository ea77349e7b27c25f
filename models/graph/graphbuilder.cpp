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

QString names(const QList<Reference> &references)
{
    QStringList list;
    for (const Reference &reference : references)
        list.append(clipped(reference.name, 60));
    return list.join(u", "_s);
}

} // namespace

GraphModel GraphBuilder::build()
{
    for (const Function &function : m_document.functions.items)
        m_functions.insert(function.name);
    for (const Event &event : m_document.events.items)
        m_events.insert(event.name);
    m_model.title = m_document.name.isEmpty() ? m_document.id : m_document.name;

    if (!m_document.states.isEmpty())
        connectStart();
    for (const State &state : m_document.states)
        addState(state);
    if (const qsizetype first = m_document.startIndex(); first >= 0)
        m_model.edges.append({0, m_states.at(first), GraphEdge::Kind::Transition, {}, {}, 0});
    else if (!m_document.states.isEmpty())
        m_model.edges.append({0, targetNode(m_document.start->state.name), GraphEdge::Kind::Transition, {}, {}, 0});
    for (qsizetype i = 0; i < m_document.states.size(); ++i)
        connectState(m_states.at(i), m_document.states.at(i));
    return std::move(m_model);
}

int GraphBuilder::add(GraphNode node)
{
    const QString base = node.id;
    for (int copy = 2; m_model.indexOfId.contains(node.id); ++copy)
        node.id = base + u'#' + QString::number(copy);
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
        node.subtitle = durationWords(m_document.start->schedule);
        node.span = m_document.start->span;
        if (!node.subtitle.isEmpty())
            node.details.append(tr("Schedule: %1").arg(m_document.start->schedule));
    }
    if (!m_document.timeouts.workflowExec.isEmpty())
        node.badges.append({GraphBadge::Kind::Timeout, durationWords(m_document.timeouts.workflowExec)});
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
    if (node.kind == GraphNode::Kind::UnknownState)
        markBroken(node,
                   state.typeWord.isEmpty() ? tr("no type") : tr("unknown type %1").arg(clipped(state.typeWord, 40)));
    if (state.name.isEmpty())
        markBroken(node, tr("no name"));
    if (m_model.indexOfId.contains(node.id))
        markBroken(node, tr("this name is used twice"));
    addBadges(node, state);
    const int index = add(std::move(node));
    m_states.append(index);
    fillState(index, state);
}

void GraphBuilder::markBroken(GraphNode &node, const QString &text) const
{
    node.broken = true;
    node.badges.append({GraphBadge::Kind::Problem, text});
}

bool GraphBuilder::knowsEvent(const Reference &event) const
{
    return event.isEmpty() || !m_document.events.uri.isEmpty() || m_events.contains(event.name);
}

void GraphBuilder::addBadges(GraphNode &node, const State &state) const
{
    const Timeouts &limits = state.timeouts;
    for (const QString &limit : {limits.stateExec, limits.event, limits.branchExec, limits.actionExec}) {
        if (!limit.isEmpty()) {
            node.badges.append({GraphBadge::Kind::Timeout, durationWords(limit)});
            break;
        }
    }
    if (state.usedForCompensation)
        node.badges.append({GraphBadge::Kind::Compensation, tr("used for compensation")});
}

void GraphBuilder::fillState(int index, const State &state)
{
    GraphNode &node = m_model.nodes[index];
    switch (state.type) {
    case State::Type::Inject:
        node.subtitle = tr("sets data");
        return;
    case State::Type::Sleep:
        node.subtitle = tr("sleeps %1").arg(clipped(durationWords(state.duration), 40));
        return;
    case State::Type::Switch:
        node.subtitle = state.eventConditions.isEmpty() ? tr("decides by data") : tr("decides by events");
        for (const SwitchCondition &condition : state.eventConditions)
            node.events.append(condition.event.name);
        return;
    case State::Type::ForEach:
        node.subtitle = tr("for each of %1").arg(clipped(bareExpression(state.inputCollection), 60));
        addActions(index, state.actions, false);
        return;
    case State::Type::Event:
        return fillEvent(index, state);
    case State::Type::Callback:
        return fillCallback(index, state);
    case State::Type::Parallel:
        return fillParallel(index, state);
    case State::Type::Operation:
    case State::Type::Unknown:
        break;
    }
    if (state.actions.size() == 1) {
        const Action &only = state.actions.first();
        node.subtitle = clipped(only.displayName(), 60);
        node.details += actionDetails(only, m_document);
        addActionBadges(node, only);
        return;
    }
    if (state.actions.isEmpty() && node.subtitle.isEmpty())
        node.subtitle = node.kind == GraphNode::Kind::Operation ? tr("no actions") : clipped(state.typeWord, 40);
    else if (state.parallel)
        node.subtitle = tr("%n action(s) side by side", nullptr, static_cast<int>(state.actions.size()));
    addActions(index, state.actions, state.parallel);
}

void GraphBuilder::addActions(int parent, const QList<Action> &actions, bool parallel)
{
    m_model.nodes[parent].arrangement = parallel ? GraphNode::Arrangement::Row : GraphNode::Arrangement::Stack;
    for (qsizetype i = 0; i < actions.size(); ++i)
        addAction(parent, actions.at(i), static_cast<int>(i));
    if (!parallel)
        chain(parent);
}

void GraphBuilder::addAction(int parent, const Action &action, int number)
{
    GraphNode node;
    node.actionName = action.displayName();
    node.id = u"action:"_s + (node.actionName.isEmpty() ? QString::number(number) : node.actionName);
    node.kind = action.kind == Action::Kind::SubFlow ? GraphNode::Kind::SubFlow
                : action.kind == Action::Kind::Event ? GraphNode::Kind::EventAction
                                                     : GraphNode::Kind::Action;
    node.title = node.actionName.isEmpty() ? tr("(no name)") : node.actionName;
    node.subtitle = actionSubtitle(action, m_document);
    node.details = actionDetails(action, m_document);
    node.span = action.span;
    addActionBadges(node, action);
    addChild(parent, std::move(node));
}

void GraphBuilder::addActionBadges(GraphNode &node, const Action &action)
{
    if (action.kind == Action::Kind::SubFlow)
        node.subWorkflow = action.target.name;
    if (!action.resultEvent.isEmpty())
        node.events.append(action.resultEvent.name);
    if (action.kind == Action::Kind::Function && m_document.functions.uri.isEmpty() && !action.target.isEmpty() &&
        !m_functions.contains(action.target.name))
        markBroken(node, tr("no function named %1").arg(clipped(action.target.name, 40)));
    for (const Reference &event : {action.triggerEvent, action.resultEvent}) {
        if (!knowsEvent(event))
            markBroken(node, tr("no event named %1").arg(clipped(event.name, 40)));
    }
    if (!action.condition.isEmpty())
        node.badges.append(
            {GraphBadge::Kind::Condition, tr("only if %1").arg(clipped(bareExpression(action.condition), 60))});
    if (!action.retry.isEmpty())
        node.badges.append({GraphBadge::Kind::Retry, clipped(action.retry.name, 40)});
    if (action.invoke == "async"_L1)
        node.badges.append({GraphBadge::Kind::Async, tr("does not wait")});
    for (const QString &sleep : {action.sleepBefore, action.sleepAfter}) {
        if (!sleep.isEmpty())
            node.badges.append({GraphBadge::Kind::Timeout, tr("sleeps %1").arg(durationWords(sleep))});
    }
}

void GraphBuilder::addEventWait(int parent, const QList<Reference> &events, const QString &timeout)
{
    GraphNode node;
    node.id = u"wait"_s;
    node.kind = GraphNode::Kind::EventWait;
    node.title = events.isEmpty() ? tr("(no event)") : clipped(names(events), 120);
    node.subtitle = tr("waits for the event");
    if (!events.isEmpty())
        node.span = events.first().span;
    for (const Reference &event : events) {
        node.events.append(event.name);
        if (const Event *definition = m_document.event(event.name))
            node.details.append(tr("Event type: %1").arg(clipped(definition->type, 200)));
        if (!knowsEvent(event))
            markBroken(node, tr("no event named %1").arg(clipped(event.name, 40)));
    }
    if (!timeout.isEmpty())
        node.badges.append({GraphBadge::Kind::Timeout, durationWords(timeout)});
    addChild(parent, std::move(node));
}

// Lines between what runs one after the other.
void GraphBuilder::chain(int parent)
{
    int previous = -1;
    for (int i = parent + 1; i < m_model.nodes.size(); ++i) {
        if (m_model.nodes.at(i).parent != parent)
            continue;
        if (previous >= 0)
            m_model.edges.append({previous, i, GraphEdge::Kind::Inner, {}, {}, 0});
        previous = i;
    }
}

void GraphBuilder::fillEvent(int index, const State &state)
{
    if (state.eventHandlers.size() == 1) {
        const EventHandler &only = state.eventHandlers.first();
        m_model.nodes[index].subtitle = tr("waits for an event");
        addEventWait(index, only.events, {});
        for (qsizetype i = 0; i < only.actions.size(); ++i)
            addAction(index, only.actions.at(i), static_cast<int>(i));
        chain(index);
        return;
    }
    m_model.nodes[index].subtitle = state.exclusive ? tr("waits for any of these") : tr("waits for all of these");
    m_model.nodes[index].arrangement = GraphNode::Arrangement::Row;
    for (qsizetype i = 0; i < state.eventHandlers.size(); ++i) {
        const EventHandler &handler = state.eventHandlers.at(i);
        GraphNode node;
        node.id = u"on:"_s + QString::number(i);
        node.kind = GraphNode::Kind::EventHandler;
        node.title = clipped(names(handler.events), 120);
        node.span = handler.span;
        const int group = addChild(index, std::move(node));
        addEventWait(group, handler.events, {});
        for (qsizetype k = 0; k < handler.actions.size(); ++k)
            addAction(group, handler.actions.at(k), static_cast<int>(k));
        chain(group);
    }
}

void GraphBuilder::fillCallback(int index, const State &state)
{
    m_model.nodes[index].subtitle = tr("calls, then waits");
    for (qsizetype i = 0; i < state.actions.size(); ++i)
        addAction(index, state.actions.at(i), static_cast<int>(i));
    QList<Reference> events;
    if (!state.callbackEvent.isEmpty())
        events.append(state.callbackEvent);
    addEventWait(index, events, {});
    chain(index);
}

void GraphBuilder::fillParallel(int index, const State &state)
{
    GraphNode &group = m_model.nodes[index];
    group.arrangement = GraphNode::Arrangement::Row;
    group.subtitle = state.completionType == "atLeast"_L1
                         ? tr("goes on after %1 of %2").arg(clipped(state.numCompleted, 10)).arg(state.branches.size())
                         : tr("%n branch(es)", nullptr, static_cast<int>(state.branches.size()));
    for (qsizetype i = 0; i < state.branches.size(); ++i) {
        const Branch &branch = state.branches.at(i);
        GraphNode node;
        node.branchName = branch.name;
        node.id = u"branch:"_s + (branch.name.isEmpty() ? QString::number(i) : branch.name);
        node.kind = GraphNode::Kind::Branch;
        node.title = branch.name.isEmpty() ? tr("Branch %1").arg(i + 1) : branch.name;
        node.span = branch.span;
        const int child = addChild(index, std::move(node));
        addActions(child, branch.actions, false);
    }
}

} // namespace podium
