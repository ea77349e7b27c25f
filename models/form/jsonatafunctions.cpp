// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/jsonataevaluator.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

using Value = JsonataValue;
using List = JsonataValue::List;

QString say(const char *text)
{
    return QCoreApplication::translate("Jsonata", text);
}

/// One call: its arguments, and what may be done with them.
struct Call
{
    JsonataEvaluator &evaluator;
    const QString &name;
    List arguments;

    const Value &at(std::size_t index) const
    {
        static const Value nothing;
        return index < arguments.size() ? arguments[index] : nothing;
    }
    QString text(std::size_t index) const
    {
        const auto found = at(index).text();
        if (!found)
            evaluator.fail(say("$%1 needs a text").arg(name));
        return found.value_or(QString());
    }
    double number(std::size_t index) const
    {
        const auto found = at(index).number();
        if (!found)
            evaluator.fail(say("$%1 needs a number").arg(name));
        return found.value_or(0);
    }
    List items(std::size_t index) const
    {
        List all;
        const Value &from = at(index);
        evaluator.spend(from.size());
        for (std::size_t i = 0; i < from.size() && !evaluator.hasFailed(); ++i)
            all.push_back(from.at(i));
        return all;
    }
};

Value text(const QString &value)
{
    return Value::of(value.toStdString());
}

Value toNumber(const Call &call)
{
    const Value &value = call.at(0);
    if (value.number())
        return value;
    if (const Json *data = value.data(); data && data->is_boolean())
        return Value::of(data->get<bool>() ? 1 : 0);
    bool isNumber = false;
    const double number = call.text(0).trimmed().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        call.evaluator.fail(say("$number got something that is no number"));
    return Value::of(jsonataNumber(isNumber ? number : 0));
}

Value substring(const Call &call)
{
    const QString whole = call.text(0);
    const auto size = static_cast<double>(whole.size());
    double start = std::floor(call.number(1));
    if (start < 0)
        start = std::max(0.0, size + start);
    const double length = call.at(2).exists() ? std::floor(call.number(2)) : size;
    if (start >= size || length <= 0)
        return text({});
    return text(whole.mid(static_cast<qsizetype>(start), static_cast<qsizetype>(std::min(length, size))));
}

Value beside(const Call &call, bool isBefore)
{
    const QString whole = call.text(0);
    const QString mark = call.text(1);
    const qsizetype at = whole.indexOf(mark);
    if (at < 0)
        return text(whole);
    return text(isBefore ? whole.left(at) : whole.sliced(at + mark.size()));
}

Value split(const Call &call)
{
    List parts;
    const QString whole = call.text(0);
    const QString mark = call.text(1);
    call.evaluator.spend(static_cast<std::size_t>(whole.size()));
    if (call.evaluator.hasFailed())
        return {};
    QStringList texts = mark.isEmpty() ? QStringList() : whole.split(mark);
    for (const QChar c : mark.isEmpty() ? whole : QString())
        texts << c;
    for (const QString &part : std::as_const(texts))
        parts.push_back(text(part));
    return Value::array(std::move(parts));
}

Value join(const Call &call)
{
    QStringList texts;
    for (const Value &item : call.items(0)) {
        if (!item.text())
            call.evaluator.fail(say("$join needs texts"));
        call.evaluator.spendOn(item);
        texts << item.text().value_or(QString());
    }
    return text(texts.join(call.at(1).exists() ? call.text(1) : QString()));
}

Value replace(const Call &call)
{
    const QString mark = call.text(1);
    if (mark.isEmpty())
        call.evaluator.fail(say("$replace needs a text to look for"));
    QString whole = call.text(0);
    const QString other = call.text(2);
    call.evaluator.spend(static_cast<std::size_t>(whole.size() * (other.size() + 1)) / 16);
    return call.evaluator.hasFailed() ? Value() : text(whole.replace(mark, other));
}

Value total(const Call &call)
{
    double sum = 0;
    double low = 0;
    double high = 0;
    const List items = call.items(0);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto number = items[i].number();
        if (!number)
            call.evaluator.fail(say("$%1 needs numbers").arg(call.name));
        sum += number.value_or(0);
        low = i == 0 ? number.value_or(0) : std::min(low, number.value_or(0));
        high = i == 0 ? number.value_or(0) : std::max(high, number.value_or(0));
    }
    if (call.name == "sum"_L1)
        return Value::of(jsonataNumber(sum));
    if (items.empty())
        return {};
    if (call.name == "average"_L1)
        return Value::of(jsonataNumber(sum / static_cast<double>(items.size())));
    return Value::of(jsonataNumber(call.name == "min"_L1 ? low : high));
}

