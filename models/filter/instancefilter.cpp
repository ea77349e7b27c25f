// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/filter/instancefilter.h"

#include "models/filter/timespan.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr InstanceState kStates[] = {InstanceState::Active,  InstanceState::Error,     InstanceState::Completed,
                                     InstanceState::Aborted, InstanceState::Suspended, InstanceState::Pending};

FilterMatch sure(bool matches)
{
    return matches ? FilterMatch::Yes : FilterMatch::No;
}

FilterMatch textMatch(const InstanceCondition &condition, const QStringList &texts)
{
    return sure(std::any_of(condition.values.cbegin(), condition.values.cend(), [&](const QString &pattern) {
        return std::any_of(texts.cbegin(), texts.cend(),
                           [&](const QString &text) { return matchesPattern(text, pattern); });
    }));
}

FilterMatch timeMatch(const InstanceCondition &condition, const QDateTime &time, const QDateTime &nowUtc)
{
    return sure(std::any_of(condition.values.cbegin(), condition.values.cend(), [&](const QString &value) {
        const auto span = timeSpanFromText(value, nowUtc);
        return span && span->contains(time);
    }));
}

FilterMatch conditionMatch(const InstanceCondition &condition, const WorkflowInstance &row, const QDateTime &nowUtc)
{
    switch (condition.field) {
    case InstanceField::State:
        return sure(condition.values.contains(filterWordOf(row.state)));
    case InstanceField::Workflow:
        return textMatch(condition, {row.workflowId});
    case InstanceField::Version:
        return textMatch(condition, {row.version});
    case InstanceField::Started:
        return timeMatch(condition, row.start, nowUtc);
    case InstanceField::Ended:
        return timeMatch(condition, row.end, nowUtc);
    case InstanceField::Updated:
        return timeMatch(condition, row.lastUpdate, nowUtc);
    case InstanceField::BusinessKey:
        return textMatch(condition, {row.businessKey});
    case InstanceField::User:
        return textMatch(condition, {row.createdBy, row.updatedBy});
    case InstanceField::Id:
        return sure(condition.values.contains(row.id));
    case InstanceField::Parent:
        return sure(condition.values.contains(row.parentId));
    case InstanceField::Root:
        return sure(condition.values.contains(row.rootId));
    case InstanceField::Error:
    case InstanceField::ErrorNode:
    case InstanceField::Node:
    case InstanceField::Variable:
        break;
    }
    return FilterMatch::Unsure;
}

} // namespace

const QList<InstanceField> &allInstanceFields()
{
    using Field = InstanceField;
    static const QList<Field> all{Field::State,   Field::Workflow,    Field::Version, Field::Started, Field::Ended,
                                  Field::Updated, Field::BusinessKey, Field::User,    Field::Error,   Field::ErrorNode,
                                  Field::Node,    Field::Variable,    Field::Id,      Field::Parent,  Field::Root};
    return all;
}

InstanceFields everyInstanceField()
{
    return {allInstanceFields().cbegin(), allInstanceFields().cend()};
}

FieldKind kindOf(InstanceField field)
{
    switch (field) {
    case InstanceField::State:
        return FieldKind::State;
    case InstanceField::Started:
    case InstanceField::Ended:
    case InstanceField::Updated:
        return FieldKind::Time;
    case InstanceField::Error:
        return FieldKind::Part;
    case InstanceField::Id:
    case InstanceField::Parent:
    case InstanceField::Root:
        return FieldKind::Id;
    case InstanceField::Variable:
        return FieldKind::Variable;
    case InstanceField::Workflow:
    case InstanceField::Version:
    case InstanceField::BusinessKey:
    case InstanceField::User:
    case InstanceField::ErrorNode:
    case InstanceField::Node:
        break;
    }
    return FieldKind::Word;
}

bool isRepeatable(InstanceField field)
{
    switch (field) {
    case InstanceField::State:
    case InstanceField::Workflow:
    case InstanceField::Version:
    case InstanceField::ErrorNode:
    case InstanceField::Id:
    case InstanceField::Parent:
    case InstanceField::Root:
        return false;
    default:
        return true;
    }
}

QStringList InstanceFilter::valuesOf(InstanceField field) const
{
    const auto found = std::find_if(conditions.cbegin(), conditions.cend(),
                                    [field](const InstanceCondition &condition) { return condition.field == field; });
    return found == conditions.cend() ? QStringList() : found->values;
}

void InstanceFilter::set(InstanceField field, const QStringList &values)
{
    const auto isOfField = [field](const InstanceCondition &condition) { return condition.field == field; };
    const auto first = std::find_if(conditions.begin(), conditions.end(), isOfField);
    const qsizetype at = first - conditions.begin();
    conditions.removeIf(isOfField);
    if (!values.isEmpty())
        conditions.insert(at, {field, values, {}});
}

QList<InstanceState> InstanceFilter::states() const
{
    QList<InstanceState> states;
    const QStringList words = valuesOf(InstanceField::State);
    for (const QString &word : words)
        states << stateOfFilterWord(word);
    return states;
}

void InstanceFilter::setStates(const QList<InstanceState> &states)
{
    QStringList words;
    for (const InstanceState state : states)
        words << filterWordOf(state);
    set(InstanceField::State, words);
}

InstanceState stateOfFilterWord(const QString &word)
{
    for (const InstanceState state : kStates) {
        if (filterWordOf(state) == word)
            return state;
    }
    return InstanceState::Unknown;
}

QString filterWordOf(InstanceState state)
{
    return wordOf(state).toLower();
}

bool matchesPattern(const QString &text, const QString &pattern)
{
    if (!pattern.contains(u'*'))
        return text == pattern;
    qsizetype t = 0;
    qsizetype p = 0;
    qsizetype star = -1; // the last one that was met, and how far it reaches in the text
    qsizetype reach = 0;
    while (t < text.size()) {
        const QChar wanted = p < pattern.size() ? pattern.at(p) : QChar();
        if (p < pattern.size() && (wanted == u'*' || wanted == u'%')) {
            star = p++;
            reach = t;
        } else if (p < pattern.size() && (wanted == u'_' || wanted == text.at(t))) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++reach;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && (pattern.at(p) == u'*' || pattern.at(p) == u'%'))
        ++p;
    return p == pattern.size();
}

FilterMatch matchOf(const InstanceFilter &filter, const WorkflowInstance &row, const QDateTime &nowUtc)
{
    FilterMatch all = FilterMatch::Yes;
    for (const InstanceCondition &condition : filter.conditions) {
        const FilterMatch one = conditionMatch(condition, row, nowUtc);
        if (one == FilterMatch::No)
            return one;
        if (one == FilterMatch::Unsure)
            all = one;
    }
    return all;
}

bool repeatsRows(const InstanceFilter &filter)
{
    return !filter.valuesOf(InstanceField::Node).isEmpty();
}

QList<InstanceField> unsupported(const InstanceFilter &filter, const InstanceFields &supported)
{
    QList<InstanceField> fields;
    for (const InstanceCondition &condition : filter.conditions) {
        if (!supported.contains(condition.field) && !fields.contains(condition.field))
            fields << condition.field;
    }
    return fields;
}

} // namespace podium
