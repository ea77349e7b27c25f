// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/partnames.h"

namespace podium {

/// A part of a definition as an outline shows it.
struct OutlineEntry
{
    PartKind kind = PartKind::State;
    QString name; ///< "" where the part has none
    QString type; ///< of a state or function, as written
    int node = -1;
    ByteRange place; ///< of the name, to go there; of the part where it has none
    ByteRange whole; ///< with its comments
};

/// States, functions, events, errors, retries and authentications, in the order of the text. Any thread.
QList<OutlineEntry> outlineOf(const DocumentMap &map);

} // namespace podium
