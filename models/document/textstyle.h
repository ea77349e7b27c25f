// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/documentmap.h"

namespace podium {

/// How a document is written, found in the document itself, so that what is added looks like what is there.
struct TextStyle
{
    QByteArray lineEnd = "\n";
    int indent = 2;            ///< columns per level
    int dash = 2;              ///< columns of a dash beyond the key of its list: 0 or indent
    bool json = false;         ///< brackets and double quotes only
    bool compact = false;      ///< JSON on one line
    bool singleQuotes = false; ///< where text needs quotes

    static TextStyle of(const DocumentMap &map);
};

} // namespace podium
