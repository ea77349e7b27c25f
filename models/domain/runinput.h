// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

namespace podium {

/// What the run was started with, of the variables of its instance; null where the server does not keep it.
SharedJson inputOf(const SharedJson &variables);

} // namespace podium
