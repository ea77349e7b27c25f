// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/formats.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QRegularExpression>
#include <QUrl>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

bool matches(const QRegularExpression &expression, const QString &text)
{
    return expression.match(text).hasMatch();
}

bool isDate(const QString &text)
{
    static const QRegularExpression shape(uR"(\A\d{4}-\d\d-\d\d\z)"_s);
    return matches(shape, text) && QDate::fromString(text, Qt::ISODate).isValid();
}

/// RFC 3339 full-time; a leap second is a time.
bool isTime(const QString &text)
{
    static const QRegularExpression shape(
        uR"(\A([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)\z)"_s);
    return matches(shape, text);
}

bool isDateTime(const QString &text)
{
    return text.size() > 11 && (text.at(10) == u'T' || text.at(10) == u't') && isDate(text.left(10)) &&
           isTime(text.mid(11));
}

bool isDuration(const QString &text)
{
    static const QRegularExpression shape(
        uR"(\AP(?!\z)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)\z)"_s);
    return matches(shape, text);
}

bool isHostname(const QString &text)
{
    static const QRegularExpression shape(
        uR"(\A(?=.{1,253}\z)[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\z)"_s);
    return matches(shape, text);
}

bool isIpv4(const QString &text)
{
    static const QRegularExpression shape(uR"(\A((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!\z)|\z)){4}\z)"_s);
    return matches(shape, text);
}

bool isIpv6(const QString &text)
{
    static const QRegularExpression group(uR"(\A[0-9a-fA-F]{1,4}\z)"_s);
    const auto halves = text.split("::"_L1);
    if (halves.size() > 2 || text.size() < 2)
        return false;
    qsizetype groups = 0;
    for (const QString &half : halves) {
        if (half.isEmpty())
            continue;
        const auto parts = half.split(u':');
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const bool embedsIpv4 = i == parts.size() - 1 && &half == &halves.last() && isIpv4(parts.at(i));
            if (!embedsIpv4 && !matches(group, parts.at(i)))
                return false;
            groups += embedsIpv4 ? 2 : 1;
        }
    }
    return halves.size() == 2 ? groups <= 7 : groups == 8;
}

bool isEmail(const QString &text)
{
    static const QRegularExpression shape(uR"(\A(?!\.)(?!.*\.\.)[^\s@"(),:;<>\[\]\\]+(?<!\.)@([^\s@]+)\z)"_s);
    const auto match = shape.match(text);
    return match.hasMatch() && text.size() <= 320 && isHostname(QString::fromLatin1(QUrl::toAce(match.captured(1))));
}

bool isUri(const QString &text, bool needsScheme)
{
    if (text.contains(u' '))
        return false;
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (!needsScheme || !url.scheme().isEmpty());
}

bool isUuid(const QString &text)
{
    static const QRegularExpression shape(uR"(\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z)"_s);
    return matches(shape, text);
}

bool isJsonPointer(const QString &text)
{
    static const QRegularExpression shape(uR"(\A(/([^~/]|~[01])*)*\z)"_s);
    return matches(shape, text);
}

bool isBase64(const QString &text)
{
    const auto strict = QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors;
    return bool(QByteArray::fromBase64Encoding(text.toLatin1(), strict)) && text.size() % 4 == 0;
}

bool isDataUrl(const QString &text)
{
    return text.startsWith("data:"_L1, Qt::CaseInsensitive) && text.contains(u',');
}

QString say(const char *text)
{
    return QCoreApplication::translate("FormFormats", text);
}

} // namespace

bool fitsFormat(const QString &format, const QString &text)
{
    using Check = bool (*)(const QString &);
    static const QHash<QString, Check> checks{
        {u"date"_s, isDate},
        {u"time"_s, isTime},
        {u"date-time"_s, isDateTime},
        {u"duration"_s, isDuration},
        {u"email"_s, isEmail},
        {u"idn-email"_s, isEmail},
        {u"hostname"_s, isHostname},
        {u"ipv4"_s, isIpv4},
        {u"ipv6"_s, isIpv6},
        {u"uri"_s, [](const QString &uri) { return isUri(uri, true); }},
        {u"iri"_s, [](const QString &uri) { return isUri(uri, true); }},
        {u"uri-reference"_s, [](const QString &uri) { return isUri(uri, false); }},
        {u"uuid"_s, isUuid},
        {u"regex"_s, [](const QString &regex) { return QRegularExpression(regex).isValid(); }},
        {u"json-pointer"_s, isJsonPointer},
        {u"byte"_s, isBase64},
        {u"data-url"_s, isDataUrl},
    };
    const Check check = checks.value(format);
    return !check || check(text);
}

bool isFileFormat(const QString &format)
{
    return format == "byte"_L1 || format == "binary"_L1 || format == "file"_L1 || format == "data-url"_L1;
}

QString formatHint(const QString &format)
{
    static const QHash<QString, const char *> hints{
        {u"date"_s, QT_TRANSLATE_NOOP("FormFormats", "A date such as 2026-03-31.")},
        {u"time"_s, QT_TRANSLATE_NOOP("FormFormats", "A time with its zone, such as 14:30:00Z or 14:30:00+02:00.")},
        {u"date-time"_s,
         QT_TRANSLATE_NOOP("FormFormats", "A date and time with its zone, such as 2026-03-31T14:30:00Z.")},
        {u"duration"_s, QT_TRANSLATE_NOOP("FormFormats", "A duration such as PT15M or P2DT4H.")},
        {u"email"_s, QT_TRANSLATE_NOOP("FormFormats", "An e-mail address such as name@example.com.")},
        {u"hostname"_s, QT_TRANSLATE_NOOP("FormFormats", "A host name such as flows.example.com.")},
        {u"ipv4"_s, QT_TRANSLATE_NOOP("FormFormats", "An address such as 192.0.2.10.")},
        {u"ipv6"_s, QT_TRANSLATE_NOOP("FormFormats", "An address such as 2001:db8::1.")},
        {u"uri"_s, QT_TRANSLATE_NOOP("FormFormats", "A complete address such as https://example.com/path.")},
        {u"uri-reference"_s, QT_TRANSLATE_NOOP("FormFormats", "An address such as /path or https://example.com/path.")},
        {u"uuid"_s, QT_TRANSLATE_NOOP("FormFormats", "A UUID such as 123e4567-e89b-12d3-a456-426614174000.")},
        {u"regex"_s, QT_TRANSLATE_NOOP("FormFormats", "A regular expression.")},
        {u"json-pointer"_s, QT_TRANSLATE_NOOP("FormFormats", "A JSON pointer such as /items/0/name.")},
        {u"byte"_s, QT_TRANSLATE_NOOP("FormFormats", "A file, or its contents in base64.")},
        {u"data-url"_s, QT_TRANSLATE_NOOP("FormFormats", "A file, or an address that begins with data:.")},
    };
    QString known = format;
    if (known == "idn-email"_L1)
        known = u"email"_s;
    else if (known == "iri"_L1)
        known = u"uri"_s;
    const char *hint = hints.value(known);
    return hint ? say(hint) : QString();
}

} // namespace podium
