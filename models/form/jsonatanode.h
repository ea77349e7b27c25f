// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace podium {

/// One part of a parsed JSONata expression.
struct JsonataNode
{
    enum class Kind {
        Literal,  ///< `literal`
        Path,     ///< `children`, one for each step
        Name,     ///< the field `text`
        Wildcard, ///< all fields
        Variable, ///< `text` without the first $: "" is the context, "$" the whole input
        Array,    ///< of `children`
        Object,   ///< of `children`: key, value, key, value…
        Binary,   ///< operator `text` on two `children`
        Negate,
        Condition, ///< if, then and, if given, else
        Call,      ///< the first of `children` with the others
        Lambda,    ///< `names` are its parameters, the child its body
        Block,     ///< `children` one after the other
        Bind,      ///< the variable `text` is the child from here on
    };
    using Pointer = std::unique_ptr<JsonataNode>;

    Kind kind = Kind::Literal;
    QString text;
    Json literal;
    QStringList names;
    std::vector<Pointer> children;
    std::vector<Pointer> filters; ///< predicates, in their order
    bool keepsArray = false;      ///< `[]`: an array also where there is only one
};

struct JsonataParse
{
    JsonataNode::Pointer root;
    QStringList names; ///< of all fields that are mentioned
    QString problem;   ///< translated
};

JsonataParse parseJsonata(const QString &text);
/// Whether a function of that name (without $) is known.
bool hasJsonataFunction(const QString &name);

} // namespace podium
