// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/instancewhere.h"

#include "app/dataindex/graphqlrequest.h"
#include "app/net/jsonvalues.h"
#include "models/filter/timespan.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// {"a":{"b":inner}} for a path {a, b}.
Json nested(const QStringList &path, Json inner)
{
    for (auto key = path.crbegin(); key != path.crend(); ++key)
        inner = Json{{key->toStdString(), std::move(inner)}};
    return inner;
}

Json anyOf(Json alternatives)
{
    return alternatives.size() == 1 ? alternatives.front() : Json{{"or", std::move(alternatives)}};
}

/// Values without a wildcard in one `in`, the others each in a `like` of its own.
Json textAlternatives(const QStringList &path, const QStringList &values)
{
    Json alternatives = Json::array();
    QStringList whole;
    for (const QString &value : values) {
        if (value.contains(u'*'))
            alternatives.push_back(nested(path, {{"like", jsonText(value)}}));
        else
            whole << value;
    }
    if (whole.size() == 1)
        alternatives.push_back(nested(path, {{"equal", jsonText(whole.constFirst())}}));
    else if (!whole.isEmpty())
        alternatives.push_back(nested(path, {{"in", jsonTexts(whole)}}));
    return alternatives;
}

Json anywhere(const QStringList &path, const QStringList &values)
{
    QStringList patterns;
    for (const QString &value : values)
        patterns << u'*' % value % u'*';
    return anyOf(textAlternatives(path, patterns));
}

Json users(const QStringList &values)
{
    Json alternatives = textAlternatives({u"createdBy"_s}, values);
    for (const Json &other : textAlternatives({u"updatedBy"_s}, values))
        alternatives.push_back(other);
    return anyOf(std::move(alternatives));
}

/// One key at each level: of a JSON filter the server reads only the first. A text finds numbers and booleans, too,
/// because the server compares the text of what is at the path.
Json variable(const InstanceCondition &condition)
{
    Json alternatives = Json::array();
    const QStringList path = QStringList{u"variables"_s, u"workflowdata"_s} + condition.path.split(u'.');
    for (const QString &value : condition.values)
        alternatives.push_back(nested(path, {{value.contains(u'*') ? "like" : "equal", jsonText(value)}}));
    return anyOf(std::move(alternatives));
}

void addTimes(Json &conditions, const QString &field, const InstanceCondition &condition, const QDateTime &nowUtc)
{
    const TimeSpan span = timeSpanFromText(condition.values.value(0), nowUtc).value_or(TimeSpan());
    if (span.from.isValid())
        conditions.push_back(nested({field}, {{"greaterThanEqual", jsonText(dataIndexTime(span.from))}}));
    if (span.before.isValid())
        conditions.push_back(nested({field}, {{"lessThan", jsonText(dataIndexTime(span.before))}}));
}

QStringList pathOf(InstanceField field)
{
    switch (field) {
    case InstanceField::Workflow:
        return {u"processId"_s};
    case InstanceField::Version:
        return {u"definition"_s, u"version"_s};
    case InstanceField::Started:
        return {u"start"_s};
    case InstanceField::Ended:
        return {u"end"_s};
    case InstanceField::Updated:
        return {u"lastUpdate"_s};
    case InstanceField::BusinessKey:
        return {u"businessKey"_s};
    case InstanceField::User:
        return {u"createdBy"_s};
    case InstanceField::Error:
        return {u"error"_s, u"message"_s};
    case InstanceField::ErrorNode:
        return {u"error"_s, u"nodeDefinitionId"_s};
    case InstanceField::Node:
        return {u"nodes"_s, u"name"_s};
    case InstanceField::Variable:
        return {u"variables"_s};
    case InstanceField::Id:
        return {u"id"_s};
    case InstanceField::Parent:
        return {u"parentProcessInstanceId"_s};
    case InstanceField::Root:
        return {u"rootProcessInstanceId"_s};
    case InstanceField::State:
        break;
    }
    return {u"state"_s};
}

void addCondition(Json &conditions, const InstanceCondition &condition, const QDateTime &nowUtc)
{
    const QStringList path = pathOf(condition.field);
    switch (kindOf(condition.field)) {
    case FieldKind::State: {
        QStringList words;
        for (const QString &word : condition.values)
            words << word.toUpper();
        conditions.push_back(nested(path, {{"in", jsonTexts(words)}}));
        break;
    }
    case FieldKind::Time:
        return addTimes(conditions, path.constFirst(), condition, nowUtc);
    case FieldKind::Variable:
        conditions.push_back(variable(condition));
        break;
    case FieldKind::Part:
        conditions.push_back(anywhere(path, condition.values));
        break;
    case FieldKind::Id:
    case FieldKind::Word:
        conditions.push_back(condition.field == InstanceField::User ? users(condition.values)
                                                                    : anyOf(textAlternatives(path, condition.values)));
        break;
    }
}

} // namespace

Json whereOf(const InstanceFilter &filter, const QDateTime &nowUtc)
{
    Json conditions = Json::array();
    for (const InstanceCondition &condition : filter.conditions) {
        if (!condition.values.isEmpty()) // an empty `in` would drop the condition
            addCondition(conditions, condition, nowUtc);
    }
    return conditions;
}

InstanceFields filterableFields(const ServerCapabilities &server)
{
    InstanceFields fields;
    for (const InstanceField field : allInstanceFields()) {
        if (server.instanceArguments.contains(pathOf(field).constFirst()))
            fields.insert(field);
    }
    return fields;
}

} // namespace podium
