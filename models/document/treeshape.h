// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"
#include "models/document/documentmap.h"

namespace podium {

/// A tree as a value that two texts can be compared by: {"members": [[key, value]…]} keeps order and doubles, {"alias":
/// node} what is written as an alias. For the check that an edit says what it was meant to say.
Json shapeOf(const TextTree &tree, int node);
Json shapeOfValue(const Json &value);

/// Within a shape; nullptr where the path leads nowhere.
Json *shapeAt(Json &shape, const DocumentPath &path);
Json *shapeMembers(Json &shape); ///< nullptr where it is no mapping

} // namespace podium
