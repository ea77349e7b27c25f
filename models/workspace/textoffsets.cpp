// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/textoffsets.h"

#include <algorithm>

namespace podium {

namespace {

constexpr qsizetype kStep = 1024;

} // namespace

template <typename Reached>
TextOffsets::Mark TextOffsets::count(Mark from, Reached reached) const
{
    while (from.byte < m_utf8.size() && !reached(from)) {
        const auto first = static_cast<unsigned char>(m_utf8.at(from.byte));
        const qsizetype length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        from.byte = qMin(from.byte + length, m_utf8.size());
        from.unit += length == 4 ? 2 : 1;
    }
    return from;
}

TextOffsets::TextOffsets(const QString &text)
    : m_utf8(text.toUtf8())
{
    Mark mark;
    m_marks << mark;
    while (mark.byte < m_utf8.size()) {
        const qsizetype next = mark.byte + kStep;
        mark = count(mark, [next](const Mark &at) { return at.byte >= next; });
        m_marks << mark;
    }
}

qsizetype TextOffsets::unitAt(qsizetype byte) const
{
    auto mark = std::upper_bound(m_marks.cbegin(), m_marks.cend(), byte,
                                 [](qsizetype value, const Mark &each) { return value < each.byte; });
    if (mark == m_marks.cbegin())
        return 0;
    return count(*--mark, [byte](const Mark &at) { return at.byte >= byte; }).unit;
}

qsizetype TextOffsets::byteAt(qsizetype unit) const
{
    auto mark = std::upper_bound(m_marks.cbegin(), m_marks.cend(), unit,
                                 [](qsizetype value, const Mark &each) { return value < each.unit; });
    if (mark == m_marks.cbegin())
        return 0;
    return count(*--mark, [unit](const Mark &at) { return at.unit >= unit; }).byte;
}

} // namespace podium
