// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/text/textlines.h"

#include <functional>
#include <memory>

namespace podium {

/// Lines of the old text that others replace in the new one; one of the counts may be 0, not both.
struct TextChange
{
    int oldLine = 0; ///< the first one, from 0; where there are none, the one before which the new ones come
    int oldCount = 0;
    int newLine = 0;
    int newCount = 0;
    bool operator==(const TextChange &) const = default;
};

/// How two texts differ, line by line.
struct TextDifference
{
    TextLines before;
    TextLines after;
    std::vector<TextChange> changes; ///< in their order; everything else is the same
    bool lineEnds = false;           ///< lines that say the same end differently, or the last one has no end
    bool coarse = false;             ///< too different to be compared in full: changes may be larger than needed
    bool cancelled = false;          ///< then the rest is empty

    bool isSameText() const { return changes.empty() && !lineEnds; } ///< byte for byte
    int removedLines() const;
    int addedLines() const;
};

using SharedTextDifference = std::shared_ptr<const TextDifference>;

/// The time is bounded by a multiple of the size, whatever the texts. Any thread.
TextDifference compareTexts(const QByteArray &before, const QByteArray &after,
                            const std::function<bool()> &cancelled = {});

} // namespace podium
