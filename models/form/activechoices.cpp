// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/activechoices.h"

#include "models/form/exactnumber.h"
#include "models/form/fieldhints.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ActiveField", text);
}

bool isPlain(const Json &value)
{
    return value.is_string() || value.is_number() || value.is_boolean();
}

QString textOf(const Json &value)
{
    return value.is_string() ? toQString(value) : QString::fromUtf8(toBytes(value));
}

Json listOf(const std::optional<Json> &value)
{
    if (!value || value->is_null())
        return Json::array();
    return value->is_array() ? *value : Json::array({*value});
}

QStringList reasonsIn(const Json &value)
{
    QStringList reasons;
    for (const Json &one : listOf(value)) {
        if (one.is_string() && reasons.size() < 10)
            reasons << toQString(one).simplified().left(300);
    }
    return reasons;
}

} // namespace

std::optional<Json> ActiveAnswer::value(const QString &name) const
{
    const auto found = values.constFind(name);
    return found == values.cend() ? std::nullopt : std::optional(*found);
}

QString kindName(const Json &value)
{
    if (value.is_object())
        return say("an object");
    if (value.is_array())
        return say("a list");
    if (value.is_number())
        return say("a number");
    if (value.is_boolean())
        return say("a yes or no");
    return value.is_null() ? say("nothing") : say("a text");
}

ActiveChoices activeChoices(const ActiveAnswer &answer)
{
    ActiveChoices result;
    for (const QString &name : {u"value"_s, u"label"_s}) {
        if (result.problem.isEmpty())
            result.problem = answer.problems.value(name);
    }
    const Json values = listOf(answer.value(u"value"_s));
    const Json labels = answer.values.contains(u"label"_s) ? listOf(answer.value(u"label"_s)) : values;
    if (result.problem.isEmpty() && labels.size() != values.size())
        result.problem = say("The answer has %1 values but %2 labels.").arg(values.size()).arg(labels.size());
    for (std::size_t i = 0; result.problem.isEmpty() && i < values.size(); ++i) {
        if (result.choices.size() >= kMostActiveChoices) {
            result.note = say("Only the first %1 of %2 choices are listed.").arg(kMostActiveChoices).arg(values.size());
            break;
        }
        if (!isPlain(values[i]) || !isPlain(labels[i]))
            result.problem = say("One of the choices is %1 where a text is needed.")
                                 .arg(kindName(isPlain(values[i]) ? labels[i] : values[i]));
        else
            result.choices << FormChoice{values[i], textOf(labels[i])};
    }
    if (!result.problem.isEmpty())
        result.choices.clear();
    return result;
}

ActiveTexts activeTexts(const ActiveAnswer &answer, const QString &name)
{
    ActiveTexts result{{}, answer.problems.value(name)};
    const Json values = listOf(answer.value(name));
    for (const Json &value : values) {
        if (result.texts.size() >= kMostActiveChoices)
            break;
        if (isPlain(value))
            result.texts << textOf(value);
        else if (result.problem.isEmpty())
            result.problem = say("The answer holds %1 where a text is needed.").arg(kindName(value));
    }
    return result;
}

std::optional<Json> activeValue(FormField::Kind kind, const Json &value)
{
    using Kind = FormField::Kind;
    if (kind == Kind::Boolean) {
        if (value.is_boolean())
            return value;
        const QString text = value.is_string() || value.is_number() ? textOf(value) : QString();
        if (text == "true"_L1 || text == "1"_L1)
            return Json(true);
        return text == "false"_L1 || text == "0"_L1 ? std::optional(Json(false)) : std::nullopt;
    }
    if (kind == Kind::Number || kind == Kind::Integer) {
        if (value.is_number())
            return value;
        const TypedNumber number = typedNumber(value.is_string() ? toQString(value) : QString());
        return number.outcome == TypedNumber::Outcome::Ok ? std::optional(number.value) : std::nullopt;
    }
    if (kind == Kind::Choice)
        return isPlain(value) ? std::optional(value) : std::nullopt;
    return isPlain(value) ? std::optional<Json>(textOf(value).toStdString()) : std::nullopt;
}

QString refusalText(const FormDataAnswer &answer, const QString &key)
{
    QStringList reasons;
    if (answer.body && answer.body->is_object()) {
        if (const Json *own = memberAt(*answer.body, key.toUtf8().constData()))
            reasons = reasonsIn(*own);
        for (auto it = answer.body->begin(); reasons.isEmpty() && it != answer.body->end(); ++it)
            reasons = reasonsIn(*it);
    }
    return reasons.isEmpty() ? say("The server refuses this value (HTTP %1).").arg(answer.status) : reasons.join(u' ');
}

} // namespace podium
