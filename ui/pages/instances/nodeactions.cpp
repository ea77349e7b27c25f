// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/nodeactions.h"

#include "models/items/itemtexts.h"
#include "models/services/instanceservice.h"
#include "models/services/livefeed.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QMenu>
#include <QTimer>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// When the instance is read again after an action: events take a moment.
constexpr int kRereadAfterMs[] = {0, 400, 1500, 4000};

QString nameOf(NodeAction action)
{
    switch (action) {
    case NodeAction::Retrigger:
        return NodeActions::tr("Trigger the node again…");
    case NodeAction::Trigger:
        return NodeActions::tr("Trigger the node anew…");
    case NodeAction::Cancel:
        break;
    }
    return NodeActions::tr("Cancel the node…");
}

QString iconNameOf(NodeAction action)
{
    switch (action) {
    case NodeAction::Retrigger:
        return u"retry"_s;
    case NodeAction::Trigger:
        return u"run"_s;
    case NodeAction::Cancel:
        break;
    }
    return u"close"_s;
}

QString nameOf(const ActionTarget &target)
{
    const QString own = target.visit ? target.visit->name : target.node ? target.node->name : QString();
    const QString state = target.node ? target.node->state : QString();
    return singleLine(state.isEmpty() || own == state ? own : NodeActions::tr("%1, state %2").arg(own, state), 120);
}

ActionRule ruleForVisit(const std::optional<NodeInstance> &visit)
{
    if (!visit)
        return {false, NodeActions::tr("The run did not reach this node.")};
    if (visit->exit.isValid())
        return {false, NodeActions::tr("The node is left already.")};
    return {true, {}};
}

void describe(NodeAction action, Confirmation &ask)
{
    switch (action) {
    case NodeAction::Retrigger:
        ask.title = NodeActions::tr("Trigger this node again?");
        ask.text = NodeActions::tr("It is left where it is and entered anew: what it did so far is done twice, a timer "
                                   "starts from the beginning.");
        ask.actionText = NodeActions::tr("Trigger again");
        ask.tone = Tone::Warning;
        break;
    case NodeAction::Trigger:
        ask.title = NodeActions::tr("Trigger this node?");
        ask.text = NodeActions::tr("The run enters it, beside whatever it is doing now, and goes on from there.");
        ask.actionText = NodeActions::tr("Trigger");
        ask.tone = Tone::Warning;
        break;
    case NodeAction::Cancel:
        ask.title = NodeActions::tr("Cancel this node?");
        ask.text =
            NodeActions::tr("It is left without a result. The instance stays active, and goes on only where other "
                            "nodes do.");
        ask.actionText = NodeActions::tr("Cancel node");
        ask.declineText = NodeActions::tr("Keep it");
        ask.tone = Tone::Danger;
        break;
    }
}

QString acceptedText(NodeAction action)
{
    switch (action) {
    case NodeAction::Retrigger:
        return NodeActions::tr("Triggering the node again was accepted");
    case NodeAction::Trigger:
        return NodeActions::tr("Triggering the node was accepted");
    case NodeAction::Cancel:
        break;
    }
    return NodeActions::tr("Cancelling the node was accepted; Data Index does not show it");
}

} // namespace

ActionRule ruleFor(NodeAction action, const WorkflowInstance &instance, const ActionTarget &target)
{
    if (isFinal(instance.state))
        return {false, NodeActions::tr("The instance is over: it is %1.").arg(displayName(instance.state).toLower())};
    if (instance.state == InstanceState::Error)
        return {false, NodeActions::tr("A failed instance takes only retry, skip and abort.")};
    if (instance.state != InstanceState::Active)
        return {false, NodeActions::tr("Only a running instance can do this.")};
    if (action != NodeAction::Trigger)
        return ruleForVisit(target.visit);
    if (!target.node || target.node->id.isEmpty())
        return {false, NodeActions::tr("The definition of this node is not known.")};
    const bool isEdge = target.node->type == "StartNode"_L1 || target.node->type == "EndNode"_L1;
    if (isEdge || target.node->isInternal())
        return {false, NodeActions::tr("The server triggers only nodes that do something.")};
    return {true, {}};
}

NodeActions::NodeActions(const PageContext &context, QWidget *owner)
    : QObject(owner)
    , m_context(context)
    , m_owner(owner)
{
    for (const NodeAction each : kNodeActions) {
        auto *action = new QAction(themedIcon(iconNameOf(each)), nameOf(each), owner);
        connect(action, &QAction::triggered, this, [this, each] {
            for (const NodeInstance &visit : std::as_const(m_instance.nodes)) {
                if (visit.id == m_currentVisit)
                    return run(each, targetOf(visit));
            }
        });
        m_actions[static_cast<std::size_t>(each)] = action;
        owner->addAction(action);
    }
    updateActions();
}

void NodeActions::setInstance(const WorkflowInstance &instance, const QList<NodeDefinition> &nodes)
{
    m_instance = instance;
    m_nodes = nodes;
    updateActions();
}

void NodeActions::setCurrentVisit(const QString &nodeInstanceId)
{
    m_currentVisit = nodeInstanceId;
    updateActions();
}

void NodeActions::updateActions()
{
    const auto found = std::find_if(m_instance.nodes.cbegin(), m_instance.nodes.cend(),
                                    [this](const NodeInstance &visit) { return visit.id == m_currentVisit; });
    for (const NodeAction each : kNodeActions) {
        const ActionRule rule = found == m_instance.nodes.cend()
                                    ? ActionRule{false, tr("Select a node in the timeline first.")}
                                    : ruleNow(each, targetOf(*found));
        action(each)->setEnabled(rule.allowed);
        action(each)->setToolTip(rule.allowed ? action(each)->text() : rule.reason);
    }
}

