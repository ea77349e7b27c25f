// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"
#include "models/workflow/texttree.h"

#include <functional>

namespace podium {

/// What a plain scalar of YAML 1.2 means by the core schema: null, true, false and what is spelled as a JSON number
/// mean that; anything else is text, 0123 included.
Json plainScalarValue(const QString &text);

/// The value that a node of a tree stands for, aliases followed; of keys that are written twice the last one.
/// `onNumber` is told each number as it is spelled.
Json treeValue(const TextTree &tree, int index, const std::function<void(const std::string &)> &onNumber = {});

} // namespace podium
