// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace podium {

/// A stretch of text in the place of another; positions in UTF-16 units.
struct TextChange
{
    qsizetype begin = 0;
    qsizetype end = 0; ///< what is replaced ends before it
    QString text;
    qsizetype anchor = 0; ///< the selection afterwards, in the new text
    qsizetype cursor = 0;

    bool isEmpty() const { return begin == end && text.isEmpty(); }
    bool operator==(const TextChange &) const = default;
};

/// Where the user is in a text: `cursor` moves, `anchor` stays when a selection grows.
struct TextRange
{
    qsizetype anchor = 0;
    qsizetype cursor = 0;

    qsizetype begin() const { return qMin(anchor, cursor); }
    qsizetype end() const { return qMax(anchor, cursor); }
};

// What editors of code do with whole lines. Each answers one edit, which may be empty. Pure functions.

/// Puts `marker` in front of the selected lines, or takes it away where all of them have it. Empty lines stay.
TextChange toggleComment(const QString &text, const TextRange &range, const QString &marker);
/// `width` spaces more, or up to so many less.
TextChange indentLines(const QString &text, const TextRange &range, int width, bool less);
TextChange duplicateLines(const QString &text, const TextRange &range);
TextChange moveLines(const QString &text, const TextRange &range, bool down);
TextChange deleteLines(const QString &text, const TextRange &range);
/// A new line that begins where the next one should: as deep as this one, or deeper after "key:", "- " and "{".
TextChange newLine(const QString &text, const TextRange &range, int width);

/// The number of spaces by which most nested lines are deeper than the line above; 2 where nothing tells.
int indentWidth(const QString &text);

/// The bracket that belongs to the one before or at `position`; -1 for none. Brackets within double quotes of the same
/// line do not count.
qsizetype matchingBracket(const QString &text, qsizetype position);

} // namespace podium