ActionTarget NodeActions::targetOf(const NodeInstance &visit) const
{
    const auto node = std::find_if(m_nodes.cbegin(), m_nodes.cend(),
                                   [&](const NodeDefinition &each) { return each.uniqueId == visit.definitionId; });
    return {visit, node == m_nodes.cend() ? std::nullopt : std::optional(*node)};
}

ActionTarget NodeActions::targetOfState(const QString &state) const
{
    ActionTarget target;
    for (const NodeDefinition &node : m_nodes) {
        if (node.state != state || node.isInternal())
            continue;
        if (!target.node)
            target.node = node;
        for (const NodeInstance &visit : m_instance.nodes) {
            // An open visit counts more than one that is left; among these the latest.
            const bool isOpen = !visit.exit.isValid();
            const bool isBetter = !target.visit || (isOpen && target.visit->exit.isValid()) ||
                                  (isOpen == !target.visit->exit.isValid() && visit.enter > target.visit->enter);
            if (visit.definitionId == node.uniqueId && isBetter)
                target = {visit, node};
        }
    }
    return target;
}

ActionRule NodeActions::ruleNow(NodeAction action, const ActionTarget &target) const
{
    if (m_busy)
        return {false, tr("Another action is under way.")};
    if (const auto forbidden = m_forbidden.constFind(action); forbidden != m_forbidden.cend())
        return {false, *forbidden};
    if (action != NodeAction::Trigger && target.visit && m_gone.contains(target.visit->id))
        return {false, m_gone.value(target.visit->id)};
    return ruleFor(action, m_instance, target);
}

void NodeActions::fill(QMenu *menu, const ActionTarget &target)
{
    menu->setToolTipsVisible(true);
    for (const NodeAction each : kNodeActions) {
        const ActionRule rule = ruleNow(each, target);
        QAction *entry = menu->addAction(themedIcon(iconNameOf(each)), nameOf(each), this,
                                         [this, each, target] { run(each, target); });
        entry->setEnabled(rule.allowed);
        entry->setToolTip(rule.reason);
        entry->setStatusTip(rule.reason);
    }
}

void NodeActions::fillMenu(QMenu *menu, const NodeInstance &visit)
{
    if (!visit.id.isEmpty())
        fill(menu, targetOf(visit));
}

/// Runtimes call the node that waits as the event it waits for.
void NodeActions::fillEventMenu(QMenu *menu, const NodeInstance &visit)
{
    if (visit.type != "EventNode"_L1 || visit.exit.isValid() || isFinal(m_instance.state))
        return;
    menu->addAction(themedIcon(u"event"_s), tr("Resume with this event…"), this, [this, name = visit.name] {
        m_context.navigator.open({u"resume"_s, m_instance.id, {}, u"event="_s + name});
    });
}

void NodeActions::fillStateMenu(QMenu *menu, const QString &state)
{
    const ActionTarget target = state.isEmpty() ? ActionTarget() : targetOfState(state);
    if (target.node)
        fill(menu, target);
}

void NodeActions::run(NodeAction action, const ActionTarget &target)
{
    if (!ruleNow(action, target).allowed)
        return;
    Confirmation ask;
    describe(action, ask);
    ask.text += u"\n\n"_s + tr("%1, instance %2").arg(nameOf(target), m_instance.id);
    askInProduction(ask, m_context.console.environment);
    confirm(m_owner, ask, [this, action, target] { start(action, target); });
}

void NodeActions::start(NodeAction action, const ActionTarget &target)
{
    if (!ruleNow(action, target).allowed)
        return; // it moved on while the question was open; the menu says how
    InstanceService &service = m_context.console.instances;
    const Async<Done> answer = action == NodeAction::Trigger     ? service.triggerNode(m_instance, *target.node)
                               : action == NodeAction::Retrigger ? service.retriggerNode(m_instance, *target.visit)
                                                                 : service.cancelNode(m_instance, *target.visit);
    m_busy = true;
    updateActions();
    Q_EMIT busyChanged();
    const QString visit = target.visit ? target.visit->id : QString();
    deliverTo(this, answer, [this, action, visit](const Result<Done> &result) { ended(action, visit, result); });
}

/// Data Index never tells that a node was cancelled, nor that a visit ended because it was triggered again.
void NodeActions::noteGone(NodeAction action, const QString &visit, const Result<Done> &result)
{
    if (!result && result.error().kind == Error::Kind::NotFound)
        m_gone.insert(visit, result.error().why);
    else if (result)
        m_gone.insert(visit, action == NodeAction::Cancel ? tr("The node was cancelled.")
                                                          : tr("The node was triggered again since."));
}

void NodeActions::ended(NodeAction action, const QString &visit, const Result<Done> &result)
{
    m_busy = false;
    if (!result && result.error().kind == Error::Kind::Forbidden)
        m_forbidden.insert(action, result.error().why);
    if (action != NodeAction::Trigger)
        noteGone(action, visit, result);
    updateActions();
    Q_EMIT busyChanged();
    // Also after a failure: the run may have moved on meanwhile, which is why it was refused.
    m_context.console.live.refreshNow();
    for (const int after : kRereadAfterMs)
        QTimer::singleShot(after, this, &NodeActions::rereadWanted);
    if (result)
        m_context.navigator.showMessage(acceptedText(action));
    else
        Q_EMIT failed(result.error());
}

} // namespace podium
