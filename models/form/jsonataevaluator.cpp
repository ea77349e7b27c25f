// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/jsonataevaluator.h"

#include <QCoreApplication>

#include <cmath>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

using Value = JsonataValue;

constexpr std::size_t kMaxEffort = 2'000'000; ///< about half a second
constexpr int kMaxDepth = 300;

QString say(const char *text)
{
    return QCoreApplication::translate("Jsonata", text);
}

/// The parts of a value, as far as anybody wants to count.
std::size_t weight(const Json &value, std::size_t limit)
{
    std::size_t parts = 1;
    if (value.is_string())
        return parts + value.get_ref<const std::string &>().size() / 16;
    if (!value.is_structured())
        return parts;
    for (auto it = value.begin(); it != value.end() && parts < limit; ++it)
        parts += weight(*it, limit - parts);
    return parts;
}

} // namespace

void JsonataEvaluator::spendOn(const Value &value)
{
    if (const Json *data = value.data())
        return spend(weight(*data, kMaxEffort));
    for (std::size_t i = 0; value.isArray() && i < value.size() && !hasFailed(); ++i)
        spendOn(value.at(i));
}

void JsonataEvaluator::fail(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

void JsonataEvaluator::spend(std::size_t effort)
{
    m_spent += effort;
    if (m_spent > kMaxEffort)
        fail(say("it takes too long"));
}

Value JsonataEvaluator::run(const Node &root)
{
    auto scope = std::make_shared<JsonataScope>();
    Value value = evaluate(root, m_input, scope);
    for (const Scope &each : m_bound)
        each->variables.clear();
    return hasFailed() ? Value() : value;
}

Value JsonataEvaluator::evaluate(const Node &node, const Value &context, const Scope &scope)
{
    spend(1);
    if (m_depth >= kMaxDepth)
        fail(say("it is nested too deeply"));
    if (hasFailed())
        return {};
    ++m_depth;
    Value value = plain(node, context, scope);
    for (const auto &filter : node.filters)
        value = filtered(*filter, value, scope);
    if (node.keepsArray && value.exists() && !value.isArray())
        value = Value::array({value});
    --m_depth;
    return value;
}

Value JsonataEvaluator::plain(const Node &node, const Value &context, const Scope &scope)
{
    using Kind = Node::Kind;
    switch (node.kind) {
    case Kind::Literal:
        return Value(SharedJson(SharedJson(), &node.literal)); // lives as long as the expression
    case Kind::Path:
        return path(node, context, scope);
    case Kind::Name:
        return name(context, node.text.toStdString());
    case Kind::Wildcard:
        return wildcard(context);
    case Kind::Variable:
        return variable(node, context, scope);
    case Kind::Array:
        return array(node, context, scope);
    case Kind::Object:
        return object(node, context, scope);
    case Kind::Binary:
        return binary(node, context, scope);
    case Kind::Negate: {
        const Value value = evaluate(*node.children[0], context, scope);
        return arithmetic(u'-', Value::of(0), value);
    }
    case Kind::Condition:
        if (evaluate(*node.children[0], context, scope).isTrue())
            return evaluate(*node.children[1], context, scope);
        return node.children.size() > 2 ? evaluate(*node.children[2], context, scope) : Value();
    case Kind::Call:
        return call(node, context, scope);
    case Kind::Lambda:
        return Value::function(&node, scope);
    case Kind::Block:
        return block(node, context, scope);
    case Kind::Bind: {
        Value value = evaluate(*node.children[0], context, scope);
        scope->variables[node.text] = value;
        m_bound.push_back(scope);
        return value;
    }
    }
    return {};
}

void JsonataEvaluator::append(List &to, const Value &value)
{
    if (!value.exists())
        return;
    const std::size_t count = value.isArray() && !value.isConstructed() ? value.size() : 0;
    spend(count + 1);
    if (!value.isArray() || value.isConstructed())
        return to.push_back(value);
    for (std::size_t i = 0; i < count && !hasFailed(); ++i)
        to.push_back(value.at(i));
}

/// Each step is worked out for each item of the one before; arrays among the results are flattened.
Value JsonataEvaluator::path(const Node &node, const Value &context, const Scope &scope)
{
    List items;
    if (node.children.front()->kind == Node::Kind::Variable)
        items.push_back(context);
    else
        append(items, context);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const Node &step = *node.children[i];
        List results;
        if (i == 0 && step.kind == Node::Kind::Array) {
            results.push_back(evaluate(step, context, scope));
        } else {
            for (const Value &item : std::as_const(items)) {
                Value result = evaluate(step, item, scope);
                if (hasFailed())
                    return {};
                if (result.exists())
                    results.push_back(std::move(result));
            }
        }
        const bool isLast = i + 1 == node.children.size();
        if (isLast && results.size() == 1 && results.front().isArray())
            return results.front();
        items.clear();
        for (Value &result : results) {
            if (!isLast)
                result.setConstructed(false);
            append(items, result);
        }
    }
    return Value::sequence(std::move(items), node.keepsArray);
}

