// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

namespace podium {

/// What a text says as an input. Its parts are shared, so that a large one goes from thread to thread without a copy.
struct InputReading
{
    SharedJson value; ///< an object; null for a text that is none
    QString problem;  ///< translated: why it is none
    int line = 0;     ///< of the problem, from 1; 0 when unknown
};

/// See inputFromText(). A blank text is an empty input. Any thread.
InputReading readInput(const QByteArray &text);

/// An input as somebody wrote it: a JSON object, or a YAML mapping. In YAML (1.2, core schema) `true`, `null` and what
/// is spelled as a JSON number mean that unless quoted; anything else is text, 0123 included. Kind::Validation with the
/// reason for what is neither, and for numbers that would be rounded. Any thread.
Result<Json> inputFromText(const QByteArray &text);

} // namespace podium
