// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/hiddenwhen.h"

#include <QStringList>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxDepth = 20;

/// nullptr where nothing is.
const Json *valueAt(const Json &input, const QString &path)
{
    const Json *at = &input;
    const QStringList steps = QString(path).replace(u'[', u'.').remove(u']').split(u'.', Qt::SkipEmptyParts);
    for (const QString &step : steps) {
        if (at->is_array()) {
            bool isNumber = false;
            const qulonglong index = step.toULongLong(&isNumber);
            if (!isNumber || index >= at->size())
                return nullptr;
            at = &(*at)[index];
        } else {
            at = memberAt(*at, step.toUtf8().constData());
            if (!at)
                return nullptr;
        }
    }
    return at;
}

bool isEmptyValue(const Json *value)
{
    return !value || value->is_null() || (value->is_string() && toQString(*value).trimmed().isEmpty()) ||
           (value->is_array() && value->empty());
}

/// {a, b} equals {b, a}.
bool isSame(const Json &a, const Json &b)
{
    return nlohmann::json(a) == nlohmann::json(b);
}

bool isAnyOf(const Json *value, const Json &wanted)
{
    if (!wanted.is_array())
        return value && isSame(*value, wanted);
    return value && std::any_of(wanted.begin(), wanted.end(), [value](const Json &one) { return isSame(*value, one); });
}

bool isTold(const Json *flag)
{
    return flag && flag->is_boolean();
}

bool operatorsHold(const Json &condition, const Json &input)
{
    const Json *value = valueAt(input, stringAt(condition, "when"));
    const Json *is = memberAt(condition, "is");
    const Json *isNot = memberAt(condition, "isNot");
    const Json *empty = memberAt(condition, "isEmpty");
    const Json *filledList = memberAt(condition, "isNotEmptyList");
    const Json *without = memberAt(condition, "notContains");
    const bool isFilledList = value && value->is_array() && !value->empty();
    if (!is && !isNot && !isTold(empty) && !isTold(filledList) && !without)
        return false;
    return (!is || isAnyOf(value, *is)) && (!isNot || !isAnyOf(value, *isNot)) &&
           (!isTold(empty) || empty->get<bool>() == isEmptyValue(value)) &&
           (!isTold(filledList) || filledList->get<bool>() == isFilledList) &&
           (!without || !value || !value->is_array() || !isAnyOf(without, *value));
}

bool holds(const Json &condition, const Json &input, int depth)
{
    if (condition.is_boolean())
        return condition.get<bool>();
    if (!condition.is_object() || depth > kMaxDepth)
        return false;
    if (condition.contains("when"))
        return operatorsHold(condition, input);
    const auto holdsOne = [&input, depth](const Json &one) { return holds(one, input, depth + 1); };
    if (const Json *all = memberAt(condition, "allOf"); all && all->is_array())
        return std::all_of(all->begin(), all->end(), holdsOne);
    const Json *any = memberAt(condition, "anyOf");
    return any && any->is_array() && std::any_of(any->begin(), any->end(), holdsOne);
}

} // namespace

bool isHiddenCondition(const Json &hint)
{
    return hint.is_object() && (hint.contains("when") || hint.contains("allOf") || hint.contains("anyOf"));
}

bool hides(const Json &condition, const Json &input)
{
    return holds(condition, input, 0);
}

} // namespace podium
