// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/instanceactions.h"

#include "models/domain/runinput.h"
#include "models/items/itemtexts.h"
#include "models/services/instancebatch.h"
#include "models/services/instanceservice.h"
#include "models/services/livefeed.h"
#include "models/services/sessionservice.h"
#include "ui/widgets/confirm.h"

namespace podium {

using namespace Qt::StringLiterals;

ActionRule ruleFor(InstanceAction action, const WorkflowInstance &instance)
{
    if (instance.id.isEmpty())
        return {false, InstanceActions::tr("The instance is not read yet.")};
    if (action == InstanceAction::Rerun || action == InstanceAction::RerunEdited) {
        const bool hasInput = inputOf(instance.variables) != nullptr;
        return {hasInput,
                hasInput ? QString() : InstanceActions::tr("The server does not keep what this run was started with.")};
    }
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
    case InstanceAction::Rerun:
        return InstanceActions::tr("Rerun");
    case InstanceAction::RerunEdited:
        return InstanceActions::tr("Rerun edited…");
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
    case InstanceAction::Rerun:
        return u"run"_s;
    case InstanceAction::RerunEdited:
        return u"edit"_s;
    case InstanceAction::Abort:
        break;
    }
    return u"abort"_s;
}

namespace {

QString aboutText(const WorkflowInstance &instance)
{
    const QString workflow =
        singleLine(instance.workflowName.isEmpty() ? instance.workflowId : instance.workflowName, 80);
    if (instance.businessKey.isEmpty())
        return InstanceActions::tr("%1, instance %2").arg(workflow, instance.id);
    return InstanceActions::tr("%1, business key %2, instance %3")
        .arg(workflow, singleLine(instance.businessKey, 80), instance.id);
}

void describe(InstanceAction action, const WorkflowInstance &instance, Confirmation &ask)
{
    switch (action) {
    case InstanceAction::Retry:
        ask.title = InstanceActions::tr("Retry this instance?");
        ask.text = InstanceActions::tr("The failed node runs again with the variables as they are now.");
        break;
    case InstanceAction::Skip:
        ask.title = InstanceActions::tr("Skip the failed node?");
        ask.text = InstanceActions::tr("The instance goes on after the node that failed, without its result.");
        ask.tone = Tone::Warning;
        break;
    case InstanceAction::Abort:
        ask.title = InstanceActions::tr("Abort this instance?");
        ask.text = InstanceActions::tr("It stops where it is, with its timers, and cannot be resumed.");
        ask.tone = Tone::Danger;
        break;
    case InstanceAction::Rerun:
    case InstanceAction::RerunEdited:
        ask.title = InstanceActions::tr("Run it again?");
        ask.text = InstanceActions::tr("A new run of version %1 is started with the same input.").arg(instance.version);
        if (!instance.businessKey.isEmpty() && !isFinal(instance.state))
            ask.text += u' ' + InstanceActions::tr("It gets no business key: this run, which is not over, has it.");
        break;
    }
}

} // namespace

InstanceActions::InstanceActions(const PageContext &context, QWidget *owner)
    : QObject(owner)
    , m_context(context)
    , m_owner(owner)
{
    // Whoever signs in may do other things.
    connect(&context.console.session, &SessionService::stateChanged, this, &InstanceActions::forgetRefusals);
}

ActionRule InstanceActions::ruleNow(InstanceAction action, const WorkflowInstance &instance) const
{
    const ActionRule rule = ruleFor(action, instance);
    if (m_busy && !instance.id.isEmpty())
        return {false, tr("Another action is under way.")};
    const auto forbidden = m_forbidden.constFind(action);
    return rule.allowed && forbidden != m_forbidden.cend() ? ActionRule{false, *forbidden} : rule;
}

void InstanceActions::noteRefusal(InstanceAction action, const Error &error)
{
    if (error.kind == Error::Kind::Forbidden)
        m_forbidden.insert(action, error.why.isEmpty() ? error.what : error.why);
}

void InstanceActions::forgetRefusals()
{
    if (m_forbidden.isEmpty())
        return;
    m_forbidden.clear();
    Q_EMIT busyChanged();
}

void InstanceActions::run(InstanceAction action, const WorkflowInstance &instance)
{
    if (!ruleNow(action, instance).allowed)
        return;
    if (action == InstanceAction::RerunEdited)
        return m_context.navigator.openRun(instance.workflowId, instance.version, inputOf(instance.variables));
    Confirmation ask;
    ask.actionText = actionName(action);
    describe(action, instance, ask);
    ask.text += u"\n\n"_s + aboutText(instance);
    askInProduction(ask, m_context.console.environment);
    confirm(m_owner, ask, [this, action, instance] { start(action, instance); });
}

void InstanceActions::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged();
}

void InstanceActions::start(InstanceAction action, const WorkflowInstance &instance)
{
    if (m_busy)
        return; // a second question was open
    if (action == InstanceAction::Rerun)
        return rerun(instance);
    InstanceService &service = m_context.console.instances;
    Async<Done> answer = action == InstanceAction::Retry  ? service.retry(instance)
                         : action == InstanceAction::Skip ? service.skip(instance)
                                                          : service.abort(instance);
    setBusy(true);
    deliverTo(this, answer, [this, action, id = instance.id](Result<Done> result) {
        if (!result)
            noteRefusal(action, result.error());
        setBusy(false);
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

/// One, in the way of many: it is done when the server lists the new run.
void InstanceActions::rerun(const WorkflowInstance &instance)
{
    const Console &console = m_context.console;
    auto *batch = new InstanceBatch({console.instances, console.runs, console.catalog}, BulkVerb::Rerun, {instance},
                                    Batch::Options(), this);
    setBusy(true);
    connect(batch, &Batch::finished, this, [this, batch, instance] {
        batch->deleteLater();
        const Batch::Item &item = batch->items().constFirst();
        rerunEnded(instance, batch->newInstanceId(0), item.error, item.reason);
    });
    batch->start();
}

void InstanceActions::rerunEnded(const WorkflowInstance &instance, const QString &newId, const Error &error,
                                 const QString &reason)
{
    for (const InstanceAction action : {InstanceAction::Rerun, InstanceAction::RerunEdited})
        noteRefusal(action, error);
    setBusy(false);
    m_context.console.live.refreshNow();
    if (!newId.isEmpty()) { // also where it failed while starting: there it can be looked at
        m_context.navigator.showMessage(reason.isEmpty() ? tr("A new run is started") : singleLine(reason));
        m_context.navigator.open(Location{u"instance"_s, newId, {}});
        Q_EMIT accepted(InstanceAction::Rerun, instance.id);
        return;
    }
    Error told = error;
    if (told.what.isEmpty() && told.why.isEmpty()) {
        told.kind = Error::Kind::Conflict;
        told.why = reason;
    }
    if (told.what.isEmpty())
        told.what = tr("The run was not started.");
    Q_EMIT failed(told);
}

void askInProduction(Confirmation &ask, const Environment &environment)
{
    if (!environment.production)
        return;
    ask.text += u"\n\n"_s + InstanceActions::tr("This is production: %1.").arg(environment.name);
    ask.typeToConfirm = environment.name;
}

} // namespace podium
