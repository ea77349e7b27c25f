// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace podium {

/// A stretch of bytes that gives way to another. Offsets are bytes of UTF-8.
struct TextPatch
{
    qsizetype offset = 0;
    QByteArray removed;
    QByteArray inserted;
    bool operator==(const TextPatch &) const = default;
};

/// What one action of a user does to a text, as a value: an undo step. The patches are in order and do not overlap; the
/// offset of each is one of the text before any of them.
struct TextEdit
{
    QString label; ///< translated: what it does, for the menu of Undo
    QList<TextPatch> patches;

    bool isEmpty() const { return patches.isEmpty(); }
    /// False, and nothing done, where the text does not hold what the patches remove.
    bool applyTo(QByteArray &text) const;
    /// What takes the changed text back to the one before.
    TextEdit inverse() const;
    /// Where an offset of the text before is in the text after. What was removed is where its replacement begins, or,
    /// with `after`, ends.
    qsizetype mapped(qsizetype offset, bool after = false) const;
    /// Without what patch and text have in common at both ends, and without patches that change nothing; in order.
    void tidy();
};

} // namespace podium