Value JsonataEvaluator::name(const Value &context, const std::string &key)
{
    if (!context.isArray())
        return context.member(key);
    List found;
    for (std::size_t i = 0; i < context.size() && !hasFailed(); ++i) {
        spend(1);
        append(found, name(context.at(i), key));
    }
    return Value::sequence(std::move(found));
}

Value JsonataEvaluator::wildcard(const Value &context)
{
    List found;
    if (const Json *data = context.data(); data && data->is_object()) {
        for (const Json &member : *data)
            append(found, Value(SharedJson(context.shared(), &member)));
    } else {
        for (std::size_t i = 0; context.isArray() && i < context.size() && !hasFailed(); ++i)
            append(found, wildcard(context.at(i)));
    }
    return Value::sequence(std::move(found));
}

Value JsonataEvaluator::filtered(const Node &filter, const Value &value, const Scope &scope)
{
    const std::size_t size = value.size();
    const auto isIndex = [size](double number, std::size_t index) {
        const double at = std::floor(number);
        return (at < 0 ? static_cast<double>(size) + at : at) == static_cast<double>(index);
    };
    if (filter.kind == Node::Kind::Literal && filter.literal.is_number()) {
        for (std::size_t i = 0; i < size; ++i) {
            spend(1);
            if (isIndex(filter.literal.get<double>(), i))
                return value.at(i);
        }
        return {};
    }
    List kept;
    for (std::size_t i = 0; i < size && !hasFailed(); ++i) {
        const Value item = value.at(i);
        const Value answer = evaluate(filter, item, scope);
        const auto number = answer.number();
        if (number ? isIndex(*number, i) : answer.isTrue())
            kept.push_back(item);
    }
    return Value::sequence(std::move(kept));
}

Value JsonataEvaluator::variable(const Node &node, const Value &context, const Scope &scope)
{
    if (node.text.isEmpty())
        return context;
    if (node.text == "$"_L1)
        return m_input;
    for (const JsonataScope *at = scope.get(); at; at = at->parent.get()) {
        if (const auto found = at->variables.find(node.text); found != at->variables.end())
            return found->second;
    }
    return hasJsonataFunction(node.text) ? Value::function(node.text) : Value();
}

Value JsonataEvaluator::array(const Node &node, const Value &context, const Scope &scope)
{
    List items;
    for (const auto &child : node.children) {
        Value value = evaluate(*child, context, scope);
        value.setConstructed(child->kind == Node::Kind::Array && child->filters.empty());
        append(items, value);
    }
    Value made = Value::array(std::move(items));
    made.setConstructed(true);
    return made;
}

Value JsonataEvaluator::object(const Node &node, const Value &context, const Scope &scope)
{
    Json made = Json::object();
    for (std::size_t i = 0; i + 1 < node.children.size() && !hasFailed(); i += 2) {
        const auto key = evaluate(*node.children[i], context, scope).text();
        const Value value = evaluate(*node.children[i + 1], context, scope);
        if (!key)
            fail(say("the name of a member is no text"));
        else if (value.exists() && !value.isFunction())
            spendOn(value);
        if (!hasFailed() && value.exists() && !value.isFunction())
            made[key->toStdString()] = value.toJson();
    }
    return Value::of(std::move(made));
}