Value sorted(const Call &call)
{
    if (call.at(1).exists()) {
        call.evaluator.fail(say("$sort with a function is not supported"));
        return {};
    }
    List items = call.items(0);
    const auto isNumber = [](const Value &item) { return item.number().has_value(); };
    const auto isText = [](const Value &item) { return item.text().has_value(); };
    call.evaluator.spend(items.size() * 16);
    if (std::all_of(items.begin(), items.end(), isNumber))
        std::stable_sort(items.begin(), items.end(),
                         [](const Value &a, const Value &b) { return *a.number() < *b.number(); });
    else if (std::all_of(items.begin(), items.end(), isText))
        std::stable_sort(items.begin(), items.end(),
                         [](const Value &a, const Value &b) { return *a.text() < *b.text(); });
    else
        call.evaluator.fail(say("$sort needs numbers only or texts only"));
    return Value::array(std::move(items));
}

Value distinct(const Call &call)
{
    List kept;
    QHash<QByteArray, bool> known;
    for (const Value &item : call.items(0)) {
        call.evaluator.spendOn(item);
        if (call.evaluator.hasFailed())
            return {};
        if (bool &isKnown = known[toBytes(item.toJson())]; !std::exchange(isKnown, true))
            kept.push_back(item);
    }
    return Value::array(std::move(kept));
}

Value keys(const Call &call)
{
    List found;
    for (const Value &item : call.items(0)) {
        const Json *data = item.data();
        for (auto it = data && data->is_object() ? data->begin() : Json::const_iterator();
             data && data->is_object() && it != data->end(); ++it)
            found.push_back(Value::of(it.key()));
    }
    call.evaluator.spend(found.size());
    return Value::sequence(std::move(found));
}

Value merged(const Call &call)
{
    Json all = Json::object();
    for (const Value &item : call.items(0)) {
        const Json *data = item.data();
        if (!data || !data->is_object())
            call.evaluator.fail(say("$merge needs objects"));
        call.evaluator.spendOn(item);
        for (auto it = data ? data->begin() : Json::const_iterator();
             !call.evaluator.hasFailed() && data && it != data->end(); ++it) {
            call.evaluator.spend(all.size()); // a name is looked for among all there are
            all[it.key()] = *it;
        }
    }
    return Value::of(std::move(all));
}

Value lookedUp(const Call &call)
{
    List found;
    const std::string key = call.text(1).toStdString();
    for (const Value &item : call.items(0)) {
        if (const Value member = item.member(key); member.exists())
            found.push_back(member);
    }
    return Value::sequence(std::move(found));
}

Value mapped(const Call &call)
{
    List results;
    const List items = call.items(0);
    for (std::size_t i = 0; i < items.size() && !call.evaluator.hasFailed(); ++i) {
        Value result = call.evaluator.apply(call.at(1), {items[i], Value::of(static_cast<qint64>(i)), call.at(0)});
        if (result.exists())
            results.push_back(std::move(result));
    }
    return Value::sequence(std::move(results));
}

Value filtered(const Call &call)
{
    List results;
    const List items = call.items(0);
    for (std::size_t i = 0; i < items.size() && !call.evaluator.hasFailed(); ++i) {
        if (call.evaluator.apply(call.at(1), {items[i], Value::of(static_cast<qint64>(i)), call.at(0)}).isTrue())
            results.push_back(items[i]);
    }
    return Value::sequence(std::move(results));
}

Value reduced(const Call &call)
{
    const List items = call.items(0);
    const bool hasStart = call.at(2).exists();
    if (items.empty())
        return call.at(2);
    Value sum = hasStart ? call.at(2) : items.front();
    for (std::size_t i = hasStart ? 0 : 1; i < items.size() && !call.evaluator.hasFailed(); ++i)
        sum = call.evaluator.apply(call.at(1), {sum, items[i]});
    return sum;
}

Value appended(const Call &call)
{
    List all = call.items(0);
    for (Value &item : call.items(1))
        all.push_back(std::move(item));
    return Value::sequence(std::move(all));
}

Value reversed(const Call &call)
{
    List all = call.items(0);
    std::reverse(all.begin(), all.end());
    return Value::array(std::move(all));
}

QString typeName(const Value &value)
{
    if (value.isFunction())
        return u"function"_s;
    return value.data() ? QString::fromUtf8(value.data()->type_name()) : u"array"_s;
}

