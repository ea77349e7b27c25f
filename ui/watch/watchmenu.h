// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/job.h"
#include "models/domain/workflowinstance.h"
#include "models/services/savedviews.h"
#include "models/watch/watchrule.h"
#include "ui/pages/page.h"

class QMenu;

namespace podium {

// "Watch this…" from where the user is: the dialog opens with what is in front of him. Nothing blocks. Without watch
// rules (Console::watch) nothing happens.

void watchInstance(const PageContext &context, const WorkflowInstance &instance, QWidget *parent);
void watchWorkflow(const PageContext &context, const QString &workflowId, const QString &name, QWidget *parent);
void watchJob(const PageContext &context, const Job &job, const QString &workflowName, QWidget *parent);
/// `view` without a name is the filter of a list as it is shown.
void watchView(const PageContext &context, const SavedView &view, QWidget *parent);
void watchAnything(const PageContext &context, QWidget *parent);
void editRule(const PageContext &context, const WatchRule &rule, QWidget *parent);

} // namespace podium
