// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QString>

namespace podium {

enum class MergeWhat {
    All,
    Annotations, ///< only what describes: title, description, default, examples, ui: hints…
};

/// Adds the keywords of `schema` to `into` so that both hold, as allOf asks: bounds become tighter, required adds up,
/// properties of one name must satisfy both. What only describes is kept from the first. $ref, allOf, if/then/else and
/// the dependencies are left to the caller.
void mergeKeywords(Json &into, const Json &schema, MergeWhat what);

/// Whether a schema has keywords that mergeKeywords() leaves to the caller.
bool needsMerge(const Json &schema);

/// The reference of a schema ("$ref", "$dynamicRef", "$recursiveRef"); "" for none.
QString refOf(const Json &schema);

} // namespace podium
