// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringConverter>

namespace podium {

/// How a text is written down in its file: what an editor does not show and must not change.
struct TextFormat
{
    QStringConverter::Encoding encoding = QStringConverter::Utf8;
    bool byteOrderMark = false;
    bool carriageReturns = false; ///< how lines end that come to be now

    bool operator==(const TextFormat &) const = default;
};

/// A text of a file, with lines that all end in a line feed, and what is needed to write it back as it was.
struct TextFile
{
    QString text;
    TextFormat format;
    QByteArray bytes; ///< as they were read

    /// Any bytes. An error names what is in the way: not text, an encoding that is not known, characters that an editor
    /// would lose, or too large.
    static Result<TextFile> decode(const QByteArray &bytes);

    /// `edited` as bytes of this file: the same bytes where nothing was edited. Where the lines of the file end in
    /// different ways, those before the first and after the last edited line keep theirs.
    QByteArray encode(const QString &edited) const;
};

/// Largest file that is opened, in bytes.
inline constexpr qsizetype kMaxTextFile = 16 * 1024 * 1024;

} // namespace podium
