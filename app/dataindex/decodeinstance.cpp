// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/decodeinstance.h"

#include "app/net/jsonvalues.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(InstanceAnswer)
};

NodeInstance decodeNode(Json &row)
{
    NodeInstance node;
    node.id = textAt(row, "id");
    node.name = textAt(row, "name");
    node.type = textAt(row, "type");
    node.definitionId = textAt(row, "definitionId");
    node.nodeId = textAt(row, "nodeId");
    node.enter = timeAt(row, "enter");
    node.exit = timeAt(row, "exit");
    node.errorMessage = textAt(row, "errorMessage");
    node.retrigger = boolAt(row, "retrigger");
    node.slaDueDate = timeAt(row, "slaDueDate");
    node.cancelType = textAt(row, "cancelType");
    node.inputArgs = sharedAt(row, "inputArgs");
    node.outputArgs = sharedAt(row, "outputArgs");
    return node;
}

/// In the order in which they were entered; a node without a time keeps its place at the end.
bool enteredBefore(const NodeInstance &a, const NodeInstance &b)
{
    if (a.enter.isValid() != b.enter.isValid())
        return a.enter.isValid();
    return a.enter < b.enter;
}

QList<NodeInstance> decodeNodes(Json &row)
{
    QList<NodeInstance> nodes;
    QSet<QString> seen;
    const auto found = row.find("nodes");
    if (found == row.end() || !found->is_array())
        return nodes;
    for (Json &entry : *found) {
        NodeInstance node = decodeNode(entry);
        if (node.id.isEmpty() || seen.contains(node.id))
            continue;
        seen.insert(node.id);
        nodes << std::move(node);
    }
    std::stable_sort(nodes.begin(), nodes.end(), enteredBefore);
    return nodes;
}

std::optional<InstanceLink> decodeLink(const Json &value)
{
    InstanceLink link;
    link.id = textAt(value, "id");
    link.workflowId = textAt(value, "processId");
    link.workflowName = textAt(value, "processName");
    link.state = instanceStateFromWord(textAt(value, "state"));
    return link.id.isEmpty() ? std::nullopt : std::optional(link);
}

std::optional<InstanceError> decodeInstanceError(const Json &row)
{
    const Json *value = memberAt(row, "error");
    if (!value || !value->is_object())
        return std::nullopt;
    return InstanceError{textAt(*value, "nodeDefinitionId"), textAt(*value, "nodeInstanceId"),
                         textAt(*value, "message")};
}

void decodeLinks(WorkflowInstance &instance, const Json &row)
{
    if (const Json *parent = memberAt(row, "parentProcessInstance"))
        instance.parent = decodeLink(*parent);
    const Json *children = memberAt(row, "childProcessInstances");
    if (!children || !children->is_array())
        return;
    QSet<QString> seen;
    for (const Json &child : *children) {
        const auto link = decodeLink(child);
        if (link && !seen.contains(link->id)) {
            seen.insert(link->id);
            instance.children << *link;
        }
    }
}

/// Older servers send variables as a text that holds JSON.
SharedJson decodeVariables(Json &row)
{
    SharedJson variables = sharedAt(row, "variables");
    if (!variables || !variables->is_string())
        return variables;
    auto parsed = parseJson(variables->get_ref<const Json::string_t &>());
    return parsed ? std::make_shared<const Json>(std::move(*parsed)) : variables;
}

} // namespace

std::optional<WorkflowInstance> decodeInstance(Json &row, bool detailed)
{
    WorkflowInstance instance;
    instance.id = textAt(row, "id");
    if (instance.id.isEmpty())
        return std::nullopt;
    instance.workflowId = textAt(row, "processId");
    instance.version = textAt(row, "version");
    instance.workflowName = textAt(row, "processName");
    instance.state = instanceStateFromWord(textAt(row, "state"));
    instance.businessKey = textAt(row, "businessKey");
    instance.start = timeAt(row, "start");
    instance.end = timeAt(row, "end");
    instance.lastUpdate = timeAt(row, "lastUpdate");
    instance.parentId = textAt(row, "parentProcessInstanceId");
    instance.rootId = textAt(row, "rootProcessInstanceId");
    instance.rootWorkflowId = textAt(row, "rootProcessId");
    instance.serviceUrl = textAt(row, "serviceUrl");
    instance.createdBy = textAt(row, "createdBy");
    instance.updatedBy = textAt(row, "updatedBy");
    instance.slaDueDate = timeAt(row, "slaDueDate");
    instance.error = decodeInstanceError(row); // where it was asked for
    instance.detailed = detailed;
    if (!detailed)
        return instance;
    instance.executionSummary = textsAt(row, "executionSummary");
    instance.identity = textAt(row, "identity");
    instance.addons = textsAt(row, "addons");
    instance.cloudEventId = textAt(row, "cloudEventId");
    instance.cloudEventSource = textAt(row, "cloudEventSource");
    instance.nodes = decodeNodes(row);
    instance.variables = decodeVariables(row);
    decodeLinks(instance, row);
    return instance;
}

namespace {

Result<InstancePage> decodePage(GraphqlAnswer &answer, bool detailed)
{
    const Result<Json *> rows = rowsOf(answer, "ProcessInstances");
    if (!rows)
        return rows.error();
    InstancePage page;
    QSet<QString> seen;
    for (Json &row : **rows) {
        auto instance = decodeInstance(row, detailed);
        if (!instance || seen.contains(instance->id))
            continue;
        seen.insert(instance->id);
        page.rows << std::move(*instance);
    }
    page.total = integerAt(answer.data, "CountProcessInstances");
    if (page.total && *page.total < 0)
        page.total.reset();
    return page;
}

} // namespace

Result<InstancePage> decodeInstancePage(GraphqlAnswer &answer)
{
    return decodePage(answer, false);
}

Result<InstancePage> decodeInstanceNodesPage(GraphqlAnswer &answer)
{
    return decodePage(answer, true);
}

Result<WorkflowInstance> decodeInstanceDetail(GraphqlAnswer &answer)
{
    const Result<Json *> rows = rowsOf(answer, "ProcessInstances");
    if (!rows)
        return rows.error();
    for (Json &row : **rows) {
        if (auto instance = decodeInstance(row, true))
            return std::move(*instance);
    }
    if (!answer.errors.isEmpty())
        return errorOf(answer.errors);
    Error error;
    error.kind = Error::Kind::NotFound;
    error.why = Texts::tr("Data Index has no instance of this id, or does not have it yet.");
    error.remedy = Texts::tr("If it was just started, wait a moment and try again.");
    return error;
}

Result<QList<qint64>> decodeEndedCounts(GraphqlAnswer &answer, int ranges)
{
    QList<qint64> counts;
    for (int i = 0; i < ranges; ++i) {
        const QByteArray name = "CountProcessInstances" + QByteArray::number(i);
        const auto count = integerAt(answer.data, name.constData());
        if (!count || *count < 0)
            return errorOf(answer.errors);
        counts << *count;
    }
    return counts;
}

Result<qint64> decodeInstanceCount(GraphqlAnswer &answer)
{
    const auto count = integerAt(answer.data, "CountProcessInstances");
    if (count && *count >= 0)
        return *count;
    return errorOf(answer.errors);
}

} // namespace podium
