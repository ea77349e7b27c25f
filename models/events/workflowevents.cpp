// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/events/workflowevents.h"

#include "models/domain/runtimeaddress.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

class Collector
{
public:
    explicit Collector(const WorkflowDocument &document)
        : m_document(document)
    {
    }

    void add(const Reference &reference, const State &state, bool starts)
    {
        if (reference.isEmpty())
            return;
        const auto isIt = [&](const AwaitedEvent &each) { return each.name == reference.name; };
        auto found = std::find_if(m_events.begin(), m_events.end(), isIt);
        if (found == m_events.end()) {
            AwaitedEvent event;
            event.name = reference.name;
            if (const Event *defined = m_document.event(reference.name)) {
                event.type = defined->type;
                event.source = defined->source;
                event.correlations = defined->correlations;
            }
            m_events << event;
            found = m_events.end() - 1;
        }
        if (!found->states.contains(state.name))
            found->states << state.name;
        found->starts = found->starts || starts;
    }

    void addActions(const QList<Action> &actions, const State &state)
    {
        for (const Action &action : actions)
            add(action.resultEvent, state, false);
    }

    QList<AwaitedEvent> taken()
    {
        std::stable_partition(m_events.begin(), m_events.end(), [](const AwaitedEvent &each) { return each.starts; });
        return m_events;
    }

private:
    const WorkflowDocument &m_document;
    QList<AwaitedEvent> m_events;
};

QString stateOf(const NodeInstance &visit, const QList<NodeDefinition> &nodes)
{
    const auto node = std::find_if(nodes.cbegin(), nodes.cend(), [&visit](const NodeDefinition &each) {
        return each.uniqueId == visit.definitionId;
    });
    return node == nodes.cend() ? QString() : node->state;
}

} // namespace

QList<AwaitedEvent> awaitedEvents(const WorkflowDocument &document)
{
    Collector collector(document);
    const qsizetype start = document.startIndex();
    for (qsizetype i = 0; i < document.states.size(); ++i) {
        const State &state = document.states.at(i);
        // A run that starts in an event state starts by its events: there is nothing before it that could wait.
        const bool starts = i == start && state.type == State::Type::Event;
        for (const EventHandler &handler : state.eventHandlers) {
            for (const Reference &event : handler.events)
                collector.add(event, state, starts);
            collector.addActions(handler.actions, state);
        }
        for (const SwitchCondition &condition : state.eventConditions)
            collector.add(condition.event, state, false);
        collector.add(state.callbackEvent, state, false);
        collector.addActions(state.actions, state);
        for (const Branch &branch : state.branches)
            collector.addActions(branch.actions, state);
    }
    return collector.taken();
}

qsizetype awaitedBy(const WorkflowInstance &instance, const QList<AwaitedEvent> &events,
                    const QList<NodeDefinition> &nodes)
{
    if (isFinal(instance.state))
        return -1;
    qsizetype byState = -1;
    for (auto visit = instance.nodes.crbegin(); visit != instance.nodes.crend(); ++visit) {
        if (visit->exit.isValid())
            continue;
        const QString state = stateOf(*visit, nodes);
        for (qsizetype i = 0; i < events.size(); ++i) {
            if (visit->type == "EventNode"_L1 && visit->name == events.at(i).name)
                return i;
            if (byState < 0 && !state.isEmpty() && events.at(i).states.contains(state))
                byState = i;
        }
    }
    return byState;
}

QList<EventTarget> eventTargets(const Environment &environment, const WorkflowDefinition &definition)
{
    QList<EventTarget> targets;
    const auto add = [&targets](EventTarget::Kind kind, QUrl url) {
        if (url.path().isEmpty())
            url.setPath(u"/"_s);
        const bool isKnown =
            std::any_of(targets.cbegin(), targets.cend(), [&url](const EventTarget &each) { return each.url == url; });
        if (url.isValid() && !url.host().isEmpty() && !isKnown)
            targets << EventTarget{kind, url};
    };
    add(EventTarget::Kind::Runtime, runtimeBase(environment, definition));
    for (const QUrl &url : environment.runtimeUrls)
        add(EventTarget::Kind::Runtime, url);
    for (const QUrl &url : environment.eventSinkUrls)
        add(EventTarget::Kind::Sink, url);
    return targets;
}

QString eventMemoryName(const QString &workflowId)
{
    return workflowId + u" (events)"_s; // no workflow id has blanks
}

} // namespace podium
