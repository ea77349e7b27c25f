// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/watch/watchmenu.h"

#include "models/items/itemtexts.h"
#include "ui/watch/watchruledialog.h"

namespace podium {

using Kind = WatchRule::Kind;

namespace {

void openDialog(const PageContext &context, const WatchRule &rule, const QList<Kind> &kinds, QWidget *parent)
{
    if (!context.console.watch)
        return;
    auto *dialog = new WatchRuleDialog(context, rule, kinds, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

void watchInstance(const PageContext &context, const WorkflowInstance &instance, QWidget *parent)
{
    WatchRule rule;
    rule.kind = Kind::InstanceEnds;
    rule.instanceId = instance.id;
    const QString name = instance.workflowName.isEmpty() ? instance.workflowId : instance.workflowName;
    const QString which = instance.businessKey.isEmpty() ? instance.id.left(8) : instance.businessKey;
    rule.about = WatchRuleDialog::tr("%1 · %2").arg(singleLine(name, 60), singleLine(which, 40));
    openDialog(context, rule, {Kind::InstanceEnds}, parent);
}

void watchWorkflow(const PageContext &context, const QString &workflowId, const QString &name, QWidget *parent)
{
    WatchRule rule;
    rule.kind = Kind::WorkflowFails;
    rule.workflowId = workflowId;
    rule.about = singleLine(name, 80);
    openDialog(context, rule,
               {Kind::WorkflowFails, Kind::ManyFail, Kind::RunTakesLong, Kind::JobOverdue, Kind::RuntimeAway}, parent);
}

void watchJob(const PageContext &context, const Job &job, const QString &workflowName, QWidget *parent)
{
    WatchRule rule;
    rule.kind = Kind::JobOverdue;
    rule.jobId = job.id;
    rule.workflowId = job.workflowId;
    rule.about = singleLine(workflowName, 80);
    openDialog(context, rule, {Kind::JobOverdue}, parent);
}

void watchView(const PageContext &context, const SavedView &view, QWidget *parent)
{
    WatchRule rule;
    rule.kind = Kind::ViewCrosses;
    rule.view = view.name;
    rule.line = view.line;
    openDialog(context, rule, {Kind::ViewCrosses}, parent);
}

void watchAnything(const PageContext &context, QWidget *parent)
{
    openDialog(context, {},
               {Kind::WorkflowFails, Kind::OwnRunsEnd, Kind::ManyFail, Kind::RunTakesLong, Kind::JobOverdue,
                Kind::RuntimeAway, Kind::ViewCrosses},
               parent);
}

void editRule(const PageContext &context, const WatchRule &rule, QWidget *parent)
{
    openDialog(context, rule, {rule.kind}, parent);
}

} // namespace podium
