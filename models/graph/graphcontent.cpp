// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphbuilder.h"
#include "models/graph/graphtexts.h"

using namespace Qt::StringLiterals;

// What lies inside the states of the graph; graphbuilder.cpp makes the states.
namespace podium {

namespace {

QString names(const QList<Reference> &references)
{
    QStringList list;
    for (const Reference &reference : references)
        list.append(clipped(reference.name, 60));
    return list.join(u", "_s);
}

} // namespace

void GraphBuilder::fillState(int index, const State &state)
{
    GraphNode &node = m_model.nodes[index];
    switch (state.type) {
    case State::Type::Inject:
        node.subtitle = tr("sets data");
        return;
    case State::Type::Sleep:
        if (!state.duration.isEmpty())
            node.subtitle = tr("sleeps %1").arg(clipped(durationWords(state.duration), 40));
        return;
    case State::Type::Switch:
        node.subtitle = state.eventConditions.isEmpty() ? tr("decides by data") : tr("decides by events");
        for (const SwitchCondition &condition : state.eventConditions)
            node.events.append(condition.event.name);
        return;
    case State::Type::ForEach:
        if (!state.inputCollection.isEmpty())
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
        node.digest = qHashMulti(node.digest, textDigest(only, m_document));
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
    if (parallel && !actions.isEmpty())
        m_model.nodes[parent].arrangement = GraphNode::Arrangement::Row;
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
    node.digest = textDigest(action, m_document);
    node.span = action.span;
    addActionBadges(node, action);
    addChild(parent, std::move(node));
}

void GraphBuilder::addActionBadges(GraphNode &node, const Action &action)
{
    if (action.kind == Action::Kind::SubFlow) {
        node.subWorkflow = action.target.name;
        if (action.target.isEmpty())
            markBroken(node, tr("no workflow named"));
    }
    if (action.kind == Action::Kind::Function && action.target.isEmpty())
        markBroken(node, tr("no function named"));
    if (action.kind == Action::Kind::None ||
        (action.kind == Action::Kind::Event && action.triggerEvent.isEmpty() && action.resultEvent.isEmpty()))
        markBroken(node, tr("calls nothing"));
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
    addRetryBadge(node, action);
    if (action.invoke == "async"_L1)
        node.badges.append({GraphBadge::Kind::Async, tr("does not wait")});
    for (const QString &sleep : {action.sleepBefore, action.sleepAfter}) {
        if (!sleep.isEmpty())
            node.badges.append({GraphBadge::Kind::Timeout, tr("sleeps %1").arg(durationWords(sleep))});
    }
    if (!action.timeout.isEmpty())
        node.badges.append({GraphBadge::Kind::Timeout, durationWords(action.timeout)});
}

void GraphBuilder::addRetryBadge(GraphNode &node, const Action &action) const
{
    const QString &name = action.retry.name;
    if (name.isEmpty())
        return;
    node.badges.append({GraphBadge::Kind::Retry, clipped(name, 40)});
    // It runs all the same, so it is a remark and not a break.
    if (m_document.retries.uri.isEmpty() && !m_document.retry(name))
        node.badges.append({GraphBadge::Kind::Problem, tr("no retry named %1").arg(clipped(name, 40))});
}

void GraphBuilder::addEventWait(int parent, const QList<Reference> &events, const QString &timeout,
                                const EventFilter &filter)
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
        node.details += eventDetails(event.name, m_document);
        if (!knowsEvent(event))
            markBroken(node, tr("no event named %1").arg(clipped(event.name, 40)));
    }
    node.details += filterDetails(filter);
    if (events.isEmpty())
        markBroken(node, tr("no event named"));
    if (!timeout.isEmpty())
        node.badges.append({GraphBadge::Kind::Timeout, durationWords(timeout)});
    addChild(parent, std::move(node));
}

// A wait and what is done once the event came: one after the other, or the actions all at once.
void GraphBuilder::addHandler(int parent, const EventHandler &handler, const QString &timeout)
{
    addEventWait(parent, handler.events, timeout, handler.filter);
    for (qsizetype i = 0; i < handler.actions.size(); ++i)
        addAction(parent, handler.actions.at(i), static_cast<int>(i));
    if (!handler.parallel || handler.actions.size() < 2) {
        chain(parent);
        return;
    }
    m_model.nodes[parent].details.append(
        tr("Then %n action(s) side by side", nullptr, static_cast<int>(handler.actions.size())));
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
        m_model.nodes[index].subtitle = tr("waits for an event");
        addHandler(index, state.eventHandlers.first(), state.timeouts.event);
        return;
    }
    m_model.nodes[index].subtitle = state.exclusive ? tr("waits for any of these") : tr("waits for all of these");
    m_model.nodes[index].arrangement = GraphNode::Arrangement::Row;
    for (qsizetype i = 0; i < state.eventHandlers.size(); ++i) {
        const EventHandler &handler = state.eventHandlers.at(i);
        GraphNode node;
        node.id = u"on:"_s + QString::number(i);
        node.kind = GraphNode::Kind::EventHandler;
        node.title = handler.events.isEmpty() ? tr("(no event)") : clipped(names(handler.events), 120);
        node.span = handler.span;
        addHandler(addChild(index, std::move(node)), handler, state.timeouts.event);
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
    addEventWait(index, events, state.timeouts.event, state.callbackFilter);
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
        node.details = branchDetails(branch);
        for (const QString &limit : {branch.timeouts.branchExec, branch.timeouts.actionExec}) {
            if (!limit.isEmpty()) {
                node.badges.append({GraphBadge::Kind::Timeout, durationWords(limit)});
                break;
            }
        }
        const int child = addChild(index, std::move(node));
        addActions(child, branch.actions, false);
    }
}

} // namespace podium
