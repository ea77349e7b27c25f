// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

namespace podium {

/// `value` as block-style YAML 1.2 (core schema) that inputFromText() reads as the same value. Texts that could be
/// taken for something else are quoted as in JSON; such with line breaks become literal blocks where these keep them
/// exactly. Any thread.
QByteArray toYaml(const Json &value);

} // namespace podium
