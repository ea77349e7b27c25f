// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QString>

namespace podium {

/// What another validator says: valijson's own, which shares nothing with Podium's judge, on the schema as it was
/// written. Of drafts up to 7. "" when `value` fits, else why not.
QString referenceProblem(const Json &schema, const Json &value);

} // namespace podium
