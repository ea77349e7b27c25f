// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"

namespace podium {

/// The workflows of a small shop, with text, nodes as the runtime compiles them, and schemas: what a real server could
/// answer, made up. The first one, "order-fulfilment", has a switch, parallel branches, an event and a timer.
struct FakeWorkflow
{
    WorkflowDefinition definition; ///< with nodes
    WorkflowSource source;         ///< text empty: the server does not keep it
    WorkflowSchemas schemas;
    Availability availability;
};

const QList<FakeWorkflow> &fakeWorkflows();

/// Instance number `index` of an endless list, 0 the newest, a minute or two apart; always the same for an index. As in
/// a list (not detailed). `newest` is when number 0 started.
WorkflowInstance fakeInstance(qint64 index, const QDateTime &newest);
/// The same instance with nodes, variables, error and links.
WorkflowInstance fakeDetails(const WorkflowInstance &row);
/// Which index an id of fakeInstance() has; -1 for other ids.
qint64 fakeIndexOf(const QString &id);

} // namespace podium
