// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace podium {

/// Places in a text, between what editors count (UTF-16 units) and what readers of files count (bytes of UTF-8). Made
/// once per text; asking is quick. Beyond the ends it stops at them.
class TextOffsets
{
public:
    explicit TextOffsets(const QString &text);

    const QByteArray &utf8() const { return m_utf8; }
    qsizetype unitAt(qsizetype byte) const;
    qsizetype byteAt(qsizetype unit) const;

private:
    /// A place to count from in every so many bytes.
    struct Mark
    {
        qsizetype byte = 0;
        qsizetype unit = 0;
    };
    template <typename Reached>
    Mark count(Mark from, Reached reached) const;

    QByteArray m_utf8;
    QList<Mark> m_marks;
};

} // namespace podium
