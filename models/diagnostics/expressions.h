// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/documentmap.h"

namespace podium {

/// An expression of a definition: a scalar's node, and the expression without ${ }.
struct Expression
{
    int node = -1;
    QString text;
    bool ofState = false; ///< it looks at the data of the workflow, not at an event or a result
};

/// All jq expressions of a workflow, in the order of the text: conditions, filters, collections, arguments, data of
/// events, functions of the type expression. `flow` is the definition's root: see flowRoot().
QList<Expression> expressionsOf(const TextPlace &flow);

/// An expression of SonataFlow's jq (jackson-jq) as libjq reads it: in an object, libjq 1.6 takes only single terms as
/// values without brackets, jackson-jq whole expressions. {a: .b + 1} becomes {a: (.b + 1)}.
QString forLibjq(const QString &expression);

} // namespace podium
