// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace podium {

/// A text cut into lines, which count from 0. The text is shared, not copied.
class TextLines
{
public:
    TextLines() = default;
    explicit TextLines(QByteArray text); ///< of less than 2 GB; what is beyond is left out

    int count() const { return static_cast<int>(m_begins.size()); }
    QByteArrayView line(int index) const;    ///< without its line end
    QByteArrayView lineEnd(int index) const; ///< "\n", "\r\n", or "" at the end of the text
    const QByteArray &text() const { return m_text; }

private:
    qsizetype endOf(int index) const; ///< with the line end

    QByteArray m_text;
    std::vector<qint32> m_begins;
};

/// A line as it can be shown: cut to a length that can be drawn, and with signs in the place of characters that are not
/// to be seen or would turn the order of the others around.
QString shownLine(QByteArrayView line);

/// Where two lines begin and cease to differ.
struct ChangedPart
{
    qsizetype begin = 0;
    qsizetype oldEnd = 0;
    qsizetype newEnd = 0;
    /// Marking the part helps only where something remains beside it.
    bool isWhole(qsizetype oldLength, qsizetype newLength) const
    {
        return begin == 0 && oldEnd == oldLength && newEnd == newLength;
    }
};
ChangedPart changedPart(QStringView before, QStringView after);

} // namespace podium
