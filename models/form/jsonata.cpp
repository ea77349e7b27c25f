// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/jsonata.h"

#include "models/form/jsonataevaluator.h"

namespace podium {

Jsonata::Jsonata(const QString &text)
{
    JsonataParse parse = parseJsonata(text);
    m_root = std::move(parse.root);
    m_names = std::move(parse.names);
    m_problem = std::move(parse.problem);
}

Jsonata::Outcome Jsonata::evaluate(const SharedJson &input) const
{
    if (!m_root)
        return {std::nullopt, m_problem};
    JsonataEvaluator evaluator(input);
    const JsonataValue value = evaluator.run(*m_root);
    if (value.exists())
        evaluator.spendOn(value); // it is about to be copied
    if (evaluator.hasFailed())
        return {std::nullopt, evaluator.problem()};
    return value.exists() && !value.isFunction() ? Outcome{value.toJson(), {}} : Outcome{};
}

bool Jsonata::mentions(const QString &field) const
{
    return m_names.contains(field);
}

} // namespace podium
