// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/text/textlines.h"

#include <algorithm>
#include <limits>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostBytes = std::numeric_limits<qint32>::max() - 1;
constexpr qsizetype kLongestShown = 2000; ///< bytes of a line
constexpr int kTab = 4;

// Marks that set the direction of writing: a line could read otherwise than it is.
bool turnsAround(QChar c)
{
    return (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069') || c == u'\u200E' || c == u'\u200F';
}

} // namespace

TextLines::TextLines(QByteArray text)
    : m_text(std::move(text))
{
    if (m_text.size() > kMostBytes)
        m_text.truncate(kMostBytes);
    m_begins.reserve(static_cast<size_t>(m_text.count('\n') + 1));
    for (qsizetype begin = 0; begin < m_text.size();) {
        m_begins.push_back(static_cast<qint32>(begin));
        const qsizetype end = m_text.indexOf('\n', begin);
        begin = end < 0 ? m_text.size() : end + 1;
    }
}

qsizetype TextLines::endOf(int index) const
{
    return index + 1 < count() ? m_begins[static_cast<size_t>(index) + 1] : m_text.size();
}

QByteArrayView TextLines::lineEnd(int index) const
{
    const qsizetype begin = m_begins[static_cast<size_t>(index)];
    const QByteArrayView whole = QByteArrayView(m_text).sliced(begin, endOf(index) - begin);
    const qsizetype length = whole.endsWith("\r\n") ? 2 : whole.endsWith("\n") ? 1 : 0;
    return whole.last(length);
}

QByteArrayView TextLines::line(int index) const
{
    const qsizetype begin = m_begins[static_cast<size_t>(index)];
    return QByteArrayView(m_text).sliced(begin, endOf(index) - begin - lineEnd(index).size());
}

QString shownLine(QByteArrayView line)
{
    const QString text = QString::fromUtf8(line.first(std::min(line.size(), kLongestShown)));
    QString shown;
    shown.reserve(text.size() + 16);
    for (const QChar c : text) {
        if (c == u'\t')
            shown += QString(kTab - shown.size() % kTab, u' ');
        else if (c < u' ')
            shown += QChar(static_cast<char16_t>(0x2400 + c.unicode()));
        else if (turnsAround(c))
            shown += u"<U+" + QString::number(c.unicode(), 16).toUpper() + u'>';
        else
            shown +=
                c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph ? u'\u2424' : c;
    }
    if (line.size() > kLongestShown)
        shown += u'\u2026';
    return shown;
}

ChangedPart changedPart(QStringView before, QStringView after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype begin = 0;
    while (begin < shorter && before[begin] == after[begin])
        ++begin;
    // Never between the halves of one character.
    if (begin > 0 && before[begin - 1].isHighSurrogate())
        --begin;
    qsizetype same = 0;
    while (same < shorter - begin && before[before.size() - 1 - same] == after[after.size() - 1 - same])
        ++same;
    if (same > 0 && before[before.size() - same].isLowSurrogate())
        --same;
    return {begin, before.size() - same, after.size() - same};
}

} // namespace podium
