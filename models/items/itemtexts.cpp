// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/itemtexts.h"

namespace podium {

using namespace Qt::StringLiterals;

QString ItemTexts::timeOf(const QDateTime &utc) const
{
    if (!utc.isValid())
        return u"–"_s;
    return time ? time(utc) : utc.toString(Qt::ISODateWithMs);
}

QString ItemTexts::durationOf(qint64 ms) const
{
    if (ms < 0)
        return u"–"_s;
    return duration ? duration(ms) : QString::number(static_cast<double>(ms) / 1000.0, 'f', 1) + u" s"_s;
}

QString singleLine(const QString &text, qsizetype limit)
{
    const bool cut = text.size() > limit;
    QString line = cut ? text.left(limit) : text;
    for (QChar &c : line) {
        // Format characters would let a name turn the direction of everything beside it.
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return cut ? line + u'…' : line;
}

QString plainToolTip(const QString &text, qsizetype limit)
{
    if (text.isEmpty())
        return {};
    const QString cut = text.size() > limit ? text.left(limit) + u'…' : text;
    return u"<div style=\"white-space:pre-wrap\">"_s + cut.toHtmlEscaped() + u"</div>"_s;
}

} // namespace podium
