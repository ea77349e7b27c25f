// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/net/jsonvalues.h"

#include <cmath>
#include <limits>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// Qt rounds a longer fraction; Data Index compares with what is cut.
QString withMilliseconds(const QString &text)
{
    const qsizetype point = text.indexOf(u'.');
    if (point < 0)
        return text;
    qsizetype end = point + 1;
    while (end < text.size() && text.at(end).isDigit())
        ++end;
    return end - point <= 4 ? text : text.left(point + 4) % text.mid(end);
}

std::optional<qint64> integerFrom(const Json &value)
{
    if (value.is_number_unsigned()) {
        const auto number = value.get<std::uint64_t>();
        return number <= std::uint64_t(std::numeric_limits<qint64>::max()) ? std::optional(qint64(number))
                                                                           : std::nullopt;
    }
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    if (value.is_number_float()) {
        const double number = value.get<double>();
        const bool whole = std::abs(number) < 9e15 && std::trunc(number) == number;
        return whole ? std::optional(qint64(number)) : std::nullopt;
    }
    bool ok = false;
    const qint64 number = toQString(value).toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

} // namespace

QString textAt(const Json &object, const char *key)
{
    const Json *member = memberAt(object, key);
    if (!member)
        return {};
    if (member->is_number() || member->is_boolean())
        return QString::fromUtf8(toBytes(*member));
    return toQString(*member);
}

QStringList textsAt(const Json &object, const char *key)
{
    QStringList texts;
    if (const Json *array = memberAt(object, key); array && array->is_array()) {
        for (const Json &item : *array) {
            if (item.is_string())
                texts << toQString(item);
        }
    }
    return texts;
}

std::optional<bool> boolAt(const Json &object, const char *key)
{
    const Json *member = memberAt(object, key);
    return member && member->is_boolean() ? std::optional(member->get<bool>()) : std::nullopt;
}

std::optional<qint64> integerAt(const Json &object, const char *key)
{
    const Json *member = memberAt(object, key);
    return member ? integerFrom(*member) : std::nullopt;
}

int intAt(const Json &object, const char *key)
{
    const qint64 number = integerAt(object, key).value_or(0);
    constexpr qint64 lowest = std::numeric_limits<int>::min();
    constexpr qint64 highest = std::numeric_limits<int>::max();
    return int(qBound(lowest, number, highest));
}

SharedJson sharedAt(Json &object, const char *key)
{
    if (!object.is_object())
        return {};
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return {};
    return std::make_shared<const Json>(std::move(*found));
}

QDateTime timeFrom(const Json &value)
{
    // Beyond the year 9999 it is no time of a run.
    constexpr qint64 latest = 253'402'300'799'999;
    if (value.is_number()) {
        const auto number = integerFrom(value);
        return number && *number >= 0 && *number <= latest ? QDateTime::fromMSecsSinceEpoch(*number, Qt::UTC)
                                                           : QDateTime();
    }
    QDateTime time = QDateTime::fromString(withMilliseconds(toQString(value)), Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.isValid() ? time.toUTC() : QDateTime();
}

QDateTime timeAt(const Json &object, const char *key)
{
    const Json *member = memberAt(object, key);
    return member ? timeFrom(*member) : QDateTime();
}

QString dataIndexTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace podium
