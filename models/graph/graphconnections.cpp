// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphbuilder.h"
#include "models/graph/graphtexts.h"

using namespace Qt::StringLiterals;

// The edges of the graph; graphbuilder.cpp makes the nodes.
namespace podium {

namespace {

constexpr int kLabelLength = 36;

QString conditionLabel(const SwitchCondition &condition)
{
    const QString text = condition.event.isEmpty() ? bareExpression(condition.expression) : condition.event.name;
    if (condition.name.isEmpty() || condition.name == text)
        return clipped(text, kLabelLength);
    if (text.isEmpty())
        return clipped(condition.name, kLabelLength);
    return clipped(condition.name, kLabelLength) + u'\n' + clipped(text, kLabelLength);
}

} // namespace

int GraphBuilder::targetNode(const Reference &state)
{
    const QString &stateName = state.name;
    const QString id = GraphModel::stateId(stateName);
    if (const int index = m_model.indexOf(id); index >= 0)
        return index;
    const QString missing = u"missing:"_s + stateName;
    if (const int index = m_model.indexOf(missing); index >= 0)
        return index;
    GraphNode node;
    node.id = missing;
    node.kind = GraphNode::Kind::Missing;
    node.title = stateName.isEmpty() ? tr("(no state)") : stateName;
    node.subtitle = tr("there is no such state");
    node.broken = true;
    node.span = state.span;
    return add(std::move(node));
}

QString GraphBuilder::endText(const End &end) const
{
    QStringList parts;
    if (end.terminate)
        parts.append(tr("terminates"));
    if (end.compensate)
        parts.append(tr("compensates"));
    for (const ProducedEvent &produced : end.produces)
        parts.append(tr("sends %1").arg(clipped(produced.event.name, 40)));
    if (!end.continueAs.isEmpty())
        parts.append(tr("continues as %1").arg(clipped(end.continueAs, 40)));
    return clipped(parts.join(u", "_s), 80);
}

int GraphBuilder::endNode(int from, const End &end)
{
    const GraphNode &source = m_model.nodes.at(from);
    GraphNode node;
    node.kind = GraphNode::Kind::End;
    node.title = tr("End");
    node.subtitle = endText(end);
    node.stateName = source.stateName;
    node.subWorkflow = end.continueAs;
    node.id = u"end:"_s + source.id.mid(6) + (node.subtitle.isEmpty() ? QString() : u':' + node.subtitle);
    node.span = end.span;
    node.details = endDetails(end);
    node.digest = textDigest(Outcome{{}, end});
    if (const int existing = m_model.indexOf(node.id); existing >= 0)
        return existing;
    const int index = add(std::move(node));
    markUnknown(index, end.produces);
    return index;
}

void GraphBuilder::markUnknown(int node, const QList<ProducedEvent> &events)
{
    for (const ProducedEvent &produced : events) {
        if (!knowsEvent(produced.event))
            markBroken(m_model.nodes[node], tr("no event named %1").arg(clipped(produced.event.name, 40)));
    }
}

void GraphBuilder::connectOutcome(int from, const Outcome &outcome, GraphEdge edge)
{
    edge.from = from;
    edge.digest = qHashMulti(edge.digest, textDigest(outcome));
    if (outcome.transition) {
        const Transition &transition = *outcome.transition;
        QStringList notes;
        for (const ProducedEvent &produced : transition.produces)
            notes.append(tr("sends %1").arg(clipped(produced.event.name, kLabelLength)));
        if (transition.compensate)
            notes.append(tr("compensates"));
        if (!notes.isEmpty())
            edge.label += (edge.label.isEmpty() ? QString() : u"\n"_s) + clipped(notes.join(u", "_s), kLabelLength);
        for (const QString &detail : transitionDetails(transition))
            edge.detail += (edge.detail.isEmpty() ? QString() : u"\n"_s) + detail;
        markUnknown(from, transition.produces);
        edge.to = targetNode(transition.to);
        if (edge.sourceLine == 0)
            edge.sourceLine = transition.span.line;
    } else if (outcome.end) {
        edge.to = endNode(from, *outcome.end);
        if (edge.sourceLine == 0)
            edge.sourceLine = outcome.end->span.line;
    } else {
        return;
    }
    m_model.edges.append(std::move(edge));
}

void GraphBuilder::connectState(int from, const State &state)
{
    connectConditions(from, state);
    connectOutcome(from, state.next, {});
    connectErrors(from, state);
    if (!state.compensatedBy.isEmpty()) {
        GraphEdge edge;
        edge.kind = GraphEdge::Kind::Compensation;
        edge.label = tr("compensated by");
        edge.from = from;
        edge.to = targetNode(state.compensatedBy);
        edge.sourceLine = state.compensatedBy.span.line;
        m_model.edges.append(std::move(edge));
    }
}

void GraphBuilder::connectErrors(int from, const State &state)
{
    for (const ErrorHandler &handler : state.onErrors) {
        QStringList errors;
        QStringList lines;
        for (const Reference &error : handler.errors) {
            const QString name = error.name.left(kLabelLength * 4);
            errors.append(name);
            const ErrorDefinition *definition = m_document.error(error.name);
            if (definition && !definition->code.isEmpty())
                lines.append(tr("%1: code %2").arg(clipped(name, 60), clipped(definition->code, 60)));
            // It runs all the same, so it is a remark and not a break.
            if (!definition && m_document.errors.uri.isEmpty())
                m_model.nodes[from].badges.append(
                    {GraphBadge::Kind::Problem, tr("no error named %1").arg(clipped(name, 40))});
        }
        if (!errors.isEmpty() && !m_document.errors.uri.isEmpty())
            lines.append(tr("Errors defined in: %1").arg(clipped(m_document.errors.uri, 200)));
        lines.prepend(errors.isEmpty() ? tr("On any error")
                                       : tr("On error: %1").arg(clipped(errors.join(u", "_s), 400)));
        GraphEdge edge;
        edge.kind = GraphEdge::Kind::Error;
        edge.detail = lines.mid(0, 20).join(u'\n');
        edge.label = errors.isEmpty() ? tr("any error") : clipped(errors.join(u", "_s), kLabelLength);
        edge.sourceLine = handler.span.line;
        if (handler.next.isEmpty())
            markBroken(m_model.nodes[from], tr("the error %1 leads nowhere").arg(edge.label));
        connectOutcome(from, handler.next, std::move(edge));
    }
}

void GraphBuilder::connectConditions(int from, const State &state)
{
    const auto add = [&](const SwitchCondition &condition, GraphEdge::Kind kind) {
        GraphEdge edge;
        edge.kind = kind;
        edge.label = conditionLabel(condition);
        QStringList lines{kind == GraphEdge::Kind::EventCondition
                              ? tr("On event: %1").arg(clipped(condition.event.name, 400))
                              : tr("If: %1").arg(clipped(bareExpression(condition.expression), 1000))};
        if (kind == GraphEdge::Kind::EventCondition)
            lines += eventDetails(condition.event.name, m_document) + filterDetails(condition.filter);
        edge.detail = lines.join(u'\n');
        edge.digest = qHashMulti(0, condition.name, condition.expression, condition.event.name, condition.filter.data);
        edge.sourceLine = condition.span.line;
        if (!knowsEvent(condition.event))
            markBroken(m_model.nodes[from], tr("no event named %1").arg(clipped(condition.event.name, 40)));
        if (condition.next.isEmpty())
            markBroken(m_model.nodes[from],
                       tr("the condition %1 leads nowhere").arg(clipped(edge.label, kLabelLength)));
        connectOutcome(from, condition.next, std::move(edge));
    };
    for (const SwitchCondition &condition : state.dataConditions)
        add(condition, GraphEdge::Kind::Condition);
    for (const SwitchCondition &condition : state.eventConditions)
        add(condition, GraphEdge::Kind::EventCondition);
    if (state.defaultCondition) {
        GraphEdge edge;
        edge.kind = GraphEdge::Kind::Default;
        edge.label = !state.eventConditions.isEmpty() && !state.timeouts.event.isEmpty()
                         ? tr("after %1").arg(clipped(durationWords(state.timeouts.event), kLabelLength))
                         : tr("otherwise");
        edge.detail = tr("When no condition holds");
        edge.sourceLine = state.defaultSpan.line;
        if (state.defaultCondition->isEmpty())
            markBroken(m_model.nodes[from], tr("the default leads nowhere"));
        connectOutcome(from, *state.defaultCondition, std::move(edge));
    }
}

} // namespace podium
