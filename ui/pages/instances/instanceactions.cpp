// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/instanceactions.h"

#include "models/items/itemtexts.h"
#include "models/services/instanceservice.h"
#include "models/services/livefeed.h"
#include "ui/widgets/confirm.h"

namespace podium {

using namespace Qt::StringLiterals;

ActionRule ruleFor(InstanceAction action, const WorkflowInstance &instance)
{
    if (instance.id.isEmpty())
        return {false, InstanceActions::tr("The instance is not read yet.")};
    if (isFinal(instance.state))
        return {false,
                InstanceActions::tr("The instance is over: it is %1.").arg(displayName(instance.state).toLower())};
    if (action != InstanceAction::Abort && instance.state != InstanceState::Error)
        return {false, InstanceActions::tr("Only a failed instance can do this.")};
    return {true, {}};
}

QString actionName(InstanceAction action)
{
    switch (action) {
    case InstanceAction::Retry:
        return InstanceActions::tr("Retry");
    case InstanceAction::Skip:
        return InstanceActions::tr("Skip");
    case InstanceAction::Abort:
        break;
    }
    return InstanceActions::tr("Abort");
}

QString actionIcon(InstanceAction action)
{
    switch (action) {
    case InstanceAction::Retry:
        return u"retry"_s;
    case InstanceAction::Skip:
        return u"skip"_s;
    case InstanceAction::Abort:
        break;
    }
    return u"abort"_s;
}

InstanceActions::InstanceActions(const PageContext &context, QWidget *owner)
    : QObject(owner)
    , m_context(context)
    , m_owner(owner)
{
}

void InstanceActions::run(InstanceAction action, const WorkflowInstance &instance)
{
    if (m_busy || !ruleFor(action, instance).allowed)
        return;
    const QString workflow =
        singleLine(instance.workflowName.isEmpty() ? instance.workflowId : instance.workflowName, 80);
    const QString about =
        instance.businessKey.isEmpty()
            ? tr("%1, instance %2").arg(workflow, instance.id)
            : tr("%1, business key %2, instance %3").arg(workflow, singleLine(instance.businessKey, 80), instance.id);
    Confirmation ask;
    ask.actionText = actionName(action);
    switch (action) {
    case InstanceAction::Retry:
        ask.title = tr("Retry this instance?");
        ask.text = tr("The failed node runs again with the variables as they are now.");
        break;
    case InstanceAction::Skip:
        ask.title = tr("Skip the failed node?");
        ask.text = tr("The instance goes on after the node that failed, without its result.");
        ask.tone = Tone::Warning;
        break;
    case InstanceAction::Abort:
        ask.title = tr("Abort this instance?");
        ask.text = tr("It stops where it is, with its timers, and cannot be resumed.");
        ask.tone = Tone::Danger;
        break;
    }
    ask.text += u"\n\n"_s + about;
    if (m_context.console.environment.production) {
        ask.text += u"\n\n"_s + tr("This is production: %1.").arg(m_context.console.environment.name);
        ask.typeToConfirm = m_context.console.environment.name;
    }
    confirm(m_owner, ask, [this, action, instance] { start(action, instance); });
}

void InstanceActions::start(InstanceAction action, const WorkflowInstance &instance)
{
    InstanceService &service = m_context.console.instances;
    Async<Done> answer = action == InstanceAction::Retry  ? service.retry(instance)
                         : action == InstanceAction::Skip ? service.skip(instance)
                                                          : service.abort(instance);
    m_busy = true;
    Q_EMIT busyChanged();
    deliverTo(this, answer, [this, action, id = instance.id](Result<Done> result) {
        m_busy = false;
        Q_EMIT busyChanged();
        // Also after a failure: the instance may have moved on meanwhile, which is why it was refused.
        m_context.console.live.refreshNow();
        if (!result) {
            Q_EMIT failed(result.error());
            return;
        }
        m_context.navigator.showMessage(tr("%1 accepted").arg(actionName(action)));
        Q_EMIT accepted(action, id);
    });
}

} // namespace podium
