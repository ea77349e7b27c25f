// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace podium {

/// How well a text answers what was typed. Higher is better; 0 is no match.
struct FuzzyMatch
{
    int score = 0;
    QList<qsizetype> positions; ///< of the characters of the text that matched, ascending

    explicit operator bool() const { return score > 0; }
};

/// Matches when all characters of `query` come in this order, whatever the case. Ranks whole text over beginning, over
/// beginnings of words, over initials, over parts in a row, over scattered characters; and shorter texts before longer
/// ones. An empty query matches everything with the same score.
FuzzyMatch fuzzyMatch(const QString &query, const QString &text);

} // namespace podium
