// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/instancefilterline.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// In quotes where the line would otherwise end the value.
QString value(const QString &text)
{
    const bool isPlain = !text.isEmpty() && std::none_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.isSpace() || c == u',' || c == u'"' || c == u'\\';
    });
    if (isPlain)
        return text;
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' % escaped % u'"';
}

QString time(const QDateTime &utc)
{
    return utc.toUTC().toString(Qt::ISODateWithMs);
}

/// One condition: a line cannot have two on the same time. The end of a range belongs to it.
QString times(const QDateTime &from, const QDateTime &before)
{
    if (from.isValid() && before.isValid())
        return time(from) % u".."_s % time(before.addMSecs(-1));
    return from.isValid() ? u">="_s % time(from) : u"<"_s % time(before);
}

} // namespace

QString InstanceFilterLine::text() const
{
    QStringList parts;
    if (state != InstanceState::Unknown)
        parts << u"state:"_s % wordOf(state).toLower();
    if (!workflowId.isEmpty())
        parts << u"workflow:"_s % value(workflowId);
    if (!errorNode.isEmpty())
        parts << u"errornode:"_s % value(errorNode);
    if (!errorPart.isEmpty())
        parts << u"error:"_s % value(errorPart);
    if (startedFrom.isValid() || startedBefore.isValid())
        parts << u"started:"_s % times(startedFrom, startedBefore);
    if (endedFrom.isValid() || endedBefore.isValid())
        parts << u"ended:"_s % times(endedFrom, endedBefore);
    return parts.join(u' ');
}

Location InstanceFilterLine::location() const
{
    return {u"instances"_s, u"filter="_s % QString::fromLatin1(QUrl::toPercentEncoding(text())), {}};
}

} // namespace podium
