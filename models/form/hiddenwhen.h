// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

namespace podium {

/// Whether a value of "ui:hidden" is a condition: `{when, is | isNot | isEmpty…}`, or `allOf` / `anyOf` of conditions.
bool isHiddenCondition(const Json &hint);

/// Whether a condition of "ui:hidden" holds for `input`, the whole of it, as the Orchestrator decides it
/// (evaluateHiddenCondition.ts of its form plug-in): all operators beside one `when` must hold; a list stands for any
/// of its values; null, blank texts and empty lists are empty; what it does not know hides nothing. `when` is a path
/// such as "config.servers[0].port". Any thread.
bool hides(const Json &condition, const Json &input);

} // namespace podium
