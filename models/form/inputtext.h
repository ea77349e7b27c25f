// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

namespace podium {

/// An input as somebody wrote it: a JSON object, or a YAML mapping. In YAML (1.2, core schema) `true`, `null` and what
/// is spelled as a JSON number mean that unless quoted; anything else is text, 0123 included. Kind::Validation with the
/// reason for what is neither, and for numbers that would be rounded. Any thread.
Result<Json> inputFromText(const QByteArray &text);

} // namespace podium
