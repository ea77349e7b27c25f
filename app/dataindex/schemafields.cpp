// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/schemafields.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QSet<QString> words(const QString &text)
{
    const QStringList list = text.split(u' ');
    return QSet<QString>(list.cbegin(), list.cend());
}

} // namespace

const QStringList &introspectedTypes()
{
    static const QStringList types{
        u"ProcessDefinition"_s,       u"ProcessInstance"_s, u"NodeInstance"_s, u"ProcessInstanceError"_s, u"Job"_s,
        u"ProcessInstanceArgument"_s, u"Query"_s,           u"Mutation"_s,     u"Subscription"_s};
    return types;
}

void setFieldsOf(ServerCapabilities &capabilities, const QString &typeName, const QSet<QString> &fields)
{
    if (typeName == "ProcessDefinition"_L1)
        capabilities.definitionFields = fields;
    else if (typeName == "ProcessInstance"_L1)
        capabilities.instanceFields = fields;
    else if (typeName == "NodeInstance"_L1)
        capabilities.nodeInstanceFields = fields;
    else if (typeName == "ProcessInstanceError"_L1)
        capabilities.instanceErrorFields = fields;
    else if (typeName == "Job"_L1)
        capabilities.jobFields = fields;
    else if (typeName == "ProcessInstanceArgument"_L1)
        capabilities.instanceArguments = fields;
    else if (typeName == "Query"_L1)
        capabilities.queries = fields;
    else if (typeName == "Mutation"_L1)
        capabilities.mutations = fields;
    else if (typeName == "Subscription"_L1)
        capabilities.subscriptions = fields;
}

ServerCapabilities oldestCapabilities()
{
    ServerCapabilities oldest;
    oldest.definitionFields =
        words(u"id version name nodes type endpoint serviceUrl description annotations metadata source"_s);
    oldest.instanceFields = words(
        u"id processId version processName parentProcessInstanceId rootProcessInstanceId rootProcessId state "
        u"serviceUrl "
        "nodes variables start end parentProcessInstance childProcessInstances error addons lastUpdate businessKey "
        "identity createdBy updatedBy"_s);
    oldest.nodeInstanceFields = words(u"id name type enter exit definitionId nodeId"_s);
    oldest.instanceErrorFields = words(u"nodeDefinitionId message"_s);
    oldest.jobFields = words(
        u"id processId processInstanceId nodeInstanceId rootProcessInstanceId rootProcessId status expirationTime "
        "priority callbackEndpoint repeatInterval repeatLimit scheduledId retries lastUpdate executionCounter "
        "endpoint"_s);
    oldest.instanceArguments = words(
        u"and or not id processId parentProcessInstanceId rootProcessInstanceId state error nodes start end lastUpdate "
        "businessKey createdBy updatedBy"_s);
    oldest.queries = words(u"ProcessDefinitions ProcessInstances Jobs"_s);
    oldest.mutations =
        words(u"ProcessInstanceAbort ProcessInstanceRetry ProcessInstanceSkip ProcessInstanceUpdateVariables "
              "NodeInstanceTrigger NodeInstanceRetrigger NodeInstanceCancel JobCancel JobReschedule"_s);
    return oldest;
}

ServerCapabilities without(ServerCapabilities capabilities, const QList<GraphqlError> &missing)
{
    for (const GraphqlError &error : missing) {
        if (error.path.size() < 2 || error.path.last() == "id"_L1)
            continue;
        const QString field = error.path.last();
        const QString container = error.path.at(error.path.size() - 2);
        if (container == "ProcessInstances"_L1)
            capabilities.instanceFields.remove(field);
        else if (container == "ProcessDefinitions"_L1)
            capabilities.definitionFields.remove(field);
        else if (container.startsWith("Jobs"_L1)) // or an alias of it
            capabilities.jobFields.remove(field);
        else if (container == "error"_L1)
            capabilities.instanceErrorFields.remove(field);
        else if (container == "nodes"_L1 && error.path.first() == "ProcessInstances"_L1)
            capabilities.nodeInstanceFields.remove(field);
        else // a linked instance, or a node of a definition
            (error.path.first() == "ProcessInstances"_L1 ? capabilities.instanceFields : capabilities.definitionFields)
                .remove(error.path.at(1));
    }
    return capabilities;
}

} // namespace podium
