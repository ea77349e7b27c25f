// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/instancechanges.h"

#include <algorithm>
#include <tuple>

namespace podium {

namespace {

bool sameJson(const SharedJson &a, const SharedJson &b)
{
    return a == b || (a && b && *a == *b);
}

bool sameNode(const NodeInstance &a, const NodeInstance &b)
{
    const auto plain = [](const NodeInstance &n) {
        return std::tie(n.id, n.name, n.type, n.definitionId, n.nodeId, n.enter, n.exit, n.errorMessage, n.retrigger,
                        n.slaDueDate, n.cancelType);
    };
    return plain(a) == plain(b) && sameJson(a.inputArgs, b.inputArgs) && sameJson(a.outputArgs, b.outputArgs);
}

bool sameLink(const InstanceLink &a, const InstanceLink &b)
{
    return a.id == b.id && a.workflowId == b.workflowId && a.workflowName == b.workflowName && a.state == b.state;
}

template <typename Same, typename T>
bool sameOptional(const std::optional<T> &a, const std::optional<T> &b, Same same)
{
    return a.has_value() == b.has_value() && (!a || same(*a, *b));
}

bool sameError(const InstanceError &a, const InstanceError &b)
{
    return a.nodeDefinitionId == b.nodeDefinitionId && a.nodeInstanceId == b.nodeInstanceId && a.message == b.message;
}

} // namespace

bool sameRow(const WorkflowInstance &a, const WorkflowInstance &b)
{
    const auto row = [](const WorkflowInstance &i) {
        return std::tie(i.id, i.workflowId, i.version, i.workflowName, i.state, i.businessKey, i.start, i.end,
                        i.lastUpdate, i.parentId, i.rootId, i.rootWorkflowId, i.serviceUrl, i.createdBy, i.updatedBy,
                        i.executionSummary, i.slaDueDate);
    };
    return row(a) == row(b);
}

bool sameDetails(const WorkflowInstance &a, const WorkflowInstance &b)
{
    return sameRow(a, b) && a.cloudEventId == b.cloudEventId && a.cloudEventSource == b.cloudEventSource &&
           a.identity == b.identity && a.addons == b.addons && sameOptional(a.error, b.error, sameError) &&
           sameOptional(a.parent, b.parent, sameLink) &&
           std::equal(a.children.cbegin(), a.children.cend(), b.children.cbegin(), b.children.cend(), sameLink) &&
           std::equal(a.nodes.cbegin(), a.nodes.cend(), b.nodes.cbegin(), b.nodes.cend(), sameNode) &&
           sameJson(a.variables, b.variables);
}

WorkflowInstance rowOf(const WorkflowInstance &instance)
{
    WorkflowInstance row = instance;
    row.detailed = false;
    row.error.reset();
    row.nodes.clear();
    row.variables.reset();
    row.parent.reset();
    row.children.clear();
    row.cloudEventId.clear();
    row.cloudEventSource.clear();
    row.identity.clear();
    row.addons.clear();
    return row;
}

} // namespace podium
