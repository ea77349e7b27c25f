// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace podium {

struct JsonataNode;

/// An expression of JSONata (https://docs.jsonata.org), as far as the forms of the Orchestrator use it to pick values
/// from an answer: paths with names, `*`, predicates and `[]`; array and object constructors; arithmetic, comparison,
/// `and`, `or`, `in`, `&`, `? :`, `?:`, `??`; blocks, variables, lambdas and the functions of jsonataFunctions(). What
/// it leaves out (regular expressions, sorting by `^`, grouping by `{`, `%`, `@`, `#`, `**`, `~>`, `|`) is told by
/// problem(). Immutable: const calls from any thread. Evaluation is bounded in time, depth and size, whatever it says.
class Jsonata
{
public:
    struct Outcome
    {
        std::optional<Json> value; ///< nothing where the expression finds nothing
        QString problem;           ///< translated, "" when all is well
    };

    explicit Jsonata(const QString &text);

    /// Translated: why the expression cannot be used; "" when it can.
    QString problem() const { return m_problem; }
    Outcome evaluate(const SharedJson &input) const;
    bool mentions(const QString &field) const; ///< as the name of a field

private:
    std::shared_ptr<const JsonataNode> m_root;
    QStringList m_names;
    QString m_problem;
};

} // namespace podium
