// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/formschema.h"

namespace podium {

/// A value that a user could have filled into the form: every required field, and the optional ones too when `all`.
Json sampleInput(const FormSchema &schema, const FormField &field, bool all, int depth = 0);

} // namespace podium
