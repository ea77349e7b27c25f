// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/jsonatavalue.h"

namespace podium {

/// Works out one expression on one input, within limits of time, depth and size. Use once.
class JsonataEvaluator
{
public:
    using Value = JsonataValue;
    using List = JsonataValue::List;
    using Scope = std::shared_ptr<JsonataScope>;

    explicit JsonataEvaluator(const SharedJson &input)
        : m_input(input)
    {
    }

    Value run(const JsonataNode &root);
    QString problem() const { return m_problem; } ///< translated; "" while all is well

    /// For the functions of the language.
    Value apply(const Value &function, const List &arguments);
    void fail(const QString &problem);
    bool hasFailed() const { return !m_problem.isEmpty(); }
    void spend(std::size_t effort);   ///< fails once too much was spent
    void spendOn(const Value &value); ///< as much as looking at all of it takes

private:
    using Node = JsonataNode;

    Value evaluate(const Node &node, const Value &context, const Scope &scope);
    Value plain(const Node &node, const Value &context, const Scope &scope);
    Value path(const Node &node, const Value &context, const Scope &scope);
    Value name(const Value &context, const std::string &key);
    Value wildcard(const Value &context);
    Value filtered(const Node &filter, const Value &value, const Scope &scope);
    Value variable(const Node &node, const Value &context, const Scope &scope);
    Value array(const Node &node, const Value &context, const Scope &scope);
    Value object(const Node &node, const Value &context, const Scope &scope);
    Value binary(const Node &node, const Value &context, const Scope &scope);
    Value arithmetic(QChar sign, const Value &left, const Value &right);
    Value compared(const QString &sign, const Value &left, const Value &right);
    Value call(const Node &node, const Value &context, const Scope &scope);
    Value block(const Node &node, const Value &context, const Scope &scope);
    void append(List &to, const Value &value);

    Value m_input;
    QString m_problem;
    std::size_t m_spent = 0;
    int m_depth = 0;
    std::vector<Scope> m_bound; ///< with variables of their own: a function among these keeps its scope alive
};

/// A function of the language by its name without $. `context` stands in for a first argument that is left out.
JsonataValue callJsonataFunction(JsonataEvaluator &evaluator, const QString &name, JsonataValue::List arguments,
                                 const JsonataValue &context);

} // namespace podium