Value JsonataEvaluator::binary(const Node &node, const Value &context, const Scope &scope)
{
    const QString &sign = node.text;
    const Value left = evaluate(*node.children[0], context, scope);
    const Node &other = *node.children[1];
    if (sign == "and"_L1)
        return Value::of(left.isTrue() && evaluate(other, context, scope).isTrue());
    if (sign == "or"_L1)
        return Value::of(left.isTrue() || evaluate(other, context, scope).isTrue());
    if (sign == "??"_L1)
        return left.exists() ? left : evaluate(other, context, scope);
    if (sign == "?:"_L1)
        return left.isTrue() ? left : evaluate(other, context, scope);
    const Value right = evaluate(other, context, scope);
    if (hasFailed())
        return {};
    if (sign == "&"_L1) {
        spendOn(left);
        spendOn(right);
        const QString text = hasFailed() ? QString() : jsonataText(left) + jsonataText(right);
        return Value::of(text.toStdString());
    }
    if (sign == "="_L1 || sign == "!="_L1) {
        spendOn(left);
        spendOn(right);
        const bool isSame = left.exists() && right.exists() && !hasFailed() && left.toJson() == right.toJson();
        return Value::of(left.exists() && right.exists() && isSame == (sign == "="_L1));
    }
    if (sign == "in"_L1) {
        spendOn(left);
        spendOn(right);
        const Json wanted = hasFailed() ? Json() : left.toJson();
        bool isFound = false;
        for (std::size_t i = 0; left.exists() && i < right.size() && !isFound && !hasFailed(); ++i)
            isFound = right.at(i).toJson() == wanted;
        return Value::of(isFound);
    }
    return sign.at(0) == u'<' || sign.at(0) == u'>' ? compared(sign, left, right) : arithmetic(sign.at(0), left, right);
}

Value JsonataEvaluator::arithmetic(QChar sign, const Value &left, const Value &right)
{
    if (!left.exists() || !right.exists())
        return {};
    const auto a = left.number();
    const auto b = right.number();
    if (!a || !b) {
        fail(say("“%1” needs numbers").arg(sign));
        return {};
    }
    double result = *a + *b;
    if (sign == u'-')
        result = *a - *b;
    else if (sign == u'*')
        result = *a * *b;
    else if (sign == u'/')
        result = *a / *b;
    else if (sign == u'%')
        result = std::fmod(*a, *b);
    if (!std::isfinite(result)) {
        fail(say("the result of “%1” is no number").arg(sign));
        return {};
    }
    return Value::of(jsonataNumber(result));
}

Value JsonataEvaluator::compared(const QString &sign, const Value &left, const Value &right)
{
    if (!left.exists() || !right.exists())
        return {};
    int order = 0;
    if (const auto a = left.number(), b = right.number(); a && b) {
        order = *a < *b ? -1 : (*a > *b ? 1 : 0);
    } else if (const auto x = left.text(), y = right.text(); x && y) {
        order = x->compare(*y);
    } else {
        fail(say("“%1” needs two numbers or two texts").arg(sign));
        return {};
    }
    const bool isEqualEnough = sign.size() > 1 && order == 0;
    return Value::of(isEqualEnough || (sign.at(0) == u'<' ? order < 0 : order > 0));
}

Value JsonataEvaluator::call(const Node &node, const Value &context, const Scope &scope)
{
    const Value function = evaluate(*node.children.front(), context, scope);
    List arguments;
    for (std::size_t i = 1; i < node.children.size(); ++i)
        arguments.push_back(evaluate(*node.children[i], context, scope));
    if (hasFailed())
        return {};
    if (!function.builtIn().isEmpty())
        return callJsonataFunction(*this, function.builtIn(), std::move(arguments), context);
    if (function.lambda())
        return apply(function, arguments);
    fail(say("something is called that is no function"));
    return {};
}

Value JsonataEvaluator::apply(const Value &function, const List &arguments)
{
    if (!function.builtIn().isEmpty())
        return callJsonataFunction(*this, function.builtIn(), arguments, Value());
    if (!function.lambda()) {
        fail(say("something is called that is no function"));
        return {};
    }
    auto inner = std::make_shared<JsonataScope>();
    inner->parent = function.scope();
    const QStringList &names = function.lambda()->names;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        inner->variables[names.at(i)] = at < arguments.size() ? arguments[at] : Value();
    }
    return evaluate(*function.lambda()->children.front(), m_input, inner);
}

Value JsonataEvaluator::block(const Node &node, const Value &context, const Scope &scope)
{
    auto inner = std::make_shared<JsonataScope>();
    inner->parent = scope;
    Value last;
    for (const auto &child : node.children)
        last = evaluate(*child, context, inner);
    return last;
}

} // namespace podium
