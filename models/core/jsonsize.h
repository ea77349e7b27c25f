// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

namespace podium {

/// Whether the text of `value` would have about so many bytes or more. Takes no longer for a larger value. Any thread.
bool isAsLargeAs(const Json &value, qsizetype bytes);

} // namespace podium
