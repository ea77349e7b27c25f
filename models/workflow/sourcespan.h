// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace podium {

/// A stretch of a definition's text. Lines and columns count from 1 (columns in bytes of UTF-8); `begin` and `end`
/// are byte offsets, end exclusive. A default one (line 0) is nowhere.
struct SourceSpan
{
    int line = 0;
    int column = 0;
    int endLine = 0;
    int endColumn = 0;
    qsizetype begin = 0;
    qsizetype end = 0;

    bool isValid() const { return line > 0; }
    bool operator==(const SourceSpan &) const = default;
};

} // namespace podium