struct Function
{
    std::size_t least;
    std::size_t most;
    bool takesContext; ///< for a first argument that is left out
    bool takesNothing; ///< answers also when its first argument is nothing
    Value (*run)(const Call &call);
};

const QHash<QString, Function> &functions()
{
    static const QHash<QString, Function> all{
        {u"string"_s,
         {1, 1, true, false,
          [](const Call &call) {
              call.evaluator.spendOn(call.at(0));
              return call.evaluator.hasFailed() ? Value() : text(jsonataText(call.at(0)));
          }}},
        {u"length"_s, {1, 1, true, false, [](const Call &call) { return Value::of(call.text(0).size()); }}},
        {u"uppercase"_s, {1, 1, true, false, [](const Call &call) { return text(call.text(0).toUpper()); }}},
        {u"lowercase"_s, {1, 1, true, false, [](const Call &call) { return text(call.text(0).toLower()); }}},
        {u"trim"_s, {1, 1, true, false, [](const Call &call) { return text(call.text(0).simplified()); }}},
        {u"contains"_s,
         {2, 2, true, false, [](const Call &call) { return Value::of(call.text(0).contains(call.text(1))); }}},
        {u"substring"_s, {2, 3, true, false, substring}},
        {u"substringBefore"_s, {2, 2, true, false, [](const Call &call) { return beside(call, true); }}},
        {u"substringAfter"_s, {2, 2, true, false, [](const Call &call) { return beside(call, false); }}},
        {u"split"_s, {2, 2, true, false, split}},
        {u"join"_s, {1, 2, false, false, join}},
        {u"replace"_s, {3, 3, true, false, replace}},
        {u"number"_s, {1, 1, true, false, toNumber}},
        {u"abs"_s,
         {1, 1, true, false, [](const Call &call) { return Value::of(jsonataNumber(std::abs(call.number(0)))); }}},
        {u"floor"_s,
         {1, 1, true, false, [](const Call &call) { return Value::of(jsonataNumber(std::floor(call.number(0)))); }}},
        {u"ceil"_s,
         {1, 1, true, false, [](const Call &call) { return Value::of(jsonataNumber(std::ceil(call.number(0)))); }}},
        {u"sum"_s, {1, 1, false, false, total}},
        {u"min"_s, {1, 1, false, false, total}},
        {u"max"_s, {1, 1, false, false, total}},
        {u"average"_s, {1, 1, false, false, total}},
        {u"boolean"_s, {1, 1, true, false, [](const Call &call) { return Value::of(call.at(0).isTrue()); }}},
        {u"not"_s, {1, 1, true, true, [](const Call &call) { return Value::of(!call.at(0).isTrue()); }}},
        {u"exists"_s, {1, 1, false, true, [](const Call &call) { return Value::of(call.at(0).exists()); }}},
        {u"count"_s,
         {1, 1, false, true, [](const Call &call) { return Value::of(static_cast<qint64>(call.at(0).size())); }}},
        {u"append"_s, {2, 2, false, true, appended}},
        {u"reverse"_s, {1, 1, false, false, reversed}},
        {u"distinct"_s, {1, 1, false, false, distinct}},
        {u"sort"_s, {1, 2, false, false, sorted}},
        {u"keys"_s, {1, 1, true, false, keys}},
        {u"lookup"_s, {2, 2, true, false, lookedUp}},
        {u"merge"_s, {1, 1, false, false, merged}},
        {u"type"_s, {1, 1, true, false, [](const Call &call) { return text(typeName(call.at(0))); }}},
        {u"map"_s, {2, 2, false, false, mapped}},
        {u"filter"_s, {2, 2, false, false, filtered}},
        {u"reduce"_s, {2, 3, false, false, reduced}},
    };
    return all;
}

} // namespace

bool hasJsonataFunction(const QString &name)
{
    return functions().contains(name);
}

JsonataValue callJsonataFunction(JsonataEvaluator &evaluator, const QString &name, JsonataValue::List arguments,
                                 const JsonataValue &context)
{
    const auto function = functions().constFind(name);
    if (function == functions().cend())
        return {};
    if (function->takesContext && arguments.size() + 1 == function->least)
        arguments.insert(arguments.begin(), context);
    // Functions are called with more than they need by $map and its like.
    if (arguments.size() > function->most)
        arguments.resize(function->most);
    if (arguments.size() < function->least) {
        evaluator.fail(say("$%1 needs more arguments").arg(name));
        return {};
    }
    if (!function->takesNothing && !arguments.front().exists())
        return {};
    return function->run({evaluator, name, std::move(arguments)});
}

} // namespace podium
