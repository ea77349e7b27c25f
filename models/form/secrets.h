// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <optional>

namespace podium {

/// Whether a part of a schema says by itself that its values are secret: `format` or `ui:widget` "password",
/// `writeOnly`.
bool saysSecret(const Json &schema);

/// `value` without what must never be stored: every member and entry that any part of `schema` which may apply to it
/// calls secret, at any depth, behind references, alternatives and conditions, whether these hold or not. A list with
/// secret entries keeps null in their place, so that the others keep theirs; one of secrets only goes as a whole.
/// Nothing is left where the whole value is secret. A null schema knows no secrets. Any thread; the time is bounded by
/// the size of the value and of the schema.
std::optional<Json> withoutSecrets(const SharedJson &schema, const Json &value);

} // namespace podium
