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

} // namespace podium
